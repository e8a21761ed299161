"""What is said when a name that was written does not exist: one line, and one thing to do."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from feedwatch.cli.session import Session
from feedwatch.errors import UsageError

if TYPE_CHECKING:
    from feedwatch.queries import Query, Value
    from feedwatch.store.find import Library

_LIKE_A_FIELD = re.compile(r"([A-Za-z_]{1,20}):\S")
_LONGEST = 80  # characters of a name that are repeated


def unknown_feed(name: str, known: Sequence[str]) -> UsageError:
    """The mistake of naming a feed that there is not."""
    return UsageError(_unknown("feed", name, known))


def empty_for(query: "Query", session: Session, library: "Library") -> Iterator[str]:
    """Why a query may have found nothing: feeds and tags that there are not, fields that are none."""
    from feedwatch.queries import FIELDS, Value, Words

    leaves = list(_leaves(query))
    values = [leaf for leaf in leaves if isinstance(leaf, Value)]
    yield from _missing("feed", values, lambda: [feed.name for feed in library.feeds()])
    yield from _missing("tag", values, lambda: [tag.name for tag in library.tags(session.rules)])
    for leaf in leaves:
        like = _LIKE_A_FIELD.match(leaf.text) if isinstance(leaf, Words) and not leaf.column else None
        if like and like[1].lower() not in FIELDS:
            yield f'"{like[1]}:" is no field but a word here; `feedwatch list --help` names the fields'


def _missing(
    kind: Literal["feed", "tag"], values: "Iterable[Value]", names: Callable[[], Sequence[str]]
) -> Iterator[str]:
    from feedwatch.queries import value_matches

    asked = [value for value in values if value.field == kind]
    known = names() if asked else ()
    for value in asked:
        if not any(value_matches(value, name) for name in known):
            yield _unknown(kind, value.text, known)


def _unknown(kind: str, name: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    shown = name[:_LONGEST]
    by_folded = {one.casefold(): one for one in known}
    near = get_close_matches(shown.casefold(), by_folded, n=1)
    hint = f"did you mean {by_folded[near[0]]}?" if near else f"`feedwatch {kind}s list` shows the {kind}s"
    return f'no {kind} is called "{shown}"; {hint}'


def _leaves(query: "Query") -> Iterator["Query"]:
    from feedwatch.queries import And, Not, Or

    match query:
        case Not():
            yield from _leaves(query.part)
        case And() | Or():
            for part in query.parts:
                yield from _leaves(part)
        case _:
            yield query
