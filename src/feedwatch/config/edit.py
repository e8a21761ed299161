"""Feeds are added, removed, paused and resumed in the text of a configuration; the rest is the user's.

Laws, for every file that loads:
- no comment is lost: those inside a removed feed stay where it was;
- `add` then `remove` gives the bytes back, and so do `pause` then `resume` where nothing was said of pausing;
- what changed is what was asked: every edit is read back and compared before it is written.

`text` is the whole file, with its BOM and line ends as they are.
"""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from feedwatch.config.checks import shown
from feedwatch.config.files import parsed, read_pages, read_text
from feedwatch.config.load import load
from feedwatch.config.locate import KeyPath, outline
from feedwatch.config.settings import Settings
from feedwatch.config.table import InvalidConfigError, Report

Scalar = str | bool | int | list[str]
_BOM = "\ufeff"
_BLANK_LINE_AT_END = re.compile(r"(?:(?<=\n)|\A)\r?\n\Z")
_LINE_END_AT_END = re.compile(r"\r?\n\Z")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\x7f": "\\u007f"}


def add(text: str, feed: Mapping[str, Scalar], *, path: Path = Path("feedwatch.toml")) -> str:
    """The text with a feed behind the last one, in the order of its keys; `path` is for messages.

    Raises ConfigError when the name is taken, or feeds are written inline.
    """
    page = _Text(path, text)
    if any(known.get("name") == feed.get("name") for known in page.feeds):
        raise InvalidConfigError(
            f"{path}: there is a feed {shown(feed.get('name'))} already; choose another name"
        )
    lines = ["[[feeds]]", *(f"{key} = {toml(value)}" for key, value in feed.items())]
    at = page.end_of_feeds()
    before, after = page.body[:at], page.body[at:]
    block = page.newline.join(lines)
    if before.endswith("\n") or not before:
        block = (page.newline if before else "") + block + page.newline
    else:  # a file that does not end its last line goes on not to
        block = page.newline * 2 + block
    return page.checked(before + block + after, [*page.feeds, dict(feed)])


def remove(text: str, name: str, *, path: Path = Path("feedwatch.toml")) -> str:
    """The text without a feed, and one empty line before it; raises ConfigError when it is absent."""
    page = _Text(path, text)
    index = page.index(name)
    body = page.body
    for start, end in reversed(page.runs(index)):
        body = page.without(body, start, end, blank_before=True)
    return page.checked(body, page.feeds[:index] + page.feeds[index + 1 :])


def pause(text: str, name: str, *, path: Path = Path("feedwatch.toml")) -> str:
    """The text with `paused = true` in a feed; unchanged when it is paused."""
    page = _Text(path, text)
    index = page.index(name)
    if page.feeds[index].get("paused") is True:
        return text
    expected = page.feeds.copy()
    expected[index] = {**expected[index], "paused": True}
    spot = page.outline.spots.get(("feeds", index, "paused"))
    if spot is not None:
        return page.checked(page.body[: spot.value] + "true" + page.body[spot.end :], expected)
    at = page.end_of_own_keys(index)
    line = "paused = true"
    line = line + page.newline if page.body[:at].endswith("\n") else page.newline + line
    return page.checked(page.body[:at] + line + page.body[at:], expected)


def resume(text: str, name: str, *, path: Path = Path("feedwatch.toml")) -> str:
    """The text without `paused` in a feed; unchanged when it is not paused."""
    page = _Text(path, text)
    index = page.index(name)
    if page.feeds[index].get("paused") is not True:
        return text
    expected = page.feeds.copy()
    expected[index] = {key: value for key, value in expected[index].items() if key != "paused"}
    spot = page.outline.spots["feeds", index, "paused"]
    return page.checked(page.without(page.body, spot.start, spot.end, blank_before=False), expected)


def assign(text: str, key: KeyPath, value: Scalar, *, path: Path = Path("feedwatch.toml")) -> str:
    """The text with another value for a key that is written in it."""
    page = _Text(path, text)
    spot = page.outline.spots[key]
    return page.bom + page.body[: spot.value] + toml(value) + page.body[spot.end :]


def toml(value: Scalar) -> str:
    """A value as TOML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return '"' + "".join(_ESCAPES.get(c) or (c if ord(c) > 31 else f"\\u{ord(c):04x}") for c in value) + '"'


# --- files ---------------------------------------------------------------------------------------


def add_feed(path: Path, feed: Mapping[str, Scalar], *, environ: Mapping[str, str] = os.environ) -> Settings:
    """Add a feed to a configuration file and give the settings after it.

    Raises ConfigError, the file untouched, when the configuration would be invalid with it.
    """
    text, _ = read_text(path)
    changed = add(text, feed, path=path)
    settings = load(path, environ=environ, text=changed)
    replace_file(path, changed)
    return settings


def remove_feed(path: Path, name: str) -> Path:
    """Remove a feed from the file that holds it, the configuration or one it includes; gives that file."""
    return _change(path, name, remove)


def pause_feed(path: Path, name: str) -> Path:
    """Pause a feed in the file that holds it; gives that file."""
    return _change(path, name, pause)


def resume_feed(path: Path, name: str) -> Path:
    """Resume a feed in the file that holds it; gives that file."""
    return _change(path, name, resume)


def replace_file(path: Path, text: str) -> None:
    """Write a file whole or not at all, with the rights and owner it has; a link stays a link."""
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.urandom(6).hex()}")
    try:
        with open(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as stream:
            stream.write(text.encode())
            stream.flush()
            kept = target.stat() if target.exists() else None
            os.fchmod(stream.fileno(), kept.st_mode & 0o7777 if kept else 0o644)
            with suppress(PermissionError):  # only root may give a file away
                os.fchown(stream.fileno(), kept.st_uid if kept else -1, kept.st_gid if kept else -1)
            os.fsync(stream.fileno())
        temporary.replace(target)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise InvalidConfigError(
            f"{path}: cannot be written ({reason}); correct its folder's rights"
        ) from None
    finally:
        temporary.unlink(missing_ok=True)


def _change(path: Path, name: str, change: Callable[..., str]) -> Path:
    pages = read_pages(path, Report())
    holder = next((page.path for page in pages if name in _names(page.data)), path)
    text, _ = read_text(holder)
    changed = change(text, name, path=holder)
    if changed != text:
        replace_file(holder, changed)
    return holder


def _names(data: Mapping[str, Any]) -> list[object]:
    feeds = data.get("feeds")
    return [feed.get("name") for feed in feeds if isinstance(feed, dict)] if isinstance(feeds, list) else []


# --- text ----------------------------------------------------------------------------------------


class _Text:
    """The text of one file, what it says, and where."""

    def __init__(self, path: Path, text: str) -> None:
        self.path = path
        self.bom = _BOM if text.startswith(_BOM) else ""
        self.body, self.data = parsed(path, text)
        self.outline = outline(self.body)
        self.newline = "\r\n" if re.match(r"[^\n]*\r\n", self.body) else "\n"
        found = self.data.get("feeds", [])
        self.feeds: list[dict[str, Any]] = found if isinstance(found, list) else []
        if ("feeds",) in self.outline.spots or not all(isinstance(feed, dict) for feed in self.feeds):
            line = self.outline.line(("feeds",))
            raise InvalidConfigError(
                f"{path}:{line}: feeds are written inline; write each below [[feeds]] to edit them"
            )

    def index(self, name: str) -> int:
        """The position of a feed; raises ConfigError with the nearest name when it is not there."""
        names = [str(feed.get("name")) for feed in self.feeds]
        if name in names:
            return names.index(name)
        near = get_close_matches(name, names, n=1)
        fix = f"did you mean {near[0]}?" if near else "see `feedwatch feeds list`"
        raise InvalidConfigError(f"{self.path}: there is no feed {shown(name)}; {fix}")

    def line_end(self, at: int) -> int:
        """The offset behind the line that holds an offset."""
        return self.body.find("\n", at) + 1 or len(self.body)

    def end_of_feeds(self) -> int:
        """Behind the last feed and the comments that cling to it; the end of the text without feeds."""
        ends = [spot.end for path, spot in self.outline.statements if path[0] == "feeds"]
        if not ends:
            return len(self.body)
        at = probe = self.line_end(max(ends))
        while self.body[probe : (end := self.line_end(probe))].lstrip(" \t").startswith("#"):
            probe = end
        clings = not self.body[probe:end].strip()  # else the comments lead to what follows
        return probe if clings else at

    def runs(self, index: int) -> list[tuple[int, int]]:
        """Where a feed is written: once, or in pieces when its sub-tables stand apart."""
        runs: list[tuple[int, int]] = []
        inside = False
        for path, spot in self.outline.statements:
            mine = path[:2] == ("feeds", index)
            if mine and inside:
                runs[-1] = (runs[-1][0], spot.end)
            elif mine:
                runs.append((spot.start, spot.end))
            inside = mine
        return runs

    def end_of_own_keys(self, index: int) -> int:
        """Behind the last key of a feed's own table, before any sub-table."""
        statements = iter(self.outline.statements)
        end = next(spot.end for path, spot in statements if path == ("feeds", index))
        for _, spot in statements:
            if self.body[spot.start] == "[":
                break
            end = spot.end
        return self.line_end(end)

    def without(self, body: str, start: int, end: int, *, blank_before: bool) -> str:
        """A body without the lines from `start` to `end` (offsets also of our own text), comments kept."""
        start, end = body.rfind("\n", 0, start) + 1, self.line_end(end)
        head, cut, tail = body[:start], self.body[start:end], body[end:]
        kept = [self.body[first:last] for first, last in self.outline.comments if start <= first < end]
        if kept:
            return head + self.newline.join(kept) + (self.newline if cut.endswith("\n") else "") + tail
        if blank_before:
            head = _BLANK_LINE_AT_END.sub("", head)
        return (head if cut.endswith("\n") else _LINE_END_AT_END.sub("", head)) + tail

    def checked(self, body: str, feeds: list[dict[str, Any]]) -> str:
        """The whole text with a new body, once it says exactly what it should."""
        _, data = parsed(self.path, body)
        if {**data, "feeds": data.get("feeds", [])} != {**self.data, "feeds": feeds}:
            raise InvalidConfigError(f"{self.path}: cannot be edited without changing more; edit it by hand")
        return self.bom + body
