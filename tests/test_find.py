"""The reading side: what a query matches is what SQL finds, and every answer is a whole value."""

import json
import os
import sqlite3
import subprocess
import sys
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.errors import BusyError, SchemaError, StoreError
from feedwatch.model import (
    Article,
    Dateline,
    Enclosure,
    Evidence,
    FeedLine,
    Listed,
    Notice,
    Rule,
    RuleSet,
    Status,
    TagLine,
    VersionLine,
    from_text,
)
from feedwatch.queries import EVERYTHING, Subject, Time, Value, Words, all_of, any_of, matches, parse
from feedwatch.queries import Not as NotQuery
from feedwatch.queries.values import TIME_FIELDS
from feedwatch.store import opening
from feedwatch.store.database import Store
from feedwatch.store.find import open_library
from feedwatch.store.lock import DaemonLock

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Shelf:
    """A database of our own, filled row by row."""

    def __init__(self, path: Path) -> None:
        self.path = path
        Store(path).close()
        self.db = sqlite3.connect(path, isolation_level=None)

    def insert(self, table: str, **values: object) -> None:
        marks = ", ".join("?" * len(values))
        self.db.execute(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({marks})", tuple(values.values()))

    def feed(self, id: int, name: str, **values: object) -> None:
        defaults = {"url": f"https://{name}.example/rss", "state": "ok", "next_at": "2026-11-24T12:15:00Z"}
        counts = {"failures": 0, "interval_s": 900, "why": "[]"}
        self.insert("feed", id=id, name=name, **{**defaults, **counts, **values})

    def article(self, subject: Subject, id: int, *, story: int | None = None, **values: object) -> None:
        when, seen = subject.when or NOW, subject.first_seen or NOW
        row = {
            "id": id,
            "story_id": story or id,
            "outlet": subject.outlet,
            "owner_feed_id": 1,
            "url": subject.url,
            "words_key": id,
            "said": id,
            "method": 1,
            "revision": 1,
            "sort_at": f"{when:%Y-%m-%dT%H:%M:%SZ}",
            "published_raw": "",
            "published_from": "first-seen",
            "published_precision": "second",
            "zone": "assumed",
            "date_doubt": subject.doubt,
            "first_seen": f"{seen:%Y-%m-%dT%H:%M:%SZ}",
            "edits": int(subject.edited is not None),
            "language": subject.language,
            "agency": subject.agency,
            "text_kind": subject.kind,
            "backfill": 0,
            "more": json.dumps({"authors": subject.authors}),
            "title": subject.title,
            "summary": subject.summary,
            "text": subject.text,
        }
        self.insert("article", **{**row, **values})
        self.insert("change", article_id=id, event="new", at=row["first_seen"])
        self.version(id, 1, since=row["first_seen"])
        if subject.edited:
            silent = subject.stealth is not None
            self.version(id, 2, since=f"{subject.edited:%Y-%m-%dT%H:%M:%SZ}", stealth=silent)
        for name in subject.tags:
            self.tag(id, name)
        for name in subject.feeds:
            self.sight(id, name)

    def version(self, article: int, n: int, **values: object) -> None:
        defaults = {"cause": "published", "stealth": 0, "said": n, "title": ""}
        self.insert("version", article_id=article, n=n, **{**defaults, **values})

    def tag(self, article: int, name: str, evidence: object = ()) -> None:
        self.db.execute("INSERT OR IGNORE INTO tag (name) VALUES (?)", (name,))
        self.db.execute(
            """INSERT INTO article_tag (tag_id, sort_at, article_id, evidence)
            SELECT t.id, a.sort_at, a.id, ? FROM tag t, article a WHERE t.name = ? AND a.id = ?""",
            (json.dumps(evidence), name, article),
        )

    def sight(self, article: int, feed: str, *, url: str = "", at: str = "2026-11-24T12:00:00Z") -> None:
        self.db.execute(
            """INSERT INTO sighting (feed_id, item_key, article_id, url, url_key, raw, said, first_seen)
            SELECT id, ?, ?, ?, 0, 0, 0, ? FROM feed WHERE name = ?""",
            (article, article, url, at, feed),
        )

    def story(self, id: int, lead: int, **values: object) -> None:
        times = {"first_seen": "2026-11-24T12:00:00Z", "sort_at": "2026-11-24T12:00:00Z"}
        self.insert("story", id=id, lead_article_id=lead, **{**times, "articles": 1, "outlets": 1, **values})

    def poll(self, feed: int, started_at: str, outcome: str = "ok", **values: object) -> None:
        counts = {"took_ms": 1, "bytes": 0, "total": 0, "new": 0, "edited": 0, "shared": 0}
        self.insert("poll", feed_id=feed, started_at=started_at, outcome=outcome, **{**counts, **values})


@pytest.fixture
def shelf(tmp_path):
    found = Shelf(tmp_path / "feedwatch.db")
    yield found
    found.db.close()


def ids(found):
    return [listed.article.id for listed in found]


# --- the law: a query matches what SQL finds -----------------------------------------------------


def instant(day: int) -> datetime:
    return datetime(2026, 11, day, tzinfo=UTC)


TITLES = [
    "Iraq talks",
    "Militia AND Iraq's drone",
    "ÄRGER im Irak",
    "حزب الله",
    "无人机 in Iraq",
    "c++ a:b",
    "",
]
TEXTS = [
    "The drone flew. Über all, iraq",
    "iraq\n\nmilitia",
    "前往AI无人机展览",
    "C. said a-b; NEAR(x)",
    "",
    "drones",
]
WORDS = [
    *[
        "iraq",
        "Militia",
        "drone",
        "ärger",
        "über all",
        "حزب",
        "无人机",
        "人机 展",
        "ai",
        "ai无",
        "c++",
        "a:b",
        "・無",
    ],
    *["NEAR(", 'a "b" c', "iraq militia", "'; DROP TABLE article; --", "AND", "title", "x\x00y", "a ・"],
]
NAMES = [
    "Iraq",
    "iraq militias",
    "Ärger",
    "ÄRGER",
    "bbc.com",
    "BBC News",
    "en",
    "en-GB",
    "AFP",
    "full",
    "far",
    "a.b/",
]


def subjects() -> list[Subject]:
    return [
        Subject(
            title=TITLES[n % 7],
            summary=TEXTS[n % 5],
            text=TEXTS[n % 6],
            tags=tuple(NAMES[n % 4 : n % 4 + n % 3]),
            feeds=("one",) if n % 2 else ("one", "Ärger"),
            outlet=NAMES[4 + n % 2] if n % 5 else "",
            agency=("AFP", "afp", None)[n % 3],
            language=("en", "en-GB", None, "ar")[n % 4],
            url=("https://a.b/iraq", "https://bbc.com/Ü", "")[n % 3],
            authors=("Jane Doe", "AFP")[: n % 3],
            kind=("full", "excerpt", "title")[n % 3],
            doubt=(None, "far", "future", "dateline")[n % 4],
            when=instant(1 + n % 20),
            first_seen=instant(5 + n % 20),
            edited=None if n % 4 else instant(10 + n % 10),
            stealth=None if n % 8 else instant(10 + n % 10),
        )
        for n in range(42)
    ]


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A library of 42 articles, and what each is."""
    shelf = Shelf(tmp_path_factory.mktemp("archive") / "feedwatch.db")
    shelf.feed(1, "one")
    shelf.feed(2, "Ärger")
    known = dict(enumerate(subjects(), 1))
    for id, subject in known.items():
        shelf.article(subject, id, story=1 + id // 4)
    for story in range(1, 12):
        shelf.story(story, lead=4 * story - 2)
    shelf.db.close()
    with open_library(shelf.path) as library:
        yield library, known


TERMS = st.one_of(
    st.builds(Words, st.sampled_from(WORDS), st.sampled_from(["", "title", "text"]), st.booleans()),
    st.builds(
        Value,
        st.sampled_from(["tag", "feed", "outlet", "agency", "language", "url", "author", "kind", "doubt"]),
        st.sampled_from(NAMES),
        st.booleans(),
    ).filter(lambda value: value.field != "kind" or not value.prefix),
    st.builds(Time, st.sampled_from(TIME_FIELDS), st.integers(1, 25).map(instant)),
)
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(NotQuery),
        st.lists(inner, max_size=4).map(all_of),
        st.lists(inner, min_size=1, max_size=4).map(any_of),
    ),
    max_leaves=12,
)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(QUERIES)
def test_sql_finds_exactly_what_matches(archive, query):
    library, known = archive
    wanted = {id for id, subject in known.items() if matches(query, subject)}
    assert set(ids(library.articles(query, stories=False))) == wanted


@settings(derandomize=True, max_examples=200, deadline=None)
@given(QUERIES, st.sampled_from(["newest", "relevance"]))
def test_stories_show_one_matching_article_each(archive, query, order):
    library, known = archive
    matching = [id for id, subject in known.items() if matches(query, subject)]
    shown = ids(library.articles(query, order=order))
    assert sorted(1 + id // 4 for id in shown) == sorted({1 + id // 4 for id in matching})
    assert set(shown) <= set(matching)


def test_the_widest_and_the_deepest_query_run(archive):
    library, _ = archive
    assert ids(library.articles(parse(" OR ".join(["iraq", "tag:iraq"] * 128)), limit=1)) != []
    assert ids(library.articles(parse(" ".join(["iraq"] * 256)), limit=1)) != []
    assert ids(library.articles(parse("(" * 39 + "iraq OR NOT tag:x" + ")" * 39), limit=1)) != []


# --- order and stories ---------------------------------------------------------------------------


@pytest.fixture
def flood(shelf):
    """Three articles of one dispatch, and one alone."""
    shelf.feed(1, "one")
    shelf.article(Subject(title="Flood", outlet="a", when=instant(3)), 1)
    shelf.article(Subject(title="River rises", text="flood", outlet="b", when=instant(1)), 2, story=1)
    shelf.article(Subject(title="Flood, flood", outlet="c", when=instant(4)), 3, story=1)
    shelf.article(Subject(title="Drought", text="no flood", outlet="a", when=instant(2)), 4)
    shelf.story(1, lead=2, articles=3, outlets=3)
    shelf.story(4, lead=4)
    with open_library(shelf.path) as library:
        yield library


def test_lists_are_newest_first_by_the_time_that_matters(flood):
    assert ids(flood.articles(stories=False)) == [3, 1, 4, 2]
    assert ids(flood.articles(stories=False, limit=2)) == [3, 1]


def test_a_story_is_shown_by_its_lead(flood):
    assert [(listed.article.id, listed.outlets) for listed in flood.articles()] == [(4, 1), (2, 3)]


def test_a_story_whose_lead_does_not_match_is_shown_by_its_first_that_does(flood):
    assert ids(flood.articles(parse("title:flood"))) == [1]


def test_an_article_whose_story_has_no_row_is_shown_all_the_same(shelf):
    shelf.feed(1, "one")
    shelf.article(Subject(title="Alone"), 1)
    with open_library(shelf.path) as library:
        assert [(listed.article.id, listed.outlets) for listed in library.articles()] == [(1, 1)]


def test_relevance_puts_titles_before_texts(flood):
    assert ids(flood.articles(parse("flood"), stories=False, order="relevance")) == [3, 1, 4, 2]


def test_relevance_without_words_is_newest_first(flood):
    assert ids(flood.articles(parse("outlet:a"), stories=False, order="relevance")) == [1, 4]


def test_the_members_of_a_story_come_by_time_whichever_is_asked_for(flood):
    assert ids(flood.story_members(1)) == ids(flood.story_members(3)) == [2, 1, 3]
    assert flood.story_members(99) == ()


# --- whole values --------------------------------------------------------------------------------


@pytest.fixture
def whole(shelf):
    """One article with everything an article can have."""
    shelf.feed(1, "one")
    shelf.feed(2, "two")
    evidence = Evidence("sea", "ship*", "ships", "title", 4, 9)
    more = {
        "agency_from": "dateline",
        "holders": ["AFP"],
        "years": [2025, 2026],
        "authors": ["Jane Doe"],
        "categories": ["World"],
        "dateline": {"words": "OSLO (AFP) -", "place": "OSLO", "agency": "AFP", "day": None},
        "notices": [{"kind": "photo", "words": "Photo: AFP", "role": "photo", "years": [2026]}],
        "enclosures": [
            {"url": "https://paper.example/1.mp3", "type": "audio/mpeg", "length": 3},
            {"url": "https://paper.example/1", "medium": "image"},
        ],
    }
    shelf.article(
        Subject(
            title="Two ships",
            summary="At sea",
            text="They met.",
            outlet="paper.example",
            url="https://paper.example/1",
            agency="AFP",
            language="en",
            when=instant(20),
            first_seen=instant(21),
        ),
        7,
        published="2026-11-20T00:00:00Z",
        published_raw="Fri, 20 Nov 2026 01:00:00 +0100",
        published_offset=60,
        published_from="published",
        zone="given",
        updated="2026-11-22T00:00:00Z",
        backfill=1,
        copyright="© AFP 2026",
        more=json.dumps(more),
    )
    shelf.story(7, lead=7, outlets=4)
    shelf.tag(7, "sea", [vars_of(evidence)])
    shelf.sight(7, "two", url="https://two.example/1", at="2026-11-21T00:00:02Z")
    shelf.sight(7, "one", url="https://paper.example/1?x", at="2026-11-21T00:00:01Z")
    shelf.insert("article_html", article_id=7, html="<p>They met.</p>")
    article = Article(
        id=7,
        seq=1,
        story=7,
        outlet="paper.example",
        url="https://paper.example/1",
        urls=("https://paper.example/1?x", "https://two.example/1"),
        title="Two ships",
        summary="At sea",
        text="They met.",
        text_kind="full",
        html="<p>They met.</p>",
        authors=("Jane Doe",),
        categories=("World",),
        language="en",
        published="2026-11-20T00:00:00Z",
        published_raw="Fri, 20 Nov 2026 01:00:00 +0100",
        published_offset=60,
        published_from="published",
        published_precision="second",
        zone="given",
        first_seen="2026-11-21T00:00:00Z",
        updated="2026-11-22T00:00:00Z",
        versions=1,
        backfill=True,
        feeds=("one", "two"),
        tags=("sea",),
        evidence=(evidence,),
        copyright="© AFP 2026",
        holders=("AFP",),
        years=(2025, 2026),
        agency="AFP",
        agency_from="dateline",
        dateline=Dateline("OSLO (AFP) -", "OSLO", "AFP", None),
        notices=(Notice("photo", "Photo: AFP", "photo", years=(2026,)),),
        enclosures=(
            Enclosure("https://paper.example/1.mp3", "audio/mpeg", 3),
            Enclosure("https://paper.example/1", medium="image"),
        ),
        images=("https://paper.example/1",),
    )
    with open_library(shelf.path) as library:
        yield library, article


def vars_of(evidence: Evidence) -> dict[str, object]:
    return {name: getattr(evidence, name) for name in Evidence.__slots__}


def test_one_article_is_whole(whole):
    library, article = whole
    assert library.article(7) == Listed(article, outlets=4)
    assert library.article(8) is None


def test_a_full_list_has_texts_and_a_short_one_has_not(whole):
    library, article = whole
    (full,), (short,) = library.articles(full=True), library.articles()
    assert full.article == article
    assert (short.article.text, short.article.html, short.article.evidence) == ("", "", ())
    assert short.article.title == article.title


def test_versions_run_from_the_first_to_the_current(shelf):
    shelf.feed(1, "one")
    shelf.article(Subject(title="Now", text="As it is."), 1)
    shelf.db.execute("DELETE FROM version")
    was = zlib.compress(json.dumps({"title": "Before", "text": "As it was."}).encode())
    shelf.version(1, 1, since="a", until="b", was=was, title="Before")
    shelf.version(1, 2, since="b", until="c", cause="recleaned", title="Between")
    shelf.version(1, 3, since="c", stealth=1, title="Now")
    with open_library(shelf.path) as library:
        assert library.versions(1) == (
            VersionLine(1, "a", "b", "published", False, "Before", "As it was."),
            VersionLine(2, "b", "c", "recleaned", False, "Between", ""),
            VersionLine(3, "c", None, "published", True, "Now", "As it is."),
        )
        assert library.versions(2) == ()


def test_a_version_tells_its_summary_and_its_copyright(shelf):
    shelf.feed(1, "one")
    shelf.article(Subject(title="Now", summary="In short."), 1, copyright="© Wire 2026")
    shelf.db.execute("DELETE FROM version")
    said = {"title": "Now", "text": "", "summary": "In brief.", "copyright": None}
    shelf.version(1, 1, since="a", until="b", was=zlib.compress(json.dumps(said).encode()))
    shelf.version(1, 2, since="b")
    with open_library(shelf.path) as library:
        told = [(one.title, one.summary, one.copyright) for one in library.versions(1)]
    assert told == [("Now", "In brief.", ""), ("Now", "In short.", "© Wire 2026")]


def test_a_version_tells_the_notices_beside_its_copyright(shelf):
    shelf.feed(1, "one")
    notices = [{"kind": "copyright", "words": "© Wire"}, {"kind": "credit", "words": "Reporting by Ann Ash"}]
    photo = {"kind": "photo", "role": "photo", "words": "Photo: Bo Birk"}
    shelf.article(
        Subject(title="Now"), 1, copyright="© Wire", more=json.dumps({"notices": [*notices, photo]})
    )
    shelf.db.execute("DELETE FROM version")
    said = {"title": "Now", "copyright": "© Wire", "notices": notices[:1]}
    shelf.version(1, 1, since="a", until="b", was=zlib.compress(json.dumps(said).encode()))
    shelf.version(1, 2, since="b")
    with open_library(shelf.path) as library:
        assert [one.notices for one in library.versions(1)] == [(), ("Reporting by Ann Ash",)]


def test_an_article_that_was_once_edited_in_silence_says_so(shelf):
    shelf.feed(1, "one")
    shelf.article(Subject(title="Quiet", edited=instant(22), stealth=instant(22)), 1)
    shelf.article(Subject(title="Open", edited=instant(22)), 2)
    with open_library(shelf.path) as library:
        found = library.articles(stories=False)
        assert [(one.article.title, one.article.stealth) for one in found] == [
            ("Open", False),
            ("Quiet", True),
        ]


def test_a_list_reads_how_an_untitled_article_begins(shelf):
    shelf.feed(1, "one")
    shelf.article(Subject(text="word " * 100), 1)
    with open_library(shelf.path) as library:
        assert [len(one.article.text) for one in library.articles()] == [200]


@pytest.fixture
def polled(shelf):
    """Two feeds with a history, one paused, one that is no longer configured."""
    shelf.feed(
        1,
        "b",
        outlet="B",
        moved_to="https://new.example/",
        moved_adopted=1,
        moved_since="2026-11-20T00:00:00Z",
        state="failing",
    )
    shelf.feed(2, "a", state="paused")
    shelf.feed(3, "gone", removed_at="2026-11-01T00:00:00Z")
    shelf.article(Subject(feeds=("b", "gone"), tags=("x",), when=instant(20)), 1)
    shelf.article(Subject(feeds=("b",), tags=("x", "Y"), when=instant(21)), 2, edits=1)
    shelf.version(2, 2, since="2026-11-22T00:00:00Z")
    shelf.story(1, lead=1)
    shelf.story(2, lead=2, merged_into=1)
    shelf.poll(1, "2026-11-22T00:00:00Z", alarm="too old to matter")
    shelf.poll(1, "2026-11-24T11:00:00Z", total=30, new=2, edited=1, took_ms=12, alarm="a gap")
    shelf.poll(1, "2026-11-24T11:15:00Z", "failed", code="http-404", line="not found", status=404)
    with open_library(shelf.path) as library:
        yield library


def test_feeds_are_listed_with_how_their_last_poll_went(polled):
    assert polled.feeds() == (
        FeedLine(
            name="a",
            url="https://a.example/rss",
            current_url="https://a.example/rss",
            outlet=None,
            state="paused",
            articles=0,
            last_poll=None,
            last_ok=None,
            next_poll=None,
            interval_s=900,
            error_code=None,
            error=None,
        ),
        FeedLine(
            name="b",
            url="https://b.example/rss",
            current_url="https://new.example/",
            outlet="B",
            state="failing",
            articles=2,
            last_poll="2026-11-24T11:15:00Z",
            last_ok="2026-11-24T11:00:00Z",
            next_poll="2026-11-24T12:15:00Z",
            interval_s=900,
            error_code="http-404",
            error="not found",
            notes=("moved for good to https://new.example/ (since 2026-11-20), and polled there",),
        ),
    )


def test_tags_are_those_of_articles_and_of_rules(polled):
    rules = RuleSet(
        (
            Rule("x", any=("ship*", "boat"), none=("museum",)),
            Rule("new", query="tag:x -tag:y"),
            Rule("US", all=("US", "Navy"), case=True),
        )
    )
    assert polled.tags(rules) == (
        TagLine("new", 0, None, "tag:x -tag:y"),
        TagLine("US", 0, None, "all of: US, Navy (as written)"),
        TagLine("x", 2, "2026-11-21T00:00:00Z", "ship*, boat; none of: museum"),
        TagLine("Y", 1, "2026-11-21T00:00:00Z", ""),
    )


def test_the_status_counts_everything(polled):
    status = Status(
        version="1.2",
        schema=opening.SCHEMA,
        running=False,
        pid=None,
        feeds={"failing": 1, "paused": 1},
        articles=2,
        versions=3,
        stories=1,
        last_poll="2026-11-24T11:15:00Z",
        next_poll="2026-11-24T12:15:00Z",
        alarms=("b: a gap",),
    )
    assert polled.status("1.2") == status
    daemon = DaemonLock(polled.path)
    try:
        running = polled.status("1.2")
        assert (running.running, running.pid) == (True, os.getpid())
    finally:
        daemon.release()


def test_an_empty_database_answers_every_question(shelf):
    with open_library(shelf.path) as library:
        assert list(library.articles(parse("iraq"), order="relevance")) == []
        assert (library.feeds(), library.tags(RuleSet()), library.versions(1), library.history("x")) == (
            (),
        ) * 4
        assert library.status("1").alarms == ()


# --- opening -------------------------------------------------------------------------------------


def made(path: Path, statement: str) -> None:
    db = sqlite3.connect(path)
    db.executescript(statement)
    db.close()


UNREADABLE = {
    "missing": (lambda path: None, StoreError, "nothing polled yet; run `feedwatch poll`"),
    "empty": (lambda path: path.write_bytes(b""), StoreError, "nothing polled yet; run `feedwatch poll`"),
    "a folder": (
        lambda path: path.mkdir(),
        StoreError,
        "is a folder; name a file in it, such as {path}/feedwatch.db",
    ),
    "not a database": (
        lambda path: path.write_text("[[feeds]]\n" * 20),
        StoreError,
        "not a database; choose another file in [storage] url",
    ),
    "damaged": (
        lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4080),
        StoreError,
        "the database is damaged (file is not a database); restore a backup",
    ),
    "another program's": (
        lambda path: made(path, "CREATE TABLE t (x)"),
        SchemaError,
        "a database of another program; choose another file in [storage] url",
    ),
    "newer": (
        lambda path: made(path, f"PRAGMA application_id={opening.APPLICATION_ID}; PRAGMA user_version=99"),
        SchemaError,
        "written by a newer feedwatch (schema 99, this one knows 2); upgrade",
    ),
    "older": (
        lambda path: made(path, f"PRAGMA user_version=0; PRAGMA application_id={opening.APPLICATION_ID}"),
        SchemaError,
        "written by an older feedwatch (schema 0); run `feedwatch db migrate`",
    ),
}


@pytest.mark.parametrize(("make", "kind", "message"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_one_line_with_the_fix(tmp_path, make, kind, message):
    path = tmp_path / "x.db"
    make(path)
    with pytest.raises(kind) as failure:
        open_library(path)
    assert str(failure.value) == f"{path}: {message.format(path=path)}"


def test_a_database_that_stays_locked_is_busy(shelf, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_TIMEOUT_S", 0.1)
    shelf.db.execute("PRAGMA journal_mode=DELETE")
    shelf.db.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusyError, match="stayed locked by another program; try again"):
        open_library(shelf.path)


def test_a_reader_sees_the_last_commit_while_another_writes(shelf):
    shelf.feed(1, "one")
    shelf.db.execute("BEGIN IMMEDIATE")
    shelf.feed(2, "two")
    with open_library(shelf.path) as library:
        assert [feed.name for feed in library.feeds()] == ["one"]


def test_nothing_can_be_written(shelf):
    with open_library(shelf.path) as library, pytest.raises(sqlite3.OperationalError, match="readonly"):
        library._connection.execute("DELETE FROM feed")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_copy_in_a_folder_we_may_not_write_is_read(shelf):
    shelf.db.close()
    shelf.path.parent.chmod(0o500)
    try:
        with open_library(shelf.path) as library:
            assert library.feeds() == ()
    finally:
        shelf.path.parent.chmod(0o700)


def test_reading_loads_nothing_that_writing_needs():
    code = "import sys, feedwatch.store.find; print({'sqlmodel', 'sqlalchemy', 'difflib'} & set(sys.modules))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout == "set()\n"


def test_times_of_articles_are_what_the_model_reads(whole):
    library, _ = whole
    assert from_text(next(library.articles(EVERYTHING)).article.first_seen) == instant(21)
