"""The main job as a user runs it: a configuration, a server on loopback, `poll`, `list` and `show`."""

import html
import json
from pathlib import Path

import pytest
from daemons import Folder
from feed_server import FeedServer

OUR_ARTICLE = (Path(__file__).parent / "our_article.txt").read_text(encoding="utf-8")

TAGS = """
[tags]
Iraq = ["Iraq", "Baghdad"]
militia = ["militia*", "paramilitar*"]
"""


def documents(article: str, published: str) -> tuple[bytes, bytes]:
    """The article as a publisher sends it, in two feeds: HTML, entities, tracking, different guids."""
    _, day, text = article.strip().split(" ", 2)
    *body, notice = text.split("\n\n")
    markup = "".join(f"<p>{html.escape(paragraph)}</p>\n" for paragraph in body)
    markup += f"<p>{notice.replace('©', '&copy;')}</p>"

    def feed(guid: str, tracking: str) -> bytes:
        link = html.escape(f"https://www.wire-paper.example/world/{day}/story?{tracking}")
        return (
            '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Wire Paper</title>'
            "<link>https://www.wire-paper.example/</link><description>News</description><item>"
            f"<title>A story</title><link>{link}</link>"
            f'<guid isPermaLink="false">{guid}</guid><pubDate>{published}</pubDate>'
            f"<description>{html.escape(markup)}</description></item></channel></rss>"
        ).encode()

    return feed("world-17", "utm_source=rss&utm_medium=feed"), feed("front-4", "fbclid=IwAR0&at_medium=RSS")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder for a configuration and a database."""
    return Folder(tmp_path)


def check(folder: Folder, article: str, published: str, *, years: list[int]) -> None:
    """Polls the article from two feeds; one article comes out, and reads as it was written."""
    world, front = documents(article, published)
    with FeedServer({"/world": world, "/front": front}) as web:
        folder.configure({"world": web.url("/world"), "front": web.url("/front")}, more=TAGS)
        for _ in range(2):
            polled = folder.command("poll")
            assert polled.returncode == 0, polled.stdout + polled.stderr
    [found] = json.loads(folder.command("list", "-f", "json", "--all").stdout)
    assert folder.command("show", str(found["id"]), "--format", "text").stdout.strip() == article.strip()
    expected = {
        "url": f"https://www.wire-paper.example/world/{article.split()[1]}/story",
        "outlet": "wire-paper.example",
        "holders": ["AFP"],
        "years": years,
        "agency": "AFP",
        "agency_from": "notice",
        "copyright": f"© AFP {years[0]}",
        "tags": ["Iraq", "militia"],
        "text_kind": "full",
        "versions": 1,
    }
    assert {name: found[name] for name in expected} == expected
    assert sorted(found["feeds"]) == ["front", "world"]


def test_our_article_comes_out_as_it_was_written(folder: Folder) -> None:
    check(folder, OUR_ARTICLE, "Sat, 21 Nov 2026 07:30:00 GMT", years=[2026])


def test_the_seed_comes_out_as_it_was_written(folder: Folder, shared: Path) -> None:
    [seed] = (shared / "seed").glob("*.txt")
    check(folder, seed.read_text(encoding="utf-8"), "Tue, 23 Jan 2024 22:15:00 GMT", years=[2024])


def test_the_day_shown_is_the_publishers_own(folder: Folder) -> None:
    """22:15 GMT on the 20th is already the 21st in Baghdad."""
    check(folder, OUR_ARTICLE, "Sat, 21 Nov 2026 01:15:00 +0300", years=[2026])


def test_the_corpus_of_real_feeds_gives_the_items_that_feedparser_finds(tmp_path: Path, shared: Path) -> None:
    """Twenty of the 94 real documents here; `bench/corpus.py` takes them all."""
    import io
    import tarfile
    from datetime import UTC, datetime

    import feedparser
    from documents import feed
    from pipeline import Pipeline

    now = datetime(2026, 11, 24, tzinfo=UTC)
    with tarfile.open(shared / "corpus" / "feeds.tar.xz") as archive:
        bodies = []
        for member in archive:
            if member.isfile() and member.name.startswith("kagisearch+fastfeedparser/"):
                extracted = archive.extractfile(member)
                assert extracted is not None
                bodies.append(extracted.read())
    bodies = sorted(bodies, key=len)[:20]
    pipeline = Pipeline(tmp_path / "corpus.db", [feed(f"d{n}") for n in range(len(bodies))], now)
    for number, body in enumerate(bodies):
        line = pipeline.poll(f"d{number}", body, now)
        theirs = len(feedparser.parse(io.BytesIO(body)).entries)
        if body.lstrip().startswith(b"{"):  # a JSON Feed, which feedparser does not read
            continue
        assert (line.outcome, line.total) == ("ok", theirs), (number, line)
    assert pipeline.rows("PRAGMA integrity_check") == [("ok",)]
