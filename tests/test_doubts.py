"""What is odd about a date: decided beside the time of first sight, stored, shown, asked for."""

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from documents import STATION, feed, item, rss
from hypothesis import given
from hypothesis import strategies as st
from pipeline import Pipeline

from feedwatch.judge.doubts import dated, doubt
from feedwatch.model import Dateline, Dating, Item, Rule, RuleSet, to_text
from feedwatch.queries import parse
from feedwatch.refine.dateline_days import read_day
from feedwatch.store.find import open_library

SEEN = datetime(2026, 11, 24, 12, tzinfo=UTC)
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


def an_item(published: Dating | None = None, dateline: Dateline | None = None) -> Item:
    return Item(
        key=1,
        raw_print=1,
        url="https://news.example/a",
        url_published="https://news.example/a",
        url_key=1,
        words_key=1,
        said=1,
        title="Pumping station reopens",
        text="",
        published=published,
        dateline=dateline,
    )


def at(instant: datetime, **more: object) -> Dating:
    return Dating("as written", instant, **more)  # type: ignore[arg-type]


def line(on: str, day: str = "Nov 23") -> Dateline:
    return Dateline("BASRA, Nov 23 (AFP) -", "BASRA", "AFP", day, on)


# --- the rules -----------------------------------------------------------------------------------

DOUBTS = {
    "no date": (None, None, None),
    "no honest reading": (Dating("soon"), None, None),
    "an hour ago": (at(SEEN - 60 * MINUTE), None, None),
    "within the skew of clocks": (at(SEEN + 5 * MINUTE), None, None),
    "six minutes ahead": (at(SEEN + 6 * MINUTE), None, "future"),
    "years ahead": (at(SEEN + 2000 * DAY), None, "future"),
    "a day that has begun in Auckland": (
        at(SEEN + 12 * 60 * MINUTE, precision="day", zone="assumed"),
        None,
        None,
    ),
    "tomorrow in every zone": (at(SEEN + 36 * 60 * MINUTE, precision="day", zone="assumed"), None, "future"),
    "29 days before the feed was read": (at(SEEN - 29 * DAY), None, None),
    "31 days before the feed was read": (at(SEEN - 31 * DAY), None, "far"),
    "the month before, read on its last day but one": (
        at(datetime(2026, 10, 1, tzinfo=UTC), precision="month"),
        None,
        None,
    ),
    "two months before": (at(datetime(2026, 9, 1, tzinfo=UTC), precision="month"), None, "far"),
    "this year": (at(datetime(2026, 1, 1, tzinfo=UTC), precision="year"), None, None),
    "before the web": (at(datetime(1970, 1, 1, tzinfo=UTC)), None, "far"),
    "the day of its dateline": (at(SEEN - DAY), line("--11-23"), None),
    "two days from its dateline": (at(SEEN - DAY), line("--11-21"), None),
    "three days from its dateline": (at(SEEN - DAY), line("--11-20"), "dateline"),
    "a dateline with its year": (at(SEEN - DAY), line("2025-11-23"), "dateline"),
    "a dateline without a month": (at(SEEN - DAY), line("---23"), None),
    "a dateline of another day of the month": (at(SEEN - DAY), line("---05"), "dateline"),
    "the publisher's own day": (
        at(datetime(2026, 11, 23, 22, tzinfo=UTC), offset_min=600),
        line("--11-26"),
        None,
    ),
    "a month is too coarse to contradict": (
        at(datetime(2026, 11, 1, tzinfo=UTC), precision="month"),
        line("--11-23"),
        None,
    ),
    "both: the graver": (at(SEEN + DAY), line("--10-01"), "future"),
}


@pytest.mark.parametrize(("published", "dateline", "expected"), DOUBTS.values(), ids=DOUBTS)
def test_a_date_is_doubted(published: Dating | None, dateline: Dateline | None, expected: str | None) -> None:
    one = an_item(published, dateline)
    assert doubt(one, first_seen=SEEN, last_read=SEEN - 60 * MINUTE) == expected


def test_what_a_first_poll_brings_may_be_old_but_not_older_than_the_web() -> None:
    old, ancient = at(SEEN - 4000 * DAY), at(datetime(1989, 12, 31, tzinfo=UTC))
    found = [doubt(an_item(date), first_seen=SEEN, last_read=None) for date in (old, ancient)]
    assert found == [None, "far"]


def test_what_came_while_nobody_read_the_feed_is_not_far() -> None:
    one = an_item(at(SEEN - 50 * DAY))
    assert doubt(one, first_seen=SEEN, last_read=SEEN - 60 * DAY) is None


@pytest.mark.parametrize(
    ("on", "backfill", "expected"),
    [
        ("2024-01-23", True, "2024-01-23T00:00:00Z"),
        ("--11-23", False, "2026-11-23T00:00:00Z"),
        ("--11-25", False, "2026-11-25T00:00:00Z"),
        ("--11-23", True, None),
        ("--03-02", False, None),
        ("---20", False, "2026-11-20T00:00:00Z"),
    ],
)
def test_a_dateline_dates_what_has_no_date_where_its_year_is_sure(
    on: str, backfill: bool, expected: str | None
) -> None:
    published = dated(an_item(None, line(on)), SEEN, backfill=backfill).published
    said = (to_text(published.instant or SEEN), published.source, published.raw) if published else None
    assert said == ((expected, "dateline", "Nov 23") if expected else None)


def test_a_dateline_does_not_outdo_the_feeds_own_date() -> None:
    one = an_item(at(SEEN - DAY), line("2024-01-23"))
    assert dated(one, SEEN, backfill=False) is one


@given(
    st.integers(-100_000, 60_000).map(lambda days: SEEN + days * DAY),
    st.dates().map(lambda day: day.isoformat()) | st.dates().map(lambda day: f"--{day:%m-%d}")
    | st.integers(1, 31).map(lambda day: f"---{day:02}"),
    st.none() | st.integers(-840, 840),
)  # fmt: skip
def test_no_date_and_no_dateline_make_the_judge_stumble(
    instant: datetime, on: str, offset: int | None
) -> None:
    one = an_item(at(instant, offset_min=offset), line(on))
    assert doubt(one, first_seen=SEEN, last_read=SEEN) in (None, "future", "far", "dateline")
    assert dated(an_item(None, line(on)), SEEN, backfill=False).title == one.title


# --- the day of a dateline -----------------------------------------------------------------------

DAYS = {
    "Jan 23": "--01-23",
    "23 January 2024": "2024-01-23",
    "March 5, 2025": "2025-03-05",
    "23. Januar": "--01-23",
    "23 de enero": "--01-23",
    "23 GEN": "--01-23",
    "23 янв": "--01-23",
    "٢٣ يناير": "--01-23",
    "1月23日": "--01-23",
    "１５日": "---15",
    "23/1": "--01-23",
    "1/23": "--01-23",
    "7/7": "--07-07",
    "1/23/2024": "2024-01-23",
    "5/6": None,
    "Feb 29": "--02-29",
    "31 Feb": None,
    "Jan 23, 24": None,
    "13 آبان": None,
    "40日": None,
    "Thursday": None,
    "": None,
}


@pytest.mark.parametrize(("written", "expected"), DAYS.items())
def test_the_day_of_a_dateline_is_read_as_far_as_it_is_said(written: str, expected: str | None) -> None:
    assert read_day(written) == expected


@given(st.text())
def test_no_dateline_day_raises(written: str) -> None:
    assert (read_day(written) or "----").count("-") in (2, 3, 4)


# --- through the pipeline ------------------------------------------------------------------------

Watch = Callable[[str], Pipeline]


@pytest.fixture
def watched(tmp_path: Path) -> Watch:
    """A feed that was read an hour before and now brings one more item, with the given date and text."""

    def poll(published: str, text: str = STATION) -> Pipeline:
        pipeline = Pipeline(tmp_path / "doubts.db", [feed("a")], SEEN)
        old = item("Old", "https://news.example/old", "0", published="Tue, 02 Jan 2024 10:00:00 GMT")
        pipeline.poll("a", rss(old), SEEN - 60 * MINUTE)
        pipeline.poll("a", rss(item(guid="1", text=text, published=published), old), SEEN)
        return pipeline

    return poll


STORED = {
    "as usual": ("Tue, 24 Nov 2026 10:00:00 GMT", None, "2026-11-24T10:00:00Z", "2026-11-24T10:00:00Z"),
    "future": ("Thu, 01 May 2031 10:00:00 GMT", "future", "2031-05-01T10:00:00Z", "2026-11-24T12:00:00Z"),
    "far": ("Thu, 01 Jan 2015 10:00:00 GMT", "far", "2015-01-01T10:00:00Z", "2026-11-24T12:00:00Z"),
}


@pytest.mark.parametrize(("written", "odd", "published", "when"), STORED.values(), ids=STORED)
def test_a_doubted_date_is_kept_as_said_marked_and_sorted_by_first_sight(
    watched: Watch, written: str, odd: str | None, published: str, when: str
) -> None:
    pipeline = watched(written)
    assert pipeline.rows(
        'SELECT published, published_raw, date_doubt, "when" FROM articles WHERE id = 2'
    ) == [(published, written, odd, when)]
    with open_library(pipeline.store.path) as library:
        article = [one.article.date_doubt for one in library.articles(None, stories=False)]
        assert sorted(filter(None, article)) == ([odd] if odd else [])
        found = [one.article.id for one in library.articles(parse(f"doubt:{odd or 'far'}"))]
    assert found == ([2] if odd else [])


def test_old_items_of_a_first_poll_are_listed_by_their_own_date(watched: Watch) -> None:
    pipeline = watched("Tue, 24 Nov 2026 10:00:00 GMT")
    assert pipeline.rows('SELECT date_doubt, "when" FROM articles WHERE id = 1') == [
        (None, "2024-01-02T10:00:00Z")
    ]


def test_a_dateline_of_another_day_is_marked_and_moves_nothing(watched: Watch) -> None:
    text = "<p>BASRA, Nov 3 (AFP) - The station is open again, engineers said on Tuesday at noon.</p>"
    pipeline = watched("Tue, 24 Nov 2026 10:00:00 GMT", text)
    assert pipeline.rows('SELECT date_doubt, "when" FROM articles WHERE id = 2') == [
        ("dateline", "2026-11-24T10:00:00Z")
    ]


def test_an_item_without_a_date_is_dated_by_its_dateline(watched: Watch) -> None:
    text = "<p>BASRA, Nov 23 (AFP) - The station is open again, engineers said on Tuesday at noon.</p>"
    pipeline = watched("", text)
    columns = 'published, published_raw, published_from, published_precision, zone, date_doubt, "when"'
    assert pipeline.rows(f"SELECT {columns} FROM articles WHERE id = 2") == [
        ("2026-11-23T00:00:00Z", "Nov 23", "dateline", "day", "assumed", None, "2026-11-24T12:00:00Z")
    ]


def test_a_date_that_comes_later_moves_the_article_its_tags_and_its_story(tmp_path: Path) -> None:
    rules = RuleSet((Rule("Water", any=("pumping station",)),))
    pipeline = Pipeline(tmp_path / "later.db", [feed("a")], SEEN, rules=rules)
    pipeline.poll("a", rss(item(guid="1", text=STATION, published="")), SEEN)
    edited = item(guid="1", text=STATION.replace("three", "four"), published="Tue, 24 Nov 2026 09:00:00 GMT")
    pipeline.poll("a", rss(edited), SEEN + 60 * MINUTE)
    assert pipeline.rows(
        'SELECT a.published, a."when", s."when", x.sort_at FROM articles a '
        "JOIN stories s ON s.id = a.story JOIN article_tag x ON x.article_id = a.id"
    ) == [("2026-11-24T09:00:00Z",) * 4]


SOURCES = {
    "published": (item(guid="1"), "published", "2026-11-23T10:00:00Z"),
    "dc:date": (
        item(guid="1", published="", **{"dc:date": "2026-11-23T09:00:00Z"}),
        "dc:date",
        "2026-11-23T09:00:00Z",
    ),
    "updated": (
        item(guid="1", published="", **{"atom:updated": "2026-11-23T08:00:00Z"}),
        "updated",
        "2026-11-23T08:00:00Z",
    ),
    "url": (
        item(link="https://news.example/2026/11/22/station", guid="1", published=""),
        "url",
        "2026-11-22T00:00:00Z",
    ),
    "first-seen": (item(guid="1", published=""), "first-seen", None),
    "unreadable": (item(guid="1", published="last week"), "first-seen", None),
}


@pytest.mark.parametrize(("element", "source", "published"), SOURCES.values(), ids=SOURCES)
def test_every_source_of_a_date_is_reached(
    tmp_path: Path, element: str, source: str, published: str | None
) -> None:
    spaces = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"'
    document = rss(element).replace(b"<rss ", f"<rss {spaces} ".encode())
    pipeline = Pipeline(tmp_path / "sources.db", [feed("a")], SEEN)
    pipeline.poll("a", document, SEEN)
    assert pipeline.rows("SELECT published_from, published FROM article") == [(source, published)]


# --- what earlier databases hold -----------------------------------------------------------------


def test_an_upgrade_marks_the_dates_that_sql_can_doubt(tmp_path: Path) -> None:
    from gzip import decompress

    from feedwatch.store.database import Store

    path = tmp_path / "old.db"
    path.write_bytes(decompress((Path(__file__).parent / "schemas" / "1.db.gz").read_bytes()))
    with sqlite3.connect(path) as old:
        old.execute(
            "UPDATE article SET published = '2031-05-01T10:00:00Z', sort_at = first_seen WHERE id = 1"
        )
        old.execute("UPDATE article SET published = '2015-01-01T10:00:00Z', backfill = 0 WHERE id = 2")
        old.execute("UPDATE article SET sort_at = published WHERE id = 2")
        old.execute("UPDATE article_tag SET sort_at = (SELECT sort_at FROM article WHERE id = article_id)")
        old.execute("UPDATE version SET cause = 'recleaned' WHERE n = 2")
    old.close()
    Store(path).close()
    with sqlite3.connect(path) as now:
        doubted = now.execute(
            "SELECT id, published, date_doubt, sort_at = first_seen FROM article"
        ).fetchall()
        assert doubted == [
            (1, "2031-05-01T10:00:00Z", "future", 1),
            (2, "2015-01-01T10:00:00Z", "far", 1),
        ]
        stories = "SELECT s.sort_at = a.sort_at FROM story s JOIN article a USING (id) WHERE id = 2"
        assert now.execute(stories).fetchall() == [(1,)]
        tags = "SELECT count(*) FROM article_tag x JOIN article a ON a.id = x.article_id"
        assert now.execute(f"{tags} WHERE x.sort_at <> a.sort_at").fetchone() == (0,)
        events = now.execute("SELECT event FROM change ORDER BY seq").fetchall()
        assert events.count(("recleaned",)) == 1
        assert ("edited",) not in events
    now.close()
    backup = path.with_name("old.db.schema1.bak")
    with sqlite3.connect(backup) as before:
        assert before.execute("PRAGMA user_version").fetchone() == (1,)
    before.close()


def test_json_says_what_is_odd(watched: Watch) -> None:
    from feedwatch.present import article_json

    pipeline = watched("Thu, 01 May 2031 10:00:00 GMT")
    with open_library(pipeline.store.path) as library:
        listed = library.article(2)
    assert listed is not None
    fields = json.loads(json.dumps(article_json(listed.article)))
    assert (fields["corrected"], fields["date_doubt"]) == (False, "future")
