"""Instants as people read them; they come in as the contract's text."""

import re
from datetime import datetime, timedelta

from feedwatch.model import from_text

_AGES = (  # below so many seconds: the unit, and its seconds
    (3600, "min", 60),
    (2 * 86400, "h", 3600),
    (14 * 86400, "days", 86400),
    (60 * 86400, "weeks", 7 * 86400),
    (730 * 86400, "months", 2629746),
)


def local(instant: str, offset_min: int | None) -> datetime:
    """What the clock of a place so many minutes from UTC showed; UTC where the calendar ends."""
    there = from_text(instant)
    try:
        return there + timedelta(minutes=offset_min or 0)
    except OverflowError:  # year 1 and 9999 are readable dates, and feeds hold them
        return there


def short(instant: str) -> str:
    """`2026-11-24 09:30`."""
    return instant[:16].replace("T", " ")


def offset(minutes: int) -> str:
    """`+03:00`."""
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def age(instant: str, now: datetime) -> str:
    """`5 min ago`, `3 weeks ago`, `in 2 h`."""
    seconds = int((now - from_text(instant)).total_seconds())
    if abs(seconds) < 60:
        return "just now"
    amount = span(abs(seconds))
    return f"{amount} ago" if seconds > 0 else f"in {amount}"


def minutes(start: str, instant: str) -> int:
    """From one instant to another."""
    return round((from_text(instant) - from_text(start)).total_seconds() / 60)


def after(minutes: int) -> str:
    """How long after the first: `+12 min`, `+1 h 18`."""
    return "+" + re.sub(r"(?<=[hd] )(\d+) min$", r"\1", lapse(minutes))


def lapse(minutes: int) -> str:
    """`53 min`, `1 h 18 min`, `2 d 0 h 05 min`: to the minute, however long."""
    days, rest = divmod(minutes, 24 * 60)
    hours, rest = divmod(rest, 60)
    if not days and not hours:
        return f"{rest} min"
    parts = [f"{days} d"] * bool(days) + [f"{hours} h"] + [f"{rest:02} min"] * bool(rest)
    return " ".join(parts)


def span(seconds: int) -> str:
    """`5 min`, `3 h`, `2 days`: one unit, rounded down."""
    for below, unit, size in _AGES:
        if seconds < below:
            return f"{seconds // size} {unit}"
    return f"{seconds // 31556952} years"
