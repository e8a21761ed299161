"""Files into pages: bounded reading, TOML with line and column, and includes.

A file is opened without waiting, must be regular and is read up to a limit: a pipe or a device answers with
one line, not with a hang. A file is read once however often it is included, so circles end by themselves.
"""

import os
import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from feedwatch.config import checks
from feedwatch.config.table import InvalidConfigError, Page, Report, Table

LONGEST_FILE = 5_000_000  # bytes; 10,000 feeds take about one million
_TOML_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_TOML_FIXES = (  # what tomllib says → what to write
    ("Invalid value", 'text needs quotes: key = "value"'),
    ("Expected '=' after a key", "write key = value"),
    ("Cannot overwrite a value", "keep one of the two"),
    ("twice", "keep one of the two"),
    ("Cannot mutate immutable", "keep one of the two"),
    ("Unclosed array", "close the list with ]"),
    ("Expected \"'", "close the text with a quote"),
    ("Unterminated string", "close the text with a quote"),
    ("Illegal character '\\n'", "close the text with a quote before the line ends"),
    ("Unescaped '\\'", "write \\\\, or use single quotes: 'C:\\path'"),
    ("Expected ']'", "close the header with ]"),
    ("Expected newline", "one key on a line; text needs quotes"),
)


def read_text(path: Path) -> tuple[str, bool]:
    """A configuration file's text with its BOM and line ends, and whether every user may read it."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            mode = os.fstat(handle).st_mode
            content = _content(handle) if stat.S_ISREG(mode) else None
        finally:
            os.close(handle)
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        missing = isinstance(error, FileNotFoundError)
        fix = "write it with `feedwatch init`" if missing else "correct the path or its rights"
        raise InvalidConfigError(f"{path}: {reason}; {fix}") from None
    if content is None:
        what = "a folder" if stat.S_ISDIR(mode) else "no regular file"
        raise InvalidConfigError(f"{path}: is {what}; name a TOML file")
    if len(content) > LONGEST_FILE:
        limit = LONGEST_FILE // 1_000_000
        raise InvalidConfigError(
            f"{path}: is larger than {limit} MB; spread feeds over files and include them"
        )
    try:
        return content.decode(), bool(mode & stat.S_IROTH)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InvalidConfigError(f"{path}:{line}: is not UTF-8 text; save the file as UTF-8") from None


def _content(handle: int) -> bytes:
    with open(handle, "rb", closefd=False) as stream:
        return stream.read(LONGEST_FILE + 1)


def parsed(path: Path, text: str) -> tuple[str, dict[str, Any]]:
    """The text without its BOM and what it says; raises InvalidConfigError with line and column."""
    text = text.removeprefix("\ufeff")
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _TOML_PLACE.search(message)
        line = int(place[1]) if place and place[1] else text.count("\n") + 1
        column = f" at column {place[2]}" if place and place[2] else " at its end"
        said = message[: place.start()] if place else message
        fix = next((fix for start, fix in _TOML_FIXES if start in said), "correct the line")
        raise InvalidConfigError(f"{path}:{line}: is not TOML{column}: {said}; {fix}") from None
    except RecursionError:
        raise InvalidConfigError(f"{path}: nests lists or tables too deeply; flatten it") from None


def read_pages(path: Path, report: Report, text: str | None = None) -> list[Page]:
    """The main file and what it includes, each once, in the order of reading."""
    pages: list[Page] = []
    seen: set[str] = set()
    waiting = [path]
    while waiting:
        current = waiting.pop(0)
        if (identity := os.path.realpath(current)) in seen:
            continue
        seen.add(identity)
        written, public = (text, False) if text is not None and not pages else read_text(current)
        page = Page(current, *parsed(current, written), public=public)
        pages.append(page)
        waiting[:0] = _included(page, report)
    return pages


def _included(page: Page, report: Report) -> Iterator[Path]:
    table = Table(page, report, (), page.data)
    folder = page.path.parent
    for position, pattern in enumerate(table.take("include", checks.each(checks.text), ())):
        try:
            found = _matches(folder, pattern)
        except (ValueError, NotImplementedError, OSError, RuntimeError):
            table.problem(
                f'include {checks.shown(pattern)} is no pattern; write "feeds.d/*.toml"', "include", position
            )
            continue
        if not found and not re.search(r"[*?\[]", pattern):
            table.problem(
                f"include {checks.shown(pattern)} is not there; write the file or remove the entry",
                "include",
                position,
            )
        yield from found


def _matches(folder: Path, pattern: str) -> list[Path]:
    wanted = Path(pattern).expanduser()
    if wanted.is_absolute():
        folder, wanted = Path(wanted.anchor), wanted.relative_to(wanted.anchor)
    return sorted(found for found in folder.glob(str(wanted)) if not found.is_dir())
