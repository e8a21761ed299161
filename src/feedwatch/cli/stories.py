"""`stories` and `story`: dispatches that several outlets carry, and what each made of them."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Unpack

import click

from feedwatch.cli.group import Command, Form, Group
from feedwatch.cli.hints import empty_for
from feedwatch.cli.options import (
    Filters,
    fields_option,
    filter_options,
    format_option,
    limit_option,
    query_of,
)
from feedwatch.cli.paper import paper
from feedwatch.cli.session import Session, pass_session
from feedwatch.errors import FeedwatchError

if TYPE_CHECKING:
    from feedwatch.store.database import Connection
    from feedwatch.store.find import Library
    from feedwatch.storyline import StoryLine

SCREENFUL = 30  # stories that a terminal gets unless asked for more; a pipe gets all
TOLD = ("table", "json", "markdown")

_EXAMPLES = """\b
Examples:
  feedwatch stories --since 1d                the dispatches of a day, those of the most outlets first
  feedwatch stories oil --agency Reuters -f json
  feedwatch story show 4711                   one of them, outlet by outlet
"""


class Options(Filters):
    """What `stories` takes beside a query."""

    limit: int | None
    fields: str | None
    format: str | None


@click.command(cls=Command, epilog=_EXAMPLES)
@click.argument("query", nargs=-1)
@filter_options
@limit_option(f"At most so many. [a terminal: {SCREENFUL}, a pipe: all]")
@fields_option
@format_option()
@pass_session
def stories_command(session: Session, /, query: tuple[str, ...], **options: Unpack[Options]) -> None:
    """Show dispatches that several articles carry, those of the most outlets first."""
    from feedwatch.present.stories import write_stories

    asked = query_of(" ".join(query), options, now=session.now)
    with paper(session, "stories", options["format"], options["fields"]) as sheet:
        limit = options["limit"] or (SCREENFUL if sheet.screen else None)
        with session.library() as library:
            found = library.stories(asked, limit=limit)
            count = write_stories(_with_titles(found, library) if sheet.for_people else found, sheet)
            hints = [] if count else list(empty_for(asked, session, library))
    for hint in hints:
        session.say(f"No story matches: {hint}")
    if not count and not hints:
        session.say("No story matches: a story has two articles or more.")


def _with_titles(stories: "Iterable[StoryLine]", library: "Library") -> "Iterator[StoryLine]":
    """The stories; one whose original has no title under the first words of its text."""
    from feedwatch.present.wording import called

    for line in stories:
        original = None if line.title else library.article(line.lead)
        yield replace(line, title=called(original.article)) if original else line


@click.group(cls=Group)
def story_command() -> None:
    """Show who ran a dispatch, and why; split and merge stories.

    ID is that of a story, or of any of its articles.
    """


@story_command.command("show")
@click.argument("id", type=int)
@click.option(
    "--links", cls=Form, is_flag=True, help="With the address of each article; JSON has them always."
)
@format_option(TOLD, usual="a page")
@pass_session
def show_story_command(session: Session, /, id: int, *, links: bool, format: str | None) -> None:
    """Show every outlet that ran a dispatch: when, and what it cut, added, retitled and later edited."""
    from feedwatch.judge.telling import tell
    from feedwatch.present.stories import show_story

    with session.library() as library:
        story, outlets, members = library.told(_checked(id))
    if not members:
        raise FeedwatchError(_unknown(id))
    with paper(session, "stories", format, None) as sheet:
        show_story(tell(story, outlets, members), sheet, links=links)


@story_command.command("why")
@click.argument("id", type=int)
@format_option(("table", "json"), usual="lines")
@pass_session
def why_story_command(session: Session, /, id: int, format: str | None) -> None:
    """Show why its articles are one story, and what is kept apart from them."""
    from feedwatch.present.stories import show_links

    with session.library() as library:
        _, _, members = library.told(_checked(id))
        if not members:
            raise FeedwatchError(_unknown(id))
        links = library.links([member.article.id for member in members])
    with paper(session, "stories", format, None) as sheet:
        show_links(links, sheet)
    if not links:
        session.say(f"Article {members[0].article.id} is alone in its story.")


@story_command.command("split")
@click.argument("id", type=int)
@pass_session
def split_story_command(session: Session, /, id: int) -> None:
    """Take an article out of its story for good: no later edit or poll brings it back."""
    from feedwatch.store import grouping

    with _writing(session) as connection:
        story = grouping.split(connection, _checked(id), session.now)
    session.say(f"Article {id} is on its own now, as story {story}.")


@story_command.command("merge")
@click.argument("id", type=int)
@click.argument("other", type=int)
@pass_session
def merge_story_command(session: Session, /, id: int, other: int) -> None:
    """Join the stories of two articles."""
    from feedwatch.store import grouping

    with _writing(session) as connection:
        story = grouping.merge(connection, _checked(id), _checked(other), session.now)
    session.say(f"Articles {id} and {other} are story {story} now.")


@contextmanager
def _writing(session: Session) -> "Iterator[Connection]":
    from feedwatch.store.database import Store

    path = session.database
    with session.library():  # nothing polled yet, a newer schema: said before a file is made
        pass
    with closing(Store(path)) as store, store.begin() as connection:
        yield connection


def _checked(id: int) -> int:
    if id.bit_length() >= 64:
        raise FeedwatchError(_unknown(id))
    return id


def _unknown(id: int) -> str:
    return f"there is no story or article {id}; `feedwatch stories` shows their ids"
