"""Text as keywords are compared with it, and the way back to the places in the original.

Case folded, canonically composed, without marks that only vocalise or shape (Arabic and Hebrew points,
tatweel, soft hyphens, zero-width and direction characters), with one letter for the Arabic and Persian forms
of alef, yeh and kaf, and one space for a hyphen, a line break or a run of white space. A zero-width
non-joiner stays: it parts words in Persian and Kurdish, yet joins endings.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

ZWNJ = "\u200c"
BREAK = "\x01"  # a paragraph's end, a dash, a quotation: no phrase goes on behind it

_BETWEEN = "\x02"

_POINTS = "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
_INVISIBLE = "\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
_GONE = re.compile(f"[{_POINTS}{_INVISIBLE}]+")
_MARKS = "\u0300-\u036f\u0483-\u0487\u3099\u309a"
_DECOMPOSED = re.compile(f"[^{_MARKS}][{_MARKS}]+")
# Ligatures, presentation and full-width forms, and the letters whose folding is longer than they are.
_COMPATIBLE = re.compile("[\u00df\u1e9e\ufb00-\ufdfb\ufe70-\ufefc\uff01-\uffee\U0001d400-\U0001d7ff]")
_SHARP = {"ß": "ss", "ẞ": "SS"}
_BLANKS = re.compile("  +")  # not " {2,}": that stops at every space, 20 times slower

# Replaced one at a time: 30 passes in C take a tenth of the time of one `translate` by a table.
_ASCII_SIGNS = (*((space, " ") for space in "\t\n\v\f\r-"), ("`", "'"))
_SIGNS = (
    *((sign, BREAK) for sign in "“”–—…"),  # with the next, all that keeps most texts from being ASCII
    *((apostrophe, "'") for apostrophe in "’‘´ʻʼʿ"),
    *((space, " ") for space in "\u00a0\u2002\u2003\u2009\u202f\u3000\u2028\u2029"),
    *((hyphen, " ") for hyphen in "\u2010\u2011\u2012\u2212"),
)
_LETTERS = (
    *((alef, "ا") for alef in "أإآٱ"),
    *((yeh, "ي") for yeh in "یىې"),
    *((kaf, "ك") for kaf in "کڪ"),
    *((heh, "ه") for heh in "ہھ"),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; `cased` is the same without folding of letter case, of equal length."""

    text: str
    cased: str
    _anchors: tuple[tuple[tuple[int, int], ...], ...] = ()  # a step back each: (place in this, place before)

    def place(self, at: int) -> int:
        """Where in the original the character at `at` begins."""
        for anchors in self._anchors:
            found = bisect_right(anchors, (at, 1 << 62)) - 1
            here, before = anchors[found]
            at = before + at - here
            if found + 1 < len(anchors):
                at = min(at, anchors[found + 1][1])
        return at


def fold(original: str) -> Folded:
    """A text as it is compared; linear in its length."""
    text = original.replace("\n\n", BREAK * 2).replace(" - ", f" {BREAK} ")
    anchors: list[tuple[tuple[int, int], ...]] = []

    def step(pattern: re.Pattern[str], by: Callable[[str], str]) -> None:
        nonlocal text
        text, moved = _replaced(text, pattern, by)
        if moved:
            anchors.append(moved)

    for sign, same in _ASCII_SIGNS if text.isascii() else _SIGNS + _ASCII_SIGNS:
        text = text.replace(sign, same)
    if not _is_plain(text):
        step(_GONE, lambda _: "")
        if not unicodedata.is_normalized("NFC", text):
            step(_DECOMPOSED, _composed)
        step(_COMPATIBLE, _compatible)
        for letter, same in _LETTERS:
            text = text.replace(letter, same)
    if "  " in text:
        step(_BLANKS, lambda _: " ")
    return Folded(_lowered(text), text, tuple(reversed(anchors)))


def fold_all(texts: Sequence[str], *, cased: bool) -> list[str]:
    """Short texts as they are compared (`cased` or `text` of each): one call costs more than ten of them."""
    folded = fold(_BETWEEN.join(text.replace(_BETWEEN, " ") for text in texts))
    return (folded.cased if cased else folded.text).split(_BETWEEN) if texts else []


def _is_plain(text: str) -> bool:
    """True if a text has only characters of Latin-1 that fold one to one."""
    if text.isascii():
        return True
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return "ß" not in text and "\u00ad" not in text


def _composed(cluster: str) -> str:
    # "i" with a dot above is what other programs' lower case makes of the Turkish "İ".
    return unicodedata.normalize("NFC", cluster).replace("i\u0307", "i")


def _compatible(char: str) -> str:
    if char in _SHARP:
        return _SHARP[char]
    return _GONE.sub("", unicodedata.normalize("NFKC", char))


def _lowered(text: str) -> str:
    """The text without letter case, character by character."""
    if text.isascii():
        return text.lower()
    lowered = text.replace("İ", "i").casefold()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.casefold()) == 1 else char for char in text.replace("İ", "i"))


def _replaced(
    text: str, pattern: re.Pattern[str], by: Callable[[str], str]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text after the replacements, and the places (after, before) from which both run in step."""
    anchors = [(0, 0)]
    pieces: list[str] = []
    last = length = 0
    for match in pattern.finditer(text):
        piece = by(match[0])
        length += match.start() - last + len(piece)
        pieces += (text[last : match.start()], piece)
        last = match.end()
        anchors += ((length - len(piece), match.start()), (length, last))
    if not pieces:
        return text, ()
    pieces.append(text[last:])
    return "".join(pieces), tuple(anchors)
