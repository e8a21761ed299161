"""Looks after a database file: what it holds, whether it is sound, a copy of it. Standard library only."""

import sqlite3
from contextlib import closing
from pathlib import Path

from feedwatch.errors import StoreError
from feedwatch.model import DatabaseInfo
from feedwatch.store import opening


def info(path: Path) -> DatabaseInfo:
    """The figures of a database; raises StoreError if it cannot be read."""
    with closing(opening.connect(path)) as connection, opening.named_errors(path):
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        counts = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("feed", "article", "version", "story", "poll")
        }
        oldest, newest = connection.execute("SELECT min(first_seen), max(first_seen) FROM article").fetchone()
    log = path.with_name(path.name + "-wal")
    return DatabaseInfo(
        path=str(path),
        schema=schema,
        bytes=path.stat().st_size,
        log_bytes=log.stat().st_size if log.exists() else 0,
        feeds=counts["feed"],
        articles=counts["article"],
        versions=counts["version"],
        stories=counts["story"],
        polls=counts["poll"],
        oldest=oldest,
        newest=newest,
    )


# What must hold between the tables, each with the query that finds where it does not.
_LAWS = (
    (
        "articles without a sighting",
        "SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.article_id = a.id)",
    ),
    (
        "articles without exactly one current version",
        "SELECT id FROM article a WHERE (SELECT count(*) FROM version v"
        " WHERE v.article_id = a.id AND v.until IS NULL) <> 1",
    ),
    (
        "articles without a story",
        "SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM story s WHERE s.id = a.story_id)",
    ),
    (
        "stories whose number of articles is wrong",
        "SELECT id FROM story s WHERE merged_into IS NULL"
        " AND articles <> (SELECT count(*) FROM article a WHERE a.story_id = s.id)",
    ),
    (
        "articles that the search index lacks",
        "SELECT id FROM article WHERE id NOT IN (SELECT id FROM article_fts_docsize)",
    ),
)


def problems(path: Path) -> list[str]:
    """Everything that is wrong with a database, a line each; empty when it is sound."""
    with closing(opening.connect(path)) as connection, opening.named_errors(path):
        found = [
            f"damaged: {line}" for (line,) in connection.execute("PRAGMA integrity_check") if line != "ok"
        ]
        found += [
            f"{table}: row {row} refers to a {parent} that is not there"
            for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
        ]
        for name, query in _LAWS:
            wrong = [id for (id,) in connection.execute(query)]
            if wrong:
                found.append(f"{name}: {len(wrong)}, such as {wrong[0]}")
    return found


def backup(path: Path, target: Path) -> None:
    """A consistent copy, also while a daemon writes; appears under its name whole or not at all.

    Raises StoreError when `target` exists or cannot be written.
    """
    if target.exists():
        raise StoreError(f"{target}: is there already; choose another name")
    with closing(opening.connect(path)) as source, opening.named_errors(path):
        copied(source, target)


def copied(source: sqlite3.Connection, target: Path) -> None:
    """Copies an open database to a file that appears whole or not at all; raises StoreError."""
    partial = target.with_name(target.name + ".partial")
    try:
        partial.unlink(missing_ok=True)
        with closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise StoreError(f"{target}: cannot be written ({error}); choose a folder with room") from error
