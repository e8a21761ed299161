"""`init` and `config`: writing, checking and showing the configuration."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from feedwatch.cli.group import Command, Group
from feedwatch.cli.session import Session, pass_session

if TYPE_CHECKING:
    from feedwatch.present.escape import Value

_FILLED_IN = frozenset({"address"})  # placeholders for secrets are filled in here; `url` has them as written


@click.command(cls=Command)
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite the file if there is one.")
@pass_session
def init_command(session: Session, /, path: Path | None, force: bool) -> None:
    """Write a configuration to start from.

    It is a commented sample, written to PATH: without one where -c says, or to config/feedwatch.toml.
    """
    from feedwatch.config import init

    written = init(path or session.config or Path("config/feedwatch.toml"), force=force)
    click.echo(written)
    session.say("Edit it, then `feedwatch poll` polls once and `feedwatch run` goes on watching.")


@click.group(cls=Group)
def config_command() -> None:
    """Check and show the configuration."""


@config_command.command("check")
@pass_session
def check(session: Session, /) -> None:
    """Say what is wrong in it, if anything.

    Names file, line and what to write instead, and exits 3.
    """
    settings = session.settings
    for warning in settings.warnings:
        session.say(f"feedwatch: {warning}")
    counts = f"feeds: {len(settings.feeds)}, tag rules: {len(settings.rules.rules)}"
    click.echo(f"{settings.path}: ok, {counts}")


@config_command.command("show")
@pass_session
def show(session: Session, /) -> None:
    """Show every setting as it is used, as JSON.

    Defaults are filled in; secrets are left out.
    """
    from feedwatch.present.escape import to_json

    click.echo(to_json(_open_to_all(session.settings), indent=2))


@config_command.command("path")
@pass_session
def path(session: Session, /) -> None:
    """Say which file is the configuration."""
    click.echo(session.settings_path)


def _open_to_all(value: Any) -> "Value":  # noqa: ANN401 - any setting
    """The value as JSON, without what may hold a secret."""
    from feedwatch.present.escape import address

    if is_dataclass(value):
        shown = (field.name for field in fields(value) if field.repr and field.name not in _FILLED_IN)
        return {name: _open_to_all(getattr(value, name)) for name in shown}
    if isinstance(value, dict):
        return {str(key): _open_to_all(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_open_to_all(one) for one in value]
    return address(str(value)) if isinstance(value, str | Path) else value
