"""Who polls what, when: the configured feeds as rows, and claims on those that are due.

A claim is a lease with an end: if its holder dies, the feed is due again when the lease runs out, and a
result that comes after that is refused (`recording` compares the lease).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Row, exists, insert, or_, select, update

from feedwatch.model import Claim, Feed, Move, Source, from_text, to_text
from feedwatch.store import rows
from feedwatch.store.schema import TABLES

_feed, _document, _poll = TABLES["feed"], TABLES["feed_document"], TABLES["poll"]


def register(connection: Connection, feeds: Sequence[Feed], now: datetime) -> None:
    """Makes the feed rows agree with the configuration: new ones are due at once, removed ones stop, a
    changed address starts afresh, a shorter interval counts from the last poll; articles always stay."""
    known = {row.name: row for row in connection.execute(select(_feed))}
    for feed in feeds:
        row = known.pop(feed.name, None)
        if row is None:
            connection.execute(insert(_feed), _new_row(feed, now))
        else:
            _agree(connection, row, feed, now)
    gone = [row.id for row in known.values() if row.removed_at is None]
    connection.execute(update(_feed).where(_feed.c.id.in_(gone)).values(removed_at=to_text(now)))


def claim(
    connection: Connection,
    feeds: Mapping[str, Feed],
    now: datetime,
    *,
    holder: str,
    lease_s: float,
    limit: int,
    names: Sequence[str] | None = None,
    without: Sequence[str] = (),
) -> list[Claim]:
    """Leases up to `limit` feeds that are due, longest waiting first; with `names` those, due or not."""
    wanted = (
        (*_due(now), _feed.c.name.not_in(without))
        if names is None
        else (_feed.c.name.in_(names), *_free(now))
    )
    due = select(_feed.c.id).where(*wanted).order_by(_feed.c.next_at, _feed.c.id).limit(limit)
    until = to_text(now + timedelta(seconds=lease_s))
    leased = connection.execute(
        update(_feed)
        .where(_feed.c.id.in_(due.scalar_subquery()))
        .values(lease=holder, lease_until=until)
        .returning(_feed.c.id)
    )
    last_read = (  # walks back from the newest poll; max() would visit every poll the feed ever had
        select(_poll.c.started_at)
        .where(_poll.c.feed_id == _feed.c.id, _poll.c.outcome != "failed")
        .order_by(_poll.c.started_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    found = connection.execute(
        select(_feed, _document, last_read.label("last_read"))
        .join(_document, isouter=True)
        .where(_feed.c.id.in_(leased.scalars().all()))
        .order_by(_feed.c.next_at, _feed.c.id)
    ).all()
    # Another process has read a later configuration: its feeds must not wait for a lease of ours to end.
    unknown = [row.id for row in found if row.name not in feeds]
    if unknown:
        connection.execute(update(_feed).where(_feed.c.id.in_(unknown)).values(lease=None, lease_until=None))
    return [_claim(row, feeds[row.name], now) for row in found if row.name in feeds]


def is_due(connection: Connection, now: datetime) -> bool:
    """Whether any feed waits to be claimed."""
    return connection.execute(select(exists().where(*_due(now)))).scalar_one()


def release(connection: Connection, holder: str) -> None:
    """Gives back every feed whose lease begins with `holder`; they are due again at once."""
    connection.execute(
        update(_feed).where(_feed.c.lease.startswith(holder)).values(lease=None, lease_until=None)
    )


def _free(now: datetime) -> tuple[ColumnElement[bool], ...]:
    unclaimed = or_(_feed.c.lease_until.is_(None), _feed.c.lease_until < to_text(now))
    return unclaimed, _feed.c.removed_at.is_(None)


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (*_free(now), _feed.c.next_at <= to_text(now), _feed.c.state != "paused")


def _new_row(feed: Feed, now: datetime) -> dict[str, object]:
    return {
        "name": feed.name,
        "url": feed.url,
        "outlet": feed.outlet,
        "state": "paused" if feed.paused else "new",
        "next_at": to_text(now),
        "interval_s": feed.interval_s,
    }


def _agree(connection: Connection, row: Row[tuple[object, ...]], feed: Feed, now: datetime) -> None:
    changes: dict[str, object] = {}
    if row.url != feed.url:
        # Another document: validators of the old address mean nothing for it, memory of items still does.
        changes |= {"url": feed.url, "next_at": to_text(now), **rows.move(None)}
        connection.execute(
            update(_document).where(_document.c.feed_id == row.id).values(rows.ANOTHER_ADDRESS)
        )
    elif row.state == "ok" and feed.interval_s < row.interval_s:
        last = from_text(row.next_at) - timedelta(seconds=row.interval_s)
        changes |= {
            "next_at": to_text(last + timedelta(seconds=feed.interval_s)),
            "interval_s": feed.interval_s,
            "why": rows.as_json([f"its interval was shortened to {feed.interval_s} s"]),
        }
    if row.outlet != feed.outlet:
        changes["outlet"] = feed.outlet
    if row.removed_at is not None:
        changes |= {"removed_at": None, "next_at": to_text(now)}
    if feed.paused != (row.state == "paused"):
        changes |= {"state": "paused"} if feed.paused else {"state": "new", "next_at": to_text(now)}
    if changes:
        connection.execute(update(_feed).where(_feed.c.id == row.id).values(changes))


def _claim(row: Row[tuple[object, ...]], feed: Feed, now: datetime) -> Claim:
    move = _move(row)
    # Where it moved to, unless the configured address is to be asked again, or was given secrets since.
    at_move = bool(move and move.adopted and now < move.ask_at and not (feed.headers or feed.auth))
    # Asked again, it must answer with a document: validators of the other address could keep it from that.
    asked_again = bool(move and move.adopted and not at_move)
    return Claim(
        source=Source(
            id=row.id,
            name=feed.name,
            base=move.to if move and move.adopted else feed.url,
            outlet=feed.outlet,
            timezone=feed.timezone,
            language=feed.language,
            tags=feed.tags,
        ),
        address=move.to if move and at_move else feed.address,
        headers=feed.headers,
        auth=feed.auth,
        proxy=feed.proxy,
        etag=None if asked_again else row.etag,
        modified=None if asked_again else row.modified,
        body_hash=None if asked_again else row.body_hash,
        memory=row.memory or b"",
        failures=row.failures,
        interval_s=feed.interval_s,
        min_interval_s=feed.min_interval_s,
        max_interval_s=feed.max_interval_s,
        lease=row.lease,
        first_poll=row.last_read is None,
        last_read=from_text(row.last_read) if row.last_read else None,
        home=feed.url,
        move=move,
        at_move=at_move,
    )


def _move(row: Row[tuple[object, ...]]) -> Move | None:
    if row.moved_to is None:
        return None
    return Move(
        to=row.moved_to,
        since=from_text(row.moved_since),
        ask_at=from_text(row.moved_ask_at),
        polls=row.moved_polls,
        adopted=row.moved_adopted,
        refused=row.moved_refused,
    )
