"""What a document says before anyone cleans it: the values that every feed format is read into.

Laws:
  * texts are as published, with the escaping of XML or JSON undone once and nothing else changed;
  * links are absolute http(s) addresses or "";
  * equal entries give equal `raw` bytes, whenever and from wherever they are fetched.
"""

from dataclasses import dataclass, field
from typing import Literal

from feedwatch.model import Enclosure, Problem

DateElement = Literal["published", "updated", "dc:date"]


@dataclass(frozen=True, slots=True)
class Value:
    """A text as published, and whether it is HTML (`markup`) or plain text."""

    text: str = ""
    markup: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the publisher sent it; absent fields are empty."""

    guid: str = ""
    link: str = ""
    base: str = ""  # what relative links in the texts are resolved against
    title: Value = Value()
    summary: Value = Value()
    content: Value = Value()  # the longest, when there are several
    dates: tuple[tuple[DateElement, str], ...] = ()  # in document order, strings exactly as sent
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    language: str | None = None
    rights: tuple[tuple[str, str], ...] = ()  # (element, text): ("dc:rights", "© Example 2024")
    source_name: str = ""  # who the entry was taken from, when it says so
    source_url: str = ""
    comments: str = ""  # address of the discussion
    raw: bytes = field(default=b"", repr=False)  # the whole entry as compact, sorted JSON


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document: what it says of itself, and its first entries in document order."""

    format: str  # "rss20", "atom10", "json11", …; "" when the document does not say
    title: str = ""
    site: str = ""
    language: str | None = None
    rights: tuple[tuple[str, str], ...] = ()  # (("channel/copyright", "…"), …)
    ttl_s: int | None = None
    entries: tuple[Entry, ...] = ()
    problems: tuple[Problem, ...] = ()
    dropped: int = 0  # entries beyond the caller's limit
