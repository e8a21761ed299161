"""What becomes of items: documents through refine, judge and store, on a real database file."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from documents import FERRY, STATION, feed, item, rss
from pipeline import Pipeline

from feedwatch.model import Failed, Rule, RuleSet

HOUR = timedelta(hours=1)
Polls = Callable[..., Pipeline]


@pytest.fixture
def polls(tmp_path: Path, now: datetime) -> Polls:
    """Polls documents an hour apart: (feed name, document), …"""

    def run(*answers: tuple[str, bytes | Failed], **settings: object) -> Pipeline:
        feeds = settings.pop("feeds", None) or [feed(name) for name in dict.fromkeys(n for n, _ in answers)]
        pipeline = Pipeline(tmp_path / "test.db", feeds, now - HOUR, **settings)  # type: ignore[arg-type]
        for number, (name, answer) in enumerate(answers):
            pipeline.poll(name, answer, now + number * HOUR)
        return pipeline

    return run


def articles(pipeline: Pipeline) -> list[tuple[object, ...]]:
    """(title, versions, number of sightings) of every article, in order of arrival."""
    return pipeline.rows(
        "SELECT title, versions, (SELECT count(*) FROM sighting s WHERE s.article_id = a.id) "
        "FROM articles a ORDER BY id"
    )


def test_an_item_sent_again_is_the_same_article(polls: Polls) -> None:
    first = rss(item(guid="1", text=STATION))
    again = rss(item("Another", "https://news.example/b", guid="2"), item(guid="1", text=STATION))
    assert articles(polls(("a", first), ("a", again))) == [
        ("Pumping station reopens in Basra", 1, 1),
        ("Another", 1, 1),
    ]


def test_an_item_twice_in_one_document_is_one_article(polls: Polls) -> None:
    document = rss(item(guid="1", text=STATION), item(guid="1", text=STATION), item(guid="2", text=STATION))
    assert articles(polls(("a", document))) == [("Pumping station reopens in Basra", 1, 2)]


def test_the_same_item_in_two_feeds_is_one_article_with_both_names(polls: Polls) -> None:
    here = rss(item(link="https://news.example/a?utm_source=rss", guid="x1", text=STATION))
    there = rss(item(link="https://news.example/a?fbclid=9#top", guid="y7", text=STATION))
    pipeline = polls(("a", here), ("b", there))
    assert pipeline.rows("SELECT feeds, url FROM articles") == [('["a","b"]', "https://news.example/a")]


def test_short_titles_of_one_day_are_as_many_articles(polls: Polls) -> None:
    days = {"published": "2026-11-23", "title": "Cartoon of the day"}
    drawn = rss(*(item(link=f"https://news.example/{n}", guid=str(n), **days) for n in range(3)))
    assert len(articles(polls(("a", drawn)))) == 3


def test_a_changed_guid_is_no_new_article(polls: Polls) -> None:
    assert articles(
        polls(("a", rss(item(guid="1", text=STATION))), ("a", rss(item(guid="2", text=STATION))))
    ) == [("Pumping station reopens in Basra", 1, 2)]


def test_a_changed_guid_and_address_is_no_new_article(polls: Polls) -> None:
    before = rss(item(guid="1", text=STATION))
    after = rss(item(link="https://news.example/basra-station", guid="2", text=STATION))
    pipeline = polls(("a", before), ("a", after))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 2)]
    assert pipeline.rows("SELECT event FROM change ORDER BY seq") == [("new",), ("moved",)]


GALLERY = "<p>The finest photographs of the wire agencies, chosen every evening by our editors.</p>"


@pytest.mark.parametrize(
    ("text", "published", "number"),
    [
        (GALLERY, "Mon, 23 Nov 2026 15:00:00 GMT", 1),
        (GALLERY, "Tue, 24 Nov 2026 10:00:00 GMT", 2),
        (STATION, "Tue, 24 Nov 2026 10:00:00 GMT", 1),
    ],
    ids=["a notice within the day", "a notice of the next day", "a text"],
)
def test_a_notice_comes_again_and_a_text_has_moved(
    polls: Polls, text: str, published: str, number: int
) -> None:
    """The same words of the same outlet under another guid and address."""
    after = item(link="https://news.example/b", guid="2", text=text, published=published)
    assert len(articles(polls(("a", rss(item(guid="1", text=text))), ("a", rss(after))))) == number


def test_an_edit_is_a_version_of_the_same_article(polls: Polls) -> None:
    edited = STATION.replace("three weeks", "four weeks")
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("a", rss(item(guid="1", text=edited))))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 2, 1)]
    assert pipeline.rows("SELECT n, until, cause FROM version") == [
        (1, "2026-11-24T13:00:00Z", "published"),
        (2, None, "published"),
    ]
    [(text,)] = pipeline.rows("SELECT text FROM article")
    assert "four weeks" in str(text)


def test_typographic_noise_is_no_edit(polls: Polls) -> None:
    noise = STATION.replace("<p>", "<p >").replace("three weeks", "three&nbsp; weeks")
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("a", rss(item(guid="1", text=noise))))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 1)]


def test_only_the_outlet_changes_its_words(polls: Polls) -> None:
    """Another outlet's feed that copies guid and link changes nothing."""
    true = rss(item(guid="1", text=STATION))
    false = rss(item("Station burns", guid="1", text=FERRY))
    feeds = [feed("a", outlet="News"), feed("b", outlet="Other")]
    pipeline = polls(("a", true), ("b", false), feeds=feeds)
    assert pipeline.rows("SELECT title, versions, feeds FROM articles") == [
        ("Pumping station reopens in Basra", 1, '["a","b"]')
    ]


def test_an_excerpt_in_another_section_is_no_edit_and_the_fullest_text_is_shown(polls: Polls) -> None:
    teaser = "<p>Engineers in Basra have reopened the northern pumping station.</p>"
    section = rss(item(guid="s1", text=teaser))
    front = rss(item(guid="f1", text=STATION))
    again = rss(item(guid="s1", text=teaser.replace("<p>", "<p> ")))
    pipeline = polls(("section", section), ("front", front), ("section", again))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 2)]
    [(text,)] = pipeline.rows("SELECT text FROM article")
    assert "winter rains" in str(text)


def test_the_feed_whose_fuller_text_is_shown_edits_it(polls: Polls) -> None:
    teaser = "<p>Engineers in Basra have reopened the northern pumping station.</p>"
    edited = STATION.replace("three weeks", "four weeks")
    pipeline = polls(
        ("section", rss(item(guid="s1", text=teaser))),
        ("front", rss(item(guid="f1", text=STATION))),
        ("front", rss(item(guid="f1", text=edited))),
        ("section", rss(item(guid="s1", text=teaser.replace("northern", "largest")))),
    )
    assert articles(pipeline) == [("Pumping station reopens in Basra", 2, 2)]
    [(text,)] = pipeline.rows("SELECT text FROM article")
    assert "four weeks" in str(text)


def test_sections_that_send_one_text_and_edit_it_in_turn_make_one_version(polls: Polls) -> None:
    edited = STATION.replace("three weeks", "four weeks")
    here, there = rss(item(guid="s1", text=STATION)), rss(item(guid="f1", text=STATION))
    after = [rss(item(guid=guid, text=edited)) for guid in ("f1", "s1")]
    pipeline = polls(("section", here), ("front", there), ("front", after[0]), ("section", after[1]))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 2, 2)]


def test_a_guid_used_again_for_other_news_is_another_article(polls: Polls) -> None:
    one = rss(item(guid="1", text=STATION))
    two = rss(item("Ferry stops", "https://news.example/ferry", guid="1", text=FERRY))
    assert articles(polls(("a", one), ("a", two))) == [
        ("Pumping station reopens in Basra", 1, 1),
        ("Ferry stops", 1, 1),
    ]


def test_one_guid_for_every_item_still_tells_them_apart(polls: Polls) -> None:
    items = [
        item(f"Report {n}", f"https://news.example/{n}", guid="feed", text=f"{n} boats") for n in range(4)
    ]
    pipeline = polls(("a", rss(*items[:3])), ("a", rss(*items[1:])))
    assert [title for title, *_ in articles(pipeline)] == ["Report 0", "Report 1", "Report 2", "Report 3"]


def test_one_link_and_no_guid_for_every_item_still_tells_them_apart(polls: Polls) -> None:
    """Broadcasters link every programme to its front page."""
    items = [item(f"Programme {n}", "https://radio.example/daily", text=f"Guest {n}") for n in range(4)]
    pipeline = polls(("a", rss(*items[:3])), ("a", rss(*items[1:])))
    assert [title for title, *_ in articles(pipeline)] == [f"Programme {n}" for n in range(4)]


def test_comments_under_one_page_are_articles_of_their_own(polls: Polls) -> None:
    def comment(number: int, text: str) -> str:
        return item("By: A reader", f"https://news.example/page#comment-{number}", f"c{number}", text)

    both = rss(comment(1, "I crossed by that ferry as a child."), comment(2, "Where is the new timetable?"))
    later = rss(comment(3, "The ferry ran again this morning, slowly."))
    assert len(articles(polls(("a", both), ("a", later)))) == 3


def test_an_item_without_guid_and_link_is_recognised_by_its_words(polls: Polls) -> None:
    bare = item(link="", text=STATION)
    pipeline = polls(("a", rss(bare)), ("a", rss(item("Ferry stops", "", text=FERRY), bare)))
    assert [title for title, *_ in articles(pipeline)] == ["Pumping station reopens in Basra", "Ferry stops"]


def test_an_item_that_leaves_and_returns_is_a_sighting(polls: Polls) -> None:
    station, ferry = item(guid="1", text=STATION), item("Ferry", "https://news.example/f", "2", FERRY)
    pipeline = polls(("a", rss(station, ferry)), ("a", rss(ferry)), ("a", rss(ferry, station)))
    assert [versions for _, versions, _ in articles(pipeline)] == [1, 1]
    assert pipeline.rows("SELECT last_seen FROM sighting") == [(None,), (None,)]


def test_an_item_that_left_keeps_the_time_it_was_last_seen(polls: Polls) -> None:
    station, ferry = item(guid="1", text=STATION), item("Ferry", "https://news.example/f", "2", FERRY)
    pipeline = polls(("a", rss(station, ferry)), ("a", rss(ferry)))
    assert pipeline.rows("SELECT last_seen FROM sighting ORDER BY article_id") == [
        ("2026-11-24T13:00:00Z",),
        (None,),
    ]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (b"", "empty"),
        (
            b"<!doctype html><html><head><title>Log in</title></head><body>Please log in</body></html>",
            "not-a-feed",
        ),
        (rss(), "no-items"),
        (Failed("fetch", "http-503", "the server cannot answer now", status=503), "http-503"),
    ],
    ids=["empty", "html", "no items", "server error"],
)
def test_a_bad_answer_is_recorded_and_costs_nothing(polls: Polls, answer: bytes | Failed, code: str) -> None:
    good = rss(item(guid="1", text=STATION))
    pipeline = polls(("a", good), ("a", answer), ("a", good))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 1)]
    assert pipeline.rows("SELECT outcome, code FROM poll ORDER BY id") == [
        ("ok", None),
        ("failed", code),
        ("unchanged", None),
    ]
    assert pipeline.rows("SELECT last_seen FROM sighting") == [(None,)]


def test_a_document_cut_off_keeps_its_items_and_its_validators_back(polls: Polls) -> None:
    station, ferry = item(guid="1", text=STATION), item("Ferry", "https://news.example/f", "2", FERRY)
    whole = rss(ferry, station)
    cut = whole[: whole.index(b"Basra have") + 20]
    pipeline = polls(("a", rss(station)), ("a", cut))
    assert [title for title, *_ in articles(pipeline)] == ["Pumping station reopens in Basra", "Ferry"]
    assert pipeline.rows("SELECT body_hash FROM feed_document") == [(None,)]
    assert pipeline.rows("SELECT last_seen FROM sighting") == [(None,), (None,)]


def test_a_broken_document_gives_its_items_and_says_what_is_wrong(polls: Polls) -> None:
    broken = rss(item(guid="1", text=STATION)).replace(b"<channel>", b"<channel><a>&nosuch;</b>")
    pipeline = polls(("a", broken))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 1)]
    [(outcome, code)] = pipeline.rows("SELECT outcome, code FROM poll")
    assert (outcome, code) == ("ok", "not-well-formed")


def test_a_document_that_shares_nothing_with_the_last_raises_the_gap_alarm(polls: Polls) -> None:
    one = rss(item(guid="1", text=STATION))
    two = rss(item("Ferry", "https://news.example/f", "2", FERRY))
    pipeline = polls(("a", one), ("a", two))
    assert [str(alarm or "")[:4] for (alarm,) in pipeline.rows("SELECT alarm FROM poll")] == ["", "gap:"]


def test_a_flood_is_counted_and_taken_up_later(polls: Polls, now: datetime) -> None:
    items = [item(f"Notice {n}", f"https://news.example/{n}", str(n), f"Notice number {n}") for n in range(5)]
    pipeline = polls(("a", rss(*items)), new_per_day=3)
    assert len(articles(pipeline)) == 3
    assert pipeline.rows("SELECT new, alarm FROM poll") == [
        (3, "flood: 2 items beyond the limit of 3 new articles a day wait")
    ]
    pipeline.poll("a", rss(*items), now + timedelta(days=1))
    assert len(articles(pipeline)) == 5


def test_one_text_in_two_outlets_is_one_story_of_two_articles(polls: Polls) -> None:
    there = rss(item("Basra pumps again", "https://gazette.example/9", "9", STATION))
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("b", there))
    assert pipeline.rows("SELECT outlet, story FROM articles") == [
        ("news.example", 1),
        ("gazette.example", 1),
    ]
    assert pipeline.rows("SELECT articles, outlets FROM stories") == [(2, 2)]
    assert pipeline.rows("SELECT article_id, twin_id, kind, by FROM story_link") == [(2, 1, "same", "auto")]


def test_tags_are_given_with_their_evidence_and_renewed_by_an_edit(polls: Polls) -> None:
    rules = RuleSet((Rule("Water", any=("pumping station",)), Rule("Ferry", any=("ferry",))))
    pipeline = polls(
        ("a", rss(item("News", guid="1", text=STATION))),
        ("a", rss(item("News", guid="1", text=FERRY))),
        rules=rules,
    )
    assert pipeline.rows("SELECT tags FROM articles") == [('["Ferry"]',)]


def test_a_feeds_own_tags_go_to_every_article_it_brings(polls: Polls) -> None:
    document = rss(item(guid="1", text=STATION))
    feeds = [feed("a"), feed("b", tags=("Desk",))]
    pipeline = polls(("a", document), ("b", document), feeds=feeds)
    assert pipeline.rows("SELECT tags FROM articles") == [('["Desk"]',)]


def test_what_the_first_poll_brings_is_backfill(polls: Polls) -> None:
    station, ferry = item(guid="1", text=STATION), item("Ferry", "https://news.example/f", "2", FERRY)
    pipeline = polls(("a", rss(station)), ("a", rss(ferry, station)))
    assert pipeline.rows("SELECT backfill FROM article ORDER BY id") == [(1,), (0,)]


def test_the_search_index_follows_an_edit(polls: Polls) -> None:
    pipeline = polls(
        ("a", rss(item("News", guid="1", text=STATION))), ("a", rss(item("News", guid="1", text=FERRY)))
    )
    assert pipeline.rows("SELECT rowid FROM article_fts WHERE article_fts MATCH 'transformer'") == []
    assert pipeline.rows("SELECT rowid FROM article_fts WHERE article_fts MATCH 'ferry'") == [(1,)]


def test_an_address_that_changes_with_the_title_leaves_the_old_one_known(polls: Polls) -> None:
    before = rss(item(link="https://news.example/station-closed", guid="1", text=STATION))
    after = rss(item(link="https://news.example/station-open", guid="1", text=STATION))
    elsewhere = rss(item(link="https://news.example/station-closed?utm_source=x", guid="b7", text=STATION))
    pipeline = polls(("a", before), ("a", after), ("b", elsewhere))
    assert pipeline.rows("SELECT url, last_seen FROM sighting WHERE feed_id = 1 ORDER BY url") == [
        ("https://news.example/station-closed", "2026-11-24T13:00:00Z"),
        ("https://news.example/station-open", None),
    ]
    assert len(articles(pipeline)) == 1


# --- what publishers do to every key ----------------------------------------------------------------

LATER = "Thu, 26 Nov 2026 08:00:00 GMT"
KEYS = {
    "guids that change on each poll": (
        rss(item(guid="a-1", text=STATION)),
        rss(item(guid="a-2", text=STATION)),
        rss(item(guid="a-3", text=STATION)),
        [("Pumping station reopens in Basra", 1)],
    ),
    "an address that changes with the title": (
        rss(item(link="https://news.example/basra-pumps", guid="1", text=STATION)),
        rss(item("Basra pumps again", "https://news.example/basra-pumps-again", "1", STATION)),
        [("Basra pumps again", 2)],
    ),
    "http, then https, then www": (
        rss(item(link="http://news.example/a", text=STATION)),
        rss(item(link="https://news.example/a", text=STATION)),
        rss(item(link="https://www.news.example/a/", text=STATION)),
        [("Pumping station reopens in Basra", 1)],
    ),
    "an AMP twin": (
        rss(item(link="https://www.theguardian.com/world/2026/a", guid="1", text=STATION)),
        rss(item(link="https://amp.theguardian.com/world/2026/a", guid="2", text=STATION)),
        [("Pumping station reopens in Basra", 1)],
    ),
    "a mobile twin": (
        rss(item(link="https://news.example/a", guid="1", text=STATION)),
        rss(item(link="https://m.news.example/a", guid="2", text=STATION)),
        [("Pumping station reopens in Basra", 1)],
    ),
    "a redirector's link": (
        rss(item(link="https://news.example/a", guid="1", text=STATION)),
        rss(item(link="https://www.google.com/url?q=https://news.example/a&amp;s=U", guid="2", text=STATION)),
        [("Pumping station reopens in Basra", 1)],
    ),
    "titles that alternate": (
        rss(item(guid="1", text=STATION)),
        rss(item("Basra pumps again", guid="1", text=STATION)),
        rss(item(guid="1", text=STATION)),
        rss(item("Basra pumps again", guid="1", text=STATION)),
        rss(item(guid="1", text=STATION)),
        [("Basra pumps again", 2)],
    ),
    "neither guid nor link": (
        rss(item(link="", text=STATION)),
        rss(item("Ferry stops", "", text=FERRY), item(link="", text=STATION)),
        [("Pumping station reopens in Basra", 1), ("Ferry stops", 1)],
    ),
    "guids that differ only in case": (
        rss(
            item("One", "https://news.example/1", "aB", STATION),
            item("Two", "https://news.example/2", "Ab", FERRY),
        ),
        [("One", 1), ("Two", 1)],
    ),
    "addresses that differ only in case": (
        rss(
            item("One", "https://youtu.be/aBc", text=STATION),
            item("Two", "https://youtu.be/AbC", text=FERRY),
        ),
        [("One", 1), ("Two", 1)],
    ),
    "a page that is given to other news weeks later": (
        rss(item(guid="video", text=STATION, published="Mon, 02 Nov 2026 10:00:00 GMT")),
        rss(item("Ferry stops", guid="video", text=FERRY)),
        [("Pumping station reopens in Basra", 1), ("Ferry stops", 1)],
    ),
    "a page whose article is rewritten and dated anew": (
        rss(item(guid="1", text=STATION)),
        rss(item("Ferry stops", guid="1", text=FERRY, published=LATER)),
        [("Ferry stops", 2)],
    ),
    "a page whose article is rewritten": (
        rss(item(guid="1", text=STATION)),
        rss(item("Ferry stops", guid="1", text=FERRY)),
        [("Ferry stops", 2)],
    ),
    "a live blog": (
        rss(item("Live: the lake", guid="blog", text="<p>LIVE</p><p>10:05 The ferry stops.</p>")),
        rss(item("Live: the lake", guid="blog", text="<p>LIVE</p><p>11:20 Farmers drive round.</p>" + FERRY)),
        rss(item("A day on the lake", guid="blog", text="<p>12:40 The mayor speaks.</p>" + STATION + FERRY)),
        [("A day on the lake", 3)],
    ),
    "the same item twice in one document": (
        rss(item(guid="1", text=STATION), item(guid="1", text=STATION)),
        [("Pumping station reopens in Basra", 1)],
    ),
    "an item that leaves and comes back": (
        rss(item(guid="1", text=STATION)),
        rss(item("Ferry stops", "https://news.example/f", "2", FERRY)),
        rss(item(guid="1", text=STATION)),
        [("Pumping station reopens in Basra", 1), ("Ferry stops", 1)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", KEYS.values(), ids=KEYS.keys())
def test_an_article_is_known_whatever_happens_to_its_keys(polls: Polls, case: tuple[object, ...]) -> None:
    *documents, expected = case
    pipeline = polls(*(("a", document) for document in documents))
    assert pipeline.rows("SELECT title, versions FROM articles ORDER BY id") == expected


def test_a_date_alone_is_an_event_and_no_version(polls: Polls) -> None:
    again = item(guid="1", text=STATION, published="Tue, 24 Nov 2026 11:00:00 GMT")
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("a", rss(again)))
    assert pipeline.rows("SELECT event FROM change ORDER BY seq") == [("new",), ("dated",)]
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 1)]


def test_a_feed_that_brings_an_outlets_link_first_does_not_own_it(polls: Polls) -> None:
    false = rss(item("Station burns", "https://news.example/a", "x", FERRY)).replace(
        b"//news.example/<", b"//spam.example/<"
    )
    true = rss(item("Station reopens", "https://news.example/a", "1", STATION))
    feeds = [feed("spam"), feed("a", "https://feeds.news.example/rss")]
    pipeline = polls(
        ("spam", false), ("a", true), ("spam", false.replace(b"burns", b"burns down")), feeds=feeds
    )
    assert pipeline.rows("SELECT title, versions, outlet FROM articles") == [
        ("Station reopens", 2, "news.example")
    ]
    assert pipeline.rows("SELECT owner_feed_id, claim FROM article") == [(2, 2)]


@pytest.mark.parametrize(
    ("line", "corrected"),
    [
        ("<p>Correction: an earlier version gave the wrong month.</p>", 1),
        ("<p>This article was corrected on Monday to say that the station has two pumps.</p>", 1),
        ("<p>The market is due for a correction: analysts expect it soon.</p>", 0),
    ],
)
def test_a_correction_line_marks_the_article(polls: Polls, line: str, corrected: int) -> None:
    edited = rss(item(guid="1", text=STATION + line))
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("a", edited))
    assert pipeline.rows("SELECT corrected FROM articles") == [(corrected,)]


def test_a_poll_keeps_what_became_of_its_items_and_why(polls: Polls) -> None:
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("b", rss(item(guid="2", text=STATION))))
    assert pipeline.rows("SELECT verdicts FROM poll ORDER BY id") == [
        ('{"new":{"nothing we have is this article":1}}',),
        ('{"seen":{"the same address as an article we have":1}}',),
    ]
    assert pipeline.rows("SELECT why FROM sighting ORDER BY feed_id") == [
        (None,),
        ("the same address as an article we have",),
    ]


def test_a_reason_is_told_whole(polls: Polls) -> None:
    first, again = (rss(item(guid="1", text=STATION), channel=f"<ttl>{ttl}</ttl>") for ttl in (5, 6))
    varied = first.replace(b"<p>", b"<p >")
    pipeline = polls(("a", first), ("a", varied), ("a", again))
    assert pipeline.rows("SELECT verdicts FROM poll WHERE id = 2") == [
        ('{"noise":{"sent again; title, text and notices say the same":1}}',)
    ]


def test_empty_items_are_no_articles(polls: Polls) -> None:
    pipeline = polls(("a", rss("<item/><item><title/></item>", item(guid="1", text=STATION))))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 1)]
    assert pipeline.rows("SELECT total, code FROM poll") == [(1, "item-empty")]


def test_a_title_that_comes_again_and_again_hides_no_other_words(polls: Polls) -> None:
    often = [
        item(
            "Watch live",
            f"https://news.example/{n}",
            f"w{n}",
            published=f"2026-11-23T{n // 60:02}:{n % 60:02}Z",
        )
        for n in range(301)
    ]
    pipeline = polls(
        ("a", rss(item(guid="1", text=STATION), *often[:300])),
        ("a", rss(item(link="https://news.example/moved", guid="2", text=STATION), *often[300:])),
    )
    assert pipeline.rows("SELECT new FROM poll ORDER BY id") == [(301,), (1,)]


# --- noise, flaps and what is taken back --------------------------------------------------------------

NOISE = {
    "a clock": ("{}<p>Updated 5 minutes ago</p>", "{}<p>Updated 2 hours ago</p>"),
    "a clock that comes": ("{}", "<p>Last updated: 12:31</p>{}"),
    "a clock beside a name": ("<p>By J. Doe | 1 hour ago</p>{}", "<p>By J. Doe | 2 hours ago</p>{}"),
    "reading time": ("<p>3 min read</p>{}", "<p>4 min read</p>{}"),
    "comments": ("{}<p>Comments (0)</p>", "{}<p>Comments (17)</p>"),
    "views": ("{}<p>1,204 views · 12 comments</p>", "{}<p>1,911 views · 30 comments</p>"),
    "a flag": ("<p>LIVE</p>{}", "{}"),
    "a teaser at the foot": ("{}<p>Read also: Ferry stops</p>", "{}<p>Read also: Mill burns</p>"),
    "a teaser at the head": ("<p>ALSO READ | Ferry stops</p>{}", "<p>ALSO READ | Mill burns</p>{}"),
    "a teaser inside": ("{}<p>Related: Ferry stops</p>{}", "{}<p>Related: Mill burns</p>{}"),
    "an advertisement": ("{}<p>Advertisement: boats</p>", "{}<p>Advertisement: bricks</p>"),
    "words to the reader": ("{}<p>Follow us on our channel.</p>", "{}<p>Send us your pictures.</p>"),
    "a picture's credit": ("{}<p>(Photo: Amina Rashid/AFP)</p>", "{}<p>(Photo: Omar Haddad/Reuters)</p>"),
    "tracking in a link": ('{}<p><a href="/b?utm_source=a">B</a></p>', '{}<p><a href="/b?x=1">B</a></p>'),
    "an advertising picture": ('{}<img src="https://ads.example/1">', '{}<img src="https://ads.example/2">'),
    "entities": ("{}<p>Caf&eacute; &amp; &#8220;bar&#8221;</p>", "{}<p>Café &#38; “bar”</p>"),
    "white space": ("{}<p>It  rained.</p>", "{}\n\n<p>\n It rained.\u00a0</p>"),
}  # fmt: skip


@pytest.mark.parametrize("texts", NOISE.values(), ids=NOISE.keys())
def test_noise_is_no_version(polls: Polls, texts: tuple[str, str]) -> None:
    documents = (rss(item(guid="1", text=text.format(STATION, FERRY))) for text in texts)
    pipeline = polls(*(("a", document) for document in documents))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 1, 1)]
    assert pipeline.rows("SELECT event FROM change") == [("new",)]


@pytest.mark.parametrize(
    "change",
    [
        ("three weeks", "four weeks"),
        ("<p>Engineers", "<p>UPDATE: Engineers"),
        ("winter rains.</p>", "winter rains.</p><p>He gave no date 5 minutes later.</p>"),
        ("</p>", "</p><p>© AFP 2026</p>"),
    ],
    ids=["a word", "a mark of the desk", "a sentence", "a notice"],
)
def test_what_is_said_anew_is_a_version(polls: Polls, change: tuple[str, str]) -> None:
    edited = STATION.replace(*change)
    pipeline = polls(("a", rss(item(guid="1", text=STATION))), ("a", rss(item(guid="1", text=edited))))
    assert articles(pipeline) == [("Pumping station reopens in Basra", 2, 1)]


EDITED = STATION.replace("three weeks", "four weeks")


def sent(text: str, hour: int = 0, **elements: str) -> tuple[str, bytes]:
    """A document whose other item is new every hour, so that it is never the one before."""
    other = item(f"Weather {hour}", f"https://news.example/weather/{hour}", f"w{hour}", f"Wind {hour}.")
    return "a", rss(other, item(guid="1", text=text, **elements))


def told(pipeline: Pipeline) -> tuple[list[tuple[object, ...]], str]:
    """The article's versions (cause), and what it says now."""
    versions = pipeline.rows("SELECT n, cause FROM version WHERE article_id = 2 ORDER BY n")
    [(text,)] = pipeline.rows("SELECT text FROM article WHERE id = 2")
    return versions, "edited" if "four weeks" in str(text) else "first"


def test_a_stale_cache_is_a_flap_recorded_once(polls: Polls) -> None:
    pipeline = polls(*(sent(EDITED if hour % 2 else STATION, hour) for hour in range(12)))
    assert told(pipeline) == ([(1, "published"), (2, "published")], "edited")
    assert pipeline.rows("SELECT event FROM change WHERE article_id = 2") == [("new",), ("edited",)]
    flaps = pipeline.rows("SELECT count(*) FROM poll WHERE verdicts LIKE '%a flap%'")
    assert flaps == [(1,)]


def test_what_is_taken_back_within_a_day_waits(polls: Polls) -> None:
    pipeline = polls(*(sent(STATION if hour != 1 else EDITED, hour) for hour in range(20)))
    assert told(pipeline) == ([(1, "published"), (2, "published")], "edited")


def test_what_has_stood_for_a_day_is_an_edit(polls: Polls) -> None:
    pipeline = polls(*(sent(STATION if hour != 1 else EDITED, hour) for hour in range(40)))
    assert told(pipeline) == ([(1, "published"), (2, "published"), (3, "published")], "first")
    assert pipeline.rows("SELECT event FROM change WHERE article_id = 2") == [
        ("new",),
        ("edited",),
        ("edited",),
    ]


def dated(text: str, hour: int) -> tuple[str, bytes]:
    """A document whose item is dated anew every hour."""
    name, body = sent(text, hour)
    stamp = f"2026-11-24T{10 + hour}:00:00Z</a:updated></item></channel>"
    updated = f'<a:updated xmlns:a="http://www.w3.org/2005/Atom">{stamp}'
    return name, body.replace(b"</item></channel>", updated.encode())


def test_what_is_taken_back_with_a_later_date_is_an_edit_at_once(polls: Polls) -> None:
    pipeline = polls(dated(STATION, 0), dated(EDITED, 1), dated(STATION, 2))
    assert told(pipeline) == ([(1, "published"), (2, "published"), (3, "published")], "first")


def test_what_swings_is_a_flap_however_it_is_dated(polls: Polls) -> None:
    pipeline = polls(*(dated(EDITED if hour % 2 else STATION, hour) for hour in range(12)))
    assert told(pipeline) == ([(1, "published"), (2, "published"), (3, "published")], "first")


TITLES = ("Pumping station reopens in Basra", "Water is back in two districts of Basra")
OWN = "https://news.example/{}.xml"
THIRD_PARTY = "https://reader.example/{}.xml"
# What the two sections have apart from their titles: guids, the feeds' addresses, their texts.
SECTIONS = {
    "one guid": (("1", "1"), (OWN, OWN), (STATION, STATION)),
    "guids of their own": (("s1", "f1"), (OWN, OWN), (STATION, STATION)),
    "one of them fuller": (("1", "1"), (OWN, OWN), (STATION, f"{STATION}<p>A third one is to follow.</p>")),
    "only one of them the outlet's own": (("s1", "f1"), (THIRD_PARTY, OWN), (STATION, STATION)),
    "the outlet's own first": (("1", "1"), (OWN, THIRD_PARTY), (STATION, STATION)),
}


@pytest.mark.parametrize("volatile", [False, True], ids=["the items stay", "the items vary in every poll"])
@pytest.mark.parametrize("sections", SECTIONS.values(), ids=SECTIONS.keys())
def test_two_sections_with_titles_of_their_own_edit_nothing(
    polls: Polls, sections: tuple[tuple[str, ...], ...], volatile: bool
) -> None:
    """Which title is shown may be decided once: by who has more of the text, or owns it more surely."""
    guids, addresses, texts = sections
    names = ("section", "front")
    feeds = [feed(name, address.format(name)) for name, address in zip(names, addresses, strict=True)]

    def answer(hour: int) -> tuple[str, bytes]:
        side = hour % 2
        comments = {"comments": f"https://news.example/comments?{hour}"} if volatile else {}
        told = item(TITLES[side], guid=guids[side], text=texts[side], **comments)
        return names[side], rss(item(f"Wind {hour}", f"https://news.example/{hour}", f"w{hour}"), told)

    pipeline = polls(*(answer(hour) for hour in range(48)), feeds=feeds)
    [(versions, title)] = pipeline.rows("SELECT versions, title FROM articles WHERE url LIKE '%/a'")
    events = pipeline.rows("SELECT event FROM change WHERE article_id = 2 ORDER BY seq")
    assert versions <= 2
    assert title in TITLES
    assert events in ([("new",)], [("new",), ("edited",)])


def test_two_sections_that_swap_their_titles_make_one_version(polls: Polls) -> None:
    def answer(hour: int) -> tuple[str, bytes]:
        other = item(f"Wind {hour}", f"https://news.example/{hour}", f"w{hour}")
        swapped = TITLES[(hour + hour // 2) % 2]
        return "ab"[hour % 2], rss(other, item(swapped, guid="1", text=STATION))

    pipeline = polls(*(answer(hour) for hour in range(60)))
    assert articles(pipeline)[1][1] == 2
