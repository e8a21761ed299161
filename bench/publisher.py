"""A small publisher on loopback: N feeds that move on together, with latency and conditional GET.

Every item has a title of its own, some invented words, so that what a reader holds can be counted by
title. Of each round's items one in twenty is also carried by the next feed, under its own guid and a
tracking parameter: one article, two sightings. The item before the newest comes back edited in the next
round.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random

WINDOW = 20
SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "tan",
    "el",
    "mu",
    "sha",
    "dor",
    "vi",
    "ne",
    "qua",
    "lis",
    "po",
    "ger",
    "ya",
    "um",
)


def invented(chance: Random, count: int) -> str:
    """So many words that mean nothing."""
    return " ".join("".join(chance.choices(SYLLABLES, k=4)) for _ in range(count))


def title_of(feed: int, n: int) -> str:
    """The title of a feed's item."""
    return f"{invented(Random(f'{feed}/{n}'), 4)} {feed}/{n}"


class Publisher:
    """What N feeds have published so far; `advance` moves every feed by some items."""

    def __init__(self, feeds: int, *, latency_s: float = 0.0, items: int = WINDOW) -> None:
        self.feeds, self.latency_s = feeds, latency_s
        self._lock = threading.Lock()
        self._count = items  # items each feed has published
        self._round = 0
        self._edited: frozenset[int] = frozenset()
        self.requests = self.not_modified = 0

    def advance(self, items: int = 3) -> None:
        """Every feed publishes `items` more and edits its last but one."""
        with self._lock:
            self._edited |= {self._count - 1}
            self._count += items
            self._round += 1

    def edits(self) -> int:
        """How many items came back edited after they were published."""
        return len(self._edited) * self.feeds

    def expected(self) -> set[str]:
        """The titles of all articles ever published."""
        return {title_of(feed, n) for feed in range(self.feeds) for n in range(1, self._count + 1)}

    def document(self, feed: int) -> tuple[bytes, str]:
        """The RSS document of a feed now, and its ETag."""
        with self._lock:
            count, round_ = self._count, self._round
        items = "".join(self._item(feed, n) for n in range(count, max(0, count - WINDOW), -1))
        borrowed = "".join(
            self._item((feed - 1) % self.feeds, n, carrier=feed)
            for n in range(count, max(0, count - WINDOW), -1)
            if n % 20 == 0 and self.feeds > 1
        )
        body = (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {feed}</title>'
            f"<link>https://feed{feed}.example/</link><description>d</description>{items}{borrowed}</channel></rss>"
        )
        return body.encode(), f'"{count}-{round_}"'

    def _item(self, feed: int, n: int, carrier: int | None = None) -> str:
        edited = " It was corrected later." if n in self._edited else ""
        words = invented(Random(f"{feed}-{n}"), 60)
        guid = f"{feed}-{n}" if carrier is None else f"{carrier}:{feed}-{n}"
        link = f"https://feed{feed}.example/{n}" + ("" if carrier is None else f"?utm_source=feed{carrier}")
        return (
            f"<item><title>{title_of(feed, n)}</title><link>{link}</link><guid>{guid}</guid>"
            f"<pubDate>Mon, 23 Nov 2026 {n // 60 % 24:02}:{n % 60:02}:00 GMT</pubDate>"
            f"<description>Report {n} of feed {feed}: {words}.{edited}</description></item>"
        )


@contextmanager
def serving(publisher: Publisher) -> Iterator[str]:
    """Serves a publisher on loopback; gives the address that `/N` is appended to."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body, etag = publisher.document(int(self.path.strip("/")))
            time.sleep(publisher.latency_s)
            same = self.headers.get("If-None-Match") == etag
            publisher.requests += 1
            publisher.not_modified += same
            self.send_response(304 if same else 200)
            self.send_header("ETag", etag)
            self.send_header("Content-Type", "application/rss+xml")
            self.send_header("Content-Length", "0" if same else str(len(body)))
            self.end_headers()
            if not same:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 256

        def handle_error(self, *_: object) -> None:
            """A reader that was killed is no error here."""

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
