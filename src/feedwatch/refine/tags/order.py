"""The order in which rule queries are asked: those that ask about a tag after the one that gives it."""

from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from feedwatch.errors import QueryError
from feedwatch.model import RuleSet
from feedwatch.queries import And, Not, Or, Query, Time, Value, parse, value_matches


@dataclass(frozen=True, slots=True)
class QueryRule:
    """A rule's query, read."""

    tag: str
    text: str
    query: Query


def in_order(rules: RuleSet) -> tuple[QueryRule, ...]:
    """The rules with a query, each after those it asks about.

    Raises QueryError, naming the tag, for a query that does not read, that asks about a time (tags do not
    change as time goes by), or that waits for itself.
    """
    read = [
        QueryRule(rule.tag, rule.query, _read(rule.tag, rule.query)) for rule in rules.rules if rule.query
    ]
    waits = {
        number: [
            other
            for other, giver in enumerate(read)
            if any(value_matches(asked, giver.tag) for asked in _asked_tags(rule.query))
        ]
        for number, rule in enumerate(read)
    }
    try:
        return tuple(read[number] for number in TopologicalSorter(waits).static_order())
    except CycleError as error:
        names = " → ".join(f'"{read[number].tag}"' for number in reversed(error.args[1]))
        raise QueryError(f"tags wait for each other: {names}; take one query's tag: out") from None


def _read(tag: str, text: str) -> Query:
    try:
        query = parse(text)
    except QueryError as error:
        raise QueryError(f'tag "{tag}": {error}') from None
    if any(isinstance(leaf, Time) for leaf in _leaves(query)):
        raise QueryError(f'tag "{tag}": a rule cannot ask about a time; use --since when you list')
    return query


def _asked_tags(query: Query) -> list[Value]:
    return [leaf for leaf in _leaves(query) if isinstance(leaf, Value) and leaf.field == "tag"]


def _leaves(query: Query) -> Iterator[Query]:
    match query:
        case And() | Or():
            for part in query.parts:
                yield from _leaves(part)
        case Not():
            yield from _leaves(query.part)
        case _:
            yield query
