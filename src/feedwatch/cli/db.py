"""`db`: looking after the database."""

from pathlib import Path

import click

from feedwatch.cli.group import Group
from feedwatch.cli.options import fields_option, format_option
from feedwatch.cli.paper import paper
from feedwatch.cli.session import Session, pass_session


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
    from feedwatch.store import care
    from feedwatch.store.database import Store

    Store(session.database).close()
    info = care.info(session.database)
    click.echo(f"{info.path}: schema {info.schema}")
