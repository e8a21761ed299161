"""`feeds`: what is watched, and editing it in the configuration."""

import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

import click

from feedwatch.cli.group import Form, Group
from feedwatch.cli.hints import unknown_feed
from feedwatch.cli.options import fields_option, format_option, limit_option
from feedwatch.cli.paper import paper
from feedwatch.cli.session import Session, pass_session
from feedwatch.errors import ConfigError, FeedwatchError, StoreError
from feedwatch.model import Feed, FeedLine
from feedwatch.present import write_feeds

SOME_FAILED = 4
_LONGEST_NAME = 60
_POLLS = 50  # that a history shows
# What nearly every feed's address has, and so tells none from another.
_COMMON = frozenset(
    {"rss", "rss2", "atom", "feed", "feeds", "index", "xml", "json", "news", "php", "all", "default"}
)


@click.group(cls=Group)
def feeds_command() -> None:
    """List, add, remove, pause feeds.

    Feeds stand in the configuration; these commands edit its text and leave every comment in place.
    """


@feeds_command.command("list")
@limit_option("At most so many.")
@fields_option
@format_option()
@pass_session
def list_feeds(session: Session, /, limit: int | None, fields: str | None, format: str | None) -> None:
    """Show every feed and how it is doing."""
    with paper(session, "feeds", format, fields) as sheet:
        count = write_feeds(_every_feed(session)[:limit], sheet)
    if not count:
        session.say("There are no feeds yet; `feedwatch feeds add URL` adds one.")


@feeds_command.command("add")
@click.argument("url")
@click.option("--name", help="What it is called. [made from the address]")
@click.option("--outlet", metavar="OUTLET", help="Who publishes it, whatever its articles say.")
@click.option("--group", metavar="NAME", help="A word that keeps feeds together.")
@click.option("--interval", metavar="TIME", help="Where polling starts: 15m, 1h.")
@click.option("--language", metavar="CODE", help="Language of articles that name none: ar.")
@click.option("--timezone", metavar="ZONE", help="Zone of dates that name none: Asia/Baghdad.")
@click.option("--tag", "tags", multiple=True, metavar="TAG", help="Given to each of its articles.")
@pass_session
def add(session: Session, /, url: str, name: str | None, tags: tuple[str, ...], **keys: str | None) -> None:
    """Add a feed to the configuration."""
    from feedwatch.config.edit import Scalar, add_feed

    feed: dict[str, Scalar] = {"name": name or name_for(url), "url": url}
    feed |= {key: value for key, value in keys.items() if value is not None}
    if tags:
        feed["tags"] = list(tags)
    add_feed(session.settings_path, feed)
    session.say(f"Added {feed['name']} to {session.settings_path}.")


@feeds_command.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@pass_session
def remove(session: Session, /, names: tuple[str, ...]) -> None:
    """Remove feeds from the configuration.

    Their articles stay in the database.
    """
    from feedwatch.config.edit import remove_feed

    _edit(session, names, remove_feed, "Removed {} from {}.")


@feeds_command.command("pause")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@pass_session
def pause(session: Session, /, names: tuple[str, ...]) -> None:
    """Stop polling feeds until they are resumed."""
    from feedwatch.config.edit import pause_feed

    _edit(session, names, pause_feed, "Paused {} in {}.")


@feeds_command.command("resume")
@click.argument("names", nargs=-1, required=True, metavar="NAME...")
@pass_session
def resume(session: Session, /, names: tuple[str, ...]) -> None:
    """Poll paused feeds again."""
    from feedwatch.config.edit import resume_feed

    _edit(session, names, resume_feed, "Resumed {} in {}.")


@feeds_command.command("check")
@click.argument("place", metavar="URL|FILE|NAME")
@limit_option("Show at most so many of its items. [10]")
@click.option(
    "-f",
    "--format",
    cls=Form,
    type=click.Choice(["text", "json"]),
    default="text",
    metavar="FORMAT",
    help="text, json. [text]",
)
@pass_session
def check_feed(session: Session, /, place: str, limit: int | None, format: str) -> int:
    """Show what a feed would bring, and what is wrong with it.

    Fetches and reads it as a poll would, stores nothing, and needs no configuration. Exits 4 when the feed
    failed.
    """
    from feedwatch.cli.check import check
    from feedwatch.present.check import write_check, write_check_json

    checked = check(session, place)
    with paper(session, "feeds", None, None) as sheet:
        if format == "json":
            write_check_json(checked, sheet.out)
        else:
            write_check(checked, sheet.out, screen=sheet.screen, limit=limit or 10)
    return SOME_FAILED if checked.failed else 0


@feeds_command.command("history")
@click.argument("name")
@limit_option(f"At most so many. [{_POLLS}]")
@fields_option
@format_option()
@pass_session
def history(
    session: Session, /, name: str, limit: int | None, fields: str | None, format: str | None
) -> None:
    """Show the polls of a feed, newest first.

    What each brought, and what became of its items and why.
    """
    from feedwatch.present import write_rows
    from feedwatch.present.rows import HISTORY

    if not session.database.exists():
        _expect(session, name)
    with paper(session, "history", format, fields) as sheet, session.library() as library:
        polls = library.history(name, limit or _POLLS)
        if not polls:
            _expect(session, name)
        write_rows(HISTORY, polls, sheet)
    if not polls:
        session.say(f"{_UNPOLLED.format(name)}.")


@feeds_command.command("why")
@click.argument("name")
@fields_option
@format_option()
@pass_session
def why(session: Session, /, name: str, fields: str | None, format: str | None) -> None:
    """Show why a feed is polled when and where it is.

    And what is odd about it: what was wrong with its last document, whether it moves, whether it is another
    name of a feed.
    """
    from feedwatch.present import show_feed_why

    if not session.database.exists():
        _expect(session, name)
    with paper(session, "why", format, fields) as sheet, session.library() as library:
        found = library.feed_why(name)
        if found is None:
            _expect(session, name)
            raise FeedwatchError(_UNPOLLED.format(name))
        show_feed_why(found, sheet)


_UNPOLLED = "{0} has not been polled yet; `feedwatch poll {0}` does"


def _expect(session: Session, name: str) -> None:
    """Raises UsageError if there is no feed of that name."""
    names = [feed.name for feed in _every_feed(session)]
    if name not in names:
        raise unknown_feed(name, names)


def _edit(session: Session, names: Iterable[str], edit: Callable[[Path, str], Path], done: str) -> None:
    for name in dict.fromkeys(names):
        session.say(done.format(name, edit(session.settings_path, name)))
    _agree(session)


def _agree(session: Session) -> None:
    """Makes the feeds of the database those of the configuration now, not only when something polls.

    Where that cannot be (no database yet, another schema, a mistake elsewhere in the configuration), the next
    poll does it, or says why not.
    """
    with suppress(ConfigError, StoreError):
        settings = session.load()
        with session.library():
            pass
        from feedwatch.store import leases
        from feedwatch.store.database import Store

        store = Store(settings.storage.path)
        try:
            with store.begin() as connection:
                leases.register(connection, [feed for feed in settings.feeds if feed.enabled], session.now)
        finally:
            store.close()


def name_for(url: str) -> str:
    """A name for a feed nobody named: the domain's, and what in its path tells it from others."""
    from feedwatch.urls import registered_domain

    path = re.sub(r"^[a-z]+:(//[^/]*)?|[?#].*$", "", url[:500], flags=re.IGNORECASE | re.DOTALL)
    words = [word for word in re.findall(r"[^\W_]+", path.lower()) if word not in _COMMON]
    domain = registered_domain(url).partition(".")[0]
    return "-".join([domain, *words[-3:]]).strip("-")[:_LONGEST_NAME].strip("-") or "feed"


def _every_feed(session: Session) -> list[FeedLine]:
    """The feeds of the database, then those of the configuration that it has not met yet."""
    database = session.database
    known: list[FeedLine] = []
    if session.db or database.exists():
        with session.library() as library:
            known = list(library.feeds())
    if session.db and session.config is None:
        return known
    names = {feed.name for feed in known}
    return known + [_unmet(feed) for feed in session.settings.feeds if feed.name not in names]


def _unmet(feed: Feed) -> FeedLine:
    return FeedLine(
        name=feed.name,
        url=feed.url,
        current_url=feed.url,
        outlet=feed.outlet,
        state="paused" if feed.paused or not feed.enabled else "new",
        articles=0,
        last_poll=None,
        last_ok=None,
        next_poll=None,
        interval_s=feed.interval_s,
        error_code=None,
        error=None,
    )
