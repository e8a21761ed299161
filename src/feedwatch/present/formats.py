"""Rows in the formats that programs read: JSON, JSON lines, CSV, TSV, Markdown, tab-separated lines.

Law: every writer but JSON's and Markdown's holds one row at a time, and those two hold no more: an archive of
any size streams.
"""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TextIO

from feedwatch.present import escape
from feedwatch.present.escape import Value
from feedwatch.present.rows import Row

Writer = Callable[[Iterable[Row], Sequence[str], TextIO], int]


def flat(value: Value) -> str:
    """The value in one cell, not yet escaped: lists joined by `; `, objects as JSON, null as nothing."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and any(map(_is_nested, value))):
        return escape.to_json(value)
    return "; ".join(map(flat, value)) if isinstance(value, Sequence) else str(value)


def _is_nested(value: Value) -> bool:
    return not isinstance(value, str) and isinstance(value, Mapping | Sequence)


def write_json(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """One array with a row a line; `[]` for no rows."""
    count = 0
    for row in rows:
        out.write(",\n" if count else "[\n")
        out.write(_json(row, columns, out))
        count += 1
    out.write("\n]\n" if count else "[]\n")
    return count


def write_jsonl(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """One object a line."""
    return _write_lines((_json(row, columns, out) for row in rows), out)


def write_csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """A header and a record for each row, quoted as RFC 4180 asks; lines end with a newline alone."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([_guarded(row[name], escape.cell) for name in columns])
        count += 1
    return count


def write_tsv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """A header and a line for each row; breaks and tabs inside a value are spaces."""
    out.write("\t".join(columns) + "\n")
    return _write_lines(
        ("\t".join(_guarded(row[name], escape.tab_cell) for name in columns) for row in rows), out
    )


def write_lines(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """What a pipe gets for a table: tab-separated, untruncated, no header; for `cut`, `sort` and `awk`."""
    return _write_lines(("\t".join(escape.line(flat(row[name])) for name in columns) for row in rows), out)


def write_text(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """The bare values, one below the other; a blank line between rows of more than one field."""
    count = 0
    for row in rows:
        if count and len(columns) > 1:
            out.write("\n")
        out.writelines(f"{escape.lines(flat(row[name]))}\n" for name in columns)
        count += 1
    return count


def write_markdown(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    """A table as GitHub reads it; a title is a link when the row brings its `url`. Nothing for no rows."""
    count = 0
    for row in rows:
        if not count:
            out.write(f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n")
        out.write(f"| {' | '.join(_markdown_cell(row, name) for name in columns)} |\n")
        count += 1
    return count


def _write_lines(lines: Iterable[str], out: TextIO) -> int:
    count = 0
    for line in lines:
        out.write(f"{line}\n")
        count += 1
    return count


def _guarded(value: Value, encode: Callable[[str], str]) -> str:
    """The encoded cell; a number is what it says, `-5` is no formula."""
    return str(value) if type(value) is int else encode(flat(value))


def _markdown_cell(row: Row, name: str) -> str:
    if name == "title":
        return escape.markdown_link(flat(row[name]), flat(row.get("url")))
    return escape.markdown(flat(row[name]))


def _json(row: Row, columns: Sequence[str], out: TextIO) -> str:
    chosen = row if len(row) == len(columns) else {name: row[name] for name in columns}
    return escape.to_json(chosen, ascii_only=not carries_unicode(out))


def carries_unicode(out: TextIO) -> bool:
    """False for a stream whose encoding lacks characters (LC_ALL=C under an old locale, `ascii`)."""
    return (out.encoding or "utf-8").lower().replace("_", "-").startswith("utf")


WRITERS: Mapping[str, Writer] = {
    "table": write_lines,
    "json": write_json,
    "jsonl": write_jsonl,
    "csv": write_csv,
    "tsv": write_tsv,
    "markdown": write_markdown,
    "text": write_text,
}
