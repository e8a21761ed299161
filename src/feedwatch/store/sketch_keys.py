"""The look-up from a sketch's keys to the articles that hold it: one row a key, as long as a sketch has it.

It is ordered by key alone, so what it holds of an article is found by the keys of the article's sketches: to
look for the article itself reads all of it, which takes a second for every edit in an archive of a million.
"""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, insert, select

from feedwatch.store import rows
from feedwatch.store.schema import TABLES

_sketch, _sketch_key = TABLES["sketch"], TABLES["sketch_key"]


def of_article(connection: Connection, id: int) -> set[int]:
    """The keys of the sketches that an article has."""
    packed = connection.execute(select(_sketch.c["keys"]).where(_sketch.c.article_id == id)).scalars()
    return {key for one in packed for key in rows.sketch_keys(one)}


def let_go(connection: Connection, id: int) -> None:
    """Takes an article out of the look-up; to be called while it has the sketches that it was put in with."""
    held = _sketch_key.c.key.in_(of_article(connection, id))
    connection.execute(delete(_sketch_key).where(held, _sketch_key.c.article_id == id))


def put_in(connection: Connection, keys: Mapping[int, Iterable[int]]) -> None:
    """Puts articles into the look-up, each under its keys."""
    records = [{"key": key, "article_id": id} for id, held in keys.items() for key in sorted(held)]
    if records:
        connection.execute(insert(_sketch_key), records)
