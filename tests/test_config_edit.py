"""Editing the text of a configuration: what is asked changes, everything else keeps its bytes."""

import os
import re
import stat
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.config import InvalidConfigError, edit, load
from feedwatch.config.locate import outline

NEW = {"name": "new", "url": "https://new.example/rss"}

DESK = """\
# The desk's feeds.
[defaults]
interval = "20m"  # calm

[[feeds]]
name = "one"            # the first
url = "https://one.example/rss"
# paused = true

# Two has a key of its own.
[[feeds]]
name = "two"
url = "https://two.example/rss"
tags = [  # given, not earned
  "a",  # because
  "b",
]
[feeds.headers]
"Accept-Language" = "ar"

# --- tags ---
[tags]
Iraq = ["Iraq"]
"""

PIECES = (
    "\n",
    "# a comment\n",
    "  # indented\n",
    "\t\n",
    "[tags]\nx = ['a'] # why\n",
    "[limits]\nbody = '1MB'\n",
    "[[feeds]]\nname = 'p'\nurl = 'https://p.example/'\n",
    "[[feeds]]\n# inside\nname='q' # end\nurl='https://q.example/'\n",
    "[[feeds]]\nname = 'r'\nurl = 'https://r.example/'\n# clings\n",
    "[feeds.headers]\n'X-A' = '#no'\n",
    "[network]\nallow = [ # first\n '127.0.0.1', # second\n]\n",
    "[storage]\nurl = '''sqlite:///a#b'''\n",
)


@st.composite
def config_texts(draw: st.DrawFn) -> str:
    """Texts that TOML accepts, made of pieces: with and without BOM, CRLF and a last line end."""
    text = "".join(draw(st.permutations(PIECES))[: draw(st.integers(0, len(PIECES)))])
    if draw(st.booleans()):
        text = text.removesuffix("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        text = ""
    return draw(st.sampled_from(("", "\ufeff"))) + text


@settings(derandomize=True, max_examples=300, deadline=None)
@given(config_texts())
def test_add_then_remove_gives_the_bytes_back(text: str) -> None:
    try:
        added = edit.add(text, NEW)
    except InvalidConfigError:  # sub-tables of no feed
        return

    assert edit.remove(added, "new") == text


@settings(derandomize=True, max_examples=300, deadline=None)
@given(config_texts())
def test_pause_then_resume_gives_the_bytes_back(text: str) -> None:
    for name in ("p", "q", "r"):
        try:
            paused = edit.pause(text, name)
        except InvalidConfigError:
            continue

        assert edit.resume(paused, name) == text


@settings(derandomize=True, max_examples=300, deadline=None)
@given(config_texts(), st.sampled_from("pqr"))
def test_removing_a_feed_keeps_every_comment(text: str, name: str) -> None:
    try:
        removed = edit.remove(text, name)
    except InvalidConfigError:
        return

    assert _comments(removed) == _comments(text)


def _comments(text: str) -> list[str]:
    body = text.removeprefix("\ufeff")
    return [body[start:end] for start, end in outline(body).comments]


def test_a_feed_is_added_behind_the_last_one_and_before_the_tags() -> None:
    block = '\n[[feeds]]\nname = "new"\nurl = "https://new.example/rss"\n'

    assert edit.add(DESK, NEW) == DESK.replace("\n# --- tags", block + "\n# --- tags")


def test_a_commented_key_stays_with_the_feed_above_it() -> None:
    text = '[[feeds]]\nname = "a"\nurl = "https://a.example/"\n# paused = true\n'

    assert edit.add(text, NEW).startswith(text + "\n[[feeds]]")


def test_added_values_are_written_as_toml() -> None:
    feed = {"name": 'a "b" \\ c\x7f', "url": "https://x.example/", "tags": ["é", "tab\t"], "paused": True}

    assert tomllib.loads(edit.add("", feed))["feeds"] == [feed]


def test_removing_leaves_the_comments_of_the_feed_where_it_was() -> None:
    expected = DESK[: DESK.index('[[feeds]]\nname = "two"')] + "# given, not earned\n# because\n"

    assert edit.remove(DESK, "two") == expected + DESK[DESK.index("\n# --- tags") :]


def test_removing_reaches_sub_tables_that_stand_apart() -> None:
    text = "[[feeds]]\nname='a'\nurl='u'\n\n[tags]\nx=['y']\n\n[feeds.headers]\nA='b'\n"

    assert edit.remove(text, "a") == "\n[tags]\nx=['y']\n"


def test_pausing_writes_one_line_before_the_sub_tables() -> None:
    assert edit.pause(DESK, "two") == DESK.replace("]\n[feeds.headers]", "]\npaused = true\n[feeds.headers]")


def test_pausing_changes_a_value_that_is_written() -> None:
    text = "[[feeds]]\nname='a'\npaused = false  # for now\nurl='u'\n"

    assert edit.pause(text, "a") == text.replace("false", "true")
    assert edit.resume(text.replace("false", "true"), "a") == "[[feeds]]\nname='a'\n# for now\nurl='u'\n"


def test_pausing_twice_changes_nothing_more() -> None:
    once = edit.pause(DESK, "one")

    assert edit.pause(once, "one") == once
    assert edit.resume(DESK, "one") == DESK


INLINE = "feeds are written inline; write each below [[feeds]] to edit them"


@pytest.mark.parametrize(
    ("act", "message"),
    [
        pytest.param(
            lambda: edit.remove(DESK, "tow"),
            'feedwatch.toml: there is no feed "tow"; did you mean two?',
            id="typo",
        ),
        pytest.param(
            lambda: edit.pause(DESK, "zzzz"),
            'feedwatch.toml: there is no feed "zzzz"; see `feedwatch feeds list`',
            id="unknown",
        ),
        pytest.param(
            lambda: edit.add(DESK, {**NEW, "name": "one"}),
            'feedwatch.toml: there is a feed "one" already; choose another name',
            id="taken",
        ),
        pytest.param(
            lambda: edit.pause("feeds = [{name='a', url='u'}]", "a"),
            f"feedwatch.toml:1: {INLINE}",
            id="inline",
        ),
        pytest.param(
            lambda: edit.add("\nfeeds = []", NEW),
            f"feedwatch.toml:2: {INLINE}",
            id="inline-empty",
        ),
    ],
)
def test_what_cannot_be_edited_is_one_line(act: Callable[[], str], message: str) -> None:
    with pytest.raises(InvalidConfigError) as caught:
        act()

    assert str(caught.value) == message


# --- files ---------------------------------------------------------------------------------------


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "feedwatch.toml"
    path.write_text(DESK)
    return path


def test_an_added_feed_is_in_the_settings_and_in_the_file(config: Path) -> None:
    found = edit.add_feed(config, NEW)

    assert [feed.name for feed in found.feeds] == ["one", "two", "new"]
    assert load(config) == found


def test_a_feed_that_would_be_invalid_leaves_the_file_alone(config: Path) -> None:
    with pytest.raises(
        InvalidConfigError, match=r'feedwatch.toml:23: feed "x": url is no address that can be fetched'
    ):
        edit.add_feed(config, {"name": "x", "url": "gopher://x.example/"})

    assert config.read_text() == DESK


def test_bytes_that_are_no_text_never_reach_the_file(config: Path) -> None:
    with pytest.raises(InvalidConfigError, match="url holds bytes that are no UTF-8 text; retype it"):
        edit.add_feed(config, {"name": "x", "url": "https://x.example/\udcff"})

    assert config.read_text() == DESK


def test_a_feed_of_an_included_file_is_changed_there(config: Path) -> None:
    other = config.parent / "feeds.d" / "more.toml"
    other.parent.mkdir()
    other.write_text("[[feeds]]\nname = 'three'\nurl = 'https://three.example/'\n")
    config.write_text('include = ["feeds.d/*.toml"]\n' + DESK)

    assert edit.pause_feed(config, "three") == other
    assert [feed.paused for feed in load(config).feeds if feed.name == "three"] == [True]
    edit.resume_feed(config, "three")
    assert edit.remove_feed(config, "three") == other
    assert (other.read_text(), config.read_text()) == ("", 'include = ["feeds.d/*.toml"]\n' + DESK)


def test_an_edit_that_cannot_be_written_leaves_nothing_behind(config: Path) -> None:
    folder = config.parent / "x.toml"
    folder.mkdir()

    with pytest.raises(InvalidConfigError, match="cannot be written"):
        edit.replace_file(folder, DESK)
    assert sorted(os.listdir(config.parent)) == ["feedwatch.toml", "x.toml"]


def test_rights_and_links_outlive_an_edit(config: Path) -> None:
    config.chmod(0o640)
    link = config.parent / "link.toml"
    link.symlink_to(config)

    edit.pause_feed(link, "one")

    assert link.is_symlink()
    assert stat.S_IMODE(config.stat().st_mode) == 0o640
    assert os.listdir(config.parent).count("feedwatch.toml") == len(os.listdir(config.parent)) - 1


# --- the locator ---------------------------------------------------------------------------------

TOML_KEYS = st.sampled_from(["a", "b-1", '"q w"', "'l.'", '"\\u00e9\\"#"', "1979"])
TOML_VALUES = st.recursive(
    st.sampled_from(
        ['"x"', "'''a''b'''", '"""q""""', '"""\n#no\n\\" """', "1", "-1.5e3", "true", "1979-05-27 07:32:00Z",
         "07:32:00", "0x_ff".replace("_", ""), "'#'", '"\\\\"', "inf", "''", '""', "''''x''''"]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda vs: "[ # c\n" + ",\n".join(vs) + "]"),
        st.dictionaries(TOML_KEYS, inner, max_size=3).map(
            lambda d: "{" + ", ".join(f"{k} = {v}" for k, v in d.items()) + "}"
        ),
    ),
    max_leaves=6,
)  # fmt: skip
TOML_LINES = st.one_of(
    st.tuples(TOML_KEYS, TOML_VALUES).map(lambda kv: f" {kv[0]} =\t{kv[1]}  # c]\n"),
    st.tuples(TOML_KEYS, TOML_KEYS, TOML_VALUES).map(lambda kv: f"{kv[0]} . {kv[1]}={kv[2]}\n"),
    TOML_KEYS.map(lambda k: f"[t.{k}]\n"),
    TOML_KEYS.map(lambda k: f"[[ many . {k} ]]\n"),
    TOML_KEYS.map(lambda k: f"[many.{k}.inner]\n"),
    st.just("# only = 1\n\n"),
)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(st.lists(TOML_LINES, max_size=8).map("".join))
def test_every_value_of_a_document_has_a_spot_that_reads_back_as_it(text: str) -> None:
    data = _valid_prefix(text)
    spots = outline(text := data[0]).spots

    for path, value in _leaves(data[1], ()):
        written = text[spots[path].value : spots[path].end]
        assert tomllib.loads(f"v = {written}")["v"] == value or value != value


def _valid_prefix(text: str) -> tuple[str, dict[str, object]]:
    """The longest beginning, in lines, that is TOML: random lines may contradict one another."""
    lines = text.splitlines(keepends=True)
    for count in range(len(lines), -1, -1):
        try:
            return "".join(lines[:count]), tomllib.loads("".join(lines[:count]))
        except tomllib.TOMLDecodeError:
            continue
    return "", {}


def _leaves(value: object, path: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], object]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    found = [leaf for key, part in inner for leaf in _leaves(part, (*path, key))]
    return found if isinstance(value, dict | list) else [(path, value)]


def test_lines_count_from_one_and_fall_back_to_what_is_around() -> None:
    text = "a = 1\n\n[[feeds]]\nname = 'x'\ntags = [\n 'one',\n 'two',\n]\n[[feeds]]\n"
    found = outline(text)

    paths = [("a",), ("feeds", 0), ("feeds", 0, "tags", 1), ("feeds", 0, "url"), ("feeds", 1, "name"), ("b",)]
    assert [found.line(path) for path in paths] == [1, 3, 7, 3, 9, None]


def test_a_megabyte_is_walked_in_time() -> None:
    text = "x = '''" + "a'" * 400_000 + "'''\n" + "# c\n" * 50_000

    assert re.fullmatch(r"x", text[: outline(text).spots["x",].start + 1])
