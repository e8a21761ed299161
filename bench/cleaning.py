"""What cleaning costs, a line a step: CPU of a 500-word article, memory of the tables.

    python bench/cleaning.py [--repeat N]

The articles are made here, each with other words, so that no cache answers: a dateline, twelve paragraphs
with quotes and a link, a credit and a copyright line, as HTML. Text, notices, house and passing lines, dates,
address, language and safe HTML are cleaning; sketching and tagging are not. Text and safe HTML come of one
reading; what they cost where only a parser can read them (a table that is left open) is told beside, and is
no part of the whole.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parent))
from common import figure

from feedwatch import urls
from feedwatch.refine import dates, house, identity, language, markup, notices, passing
from feedwatch.refine.boilerplate import trim_boilerplate

_SAID = (
    "the council voted to close a bridge for three months while engineers examine cracks that were found in "
    "its piers and traffic is led through old streets where residents complain about noise said officials on "
    "Tuesday after talks with ministers who want money from banks in order to build schools near rivers"
)
_WORDS = _SAID.split()
BASE = "https://paper.example/"
_MODULES = "notices agencies datelines dates language boilerplate markup house passing guess"
_TABLES = f"""
import sys, tracemalloc
import re, html, zlib, json, unicodedata, datetime, zoneinfo, dataclasses, typing
import nh3, bs4, selectolax.lexbor, feedwatch.model
tracemalloc.start()
from feedwatch.refine import {", ".join(_MODULES.split())}
print(tracemalloc.get_traced_memory()[0])
"""


ARTICLES = 200  # in a run
OTHERS = 100_000  # seeds of articles for the later steps, so that the earlier ones have not met theirs
HOUSE_LINE = "Follow us on the channel of Paper: https://paper.example/channel"


def article(seed: int) -> str:
    """An article of some 500 words as HTML."""
    chance = Random(seed)

    def sentence() -> str:
        words = [chance.choice(_WORDS) for _ in range(chance.randint(14, 22))]
        return " ".join(words).capitalize() + "."

    body = [f"<p>{sentence()} “{sentence()}” {sentence()}</p>" for _ in range(9)]
    link = f'<p><a href="https://paper.example/{seed}">{sentence()}</a></p>'
    place = f"<p>BASRA (AFP) — {sentence()}</p>"
    credit = f"<p>Reporting by Jane Roe {seed}; editing by John Doe</p>"
    return "\n".join((place, *body, link, credit, f"<p>© AFP {1990 + seed % 30}</p>"))


def cpu_us(step: Callable[[int], object], repeat: int) -> float:
    """The least CPU of `repeat` runs, each over articles of its own, in microseconds an article."""
    runs = []
    for run in range(repeat):
        begun = time.process_time()
        for at in range(run * ARTICLES, (run + 1) * ARTICLES):
            step(at)
        runs.append(time.process_time() - begun)
    return round(1e6 * min(runs) / ARTICLES, 1)


def main() -> None:
    """Prints a figure for each step and for the whole."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    pages = [article(seed) for seed in range(repeat * ARTICLES)]
    untidy = [f"{page}<table><tr><td>a<td>b</table>" for page in pages]
    readings = [markup.read(page, markup=True) for page in pages]
    parts = [reading.paragraphs for reading in readings]
    trimmed = [trim_boilerplate(paragraphs) for paragraphs in parts]
    clean = [_cleaned(article(seed)) for seed in range(OTHERS, OTHERS + repeat * ARTICLES)]
    texts = ["\n\n".join(filter(None, paragraphs)) for paragraphs in clean]
    known = house.learned(house.House(), [(*paragraphs, HOUSE_LINE) for paragraphs in clean[:20]], "Paper")
    steps: Sequence[tuple[str, Callable[[int], object]]] = (
        ("title", lambda at: markup.plain(f"Bridge {at} closes - Paper", markup=False, outlet="Paper")),
        ("HTML to paragraphs", lambda at: markup.read(pages[at], markup=True)),
        ("lines of software and pages", lambda at: trim_boilerplate(parts[at])),
        ("notices and dateline", lambda at: notices.read_article(trimmed[at])),
        ("dates", lambda at: _dated(at)),
        ("address", lambda at: urls.canonical_url(f"https://paper.example/{at}?utm_source=rss&id=3")),
        ("language", lambda at: language.language_of(None, "Bridge closes", texts[at])),
        ("house lines", lambda at: house.removed(known, clean[at])),
        ("passing lines", lambda at: passing.lasting(clean[at])),
        ("fingerprints", lambda at: _fingerprints(texts[at])),
        ("safe HTML", lambda at: markup.safe_html(pages[at], BASE, readings[at].scanned)),
    )
    total = 0.0
    for name, step in steps:
        spent = cpu_us(step, repeat)
        total += spent
        figure(f"cleaning: {name}", spent, "µs")
    words = sum(len(text.split()) for text in texts) // len(texts)
    figure("cleaning of an article", round(total / 1000, 3), "ms", 0.25, words=words)
    parsed = cpu_us(lambda at: markup.read(untidy[at], markup=True), repeat)
    figure("untidy HTML to paragraphs", parsed, "µs")
    figure("untidy HTML to safe HTML", cpu_us(lambda at: markup.safe_html(untidy[at], BASE), repeat), "µs")
    traced = subprocess.run([sys.executable, "-c", _TABLES], check=True, capture_output=True, text=True)
    figure("tables of cleaning", round(int(traced.stdout) / 1e6, 1), "MB", 20, modules=_MODULES)


def _cleaned(page: str) -> Sequence[str]:
    return notices.read_article(trim_boilerplate(markup.read(page, markup=True).paragraphs)).paragraphs


def _dated(at: int) -> object:
    raw = f"Tue, 23 Jan 2024 09:{at % 60:02d}:00 +0000"
    return dates.choose((("published", raw),), timezone=None, day_first=None, url="https://paper.example/a")


def _fingerprints(text: str) -> tuple[int, int]:
    title, summary, said = map(identity.encoded, ("title", "", text))
    return identity.words_key(title, said), identity.said(title, summary, said, ())


if __name__ == "__main__":
    main()
