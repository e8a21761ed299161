"""What the bench scripts share: how a figure is printed, and where the shared material lies."""

import json
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from feedwatch.model import Feed

PROJECT = Path(__file__).resolve().parents[1]


def figure(name: str, value: float, unit: str, asked: float | None = None, **params: object) -> None:
    """Prints one measured figure as a JSON line."""
    print(
        json.dumps({"figure": name, "value": value, "unit": unit, "asked": asked, "params": params}),
        flush=True,
    )


def say(text: str) -> None:
    """Talk goes to stderr; stdout holds figures only."""
    print(text, file=sys.stderr, flush=True)


def shared() -> Path | None:
    """The shared material: FEEDWATCH_SHARED, else beside the project; None where it is absent."""
    path = Path(os.environ.get("FEEDWATCH_SHARED", PROJECT.parent / "shared"))
    return path if path.is_dir() else None


def stamp(text: str) -> datetime:
    """The instant of a file name such as 20200421T004301Z_9562ee23.xml."""
    return datetime.strptime(text[:16], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def feeds_named(names: Iterable[str]) -> list[Feed]:
    """A feed for each name, with an address of its own."""
    return [Feed(name, f"https://{name}.example/feed", f"https://{name}.example/feed") for name in names]
