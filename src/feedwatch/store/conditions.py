"""A query as an SQL condition on the article table, with bound parameters.

Law: for every article the condition is true exactly where `queries.matches` is. Words that stand together go
to the full-text index as one expression, each token quoted, so that nothing in a query is FTS5 syntax. Where
SQL compares otherwise than we do (letter case beyond ASCII, scripts without spaces) it calls our functions.
`+a.id IN (…)`: the plus keeps SQLite from walking the list; it walks the articles in order and looks them up
in the list, so that a page of results is fast whatever is sought (by the list, 100,000 articles took 1 s).
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from feedwatch.model import to_text
from feedwatch.queries import (
    And,
    Not,
    Or,
    Query,
    Time,
    Value,
    Words,
    folded,
    has_words,
    is_unspaced,
    value_matches,
    words_of,
)

_INDEXED = ("title", "summary", "text")


class Condition(NamedTuple):
    """An SQL expression over `article AS <alias>`, never NULL, and its parameters."""

    sql: str
    parameters: tuple[str | int, ...] = ()


def teach(connection: sqlite3.Connection) -> None:
    """Gives a connection the functions that conditions call."""
    connection.create_function("asks", 4, _asks, deterministic=True)
    connection.create_function("has_words", 3, _has_words, deterministic=True)


def condition(query: Query, alias: str) -> Condition:
    """The condition that holds for the articles a query matches."""
    if (expression := _expression(query)) is not None:
        return _found(expression, alias)
    match query:
        case Not():
            part = condition(query.part, alias)
            return Condition(f"NOT {part.sql}", part.parameters)
        case And():
            return _joined(" AND ", _parts(query.parts, " AND ", alias)) if query.parts else Condition("1")
        case Or():
            return _joined(" OR ", _parts(query.parts, " OR ", alias))
        case Time():
            return _time(query, alias)
        case Value():
            return _VALUES[query.field](query, alias)
        case Words():
            return _unspaced(query, alias)


def needed_words(query: Query) -> str | None:
    """The full-text expression that everything a query finds has; None if there is none."""
    parts = query.parts if isinstance(query, And) else (query,)
    return " AND ".join(filter(None, map(_expression, parts))) or None


# --- words ---------------------------------------------------------------------------------------


def _expression(query: Query) -> str | None:
    """A query as one FTS5 expression; None where the index alone cannot answer."""
    match query:
        case Words() if not is_unspaced(found := words_of(query.text)):
            column = f"{query.column} : " if query.column else ""
            return f'{column}"{found.strip()}"{" *" * query.prefix}'
        case And() | Or() if query.parts:
            inner = [_expression(part) for part in query.parts]
            operator = " AND " if isinstance(query, And) else " OR "
            known = [expression for expression in inner if expression is not None]
            return f"({operator.join(known)})" if len(known) == len(inner) else None
    return None


def _found(expression: str, alias: str) -> Condition:
    return Condition(
        f"+{alias}.id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?)", (expression,)
    )


def _parts(parts: Iterable[Query], operator: str, alias: str) -> Iterator[Condition]:
    """The conditions of some parts; those that the index answers as one."""
    expressions: list[str] = []
    for part in parts:
        if (expression := _expression(part)) is None:
            yield condition(part, alias)
        else:
            expressions.append(expression)
    if expressions:
        yield _found(operator.join(expressions), alias)


def _joined(operator: str, parts: Iterable[Condition]) -> Condition:
    found = tuple(parts)
    parameters = tuple(parameter for part in found for parameter in part.parameters)
    return Condition("(" + operator.join(part.sql for part in found) + ")", parameters)


def _unspaced(query: Words, alias: str) -> Condition:
    """Words of scripts that the index does not split: read in the texts that have their first sign."""
    sign = next(char for char in words_of(query.text) if is_unspaced(char))
    columns = (query.column,) if query.column else _INDEXED
    return _joined(
        " OR ",
        (
            Condition(
                f"(instr({alias}.{column}, ?) > 0 AND has_words({alias}.{column}, ?, ?))",
                (sign, query.text, query.prefix),
            )
            for column in columns
        ),
    )


def _has_words(text: str, sought: str, prefix: int) -> bool:
    return has_words(text, sought, prefix=bool(prefix))


# --- fields --------------------------------------------------------------------------------------


def _time(query: Time, alias: str) -> Condition:
    at = (to_text(query.at),)
    if query.field in ("edited", "stealth"):
        meant = EDITED if query.field == "edited" else f"{EDITED} AND v.stealth"
        edited = f"SELECT 1 FROM version v WHERE v.article_id = {alias}.id AND {meant} AND v.since >= ?"
        return Condition(f"({alias}.edits > 0 AND EXISTS ({edited}))", at)
    column = "first_seen" if query.field == "seen" else "sort_at"
    return Condition(f"{alias}.{column} {'<=' if query.field == 'until' else '>='} ?", at)


EDITED = "v.n > 1 AND v.cause = 'published'"  # the versions that are edits of the publisher


def _asks(field: str, sought: str, prefix: int, stored: str | None) -> bool:
    return value_matches(Value(field, sought, bool(prefix)), stored)  # type: ignore[arg-type]  # from SQL


def _asked(query: Value, stored: str) -> Condition:
    return Condition(f"asks(?, ?, ?, {stored})", (query.field, query.text, query.prefix))


def _column(name: str) -> Callable[[Value, str], Condition]:
    return lambda query, alias: _asked(query, f"{alias}.{name}")


def _within(template: str, stored: str) -> Callable[[Value, str], Condition]:
    """A condition whose SQL surrounds the question at `{asks}`."""

    def make(query: Value, alias: str) -> Condition:
        asked = _asked(query, stored)
        return Condition(template.format(a=alias, asks=asked.sql), asked.parameters)

    return make


# The outlets are few and their index is long: from one to the next, not through all articles.
_OUTLETS = """(WITH RECURSIVE outlet(name) AS (
    SELECT min(outlet) FROM article UNION ALL
    SELECT (SELECT min(outlet) FROM article WHERE outlet > name) FROM outlet WHERE name IS NOT NULL)
    SELECT name FROM outlet WHERE {asks})"""

_VALUES: dict[str, Callable[[Value, str], Condition]] = {
    "tag": _within(
        "+{a}.id IN (SELECT article_id FROM article_tag WHERE tag_id IN (SELECT id FROM tag WHERE {asks}))",
        "name",
    ),
    "feed": _within(
        "+{a}.id IN (SELECT article_id FROM sighting WHERE feed_id IN (SELECT id FROM feed WHERE {asks}))",
        "name",
    ),
    "outlet": _within("{a}.outlet IN " + _OUTLETS, "name"),
    "author": _within("EXISTS (SELECT 1 FROM json_each({a}.more, '$.authors') WHERE {asks})", "value"),
    "agency": _column("agency"),
    "language": _column("language"),
    "url": _column("url"),
    "doubt": _column("date_doubt"),
    "copies": _within(
        "EXISTS (SELECT 1 FROM (SELECT coalesce((SELECT s.outlets FROM story s WHERE s.id = {a}.story_id), 1)"
        " AS outlets) WHERE {asks})",
        "CAST(outlets AS TEXT)",
    ),
    "kind": lambda query, alias: Condition(f"{alias}.text_kind = ?", (folded(query.text),)),
}
