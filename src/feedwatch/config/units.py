"""Durations and sizes as people write them: "90s", "1h30m", "10MB"."""

import re

_SECONDS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}
_BYTES = {
    "": 1,
    "B": 1,
    "KB": 10**3,
    "MB": 10**6,
    "GB": 10**9,
    "KIB": 1 << 10,
    "MIB": 1 << 20,
    "GIB": 1 << 30,
}
_DURATION = re.compile(
    r"(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?", re.ASCII
)
_SIZE = re.compile(r"(\d{1,12}) ?([KMG]?I?B?)", re.ASCII | re.IGNORECASE)


def seconds(text: str) -> int | None:
    """The seconds of "15m", "6h", "90s", "2d", "1w" or "1h30m" (largest unit first); None for others."""
    match = _DURATION.fullmatch(text)
    if not text or match is None:
        return None
    return sum(int(count) * size for count, size in zip(match.groups("0"), _SECONDS.values(), strict=True))


def octets(text: str) -> int | None:
    """The bytes of "10MB", "512 KiB" or "800"; None for anything else."""
    match = _SIZE.fullmatch(text)
    unit = _BYTES.get(match[2].upper()) if match else None
    return int(match[1]) * unit if match and unit else None


def duration_text(value: int) -> str:
    """The shortest text that `seconds` reads back: 5400 → "1h30m"; 0 → "0s"."""
    parts = []
    for unit, size in _SECONDS.items():
        count, value = divmod(value, size)
        if count:
            parts.append(f"{count}{unit}")
    return "".join(parts) or "0s"


def size_text(value: int) -> str:
    """A size in the largest decimal unit that leaves no rest: 10_000_000 → "10MB"."""
    for unit in ("GB", "MB", "KB"):
        if value and value % _BYTES[unit] == 0:
            return f"{value // _BYTES[unit]}{unit}"
    return f"{value}B"
