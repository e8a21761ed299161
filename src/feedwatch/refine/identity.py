"""Who an item is, and what it says: the keys by which it is recognised.

An item is known within its feed by its guid; publishers who send one guid with several items, or none, are
met where the whole document is in view. `METHOD` numbers the cleaning: bump it when the same item would read
differently, so that an edit of ours is never taken for the publisher's.
"""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

from feedwatch.model import Notice, key64
from feedwatch.refine.entry import Entry

METHOD = 4
FEW_ITEMS = 3

# What parts words and says nothing: blanks and marks, in ASCII taken out as bytes, for that costs a quarter
# of finding the words.
_MARKS_ASCII = bytes(range(0x30)) + bytes(range(0x3A, 0x41)) + b"[\\]^`{|}~\x7f"
_ASCII = bytes(range(128))
_SMALL = bytes(range(256)).lower()
_BLANKS = bytes(code for code in range(128) if chr(code).isspace())
# Beyond ASCII: blocks of marks that hold “ ” ’ – …, « » ·, 、 。 「 」; then single ones.
_BLOCKS = (range(0x2000, 0x2040), range(0x80, 0xC0), range(0x3000, 0x3040))
_MARKS = frozenset(map(chr, chain(*_BLOCKS))) | frozenset("，：；！？（）،؛؟।")


def item_keys(entries: Sequence[Entry]) -> list[int]:
    """One key an entry, in order; equal keys in one document are one item sent twice.

    guid; guid and address where one guid stands on several addresses; address where there is no guid; the
    title too where entries of different titles share both (one guid for all, one front page as every link);
    title, dates and texts where there is neither.
    """
    links: dict[str, set[str]] = {}
    titles: dict[tuple[str, str], set[str]] = {}
    for entry in entries:
        links.setdefault(entry.guid, set()).add(entry.link)
        titles.setdefault((entry.guid, entry.link), set()).add(entry.title.text)
    return [
        _item_key(entry, len(links[entry.guid]) > 1, len(titles[entry.guid, entry.link]) > 1)
        for entry in entries
    ]


def _item_key(entry: Entry, several_links: bool, several_titles: bool) -> int:
    if not entry.guid and not entry.link:
        dates = "\0".join(raw for _, raw in entry.dates)
        return key64(f"words\0{entry.title.text}\0{dates}\0{entry.summary.text}\0{entry.content.text}")
    if several_titles:
        return key64(f"title\0{entry.guid}\0{entry.link}\0{entry.title.text}")
    if entry.guid and not several_links:
        return key64(f"guid\0{entry.guid}")
    return key64(f"link\0{entry.guid}\0{entry.link}")


def raw_print(entry: Entry) -> int:
    """The fingerprint of an entry as sent."""
    return key64(entry.raw)


def shared_pages(entries: Sequence[Entry]) -> frozenset[str]:
    """The pages that entries of different words share: a front page, a live blog, the article under its
    comments. Such an address is nobody's identity."""
    words: dict[str, set[tuple[str, str, str]]] = {}
    for entry in entries:
        said = (entry.title.text, entry.summary.text, entry.content.text)
        words.setdefault(page_of(entry.link), set()).add(said)
    return frozenset(page for page, different in words.items() if len(different) > 1)


def sharing_guids(entries: Sequence[Entry]) -> int:
    """How many entries have a guid that stands for other entries too."""
    items: dict[str, set[tuple[str, str]]] = {}
    for entry in entries:
        if entry.guid:
            items.setdefault(entry.guid, set()).add((entry.link, entry.title.text))
    return sum(len(different) for different in items.values() if len(different) > 1)


def items_key(keys: Collection[int]) -> int | None:
    """Equal for documents of the same items, in any order; None for so few that it proves nothing."""
    return key64(repr(sorted(keys))) if len(keys) >= FEW_ITEMS else None


def page_of(link: str) -> str:
    """A link without the part of the page that it points to."""
    return link.partition("#")[0]


class Encoded(NamedTuple):
    """A text, the same in UTF-8, and what of it is beyond ASCII: made once for both fingerprints."""

    text: str
    utf8: bytes
    beyond: str


def encoded(text: str) -> Encoded:
    """The text in UTF-8; "?" where a surrogate stands."""
    utf8 = text.encode("utf-8", "replace")
    return Encoded(text, utf8, "" if utf8.isascii() else utf8.translate(None, _ASCII).decode())


def words_key(title: Encoded, text: Encoded) -> int:
    """Equal for texts that agree word for word, whatever their punctuation, case and spacing."""
    beyond = title.beyond + text.beyond
    if beyond:
        whole = f"{title.text} {text.text}"
        if beyond != beyond.casefold():
            whole = whole.casefold()
        for mark in _MARKS.intersection(beyond):
            whole = whole.replace(mark, "")
        said = whole.encode("utf-8", "replace")
    else:
        said = title.utf8 + text.utf8
    return key64(said.translate(_SMALL, _MARKS_ASCII))


def said(title: Encoded, summary: Encoded, text: Encoded, notices: Sequence[Notice]) -> int:
    """What a publisher has said: changes when a reader would call it an edit, and only then.

    Not in it: white space; the credit of a picture, for another picture is no edit of the words, as it is
    none where its credit stays the same; nor what the page around adds ("Read more", "Follow us").
    """
    telling = (notice for notice in notices if notice.role == "text" and not _is_of_the_page(notice))
    lines = [title, summary, text, *(encoded(notice.words) for notice in telling)]
    return key64(b"\0".join(map(_without_blanks, lines)))


def _without_blanks(line: Encoded) -> bytes:
    if line.beyond.isprintable():  # as white space is not
        return line.utf8.translate(None, _BLANKS)
    return "".join(line.utf8.decode().split()).encode()


def _is_of_the_page(notice: Notice) -> bool:
    """Whether a line of syndication names nobody: an invitation to read on, to follow, to subscribe."""
    return notice.kind == "syndication" and not (notice.holders or notice.agency)
