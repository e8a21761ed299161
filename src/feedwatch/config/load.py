"""A configuration is read whole or not at all: `load` gives Settings, or every problem at once.

The main file holds the sections; the files it includes hold feeds, tags, and defaults for their own feeds.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from feedwatch.config import sections
from feedwatch.config.checks import Wrong, kind_of, shown
from feedwatch.config.feeds import Shared, read_feed, read_shared, request_of
from feedwatch.config.files import read_pages
from feedwatch.config.placeholders import Placeholders
from feedwatch.config.rules import check_references, read_rules
from feedwatch.config.settings import Settings
from feedwatch.config.table import Page, Report, Table
from feedwatch.model import Feed, Rule, RuleSet

_PER_FILE = ("include", "defaults", "feeds", "tags")
_SECTIONS = ("storage", "network", "local", "limits", "hosts", "budget", "retention")
_OF_MAIN = dict.fromkeys(_SECTIONS, "move it into the main file, which alone has sections")
_OF_TOP = dict.fromkeys((*_PER_FILE, *_SECTIONS), "move it to the top of the file, above the first [table]")
_OF_FEED = dict.fromkeys(
    ("name", "url", "outlet", "headers", "auth", "enabled", "paused"),
    "move it into each [[feeds]] that needs it",
)


def load(path: Path, *, environ: Mapping[str, str] = os.environ, text: str | None = None) -> Settings:
    """The settings of a file and the files it includes; `text` stands for the main file's content.

    Raises InvalidConfigError, a ConfigError with every problem: "FILE:LINE: what is wrong; what to write".
    """
    report = Report()
    return _Reader(read_pages(path, report, text), report, environ).settings()


def known_keys() -> frozenset[tuple[str, ...]]:
    """Every key a configuration may hold, with its path: ("limits", "body"). Documents explain each."""
    report = Report()
    page = Page(Path("example.toml"), "", {"feeds": [{}], "tags": {"TAG": {"any": ["x"]}}})
    page.data["feeds"][0] = {"name": "x", "url": "https://x.example/"}
    _Reader([page], report, {}).settings()
    return frozenset(report.keys)


class _Reader:
    """The pages of one configuration on their way to Settings."""

    def __init__(self, pages: list[Page], report: Report, environ: Mapping[str, str]) -> None:
        self.pages = pages
        self.report = report
        self.environ = environ
        self.feeds: dict[str, tuple[Feed, Table]] = {}
        self.rules: dict[str, tuple[Rule, Table]] = {}

    def settings(self) -> Settings:
        main = self.pages[0]
        top = Table(main, self.report, (), main.data)
        folder, places = main.path.parent.absolute(), self._places(main)
        inner = {name: top.table(name) for name in _SECTIONS}
        network = sections.network(inner["network"], places)
        local = sections.local(inner["local"], folder)
        limits = sections.limits(inner["limits"])
        hosts = sections.hosts(inner["hosts"])
        budget = sections.budget(inner["budget"])
        storage = sections.storage(inner["storage"], folder, places)
        retention = sections.retention(inner["retention"])
        for table in inner.values():
            table.close(elsewhere=_OF_TOP)
        self._read_feeds_and_rules(top, local.root)
        if not self.feeds:
            self.report.warn(main, (), "there are no feeds yet; add one with `feedwatch feeds add`")
        self.report.raise_if_any(self.pages)
        return Settings(
            path=main.path,
            files=tuple(page.path for page in self.pages),
            feeds=tuple(feed for feed, _ in self.feeds.values()),
            rules=RuleSet(tuple(rule for rule, _ in self.rules.values())),
            network=network,
            local=local,
            limits=limits,
            hosts=hosts,
            budget=budget,
            storage=storage,
            retention=retention,
            warnings=self.report.warnings,
            origins={name: table.page.path for name, (_, table) in self.feeds.items()},
        )

    def _places(self, page: Page) -> Placeholders:
        return Placeholders(page.path.parent.absolute(), self.environ)

    def _read_feeds_and_rules(self, top: Table, root: Path | None) -> None:
        base = self._read_page(top, Shared(), root)
        for page in self.pages[1:]:
            self._read_page(Table(page, self.report, (), page.data), base, root)
        self._check_requests()
        given = {tag for feed, _ in self.feeds.values() for tag in feed.tags}
        check_references(self.rules, given)

    def _read_page(self, top: Table, base: Shared, root: Path | None) -> Shared:
        """Read what every file may hold; its defaults, over those of `base`, are for its own feeds."""
        places = self._places(top.page)
        top.take("include", lambda _: None, None)  # checked when it was followed
        defaults = top.table("defaults")
        shared = read_shared(defaults, base, places)
        defaults.close(elsewhere=_OF_TOP | _OF_FEED)
        for position, data in enumerate(top.take("feeds", _tables, [])):
            self._read_feed(Table(top.page, self.report, ("feeds", position), data), shared, root, places)
        tags = top.table("tags")
        for tag, rule in read_rules(tags).items():
            self._keep_rule(tag, rule, tags)
        top.close(elsewhere=_OF_MAIN)
        return shared

    def _read_feed(self, table: Table, shared: Shared, root: Path | None, places: Placeholders) -> None:
        feed = read_feed(table, shared, places, root)
        if feed is None:
            return
        if feed.name in self.feeds:
            where = self.feeds[feed.name][1].where("name")
            table.problem(f"feed {shown(feed.name)} is already at {where}; rename one of them", "name")
            return
        self.feeds[feed.name] = feed, table

    def _keep_rule(self, tag: str, rule: Rule, table: Table) -> None:
        known = {name.casefold(): name for name in self.rules}
        if (other := known.get(tag.casefold())) is not None:
            where = self.rules[other][1].where(other)
            table.problem(f"tag {shown(tag)} is already at {where}; write one rule for it", tag)
            return
        self.rules[tag] = rule, table

    def _check_requests(self) -> None:
        """Two feeds with one address are an error: every article would be asked for and sighted twice, and
        whichever feed we silently left out, its name would be missing from every answer."""
        first: dict[tuple[object, ...], Table] = {}
        for feed, table in self.feeds.values():
            if not feed.enabled or table.wrong & {"url", "headers", "auth"}:
                continue
            other = first.setdefault(request_of(feed), table)
            if other is not table:
                where = other.where("url")
                line = f"{table.title} has the address of {other.title} at {where}; remove one of them"
                table.problem(line, "url")


def _tables(value: object) -> list[dict[str, object]]:
    if isinstance(value, list) and all(isinstance(table, dict) for table in value):
        return value
    what = "a list of other things" if isinstance(value, list) else kind_of(value)
    raise Wrong(f"is {what}; write each feed below a line [[feeds]], with double brackets")
