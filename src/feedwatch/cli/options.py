"""The options that reading commands share, and the query they add up to."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, TypedDict, TypeVar

import click

from feedwatch.cli.group import Filter, Form
from feedwatch.present import FORMATS

if TYPE_CHECKING:
    from datetime import datetime

    from feedwatch.queries import Query

Function = TypeVar("Function", bound=Callable[..., Any])

_TIME = "90m, 36h, 2d, 1w, yesterday, 2026-11-01, or ISO 8601; days are UTC."
_Several = Literal["tag", "feed", "outlet", "agency", "language"]
_SEVERAL: dict[_Several, tuple[str, str]] = {
    "tag": ("TAG", "With this tag; given twice, with both."),
    "feed": ("NAME", "Seen in this feed; given twice, in either."),
    "outlet": ("OUTLET", "Published by this outlet."),
    "agency": ("AGENCY", "Written by this agency: AFP, Reuters, …"),
    "language": ("CODE", "In this language: en, ar, …"),
}
_Once = Literal["since", "until"]
_ONCE: tuple[_Once, ...] = ("since", "until")


class Filters(TypedDict):
    """What `filter_options` gives a command."""

    since: str | None
    until: str | None
    tag: tuple[str, ...]
    feed: tuple[str, ...]
    outlet: tuple[str, ...]
    agency: tuple[str, ...]
    language: tuple[str, ...]


def format_option(
    formats: tuple[str, ...] = FORMATS, *, usual: str = "table; tab-separated lines in a pipe"
) -> Callable[[Function], Function]:
    """`-f/--format`."""
    return click.option(
        "-f",
        "--format",
        cls=Form,
        type=click.Choice(formats),
        metavar="FORMAT",
        help=f"{', '.join(formats)}. [{usual}]",
    )


def fields_option(command: Function) -> Function:
    """`--fields`."""
    help = "Which fields, in which order: id,title,tags."
    return click.option("--fields", cls=Form, metavar="NAMES", help=help)(command)


def limit_option(help: str) -> Callable[[Function], Function]:
    """`-n`."""
    return click.option(
        "-n", "--limit", cls=Form, type=click.IntRange(min=1), show_default=False, metavar="COUNT", help=help
    )


def filter_options(command: Function) -> Function:
    """`--since`, `--until`, `--tag`, `--feed`, `--outlet`, `--agency`, `--language`."""
    for name, (metavar, help) in reversed(_SEVERAL.items()):
        command = click.option(f"--{name}", cls=Filter, multiple=True, metavar=metavar, help=help)(command)
    command = click.option("--until", cls=Filter, metavar="TIME", help="Not later than this.")(command)
    return click.option("--since", cls=Filter, metavar="TIME", help=f"Not earlier than this: {_TIME}")(
        command
    )


def query_of(text: str, filters: Filters, *, now: "datetime") -> "Query":
    """The one query that text and options add up to; raises QueryError."""
    from feedwatch.queries import all_of, any_of, field, parse

    times = [field(name, value, now=now) for name in _ONCE if (value := filters[name]) is not None]
    values = [
        (all_of if name == "tag" else any_of)(field(name, value) for value in filters[name])
        for name in _SEVERAL
        if filters[name]
    ]
    return all_of([parse(text, now=now), *times, *values])
