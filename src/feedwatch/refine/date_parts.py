"""A date string taken apart: clock, zone, and the numbers of its day.

Each is looked for in this order and takes its characters away; then words go (they are names or noise), and
one of the shapes in `_SHAPES` must account for every number that remains. What is not understood raises
ValueError; nothing here decides between two readings, that is `dates`.
"""

import re
from datetime import date, timedelta, tzinfo
from datetime import timezone as fixed_zone
from functools import lru_cache
from html import unescape
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from feedwatch.model import Precision, Zone
from feedwatch.refine.date_tables import EITHER_OF, ERAS, HALVES, MONTHS, WEEKDAYS, fold
from feedwatch.refine.date_zones import SEASONAL_ZONES, ZONES

_FURTHEST_ZONE = 14 * 60  # minutes: no place on earth is further from Greenwich (Kiribati)


class Place(NamedTuple):
    """A zone, and whether it was given as an offset, by name, or not at all."""

    zone: tzinfo
    kind: Zone
    east: timedelta | None = None  # of a fixed zone, also as minutes: quicker than asking `zone`
    minutes: int = 0


class Clock(NamedTuple):
    """A time of day as the time since midnight; 24:00 and 23:59:60 are the next midnight."""

    since: timedelta
    precision: Precision


class Parts(NamedTuple):
    """What was read of a string, and the match of its day: groups y and m, d or nth; y, a, sep, b if open."""

    clock: Clock | None
    place: Place | None
    day: re.Match[str]
    precision: Precision  # of the day
    weekdays: frozenset[int]
    persian: bool = False  # written with the figures of the Persian script


def take_apart(text: str) -> Parts:
    """The parts of a date string of bounded length; raises ValueError if any number in it has no role."""
    bare, region, comments = _bare(text)
    clock, before, after = _take_clock(bare)
    if clock:
        place, rest = _take_zone(after, comments)
        rest = f"{before} {rest}"
    else:
        place, rest = _take_day_zone(before)
    skeleton, noise, weekdays = _skeleton(rest)
    for precision, words, shape in _SHAPES:
        if noise <= words and (day := shape.fullmatch(skeleton)):
            return Parts(clock, place or region, day, precision, weekdays, _PERSIAN.search(text) is not None)
    raise ValueError(f"no day in {skeleton!r}")


# --- what is around a date -----------------------------------------------------------------------

_MARKUP = re.compile(r"<!\[CDATA\[|\]\]>|</?[A-Za-z][^<>]*>")
_REGION = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?")
_ESCAPED = re.compile(r"\\.?")
_COMMENT = re.compile(r"\(([^()]*)\)")
_PERSIAN = re.compile("[۰-۹]")

# 2024年1月23日 10時15分, 2024년 1월 23일: the marks stand where others have separators.
_CJK = (
    (re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(?:(\d{1,2}) ?[日号號일])?"), r"\1-\2-\3 "),
    (re.compile(r"(\d{1,2}) ?[時时点點시] ?(\d{1,2}) ?[分분] ?(\d{1,2}) ?[秒초]"), r"\1:\2:\3 "),
    (re.compile(r"(\d{1,2}) ?[時时点點시] ?(\d{1,2}) ?[分분]"), r"\1:\2 "),
)
_ERA = re.compile(rf"({'|'.join(ERAS)}) ?(?:(\d{{1,3}})|元) ?年")  # 元: the first


def _bare(text: str) -> tuple[str, Place | None, list[str]]:
    """The folded text without markup, region name and RFC 822 comments; the last two apart."""
    if "&" in text:
        text = unescape(unescape(text))  # RSS is often escaped twice
    text = _MARKUP.sub(" ", text)
    region = None
    if (found := _REGION.search(text)) and found[0] in _regions() and (zone := region_zone(found[0])):
        region = Place(zone, "named")
        text = text.replace(found[0], " ")
    text = fold(text)
    if not text.isascii():
        text = _ERA.sub(lambda era: f"{ERAS[era[1]] + int(era[2] or 1)}年", text)
        for pattern, plain in _CJK:
            text = pattern.sub(plain, text)
    comments: list[str] = []
    bare = _ESCAPED.sub("", text)
    while found := _COMMENT.search(bare):
        comments.append(found[1].strip())
        bare = f"{bare[: found.start()]} {bare[found.end() :]}"
    return (bare if any(map(str.isdigit, bare)) else text), region, comments


# --- clock ---------------------------------------------------------------------------------------

_ALONE = r"(?:(?<![\d:])(?<!\d[+-])|(?<=\d{4}:))"  # no part of a longer number or an offset
_SECONDS = r"(?P<s>\d\d?)(?:[.,:]\d+)?"
_CLOCKS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?<!\d)\d{8}[t ]?(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?:[.,]\d+)?(?!\d)",  # 20240123T101500
        r"(?<=\dt)(?P<h>\d\d)(?P<m>\d\d)(?P<s>\d\d)?(?:[.,]\d+)?(?!\d)",  # 2024-01-23T101500
        rf"{_ALONE}(?P<h>\d\d?) ?h ?(?P<m>\d\d?) ?min(?: ?(?P<s>\d\d?) ?s\b)?",  # 10 h 15 min 00 s: Québec
        rf"{_ALONE}(?P<h>\d\d?)(?: ?h ?|:)(?P<m>\d\d?)(?::{_SECONDS})?(?![\d:])",  # 10:15:00.25, 10h15
        r"(?<![\d.])(?P<h>\d\d?)\.(?P<m>\d\d)(?!\.?\d)",  # 10.15: German, Italian, Finnish, Indonesian
        r"(?:(?<=\d\d\d\d )|(?<=\bklo )|(?<=\bkl )|(?<=\bkl\. )|(?<=\bore )|(?<=\bpukul ))"
        r"(?P<h>\d\d?)\.(?P<m>\d\d)\.(?P<s>\d\d)(?!\.?\d)",  # 23/01/2024 10.15.00, 23.1.2024 klo 10.15.00
        r"(?:(?<=\d [a-z]{3} \d\d )|(?<=\d [a-z]{3} \d{4} ))(?P<h>\d\d)(?P<m>\d\d)(?!\d)",  # 23 jan 24 1015
        r"(?<=\dt)(?P<h>\d\d)(?=$|z|[+-])",  # 2024-01-23T10Z
        r"(?<![\d:.])(?P<h>\d\d?)(?= ?(?:[ap]\.? ?m\b|uhr\b|h\b))",  # 3 pm, 10 Uhr
    )
)
_HALF = "|".join(sorted(map(re.escape, HALVES), key=len, reverse=True))
_HALF_BEFORE = re.compile(rf"({_HALF}) ?$")
_HALF_AFTER = re.compile(rf" ?({_HALF})(?!\w)")
_DOTTED_HALF = re.compile(r"\b([ap])\. ?m\b\.?")


def _take_clock(text: str) -> tuple[Clock | None, str, str]:
    """The time of day, and what stands before and after it."""
    text = _DOTTED_HALF.sub(r"\1m", text)
    for pattern in _CLOCKS:
        if match := pattern.search(text):
            before, after = text[: match.start("h")], text[match.end() :]
            break
    else:
        return None, text, ""
    second_half = None
    if half := _HALF_AFTER.match(after):
        second_half, after = HALVES[half[1]], after[half.end() :]
    elif half := _HALF_BEFORE.search(before):
        second_half, before = HALVES[half[1]], before[: half.start()]
    return _clock(match.groupdict(), second_half), before, after


def _clock(given: dict[str, str | None], second_half: bool | None) -> Clock:
    hour, minute, second = (int(given.get(key) or 0) for key in "hms")
    if second_half is not None:
        if hour > 12 and not second_half:
            raise ValueError(f"{hour} o'clock in the morning half")
        hour = hour if hour > 12 else hour % 12 + 12 * second_half
    since = timedelta(hours=hour, minutes=minute, seconds=second)
    if hour > 24 or minute > 59 or second > 60 or since > timedelta(hours=24):
        raise ValueError(f"no such time: {hour}:{minute}:{second}")
    return Clock(since, "second" if given.get("s") else "minute")


# --- zone ----------------------------------------------------------------------------------------

# After a clock: "-0500", "EST-0500", "GMT+3", "+03" glued or after a blank; behind a year, four digits only.
_OFFSETS = tuple(
    re.compile(pattern)
    for pattern in (
        r" ?(?:[a-z]{1,5} ?)?(?P<offset>[+-] ?\d\d?:?\d\d)(?::?00)?(?![\d/.-])",
        r"(?: ?(?:gmt|utc) ?)?(?P<offset>[+-]\d\d?)(?![\d/.-])",
        r".*(?<= )(?:gmt|utc)?(?P<offset>[+-]\d\d:?\d\d)(?!\S)",
        r" (?P<offset>(?:0\d|1[0-4])[0-5]\d)$",  # a "+" that form decoding has turned into a blank
    )
)
_DAY_ZONE = re.compile(
    r"(?<=\d)(?: ?(?P<offset>z|[+-]\d\d:\d\d)| (?P<plain>[+-]\d{4})| (?P<name>[a-z]{3,5}))$"
)
_POSIX_NAME = re.compile(r"\b[a-z]{3}\d[a-z]{3}\b")  # est5edt
_LONG_NAMES = "|".join(
    sorted((name for name in (*ZONES, *SEASONAL_ZONES) if " " in name), key=len, reverse=True)
)
# One letter other than Z is a zone in the RFC 822 layout only: elsewhere it is "10:15 h" or "o'clock".
_NAME = re.compile(rf"\b(?:{_LONG_NAMES})\b|{_POSIX_NAME.pattern}|[^\W\d_]{{2,}}|\bz\b")


def _fixed(minutes: int, kind: Zone) -> Place:
    east = timedelta(minutes=minutes)
    return Place(fixed_zone(east), kind, east, minutes)


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    """All IANA names: looking up one that does not exist takes 5 ms, so a feed must not make us."""
    return frozenset(available_timezones())


@lru_cache(maxsize=256)
def region_zone(name: str) -> tzinfo | None:
    """The zone of an IANA name, None if there is none."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):  # a directory, an odd key, an unknown name
        return None


@lru_cache(maxsize=256)
def offset_zone(text: str) -> Place | None:
    """The zone of "+05:30", "-0800", "+3" or "z"; None if no place on earth has that offset."""
    if text in {"z", "Z"}:
        return _fixed(0, "given")
    digits = text.lstrip("+- ").replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    total = int(hours) * 60 + int(minutes)
    if int(minutes) > 59 or total > _FURTHEST_ZONE:
        return None
    return _fixed(-total if text[0] == "-" else total, "given")


@lru_cache(maxsize=256)
def named_zone(name: str) -> Place | None:
    """The zone of a folded name such as "cest", None if it is no zone's."""
    if name == "z":
        return offset_zone(name)
    if name in ZONES:
        return _fixed(ZONES[name], "named")
    region = region_zone(SEASONAL_ZONES[name]) if name in SEASONAL_ZONES else None
    return Place(region, "named") if region else None


def _given_zone(offset: str) -> Place:
    place = offset_zone(offset)
    if place is None:
        raise ValueError(f"no such zone: {offset}")
    return place


def _take_zone(after: str, comments: list[str]) -> tuple[Place | None, str]:
    """The zone of a clock, and what is left of the text after it.

    An offset outdoes a name: "EST-0500", "+0100 (CET)", "-05:00Z".
    """
    for text in (after, *comments):
        for pattern in _OFFSETS:
            if match := pattern.match(text):
                place = _given_zone(match["offset"])
                return place, after if text is not after else _without(match)
    return _named_zone([after, *comments]), _POSIX_NAME.sub(" ", after)


def _without(match: re.Match[str]) -> str:
    return f"{match.string[: match.start('offset')]} {match.string[match.end() :]}"


def _take_day_zone(text: str) -> tuple[Place | None, str]:
    """The zone at the end of a day without a clock (xsd:date: "2024-01-23+01:00"), and what is left."""
    match = _DAY_ZONE.search(text)
    if match is None:
        return None, text
    place = named_zone(match["name"]) if match["name"] else _given_zone(match["offset"] or match["plain"])
    return place, text[: match.start()] if place else text


def _named_zone(texts: list[str]) -> Place | None:
    """The first zone named: after the clock, else in a comment."""
    places = (named_zone(name) for text in texts for name in _NAME.findall(text))
    return next(filter(None, places), None)


# --- day -----------------------------------------------------------------------------------------

_MARK = 0xE000  # a month's name becomes one private character: `fold` has removed all that were there
_MARKS = "\ue000-\uf8ff"
_WEEK = re.compile(r"(\d{4})-?w(\d\d)-?([1-7])(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['ʼ][^\W\d_]+)?")
_PHRASES = sorted((name for name in MONTHS if not name.isalpha()), key=len, reverse=True)
_PHRASE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _PHRASES))})")
# "month 1" in Vietnamese; "1月 23, 2024", as WordPress prints its American form in East Asia; Mongolian
_NUMBERED = re.compile(
    r"\b(?:thang|thg|th)\.? ?(\d\d?)(?!\d)|(?<!\d)(\d\d?)(?: ?[月월](?![曜요])|-р сар(?:ын)?\b)"
)
# Croatia sets a full stop after a day, and after a year; "listopada" is November in Poland, which does not
_CROATIAN = re.compile(r"(?<=\d\.) ?(?:(lis)topada?\b|(lip|srp|lis)\b\.?(?= \d{4}\.))")
# A weekday that is a month elsewhere, before a month that no table has: "Mar, 30 pri 2024" is a Tuesday
_UNKNOWN_MONTH = re.compile(r"([^\W\d_]+)\.?, ?\d\d?[ .-]{1,2}[^\W\d_]+[ .-]{1,2}\d")
_ENDS = re.compile(rf"^[^\d{_MARKS}]+|[^\d{_MARKS}]+$")

_YEAR, _SHORT = r"(?P<y>\d{4})", r"(?P<y>\d{4}|\d\d)"
_MONTH, _NAME_OF_MONTH, _DAY = r"(?P<m>\d\d?)", rf"(?P<m>[{_MARKS}])", r"(?P<d>\d\d?)"
_GAP, _SEP = rf"[^\d{_MARKS}]*", "(?: ?[-/.,] ?| )"
_DAYS = (
    rf"{_DAY}{_GAP}{_NAME_OF_MONTH}{_GAP}{_SHORT}",  # 23 January 2024, 06-Nov-94
    rf"{_NAME_OF_MONTH}{_GAP}{_DAY}{_GAP}(?<!\d){_SHORT}",  # January 23, 2024
    rf"{_YEAR}{_GAP}{_NAME_OF_MONTH}{_GAP}{_DAY}",  # 2024 January 23
    rf"{_YEAR}{_GAP}{_DAY}{_GAP}{_NAME_OF_MONTH}",  # 2024. gada 23. janvāris
    rf"{_YEAR}{_SEP}{_MONTH}{_SEP}{_DAY}",  # 2024-01-23
    rf"(?P<y>3[2-9]|[4-9]\d){_SEP}{_MONTH}{_SEP}{_DAY}",  # 99-01-23
    rf"(?P<a>\d\d?)(?P<sep>{_SEP})(?P<b>\d\d?){_SEP}'?{_SHORT}",  # 23/01/2024, 1/23/24
    r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",  # 20240123
    rf"{_YEAR}-?(?P<nth>\d\d\d)",  # 2024-023: the day of the year
)
_WHOLE_MONTHS = (
    rf"{_NAME_OF_MONTH}{_GAP}{_YEAR}",
    rf"{_YEAR}{_GAP}{_NAME_OF_MONTH}",
    rf"{_YEAR}[-/.]{_MONTH}",
    rf"{_MONTH}[/.]{_YEAR}",
)
# With how many words may stand beside: a day is found in a whole line, but "the 1990s" is no date.
_KINDS: tuple[tuple[Precision, int, tuple[str, ...]], ...] = (
    ("day", 16, _DAYS),
    ("month", 1, _WHOLE_MONTHS),
    ("year", 0, (_YEAR,)),
)
_SHAPES = tuple(
    (precision, words, re.compile(shape)) for precision, words, shapes in _KINDS for shape in shapes
)


def month_number(word: str) -> int:
    """The month that a shape's group `m` stands for: 1 to 12, or above `SOLAR`."""
    return int(word) if word.isdigit() else ord(word) - _MARK


def _mark(month: int) -> str:
    return f" {chr(_MARK + month)} "


def _skeleton(text: str) -> tuple[str, int, frozenset[int]]:
    """The day with its month's name as one character; how many words it lost; and its weekday."""
    text = _WEEK.sub(lambda week: str(date.fromisocalendar(*map(int, week.groups()))), text)
    text = _PHRASE.sub(lambda name: _mark(MONTHS[name[0]]), text)
    text = _NUMBERED.sub(lambda name: _mark(int(name[1] or name[2])), text)
    text = _CROATIAN.sub(lambda name: _mark(EITHER_OF[MONTHS[name[1] or name[2]]][1]), text)
    words = _WORD.findall(text)
    months = {word for word in words if word in MONTHS}
    if len(months) > 1:
        months -= WEEKDAYS.keys()  # "mar" is Tuesday in Rome, March in London: "mar 23 gen 2024"
    if len(months) == 1 and (found := _UNKNOWN_MONTH.match(text)) and found[1] in months & WEEKDAYS.keys():
        months = set()
    text = _WORD.sub(lambda word: _mark(MONTHS[word[0]]) if word[0] in months else " ", text)
    return _ENDS.sub("", text), len(words) - len(months), _weekdays(words, months)


def _weekdays(words: list[str], months: set[str]) -> frozenset[int]:
    """What the first word, or a long one, says of the weekday: short ones are too often other words."""
    for place, word in enumerate(words):
        if word in WEEKDAYS and word not in months and (place == 0 or len(word) > 5):
            return WEEKDAYS[word]
    return frozenset()
