"""Many polls at once through the real Ingest: who is recorded when."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from documents import feed, item, rss
from feed_server import FeedServer, Request

from feedwatch.config.settings import Network, Settings, Storage
from feedwatch.ingest import MANY, Ingest, claim, poll_once, register
from feedwatch.store.database import Store

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def settings_of(folder: Path, feeds: dict[str, str]) -> Settings:
    """A configuration of feeds (name → address) that may be fetched from loopback, two at once."""
    path = folder / "feedwatch.db"
    return Settings(
        path=path,
        files=(),
        storage=Storage(f"sqlite:///{path}", path=path),
        feeds=tuple(feed(name, url) for name, url in feeds.items()),
        network=Network(allow=("127.0.0.0/8",), concurrency=2),
    )


@contextmanager
def ingesting(settings: Settings) -> Iterator[tuple[Ingest, Store]]:
    """An Ingest and its database, with the feeds in it."""
    store = Store(settings.storage.path)
    register(settings, store, NOW)
    ingest = Ingest(settings, store, clock=lambda: NOW, chance=lambda: 0.0)
    try:
        yield ingest, store
    finally:
        ingest.close()
        store.close()


def test_a_poll_that_brings_very_much_lets_the_others_go_first(tmp_path: Path) -> None:
    def slow(request: Request) -> bytes:
        time.sleep(0.6)
        return rss(item(guid=request.path))

    flood = rss(*(item(f"Report {n}", f"https://news.example/{n}", str(n)) for n in range(MANY + 1)))
    others = [f"feed-{number}" for number in range(16)]
    with FeedServer({"/flood": flood, **{f"/{name}": slow for name in others}}) as web:
        names = ("flood", *others)
        told: list[str] = []
        lines = poll_once(
            settings_of(tmp_path, {name: web.url(f"/{name}") for name in names}),
            names,
            clock=lambda: NOW,
            chance=lambda: 0.0,
            progress=lambda line: told.append(line.feed),
        )
    assert {line.feed: (line.outcome, line.new) for line in lines}["flood"] == ("ok", MANY + 1)
    assert "flood" in told[-2:]  # the last of the others may be under way


def test_polls_one_after_the_other_share_a_thread(tmp_path: Path) -> None:
    with FeedServer({"/a": rss(item(guid="1"))}) as web:
        settings = settings_of(tmp_path, {"a": web.url("/a")})
        with ingesting(settings) as (ingest, store):
            for _ in range(6):
                claims = claim(settings, store, NOW, holder="test", limit=1, names=["a"])
                [future] = ingest.poll(claims)
                assert future.result(timeout=30).feed == "a"
                time.sleep(0.05)  # until its thread waits again
            threads = {thread.name for thread in threading.enumerate()}
    assert {"fetch-0", "fetch-1"} & threads == {"fetch-0"}


def test_who_no_longer_waits_for_a_poll_stops_nobody(tmp_path: Path) -> None:
    answering = threading.Event()

    def slow(_: Request) -> bytes:
        answering.wait(10)
        return rss(item(guid="1"))

    with FeedServer({"/a": slow, "/b": rss(item(guid="2"))}) as web:
        settings = settings_of(tmp_path, {name: web.url(f"/{name}") for name in "ab"})
        with ingesting(settings) as (ingest, store):
            [forgotten] = ingest.poll(claim(settings, store, NOW, holder="test", limit=1, names=["a"]))
            assert forgotten.cancel()
            answering.set()
            while articles(store) < 1:
                time.sleep(0.02)
            [awaited] = ingest.poll(claim(settings, store, NOW, holder="test", limit=1, names=["b"]))
            assert awaited.result(timeout=30).outcome == "ok"


def articles(store: Store) -> int:
    """How many articles there are."""
    with store.read() as connection:
        return int(connection.exec_driver_sql("SELECT count(*) FROM article").scalar_one())
