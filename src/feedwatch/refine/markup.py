"""HTML → text (`text`) and safe HTML (`safe`); titles and other lines → one clean line.

The door for everybody outside; laws:
  * text keeps the publisher's paragraphs, apart by a blank line; inline markup never parts a word;
  * what a reader does not see says nothing: scripts, styles, comments, forms, pixels, links that share;
  * safe HTML is an allow-list, and safe twice is safe once;
  * nothing here raises, and everything is linear in the length of its input.
"""

import re
from functools import lru_cache

from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.refine.characters import clean_line, unmangled
from feedwatch.refine.elements import TAG
from feedwatch.refine.safe import safe_html
from feedwatch.refine.text import (
    ANY_MARK,
    Reading,
    is_html,
    left_over,
    marked_text,
    paragraphs_of,
    read,
    text_of,
    unescaped,
)

__all__ = [
    "Reading",
    "clean_line",
    "is_html",
    "paragraphs_of",
    "plain",
    "read",
    "safe_html",
    "text_of",
    "trim_boilerplate",
    "without_outlet",
]

_LINE_READ = 20_000  # characters of a title that are looked at
_SEPARATOR = re.compile(r"\s[-–—|·•:/]{1,3}\s|\s?[|_｜－]\s?|\s»\s")
# What an outlet's name may have behind the word that its domain is made of.
_NAME_ENDS = (
    "",
    "news",
    "com",
    "online",
    "newsonline",
    "org",
    "net",
    "world",
    "english",
    "international",
    "uk",
)


def plain(value_text: str, *, markup: bool, outlet: str = "") -> str:
    """A title or another one-line field: tags out, entities decoded at most twice, certain mojibake repaired.

    A trailing name of the outlet (" - BBC News", " | Reuters") goes if it names `outlet`.
    """
    text = unmangled(value_text[:_LINE_READ])
    if TAG.search(text) and (markup or is_html(text)):
        text = marked_text(text)
    else:
        text = unescaped(text)
        if is_html(text):
            text = marked_text(text)
    line = clean_line(ANY_MARK.sub(" ", left_over(text)))
    return without_outlet(line, outlet) if outlet else line


def without_outlet(line: str, *outlets: str) -> str:
    """The line without a separator and the name of one of the outlets at its end."""
    ends = [match.span() for match in _SEPARATOR.finditer(line)]
    for start, end in ends[-3:]:
        name = _letters(line[end:])
        if name and line[:start].strip() and any(name in _names_of(outlet) for outlet in outlets):
            return line[:start].rstrip()
    return line


@lru_cache(maxsize=1024)
def called(title: str) -> tuple[str, ...]:
    """What a feed's title may call its outlet: "World - The New York Times" is the whole, and "The New York
    Times". A single word of it is a section ("World")."""
    parts = (part.strip() for part in _SEPARATOR.split(title[:_LINE_READ]))
    return tuple(dict.fromkeys(filter(None, (title, *(part for part in parts if " " in part)))))


@lru_cache(maxsize=1024)
def _names_of(outlet: str) -> frozenset[str]:
    """What an outlet is called, in letters alone: "BBC News" for bbc.com."""
    wanted = _letters(outlet)
    bare = wanted.removeprefix("the")
    label = _letters(outlet.split(".")[0]) if "." in outlet else wanted
    return frozenset((wanted, bare, *(f"{the}{label}{more}" for the in ("", "the") for more in _NAME_ENDS)))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
