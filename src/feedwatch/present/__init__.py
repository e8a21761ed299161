"""Values of the model on their way out: JSON, JSON lines, CSV, TSV, Markdown, text, Atom, terminal.

Laws: this room alone escapes output, and nothing leaves it unescaped; lists stream; a terminal (a `Screen`)
gets a table cut to its width, a pipe gets whole lines without colour. Only JSON is exact.

A format of lines (table, jsonl, markdown, text) writes nothing for an empty list; one of documents (json,
csv, tsv, atom) writes an empty document, which programs can read.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TextIO, TypeVar

from feedwatch.errors import UsageError
from feedwatch.model import DatabaseInfo, Evidence, FeedLine, FeedWhy, Listed, Status, TagLine, VersionLine
from feedwatch.present import article, atom, escape, status, terminal, versions
from feedwatch.present.escape import Value
from feedwatch.present.formats import WRITERS, carries_unicode
from feedwatch.present.reasons import Reasons
from feedwatch.present.rows import (
    ARTICLES,
    DATABASE,
    EVIDENCE,
    FEED_WHY,
    FEEDS,
    KINDS,
    STATUS,
    TAGS,
    VERSIONS,
    Kind,
    Row,
    article_json,
)
from feedwatch.present.terminal import Line, Screen

__all__ = [
    "ARTICLE_FORMATS",
    "FORMATS",
    "Reasons",
    "Screen",
    "Sheet",
    "article_json",
    "chosen_fields",
    "show_article",
    "show_database",
    "show_diff",
    "show_feed_why",
    "show_status",
    "show_versions",
    "write_articles",
    "write_evidence",
    "write_feeds",
    "write_page",
    "write_rows",
    "write_tags",
]

T = TypeVar("T")

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown")
ARTICLE_FORMATS = (*FORMATS, "text", "atom")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is written on, and how."""

    out: TextIO
    now: datetime  # ages count from it
    format: str | None = None  # one of ARTICLE_FORMATS; None: what suits the reader
    fields: tuple[str, ...] = ()  # empty: those of the format
    why: bool = False  # with the evidence of tags
    screen: Screen | None = None  # the terminal that `out` leads to; None: a pipe or a file

    @property
    def for_people(self) -> bool:
        """Whether a list is read by a person, on a terminal or as Markdown, and not by a program."""
        return self.format == "markdown" or (self.format in (None, "table") and self.screen is not None)


def write_articles(listed: Iterable[Listed], sheet: Sheet) -> int:
    """Writes the articles as they come; returns how many. UsageError for a field that does not exist."""
    if sheet.format == "atom":
        if sheet.fields:
            raise UsageError("atom has fixed elements; take --fields away or choose another format")
        return atom.write_atom(listed, sheet.out, now=sheet.now)
    if sheet.format == "text" and not sheet.fields:
        return _write_archive(listed, sheet.out)
    return write_rows(ARTICLES, listed, sheet)


def write_feeds(feeds: Iterable[FeedLine], sheet: Sheet) -> int:
    """Writes the feeds; returns how many. UsageError for a field that does not exist."""
    return write_rows(FEEDS, feeds, sheet)


def write_tags(tags: Iterable[TagLine], sheet: Sheet) -> int:
    """Writes the tags; returns how many. UsageError for a field that does not exist."""
    return write_rows(TAGS, tags, sheet)


def write_evidence(evidence: Iterable[Evidence], sheet: Sheet) -> int:
    """Writes why tags were given; returns how many reasons. UsageError for a field that does not exist."""
    return write_rows(EVIDENCE, evidence, sheet)


def show_article(
    listed: Listed, sheet: Sheet, *, story: Sequence[Listed] = (), why: Reasons | None = None
) -> None:
    """Writes one article, by default a page for a screen, the archive form for a pipe; JSON is an object.

    `story` are the articles of its story in the order of time: the page and Markdown name them. `why` is told
    by the page, Markdown, text and JSON; the evidence of tags by every format, if the sheet asks for it.
    """
    form = sheet.format or ("table" if sheet.screen else "text")
    if form == "markdown" and not sheet.fields:
        sheet.out.write(f"{article.markdown_form(listed.article, story=story, why=why)}\n")
    elif form == "table" and sheet.screen and not sheet.fields:
        columns = sheet.screen.columns
        page = article.page(listed.article, columns=columns, now=sheet.now, story=story, why=why)
        terminal.paint(page, sheet.out, sheet.screen)
    elif form in ("text", "atom"):
        write_articles([listed], replace(sheet, format=form))
        if why and form == "text" and not sheet.fields:
            sheet.out.write("\n")
            write_page(lambda columns: article.why_lines(listed.article, why, columns=columns), sheet)
    elif form == "json" and why and not sheet.fields:
        _write_json(article_json(listed.article, why=True) | {"why": why.as_json()}, sheet)
    else:
        every = ARTICLES.chosen(sheet.fields, "json" if form == "table" else form, why=sheet.why)
        _write_one(ARTICLES, listed, replace(sheet, format=form, fields=every))


def write_page(
    lines: Callable[[int | None], Iterable[Line]], sheet: Sheet, *, readable: int = 10_000
) -> None:
    """Writes a page of lines: cut to a screen's columns, of which it uses no more than are `readable`; whole
    (`lines(None)`) and without colour in a pipe."""
    if sheet.screen:
        terminal.paint(lines(min(sheet.screen.columns, readable)), sheet.out, sheet.screen)
    else:
        sheet.out.writelines("".join(text for text, _ in line).rstrip() + "\n" for line in lines(None))


def show_versions(lines: Sequence[VersionLine], sheet: Sheet, *, corrected: bool = False) -> None:
    """Writes what an article said and says; without a format, or as text, what each version changed, and
    whether the article says that it was `corrected`."""
    if sheet.format == "atom":
        raise UsageError("versions have no Atom form; choose another format")
    if sheet.fields or sheet.format not in (None, "text"):
        write_rows(VERSIONS, lines, sheet)
    else:
        write_page(lambda columns: versions.page(lines, columns=columns, corrected=corrected), sheet)


def show_diff(lines: Sequence[VersionLine], between: str, sheet: Sheet) -> None:
    """Writes what changed between two versions, `1..3`, word by word; JSON is an object.

    UsageError if there are no such two, and for a format that a difference does not have.
    """
    if sheet.format not in (None, "table", "text", "json"):
        raise UsageError(f"a difference has no {sheet.format} form; choose text or json")
    known = {str(line.n): line for line in lines}
    if len(known) < 2:
        raise UsageError("the article has one version: there is nothing to compare")
    first, _, last = between.partition("..")
    if first not in known or last not in known:
        raise UsageError(
            f"no versions {between[:40]}; the article has 1 to {len(known)}, for example 1..{len(known)}"
        )
    before, after = known[first], known[last]
    if sheet.format == "json":
        _write_json(versions.diff_json(before, after), sheet)
    else:
        write_page(lambda columns: versions.diff(before, after, columns=columns), sheet)


def show_status(state: Status, sheet: Sheet) -> None:
    """Writes the state of the whole; JSON is an object."""
    if sheet.screen and sheet.format in (None, "table") and not sheet.fields:
        page = status.page(state, columns=sheet.screen.columns, now=sheet.now)
        terminal.paint(page, sheet.out, sheet.screen)
    else:
        _write_one(STATUS, state, sheet)


def show_feed_why(feed: FeedWhy, sheet: Sheet) -> None:
    """Writes why a feed is polled when and where it is; JSON is an object."""
    _write_one(FEED_WHY, feed, sheet)


def show_database(info: DatabaseInfo, sheet: Sheet) -> None:
    """Writes a database's figures; JSON is an object."""
    _write_one(DATABASE, info, sheet)


def chosen_fields(kind: str, names: str | None) -> tuple[str, ...]:
    """The fields that `a,b,c` names; UsageError for one that the kind ("articles", "feeds", …) lacks."""
    fields = tuple(name.strip() for name in (names or "").split(",") if name.strip())
    KINDS[kind].chosen(fields, "table")
    return fields


def write_rows(kind: Kind[T], values: Iterable[T], sheet: Sheet) -> int:
    """Writes values of a kind; returns how many. UsageError for a field that does not exist."""
    form = sheet.format or "table"
    columns = kind.chosen(sheet.fields, form, why=sheet.why)
    rows = kind.rows(values, [*columns, *_beside(kind, columns, form)], for_people=sheet.for_people)
    if sheet.screen and form == "table":
        today = sheet.now.date().isoformat()
        lines = terminal.table(rows, columns, sheet.screen, today=today, keep=bool(sheet.fields))
        return max(0, terminal.paint(lines, sheet.out, sheet.screen) - 1)  # less the heading
    return WRITERS[form](rows, columns, sheet.out)


def _write_one(kind: Kind[T], value: T, sheet: Sheet) -> None:
    form = sheet.format or "table"
    if form not in ("json", "table"):
        write_rows(kind, [value], sheet)
        return
    columns = kind.chosen(sheet.fields, form, why=sheet.why)
    (row,) = kind.rows([value], columns)
    if form == "json":
        _write_json(row, sheet)
    elif sheet.screen:
        terminal.paint(terminal.record(row, columns, sheet.screen), sheet.out, sheet.screen)
    else:
        pairs: list[Row] = [{"name": name, "value": row[name]} for name in columns]
        WRITERS["table"](pairs, ("name", "value"), sheet.out)


def _write_json(value: Value, sheet: Sheet) -> None:
    sheet.out.write(escape.to_json(value, ascii_only=not carries_unicode(sheet.out), indent=2) + "\n")


def _beside(kind: Kind[T], columns: Sequence[str], form: str) -> tuple[str, ...]:
    """What Markdown needs beside the columns: the address that a title links to."""
    linked = form == "markdown" and "title" in columns and "url" not in columns
    return ("url",) if linked and "url" in kind.readers else ()


def _write_archive(listed: Iterable[Listed], out: TextIO) -> int:
    count = 0
    for count, one in enumerate(listed, start=1):
        between = "\n\n" if count > 1 else ""
        out.write(f"{between}{article.archive_form(one.article)}\n")
    return count
