"""Text in columns: widths as a terminal counts them, cutting, padding, wrapping.

Widths follow Unicode's East Asian Width: wide and fullwidth characters take two columns, combining marks and
joiners none. What comes in is one line that went through `escape.line`.
"""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

_ADDRESS = ("https://", "http://")
_MOST_MARKS = 4  # on one letter: Hebrew and Arabic need three; more is drawn over the lines above


def width(text: str) -> int:
    """How many columns the text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def cut(text: str, columns: int) -> str:
    """The text in at most so many columns (at least 1); `…` stands for what was cut off."""
    if len(text) <= columns and text.isascii():
        return text
    kept: list[str] = []
    taken = marks = 0
    room_with_mark = 0  # how many of `kept` still leave room for the ellipsis
    for char in text:
        step = _columns(char)
        marks = 0 if step else marks + 1
        if marks > _MOST_MARKS:
            continue
        if taken + step > columns:
            return "".join(kept[:room_with_mark]) + "…"
        kept.append(char)
        taken += step
        if taken < columns:
            room_with_mark = len(kept)
    return "".join(kept)


def fit(text: str, columns: int) -> str:
    """The text in exactly so many columns: cut or padded."""
    shown = cut(text, columns)
    return shown + " " * (columns - width(shown))


def wrap(text: str, columns: int) -> Iterator[str]:
    """Lines of at most so many columns, broken at spaces; a word that is wider is broken anywhere, but for an
    address: it can be copied."""
    row, taken = "", 0
    for word in text.split():
        need = width(word)
        if row and taken + 1 + need > columns:
            yield row
            row, taken = "", 0
        if need > columns and not word.startswith(_ADDRESS):
            *full, word = _pieces(word, columns)
            yield from full
            need = width(word)
        row, taken = (f"{row} {word}", taken + 1 + need) if row else (word, need)
    if row:
        yield row


def _pieces(word: str, columns: int) -> list[str]:
    pieces, start, taken = [], 0, 0
    for at, char in enumerate(word):
        step = _columns(char)
        if taken + step > columns and at > start:
            pieces.append(word[start:at])
            start, taken = at, 0
        taken += step
    return [*pieces, word[start:]]


def _columns(char: str) -> int:
    if char < "\u0300":
        return 1
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
