"""The command line as users meet it: real processes, their output and exit codes."""

import json
import os
import pty
import re
import select
import shlex
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from feedwatch import cli
from feedwatch.cli.feeds import name_for
from feedwatch.cli.options import query_of
from feedwatch.cli.session import Session
from feedwatch.cli.status import troubles
from feedwatch.model import Status
from feedwatch.queries import FIELDS, parse

PROGRAM = (sys.executable, "-m", "feedwatch")
CONFIG = """\
[storage]
url = "sqlite:///watch.db"

[[feeds]]  # the first
name = "world"
url = "https://example.org/world.xml"

[tags]
roads = ["road*"]
"""


@pytest.fixture
def home(tmp_path, monkeypatch):
    """An empty folder to be in, without any configuration or wish in the environment."""
    for name in (
        "FEEDWATCH_CONFIG",
        "FEEDWATCH_DB",
        "XDG_CONFIG_HOME",
        "PAGER",
        "NO_COLOR",
        "LESS",
        "COLUMNS",
        "LINES",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def config(home):
    path = home / "watch.toml"
    path.write_text(CONFIG)
    return path


def run(*args, env=None, **kwargs):
    return subprocess.run(
        [*PROGRAM, *map(str, args)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, **(env or {})},
        check=False,
        **kwargs,
    )


def on_terminal(*args, env=None, size=(24, 80)):
    """The exit code and what a terminal of that many rows and columns shows."""
    rows, columns = size
    pid, terminal = pty.fork()
    if pid == 0:
        environ = {**os.environ, "TERM": "xterm-256color", "LINES": str(rows), "COLUMNS": str(columns)}
        os.execve(PROGRAM[0], [*PROGRAM, *map(str, args)], {**environ, **(env or {})})
    shown = b""
    try:
        while select.select([terminal], [], [], 30)[0] and (part := os.read(terminal, 65536)):
            shown += part
    except OSError:  # the other end is closed
        pass
    _, status = os.waitpid(pid, 0)
    os.close(terminal)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")


def answer(done):
    return done.returncode, done.stdout, done.stderr


# --- starting up ---------------------------------------------------------------------------------

HEAVY = ("sqlmodel", "sqlalchemy", "feedparser", "requests", "apscheduler", "numpy", "rich", "ahocorasick")


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["no-such-command"]], ids=lambda args: args[0])
def test_nothing_heavy_is_imported_for(args, home):
    code = (
        "import sys, atexit\n"
        "atexit.register(lambda: print(sorted(sys.modules), file=sys.stderr))\n"
        f"sys.argv = ['feedwatch', *{args}]\n"
        "from feedwatch.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = set(re.findall(r"'([\w.]+)'", done.stderr.splitlines()[-1]))
    assert loaded.isdisjoint(HEAVY)
    assert {name for name in loaded if name.startswith("feedwatch")} == {
        "feedwatch",
        "feedwatch.__main__",
        "feedwatch.cli",
        "feedwatch.cli.group",
        "feedwatch.cli.session",
        "feedwatch.errors",
    }


def commands(group=cli.program, path=()):
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


EVERY = dict(commands())


@pytest.mark.parametrize("path", EVERY, ids=" ".join)
def test_help_is_there_for(path):
    command = EVERY[path]
    first = command.help.split("\n")[0]
    assert first.endswith(".")
    assert all(option.help for option in command.params if isinstance(option, click.Option))


@pytest.mark.parametrize("name", cli.program.lazy)
def test_the_summary_of_the_program_is_the_first_line_of(name):
    assert EVERY[name,].help.split("\n")[0] == cli.program.lazy[name].summary


def test_help_names_every_command(home):
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.findall(r"^  ([a-z]+)  +[A-Z]", done.stdout, re.MULTILINE) == list(cli.program.lazy)


# --- mistakes ------------------------------------------------------------------------------------

MISTAKES = {
    "a misspelt command": (
        ["lits"],
        2,
        "No such command 'lits'. Did you mean 'list'? See 'feedwatch --help'.",
    ),
    "an unknown option": (
        ["list", "--sinc", "1d"],
        2,
        "No such option '--sinc'. Did you mean '--since'? See 'feedwatch list --help'.",
    ),
    "no articles at all": (
        ["list", "-n", "0"],
        2,
        "Invalid value for '-n' / '--limit': 0 is not in the range x>=1. See 'feedwatch list --help'.",
    ),
    "fewer than none": (
        ["list", "-n", "-2"],
        2,
        "Invalid value for '-n' / '--limit': -2 is not in the range x>=1. See 'feedwatch list --help'.",
    ),
    "a field that is none": (
        ["list", "--db", "sqlite:///x.db", "--fields", "id,titel"],
        2,
        'no field "titel" in articles; did you mean title?',
    ),
    "no time": (
        ["--db", "sqlite:///x.db", "list", "--since", "soon"],
        2,
        'since: "soon" is no time; write 90m, 36h, 2d, 1w, today, 2026-11-01 or 2026-11-01T06:30Z',
    ),
    "a query that ends too early": (
        ["list", "--db", "sqlite:///x.db", "road OR"],
        2,
        'position 6: OR has nothing to join; write "OR" to search for it',
    ),
    "no database we know": (
        ["list", "--db", "mysql://x"],
        3,
        "--db is no database",
    ),
    "an escape in an argument": (
        ["list", "--db", "sqlite:///x.db", "--fields", "\x1b[2J"],
        2,
        'no field "�[2J" in articles; there are id,',
    ),
    "a missing configuration": (
        ["config", "check", "-c", "no.toml"],
        3,
        "no.toml: no such file (named by -c); correct it or run `feedwatch init`",
    ),
    "two answers at once": (
        ["show", "1", "--why", "--diff", "1..2", "--db", "sqlite:///x.db"],
        2,
        "--why and --diff are two answers; ask for one of them",
    ),
    "a raw item as a table": (
        ["show", "1", "--raw", "-f", "csv", "--db", "sqlite:///x.db"],
        2,
        "--raw is JSON and has no csv form; take -f away",
    ),
    "fields of a difference": (
        ["show", "1", "--diff", "1..2", "--fields", "id", "--db", "sqlite:///x.db"],
        2,
        "--diff has no fields to choose from; take --fields away",
    ),
    "a feed that is not there": (
        ["feeds", "pause", "wrld", "-c", "watch.toml"],
        3,
        'watch.toml: there is no feed "wrld"; did you mean world?',
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_one_line(name, config):
    args, code, line = MISTAKES[name]
    done = run(*args)
    message = done.stderr.replace(f"{config.parent}/", "")
    assert (done.returncode, done.stdout, message.count("\n")) == (code, "", 1)
    assert message.startswith(f"feedwatch: {line}")


def test_an_invalid_configuration_names_every_line(home):
    (home / "bad.toml").write_text('[storage]\nurll = "x"\n[limits]\nbody = "much"\n')
    done = run("config", "check", "-c", "bad.toml")
    assert (done.returncode, done.stdout) == (3, "")
    assert re.findall(r"bad\.toml:(\d+): ", done.stderr) == ["2", "4"]


def test_without_a_command_help_goes_to_stderr(home):
    done = run()
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == run("--help").stdout


# --- streams -------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [["--help"], ["config", "show"]], ids=" ".join)
def test_a_closed_pipe_is_no_failure(args, config):
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [*PROGRAM, "-c", str(config), *args], stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_full_disk_is_one_line(home):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (1, "feedwatch: No space left on device\n")


@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_closed_streams_are_survived(closing, config):
    line = f"{sys.executable} -m feedwatch -c watch.toml feeds list {closing}"
    done = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "env",
    [
        {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
    ids=["LC_ALL=C", "ascii", "latin-1"],
)
def test_a_stream_without_the_characters_gets_replacements(env, config):
    config.write_text(CONFIG.replace('"world"', '"world"\noutlet = "Новости"'), encoding="utf-8")
    done = run("-c", config, "feeds", "list", "--fields", "outlet", env=env)
    assert answer(done) == (0, "???????\n", "")
    done = run("-c", config, "feeds", "list", "--fields", "outlet", "-f", "jsonl", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {"outlet": "Новости"}


def test_an_interrupt_ends_with_130(home):
    reader, writer = os.pipe()  # `tags test` waits for its text
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", "-m", "feedwatch", "tags", "test"],
        stdin=reader,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    for line in process.stderr:  # imports of the tagger come right before it reads
        if "feedwatch.refine.tags\n" in line:
            break
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=30)
    os.close(reader)
    os.close(writer)
    assert process.returncode == 130
    assert "Traceback" not in err


# --- the configuration ---------------------------------------------------------------------------


def test_init_writes_a_configuration_that_is_valid(home):
    done = run("init")
    assert (done.returncode, done.stdout) == (0, "config/feedwatch.toml\n")
    assert run("config", "check").returncode == 0
    again = run("init")
    assert answer(again) == (
        3,
        "",
        "feedwatch: config/feedwatch.toml: is there already; choose another place or add --force\n",
    )


def test_config_path_says_which_file(config):
    assert answer(run("config", "path", "-c", config)) == (0, f"{config}\n", "")


def test_config_show_has_no_secret(config):
    config.write_text(
        CONFIG.replace(
            "https://example.org/world.xml",
            "https://reader:${env:SECRET}@example.org/world.xml?key=${env:SECRET}&token=hunter2",
        ).replace("# the first", '\nheaders = { "X-Key" = "${env:SECRET}" }\nauth = ["me", "hunter2"]')
    )
    done = run("config", "show", "-c", config, env={"SECRET": "hunter2"})
    assert json.loads(done.stdout)["feeds"][0]["url"] == (
        "https://reader:${env:SECRET}@example.org/world.xml?key=${env:SECRET}&token=***"
    )
    assert "hunter2" not in done.stdout


def test_global_options_stand_before_or_after_the_command(config):
    before = run("-c", config, "-q", "config", "check")
    after = run("config", "check", "-q", "-c", config)
    assert answer(before) == answer(after) == (0, f"{config}: ok, feeds: 1, tag rules: 1\n", "")


# --- feeds and tags ------------------------------------------------------------------------------


def test_feeds_are_added_and_removed_around_the_comments(config):
    url = "https://www.example.com/news/rss/africa.xml"
    added = run("-c", config, "feeds", "add", url, "--interval", "1h", "--tag", "africa")
    assert answer(added) == (0, "", f"Added example-africa to {config}.\n")
    assert f'name = "example-africa"\nurl = "{url}"\ninterval = "1h"\ntags = ["africa"]' in config.read_text()
    removed = run("-c", config, "feeds", "remove", "example-africa")
    assert answer(removed) == (0, "", f"Removed example-africa from {config}.\n")
    assert config.read_text() == CONFIG


def test_feeds_are_paused_and_resumed(config):
    run("-c", config, "feeds", "pause", "world")
    assert run("-c", config, "feeds", "list", "--fields", "name,state").stdout == "world\tpaused\n"
    run("-c", config, "feeds", "resume", "world")
    assert run("-c", config, "feeds", "list", "--fields", "name,state").stdout == "world\tnew\n"
    assert config.read_text() == CONFIG


def test_configured_feeds_are_listed_before_the_first_poll(config):
    done = run("-c", config, "feeds", "list", "-f", "jsonl")
    assert json.loads(done.stdout) == {
        "name": "world",
        "url": "https://example.org/world.xml",
        "current_url": "https://example.org/world.xml",
        "outlet": None,
        "state": "new",
        "articles": 0,
        "last_poll": None,
        "last_ok": None,
        "next_poll": None,
        "interval_s": 900,
        "error_code": None,
        "error": None,
    }


def test_no_feeds_say_how_to_add_one(home):
    (home / "empty.toml").write_text("")
    done = run("-c", "empty.toml", "feeds", "list")
    assert answer(done) == (0, "", "There are no feeds yet; `feedwatch feeds add URL` adds one.\n")


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://feeds.example.co.uk/news/world/middle_east/rss.xml", "example-world-middle-east"),
        ("https://www.example.com/feed/", "example"),
        ("https://example.com/rss?section=7", "example"),
        ("file:local.xml", "local"),
        ("", "feed"),
        ("https://example.com/" + "a" * 500, "example-" + "a" * 52),
    ],
)
def test_a_feed_nobody_named_is_called(url, name):
    assert name_for(url) == name


def test_rules_are_tried_on_a_text(config):
    done = run("-c", config, "tags", "test", "All", "roads", "lead", "-f", "jsonl")
    assert json.loads(done.stdout) == {
        "tag": "roads",
        "rule": "road*",
        "words": "roads",
        "field": "text",
        "start": 4,
        "end": 9,
    }
    piped = run("-c", config, "tags", "test", input="No way.")
    assert answer(piped) == (0, "", "No rule finds a tag in it.\n")


# --- on a terminal -------------------------------------------------------------------------------


def test_a_terminal_gets_a_table_in_colour(config):
    code, shown = on_terminal("-c", config, "feeds", "list", "--fields", "name,state")
    assert (code, shown) == (
        0,
        "\x1b[1mname \x1b[0m  \x1b[1mstate\x1b[0m\n\x1b[1mworld\x1b[0m  \x1b[34mnew\x1b[0m\n",
    )


def test_no_color_is_honoured(config):
    code, shown = on_terminal("-c", config, "feeds", "list", "--fields", "name,state", env={"NO_COLOR": "1"})
    assert (code, shown) == (0, "name   state\nworld  new\n")


@pytest.fixture
def many(config):
    feeds = "".join(f'[[feeds]]\nname = "f{n}"\nurl = "https://example.org/{n}"\n' for n in range(40))
    config.write_text(feeds)
    return config


def test_a_long_table_goes_through_the_pager(many):
    code, shown = on_terminal(
        "-c", many, "feeds", "list", "--fields", "name", env={"PAGER": "sed -n $=", "NO_COLOR": "1"}
    )
    assert (code, shown) == (0, "41\n")


def test_a_short_table_needs_no_pager(many):
    args = ("-c", many, "feeds", "list", "--fields", "name", "-n", "20")
    code, shown = on_terminal(*args, env={"PAGER": "false", "NO_COLOR": "1"})
    assert (code, len(shown.splitlines())) == (0, 21)


def test_an_empty_pager_is_none(many):
    args = ("-c", many, "feeds", "list", "--fields", "name")
    code, shown = on_terminal(*args, env={"PAGER": "", "NO_COLOR": "1"})
    assert (code, len(shown.splitlines())) == (0, 41)
    code, piped = on_terminal("--pager", "sed -n $=", *args, env={"PAGER": "", "NO_COLOR": "1"})
    assert (code, piped) == (0, "41\n")


@pytest.mark.parametrize("pager", ["no-such-program", "head -n 1", "true"])
def test_a_pager_that_is_missing_or_leaves_early_is_no_failure(pager, many):
    code, shown = on_terminal("-c", many, "feeds", "list", env={"PAGER": pager, "NO_COLOR": "1"})
    assert (code, "Traceback" in shown) == (0, False)


# --- queries and health --------------------------------------------------------------------------


def test_filters_and_text_are_one_query():
    session = Session()
    filters = {
        "since": "2026-11-01",
        "until": "2026-11-02",
        "tag": ("roads", "bridges"),
        "feed": ("a", "b"),
        "outlet": (),
        "agency": ("AFP",),
        "language": (),
    }
    assert query_of("lorry", filters, now=session.now) == parse(
        "lorry since:2026-11-01 until:2026-11-02 tag:roads tag:bridges (feed:a OR feed:b) agency:AFP"
    )


WELL = Status("0.1.0", 1, True, 33, {"ok": 3, "paused": 1}, 9, 9, 9, None, None, ())


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (WELL, []),
        (replace(WELL, running=False), ["no daemon is running; start `feedwatch run`"]),
        (replace(WELL, feeds={"failing": 1}), ["1 feed is failing; see `feedwatch feeds list`"]),
        (replace(WELL, feeds={"gone": 2}), ["2 feeds are gone; see `feedwatch feeds list`"]),
        (replace(WELL, alarms=("a: gap\x1b[1m",)), ["a: gap"]),
        (replace(WELL, next_poll="2000-01-01T00:00:00Z"), ["polls are due since 2000-01-01T00:00:00Z"]),
    ],
    ids=["well", "stopped", "failing", "gone", "alarm", "late"],
)
def test_what_is_wrong_with(status, expected):
    assert list(troubles(status, Session().now)) == expected


# --- an archive ----------------------------------------------------------------------------------

FEED = """\
<rss version="2.0"><channel><title>{name}</title><link>https://{name}.example/</link><item>
<title>{title}</title><link>https://{name}.example/bridge</link><guid>{name}-1</guid>
<pubDate>Tue, 24 Nov 2026 01:{minute}:00 +0300</pubDate>
<description>&lt;p&gt;The old road bridge over the river at Riverton opened again at dawn after eleven weeks
of repair work.&lt;/p&gt;&lt;p&gt;Lorries with grain crossed first, followed by buses and the cars of farmers
who had waited since midnight.&lt;/p&gt;&lt;p&gt;© {name} Wire 2026&lt;/p&gt;</description>
</item></channel></rss>
"""
ARCHIVE_FORM = (
    "date 2026-11-24 The old road bridge over the river at Riverton opened again at dawn after eleven weeks "
    "of repair work.\n\n"
    "Lorries with grain crossed first, followed by buses and the cars of farmers who had waited since "
    "midnight.\n\n© {name} Wire 2026\n"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """A folder with a configuration and a database: two outlets that carry one dispatch."""
    folder = tmp_path_factory.mktemp("archive")
    (folder / "feeds").mkdir()
    config = '[local]\nroot = "feeds"\n' + CONFIG.split("[[feeds]]")[0]
    for name, title, minute in (("early", "Bridge reopens", 30), ("later", "Lorries cross again", 39)):
        document = FEED.format(name=name, title=title, minute=minute)
        (folder / "feeds" / f"{name}.xml").write_text(document, encoding="utf-8")
        config += f'[[feeds]]\nname = "{name}"\nurl = "file:{name}.xml"\n'
        (folder / "watch.toml").write_text(config + '[tags]\nroads = ["road*"]\n')
        done = run("-c", folder / "watch.toml", "poll", name)
        assert answer(done) == (0, f"{name}: 1 new of 1\n", "")
    return folder


@pytest.fixture
def ask(archive, home):
    """Runs a command on the archive."""
    return lambda *args, **kwargs: run("-c", archive / "watch.toml", *args, **kwargs)


EARLY = "1\t2026-11-23T22:30:00Z\tearly.example\t2\tBridge reopens\troads\n"
LATER = "2\t2026-11-23T22:39:00Z\tlater.example\t2\tLorries cross again\troads\n"
LISTS = {
    "one of each story": ([], EARLY),
    "every article": (["--all"], LATER + EARLY),
    "one at most": (["--all", "-n", "1"], LATER),
    "words": (["--all", "bridge", "lorries", "title:cross"], LATER),
    "a feed": (["--all", "--feed", "early"], EARLY),
    "either feed": (["--all", "--feed", "early", "--feed", "later"], LATER + EARLY),
    "a tag and an outlet": (["--tag", "roads", "--outlet", "later.example"], LATER),
    "since": (["--all", "--since", "2026-11-23T22:35Z"], LATER),
    "until": (["--all", "--until", "2026-11-23T22:35Z"], EARLY),
    "nothing": (["zebra"], ""),
}


@pytest.mark.parametrize("name", LISTS)
def test_list_gives(name, ask):
    args, expected = LISTS[name]
    done = ask("-q", "list", *args)
    assert answer(done) == (0, expected, "")


def test_search_gives_the_best_match_first(ask):
    assert ask("search", "reopens OR lorries", "--all", "--fields", "title").stdout == (
        "Bridge reopens\nLorries cross again\n"
    )


def test_a_list_without_articles_says_so_on_stderr(ask):
    hint = "No article matches. `feedwatch status` says how many there are.\n"
    assert answer(ask("list", "zebra")) == (0, "", hint)


def test_a_database_is_read_without_a_configuration(archive, home):
    done = run("list", "--db", f"sqlite:///{archive}/watch.db", "--fields", "id")
    assert answer(done) == (0, "1\n", "")
    assert len(run("feeds", "list", "--db", f"sqlite:///{archive}/watch.db").stdout.splitlines()) == 2
    assert run("tags", "list", "--db", f"sqlite:///{archive}/watch.db").stdout.split("\t")[:2] == [
        "roads",
        "2",
    ]


def test_what_is_written_wins_over_the_environment(archive, home):
    there = f"sqlite:///{archive}/watch.db"
    assert run("list", "--fields", "id", env={"FEEDWATCH_DB": there}).stdout == "1\n"
    before = run("--db", there, "list", "--fields", "id", env={"FEEDWATCH_DB": "sqlite:///none.db"})
    after = run("list", "--fields", "id", "--db", there, env={"FEEDWATCH_DB": "sqlite:///none.db"})
    assert answer(before) == answer(after) == (0, "1\n", "")


def test_show_gives_the_archive_form(ask):
    assert answer(ask("show", "2")) == (0, ARCHIVE_FORM.format(name="later"), "")
    assert answer(ask("show", "2", "--format", "text")) == (0, ARCHIVE_FORM.format(name="later"), "")


def test_show_gives_the_json_contract(ask):
    article = json.loads(ask("show", "1", "--why", "-f", "json").stdout)
    assert " ".join(article) == (
        "id seq story outlet url urls title summary text text_kind html authors categories language "
        "published published_raw published_offset published_from published_precision zone first_seen updated "
        "versions backfill feeds tags evidence copyright holders years agency agency_from dateline "
        "corrected date_doubt notices enclosures images stealth why"
    )
    assert article["evidence"] == [
        {"tag": "roads", "rule": "road*", "words": "road", "field": "text", "start": 8, "end": 12}
    ]


def test_lists_hold_texts_where_the_format_does(ask):
    (article,) = json.loads(ask("list", "-f", "json").stdout)
    assert article == json.loads(ask("show", "1", "-f", "json").stdout)
    assert ask("list", "--fields", "text", "-f", "text").stdout == article["text"] + "\n"
    assert ask("list", "-f", "text").stdout == ARCHIVE_FORM.format(name="early")


@pytest.mark.parametrize("id", ["99", str(2**70)])
def test_an_unknown_article_is_one_line(id, ask):
    line = f"feedwatch: there is no article {id}; `feedwatch list` shows their ids\n"
    assert answer(ask("show", id)) == (1, "", line)


def test_versions_are_shown(ask):
    (version,) = [
        json.loads(line) for line in ask("show", "1", "--versions", "-f", "jsonl").stdout.splitlines()
    ]
    assert (version["n"], version["until"], version["title"]) == (1, None, "Bridge reopens")
    assert re.fullmatch(
        r"version 1 · since .* UTC\n    Bridge reopens\n", ask("show", "1", "--versions").stdout
    )


def test_status_says_how_the_whole_is_doing(ask):
    status = json.loads(ask("status", "-f", "json").stdout)
    assert (status["feeds"], status["articles"], status["stories"]) == ({"ok": 2}, 2, 1)
    assert (status["running"], status["pid"], status["alarms"]) == (False, None, [])


def test_check_exits_1_when_no_daemon_runs(ask):
    line = "feedwatch: no daemon is running; start `feedwatch run`\n"
    assert answer(ask("status", "--check")) == (1, "", line)


def test_a_database_that_is_not_there_is_one_line(home):
    done = run("list", "--db", "sqlite:///none.db")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert done.stderr.startswith("feedwatch: ")
    assert not (home / "none.db").exists()


def test_a_failed_poll_exits_with_4(archive, home):
    (archive / "broken.toml").write_text(
        '[local]\nroot = "feeds"\n[storage]\nurl = "sqlite:///broken.db"\n'
        '[[feeds]]\nname = "gone"\nurl = "file:gone.xml"\n'
    )
    done = run("-c", archive / "broken.toml", "poll")
    assert done.returncode == 4
    assert re.fullmatch(r"gone: failed, [^\n]+\n", done.stdout)


@pytest.mark.parametrize("command", ["poll", "feeds history", "feeds why", "feeds history -f csv"])
def test_a_feed_that_there_is_not_is_one_mistake_everywhere(command, ask):
    near = ask(*command.split(), "earl")
    assert answer(near) == (2, "", 'feedwatch: no feed is called "earl"; did you mean early?\n')
    far = ask(*command.split(), "nope")
    line = 'feedwatch: no feed is called "nope"; `feedwatch feeds list` shows the feeds\n'
    assert answer(far) == (2, "", line)


def test_a_feed_that_was_not_polled_yet_is_no_mistake(archive, home):
    more = (archive / "watch.toml").read_text() + '[[feeds]]\nname = "third"\nurl = "https://example.org/"\n'
    (archive / "more.toml").write_text(more)
    line = "third has not been polled yet; `feedwatch poll third` does"
    assert answer(run("-c", archive / "more.toml", "feeds", "history", "third")) == (0, "", f"{line}.\n")
    assert answer(run("-c", archive / "more.toml", "feeds", "why", "third")) == (
        1,
        "",
        f"feedwatch: {line}\n",
    )


def test_a_feed_that_is_switched_off_is_not_polled_by_name(config):
    config.write_text(CONFIG.replace('name = "world"', 'name = "world"\nenabled = false'))
    line = "feedwatch: world is switched off: take `enabled = false` away from it to poll it\n"
    assert answer(run("-c", config, "poll", "world")) == (2, "", line)


NOTHING = {
    "a feed": (["--feed", "earl"], 'no feed is called "earl"; did you mean early?'),
    "a tag": (["tag:railways"], 'no tag is called "railways"; `feedwatch tags list` shows the tags'),
    "a tag, whatever its case": (["tag:ROADS", "zebra"], None),
    "the beginning of a feed": (["feed:ear*", "zebra"], None),
    "a field": (
        ["section:sport"],
        '"section:" is no field but a word here; `feedwatch list --help` names the fields',
    ),
    "words": (["zebra"], None),
}


@pytest.mark.parametrize("name", NOTHING)
def test_why_nothing_was_found(name, ask):
    query, why = NOTHING[name]
    usual = {
        "list": "No article matches. `feedwatch status` says how many there are.",
        "stories": "No story matches: a story has two articles or more.",
    }
    for command, otherwise in usual.items():
        expected = f"{otherwise.partition('.')[0].partition(':')[0]}: {why}" if why else otherwise
        assert answer(ask(command, *query)) == (0, "", f"{expected}\n")


def test_an_unquoted_comparison_is_told_of(ask):
    line = "feedwatch: position 1: copies: has no value; quote the query for the shell: 'copies:>3'\n"
    assert answer(ask("list", "copies:")) == (2, "", line)


@pytest.mark.parametrize("command", ["list", "search", "stories"])
def test_the_examples_of_help_work(command, ask, home):
    done = run(command, "--help")
    examples = re.findall(rf"^    (feedwatch {command}\b.*)$", done.stdout, re.MULTILINE)
    assert len(examples) >= 2
    for example in examples:
        args = shlex.split(re.split(r"\s{2,}|>", example.replace(":>", ":GT"))[0].replace(":GT", ":>"))[1:]
        assert (ask("-q", *args).returncode, ask("-q", *args).stderr) == (0, ""), example


@pytest.mark.parametrize("command", ["list", "search"])
def test_help_names_every_field(command, home):
    named = run(command, "--help").stdout.partition("The fields:")[2]
    assert tuple(re.findall(r"(\w+):", named)) == FIELDS


PROJECT = Path(__file__).resolve().parents[1]
README, SAMPLE = PROJECT / "README.md", PROJECT / "config" / "feedwatch.toml"


def test_readme_names_every_field():
    named = README.read_text(encoding="utf-8").partition("       fields: ")[2].partition("feedwatch")[0]
    assert tuple(named.split()) == FIELDS


def told_commands(path):
    """Every command that a text tells of, in backquotes, or in a line of its own."""
    text = path.read_text(encoding="utf-8")
    quoted = re.findall(r"`feedwatch ([^`]+)`", text)
    fenced, comments = (
        re.findall(r"```\n(.*?)```", text, re.DOTALL),
        re.findall(r"^#   (.*)", text, re.MULTILINE),
    )
    lines = re.findall(r"^feedwatch (\S+(?: \S+)*)", "\n".join(fenced + comments), re.MULTILINE)
    return [one for line in (*quoted, *lines) for one in line.split("; feedwatch ")]


@pytest.mark.parametrize("path", [README, SAMPLE], ids=lambda path: path.name)
def test_every_command_that_is_told_of_is_one(path):
    commands = told_commands(path)
    assert len(commands) > 3
    for command in commands:
        asked = CliRunner().invoke(cli.program, [*shlex.split(command, comments=True), "--help"])
        assert (asked.exit_code, "Usage: " in asked.output) == (0, True), command


@pytest.mark.parametrize("group", ["feeds", "story", "db", "tags", "config"])
def test_summaries_are_whole(group, home):
    assert "..." not in run(group, "--help").stdout.partition("Commands:")[2]


def test_a_configured_feed_is_checked_by_its_name(ask, archive):
    checked = json.loads(ask("feeds", "check", "early", "-f", "json").stdout)
    assert (checked["ok"], checked["total"], checked["items"][0]["title"]) == (True, 1, "Bridge reopens")
    missing = ask("feeds", "check", "earl")
    line = 'feedwatch: there is no file earl, and no feed is called "earl"; did you mean early?\n'
    assert answer(missing) == (2, "", line)


def test_the_time_of_a_check_is_the_servers(ask):
    checked = json.loads(ask("feeds", "check", "early", "-f", "json").stdout)
    assert checked["took_ms"] < 100  # of a local file; a worker takes longer to start


def test_a_database_that_is_none_is_named_by_status_too(home):
    line = 'feedwatch: --db is no database feedwatch can use; write "sqlite:///PATH"\n'
    assert answer(run("status", "--db", "mysql://x")) == (3, "", line)


def test_an_article_without_a_title_goes_by_its_words(home):
    (home / "feeds").mkdir()
    document = FEED.format(name="early", title="", minute=30).replace("<title></title>", "")
    (home / "feeds" / "early.xml").write_text(document, encoding="utf-8")
    (home / "watch.toml").write_text(
        '[local]\nroot = "feeds"\n'
        + CONFIG.split("[[feeds]]")[0]
        + '[[feeds]]\nname = "early"\nurl = "file:early.xml"\n'
    )
    assert run("-c", "watch.toml", "poll").returncode == 0
    words = "“The old road bridge over the river at Riverton…”"
    shown = on_terminal("-c", "watch.toml", "list", env={"NO_COLOR": "1"}, size=(24, 120))
    assert words in shown[1]
    assert f"[{words}](" in run("-c", "watch.toml", "list", "-f", "markdown").stdout
    assert answer(run("-c", "watch.toml", "list", "--fields", "id,title")) == (0, "1\t\n", "")


def test_an_article_on_a_terminal_is_a_page_that_names_its_story(archive, home):
    args = ("-c", archive / "watch.toml", "show", "2", "--why")
    code, shown = on_terminal(*args, env={"NO_COLOR": "1"}, size=(50, 70))
    lines = shown.splitlines()
    assert (code, lines[0]) == (0, "Lorries cross again")
    first = lines.index("first   early.example: Bridge reopens (1)")
    assert lines[first + 1 : first + 5] == [
        "+9 min  later.example: Lorries cross again (2)",
        "",
        "roads  “road” in the text (rule: road*)",
        "",
    ]
    assert lines[first + 5].startswith("in later since ")
    assert max(map(len, lines)) <= 70
