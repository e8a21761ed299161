"""The times a query may name: `90m 36h 2d 1w`, `today`, `yesterday`, `2026-11-01`, `2026-11`, `2026`, ISO."""

import re
from datetime import UTC, datetime, timedelta

from feedwatch.errors import QueryError

_AGO = re.compile(r"(\d{1,6})([smhdw])", re.ASCII)
_UNITS = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DAYS = {"today": 0, "yesterday": 1}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_SECOND = timedelta(seconds=1)


def period(text: str, *, now: datetime | None = None) -> tuple[datetime, datetime]:
    """The first and the last second (UTC) of what a text names; a point in time is both.

    Days are those of `now`'s zone, UTC without it. Raises QueryError for any other text, for a relative time
    without `now`, and for a time outside the years 1 to 9999.
    """
    text = text.strip().lower()
    try:
        if (ago := _AGO.fullmatch(text)) or text in _DAYS:
            if now is None:
                raise QueryError(f'"{text}" depends on the day it is read; write a date such as 2026-11-01')
            if ago:
                return _point(now - timedelta(**{_UNITS[ago[2]]: int(ago[1])}))
            return _whole(_midnight(now) - timedelta(days=_DAYS[text]), timedelta(days=1))
        zone = now.tzinfo if now else UTC
        if date := _DATE.fullmatch(text):
            return _whole(
                datetime(int(date[1]), int(date[2] or 1), int(date[3] or 1), tzinfo=zone), _length(date)
            )
        instant = datetime.fromisoformat(text.upper())
        return _point(instant if instant.tzinfo else instant.replace(tzinfo=zone))
    except (ValueError, OverflowError):
        raise QueryError(
            f'"{shown(text)}" is no time; write 90m, 36h, 2d, 1w, today, 2026-11-01 or 2026-11-01T06:30Z'
        ) from None


def shown(text: str) -> str:
    """A text as it may stand in a message: short, on one line."""
    short = text if len(text) <= 40 else text[:39] + "…"
    return "".join(char if char.isprintable() else " " for char in short)


def _midnight(now: datetime) -> datetime:
    return now.replace(hour=0, minute=0, second=0, microsecond=0)


def _length(date: re.Match[str]) -> timedelta:
    """An upper bound of a date's length, cut to its end by `_whole`."""
    if date[3]:
        return timedelta(days=1)
    return timedelta(days=31 if date[2] else 366)


def _whole(start: datetime, length: timedelta) -> tuple[datetime, datetime]:
    # 31 days from the first of a month and 366 from New Year may reach into the next: cut at its first.
    after = start + length
    if length > timedelta(days=1):
        after = after.replace(day=1)
    if length > timedelta(days=31):
        after = after.replace(month=1)
    return _utc(start), _utc(after) - _SECOND


def _point(instant: datetime) -> tuple[datetime, datetime]:
    return _utc(instant), _utc(instant)


def _utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(microsecond=0)
