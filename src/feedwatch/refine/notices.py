"""Notices of an article: copyright, rights, credits, photo credits, syndication; and its dateline.

`read_article` takes them out of the text, says whose the text is and which agency wrote it. One line is
judged in `notice_lines`, holders and years are read in `notice_holders`, datelines in `datelines`; this
module decides where in an article a line may be a notice and what the notices say together.

Laws: pure; nothing raises; paragraphs keep their number and order; what is not a notice stays untouched; a
feed's own copyright ("channel/copyright") is kept as a notice with role "feed" and never makes a holder of
the text, for a portal claims there what agencies wrote. A photo's holder is never the text's.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from feedwatch.model import Dateline, Notice, NoticeKind, NoticeRole
from feedwatch.refine.agencies import agencies_in, agency_named
from feedwatch.refine.boilerplate import is_page_line
from feedwatch.refine.datelines import read_dateline
from feedwatch.refine.notice_holders import canonical, read_statement
from feedwatch.refine.notice_lines import read_line
from feedwatch.refine.notice_names import PICTURE
from feedwatch.refine.notice_pages import LABELLED
from feedwatch.refine.notice_words import PROSE, is_sentence, may_hold_notice

__all__ = ["Credits", "canonical", "read_article", "read_dateline", "read_line"]

_AT_START: Final = 3  # paragraphs of the start: a cut there would take the credit off a caption
_PROSE_START: Final = 1  # longer sentences are looked at only at the start
_SHORT_END: Final = 4  # short sentences at either end may be notices whatever their words
_PROSE_END: Final = 5  # and at the end; comments and "read on" blocks follow the copyright line
_DATELINE_WITHIN: Final = 5  # paragraphs: captions and embeds may stand before the first of the text
_FEED_ELEMENTS: Final = ("channel", "feed")
_PHOTO_ELEMENTS: Final = ("media:", "photo", "image", "enclosure")


@dataclass(frozen=True, slots=True)
class Credits:
    """An article without its notices, and what they and its dateline say."""

    paragraphs: tuple[str, ...]  # as many as were given; "" where one was taken out
    notices: tuple[Notice, ...] = ()
    dateline: Dateline | None = None
    holders: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    agency: str | None = None
    agency_from: str | None = None  # notice | dateline | author | source
    copyright: str | None = None  # normal form: "© AFP 2024"


def read_article(
    paragraphs: Sequence[str],
    *,
    elements: Sequence[tuple[str, str]] = (),
    authors: Sequence[str] = (),
    source: str = "",
    outlet: str = "",
) -> Credits:
    """Take the notices out of an article's paragraphs and say who holds and who wrote it.

    `elements` are (name, text) of the item's and the feed's own rights elements: "dc:rights", "media:credit",
    "channel/copyright". The agency comes from the notices, else the dateline, else an author, else `source`;
    an agency that is the outlet itself still counts.
    """
    stays, notices = _taken_out(paragraphs)
    notices += [notice for name, text in elements if (notice := _from_element(name, text))]
    dateline = _dateline_of(stays)
    holders, years = _rights_of(notices)
    agency, agency_from = _agency_of(notices, dateline, authors, source or outlet)
    return Credits(
        paragraphs=tuple(stays),
        notices=tuple(notices),
        dateline=dateline,
        holders=holders,
        years=years,
        agency=agency,
        agency_from=agency_from,
        copyright=canonical(holders, years) if holders else None,
    )


def _taken_out(paragraphs: Sequence[str]) -> tuple[list[str], list[Notice]]:
    stays = list(paragraphs)
    notices: list[Notice] = []
    for at in _worth_reading(paragraphs):
        paragraph = paragraphs[at]
        place = "start" if at < _AT_START and 2 * at < len(stays) - 1 else "end"
        notice, rest = read_line(paragraph)
        if notice and not _may_stand(notice, paragraphs, at):
            continue
        while notice:
            if rest and place == "start":
                notice, rest = _of_caption(notice), paragraph
            notices.append(notice if notice.place == place else replace(notice, place=place))
            notice, rest = read_line(rest) if rest not in ("", stays[at]) else (None, rest)
            stays[at] = rest
    return stays, notices


def _may_stand(notice: Notice, paragraphs: Sequence[str], at: int) -> bool:
    """Whether a line is a notice where it stands. Before more text, what is a line of the page elsewhere may
    be a heading, and what names neither itself nor an agency a sentence, or code."""
    paragraph = paragraphs[at]
    if notice.kind == "syndication" and is_page_line(paragraph):
        return all(len(line) <= PROSE for line in paragraphs[at + 1 :])
    if at < _AT_START or at >= len(paragraphs) - _PROSE_END:
        return True
    named = notice.kind in ("photo", "copyright") or notice.agency or paragraph[0] in "([（【"
    return bool(named) or LABELLED.match(paragraph) is not None


def _worth_reading(paragraphs: Sequence[str]) -> Iterator[int]:
    """Where notices may stand: in what is no sentence, and in sentences that hold their words."""
    prose: list[int] = []
    short_end, prose_end = len(paragraphs) - _SHORT_END, len(paragraphs) - _PROSE_END
    for at, paragraph in enumerate(paragraphs):
        if len(paragraph) <= PROSE:
            if at < _AT_START or at >= short_end or not is_sentence(paragraph) or may_hold_notice(paragraph):
                yield at
        elif not is_sentence(paragraph):
            yield at
        elif at < _PROSE_START or at >= prose_end:
            prose.append(at)
    if prose and may_hold_notice("\n".join([paragraphs[at] for at in prose])):
        yield from (at for at in prose if may_hold_notice(paragraphs[at]))


def _of_caption(notice: Notice) -> Notice:
    """A credit behind a line at the start is that of the picture above the text, and the line its caption."""
    return replace(notice, kind="photo", role="photo") if notice.kind == "credit" else notice


def _from_element(name: str, text: str) -> Notice | None:
    """The notice of an element of its own: there the bare name of a holder is enough."""
    text = " ".join(text[:2000].split())
    if not text:
        return None
    role = _role_of(name)
    read, _ = read_line(text)
    if read:
        if role == "photo":
            read = _of_caption(read)
        return replace(read, place=name, role=role if read.role == "text" else read.role)
    holders, years = read_statement("© " + text) if len(text) <= 120 else ((), ())
    agency = next(iter(agencies_in(text)), None)
    kind: NoticeKind = "photo" if role == "photo" else "copyright" if holders else "rights"
    return Notice(kind=kind, words=text, role=role, place=name, holders=holders, years=years, agency=agency)


def _role_of(element: str) -> NoticeRole:
    if element.startswith(_FEED_ELEMENTS):
        return "feed"
    return "photo" if element.startswith(_PHOTO_ELEMENTS) else "text"


def _dateline_of(paragraphs: Sequence[str]) -> Dateline | None:
    """The first dateline among the first paragraphs, up to the first that carries the text."""
    for paragraph in paragraphs[:_DATELINE_WITHIN]:
        if dateline := read_dateline(paragraph):
            return dateline
    return None


def _rights_of(notices: Iterable[Notice]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Holders and years of the text: those of its notices, the article's own before the elements'."""
    stated = [n for n in notices if n.role == "text" and n.kind in ("copyright", "rights") and n.holders]
    holders: dict[str, str] = {}
    for notice in stated:
        for holder in notice.holders:
            holders.setdefault(holder.casefold(), holder)
    years = [year for notice in stated for year in notice.years]
    return tuple(holders.values()), tuple(sorted({min(years), max(years)})) if years else ()


def _signs(notice: Notice, authors: Sequence[str]) -> bool:
    """Whether a line that may credit a picture is the byline: "Jane Roe, AP" where Jane Roe is an author."""
    if notice.kind != "photo" or notice.place not in ("start", "end") or PICTURE.search(notice.words):
        return False
    words = notice.words.casefold()
    return any(author.casefold() in words for author in authors if " " in author)


def _agency_of(
    notices: Sequence[Notice], dateline: Dateline | None, authors: Sequence[str], source: str
) -> tuple[str | None, str | None]:
    """The agency that wrote the text and what says so, the surest witness first."""
    said = ((n.agency, "notice") for n in notices if n.role == "text" or _signs(n, authors))
    filed = ((agency_named(dateline.agency), "dateline"),) if dateline and dateline.agency else ()
    signed = ((next(iter(agencies_in(author)), None), "author") for author in authors)
    for agency, witness in (*said, *filed, *signed, (agency_named(source), "source")):
        if agency:
            return agency, witness
    return None, None
