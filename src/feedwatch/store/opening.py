"""Opens a database for reading with the standard library's sqlite3, and names what is wrong with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from feedwatch.errors import BusyError, SchemaError, StoreError

# Here and not in `schema`, which only writers import: it loads sqlmodel.
SCHEMA = 2  # PRAGMA user_version
APPLICATION_ID = 0x66656477  # "fedw"; PRAGMA application_id tells our files from others

BUSY_TIMEOUT_S = 10
_MAGIC = b"SQLite format 3\0"


def connect(path: Path) -> sqlite3.Connection:
    """A read-only connection; raises StoreError, SchemaError or BusyError: one line with the fix."""
    check_file(path)
    with named_errors(path):
        connection = _connection(path)
        try:
            _check_schema(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def identity(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Whose database it is: its application id, its schema, and how many tables it has."""
    pragmas = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    application, schema, tables = (connection.execute(pragma).fetchone()[0] for pragma in pragmas)
    return application, schema, tables


def look(path: Path) -> sqlite3.Connection:
    """A read-only connection to any database, which changes nothing of it; raises sqlite3.Error."""
    return _connection(path)


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turns sqlite3's errors into one line that names the file and the fix."""
    try:
        yield
    except sqlite3.Error as error:
        raise named(path, str(error)) from error


def check_file(path: Path) -> None:
    """Raises StoreError unless the file is a database by its first bytes; nothing is made, nothing locked."""
    refuse_folder(path)
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise StoreError(f"{path}: nothing polled yet; run `feedwatch poll`") from None
    except OSError as error:
        raise StoreError(f"{path}: cannot be read ({error.strerror}); give this user the right to") from error
    if not head:
        raise StoreError(f"{path}: nothing polled yet; run `feedwatch poll`")
    if head != _MAGIC:
        raise StoreError(f"{path}: not a database; choose another file in [storage] url")


def refuse_folder(path: Path) -> None:
    """Raises StoreError if the database would be a folder."""
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a file in it, such as {path / 'feedwatch.db'}")


def _connection(path: Path) -> sqlite3.Connection:
    """A connection as usual; to a file nobody has open in a folder we may not write, as to a constant.

    A database with a write-ahead log needs files beside it even to be read, unless it cannot change.
    """
    try:
        return _tried(path, "mode=ro")
    except sqlite3.OperationalError as error:
        in_use = path.with_name(path.name + "-wal").exists()
        if in_use or not any(reason in str(error) for reason in ("unable to open", "readonly")):
            raise
        return _tried(path, "mode=ro&immutable=1")


def _tried(path: Path, options: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?{options}"
    connection = sqlite3.connect(address, uri=True, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    connection.row_factory = sqlite3.Row
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _check_schema(connection: sqlite3.Connection, path: Path) -> None:
    application, schema, _ = identity(connection)
    if application != APPLICATION_ID:
        raise SchemaError(f"{path}: a database of another program; choose another file in [storage] url")
    if schema > SCHEMA:
        raise SchemaError(
            f"{path}: written by a newer feedwatch (schema {schema}, this one knows {SCHEMA}); upgrade"
        )
    if schema < SCHEMA:
        raise SchemaError(
            f"{path}: written by an older feedwatch (schema {schema}); run `feedwatch db migrate`"
        )


# What SQLite says, in lower case → what that means here, with the fix.
_REASONS = {
    "readonly": "the database is read-only; give this user the right to write it",
    "is full": "the disk is full; make room",
    "unable to open": "cannot be opened; it must be a file in a folder that this user may use",
    "not a database": "the database is damaged ({}); restore a backup",
    "malformed": "the database is damaged ({}); restore a backup",
    "disk i/o": "cannot be read or written ({}); look at the disk, and at this user's rights to the folder",
}


def named(path: Path, reason: str) -> StoreError:
    """The error for what SQLite says of a database: one line that names the file and the fix."""
    said = reason.lower()
    if "locked" in said or "busy" in said:
        return BusyError(f"{path}: the database stayed locked by another program; try again")
    meant = next((meant for sign, meant in _REASONS.items() if sign in said), "{}")
    return StoreError(f"{path}: {meant.format(reason)}")
