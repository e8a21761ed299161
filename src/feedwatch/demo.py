"""`feedwatch demo`: sample feeds on loopback through the daemon's own ingest, and what comes of them."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TextIO

from feedwatch import config, ingest, present
from feedwatch.config import Settings
from feedwatch.errors import FeedwatchError
from feedwatch.ingest import Ingest
from feedwatch.judge.telling import tell
from feedwatch.model import Article, Listed, PollLine, key64
from feedwatch.present import Screen, Sheet, times
from feedwatch.present.polls import poll_line
from feedwatch.present.stories import show_story
from feedwatch.present.wording import counted
from feedwatch.store.database import Store
from feedwatch.store.find import Library, open_library

TYPES = {".atom": "application/atom+xml", ".json": "application/feed+json", ".rdf": "application/rdf+xml"}

# The samples are of these days, and so is the demo's clock: it shows the same whenever it runs, and news of
# last week do not look like years old.
POLLED = (datetime(2026, 11, 24, 12, 0, tzinfo=UTC), datetime(2026, 11, 24, 15, 20, tzinfo=UTC))


def run(out: TextIO, *, columns: int, program: str, samples: Path | None = None) -> None:
    """Polls the samples twice into a database of their own, and shows what a user would look at.

    `program` is how feedwatch was called; a path is worth an alias for the commands to try. FeedwatchError
    when nothing could be collected, with the reasons.
    """
    folder = Path(tempfile.mkdtemp(prefix="feedwatch-demo-"))
    samples = samples or config.samples()
    say = _Speaker(out)
    with _serving(samples) as (port, rounds):
        path = folder / "feedwatch.toml"
        text = (samples / "feedwatch.toml").read_text(encoding="utf-8").replace("{port}", str(port))
        path.write_text(text, encoding="utf-8")
        settings = config.load(path)
        failed = _poll(settings, rounds, say)
    database = settings.storage.path
    sheet = Sheet(out, rounds.now, screen=Screen(columns, rows=1000, colour=out.isatty()))
    with open_library(database) as library:
        stories = list(library.articles(None, limit=None, stories=True, order="newest", full=True))
        if not stories:
            raise FeedwatchError(f"the demo collected nothing: {_reasons(failed)}")
        shown = _show(library, stories, sheet, say, failed=failed)
    _what_next(say, database, program, shown.article)


def _poll(settings: Settings, rounds: "_Rounds", say: "_Speaker") -> list[PollLine]:
    """Polls the feeds one after the other, so that ids are the same in every run; returns what failed."""
    lines = []
    store = Store(settings.storage.path)
    polls = Ingest(settings, store, clock=lambda: rounds.now, chance=lambda: 0.0)
    try:
        ingest.register(settings, store, rounds.now)
        for rounds.current, now in enumerate(POLLED, start=1):
            count = counted(len(settings.feeds), "sample feed")
            say.heading(f"Poll {rounds.current}, {now:%d %B %Y %H:%M} UTC: {count} on this machine")
            for feed in settings.feeds:
                [claim] = ingest.claim(settings, store, now, holder="demo", limit=1, names=[feed.name])
                lines.append(polls.poll([claim])[0].result())
                say(f"  {poll_line(lines[-1])}")
    finally:
        polls.close(hurry=True)
        store.close()
    return [line for line in lines if line.outcome == "failed"]


def _reasons(failed: list[PollLine]) -> str:
    """Why polls failed, each reason once."""
    return "; ".join(dict.fromkeys(f"{line.code}: {line.line}" for line in failed)) or "the feeds were empty"


def _show(
    library: Library, stories: list[Listed], sheet: Sheet, say: "_Speaker", *, failed: list[PollLine]
) -> Listed:
    """Shows the stories, and all of the one that most outlets have; returns that one."""
    say.heading("What was collected, newest first, one line a story  (feedwatch list)")
    present.write_articles(stories, sheet)
    everything = list(library.articles(None, limit=None, stories=False, order="newest", full=True))
    shown = max(stories, key=lambda listed: (listed.outlets, bool(listed.article.copyright)))
    say.heading(f"One article in full, with its copyright line  (feedwatch show {shown.article.id})")
    present.show_article(shown, sheet)
    edited = [listed.article for listed in everything if listed.article.versions > 1]
    for article in edited[:1]:
        say.heading(f"It was edited: what changed  (feedwatch show {article.id} --versions)")
        present.show_versions(library.versions(article.id), sheet)
    _show_copies(library, sheet, say, everything, shown)
    for line in failed:
        say.heading(f"A feed that failed, and why  (feedwatch feeds list)\n{poll_line(line)}")
        say("Its articles stay, its next poll is planned, and no other feed was held up.")
    return shown


def _show_copies(
    library: Library, sheet: Sheet, say: "_Speaker", everything: list[Listed], shown: Listed
) -> None:
    copies = [listed.article for listed in everything if listed.article.story == shown.article.story]
    texts = {version.text for version in library.versions(shown.article.id)}
    say.heading(f"The same dispatch in {shown.outlets} outlets, one story  (feedwatch list --all)")
    widest = max(len(article.outlet) for article in copies)
    for article in sorted(copies, key=lambda article: article.when):
        verbatim = article.text in texts and article.id != shown.article.id
        note = "  (word for word)" if verbatim else ""
        say(f"  {times.short(article.when)}  {article.outlet:<{widest}}  {article.title}{note}")
    say.heading(f"What each outlet made of it  (feedwatch story show {shown.article.story})")
    show_story(tell(*library.told(shown.article.id)), sheet)


def _what_next(say: "_Speaker", database: Path, program: str, shown: Article) -> None:
    say.heading("Now try")
    if "/" in program:
        say(f"  alias feedwatch={program}")
    say(f"  export FEEDWATCH_DB=sqlite:///{database}     # the demo's database")
    for command, about in (
        ("feedwatch list --tag militia", "by tag"),
        ("feedwatch search pipeline", "full text, best match first"),
        ("feedwatch list --outlet tigrispost.example -f csv", "for a spreadsheet"),
        (f"feedwatch show {shown.id} -f json --why", "with the words that earned each tag"),
        ("feedwatch status", "how the whole is doing"),
    ):
        say(f"  {command:<52}# {about}")
    say("\nStart watching real news: feedwatch init && feedwatch run")


class _Speaker:
    """Says lines on the demo's paper."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def __call__(self, line: str) -> None:
        self._out.write(f"{line}\n")

    def heading(self, line: str) -> None:
        self(f"\n── {line}\n")
        self._out.flush()


class _Rounds:
    """Which round the samples are in: a document of round 2 replaces its first one."""

    def __init__(self, samples: Path) -> None:
        self._samples = samples
        self.current = 1

    @property
    def now(self) -> datetime:
        """The time on the demo's clock."""
        return POLLED[self.current - 1]

    def document(self, name: str) -> Path | None:
        """The document that a feed answers with now."""
        known = {path.name for path in (self._samples / "round1").iterdir()}
        if name not in known:
            return None
        later = self._samples / f"round{self.current}" / name
        return later if later.exists() else self._samples / "round1" / name


@contextmanager
def _serving(samples: Path) -> Iterator[tuple[int, _Rounds]]:
    rounds = _Rounds(samples)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = rounds.document(self.path.strip("/"))
            if path is None:
                self.send_error(404)
                return
            body = path.read_bytes()
            etag = f'"{key64(body):x}"'
            same = self.headers.get("If-None-Match") == etag
            self.send_response(304 if same else 200)
            self.send_header("ETag", etag)
            html = body.lstrip()[:9].lower() == b"<!doctype"
            self.send_header(
                "Content-Type", "text/html" if html else TYPES.get(path.suffix, "application/rss+xml")
            )
            self.end_headers()
            if not same:
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """The demo's own lines say what happens."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1], rounds
    finally:
        server.shutdown()
        server.server_close()
