"""What one run of the program shares: the global options, the clock, and what they lead to.

Law: nothing is read, opened or imported before a command asks for it.
"""

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from feedwatch.config import Settings
    from feedwatch.model import RuleSet
    from feedwatch.store.find import Library


def clock() -> datetime:
    """The time, in UTC and whole seconds: where it enters the program."""
    return datetime.now(UTC).replace(microsecond=0)  # noqa: TID251 - the door


def chance() -> float:
    """A number from 0 to 1, below 1: where chance enters the program."""
    from random import random  # noqa: TID251 - the door

    return random()


class Session:
    """The global options as given; one given twice, before and after the command, is the later one."""

    def __init__(self) -> None:
        self.config: Path | None = None
        self.db: str | None = None
        self.pager: str | None = None
        self.verbose = 0
        self.quiet = False
        # One time for a whole run: every line of an answer is as old as the others. Days are UTC, as every
        # time we print: the same query means the same everywhere.
        self.now = clock()

    @cached_property
    def settings_path(self) -> Path:
        """The configuration file; raises ConfigError when there is none."""
        from feedwatch.config import find_config

        return find_config(self.config)

    @cached_property
    def settings(self) -> "Settings":
        """The configuration, read once; raises ConfigError."""
        return self.load()

    def load(self) -> "Settings":
        """The configuration as it is now, with the database of `--db` in it; raises ConfigError."""
        from dataclasses import replace

        from feedwatch.config import load, storage_at

        settings = load(self.settings_path)
        if not self.db:
            return settings
        storage = replace(storage_at(self.db, Path.cwd()), keep_raw=settings.storage.keep_raw)
        return replace(settings, storage=storage)

    @property
    def database(self) -> Path:
        """The file of the database; `--db` needs no configuration. Raises ConfigError."""
        from feedwatch.config import storage_at

        storage = storage_at(self.db, Path.cwd()) if self.db else self.settings.storage
        return storage.path

    @property
    def rules(self) -> "RuleSet":
        """The rules of tags; none where `--db` says what is read and `-c` does not. Raises ConfigError."""
        from feedwatch.model import RuleSet

        return RuleSet() if self.db and self.config is None else self.settings.rules

    def library(self) -> "Library":
        """The database, open for reading; a context manager. Raises ConfigError or StoreError."""
        path = self.database
        from feedwatch.store.find import open_library

        return open_library(path)

    def say(self, text: str) -> None:
        """A remark for a person, on stderr; `--quiet` drops it."""
        if not self.quiet:
            click.echo(text, err=True)


pass_session = click.make_pass_decorator(Session, ensure=True)
