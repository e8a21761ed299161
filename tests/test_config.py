"""The configuration: what a file says, and one line for each thing that is wrong with it."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.config import (
    LONGEST_FILE,
    InvalidConfigError,
    find_config,
    init,
    known_keys,
    load,
    sample_config,
    sample_unit,
    samples,
    storage_at,
)
from feedwatch.config.locate import outline
from feedwatch.config.settings import Budget, Hosts, Limits, Local, Network, Retention, Settings, Storage
from feedwatch.config.units import duration_text, octets, seconds, size_text
from feedwatch.errors import ConfigError
from feedwatch.model import Feed, Rule, RuleSet

FEED = "[[feeds]]\nname = 'a'\nurl = 'https://a.example/rss'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    tmp_path.chmod(0o755)
    return tmp_path


def read(folder: Path, text: str, **environ: str) -> Settings:
    path = folder / "feedwatch.toml"
    path.write_bytes(text.encode())
    return load(path, environ=environ)


def problems(folder: Path, text: str, **environ: str) -> list[str]:
    """What is wrong with a file, "7: …"; FOLDER stands for the folder."""
    with pytest.raises(InvalidConfigError) as caught:
        read(folder, text, **environ)
    assert str(caught.value) == "\n".join(caught.value.problems)
    lines = [line.replace(str(folder), "FOLDER") for line in caught.value.problems]
    return [line.replace("FOLDER/feedwatch.toml:", "") for line in lines]


def feed_at(url: str) -> str:
    return f"[[feeds]]\nname = 'a'\nurl = '{url}'\n"


# --- what a file says ----------------------------------------------------------------------------

WHOLE = """\
[defaults]
interval = "20m"
min_interval = "10m"
max_interval = "1w"
timezone = "Asia/Baghdad"
language = "AR"
group = "wires"
tags = ["desk"]
proxy = "http://proxy.example:3128"

[storage]
url = "sqlite:///data/x.db"
keep_raw = false
[network]
allow = ["192.168.1.0/24", "127.0.0.1", "nas.local:8080", "::1", "[::1]:80"]
concurrency = 8
user_agent = "desk/1 (+mailto:desk@example.org)"
[local]
root = "."
[limits]
deadline = "1m"
body = "1 MiB"
items_per_poll = 10
new_per_day = 20
[hosts]
concurrency = 3
gap = "0s"
[budget]
polls_per_hour = 100
[retention]
age = "52w"

[[feeds]]
name = "a"
url = "https://u:${env:PW}@a.example/rss?k=${file:key.txt}"
outlet = "a.example"
group = "press"
interval = "1h30m"
timezone = "UTC"
language = "fr"
tags = []
headers = { "X-Key" = "k ${env:PW}" }
auth = ["me", "${env:PW}"]
proxy = "http://${env:PW}.example:1"
enabled = false
paused = true

[[feeds]]
name = "b"
url = "file:b.xml"

[tags]
Iraq = ["Iraq*", " العراق "]
US = { any = ["US"], all = ["Army", "base"], none = ["US Open"], case = true }
both = { query = "tag:iraq US" }
"""


def test_a_whole_file_becomes_settings(folder: Path) -> None:
    (folder / "key.txt").write_text("k1\n")

    found = read(folder, WHOLE, PW="pw")

    path = folder / "feedwatch.toml"
    common = {"interval_s": 1200, "min_interval_s": 600, "max_interval_s": 604_800, "group": "wires"}
    assert found == Settings(
        path=path,
        files=(path,),
        storage=Storage(f"sqlite:///{folder}/data/x.db", keep_raw=False, path=folder / "data" / "x.db"),
        feeds=(
            Feed(
                "a",
                "https://u:${env:PW}@a.example/rss?k=${file:key.txt}",
                "https://u:pw@a.example/rss?k=k1",
                **{**common, "interval_s": 5400, "group": "press"},
                outlet="a.example",
                timezone="UTC",
                language="fr",
                tags=(),
                headers=(("X-Key", "k pw"),),
                auth=("me", "pw"),
                proxy="http://pw.example:1",
                enabled=False,
                paused=True,
            ),
            Feed(
                "b",
                "file:b.xml",
                (folder / "b.xml").as_uri(),
                **common,
                timezone="Asia/Baghdad",
                language="ar",
                tags=("desk",),
                proxy="http://proxy.example:3128",
            ),
        ),
        rules=RuleSet(
            (
                Rule("Iraq", any=("Iraq*", "العراق")),
                Rule("US", any=("US",), all=("Army", "base"), none=("US Open",), case=True),
                Rule("both", query="tag:iraq US"),
            )
        ),
        network=Network(
            ("192.168.1.0/24", "127.0.0.1", "nas.local:8080", "::1", "[::1]:80"),
            8,
            "desk/1 (+mailto:desk@example.org)",
        ),
        local=Local(folder),
        limits=Limits(60, 1 << 20, 10, 20),
        hosts=Hosts(3, 0),
        budget=Budget(100),
        retention=Retention(52 * 604_800),
        origins={"a": path, "b": path},
    )


def test_a_file_that_says_nothing_is_the_defaults_and_a_warning(folder: Path) -> None:
    found = read(folder, "")

    assert (found.feeds, found.limits, found.retention) == (
        (),
        Limits(30, 10_000_000, 5000, 2000),
        Retention(None),
    )
    assert found.storage.path == folder.parent / "data" / "feedwatch.db"
    assert found.warnings == (
        f"{folder}/feedwatch.toml: there are no feeds yet; add one with `feedwatch feeds add`",
    )


@pytest.mark.parametrize(
    "spoil", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n")], ids=["bom", "crlf"]
)
def test_a_byte_order_mark_and_windows_line_ends_change_nothing(folder: Path, spoil: object) -> None:
    assert read(folder, spoil(FEED)) == read(folder, FEED)


@pytest.mark.parametrize(
    ("keys", "pace"),
    [
        ("", (900, 300, 21_600)),
        ("interval = '1m'", (60, 60, 21_600)),
        ("interval = '2d'", (172_800, 300, 172_800)),
        ("min_interval = '12h'", (43_200, 43_200, 43_200)),
        ("max_interval = '2m'", (120, 120, 120)),
        ("min_interval = '7m'\nmax_interval = '7m'", (420, 420, 420)),
    ],
)
def test_bounds_that_nobody_wrote_give_way(folder: Path, keys: str, pace: tuple[int, int, int]) -> None:
    feed = read(folder, FEED + keys).feeds[0]

    assert (feed.interval_s, feed.min_interval_s, feed.max_interval_s) == pace


@pytest.mark.parametrize(
    "auth",
    [
        "['u', 'a:b']",
        "'u:a:b'",
        "{ password = 'a:b', user = 'u' }",
        "'${env:LOGIN}'",
        "['u', '${env:PASSWORD}']",
        "'u:${env:PASSWORD}'",
    ],
    ids=["list", "text", "table", "variable", "list-variable", "text-variable"],
)
def test_a_login_is_a_list_a_text_or_a_table(folder: Path, auth: str) -> None:
    found = read(folder, f"{FEED}auth = {auth}", LOGIN="u:a:b", PASSWORD="a:b")

    assert found.feeds[0].auth == ("u", "a:b")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("sqlite:///x.db", "FOLDER/x.db"),
        ("sqlite:///../data/x.db", "PARENT/data/x.db"),
        ("sqlite:////var/x.db", "/var/x.db"),
        ("x.db", "FOLDER/x.db"),
        ("/var/x.db", "/var/x.db"),
    ],
)
def test_a_database_is_an_absolute_path(folder: Path, url: str, path: str) -> None:
    wanted = path.replace("FOLDER", str(folder)).replace("PARENT", str(folder.parent))

    assert storage_at(url, folder) == Storage(f"sqlite:///{wanted}", path=Path(wanted))


def test_secrets_are_in_no_representation(folder: Path) -> None:
    text = FEED.replace("rss'", "rss?${env:PW}'") + "auth = ['u', '${env:PW}']\nheaders = { A = '${env:PW}' }"

    assert "s3cret" not in repr(replace(read(folder, text, PW="s3cret").feeds[0], address=""))


# --- includes ------------------------------------------------------------------------------------


def test_included_files_bring_feeds_tags_and_their_own_defaults(folder: Path) -> None:
    (folder / "d").mkdir()
    (folder / "d" / "1.toml").write_text(
        FEED.replace("'a'", "'c'").replace("//a", "//c") + "[tags]\nx = ['x']\n"
    )

    text = "include = ['d/*.toml']\n[defaults]\ninterval = '1h'\n" + FEED
    (folder / "d" / "2.toml").write_text(
        "[defaults]\nlanguage = 'ar'\n[[feeds]]\nname = 'b'\nurl = 'https://b.example/'\n"
    )
    found = read(folder, text)

    assert [(feed.name, feed.interval_s, feed.language) for feed in found.feeds] == [
        ("a", 3600, None),
        ("c", 3600, None),
        ("b", 3600, "ar"),
    ]
    assert found.files == tuple(folder / name for name in ("feedwatch.toml", "d/1.toml", "d/2.toml"))
    assert found.origins == {
        "a": folder / "feedwatch.toml",
        "c": folder / "d" / "1.toml",
        "b": folder / "d" / "2.toml",
    }
    assert found.rules == RuleSet((Rule("x", any=("x",)),))


def test_files_that_include_each_other_are_read_once(folder: Path) -> None:
    (folder / "b.toml").write_text("include = ['feedwatch.toml', '*.toml']\n")

    assert read(folder, "include = ['*.toml']\n" + FEED).files == (
        folder / "feedwatch.toml",
        folder / "b.toml",
    )


def test_what_is_wrong_in_an_included_file_is_said_of_that_file(folder: Path) -> None:
    (folder / "b.toml").write_text("[limits]\nbody = '1MB'\n" + FEED)

    assert problems(folder, "include = ['b.toml', 'c.toml']\n" + FEED) == [
        '1: include "c.toml" is not there; write the file or remove the entry',
        'FOLDER/b.toml:1: unknown key "limits" in the file; '
        "move it into the main file, which alone has sections",
        'FOLDER/b.toml:4: feed "a" is already at 3; rename one of them',
    ]


# --- what is wrong -------------------------------------------------------------------------------


MISTAKES = [
    pytest.param(*(part.strip("\n") for part in case[1:]), id=case[0])
    for case in re.findall(
        r"^=== (.+)\n([\s\S]*?)^---\n([\s\S]*?)(?=^=== |\Z)",
        (Path(__file__).parent / "config" / "mistakes.txt").read_text(),
        re.MULTILINE,
    )
]


@pytest.mark.parametrize(("text", "answer"), MISTAKES)
def test_each_mistake_is_a_line_with_its_fix(folder: Path, text: str, answer: str) -> None:
    assert problems(folder, text) == answer.splitlines()


def test_an_unreadable_query_shows_where(folder: Path) -> None:
    (line,) = problems(folder, "[tags]\nx = { query = 'a AND (' }")

    assert line.startswith("2: tags.x.query cannot be read: ")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "${env:NO}",
            "needs the environment variable NO, which is not set; set NO first",
        ),
        (
            "${env:EMPTY}",
            "needs the environment variable EMPTY, which is empty; set EMPTY first",
        ),
        ("${file:no.txt}", "needs the file FOLDER/no.txt, which is not there; write the secret into it"),
        ("${file:.}", "needs the file FOLDER, which is not there; write the secret into it"),
        ("${file:blank.txt}", "needs the file FOLDER/blank.txt, which is empty; write the secret into it"),
        ("${vault:x}", "holds the unknown placeholder ${vault:x}; write ${env:NAME} or ${file:PATH}"),
    ],
)
def test_a_secret_that_is_missing_is_named(folder: Path, written: str, said: str) -> None:
    (folder / "blank.txt").write_text("\n")

    assert problems(folder, feed_at(f"https://a.example/{written}"), EMPTY="") == [f'3: feed "a": url {said}']


def test_a_secret_is_in_no_message(folder: Path) -> None:
    text = feed_at("https://a.example:${env:PW}/") + "proxy = '${env:PW}'\nheaders = { X = '${env:PW}' }"

    assert "s3cret" not in "\n".join(problems(folder, text, PW="s3cret é\u0100"))


def test_the_same_address_with_another_login_or_disabled_is_another_question(folder: Path) -> None:
    other = FEED.replace("'a'", "'b'") + "auth = 'u:p'\n" + FEED.replace("'a'", "'c'") + "enabled = false\n"

    assert len(read(folder, FEED + other).feeds) == 3


def test_a_tag_that_nothing_gives_is_a_warning(folder: Path) -> None:
    text = FEED + "tags = ['given']\n[tags]\nIraq = ['x']\nq = { query = 'tag:Irak OR tag:given' }\n"

    assert read(folder, text).warnings == (
        f'{folder}/feedwatch.toml:7: the query of tag "q" asks for "Irak", which nothing gives; '
        'did you mean "Iraq"?',
    )


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("auth = 'me:pw'", "auth"),
        ("headers = { Authorization = 'Bearer x' }", "headers"),
        ("proxy = 'http://u:p@p.example:1'", "proxy"),
        ("# url", "url"),
    ],
)
def test_a_password_that_everyone_may_read_is_a_warning(folder: Path, line: str, key: str) -> None:
    text = (feed_at("https://u:pw@a.example/") if key == "url" else FEED) + line
    path = folder / "feedwatch.toml"
    read(folder, text)
    path.chmod(0o644)

    (warning,) = load(path).warnings
    assert warning == (
        f'{path}:{3 if key == "url" else 4}: feed "a" spells out a secret in {key}, '
        f"and every user may read this file; chmod 600 {path}, or write ${{env:NAME}}"
    )
    path.chmod(0o600)
    assert load(path).warnings == ()


# --- files that are no configuration -------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = b", '1: is not TOML at column 5: Invalid value; text needs quotes: key = "value"'),
        ("\n[t]\nx = 'y", '3: is not TOML at its end: Expected "\'"; close the text with a quote'),
        ("a = [1,\n2", "2: is not TOML at its end: Unclosed array; close the list with ]"),
        ("a = 1\na = 2\n", "2: is not TOML at column 6: Cannot overwrite a value; keep one of the two"),
    ],
    ids=["no-quotes", "no-end-quote", "open-list", "twice"],
)
def test_broken_toml_has_line_and_column(folder: Path, text: str, line: str) -> None:
    assert problems(folder, text) == [line]


def test_deep_nesting_is_one_line(folder: Path) -> None:
    assert problems(folder, "a = " + "[" * 5000 + "]" * 5000) == [
        " nests lists or tables too deeply; flatten it"
    ]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "no such file or directory; write it with `feedwatch init`"),
        (lambda path: path.mkdir(), "is a folder; name a TOML file"),
        (os.mkfifo, "is no regular file; name a TOML file"),
        (
            lambda path: path.symlink_to(path),
            "too many levels of symbolic links; correct the path or its rights",
        ),
        (lambda path: path.symlink_to("/dev/zero"), "is no regular file; name a TOML file"),
        (
            lambda path: path.write_bytes(b"#" * (LONGEST_FILE + 1)),
            "is larger than 5 MB; spread feeds over files and include them",
        ),
    ],
    ids=["missing", "folder", "fifo", "loop", "device", "huge"],
)
def test_what_is_no_file_is_one_line(folder: Path, make: object, said: str) -> None:
    path = folder / "x.toml"
    make(path)

    with pytest.raises(ConfigError) as caught:
        load(path)

    assert str(caught.value) == f"{path}: {said}"


def test_a_file_that_is_not_utf8_names_the_line(folder: Path) -> None:
    path = folder / "x.toml"
    path.write_bytes(b"# a\n# caf\xe9\n")

    with pytest.raises(ConfigError) as caught:
        load(path)

    assert str(caught.value) == f"{path}:2: is not UTF-8 text; save the file as UTF-8"


# --- units ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("15m", 900),
        ("6h", 21_600),
        ("90s", 90),
        ("2d", 172_800),
        ("1w", 604_800),
        ("1h30m", 5400),
        ("0s", 0),
        ("", None),
        ("5", None),
        ("m", None),
        ("30m1h", None),
        ("1.5h", None),
        ("١m", None),
        (" 5m", None),
    ],
)
def test_durations(text: str, value: int | None) -> None:
    assert seconds(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("10MB", 10_000_000),
        ("512 KiB", 524_288),
        ("1gb", 10**9),
        ("7", 7),
        ("7B", 7),
        ("MB", None),
        ("1.5MB", None),
        ("1iB", None),
        ("-1MB", None),
    ],
)
def test_sizes(text: str, value: int | None) -> None:
    assert octets(text) == value


@settings(derandomize=True, max_examples=200)
@given(st.integers(0, 10**9))
def test_durations_and_sizes_read_back_what_they_write(value: int) -> None:
    assert (seconds(duration_text(value)), octets(size_text(value))) == (value, value)


# --- finding it ----------------------------------------------------------------------------------


def test_the_configuration_is_found_in_the_promised_order(folder: Path) -> None:
    places = [
        folder / "x.toml",
        folder / "env.toml",
        folder / "config/feedwatch.toml",
        folder / "xdg/feedwatch/feedwatch.toml",
    ]
    environ = {"FEEDWATCH_CONFIG": str(places[1]), "XDG_CONFIG_HOME": str(folder / "xdg")}
    for path in places:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    bare = {"XDG_CONFIG_HOME": environ["XDG_CONFIG_HOME"]}
    assert find_config(Path("x.toml"), environ=environ, cwd=folder) == places[0]
    assert find_config(None, environ=environ, cwd=folder) == places[1]
    assert find_config(None, environ=bare, cwd=folder) == places[2]
    places[2].unlink()
    assert find_config(None, environ=bare, cwd=folder) == places[3]


def test_a_configuration_that_was_named_must_be_there(folder: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"^no\.toml: no such file \(named by -c\); correct it or run `feedwatch init`$"
    ):
        find_config(Path("no.toml"), environ={}, cwd=folder)
    with pytest.raises(ConfigError, match=r"\(named by FEEDWATCH_CONFIG\)"):
        find_config(None, environ={"FEEDWATCH_CONFIG": "no.toml"}, cwd=folder)


def test_without_any_configuration_the_fix_is_init(folder: Path) -> None:
    with pytest.raises(ConfigError, match="run `feedwatch init`"):
        find_config(None, environ={}, cwd=folder)


# --- what is shipped -----------------------------------------------------------------------------


def test_the_demo_has_a_document_for_each_of_its_feeds() -> None:
    text = (samples() / "feedwatch.toml").read_text().replace("{port}", "8080")

    found = load(samples() / "feedwatch.toml", environ={}, text=text)

    rounds = [{path.name for path in (samples() / name).iterdir()} for name in ("round1", "round2")]
    assert {feed.url.rpartition("/")[2] for feed in found.feeds} == rounds[0]
    assert (found.warnings, rounds[1] - rounds[0]) == ((), set())


def test_the_sample_configuration_loads_without_warnings() -> None:
    assert load(sample_config(), environ={}).warnings == ()


def test_the_sample_configuration_explains_every_key() -> None:
    text = sample_config().read_text()

    missing = {key[-1] for key in known_keys() if key[-1] not in text}
    assert missing == set()


def test_the_shipped_files_are_found_from_any_folder(tmp_path: Path) -> None:
    script = (
        "from feedwatch import config as c; print(c.samples(), c.sample_config(), c.sample_unit(), sep='\\n')"
    )

    lines = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )

    assert lines.stdout.splitlines() == [str(path) for path in (samples(), sample_config(), sample_unit())]
    assert all(Path(line).exists() for line in lines.stdout.splitlines())


def test_a_wheel_carries_the_shipped_files_beside_the_package(tmp_path: Path) -> None:
    shipped = tmp_path / "site-packages" / "feedwatch" / "_shipped"
    (shipped / "samples").mkdir(parents=True)
    (shipped / "feedwatch.toml").touch()

    assert samples(package=shipped.parent) == shipped / "samples"
    assert sample_config(package=shipped.parent) == shipped / "feedwatch.toml"


@pytest.mark.parametrize(
    ("place", "database"),
    [
        ("config/feedwatch.toml", "data/feedwatch.db"),
        ("here.toml", "feedwatch.db"),
        (".config/feedwatch/feedwatch.toml", ".local/share/feedwatch/feedwatch.db"),
    ],
)
def test_init_writes_a_configuration_that_works_where_it_is(folder: Path, place: str, database: str) -> None:
    path = init(folder / place, environ={"HOME": str(folder)})

    found = load(path, environ={})

    assert (found.storage.path, found.warnings) == (folder / database, ())
    assert found.feeds == load(sample_config(), environ={}).feeds


def test_init_overwrites_only_when_forced(folder: Path) -> None:
    path = folder / "feedwatch.toml"
    path.write_text("mine")

    with pytest.raises(ConfigError, match="is there already; choose another place or add --force"):
        init(path)
    assert path.read_text() == "mine"
    init(path, force=True)
    assert outline(path.read_text()).spots.keys() >= {("storage", "url")}
