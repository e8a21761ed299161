"""Checks of single values: what TOML gave in, what the program uses out, or `Wrong` with the fix.

A check is a function of one value; checks that need bounds are made by a function. None of them knows
files or lines: `table.Table` adds those.
"""

import ipaddress
import math
import re
from collections.abc import Callable
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import TypeVar

from feedwatch.config.units import duration_text, octets, seconds, size_text

T = TypeVar("T")
Check = Callable[[object], T]

_ENDPOINT = re.compile(
    r"(?:\[(?P<six>[0-9A-Fa-f:.]{2,45})\]|(?P<host>[\w-]{1,63}(?:\.[\w-]{1,63}){0,20}))(?::(?P<port>[0-9]{1,5}))?"
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_KINDS: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    (str, "text"),
    (int, "a whole number"),
    (float, "a number with a fraction"),
    ((datetime, date, time), "a date or time"),
    (list, "a list"),
    (dict, "a table"),
)


class Wrong(Exception):  # noqa: N818 - "raise Wrong(…)" reads as what it says; it never leaves this room
    """A value cannot be used; the message says why and, after a semicolon, what to write."""

    def __init__(self, message: str, *at: str | int) -> None:
        super().__init__(message)
        self.at = at  # where inside the value: a position in a list, a key of a table


def kind_of(value: object) -> str:
    """What a TOML value is, in words."""
    return next(name for kind, name in _KINDS if isinstance(value, kind))


def shown(value: object) -> str:
    """A value for a message: short, on one line, without control characters."""
    if not isinstance(value, str):
        return str(value) if isinstance(value, int | float) else kind_of(value)
    short = value if len(value) <= 60 else f"{value[:57]}…"
    return '"' + "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in short) + '"'


def text(value: object) -> str:
    """Text that is not blank, on one line, without control characters."""
    if not isinstance(value, str):
        raise Wrong(f"is {kind_of(value)}; write text in quotes")
    if not value.strip():
        raise Wrong("is empty; write some text or leave the key out")
    if any(ord(c) < 32 or 127 <= ord(c) < 160 for c in value):
        raise Wrong("holds a control character or line break; write it on one line")
    if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):  # from a command line
        raise Wrong("holds bytes that are no UTF-8 text; retype it")
    return value


def label(value: object) -> str:
    """A name or tag that people type: at most 100 printable characters, no blanks around it."""
    name = text(value)
    if name != name.strip() or len(name) > 100:
        raise Wrong(f"{shown(name)} has blanks around it or more than 100 characters; shorten it")
    if not name.replace("\u200c", "").replace("\u200d", "").isprintable():  # the joiners of Persian words
        raise Wrong(f"{shown(name)} holds invisible characters; retype it")
    if name.startswith("-"):
        raise Wrong(f"{shown(name)} starts with a dash and would read as an option; rename it")
    return name


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise Wrong(f"is {kind_of(value)}; write true or false, without quotes")
    return value


def whole(least: int, most: int) -> Check[int]:
    """A whole number in a range."""

    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise Wrong(f"is {kind_of(value)}; write a whole number from {least} to {most}, without quotes")
        if not least <= value <= most:
            raise Wrong(f"is {value}; write a whole number from {least} to {most}")
        return value

    return check


def duration(least: int, most: int) -> Check[int]:
    """A duration in a range, in seconds."""
    span = f"from {duration_text(least)} to {duration_text(most)}"

    def check(value: object) -> int:
        if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
            raise Wrong(f'is a bare number; write a duration in quotes, such as "{max(int(value), 1)}s"')
        found = seconds(value) if isinstance(value, str) else None
        if found is None:
            raise Wrong(f'is {shown(value)}; write a duration such as "90s", "15m", "1h30m", "2d" or "1w"')
        if not least <= found <= most:
            raise Wrong(f"is {shown(value)}; write a duration {span}")
        return found

    return check


def size(least: int, most: int) -> Check[int]:
    """A size in a range, in bytes."""

    def check(value: object) -> int:
        found = octets(value) if isinstance(value, str) else None
        if found is None:
            raise Wrong(f'is {shown(value)}; write a size in quotes, such as "10MB" or "512KB"')
        if not least <= found <= most:
            raise Wrong(f"is {shown(value)}; write a size from {size_text(least)} to {size_text(most)}")
        return found

    return check


def each(check: Check[T]) -> Check[tuple[T, ...]]:
    """A list whose every element passes `check`; the first that does not is named by its position."""

    def checked(value: object) -> tuple[T, ...]:
        if not isinstance(value, list):
            raise Wrong(f'is {kind_of(value)}; write a list: ["…", "…"]')
        kept = []
        for position, element in enumerate(value):
            try:
                kept.append(check(element))
            except Wrong as wrong:
                raise Wrong(f"element {position + 1} {wrong}", position, *wrong.at) from None
        return tuple(kept)

    return checked


def timezone(value: object) -> str:
    """An IANA time zone."""
    from zoneinfo import ZoneInfo, available_timezones  # read only by those who name a zone

    name = text(value)
    try:
        ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # unknown, no relative path, a folder of the zone database
        near = get_close_matches(name, available_timezones(), n=1)
        fix = f"did you mean {near[0]}?" if near else 'write an IANA name such as "Asia/Baghdad"'
        raise Wrong(f"is {shown(name)}, which is no time zone; {fix}") from None
    return name


def language(value: object) -> str:
    """A language code, lower case in its first part: "ar", "en-GB"."""
    code = text(value)
    if not _LANGUAGE.fullmatch(code):
        raise Wrong(f'is {shown(code)}; write a language code such as "ar", "en" or "ckb"')
    first, dash, rest = code.partition("-")
    return first.lower() + dash + rest


def reachable(value: object) -> str:
    """What `network.allow` takes: a network, or an address or host with or without port."""
    entry = text(value)
    if not _is_network(entry) and not _is_endpoint(entry):
        raise Wrong(
            f'is {shown(entry)}; write a network "192.168.1.0/24", an address or a host "nas.local:8080"'
        )
    return entry


def _is_network(entry: str) -> bool:
    try:
        ipaddress.ip_network(entry)
    except ValueError:
        return False
    return True


def _is_endpoint(entry: str) -> bool:
    match = _ENDPOINT.fullmatch(entry)
    if match is None or (match["port"] and not 0 < int(match["port"]) < 65536):
        return False
    bare = match["six"] or match["host"]
    is_number = bool(match["six"]) or bare.replace(".", "").isdigit()
    return _is_network(bare) if is_number else True
