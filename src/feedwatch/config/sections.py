"""The sections of the main file, each a frozen value: a row per key, its check, its default."""

import os.path
import tomllib
from pathlib import Path

from feedwatch.config import checks
from feedwatch.config.checks import Wrong, shown
from feedwatch.config.placeholders import Placeholders
from feedwatch.config.settings import Budget, Hosts, Limits, Local, Network, Retention, Storage
from feedwatch.config.table import InvalidConfigError, Table

_DEFAULT_DATABASE = "sqlite:///../data/feedwatch.db"
_AGE = checks.duration(86_400, 5200 * 604_800)


def network(table: Table, places: Placeholders) -> Network:
    """`[network]`."""
    base = Network()
    return Network(
        allow=table.take("allow", checks.each(checks.reachable), base.allow),
        concurrency=table.take("concurrency", checks.whole(1, 512), base.concurrency),
        user_agent=table.take("user_agent", lambda value: _user_agent(value, places), base.user_agent),
    )


def local(table: Table, folder: Path) -> Local:
    """`[local]`; the root is relative to the file's folder and must be one that exists."""
    return Local(root=table.take("root", lambda value: _folder(value, folder), None))


def limits(table: Table) -> Limits:
    """`[limits]`."""
    base = Limits()
    return Limits(
        deadline_s=table.take("deadline", checks.duration(1, 600), base.deadline_s),
        body=table.take("body", checks.size(1_000, 200_000_000), base.body),
        items_per_poll=table.take("items_per_poll", checks.whole(1, 100_000), base.items_per_poll),
        new_per_day=table.take("new_per_day", checks.whole(1, 1_000_000), base.new_per_day),
    )


def hosts(table: Table) -> Hosts:
    """`[hosts]`."""
    base = Hosts()
    return Hosts(
        concurrency=table.take("concurrency", checks.whole(1, 64), base.concurrency),
        gap_s=table.take("gap", checks.duration(0, 3600), base.gap_s),
    )


def budget(table: Table) -> Budget:
    """`[budget]`."""
    return Budget(
        polls_per_hour=table.take("polls_per_hour", checks.whole(1, 10_000_000), Budget().polls_per_hour)
    )


def retention(table: Table) -> Retention:
    """`[retention]`."""
    return Retention(age_s=table.take("age", lambda value: None if value == "forever" else _AGE(value), None))


def storage(table: Table, folder: Path, places: Placeholders) -> Storage:
    """`[storage]`; a relative path starts at the file's folder."""

    def database(value: object) -> Path:
        return _database(places.fill(checks.text(value)), folder)

    path = table.take("url", database, _database(_DEFAULT_DATABASE, folder))
    return Storage(_url(path), keep_raw=table.take("keep_raw", checks.flag, True), path=path)


def storage_at(text: str, folder: Path) -> Storage:
    """The database of `--db`; raises ConfigError. Relative paths start at `folder`."""
    try:
        path = _database(text, folder)
    except Wrong as wrong:
        raise InvalidConfigError(f"--db {wrong}") from None
    return Storage(_url(path), path=path)


def storage_anyway(path: Path) -> Storage | None:
    """The database that a configuration names, though it is invalid elsewhere; None if none can be told."""
    try:
        url = tomllib.loads(path.read_text(encoding="utf-8-sig"))["storage"]["url"]
        return storage_at(url, path.resolve().parent)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, InvalidConfigError):
        return None


def _database(text: str, folder: Path) -> Path:
    """The absolute path that an SQLite address, or a bare path, names."""
    scheme, colon, rest = text.partition(":")
    is_address = bool(colon) and scheme.replace("+", "").isalnum()
    if is_address and scheme.lower() != "sqlite":
        raise Wrong('is no database feedwatch can use; write "sqlite:///PATH"')
    if is_address and not rest.startswith("///"):
        raise Wrong('needs three slashes before the path; write "sqlite:///PATH"')
    written = rest[3:] if is_address else text
    if written in ("", ":memory:") or "?" in written or "\0" in written:
        raise Wrong('names no file; write "sqlite:///PATH", without options')
    return _absolute(written, folder)


def _url(path: Path) -> str:
    return f"sqlite:///{path}"


def _absolute(written: str, folder: Path) -> Path:
    try:
        path = Path(written).expanduser()
    except RuntimeError:
        raise Wrong(f"is {shown(written)}, but nobody's home is known here; write a full path") from None
    return Path(os.path.normpath(folder / path))


def _folder(value: object, folder: Path) -> Path:
    path = _absolute(checks.text(value), folder)
    if not path.is_dir():
        raise Wrong(f"is {shown(value)}, but there is no folder {path}; make it")
    return path


def _user_agent(value: object, places: Placeholders) -> str:
    filled = checks.text(places.fill(checks.text(value)))
    if not filled.isascii() or len(filled) > 300:
        raise Wrong(
            'is not sendable; write up to 300 latin characters, such as "newsdesk (mail@example.org)"'
        )
    return filled
