"""Finds the stories of an archive anew, as if its articles had come today: what a changed method changes.

Laws: what the user has split stays apart, what he has merged stays together; no lock is held while stories
are found, and what was changed in the meantime is left alone; with the method that made the archive, articles
that came within the window in which copies come, and were not edited, stay where they are.

Of an edited article all wordings that are kept count as if they had come at once, though what it once said
may have been another's at another time, or when that was in a story already. In a replay of six real feeds
9 of 6,239 articles would move, all of them edited: headlines and teasers that went from page to page.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from feedwatch.judge.groups import Groups
from feedwatch.model import Facts, Known
from feedwatch.store import facts, grouping
from feedwatch.store.database import Store

BATCH = 100  # articles in one transaction, as long as their stories allow


@dataclass(frozen=True, slots=True)
class Moved:
    """An article whose story would hold others than now."""

    article: int
    outlet: str
    title: str
    joined: tuple[int, ...]  # articles that come to it
    left: tuple[int, ...]  # articles that it was with


@dataclass(frozen=True, slots=True)
class _Part:
    """Stories that exchange articles among them alone: article → the story it is in, and is to be in."""

    was: Mapping[int, int]
    will: Mapping[int, int]


class _Sets:
    """Numbers that are alone until they are joined; a set is named by the least of it."""

    def __init__(self) -> None:
        self._less: dict[int, int] = {}

    def root(self, number: int) -> int:
        while (less := self._less.get(number)) is not None:
            number = less
        return number

    def join(self, one: int, other: int) -> None:
        least, greater = sorted((self.root(one), self.root(other)))
        if least != greater:
            self._less[greater] = least


def restory(store: Store, since: datetime, *, now: datetime, save: bool) -> list[Moved]:
    """Groups the articles that arrived since then anew and says what differs; saves it if asked.

    Raises StoreError. Stories that changed while others were found are left alone, and not in the answer.
    """
    with store.read() as connection:
        articles = list(facts.archive(connection, since))
        words = facts.words_of_the_user(connection)
    current = [versions[0] for versions in articles]
    stories = _named(current, _found_anew(articles, words))
    moved = _compared(current, stories)
    if not save or not moved:
        return moved
    saved = _saved(store, _parts(current, stories), since, now)
    return [one for one in moved if one.article in saved]


def _found_anew(articles: list[list[Known]], words: list[tuple[int, int, bool]]) -> dict[int, int]:
    """The story of each article, named by the first that is in it."""
    ids = {versions[0].id for versions in articles}
    sets = _Sets()
    for one, other, together in words:  # before ours, which must know what the user has brought together
        if together and one in ids and other in ids:
            sets.join(one, other)
    begun = {id: sets.root(id) for id in ids}
    parted = [(begun[a], begun[b]) for a, b, together in words if not together and {a, b} <= ids]
    groups = Groups(Facts(parted=frozenset(parted)))
    for versions in articles:
        alone = [replace(known, story=begun[known.id]) for known in versions]
        for known in alone:
            for link in groups.links(known, ()):
                sets.join(link.article, link.twin)
        for known in alone:
            groups.add(known)
    return {id: sets.root(id) for id in ids}


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


def _parts(articles: list[Known], stories: Mapping[int, int]) -> Iterator[_Part]:
    """What changes, in parts that have no story in common."""
    sets = _Sets()
    for known in articles:
        sets.join(known.story, stories[known.id])
    was: dict[int, dict[int, int]] = defaultdict(dict)
    for known in articles:
        was[sets.root(known.story)][known.id] = known.story
    for held in was.values():
        will = {id: stories[id] for id in held}
        if will != held:
            yield _Part(held, will)


def _saved(store: Store, parts: Iterable[_Part], since: datetime, now: datetime) -> set[int]:
    """Saves the parts whose stories hold what they held when they were read; answers with their articles."""
    saved: set[int] = set()
    for batch in _batches(parts):
        with store.begin() as connection:
            for part in batch:
                if grouping.held(connection, {*part.was.values(), *part.will.values()}, since) == part.was:
                    grouping.regroup(connection, part.will, now)
                    saved |= part.was.keys()
    return saved


def _batches(parts: Iterable[_Part]) -> Iterator[list[_Part]]:
    batch: list[_Part] = []
    for part in parts:
        if batch and sum(len(one.was) for one in batch) + len(part.was) > BATCH:
            yield batch
            batch = []
        batch.append(part)
    if batch:
        yield batch
