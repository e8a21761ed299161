"""Feeds in the database and in the configuration: what changes there shows at once, and is obeyed."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from daemons import Folder
from documents import STATION, feed, item, rss
from pipeline import Pipeline

from feedwatch.model import Failed
from feedwatch.store import leases

DOCUMENT = rss(item(guid="1", text=STATION))
SIX_HOURS, FIVE_MINUTES = 21_600, 300


@pytest.fixture
def slow(tmp_path: Path, now: datetime) -> Pipeline:
    """A feed that is polled every six hours, and was polled just now."""
    feeds = [feed("a", interval_s=SIX_HOURS, max_interval_s=86_400)]
    pipeline = Pipeline(tmp_path / "feedwatch.db", feeds, now)
    pipeline.poll("a", DOCUMENT, now)
    return pipeline


def configured(pipeline: Pipeline, interval_s: int, at: datetime) -> tuple[object, ...]:
    """(next poll, interval) after the configuration says so."""
    with pipeline.store.begin() as connection:
        leases.register(connection, [feed("a", interval_s=interval_s, max_interval_s=86_400)], at)
    [schedule] = pipeline.rows("SELECT next_at, interval_s FROM feed")
    return schedule


def test_a_shorter_interval_counts_from_the_last_poll(slow: Pipeline, now: datetime) -> None:
    later = now + timedelta(minutes=2)
    assert configured(slow, FIVE_MINUTES, later) == ("2026-11-24T12:05:00Z", FIVE_MINUTES)
    assert configured(slow, FIVE_MINUTES, later) == ("2026-11-24T12:05:00Z", FIVE_MINUTES)
    assert slow.rows("SELECT why FROM feed") == [('["its interval was shortened to 300 s"]',)]


def test_a_longer_interval_begins_with_the_next_poll(slow: Pipeline, now: datetime) -> None:
    assert configured(slow, 2 * SIX_HOURS, now) == ("2026-11-24T18:00:00Z", SIX_HOURS)


def test_a_feed_that_fails_keeps_its_distance_from_a_shorter_interval(slow: Pipeline, now: datetime) -> None:
    slow.poll("a", Failed("fetch", "http-503", "the server cannot answer now", status=503), now)
    before = slow.rows("SELECT next_at, interval_s FROM feed")
    assert [configured(slow, FIVE_MINUTES, now)] == before


def test_a_feed_of_a_later_configuration_is_left_to_who_knows_it(slow: Pipeline, now: datetime) -> None:
    later = now + timedelta(hours=7)
    with slow.store.begin() as connection:
        leases.register(connection, [*slow.feeds.values(), feed("b")], now)
        claims = leases.claim(connection, slow.feeds, later, holder="old", lease_s=300, limit=9)
    assert [claim.source.name for claim in claims] == ["a"]
    assert slow.rows("SELECT lease, lease_until FROM feed WHERE name = 'b'") == [(None, None)]


def test_what_is_edited_on_the_command_line_shows_before_the_next_poll(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.configure({name: f"http://127.0.0.1:9/{name}" for name in ("stays", "goes", "rests")})
    assert folder.command("poll").returncode == 4
    assert folder.command("feeds", "remove", "goes").returncode == 0
    assert folder.command("feeds", "pause", "rests").returncode == 0
    assert folder.json("feeds", "list", "--fields", "name,state") == [
        {"name": "rests", "state": "paused"},
        {"name": "stays", "state": "failing"},
    ]
    assert "1 feed is failing" in folder.command("status", "--check").stderr


def test_feeds_are_edited_although_the_configuration_is_invalid_elsewhere(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.configure({"a": "http://127.0.0.1:9/a", "b": "http://127.0.0.1:9/b"})
    assert folder.command("poll").returncode == 4
    folder.configure({"a": "http://127.0.0.1:9/a", "b": "http://127.0.0.1:9/b"}, more="[nonsense]\nx = 1")
    done = folder.command("feeds", "remove", "a")
    assert (done.returncode, done.stdout) == (0, "")


def test_editing_feeds_makes_no_database(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.configure({"a": "https://a.example/feed", "b": "https://b.example/feed"})
    assert folder.command("feeds", "remove", "a").returncode == 0
    assert not folder.database.exists()
