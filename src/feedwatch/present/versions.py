"""What an article said before and says now: the versions side by side, newest first, by paragraph; and two
of them by word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from feedwatch.model import VersionLine
from feedwatch.present import escape, times
from feedwatch.present.changes import END, Change, Part, Piece, PieceKind, changed_words, changes
from feedwatch.present.escape import Value
from feedwatch.present.layout import width, wrap
from feedwatch.present.terminal import Line
from feedwatch.present.wording import called, counted

_LIVE = 12  # versions from which an article is a live blog, told by the hour
_LOOKS = {"-": "red", "+": "green", " ": "dim"}
_LABELS: dict[Part, str] = {"summary": "summary: "}
_NOTHING = "no word of title, text, summary or notices differs"
_CAUSES = {
    "recleaned": "cleaned anew by feedwatch, not the publisher's edit",
    "fuller": "a fuller text of it, not an edit",
}
_SIGNS: dict[PieceKind, tuple[str, str, str]] = {
    "gone": ("[-", "-]", "red strike"),
    "new": ("{+", "+}", "green"),
}
_LONG = 80  # words that stayed the same, from which only both ends of them are shown
_ENDS = 20


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
        head = " · ".join([*_headline(after, edited=before is not None), *_between(before, after)])
        yield from ([(row, "bold")] for row in _rows(head, columns, 0))
        for mark, text in _changed(before, after):
            for row in _rows(text, columns, 4):
                yield [(f"  {mark} {row}", _LOOKS[mark])]


def diff(before: VersionLine, after: VersionLine, *, columns: int | None) -> Iterator[Line]:
    """What changed from one version to another, word by word: `[-gone-]` and `{+new+}`.

    Paragraphs that stayed are left out, each passage that did not is named. With `columns` None lines are
    whole.
    """
    found = changes(before, after)
    for row in _rows(" · ".join(_heading(before, after, changed_words(found))), columns, 0):
        yield [(row, "bold")]
    for change in found:
        yield []
        yield [(_place(change), "dim")]
        yield from _marked(change, columns)
    if not found:
        yield [(_NOTHING, "dim")]


def diff_json(before: VersionLine, after: VersionLine) -> dict[str, Value]:
    """The same as the JSON contract has it: every word of a passage that changed is in its pieces."""
    found = changes(before, after)
    return {
        "from": before.n,
        "to": after.n,
        "changed_words": changed_words(found),
        "changes": [
            {
                "part": change.part,
                "paragraph": change.at,
                "was": "\n\n".join(change.was),
                "now": "\n\n".join(change.now),
                "pieces": [{"kind": piece.kind, "text": _text(piece)} for piece in change.pieces()],
            }
            for change in found
        ],
    }


def _text(piece: Piece) -> str:
    """The words of a piece; a blank line ends a paragraph."""
    paragraphs = " ".join(piece.words).split(END)
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs)


# --- word by word ----------------------------------------------------------------------------------


def _heading(before: VersionLine, after: VersionLine, words: int) -> list[str]:
    start, end = times.short(before.since), times.short(after.since)
    same_day = end[11:] if start[:10] == end[:10] else end
    how = _how(after) if after.n == before.n + 1 else []
    changed = f"{counted(words, 'word')} changed"
    return [f"version {before.n} → {after.n}", f"{start} → {same_day} UTC", *how, changed]


def _place(change: Change) -> str:
    """Where a passage stands; paragraphs are counted as they are now."""
    if change.part != "text":
        return change.part
    if not change.now:
        return f"gone, before paragraph {change.at}"
    last = change.at + len(change.now) - 1
    where = f"paragraph {last}" if change.at == last else f"paragraphs {change.at}–{last}"
    return where if change.was else f"{where}, new"


def _marked(change: Change, columns: int | None) -> Iterator[Line]:
    """A passage with its changes marked, a line or several for each paragraph."""
    row: list[tuple[str, str]] = []
    for piece in change.pieces():
        for at, words in enumerate(_paragraphs(piece)):
            if at:
                yield from _filled(row, columns)
                row = []
            row += _styled(piece.kind, words)
    yield from _filled(row, columns)


def _paragraphs(piece: Piece) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in piece.words:
        if word == END:
            found.append([])
        else:
            found[-1].append(word)
    return found


def _styled(kind: PieceKind, words: Sequence[str]) -> list[tuple[str, str]]:
    if kind == "same":
        left_out = len(words) - 2 * _ENDS
        if len(words) > _LONG:
            words = [*words[:_ENDS], f"[… {left_out} words as before …]", *words[-_ENDS:]]
        return [(word, "") for word in words]
    if not words:
        return []
    start, end, style = _SIGNS[kind]
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
        if row and columns and taken + need > columns - 1:
            yield row
            row, taken = [], 0
        row += [(" ", ""), (word, style)] if row else [("  ", ""), (word, style)]
        taken += need
    if row:
        yield row


# --- by paragraph ----------------------------------------------------------------------------------


def _folded(versions: Sequence[VersionLine]) -> Sequence[VersionLine]:
    """Of a live blog the first version and the last of each hour; of other articles every version."""
    if len(versions) < _LIVE:
        return versions
    last_of_hour = {version.since[:13]: version for version in versions}
    return [*versions[:1], *(one for one in last_of_hour.values() if one is not versions[0])]


def _between(before: VersionLine | None, after: VersionLine) -> list[str]:
    between = after.n - before.n - 1 if before else 0
    return [f"with {between} more within the hour"] if between else []


def _headline(version: VersionLine, *, edited: bool) -> list[str]:
    parts = [f"version {version.n}", f"since {times.short(version.since)} UTC"]
    if version.until:
        parts.append(f"until {times.short(version.until)} UTC")
    return [*parts, *_how(version)] if edited else parts


def _how(version: VersionLine) -> list[str]:
    if version.cause in _CAUSES:
        return [_CAUSES[version.cause]]
    return ["edited in silence"] if version.stealth else []


def _changed(before: VersionLine | None, after: VersionLine) -> Iterator[tuple[str, str]]:
    if before is None:
        yield " ", escape.line(called(after))
        return
    found = changes(before, after)
    for change in found:
        yield from (("-", _labelled(change.part, text)) for text in change.was)
        yield from (("+", _labelled(change.part, text)) for text in change.now)
    if not found:
        yield " ", _NOTHING


def _labelled(part: Part, text: str) -> str:
    if part in ("copyright", "notices") and not text.casefold().startswith(("©", "(c)", "copyright")):
        return f"notice: {text}"
    return _LABELS.get(part, "") + text


def _rows(text: str, columns: int | None, indent: int) -> Iterator[str]:
    return wrap(text, max(columns - indent, 10)) if columns else iter([text])
