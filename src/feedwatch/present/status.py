"""The state of the whole for a person at a terminal."""

from collections.abc import Iterator
from datetime import datetime

from feedwatch.model import Status
from feedwatch.present import escape, times
from feedwatch.present.layout import wrap
from feedwatch.present.terminal import Line, listing


def page(status: Status, *, columns: int, now: datetime) -> Iterator[Line]:
    """A headline, the counts, the clock, and what is wrong."""
    running = (f"running (pid {status.pid})", "green") if status.running else ("not running", "yellow")
    yield [(f"feedwatch {status.version}", "bold"), ("  ", ""), running]
    yield from listing(
        [
            ("articles", str(status.articles)),
            ("stories", str(status.stories)),
            ("versions", str(status.versions)),
            ("feeds", ", ".join(f"{count} {state}" for state, count in status.feeds.items()) or "none yet"),
            ("last poll", times.age(status.last_poll, now) if status.last_poll else "never"),
            ("next poll", _next(status.next_poll, now)),
            ("schema", str(status.schema)),
        ],
        columns,
    )
    for alarm in status.alarms:
        yield from ([(f"! {row}", "red")] for row in wrap(escape.line(alarm), max(columns - 2, 10)))


def _next(instant: str | None, now: datetime) -> str:
    if instant is None:
        return "none planned"
    age = times.age(instant, now)
    return f"due {age}" if age.endswith(" ago") else age
