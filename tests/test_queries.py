"""The query language: any text reads or says where it fails, and matches as SQLite does."""

import sqlite3
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch import queries
from feedwatch.errors import QueryError
from feedwatch.queries import (
    EVERYTHING,
    And,
    Not,
    Or,
    Subject,
    Time,
    Value,
    Words,
    all_of,
    any_of,
    both,
    field,
    has_words,
    matches,
    parse,
    words,
    words_of,
)

NOW = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
LAW = settings(derandomize=True, max_examples=300, deadline=None)


def at(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


READS = {
    "nothing is everything": ("  ", EVERYTHING),
    "words side by side are both wanted": ("iraq militia", And((Words("iraq"), Words("militia")))),
    "AND may be written": ("iraq AND militia", And((Words("iraq"), Words("militia")))),
    "OR binds less than AND": ("a b OR c", Or((And((Words("a"), Words("b"))), Words("c")))),
    "parentheses bind most": ("a (b OR c)", And((Words("a"), Or((Words("b"), Words("c")))))),
    "operators are capitals": ("war or peace", And((Words("war"), Words("or"), Words("peace")))),
    "NOT and - are one": ("NOT a -b", And((Not(Words("a")), Not(Words("b"))))),
    "NOT before a parenthesis": ("NOT(a b)", Not(And((Words("a"), Words("b"))))),
    "a phrase": ('"air strike"', Words("air strike")),
    "a doubled quote stands for one": ('"a ""b"" c"', Words('a "b" c')),
    "a prefix": ("mobil*", Words("mobil", prefix=True)),
    "a phrase may be a prefix": ('"popular mobil"*', Words("popular mobil", prefix=True)),
    "a star in quotes is text": ('"mobil*"', Words("mobil*")),
    "a column": ("title:strike", Words("strike", "title")),
    "a column with a phrase": ('text:"air strike"', Words("air strike", "text")),
    "a value with spaces": ('tag:"Iraq militias"', Value("tag", "Iraq militias")),
    "field names in capitals": ("TAG:Iraq", Value("tag", "Iraq")),
    "a value by its beginning": ("outlet:bbc*", Value("outlet", "bbc", prefix=True)),
    "kinds": ("kind:excerpt", Value("kind", "excerpt")),
    "doubts": ("doubt:Far", Value("doubt", "Far")),
    "an address as it was copied": ("https://a.example/b?c=d", Value("url", "https://a.example/b?c=d")),
    "minutes ago": ("since:90m", Time("since", at(2026, 11, 24, 11))),
    "weeks ago": ("seen:1w", Time("seen", at(2026, 11, 17, 12, 30))),
    "since a day is from its first second": ("since:yesterday", Time("since", at(2026, 11, 23))),
    "until a day is to its last second": ("until:yesterday", Time("until", at(2026, 11, 23, 23, 59, 59))),
    "a month": ("until:2028-02", Time("until", at(2028, 2, 29, 23, 59, 59))),
    "a year": ("until:2026", Time("until", at(2026, 12, 31, 23, 59, 59))),
    "an instant": ("edited:2026-11-01T06:30+03:00", Time("edited", at(2026, 11, 1, 3, 30))),
    "edited in silence": ("stealth:1w", Time("stealth", at(2026, 11, 17, 12, 30))),
    "an instant with a space": ('until:"2026-11-01 06:30"', Time("until", at(2026, 11, 1, 6, 30))),
    "signs are a literal search": ("c++", Words("c++")),
    "an unknown field is a literal search": ("a:b", Words("a:b")),
    "a clock time is a literal search": ("10:30", Words("10:30")),
    "a function of another language is text": ("NEAR(", Words("NEAR(")),
    "parentheses inside a word": ("(see f(x))", And((Words("see"), Words("f(x)")))),
    "a parenthesis that closes nothing": ("a)", Words("a)")),
    "a quote that nobody closed": ('5" gun', And((Words('5"'), Words("gun")))),
    "a dash between words": ("Iraq - Iran – talks", And((Words("Iraq"), Words("Iran"), Words("talks")))),
    "signs beside words say nothing": ("🔥 iraq", Words("iraq")),
    "half a character": ("iraq \ud800", Words("iraq")),
    "empty parentheses": ("NOT ()", Not(EVERYTHING)),
}


@pytest.mark.parametrize(("text", "query"), READS.values(), ids=READS)
def test_text_reads_as_its_query(text, query):
    assert parse(text, now=NOW) == query


FAILS = {
    "signs alone": (':) "', 'position 1: ":)" has no letter or digit; write a word'),
    "a star alone": ("*", 'position 1: "*" has no letter or digit; write a word'),
    "an operator alone": ("AND", 'position 1: AND has nothing to join; write "AND" to search for it'),
    "an operator at the end": ("iraq OR", 'position 6: OR has nothing to join; write "OR" to search for it'),
    "two operators": ("a AND OR b", 'position 3: AND has nothing to join; write "AND" to search for it'),
    "a slip in a field": ("tags:x", 'position 1: no field "tags"; did you mean tag: — or put it in "quotes"'),
    "a field without a value": (
        "x tag:",
        'position 3: tag: has no value; write it right after the colon, or "tag" for the word',
    ),
    "a value without an end": ('tag:"Iraq m', 'position 5: this quote is never closed; end it with "'),
    "a group without an end": (
        "a (b",
        'position 3: this ( is never closed; add ) or put the text in "quotes"',
    ),
    "an unknown doubt": (
        "doubt:odd",
        'position 1: no doubt "odd"; the doubts are future, far, dateline',
    ),
    "an unknown kind": ("kind:long", 'position 1: no kind "long"; the kinds are full, excerpt, title'),
    "a column without words": ("title:+++", 'position 1: "+++" has no letter or digit; write a word'),
    "no time": (
        "a since:soon",
        'position 3: since: "soon" is no time; '
        "write 90m, 36h, 2d, 1w, today, 2026-11-01 or 2026-11-01T06:30Z",
    ),
    "a control character in a value is not shown": (
        "kind:\x1b[31m",
        'position 1: no kind " [31m"; the kinds are full, excerpt, title',
    ),
    "too deep": ("(" * 41 + "a" + ")" * 41, "position 41: nested more than 40 deep; write it flatter"),
    "too long": ("x" * 9000, "the query has 9000 characters; at most 8192 are read"),
    "too many": ("x " * 300, "the query has more than 256 terms; split it"),
}


@pytest.mark.parametrize(("text", "message"), FAILS.values(), ids=FAILS)
def test_unreadable_text_says_where_and_what_to_write(text, message):
    with pytest.raises(QueryError) as failure:
        parse(text, now=NOW)
    assert str(failure.value) == message


@pytest.mark.parametrize("text", ["999999w", "2026-13", "0000-01-01", "9999-12-31T23:59-14:00", "1e9", "٢d"])
def test_a_time_outside_the_calendar_is_no_time(text):
    with pytest.raises(QueryError, match="is no time"):
        field("since", text, now=NOW)


def test_relative_times_need_a_now():
    with pytest.raises(
        QueryError, match='"2d" depends on the day it is read; write a date such as 2026-11-01'
    ):
        parse("since:2d")


def test_days_are_those_of_the_zone_of_now():
    tokyo = timezone(timedelta(hours=9))
    assert parse("since:today", now=NOW.astimezone(tokyo)) == Time("since", at(2026, 11, 23, 15))


def test_the_last_day_of_the_calendar_is_no_crash():
    with pytest.raises(QueryError, match="is no time"):
        parse("until:9999-12-31", now=NOW)


# --- laws ----------------------------------------------------------------------------------------

PIECES = [
    *["iraq", "Ärger", "c++", "عراق", "无人机", "AND", "OR", "NOT", "-", "(", ")", "f(", '"', '""', "*", ":"],
    *["tag:", "title:", "since:", "2d", "2026-11", "url:", "https://a.b/", "kind:", "full", "author:"],
    *["🔥", "ß", "x", "NEAR(", " ", "\n", "\x00", "\ud800"],
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@LAW
@given(TEXTS)
def test_any_text_reads_and_prints_as_it_reads_or_is_refused_in_one_line(text):
    try:
        query = parse(text, now=NOW)
    except QueryError as error:
        message = str(error)
    else:
        message = ""
        assert parse(str(query), now=NOW) == query
    assert message.isprintable()


LETTERS = st.sampled_from(["iraq", "a b", 'say "x"', "c++", "AND", "-x", "f(x", "tag:y", "ends*", "无人"])
TERMS = st.one_of(
    st.builds(Words, LETTERS, st.sampled_from(["", "title", "text"]), st.booleans()),
    st.builds(Value, st.sampled_from(["tag", "outlet", "url", "author"]), LETTERS, st.booleans()),
    st.builds(Time, st.sampled_from(["since", "until", "seen", "edited"]), st.just(at(2026, 1, 2, 3, 4, 5))),
)
QUERIES = st.recursive(
    TERMS,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, max_size=3).map(all_of),
        st.lists(inner, min_size=1, max_size=3).map(any_of),
    ),
    max_leaves=8,
)


@LAW
@given(QUERIES)
def test_a_query_prints_as_text_that_reads_as_an_equal_query(query):
    assert parse(str(query)) == query


# Characters of Unicode 6.1 or older that tokenizers disagree about.
CHARS = [
    *"aBéßẞİıǅёЙςΣώعـىی한1²½Ⅷ٣ﬁ𝐀👍©_'’-.*+ªK\" ",
    *"\u0301\u0330\u0345\u064e\u200c\u00ad\u00a0\n\x00\ue000",
    "E\u0301",
    "हि",
]
RUNS = st.lists(st.sampled_from(CHARS), max_size=12).map("".join)


@pytest.fixture(scope="module")
def fts():
    with sqlite3.connect(":memory:") as db:
        db.execute('CREATE VIRTUAL TABLE t USING fts5(x, tokenize="unicode61 remove_diacritics 2")')
        yield db


@settings(derandomize=True, max_examples=1500, deadline=None)
@given(text=RUNS, sought=RUNS, prefix=st.booleans())
def test_words_match_as_fts5_matches_them(fts, text, sought, prefix):
    if not words_of(sought):
        return
    fts.execute("DELETE FROM t")
    fts.execute("INSERT INTO t VALUES (?)", (text,))
    asked = f'"{words_of(sought).strip()}"' + " *" * prefix
    found = fts.execute("SELECT count(*) FROM t WHERE t MATCH ?", (asked,)).fetchone()[0]
    assert has_words(text, sought, prefix=prefix) == bool(found)


# --- matching ------------------------------------------------------------------------------------

ARTICLE = Subject(
    title="Drone hits Basra depot",
    summary="An attack before dawn",
    text="Al-Shaabi leaders said the depot burnt.\n\n叙利亚南部发现坠毁无人机。",
    tags=("Iraq", "Ägypten"),
    feeds=("bbc-middle-east",),
    outlet="BBC News",
    agency="AFP",
    language="en-GB",
    url="https://bbc.com/news/World-123",
    authors=("Jane Q. Doe", "AFP"),
    kind="full",
    doubt="far",
    when=at(2026, 11, 20),
    first_seen=at(2026, 11, 21),
    edited=None,
)
MATCHES = {
    "drone": True,
    "title:depot text:burnt": True,
    "text:dawn": False,
    "dawn": True,
    '"hits basra"': True,
    '"hits depot"': False,
    '"depot an"': False,
    "al-shaabi": True,
    "depo": False,
    "depo*": True,
    "无人机": True,
    "title:无人机": False,
    "无人车": False,
    "tag:iraq": True,
    "tag:ÄGYPTEN": True,
    "tag:ira": False,
    "tag:ira*": True,
    "feed:bbc*": True,
    'outlet:"bbc news"': True,
    "outlet:bbc": False,
    "agency:afp": True,
    "agency:ap": False,
    "language:en": True,
    "language:EN-gb": True,
    "language:e": False,
    "url:bbc.com/NEWS": True,
    "author:doe": True,
    'author:"q doe"': True,
    "author:do": False,
    "doubt:far": True,
    "doubt:future": False,
    "kind:full": True,
    "kind:title": False,
    "since:2026-11-20": True,
    "since:2026-11-21": False,
    "until:2026-11-20": True,
    "seen:2026-11-21": True,
    "edited:2000": False,
    "NOT edited:2000": True,
    "tag:iran OR drone": True,
    "drone -basra": False,
    "()": True,
}


@pytest.mark.parametrize(("text", "answer"), MATCHES.items(), ids=MATCHES)
def test_a_query_matches(text, answer):
    assert matches(parse(text), ARTICLE) is answer


# --- constructors --------------------------------------------------------------------------------


def test_constructors_make_what_text_makes():
    made = all_of(
        (words("air strike"), field("tag", "Iraq*"), queries.time_after(NOW), queries.time_before(NOW))
    )
    assert str(made) == '"air strike" tag:"Iraq*" since:2026-11-24T12:30:00Z until:2026-11-24T12:30:00Z'


def test_no_condition_and_a_condition_are_the_condition():
    one, other = Words("a"), Words("b")
    assert [both(None, None), both(one, None), both(None, other), both(one, other)] == [
        None,
        one,
        other,
        And((one, other)),
    ]


def test_an_unknown_field_names_the_known_ones():
    with pytest.raises(QueryError, match='no field "colour"; the fields are title, text, tag,'):
        field("colour", "red")


def test_a_megabyte_is_split_into_words_in_well_under_a_second():
    assert len(words_of("Ä b\u0301ę عراق 无 " * 80_000).split()) == 320_000
