"""One article in prose: the archive form, Markdown, and a page for a person at a terminal."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from feedwatch.model import Article, Listed
from feedwatch.present import escape, reasons, times
from feedwatch.present.layout import wrap
from feedwatch.present.reasons import Reasons
from feedwatch.present.terminal import Line, listing
from feedwatch.present.wording import called, counted

READABLE = 88  # columns; longer lines lose the reader's eye on its way back
_PRECISE = {"year": 4, "month": 7, "day": 10}  # how much of an instant is honest
_FROM = {
    "first-seen": "when first seen",
    "updated": "the date of its last update",
    "url": "from its address",
    "dateline": "from its dateline",
}


def archive_form(article: Article) -> str:
    """`date YYYY-MM-DD`, a space, the paragraphs, last the copyright line, without a newline at the end.

    The day is the publisher's own (UTC if no offset was given); that of the first sighting if the article has
    no date. Paragraphs are separated by blank lines.
    """
    day = times.local(article.published or article.first_seen, article.published_offset).date()
    paragraphs = _paragraphs(article)
    opening = f"date {day.isoformat()} {paragraphs[0]}".rstrip()
    notice = [escape.line(article.copyright)] if article.copyright else []
    return "\n\n".join([opening, *paragraphs[1:], *notice])


def _paragraphs(article: Article) -> list[str]:
    text = escape.lines(article.text or article.summary or article.title)
    return [stripped for one in text.split("\n\n") if (stripped := one.strip())] or [""]


def markdown_form(article: Article, *, story: Sequence[Listed] = (), why: Reasons | None = None) -> str:
    """The article as a Markdown document; nothing in its text is markup."""
    credit = " · ".join(escape.markdown(part) for part in _credit(article))
    known = [fact for fact in _facts(article, story) if fact[0] != "link"]
    known += [*_carried(story), *(reasons.evidence(article) if why else [])]
    return "\n\n".join(
        [
            f"# {escape.markdown_link(called(article), article.url)}",
            f"*{credit}*",
            *(escape.markdown_lines(paragraph) for paragraph in _paragraphs(article)),
            *([escape.markdown(article.copyright)] if article.copyright else []),
            "\n".join(f"- {escape.markdown(name)}: {escape.markdown(value)}" for name, value in known),
            *(["\n".join(_items(reasons.page(why, columns=None)))] if why else []),
        ]
    ).rstrip()


def _items(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as a list; those further in are items of the one before."""
    for text in ("".join(piece for piece, _ in line) for line in lines):
        if text.strip():
            yield f"{'  ' * text.startswith(' ')}- {escape.markdown(text)}"


def why_lines(article: Article, why: Reasons, *, columns: int | None) -> Iterator[Line]:
    """What earned each tag, and why the article is what it is; `columns` None leaves lines whole."""
    earned = reasons.evidence(article)
    if columns is None:
        yield from (
            [(f"{escape.line(tag)}: {line}", "")]
            for tag, lines in earned
            for line in escape.lines(lines).split("\n")
        )
    else:
        yield from listing(earned, columns)
    if earned:
        yield []
    yield from reasons.page(why, columns=columns)


def page(
    article: Article, *, columns: int, now: datetime, story: Sequence[Listed] = (), why: Reasons | None = None
) -> Iterator[Line]:
    """The article for a person, in lines of at most so many columns: title, credit, text, what we know."""
    width = min(columns, READABLE)
    yield from _wrapped(called(article), width, "bold")
    yield from _wrapped(" · ".join([*_credit(article), times.age(article.when, now)]), width, "dim")
    for paragraph in _paragraphs(article):
        yield []
        for row in paragraph.split("\n"):
            yield from _wrapped(row, width, "")
    if article.copyright:
        yield []
        yield from _wrapped(article.copyright, width, "yellow")
    for facts in (_facts(article, story), _carried(story)):
        if facts:
            yield []
            yield from listing(facts, width)
    if why:
        yield []
        yield from why_lines(article, why, columns=width)


def _credit(article: Article) -> list[str]:
    parts = [article.outlet, ", ".join(article.authors[:5]), _dated(article)]
    return [part for part in parts if part]


def _dated(article: Article) -> str:
    """The date as far as it is honest, in UTC and on the publisher's own clock."""
    if article.published is None:
        return f"{times.short(article.first_seen)} UTC, {_FROM['first-seen']}"
    source = f", {_FROM[article.published_from]}" if article.published_from in _FROM else ""
    source += _doubt(article)
    there = times.local(article.published, article.published_offset)
    if length := _PRECISE.get(article.published_precision):
        return there.isoformat()[:length] + source
    offset = article.published_offset
    at_home = f" ({there:%H:%M} at {times.offset(offset)})" if offset else ""
    return f"{times.short(article.published)} UTC{at_home}{source}"


def _doubt(article: Article) -> str:
    """What is odd about the date, in brackets; "" if nothing is."""
    match article.date_doubt:
        case "future":
            return " (in the future; listed by first sight)"
        case "far":
            return f" (long before first sight on {article.first_seen[:10]}; listed by that)"
        case "dateline":
            return f" (its dateline says {article.dateline.day})" if article.dateline else ""
    return ""


def _facts(article: Article, story: Sequence[Listed]) -> list[tuple[str, str]]:
    named = {
        "tags": ", ".join(article.tags),
        "agency": " ".join(part for part in (article.agency, _by(article.agency_from)) if part),
        "dateline": article.dateline.words if article.dateline else "",
        "language": article.language or "",
        "feeds": ", ".join(article.feeds),
        "link": article.url,
        "also at": "\n".join(url for url in article.urls if url != article.url),
        "versions": _versions(article),
        "story": _story(story),
        "corrected": "its publisher says that it was" if article.corrected else "",
        "id": str(article.id),
    }
    return [(name, value) for name, value in named.items() if value]


def _by(source: str | None) -> str:
    return f"(by its {source})" if source else ""


def _carried(story: Sequence[Listed]) -> list[tuple[str, str]]:
    """Who else ran the dispatch, and how long after the first."""
    if len(story) < 2:
        return []
    first, *others = [listed.article for listed in story]
    after = [times.after(times.minutes(first.when, one.when)) for one in others]
    said = [f"{one.outlet or 'unknown'}: {called(one)} ({one.id})" for one in (first, *others)]
    return list(zip(("first", *after), said, strict=True))


def _versions(article: Article) -> str:
    if article.versions < 2:
        return ""
    silence = ", edited in silence" if article.stealth else ""
    return f"{article.versions}{silence} (feedwatch show {article.id} --versions)"


def _story(story: Sequence[Listed]) -> str:
    if len(story) < 2:
        return ""
    first = story[0]
    many = f"{counted(first.outlets, 'outlet')}, {counted(len(story), 'article')}"
    return f"{many} (feedwatch story show {first.article.story})"


def _wrapped(text: str, width: int, style: str) -> Iterator[Line]:
    return ([(row, style)] for row in wrap(escape.line(text), width))
