"""One TOML table being read: keys go through checks, what is wrong is collected with file and line.

The keys that were asked for are the keys that exist: `close` reports every other one, with the nearest
of those asked. So a key is named once, where it is read.
"""

from collections.abc import Mapping
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from feedwatch.config.checks import Check, Wrong, kind_of, shown
from feedwatch.config.locate import KeyPath, Outline, outline
from feedwatch.errors import ConfigError

T = TypeVar("T")
D = TypeVar("D")


class InvalidConfigError(ConfigError):
    """The configuration cannot be used; `problems` has every reason, a line each, the message all of them."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Page:
    """One configuration file as it was read; its outline is only made when a line is asked for."""

    def __init__(self, path: Path, text: str, data: dict[str, Any], *, public: bool = False) -> None:
        self.path = path
        self.text = text
        self.data = data
        self.public = public  # readable by every user of the machine

    @cached_property
    def outline(self) -> Outline:
        return outline(self.text)

    def where(self, path: KeyPath) -> str:
        """`FILE:LINE`, or `FILE` for what is written nowhere."""
        line = self.outline.line(path)
        return f"{self.path}:{line}" if line else str(self.path)


class Report:
    """What is wrong and what deserves a warning, in the order of files and lines."""

    def __init__(self) -> None:
        self._problems: list[tuple[Page, int, str]] = []
        self._warnings: list[str] = []
        self.keys: set[tuple[str, ...]] = set()  # every key that was asked for: ("limits", "body")

    def problem(self, page: Page, path: KeyPath, line: str) -> None:
        self._problems.append((page, page.outline.line(path) or 0, f"{page.where(path)}: {line}"))

    def warn(self, page: Page, path: KeyPath, line: str) -> None:
        self._warnings.append(f"{page.where(path)}: {line}")

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(self._warnings)

    def raise_if_any(self, pages: list[Page]) -> None:
        """Raise InvalidConfigError with every problem, if there is one."""
        order = {id(page): number for number, page in enumerate(pages)}
        problems = sorted(self._problems, key=lambda found: (order[id(found[0])], found[1]))
        if problems:
            raise InvalidConfigError(*(line for _, _, line in problems))


class Table:
    """A table of a page, with its path, while its keys are taken out one by one."""

    def __init__(self, page: Page, report: Report, path: KeyPath, data: Mapping[str, object]) -> None:
        self.page = page
        self.path = path
        self.data = data
        self._report = report
        self._asked: list[str] = []
        self.wrong: set[str | int] = set()  # keys that were reported

    @property
    def title(self) -> str:
        """The table as its reader knows it: `[limits]`, `feed "bbc"`, `the file`."""
        if not self.path:
            return "the file"
        name = self.data.get("name")
        if self.path[0] == "feeds":
            return f"feed {shown(name)}" if isinstance(name, str) else "[[feeds]]"
        return f"[{'.'.join(map(str, self.path))}]"

    def _named(self, key: str) -> str:
        if self.path and self.path[0] == "feeds":
            return f"{self.title}: {key}"
        return ".".join(str(part) for part in (*self.path, key))

    def take(self, key: str, check: Check[T], default: D) -> T | D:
        """The checked value of a key; the default when it is absent or wrong, which is then reported."""
        self._asked.append(key)
        self._report.keys.add((*(str(part) for part in self.path if isinstance(part, str)), key))
        if key not in self.data:
            return default
        try:
            return check(self.data[key])
        except Wrong as wrong:
            self.problem(f"{self._named(key)} {wrong}", key, *wrong.at)
            return default

    def table(self, key: str) -> "Table":
        """A table inside; an empty one when it is absent or is no table, which is then reported."""
        self._asked.append(key)
        inner = self.data.get(key, {})
        if not isinstance(inner, dict):
            self.problem(f"{self._named(key)} is {kind_of(inner)}; write it as a table: [{key}]", key)
            inner = {}
        return Table(self.page, self._report, (*self.path, key), inner)

    def close(self, *, elsewhere: Mapping[str, str] | None = None) -> None:
        """Report every key that nobody asked for; `elsewhere` says of keys that have another place, which."""
        for key in (key for key in self.data if key not in self._asked):
            near = get_close_matches(key, self._asked, n=1)
            if elsewhere and key in elsewhere and not near:
                fix = elsewhere[key]
            else:
                fix = f"did you mean {near[0]}?" if near else f"known are: {', '.join(self._asked)}"
            self.problem(f"unknown key {shown(key)} in {self.title}; {fix}", key)

    def problem(self, line: str, *at: str | int) -> None:
        self.wrong.update(at[:1])
        self._report.problem(self.page, (*self.path, *at), line)

    def warn(self, line: str, *at: str | int) -> None:
        self._report.warn(self.page, (*self.path, *at), line)

    def where(self, *at: str | int) -> str:
        """`FILE:LINE` of a key of this table."""
        return self.page.where((*self.path, *at))
