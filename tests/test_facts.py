"""What the database knows about the items of a poll."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from documents import FERRY, STATION, feed, item, rss
from pipeline import Pipeline

from feedwatch.model import Group, Job, Refined, RuleSet, Source, key64
from feedwatch.refine import document
from feedwatch.refine.tags import Tagger
from feedwatch.store import facts, sketch_keys

HOUR = timedelta(hours=1)
A, B, C = "https://a.example/1", "https://b.example/1", "https://c.example/1"


@pytest.fixture
def archive(tmp_path: Path, now: datetime) -> Pipeline:
    """A story of two articles, and one of one."""
    pipeline = Pipeline(tmp_path / "test.db", [feed(name) for name in "abc"], now - HOUR)
    pipeline.poll("a", rss(item(link=A, guid="1", text=STATION)), now)
    pipeline.poll("b", rss(item(link=B, guid="1", text=STATION), item("Ferry stops", C, "2", FERRY)), now)
    return pipeline


def items_of(body: bytes) -> Refined:
    address = "https://c.example/feed.xml"
    refined = document.refine(Job(Source(3, "c", address), body, address), Tagger(RuleSet()))
    assert isinstance(refined, Refined)
    return refined


def test_stories_are_told_with_all_their_articles(archive: Pipeline, now: datetime) -> None:
    body = rss(
        item(link="https://d.example/1", guid="1", text=STATION),
        item("No ferry", "https://d.example/2", "2", FERRY),
    )
    with archive.store.read() as connection:
        known = facts.facts(connection, 3, items_of(body).items, now)
    assert known.groups == {
        1: Group(2, 2, {"a.example": 1, "b.example": 1}),
        3: Group(1, 1, {"c.example": 1}),
    }
    assert known.claims == dict(archive.rows("SELECT id, claim FROM article"))
    assert {key: [one.id for one in found] for key, found in known.candidates.items()} == {
        key64("guid\0" + "1"): [2, 1],
        key64("guid\0" + "2"): [3],
    }


def held(pipeline: Pipeline) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """The look-up, and what it should be."""
    rows = set(pipeline.rows("SELECT key, article_id FROM sketch_key"))
    with pipeline.store.read() as connection:
        ids = [id for (id,) in connection.exec_driver_sql("SELECT id FROM article")]
        return rows, {(key, id) for id in ids for key in sketch_keys.of_article(connection, id)}


def test_the_look_up_holds_the_keys_of_the_sketches_that_are_kept(archive: Pipeline, now: datetime) -> None:
    for hour in range(1, 7):
        text = STATION.replace("three weeks", f"{hour} years").replace("Umm Qasr", f"port {hour}")
        archive.poll("a", rss(item(f"Title {hour}", A, "1", text)), now + hour * HOUR)
        rows, wanted = held(archive)
        assert rows == wanted


def test_an_edit_reads_no_more_of_the_look_up_than_its_own_keys(archive: Pipeline) -> None:
    asked: list[str] = []
    with archive.store.begin() as connection:
        driver = connection.connection.driver_connection
        driver.set_trace_callback(asked.append)
        sketch_keys.let_go(connection, 1)
        driver.set_trace_callback(None)
        [deletion] = [statement for statement in asked if statement.startswith("DELETE")]
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {deletion}").fetchall()
        assert [row[3] for row in plan] == ["SEARCH sketch_key USING PRIMARY KEY (key=? AND article_id=?)"]
        assert (
            connection.exec_driver_sql("SELECT count(*) FROM sketch_key WHERE article_id = 1").scalar() == 0
        )
