"""The reading side: answers questions about the database with values.

Laws: nothing here can write; only the standard library's sqlite3 is loaded (a reading command starts in a
tenth of the time that sqlmodel takes); a list reads no texts unless asked to; answers are values, not rows.
"""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from feedwatch.model import FeedLine, FeedWhy, Listed, RuleSet, Status, TagLine, VersionLine
from feedwatch.queries import EVERYTHING, Query
from feedwatch.store import conditions, feed_notes, lock, opening, shapes
from feedwatch.storyline import HistoryLine, LinkLine, Member, StoryLine

Order = Literal["newest", "relevance"]

_BATCH = 200  # articles fetched at a time
_MOST_MARKS = 20_000  # SQLite takes 32,766 parameters
# A word in a title says more than one in a text: weights of title, summary, text.
_RANKED = """SELECT rowid FROM article_fts WHERE article_fts MATCH ?
    ORDER BY bm25(article_fts, 8, 3, 1), rowid DESC"""
# Of the articles of a story that match, the lead if it is among them, else the first.
_CHOSEN = """a.id = (SELECT b.id FROM article b INDEXED BY article_of_story
    LEFT JOIN story s ON s.id = b.story_id WHERE b.story_id = a.story_id AND {condition}
    ORDER BY b.id = s.lead_article_id DESC, b.sort_at, b.id LIMIT 1)"""
_SENT = """SELECT since, sent FROM version WHERE article_id = ? AND sent IS NOT NULL
    ORDER BY n DESC LIMIT 1"""
_MEMBERS = """SELECT id FROM article
    WHERE story_id = coalesce((SELECT story_id FROM article WHERE id = ?1), ?1) ORDER BY sort_at, id"""


def open_library(path: Path) -> "Library":
    """The database, open for reading; raises StoreError, SchemaError or BusyError: one line with the fix."""
    return Library(path)


class Library:
    """A database open for reading; a context manager. Any question may raise StoreError or BusyError."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = opening.connect(path)
        conditions.teach(self._connection)

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the connection; closing twice is closing once."""
        self._connection.close()

    def articles(
        self,
        query: Query | None = None,
        *,
        limit: int | None = None,
        stories: bool = True,
        order: Order = "newest",
        full: bool = False,
    ) -> Iterator[Listed]:
        """The articles that a query matches, at most `limit`; with `stories` one of each story.

        That one is the story's lead if it matches, else the first of those that do. `relevance` is that of
        the words that all of them have; if there are none, the newest come first. Texts, HTML and evidence
        are "" and () unless `full`; of an article without a title the text begins, for that is its name.
        """
        ids = self._ids(query or EVERYTHING, limit, stories, order)
        for start in range(0, len(ids), _BATCH):
            yield from self._listed(ids[start : start + _BATCH], full=full)

    def article(self, id: int) -> Listed | None:
        """One article with everything, or None."""
        return next(self._listed((id,), full=True), None)

    def raw(self, id: int) -> tuple[str, str] | None:
        """(since when, JSON) of an article's newest item that was kept as sent; None if none was."""
        rows = self._rows(_SENT, (id,))
        return (rows[0]["since"], zlib.decompress(rows[0]["sent"]).decode()) if rows else None

    def versions(self, id: int) -> tuple[VersionLine, ...]:
        """What an article said, from its first version to the current one; () if there is no such article."""
        return tuple(map(shapes.version, self._rows(shapes.VERSIONS, (id,))))

    def story_members(self, id: int) -> tuple[Listed, ...]:
        """The articles of a story, by the time that matters; `id` is the story's or that of any of them."""
        members = [row[0] for row in self._rows(_MEMBERS, (id,))]
        return tuple(self._listed(members, full=False))

    def stories(self, query: Query | None = None, *, limit: int | None = None) -> tuple[StoryLine, ...]:
        """Stories of several articles, one of which the query matches: those of the most outlets first."""
        where = conditions.condition(query or EVERYTHING, "a")
        statement = shapes.STORIES.format(matching=f"SELECT a.story_id FROM article a WHERE {where.sql}")
        rows = self._rows(statement, (*where.parameters, -1 if limit is None else limit))
        return tuple(map(shapes.story, rows))

    def told(self, id: int) -> tuple[int, int, tuple[Member, ...]]:
        """(story, its outlets, its articles with all they said, by time); no articles if there is no such.

        `id` is the story's, also one that was merged away, or that of any of its articles.
        """
        rows = self._rows(shapes.MEMBERS, (id,))
        articles = {
            one.article.id: one.article for one in self._listed([row["id"] for row in rows], full=True)
        }
        members = tuple(
            shapes.member(row, articles[row["id"]], self.versions(row["id"]))
            for row in rows
            if row["id"] in articles
        )
        return (rows[0]["story"], rows[0]["outlets"], members) if rows else (id, 0, ())

    def links(self, ids: Sequence[int]) -> tuple[LinkLine, ...]:
        """Why these articles are together with others, or apart from them."""
        statement = shapes.LINKS.format(ids=_marks(ids))
        return tuple(map(shapes.link, self._rows(statement, (*ids, *ids))))

    def sightings(self, id: int) -> tuple[tuple[str, str, str], ...]:
        """(feed, since when, why it is this article) for each time an article was seen somewhere new."""
        return tuple((row["feed"], row["at"], row["why"]) for row in self._rows(shapes.SIGHTINGS, (id,)))

    def reasons(self, id: int) -> tuple[tuple[int, str, str], ...]:
        """(version, since when, what made it one) for each version of an article after the first."""
        return tuple((row["n"], row["since"], row["why"]) for row in self._rows(shapes.REASONS, (id,)))

    def feeds(self) -> tuple[FeedLine, ...]:
        """The feeds that are configured, by name."""
        notes = feed_notes.notes(self._rows(shapes.NOTED))
        return tuple(shapes.feed(row, notes[row["name"]]) for row in self._rows(shapes.FEEDS))

    def feed_why(self, name: str) -> FeedWhy | None:
        """Why a feed is polled when and where it is, and what its last poll found; None if there is none."""
        line = next((line for line in self.feeds() if line.name == name), None)
        return shapes.feed_why(self._rows(shapes.WHY, (name,))[0], line) if line else None

    def history(self, feed: str, limit: int | None = None) -> tuple[HistoryLine, ...]:
        """The polls of a feed with what became of their items, newest first."""
        return tuple(map(shapes.history, self._rows(shapes.HISTORY, (feed, -1 if limit is None else limit))))

    def tags(self, rules: RuleSet) -> tuple[TagLine, ...]:
        """The tags that articles have or rules give, by name."""
        given = {rule.tag: shapes.rule_line(rule) for rule in rules.rules}
        found = {row["name"]: (row["articles"], row["newest"]) for row in self._rows(shapes.TAGS)}
        names = sorted(given.keys() | found.keys(), key=lambda name: (name.casefold(), name))
        return tuple(TagLine(name, *found.get(name, (0, None)), given.get(name, "")) for name in names)

    def status(self, version: str) -> Status:
        """The state of the whole; `version` is the program's. Alarms are those of the last day of polls."""
        pid = lock.holder(self.path)
        (counts,) = self._rows(shapes.COUNTS)
        return Status(
            version=version,
            schema=opening.SCHEMA,
            running=pid is not None,
            pid=pid,
            feeds={row["state"]: row["feeds"] for row in self._rows(shapes.STATES)},
            alarms=tuple(alarm for (alarm,) in self._rows(shapes.ALARMS)),
            **dict(counts),
        )

    def _ids(self, query: Query, limit: int | None, stories: bool, order: Order) -> list[int]:
        matching = _matching(query, stories)
        words = conditions.needed_words(query) if order == "relevance" else None
        if words is not None:
            return list(islice(self._by_relevance(words, matching), limit))
        statement = (
            f"SELECT a.id FROM article a WHERE {matching.sql} ORDER BY a.sort_at DESC, a.id DESC LIMIT ?"
        )
        rows = self._rows(statement, (*matching.parameters, -1 if limit is None else limit))
        return [row[0] for row in rows]

    def _by_relevance(self, words: str, matching: conditions.Condition) -> Iterator[int]:
        """The articles with these words that match, best first; as many are tried as are asked for."""
        ranked = [row[0] for row in self._rows(_RANKED, (words,))]
        start, size = 0, _BATCH
        while batch := ranked[start : start + size]:
            statement = f"SELECT a.id FROM article a WHERE a.id IN ({_marks(batch)}) AND {matching.sql}"
            found = {row[0] for row in self._rows(statement, (*batch, *matching.parameters))}
            yield from (id for id in batch if id in found)
            start, size = start + size, min(2 * size, _MOST_MARKS)

    def _listed(self, ids: Sequence[int], *, full: bool) -> Iterator[Listed]:
        """The articles with these ids in this order; without those that are gone."""
        statement = f"SELECT {shapes.article_columns(full=full)} FROM articles WHERE id IN ({_marks(ids)})"
        rows = self._rows(statement, ids)
        found = {row["id"]: Listed(shapes.article(row), row["outlets"]) for row in rows}
        return (found[id] for id in ids if id in found)

    def _rows(self, statement: str, parameters: Sequence[Any] = ()) -> list[sqlite3.Row]:
        with opening.named_errors(self.path):
            return self._connection.execute(statement, parameters).fetchall()


def _matching(query: Query, stories: bool) -> conditions.Condition:
    """The condition that a query sets to articles `a`, with `stories` as one of each story."""
    where = conditions.condition(query, "a")
    if not stories:
        return where
    member = conditions.condition(query, "b")
    chosen = _CHOSEN.format(condition=member.sql)
    return conditions.Condition(f"{where.sql} AND {chosen}", where.parameters + member.parameters)


def _marks(values: Sequence[int]) -> str:
    return ", ".join("?" * len(values))
