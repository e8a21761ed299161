"""Stories told: paragraphs beside the original's, the page, the commands."""

import json
import re
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import FERRY, STATION, feed, item, rss
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline import Pipeline

from feedwatch.cli import program
from feedwatch.judge.telling import compare, tell
from feedwatch.present import Screen, Sheet
from feedwatch.present.stories import show_story, write_stories
from feedwatch.regrouper import restory
from feedwatch.store import grouping
from feedwatch.store.find import open_library

HOUR = timedelta(hours=1)
FIRST = "Engineers in Basra have reopened the northern pumping station after three weeks of repairs."
SECOND = "The station feeds two districts whose residents had queued for water since the fire of last month."
THIRD = "A spokesman for the council said that a second transformer was on its way from the port of Umm Qasr."
OWN = "Our reporter found the taps dry in three streets all the same, and nobody to ask."
ORIGINAL = "\n\n".join((FIRST, SECOND, THIRD))
TOLD = {
    "republished whole": (ORIGINAL, [("kept", 1), ("kept", 2), ("kept", 3)]),
    "trimmed from the foot": (FIRST, [("kept", 1), ("cut", 2), ("cut", 3)]),
    "a paragraph shortened": (
        f"{FIRST}\n\n{SECOND[:60]}\n\n{THIRD}",
        [("kept", 1), ("trimmed", 2), ("kept", 3)],
    ),
    "a paragraph rewritten": (
        f"{FIRST}\n\n{SECOND.replace('since the fire of last month', 'for weeks on end')}",
        [("kept", 1), ("changed", 2), ("cut", 3)],
    ),
    "another first paragraph": (
        f"{OWN}\n\n{ORIGINAL}",
        [("own", None), ("kept", 1), ("kept", 2), ("kept", 3)],
    ),
    "paragraphs run together": (f"{FIRST} {SECOND}\n\n{THIRD}", [("kept", 2), ("kept", 3)]),
    "its own text": (OWN, [("own", None), ("cut", 1), ("cut", 2), ("cut", 3)]),
    "no text": ("", []),
}


@pytest.mark.parametrize(("copy", "expected"), TOLD.values(), ids=TOLD.keys())
def test_paragraphs_are_told_beside_the_originals(copy: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(passage.kind, passage.paragraph) for passage in compare(ORIGINAL, copy)] == expected


PARAGRAPHS = st.lists(st.sampled_from([FIRST, SECOND, THIRD, OWN, "Short.", ""]), max_size=5).map("\n\n".join)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(PARAGRAPHS, PARAGRAPHS)
def test_every_paragraph_of_a_copy_is_in_one_passage(original: str, copy: str) -> None:
    passages = compare(original, copy)
    written = [part for part in copy.split("\n\n") if part.strip()]
    assert [passage.text for passage in passages if passage.kind != "cut"] == written


@pytest.fixture
def told(tmp_path: Path, now: datetime) -> Pipeline:
    """One dispatch in three outlets, one of which edits it in silence."""
    pipeline = Pipeline(tmp_path / "told.db", [feed("a"), feed("b"), feed("c")], now - HOUR)
    original = item(link="https://one.example/a", guid="1", text=STATION + "<p>© Reuters 2026</p>")
    lead = STATION.split("</p>")[0] + "</p>"
    copy = item(
        "Basra <b>pumps</b>\x1b[31m again",
        "https://two.example/b",
        "2",
        lead,
        "Mon, 23 Nov 2026 10:12:00 GMT",
    )
    edited = item("Basra pumps at last", "https://two.example/b", "2", lead, "Mon, 23 Nov 2026 10:12:00 GMT")
    index = item(
        "Pumping station reopens in Basra",
        "https://three.example/c",
        "3",
        "",
        "Mon, 23 Nov 2026 11:30:00 GMT",
    )
    for at, (name, document) in enumerate((("a", original), ("b", copy), ("c", index), ("b", edited))):
        pipeline.poll(name, rss(document), now + at * HOUR)
    return pipeline


PAGE = """\
Pumping station reopens in Basra
story 1 · 3 outlets · 3 articles · by Reuters · within 1 h 30 min · first 2026-11-23 10:00 UTC
paragraphs of the original: █ kept  ▓ trimmed  ▒ changed  ░ cut  + own

    first  one.example    ORIGINAL  article 1 · 68 words

  +12 min  two.example    article 2 · 18 words
           retitled  “Basra pumps at last”
           █░░  1 kept · 2 cut
           − The station feeds two districts whose residents had queued for water since the
             beginning of the month, when a fire destroyed its main transformer.
           − A spokesman for the council said that a second transformer was on its way from Umm
             Qasr and would be in place before the winter rains.
           ✎ edited after 2 h: new title “Basra pumps at last”

  +1 h 30  three.example  article 3 · headline only
"""


def test_a_story_is_told_outlet_by_outlet(told: Pipeline, now: datetime) -> None:
    out = StringIO()
    with open_library(told.store.path) as library:
        show_story(tell(*library.told(2)), Sheet(out, now))
    assert out.getvalue() == PAGE


@pytest.mark.parametrize("columns", [50, 60, 80, 100, 200])
def test_a_story_fits_the_screen(told: Pipeline, now: datetime, columns: int) -> None:
    out = StringIO()
    with open_library(told.store.path) as library:
        show_story(tell(*library.told(1)), Sheet(out, now, screen=Screen(columns, 40, colour=False)))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue()).splitlines()
    assert max(map(len, shown)) <= columns
    assert sum("ORIGINAL" in line for line in shown) == 1


def run(told: Pipeline, *args: str) -> str:
    done = CliRunner().invoke(
        program, ["--db", f"sqlite:///{told.store.path}", *args], catch_exceptions=False
    )
    assert done.exit_code == 0
    return done.stdout


def test_a_story_is_json(told: Pipeline) -> None:
    story = json.loads(run(told, "story", "show", "1", "-f", "json"))
    assert (story["id"], story["outlets"], story["original"], story["agency"]) == (1, 3, 1, "Reuters")
    assert [(one["outlet"], one["minutes"], one["retitled"]) for one in story["articles"]] == [
        ("one.example", 0, False),
        ("two.example", 12, True),
        ("three.example", 90, False),
    ]
    assert (story["when"], story["minutes"]) == ("2026-11-23T10:00:00Z", 90)
    original, copy, headline = story["articles"]
    assert copy["paragraphs"] == {"kept": 1, "trimmed": 0, "changed": 0, "cut": 2, "own": 0}
    assert (original["paragraphs"], headline["paragraphs"]) == (None, None)
    assert [one["headline"] for one in story["articles"]] == [False, False, True]
    assert copy["edits"] == [
        {
            "version": 2,
            "at": "2026-11-24T15:00:00Z",
            "minutes": 120,
            "stealth": False,
            "title": "Basra pumps at last",
            "retitled": True,
            "changed_words": {"title": 2, "text": 0},
        }
    ]


def test_a_story_is_markdown_without_markup_of_its_texts(told: Pipeline) -> None:
    page = run(told, "story", "show", "1", "-f", "markdown")
    assert page.startswith("# Pumping station reopens in Basra\n\n*story 1 · 3 outlets")
    assert "## +12 min: two.example" in page


def test_a_raw_item_is_what_was_read_with_our_own_members_apart(told: Pipeline) -> None:
    raw = json.loads(run(told, "show", "2", "--raw"))
    assert list(raw) == ["since", "item", "feedwatch"]
    assert (raw["since"], raw["item"]["title"]) == ("2026-11-24T15:00:00Z", "Basra pumps at last")
    assert raw["feedwatch"] == {"seen": [["published", "Mon, 23 Nov 2026 10:12:00 GMT"]]}


@pytest.mark.parametrize("doubt", ["far", "future"])
def test_the_timeline_goes_by_the_time_that_matters(told: Pipeline, doubt: str) -> None:
    """A copy whose clock is decades off stands where it was seen."""
    date = "1970-01-01T00:00:00Z" if doubt == "far" else "2027-11-23T10:00:00Z"
    with told.store.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE article SET published = ?, date_doubt = ?, sort_at = first_seen WHERE id = 2",
            (date, doubt),
        )
    story = json.loads(run(told, "story", "show", "1", "-f", "json"))
    assert [(one["id"], one["minutes"]) for one in story["articles"]] == [(1, 0), (3, 90), (2, 27 * 60)]
    page = run(told, "story", "show", "1")
    assert page.index("one.example") < page.index("three.example") < page.index("+1 d 3 h  two.example")
    assert "- first: one.example" in run(told, "show", "1", "-f", "markdown")


def test_a_short_text_of_its_own_is_no_headline(told: Pipeline) -> None:
    with told.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET text = '' WHERE id = 1")
    story = json.loads(run(told, "story", "show", "1", "-f", "json"))
    assert [(one["headline"], one["words"]) for one in story["articles"]] == [
        (True, 0),
        (False, 18),
        (True, 0),
    ]
    assert "ORIGINAL  article 1 · headline only" in run(told, "story", "show", "1")
    assert "article 2 · 18 words" in run(told, "story", "show", "1")


def test_the_addresses_of_a_story_are_shown_when_asked_for(told: Pipeline) -> None:
    address = "           https://two.example/b\n"
    assert address in run(told, "story", "show", "1", "--links")
    assert address not in run(told, "story", "show", "1")


def test_stories_are_listed_by_their_outlets(told: Pipeline) -> None:
    assert run(told, "stories", "-f", "tsv").splitlines()[1].split("\t")[:4] == [
        "1",
        "2026-11-23T10:00:00Z",
        "3",
        "3",
    ]
    assert run(told, "list", "copies:>2").split("\t")[0] == "1"
    assert run(told, "list", "copies:>3") == ""


def test_a_story_without_a_title_is_called_by_its_first_words(told: Pipeline, now: datetime) -> None:
    with told.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET title = '' WHERE id = 1")
    assert run(told, "story", "show", "1").startswith(
        "“Engineers in Basra have reopened the northern pumping station…”\n"
    )
    assert json.loads(run(told, "stories", "-f", "jsonl"))["title"] == ""
    out = StringIO()
    with open_library(told.store.path) as library:
        write_stories(library.stories(), Sheet(out, now, screen=Screen(200, 40, colour=False)))
    assert "“Engineers in Basra have reopened" in out.getvalue()


def test_a_story_says_why_and_can_be_split_and_merged(told: Pipeline) -> None:
    assert run(told, "story", "why", "1").splitlines()[:3] == [
        "2 (two.example) and 1 (one.example) are one dispatch",
        "  the same text: 100% of the shorter, 79% of the leads, 12 min apart",
        "  titles 14% alike · by feedwatch · 2026-11-24 13:00 UTC",
    ]
    run(told, "story", "split", "1")
    whole = run(told, "story", "why", "1")
    assert whole.count("split by you") == 1
    assert "1 (one.example) is kept apart from 2 (two.example) and 3 (three.example)\n" in whole
    run(told, "story", "merge", "1", "3")
    assert json.loads(run(told, "story", "show", "3", "-f", "json"))["outlets"] == 3


def test_an_article_says_why_it_is_what_it_is(told: Pipeline) -> None:
    said = run(told, "show", "2", "--why")
    assert "in b since 2026-11-24 13:00 UTC: new" in said
    assert "version 2 since 2026-11-24 15:00 UTC: known by guid; its words have changed" in said
    assert run(told, "show", "2", "--diff", "1..2").splitlines()[-1] == "  Basra pumps [-again-] {+at last+}"


def test_finding_the_stories_anew_changes_nothing(told: Pipeline, now: datetime) -> None:
    assert restory(told.store, now - HOUR, now=now, save=True) == []


def test_finding_the_stories_anew_keeps_what_the_user_has_split(told: Pipeline, now: datetime) -> None:
    with told.store.begin() as connection:
        grouping.split(connection, 2, now)
    assert restory(told.store, now - HOUR, now=now, save=True) == []


def test_finding_the_stories_anew_says_and_saves_what_is_another(told: Pipeline, now: datetime) -> None:
    with told.store.begin() as connection:
        connection.exec_driver_sql("UPDATE article SET story_id = 1")
        connection.exec_driver_sql("UPDATE article SET text = '', title = 'Ferry' WHERE id = 3")
        connection.exec_driver_sql(
            "UPDATE sketch SET features = x'00', words = 0, keys = x'' WHERE article_id = 3"
        )
    moved = restory(told.store, now - HOUR, now=now, save=True)
    assert [(one.article, one.joined, one.left) for one in moved] == [
        (1, (), (3,)),
        (2, (), (3,)),
        (3, (), (1, 2)),
    ]
    assert told.rows("SELECT id, articles, outlets FROM story WHERE merged_into IS NULL") == [
        (1, 2, 2),
        (3, 1, 1),
    ]


def test_a_live_blog_is_folded_by_the_hour(tmp_path: Path, now: datetime) -> None:
    pipeline = Pipeline(tmp_path / "live.db", [feed("a")], now - HOUR)
    for minutes in range(0, 150, 10):
        document = rss(item("Live: the ferry", guid="1", text=f"{FERRY}<p>Update number {minutes}.</p>"))
        pipeline.poll("a", document, now + timedelta(minutes=minutes))
    assert pipeline.rows("SELECT count(*), max(versions) FROM articles") == [(1, 15)]
    page = run(pipeline, "show", "1", "--versions")
    assert [line.split(" · ")[0] for line in page.splitlines() if line.startswith("version")] == [
        "version 15",
        "version 12",
        "version 6",
        "version 1",
    ]
