"""Hostile feeds of twenty kinds among good ones: do the good ones notice? Used by `hostile.py crowd`.

One run polls everything once through the daemon's own Ingest, on a new database, with the limits as shipped. The
publishers, good and hostile, are processes of their own: only what feedwatch itself spends can slow it down. The
good one's answers take a little while, as on a network.
"""

# ruff: noqa: E501  hostile text is easier to read on one line

import gzip
import multiprocessing
import os
import random
import socket
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path

from documents import feed, item, rss
from feed_server import FeedServer, Reply, Request, Route, Wire, redirect
from fetching import black_hole, endless, silent, wire
from hostile_documents import laughs
from hostile_floods import news
from hostile_network import CHUNKED, HEAD, PAGES
from hostile_stage import Memory

from feedwatch.config.settings import Limits, Network, Settings, Storage
from feedwatch.daemon import give_memory_back
from feedwatch.ingest import Ingest, claim, register
from feedwatch.model import Feed
from feedwatch.store.database import Store

LATENCY_S = 0.1
ITEMS = 10
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GZIP = HEAD + b"Content-Encoding: gzip\r\n\r\n"


def drip(head: bytes, piece: bytes = b"a") -> Wire:
    """Sends the head, then a piece every 100 ms for as long as anybody listens."""

    def route(_: Request, sock: socket.socket) -> None:
        with suppress(OSError):
            sock.sendall(head)
            while True:
                time.sleep(0.1)
                sock.sendall(piece)

    return Wire(route)


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


def _publish_good(out: Connection, feeds: int) -> None:
    def answer(request: Request) -> bytes:
        time.sleep(LATENCY_S)
        first = ITEMS * int(request.path.rpartition("/")[2])
        return rss(*(news(number) for number in range(first, first + ITEMS)))

    with FeedServer({f"/good/{number}": answer for number in range(feeds)}) as web:
        out.send({f"good{number:04d}": web.url(f"/good/{number}") for number in range(feeds)})
        out.recv()


def _publish_hostile(out: Connection) -> None:
    with FeedServer(routes()) as web, black_hole() as port:
        hole = {"bad-black-hole": f"http://127.0.0.1:{port}/"}
        out.send({f"bad-{path[1:]}": web.url(path) for path in routes()} | hole)
        out.recv()


@contextmanager
def _published(publish: Callable[..., None], *args: object) -> Iterator[list[Feed]]:
    """The feeds of a publisher in a process of its own."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=publish, args=(theirs, *args), daemon=True)
    process.start()
    try:
        addresses: Mapping[str, str] = ours.recv()
        yield [feed(name, address) for name, address in addresses.items()]
    finally:
        ours.send("stop")
        process.join(10)


@contextmanager
def good_feeds(count: int) -> Iterator[list[Feed]]:
    """So many good feeds."""
    with _published(_publish_good, count) as feeds:
        yield feeds


@contextmanager
def hostile_feeds() -> Iterator[list[Feed]]:
    """Twenty hostile feeds."""
    with _published(_publish_hostile) as feeds:
        yield feeds


@dataclass(frozen=True, slots=True)
class Run:
    """What one run came to: seconds until each good feed was recorded and until all was done, CPU seconds of
    this process and of its workers, their peaks in MB, and what became of the hostile feeds."""

    good: Sequence[float]
    total: float
    parent_cpu_s: float
    workers_cpu_s: float
    parent_mb: float
    workers_mb: float
    hostile: Mapping[str, str] = field(default_factory=dict)

    def at(self, share: float) -> float:
        """The seconds within which this share of the good feeds was recorded."""
        return round(self.good[min(len(self.good) - 1, int(share * len(self.good)))], 2)


def run(good: Sequence[Feed], bad: Sequence[Feed]) -> Run:
    """Polls everything once."""
    give_memory_back()  # as the daemon does
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crowd.db"
        feeds = _mixed(good, bad)
        settings = Settings(
            path=path, files=(), storage=Storage(f"sqlite:///{path}", path=path), feeds=tuple(feeds),
            network=Network(allow=("127.0.0.0/8",)), limits=Limits(),
        )  # fmt: skip
        store = Store(path)
        register(settings, store, NOW)
        memory = Memory(every_s=0.5)
        memory.begin()
        ingest = Ingest(settings, store, clock=lambda: NOW, chance=lambda: 0.0)
        claims = claim(settings, store, NOW, holder="bench", limit=len(feeds))
        names = [claimed.source.name for claimed in claims]
        ended: dict[str, float] = {}
        cpu, workers_cpu, begun = time.process_time(), workers_cpu_s(), time.monotonic()
        futures = ingest.poll(claims)
        for name, future in zip(names, futures, strict=True):
            future.add_done_callback(lambda _, name=name: ended.setdefault(name, time.monotonic() - begun))
        lines = {name: future.result() for name, future in zip(names, futures, strict=True)}
        total = time.monotonic() - begun
        cpu, workers_cpu = time.process_time() - cpu, workers_cpu_s() - workers_cpu
        memory.close()
        ingest.close()
        store.close()
    return Run(
        good=sorted(ended[one.name] for one in good),
        total=round(total, 2),
        parent_cpu_s=round(cpu, 2),
        workers_cpu_s=round(workers_cpu, 2),
        parent_mb=round(memory.own_mb()),
        workers_mb=round(memory.workers_mb()),
        hostile={one.name: f"{lines[one.name].outcome} {lines[one.name].code or ''}".strip() for one in bad},
    )


def workers_cpu_s() -> float:
    """The CPU seconds so far of multiprocessing's fork server and of everything it has started."""
    ticks = 0
    for task in Path("/proc/self/task").iterdir():
        for pid in (task / "children").read_text().split():
            if b"forkserver" not in Path(f"/proc/{pid}/cmdline").read_bytes():
                continue
            ticks += _ticks(pid, 4)
            ticks += sum(
                _ticks(child, 2) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            )
    return ticks / os.sysconf("SC_CLK_TCK")


def _ticks(pid: str, count: int) -> int:
    """The first 2 of utime, stime, cutime, cstime, or all 4: proc(5)."""
    with suppress(OSError):
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return sum(int(value) for value in fields[11 : 11 + count])
    return 0


def _mixed(good: Sequence[Feed], bad: Sequence[Feed]) -> list[Feed]:
    """The hostile feeds spread evenly among the first of the good ones: the worst place for them to be."""
    mixed = list(good)
    for number, one in enumerate(bad):
        mixed.insert(number * max(1, len(good) // (4 * len(bad) or 1)), one)
    return mixed
