"""What is odd about a feed: guids that are of no use, two names for one feed; said on polls and in lists."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from daemons import Folder
from documents import FERRY, STATION, feed, item, rss
from feed_server import FeedServer, redirect
from pipeline import Pipeline

from feedwatch.model import Failed, Job, Problem, Refined, RuleSet, Source
from feedwatch.refine import document
from feedwatch.refine.tags import Tagger
from feedwatch.store.find import open_library

HOUR = timedelta(hours=1)
TITLES = ("Station reopens", "Ferry stops", "Market moves", "School opens")
TEXTS = (STATION, FERRY, FERRY.replace("ferry", "market"), STATION.replace("station", "school"))


def items(*guids: str) -> bytes:
    """A document of so many different items, with these guids."""
    return rss(
        *(
            item(title, f"https://news.example/{number}", guid, text)
            for number, (guid, title, text) in enumerate(zip(guids, TITLES, TEXTS, strict=False))
        )
    )


def refined(body: bytes) -> Refined:
    answer = document.refine(Job(Source(1, "a", "https://a.example/"), body, ""), Tagger(RuleSet()))
    assert not isinstance(answer, Failed)
    return answer


# --- guids ---------------------------------------------------------------------------------------

GUIDS = {
    "one guid for all": (("x", "x", "x"), ("3 of 3 items have a guid that stands for others too",)),
    "one guid for most": (("x", "x", "x", "1"), ("3 of 4 items have a guid that stands for others too",)),
    "a slip": (("x", "x", "1", "2"), ()),
    "too few to tell": (("x", "x"), ()),
    "as it should be": (("1", "2", "3", "4"), ()),
}


@pytest.mark.parametrize(("guids", "lines"), GUIDS.values(), ids=GUIDS)
def test_guids_that_several_items_share_are_flagged(guids: tuple[str, ...], lines: tuple[str, ...]) -> None:
    answer = refined(items(*guids))
    assert answer.problems == tuple(Problem("bad-ids", line) for line in lines)
    assert len(answer.items) == len(guids)


def test_one_item_sent_twice_is_no_fault_of_guids() -> None:
    once = item("Station", guid="x", text=STATION)
    assert refined(rss(once, once, once, once)).problems == ()


def test_a_feed_whose_guids_are_new_at_every_poll_is_flagged_and_brings_nothing_twice(
    tmp_path: Path, now: datetime
) -> None:
    pipeline = Pipeline(tmp_path / "guids.db", [feed("a")], now)
    lines = [
        pipeline.poll("a", items(*(f"{number}-{guid}" for guid in "wxyz")), now + number * HOUR)
        for number in range(3)
    ]
    assert [(line.new, line.code, line.alarm) for line in lines] == [
        (4, None, None),
        (0, "bad-ids", None),
        (0, "bad-ids", None),
    ]
    assert pipeline.rows("SELECT code, line, alarm FROM poll ORDER BY id DESC LIMIT 1") == [
        ("bad-ids", "every guid is new, and 4 of 4 items are not", None)
    ]


def test_a_window_of_new_items_is_a_gap_and_no_fault_of_guids(tmp_path: Path, now: datetime) -> None:
    pipeline = Pipeline(tmp_path / "guids.db", [feed("a")], now)
    pipeline.poll("a", items("1", "2"), now)
    others = (item(f"Other {n}", f"https://news.example/o{n}", f"o{n}") for n in range(4))
    line = pipeline.poll("a", rss(*others), now + HOUR)
    assert (line.new, line.code, (line.alarm or "")[:4]) == (4, None, "gap:")


# --- two names for one feed ------------------------------------------------------------------------


def notes(pipeline: Pipeline) -> dict[str, tuple[str, ...]]:
    with open_library(pipeline.store.path) as library:
        return {line.name: line.notes for line in library.feeds()}


def test_two_names_of_one_address_are_flagged(tmp_path: Path, now: datetime) -> None:
    one = "https://news.example/feed.xml"
    pipeline = Pipeline(tmp_path / "one.db", [feed("a", one), feed("b", one), feed("c")], now)
    for name, guids in (("a", "12"), ("b", "34"), ("c", "123")):
        pipeline.poll(name, items(*guids), now)
    assert notes(pipeline) == {
        "a": ("one feed with b: both lead to the same address",),
        "b": ("one feed with a: both lead to the same address",),
        "c": (),
    }


def test_two_addresses_with_the_same_items_are_flagged_in_whatever_order(
    tmp_path: Path, now: datetime
) -> None:
    pipeline = Pipeline(tmp_path / "one.db", [feed("a"), feed("b"), feed("c")], now)
    same = [item(f"T{n}", f"https://news.example/{n}", str(n)) for n in range(3)]
    pipeline.poll("a", rss(*same), now)
    pipeline.poll("b", rss(*reversed(same), channel="<lastBuildDate>now</lastBuildDate>"), now)
    pipeline.poll("c", rss(*same[:2]), now)
    assert notes(pipeline) == {
        "a": ("one feed with b: both bring the same items",),
        "b": ("one feed with a: both bring the same items",),
        "c": (),
    }
    assert pipeline.rows("SELECT count(*) FROM article") == [(3,)]


def test_few_items_prove_nothing(tmp_path: Path, now: datetime) -> None:
    pipeline = Pipeline(tmp_path / "one.db", [feed("a"), feed("b")], now)
    for name in "ab":
        pipeline.poll(name, items("1", "2"), now)
    assert notes(pipeline) == {"a": (), "b": ()}


def test_a_feed_that_redirects_to_another_is_flagged_on_the_command_line(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with FeedServer({"/feed": items("x", "x", "x")}) as web:
        web.routes["/old"] = redirect("/feed")
        folder.configure({"a": web.url("/feed"), "b": web.url("/old")})
        assert folder.command("poll").returncode == 0
    listed = folder.json("feeds", "list", "--fields", "notes,articles")
    assert isinstance(listed, list)
    assert [line["notes"] for line in listed] == [
        ["one feed with b: both lead to the same address"],
        ["one feed with a: both lead to the same address"],
    ]
    told = folder.command("feeds", "why", "b", "-f", "json").stdout
    assert '"notes": [\n    "one feed with a: both lead to the same address"\n  ]' in told
    assert '"found": [\n    "bad-ids: 3 of 3 items have a guid that stands for others too"\n  ]' in told
    assert [one["articles"] for one in listed] == [3, 3]
    missing = folder.command("feeds", "why", "zebra")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "no feed is called" in missing.stderr


def test_checking_a_feed_says_that_it_moves_and_what_is_wrong_with_its_guids(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with FeedServer({"/feed": items("x", "x", "x")}) as web:
        web.routes["/old"] = redirect("/feed", 301)
        folder.configure({"a": web.url("/old")})
        page = " ".join(folder.command("feeds", "check", "a").stdout.split())
        moved = f"It says that it has moved for good to {web.url('/feed')}. Once that has lasted it is polled"
    assert moved in page
    assert "bad-ids: 3 of 3 items have a guid that stands for others too The publisher does not keep" in page
