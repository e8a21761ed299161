"""Hostile feeds of twenty kinds among good ones: do the good ones notice? Used by `hostile.py crowd`.

One run polls everything once through the daemon's own Ingest, on a new database, with the limits as shipped. The
publisher of the good feeds is a process of its own; its answers take a little while, as on a network.
"""

# ruff: noqa: E501  hostile text is easier to read on one line

import gzip
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from documents import feed, item, rss
from feed_server import FeedServer, Reply, Request, Route, redirect
from fetching import drip, silent, wire
from hostile_documents import laughs
from hostile_floods import news
from hostile_network import CHUNKED, HEAD, PAGES, black_hole, endless

from feedwatch.config.settings import Limits, Network, Settings, Storage
from feedwatch.ingest import Ingest, claim, register
from feedwatch.model import Feed
from feedwatch.store.database import Store

LATENCY_S = 0.1
ITEMS = 10
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GZIP = HEAD + b"Content-Encoding: gzip\r\n\r\n"


def routes() -> dict[str, Route]:
    """Twenty kinds of hostile feed."""
    deep = "<x>" * 100_000
    return {
        "/drip-body": drip(HEAD + b"\r\n", b" "),
        "/drip-headers": drip(HEAD + b"X-A: "),
        "/silent": silent(),
        "/stalls": silent(HEAD + b"Content-Length: 500\r\n\r\n<rss>"),
        "/gzip-bomb": wire(GZIP, gzip.compress(bytes(200_000_000))),
        "/endless": endless(HEAD + b"\r\n", bytes(65536)),
        "/endless-chunks": endless(CHUNKED, b"1\r\na\r\n" * 5000),
        "/continues": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 10),
        "/loop": redirect("/loop"),
        "/laughs": laughs().encode(),
        "/deep": rss("<item><title>a</title>" + deep + deep.replace("<", "</") + "</item>"),
        "/attributes": rss(f"<item {' '.join(f'a{n}=1' for n in range(200_000))}/>"),
        "/comments": rss(f"<item><description>{'&lt;!--' * 200_000}</description></item>"),
        "/marks": rss(f"<item><description>{'<' * 1_000_000}</description></item>"),
        "/divs": rss(item(guid="1", text="<div>" * 100_000)),
        "/flood": rss(*(news(n) for n in range(5000)), "<item/>" * 100_000),
        "/page": Reply(PAGES["cloudflare"]),
        "/noise": random.Random(1).randbytes(1_000_000),
        "/broken": Reply(status=500),
    }


def _publish(out: Connection, feeds: int) -> None:
    def answer(request: Request) -> bytes:
        time.sleep(LATENCY_S)
        first = ITEMS * int(request.path.rpartition("/")[2])
        return rss(*(news(number) for number in range(first, first + ITEMS)))

    with FeedServer({f"/good/{number}": answer for number in range(feeds)}) as web:
        out.send(web.port)
        out.recv()


@contextmanager
def publisher(feeds: int) -> Iterator[str]:
    """The good feeds' server."""
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_publish, args=(theirs, feeds), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}/good/"
    finally:
        ours.send("stop")
        process.join(10)


def run(good: Sequence[Feed], bad: Sequence[Feed]) -> tuple[list[float], float, dict[str, str]]:
    """Seconds after which each good feed was recorded, until all was done, and what became of the hostile ones."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crowd.db"
        feeds = _mixed(good, bad)
        settings = Settings(
            path=path, files=(), storage=Storage(f"sqlite:///{path}", path=path), feeds=tuple(feeds),
            network=Network(allow=("127.0.0.0/8",)), limits=Limits(),
        )  # fmt: skip
        store = Store(path)
        register(settings, store, NOW)
        ingest = Ingest(settings, store, clock=lambda: NOW, chance=lambda: 0.0)
        names = {one.name for one in good}
        ended: dict[str, float] = {}
        lines: dict[str, str] = {}
        begun = time.monotonic()
        claims = claim(settings, store, NOW, holder="bench", limit=len(feeds))
        futures = ingest.poll(claims)
        for future, claimed in zip(futures, claims, strict=True):
            future.add_done_callback(
                lambda _, name=claimed.source.name: ended.setdefault(name, time.monotonic() - begun)
            )
        for future, claimed in zip(futures, claims, strict=True):
            line = future.result()
            if claimed.source.name not in names:
                lines[claimed.source.name] = f"{line.outcome} {line.code or ''}".strip()
        total = time.monotonic() - begun
        ingest.close()
        store.close()
    return sorted(seconds for name, seconds in ended.items() if name in names), total, lines


def _mixed(good: Sequence[Feed], bad: Sequence[Feed]) -> list[Feed]:
    """The hostile feeds spread evenly among the first of the good ones: the worst place for them to be."""
    mixed = list(good)
    for number, one in enumerate(bad):
        mixed.insert(number * max(1, len(good) // (4 * len(bad) or 1)), one)
    return mixed


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so much of the others do not exceed."""
    return values[min(len(values) - 1, int(share * len(values)))]


@contextmanager
def hostile_feeds() -> Iterator[list[Feed]]:
    """Twenty hostile feeds."""
    with FeedServer(routes()) as web, black_hole() as port:
        addresses = {path[1:]: web.url(path) for path in routes()} | {
            "black-hole": f"http://127.0.0.1:{port}/"
        }
        yield [feed(f"bad-{name}", address) for name, address in addresses.items()]


def good_feeds(base: str, count: int) -> list[Feed]:
    """So many good feeds."""
    return [feed(f"good{number:04d}", f"{base}{number}") for number in range(count)]
