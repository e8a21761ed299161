"""House lines: what a feed writes under every article goes, what merely repeats stays."""

import json
import time
import zlib
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from documents import feed, item, rss
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline import Pipeline

from feedwatch.model import Job, Refined, RuleSet, Source
from feedwatch.refine import document, house, identity, memory
from feedwatch.refine.house import House, Line
from feedwatch.refine.tags import Tagger

ASK = "Send us your own pictures of the lake for the page of tomorrow."
SLOGAN = "Radio Valleygazette, the voice between the two mountains."
PAGE = "More of this at https://valley.example/app"
MAIL = "Our desk: desk@valley.example"
HEADING = "What happened on the lake"
NOUNS = ("ferry", "bridge", "market", "school", "harbour", "mill", "station", "orchard", "quarry", "library")
TAGGER = Tagger(RuleSet())


def story(number: int) -> str:
    noun = NOUNS[number % len(NOUNS)]
    return f"The {noun} of village {number} opened again on Monday, {number + 2} weeks after the flood."


def learned(articles: Sequence[Sequence[str]], outlet: str = "valleygazette.example") -> House:
    return house.learned(House(), articles, outlet)


@pytest.mark.parametrize(
    ("lines", "articles", "goes"),
    [
        pytest.param([ASK], 4, [ASK], id="spoken to the reader in four articles"),
        pytest.param([ASK], 3, [], id="in three, it may be theirs"),
        pytest.param([SLOGAN], 6, [SLOGAN], id="a slogan that names the house, under all"),
        pytest.param([PAGE], 4, [PAGE], id="address of a page"),
        pytest.param([MAIL], 4, [MAIL], id="address for mail"),
        pytest.param(
            [ASK, "Reply to this report by mail."],
            4,
            [ASK, "Reply to this report by mail."],
            id="one behind the other",
        ),
        pytest.param([HEADING], 9, [], id="a heading repeats and stays"),
        pytest.param(["Move to the lowest floor of a sturdy building."], 9, [], id="standing advice stays"),
        pytest.param(["The war began when both banks claimed the mill."], 9, [], id="background stays"),
        pytest.param(["Reply"], 9, [], id="too short to tell"),
        pytest.param([ASK + " Really." * 40], 9, [], id="prose"),
    ],
)  # fmt: skip
def test_what_stands_under_many_articles(lines: list[str], articles: int, goes: list[str]) -> None:
    texts = [[story(number), *lines] for number in range(articles)]
    known = learned(texts)
    expected = tuple("" if line in goes else line for line in texts[0])
    assert house.removed(known, texts[0]) == expected


def test_a_slogan_of_some_articles_is_no_house_line() -> None:
    """A newsroom that names itself in a sentence now and then says something of these articles."""
    texts = [[story(number), *([SLOGAN] if number % 3 == 0 else ["It rained."])] for number in range(18)]
    assert house.removed(learned(texts), texts[0]) == tuple(texts[0])


def test_a_house_line_inside_an_article_stays() -> None:
    known = learned([[story(number), ASK] for number in range(5)])
    text = ("The gazette printed this line in 1911:", ASK, "Nobody did.")
    assert house.removed(known, text) == text


def test_an_article_keeps_its_only_paragraph() -> None:
    known = learned([[story(number), ASK] for number in range(5)])
    assert house.removed(known, [ASK]) == (ASK,)
    assert house.removed(known, [ASK, "", ASK]).count(ASK) == 1


def test_one_article_under_ever_new_guids_is_counted_once() -> None:
    known = House()
    for _ in range(9):
        known = house.learned(known, [[story(1), ASK]], "valley.example")
    assert house.removed(known, [story(1), ASK]) == (story(1), ASK)


def test_a_line_that_is_not_met_again_is_forgotten() -> None:
    known = learned([[story(number), ASK] for number in range(5)])
    assert known.has(Line.of(ASK))
    later = house.learned(known, [[story(number), "It rained."] for number in range(600)], "valley.example")
    assert later.lines == {}


@settings(derandomize=True, max_examples=50)
@given(
    st.lists(
        st.lists(st.sampled_from(["", ASK, SLOGAN, "a", "b" * 40, "www.valley.example/" + "c" * 9])),
        max_size=40,
    )
)
def test_what_is_known_is_bounded_and_removes_lines_only(articles: list[list[str]]) -> None:
    known = learned(articles)
    assert len(known.lines) <= house.MOST_LINES
    for paragraphs in articles:
        bare = house.removed(known, paragraphs)
        assert len(bare) == len(paragraphs)
        assert all(after in ("", before) for before, after in zip(paragraphs, bare, strict=True))
        assert any(bare) == any(paragraphs)


# --- through a document ------------------------------------------------------------------------------


def with_line(number: int, line: str = ASK, **more: str) -> str:
    text = f"<p>{story(number)}</p><p>{line}</p>"
    return item(f"Report {number}", f"https://valley.example/{number}", str(number), text, **more)


def refined(body: bytes, known: bytes = b"") -> Refined:
    source = Source(1, "valley", "https://valley.example/feed")
    found = document.refine(Job(source, body, source.base, memory=known), TAGGER)
    assert isinstance(found, Refined)
    return found


def test_the_first_document_decides_already() -> None:
    found = refined(rss(*map(with_line, range(6))))
    assert [one.text for one in found.items] == [story(number) for number in range(6)]


def test_a_line_that_memory_knows_goes_from_one_new_item() -> None:
    first = refined(rss(*map(with_line, range(6))))
    [new] = refined(rss(with_line(7), *map(with_line, range(6))), first.memory).items
    assert new.text == story(7)


def test_what_is_said_and_its_words_do_not_depend_on_memory() -> None:
    """An item cleaned before its line was known, and after."""
    [before] = refined(rss(with_line(1))).items
    after = refined(rss(*map(with_line, range(6)))).items[1]
    assert (before.text, after.text) == (f"{story(1)}\n\n{ASK}", story(1))
    assert (before.said, before.words_key, before.sketch) == (after.said, after.words_key, after.sketch)


def test_an_item_sent_again_in_other_words_counts_once() -> None:
    found = refined(rss(with_line(1)))
    for number in range(8):
        found = refined(rss(with_line(1, comments=f"https://valley.example/c/{number}")), found.memory)
    assert ASK in found.items[0].text


def test_the_kept_entry_says_which_lines_went_and_is_read_again_without_them() -> None:
    found = refined(rss(*map(with_line, range(6)))).items[2]
    kept = zlib.decompress(found.raw)
    assert json.loads(kept)["feedwatch_house"] == [ASK]
    again = document.clean_again(kept, Source(1, "valley", ""), TAGGER, base="https://valley.example/")
    assert (again.text, again.said) == (found.text, found.said)


@pytest.mark.parametrize(
    ("channel", "title", "left"),
    [
        ("World - The Valley Morning Post", "Rain - Valley Morning Post", "Rain"),
        ("Valley News", "Rain | Valley News", "Rain"),
        ("World - The Valley Morning Post", "Rain - World", "Rain - World"),
        ("Valley News", "Valley News", "Valley News"),
    ],
)
def test_what_a_feeds_title_calls_its_outlet_goes_off_titles_and_again_when_cleaned_anew(
    channel: str, title: str, left: str
) -> None:
    body = rss(item(title, text="<p>It rained.</p>")).replace(b"<title>News", f"<title>{channel}".encode())
    refined = document.refine(Job(Source(1, "valley", ""), body, "", "", b"", keep_raw=True), TAGGER)
    assert isinstance(refined, Refined)
    [read] = refined.items
    assert read.title == left
    kept = zlib.decompress(read.raw)
    again = document.clean_again(kept, Source(1, "valley", ""), TAGGER, base="https://valley.example/")
    assert (again.title, again.said) == (read.title, read.said)


def test_memory_of_today_and_of_before_is_read() -> None:
    known = learned([[story(number), ASK] for number in range(5)])
    full = memory.Memory({1: 2}, {3: 4}, {1: 5}, {1: 3}, known)
    assert memory.from_bytes(memory.to_bytes(full)) == full
    old = zlib.compress(json.dumps([identity.METHOD, [[1, 2]], [[3, 4]]]).encode())
    assert memory.from_bytes(old) == memory.Memory({1: 2}, {3: 4})
    assert memory.from_bytes(b"\0") == memory.Memory()


def test_a_line_that_becomes_known_or_changes_makes_no_version(tmp_path: Path, now: datetime) -> None:
    pipeline = Pipeline(tmp_path / "test.db", [feed("valley")], now)
    documents = (
        rss(with_line(0)),
        rss(*map(with_line, range(8))),
        rss(*(with_line(number, comments="https://valley.example/c") for number in range(8))),
        rss(
            *(with_line(number, "Send us your pictures of the valley, every morning.") for number in range(9))
        ),
    )
    for hours, body in enumerate(documents):
        pipeline.poll("valley", body, now + timedelta(hours=hours))
    assert pipeline.rows("SELECT count(*), max(versions) FROM articles") == [(9, 1)]
    assert pipeline.rows("SELECT count(*) FROM articles WHERE text LIKE '%Send us%'") == [(1,)]


def test_a_flood_of_articles_with_such_lines_costs_little() -> None:
    lines = [f"Send us your picture of the {noun} today." for noun in NOUNS]
    texts = [[*lines[:4], f"The ferry ran {number} times.", *lines[4:]] for number in range(5000)]
    start = time.process_time()
    known = learned(texts)
    assert house.removed(known, texts[0])[:5] == ("", "", "", "", "The ferry ran 0 times.")
    assert time.process_time() - start < 2
