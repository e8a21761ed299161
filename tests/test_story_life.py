"""The life of stories in the database: joined, merged, split, counted, in whatever order articles come."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from documents import FERRY, STATION, feed, item, rss
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline import Pipeline

from feedwatch.errors import FeedwatchError
from feedwatch.store import grouping

HOUR = timedelta(hours=1)
PARAGRAPHS = [part.removesuffix("</p>") + "</p>" for part in STATION.split("</p>") if part]
FIRST, SECOND, THIRD = PARAGRAPHS
Polls = Callable[..., Pipeline]


def at(
    outlet: str, title: str = "Pumping station reopens in Basra", text: str = STATION, n: int = 1
) -> bytes:
    """A document with one article of an outlet."""
    return rss(item(title, f"https://{outlet}.example/{n}", f"{outlet}{n}", text))


@pytest.fixture
def polls(tmp_path: Path, now: datetime) -> Polls:
    """Polls documents an hour apart: (feed name, document), …"""

    def run(*answers: tuple[str, bytes], **settings: object) -> Pipeline:
        feeds = [feed(name) for name in dict.fromkeys(name for name, _ in answers)]
        pipeline = Pipeline(tmp_path / "test.db", feeds, now - HOUR, **settings)  # type: ignore[arg-type]
        for number, (name, answer) in enumerate(answers):
            pipeline.poll(name, answer, now + number * HOUR)
        return pipeline

    return run


def stories(pipeline: Pipeline) -> set[frozenset[object]]:
    """The stories, each as the outlets and titles of its articles."""
    grouped: dict[object, set[object]] = {}
    for story, outlet, title in pipeline.rows("SELECT story_id, outlet, title FROM article"):
        grouped.setdefault(story, set()).add((outlet, title))
    return {frozenset(members) for members in grouped.values()}


def rows(pipeline: Pipeline) -> list[tuple[object, ...]]:
    return pipeline.rows("SELECT id, lead_article_id, articles, outlets, merged_into FROM story ORDER BY id")


def test_copies_in_one_document_are_one_story(polls: Polls) -> None:
    """An aggregator's feed holds two outlets' copies of one dispatch."""
    here = item(link="https://one.example/a", guid="1", text=STATION)
    there = item("Basra pumps again", "https://two.example/b", "2", STATION)
    pipeline = polls(("a", rss(here, there)))
    assert rows(pipeline) == [(1, 1, 2, 2, None)]
    assert pipeline.rows("SELECT article_id, twin_id, by FROM story_link") == [(2, 1, "auto")]


def test_an_article_that_has_parts_of_two_stories_merges_them(polls: Polls) -> None:
    pipeline = polls(
        ("a", at("one", "Water returns", FIRST + SECOND)),
        ("b", at("two", "Second transformer on its way", THIRD)),
        ("c", at("three", "Basra pumps again", THIRD + FIRST + SECOND)),
    )
    assert rows(pipeline)[0] == (1, 1, 3, 3, None)
    assert pipeline.rows("SELECT DISTINCT story_id FROM article") == [(1,)]
    assert pipeline.rows("SELECT article_id FROM change WHERE event = 'regrouped'") == [(2,)]
    assert pipeline.rows("SELECT merged_into FROM story WHERE id = 2") == [(1,)]


def test_an_edit_joins_a_story(polls: Polls) -> None:
    pipeline = polls(("a", at("one")), ("b", at("two", "Ferry stops", FERRY)), ("b", at("two")))
    assert rows(pipeline) == [(1, 1, 2, 2, None), (2, 2, 1, 1, 1)]


def test_an_edit_never_leaves_a_story(polls: Polls) -> None:
    pipeline = polls(("a", at("one")), ("b", at("two")), ("b", at("two", "Ferry stops", FERRY)))
    assert rows(pipeline) == [(1, 1, 2, 2, None)]


def test_a_copy_of_what_an_article_said_before_its_edit_is_a_copy(polls: Polls) -> None:
    pipeline = polls(("a", at("one")), ("a", at("one", "Ferry stops", FERRY)), ("b", at("two", "Basra")))
    assert pipeline.rows("SELECT DISTINCT story_id FROM article") == [(1,)]


def test_the_lead_is_the_agencys_own_article(polls: Polls) -> None:
    credited = STATION + "<p>© Reuters 2026</p>"
    pipeline = polls(("b", at("two", text=credited)), ("a", at("reuters", "Basra pumps again")))
    assert pipeline.rows("SELECT outlet FROM stories") == [("reuters.example",)]


def test_a_split_is_kept_through_edits_and_merges(polls: Polls, now: datetime) -> None:
    pipeline = polls(("a", at("one")), ("b", at("two")), ("c", at("three")))
    with pipeline.store.begin() as connection:
        assert grouping.split(connection, 2, now) == 2
    pipeline.poll("b", at("two", text=STATION.replace("three weeks", "four weeks")), now + 5 * HOUR)
    pipeline.poll("c", at("four", text=STATION), now + 6 * HOUR)
    assert pipeline.rows("SELECT id, story_id FROM article ORDER BY id")[:3] == [(1, 1), (2, 2), (3, 1)]


def test_the_article_that_began_a_story_can_be_split_off(polls: Polls, now: datetime) -> None:
    pipeline = polls(("a", at("one")), ("b", at("two")), ("c", at("three")))
    with pipeline.store.begin() as connection:
        assert grouping.split(connection, 1, now) == 1
    assert pipeline.rows("SELECT id, story_id FROM article") == [(1, 1), (2, 2), (3, 2)]
    assert rows(pipeline) == [(1, 1, 1, 1, None), (2, 2, 2, 2, None)]


def test_a_merge_by_the_user_takes_a_split_back(polls: Polls, now: datetime) -> None:
    pipeline = polls(("a", at("one")), ("b", at("two")), ("c", at("three")))
    with pipeline.store.begin() as connection:
        grouping.split(connection, 2, now)
        assert grouping.merge(connection, 2, 1, now) == 1
    assert rows(pipeline)[0] == (1, 1, 3, 3, None)
    assert pipeline.rows("SELECT count(*) FROM story_link WHERE kind = 'apart'") == [(0,)]


@pytest.mark.parametrize(("article", "said"), [(1, "alone in its story"), (9, "there is no article 9")])
def test_what_cannot_be_split_is_said(polls: Polls, now: datetime, article: int, said: str) -> None:
    pipeline = polls(("a", at("one")))
    with pytest.raises(FeedwatchError, match=said), pipeline.store.begin() as connection:
        grouping.split(connection, article, now)


# --- laws ------------------------------------------------------------------------------------------

TEXTS = {
    "whole": STATION,
    "trimmed": FIRST + SECOND,
    "lead": FIRST,
    "edited": STATION.replace("three weeks", "a month"),
    "other": FERRY,
    "around": f"<p>Read this with your morning coffee.</p>{STATION}<p>Write to us about this piece.</p>",
}


@settings(derandomize=True, max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(sorted(TEXTS)), min_size=3, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_feeds_makes_no_difference(texts: list[str], chance: object) -> None:
    now = datetime.fromisoformat("2026-11-24T12:00:00Z")
    documents = {f"feed{n}": at(f"outlet{n}", f"Title of {n}", TEXTS[text]) for n, text in enumerate(texts)}
    orders = list(permutations(documents))
    chance.shuffle(orders)  # type: ignore[attr-defined]
    found = []
    for order in orders[:3]:
        with TemporaryDirectory() as folder:
            pipeline = Pipeline(Path(folder) / "law.db", [feed(name) for name in documents], now)
            for name in order:
                pipeline.poll(name, documents[name], now + HOUR)
            found.append(stories(pipeline))
            pipeline.store.close()
    assert found == [found[0]] * len(found)


@settings(derandomize=True, max_examples=8, deadline=None)
@given(st.lists(st.sampled_from(sorted(TEXTS)), min_size=1, max_size=4))
def test_polling_twice_changes_nothing(texts: list[str]) -> None:
    now = datetime.fromisoformat("2026-11-24T12:00:00Z")
    documents = {f"feed{n}": at(f"outlet{n}", f"Title of {n}", TEXTS[text]) for n, text in enumerate(texts)}
    tables = "article", "version", "story", "story_link", "change", "sighting", "sketch_key"
    with TemporaryDirectory() as folder:
        pipeline = Pipeline(Path(folder) / "law.db", [feed(name) for name in documents], now)
        states = []
        for time in (now, now + HOUR):
            for name, document in documents.items():
                padded = document.replace(
                    b"</rss>", b"</rss>" + b" " * time.hour
                )  # another body, nothing new
                pipeline.poll(name, padded, time)
            states.append([pipeline.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables])
        pipeline.store.close()
    assert states[0] == states[1]
