"""What the database knows about the items of one poll, read inside the write transaction that will use it.

Read before it, two polls of one dispatch would each find nothing and make two stories (measured: 200 of 200).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, func, select, text

from feedwatch.model import Facts, Item, Known, Sighted, Sketch, from_text, to_text
from feedwatch.store import rows
from feedwatch.store.schema import TABLES

# A copy of a dispatch comes within days; a like-worded item months later is another one of its kind.
COPY_WINDOW = timedelta(days=7)
NEWEST_OF_KEY = 64  # also the flood guard: a paragraph in thousands of articles costs 64 look-ups
CANDIDATES = 20

_article, _sighting, _sketch = TABLES["article"], TABLES["sighting"], TABLES["sketch"]
_KNOWN = (
    *(_article.c[name] for name in ("id", "story_id", "outlet", "owner_feed_id", "url", "words_key", "said")),
    *(_article.c[name] for name in ("method", "title", "text_kind", "agency", "published", "updated")),
    _article.c.first_seen,
    _sketch.c.words,
    _sketch.c["keys"].label("sketch_keys"),
    _sketch.c.features,
)
_ARTICLES = _article.join(_sketch, _sketch.c.article_id == _article.c.id)


def facts(connection: Connection, feed_id: int, items: Sequence[Item], now: datetime) -> Facts:
    """The facts that `judge` needs about the items of a feed's document."""
    if not items:
        return Facts()
    sightings = _sightings(connection, feed_id, [item.key for item in items])
    strangers = [item for item in items if item.key not in sightings]
    return Facts(
        sightings=sightings,
        by_url=_by_url(connection, {item.url_key for item in items if item.url_key}),
        by_words=_by_words(connection, {item.words_key for item in strangers}),
        candidates=_candidates(connection, strangers, now),
        new_today=_new_today(connection, feed_id, now),
    )


def _sightings(connection: Connection, feed_id: int, keys: Sequence[int]) -> dict[int, Sighted]:
    query = (
        select(
            _sighting.c.item_key, _sighting.c.url_key, _sighting.c.raw, _sighting.c.said.label("last_said")
        )
        .add_columns(*_KNOWN)
        .select_from(_sighting.join(_ARTICLES, _sighting.c.article_id == _article.c.id))
        .where(_sighting.c.feed_id == feed_id, _sighting.c.item_key.in_(keys))
        .order_by(_sighting.c.article_id)  # of a guid used twice, the newest article remains
    )
    return {
        row.item_key: Sighted(article=_known(row), url_key=row.url_key, raw=row.raw, said=row.last_said)
        for row in connection.execute(query)
    }


def _by_url(connection: Connection, keys: Iterable[int]) -> dict[int, tuple[Known, ...]]:
    query = (
        select(_sighting.c.url_key, *_KNOWN)
        .distinct()
        .select_from(_sighting.join(_ARTICLES, _sighting.c.article_id == _article.c.id))
        .where(_sighting.c.url_key.in_(list(keys)))
        .order_by(_article.c.id)
    )
    return _grouped(connection.execute(query), "url_key")


def _by_words(connection: Connection, keys: Iterable[int]) -> dict[int, tuple[Known, ...]]:
    query = (
        select(*_KNOWN)
        .select_from(_ARTICLES)
        .where(_article.c.words_key.in_(list(keys)))
        .order_by(_article.c.id.desc())
        .limit(NEWEST_OF_KEY * 4)
    )
    return _grouped(connection.execute(query), "words_key")


def _candidates(connection: Connection, items: Sequence[Item], now: datetime) -> dict[int, tuple[Known, ...]]:
    holders = _holders(connection, {key for item in items for key in item.sketch.keys}, now)
    likely: dict[int, list[int]] = {}
    for item in items:
        shared = Counter(article for key in item.sketch.keys for article in holders.get(key, ()))
        if shared:
            likely[item.key] = [article for article, _ in shared.most_common(CANDIDATES)]
    known = _articles(connection, {article for articles in likely.values() for article in articles})
    return {key: tuple(known[id] for id in articles) for key, articles in likely.items()}


def _holders(connection: Connection, keys: Iterable[int], now: datetime) -> Mapping[int, list[int]]:
    found = connection.execute(
        text(
            """
            SELECT s.key, s.article_id
            FROM json_each(:keys) k
            JOIN sketch_key s ON s.key = k.value AND s.article_id IN (
                SELECT article_id FROM sketch_key WHERE key = k.value ORDER BY article_id DESC LIMIT :newest)
            JOIN article a ON a.id = s.article_id
            WHERE a.first_seen >= :since
            """
        ),
        {
            "keys": json.dumps(list(keys)),
            "newest": NEWEST_OF_KEY,
            "since": to_text(now - COPY_WINDOW),
        },
    )
    holders = defaultdict(list)
    for key, article in found:
        holders[key].append(article)
    return holders


def _articles(connection: Connection, ids: Iterable[int]) -> dict[int, Known]:
    query = select(*_KNOWN).select_from(_ARTICLES).where(_article.c.id.in_(list(ids)))
    return {row.id: _known(row) for row in connection.execute(query)}


def _new_today(connection: Connection, feed_id: int, now: datetime) -> int:
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0)
    return connection.execute(
        select(func.count())
        .select_from(_article)
        .where(_article.c.owner_feed_id == feed_id, _article.c.first_seen >= to_text(midnight))
    ).scalar_one()


def _grouped(found: Iterable[Row[Any]], key: str) -> dict[int, tuple[Known, ...]]:
    groups: dict[int, list[Known]] = defaultdict(list)
    for row in found:
        groups[getattr(row, key)].append(_known(row))
    return {value: tuple(known) for value, known in groups.items()}


def _known(row: Row[Any]) -> Known:
    return Known(
        id=row.id,
        story=row.story_id,
        outlet=row.outlet,
        owner_feed=row.owner_feed_id,
        url=row.url,
        words_key=row.words_key,
        said=row.said,
        method=row.method,
        title=row.title,
        words=row.words,
        text_kind=row.text_kind,
        agency=row.agency,
        published=from_text(row.published) if row.published else None,
        updated=from_text(row.updated) if row.updated else None,
        first_seen=from_text(row.first_seen),
        sketch=Sketch(row.words, rows.sketch_keys(row.sketch_keys), row.features),
    )
