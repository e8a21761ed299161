"""Where we and others differ on their own cases: feedparser's dates, encodings and well-formedness, and the
dates of the W3C validator.

    python bench/agreement.py FEEDS_DIR

FEEDS_DIR holds the two projects' folders. stdout has figures; stderr a line for every difference.
"""

import argparse
import ast
import calendar
import codecs
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from common import figure, say

from feedwatch.model import Failed
from feedwatch.refine import dates, parse
from feedwatch.refine.decode import decode

_EXPECT = re.compile(r"Expect:\s*(.*)")
_HEADER = re.compile(r"Header:\s*Content-type:\s*(.*)", re.I)
_DATE = re.compile(r"entries\[0\]\.?(?:\['|)(\w+)_parsed(?:'\]|) == (\([\d, ]+\))")
_ENCODING = re.compile(r"encoding == u?'([\w-]+)'")
_NAMES = {
    "published": ("published", "dc:date"),
    "updated": ("updated", "dc:date", "published"),
    "date": ("dc:date", "published", "updated"),
    "issued": ("published",),
    "created": ("published",),
    "modified": ("updated",),
}
_W3C_DATE = re.compile(
    r"\b(Invalid|Valid)(?:RFC2822|ISO8601|W3CDTF|RFC3339|ISO8601DateTime)\w*Date\w*|ProblematicalRFC822Date"
)
_W3C_ELEMENT = re.compile(
    r"<(?:\w+:)?(pubDate|date|published|updated|issued|modified|created)\b[^>]*>([^<]*)</", re.I
)


def main() -> None:
    """Counts agreement, and says where there is none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("feeds", type=Path)
    feeds = parser.parse_args().feeds
    counts: Counter[tuple[str, str]] = Counter()
    for case in (_feedparser, _w3c):
        for what, agreed, line in case(feeds):
            counts[what, "agree" if agreed else "differ"] += 1
            if not agreed:
                say(f"{what}\t{line}")
    for what in dict.fromkeys(what for what, _ in counts):
        same = counts[what, "agree"]
        figure(f"agreement: {what}", same, "cases", of=same + counts[what, "differ"])


def _feedparser(feeds: Path) -> Iterator[tuple[str, bool, str]]:
    tests = feeds / "kurtmckee+feedparser" / "tests"
    for path in sorted(tests.rglob("*.xml")):
        body = path.read_bytes()
        head = body[:3000].decode("latin-1")
        expected = _EXPECT.search(head)
        if not expected:
            continue
        told = expected.group(1)
        stated = _HEADER.search(head)
        content_type = stated.group(1).strip() if stated else ""
        read = parse.read(body, content_type=content_type)
        name = path.relative_to(tests)
        yield from _dates_of(read, told, str(name))
        if path.parent.name == "encoding" or "encoding ==" in told:
            yield from _encoding(body, content_type, told, str(name))
        if bozo := re.match(r"(not )?bozo\b", told):
            ours = isinstance(read, Failed) or bool(read.problems)
            codes = read.code if isinstance(read, Failed) else ",".join(one.code for one in read.problems)
            yield (
                "well-formed or not (feedparser)",
                ours != bool(bozo.group(1)),
                f"{name}\t{told[:60]}\t{codes}",
            )


def _dates_of(read: "parse.Parsed | Failed", told: str, name: str) -> Iterator[tuple[str, bool, str]]:
    for element, parts in _DATE.findall(told):
        wanted = calendar.timegm(ast.literal_eval(parts))
        found = {} if isinstance(read, Failed) or not read.entries else dict(read.entries[0].dates)
        raw = next((found[one] for one in _NAMES.get(element, ()) if one in found), "")
        instant = dates.read_date(raw).instant if raw else None
        ours = int(instant.timestamp()) if instant else None
        yield "dates (feedparser)", ours == wanted, f"{name}\t{element}\t{raw!r}\t{instant}\t{parts}"


def _encoding(body: bytes, content_type: str, told: str, name: str) -> Iterator[tuple[str, bool, str]]:
    if wanted := _ENCODING.search(told):
        text = decode(body, content_type).text
        try:
            codec = codecs.lookup(wanted.group(1)).name
            theirs = body.decode(codec, "replace")
        except LookupError:
            return
        sample = [char for char in theirs if char > "\x7f"]
        same = not sample or Counter(sample) == Counter(char for char in text if char > "\x7f")
        yield "encodings (feedparser)", same, f"{name}\t{codec}\t{''.join(sample)[:20]!r}"


def _w3c(feeds: Path) -> Iterator[tuple[str, bool, str]]:
    tests = feeds / "w3c+feedvalidator" / "testcases"
    for path in sorted(tests.rglob("*.xml")):
        text = path.read_bytes()[:20_000].decode("utf-8", "replace")
        expected = _EXPECT.search(text)
        raws = [raw for _, raw in _W3C_ELEMENT.findall(text.partition("-->")[2] or text)]
        if not expected or not raws or not _W3C_DATE.search(expected.group(1)):
            continue
        told = expected.group(1).strip()
        valid = not (told.startswith("Invalid") or "Problematical" in told) or told.startswith("!")
        readings = {raw: dates.read_date(raw).instant for raw in raws}
        ours = None not in readings.values()
        shown = " ".join(f"{raw!r}={instant}" for raw, instant in list(readings.items())[-2:])
        yield "dates valid or not (W3C)", ours == valid, f"{path.relative_to(tests)}\t{told[:50]}\t{shown}"


if __name__ == "__main__":
    main()
