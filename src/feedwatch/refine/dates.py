"""Dates as feeds write them: what a string honestly says, and nothing more.

Laws:
    1. Every number in a string must have a role. One that is left over means we have not understood the
       string, so it has no reading. Words may be anything: they are names or they are noise.
    2. A reading is given only when it is the only one. 05/06/2024 is settled by its weekday, by a number
       above 12, by full stops (countries that write them put the day first), or by what the feed's other
       dates prove (`day_order`); else it is refused.
    3. Nothing is invented: no clock is read, no missing part is filled in, and precision says what was given.
    4. Nothing here raises, and only the first 200 characters are looked at.

The usual spellings (RFC 822 § 5, ISO 8601 as in RFC 3339) have a pattern each. All else is taken apart in the
order clock, zone, day: each takes its characters away, and the day must account for the numbers that remain.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from feedwatch.model import Dating, Precision, PublishedFrom
from feedwatch.refine.date_parts import (
    Parts,
    Place,
    month_number,
    named_zone,
    offset_zone,
    region_zone,
    take_apart,
)
from feedwatch.refine.date_tables import EITHER_OF, MONTHS, SOLAR, THAI, fold

_RAW_LIMIT = 200
_ORDER_LIMIT = 500  # dates of one feed that are asked for its order
_ADDRESS_LIMIT = 2000
_YEARS = range(1583, 2200)  # Gregorian years that news can have; 0001 and 9999 are a program's "not set"
_GREGORIAN_LAST, _BUDDHIST = 2399, 543  # a year of Thailand is so many years further on
_SOLAR_YEARS = range(1300, 1500)  # in the figures of the Persian script only: elsewhere they are the Hijra's
_EPOCH = range(631_152_000, 4_102_444_800)  # 1990 to 2099: earlier numbers are more often ids than seconds
_TRUST: tuple[PublishedFrom, ...] = ("published", "dc:date", "updated")


def read_date(raw: str, *, timezone: str | None = None, day_first: bool | None = None) -> Dating:
    """What a date string means; its `instant` is None when it has no honest reading.

    `timezone` (an IANA name) is used for strings without a zone, UTC if there is none; `day_first` settles
    05/06/2024 where the string itself does not. Fractions of a second are cut. Never raises.
    """
    if len(raw) < _RAW_LIMIT:
        quick = _read_iso(raw, timezone) or _read_rfc822(raw)
        if quick is not None:
            return quick
    kept = raw[:_RAW_LIMIT]
    text = raw[: 10 * _RAW_LIMIT].strip()[:_RAW_LIMIT]
    try:
        return _read_epoch(kept, text) or _read_parts(kept, take_apart(text), timezone, day_first)
    except (ValueError, OverflowError):
        return Dating(kept, zone="assumed")


def day_order(raws: Iterable[str]) -> bool | None:
    """Whether a feed writes the day before the month, proved by any of its dates; None without proof.

    A date proves it by a number above 12 or by its weekday. Dates that prove both prove nothing.
    """
    proofs = {proof for raw in islice(raws, _ORDER_LIMIT) if (proof := _order_of(raw)) is not None}
    return proofs.pop() if len(proofs) == 1 else None


def choose(
    candidates: Sequence[tuple[PublishedFrom, str]],
    *,
    timezone: str | None,
    day_first: bool | None,
    url: str = "",
) -> tuple[Dating | None, datetime | None]:
    """The publication date of an item, and the instant of its last update if it gives one.

    Of the candidates (element, string), the first with an honest reading in the order published, dc:date,
    updated, address is the publication date. When none has one, the most trusted string is returned unread;
    when there is no string at all, None.
    """
    readings = [
        _from(read_date(raw, timezone=timezone, day_first=day_first), source)
        for source, raw in candidates
        if source in _TRUST and raw.strip()
    ]
    readings.sort(key=lambda dating: _TRUST.index(dating.source))
    honest = [dating for dating in readings if dating.instant is not None]
    updated = next((dating.instant for dating in honest if dating.source == "updated"), None)
    published = next(iter(honest), None) or date_in_address(url, timezone) or next(iter(readings), None)
    return published, updated


def _from(dating: Dating, source: PublishedFrom) -> Dating:
    if dating.source == source:
        return dating
    return Dating(dating.raw, dating.instant, dating.offset_min, dating.precision, dating.zone, source)


# --- the usual spellings -------------------------------------------------------------------------

_ISO = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?)"
    r"(?:(?<=:[0-9]{2})[.,][0-9]+)? ?([Zz]|[+-][0-9]{2}:?[0-9]{2})?"
)
_ISO_LENGTHS: dict[int, tuple[Precision, str]] = {
    10: ("day", "T00:00+00:00"),
    16: ("minute", "+00:00"),
    19: ("second", "+00:00"),
}
_RFC822 = re.compile(
    r"\s*(?:[A-Za-z]{3,9}, ?)?([0-9]{1,2}) ([A-Za-z]{3}) ([0-9]{4}) "
    r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))? ([+-][0-9]{4}|[A-Za-z]{1,5})\s*"
)


def _read_iso(raw: str, timezone: str | None) -> Dating | None:
    """The reading of an RFC 3339 date or its beginning; None for all that must be thought about."""
    match = _ISO.fullmatch(raw)
    if match is None:
        return None
    written, zone = match.groups()
    place = offset_zone(zone) if zone else None
    if zone and place is None:
        return None
    precision, rest = _ISO_LENGTHS[len(written)]
    try:
        return _dating(raw, datetime.fromisoformat(written + rest), precision, place, timezone)
    except (ValueError, OverflowError):
        return None


def _read_rfc822(raw: str) -> Dating | None:
    """The reading of an RFC 822 date with an English month and a known zone; None as above."""
    match = _RFC822.fullmatch(raw)
    if match is None:
        return None
    day, month, year, hour, minute, second, zone = match.groups()
    number = MONTHS.get(month.lower())
    place = named_zone(zone.lower()) if zone.isalpha() else offset_zone(zone)
    if number is None or place is None:
        return None
    try:
        wall = datetime(int(year), number, int(day), int(hour), int(minute), int(second or 0), 0, UTC)
        return _dating(raw, wall, "second" if second else "minute", place, None)
    except (ValueError, OverflowError):
        return None


def _dating(
    raw: str, wall: datetime, precision: Precision, place: Place | None, timezone: str | None
) -> Dating:
    """The dating of a wall clock's time: in its own zone, else in the feed's, else as UTC."""
    if wall.year not in _YEARS:
        raise ValueError(f"not a year of news: {wall}")
    if place and place.east is not None:
        return Dating(raw, wall - place.east, place.minutes, precision, place.kind)
    zone = place.zone if place else region_zone(timezone) if timezone else None
    if zone is None:
        return Dating(raw, wall, None, precision, "assumed")
    local = wall.replace(tzinfo=zone)
    east = (local.utcoffset() or timedelta()) // timedelta(minutes=1)
    return Dating(raw, local.astimezone(UTC), east, precision, place.kind if place else "assumed")


# --- all other spellings -------------------------------------------------------------------------

_SECONDS = re.compile(r"([0-9]{9,10})(?:\.[0-9]+)?|([0-9]{12,13})")


def _read_epoch(raw: str, text: str) -> Dating | None:
    """The reading of Unix seconds or milliseconds of a plausible time; None if it is no such number."""
    match = _SECONDS.fullmatch(fold(text))
    if match is None:
        return None
    seconds = int(match[1] or match[2][:-3])
    if seconds not in _EPOCH:
        return None
    if match[1] and len(match[1]) == 10 and _is_calendar_hour(match[1]):
        raise ValueError(f"{text}: seconds of 2033 or later, or a day and an hour")
    return Dating(raw, datetime.fromtimestamp(seconds, UTC), 0, "second", "given")


def _is_calendar_hour(digits: str) -> bool:
    year, month, day, hour = int(digits[:4]), int(digits[4:6]), int(digits[6:8]), int(digits[8:])
    try:
        return datetime(year, month, day, hour, tzinfo=UTC).year >= 1900
    except ValueError:
        return False


def _read_parts(raw: str, parts: Parts, timezone: str | None, day_first: bool | None) -> Dating:
    """The reading of a string that was taken apart; raises ValueError if it has none."""
    midnight = datetime.combine(_day(parts, day_first), time(), UTC)
    if parts.clock is None:
        return _dating(raw, midnight, parts.precision, parts.place, timezone)
    if parts.precision != "day":
        raise ValueError(f"a clock without a day: {raw!r}")
    return _dating(raw, midnight + parts.clock.since, parts.clock.precision, parts.place, timezone)


def _day(parts: Parts, day_first: bool | None) -> date:
    given = parts.day.groupdict()
    year = _full_year(given["y"])
    if "a" in given:
        return _settled(parts, day_first)
    if "nth" in given:
        return _nth_day(year, int(given["nth"]))
    month, day = month_number(given.get("m", "1")), int(given.get("d", "1"))
    if month in EITHER_OF:
        usual, other = EITHER_OF[month]
        if date(year, other, day).weekday() in parts.weekdays:
            return date(year, other, day)
        month = usual
    if month > THAI:
        return date(year - _BUDDHIST if year > _GREGORIAN_LAST else year, month - THAI, day)
    if month > SOLAR:
        return _solar_day(year, month - SOLAR, day)
    return _solar_day(year, month, day) if parts.persian and year in _SOLAR_YEARS else date(year, month, day)


def _nth_day(year: int, place: int) -> date:
    day = date(year, 1, 1) + timedelta(days=place - 1)
    if day.year != year:
        raise ValueError(f"no such day: {place} of {year}")
    return day


def _full_year(digits: str) -> int:
    """RFC 2822 § 4.3: two digits below 50 are of this century."""
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _solar_day(year: int, month: int, day: int) -> date:
    """A day of the Persian solar calendar, by its 33-year cycle (exact for the years 1178 to 1633)."""
    lengths = (31,) * 6 + (30,) * 5 + (29 + (_new_year(year + 1) - _new_year(year) == 366),)
    if not (1178 <= year <= 1633 and 1 <= day <= lengths[month - 1]):
        raise ValueError(f"no such day: {year}-{month}-{day}")
    return date.fromordinal(_new_year(year) + sum(lengths[: month - 1]) + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of 1 Farvardin: 1403 began on 20 March 2024."""
    cycle, place = divmod(year + 11, 33)
    return 226_527 + year * 365 + cycle * 8 + (place + 3) // 4


# --- day and month, or month and day -------------------------------------------------------------

_OPEN_ORDER = re.compile(r"(?<![-/.\d])\d\d?[-/. ]\d\d?[-/. ]'?\d\d")


def _orders(parts: Parts) -> Iterator[tuple[bool, date]]:
    """The days that two numbers can mean, each with whether the day came first."""
    first, second = int(parts.day["a"]), int(parts.day["b"])
    year = _full_year(parts.day["y"])
    for day_first, month, day in ((True, second, first), (False, first, second)):
        try:
            yield day_first, date(year, month, day)
        except ValueError:
            continue


def _likely_orders(parts: Parts) -> dict[bool, date]:
    """The same, and where two are possible and the weekday fits one, only that."""
    possible = dict(_orders(parts))
    fitting = {order: day for order, day in possible.items() if day.weekday() in parts.weekdays}
    return fitting if len(fitting) == 1 else possible


def _settled(parts: Parts, day_first: bool | None) -> date:
    """The only day that two numbers can mean, by all that is known; raises ValueError if two remain."""
    likely = _likely_orders(parts)
    if len(set(likely.values())) == 1:
        return next(iter(likely.values()))
    first = True if "." in parts.day["sep"] else day_first
    if not likely or first is None:
        raise ValueError(f"day or month: {parts.day[0]!r}")
    return likely[first]


def _order_of(raw: str) -> bool | None:
    """Which order one date proves, if any."""
    text = raw[:_RAW_LIMIT]
    if not _OPEN_ORDER.search(text):
        return None
    try:
        parts = take_apart(text)
    except (ValueError, OverflowError):
        return None
    likely = _likely_orders(parts) if "a" in parts.day.groupdict() else {}
    return next(iter(likely)) if len(likely) == 1 else None


# --- addresses -----------------------------------------------------------------------------------

_HOST = re.compile(r"^(?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^/?#]*")
_YEAR = r"(?P<y>199\d|20[0-4]\d)"
_IN_ADDRESS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"/{_YEAR}/(?P<m>\d\d?|[A-Za-z]{{3}})/(?P<d>\d\d?)(?=[/.]|$)",
        rf"/{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        rf"-{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?=/?$|\.\w+$)",
        rf"/{_YEAR}/?(?P<m>\d\d)(?P<d>\d\d)(?=[/_.-]|$)",
        rf"[_.-]{_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?=/?$|\.\w+$)",
        rf"/{_YEAR}[/-](?P<m>\d\d)(?=/|$)",
    )
)


def date_in_address(url: str, timezone: str | None = None) -> Dating | None:
    """The day or month that an address names (`/2024/01/23/`, `-20240123.html`, `/2024/01/`), or None."""
    path = re.split("[?#]", _HOST.sub("", url[:_ADDRESS_LIMIT]), maxsplit=1)[0]
    for pattern in _IN_ADDRESS:
        for match in pattern.finditer(path):
            given = match.groupdict()
            month = MONTHS.get(given["m"].lower()) if given["m"].isalpha() else int(given["m"])
            try:
                day = datetime(int(given["y"]), month or 0, int(given.get("d", "1")), tzinfo=UTC)
            except ValueError:
                continue
            precision: Precision = "day" if "d" in given else "month"
            return _from(_dating(match[0].strip("/_.-"), day, precision, None, timezone), "url")
    return None
