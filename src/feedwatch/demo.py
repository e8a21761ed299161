"""`feedwatch demo`: sample feeds on loopback through the daemon's own ingest, and what comes of them."""

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TextIO

from feedwatch import config, present
from feedwatch.ingest import Clock, poll_once
from feedwatch.judge.telling import tell
from feedwatch.model import Article, Listed, PollLine, key64
from feedwatch.present import Screen, Sheet
from feedwatch.present.polls import poll_line
from feedwatch.present.stories import show_story
from feedwatch.recorder import Chance
from feedwatch.store.find import Library, open_library

TYPES = {".atom": "application/atom+xml", ".json": "application/feed+json", ".rdf": "application/rdf+xml"}


def run(out: TextIO, *, columns: int, program: str, clock: Clock, chance: Chance) -> None:
    """Polls the samples twice into a database of their own, and shows what a user would look at.

    `program` is how feedwatch was called; a path is worth an alias for the commands to try.
    """
    folder = Path(tempfile.mkdtemp(prefix="feedwatch-demo-"))
    samples = config.samples()
    say = _Speaker(out)
    with _serving(samples) as (port, rounds):
        path = folder / "feedwatch.toml"
        text = (samples / "feedwatch.toml").read_text(encoding="utf-8").replace("{port}", str(port))
        path.write_text(text, encoding="utf-8")
        settings = config.load(path)
        failed: list[PollLine] = []
        for rounds.current in (1, 2):
            say.heading(f"Poll {rounds.current}: {len(settings.feeds)} sample feeds on this machine")
            lines = poll_once(settings, None, clock=clock, chance=chance, progress=lambda _: None)
            for line in sorted(lines, key=lambda line: line.feed):
                say(f"  {poll_line(line)}")
            failed += [line for line in lines if line.outcome == "failed"]
    assert settings.storage.path is not None
    database = settings.storage.path
    sheet = Sheet(out, clock(), screen=Screen(columns, rows=1000, colour=out.isatty()))
    with open_library(database) as library:
        _show(library, sheet, say, failed=failed)
    _what_next(say, database, program)


def _show(library: Library, sheet: Sheet, say: "_Speaker", *, failed: list[PollLine]) -> None:
    stories = list(library.articles(None, limit=None, stories=True, order="newest", full=True))
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


def _show_copies(
    library: Library, sheet: Sheet, say: "_Speaker", everything: list[Listed], shown: Listed
) -> None:
    copies = [listed.article for listed in everything if listed.article.story == shown.article.story]
    texts = {version.text for version in library.versions(shown.article.id)}
    say.heading(f"The same dispatch in {shown.outlets} outlets, one story  (feedwatch list --all)")
    widest = max(len(article.outlet) for article in copies)
    for article in sorted(copies, key=_at):
        verbatim = article.text in texts and article.id != shown.article.id
        note = "  (word for word)" if verbatim else ""
        say(f"  {_at(article)}  {article.outlet:<{widest}}  {article.title}{note}")
    say.heading(f"What each outlet made of it  (feedwatch story show {shown.article.story})")
    show_story(tell(*library.told(shown.article.id)), sheet)


def _at(article: Article) -> str:
    return (article.published or article.first_seen).replace("T", " ")[:16]


def _what_next(say: "_Speaker", database: Path, program: str) -> None:
    say.heading("Now try")
    if "/" in program:
        say(f"  alias feedwatch={program}")
    say(f"  export FEEDWATCH_DB=sqlite:///{database}     # the demo's database")
    for command, about in (
        ("feedwatch list --tag militia", "by tag"),
        ("feedwatch search pipeline", "full text, best match first"),
        ("feedwatch list --outlet tigrispost.example -f csv", "for a spreadsheet"),
        ("feedwatch show 1 -f json --why", "with the words that earned each tag"),
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
