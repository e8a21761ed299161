"""The fields that every feed format has, read with the same care: bounded, clean where they are names."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast

from feedwatch.model import Enclosure, key64
from feedwatch.refine.characters import clean_line
from feedwatch.refine.entry import Value
from feedwatch.refine.links import absolute
from feedwatch.refine.markup import plain

# How much of one entry is kept. Real entries stay far below.
TEXT_LENGTH = 2_000_000
LINE_LENGTH = 10_000
NAME_LENGTH = 300
DATE_LENGTH = 200
GUID_LENGTH = 2_000
MEMBERS = 100  # of each list
RAW_LENGTH = 500_000  # of one string in `raw`
CUT = "…"


def text_at(members: Mapping[str, Any], key: str) -> str:
    """The string under a key; "" when it is absent or something else."""
    value = dict.get(cast("dict[str, Any]", members), key)  # feedparser's own `get` maps keys and warns
    return value if isinstance(value, str) else ""


def cut(text: str, length: int) -> str:
    """The text, shortened to a length with a mark if it is longer."""
    return text if len(text) <= length else text[: length - len(CUT)] + CUT


def value_of(text: str, *, markup: bool, length: int = TEXT_LENGTH) -> Value:
    """A text of bearable length; an empty one is no markup."""
    text = cut(text.strip(), length)
    return Value(text, markup and bool(text))


def guid_of(text: str) -> str:
    """A guid of bearable length: a long one keeps its beginning and a hash of the whole."""
    return text if len(text) <= GUID_LENGTH else f"{text[: GUID_LENGTH // 2]}#{key64(text):x}"


def names(texts: Iterable[str]) -> tuple[str, ...]:
    """Names as clean lines: each once, in order, the empty ones left out."""
    lines = (cut(plain(text[:LINE_LENGTH], markup=True), NAME_LENGTH) for text in texts)
    return tuple(dict.fromkeys(line for line in lines if line))[:MEMBERS]


def language_of(text: str) -> str | None:
    """A language tag as published, with hyphens; None when it cannot be one."""
    tag = clean_line(text[:50]).replace("_", "-")
    return tag if tag and tag.replace("-", "").isalnum() and tag.isascii() else None


def enclosure_of(
    url: str, base: str, *, type: str = "", length: object = None, medium: str = ""
) -> Enclosure | None:
    """A file that an entry points to; None without an http(s) address."""
    address = absolute(url, base)
    if not address:
        return None
    digits = str(length).strip() if isinstance(length, (str, int)) else ""
    size = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else None
    return Enclosure(address, clean_line(type[:100]), size, clean_line(medium[:20]))


def enclosures_of(found: Iterable[Enclosure | None]) -> tuple[Enclosure, ...]:
    """Each address once, in order."""
    by_address: dict[str, Enclosure] = {}
    for enclosure in found:
        if enclosure is not None:
            by_address.setdefault(enclosure.url, enclosure)
    return tuple(by_address.values())[:MEMBERS]


def raw_of(entry: object) -> bytes:
    """An entry as sent: compact JSON with sorted keys, without what depends on where it was fetched."""
    sent = json.dumps(_sent(entry), ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str)
    return sent.encode("utf-8", "replace")


def _sent(value: object) -> object:
    if isinstance(value, Mapping):
        members = ((key, dict.get(cast("dict[str, Any]", value), key)) for key in value)
        return {str(key): _sent(member) for key, member in members if not _is_ours(str(key))}
    if isinstance(value, list):
        return [_sent(member) for member in value]
    if isinstance(value, str) and len(value) > RAW_LENGTH:
        return f"{value[:RAW_LENGTH]}{CUT}{key64(value):x}"
    return value


def _is_ours(key: str) -> bool:
    return key == "base" or key.endswith("_parsed")
