"""Values on their way out: every format whole, and hostile text in each medium."""

import csv
import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO, TextIOWrapper
from time import process_time
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.errors import UsageError
from feedwatch.model import (
    Article,
    Dateline,
    Enclosure,
    Evidence,
    FeedLine,
    FeedWhy,
    Listed,
    Notice,
    PollLine,
    Status,
    TagLine,
    VersionLine,
)
from feedwatch.present import (
    ARTICLE_FORMATS,
    Reasons,
    Screen,
    Sheet,
    article_json,
    chosen_fields,
    columns,
    escape,
    layout,
    show_article,
    show_feed_why,
    show_status,
    show_versions,
    times,
    wording,
    write_articles,
    write_feeds,
    write_tags,
)
from feedwatch.present.polls import poll_line

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)

ARTICLE = Article(
    id=7,
    seq=9,
    story=3,
    outlet="example.org",
    url="https://example.org/bridge",
    urls=("https://example.org/bridge", "https://m.example.org/bridge"),
    title="Bridge reopens",
    summary="",
    text="The bridge opened at dawn.\n\nLorries crossed first.",
    text_kind="full",
    html="<p>The bridge opened at dawn.</p>",
    authors=("Jo Doe",),
    categories=(),
    language="en",
    published="2026-11-23T22:30:00Z",
    published_raw="Tue, 24 Nov 2026 01:30:00 +0300",
    published_offset=180,
    published_from="published",
    published_precision="second",
    zone="given",
    first_seen="2026-11-23T22:40:00Z",
    updated=None,
    versions=1,
    backfill=False,
    feeds=("example-world",),
    tags=("bridges", "roads"),
    evidence=(Evidence("bridges", "bridges", "Bridge", "title", 0, 6),),
    copyright="© Example Wire 2026",
    holders=("Example Wire",),
    years=(2026,),
    agency="Example Wire",
    agency_from="notice",
    dateline=Dateline("RIVERTON (EW) -", "RIVERTON", "Example Wire", None),
    notices=(
        Notice(
            "copyright",
            "© Example Wire 2026",
            holders=("Example Wire",),
            years=(2026,),
            agency="Example Wire",
        ),
    ),
    enclosures=(Enclosure("https://example.org/p.jpg", medium="image"),),
    images=("https://example.org/p.jpg",),
)
JSON = {
    "id": 7,
    "seq": 9,
    "story": 3,
    "outlet": "example.org",
    "url": "https://example.org/bridge",
    "urls": ["https://example.org/bridge", "https://m.example.org/bridge"],
    "title": "Bridge reopens",
    "summary": "",
    "text": "The bridge opened at dawn.\n\nLorries crossed first.",
    "text_kind": "full",
    "html": "<p>The bridge opened at dawn.</p>",
    "authors": ["Jo Doe"],
    "categories": [],
    "language": "en",
    "published": "2026-11-23T22:30:00Z",
    "published_raw": "Tue, 24 Nov 2026 01:30:00 +0300",
    "published_offset": 180,
    "published_from": "published",
    "published_precision": "second",
    "zone": "given",
    "first_seen": "2026-11-23T22:40:00Z",
    "updated": None,
    "versions": 1,
    "backfill": False,
    "feeds": ["example-world"],
    "tags": ["bridges", "roads"],
    "copyright": "© Example Wire 2026",
    "holders": ["Example Wire"],
    "years": [2026],
    "agency": "Example Wire",
    "agency_from": "notice",
    "dateline": {"place": "RIVERTON", "agency": "Example Wire", "day": None},
    "corrected": False,
    "date_doubt": None,
    "notices": [
        {
            "kind": "copyright",
            "words": "© Example Wire 2026",
            "role": "text",
            "place": "end",
            "holders": ["Example Wire"],
            "years": [2026],
            "agency": "Example Wire",
        }
    ],
    "enclosures": [{"url": "https://example.org/p.jpg", "type": "", "length": None, "medium": "image"}],
    "images": ["https://example.org/p.jpg"],
    "stealth": False,
}
EVIDENCE = {"tag": "bridges", "rule": "bridges", "words": "Bridge", "field": "title", "start": 0, "end": 6}


WHY = ((("example-world", "2026-11-23T22:40:00Z", "new"),), (), ())


def written(articles, format=None, fields="", **sheet):
    out = StringIO()
    write_articles(
        [Listed(one) for one in articles],
        Sheet(out, NOW, format, chosen_fields("articles", fields), **sheet),
    )
    return out.getvalue()


def shown(article, format=None, fields="", story=(), why=False, **sheet):
    out = StringIO()
    sheet = Sheet(out, NOW, format, chosen_fields("articles", fields), why, **sheet)
    listed = [Listed(one, outlets=len(story)) for one in story]
    show_article(Listed(article), sheet, story=listed, why=Reasons(*WHY) if why else None)
    return out.getvalue()


COPY = replace(ARTICLE, id=8, outlet="copy.example", title="Lorries again", published="2026-11-23T22:38:00Z")


def without_colour(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


# --- the JSON contract ---------------------------------------------------------------------------


def test_an_article_is_the_contract_key_by_key_in_its_order():
    assert list(article_json(ARTICLE).items()) == list(JSON.items())


def test_evidence_comes_with_why_only():
    assert article_json(ARTICLE, why=True)["evidence"] == [EVIDENCE]
    assert "evidence" not in article_json(ARTICLE)


@pytest.mark.parametrize("format", ["json", "csv"])
def test_evidence_stands_at_its_place_in(format):
    text = shown(ARTICLE, format, why=True)
    names = list(json.loads(text)) if format == "json" else text.split("\n")[0].split(",")
    assert names[names.index("tags") : names.index("copyright") + 1] == ["tags", "evidence", "copyright"]


def test_json_is_an_array_of_objects_and_jsonl_one_object_a_line():
    pair = [ARTICLE, replace(ARTICLE, id=8)]
    expected = [JSON, JSON | {"id": 8}]
    assert json.loads(written(pair, "json")) == expected
    assert [json.loads(line) for line in written(pair, "jsonl").splitlines()] == expected


def test_show_as_json_is_one_object():
    assert json.loads(shown(ARTICLE, "json")) == JSON


def test_a_stream_that_lacks_characters_gets_json_in_escapes():
    raw = BytesIO()
    out = TextIOWrapper(raw, encoding="ascii")
    write_articles([Listed(ARTICLE)], Sheet(out, NOW, "jsonl", ("copyright",)))
    out.flush()
    assert raw.getvalue() == b'{"copyright": "\\u00a9 Example Wire 2026"}\n'


# --- the archive form ----------------------------------------------------------------------------


def test_the_archive_form_is_date_text_and_copyright():
    assert shown(ARTICLE, "text") == (
        "date 2026-11-24 The bridge opened at dawn.\n\nLorries crossed first.\n\n© Example Wire 2026\n"
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"published_offset": None}, "date 2026-11-23 The bridge"),
        ({"published": None}, "date 2026-11-24 The bridge"),
        ({"published": None, "published_offset": None}, "date 2026-11-23 The bridge"),
        ({"published": "0001-01-01T00:30:00Z", "published_offset": -60}, "date 0001-01-01 The bridge"),
        ({"text": "", "summary": "A short one."}, "date 2026-11-24 A short one."),
        ({"text": ""}, "date 2026-11-24 Bridge reopens"),
        ({"text": "", "title": "", "copyright": None}, "date 2026-11-24\n"),
    ],
    ids=["no offset", "no date", "neither", "end of the calendar", "summary", "title only", "nothing"],
)
def test_the_archive_form_of(changes, expected):
    assert shown(replace(ARTICLE, **changes), "text").startswith(expected)


def test_a_list_as_text_has_two_blank_lines_between_articles():
    short = replace(ARTICLE, text="One.", copyright=None)
    assert written([short, short], "text") == "date 2026-11-24 One.\n\n\ndate 2026-11-24 One.\n"


def test_in_a_pipe_an_article_is_shown_in_its_archive_form():
    assert shown(ARTICLE) == shown(ARTICLE, "text")


# --- formats -------------------------------------------------------------------------------------


def test_a_table_in_a_pipe_is_tab_separated_and_whole():
    long = replace(ARTICLE, title="word " * 100 + "end")
    expected = ["7", "2026-11-23T22:30:00Z", "example.org", "1", "word " * 100 + "end", "bridges; roads"]
    assert written([long]) == "\t".join(expected) + "\n"


def test_csv_reads_back_and_lacks_only_html():
    rows = list(csv.DictReader(StringIO(written([ARTICLE], "csv"))))
    assert [list(row) for row in rows] == [[name for name in JSON if name != "html"]]
    assert rows[0]["text"] == ARTICLE.text
    assert rows[0]["tags"] == "bridges; roads"
    assert rows[0]["backfill"] == "false"
    assert rows[0]["updated"] == ""
    assert json.loads(rows[0]["dateline"]) == JSON["dateline"]


def test_tsv_is_a_header_and_one_line_an_article():
    assert (
        written([ARTICLE], "tsv", "id,text")
        == "id\ttext\n7\tThe bridge opened at dawn. Lorries crossed first.\n"
    )


def test_a_markdown_list_is_a_table_whose_titles_are_links():
    assert written([ARTICLE], "markdown", "id,title") == (
        "| id | title |\n| --- | --- |\n| 7 | [Bridge reopens](<https://example.org/bridge>) |\n"
    )


def test_an_article_in_markdown_is_a_document():
    assert shown(ARTICLE, "markdown", story=[ARTICLE, COPY], why=True) == (
        "# [Bridge reopens](<https://example.org/bridge>)\n\n"
        "*example.org · Jo Doe · 2026-11-23 22:30 UTC (01:30 at +03:00)*\n\n"
        "The bridge opened at dawn.\n\nLorries crossed first.\n\n© Example Wire 2026\n\n"
        "- tags: bridges, roads\n- agency: Example Wire (by its notice)\n- dateline: RIVERTON (EW) -\n"
        "- language: en\n- feeds: example-world\n- also at: https://m.example.org/bridge\n"
        "- story: 2 outlets, 2 articles (feedwatch story show 3)\n"
        "- id: 7\n- first: example.org: Bridge reopens (7)\n- \\+8 min: copy.example: Lorries again (8)\n"
        "- bridges: “Bridge” in the title (rule: bridges)\n\n"
        "- in example-world since 2026-11-23 22:40 UTC: new\n"
    )


def test_atom_is_a_feed_of_the_articles():
    feed = ElementTree.fromstring(written([ARTICLE, replace(ARTICLE, id=8, html="")], "atom"))
    atom = "{http://www.w3.org/2005/Atom}"
    entry, plain = feed.findall(f"{atom}entry")
    assert feed.findtext(f"{atom}updated") == "2026-11-24T12:00:00Z"
    assert [(child.tag.removeprefix(atom), child.text, dict(child.attrib)) for child in entry] == [
        ("id", "tag:feedwatch,2026:article/7", {}),
        ("title", "Bridge reopens", {}),
        ("link", None, {"rel": "alternate", "href": "https://example.org/bridge"}),
        ("updated", "2026-11-23T22:40:00Z", {}),
        ("published", "2026-11-23T22:30:00Z", {}),
        ("author", None, {}),
        ("category", None, {"term": "bridges"}),
        ("category", None, {"term": "roads"}),
        ("rights", "© Example Wire 2026", {}),
        ("content", "<p>The bridge opened at dawn.</p>", {"type": "html"}),
    ]
    assert plain.findtext(f"{atom}content") == ARTICLE.text


EMPTY = {
    "table": "",
    "jsonl": "",
    "markdown": "",
    "text": "",
    "json": "[]\n",
    "csv": "id\n",
    "tsv": "id\n",
}


@pytest.mark.parametrize("format", EMPTY)
def test_an_empty_list_is_nothing_or_an_empty_document(format):
    assert written([], format, "id") == EMPTY[format]


def test_an_empty_terminal_table_has_no_heading():
    assert written([], screen=Screen(80, 24)) == ""


FIELDS = {
    "table": "7\t2026\n",
    "json": '[\n{"id": 7, "years": [2026]}\n]\n',
    "jsonl": '{"id": 7, "years": [2026]}\n',
    "csv": "id,years\n7,2026\n",
    "tsv": "id\tyears\n7\t2026\n",
    "markdown": "| id | years |\n| --- | --- |\n| 7 | 2026 |\n",
    "text": "7\n2026\n",
}


@pytest.mark.parametrize("format", FIELDS)
def test_fields_are_selected_in_their_order_in(format):
    assert written([ARTICLE], format, "id, years") == FIELDS[format]


def test_derived_fields_can_be_asked_for():
    assert written([ARTICLE], fields="when,outlets,evidence") == (
        f"2026-11-23T22:30:00Z\t1\t{json.dumps([EVIDENCE])}\n"
    )


def test_an_unknown_field_names_the_nearest():
    with pytest.raises(UsageError, match=r'^no field "titel" in articles; did you mean title\?$'):
        chosen_fields("articles", "id,titel")


def test_atom_refuses_fields():
    with pytest.raises(UsageError, match="atom has fixed elements"):
        written([ARTICLE], "atom", "id")


@pytest.mark.parametrize("format", [name for name in ARTICLE_FORMATS if name != "atom"])
def test_one_article_with_fields_is_written_as(format):
    assert shown(ARTICLE, format, "id,title")


def test_lists_stream():
    seen = []

    def articles():
        for number in range(3):
            seen.append((number, out.getvalue().count("\n")))
            yield Listed(replace(ARTICLE, id=number))

    for format in ("table", "jsonl", "csv", "tsv"):
        seen.clear()
        out = StringIO()
        assert write_articles(articles(), Sheet(out, NOW, format, ("id",))) == 3
        header = format in ("csv", "tsv")
        assert seen == [(0, 0 + header), (1, 1 + header), (2, 2 + header)]


# --- feeds, tags, status, versions, polls --------------------------------------------------------

FEED = FeedLine(
    name="example-world",
    url="https://user:hunter2@example.org/rss?token=abc&page=1",
    current_url="https://example.org/rss?key=${env:KEY}",
    outlet=None,
    state="failing",
    articles=12,
    last_poll="2026-11-24T11:40:00Z",
    last_ok=None,
    next_poll="2026-11-24T12:40:00Z",
    interval_s=900,
    error_code="http-404",
    error="not found",
    notes=("one feed with example: both lead to the same address",),
)
STATUS = Status(
    version="0.1.0",
    schema=1,
    running=True,
    pid=33,
    feeds={"ok": 3, "failing": 1},
    articles=1234,
    versions=1300,
    stories=900,
    last_poll="2026-11-24T11:40:00Z",
    next_poll="2026-11-24T12:10:00Z",
    alarms=("example-world: may have missed articles",),
)
VERSIONS = [
    VersionLine(1, "2026-11-24T09:40:00Z", "2026-11-24T10:40:00Z", "published", False, "Old", "One.\n\nTwo."),
    VersionLine(2, "2026-11-24T10:40:00Z", None, "published", True, "New", "One.\n\nTwo, corrected."),
]


def test_feeds_are_json_as_promised_with_secrets_masked():
    out = StringIO()
    write_feeds([FEED], Sheet(out, NOW, "json"))
    assert json.loads(out.getvalue()) == [
        {
            "name": "example-world",
            "url": "https://user:***@example.org/rss?token=***&page=1",
            "current_url": "https://example.org/rss?key=${env:KEY}",
            "outlet": None,
            "state": "failing",
            "articles": 12,
            "last_poll": "2026-11-24T11:40:00Z",
            "last_ok": None,
            "next_poll": "2026-11-24T12:40:00Z",
            "interval_s": 900,
            "error_code": "http-404",
            "error": "not found",
        }
    ]


def test_tags_in_a_pipe():
    out = StringIO()
    write_tags([TagLine("roads", 5, None, "any: road*")], Sheet(out, NOW))
    assert out.getvalue() == "roads\t5\t\tany: road*\n"


def test_status_as_json_is_one_object():
    out = StringIO()
    show_status(STATUS, Sheet(out, NOW, "json"))
    assert json.loads(out.getvalue()) == {
        "version": "0.1.0",
        "schema": 1,
        "running": True,
        "pid": 33,
        "feeds": {"ok": 3, "failing": 1},
        "articles": 1234,
        "versions": 1300,
        "stories": 900,
        "last_poll": "2026-11-24T11:40:00Z",
        "next_poll": "2026-11-24T12:10:00Z",
        "alarms": ["example-world: may have missed articles"],
    }


def test_status_on_a_terminal_is_a_page():
    out = StringIO()
    show_status(STATUS, Sheet(out, NOW, screen=Screen(80, 24)))
    assert without_colour(out.getvalue()).splitlines() == [
        "feedwatch 0.1.0  running (pid 33)",
        "articles   1234",
        "stories    900",
        "versions   1300",
        "feeds      3 ok, 1 failing",
        "last poll  20 min ago",
        "next poll  in 10 min",
        "schema     1",
        "! example-world: may have missed articles",
    ]


def test_a_poll_that_did_not_come_is_due():
    out = StringIO()
    late = replace(STATUS, next_poll="2026-11-24T10:00:00Z")
    show_status(late, Sheet(out, NOW, screen=Screen(80, 24)))
    assert "next poll  due 2 h ago" in without_colour(out.getvalue()).splitlines()


def test_times_below_each_other_say_their_zone():
    out = StringIO()
    fields = chosen_fields("status", "last_poll,articles")
    show_status(STATUS, Sheet(out, NOW, None, fields, screen=Screen(80, 24)))
    assert without_colour(out.getvalue()).splitlines() == [
        "last_poll  2026-11-24 11:40 UTC",
        "articles   1234",
    ]


def test_versions_show_what_each_edit_changed():
    out = StringIO()
    show_versions(VERSIONS, Sheet(out, NOW))
    assert out.getvalue().splitlines() == [
        "version 2 · since 2026-11-24 10:40 UTC · edited in silence",
        "  - Old",
        "  + New",
        "  - Two.",
        "  + Two, corrected.",
        "",
        "version 1 · since 2026-11-24 09:40 UTC · until 2026-11-24 10:40 UTC",
        "    Old",
    ]


@pytest.mark.parametrize(
    ("poll", "line"),
    [
        (PollLine("a", "ok", 10, total=30, new=3, edited=1), "a: 3 new, 1 edited of 30"),
        (PollLine("a", "unchanged", 10), "a: unchanged"),
        (PollLine("a", "failed", 10, code="http-404", line="not\nfound"), "a: failed, http-404: not found"),
        (PollLine("a", "ok", 10, total=1, alarm="gap"), "a: 0 new of 1; alarm: gap"),
    ],
    ids=["ok", "unchanged", "failed", "alarm"],
)
def test_a_poll_in_one_line(poll, line):
    assert poll_line(poll) == line


# --- on a terminal -------------------------------------------------------------------------------


def test_a_terminal_table_fits_the_screen(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    wide = replace(ARTICLE, title="漢字" * 100, tags=("bridges",))
    lines = written([wide, ARTICLE], screen=Screen(81, 24)).splitlines()
    assert lines == [
        "id  when (UTC)        outlet       outlets  title                    tags",
        "7   2026-11-23 22:30  example.org        1  漢字漢字漢字漢字漢字漢…  bridges",
        "7   2026-11-23 22:30  example.org        1  Bridge reopens           bridges, ro…",
    ]


LONG = replace(
    ARTICLE, id=12345, title="The old road bridge over the river at Riverton is open again after eleven weeks"
)


@pytest.mark.parametrize(
    ("columns", "head", "row"),
    [
        (
            60,
            "id     when (UTC)        outlet       title",
            "12345  2026-11-23 22:30  example.org  The old road bridge o…",
        ),
        (
            75,
            "id     when (UTC)        outlet       outlets  title",
            "12345  2026-11-23 22:30  example.org        1  The old road bridge over th…",
        ),
        (
            80,
            "id     when (UTC)        outlet       outlets  title                  tags",
            "12345  2026-11-23 22:30  example.org        1  The old road bridge …  bridges, …",
        ),
        (
            95,
            "id     when (UTC)        outlet       outlets  title                             tags",
            "12345  2026-11-23 22:30  example.org        1  The old road bridge over the ri…  bridges, roads",
        ),
    ],
)
def test_on_a_narrow_screen_columns_go_and_no_instant_is_cut(columns, head, row, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert written([LONG], screen=Screen(columns, 24)).splitlines() == [head, row]


def test_columns_that_are_empty_go_unless_they_are_asked_for(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    untagged = replace(ARTICLE, tags=(), outlet="")
    assert written([untagged], screen=Screen(80, 24)).splitlines() == [
        "id  when (UTC)        outlets  title",
        "7   2026-11-23 22:30        1  Bridge reopens",
    ]
    assert written([untagged], fields="id,tags,title", screen=Screen(80, 24)).splitlines() == [
        "id  tags  title",
        "7         Bridge reopens",
    ]


def test_of_rows_still_to_come_nothing_is_thought_empty(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    many = [replace(ARTICLE, tags=())] * 300 + [ARTICLE]
    assert written(many, screen=Screen(80, 24)).splitlines()[-1].endswith("Bridge reopens  bri…")


def test_times_of_today_are_short_where_the_heading_says_so(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    now = replace(ARTICLE, published="2026-11-24T09:05:00Z", first_seen="2026-11-24T09:10:00Z")
    assert written([now], fields="when,title", screen=Screen(80, 24)).splitlines() == [
        "today (UTC)  title",
        "09:05        Bridge reopens",
    ]
    assert written([now, ARTICLE], fields="when", screen=Screen(80, 24)).splitlines() == [
        "when (UTC)",
        "2026-11-24 09:05",
        "2026-11-23 22:30",
    ]
    assert written([now], fields="when") == "2026-11-24T09:05:00Z\n"


def test_feeds_on_a_narrow_screen_keep_name_state_and_what_is_wrong(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    out = StringIO()
    write_feeds([replace(FEED, notes=())], Sheet(out, NOW, screen=Screen(50, 24)))
    assert out.getvalue().splitlines() == [
        "name           state    articles  error",
        "example-world  failing        12  not found",
    ]


@pytest.mark.parametrize(
    ("said", "called"),
    [
        ({}, "Bridge reopens"),
        ({"title": ""}, "“The bridge opened at dawn. Lorries crossed first.”"),
        ({"title": " ", "text": "one " * 20}, "“one one one one one one one one one…”"),
        ({"title": "", "text": "", "summary": "A word"}, "“A word”"),
        ({"title": "", "text": ""}, "untitled"),
    ],
    ids=["title", "text", "long text", "summary", "nothing"],
)
def test_an_article_is_called(said, called):
    assert wording.called(replace(ARTICLE, **said)) == called


@pytest.mark.parametrize(("count", "told"), [(0, "0 feeds"), (1, "1 feed"), (2, "2 feeds")])
def test_what_is_counted_is_one_or_many(count, told):
    assert wording.counted(count, "feed") == told


def test_a_title_that_is_missing_is_told_to_people_only(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    untitled = replace(ARTICLE, title="", text="A bridge opens")
    assert written([untitled], fields="title", screen=Screen(80, 24)) == "title\n“A bridge opens”\n"
    assert "| [“A bridge opens”](<https://example.org/bridge>) |" in written([untitled], "markdown", "title")
    assert (written([untitled], fields="title"), written([untitled], "csv", "title")) == ("\n", 'title\n""\n')


@given(
    st.dictionaries(st.sampled_from(sorted(columns.COLUMNS)), st.integers(1, 300), min_size=1),
    st.integers(1, 250),
    st.booleans(),
)
def test_columns_share_the_room_and_what_is_whole_stays_whole(natural, room, keep):
    shown = columns.laid_out(natural, room, gap=2, keep=keep)
    whole = [name for name in shown if columns.COLUMNS[name].least is None]
    assert list(shown) == [name for name in natural if name in shown]
    assert all(shown[name] == natural[name] for name in whole)
    assert all(1 <= wide <= natural[name] for name, wide in shown.items())
    least = sum(natural[name] if name in whole else 1 for name in shown) + 2 * (len(shown) - 1)
    assert sum(shown.values()) + 2 * (len(shown) - 1) <= max(room, least)
    assert not keep or shown.keys() == natural.keys()


def test_a_title_of_a_megabyte_is_one_cut_line(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    lines = written(
        [replace(ARTICLE, title="\n".join(["x" * 999] * 1000))], screen=Screen(80, 24)
    ).splitlines()
    assert [layout.width(line) <= 80 for line in lines] == [True, True]


def test_no_color_means_no_escape_at_all(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in shown(ARTICLE, screen=Screen(80, 24)) + written([ARTICLE], screen=Screen(80, 24))


def test_a_screen_without_colour_gets_no_escape():
    assert "\x1b" not in written([ARTICLE], screen=Screen(80, 24, colour=False))


def test_an_article_on_a_terminal_is_a_page(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert shown(
        replace(ARTICLE, versions=2), story=[ARTICLE, COPY], why=True, screen=Screen(60, 24)
    ).splitlines() == [
        "Bridge reopens",
        "example.org · Jo Doe · 2026-11-23 22:30 UTC (01:30 at",
        "+03:00) · 13 h ago",
        "",
        "The bridge opened at dawn.",
        "",
        "Lorries crossed first.",
        "",
        "© Example Wire 2026",
        "",
        "tags      bridges, roads",
        "agency    Example Wire (by its notice)",
        "dateline  RIVERTON (EW) -",
        "language  en",
        "feeds     example-world",
        "link      https://example.org/bridge",
        "also at   https://m.example.org/bridge",
        "versions  2 (feedwatch show 7 --versions)",
        "story     2 outlets, 2 articles (feedwatch story show 3)",
        "id        7",
        "",
        "first   example.org: Bridge reopens (7)",
        "+8 min  copy.example: Lorries again (8)",
        "",
        "bridges  “Bridge” in the title (rule: bridges)",
        "",
        "in example-world since 2026-11-23 22:40 UTC: new",
    ]


def test_an_article_that_was_corrected_says_so_wherever_its_versions_are_shown():
    corrected = replace(ARTICLE, corrected=True)
    assert "- corrected: its publisher says that it was" in shown(corrected, "markdown").split("\n")
    out = StringIO()
    show_versions(VERSIONS, Sheet(out, NOW), corrected=True)
    assert out.getvalue().split("\n")[:3] == [
        "its publisher says that it was corrected",
        "",
        "version 2 · since 2026-11-24 10:40 UTC · edited in silence",
    ]


def test_what_is_noted_of_a_feed_is_in_the_table_and_where_it_is_asked_for():
    out = StringIO()
    write_feeds([FEED], Sheet(out, NOW))
    assert out.getvalue().endswith("\tone feed with example: both lead to the same address\n")
    out = StringIO()
    write_feeds([FEED], Sheet(out, NOW, "json", fields=("name", "notes")))
    assert json.loads(out.getvalue()) == [{"name": FEED.name, "notes": list(FEED.notes)}]


def test_why_a_feed_is_polled_is_one_object_with_secrets_masked():
    feed = FeedWhy(
        name="a",
        state="ok",
        url="https://example.org/rss",
        current_url="https://example.org/feed?token=s3cret",
        last_poll=None,
        last_ok=None,
        next_poll="2026-11-24T12:40:00Z",
        failures=0,
        why=("the feed answered; its interval is 900 s",),
        found=("bad-ids: every guid is new",),
        notes=("moved for good to https://example.org/feed?token=s3cret&n=1 and polled there",),
    )
    out = StringIO()
    show_feed_why(feed, Sheet(out, NOW, "json"))
    assert json.loads(out.getvalue()) == {
        "name": "a",
        "state": "ok",
        "url": "https://example.org/rss",
        "current_url": "https://example.org/feed?token=***",
        "last_poll": None,
        "last_ok": None,
        "next_poll": "2026-11-24T12:40:00Z",
        "failures": 0,
        "why": ["the feed answered; its interval is 900 s"],
        "found": ["bad-ids: every guid is new"],
        "notes": ["moved for good to https://example.org/feed?token=***&n=1 and polled there"],
    }


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"published": None}, "2026-11-23 22:40 UTC, when first seen"),
        ({"published_precision": "day", "published_from": "url"}, "2026-11-24, from its address"),
        ({"published_precision": "month"}, "2026-11"),
        ({"published_offset": 0}, "2026-11-23 22:30 UTC"),
        (
            {"published": "2031-05-01T00:00:00Z", "published_precision": "day", "date_doubt": "future"},
            "2031-05-01 (in the future; listed by first sight)",
        ),
        (
            {"published": "2015-05-01T09:00:00Z", "published_offset": 0, "date_doubt": "far"},
            "2015-05-01 09:00 UTC (long before first sight on 2026-11-23; listed by that)",
        ),
        (
            {
                "published_offset": 0,
                "date_doubt": "dateline",
                "dateline": Dateline("RIVERTON, Nov 3 (EW) -", "RIVERTON", "Example Wire", "Nov 3"),
            },
            "2026-11-23 22:30 UTC (its dateline says Nov 3)",
        ),
        (
            {"published_from": "dateline", "published_precision": "day"},
            "2026-11-24, from its dateline",
        ),
    ],
    ids=["no date", "a day", "a month", "UTC", "future", "far", "another dateline", "of its dateline"],
)
def test_a_date_is_shown_as_far_as_it_is_honest(changes, expected):
    document = shown(replace(ARTICLE, outlet="", authors=(), **changes), "markdown")
    assert document.split("\n\n")[1] == f"*{escape.markdown(expected)}*"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2026-11-23T22:30:00Z"),
        ({"published": None}, "2026-11-23T22:40:00Z"),
        ({"published_precision": "day"}, "2026-11-23T22:40:00Z"),
        ({"published": "2026-11-23T22:41:00Z"}, "2026-11-23T22:40:00Z"),
        ({"date_doubt": "far"}, "2026-11-23T22:40:00Z"),
        ({"date_doubt": "dateline"}, "2026-11-23T22:30:00Z"),
    ],
    ids=["published", "null", "a day only", "in the future", "far", "another dateline"],
)
def test_the_time_that_matters_is(changes, expected):
    assert replace(ARTICLE, **changes).when == expected


@pytest.mark.parametrize(
    ("instant", "age"),
    [
        ("2026-11-24T11:59:30Z", "just now"),
        ("2026-11-24T11:55:00Z", "5 min ago"),
        ("2026-11-24T14:00:00Z", "in 2 h"),
        ("2026-11-20T12:00:00Z", "4 days ago"),
        ("2026-11-01T12:00:00Z", "3 weeks ago"),
        ("2026-05-24T12:00:00Z", "6 months ago"),
        ("1926-11-24T12:00:00Z", "100 years ago"),
    ],
)
def test_an_age_is_one_unit(instant, age):
    assert times.age(instant, NOW) == age


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0, "+0 min"),
        (53, "+53 min"),
        (60, "+1 h"),
        (78, "+1 h 18"),
        (1445, "+1 d 0 h 05"),
        (2880, "+2 d 0 h"),
    ],
)
def test_how_long_after_is_told_to_the_minute(minutes, told):
    assert times.after(minutes) == told


def test_an_address_is_never_wrapped():
    address = "https://example.org/" + "a" * 60
    assert list(layout.wrap(f"see {address} there", 20)) == ["see", address, "there"]


def test_why_as_json_is_beside_the_contract():
    assert json.loads(shown(ARTICLE, "json", why=True))["why"] == {
        "sightings": [{"feed": "example-world", "at": "2026-11-23T22:40:00Z", "reason": "new"}],
        "versions": [],
        "links": [],
    }


def test_an_article_without_a_title_is_called_by_its_first_words(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    untitled = replace(ARTICLE, title="", text="One two three four five six seven eight nine ten.")
    name = "“One two three four five six seven eight nine…”"
    assert shown(untitled, screen=Screen(80, 24)).splitlines()[0] == name
    assert shown(untitled, "markdown").startswith(f"# [{name}](<https://example.org/bridge>)\n")
    assert f"<title>{name}</title>" in written([untitled], "atom")
    assert json.loads(shown(untitled, "json"))["title"] == ""


def test_in_a_pipe_why_tells_the_words_that_earned_a_tag():
    said = shown(
        replace(
            ARTICLE,
            evidence=(
                Evidence("bridges", "bridge*", "Bridge", "title", 0, 6),
                Evidence("bridges", "bridge*", "bridge", "text", 4, 10),
                Evidence("bridges", "bridge*", "bridge", "text", 40, 46),
                Evidence("roads", "", "", "feed"),
                Evidence("works", "tag:bridges AND tag:roads", "", "query"),
            ),
        ),
        why=True,
    )
    assert said.endswith(
        "\n\nbridges: “Bridge” in the title (rule: bridge*)\n"
        "bridges: “bridge” ×2 in the text (rule: bridge*)\n"
        "roads: every article of its feed has it\n"
        "works: by its query: tag:bridges AND tag:roads\n\n"
        "in example-world since 2026-11-23 22:40 UTC: new\n"
    )


@pytest.mark.parametrize(
    ("file", "is_image"),
    [
        (Enclosure("https://a.example/1", medium="image"), True),
        (Enclosure("https://a.example/1", "image/webp"), True),
        (Enclosure("https://a.example/1.JPG?w=9"), True),
        (Enclosure("https://a.example/1.jpg", "audio/mpeg"), False),
        (Enclosure("https://a.example/1.mp4", medium="video"), False),
        (Enclosure("https://a.example/1"), False),
    ],
)
def test_a_picture_is_what_the_feed_says_or_else_its_address(file, is_image):
    assert file.is_image is is_image


# --- hostile text --------------------------------------------------------------------------------

LINES = {
    "colour": ("\x1b[31mred\x1b[0m", "red"),
    "clear the screen": ("\x1b[2Ja", "a"),
    "window title": ("a\x1b]0;owned\x07b", "ab"),
    "link to elsewhere": ("\x1b]8;;https://evil.example\x1b\\bank\x1b]8;;\x1b\\", "bank"),
    "clipboard": ("a\x1b]52;c;ZWNobw==\x07b", "ab"),
    "C1 control sequence": ("a\x9b31mb", "ab"),
    "an unfinished command": ("a\x1b]0;title", "a]0;title"),
    "return, backspace, bell, delete": ("good\rba\x08\x07d\x7f", "good bad"),
    "line ends": ("a\r\nb\nc\x85d\u2028e\u2029f\x0bg\x0ch", "a b c d e f g h"),
    "tab": ("a\tb", "a b"),
    "NUL": ("a\0b", "ab"),
    "overrides and isolates of direction": ("a\u202eb\u202c\u2066c\u2069\u200f", "abc"),
    "spaces without width": ("pass\u200bword\ufeff\u2060\u00ad", "password"),
    "tag characters": ("a\U000e0041\U000e007f", "a"),
    "a Persian joiner stays": ("می\u200cخواهم", "می\u200cخواهم"),
    "an emoji family stays": ("👩\u200d👧", "👩\u200d👧"),
    "runs of joiners": ("a\u200d\u200c\u200db", "a\u200db"),
    "lone surrogate": ("a\ud83db", "a\ufffdb"),
}


@pytest.mark.parametrize("name", LINES)
def test_one_line_without(name):
    hostile, safe = LINES[name]
    assert escape.line(hostile) == safe


def test_lines_keep_their_ends_and_nothing_else():
    assert escape.lines("a\r\nb\tc\n\nd\x1b[1me\u2028f\x85g") == "a\nb c\n\nde\nf\ng"


CELLS = {
    "=HYPERLINK(1)": "'=HYPERLINK(1)",
    "+1": "'+1",
    "-1": "'-1",
    "@SUM(1)": "'@SUM(1)",
    "\t=1": "' =1",
    "\r=1": "'\n=1",
    "\u200b=1": "'=1",
    "＝1": "'＝1",
    " =1": "' =1",
    "a=1": "a=1",
    "": "",
}


@pytest.mark.parametrize("text", CELLS)
def test_a_cell_is_no_formula(text):
    assert escape.cell(text) == CELLS[text]


def test_a_number_in_csv_is_no_formula():
    assert written([replace(ARTICLE, published_offset=-300)], "csv", "published_offset") == (
        "published_offset\n-300\n"
    )


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("[click](javascript:alert(1))", r"\[click\](javascript:alert(1))"),
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("a | b", r"a \| b"),
        ("# heading", r"\# heading"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("=====", r"\====="),
        ("&copy; `x` *y* _z_ ~w~", r"\&copy; \`x\` \*y\* \_z\_ \~w\~"),
        ("    code", "code"),
        ("back\\slash", "back\\\\slash"),
    ],
)
def test_markdown_shows_markup_as_text(text, markdown):
    assert escape.markdown(text) == markdown


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/a b>c(d)|e", "[t](<https://example.org/a%20b%3Ec%28d%29%7Ce>)"),
        ("javascript:alert(1)", "t"),
        ("data:text/html,x", "t"),
        ("", "t"),
    ],
)
def test_a_markdown_link_leads_to_the_web_or_nowhere(url, link):
    assert escape.markdown_link("t", url) == link


anything = st.text(
    st.one_of(
        st.characters(codec=None),
        st.sampled_from("\x1b[]\x07\x9b\x9d\\\r\n\t=+-@|<>&*#\u202e\u200b\u200d\u2028\ud800\ufffe\"',"),
    ),
    max_size=60,
)


@settings(derandomize=True, max_examples=150)
@given(anything)
def test_what_a_terminal_gets_is_one_line_without_controls(text):
    line = escape.line(text)
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", line)
    assert escape.line(line) == line


@settings(derandomize=True, max_examples=150)
@given(anything)
def test_json_reads_back_and_no_terminal_obeys_it(text):
    for ascii_only in (False, True):
        encoded = escape.to_json([text], ascii_only=ascii_only)
        assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", encoded)
        assert json.loads(encoded) == [re.sub("[\ud800-\udfff]", "\ufffd", text)]


@settings(derandomize=True, max_examples=150)
@given(anything)
def test_xml_reads_back(text):
    element = ElementTree.fromstring(f'<a b="{escape.xml(text)}">{escape.xml(text)}</a>')
    assert (element.text or "") == re.sub("[\ufffe\uffff\U0001fffe\U0001ffff]", "", escape.lines(text))


@settings(derandomize=True, max_examples=100)
@given(st.lists(anything, min_size=1, max_size=3))
def test_csv_and_tsv_keep_their_cells(texts):
    rows = written([replace(ARTICLE, title=text) for text in texts], "csv", "id,title")
    assert list(csv.reader(StringIO(rows, newline=""))) == [
        ["id", "title"],
        *(["7", escape.cell(text)] for text in texts),
    ]
    lines = written([replace(ARTICLE, title=text) for text in texts], "tsv", "id,title").split("\n")
    assert [line.count("\t") for line in lines] == [1] * (len(texts) + 1) + [0]


@settings(derandomize=True, max_examples=150)
@given(anything, st.integers(1, 30))
def test_cut_and_wrapped_text_keeps_to_its_columns(text, columns):
    line = escape.line(text)
    assert layout.width(layout.cut(line, columns)) <= columns
    assert layout.width(layout.fit(line, columns)) == columns
    assert all(layout.width(row) <= max(columns, 2) for row in layout.wrap(line, columns))
    assert "".join(layout.wrap(line, columns)).replace(" ", "") == "".join(line.split())


@pytest.mark.parametrize(
    ("text", "columns", "cut"),
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("漢字漢字", 8, "漢字漢字"),
        ("漢字漢字", 7, "漢字漢…"),
        ("漢字漢字", 6, "漢字…"),
        ("e\u0301e\u0301e\u0301", 2, "e\u0301…"),
        ("a" + "\u0301" * 50, 5, "a" + "\u0301" * 4),
    ],
)
def test_text_is_cut_by_the_columns_it_takes(text, columns, cut):
    assert layout.cut(text, columns) == cut


BIG = {
    "letters": "x" * 1_000_000,
    "escapes": "\x1b" * 1_000_000,
    "commands that never end": "\x1b]" * 500_000,
    "sequences that never end": "\x1b[" + "1" * 1_000_000,
    "joiners": "\u200d" * 1_000_000,
    "line ends": "\r\n" * 500_000,
    "digits": "1" * 1_000_000,
    "blanks": " " * 1_000_000,
    "brackets": "[" * 1_000_000,
    "words": "word " * 200_000,
    "ideographs": "漢" * 1_000_000,
}


ENCODERS = (
    escape.tab_cell,
    escape.markdown_lines,
    escape.xml,
    escape.address,
    escape.to_json,
    lambda text: layout.fit(escape.line(text), 80),
    lambda text: list(layout.wrap(escape.line(text), 80)),
)


@pytest.mark.parametrize("name", BIG)
def test_a_megabyte_is_no_matter(name):
    start = process_time()
    for encode in ENCODERS:
        encode(BIG[name])
    assert process_time() - start < 5  # linear: half a second is usual
