"""What an article said before and says now: the versions side by side, newest first, by paragraph."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from feedwatch.model import VersionLine
from feedwatch.present import escape, times
from feedwatch.present.layout import width, wrap
from feedwatch.present.terminal import Line

_MOST_PARAGRAPHS = 400  # compared each way: the comparison is quadratic at worst
_MOST_WORDS = 1500  # of a changed passage that are compared one by one
_LIVE = 12  # versions from which an article is a live blog, told by the hour
_LOOKS = {"-": "red", "+": "green", " ": "dim"}


def page(versions: Sequence[VersionLine], *, columns: int | None, corrected: bool = False) -> Iterator[Line]:
    """Each version with what it changed, in lines of at most so many columns; None leaves lines whole.

    That the article says it was corrected stands before them.
    """
    if corrected:
        yield [("its publisher says that it was corrected", "yellow")]
        yield []
    ordered = _folded(sorted(versions, key=lambda version: version.n))
    steps = [*reversed(list(pairwise(ordered))), *((None, first) for first in ordered[:1])]
    for at, (before, after) in enumerate(steps):
        if at:
            yield []
        yield [(_headline(after, edited=before is not None), "bold"), *_between(before, after)]
        for mark, text in _changes(before, after):
            for row in wrap(text, columns - 4) if columns else [text]:
                yield [(f"  {mark} {row}", _LOOKS[mark])]


def diff(before: VersionLine, after: VersionLine, *, columns: int | None) -> Iterator[Line]:
    """What changed from one version to another, word by word: `[-gone-]` and `{+new+}`.

    Paragraphs that stayed are left out. `columns` None leaves lines whole.
    """
    yield [
        (f"version {before.n} of {times.short(before.since)} UTC → ", "dim"),
        (_headline(after, edited=True), "bold"),
    ]
    old, new = _said(before), _said(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if kind != "equal":
            yield []
            yield from _marked(" ".join(old[old_from:old_to]), " ".join(new[new_from:new_to]), columns)


def _marked(old: str, new: str, columns: int | None) -> Iterator[Line]:
    was, now = old.split()[:_MOST_WORDS], new.split()[:_MOST_WORDS]
    pieces: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    for kind, was_from, was_to, now_from, now_to in matcher.get_opcodes():
        if kind == "equal":
            pieces += ((word, "") for word in was[was_from:was_to])
            continue
        gone, come = was[was_from:was_to], now[now_from:now_to]
        if gone:
            pieces += _bracketed("[-", gone, "-]", "red strike")
        if come:
            pieces += _bracketed("{+", come, "+}", "green")
    return _filled(pieces, columns)


def _bracketed(start: str, words: Sequence[str], end: str, style: str) -> list[tuple[str, str]]:
    marked = [*words]
    marked[0] = start + marked[0]
    marked[-1] += end
    return [(word, style) for word in marked]


def _filled(pieces: Sequence[tuple[str, str]], columns: int | None) -> Iterator[Line]:
    """Words with their styles in lines."""
    row: list[tuple[str, str]] = []
    taken = 0
    for word, style in pieces:
        need = width(word) + 1
        if row and columns and taken + need > columns:
            yield row
            row, taken = [], 0
        row += [(" ", ""), (word, style)] if row else [(word, style)]
        taken += need
    if row:
        yield row


def _folded(versions: Sequence[VersionLine]) -> Sequence[VersionLine]:
    """Of a live blog the first version and the last of each hour; of other articles every version."""
    if len(versions) < _LIVE:
        return versions
    last_of_hour = {version.since[:13]: version for version in versions}
    return [*versions[:1], *(one for one in last_of_hour.values() if one is not versions[0])]


def _between(before: VersionLine | None, after: VersionLine) -> Line:
    between = after.n - before.n - 1 if before else 0
    return [(f" · with {between} more within the hour", "dim")] if between else []


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
