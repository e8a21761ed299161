"""Which configuration is meant, and where the files lie that are shipped with the program.

A wheel carries them in `feedwatch/_shipped`; an editable install reads them from the project. Neither
depends on the current folder.
"""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from feedwatch.config.table import InvalidConfigError
from feedwatch.errors import FeedwatchError

_PACKAGE = Path(__file__).resolve().parents[1]
_IN_PROJECT = {  # name in a wheel → path in the project
    "samples": "data/samples",
    "feedwatch.toml": "config/feedwatch.toml",
    "feedwatch.service": "systemd/feedwatch.service",
}


def find_config(
    explicit: Path | None = None, environ: Mapping[str, str] = os.environ, cwd: Path | None = None
) -> Path:
    """The configuration to use: `explicit`, FEEDWATCH_CONFIG, or the first that exists of the usual places.

    Raises ConfigError when the one that was named is missing, or when there is none at all.
    """
    folder = cwd or Path.cwd()
    for named, whence in ((explicit, "-c"), (environ.get("FEEDWATCH_CONFIG"), "FEEDWATCH_CONFIG")):
        if named:
            path = folder / Path(named).expanduser()
            if not path.exists():
                raise InvalidConfigError(
                    f"{named}: no such file (named by {whence}); correct it or run `feedwatch init`"
                )
            return path
    usual = list(_usual(environ, folder))
    for path in usual:
        if path.exists():
            return path
    places = ", ".join(map(str, usual))
    raise InvalidConfigError(
        f"there is no configuration (looked for {places}); run `feedwatch init`, or name one with -c"
    )


def samples(*, package: Path = _PACKAGE) -> Path:
    """The folder of sample feeds that `feedwatch demo` serves."""
    return _shipped("samples", package)


def sample_config(*, package: Path = _PACKAGE) -> Path:
    """The commented configuration that `feedwatch init` copies."""
    return _shipped("feedwatch.toml", package)


def sample_unit(*, package: Path = _PACKAGE) -> Path:
    """The systemd unit."""
    return _shipped("feedwatch.service", package)


def _shipped(name: str, package: Path) -> Path:
    project = package.parents[1]
    for path in (package / "_shipped" / name, project / _IN_PROJECT[name]):
        if path.exists():
            return path
    raise FeedwatchError(f"{name} is missing from this installation of feedwatch; install it again")


def _usual(environ: Mapping[str, str], folder: Path) -> Iterator[Path]:
    yield folder / "config" / "feedwatch.toml"
    if home := environ.get("XDG_CONFIG_HOME"):
        yield Path(home) / "feedwatch" / "feedwatch.toml"
    elif home := environ.get("HOME"):
        yield Path(home) / ".config" / "feedwatch" / "feedwatch.toml"
    yield Path("/etc/feedwatch/feedwatch.toml")
