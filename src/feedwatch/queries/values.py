"""Queries as values: how they are put together and how they print."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from feedwatch.model import to_text

Column = Literal["", "title", "text"]  # "" searches title, summary and text
ValueField = Literal[
    "tag", "feed", "outlet", "agency", "language", "url", "author", "kind", "copies", "doubt",
]  # fmt: skip
TimeField = Literal["since", "until", "seen", "edited", "stealth"]

COLUMNS: tuple[Column, ...] = ("title", "text")
VALUE_FIELDS: tuple[ValueField, ...] = (
    "tag", "feed", "outlet", "agency", "language", "url", "author", "kind", "copies", "doubt",
)  # fmt: skip
TIME_FIELDS: tuple[TimeField, ...] = ("since", "until", "seen", "edited", "stealth")
FIELDS: tuple[str, ...] = (*COLUMNS, *VALUE_FIELDS, *TIME_FIELDS)
OPERATORS: tuple[Literal["AND", "OR", "NOT"], ...] = ("AND", "OR", "NOT")
KINDS = ("full", "excerpt", "title")
DOUBTS = ("future", "far", "dateline")

NUMBER = re.compile(r"(>=|<=|>|<|=|)([0-9]{1,6})")  # what `copies:` takes

_PLAIN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Words:
    """Adjacent words in one column; with `prefix` the last may go on."""

    text: str  # as written; has at least one letter or digit
    column: Column = ""
    prefix: bool = False

    def __str__(self) -> str:
        return _label(self.column) + _quoted(self.text) + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Value:
    """A field that has a value, whatever the letter case; with `prefix` one that begins with it."""

    field: ValueField
    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return _label(self.field) + _quoted(self.text) + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Time:
    """An instant at or after `at` (since, seen, edited, stealth), or at or before it (until)."""

    field: TimeField
    at: datetime  # aware, whole seconds

    def __str__(self) -> str:
        return _label(self.field) + to_text(self.at)


@dataclass(frozen=True, slots=True)
class Not:
    """What `part` does not match."""

    part: "Query"

    def __str__(self) -> str:
        return f"NOT {_inner(self.part)}"


@dataclass(frozen=True, slots=True)
class And:
    """What every part matches; without parts, everything. Made by `all_of`."""

    parts: "tuple[Query, ...]" = ()

    def __str__(self) -> str:
        return " ".join(map(_inner, self.parts))


@dataclass(frozen=True, slots=True)
class Or:
    """What some part matches. Made by `any_of`."""

    parts: "tuple[Query, ...]"

    def __str__(self) -> str:
        return " OR ".join(str(part) or "()" for part in self.parts)  # AND binds tighter


Query = Words | Value | Time | Not | And | Or
EVERYTHING = And()


def all_of(parts: Iterable[Query]) -> Query:
    """What every part matches; nested conjunctions are laid flat."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, And) else (part,)))
    return flat[0] if len(flat) == 1 else And(flat)


def any_of(parts: Iterable[Query]) -> Query:
    """What some of the parts (at least one) match; nested disjunctions are laid flat."""
    flat = tuple(inner for part in parts for inner in (part.parts if isinstance(part, Or) else (part,)))
    return flat[0] if len(flat) == 1 else Or(flat)


def both(one: Query | None, other: Query | None) -> Query | None:
    """What both match; None stands for no condition."""
    if one is None or other is None:
        return other if one is None else one
    return all_of((one, other))


def _inner(part: Query) -> str:
    """The text of a part where only one term may stand."""
    return f"({part})" if isinstance(part, And | Or) else str(part)


def _label(name: str) -> str:
    return f"{name}:" if name else ""


def _quoted(text: str) -> str:
    """A text as it can stand in a query: bare where that reads the same."""
    if _PLAIN.fullmatch(text) and text not in OPERATORS:
        return text
    return '"' + text.replace('"', '""') + '"'
