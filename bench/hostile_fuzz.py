"""Mutation fuzzing of parse + clean: real documents cut small, bent in many ways, refined as a worker does.

Used by `hostile.py fuzz`. Input number I of seed S is always the same bytes, so a finding is two numbers. The
refining happens in a child process with the limits of a worker; the parent watches its heart, and kills and
names an input that goes over the deadline.
"""

# ruff: noqa: E501  hostile text is easier to read on one line

import codecs
import multiprocessing
import pickle
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from corpus import documents
from selectolax.lexbor import LexborHTMLParser

from feedwatch import workers
from feedwatch.model import Failed, Job, RuleSet, Source
from feedwatch.refine import elements

SMALL = 6_000  # bytes of a seed after cutting
LONGEST = 60_000  # bytes of a mutated input
SEEDS = 4_000
CHUNK = 500  # inputs between two reports of a child
_LAST_ITEM = re.compile(rb"</(?:item|entry)>", re.IGNORECASE)
_BAD_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff]")

# What a mutation puts in: what each layer of the path is known to stumble over.
NASTY = (
    b"&", b"&&&&", b"&#0;", b"&#x1b;[31m", b"&#xD800;", b"&#xFFFE;", b"&#x110000;", b"&#99999999999;", b"&nbsp;",
    b"&amp;amp;lt;b&amp;amp;gt;", b"&undefined;", b"<", b">", b"<<>>", b"</", b"<!", b"<!--", b"-->", b"<![CDATA[",
    b"]]>", b"<?", b"?>", b"<?xml version='1.0' encoding='utf-7'?>", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"\x00",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\x85", b"\xe2\x80\xae",
    b"\x1b]0;t\x07", b"\xe2\x80\xa8", "٣١٢".encode(), "é̸̷".encode() * 20, "\U000e0041".encode(), b"<script>x()</script>",
    b"<img src=x onerror=x()>", b"<svg><a xlink:href='javascript:x()'>", b"<a href=' java\tscript:x()'>k</a>",
    b"<table><td><table>", b"<p>" * 50, b"</p>" * 50, b"<div>" * 300, b"<b><i><u>", b"<item><title>again</title></item>",
    b"<item>", b"</item>", b"</channel>", b"<channel>", b"<entry>", b"</entry>", b"</feed>", b"</rss>", b"<title>",
    b"</title>", b" xml:base='http://[::1'", b" xml:base='javascript:x'", b" xmlns:a='x'", b" type='xhtml'",
    b" type='application/octet-stream'", b" mode='base64'", b" mode='escaped'", b" href='//'", b" href='http://['",
    b"http://\xe2\x91\xa0/", b"http://[", b"//", b"?", b"#", b"mailto:a", b"data:text/html,x", b"file:///etc/x",
    b"0000-00-00", b"9999-12-31T23:59:59Z", b"99999-01-01", b"-1", b"31 Feb 2024 25:61:61 +9999", b"1700000000",
    b"Mon, 1 Jan 0001 00:00:00 GMT", b"2024-02-30T24:00:60+14:60", b"1e999", b"NaN", b"99999999999999999999999",
    "© © 2024 (c) AFP/Reuters – all rights".encode(), b"BAGHDAD (AFP) - ", b"Reuters - Reuters - Reuters", b"(((((",
    b"[[[[[", b"\\", b"{", b"}", b'"', b"'", b"null", b"true", b"[]", b"{}", b"\\ud800", b"\\u0000", b"\t", b"\r\n" * 9,
    b"<media:content url='javascript:x'/>", b"<content:encoded>", b"<dc:date>x</dc:date>", b"<guid>", b"<pubDate>",
    b"<xhtml:div xmlns:xhtml='http://www.w3.org/1999/xhtml'>", b"<itunes:image href=''/>", b"<georss:point>1 x</georss:point>",
    b"<georss:polygon>1</georss:polygon>", b"<gml:pos>a</gml:pos>", b"<where>", b"<cloud/>", b"<textinput>", b"<image>",
    b"<source url='x'>", b"<author>", b"<contributor>", b"<link/>", b"<enclosure/>", b"<category domain='x'/>",
)  # fmt: skip
RUNS = (
    b"<",
    b"&",
    b"(",
    b"[",
    b" ",
    b"\n",
    b"a",
    b"<a",
    b"<!--",
    b"&lt;",
    b"]]>",
    b"\xcc\x88",
    b"-",
    b". ",
    b"/",
    b"=",
)

Mutation = Callable[[bytes, random.Random, Sequence[bytes]], bytes]


@dataclass(frozen=True, slots=True)
class Finding:
    """An input that broke a law: its number, and how."""

    number: int
    law: str
    detail: str


def seeds_of(paths: list[Path]) -> list[bytes]:
    """Small documents: those of the paths, cut to their head, first items and tail."""
    small = {_cut(body) for _, body in documents(paths)}
    return sorted((body for body in small if body), key=lambda body: (len(body), body))


def mutated(seeds: Sequence[bytes], seed: int, number: int) -> bytes:
    """The input of that number."""
    chance = random.Random(f"{seed}:{number}")
    body = chance.choice(seeds)
    for _ in range(min(8, 1 + int(chance.expovariate(0.6)))):
        body = chance.choice(_MUTATIONS)(body, chance, seeds)[:LONGEST]
    return body


def fuzz(
    seeds: Sequence[bytes], *, seed: int, first: int, count: int, deadline_s: float
) -> tuple[list[Finding], Counter[str], float, int]:
    """Refines inputs `first` to `first + count`: what broke a law, the outcomes, the slowest's seconds, and
    the peak memory of a child in kB."""
    findings: list[Finding] = []
    outcomes: Counter[str] = Counter()
    slowest, peak, at, end = 0.0, 0, first, first + count
    context = multiprocessing.get_context("forkserver")
    while at < end:
        ours, theirs = context.Pipe()
        child = context.Process(target=_child, args=(theirs, seeds, seed, at, end), daemon=True)
        child.start()
        theirs.close()
        at, seconds, kilobytes = _watched(ours, child, at, end, deadline_s, findings, outcomes)
        slowest, peak = max(slowest, seconds), max(peak, kilobytes)
    return findings, outcomes, slowest, peak


def _watched(
    ours: Connection,
    child: multiprocessing.process.BaseProcess,
    at: int,
    end: int,
    deadline_s: float,
    findings: list[Finding],
    outcomes: Counter[str],
) -> tuple[int, float, int]:
    slowest, peak = 0.0, 0
    while at < end:
        try:
            if not ours.poll(deadline_s + 5 + (30 if not outcomes else 0)):
                findings.append(Finding(at, "deadline", f"over {deadline_s:g} s: killed"))
                child.kill()
                child.join()
                return at + 1, deadline_s, peak
            number, outcome, seconds, kilobytes, found = ours.recv()
        except EOFError:
            child.join()
            findings.append(Finding(at, "crash", f"the process ended with {child.exitcode}"))
            return at + 1, slowest, peak
        at, slowest, peak = number + 1, max(slowest, seconds), max(peak, kilobytes)
        outcomes[outcome] += 1
        findings += [Finding(number, law, detail) for law, detail in found]
        if seconds > deadline_s:
            findings.append(Finding(number, "deadline", f"{seconds:.1f} s"))
    child.join()
    return at, slowest, peak


def _child(out: Connection, seeds: Sequence[bytes], seed: int, first: int, end: int) -> None:
    import resource

    workers._begin(RuleSet(), humble=False)
    for number in range(first, end):
        body = mutated(seeds, seed, number)
        content_type = ("", "text/xml; charset=iso-8859-1", "application/json", "text/html; charset=utf-16")[
            number % 4
        ]
        begun = time.perf_counter()
        outcome, found = check(body, content_type)
        seconds = time.perf_counter() - begun
        out.send((number, outcome, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, found))
    out.close()


def check(body: bytes, content_type: str = "") -> tuple[str, list[tuple[str, str]]]:
    """Refines one input as a worker does: the outcome, and the laws it broke."""
    source = Source(1, "fuzz", "https://feed.example/rss")
    answer = workers.answer(Job(source, body, "https://feed.example/rss", content_type))
    found: list[tuple[str, str]] = []
    if isinstance(answer, Failed):
        if answer.code in ("internal", "memory"):
            found.append(("exception", answer.line))
        return answer.code, found
    found += [("exception", problem.line) for problem in answer.problems if problem.code == "item-unreadable"]
    for text in _texts(answer):
        if bad := _BAD_IN_TEXT.search(text):
            found.append(("character", f"U+{ord(bad[0]):04X} in {text[:60]!r}"))
            break
    for item in answer.items:
        if live := live_in(item.html):
            found.append(("markup", live))
        if any(not url.startswith(("http://", "https://")) for url in (item.url, item.url_published) if url):
            found.append(("link", f"{item.url!r} {item.url_published!r}"))
    try:
        pickle.dumps(answer)
    except Exception as error:  # noqa: BLE001  that it cannot cross the border is the finding
        found.append(("border", repr(error)[:200]))
    return "refined", found


def live_in(html: str) -> str:
    """The first element or attribute of stored HTML that may not be there; "" when all may."""
    if "<" not in html:
        return ""
    root = LexborHTMLParser(html).body
    for node in root.traverse() if root is not None else ():
        tag = node.tag or ""
        if tag not in elements.ALLOWED and tag not in ("body", "tbody"):
            return f"<{tag}>"
        for name, value in node.attributes.items():
            known = (
                name in elements.ATTRIBUTES.get(tag, ()) or name in elements.ATTRIBUTES["*"] or name == "rel"
            )
            if not known or (
                name in elements.ADDRESSES and not (value or "").startswith(("http://", "https://"))
            ):
                return f"<{tag} {name}={value!r}>"
    return ""


def _texts(value: object) -> list[str]:
    """Every text in a refined document that is shown or stored."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for member in value for text in _texts(member)]
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in ("raw", "features", "memory")]
        return [text for name in names for text in _texts(getattr(value, name))]
    return []


def _cut(body: bytes) -> bytes:
    if len(body) <= SMALL:
        return body
    end = _LAST_ITEM.search(body)
    if end is None or end.end() > SMALL:
        return b""
    return body[: end.end()] + body[-200:].rpartition(b"</item>")[2].rpartition(b"</entry>")[2]


def _span(body: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(body) + 1)
    return start, min(len(body), start + int(chance.expovariate(0.02)) + 1)


def _flip(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    data = bytearray(body or b"<")
    for _ in range(chance.randrange(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def _delete(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(body, chance)
    return body[:start] + body[end:]


def _double(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(body, chance)
    return body[:end] + body[start:end] * chance.randrange(1, 5) + body[end:]


def _truncate(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    return body[: chance.randrange(len(body) + 1)]


def _insert(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(body) + 1)
    return body[:at] + chance.choice(NASTY) + body[at:]


def _fill_text(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    places = [match.span(1) for match in re.finditer(rb">([^<>]{1,2000})<", body)]
    if not places:
        return body
    start, end = chance.choice(places)
    kept = body[start:end] if chance.random() < 0.5 else b""
    return body[:start] + kept + chance.choice(NASTY) + body[end:]


def _fill_attribute(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    places = [match.span(1) for match in re.finditer(rb"=[\"']([^\"']{0,500})[\"']", body)]
    if not places:
        return body
    start, end = chance.choice(places)
    return body[:start] + chance.choice(NASTY) + body[end:]


def _rename(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    names = sorted(set(re.findall(rb"</?([A-Za-z][\w:.\-]{0,40})", body)))
    if len(names) < 2:
        return body
    old, new = chance.sample(names, 2)
    return body.replace(b"<" + old, b"<" + new, chance.choice((1, -1))).replace(
        b"</" + old, b"</" + new, chance.choice((0, 1, -1))
    )


def _wrap(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(body, chance)
    opening, closing = chance.choice(
        ((b"<![CDATA[", b"]]>"), (b"<!--", b"-->"), (b"<b>", b"</b>"), (b"<div><p>", b"</div>"))
    )
    return body[:start] + opening + body[start:end] + closing + body[end:]


def _run(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    at = chance.randrange(len(body) + 1)
    return body[:at] + chance.choice(RUNS) * chance.choice((10, 100, 1_000, 5_000)) + body[at:]


def _splice(body: bytes, chance: random.Random, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    return body[: chance.randrange(len(body) + 1)] + other[chance.randrange(len(other) + 1) :]


def _recode(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    codec = chance.choice(
        ("utf-16", "utf-16-le", "utf-32-be", "cp1252", "koi8-r", "shift_jis", "cp037", "utf-7")
    )
    try:
        return body.decode("utf-8", "replace").encode(codec, "ignore")
    except (LookupError, UnicodeError):
        return codecs.BOM_UTF16_LE + body


def _redeclare(body: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    name = chance.choice(
        (
            b"utf-7",
            b"idna",
            b"rot13",
            b"zlib",
            b"utf-16",
            b"ebcdic-cp-us",
            b"x",
            b"iso-2022-jp",
            b"hz",
            b"big5",
            b"\xff",
        )
    )
    return b"<?xml version='1.0' encoding='" + name + b"'?>" + re.sub(rb"<\?xml[^>]*>", b"", body, count=1)


_MUTATIONS: tuple[Mutation, ...] = (
    _flip, _delete, _double, _truncate, _insert, _insert, _insert, _fill_text, _fill_text, _fill_attribute, _rename,
    _wrap, _run, _splice, _recode, _redeclare,
)  # fmt: skip
