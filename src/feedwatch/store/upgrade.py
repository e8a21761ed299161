"""Brings a database to this program's schema: creates it, or upgrades it in one transaction after a backup.

Laws: a file that is not feedwatch's is never touched; a newer schema is refused; an upgrade is whole or
not at all. A new step is a new row in STEPS, a bump of `opening.SCHEMA`, and a fixture of the new schema
(`tests/schema_fixture.py`).
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, Engine
from sqlmodel import SQLModel

from feedwatch.errors import SchemaError
from feedwatch.store import care, opening, schema


def _dates_doubted_moves_kept(connection: Connection) -> None:
    """Schema 2: what is odd about dates (as far as SQL can tell), moves of feeds, feeds that are one."""
    for statement in (
        "ALTER TABLE article ADD COLUMN date_doubt VARCHAR",
        "ALTER TABLE feed ADD COLUMN moved_ask_at VARCHAR",
        "ALTER TABLE feed ADD COLUMN moved_polls INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE feed ADD COLUMN moved_adopted BOOLEAN NOT NULL DEFAULT 0",
        "ALTER TABLE feed ADD COLUMN moved_refused VARCHAR",
        "ALTER TABLE feed_document ADD COLUMN address_key INTEGER",
        "ALTER TABLE feed_document ADD COLUMN items_key INTEGER",
        """
        UPDATE article SET date_doubt = 'future' WHERE published > first_seen AND published >
            strftime('%Y-%m-%dT%H:%M:%SZ', first_seen, '+5 minutes',
                CASE WHEN published_precision = 'day' AND zone = 'assumed' THEN '+14 hours' ELSE '+0 hours'
                END)
        """,
        """
        UPDATE article SET date_doubt = 'far', sort_at = first_seen
        WHERE published < '1990-01-01T00:00:00Z' OR (NOT backfill
            AND published < strftime('%Y-%m-%dT%H:%M:%SZ', first_seen, '-30 days',
                CASE published_precision WHEN 'day' THEN '-1 days' WHEN 'month' THEN '-31 days'
                WHEN 'year' THEN '-366 days' ELSE '+0 days' END))
        """,
        """
        UPDATE article_tag SET sort_at = (SELECT a.sort_at FROM article a WHERE a.id = article_id)
        WHERE article_id IN (SELECT id FROM article WHERE date_doubt = 'far')
        """,
        """
        UPDATE story SET sort_at = (SELECT min(a.sort_at) FROM article a WHERE a.story_id = story.id)
        WHERE id IN (SELECT story_id FROM article WHERE date_doubt = 'far')
        """,
        # "edited" was also what we called our own better cleaning.
        """
        UPDATE change SET event = 'recleaned' WHERE event = 'edited' AND EXISTS (
            SELECT 1 FROM version v
            WHERE v.article_id = change.article_id AND v.since = change.at AND v.cause = 'recleaned')
        """,
    ):
        connection.exec_driver_sql(statement)


# From version n to n + 1; the views are made anew after the last.
STEPS: Mapping[int, Callable[[Connection], None]] = MappingProxyType({1: _dates_doubted_moves_kept})


def prepare(
    engine: Engine,
    path: Path,
    *,
    steps: Mapping[int, Callable[[Connection], None]] = STEPS,
    target: int = schema.SCHEMA,
) -> None:
    """Makes the database ready for this program; raises SchemaError if it is not ours or newer."""
    if path.exists() and path.stat().st_size:
        with closing(opening.look(path)) as looking:  # a connection for writing would change it already
            _checked(*opening.identity(looking), path, target)
    with engine.begin() as connection:  # begins with the write lock: two starts at once wait for each other
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        version = _checked(*opening.identity(raw), path, target)
        if version == target:
            return
        if version == 0:
            _create(connection)
        else:
            with closing(sqlite3.connect(path)) as source:
                care.copied(source, path.with_name(f"{path.name}.schema{version}.bak"))
            for step in range(version, target):
                steps[step](connection)
            _make_views(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={target}")


def _checked(application: int, version: int, tables: int, path: Path, known: int) -> int:
    """The schema of a database that is ours or empty; raises SchemaError for any other."""
    if application != schema.APPLICATION_ID and (application or version or tables):
        raise SchemaError(f"{path}: a database of another program; choose another file in [storage] url")
    if version > known:
        raise SchemaError(
            f"{path}: written by a newer feedwatch (schema {version}, this one knows {known}); "
            "upgrade feedwatch, or choose another file in [storage] url"
        )
    return version


def _create(connection: Connection) -> None:
    SQLModel.metadata.create_all(connection)
    for statement in schema.SEARCH:
        connection.exec_driver_sql(statement)
    _make_views(connection)
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")


def _make_views(connection: Connection) -> None:
    for name, select in schema.VIEWS.items():
        connection.exec_driver_sql(f"DROP VIEW IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {select}")
