"""The day of a dateline: "Jan 23", "23 de enero", "1月23日", as far as it is said.

A dateline rarely says the year, and a Chinese one not even the month: "BAGHDAD, Jan 23 (AFP) –" is
`--01-23`, "台北15日電" is `---15` (XML Schema's gMonthDay and gDay). Which year is meant follows from when
the article was published or seen, which is not known here. Nothing raises, and only the first characters
are looked at.
"""

import re
from datetime import date

from feedwatch.refine.date_tables import MONTHS, SOLAR, fold

_LIMIT = 40
_WORDS = re.compile(r"\d+|[^\W\d_]+(?:['ʼ][^\W\d_]+)?")
_CJK = re.compile(r"(?:(\d\d?) ?月 ?)?(\d\d?) ?[日號号]")
_LEAP_YEAR = 2024  # in which every day exists


def read_day(written: str) -> str | None:
    """`2024-01-23`, `--01-23` or `---23`; None where the words have no reading, or have two."""
    text = fold(written[:_LIMIT])
    if found := _CJK.fullmatch(text):
        return _said(None, int(found[1]) if found[1] else None, int(found[2]))
    words = _WORDS.findall(text)
    numbers = [int(word) for word in words if word.isdigit()]
    months = {MONTHS[word] for word in words if word in MONTHS}
    if len(months) == 1 and len(numbers) in (1, 2):
        day, *year = sorted(numbers)
        return _said(year[0] if year else None, months.pop(), day)
    if not months and len(numbers) in (2, 3) and "/" in text:
        return _by_numbers(*numbers)
    return None


def _by_numbers(first: int, second: int, year: int | None = None) -> str | None:
    """23/1 and 1/23 have one reading each, 5/6 has two."""
    if first > 12 or first == second:
        return _said(year, second, first)
    return _said(year, first, second) if second > 12 else None


def _said(year: int | None, month: int | None, day: int) -> str | None:
    if month is None:
        return f"---{day:02}" if 1 <= day <= 31 else None
    if month > SOLAR or (year is not None and not 1990 <= year <= 2199):
        return None  # another calendar, or a number that is no year
    try:
        known = date(_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        return None
    return f"--{month:02}-{day:02}" if year is None else known.isoformat()
