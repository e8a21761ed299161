"""Many polls at once through the real Ingest: who is recorded when."""

import time
from datetime import UTC, datetime
from pathlib import Path

from documents import feed, item, rss
from feed_server import FeedServer, Request

from feedwatch.config.settings import Network, Settings, Storage
from feedwatch.ingest import MANY, poll_once

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_a_poll_that_brings_very_much_lets_the_others_go_first(tmp_path: Path) -> None:
    def slow(request: Request) -> bytes:
        time.sleep(0.6)
        return rss(item(guid=request.path))

    flood = rss(*(item(f"Report {n}", f"https://news.example/{n}", str(n)) for n in range(MANY + 1)))
    others = [f"feed-{number}" for number in range(16)]
    with FeedServer({"/flood": flood, **{f"/{name}": slow for name in others}}) as web:
        names = ("flood", *others)
        path = tmp_path / "feedwatch.db"
        settings = Settings(
            path=path,
            files=(),
            storage=Storage(f"sqlite:///{path}", path=path),
            feeds=tuple(feed(name, web.url(f"/{name}")) for name in names),
            network=Network(allow=("127.0.0.0/8",), concurrency=2),
        )
        told: list[str] = []
        lines = poll_once(
            settings,
            names,
            clock=lambda: NOW,
            chance=lambda: 0.0,
            progress=lambda line: told.append(line.feed),
        )
    assert {line.feed: (line.outcome, line.new) for line in lines}["flood"] == ("ok", MANY + 1)
    assert "flood" in told[-2:]  # the last of the others may be under way
