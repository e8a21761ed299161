"""Lines for a terminal, and the one place that knows colours; rich is imported when the first is painted.

A line is a sequence of pieces, each a text that went through `escape.line` and the style it is shown in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

from feedwatch.present import escape, times
from feedwatch.present.columns import laid_out
from feedwatch.present.escape import Value
from feedwatch.present.formats import flat
from feedwatch.present.layout import fit, width, wrap
from feedwatch.present.rows import Row
from feedwatch.present.wording import sized

Line = Sequence[tuple[str, str]]

_GAP = "  "
_MEASURED = 200  # rows that decide how wide the columns are; the rest streams
_NOTHING: tuple[Value, ...] = (None, "", [], {})
_INSTANTS = frozenset(
    {
        "when",
        "published",
        "first_seen",
        "updated",
        "last_poll",
        "started",
        "last_ok",
        "next_poll",
        "newest",
        "oldest",
        "since",
        "until",
    }
)
_SIZES = frozenset({"bytes", "log_bytes"})
_STYLES = {
    "id": "dim",
    "when": "dim",
    "outlet": "cyan",
    "tags": "green",
    "error": "red",
    "name": "bold",
}
_STATE_STYLES = {
    "ok": "green",
    "new": "blue",
    "slow": "yellow",
    "failing": "red",
    "gone": "red",
    "paused": "dim",
}


@dataclass(frozen=True, slots=True)
class Screen:
    """The terminal that reads along: its size in columns and rows, and whether it may be sent colours."""

    columns: int
    rows: int
    colour: bool = True


def paint(lines: Iterable[Line], out: TextIO, screen: Screen) -> int:
    """Writes the lines, in colour where the terminal has it and NO_COLOR is not set; how many there were."""
    from rich.console import Console
    from rich.text import Text

    console = Console(file=out, force_terminal=True, width=screen.columns, highlight=False)
    if console.no_color or not screen.colour:  # NO_COLOR: rich would still send bold and dim
        console = Console(file=out, force_terminal=True, width=screen.columns, color_system=None)
    count = 0
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True)
        count += 1
    return count


def table(
    rows: Iterable[Row], columns: Sequence[str], screen: Screen, *, today: str = "", keep: bool = False
) -> Iterator[Line]:
    """A heading and one line for each row, cut to the width of the screen; nothing for no rows.

    Columns without anything in them go, and others where the screen is narrow, unless all are to `keep`.
    Where everything is of `today` ("2026-11-24"), the heading says so and `when` is the time alone.
    """
    waiting = iter(rows)
    first = list(islice(waiting, _MEASURED + 1))
    if not first:
        return
    measured, complete = first[:_MEASURED], len(first) <= _MEASURED
    if not keep and complete:  # of rows still to come nothing is known
        columns = [name for name in columns if any(row[name] not in _NOTHING for row in measured)]
    brief = complete and bool(today) and all(_is_of(today, row.get("when")) for row in measured)
    form = _Form(screen, brief=brief)
    natural = {
        name: max(width(form.head(name)), *(width(form.cell(name, row[name])) for row in measured))
        for name in columns
    }
    whole = [name for name in columns if name in _INSTANTS or any(_is_number(row[name]) for row in measured)]
    widths = laid_out(natural, screen.columns, gap=len(_GAP), whole=whole, keep=keep)
    yield _joined([(fit(form.head(name), room), "bold") for name, room in widths.items()])
    for row in chain(first, waiting):
        yield _joined([form.piece(name, row, room) for name, room in widths.items()])


@dataclass(frozen=True, slots=True)
class _Form:
    """How the headings and cells of one table are written."""

    screen: Screen
    brief: bool  # everything is of today: `when` is the time alone

    def head(self, name: str) -> str:
        """The heading of a column; times say in which zone they are."""
        if name == "when" and self.brief:
            return "today (UTC)"
        return f"{name.replace('_', ' ')} (UTC)" if name in _INSTANTS else name.replace("_", " ")

    def cell(self, name: str, value: Value) -> str:
        """A value in one line, of which no more is escaped than a line could show."""
        text = _shown(name, value)
        if name == "when" and self.brief:
            return text[11:]
        return escape.line(text[: 4 * self.screen.columns])

    def piece(self, name: str, row: Row, room: int) -> tuple[str, str]:
        """A cell in its width: numbers stand to the right, and what is never cut may stand out."""
        text = self.cell(name, row[name])
        if name == "id" or name in _INSTANTS:
            return text.ljust(room), _style(name, row)
        return (text.rjust(room) if _is_number(row[name]) else fit(text, room)), _style(name, row)


def _is_of(day: str, instant: Value) -> bool:
    return isinstance(instant, str) and instant.startswith(day)


def _is_number(value: Value) -> bool:
    return type(value) is int


def listing(facts: Sequence[tuple[str, str]], columns: int) -> Iterator[Line]:
    """Names and what they are, each below the other, in lines of at most so many columns."""
    indent = max((width(escape.line(name)) for name, _ in facts), default=0) + len(_GAP)
    for name, value in facts:
        label = escape.line(name)
        for paragraph in escape.lines(value).split("\n"):
            for row in wrap(paragraph, max(columns - indent, 10)):
                yield [(fit(label, indent), "dim"), (row, _STYLES.get(name, ""))]
                label = ""


def record(row: Row, columns: Sequence[str], screen: Screen) -> Iterator[Line]:
    """The fields of one row, one below the other."""
    zone = {name: " UTC" for name in columns if name in _INSTANTS and row[name]}
    facts = [(name, _shown(name, row[name]) + zone.get(name, "")) for name in columns]
    return listing(facts, screen.columns)


def _style(name: str, row: Row) -> str:
    return _STATE_STYLES.get(str(row[name]), "") if name == "state" else _STYLES.get(name, "")


def _shown(name: str, value: Value) -> str:
    if isinstance(value, str) and name in _INSTANTS:
        return times.short(value)
    if isinstance(value, int) and name in _SIZES:
        return sized(value)
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {flat(one)}" for key, one in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(flat, value))
    return flat(value)


def _joined(pieces: Sequence[tuple[str, str]]) -> Line:
    row = list(pieces)
    while row and not row[-1][0].strip():
        row.pop()
    gapped = [piece for one in row for piece in (one, (_GAP, ""))][:-1]
    return [*gapped[:-1], *((text.rstrip(), style) for text, style in gapped[-1:])]
