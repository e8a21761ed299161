"""`db`: looking after the database."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from feedwatch.cli.group import Form, Group
from feedwatch.cli.options import fields_option, format_option
from feedwatch.cli.paper import paper
from feedwatch.cli.session import Session, pass_session

if TYPE_CHECKING:
    from feedwatch.store.database import Store

_SHOWN = 120  # characters of a text that changed
_RECENT = "30d"  # what `restory` looks at, unless told


@click.group(cls=Group)
def db_command() -> None:
    """Look after the database: figures, soundness, backup, upgrade."""


@db_command.command("info")
@fields_option
@format_option()
@pass_session
def info(session: Session, /, fields: str | None, format: str | None) -> None:
    """Show the database in figures."""
    from feedwatch.present import show_database
    from feedwatch.store import care

    with paper(session, "database", format, fields) as sheet:
        show_database(care.info(session.database), sheet)


@db_command.command("check")
@pass_session
def check(session: Session, /) -> int:
    """Say whether the database is sound; exit 1 if it is not. Reads all of it."""
    from feedwatch.present.escape import line
    from feedwatch.store import care

    found = care.problems(session.database)
    for problem in found:
        click.echo(line(problem))
    if not found:
        session.say(f"{session.database}: sound")
    return 1 if found else 0


@db_command.command("backup")
@click.argument("target", type=click.Path(path_type=Path))
@pass_session
def backup(session: Session, /, target: Path) -> None:
    """Write a consistent copy to TARGET, also while a daemon runs."""
    from feedwatch.store import care

    care.backup(session.database, target)
    click.echo(str(target))


@db_command.command("migrate")
@pass_session
def migrate(session: Session, /) -> None:
    """Bring the database to this program's schema, after a backup beside it.

    `poll` and `run` do so by themselves.
    """
    from feedwatch.store import care, opening
    from feedwatch.store.database import Store

    opening.check_file(session.database)  # there must be one: this command makes none
    Store(session.database).close()
    info = care.info(session.database)
    click.echo(f"{info.path}: schema {info.schema}")


@db_command.command("reclean")
@click.option("--dry-run", cls=Form, is_flag=True, help="Only show what would change.")
@pass_session
def reclean(session: Session, /, *, dry_run: bool) -> None:
    """Clean the archive again, from the items as they were sent.

    Shows a line for each article and field that changes: id, field, before, after. What an article said
    before is kept as a version, marked as ours. A daemon may run meanwhile.
    """
    from feedwatch.present.escape import line
    from feedwatch.present.wording import counted
    from feedwatch.recleaner import reclean as cleaned_again
    from feedwatch.refine.tags import Tagger
    from feedwatch.store import recleaning

    settings, store = session.settings, _store(session)
    try:
        feeds = {feed.name: feed for feed in settings.feeds}
        count = 0
        for article in cleaned_again(store, feeds, Tagger(settings.rules), now=session.now, save=not dry_run):
            count += 1
            for name, (before, after) in article.changes.items():
                click.echo("\t".join((str(article.id), name, *map(line, _difference(before, after)))))
        with store.read() as connection:
            unkept = recleaning.without_raw(connection)
    finally:
        store.close()
    did = "would change" if dry_run else "changed"
    rest = f"; without the item that its words are from: {counted(unkept, 'article')}" if unkept else ""
    session.say(f"{counted(count, 'article')} {did}{rest}.")


def _difference(before: str, after: str) -> tuple[str, str]:
    """The two texts without what they have in common at their ends, each cut to what fits a line."""
    start = next((at for at, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), None)
    start = min(len(before), len(after)) if start is None else start
    start = max(0, before.rfind(" ", 0, start) + 1, start - _SHOWN // 2)  # from the start of its word
    return before[start : start + _SHOWN], after[start : start + _SHOWN]


@db_command.command("restory")
@click.option("--since", metavar="TIME", help=f"Of the articles that arrived since then. [{_RECENT}]")
@click.option("--dry-run", cls=Form, is_flag=True, help="Only show what would change.")
@pass_session
def restory(session: Session, /, *, since: str | None, dry_run: bool) -> None:
    """Find the stories of the archive anew, as the program finds them today.

    Shows a line for each article whose story changes: id, outlet, what joins it, what leaves it, title. What
    you have split or merged stays so. A daemon may run meanwhile.
    """
    from feedwatch.present.escape import line
    from feedwatch.present.wording import counted
    from feedwatch.queries import period
    from feedwatch.regrouper import restory as grouped_again

    start, _ = period(since or _RECENT, now=session.now)
    store = _store(session)
    try:
        moved = grouped_again(store, start, now=session.now, save=not dry_run)
    finally:
        store.close()
    for one in moved:
        numbers = [f"+{id}" for id in one.joined] + [f"-{id}" for id in one.left]
        click.echo("\t".join((str(one.article), line(one.outlet), " ".join(numbers), line(one.title))))
    did = "would change" if dry_run else "changed"
    looked_at = f"Of the articles that arrived since {start:%Y-%m-%d %H:%M} UTC"
    session.say(f"{looked_at}, the stories of {counted(len(moved), 'article')} {did}.")
    if since is None:
        session.say("Further back: `feedwatch db restory --since 2020-01-01`.")


def _store(session: Session) -> "Store":
    """The database, open for writing; there must be one already, of this program's schema."""
    from feedwatch.store.database import Store

    with session.library():
        pass
    return Store(session.database)
