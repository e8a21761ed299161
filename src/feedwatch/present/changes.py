"""What one version of an article says otherwise than another: by part, by paragraph, by word.

Laws: every word of both versions that the other has not is in one change, however long the texts are; time
grows with their length alone. Short passages are told with the fewest changes. Where a comparison in full
would cost the square of the length, the words that stand once on both sides are matched first (patience diff,
Bram Cohen); what cannot be matched so is told as replaced whole, which is coarse and hides nothing.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from feedwatch.model import VersionLine
from feedwatch.present import escape

Part = Literal["title", "text", "summary", "copyright", "notices"]
PieceKind = Literal["same", "gone", "new"]
PARTS: tuple[Part, ...] = ("title", "summary", "text", "copyright", "notices")
END = "\n"  # the word between two paragraphs

_FEW = 120  # words of both sides of which the fewest changes are found
_SMALL = 1_000  # words of both sides that are compared in full
_PAIRS = 16  # of like words for each of these
_DEEPEST = 8  # levels of words that stand once between words that stand once
_Block = tuple[int, int, int]  # where in the one, where in the other, how many are the same


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, and whether both versions have it; `END` is a word of its own."""

    kind: PieceKind
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A passage that is another now: the paragraphs it was and those it is, and where they stand."""

    part: Part
    at: int  # of the first paragraph in its part as it is now, from 1
    was: tuple[str, ...]
    now: tuple[str, ...]

    def pieces(self) -> tuple[Piece, ...]:
        """The passage word by word, what is gone before what is new in its place."""
        return tuple(_pieces(_words(self.was), _words(self.now)))


def said(version: VersionLine, part: Part) -> tuple[str, ...]:
    """A part of a version in paragraphs, each on one line; () where it says nothing."""
    stored = version.notices if part == "notices" else (getattr(version, part),)
    paragraphs = (escape.line(one).strip() for text in stored for one in text.split("\n\n"))
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def changes(before: VersionLine, after: VersionLine) -> tuple[Change, ...]:
    """What a version says otherwise than another, part by part in the order of `PARTS`.

    The copyright is read from the notices: where they are others, it is not told a second time.
    """
    found = [change for part in PARTS for change in _changes(part, said(before, part), said(after, part))]
    told = any(change.part == "notices" for change in found)
    return tuple(change for change in found if not (told and change.part == "copyright"))


def changed_words(found: Sequence[Change]) -> int:
    """How many words were put, taken out or replaced by others; a word for a word is one."""
    return sum(
        max(len(_bare(gone)), len(_bare(new)))
        for change in found
        for is_same, gone, new in _runs(_words(change.was), _words(change.now))
        if not is_same
    )


def _changes(part: Part, was: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    at = 1
    for is_same, gone, new in _runs(was, now):
        if not is_same:
            yield Change(part, at, tuple(gone), tuple(new))
        at += len(new)


def _pieces(was: Sequence[str], now: Sequence[str]) -> Iterator[Piece]:
    for is_same, gone, new in _runs(was, now):
        if is_same:
            yield Piece("same", tuple(gone))
            continue
        if gone:
            yield Piece("gone", tuple(gone))
        if new:
            yield Piece("new", tuple(new))


def _words(paragraphs: Sequence[str]) -> list[str]:
    return [word for paragraph in paragraphs for word in (END, *paragraph.split())][1:]


def _bare(words: Sequence[str]) -> list[str]:
    return [word for word in words if word != END]


# --- sequences -------------------------------------------------------------------------------------


def _runs(was: Sequence[str], now: Sequence[str]) -> Iterator[tuple[bool, Sequence[str], Sequence[str]]]:
    """(same or not, what was, what is) from the beginning to the end of both."""
    blocks = [*_joined(_blocks(was, now)), (len(was), len(now), 0)]
    for (old, new, size), (next_old, next_new, _) in pairwise([(0, 0, 0), *blocks]):
        if size:
            yield True, was[old : old + size], now[new : new + size]
        gone, come = was[old + size : next_old], now[new + size : next_new]
        if gone or come:
            yield False, gone, come


def _joined(blocks: Iterator[_Block]) -> Iterator[_Block]:
    """Blocks that touch as one."""
    held: _Block | None = None
    for old, new, size in blocks:
        if held and (held[0] + held[2], held[1] + held[2]) == (old, new):
            held = (held[0], held[1], held[2] + size)
            continue
        if held:
            yield held
        held = (old, new, size)
    if held:
        yield held


def _blocks(was: Sequence[str], now: Sequence[str], depth: int = 0) -> Iterator[_Block]:
    """What both have in the same order: their common beginning, what is between, their common end."""
    start = _common(was, now)
    end = _common(was[start:][::-1], now[start:][::-1])
    if start:
        yield 0, 0, start
    middle = _between(was[start : len(was) - end], now[start : len(now) - end], depth)
    yield from ((start + old, start + new, size) for old, new, size in middle)
    if end:
        yield len(was) - end, len(now) - end, end


def _common(was: Sequence[str], now: Sequence[str]) -> int:
    length = min(len(was), len(now))
    return next((at for at in range(length) if was[at] != now[at]), length)


def _between(was: Sequence[str], now: Sequence[str], depth: int) -> Iterator[_Block]:
    if not was or not now:
        return
    size = len(was) + len(now)
    if size <= _FEW:
        yield from _fewest(was, now)
        return
    old, new = Counter(was), Counter(now)
    if size <= _SMALL and sum(count * new[word] for word, count in old.items()) <= _PAIRS * size:
        matcher = SequenceMatcher(None, was, now, autojunk=False)
        yield from ((one.a, one.b, one.size) for one in matcher.get_matching_blocks() if one.size)
    elif depth < _DEEPEST:
        once = {word for word, count in old.items() if count == new[word] == 1}
        anchors = [(-1, -1), *_rising(_places(was, now, once)), (len(was), len(now))]
        for (a, b), (next_a, next_b) in pairwise(anchors if len(anchors) > 2 else ()):
            if a >= 0:
                yield a, b, 1
            inner = _blocks(was[a + 1 : next_a], now[b + 1 : next_b], depth + 1)
            yield from ((a + 1 + old_at, b + 1 + new_at, size) for old_at, new_at, size in inner)


def _fewest(was: Sequence[str], now: Sequence[str]) -> list[_Block]:
    """What stays where the fewest words are put, taken out or replaced (Wagner and Fischer, 1974)."""
    costs = [list(range(len(now) + 1))]
    for old, word in enumerate(was):
        above, row = costs[-1], [old + 1]
        for new, other in enumerate(now):
            same = word == other
            row.append(above[new] if same else 1 + min(above[new], above[new + 1], row[new]))
        costs.append(row)
    blocks: list[_Block] = []
    old, new = len(was), len(now)
    while old and new:
        cost = costs[old][new]
        if was[old - 1] == now[new - 1]:
            old, new = old - 1, new - 1
            blocks.append((old, new, 1))
        elif cost == costs[old - 1][new - 1] + 1:
            old, new = old - 1, new - 1
        elif cost == costs[old - 1][new] + 1:
            old -= 1
        else:
            new -= 1
    return blocks[::-1]


def _places(was: Sequence[str], now: Sequence[str], once: set[str]) -> list[tuple[int, int]]:
    where = {word: at for at, word in enumerate(now) if word in once}
    return [(at, where[word]) for at, word in enumerate(was) if word in once]


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of places that rises on both sides (patience sorting)."""
    tops: list[int] = []  # the smallest end of a rising run of each length
    chosen: list[int] = []  # which place that end is
    before: list[int] = []  # for each place, the place before it
    for number, (_, new) in enumerate(places):
        length = bisect_left(tops, new)
        before.append(chosen[length - 1] if length else -1)
        tops[length : length + 1] = [new]
        chosen[length : length + 1] = [number]
    run = []
    number = chosen[-1] if chosen else -1
    while number >= 0:
        run.append(places[number])
        number = before[number]
    return run[::-1]
