"""A first configuration: the commented sample, with a database address that works where it is written."""

import os
from collections.abc import Mapping
from pathlib import Path

from feedwatch.config.edit import assign, replace_file
from feedwatch.config.files import read_text
from feedwatch.config.paths import sample_config
from feedwatch.config.table import InvalidConfigError


def init(path: Path, *, force: bool = False, environ: Mapping[str, str] = os.environ) -> Path:
    """Write the sample configuration to `path`, with the folders above it, and give the path.

    Raises ConfigError when there is a file already, unless `force`, or when it cannot be written.
    """
    text, _ = read_text(sample_config())
    text = assign(text, ("storage", "url"), _database_for(path.absolute(), environ), path=path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise InvalidConfigError(f"{path}: is a folder; name a file in it")
        if not force:
            with path.open("x", encoding="utf-8", newline="") as stream:
                stream.write(text)
            return path
    except FileExistsError:
        raise InvalidConfigError(f"{path}: is there already; choose another place or add --force") from None
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        raise InvalidConfigError(f"{path}: {reason}; choose another place") from None
    replace_file(path, text)
    return path


def _database_for(path: Path, environ: Mapping[str, str]) -> str:
    """Where the database belongs for a configuration: the usual place of data for the usual places of
    configurations, else beside the file."""
    home = environ.get("HOME", "")
    settings = Path(environ.get("XDG_CONFIG_HOME") or f"{home}/.config")
    data = Path(environ.get("XDG_DATA_HOME") or f"{home}/.local/share")
    if path.parent.name == "config":
        return "sqlite:///../data/feedwatch.db"
    if path.is_relative_to("/etc"):
        return "sqlite:////var/lib/feedwatch/feedwatch.db"
    if path.is_relative_to(settings) and settings.is_absolute():
        return f"sqlite:///{data / 'feedwatch' / 'feedwatch.db'}"
    return "sqlite:///feedwatch.db"
