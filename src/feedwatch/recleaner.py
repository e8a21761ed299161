"""Cleans the archive again, from the items as they were sent: better cleaning reaches what is stored.

In batches: read, clean (no lock is held), save in one short write transaction; a daemon goes on beside it.
"""

import logging
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import cast
from urllib.parse import urlsplit

from feedwatch.judge import doubts
from feedwatch.model import DateDoubt, Dating, Feed, Item, Source, from_text
from feedwatch.refine import document
from feedwatch.refine.tags import Tagger
from feedwatch.store import recleaning
from feedwatch.store.database import Store
from feedwatch.store.recleaning import Kept

log = logging.getLogger(__name__)

BATCH = 100  # articles in one transaction: some 20 ms of writing


@dataclass(frozen=True, slots=True)
class Recleaned:
    """An article that reads differently now: what changes, by field (before, after)."""

    id: int
    title: str
    changes: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def reclean(
    store: Store, feeds: Mapping[str, Feed], tagger: Tagger, *, now: datetime, save: bool
) -> Iterator[Recleaned]:
    """Every article that better cleaning changes, in order of id; saved batch by batch if `save`.

    An article whose item was not kept, or can no longer be read, stays as it is.
    """
    after = 0
    while True:
        with store.read() as connection:
            batch = recleaning.kept(connection, after=after, limit=BATCH)
        if not batch:
            return
        after = batch[-1].row.id
        found = [
            (kept, item, recleaning.changes(kept.row, item)) for kept, item in _cleaned(batch, feeds, tagger)
        ]
        changed = [(kept, item, changes) for kept, item, changes in found if changes]
        if save and changed:
            with store.begin() as connection:
                rewritten = [(kept, item, _doubt(kept, item)) for kept, item, _ in changed]
                recleaning.save(connection, rewritten, now)
        for kept, _, changes in changed:
            yield Recleaned(kept.row.id, kept.row.title, changes)


def _cleaned(batch: list[Kept], feeds: Mapping[str, Feed], tagger: Tagger) -> Iterator[tuple[Kept, Item]]:
    for kept in batch:
        try:
            yield kept, _clean(kept, feeds.get(kept.feed), tagger)
        except Exception as error:  # noqa: BLE001  one bad item must not stop the others
            log.warning("article %d cannot be cleaned again: %s", kept.row.id, error)


def _clean(kept: Kept, feed: Feed | None, tagger: Tagger) -> Item:
    row = kept.row
    source = Source(
        id=row.owner_feed_id,
        name=kept.feed,
        base=kept.address,
        outlet=row.outlet or None,
        timezone=feed.timezone if feed else None,
        language=feed.language if feed else None,
        tags=feed.tags if feed else (),
    )
    page = urlsplit(row.url or kept.address)
    base = f"{page.scheme}://{page.netloc}/" if page.netloc else ""
    item = document.clean_again(
        zlib.decompress(kept.sent), source, tagger, base=base, rights=kept.rights, language=row.language
    )
    return doubts.dated(item, from_text(row.first_seen), backfill=row.backfill)


def _doubt(kept: Kept, item: Item) -> DateDoubt | None:
    """What is odd about the date that the article keeps; that it came too early or late was known then."""
    row = kept.row
    if row.date_doubt in ("future", "far"):
        return cast("DateDoubt", row.date_doubt)
    if row.published is not None:
        instant = from_text(row.published)
        kept_date = Dating(
            row.published_raw, instant, row.published_offset, row.published_precision, row.zone
        )
        item = replace(item, published=kept_date)
    return doubts.doubt(item, first_seen=from_text(row.first_seen), last_read=None)
