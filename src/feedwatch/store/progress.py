"""How far a feed has been read: the lease of a poll, the document's validators and memory, the next poll."""

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from feedwatch.model import Claim, Document, Move, Refined, Schedule, Unchanged, to_text
from feedwatch.store import rows
from feedwatch.store.schema import TABLES

_feed = TABLES["feed"]


def held(connection: Connection, claim: Claim) -> bool:
    """Whether the claim's lease still holds: a result that comes after it ran out is another's to bring."""
    lease = select(_feed.c.lease).where(_feed.c.id == claim.source.id)
    return connection.execute(lease).scalar_one_or_none() == claim.lease


def let_go(connection: Connection, claim: Claim) -> None:
    """Gives a feed back unpolled; it is due again at once."""
    connection.execute(
        update(_feed)
        .where(_feed.c.id == claim.source.id, _feed.c.lease == claim.lease)
        .values(lease=None, lease_until=None)
    )


def save_document(
    connection: Connection, claim: Claim, document: Document, refined: Refined, *, skipped: int
) -> None:
    """Validators and memory of what was saved: of a document whose rest must come again, no validators;
    of one whose items had to wait, no memory either."""
    values = rows.document(document, refined)
    if skipped or not refined.whole:
        values |= {"etag": None, "modified": None, "body_hash": None, "items_key": None}
    if skipped:
        values["memory"] = claim.memory
    connection.execute(
        upsert(TABLES["feed_document"])
        .values(feed_id=claim.source.id, **values)
        .on_conflict_do_update(index_elements=["feed_id"], set_=values)
    )


def save_validators(connection: Connection, claim: Claim, unchanged: Unchanged) -> None:
    """The validators that came with an answer that brought nothing else."""
    fresh = {
        name: value
        for name, value in (("etag", unchanged.etag), ("modified", unchanged.modified))
        if value is not None and value != getattr(claim, name)
    }
    if fresh:
        table = TABLES["feed_document"]
        connection.execute(update(table).where(table.c.feed_id == claim.source.id).values(fresh))


def save_move(connection: Connection, claim: Claim, move: Move | None) -> None:
    """Where a feed lives, if that has changed; back at its configured address it has no validators."""
    if move == claim.move:
        return
    connection.execute(update(_feed).where(_feed.c.id == claim.source.id).values(rows.move(move)))
    if claim.at_move and move is None:
        table = TABLES["feed_document"]
        connection.execute(
            update(table).where(table.c.feed_id == claim.source.id).values(rows.ANOTHER_ADDRESS)
        )


def save_schedule(connection: Connection, claim: Claim, schedule: Schedule) -> None:
    """When a feed is read next, and why; its lease ends."""
    connection.execute(
        update(_feed)
        .where(_feed.c.id == claim.source.id)
        .values(
            state=schedule.state,
            next_at=to_text(schedule.next_at),
            interval_s=schedule.interval_s,
            failures=schedule.failures,
            why=rows.as_json(schedule.why),
            lease=None,
            lease_until=None,
        )
    )
