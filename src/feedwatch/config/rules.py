"""`[tags]` becomes the rule set.

A tag is earned by a list of words, by a table of any, all and none, or by a query over the others. Its law:
rules can be applied in one order, so no query leads back to its own tag.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from feedwatch.config import checks
from feedwatch.config.checks import Wrong, shown
from feedwatch.config.table import Table
from feedwatch.errors import QueryError
from feedwatch.model import Rule

if TYPE_CHECKING:
    from feedwatch.queries import Query, Value


def read_rules(table: Table) -> dict[str, Rule]:
    """The rules of one `[tags]` table in its order; wrong ones are reported and left out."""
    rules = (_rule(table, tag) for tag in table.data)
    return {rule.tag: rule for rule in rules if rule is not None}


def check_references(rules: Mapping[str, tuple[Rule, Table]], given: Iterable[str]) -> None:
    """Report queries that lead back to their own tag; warn of tags in them that nothing gives.

    `given` are the tags that feeds give.
    """
    tags = list(dict.fromkeys((*rules, *given)))
    leads: dict[str, list[str]] = {}
    for tag, (rule, table) in rules.items():
        found = {str(asked.text): _meant(asked, tags) for asked in _asked(rule.query)}
        leads[tag] = [name for names in found.values() for name in names]
        for text in (text for text, names in found.items() if not names):
            near = get_close_matches(text, tags, n=1)
            fix = f"did you mean {shown(near[0])}?" if near else "add a rule for it, or remove it"
            table.warn(
                f"the query of tag {shown(tag)} asks for {shown(text)}, which nothing gives; {fix}", tag
            )
    for tag, (_, table) in rules.items():
        if circle := _circle(tag, leads):
            path = " → ".join(map(shown, circle))
            table.problem(
                f"the query of tag {shown(tag)} leads back to itself ({path}); break the circle", tag
            )


def _rule(table: Table, tag: str) -> Rule | None:
    try:
        name, value = checks.label(tag), table.data[tag]
    except Wrong as wrong:
        table.problem(f"tag {wrong}", tag)
        return None
    if isinstance(value, dict):
        return _long_rule(table, name)
    words = table.take(tag, _words, ())
    return Rule(name, any=words) if words else None


def _long_rule(table: Table, tag: str) -> Rule | None:
    inner = table.table(tag)
    rule = Rule(
        tag,
        any=inner.take("any", _words, ()),
        all=inner.take("all", _words, ()),
        none=inner.take("none", _words, ()),
        case=inner.take("case", checks.flag, False),
        query=inner.take("query", _query, None),
    )
    inner.close()
    if not inner.data.keys() & {"any", "all", "query"}:
        table.problem(f"tag {shown(tag)} is never given; add any, all or query", tag)
        return None
    if "query" in inner.data and len(inner.data) > 1:
        table.problem(f"tag {shown(tag)} has a query beside other keys; put the words into the query", tag)
        return None
    return rule if rule.any or rule.all or rule.query else None


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        raise Wrong(f"is a single text; write a list: [{shown(value)}]")
    words = checks.each(_word)(value)
    if not words:
        raise Wrong('is an empty list; write words: ["…"]')
    return words


def _word(value: object) -> str:
    word = checks.text(value).strip()
    if len(word) > 200:
        raise Wrong("is longer than 200 characters; shorten it")
    if "*" in word[:-1]:
        raise Wrong(f"is {shown(word)}; a star may only end a word, for any ending")
    if not any(c.isalnum() for c in word):
        raise Wrong(f"is {shown(word)}, which has no letter or digit; write a word")
    return word


def _query(value: object) -> str:
    from feedwatch import queries  # read only by those who write queries

    text = checks.text(value)
    try:
        query = queries.parse(text)
    except QueryError as error:
        raise Wrong(f"cannot be read: {error}") from None
    if any(isinstance(leaf, queries.Time) for leaf in _leaves(query)):
        raise Wrong("asks about a time, but a tag stays as time goes by; use --since when you list")
    return text


def _asked(text: str | None) -> "Iterator[Value]":
    """The tags, or beginnings of tags, that a query asks for."""
    if text is None:
        return
    from feedwatch import queries

    for leaf in _leaves(queries.parse(text)):
        if isinstance(leaf, queries.Value) and leaf.field == "tag":
            yield leaf


def _meant(asked: "Value", tags: Iterable[str]) -> list[str]:
    from feedwatch import queries

    return [tag for tag in tags if queries.value_matches(asked, tag)]


def _leaves(query: "Query") -> "Iterator[Query]":
    from feedwatch import queries

    match query:
        case queries.And(parts=parts) | queries.Or(parts=parts):
            for part in parts:
                yield from _leaves(part)
        case queries.Not(part=part):
            yield from _leaves(part)
        case _:
            yield query


def _circle(start: str, edges: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The shortest way from a tag back to itself; empty when there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for tag in edges.get(way[-1], ()):
            if tag == start:
                return (*way, start)
            if tag not in seen:
                seen.add(tag)
                ways.append((*way, tag))
    return ()
