"""A group of commands that loads a command's module only when that command is called.

Laws: help of the whole program reads the table, not the modules (starting up is a feature); and the
global options may stand before or after the name of a command, because people write both.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import click

from feedwatch.cli.session import Session


class Lazy(NamedTuple):
    """Where a command lives, `NAME_command` in `module`, and what the program's help says of it."""

    module: str
    summary: str


class LazyGroup(click.Group):
    """A program whose subclass says its commands by section, in the order in which help shows them."""

    sections: ClassVar[Mapping[str, Mapping[str, Lazy]]] = {}

    @property
    def lazy(self) -> dict[str, Lazy]:
        """Every command of every section."""
        return {name: lazy for section in self.sections.values() for name, lazy in section.items()}

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: object
    ) -> click.Context:
        """As click does; help that is printed into a closed pipe is no failure."""
        with _closed_pipe_is_the_end():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> object:
        """As click does; a closed pipe ends the command and is no failure."""
        with _closed_pipe_is_the_end():
            return super().invoke(ctx)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in the order of the table."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, imported now; None for a name that is not in the table."""
        if name not in self.lazy:
            return None
        command = getattr(import_module(self.lazy[name].module), f"{name}_command")
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but a misspelt name is compared with the whole table."""
        if not ctx.resilient_parsing and args[0] not in self.lazy and not args[0].startswith("-"):
            raise click.NoSuchCommand(args[0], possibilities=self.lazy, ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One block a section, from the table alone."""
        width = max(map(len, self.lazy))
        for title, commands in self.sections.items():
            with formatter.section(title):
                formatter.write_dl([(name.ljust(width), lazy.summary) for name, lazy in commands.items()])


@contextmanager
def _closed_pipe_is_the_end() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # click itself would end with 1: `feedwatch list | head -1` did nothing wrong
        raise click.exceptions.Exit(0) from None


class Command(click.Command):
    """A command that also takes the global options, which its own help does not repeat."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own, then the global ones, hidden."""
        return super().get_params(ctx) + HIDDEN_GLOBALS

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click does, but a block for each section of options."""
        sections: dict[str, list[tuple[str, str]]] = {Filter.section: [], Form.section: []}
        for param in self.get_params(ctx):
            if isinstance(param, click.Option) and (record := param.get_help_record(ctx)) is not None:
                sections.setdefault(getattr(param, "section", "Options"), []).append(record)
        for title, records in ((title, records) for title, records in sections.items() if records):
            with formatter.section(title):
                formatter.write_dl(records)


class Filter(click.Option):
    """An option that says which articles are meant."""

    section = "Which"


class Form(click.Option):
    """An option that says how the answer is written."""

    section = "How"


_WHOLE = 1000  # characters: no summary has so many


class Group(click.Group):
    """A group such as `feeds`; its commands take the global options too."""

    command_class = Command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """As click does, but the first sentence of each command is whole."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, command.get_short_help_str(_WHOLE)) for name, command in commands if command]
            )


def _remember(ctx: click.Context, option: click.Parameter, value: object) -> None:
    if value is not None and option.name is not None:
        setattr(ctx.ensure_object(Session), option.name, value)


_PLACES = "./config, ~/.config/feedwatch (XDG_CONFIG_HOME), /etc/feedwatch"
_GLOBALS: dict[tuple[str, ...], dict[str, Any]] = {
    ("-c", "--config"): {
        "type": click.Path(path_type=Path),
        "metavar": "FILE",
        "help": f"The configuration.  [FEEDWATCH_CONFIG, else feedwatch.toml in {_PLACES}]",
    },
    ("--db",): {
        "envvar": "FEEDWATCH_DB",
        "metavar": "URL",
        "help": "The database, whatever the configuration says: sqlite:///path.  [FEEDWATCH_DB]",
    },
    ("-v", "--verbose"): {"count": True, "default": None, "help": "Say more on stderr; -vv says all."},
    ("-q", "--quiet"): {"is_flag": True, "default": None, "help": "Say nothing but errors."},
    ("--pager",): {
        "metavar": "COMMAND",
        "help": "What shows long lists on a terminal; '' for nothing.  [PAGER, else less -FRX]",
    },
}


def _options(*, hidden: bool) -> list[click.Parameter]:
    # The environment is read once, by the program: read again by the command it would win over what was
    # written before the command's name.
    unread = {"envvar": None} if hidden else {}
    return [
        click.Option(names, expose_value=False, callback=_remember, hidden=hidden, **{**settings, **unread})
        for names, settings in _GLOBALS.items()
    ]


GLOBALS = _options(hidden=False)
HIDDEN_GLOBALS = _options(hidden=True)
