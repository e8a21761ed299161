"""Cleaning the archive again, on a real database: what better cleaning changes, what it never loses."""

import json
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from daemons import Folder
from documents import STATION, feed, item, rss

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))
from pipeline import Pipeline

from feedwatch.cli.db import _difference
from feedwatch.model import Rule, RuleSet
from feedwatch.queries import parse
from feedwatch.recleaner import reclean
from feedwatch.refine.tags import Tagger
from feedwatch.store import recleaning
from feedwatch.store.find import open_library

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 25, 12, tzinfo=UTC)
TEXT = "<p>The bridge at Karbala is open again.</p><p>Engineers looked at it for a week.</p><p>© AFP 2026</p>"


@pytest.fixture
def archive(tmp_path: Path) -> Pipeline:
    """A database with one article that an older, worse cleaning left its copyright line in."""
    rules = RuleSet((Rule("Karbala", any=("Karbala",)),))
    pipeline = Pipeline(tmp_path / "archive.db", [feed("wire", outlet="wire.example")], NOW, rules=rules)
    pipeline.poll("wire", rss(item(text=TEXT, guid="1")), NOW)
    with pipeline.store.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE article SET text = text || char(10, 10) || '© AFP 2026', copyright = NULL, method = 0"
        )
    return pipeline


def run(archive: Pipeline, *, save: bool) -> dict[int, set[str]]:
    """The fields that change, by article."""
    feeds = archive.feeds
    found = reclean(archive.store, feeds, archive.tagger, now=LATER, save=save)
    return {article.id: set(article.changes) for article in found}


def test_a_dry_run_says_what_would_change_and_changes_nothing(archive: Pipeline) -> None:
    before = archive.rows("SELECT * FROM article")
    assert run(archive, save=False) == {1: {"text", "copyright"}}
    assert archive.rows("SELECT * FROM article") == before
    assert archive.rows("SELECT count(*) FROM version") == [(1,)]


def test_what_was_said_before_is_kept_and_marked_as_ours(archive: Pipeline) -> None:
    assert run(archive, save=True) == {1: {"text", "copyright"}}
    with open_library(archive.store.path) as library:
        first, second = library.versions(1)
        found = library.article(1)
    assert [version.text.endswith("© AFP 2026") for version in (first, second)] == [True, False]
    assert (first.until, second.since, second.cause) == ("2026-11-25T12:00:00Z",) * 2 + ("recleaned",)
    assert found is not None
    assert found.article.copyright == "© AFP 2026"
    assert archive.rows("SELECT edits, revision FROM article") == [(0, 2)]
    assert archive.rows("SELECT sent IS NOT NULL FROM version ORDER BY n") == [(0,), (1,)]


def test_a_reader_of_changes_does_not_take_our_cleaning_for_an_edit(archive: Pipeline) -> None:
    run(archive, save=True)
    assert archive.rows("SELECT event, at FROM change ORDER BY seq") == [
        ("new", "2026-11-24T12:00:00Z"),
        ("recleaned", "2026-11-25T12:00:00Z"),
    ]
    with open_library(archive.store.path) as library:
        [found] = library.articles(parse("seen:2026-11-24"))
        assert (found.article.seq, found.article.versions) == (2, 1)
        assert list(library.articles(parse("edited:2026-11-24"))) == []
        assert [version.stealth for version in library.versions(1)] == [False, False]
    assert archive.rows("SELECT edits FROM article") == [(0,)]


def test_cleaning_again_sees_what_is_odd_about_a_date(tmp_path: Path) -> None:
    text = "<p>BASRA, Nov 3 (AFP) - The bridge at Karbala is open again, engineers said.</p><p>© AFP 2026</p>"
    pipeline = Pipeline(tmp_path / "archive.db", [feed("wire", outlet="wire.example")], NOW)
    pipeline.poll("wire", rss(item(text=text, guid="1")), NOW)
    with pipeline.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET date_doubt = NULL, copyright = NULL")
    run(pipeline, save=True)
    assert pipeline.rows("SELECT date_doubt FROM article") == [("dateline",)]


def test_cleaning_again_twice_is_cleaning_once(archive: Pipeline) -> None:
    run(archive, save=True)
    assert run(archive, save=True) == {}


def test_the_next_poll_takes_our_change_for_nobodys(archive: Pipeline) -> None:
    run(archive, save=True)
    with archive.store.begin() as connection:
        connection.exec_driver_sql("UPDATE feed_document SET memory = x''")
    line = archive.poll("wire", rss(item(text=TEXT, guid="1"), channel="<ttl>5</ttl>"), LATER)
    assert (line.new, line.edited) == (0, 0)
    assert archive.rows("SELECT cause FROM version ORDER BY n") == [("published",), ("recleaned",)]


def test_cleaning_that_shows_nothing_new_makes_no_version(archive: Pipeline) -> None:
    run(archive, save=True)
    _as_older_cleaning_left_it(archive)
    line = archive.poll("wire", rss(item(text=TEXT, guid="1"), channel="<ttl>5</ttl>"), LATER)
    assert (line.new, line.edited) == (0, 0)
    assert archive.rows("SELECT count(*) FROM version") == [(2,)]
    assert archive.rows("SELECT count(*) FROM change") == [(2,)]
    assert archive.rows("SELECT a.said = s.said, method > 0 FROM article a JOIN sighting s") == [(1, 1)]
    assert archive.rows("SELECT v.said = a.said FROM version v JOIN article a WHERE v.until IS NULL") == [
        (1,)
    ]


def test_better_cleaning_leaves_an_article_its_own_feeds_words(tmp_path: Path) -> None:
    feeds = [feed("own", outlet="paper.example"), feed("portal", outlet="portal.example")]
    pipeline = Pipeline(tmp_path / "archive.db", feeds, NOW)
    link = "https://paper.example/bridge"
    teaser = rss(item(text="<p>The bridge at Karbala …</p>", guid="p7", link=link))
    pipeline.poll("own", rss(item(text=TEXT, guid="1", link=link)), NOW)
    pipeline.poll("portal", teaser, NOW)
    _as_older_cleaning_left_it(pipeline)
    pipeline.poll("portal", teaser.replace(b"<channel>", b"<channel><ttl>5</ttl>"), LATER)
    [(text, outlet)] = pipeline.rows("SELECT text, outlet FROM article")
    assert (str(text).count("\n\n"), outlet) == (1, "paper.example")
    assert pipeline.rows("SELECT count(*) FROM version") == [(1,)]


def _as_older_cleaning_left_it(pipeline: Pipeline) -> None:
    with pipeline.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET said = said + 1, method = 0")
        connection.exec_driver_sql("UPDATE sighting SET said = said + 1")
        connection.exec_driver_sql("UPDATE feed_document SET memory = x''")


def test_tags_and_search_follow_the_new_words(archive: Pipeline) -> None:
    run(archive, save=True)
    tagged = archive.rows("SELECT t.name FROM article_tag x JOIN tag t ON t.id = x.tag_id")
    assert tagged == [("Karbala",)]
    with sqlite3.connect(archive.store.path) as connection:
        connection.execute("INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)")
        assert connection.execute(
            "SELECT count(*) FROM article_fts WHERE article_fts MATCH 'AFP'"
        ).fetchone() == (0,)


TEASER = "<p>Engineers in Basra have reopened the northern pumping station.</p>"


@pytest.fixture
def fuller(tmp_path: Path) -> Pipeline:
    """A database with an article of which a second feed of its outlet brought more of the text."""
    pipeline = Pipeline(tmp_path / "archive.db", [feed("section"), feed("front")], NOW)
    pipeline.poll("section", rss(item(guid="s1", text=TEASER)), NOW)
    pipeline.poll("front", rss(item(guid="f1", text=STATION)), LATER)
    return pipeline


def test_a_fuller_text_is_cleaned_again_from_its_own_item(fuller: Pipeline) -> None:
    before = fuller.rows("SELECT text, text_kind FROM article")
    assert run(fuller, save=True) == {}
    assert fuller.rows("SELECT text, text_kind FROM article") == before
    with open_library(fuller.store.path) as library:
        since, raw = library.raw(1) or ("", "")
    assert (since, json.loads(raw)["id"]) == ("2026-11-25T12:00:00Z", "f1")


def test_what_a_fuller_text_replaces_is_kept_and_no_edit(fuller: Pipeline) -> None:
    with open_library(fuller.store.path) as library:
        excerpt, full = library.versions(1)
        [found] = library.articles()
        assert list(library.articles(parse("edited:2026-11-24"))) == []
        [why] = library.reasons(1)
    assert (excerpt.text, excerpt.cause) == (TEASER[3:-4], "published")
    assert ("winter rains" in full.text, full.cause, full.stealth) == (True, "fuller", False)
    assert found.article.versions == 1
    assert why[2] == "known by address; this feed has a fuller text of it"


def test_a_fuller_text_whose_item_an_older_program_did_not_keep_stays(fuller: Pipeline) -> None:
    """Such a program left the excerpt's item and fingerprint with the words of the fuller text."""
    with fuller.store.begin() as connection:
        connection.exec_driver_sql("DELETE FROM version WHERE n = 2")
        connection.exec_driver_sql("UPDATE version SET until = NULL, was = NULL")
    before = fuller.rows("SELECT text, text_kind FROM article")
    assert run(fuller, save=True) == {}
    assert fuller.rows("SELECT text, text_kind FROM article") == before
    with fuller.store.read() as connection:
        assert recleaning.without_raw(connection) == 1


def test_an_article_that_changed_meanwhile_is_left_alone(archive: Pipeline) -> None:
    found = reclean(archive.store, archive.feeds, archive.tagger, now=LATER, save=True)
    with archive.store.read() as connection:
        [kept] = recleaning.kept(connection, after=0, limit=10)
    assert [article.id for article in found] == [1]
    from feedwatch.recleaner import _clean

    with archive.store.begin() as connection:
        again = _clean(kept, None, Tagger(RuleSet()))
        assert recleaning.save(connection, [(kept, again, None)], LATER) == 0


def test_an_article_kept_without_its_item_stays(archive: Pipeline) -> None:
    with archive.store.begin() as connection:
        connection.exec_driver_sql("UPDATE version SET sent = NULL")
    assert run(archive, save=True) == {}


def test_an_item_that_can_no_longer_be_read_stops_nobody(archive: Pipeline) -> None:
    archive.poll(
        "wire", rss(item("Second", "https://news.example/b", "2", TEXT), item(text=TEXT, guid="1")), NOW
    )
    with archive.store.begin() as connection:
        connection.exec_driver_sql("UPDATE version SET sent = x'789c' WHERE article_id = 2")
        connection.exec_driver_sql("UPDATE version SET sent = x'789c8b0500' WHERE article_id = 2")
    assert run(archive, save=True) == {1: {"text", "copyright"}}


@pytest.mark.parametrize("same", ["", "a word, ", "a-very-long-word-" * 20])
def test_what_changes_is_within_what_is_shown_of_it(same: str) -> None:
    before, after = _difference(f"{same}first end", f"{same}second end")
    assert (before.endswith("first end"), after.endswith("second end")) == (True, True)


def test_show_raw_and_reclean_on_the_command_line(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    pipeline = Pipeline(tmp_path / "x.db", [feed("wire")], NOW)
    pipeline.poll("wire", rss(item(text=TEXT, guid="1")), NOW)
    pipeline.store.close()
    folder.configure({"wire": "https://wire.example/feed.xml"})
    database = f"sqlite:///{tmp_path / 'x.db'}"
    shown = folder.command("--db", database, "show", "1", "--raw")
    assert json.loads(shown.stdout)["item"]["id"] == "1", shown.stderr
    dry = folder.command("--db", database, "db", "reclean", "--dry-run")
    assert (dry.returncode, dry.stdout) == (0, ""), dry.stderr
    assert "0 articles would change" in dry.stderr
