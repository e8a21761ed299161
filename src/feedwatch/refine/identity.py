"""Who an item is, and what it says: the keys by which it is recognised.

An item is known within its feed by its guid; publishers who send one guid with several items, or none, are
met where the whole document is in view. `METHOD` numbers the cleaning: bump it when the same item would read
differently, so that an edit of ours is never taken for the publisher's.
"""

from collections.abc import Collection, Sequence

from feedwatch.model import Notice, key64
from feedwatch.refine.entry import Entry

METHOD = 3
FEW_ITEMS = 3

# What parts words and says nothing: blanks and marks in ASCII, and as UTF-8 the common ones beyond it. Taken
# out as bytes, for that costs a quarter of finding the words.
_MARKS_ASCII = bytes(range(0x30)) + bytes(range(0x3A, 0x41)) + b"[\\]^`{|}~\x7f"
_ASCII = bytes(range(128))
_SMALL = bytes(range(256)).lower()
_LINE_ENDS = bytes(10 if chr(code).isspace() and code != 32 else code for code in range(128))
_LINE_ENDS += bytes(range(128, 256))
# Beyond ASCII by the bytes that blocks of marks begin with: “ ” ’ – …, « » ·, 、 。 「 」; then single ones.
_MARK_BLOCKS = (b"\xe2\x80", b"\xc2", b"\xe3\x80")
_MARKS = frozenset("，：；！？（）،؛؟।")


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


def words_key(title: str, text: str) -> int:
    """Equal for texts that agree word for word, whatever their punctuation, case and spacing."""
    whole = f"{title} {text}"
    said = whole.encode("utf-8", "replace")
    if said.isascii():
        return key64(said.translate(_SMALL, _MARKS_ASCII))
    beyond = _beyond_ascii(said)
    marks = beyond.encode()
    if beyond != beyond.casefold():
        said = whole.casefold().encode("utf-8", "replace")
    said = said.translate(_SMALL, _MARKS_ASCII)
    for block in _MARK_BLOCKS:
        if block in marks:
            first, *others = said.split(block)
            said = first + b"".join([other[1:] for other in others])
    for mark in _MARKS.intersection(beyond):
        said = said.replace(mark.encode(), b"")
    return key64(said)


def said(title: str, summary: str, text: str, notices: Sequence[Notice]) -> int:
    """What a publisher has said: changes when a reader would call it an edit, and only then.

    Not in it: the credit of a picture, for another picture is no edit of the words, as it is none where its
    credit stays the same; nor what the page around the article adds ("Read more", "Follow us").
    """
    telling = (notice for notice in notices if notice.role == "text" and not _is_of_the_page(notice))
    lines = [title, summary, text, *(notice.words for notice in telling)]
    return key64(b"\0".join(map(_single_spaced, lines)))


def _single_spaced(line: str) -> bytes:
    """A line in UTF-8 with its white space as single blanks, as `split` and `join` make it, but quicker."""
    said = line.encode("utf-8", "replace")
    if not said.isascii() and not _beyond_ascii(said).isprintable():  # as white space is not
        said = " ".join(line.split()).encode("utf-8", "replace")
    lines = said.translate(_LINE_ENDS).split(b"\n")
    joined = b" ".join(filter(None, lines)).strip()
    return b" ".join(joined.split()) if b"  " in joined else joined


def _beyond_ascii(said: bytes) -> str:
    return said.translate(None, _ASCII).decode()


def _is_of_the_page(notice: Notice) -> bool:
    """Whether a line of syndication names nobody: an invitation to read on, to follow, to subscribe."""
    return notice.kind == "syndication" and not (notice.holders or notice.agency)
