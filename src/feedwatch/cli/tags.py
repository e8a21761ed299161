"""`tags`: what the rules have found, and trying them on a text."""

import sys

import click

from feedwatch.cli.group import Group
from feedwatch.cli.options import fields_option, format_option, limit_option
from feedwatch.cli.paper import paper
from feedwatch.cli.session import Session, pass_session
from feedwatch.present import write_evidence, write_tags

_LONGEST = 10_000_000  # characters of standard input that are read


@click.group(cls=Group)
def tags_command() -> None:
    """List tags; try the rules on a text.

    Rules stand in the configuration, below [tags].
    """


@tags_command.command("list")
@limit_option("At most so many.")
@fields_option
@format_option()
@pass_session
def list_tags(session: Session, /, limit: int | None, fields: str | None, format: str | None) -> None:
    """Show every tag, its articles and its rule."""
    with paper(session, "tags", format, fields) as sheet, session.library() as library:
        count = write_tags(list(library.tags(session.rules))[:limit], sheet)
    if not count:
        session.say("There are no tags yet; rules stand in the configuration, below [tags].")


@tags_command.command("test")
@click.argument("text", nargs=-1)
@fields_option
@format_option()
@pass_session
def test_rules(session: Session, /, text: tuple[str, ...], fields: str | None, format: str | None) -> None:
    """Try the rules on a text: which tags, and why.

    Without TEXT it is read from standard input.
    """
    from feedwatch.refine.tags import Tagger

    words = " ".join(text) if text else _standard_input()
    with paper(session, "evidence", format, fields) as sheet:
        found = Tagger(session.settings.rules).tags(title="", summary="", text=words)
        count = write_evidence(found, sheet)
    if not count:
        session.say("No rule finds a tag in it.")


def _standard_input() -> str:
    if sys.stdin is None:  # started with `<&-`
        return ""
    with click.open_file("-", encoding="utf-8", errors="replace") as stream:
        return str(stream.read(_LONGEST))
