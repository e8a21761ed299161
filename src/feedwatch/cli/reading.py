"""`list`, `search`, `show`: articles out of the database."""

from typing import TYPE_CHECKING, Literal, Unpack

import click

from feedwatch.cli.group import Command, Form
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
from feedwatch.present import (
    ARTICLE_FORMATS,
    Sheet,
    show_article,
    show_diff,
    show_versions,
    write_articles,
)

if TYPE_CHECKING:
    from feedwatch.store.find import Library

SCREENFUL = 50  # articles that a terminal gets unless asked for more; a pipe gets all
RELEVANT = 20  # the same for a search, where the best come first


class Options(Filters):
    """What `list` and `search` take beside a query."""

    every: bool
    limit: int | None
    fields: str | None
    format: str | None


_every_option = click.option(
    "--all", "every", cls=Form, is_flag=True, help="Every article, not one for each story; no limit."
)
_LIST_EXAMPLES = """\b
Examples:
  feedwatch list                                   the newest stories
  feedwatch list Iraq militia --since 2d           with both words
  feedwatch list 'tag:Iraq NOT title:football' --all
  feedwatch list --outlet bbc.com -n 5 --fields published,title,url
  feedwatch list --tag Iraq -f csv > iraq.csv

\b
A query has words, "phrases", prefix*, AND, OR, NOT, ( ) and fields:
  title: text: tag: feed: outlet: agency: language: url: author:
  kind: copies: doubt: since: until: seen: edited:
"""


@click.command(cls=Command, epilog=_LIST_EXAMPLES)
@click.argument("query", nargs=-1)
@filter_options
@_every_option
@limit_option(f"At most so many. [a terminal: {SCREENFUL}, a pipe: all]")
@fields_option
@format_option(ARTICLE_FORMATS)
@pass_session
def list_command(session: Session, /, query: tuple[str, ...], **options: Unpack[Options]) -> None:
    """Show articles, newest first.

    Articles of several outlets that carry the same dispatch are one story, shown once.
    """
    _write(session, " ".join(query), options, order="newest", screenful=SCREENFUL)


@click.command(cls=Command, epilog=_LIST_EXAMPLES.replace("feedwatch list", "feedwatch search"))
@click.argument("query", nargs=-1, required=True)
@filter_options
@_every_option
@limit_option(f"At most so many. [a terminal: {RELEVANT}, a pipe: all]")
@fields_option
@format_option(ARTICLE_FORMATS)
@pass_session
def search_command(session: Session, /, query: tuple[str, ...], **options: Unpack[Options]) -> None:
    """Search titles and texts, best match first."""
    _write(session, " ".join(query), options, order="relevance", screenful=RELEVANT)


@click.command(cls=Command)
@click.argument("id", type=int)
@click.option("--why", cls=Form, is_flag=True, help="With the words that earned each tag.")
@click.option("--versions", cls=Form, is_flag=True, help="What it said before, and what each edit changed.")
@click.option("--diff", cls=Form, metavar="N..M", help="What changed from one version to another, by word.")
@click.option("--raw", cls=Form, is_flag=True, help="The item as the publisher sent it, as JSON.")
@fields_option
@format_option(ARTICLE_FORMATS, usual="a page; text in a pipe")
@pass_session
def show_command(
    session: Session,
    /,
    id: int,
    *,
    why: bool,
    versions: bool,
    diff: str | None,
    raw: bool,
    fields: str | None,
    format: str | None,
) -> None:
    """Show one article.

    In a pipe, or as `-f text`, it is in its archive form: the date, the text, the copyright line.
    """
    if raw:
        _show_raw(session, id)
        return
    kind = "versions" if versions else "articles"
    with paper(session, kind, format, fields, why=why) as sheet, session.library() as library:
        found = library.article(id) if id.bit_length() < 64 else None
        if found is None:
            raise FeedwatchError(f"there is no article {id}; `feedwatch list` shows their ids")
        if diff:
            show_diff(library.versions(id), diff, sheet)
        elif versions:
            show_versions(library.versions(id), sheet, corrected=found.article.corrected)
        else:
            show_article(found, sheet, story=library.story_members(id))
            if why and sheet.format in (None, "table", "text"):
                _show_reasons(library, id, sheet)


def _show_reasons(library: "Library", id: int, sheet: Sheet) -> None:
    from feedwatch.present.stories import write_reasons

    write_reasons(library.sightings(id), library.reasons(id), library.links([id]), sheet)


def _show_raw(session: Session, id: int) -> None:
    from json import loads

    from feedwatch.present.escape import to_json

    with session.library() as library:
        found = library.raw(id) if id.bit_length() < 64 else None
    if found is None:
        raise FeedwatchError(f"article {id} is not there, or its item was not kept (`[storage] keep_raw`)")
    click.echo(to_json(loads(found[1]), indent=2))


def _write(
    session: Session,
    text: str,
    options: Options,
    *,
    order: Literal["newest", "relevance"],
    screenful: int,
) -> None:
    query = query_of(text, options, now=session.now)
    with paper(session, "articles", options["format"], options["fields"]) as sheet:
        limit = options["limit"] or (screenful if sheet.screen and not options["every"] else None)
        with session.library() as library:
            found = library.articles(
                query, limit=limit, stories=not options["every"], order=order, full=_needs_texts(sheet)
            )
            count = write_articles(found, sheet)
    if not count:
        session.say("No article matches. `feedwatch status` says how many there are.")
    elif count == limit and not options["limit"]:
        session.say(f"The first {limit}; -n {10 * limit} or --all shows more.")


def _needs_texts(sheet: Sheet) -> bool:
    """False when titles are enough: a list of them reads no texts."""
    return sheet.format not in (None, "table", "markdown") or not {"text", "html"}.isdisjoint(sheet.fields)
