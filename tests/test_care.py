"""The database file: upgrades, refusals, backups, checks. Real files, real locks, real kills."""

import gzip
import io
import json
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from daemons import Folder
from documents import STATION, feed, item, rss
from pipeline import Pipeline
from schema_fixture import found
from sqlalchemy import Connection

from feedwatch.errors import SchemaError, StoreError
from feedwatch.present import Screen, Sheet, show_database
from feedwatch.store import care, database, schema, upgrade
from feedwatch.store.database import Store
from feedwatch.store.find import open_library

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.db.gz"))


@pytest.fixture
def stored(tmp_path: Path, now: datetime) -> Path:
    """A database with one article in two versions."""
    pipeline = Pipeline(tmp_path / "feedwatch.db", [feed("a")], now)
    pipeline.poll("a", rss(item(guid="1", text=STATION)), now)
    pipeline.poll("a", rss(item(guid="1", text=STATION.replace("three", "four"))), now)
    pipeline.store.close()
    return tmp_path / "feedwatch.db"


def opened(path: Path, steps: dict[int, object], target: int) -> None:
    """Opens a database as a program of a later schema would."""
    engine = database.create_engine(f"sqlite:///{path}")
    database.event.listen(engine, "connect", lambda dbapi, _: setattr(dbapi, "isolation_level", None))
    database.event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        upgrade.prepare(engine, path, steps=steps, target=target)  # type: ignore[arg-type]
    finally:
        engine.dispose()


def version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN mood TEXT")


def fail_half_way(connection: Connection) -> None:
    add_mood(connection)
    connection.exec_driver_sql("DELETE FROM version")
    raise RuntimeError("half way")


NEXT = schema.SCHEMA + 1


def test_an_upgrade_keeps_everything_and_leaves_a_backup(stored: Path) -> None:
    opened(stored, {schema.SCHEMA: add_mood}, NEXT)
    backup = stored.with_name(f"feedwatch.db.schema{schema.SCHEMA}.bak")
    assert (version(stored), version(backup)) == (NEXT, schema.SCHEMA)
    with closing(sqlite3.connect(stored)) as connection:
        assert connection.execute("SELECT count(*), count(mood) FROM article").fetchone() == (1, 0)


def test_an_upgrade_that_fails_changes_nothing(stored: Path) -> None:
    with pytest.raises(RuntimeError, match="half way"):
        opened(stored, {schema.SCHEMA: fail_half_way}, NEXT)
    assert version(stored) == schema.SCHEMA
    assert care.problems(stored) == []


def test_two_upgrades_at_once_are_one(stored: Path) -> None:
    upgrades: list[int] = []

    def slow(connection: Connection) -> None:
        upgrades.append(1)
        add_mood(connection)

    threads = [threading.Thread(target=opened, args=(stored, {schema.SCHEMA: slow}, NEXT)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(upgrades), version(stored)) == (1, NEXT)


def test_a_newer_database_is_refused_and_untouched(stored: Path) -> None:
    with closing(sqlite3.connect(stored)) as connection:
        connection.execute("PRAGMA user_version=99")
    before = stored.read_bytes()
    with pytest.raises(SchemaError, match=r"newer feedwatch \(schema 99"):
        Store(stored)
    assert stored.read_bytes() == before


def test_another_programs_database_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    before = path.read_bytes()
    with pytest.raises(SchemaError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_text_file_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to look like one " * 50)
    with pytest.raises(StoreError, match="not a database"):
        Store(path)
    assert path.read_text().startswith("not a database")


def test_an_empty_file_is_a_new_database(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    path.touch()
    Store(path).close()
    assert version(path) == schema.SCHEMA


@pytest.mark.parametrize("fixture", SCHEMAS, ids=lambda path: f"schema {path.name.split('.')[0]}")
def test_every_schema_that_was_ever_released_is_upgraded(fixture: Path, tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(fixture.read_bytes()))
    Store(path).close()
    assert (version(path), care.problems(path)) == (schema.SCHEMA, [])
    expected = json.loads(
        fixture.with_name(fixture.name.replace(".db.gz", ".json")).read_text(encoding="utf-8")
    )
    assert found(path) == expected


def test_an_older_database_is_named_and_migrated_on_the_command_line(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.configure({"a": "https://a.example/feed.xml", "b": "https://b.example/feed.xml"})
    folder.database.write_bytes(gzip.decompress((SCHEMAS[0]).read_bytes()))
    refused = folder.command("list")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "written by an older feedwatch (schema 1); run `feedwatch db migrate`" in refused.stderr
    assert folder.command("db", "migrate").returncode == 0
    assert len(folder.command("list", "--all").stdout.splitlines()) == 2
    assert version(folder.database.with_name("feedwatch.db.schema1.bak")) == 1


def shape(path: Path) -> dict[str, object]:
    """Every table with its columns, every other thing with the SQL that makes it."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall()
        columns = {
            name: {
                (column, type, bool(needed), pk)
                for _, column, type, needed, _, pk in connection.execute(f'PRAGMA table_info("{name}")')
            }
            for kind, name, _ in made
            if kind == "table"
        }
        return columns | {name: " ".join(sql.split()) for kind, name, sql in made if kind != "table"}


@pytest.mark.parametrize("fixture", SCHEMAS, ids=lambda path: f"schema {path.name.split('.')[0]}")
def test_an_upgraded_database_has_the_shape_of_a_new_one(fixture: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    old.write_bytes(gzip.decompress(fixture.read_bytes()))
    for path in (old, new):
        Store(path).close()
    assert shape(old) == shape(new)


def test_a_sound_database_has_no_problems_and_a_wrong_one_says_which(stored: Path) -> None:
    assert care.problems(stored) == []
    with closing(sqlite3.connect(stored)) as connection:
        connection.execute("UPDATE version SET until = NULL")
        connection.commit()
    assert care.problems(stored) == ["articles without exactly one current version: 1, such as 1"]


@pytest.mark.parametrize("command", [("reclean", "--dry-run"), ("reclean",), ("restory",), ("migrate",)])
def test_what_looks_after_a_database_makes_none(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = Folder(tmp_path)
    folder.configure({"a": "https://a.example/feed.xml"})
    there = set(tmp_path.iterdir())
    done = folder.command("--db", f"sqlite:///{tmp_path}/new/feedwatch.db", "db", *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.endswith("nothing polled yet; run `feedwatch poll`\n")
    assert set(tmp_path.iterdir()) == there


@pytest.mark.parametrize("command", [("db", "migrate"), ("db", "info"), ("poll",), ("list",)])
def test_a_folder_is_no_database_and_the_fix_is_said(tmp_path: Path, command: tuple[str, ...]) -> None:
    folder = Folder(tmp_path)
    folder.configure({"a": "https://a.example/feed.xml"})
    done = folder.command("--db", str(tmp_path), *command)
    said = f"feedwatch: {tmp_path}: is a folder; name a file in it, such as {tmp_path}/feedwatch.db\n"
    assert (done.returncode, done.stderr) == (1, said)


BROKEN = {
    "text": (b"no database, but long enough to look like one " * 50, "not a database; choose another file"),
    "its first page": (b"SQLite format 3\0" + b"\xff" * 8080, "the database is damaged"),
}


@pytest.mark.parametrize(("content", "said"), BROKEN.values(), ids=BROKEN)
def test_readers_and_writers_say_the_same_of_a_broken_file(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "feedwatch.db"
    path.write_bytes(content)
    errors = []
    for opened in (Store, open_library):
        with pytest.raises(StoreError) as error:
            opened(path)
        errors.append(str(error.value))
    assert errors[0] == errors[1]
    assert errors[0].startswith(f"{path}: {said}")


def test_a_database_in_figures_is_for_people_on_a_terminal(stored: Path) -> None:
    out = io.StringIO()
    show_database(care.info(stored), Sheet(out, NOW, screen=Screen(80, 24, colour=False)))
    told = [line.split() for line in out.getvalue().splitlines()]
    [unit] = [words[2] for words in told if words[0] == "bytes"]
    times = {words[0]: words[1:] for words in told if words[0] in ("oldest", "newest")}
    assert (unit, times) == ("kB", {name: ["2026-11-24", "12:00", "UTC"] for name in ("oldest", "newest")})


def test_a_backup_is_whole_while_a_writer_writes(stored: Path, tmp_path: Path) -> None:
    writer = Store(stored)
    with writer.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET title = 'half'")
        care.backup(stored, tmp_path / "copy.db")
    writer.close()
    with open_library(tmp_path / "copy.db") as library:
        [one] = library.articles(None, limit=None)
    assert one.article.title == "Pumping station reopens in Basra"


def test_a_backup_overwrites_nothing(stored: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    target.write_text("precious")
    with pytest.raises(StoreError, match="is there already"):
        care.backup(stored, target)
    assert target.read_text() == "precious"


def test_a_full_disk_costs_nothing_and_heals(tmp_path: Path, now: datetime) -> None:
    """SQLite's own limit on pages stands for the disk: the same SQLITE_FULL, without a mount."""
    path = tmp_path / "full.db"
    pipeline = Pipeline(path, [feed("a")], now)
    pipeline.poll("a", rss(item(guid="1", text=STATION)), now)

    def limited(dbapi: sqlite3.Connection, _record: object) -> None:
        dbapi.execute("PRAGMA max_page_count=1")  # no less than it has: no page more

    engine = pipeline.store._engine
    engine.dispose()
    database.event.listen(engine, "connect", limited)
    items = [item(f"Report {n}", f"https://news.example/{n}", str(n), STATION * 9) for n in range(2, 40)]
    with pytest.raises(StoreError, match="the disk is full"):
        pipeline.poll("a", rss(*items), now)
    assert care.problems(path) == []
    engine.dispose()
    database.event.remove(engine, "connect", limited)
    with pipeline.store.begin() as connection:
        connection.exec_driver_sql("UPDATE feed SET lease = NULL, lease_until = NULL")
    assert pipeline.poll("a", rss(*items), now).new == len(items)
