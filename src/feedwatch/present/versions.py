"""What an article said before and says now: the versions side by side, newest first, by paragraph."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from feedwatch.model import VersionLine
from feedwatch.present import escape, times
from feedwatch.present.layout import wrap
from feedwatch.present.terminal import Line

_MOST_PARAGRAPHS = 400  # compared each way: the comparison is quadratic at worst
_LOOKS = {"-": "red", "+": "green", " ": "dim"}


def page(versions: Sequence[VersionLine], *, columns: int | None) -> Iterator[Line]:
    """Each version with what it changed, in lines of at most so many columns; None leaves lines whole."""
    ordered = sorted(versions, key=lambda version: version.n)
    steps = [*reversed(list(pairwise(ordered))), *((None, first) for first in ordered[:1])]
    for at, (before, after) in enumerate(steps):
        if at:
            yield []
        yield [(_headline(after, edited=before is not None), "bold")]
        for mark, text in _changes(before, after):
            for row in wrap(text, columns - 4) if columns else [text]:
                yield [(f"  {mark} {row}", _LOOKS[mark])]


def _headline(version: VersionLine, *, edited: bool) -> str:
    parts = [f"version {version.n}", f"since {times.short(version.since)} UTC"]
    if version.until:
        parts.append(f"until {times.short(version.until)} UTC")
    if version.cause == "recleaned":
        parts.append("cleaned anew by feedwatch, not the publisher's edit")
    elif edited and version.stealth:
        parts.append("edited in silence")
    return " · ".join(parts)


def _changes(before: VersionLine | None, after: VersionLine) -> Iterator[tuple[str, str]]:
    new = _said(after)
    if before is None:
        yield from ((" ", text) for text in new[:1])
        return
    old = _said(before)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind != "equal":
            yield from (("-", text) for text in old[old_from:old_to])
            yield from (("+", text) for text in new[new_from:new_to])


def _said(version: VersionLine) -> list[str]:
    paragraphs = [version.title, *version.text.split("\n\n")[:_MOST_PARAGRAPHS]]
    return [escape.line(paragraph).strip() for paragraph in paragraphs]
