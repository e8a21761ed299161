"""What recognising copies costs: sketch, look-up and judgement of new articles beside an archive of many.

    python bench/stories_cost.py [--articles 1000000] [--db FILE]

The archive is of made-up texts whose words are as unevenly frequent as in a language (Zipf), a month of them,
written straight into the tables: 20,000 texts, and variations of them that keep the phrases many share. A
FILE that is there already is the archive of an earlier run of as many articles. Then polls that bring twenty
new items each, as one of a busy feed does, every tenth item a copy of something stored, go through the
functions that the worker and the recorder call, in five rounds (what one left in the cache is gone by the
next). CPU time: the least of the rounds, the median of the polls.
"""

import argparse
import random
import sqlite3
import struct
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from common import feeds_named, figure

from feedwatch.judge import poll as judging
from feedwatch.model import Claim, Document, Item, Refined, Sketch, Source, key64, to_text
from feedwatch.refine.sketch import sketches
from feedwatch.store import facts, leases
from feedwatch.store.database import Store

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
MONTH = timedelta(days=30)
POLLS, ITEMS, ROUNDS = 90, 20, 5
_RANDOM = random.Random(7)
_WORDS = [
    f"{a}{b}{c}"
    for a in "bdfgklmnprst"
    for b in ("a", "e", "io", "u", "ai")
    for c in ("n", "r", "ting", "sol", "ve", "mar", "ker", "dal")
]
_WORDS = [one + two for one in _WORDS for two in ("", *_WORDS[:40])]
_WEIGHTS = list(accumulate(1 / rank for rank in range(1, len(_WORDS) + 1)))


_ARTICLE = """
    INSERT INTO article (id, story_id, outlet, owner_feed_id, url, words_key, said, method, revision, sort_at,
        published_raw, published_from, published_precision, zone, first_seen, edits, text_kind, backfill,
        more, title, summary, text)
    VALUES (?, ?, ?, 1, '', ?, ?, 1, 1, ?, '', 'published', 'second', 'given', ?, 0, 'full', 0,
        '{}', ?, '', '')"""
_STORY = """
    INSERT INTO story (id, lead_article_id, first_seen, sort_at, articles, outlets)
    VALUES (?, ?, ?, ?, 1, 1)"""
_SKETCH = "INSERT INTO sketch (article_id, version, method, words, keys, features) VALUES (?, 0, 1, ?, ?, ?)"
BASES = 20_000


def prose(count: int) -> str:
    """So many words, the common ones often."""
    return " ".join(_RANDOM.choices(_WORDS, cum_weights=_WEIGHTS, k=count))


def bases() -> list[tuple[str, str, Sketch]]:
    """Different texts with their sketches; the archive varies them."""
    texts = [
        (prose(_RANDOM.randint(6, 12)), prose(_RANDOM.choice((25, 40, 60, 120, 300)))) for _ in range(BASES)
    ]
    return [(*text, sketch) for text, sketch in zip(texts, sketches(texts), strict=True)]


def varied(keys: Sequence[int], common: Collection[int], generation: int) -> list[int]:
    """The keys of another text of the same shape: phrases that many share stay, the others become its own."""
    return [key if key in common or not generation else key ^ (generation << 20) for key in keys]


def fill(path: Path, count: int, based: Sequence[tuple[str, str, Sketch]]) -> None:
    """Writes the archive."""
    Store(path).close()
    held = Counter(key for _, _, sketch in based for key in sketch.keys)
    common = {key for key, holders in held.items() if holders > 2}
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("synchronous=OFF", "journal_mode=OFF", "cache_size=-500000"):  # nobody else has it
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    connection.execute(
        "INSERT INTO feed (name, url, state, next_at, failures, interval_s, why)"
        " VALUES ('old', '', 'ok', '', 0, 900, '[]')"
    )
    columns: tuple[list[int], list[int]] = ([], [])

    def rows() -> Iterator[tuple[tuple[object, ...], tuple[object, ...], tuple[object, ...]]]:
        for id in range(1, count + 1):
            at = to_text(NOW - MONTH + MONTH * (id / (count + 1)))
            title, _, sketch = based[id % BASES]
            keys = varied(sketch.keys, common, (count - id) // BASES)  # the newest as they are: to be found
            columns[0].extend(keys)
            columns[1].extend([id] * len(keys))
            yield (
                (id, id, f"outlet{id % 400}.example", id, id, at, at, title),
                (id, id, at, at),
                (id, sketch.words, struct.pack(f"<{len(keys)}q", *keys), sketch.features),
            )

    for article, story, sketched in rows():
        connection.execute(_ARTICLE, article)
        connection.execute(_STORY, story)
        connection.execute(_SKETCH, sketched)
    order = np.lexsort(columns[::-1])
    keys, ids = (np.array(column, np.int64)[order].tolist() for column in columns)
    connection.executemany("INSERT OR IGNORE INTO sketch_key VALUES (?, ?)", zip(keys, ids, strict=True))
    connection.execute("COMMIT")
    connection.close()


def rows_in(path: Path) -> int:
    """How many rows the look-up has."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM sketch_key").fetchone()[0])


def brought(number: int, samples: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The titles and texts of a poll's new items: most are new, some trimmed copies of what is stored."""
    texts = [(prose(9), prose(_RANDOM.choice((25, 40, 60, 120, 300)))) for _ in range(ITEMS)]
    for at in range(number % 10, ITEMS, 10):
        title, text = _RANDOM.choice(samples)
        texts[at] = (title, text[: max(200, len(text) // 2)])
    return texts


def main() -> None:
    """Fills an archive and measures against it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--db", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path, count = options.db or Path(scratch) / "archive.db", options.articles
        based = bases()
        if not path.exists():
            fill(path, count, based)
        figure("index rows an article", round(rows_in(path) / count, 2), "rows", 16)
        recent = range(count - min(BASES, count // 20) + 1, count)
        measure(path, [based[id % BASES][:2] for id in recent], count)


def measure(path: Path, samples: Sequence[tuple[str, str]], count: int) -> None:
    """Sketch, look-up and judgement of the items of polls, in milliseconds of CPU an article."""
    store = Store(path)
    feeds = {feed.name: feed for feed in feeds_named(["new"])}
    with store.begin() as connection:
        leases.register(connection, list(feeds.values()), NOW)
    polls = [brought(number, samples) for number in range(POLLS)]
    rounds = [[spent(store, number, texts) for number, texts in enumerate(polls)] for _ in range(ROUNDS)]
    store.close()
    least = [[min(parts) for parts in zip(*runs, strict=True)] for runs in zip(*rounds, strict=True)]
    *steps, found = zip(*least, strict=True)
    for name, times in zip(("sketch", "look-up", "judgement"), steps, strict=True):
        figure(f"{name} an article", round(1000 * median(times) / ITEMS, 3), "ms", articles=count, new=ITEMS)
    total = median(map(sum, zip(*steps, strict=True)))
    planted = sum(len(range(number % 10, ITEMS, 10)) for number in range(POLLS))
    figure(
        "sketch, look-up and judgement an article",
        round(1000 * total / ITEMS, 3),
        "ms",
        0.3,
        articles=count,
        copies=planted,
        found=sum(found),
    )


def spent(store: Store, number: int, texts: Sequence[tuple[str, str]]) -> tuple[float, float, float, int]:
    """Seconds of CPU of the three steps for the items of one poll, and the copies found among them."""
    claim = Claim(Source(2, "new", "https://new.example/feed"), address="")
    times = [time.process_time()]
    sketched = sketches(texts)
    times.append(time.process_time())
    items = tuple(
        Item(key=key64(f"{number} {at}"), raw_print=1, url="", url_published="", url_key=0,
             words_key=key64(title + text), said=at, title=title, text=text, outlet="new.example",
             sketch=sketch)
        for at, ((title, text), sketch) in enumerate(zip(texts, sketched, strict=True))
    )  # fmt: skip
    refined = Refined(items, (), (), ITEMS, 0, True)
    with store.read() as connection:
        times.append(time.process_time())
        known = facts.facts(connection, 2, items, NOW)
        times.append(time.process_time())
    judged = judging.judge(claim, Document(b"", ""), refined, known, now=NOW, new_per_day=10_000)
    times.append(time.process_time())
    found = sum(verdict.kind == "copy" for verdict in judged.verdicts)
    return times[1] - times[0], times[3] - times[2], times[4] - times[3], found


if __name__ == "__main__":
    main()
