"""Lines for a terminal, and the one place that knows colours; rich is imported when the first is painted.

A line is a sequence of pieces, each a text that went through `escape.line` and the style it is shown in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TextIO

from feedwatch.present import escape, times
from feedwatch.present.escape import Value
from feedwatch.present.formats import flat
from feedwatch.present.layout import fit, width, wrap
from feedwatch.present.rows import Row

Line = Sequence[tuple[str, str]]

_GAP = "  "
_MEASURED = 200  # rows that decide how wide the columns are; the rest streams
_MODEST = {"outlet": 18, "tags": 20}  # what these take at most where the title would be cut for them
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
        "since",
        "until",
    }
)
_STYLES = {
    "id": "dim",
    "when": "dim",
    "outlet": "cyan",
    "tags": "green",
    "title": "",
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


def table(rows: Iterable[Row], columns: Sequence[str], screen: Screen) -> Iterator[Line]:
    """A heading and one line for each row, cut to the width of the screen; nothing for no rows."""
    waiting = iter(rows)
    first = list(islice(waiting, _MEASURED))
    if not first:
        return
    heads = [f"{name} (UTC)" if name == "when" else name.replace("_", " ") for name in columns]
    shown = [[_cell(name, row[name], screen) for name in columns] for row in first]
    natural = [max(map(width, column)) for column in zip(heads, *shown, strict=True)]
    room = screen.columns - len(_GAP) * (len(columns) - 1)
    if sum(natural) > room:
        natural = [min(wide, _MODEST.get(name, wide)) for name, wide in zip(columns, natural, strict=True)]
    widths = shares(natural, room)
    yield _joined([(fit(head, room), "bold") for head, room in zip(heads, widths, strict=True)])
    for row in chain(first, waiting):
        yield _joined([_piece(name, row, room, screen) for name, room in zip(columns, widths, strict=True)])


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
    return listing([(name, _shown(name, row[name])) for name in columns], screen.columns)


def shares(natural: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: what is narrow keeps its width, the wide share the rest evenly."""
    widths = [1] * len(natural)
    order = sorted(range(len(natural)), key=natural.__getitem__)
    for at, column in enumerate(order):
        widths[column] = max(1, min(natural[column], room // (len(order) - at)))
        room -= widths[column]
    return widths


def _piece(name: str, row: Row, room: int, screen: Screen) -> tuple[str, str]:
    text = _cell(name, row[name], screen)
    is_count = type(row[name]) is int and name != "id"
    return (text.rjust(room) if is_count else fit(text, room)), _style(name, row)


def _style(name: str, row: Row) -> str:
    return _STATE_STYLES.get(str(row[name]), "") if name == "state" else _STYLES.get(name, "")


def _cell(name: str, value: Value, screen: Screen) -> str:
    # A title of a megabyte costs what one line of it costs.
    return escape.line(_shown(name, value)[: 4 * screen.columns])


def _shown(name: str, value: Value) -> str:
    if isinstance(value, str) and name in _INSTANTS:
        return times.short(value)
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
