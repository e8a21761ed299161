"""A configuration as values: everything is checked, defaults are filled in, paths are absolute.

A default stands here and nowhere else; durations are seconds, sizes are bytes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from feedwatch import __version__
from feedwatch.model import Feed, RuleSet


@dataclass(frozen=True, slots=True)
class Network:
    """How we appear on the network, and which private addresses may be fetched."""

    allow: tuple[str, ...] = ()  # networks, addresses, hosts or host:port
    concurrency: int = 32
    user_agent: str = f"feedwatch/{__version__}"  # no address: we promise no page that explains us


@dataclass(frozen=True, slots=True)
class Local:
    """The folder below which `file:` feeds may lie; None: nowhere."""

    root: Path | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """What one poll may cost."""

    deadline_s: int = 30
    body: int = 10_000_000
    items_per_poll: int = 5000
    new_per_day: int = 2000


@dataclass(frozen=True, slots=True)
class Hosts:
    """Manners towards one registered domain."""

    concurrency: int = 2
    gap_s: int = 1


@dataclass(frozen=True, slots=True)
class Budget:
    """What the whole may ask of the network."""

    polls_per_hour: int = 10_000


@dataclass(frozen=True, slots=True)
class Storage:
    """The database, by its absolute path."""

    url: str  # sqlite:///PATH
    path: Path
    keep_raw: bool = True


@dataclass(frozen=True, slots=True)
class Retention:
    """How long articles are kept; None: for ever."""

    age_s: int | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """A whole configuration."""

    path: Path  # of the main file
    files: tuple[Path, ...]  # every file that was read, the main one first
    storage: Storage
    feeds: tuple[Feed, ...] = ()
    rules: RuleSet = field(default_factory=RuleSet)
    network: Network = Network()
    local: Local = Local()
    limits: Limits = Limits()
    hosts: Hosts = Hosts()
    budget: Budget = Budget()
    retention: Retention = Retention()
    warnings: tuple[str, ...] = ()
    origins: Mapping[str, Path] = field(default_factory=dict)  # feed name → the file it is written in
