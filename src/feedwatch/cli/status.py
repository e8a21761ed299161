"""`status`: how the whole is doing, for people and for monitoring."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import click

from feedwatch import __version__
from feedwatch.cli.group import Command
from feedwatch.cli.options import fields_option, format_option
from feedwatch.cli.paper import paper
from feedwatch.cli.session import Session, pass_session
from feedwatch.present import show_status

if TYPE_CHECKING:
    from feedwatch.model import Status

LATE = timedelta(minutes=15)  # a poll that is due for longer is not coming


@click.command(cls=Command)
@click.option("--check", is_flag=True, help="Only say what is wrong; exit 1 if anything is.")
@fields_option
@format_option()
@pass_session
def status_command(session: Session, /, check: bool, fields: str | None, format: str | None) -> int:
    """Say how the whole is doing.

    With --check it says nothing on stdout, what is wrong on stderr, and exits 1 when no daemon runs, when
    polls are due for more than 15 minutes, when a feed is failing or gone, or when there is an alarm.
    """
    if check:
        return _check(session)
    status = _status(session)
    with paper(session, "status", format, fields) as sheet:
        show_status(status, sheet)
    return 0


def _status(session: Session) -> "Status":
    """The state of the whole; a configuration that became invalid is an alarm, for the daemon runs on."""
    from feedwatch.config import storage_anyway
    from feedwatch.errors import ConfigError
    from feedwatch.store.find import open_library

    alarms: tuple[str, ...] = ()
    try:
        database = session.database
    except ConfigError as error:
        if session.db:  # it is --db that is wrong; a configuration may not even be there
            raise
        storage = storage_anyway(session.settings_path)
        if storage is None:
            raise
        database = storage.path
        first = str(error).partition("\n")[0]
        alarms = (f"the configuration is invalid, a running daemon keeps the one it has: {first}",)
    with open_library(database) as library:
        status = library.status(__version__)
    return replace(status, alarms=(*alarms, *status.alarms))


def _check(session: Session) -> int:
    wrong = list(troubles(_status(session), session.now))
    for trouble in wrong:
        session.say(f"feedwatch: {trouble}")
    return 1 if wrong else 0


def troubles(status: "Status", now: datetime) -> Iterator[str]:
    """What a person should look at, a line each; nothing when all is well."""
    from feedwatch.model import from_text
    from feedwatch.present.escape import line

    if not status.running:
        yield "no daemon is running; start `feedwatch run`"
    if status.next_poll and now - from_text(status.next_poll) > LATE:
        yield f"polls are due since {status.next_poll}"
    for state in ("failing", "gone"):
        if count := status.feeds.get(state):
            yield f"{count} {'feed is' if count == 1 else 'feeds are'} {state}; see `feedwatch feeds list`"
    yield from map(line, status.alarms)
