"""Where we and others differ on their own cases: feedparser's dates, encodings and well-formedness; the W3C
validator's dates, and its titles, links, authors, ids, categories, enclosures and texts.

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
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from common import figure, say

from feedwatch.model import Failed
from feedwatch.refine import dates, parse
from feedwatch.refine.decode import decode
from feedwatch.refine.entry import Entry

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
_W3C_EXPECT = re.compile(r"Expect:\s*(!?\w+)\{([^}]*)\}")
_ELEMENT = re.compile(r"element:\s*([\w:]+)")
_PARENT = re.compile(r"parent:\s*(?:item|entry|author|link|category|enclosure)\b")
# What the validator looks at in an entry → what we read of it.
_FIELDS: Mapping[str, Callable[[Entry], object]] = {
    **dict.fromkeys(("title",), lambda entry: entry.title.text),
    **dict.fromkeys(("link", "href"), lambda entry: entry.link),
    **dict.fromkeys(("guid", "id"), lambda entry: entry.guid),
    **dict.fromkeys(("author", "name", "creator", "dc:creator"), lambda entry: entry.authors),
    **dict.fromkeys(("category", "term", "subject", "dc:subject"), lambda entry: entry.categories),
    **dict.fromkeys(("enclosure", "url", "length", "type"), lambda entry: entry.enclosures),
    **dict.fromkeys(
        ("description", "summary", "content", "content:encoded"),
        lambda entry: entry.summary.text or entry.content.text,
    ),
}
_OTHER_SUBJECTS = re.compile("2822|8601|W3CDTF|3339|822|Style|HTML|Html|Security")  # dates; markup in texts


def main() -> None:
    """Counts agreement, and says where there is none."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("feeds", type=Path)
    feeds = parser.parse_args().feeds
    counts: Counter[tuple[str, str]] = Counter()
    for case in (_feedparser, _w3c, _w3c_fields):
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


def _w3c_fields(feeds: Path) -> Iterator[tuple[str, bool, str]]:
    """Agreement: we read what the validator finds valid, and nothing where it finds a fault."""
    tests = feeds / "w3c+feedvalidator" / "testcases"
    for path in sorted(tests.rglob("*.xml")):
        body = path.read_bytes()
        expected = _W3C_EXPECT.search(body[:20_000].decode("utf-8", "replace"))
        if not expected or _OTHER_SUBJECTS.search(expected[1]) or not _PARENT.search(expected[2]):
            continue
        element = _ELEMENT.search(expected[2])
        read = parse.read(body)
        if not element or element[1] not in _FIELDS or isinstance(read, Failed) or not read.entries:
            continue
        ours = _FIELDS[element[1]](read.entries[0])
        valid = expected[1].startswith(("Valid", "!"))
        told = f"{path.relative_to(tests)}\t{expected[1]} {element[1]}\t{str(ours)[:60]!r}"
        yield "fields valid or not (W3C)", bool(ours) == valid, told


if __name__ == "__main__":
    main()
