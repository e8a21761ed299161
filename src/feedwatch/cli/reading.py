"""`list`, `search`, `show`: articles out of the database."""

from collections.abc import Iterable, Iterator, Mapping
from textwrap import fill
from typing import TYPE_CHECKING, Literal, Unpack

import click

from feedwatch.cli.group import Command, Form
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
from feedwatch.errors import FeedwatchError, UsageError
from feedwatch.present import (
    ARTICLE_FORMATS,
    Reasons,
    Sheet,
    show_article,
    show_diff,
    show_versions,
    write_articles,
)
from feedwatch.queries import FIELDS

if TYPE_CHECKING:
    from feedwatch.model import Listed
    from feedwatch.store.find import Library

SCREENFUL = 50  # articles that a terminal gets unless asked for more; a pipe gets all
OURS = "feedwatch_"  # what the members of a kept item that are ours begin with
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
  feedwatch list                              the newest stories
  feedwatch list Iraq militia --since 2d      with both words
  feedwatch list 'tag:Iraq NOT title:football' --all
  feedwatch list 'copies:>3' --since 1d       in more than three outlets
  feedwatch list edited:2d --all              edited in two days
  feedwatch list stealth:2d --all             edited in silence
  feedwatch list doubt:future                 dated in the future; or far, dateline
  feedwatch list --outlet bbc.com -n 5 --fields published,title,url
  feedwatch list --tag Iraq -f csv > iraq.csv
"""
_SEARCH_EXAMPLES = """\b
Examples:
  feedwatch search '"oil field" OR refinery'  either, best match first
  feedwatch search pipeline --since 1w        newer than a week
  feedwatch search 'drone* NOT title:review' --all -f csv > drones.csv
"""
_QUERIES = f"""
\b
A query has words, "phrases", prefix*, AND, OR, NOT, ( ) and fields; quote
it, for > ( ) and * mean something to the shell. The fields:
{fill(" ".join(f"{name}:" for name in FIELDS), 72, initial_indent="  ", subsequent_indent="  ")}
"""


@click.command(cls=Command, epilog=_LIST_EXAMPLES + _QUERIES)
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


@click.command(cls=Command, epilog=_SEARCH_EXAMPLES + _QUERIES)
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
@click.option(
    "--why", cls=Form, is_flag=True, help="With the words that earned each tag, and why it is what it is."
)
@click.option("--versions", cls=Form, is_flag=True, help="What it said before, and what each edit changed.")
@click.option("--diff", cls=Form, metavar="N..M", help="What changed from one version to another, by word.")
@click.option("--raw", cls=Form, is_flag=True, help="The item as read from its feed, before cleaning: JSON.")
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
    _check({"--why": why, "--versions": versions, "--diff": bool(diff), "--raw": raw}, fields, format)
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
            reasons = _reasons(library, id) if why else None
            show_article(found, sheet, story=library.story_members(id), why=reasons)


def _check(asked: Mapping[str, bool], fields: str | None, format: str | None) -> None:
    """Raises UsageError for options of which one would be ignored."""
    given = [name for name, is_given in asked.items() if is_given]
    if len(given) > 1:
        raise UsageError(f"{given[0]} and {given[1]} are two answers; ask for one of them")
    if fields and {"--diff", "--raw"}.intersection(given):
        raise UsageError(f"{given[0]} has no fields to choose from; take --fields away")
    if "--raw" in given and format not in (None, "json"):
        raise UsageError(f"--raw is JSON and has no {format} form; take -f away")


def _reasons(library: "Library", id: int) -> Reasons:
    return Reasons(library.sightings(id), library.reasons(id), library.links([id]))


def _show_raw(session: Session, id: int) -> None:
    from json import loads

    from feedwatch.present.escape import to_json

    with session.library() as library:
        found = library.raw(id) if id.bit_length() < 64 else None
    if found is None:
        raise FeedwatchError(f"article {id} is not there, or its item was not kept (`[storage] keep_raw`)")
    since, members = found[0], loads(found[1])
    ours = {name: members.pop(name) for name in [*members] if name.startswith(OURS)}
    parts = {
        "since": since,
        "item": members,
        "feedwatch": {name.removeprefix(OURS): ours[name] for name in ours},
    }
    click.echo(to_json(parts, indent=2))


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
            count = write_articles(_with_words(found, library) if sheet.for_people else found, sheet)
            hints = [] if count else list(empty_for(query, session, library))
    for hint in hints:
        session.say(f"No article matches: {hint}")
    if not count and not hints:
        session.say("No article matches. `feedwatch status` says how many there are.")
    elif count == limit and not options["limit"]:
        session.say(f"The first {limit}; -n {10 * limit} or --all shows more.")


def _with_words(found: "Iterable[Listed]", library: "Library") -> "Iterator[Listed]":
    """The articles; one without a title with its text, whose first words stand for it."""
    for listed in found:
        yield listed if listed.article.title else library.article(listed.article.id) or listed


def _needs_texts(sheet: Sheet) -> bool:
    """False when titles are enough: a list of them reads no texts."""
    return sheet.format not in (None, "table", "markdown") or not {"text", "html"}.isdisjoint(sheet.fields)
