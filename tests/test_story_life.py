"""The life of stories in the database: joined, merged, split, counted, in whatever order articles come."""

import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
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
from feedwatch.recleaner import reclean
from feedwatch.regrouper import Moved, restory
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


@pytest.mark.parametrize("edited_first", [True, False])
def test_an_edit_and_its_copy_in_one_document_join_in_either_order(polls: Polls, edited_first: bool) -> None:
    first = item("Ferry stops", "https://one.example/1", "1", FERRY)
    edited = item("Basra pumps again", "https://one.example/1", "1", STATION)
    copy = item(link="https://two.example/2", guid="2", text=STATION)
    pair = (edited, copy) if edited_first else (copy, edited)
    assert len(stories(polls(("a", rss(first)), ("a", rss(*pair))))) == 1


@pytest.mark.parametrize("year", [1970, 2031])
def test_a_copy_of_a_publisher_whose_clock_is_wrong_is_a_copy(polls: Polls, year: int) -> None:
    wrong = item(link="https://two.example/1", guid="2", text=STATION, published=f"{year}-01-02T03:04:05Z")
    right = item(link="https://three.example/1", guid="3", text=STATION)
    assert len(stories(polls(("a", at("one")), ("b", rss(wrong)), ("c", rss(right))))) == 1


def test_an_edit_never_leaves_a_story(polls: Polls) -> None:
    pipeline = polls(("a", at("one")), ("b", at("two")), ("b", at("two", "Ferry stops", FERRY)))
    assert rows(pipeline) == [(1, 1, 2, 2, None)]


def test_a_copy_of_what_an_article_said_before_its_edit_is_a_copy(polls: Polls) -> None:
    pipeline = polls(("a", at("one")), ("a", at("one", "Ferry stops", FERRY)), ("b", at("two", "Basra")))
    assert pipeline.rows("SELECT DISTINCT story_id FROM article") == [(1,)]


def test_a_copy_that_keeps_one_key_is_found(polls: Polls) -> None:
    long, lead = STATION + FERRY, FIRST
    pipeline = polls(("a", at("one", text=long)), ("b", at("two", "Water returns", lead)))
    assert pipeline.rows(
        "SELECT count(*) FROM sketch_key a JOIN sketch_key b ON a.key = b.key"
        " WHERE a.article_id = 1 AND b.article_id = 2"
    ) == [(1,)]
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


def test_a_headline_that_is_retitled_is_no_bridge_either(polls: Polls) -> None:
    headline = "Pumping station in the north of Basra reopens after repairs"
    other = "Ferry across the lake stops because its crew is not paid"
    pipeline = polls(
        ("a", at("one", headline)),
        ("b", at("two", other, FERRY)),
        ("c", at("three", headline, "")),
        ("c", at("three", other, "")),
    )
    assert stories(pipeline) == {
        frozenset({("one.example", headline), ("three.example", other)}),
        frozenset({("two.example", other)}),
    }


def test_stories_found_anew_keep_what_began_before(polls: Polls, now: datetime) -> None:
    """The first article is older than what is looked at; another one is put right."""
    pipeline = polls(("a", at("one")), ("b", at("two")), ("c", at("three", "Ferry stops", FERRY)))
    with pipeline.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET story_id = 1 WHERE id = 3")
    moved = restory(pipeline.store, now + HOUR, now=now, save=True)
    assert [one.article for one in moved] == [2, 3]
    assert pipeline.rows("SELECT id, story_id FROM article ORDER BY id") == [(1, 1), (2, 1), (3, 3)]


@pytest.fixture
def wrongly_joined(polls: Polls) -> Pipeline:
    """Four articles of two dispatches, an older program's grouping: the second pair is in two stories."""
    pipeline = polls(
        ("a", at("one")),
        ("b", at("two")),
        ("c", at("three", "Ferry", FERRY)),
        ("d", at("four", "Ferry", FERRY)),
    )
    with pipeline.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET story_id = 1 WHERE id = 3")
        connection.exec_driver_sql("UPDATE article SET story_id = id WHERE id IN (2, 4)")
        connection.exec_driver_sql(
            "INSERT INTO story (id, lead_article_id, first_seen, sort_at, articles, outlets) "
            "SELECT id, id, first_seen, sort_at, 1, 1 FROM article WHERE id IN (2, 4) "
            "ON CONFLICT (id) DO UPDATE SET merged_into = NULL"
        )
        grouping.recount(connection, (1, 2, 4))
    return pipeline


def test_looking_for_stories_anew_waits_for_no_writer(wrongly_joined: Pipeline, now: datetime) -> None:
    with wrongly_joined.store.begin():
        moved = restory(wrongly_joined.store, now - HOUR, now=now, save=False)
    assert [one.article for one in moved] == [1, 2, 3, 4]


def test_what_changes_while_stories_are_found_anew_is_left_alone(
    wrongly_joined: Pipeline, now: datetime
) -> None:
    store = wrongly_joined.store
    moved: list[Moved] = []
    finder = threading.Thread(
        target=lambda: moved.extend(restory(store, now - HOUR, now=now, save=True)), daemon=True
    )
    with store.begin() as connection:  # the finder reads what was before, and waits for this to save
        finder.start()
        time.sleep(0.5)
        grouping.split(connection, 3, now)
    finder.join(20)
    assert moved == []
    assert wrongly_joined.rows("SELECT id, story_id FROM article ORDER BY id") == [
        (1, 1),
        (2, 2),
        (3, 3),
        (4, 4),
    ]
    assert len(restory(store, now - HOUR, now=now, save=True)) == 4


# --- laws ------------------------------------------------------------------------------------------

NOW = datetime.fromisoformat("2026-11-24T12:00:00Z")
TEXTS = {
    "whole": STATION,
    "trimmed": FIRST + SECOND,
    "lead": FIRST,
    "edited": STATION.replace("three weeks", "a month"),
    "other": FERRY,
    "around": f"<p>Read this with your morning coffee.</p>{STATION}<p>Write to us about this piece.</p>",
}
Entry = tuple[str, str, str]  # outlet, page and text: what a feed holds
PAGES = [(outlet, page) for outlet in "xyz" for page in "pq"]
ENTRIES = st.tuples(st.sampled_from("xyz"), st.sampled_from("pq"), st.sampled_from(sorted(TEXTS)))


@st.composite
def moments(draw: st.DrawFn) -> list[list[Entry]]:
    """What two or three feeds hold at one time: each page says one thing, whole or as an excerpt."""
    says = {page: draw(st.sampled_from(sorted(TEXTS))) for page in PAGES}
    held = st.lists(st.sampled_from(PAGES), min_size=1, max_size=3, unique=True)

    def shown(page: tuple[str, str]) -> Entry:
        excerpt = says[page] in ("whole", "trimmed") and draw(st.booleans())
        return (*page, "lead" if excerpt else says[page])

    return [[shown(page) for page in draw(held)] for _ in range(draw(st.integers(2, 3)))]


def document(entries: Iterable[Entry]) -> bytes:
    """Pages of outlets; a page that two feeds hold is one article."""
    return rss(
        *(
            item(
                f"Title of {outlet} {page}",
                f"https://{outlet}.example/{page}",
                f"{outlet}{page}",
                TEXTS[text],
            )
            for outlet, page, text in entries
        )
    )


@contextmanager
def read(feeds: Sequence[Sequence[Entry]], order: Iterable[int], *, at: datetime = NOW) -> Iterator[Pipeline]:
    """A new database that has polled feeds in an order."""
    with TemporaryDirectory() as folder:
        pipeline = Pipeline(Path(folder) / "law.db", [feed(f"feed{n}") for n in range(len(feeds))], at)
        with closing(pipeline.store):
            for n in order:
                pipeline.poll(f"feed{n}", document(feeds[n]), at)
            yield pipeline


def all_of(pipeline: Pipeline) -> tuple[object, object]:
    """The articles, and how they are grouped; not their ids, which follow the order."""
    rows = pipeline.rows("SELECT url, outlet, title, text FROM article")
    grouped = pipeline.rows(
        "SELECT group_concat(url) FROM (SELECT * FROM article ORDER BY url) GROUP BY story_id"
    )
    return sorted(map(repr, rows)), sorted(map(repr, grouped))


@settings(derandomize=True, max_examples=10, deadline=None)
@given(moments())
def test_any_order_of_feeds_gives_the_same_articles_and_stories(feeds: list[list[Entry]]) -> None:
    found = []
    for order in list(permutations(range(len(feeds))))[:3]:
        with read(feeds, order) as pipeline:
            found.append(all_of(pipeline))
    assert found == [found[0]] * len(found)


@settings(derandomize=True, max_examples=8, deadline=None)
@given(moments())
def test_polling_twice_changes_nothing(feeds: list[list[Entry]]) -> None:
    tables = "article", "version", "story", "story_link", "change", "sighting", "sketch", "sketch_key"
    with read(feeds, range(len(feeds))) as pipeline:
        states = []
        for again in range(2):
            states.append([sorted(map(repr, pipeline.rows(f"SELECT * FROM {table}"))) for table in tables])
            for n, entries in enumerate(feeds):
                padded = document(entries) + b" " * (again + 1)  # another body that says nothing new
                pipeline.poll(f"feed{n}", padded, NOW + HOUR)
        assert states[0] == states[1]


@settings(derandomize=True, max_examples=20, deadline=None)
@given(moments())
def test_the_method_that_made_the_stories_finds_them_again(feeds: list[list[Entry]]) -> None:
    with read(feeds, range(len(feeds))) as pipeline:
        assert restory(pipeline.store, NOW - HOUR, now=NOW, save=False) == []


# What may happen after a split: a poll of a feed that holds other texts now, or care for the archive.
EVENTS = st.one_of(
    st.tuples(
        st.integers(0, 1), st.lists(ENTRIES, min_size=1, max_size=2, unique_by=lambda entry: entry[:2])
    ),
    st.sampled_from(["restory", "reclean"]),
)


@settings(derandomize=True, max_examples=10, deadline=None)
@given(
    st.sampled_from(["whole", "edited", "around"]),
    st.integers(1, 3),
    st.lists(EVENTS, min_size=1, max_size=4),
)
def test_a_split_survives_everything(text: str, split: int, events: list[object]) -> None:
    feeds: list[list[Entry]] = [[("x", "p", "whole"), ("y", "p", text)], [("z", "p", "whole")]]
    with read(feeds, (0, 1)) as pipeline:
        with pipeline.store.begin() as connection:
            grouping.split(connection, split, NOW)
        others = [id for id in (1, 2, 3) if id != split]
        for number, what in enumerate(events, start=1):
            happen(pipeline, what, NOW + number * HOUR)
            stories = dict(pipeline.rows("SELECT id, story_id FROM article"))
            assert stories[split] not in {stories[id] for id in others}, what


def happen(pipeline: Pipeline, what: object, time: datetime) -> None:
    if what == "restory":
        restory(pipeline.store, NOW - HOUR, now=time, save=True)
    elif what == "reclean":
        list(reclean(pipeline.store, pipeline.feeds, pipeline.tagger, now=time, save=True))
    else:
        number, entries = what  # type: ignore[misc]
        pipeline.poll(f"feed{number}", document(entries), time)
