"""Reads a query from text: tokens, then recursive descent."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from feedwatch.errors import QueryError
from feedwatch.queries.times import period, shown
from feedwatch.queries.values import (
    COLUMNS,
    DOUBTS,
    EVERYTHING,
    FIELDS,
    KINDS,
    NUMBER,
    OPERATORS,
    TIME_FIELDS,
    VALUE_FIELDS,
    Column,
    Not,
    Query,
    Time,
    TimeField,
    Value,
    ValueField,
    Words,
    all_of,
    any_of,
)
from feedwatch.queries.words import folded, words_of

MAX_LENGTH = 8192  # characters
MAX_TERMS = 256  # SQLite allows an expression 1,000 deep; each term costs one to three
MAX_DEPTH = 40


def words(text: str) -> Query:
    """These words next to each other, in title, summary or text; QueryError if there is no word in it."""
    return _words(_without_surrogates(text), "", prefix=False, position=0)


def field(name: str, value: str, *, now: datetime | None = None) -> Query:
    """The query `name:"value"`; QueryError for an unknown field or a value it cannot have.

    `now` (aware) is what relative times count from, and its zone is that of days; without it they are errors.
    """
    if name not in FIELDS:
        raise QueryError(f'no field "{name}"; the fields are {", ".join(FIELDS)}')
    return _fielded(name, _without_surrogates(value), prefix=False, position=0, now=now)


def time_after(instant: datetime) -> Query:
    """Articles whose time that matters is this instant or later."""
    return Time("since", _utc(instant))


def time_before(instant: datetime) -> Query:
    """Articles whose time that matters is this instant or earlier."""
    return Time("until", _utc(instant))


def parse(text: str, *, now: datetime | None = None) -> Query:
    """The query a text stands for, EVERYTHING for an empty one; QueryError is one line: position, fault, fix.

    `now` (aware) is what relative times count from, and its zone is that of days; without it they are errors.
    """
    _check_length(text)
    tokens = _tokens(_without_surrogates(text))
    useful = [token for token in tokens if token.kind != "term" or token.field or words_of(token.text)]
    if tokens and not useful:
        raise _error(
            tokens[0].position, f'"{shown(tokens[0].text or "*")}" has no letter or digit', "write a word"
        )
    if sum(token.kind == "term" for token in useful) > MAX_TERMS:
        raise QueryError(f"the query has more than {MAX_TERMS} terms; split it")
    query = _Parser(useful, end=len(text) + 1, now=now).query()
    _check_length(str(query))  # or it would print as text that no longer reads
    return query


# --- tokens --------------------------------------------------------------------------------------

_FIELD = re.compile(r"([A-Za-z_]{1,20}):")
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"(\*?)')  # a doubled quote stands for one
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_VALUES: dict[str, ValueField] = {name: name for name in VALUE_FIELDS}
# What to write where a field's value is missing; an unquoted > has made the shell write a file.
_VALUED_SO = 'write it right after the colon, or "{name}" for the word'
_VALUED = {"copies": "quote the query for the shell: 'copies:>3'"}
_CLOSED: dict[str, tuple[str, ...]] = {"kind": KINDS, "doubt": DOUBTS}  # fields with few values


@dataclass(frozen=True, slots=True)
class _Token:
    kind: Literal["(", ")", "AND", "OR", "NOT", "term"]
    position: int  # from 1
    text: str
    field: str = ""
    prefix: bool = False


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = opened = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        token, at = _token(text, at, opened)
        opened += {"(": 1, ")": -1}.get(token.kind, 0)
        found.append(token)
    return found


def _token(text: str, at: int, opened: int) -> tuple[_Token, int]:
    """The token that begins at `at`, inside so many open parentheses, and where it ends."""
    position = at + 1
    char, after = text[at], text[at + 1 : at + 2]
    if char == "(":
        return _Token("(", position, char), at + 1
    if char == ")" and opened:
        return _Token(")", position, char), at + 1
    if char == "-" and after.strip() and after != "-":  # "Iraq - Iran" and "--" are punctuation
        return _Token("NOT", position, char), at + 1
    if phrase := _QUOTED.match(text, at):
        return _term(phrase, position), phrase.end()
    named = None if _ADDRESS.match(text, at) else _FIELD.match(text, at)
    if named and _is_field(named[1], position) and text.startswith('"', named.end()):
        phrase = _QUOTED.match(text, named.end())
        if phrase is None:
            raise _error(named.end() + 1, "this quote is never closed", 'end it with "')
        return _term(phrase, position, named[1].lower()), phrase.end()
    end = _end_of_run(text, at, opened)
    return _bare(text[at:end], position, named), end


def _term(phrase: re.Match[str], position: int, name: str = "") -> _Token:
    return _Token("term", position, phrase[1].replace('""', '"'), name, prefix=phrase[2] == "*")


def _bare(run: str, position: int, named: re.Match[str] | None) -> _Token:
    for operator in OPERATORS:
        if run == operator:
            return _Token(operator, position, operator)
    if _ADDRESS.match(run):
        return _Token("term", position, run, "url")
    name = named[1].lower() if named and named[1].lower() in FIELDS else ""
    value = run[len(name) + 1 :] if name else run
    return _Token("term", position, value.rstrip("*"), name, prefix=value.endswith("*"))


def _end_of_run(text: str, at: int, opened: int) -> int:
    """Where a bare word ends: at white space, or at a parenthesis that closes one opened before the word."""
    depth = 0
    for end in range(at, len(text)):
        char = text[end]
        if char.isspace() or (char == ")" and depth == 0 and opened):
            return end
        if char == "(":
            if text[at:end] in OPERATORS:  # NOT(…)
                return end
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
    return len(text)


def _is_field(name: str, position: int) -> bool:
    """True for a field; False for text that only looks like one; QueryError for a likely slip."""
    if name.lower() in FIELDS:
        return True
    from difflib import get_close_matches  # here: 2 ms that only a slip costs

    if near := get_close_matches(name.lower(), FIELDS, n=1, cutoff=0.65):
        raise _error(position, f'no field "{name}"', f'did you mean {near[0]}: — or put it in "quotes"')
    return False


# --- grammar -------------------------------------------------------------------------------------


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, tokens: list[_Token], *, end: int, now: datetime | None) -> None:
        self._tokens, self._end, self._now = tokens, end, now
        self._at = self._depth = 0

    def query(self) -> Query:
        return self._any() if self._tokens else EVERYTHING

    def _kind(self) -> str:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else "end"

    def _any(self) -> Query:
        parts = [self._all()]
        while self._kind() == "OR":
            self._at += 1
            parts.append(self._all())
        return any_of(parts)

    def _all(self) -> Query:
        parts = [self._not()]
        while self._kind() not in ("OR", ")", "end"):
            self._at += self._kind() == "AND"
            parts.append(self._not())
        return all_of(parts)

    def _not(self) -> Query:
        token = self._tokens[self._at] if self._at < len(self._tokens) else None
        if token is None or token.kind in ("AND", "OR", ")"):
            raise self._missing(token)
        self._at += 1
        if token.kind == "term":
            return self._leaf(token)
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise _error(token.position, f"nested more than {MAX_DEPTH} deep", "write it flatter")
        part = Not(self._not()) if token.kind == "NOT" else self._group(token)
        self._depth -= 1
        return part

    def _group(self, opening: _Token) -> Query:
        part = EVERYTHING if self._kind() in (")", "end") else self._any()
        if self._kind() != ")":
            raise _error(opening.position, "this ( is never closed", 'add ) or put the text in "quotes"')
        self._at += 1
        return part

    def _leaf(self, token: _Token) -> Query:
        if not token.field:
            return _words(token.text, "", prefix=token.prefix, position=token.position)
        return _fielded(token.field, token.text, prefix=token.prefix, position=token.position, now=self._now)

    def _missing(self, token: _Token | None) -> QueryError:
        before = self._tokens[self._at - 1] if self._at else None
        word = token if before is None or before.kind in ("(", "term", ")") else before
        if word is None:
            return _error(self._end, "the query ends too early", "add a word")
        return _error(
            word.position, f"{word.text} has nothing to join", f'write "{word.text}" to search for it'
        )


# --- terms ---------------------------------------------------------------------------------------


def _fielded(name: str, text: str, *, prefix: bool, position: int, now: datetime | None) -> Query:
    for column in COLUMNS:
        if name == column:
            return _words(text, column, prefix=prefix, position=position)
    for time in TIME_FIELDS:
        if name == time:
            return _time(time, text + "*" * prefix, position, now)
    return _value(_VALUES[name], text.strip(), prefix=prefix, position=position)


def _words(text: str, column: Column, *, prefix: bool, position: int) -> Words:
    if not words_of(text):
        raise _error(position, f'"{shown(text)}" has no letter or digit', "write a word")
    return Words(text, column, prefix)


def _time(name: TimeField, text: str, position: int, now: datetime | None) -> Time:
    try:
        first, last = period(text, now=now)
    except QueryError as error:
        raise QueryError(f"{_place(position)}{name}: {error}") from None
    return Time(name, last if name == "until" else first)


def _value(name: ValueField, text: str, *, prefix: bool, position: int) -> Value:
    if not folded(text):
        raise _error(position, f"{name}: has no value", _VALUED.get(name) or _VALUED_SO.format(name=name))
    if name == "author" and not words_of(text):
        raise _error(position, f'"{shown(text)}" has no letter or digit', "write a name")
    if name in _CLOSED and (prefix or folded(text) not in _CLOSED[name]):
        raise _error(position, f'no {name} "{shown(text)}"', f"the {name}s are {', '.join(_CLOSED[name])}")
    if name == "copies" and (prefix or not NUMBER.fullmatch(text)):
        raise _error(position, f'"{shown(text)}" is no number of outlets', "write copies:>3 or copies:2")
    return Value(name, text, prefix)


def _check_length(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise QueryError(f"the query has {len(text)} characters; at most {MAX_LENGTH} are read")


def _error(position: int, fault: str, fix: str) -> QueryError:
    return QueryError(f"{_place(position)}{fault}; {fix}")


def _place(position: int) -> str:
    return f"position {position}: " if position else ""


def _utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)


def _without_surrogates(text: str) -> str:
    return text.encode("utf-8", "replace").decode()
