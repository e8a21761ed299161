"""Finds the stories of an archive anew, as if its articles had come today: what a changed method changes.

Laws: what the user has split stays apart, what he has merged stays together; with the method that made the
archive, and within the window in which copies come, nothing changes.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from feedwatch.judge.groups import Groups
from feedwatch.model import Facts, Known
from feedwatch.store import facts, grouping
from feedwatch.store.database import Connection


@dataclass(frozen=True, slots=True)
class Moved:
    """An article whose story would hold others than now."""

    article: int
    outlet: str
    title: str
    joined: tuple[int, ...]  # articles that come to it
    left: tuple[int, ...]  # articles that it was with


def restory(connection: Connection, since: datetime, *, now: datetime, save: bool) -> list[Moved]:
    """Groups the articles that arrived since then anew and says what differs; saves it if asked."""
    articles = list(facts.archive(connection, since))
    current = [versions[0] for versions in articles]
    stories = _named(current, _found_anew(articles, facts.words_of_the_user(connection)))
    moved = _compared(current, stories)
    if save and moved:
        grouping.regroup(connection, stories, now)
    return moved


def _found_anew(articles: list[list[Known]], words: list[tuple[int, int, bool]]) -> dict[int, int]:
    """The story of each article, named by the first that is in it."""
    ids = {versions[0].id for versions in articles}
    became = {id: id for id in ids}

    def root(id: int) -> int:
        while became[id] != id:
            id = became[id]
        return id

    def join(one: int, other: int) -> None:
        first, second = sorted((root(one), root(other)))
        became[second] = first

    for one, other, together in words:  # before ours, which must know what the user has brought together
        if together and one in ids and other in ids:
            join(one, other)
    begun = {id: root(id) for id in ids}
    parted = [(begun[a], begun[b]) for a, b, together in words if not together and {a, b} <= ids]
    groups = Groups(Facts(parted=frozenset(parted)))
    for versions in articles:
        alone = [replace(known, story=begun[known.id]) for known in versions]
        for known in alone:
            for link in groups.links(known, ()):
                join(link.article, link.twin)
        for known in alone:
            groups.add(known)
    return {id: root(id) for id in ids}


def _named(articles: list[Known], stories: Mapping[int, int]) -> dict[int, int]:
    """The stories, those that began with an article from before under the id that they have."""
    now = {known.id: known.story for known in articles}
    names: dict[int, int] = {}
    kept: set[int] = set()
    for first in sorted(set(stories.values())):
        story = now[first]
        names[first] = first if story in now or story in kept else story
        kept.add(names[first])
    return {id: names[first] for id, first in stories.items()}


def _compared(articles: list[Known], stories: Mapping[int, int]) -> list[Moved]:
    before, after = defaultdict(set), defaultdict(set)
    for known in articles:
        before[known.story].add(known.id)
        after[stories[known.id]].add(known.id)
    moved = []
    for known in articles:
        was, will = before[known.story], after[stories[known.id]]
        if was != will:
            moved.append(
                Moved(
                    known.id, known.outlet, known.title, tuple(sorted(will - was)), tuple(sorted(was - will))
                )
            )
    return moved
