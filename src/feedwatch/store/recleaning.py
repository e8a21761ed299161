"""The archive's side of cleaning again: reads what was kept as sent, saves what better cleaning makes of it.

Laws: what an article said before is kept as a version, marked as ours (`recleaned`); it counts as no edit;
an article that was changed in the meantime is left alone; transactions are as short as the batches given.
"""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from feedwatch.model import Claim, DateDoubt, Item, Source, Verdict, from_text, to_text
from feedwatch.store import grouping, rows, sketch_keys, tagging
from feedwatch.store.schema import TABLES

_article, _version, _feed = TABLES["article"], TABLES["version"], TABLES["feed"]
_sighting, _sketch = TABLES["sighting"], TABLES["sketch"]
_html, _tagged, _change = TABLES["article_html"], TABLES["article_tag"], TABLES["change"]
# What cleaning decides; whose the article is and when it was seen are not its business.
CLEANED = ("title", "summary", "text", "text_kind", "language", "agency", "copyright", "more")


# Where a fuller text was shown without a version of its own, the item kept is not the one that the words are
# from: archives of before have such articles, and cleaning would give them the excerpt back.
_HAS_ITS_ITEM = _version.c.sent.is_not(None) & (_version.c.said == _article.c.said)


@dataclass(frozen=True, slots=True)
class Kept:
    """An article, and its item as sent."""

    row: Row[Any]
    feed: str
    address: str
    sent: bytes  # zlib JSON

    @property
    def rights(self) -> tuple[tuple[str, str], ...]:
        """What the feed said of its rights when the article came: (element, words)."""
        notices = json.loads(self.row.more).get("notices", ())
        return tuple((one["place"], one["words"]) for one in notices if one["role"] == "feed")


def kept(connection: Connection, *, after: int, limit: int) -> list[Kept]:
    """The next articles in order of id whose words are those of an item that was kept as sent."""
    found = connection.execute(
        select(_article, _feed.c.name.label("feed"), _feed.c.url.label("address"), _version.c.sent)
        .join(_feed, _feed.c.id == _article.c.owner_feed_id)
        .join(_version, (_version.c.article_id == _article.c.id) & _version.c.until.is_(None))
        .where(_article.c.id > after, _HAS_ITS_ITEM)
        .order_by(_article.c.id)
        .limit(limit)
    )
    return [Kept(row, row.feed, row.address, row.sent) for row in found]


def changes(before: Row[Any], item: Item) -> dict[str, tuple[str, str]]:
    """What an item would change in its article: column → (before, after)."""
    values = _values(before, item)
    pairs = (
        (name, getattr(before, name), values[name]) for name in values if name in (*CLEANED, "published")
    )
    return {name: (_shown(old), _shown(new)) for name, old, new in pairs if _shown(old) != _shown(new)}


def telling(connection: Connection, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """The verdicts of a poll, those of better cleaning that changes nothing a reader is shown being "seen":
    the article is known by its new fingerprints from now on, and has no version more."""
    return tuple(
        replace(verdict, kind="seen")
        if verdict.kind == "recleaned" and _is_same(connection, verdict)
        else verdict
        for verdict in verdicts
    )


def _is_same(connection: Connection, verdict: Verdict) -> bool:
    item, of_article = verdict.item, _article.c.id == verdict.article
    if changes(connection.execute(select(_article).where(of_article)).one(), item):
        return False
    prints = {"said": item.said, "words_key": item.words_key, "method": item.method}
    connection.execute(update(_article).where(of_article).values(prints))
    current = (_version.c.article_id == verdict.article) & _version.c.until.is_(None)
    connection.execute(update(_version).where(current).values(said=item.said))
    return True


def save(
    connection: Connection, recleaned: Iterable[tuple[Kept, Item, DateDoubt | None]], now: datetime
) -> int:
    """Saves articles cleaned again, and answers how many; those that changed since they were read stay."""
    saved = [
        (kept, item)
        for kept, item, doubt in recleaned
        if _rewritten(connection, kept, _values(kept.row, item) | {"date_doubt": doubt}, item, now)
    ]
    dated = {kept.row.story_id for kept, item in saved if kept.row.published is None and item.published}
    grouping.recount(connection, dated)
    _save_words(connection, saved)
    return len(saved)


def _rewritten(
    connection: Connection, kept: Kept, values: Mapping[str, Any], item: Item, now: datetime
) -> bool:
    before, at = kept.row, to_text(now)
    done = connection.execute(
        update(_article)
        .where(_article.c.id == before.id, _article.c.revision == before.revision)
        .values({**values, "revision": before.revision + 1})
    )
    if not done.rowcount:
        return False
    of_article = _version.c.article_id == before.id
    n = connection.execute(select(func.max(_version.c.n)).where(of_article)).scalar_one()
    sent = connection.execute(select(_version.c.sent).where(of_article, _version.c.n == n)).scalar_one()
    was = zlib.compress(rows.as_json(rows.superseded(before)).encode())
    connection.execute(
        update(_version).where(of_article, _version.c.n == n).values(until=at, was=was, sent=None)
    )
    version = rows.version(before.id, n + 1, item, at, cause="recleaned", why="our cleaning is better")
    connection.execute(insert(_version).values(version | {"sent": sent}))
    connection.execute(  # else the next poll would take our reading for another one
        update(_sighting)
        .where(_sighting.c.article_id == before.id, _sighting.c.said == before.said)
        .values(said=item.said)
    )
    connection.execute(insert(_change).values(article_id=before.id, event="recleaned", at=at))
    return True


def _values(before: Row[Any], item: Item) -> dict[str, Any]:
    """The columns that cleaning decides; the first date that a publisher gave stays."""
    row = rows.article(item, _NOBODY, from_text(before.first_seen))
    names = (*CLEANED, "words_key", "said", "method")
    values = {name: row[name] for name in names}
    if before.published is None and row["published"] is not None:
        values |= {name: value for name, value in row.items() if rows.is_date(name)}
    return values


def _save_words(connection: Connection, saved: Sequence[tuple[Kept, Item]]) -> None:
    """HTML, sketches and tags of rewritten articles."""
    ids = [kept.row.id for kept, _ in saved]
    connection.execute(delete(_html).where(_html.c.article_id.in_(ids)))
    connection.execute(delete(_tagged).where(_tagged.c.article_id.in_(ids)))
    earned: dict[tuple[int, str], list[dict[str, Any]]] = {}
    for kept, item in saved:
        id = kept.row.id
        if item.html:
            connection.execute(insert(_html).values(article_id=id, html=item.html))
        for evidence in item.tags:
            earned.setdefault((id, evidence.tag), []).append(asdict(evidence))
        _save_sketch(connection, id, item)
    tagging.tag_articles(connection, earned)


def _save_sketch(connection: Connection, id: int, item: Item) -> None:
    """The sketch of the words as they are now; the keys of earlier ones stay."""
    sketch_keys.let_go(connection, id)
    connection.execute(delete(_sketch).where(_sketch.c.article_id == id, _sketch.c.version == 0))
    connection.execute(insert(_sketch).values(rows.sketch(id, item)))
    sketch_keys.put_in(connection, {id: sketch_keys.of_article(connection, id)})


def _shown(value: object) -> str:
    return "" if value is None else str(value)


_NOBODY = Claim(Source(id=0, name="", base=""), address="")  # whose the article is stays as it was


def without_raw(connection: Connection) -> int:
    """How many articles were kept without the item that their words are from."""
    kept_ids = (
        select(_version.c.article_id)
        .join(_article, _article.c.id == _version.c.article_id)
        .where(_version.c.until.is_(None), _HAS_ITS_ITEM)
    )
    return connection.execute(
        select(func.count()).select_from(_article).where(_article.c.id.not_in(kept_ids))
    ).scalar_one()
