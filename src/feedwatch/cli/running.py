"""`run`, `poll`, `demo`: the commands that fetch."""

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from feedwatch.cli.group import Command
from feedwatch.cli.hints import unknown_feed
from feedwatch.cli.session import Session, chance, clock, pass_session
from feedwatch.errors import UsageError

if TYPE_CHECKING:
    from feedwatch.model import Feed

SOME_FAILED = 4


@click.command(cls=Command)
@click.option("--log-format", type=click.Choice(["text", "json"]), default="text", help="One line a record.")
@pass_session
def run_command(session: Session, /, log_format: str) -> None:
    """Poll every feed when it is due, until stopped.

    Stays in the foreground and logs to stderr. SIGTERM and ctrl-C stop it, SIGHUP and a changed
    configuration are read anew.
    """
    from feedwatch.config.service import service
    from feedwatch.daemon import Daemon

    settings = session.settings
    _log(session, log_format, usual=logging.INFO)
    for warning in settings.warnings:
        logging.getLogger("feedwatch").warning(warning)
    Daemon(settings, session.load, clock=clock, chance=chance, service=service()).run()


@click.command(cls=Command)
@click.argument("names", nargs=-1, metavar="[FEED]...")
@pass_session
def poll_command(session: Session, /, names: tuple[str, ...]) -> int:
    """Poll feeds once, now.

    Polls those named, due or not; without names all that are not paused. Exits 4 when some failed.
    """
    from feedwatch.ingest import poll_once
    from feedwatch.present.polls import poll_line

    settings = session.settings
    _check_names(names, settings.feeds)
    _log(session, "text")
    total = len(names) or sum(feed.enabled and not feed.paused for feed in settings.feeds)
    with _telling(total) as tell:
        lines = poll_once(
            settings,
            names or None,
            clock=clock,
            chance=chance,
            progress=lambda line: tell(poll_line(line)),
        )
    if not lines:
        session.say("There are no feeds to poll; `feedwatch feeds add URL` adds one.")
    return SOME_FAILED if any(line.outcome in ("failed", "abandoned") for line in lines) else 0


@click.command(cls=Command)
@pass_session
def demo_command(session: Session, /) -> None:
    """Watch sample feeds; needs no network and no set-up.

    Serves feeds of our own on loopback, polls them twice and shows the tagged articles.
    """
    from shutil import get_terminal_size, which

    from feedwatch.demo import run

    _log(session, "text", usual=logging.CRITICAL)
    program = sys.argv[0] if which("feedwatch") is None else "feedwatch"
    columns = min(get_terminal_size((100, 24)).columns, 120)
    run(sys.stdout, columns=columns, program=program)


@contextmanager
def _telling(total: int) -> Iterator[Callable[[str], None]]:
    """How lines are told while feeds are polled: on stdout, above a bar when a terminal reads along."""
    if not sys.stderr.isatty() or not total:
        yield click.echo
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True, highlight=False), transient=True) as bar:
        task = bar.add_task("polling", total=total)

        def tell(text: str) -> None:
            if sys.stdout.isatty():  # one screen for both: only the bar's owner can write above it
                bar.console.print(text, markup=False, soft_wrap=True)
            else:
                click.echo(text)
            bar.advance(task)

        yield tell


def _check_names(names: Sequence[str], feeds: Sequence["Feed"]) -> None:
    known = {feed.name: feed for feed in feeds}
    for name in names:
        if name not in known:
            raise unknown_feed(name, list(known))
        if not known[name].enabled:
            raise UsageError(f"{name} is switched off: take `enabled = false` away from it to poll it")


def _log(session: Session, log_format: str, *, usual: int = logging.WARNING) -> None:
    """Sends the log to stderr, from the usual level on; -v and -q move it."""
    from feedwatch.present.logs import FORMATS

    handler = logging.StreamHandler()
    handler.setFormatter(FORMATS[log_format]())
    logging.getLogger().addHandler(handler)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # a tick that is late is no news
    logging.getLogger("feedwatch").setLevel(
        logging.ERROR if session.quiet else max(logging.DEBUG, usual - 10 * session.verbose)
    )
