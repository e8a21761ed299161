"""Reads the facts about one poll's items, and saves what was judged: both inside one write transaction.

Everything a poll changes is saved together: articles, versions, sightings, tags, validators, memory and
the next poll. A validator that outlived its articles would lose them for ever (the server answers 304).
"""

import zlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from feedwatch.model import (
    Claim,
    DateDoubt,
    Document,
    Evidence,
    Failed,
    Item,
    Judgement,
    Link,
    Refined,
    Unchanged,
    Verdict,
    VerdictKind,
    from_text,
    to_text,
)
from feedwatch.store import grouping, progress, recleaning, rows, sketch_keys, tagging
from feedwatch.store.schema import TABLES

_article, _sighting, _version = TABLES["article"], TABLES["sighting"], TABLES["version"]
_feed, _poll, _sketch = TABLES["feed"], TABLES["poll"], TABLES["sketch"]

EARLIER_SKETCHES = 3  # versions before the current one that copies are still compared with
# What makes another version, by verdict. A fuller text of another feed is no edit of the publisher's. What it
# replaces is kept all the same: not every excerpt is a piece of the text that it stands for.
_CAUSES: Mapping[VerdictKind, str] = {"edited": "published", "recleaned": "recleaned", "seen": "fuller"}


def save_poll(
    connection: Connection,
    claim: Claim,
    outcome: Document | Unchanged | Failed,
    judgement: Judgement,
    *,
    started: datetime,
    took_ms: int,
    refined: Refined | None = None,
    now: datetime,
) -> None:
    """Saves one judged poll: the articles it changes, the document's validators and memory, the poll's record
    and the feed's next one."""
    if isinstance(outcome, Document) and refined is not None:
        _save_judged(connection, claim, judgement, now)
        _save_presence(connection, claim.source.id, refined, now)
        progress.save_document(connection, claim, outcome, refined, skipped=judgement.skipped)
    elif isinstance(outcome, Unchanged):
        progress.save_validators(connection, claim, outcome)
    progress.save_move(connection, claim, judgement.move)
    progress.save_schedule(connection, claim, judgement.schedule)
    record = rows.poll(claim, outcome, judgement, refined, started=started, took_ms=took_ms)
    connection.execute(insert(_poll), record)


# --- articles --------------------------------------------------------------------------------------


def _save_judged(connection: Connection, claim: Claim, judged: Judgement, now: datetime) -> None:
    verdicts = recleaning.telling(connection, judged.verdicts)
    judged = replace(judged, verdicts=verdicts)
    made = _ids(connection, verdicts)
    links = [
        replace(link, article=made.get(link.article, link.article), twin=made.get(link.twin, link.twin))
        for link in judged.links
    ]
    became = grouping.roots(links, _stories(connection, links, made))
    new = [verdict for verdict in verdicts if verdict.kind in ("new", "copy")]
    _insert_articles(connection, claim, new, judged, made, became, now)
    grouping.merge_stories(connection, became, now)
    method = max((verdict.item.method for verdict in verdicts), default=0)
    grouping.save_links(connection, links, now, by="auto", method=method)
    changed = [verdict for verdict in verdicts if verdict.kind in ("edited", "recleaned") or verdict.fuller]
    dated = {
        story
        for verdict in changed
        if (story := _rewrite(connection, claim, verdict, now, judged.doubts.get(verdict.article)))
    }
    _save_sightings(connection, claim.source.id, verdicts, made, now)
    written = {made.get(verdict.article, verdict.article): verdict.item for verdict in (*new, *changed)}
    _save_words(connection, written, edited={verdict.article for verdict in changed})
    _save_tags(connection, written, claim.source.tags, verdicts, made)
    _save_marks(connection, claim, judged)
    _save_changes(connection, judged, made, now)
    grouping.recount(connection, {*became.values(), *dated})


def _ids(connection: Connection, verdicts: Sequence[Verdict]) -> dict[int, int]:
    """The ids of the articles to be made, by the number that stands for each in the judgement."""
    numbers = [verdict.article for verdict in verdicts if verdict.kind in ("new", "copy")]
    last = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'article'")).scalar()
    return {number: (last or 0) + place for place, number in enumerate(numbers, start=1)}


def _stories(connection: Connection, links: Sequence[Link], made: Mapping[int, int]) -> dict[int, int]:
    """The stories that linked articles are in; an article to be made begins one."""
    linked = {id for link in links for id in (link.article, link.twin)}
    found = connection.execute(select(_article.c.id, _article.c.story_id).where(_article.c.id.in_(linked)))
    return {id: id for id in made.values()} | {row.id: row.story_id for row in found}


def _insert_articles(
    connection: Connection,
    claim: Claim,
    verdicts: Sequence[Verdict],
    judged: Judgement,
    made: Mapping[int, int],
    became: Mapping[int, int],
    now: datetime,
) -> None:
    at = to_text(now)
    articles, founded, versions = [], [], []
    for verdict in verdicts:
        id, item = made[verdict.article], verdict.item
        story = became.get(id, id)
        row = rows.article(item, claim, now, judged.doubts.get(verdict.article)) | {
            "id": id,
            "story_id": story,
            "claim": judged.claims.get(verdict.article, 0),
            "corrected": verdict.article in judged.corrected,
        }
        articles.append(row)
        versions.append(rows.version(id, 1, item, at))
        if story == id:
            founded.append({"id": id, "lead_article_id": id, "first_seen": at, "sort_at": row["sort_at"]})
    _insert_all(connection, "article", articles)
    _insert_all(connection, "version", versions)
    _insert_all(connection, "story", founded)


def _rewrite(
    connection: Connection, claim: Claim, verdict: Verdict, now: datetime, doubt: DateDoubt | None
) -> int | None:
    """Gives an article the words of an item, and keeps as a version what it said before.

    Answers with its story if it is dated only now: its place in time may be another.
    """
    at, id, item = to_text(now), verdict.article, verdict.item
    before = connection.execute(select(_article).where(_article.c.id == id)).one()
    n = connection.execute(select(func.max(_version.c.n)).where(_version.c.article_id == id)).scalar_one()
    was = zlib.compress(rows.as_json(rows.superseded(before)).encode())
    connection.execute(
        update(_version).where(_version.c.article_id == id, _version.c.n == n).values(until=at, was=was)
    )
    cause = _CAUSES[verdict.kind]
    version = rows.version(id, n + 1, item, at, cause=cause, stealth=verdict.stealth, why=verdict.reason)
    connection.execute(insert(_version), version)
    row = rows.article(item, claim, from_text(before.first_seen), doubt)
    kept = ("owner_feed_id", "outlet", "first_seen", "backfill")
    values = {name: value for name, value in row.items() if name not in kept}
    values["revision"] = before.revision + 1
    values["edits"] = before.edits + (verdict.kind == "edited")
    if before.published is not None:  # the first date a publisher gave is when the article was published
        values = {name: value for name, value in values.items() if not rows.is_date(name)}
    connection.execute(update(_article).where(_article.c.id == id).values(values))
    return int(before.story_id) if values.get("published") else None


def _save_words(connection: Connection, written: Mapping[int, Item], *, edited: Collection[int]) -> None:
    """The HTML and the sketch of new and rewritten articles."""
    html = TABLES["article_html"]
    connection.execute(delete(html).where(html.c.article_id.in_(list(written))))
    _insert_all(
        connection,
        "article_html",
        [{"article_id": id, "html": item.html} for id, item in written.items() if item.html],
    )
    keys = {id: set(item.sketch.keys) for id, item in written.items()}
    for id in edited:
        keys[id] |= _earlier_sketches(connection, id)
    _insert_all(connection, "sketch", [rows.sketch(id, item) for id, item in written.items()])
    sketch_keys.put_in(connection, keys)


def _earlier_sketches(connection: Connection, id: int) -> set[int]:
    """Makes the sketch of an article one of its earlier ones, and answers with the keys of those that stay.

    A copy of an earlier version may arrive after the edit: an outlet takes the dispatch as it was.
    """
    sketch_keys.let_go(connection, id)
    newest = select(func.max(_sketch.c.version)).where(_sketch.c.article_id == id)
    n = connection.execute(newest).scalar_one() + 1
    of_article = _sketch.c.article_id == id
    connection.execute(update(_sketch).where(of_article, _sketch.c.version == 0).values(version=n))
    connection.execute(delete(_sketch).where(of_article, _sketch.c.version.between(1, n - EARLIER_SKETCHES)))
    return sketch_keys.of_article(connection, id)


def _save_tags(
    connection: Connection,
    written: Mapping[int, Item],
    feed_tags: Sequence[str],
    verdicts: Sequence[Verdict],
    made: Mapping[int, int],
) -> None:
    """The tags that the words earn replace those they earned before; a feed's own tags only add."""
    table = TABLES["article_tag"]
    connection.execute(delete(table).where(table.c.article_id.in_(list(written))))
    earned: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for id, item in written.items():
        for evidence in item.tags:
            earned.setdefault((id, evidence.tag), []).append(asdict(evidence))
    seen_here = {made.get(verdict.article, verdict.article) for verdict in verdicts} - written.keys()
    for id in seen_here:
        for tag in feed_tags:
            earned[id, tag] = [asdict(Evidence(tag=tag, rule="feed", words="", field="feed"))]
    tagging.tag_articles(connection, earned)


def _save_marks(connection: Connection, claim: Claim, judged: Judgement) -> None:
    """What a poll says of articles beside their words: a surer owner, another date, a correction."""
    owned = [
        {"article": id, "feed": claim.source.id, "surer": surer}
        for id, surer in judged.claims.items()
        if id > 0
    ]
    if owned:
        connection.execute(
            text("UPDATE article SET owner_feed_id = :feed, claim = :surer WHERE id = :article"), owned
        )
    dated = [
        {"article": verdict.article, "updated": to_text(date)}
        for verdict in judged.verdicts
        if verdict.article in judged.dated and (date := rows.latest_date(verdict.item))
    ]
    if dated:
        connection.execute(text("UPDATE article SET updated = :updated WHERE id = :article"), dated)
    corrected = [{"article": id} for id in judged.corrected if id > 0]
    if corrected:
        connection.execute(text("UPDATE article SET corrected = 1 WHERE id = :article"), corrected)


_EVENTS = {"new": "new", "copy": "new", "edited": "edited", "recleaned": "recleaned", "moved": "moved"}


def _save_changes(connection: Connection, judged: Judgement, made: Mapping[int, int], now: datetime) -> None:
    events = [(verdict.article, _event(verdict, judged)) for verdict in judged.verdicts]
    _insert_all(
        connection,
        "change",
        [
            {"article_id": made.get(article, article), "event": event, "at": to_text(now)}
            for article, event in events
            if event
        ],
    )


def _event(verdict: Verdict, judged: Judgement) -> str | None:
    if verdict.fuller:
        return "edited"
    if verdict.kind == "noise" and verdict.article in judged.dated:
        return "dated"
    return _EVENTS.get(verdict.kind)


# --- sightings -------------------------------------------------------------------------------------


def _save_sightings(
    connection: Connection,
    feed_id: int,
    verdicts: Sequence[Verdict],
    made: Mapping[int, int],
    now: datetime,
) -> None:
    if not verdicts:
        return
    keys = [verdict.item.key for verdict in verdicts]
    connection.execute(  # an item seen under a new address is no longer seen under its old one
        update(_sighting)
        .where(
            _sighting.c.feed_id == feed_id, _sighting.c.item_key.in_(keys), _sighting.c.last_seen.is_(None)
        )
        .values(last_seen=to_text(now))
    )
    insertion = upsert(_sighting)
    connection.execute(
        insertion.on_conflict_do_update(
            index_elements=["feed_id", "item_key", "article_id", "url_key"],
            set_={name: insertion.excluded[name] for name in ("url", "raw", "said", "last_seen")},
        ),
        [
            {
                "feed_id": feed_id,
                "item_key": verdict.item.key,
                "article_id": made.get(verdict.article, verdict.article),
                "url": verdict.item.url_published,
                "url_key": verdict.item.url_key,
                "raw": verdict.item.raw_print,
                "said": verdict.item.said,
                "first_seen": to_text(now),
                "last_seen": None,
                "why": None if verdict.kind in ("new", "copy") else verdict.reason,
            }
            for verdict in verdicts
        ],
    )


def _save_presence(connection: Connection, feed_id: int, refined: Refined, now: datetime) -> None:
    for keys, last_seen in ((refined.departed, to_text(now)), (refined.returned, None)):
        if keys:
            connection.execute(
                update(_sighting)
                .where(_sighting.c.feed_id == feed_id, _sighting.c.item_key.in_(keys))
                .values(last_seen=last_seen)
            )


def _insert_all(connection: Connection, table: str, records: Sequence[Mapping[str, Any]]) -> None:
    if records:
        connection.execute(insert(TABLES[table]), records)
