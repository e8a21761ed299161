"""Instants as people read them; they come in as the contract's text."""

from datetime import datetime, timedelta

from feedwatch.model import Article, from_text

_AGES = (  # below so many seconds: the unit, and its seconds
    (3600, "min", 60),
    (2 * 86400, "h", 3600),
    (14 * 86400, "days", 86400),
    (60 * 86400, "weeks", 7 * 86400),
    (730 * 86400, "months", 2629746),
)


def when(article: Article) -> str:
    """The time that matters: `published`; `first_seen` if it is null, has no time of day, is later, or is far
    from it."""
    usable = article.published_precision in ("second", "minute") and article.date_doubt != "far"
    if article.published and usable and article.published <= article.first_seen:
        return article.published
    return article.first_seen


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


def after(start: str, instant: str) -> str:
    """How long after the start: `first`, `+12 min`."""
    seconds = int((from_text(instant) - from_text(start)).total_seconds())
    return f"+{span(seconds)}" if seconds >= 60 else "first"


def span(seconds: int) -> str:
    """`5 min`, `3 h`, `2 days`: one unit, rounded down."""
    for below, unit, size in _AGES:
        if seconds < below:
            return f"{seconds // size} {unit}"
    return f"{seconds // 31556952} years"
