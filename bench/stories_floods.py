"""Floods of likeness: thousands of near-identical items, and one paragraph in thousands of articles.

    python bench/stories_floods.py [--items 10000]

Through refine, judge and save on a real database: how large the largest story grows, and the time per item at
the end of the flood beside the time at its beginning (the first batch finds nothing stored to compare with).
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
from common import figure
from pipeline import Pipeline

from feedwatch.model import Feed

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
BATCH = 500
_WORDS = [
    a + b + c for a in "bdfgklmnprst" for b in ("a", "e", "io", "u") for c in ("n", "rm", "ting", "sol")
]
_SHARED = (
    "Thank you for reading us. Independent journalism needs readers who pay for it, and we are grateful "
    "for each of you. Subscribe today to get every edition on your phone, and the magazine, for one price."
)
_NOTICE = (
    "The meteorological service has issued warning number {n} for the coast between the two capes. Boats of "
    "less than twelve metres should stay in port until the wind has turned, and walkers keep off the paths."
)


def _own(n: int) -> str:
    """Forty words of an article's own."""
    return " ".join(Random(n).choices(_WORDS, k=40))


Text = Callable[[int], tuple[str, str, str]]  # of an item: its outlet, title and text
FLOODS: dict[str, Text] = {
    "near-identical items of one outlet": lambda n: (
        "one.example",
        "Warning for the coast",
        _NOTICE.format(n=n),
    ),
    "near-identical items of as many outlets": lambda n: (
        f"outlet{n}.example",
        "Warning for the coast",
        _NOTICE.format(n=n),
    ),
    "one paragraph in articles of many outlets": lambda n: (
        f"outlet{n % 300}.example",
        f"{_own(n + 3)[:60]}",
        f"{_own(n)}\n\n{_SHARED}",
    ),
}


def document(text: Text, start: int) -> bytes:
    """A document of one batch."""
    items = []
    for n in range(start, start + BATCH):
        outlet, title, words = text(n)
        items.append(
            f"<item><title>{title}</title><link>https://{outlet}/{n}</link><guid>{n}</guid>"
            f"<pubDate>Tue, 24 Nov 2026 11:00:00 GMT</pubDate><description>{words}</description></item>"
        )
    return f'<rss version="2.0"><channel><title>F</title>{"".join(items)}</channel></rss>'.encode()


def main() -> None:
    """Runs every flood."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--items", type=int, default=10_000)
    options = parser.parse_args()
    for name, text in FLOODS.items():
        with tempfile.TemporaryDirectory() as scratch:
            feed = Feed("flood", "https://flood.example/feed", "https://flood.example/feed")
            pipeline = Pipeline(Path(scratch) / "flood.db", [feed], NOW, new_per_day=10**6)
            spent = []
            for batch, start in enumerate(range(0, options.items, BATCH)):
                began = time.process_time()
                pipeline.poll("flood", document(text, start), NOW + timedelta(minutes=batch))
                spent.append(1000 * (time.process_time() - began) / BATCH)
            ((largest, stories),) = pipeline.rows("SELECT max(articles), sum(articles > 1) FROM story")
            ((kept,),) = pipeline.rows("SELECT count(*) FROM article")
            pipeline.store.close()
        figure(f"{name}: largest story", int(str(largest)), "articles", 500, kept=kept, stories=stories)
        batches = [round(one, 2) for one in (spent[0], spent[1], median(spent))]
        figure(f"{name}: CPU an item", round(spent[-1], 2), "ms", first_second_median=batches)


if __name__ == "__main__":
    main()
