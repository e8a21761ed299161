"""A part of the catalogue of faults in every run of the suite; `python bench/hostile.py` runs the whole of it.

Each case is the bench's own: what it asks stands in bench/hostile_catalogue.tsv, what it does in bench/hostile_*.py.
"""

# ruff: noqa: E501  hostile text is easier to read on one line

import json
import re
import sqlite3

import hostile_addresses
import hostile_documents  # noqa: F401  each registers its cases
import hostile_floods  # noqa: F401
import hostile_fuzz
import hostile_network
import pytest
from daemons import Folder
from documents import FERRY, STATION, feed, item, rss
from feed_server import FeedServer, Reply
from hostile_stage import CASES, SkippedError, stage
from pipeline import Pipeline

from feedwatch.model import Job, Refined, RuleSet, Source
from feedwatch.refine import document, parse
from feedwatch.refine.links import absolute
from feedwatch.refine.markup import safe_html, text_of
from feedwatch.refine.tags import Tagger

QUICK = [
    "N01",
    "N02",
    "N04",
    "N05",
    "N06",
    "N08",
    "N12",
    "N14",
    "N15",
    "N16",
    "N17",
    "N19",
    "N21",
    "N23",
    "N24",
    "H02",
    "H04",
    "H07",
    "H09",
    "H10",
    "H11",
    "H12",
    "H14",
    "H15",
    "H18",
    "H19",
    "H20",
    "H21",
    "H22",
    "H23",
    "H24",
    "H25",
    "H26",
    "H27",
    "H28",
    "H29",
    "H30",
    "H32",
    "H33",
    "H34",
    "H35",
    "H37",
    "H38",
    "R01",
    "R05",
    "R09",
    "R12",
    "R13",
    "R16",
    "R17",
    "R18",
    "R19",
    "R20",
    "R21",
    "R22",
    "R23",
    "R24",
    "R25",
    "R27",
    "R29",
    "R30",
    "R32",
    "R33",
    "E01",
    "E02",
    "E03",
    "E04",
    "E05",
    "E06",
    "E07",
    "E08",
    "E09",
    "E10",
    "E11",
    "E12",
    "E13",
    "E14",
    "X01",
    "X02",
    "X03",
    "X04",
    "X05",
    "X06",
    "X08",
    "X09",
    "X12",
    "X14",
    "X15",
    "X16",
    "X17",
    "X18",
    "X19",
    "X20",
    "X21",
    "X22",
    "X23",
    "X24",
    "F01",
    "F02",
    "F03",
    "F04",
    "F06",
    "F07",
    "F08",
    "F09",
    "F10",
    "F11",
    "F12",
    "F13",
    "F15",
    "F16",
    "F17",
    "F18",
    "F22",
    "F23",
    "F24",
    "F26",
    "F28",
    "W01",
    "W02",
    "W03",
    "W04",
    "W05",
    "W06",
    "W07",
    "W08",
    "W09",
    "W10",
    "W11",
    "W14",
    "W15",
    "T21",
]
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@pytest.fixture(scope="module")
def scene():
    """One publisher, one pool of workers and one database for all cases."""
    with stage() as made:
        yield made


@pytest.mark.parametrize("number", QUICK)
def test_case_comes_out_as_the_catalogue_asks(scene, number):
    try:
        assert CASES[number](scene)
    except SkippedError as reason:
        pytest.skip(str(reason))
    assert scene.hangs == 0


def test_no_address_inside_is_ever_dialled():
    total, wrong, accepted, heard = hostile_addresses.refuse_all()
    assert (wrong, accepted) == ([], [])
    assert (total >= 300, heard >= 3) == (True, True)


def test_the_allow_list_opens_what_it_names_and_nothing_else():
    assert hostile_addresses.allow_list() == []


def test_bent_documents_break_no_law():
    seeds = [rss(item(guid="1", text=STATION)), *(path.read_bytes() for path in sorted(parse_feeds()))]
    found = [(number, hostile_fuzz.check(hostile_fuzz.mutated(seeds, 5, number))[1]) for number in range(300)]
    assert [one for one in found if one[1]] == []


def parse_feeds():
    """The strange feeds of the tests."""
    from pathlib import Path

    return [
        path
        for path in (Path(__file__).parent / "feeds").iterdir()
        if not path.name.endswith("expected.json")
    ]


# --- what fuzzing found ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    ["<![31m' <a href='x'>", "<span gutter=''<![CDATA<!--[&gt-->t;", "<![if", "<!x[ <![y", "a<![" * 50],
)
def test_markup_that_the_last_reader_rejects_is_text(html):
    assert isinstance(text_of(html), str)
    body = rss(
        item(guid="1", text="").replace("</item>", f"<description><![CDATA[{html}]]></description></item>")
    )
    answer = document.refine(
        Job(Source(1, "a", "https://a.example/"), body, "https://a.example/"), Tagger(RuleSet())
    )
    assert isinstance(answer, Refined)
    assert [problem for problem in answer.problems if problem.code == "item-unreadable"] == []


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe"),
        ("https://a.example/a\ud800b", "https://a.example/a%3Fb"),
        ("https://a.example/می\u200cخواهم", "https://a.example/می%E2%80%8Cخواهم"),
        ("https://a\u202e.example/", ""),
        ("HTTPS://a.example/X", "https://a.example/X"),
    ],
    ids=["override", "lone surrogate", "joiner", "override in the host", "scheme in capitals"],
)
def test_addresses_hold_only_what_can_be_seen(link, address):
    assert absolute(link, "https://b.example/") == address


def test_stored_html_holds_no_odd_white_space():
    assert safe_html("a\x0cb\u2028c\x85d\x0be\x1cf", "https://a.example/") == "a b c d e f"


def test_items_over_the_limit_cost_nothing_and_are_counted():
    body = rss("<item><title>a</title></item>", "<item/>" * 200_000)
    answer = parse.read(body, limit=1)
    assert isinstance(answer, parse.Parsed)
    assert (len(answer.entries), answer.dropped) == (1, 200_000)


def test_ten_thousand_categories_are_read_in_no_time():
    body = rss(
        item(guid="1").replace(
            "</item>", "".join(f"<category>c{n}</category>" for n in range(20_000)) + "</item>"
        )
    )
    answer = parse.read(body)
    assert isinstance(answer, parse.Parsed)
    assert len(answer.entries[0].categories) == 100


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b[31mred\x1b[0m",
        "&#27;[31mred&#x1B;[0m",
        "&#27;]0;title&#7;red",
        "\x1b]8;;http://e.example\x1b\\red",
    ],
)
def test_a_terminal_s_command_goes_as_a_whole(sent):
    [entry] = parse.read(rss(item(sent, guid="1"))).entries
    assert entry.title.text == "red"


# --- floods and strangers ------------------------------------------------------------------------------------------------


def test_another_feed_can_neither_change_nor_hide_an_outlets_article(tmp_path, now):
    pipeline = Pipeline(
        tmp_path / "a.db", [feed("a", "https://a.example/rss"), feed("evil", "https://evil.example/rss")], now
    )
    truth = item("The station reopens", "https://a.example/1", guid="1", text=STATION)
    later = item("The ferry stops", "https://a.example/2", guid="2", text=FERRY)
    pipeline.poll("a", rss(truth), now)
    before = pipeline.rows("SELECT a.*, h.html FROM article a JOIN article_html h ON h.article_id = a.id")
    lies = [
        item("Lies", f"https://a.example/{n}", guid=str(n), text=f"<p>{'Lies and more lies. ' * 300}</p>")
        for n in (1, 2)
    ]
    pipeline.poll("evil", rss(*lies), now)
    assert (
        pipeline.rows(
            "SELECT a.*, h.html FROM article a JOIN article_html h ON h.article_id = a.id WHERE a.id = 1"
        )
        == before
    )
    pipeline.poll("a", rss(truth, later), now)
    found = {str(title) for (title,) in pipeline.rows("SELECT title FROM article")}
    assert {"The station reopens", "The ferry stops"} <= found


def test_new_guids_at_every_poll_fill_nothing_and_starve_nobody(tmp_path, now):
    names = ["flood", "good"]
    pipeline = Pipeline(
        tmp_path / "a.db", [feed(name, f"https://{name}.example/rss") for name in names], now, new_per_day=50
    )
    alarms = []
    for poll in range(4):
        many = [
            item(f"Report {poll} {n} of the office", f"https://flood.example/{poll}/{n}", guid=f"{poll}-{n}")
            for n in range(40)
        ]
        alarms.append(pipeline.poll("flood", rss(*many), now).alarm)
    good = pipeline.poll("good", rss(item(guid="1", link="https://good.example/1", text=STATION)), now)
    assert pipeline.rows("SELECT count(*) FROM article WHERE outlet = 'flood.example'") == [(50,)]
    assert (alarms[0], good.new) == (None, 1)
    assert all("flood" in alarm for alarm in alarms[1:])


def test_one_guid_for_every_item_loses_none(tmp_path, now):
    pipeline = Pipeline(tmp_path / "a.db", [feed("a")], now)
    items = [
        item(f"Report {n} of the harbour office", f"https://a.example/{n}", guid="the same")
        for n in range(30)
    ]
    pipeline.poll("a", rss(*items), now)
    pipeline.poll("a", rss(*reversed(items)), now)
    assert pipeline.rows("SELECT count(*) FROM article") == [(30,)]


# --- secrets and outputs, through the program ----------------------------------------------------------------------------

SECRET = "s3cr3tT0k3n"


@pytest.fixture(scope="module")
def polled(tmp_path_factory):
    """A folder in which feeds with secrets in address, login and header were polled, well and badly, and all that
    was said: of the polls, of every reading command, and of `feeds check`."""
    folder = Folder(tmp_path_factory.mktemp("polled"))
    nasty = "A \x1b[2J&#27;]0;t&#7; \u202egnp.exe &#x9b;31m =cmd|' /C calc'!A0 &lt;script&gt;x()&lt;/script&gt;&#xD800;"
    document = rss(
        item(nasty, "https://news.example/1", guid="1", text=f"{STATION}<script>x()</script><p>{nasty}</p>"),
        item("=1+1", "https://news.example/2", guid="2"),
    )
    page = f"<html><title>login\n2026-11-24T10:00:00Z CRITICAL {nasty}</title></html>".encode()
    with FeedServer({"/ok": document, "/page": page, "/bad": Reply(status=500)}) as web:
        urls = {path[1:]: f"{web.url(path)}?token={SECRET}" for path in web.routes}
        urls["login"] = web.url("/bad").replace("://", f"://desk:{SECRET}@")
        urls["dead"] = f"http://127.0.0.1:1/?api_key={SECRET}"
        keyed = f'[[feeds]]\nname = "keyed"\nurl = "{web.url("/bad")}"\nheaders = {{ "X-Api-Key" = "{SECRET}" }}\n'
        folder.configure(
            {name: url.replace(SECRET, "${env:FEEDWATCH_TEST_TOKEN}") for name, url in urls.items()},
            more=keyed,
        )
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("FEEDWATCH_TEST_TOKEN", SECRET)
            done = [folder.command("-vv", "poll")]
            forms = ("json", "csv", "tsv", "atom", "markdown", "text", "table")
            done += [folder.command("list", "--all", "-f", form) for form in forms]
            done += [
                folder.command(*args)
                for args in (["feeds", "list", "-f", "json"], ["status"], ["config", "show"], ["show", "1"])
            ]
            done += [folder.command("feeds", "check", name) for name in ("ok", "page", "dead")]
            done.append(folder.command("feeds", "check", urls["login"]))
    return folder, done, web


def test_secrets_are_sent_and_shown_nowhere(polled):
    folder, done, web = polled
    said = "".join(one.stdout + one.stderr for one in done)
    assert any(SECRET in request.path for request in web.requests)
    assert any(request.headers.get("x-api-key") == SECRET for request in web.requests)
    assert SECRET not in said
    assert SECRET.encode() not in folder.database.read_bytes()


def test_no_control_character_of_a_feed_comes_out_anywhere(polled):
    _, done, _ = polled
    assert [bad for one in done if (bad := CONTROL.search(one.stdout + one.stderr))] == []
    assert not any(
        line.startswith("2026-11-24T10:00:00Z")
        for one in done
        for line in (one.stdout + one.stderr).splitlines()
    )


def test_nothing_stored_holds_live_markup_or_controls(polled):
    folder, _, _ = polled
    with sqlite3.connect(folder.database) as connection:
        rows = connection.execute(
            "SELECT title, summary, text, more, coalesce(html, '') FROM article LEFT JOIN article_html ON id = article_id"
        ).fetchall()
        lines = connection.execute("SELECT coalesce(line, '') FROM poll").fetchall()
    assert [bad for row in (*rows, *lines) for text in row if (bad := CONTROL.search(text))] == []
    assert [live for row in rows if (live := hostile_fuzz.live_in(row[4]))] == []


def test_a_cell_is_never_a_formula(polled):
    _, done, _ = polled
    csv_output = next(one.stdout for one in done if one.args[-1] == "csv")
    assert "'=1+1" in csv_output


# --- feeds check ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A folder without any configuration."""
    for name in ("XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("FEEDWATCH_CONFIG", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(*args):
    """`feeds check`, without a configuration."""
    import subprocess

    from daemons import FEEDWATCH

    return subprocess.run([*FEEDWATCH, "feeds", "check", *args], capture_output=True, text=True, timeout=60)


def test_check_shows_what_a_file_would_bring(bare):
    (bare / "a.xml").write_bytes(
        rss(item("Ferry & boat", guid="1"), item("Second", guid="2", published="soon"))[:-16]
    )
    done = check("a.xml")
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if line] == [
        "a.xml",
        "News · https://news.example/",
        next(line for line in done.stdout.splitlines() if line.startswith("2 items would be taken")),
        "truncated: the document ends before its closing </rss>",
        "  Whole items were kept, and the rest comes with the next poll.",
        "Ferry & boat",
        "2026-11-23T10:00:00Z · news.example · title, 0 words · https://news.example/a",
        "Second",
        "no date that can be read in “soon” · news.example · title, 0 words · https://news.example/a",
    ]


def test_check_names_a_challenge_and_fails(bare):
    page = hostile_network.PAGES["cloudflare"]
    (bare / "page.html").write_bytes(page)
    done = check("page.html", "-f", "json")
    said = json.loads(done.stdout)
    assert (done.returncode, said["ok"], said["code"]) == (4, False, "not-a-feed")
    assert "Cloudflare challenge" in said["line"]


def test_check_says_what_a_refused_address_means(bare):
    done = check("http://127.0.0.1:1/")
    assert done.returncode == 4
    assert done.stdout == (
        "http://127.0.0.1:1/\n"
        "address-refused: http://127.0.0.1:1 may not be fetched: a loopback address; list it under [network]\n"
        "allow if it is yours\n"
        "  No feed may make feedwatch read the inside of a network that it was not meant for.\n"
    )


def test_every_code_has_a_meaning():
    from feedwatch.fetch.faults import LINES
    from feedwatch.present.check import meaning

    ours = [
        "not-a-feed",
        "hostile",
        "refine-deadline",
        "worker-killed",
        "memory",
        "internal",
        "no-items",
        "item-unreadable",
        "not-well-formed",
        "truncated",
        "too-many-items",
        "entities-refused",
        "encoding",
    ]
    assert [code for code in (*LINES, *ours) if not meaning(code) and code != "stopped"] == []
