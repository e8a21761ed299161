"""Stories in the database: joined, split by the user, recounted. Who belongs together is decided elsewhere.

Laws: a story's id is that of an article it began with, and once it was shown it leads to where its articles
are (`merged_into`); counts and leads are recomputed from members, never incremented; what the user has put
apart is kept as a refusal (`story_link.kind = 'apart'`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, text

from feedwatch.errors import FeedwatchError
from feedwatch.model import Link, to_text
from feedwatch.store import rows


def roots(links: Sequence[Link], stories: Mapping[int, int]) -> dict[int, int]:
    """Every story that the links touch → the story it becomes part of, the oldest; `stories` by article."""
    became: dict[int, int] = {}

    def root(story: int) -> int:
        while became.get(story, story) != story:
            story = became[story]
        return story

    for link in links:
        one, other = sorted((root(stories[link.article]), root(stories[link.twin])))
        became[other] = became[one] = one
    return {story: root(story) for story in became}


def merge_stories(connection: Connection, became: Mapping[int, int], now: datetime) -> None:
    """Gives the articles of stories that are parts of others to those, with an event for each article."""
    moved = {story: root for story, root in became.items() if story != root}
    if not moved:
        return
    values = {"moved": json.dumps(list(moved.items())), "at": to_text(now)}
    for statement in (
        """
        INSERT INTO change (article_id, event, at)
        SELECT id, 'regrouped', :at FROM article
        WHERE story_id IN (SELECT json_extract(value, '$[0]') FROM json_each(:moved)) ORDER BY id
        """,
        """
        UPDATE article SET story_id = m.root
        FROM (SELECT json_extract(value, '$[0]') AS story, json_extract(value, '$[1]') AS root
              FROM json_each(:moved)) m WHERE story_id = m.story
        """,
        """
        UPDATE story SET merged_into = m.root
        FROM (SELECT json_extract(value, '$[0]') AS story, json_extract(value, '$[1]') AS root
              FROM json_each(:moved)) m WHERE story.merged_into = m.story
        """,
        """
        UPDATE story SET merged_into = m.root
        FROM (SELECT json_extract(value, '$[0]') AS story, json_extract(value, '$[1]') AS root
              FROM json_each(:moved)) m WHERE story.id = m.story
        """,
    ):
        used = {name: value for name, value in values.items() if f":{name}" in statement}
        connection.execute(text(statement), used)


def save_links(
    connection: Connection, links: Iterable[Link], now: datetime, *, by: str, method: int, kind: str = "same"
) -> None:
    """Keeps why articles belong together, or apart; the user's word stays when ours comes later."""
    records = [
        {
            "article": link.article,
            "twin": link.twin,
            "kind": kind,
            "by": by,
            "at": to_text(now),
            "method": method,
            "evidence": rows.as_json({"reason": link.reason, **link.evidence}),
        }
        for link in links
    ]
    if records:
        connection.execute(
            text(
                """
                INSERT INTO story_link (article_id, twin_id, kind, by, at, method, evidence)
                VALUES (:article, :twin, :kind, :by, :at, :method, :evidence)
                ON CONFLICT (article_id, twin_id) DO UPDATE SET kind = excluded.kind, by = excluded.by,
                    at = excluded.at, method = excluded.method, evidence = excluded.evidence
                WHERE story_link.by <> 'user' OR excluded.by = 'user'
                """
            ),
            records,
        )


def recount(connection: Connection, stories: Iterable[int]) -> None:
    """Counts, times and leads of stories, from their members: never incremented, so never wrong for long.

    The lead is the original: the agency's own outlet (reuters.com where one of them credits Reuters), else
    the first that credits an agency, else the first published; an aggregator's entry only if there is no
    other.
    """
    ids = {"ids": json.dumps(sorted(set(stories)))}
    connection.execute(
        text(
            """
            WITH credited AS (SELECT DISTINCT story_id, agency FROM article
                WHERE story_id IN (SELECT value FROM json_each(:ids)) AND agency IS NOT NULL)
            UPDATE story SET
              articles = (SELECT count(*) FROM article a WHERE a.story_id = story.id),
              outlets = (SELECT max(1, count(DISTINCT nullif(a.outlet, ''))) FROM article a
                  WHERE a.story_id = story.id),
              sort_at = (SELECT min(a.sort_at) FROM article a WHERE a.story_id = story.id),
              lead_article_id = (SELECT a.id FROM article a WHERE a.story_id = story.id
                  ORDER BY a.aggregated, NOT EXISTS (
                      SELECT 1 FROM credited c WHERE c.story_id = a.story_id
                      AND (a.outlet LIKE c.agency || '.%' OR a.outlet LIKE c.agency || 'news.%')),
                  a.agency IS NULL, a.sort_at, a.id LIMIT 1)
            WHERE id IN (SELECT value FROM json_each(:ids))
                AND EXISTS (SELECT 1 FROM article a WHERE a.story_id = story.id)
            """
        ),
        ids,
    )


# --- the user's word -------------------------------------------------------------------------------


def split(connection: Connection, article: int, now: datetime) -> int:
    """Takes an article out of its story for good and answers with the story it is alone in.

    FeedwatchError if there is no such article, or it is alone already.
    """
    story = _story_of(connection, article)
    others = [id for id in _members(connection, story) if id != article]
    if not others:
        raise FeedwatchError(f"article {article} is alone in its story")
    refusals = [Link(article, other, "split by the user") for other in others]
    _forget(connection, [(article, other) for other in others])
    save_links(connection, refusals, now, by="user", method=0, kind="apart")
    if story == article:  # it began the story: the others go on under the id of the first of them
        left, going, new = others[0], others, article
        _move(connection, going, left, now)
        _found(connection, left)
        recount(connection, (left, new))
        return new
    _move(connection, [article], article, now)
    _found(connection, article)
    recount(connection, (story, article))
    return article


def merge(connection: Connection, article: int, other: int, now: datetime) -> int:
    """Joins the stories of two articles by the user's word, which takes back what he had split between them.

    Answers with the story that both are in; FeedwatchError if there is no such article, or they are together.
    """
    one, two = _story_of(connection, article), _story_of(connection, other)
    if one == two:
        raise FeedwatchError(f"articles {article} and {other} are in one story already")
    pairs = [(a, b) for a in _members(connection, one) for b in _members(connection, two)]
    _forget(connection, pairs, kind="apart")
    save_links(connection, [Link(article, other, "merged by the user")], now, by="user", method=0)
    root = min(one, two)
    merge_stories(connection, {one: root, two: root}, now)
    recount(connection, (root,))
    return root


def held(connection: Connection, stories: Iterable[int], since: datetime) -> dict[int, int]:
    """The articles of stories that arrived since then → the story of each."""
    found = connection.execute(
        text(
            "SELECT id, story_id FROM article "
            "WHERE story_id IN (SELECT value FROM json_each(:ids)) AND first_seen >= :since"
        ),
        {"ids": json.dumps(sorted(stories)), "since": to_text(since)},
    )
    return {row.id: row.story_id for row in found}


def regroup(connection: Connection, stories: Mapping[int, int], now: datetime) -> None:
    """Puts articles into stories, `stories` by article; those that are there already are left alone."""
    current = connection.execute(
        text("SELECT id, story_id FROM article WHERE id IN (SELECT value FROM json_each(:ids))"),
        {"ids": json.dumps(sorted(stories))},
    ).all()
    moved = {row.id: (row.story_id, stories[row.id]) for row in current}
    moved = {id: pair for id, pair in moved.items() if pair[0] != pair[1]}
    by_story: dict[int, list[int]] = {}
    for id, (_, story) in moved.items():
        by_story.setdefault(story, []).append(id)
    for story, articles in by_story.items():
        _move(connection, articles, story, now)
        _found(connection, story)
    left = {old for old, _ in moved.values()}
    empty = text(
        "UPDATE story SET merged_into = (SELECT story_id FROM article WHERE article.id = story.id) "
        "WHERE id = :id AND NOT EXISTS (SELECT 1 FROM article a WHERE a.story_id = story.id)"
    )
    if left:
        connection.execute(empty, [{"id": story} for story in left])
    recount(connection, left | set(by_story))


def _story_of(connection: Connection, article: int) -> int:
    story = connection.execute(text("SELECT story_id FROM article WHERE id = :id"), {"id": article}).scalar()
    if story is None:
        raise FeedwatchError(f"there is no article {article}; `feedwatch list` shows their ids")
    return int(story)


def _members(connection: Connection, story: int) -> list[int]:
    found = connection.execute(
        text("SELECT id FROM article WHERE story_id = :story ORDER BY sort_at, id"), {"story": story}
    )
    return [row.id for row in found]


def _forget(connection: Connection, pairs: Iterable[tuple[int, int]], *, kind: str | None = None) -> None:
    """Deletes the links of pairs, in both directions."""
    both = [one for a, b in pairs for one in ((a, b), (b, a))]
    statement = (
        "DELETE FROM story_link WHERE article_id = :a AND twin_id = :b AND kind = coalesce(:kind, kind)"
    )
    connection.execute(text(statement), [{"a": a, "b": b, "kind": kind} for a, b in both])


def _move(connection: Connection, articles: Sequence[int], story: int, now: datetime) -> None:
    ids = json.dumps(list(articles))
    connection.execute(
        text("UPDATE article SET story_id = :story WHERE id IN (SELECT value FROM json_each(:ids))"),
        {"story": story, "ids": ids},
    )
    connection.execute(
        text(
            "INSERT INTO change (article_id, event, at) SELECT value, 'regrouped', :at FROM json_each(:ids)"
        ),
        {"ids": ids, "at": to_text(now)},
    )


def _found(connection: Connection, story: int) -> None:
    """The row of a story that begins with an article; one that was merged away before lives again."""
    connection.execute(
        text(
            """
            INSERT INTO story (id, lead_article_id, first_seen, sort_at, articles, outlets)
            SELECT id, id, first_seen, sort_at, 1, 1 FROM article WHERE id = :id
            ON CONFLICT (id) DO UPDATE SET merged_into = NULL
            """
        ),
        {"id": story},
    )
