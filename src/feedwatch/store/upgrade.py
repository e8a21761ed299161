"""Brings a database to this program's schema: creates it, or upgrades it in one transaction after a backup.

Laws: a file that is not feedwatch's is never touched; a newer schema is refused; an upgrade is whole or
not at all. A new step is a new row in STEPS, a bump of `schema.SCHEMA`, and a fixture of the schema before.
"""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, Engine
from sqlmodel import SQLModel

from feedwatch.errors import SchemaError
from feedwatch.store import schema

STEPS: Mapping[int, Callable[[Connection], None]] = MappingProxyType({})  # from version n to n + 1


def prepare(engine: Engine, path: Path) -> None:
    """Makes the database ready for this program; raises SchemaError if it is not ours or newer."""
    with engine.connect() as connection:  # begins with the write lock: two starts at once wait for each other
        version = _version(connection, path)
        if version == schema.SCHEMA:
            return
        if version == 0:
            _create(connection)
        else:
            backup(path, path.with_name(f"{path.name}.schema{version}.bak"))
            for step in range(version, schema.SCHEMA):
                STEPS[step](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={schema.SCHEMA}")
        connection.commit()


def backup(path: Path, target: Path) -> None:
    """A consistent copy of a database that may be in use; the target appears whole or not at all."""
    partial = target.with_name(target.name + ".partial")
    with sqlite3.connect(path) as source, sqlite3.connect(partial) as copy:
        source.backup(copy)
    source.close()
    copy.close()
    partial.replace(target)


def _version(connection: Connection, path: Path) -> int:
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
    if application != schema.APPLICATION_ID and (application or version or tables):
        raise SchemaError(f"{path}: a database of another program; choose another file in [storage] url")
    if version > schema.SCHEMA:
        raise SchemaError(
            f"{path}: written by a newer feedwatch (schema {version}, this one knows {schema.SCHEMA}); "
            "upgrade feedwatch, or choose another file in [storage] url"
        )
    return version


def _create(connection: Connection) -> None:
    SQLModel.metadata.create_all(connection)
    for statement in schema.STATEMENTS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id={schema.APPLICATION_ID}")
