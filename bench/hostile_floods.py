"""Groups F and T: what the meaning of a feed can do to the archive, and its text to whoever reads it."""

# What each case is stands in the catalogue; hostile bytes are easier to read on one line.
# ruff: noqa: D103, E501

import csv
import io
import json
import os
import random
import re
import sqlite3
import subprocess
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from daemons import FEEDWATCH, Folder
from documents import FERRY, STATION, item, rss
from feed_server import FeedServer, Reply, redirect
from hostile_stage import NOW, Stage, case, hold, same, shown
from pipeline import Pipeline

from feedwatch.model import PollLine

HOUR = timedelta(hours=1)
NOISE = "\x1b[31mred\x1b[2J\x1b]0;title\x07 \x9b1m \u202eevil\u202c \x07\x08\r\nsecond"


def polls(pipeline: Pipeline, name: str, *bodies: bytes, start: int = 0) -> list[PollLine]:
    """The documents, an hour apart."""
    return [pipeline.poll(name, body, NOW + (start + hours) * HOUR) for hours, body in enumerate(bodies)]


def count(pipeline: Pipeline, table: str = "article") -> int:
    """How many rows a table has."""
    return int(str(pipeline.rows(f"SELECT count(*) FROM {table}")[0][0]))


def news(number: int, **more: object) -> str:
    """An item with words of its own."""
    link = f"https://news.example/{number}"
    return item(
        **{
            "title": f"Report number {number} of the harbour office",
            "link": link,
            "guid": f"g{number}",
            "text": f"<p>{_words(number)}</p>",
            **more,
        }
    )  # type: ignore[arg-type]


def _words(number: int) -> str:
    chance = random.Random(number)
    return " ".join("".join(chance.choices("abcdefghijklmnop", k=7)) for _ in range(25)) + "."


# --- F: identity and floods ---------------------------------------------------------------------------------------


@case("F01")
def no_guid(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    said = polls(
        pipeline,
        "a",
        rss(news(1, guid=None)),
        rss(news(1, guid=None, title="Report one, corrected by the harbour office")),
    )
    same((count(pipeline), said[1].edited), (1, 1))
    return "OK one article, edited"


@case("F02")
def no_guid_no_link(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    bodies = [
        rss(news(1, guid=None, link=""), news(2, guid=None, link="")),
        rss(news(2, guid=None, link=""), news(1, guid=None, link="")),
    ]
    polls(pipeline, "a", *bodies)
    same(count(pipeline), 2)
    return "OK two articles, once each"


@case("F03")
def nothing_at_all(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    bare = "<item><description>Only words stand here, and nothing else at all.</description></item>"
    polls(pipeline, "a", *(rss(bare, "<item/>", channel=f"<ttl>{n + 1}</ttl>") for n in range(5)))
    hold(count(pipeline) <= 2, f"{count(pipeline)} articles")
    return f"OK {count(pipeline)} articles after five polls"


@case("F04")
def one_guid_for_all(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    bodies = [rss(*(news(n, guid="the-same") for n in range(start, start + 20))) for start in (0, 5, 10)]
    said = polls(pipeline, "a", *bodies)
    same((count(pipeline), [line.code for line in said]), (30, ["bad-ids"] * 3))
    return f"OK 30 distinct articles of 30, flagged bad-ids; {[line.new for line in said]} new"


@case("F05")
def new_guids_at_every_poll(stage: Stage) -> str:
    pipeline = stage.pipeline("a", new_per_day=200)
    same_words = [rss(*(news(n, guid=f"{poll}-{n}") for n in range(100))) for poll in range(5)]
    polls(pipeline, "a", *same_words)
    same(count(pipeline), 100)
    flood = [rss(*(news(1000 * poll + n) for n in range(100))) for poll in range(1, 6)]
    said = polls(pipeline, "a", *flood, start=5)
    hold(
        count(pipeline) == 200 and "flood" in (said[-1].alarm or ""),
        f"{count(pipeline)} articles, {said[-1].alarm}",
    )
    return f"OK the same words: 100 articles after five polls; new words too: stops at 200 a day, alarm {said[-1].alarm!r}"


@case("F06")
def guid_spellings(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    spellings = [
        "http://news.example/1",
        "https://news.example/1",
        "https://www.news.example/1",
        "https://news.example/1/",
    ]
    polls(pipeline, "a", *(rss(news(1, guid=guid, link=guid)) for guid in spellings))
    same(count(pipeline), 1)
    return "OK one article"


@case("F07")
def session_ids(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    polls(
        pipeline,
        "a",
        *(
            rss(
                *(
                    news(
                        n,
                        guid=f"https://news.example/{n}?sid={poll}",
                        link=f"https://news.example/{n}?sid={poll}",
                    )
                    for n in range(20)
                )
            )
            for poll in range(5)
        ),
    )
    same(count(pipeline), 20)
    return "OK 20 articles after five polls"


@case("F08")
def long_guid(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    long = "g" * 1_000_000
    polls(
        pipeline,
        "a",
        rss(news(1, guid=f"{long}1"), news(2, guid=f"{long}2")),
        rss(news(2, guid=f"{long}2"), news(1, guid=f"{long}1")),
    )
    same(count(pipeline), 2)
    return "OK two articles; the guid is kept as its beginning and a hash"


@case("F09")
def guid_letters(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    guids = ["Abc", "abc", " abc ", "e\u0301", "\u00e9"]
    polls(pipeline, "a", rss(*(news(n, guid=guid) for n, guid in enumerate(guids))))
    return (
        f"OK exact match after trimming: {count(pipeline)} articles of {len(guids)} items (docs/hostile.md)"
    )


@case("F10")
def false_guids(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    body = rss(*(news(n, guid=guid) for n, guid in enumerate(["0", "false", "", "null"])))
    polls(pipeline, "a", body, body.replace(b"</channel>", b"<!-- --></channel>"))
    same(count(pipeline), 4)
    return "OK four articles"


@case("F11")
def one_guid_in_two_feeds(stage: Stage) -> str:
    pipeline = stage.pipeline("a", "b")
    polls(pipeline, "a", rss(news(1, guid="1", link="https://a.example/1")))
    polls(pipeline, "b", rss(news(2, guid="1", link="https://b.example/1")))
    same(count(pipeline), 2)
    return "OK two articles"


@case("F12")
def poisoning(stage: Stage) -> str:
    """Feed b says that it has a's articles: under a's guid and address, shorter, longer, with other titles;
    and before a itself has sent them."""
    pipeline = stage.pipeline("a", "b")
    polls(pipeline, "a", rss(news(1, guid="1", link="https://a.example/1", text=STATION)))
    query = "SELECT * FROM article WHERE id = 1"
    html = "SELECT * FROM article_html WHERE article_id = 1"
    before = pipeline.rows(query), pipeline.rows(html)
    lies = [FERRY, STATION + FERRY, f"<p>{'All lies. ' * 500}</p>", ""]
    for hours, text in enumerate(lies, start=1):
        polls(
            pipeline,
            "b",
            rss(news(1, guid="1", link="https://a.example/1", title="Lies", text=text)),
            start=hours,
        )
    hold(
        (pipeline.rows(query), pipeline.rows(html)) == before,
        f"a's article was overwritten: {pipeline.rows('SELECT title, substr(text, 1, 60) FROM article WHERE id = 1')}",
    )
    polls(
        pipeline, "b", rss(news(2, guid="2", link="https://a.example/2", title="Lies", text=FERRY)), start=9
    )
    polls(
        pipeline,
        "a",
        rss(news(2, guid="2", link="https://a.example/2", title="The truth about the station", text=STATION)),
        start=10,
    )
    found = [str(title) for (title,) in pipeline.rows("SELECT title FROM article")]
    hold("The truth about the station" in found, f"a's article is hidden by b's: {found}")
    return f"OK a's row is byte-identical; b cannot hide what a sends later: {found}"


@case("F13")
def twice_in_one(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    polls(pipeline, "a", rss(news(1), news(1), news(1, guid="other")))
    same(count(pipeline), 1)
    return "OK one article"


@case("F14")
def twice_at_once(stage: Stage) -> str:
    feeds = {f"f{n}": f"/{n}" for n in range(8)}
    (stage.folder / "f14").mkdir()
    folder = Folder(stage.folder / "f14")
    with FeedServer({path: rss(news(1, guid=None)) for path in feeds.values()}) as web:
        folder.configure({name: web.url(path) for name, path in feeds.items()})
        hold(folder.command("poll").returncode == 0, "poll failed")
    with sqlite3.connect(folder.database) as connection:
        same(
            connection.execute(
                "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM sighting)"
            ).fetchone(),
            (1, 8),
        )
    return "OK eight feeds polled at once, one article, eight sightings"


@case("F15")
def edited(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    said = polls(pipeline, "a", rss(news(1)), rss(news(1, title="Report one, with a correction")))
    same((count(pipeline), count(pipeline, "version"), said[1].edited, said[1].new), (1, 2, 1, 0))
    return "OK one article, two versions, edited once"


@case("F16")
def flipping(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    sides = [rss(news(1)), rss(news(1, title="Report one as the other backend has it"))]
    said = polls(pipeline, "a", *(sides[n % 2] for n in range(20)))
    same((count(pipeline), sum(line.new for line in said)), (1, 1))
    return f"one article, new once; {count(pipeline, 'version')} versions after 20 polls"


@case("F17")
def removed(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    polls(pipeline, "a", rss(news(1), news(2)), rss(news(2)))
    same((count(pipeline), count(pipeline, "sighting WHERE last_seen IS NOT NULL")), (2, 1))
    return "OK kept; the sighting says until when"


@case("F18", "F19")
def emptied_and_back(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    many = rss(*(news(n) for n in range(100)))
    said = polls(pipeline, "a", many, rss(), rss(*(news(n) for n in range(10))), many)
    same((count(pipeline), said[1].code, said[3].new), (100, "no-items", 0))
    return "OK 100 articles; the empty document is a failure, the short one no news"


@case("F20")
def a_million_items(stage: Stage) -> str:
    body = rss(*(news(n, text="") for n in range(5000)), "<item/>" * 995_000)
    refined = stage.refined(body)
    same((len(refined.items), refined.dropped), (5000, 995_000))
    return f"OK 5,000 kept in the feed's order, {refined.dropped} counted: {refined.problems[-1].line}"


@case("F21")
def ten_thousand_new(stage: Stage) -> str:
    pipeline = stage.pipeline("a", "b")
    said = polls(
        pipeline, "a", *(rss(*(news(1000 * poll + n, text="") for n in range(1000))) for poll in range(4))
    )
    same(count(pipeline), 2000)
    good = polls(pipeline, "b", rss(news(77_777)))
    same(good[0].new, 1)
    return f"2,000 kept; {said[-1].alarm}; the other feed: {shown(good[0])}"


@case("F22")
def feed_titles(stage: Stage) -> str:
    said = []
    for channel in (
        "<title></title>",
        f"<title>{'T' * 1_000_000}</title>",
        "<title>&lt;b&gt;x&lt;/b&gt;&lt;script&gt;y()&lt;/script&gt;</title>",
    ):
        body = f'<rss version="2.0"><channel>{channel}{item(guid="1")}</channel></rss>'.encode()
        said.append(stage.refined(body).title)
    hold(len(said[1]) <= 10_000 and "<" not in said[2], said[2])
    return f"OK titles of {[len(title) for title in said]} characters; {said[2]!r}"


@case("F23")
def links(stage: Stage) -> str:
    found = {}
    for link in (
        "/rel",
        "//news.example/x",
        "javascript:x()",
        "data:text/html,x",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "JaVascript:x()",
        "java\tscript:x()",
        "",
    ):
        [one] = stage.refined(rss(item(link=link, guid="1"))).items
        found[link] = one.url_published
        hold(not one.url_published or one.url_published.startswith(("http://", "https://")), found)
    return f"OK {found}"


@case("F24")
def enclosures(stage: Stage) -> str:
    parts = "".join(
        f'<enclosure url="https://a.example/{n}.mp3" type="audio/mpeg" length="{length}"/>'
        for n, length in enumerate(["-5", "many", str(2**70), "7"])
    )
    body = rss(
        item(guid="1").replace("</item>", f"{parts}<enclosure url='javascript:x()' length='1'/></item>")
    )
    [one] = stage.refined(body).items
    same(
        [(file.url[-5:], file.length) for file in one.enclosures],
        [("0.mp3", None), ("1.mp3", None), ("2.mp3", None), ("3.mp3", 7)],
    )
    same(stage.pipeline("a").poll("a", body, NOW).new, 1)
    return "OK lengths NULL, javascript: dropped"


@case("F25")
def many_members(stage: Stage) -> str:
    more = "".join(
        f"<category>c{n}</category><author>a{n}@a.example</author><enclosure url='https://a.example/{n}' length='1'/>"
        for n in range(10_000)
    )
    [one] = stage.refined(rss(item(guid="1").replace("</item>", f"{more}</item>"))).items
    sizes = len(one.categories), len(one.authors), len(one.enclosures)
    hold(max(sizes) <= 100, sizes)
    return f"OK {sizes} kept"


@case("F26")
def ttls(stage: Stage) -> str:
    found = {}
    for ttl in ("0", "-1", "1000000000000", "soon", "60"):
        found[ttl] = stage.refined(rss(item(guid="1"), channel=f"<ttl>{ttl}</ttl>")).ttl_s
    for period, often in (("hourly", "0"), ("hourly", "-1"), ("daily", "1000000000000"), ("soon", "soon")):
        channel = f"<sy:updatePeriod xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>{period}</sy:updatePeriod><sy:updateFrequency xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'>{often}</sy:updateFrequency>"
        found[f"{period}/{often}"] = stage.refined(rss(item(guid="1"), channel=channel)).ttl_s
    hold(all(seconds is None or 60 <= seconds <= 2_592_000 for seconds in found.values()), found)
    return f"OK {found}"


@case("F27")
def two_names_for_one_feed(stage: Stage) -> str:
    (stage.folder / "f27").mkdir()
    folder = Folder(stage.folder / "f27")
    with FeedServer({"/a": rss(news(1), news(2)), "/b": redirect("/a", 301)}) as web:
        folder.configure({"a": web.url("/a"), "b": web.url("/b")})
        folder.command("poll")
        folder.command("poll")
        why = folder.command("feeds", "why", "b").stdout
    same(count_in(folder, "article"), 2)
    hold("one feed with a" in why, why)
    return "OK no double articles; `feeds why` says that both are one feed"


@case("F28")
def another_sites_feed(stage: Stage) -> str:
    pipeline = stage.pipeline("a", "b")
    polls(pipeline, "a", rss(news(1), news(2)))
    said = polls(pipeline, "a", rss(news(50), news(51)), rss(news(1), news(2)), start=1)
    same(count(pipeline), 4)
    hold("gap" in (said[0].alarm or ""), said[0].alarm)
    return f"OK nothing deleted, the strangers belong to the feed polled; {said[0].alarm}; {said[1].alarm}"


# --- T: terminal, logs, exports, search -----------------------------------------------------------------------------


def archive(stage: Stage, *items: str) -> list[str]:
    """A database holding these items: the arguments that name it."""
    pipeline = stage.pipeline("a")
    pipeline.poll("a", rss(*items), NOW)
    pipeline.store.close()
    path = stage.folder / f"x{stage._count}.db"
    return ["--db", f"sqlite:///{path}"]


def run(*args: str, cwd: Path | None = None, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """A command, to its end."""
    return subprocess.run(
        [*FEEDWATCH, *args], capture_output=True, timeout=120, env={**os.environ, **environment}, cwd=cwd
    )


def on_a_terminal(*args: str, columns: int = 80, cwd: Path | None = None) -> bytes:
    """What a command writes when a terminal reads it."""
    import fcntl
    import pty
    import struct
    import termios

    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 500, columns, 0, 0))
    process = subprocess.Popen(
        [*FEEDWATCH, *args],
        stdout=slave,
        stderr=slave,
        stdin=slave,
        env={**os.environ, "TERM": "xterm-256color", "PAGER": ""},
        cwd=cwd,
    )
    os.close(slave)
    out = b""
    while True:
        try:
            more = os.read(master, 65536)
        except OSError:
            break
        if not more:
            break
        out += more
    process.wait()
    os.close(master)
    return out


FORMATS = ("table", "json", "jsonl", "csv", "tsv", "markdown", "text", "atom")
_STYLES = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?25[hl]")
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def clean_everywhere(args: Sequence[str]) -> None:
    """No harmful character in any format, in a pipe or on a terminal."""
    for form in FORMATS:
        done = run(*args, "list", "--all", "-f", form)
        same(done.returncode, 0)
        bad = _HARMFUL.search(done.stdout.decode("utf-8").replace("\r\n", "\n"))
        hold(not bad, f"{form}: {bad}")
    for command in (["list", "--all"], ["show", "1"]):
        screen = on_a_terminal(*args, *command).decode("utf-8").replace("\r\n", "\n")
        bad = _HARMFUL.search(_STYLES.sub("", screen))
        hold(not bad, f"terminal: {bad}")


def hostile_titles(*titles_: str) -> list[str]:
    """Items with such titles, and such texts."""
    return [
        item(title, f"https://news.example/{n}", guid=str(n), text=f"<p>{title} and words</p>")
        for n, title in enumerate(titles_)
    ]


def entities(text: str) -> str:
    """The text with every character that XML forbids or that is not ASCII as a reference."""
    return "".join(
        letter if letter.isascii() and letter.isprintable() and letter not in "<&>" else f"&#{ord(letter)};"
        for letter in text
    )


@case("T01", "T03")
def escape_sequences(stage: Stage) -> str:
    args = archive(
        stage,
        *hostile_titles(
            "A \x1b[31mred\x1b[2J\x1b]0;t\x07 one",
            entities("B \x1b[31mred\x1b[2J\x1b]0;t\x07 two"),
            "C \x9b31m \x7f\x07\x08 \rthree",
            entities("D \x9b31m \x85\x7f\r four"),
        ),
    )
    clean_everywhere(args)
    return f"OK {len(FORMATS)} formats and the terminal; titles {[one['title'] for one in json.loads(run(*args, 'list', '--all', '-f', 'json').stdout)]}"


@case("T02")
def operating_system_commands(stage: Stage) -> str:
    clean_everywhere(
        archive(
            stage,
            *hostile_titles(
                entities("A \x1b]8;;http://evil.example\x1b\\link\x1b]8;;\x1b\\"),
                entities("B \x1b]52;c;cm0gLXJm\x07"),
            ),
        )
    )
    return "OK stripped"


@case("T04")
def lines_in_titles(stage: Stage) -> str:
    args = archive(stage, *hostile_titles("A\nB", entities("C\r\nD"), entities("E\u2028F\x0bG\x85H")))
    same(len(run(*args, "list", "--all", "-f", "tsv").stdout.splitlines()), 4)
    same(len(run(*args, "list", "--all").stdout.splitlines()), 3)
    return "OK one line an article"


@case("T05")
def overrides(stage: Stage) -> str:
    args = archive(
        stage,
        *hostile_titles(
            "A \u202egnp.exe", "B \u200b\u2066x\u2069 \U000e0041\U000e0042", "C \u0627\u200f\u0628"
        ),
    )
    clean_everywhere(args)
    return f"OK {[one['title'] for one in json.loads(run(*args, 'list', '--all', '-f', 'json').stdout)]}"


@case("T06")
def a_megabyte_of_title(stage: Stage) -> str:
    args = archive(stage, *hostile_titles("T" * 1_000_000))
    widest = max(
        len(_STYLES.sub("", line)) for line in on_a_terminal(*args, "list", "--all").decode().splitlines()
    )
    hold(widest <= 80, f"{widest} columns")
    return f"OK {widest} columns of 80"


@case("T07")
def no_unicode(stage: Stage) -> str:
    args = archive(stage, *hostile_titles("Größe 新聞 \U0001f4f0"))
    for form in FORMATS:
        done = run(
            *args,
            "list",
            "--all",
            "-f",
            form,
            LC_ALL="C",
            PYTHONIOENCODING="ascii",
            NO_COLOR="1",
            PYTHONUTF8="0",
        )
        hold(
            done.returncode == 0 and done.stdout.isascii() and b"Traceback" not in done.stderr,
            f"{form}: {done.stderr[-200:]!r}",
        )
    return "OK ASCII with replacements in every format"


@case("T08")
def closed_early(stage: Stage) -> str:
    args = archive(stage, *(news(n) for n in range(500)))
    command = " ".join([*FEEDWATCH, *args, "list", "--all"])
    done = subprocess.run(
        ["bash", "-c", f"{command} | head -1; exit ${{PIPESTATUS[0]}}"], capture_output=True, timeout=60
    )
    hold(done.returncode in (0, 141) and not done.stderr, f"exit {done.returncode}: {done.stderr[-200:]!r}")
    return f"OK exit {done.returncode}, nothing on stderr"


@case("T09")
def log_injection(stage: Stage) -> str:
    (stage.folder / "t09").mkdir()
    folder = Folder(stage.folder / "t09")
    page = b"<html><title>x\n2026-11-24T10:00:00Z CRITICAL fake line\x1b[2J&#10;FAKE</title></html>"
    with FeedServer({"/a": page}) as web:
        folder.configure({"a": web.url("/a"), "b": web.url("/b?x=%0aFAKE")}, interval="1s")
        for form in ("text", "json"):
            with folder.daemon("--log-format", form) as daemon:
                daemon.wait_ready()
                from daemons import eventually

                eventually(lambda daemon=daemon: daemon.log.count("not-a-feed") >= 1, daemon)
                daemon.stop()
            lines = daemon.log.splitlines()
            hold(
                not any(line.startswith(("FAKE", "2026-11-24T10:00:00Z")) for line in lines)
                and "\x1b" not in daemon.log,
                daemon.log,
            )
            if form == "json":
                hold(
                    all(isinstance(json.loads(line), dict) for line in lines), "a log line that is no object"
                )
    return "OK one line a record, JSON stays one object a line"


SECRET = "s3cr3tT0k3n"


@case("T10")
def credentials(stage: Stage) -> str:
    return secrets_of_a_run(stage)


def secrets_of_a_run(stage: Stage) -> str:
    """Polls feeds whose addresses and headers hold a secret, by daemon and by hand, well and badly, and looks
    for it in everything that comes out."""
    (stage.folder / "t10").mkdir()
    folder = Folder(stage.folder / "t10")
    routes = {
        "/ok": rss(news(1)),
        "/moved": redirect("/ok"),
        "/bad": Reply(status=500),
        "/page": b"<html>x</html>",
        "/away": redirect("http://10.0.0.1/"),
    }
    with FeedServer(routes) as web:
        host = web.url("")
        login = host.replace("://", f"://desk:{SECRET}@")
        os.environ["BENCH_TOKEN"] = SECRET
        feeds = {f"f{n}": f"{host}{path}?token=${{env:BENCH_TOKEN}}" for n, path in enumerate(routes)}
        feeds |= {
            f"g{n}": f"{login.replace(SECRET, '${env:BENCH_TOKEN}')}{path}" for n, path in enumerate(routes)
        }
        feeds |= {
            "dead": "http://desk:${env:BENCH_TOKEN}@127.0.0.1:1/x?api_key=${env:BENCH_TOKEN}",
            "name": "http://nowhere.invalid/?key=${env:BENCH_TOKEN}",
        }
        keyed = f'[[feeds]]\nname = "h"\nurl = "{host}/bad"\nheaders = {{ "X-Api-Key" = "{SECRET}" }}\nauth = "desk:{SECRET}"\n'
        folder.configure(feeds, more=keyed, interval="1s")
        outputs = [folder.command("-vv", "poll")]
        with folder.daemon("-vv") as daemon:
            daemon.wait_ready()
            from daemons import eventually

            eventually(lambda: daemon.log.count("outcome=") >= 8, daemon)
            daemon.stop()
        commands = (
            ["list", "--all", "-f", "json"],
            ["list", "--all", "-f", "atom"],
            ["list", "--all", "-f", "csv"],
            ["feeds", "list", "-f", "json"],
            ["feeds", "list"],
            ["status", "-f", "json"],
            ["status"],
            ["config", "show"],
            ["config", "check"],
            ["show", "1", "-f", "json"],
        )
        outputs += [folder.command(*args) for args in commands]
        outputs.append(folder.command("feeds", "check", feeds["f2"].replace("${env:BENCH_TOKEN}", SECRET)))
    said = "".join(done.stdout + done.stderr for done in outputs) + daemon.log
    where = said.find(SECRET)
    hold(where < 0, f"the secret is in: {said[max(0, where - 120) : where + 20]!r}")
    hold(SECRET.encode() not in folder.database.read_bytes(), "the secret is in the database")
    hold(
        any(SECRET in request.path or "authorization" in request.headers for request in web.requests),
        "the secret was never used",
    )
    return f"OK in none of {len(outputs)} commands' output ({len(said)} characters), the log at -vv, the database"


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=cmd|' /C calc'!A0")


@case("T11")
def formulas(stage: Stage) -> str:
    args = archive(stage, *hostile_titles(*(f"{formula} t{n}" for n, formula in enumerate(FORMULAS))))
    for form, delimiter in (("csv", ","), ("tsv", "\t")):
        rows = list(
            csv.reader(
                io.StringIO(
                    run(*args, "list", "--all", "-f", form, "--fields", "title,summary,text").stdout.decode(),
                    newline="",
                ),
                delimiter=delimiter,
                quoting=csv.QUOTE_MINIMAL if form == "csv" else csv.QUOTE_NONE,
            )
        )
        hold(not any(cell.lstrip().startswith(tuple("=+-@＝")) for row in rows[1:] for cell in row), rows)
    return "OK every such cell begins with '"


@case("T12")
def quoting(stage: Stage) -> str:
    args = archive(stage, *hostile_titles('He said "yes", twice', "a, b; c\td", "x&#0;y"))
    rows = list(
        csv.DictReader(
            io.StringIO(
                run(*args, "list", "--all", "-f", "csv", "--fields", "title,text").stdout.decode(), newline=""
            )
        )
    )
    same({row["title"] for row in rows}, {'He said "yes", twice', "a, b; c d", "xy"})
    return "OK round-trips"


@case("T13")
def json_export(stage: Stage) -> str:
    args = archive(stage, *hostile_titles("a\u2028b\u2029c", "d&#xD800;e NaN"))
    out = run(*args, "list", "--all", "-f", "json").stdout.decode("utf-8")
    found = json.loads(out, parse_constant=lambda name: hold(False, name))
    hold("\u2028" not in out, "U+2028 unescaped")
    return f"OK {[one['title'] for one in found]}"


OUTLINES = {
    "nested": "<opml><body>" + "<outline text='a'>" * 10_000 + "</outline>" * 10_000 + "</body></opml>",
    "laughs": '<!DOCTYPE opml [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><opml><body><outline xmlUrl="https://a.example/" text="&b;"/></body></opml>',
    "many": "<opml><body>"
    + "".join(f"<outline text='{n} &amp; &lt;' xmlUrl='https://a.example/{n}'/>" for n in range(10_000))
    + "</body></opml>",
}


@case("T14")
def opml(stage: Stage) -> str:
    """OPML has one way in: as the document of a feed, which it is not."""
    (stage.folder / "t14").mkdir()
    folder = Folder(stage.folder / "t14")
    said = []
    with FeedServer({f"/{name}": text.encode() for name, text in OUTLINES.items()}) as web:
        folder.configure({name: web.url(f"/{name}") for name in OUTLINES})
        polled = folder.command("poll")
        for name, text in OUTLINES.items():
            path = folder.path / f"{name}.opml"
            path.write_text(text, encoding="utf-8")
            with stage.timed(30):
                done = folder.command("feeds", "check", str(path))
            said.append(done.stdout + done.stderr)
    hold(polled.stdout.count("not-a-feed") == len(OUTLINES), polled.stdout)
    hold(all("OPML" in text and "Traceback" not in text and "haha" not in text for text in said), said)
    same(count_in(folder, "article"), 0)
    return (
        f"OK told, and nothing of it taken; import and export do not exist: {polled.stdout.splitlines()[0]}"
    )


def count_in(folder: Folder, table: str) -> int:
    """How many rows a table of a folder's database has."""
    with sqlite3.connect(folder.database) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


TITLES = (
    "../../etc/x",
    "/tmp/x",
    "CON",
    "a\x00b",
    "n" * 300,
    ".",
    "-rf",
    "$(touch x)",
    "`touch x`",
    "; touch x #",
)


@case("T15", "T20")
def names_and_commands(stage: Stage) -> str:
    """Feeds and articles with such titles, all commands, a pager: no file but ours comes to be, no shell runs."""
    home = stage.place("t15").with_suffix("") / "inner"
    home.mkdir(parents=True)
    folder = Folder(home)
    routes = {
        f"/{n}": rss(news(n, title=entities(title))).replace(
            b"<title>News</title>", f"<title>{entities(title)}</title>".encode()
        )
        for n, title in enumerate(TITLES)
    }
    with FeedServer(routes) as web:
        folder.configure({f"f{n}": web.url(path) for n, path in enumerate(routes)})
        hold(folder.command("poll").returncode == 0, "poll failed")
        folder.command("feeds", "add", web.url("/0?x=../../etc/$(touch x)"))
    same(count_in(folder, "article"), len(TITLES))
    args = ["-c", str(folder.config)]
    for form in FORMATS:
        for command in (["list", "--all"], ["show", "1"]):
            run(*args, *command, "-f", form, cwd=home)
    on_a_terminal(*args, "--pager", "cat -v", "list", "--all", cwd=home)
    run(*args, "db", "backup", str(home / "copy.db"), cwd=home)
    here = {path.name for path in home.iterdir()} - {"copy.db"}
    hold(
        all(name.startswith("feedwatch") for name in here) and len(list(home.parent.iterdir())) == 1,
        f"files: {sorted(here)}, {list(home.parent.iterdir())}",
    )
    hold((home / "copy.db").exists(), "no backup")
    return (
        f"OK files {sorted(here)}; the one program we start is the pager, from a list of words, fed by a pipe"
    )


@case("T21")
def header_injection(stage: Stage) -> str:
    """Whoever makes a mail of a title finds it on one line; what a server sent goes back in no header."""
    title = entities("News\r\nBcc: evil@evil.example\r\n\r\nbody")
    args = archive(stage, *hostile_titles(title, "News\r\nBcc: evil@evil.example"))
    for form in ("json", "jsonl"):
        done = run(*args, "list", "--all", "-f", form)
        found = (
            json.loads(done.stdout)
            if form == "json"
            else [json.loads(line) for line in done.stdout.splitlines()]
        )
        hold(len(found) == 2 and not any(set("\r\n") & set(one["title"]) for one in found), found)
    return f"OK one line: {found[0]['title']!r}; feedwatch itself sends no mail"


QUERIES = (
    '"',
    "AND",
    "NEAR(",
    "a:b",
    "*",
    "c++",
    "",
    "(" * 5000,
    "x " * 50_000,
    "tag:",
    "'; DROP TABLE article; --",
    "title:^",
    "-",
    "\x00",
    "a NOT",
    '"a',
    "url:%",
    "{a b}:c",
)


@case("T16", "T17")
def searches(stage: Stage) -> str:
    args = archive(stage, news(1))
    codes = {}
    for query in QUERIES:
        if "\x00" in query or len(query) > 90_000:
            query = query.replace("\x00", "")[:90_000]
        done = run(*args, "search", "--", query)
        hold(
            b"Traceback" not in done.stderr and done.returncode in (0, 2),
            f"{query[:20]!r}: {done.returncode} {done.stderr[-200:]!r}",
        )
        codes[query[:9]] = done.returncode
    same(len(json.loads(run(*args, "list", "--all", "-f", "json").stdout)), 1)
    return f"OK {codes}"


@case("T18")
def slow_patterns(stage: Stage) -> str:
    folder = Folder(stage.folder)
    (stage.folder / "t18").mkdir()
    folder = Folder(stage.folder / "t18")
    folder.configure({}, more='[tags]\nslow = ["(a+)+$", "/(a+)+$/", "a*"]')
    with stage.timed(10):
        done = folder.command("tags", "test", "a" * 27 + "!")
    hold("Traceback" not in done.stderr, done.stderr[-200:])
    return f"OK rules are words, not patterns: exit {done.returncode}"


@case("T19")
def many_keywords(stage: Stage) -> str:
    (stage.folder / "t19").mkdir()
    folder = Folder(stage.folder / "t19")
    chance = random.Random(2)
    words = json.dumps(["".join(chance.choices("abcdefghij", k=8)) for _ in range(100_000)])
    folder.configure({}, more=f"[tags]\nmany = {words}")
    with stage.timed(30):
        many = folder.command("tags", "test", "abc")
    said = [f"100,000: exit {many.returncode}"]
    for rule in ('[""]', '["*"]', "[]", '["  "]'):
        folder.configure({}, more=f"[tags]\nodd = {rule}")
        done = folder.command("tags", "test", "abc")
        hold(
            "Traceback" not in done.stderr and done.returncode in (0, 3),
            f"{rule}: {done.returncode} {done.stderr[-200:]}",
        )
        said.append(f"{rule}: exit {done.returncode}")
    hold(many.returncode == 0, many.stderr[-300:])
    return "; ".join(said)
