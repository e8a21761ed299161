"""Words for people: what an article without a title is called, how many there are, how large it is."""

from typing import Protocol

_WORDS = 9  # of a text, where there is no title: what a headline has
_LONGEST = 400  # characters that are looked at for them


class Said(Protocol):
    """Whatever a publisher said: an item, an article, a version."""

    @property
    def title(self) -> str: ...

    @property
    def summary(self) -> str: ...

    @property
    def text(self) -> str: ...


def called(said: Said) -> str:
    """The title; without one the first words of the text, in quotes; "untitled" when nothing is said.

    As it was said: every medium escapes it in its own way.
    """
    if said.title.strip():
        return said.title
    text = said.text or said.summary
    words = text[:_LONGEST].split()
    if not words:
        return "untitled"
    more = "…" if len(words) > _WORDS or len(text) > _LONGEST else ""
    return f"“{' '.join(words[:_WORDS])}{more}”"


def counted(count: int, noun: str) -> str:
    """`1 feed`, `3 feeds`; the noun is one that takes an s."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def sized(octets: int) -> str:
    """`356 kB`, `1.2 GB`: three figures at most."""
    size, unit = float(octets), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if size < 999.5:
            break
        size, unit = size / 1000, larger
    return f"{size:.1f} {unit}" if size < 9.95 and unit != "B" else f"{size:.0f} {unit}"
