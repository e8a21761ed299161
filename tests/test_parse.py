"""Feeds of every kind: a strange one is a file beside what must be read from it."""

import json
from dataclasses import asdict
from pathlib import Path

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.model import Failed, Problem
from feedwatch.refine import parse
from feedwatch.refine.parse import Entry, Parsed

FEEDS = sorted(
    path for path in (Path(__file__).parent / "feeds").iterdir() if not path.name.endswith(".expected.json")
)
URL = "https://feed.example/rss.xml"


def as_json(result: Parsed | Failed) -> object:
    """What a result says, without what it leaves empty."""
    return _pruned(asdict(result))


def _pruned(value: object) -> object:
    if isinstance(value, dict):
        kept = {key: _pruned(member) for key, member in value.items() if key not in ("raw", "base")}
        return {key: member for key, member in kept.items() if member not in (None, "", [], {}, 0, False)}
    if isinstance(value, list | tuple):
        return [_pruned(member) for member in value]
    return value


def rss(items: str, channel: str = "") -> bytes:
    head = f"<title>T</title><link>https://site.example/</link>{channel}"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def only_entry(body: bytes, **where: str) -> Entry:
    result = parse.read(body, **where)
    assert isinstance(result, Parsed)
    assert len(result.entries) == 1
    return result.entries[0]


def feedparsers_count(path: Path) -> int:
    try:
        with path.open("rb") as file:
            return len(feedparser.parse(file, sanitize_html=False, resolve_relative_uris=False).entries)
    except UnicodeEncodeError:  # it gives up a whole document for one "&#xD800;"
        return 0


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name)
def test_feed_reads_as_expected(path: Path) -> None:
    expected = path.parent / f"{path.stem}.expected.json"
    assert as_json(parse.read(path.read_bytes(), url=URL)) == json.loads(expected.read_text("utf-8"))


@pytest.mark.parametrize("path", [p for p in FEEDS if p.suffix == ".xml"], ids=lambda path: path.name)
def test_no_entry_that_feedparser_finds_is_lost_but_half_ones(path: Path) -> None:
    result = parse.read(path.read_bytes(), url=URL)
    found = len(result.entries) if isinstance(result, Parsed) else 0
    assert found >= feedparsers_count(path) - (path.name == "truncated.xml")


def test_raw_is_the_same_at_every_poll_and_address() -> None:
    body = rss("<item><title>a</title><link>/x</link><description>d</description></item>")
    raws = {
        only_entry(body, url="https://a.example/1").raw,
        only_entry(body, url="https://b.example/2").raw,
        only_entry(body.replace(b"<item>", b"\n  <item>"), content_type="text/xml; charset=utf-8").raw,
    }
    assert len(raws) == 1


@pytest.mark.parametrize(
    "change",
    ["<title>b</title>", "<title>a</title><category>c</category>", "<title>a</title><pubDate>now</pubDate>"],
)
def test_raw_changes_with_the_entry(change: str) -> None:
    assert (
        only_entry(rss("<item><title>a</title></item>")).raw != only_entry(rss(f"<item>{change}</item>")).raw
    )


def test_raw_tells_whose_date_it_is() -> None:
    dc = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    body = rss(f"<item><pubDate>A</pubDate><dc:date {dc}>B</dc:date></item>")
    entry = only_entry(body)
    assert entry.dates == (("published", "A"), ("dc:date", "B"))
    assert json.loads(entry.raw)["feedwatch_seen"] == [["published", "A"], ["dc:date", "B"]]


def test_entries_over_the_limit_are_counted_not_read() -> None:
    result = parse.read(rss("<item><guid>g</guid></item>" * 12), limit=5)
    assert isinstance(result, Parsed)
    assert (len(result.entries), result.dropped) == (5, 7)
    assert result.problems == (Problem("too-many-items", "7 items over the limit were left out"),)


EMPTY = "<item/><item><title> </title><description/></item><item><category>News</category></item>"


def test_entries_in_which_nothing_stands_are_left_out_and_counted() -> None:
    parsed = parse.read(rss(f"{EMPTY}<item><title>Wind</title></item><item><guid>7</guid></item>"))
    assert isinstance(parsed, Parsed)
    told = parse.without_empty(parsed)
    assert [(entry.title.text, entry.guid) for entry in told.entries] == [("", ""), ("Wind", ""), ("", "7")]
    line = "2 of 5 items are empty"
    assert told.problems == (Problem("item-empty", line),)


def test_an_entry_that_is_a_recording_and_nothing_else_says_something() -> None:
    recording = '<item><enclosure url="https://news.example/1.mp3" type="audio/mpeg" length="7"/></item>'
    parsed = parse.read(rss(recording))
    assert isinstance(parsed, Parsed)
    assert parse.without_empty(parsed) == parsed


def test_limit_holds_for_documents_that_are_not_well_formed_and_for_json() -> None:
    broken = parse.read(rss("<item><title>a<b></title></item>" * 12), limit=5)
    feed = parse.read(json.dumps({"items": [{"id": "1"}] * 12}).encode(), limit=5)
    assert isinstance(broken, Parsed)
    assert isinstance(feed, Parsed)
    assert [(len(result.entries), result.dropped) for result in (broken, feed)] == [(5, 7), (5, 7)]


LEGACY = (
    '<?xml version="1.0" encoding="{declared}"?>'
    '<rss version="2.0"><channel><title>{text}</title></channel></rss>'
)


@pytest.mark.parametrize(
    ("text", "declared", "codec", "header"),
    [
        pytest.param(
            "Größe", "utf-8", "utf-8", "text/xml; charset=iso-8859-1", id="header lies, bytes are utf-8"
        ),
        pytest.param("Größe", "iso-8859-1", "utf-8", "", id="declaration lies, bytes are utf-8"),
        pytest.param("Größe", "utf-8", "cp1252", "", id="declaration lies, bytes are windows-1252"),
        pytest.param(
            "Новости", "windows-1251", "cp1251", "text/xml; charset=iso-8859-1", id="server default"
        ),
        pytest.param("Новости", "utf-8", "cp1251", "text/xml; charset=windows-1251", id="header is right"),
        pytest.param("Новости", "koi8-r", "koi8-r", "", id="declared"),
        pytest.param("新聞", "big5", "big5", "", id="big5"),
        pytest.param("日本語", "shift_jis", "cp932", "", id="shift_jis"),
        pytest.param("日本語", "iso-2022-jp", "iso2022_jp", "", id="ascii bytes that are Japanese"),
        pytest.param("简体〇", "gb2312", "gb18030", "", id="gb2312 means gb18030"),
        pytest.param(
            "Größe", "nonsense-8", "utf-8", "text/xml; charset=rot13", id="names that are no charsets"
        ),
        pytest.param("Größe", "utf-16", "utf-8", "", id="utf-16 declared in utf-8"),
        pytest.param("Größe", "utf-8", "utf-16", "", id="utf-16 with mark"),
        pytest.param("Größe", "utf-8", "utf-16-be", "", id="utf-16 without mark"),
        pytest.param("Größe", "utf-8", "utf-32", "", id="utf-32"),
        pytest.param("Größe", "utf-8", "utf-8-sig", "", id="byte order mark"),
    ],
)
def test_letters_are_right(text: str, declared: str, codec: str, header: str) -> None:
    result = parse.read(LEGACY.format(declared=declared, text=text).encode(codec), content_type=header)
    assert isinstance(result, Parsed)
    assert result.title == text


DEEP = 20_000
HOSTILE = {
    "attributes": rss("<item " + " ".join(f"a{n}='1'" for n in range(2_000)) + "/>"),
    "namespaces": rss("".join(f'<n{n}:a xmlns:n{n}="u{n}"/>' for n in range(2_000))),
    "nested elements": rss("<item>" + "<x>" * DEEP + "</x>" * DEEP + "</item>"),
    "nested and broken": rss("<item>" + "<x>" * DEEP),
    "laughs": b'<!DOCTYPE r [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9))
    + b"]>"
    + rss("<item><title>&j;</title></item>"),
    "laughs in utf-16": (
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><item><title>&b;</title></item></rss>'
    ).encode("utf-16"),
    "many entities": b"<!DOCTYPE r [" + b'<!ENTITY a "b">' * 20_000 + b"]>" + rss(""),
    "many doctypes": b"<!DOCTYPE r>" * 20_000 + rss(""),
    "open doctype": b"<!DOCTYPE rss [" + b'"' * 50_001 + rss(""),
    "less-than": rss("<item><title>" + "<" * 50_000 + "</title></item>"),
    "ampersands": rss("<item><title>" + "&" * 50_000 + "</title></item>"),
    "open comments": rss("<item><title>" + "<!--" * 20_000 + "</title></item>"),
    "open CDATA": rss("<item><title>" + "<![CDATA[" * 20_000 + "</title></item>"),
    "JSON brackets": b"[" * 100_000,
    "JSON objects": b'{"a":' * 100_000,
    "white space": b" " * 100_000 + rss(""),
    "items": rss("<item/>" * 10_000),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_document_is_read_or_refused(body: bytes) -> None:
    assert isinstance(parse.read(body), Parsed | Failed)


@pytest.mark.parametrize(
    ("case", "line"),
    [
        ("attributes", "an element has 2000 attributes"),
        ("namespaces", "the document declares more than 1000 namespaces"),
    ],
)
def test_what_is_quadratic_is_refused(case: str, line: str) -> None:
    body = HOSTILE[case]
    assert parse.read(body) == Failed("parse", "hostile", line, bytes=len(body))


def test_document_that_names_a_file_is_text() -> None:
    failed = Failed("parse", "not-a-feed", "not a feed but plain text")
    assert parse.read(b"/etc/hostname") == parse.read(b"http://127.0.0.1/feed") == failed


def test_long_guid_is_cut_and_stays_its_own() -> None:
    one, two = (only_entry(rss(f"<item><guid>{'x' * 5_000}{tail}</guid></item>")).guid for tail in "ab")
    assert len(one) < 2_001
    assert one != two


@settings(derandomize=True, max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            [
                "<rss>",
                "</rss>",
                "<channel>",
                "<item>",
                "</item>",
                "<title>",
                "</title>",
                "<![CDATA[",
                "]]>",
                "&",
                "&amp;",
                "&#0;",
                "&#xD800;",
                "&nbsp;",
                "<!--",
                "-->",
                "<!DOCTYPE",
                "[",
                "]",
                ">",
                "<",
                "'",
                '"',
                "<?xml ",
                "?>",
                "é",
                "\x00",
                "\ufeff",
                "<dc:date>",
                "</dc:date>",
                '<a xmlns:b="c">',
                "<feed>",
                "<entry>",
                "{",
                "}",
                "x",
                " ",
            ]
        ),
        max_size=40,
    )
)
def test_read_never_raises_on_pieces_of_feeds(pieces: list[str]) -> None:
    assert isinstance(parse.read("".join(pieces).encode()), Parsed | Failed)


@settings(derandomize=True, max_examples=200)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"<rss>", b"<?xml version='1.0' encoding='big5'?><rss>", b"{"]),
)
def test_read_never_raises_on_bytes(tail: bytes, head: bytes) -> None:
    assert isinstance(parse.read(head + tail, content_type=tail.decode("latin-1"), url="::"), Parsed | Failed)


def test_pictures_are_told_from_other_files() -> None:
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    item = (
        f'<item {media}><title>A</title><enclosure url="https://a.example/1.mp3" type="audio/mpeg"/>'
        '<media:content url="https://a.example/2" medium="image" width="600"/>'
        '<media:content url="https://a.example/3" medium="video"/>'
        '<media:thumbnail url="https://a.example/4"/></item>'
    )
    files = only_entry(rss(item), url=URL).enclosures
    assert [(file.url[-5:], file.medium, file.is_image) for file in files] == [
        ("1.mp3", "", False),
        ("ple/2", "image", True),
        ("ple/3", "video", False),
        ("ple/4", "image", True),
    ]


def test_the_pictures_of_a_json_feed_are_files_of_its_items() -> None:
    item = {"id": "1", "title": "A", "image": "https://a.example/1", "banner_image": "https://a.example/2"}
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [item]}).encode()
    assert [(file.url, file.is_image) for file in only_entry(body, url=URL).enclosures] == [
        ("https://a.example/1", True),
        ("https://a.example/2", True),
    ]
