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

STEPS: Mapping[int, Callable[[Connection], None]] = MappingProxyType({})  # from version n to n + 1


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
    for statement in schema.STATEMENTS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
