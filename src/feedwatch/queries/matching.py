"""What a query matches."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import eq, ge, gt, le, lt
from types import MappingProxyType

from feedwatch.queries.values import (
    NUMBER,
    And,
    Column,
    Not,
    Or,
    Query,
    Time,
    TimeField,
    Value,
    ValueField,
    Words,
)
from feedwatch.queries.words import folded, has_words, has_words_in, words_of


@dataclass(frozen=True)
class Subject:
    """What a query is asked about: an article, or an item before it is one."""

    title: str = ""
    summary: str = ""
    text: str = ""
    tags: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()
    outlet: str = ""
    agency: str | None = None
    language: str | None = None
    url: str = ""
    authors: tuple[str, ...] = ()
    kind: str = "full"
    when: datetime | None = None  # the time that matters
    first_seen: datetime | None = None
    edited: datetime | None = None  # the publisher's last edit that was seen
    stealth: datetime | None = None  # the last of them in silence
    doubt: str | None = None  # what is odd about its date
    copies: int = 1  # outlets that carry its story, its own included

    @cached_property
    def words(self) -> Mapping[Column, tuple[str, ...]]:
        """What each column name searches, as `words_of` gives it."""
        title, summary, text = words_of(self.title), words_of(self.summary), words_of(self.text)
        return {"": (title, summary, text), "title": (title,), "text": (text,)}


VALUES: Mapping[ValueField, Callable[[Subject], tuple[str | None, ...]]] = MappingProxyType({
    "tag": lambda subject: subject.tags,
    "feed": lambda subject: subject.feeds,
    "outlet": lambda subject: (subject.outlet,),
    "agency": lambda subject: (subject.agency,),
    "language": lambda subject: (subject.language,),
    "url": lambda subject: (subject.url,),
    "author": lambda subject: subject.authors,
    "kind": lambda subject: (subject.kind,),
    "copies": lambda subject: (str(subject.copies),),
    "doubt": lambda subject: (subject.doubt,),
})  # fmt: skip

INSTANTS: Mapping[TimeField, Callable[[Subject], datetime | None]] = MappingProxyType({
    "since": lambda subject: subject.when,
    "until": lambda subject: subject.when,
    "seen": lambda subject: subject.first_seen,
    "edited": lambda subject: subject.edited,
    "stealth": lambda subject: subject.stealth,
})  # fmt: skip


def matches(query: Query, subject: Subject) -> bool:
    """True if the query matches the subject; an instant that is None matches no time."""
    match query:
        case Words():
            return any(
                has_words_in(found, query.text, prefix=query.prefix) for found in subject.words[query.column]
            )
        case Value():
            return any(value_matches(query, stored) for stored in VALUES[query.field](subject))
        case Time():
            instant = INSTANTS[query.field](subject)
            return instant is not None and (
                instant <= query.at if query.field == "until" else instant >= query.at
            )
        case Not():
            return not matches(query.part, subject)
        case And():
            return all(matches(part, subject) for part in query.parts)
        case Or():
            return any(matches(part, subject) for part in query.parts)


def value_matches(query: Value, stored: str | None) -> bool:
    """True if a stored value is one that the query asks for.

    An address is asked for by any part of it, an author by words of the name, a language with all its regions
    (`en` has `en-GB`), a number by a comparison; every other value whole, or by its beginning with `prefix`.
    """
    if not stored:
        return False
    if query.field == "author":
        return has_words(stored, query.text, prefix=query.prefix)
    if query.field == "copies":
        return _is_so_many(int(stored), query.text)
    value, sought = folded(stored), folded(query.text)
    if query.field == "url":
        return sought in value
    if query.prefix:
        return value.startswith(sought)
    return value == sought or (query.field == "language" and value.replace("_", "-").startswith(sought + "-"))


_COMPARISONS = {">": gt, ">=": ge, "<": lt, "<=": le, "=": eq, "": eq}


def _is_so_many(count: int, asked: str) -> bool:
    found = NUMBER.fullmatch(asked)
    return found is not None and bool(_COMPARISONS[found[1]](count, int(found[2])))
