"""Real poll sequences in time order through the real pipeline and a real database, with a simulated clock.

    python bench/replay.py POLLS_DIR [--db FILE]

POLLS_DIR holds a folder per feed, in it one file per poll: `20200421T004301Z_9562ee23.xml`. Afterwards an
independent count, by regular expressions over the files, says what should be in the store: every item that
was ever visible, once.
"""

import argparse
import html
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from common import feeds_named, figure, say, stamp
from pipeline import Pipeline

_ITEM = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>", re.S)
_FIELD = {
    name: re.compile(rb"<%s(?:\s[^>]*)?>\s*(?:<!\[CDATA\[)?(.*?)(?:\]\]>)?\s*</%s\s*>" % (name, name), re.S)
    for name in (b"guid", b"id", b"link", b"title")
}
_HREF = re.compile(rb"<link\b[^>]*href=[\"']([^\"']+)")


def field(item: bytes, *names: bytes) -> str:
    """The first of the named fields that an item has, unescaped."""
    for name in names:
        found = _FIELD[name].search(item)
        if found and found.group(1).strip():
            return unescaped(found.group(1))
    return ""


def unescaped(raw: bytes) -> str:
    """The text without XML's escaping, nor HTML's inside it (NZ Herald escapes its links twice)."""
    return html.unescape(html.unescape(raw.decode("utf-8", "replace"))).strip()


def items_of(body: bytes) -> list[tuple[str, str, str]]:
    """(guid, link, title) of every item, found without any parser of ours."""
    found = []
    for match in _ITEM.finditer(body):
        item = match.group(0)
        link = field(item, b"link")
        if not link and (href := _HREF.search(item)):
            link = unescaped(href.group(1))
        found.append((field(item, b"guid", b"id"), link, field(item, b"title")))
    return found


def main() -> None:
    """Replays every sequence and prints its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("polls", type=Path)
    parser.add_argument("--db", type=Path)
    options = parser.parse_args()
    folders = sorted(path for path in options.polls.iterdir() if path.is_dir())
    polls = sorted(
        ((stamp(file.name), folder.name, file) for folder in folders for file in folder.iterdir()),
        key=lambda poll: (poll[0], poll[1]),
    )
    say(f"{len(polls)} polls of {len(folders)} feeds")
    scratch = tempfile.TemporaryDirectory()
    names = [folder.name for folder in folders]
    pipeline = Pipeline(options.db or Path(scratch.name) / "replay.db", feeds_named(names), polls[0][0])
    visible: dict[str, set[tuple[str, str, str]]] = {name: set() for name in names}
    unreadable: Counter[str] = Counter()
    outcomes: Counter[str] = Counter()
    alarms = 0
    wall, cpu = time.monotonic(), time.process_time()
    for now, name, file in polls:
        body = file.read_bytes()
        line = pipeline.poll(name, body, now)
        outcomes[line.outcome if line.outcome != "failed" else f"failed {line.code}"] += 1
        alarms += line.alarm is not None
        there = items_of(body)
        visible[name].update(there)
        unreadable[name] += not there
    cpu, wall = time.process_time() - cpu, time.monotonic() - wall
    report(pipeline, visible, outcomes, alarms, unreadable)
    figure("replay CPU", round(cpu, 2), "s", polls=len(polls), ms_per_poll=round(1000 * cpu / len(polls), 2))
    figure("replay wall", round(wall, 2), "s")
    pipeline.store.close()


# Several items that are one article: a guid that changed, one page under two guids.
_SHARED = """
    SELECT count(*) FROM (SELECT 1 FROM sighting WHERE feed_id = ?
        GROUP BY article_id HAVING count(DISTINCT item_key) > 1)"""
# One item that is several articles: a guid that was used again for other news.
_SPLIT = """
    SELECT count(*) FROM (SELECT 1 FROM sighting WHERE feed_id = ?
        GROUP BY item_key HAVING count(DISTINCT article_id) > 1)"""


def report(
    pipeline: Pipeline,
    visible: dict[str, set[tuple[str, str, str]]],
    outcomes: Counter[str],
    alarms: int,
    unreadable: Counter[str],
) -> None:
    """Compares the store with what was visible."""
    with pipeline.store.read() as connection:

        def one(sql: str, *values: object) -> int:
            return connection.exec_driver_sql(sql, values).scalar_one()

        lost_in_all = 0
        for name, items in visible.items():
            feed = one("SELECT id FROM feed WHERE name = ?", name)
            known = {guid or link or title for guid, link, title in items}
            links = {
                row[0]
                for row in connection.exec_driver_sql("SELECT url FROM sighting WHERE feed_id = ?", (feed,))
            }
            lost = {link for _, link, _ in items if link.startswith("http")} - links
            lost_in_all += len(lost)
            figure(
                f"{name}: items stored",
                one("SELECT count(DISTINCT item_key) FROM sighting WHERE feed_id = ?", feed),
                "items",
                len(known),
                articles=one("SELECT count(*) FROM article WHERE owner_feed_id = ?", feed),
                addresses=len(links),
                addresses_lost=len(lost),
                items_of_one_article=one(_SHARED, feed),
                items_of_several_articles=one(_SPLIT, feed),
                polls_without_items=unreadable[name],
            )
            for link in sorted(lost)[:5]:
                say(f"{name}: not stored under this address: {link}")
        figure("addresses that were visible and are not in the store", lost_in_all, "addresses", 0)
        figure("articles", one("SELECT count(*) FROM article"), "articles")
        figure("versions beyond the first", one("SELECT count(*) FROM version WHERE n > 1"), "versions")
        figure("stories of several articles", one("SELECT count(*) FROM story WHERE articles > 1"), "stories")
        figure(
            "articles with the same address and feed twice",
            one(
                "SELECT count(*) FROM (SELECT 1 FROM article WHERE url <> ''"
                " GROUP BY outlet, url HAVING count(*) > 1)"
            ),
            "articles",
            0,
        )
        intact = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
        figure("database intact", int(intact == "ok"), "bool", 1)
    figure("alarms", alarms, "alarms")
    for outcome, count in outcomes.most_common():
        figure(f"polls {outcome}", count, "polls")


if __name__ == "__main__":
    main()
