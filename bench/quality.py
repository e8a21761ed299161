"""Cleaning, notices, dates, tags and copies on labelled real text, by the scorers that lie beside it.

    python bench/quality.py LABELS_DIR [--misses]

Predictions come from the public functions that `refine/reading.py` calls, in its order, and from nothing
else. The scorers' own lines go to stderr, the figures to stdout.
"""

import argparse
import importlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from common import figure, say

from feedwatch.model import Rule, RuleSet, to_text
from feedwatch.refine import dates, markup, notices, parse
from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.refine.entry import Parsed, Value
from feedwatch.refine.tags import Tagger

Row = Mapping[str, Any]
_NUMBER = r"([01]?\.\d+|\d+/\d+)"
# figure → (scorer's line, as a pattern with one number, what is asked of it)
_FIGURES: Mapping[str, Mapping[str, tuple[str, float | None]]] = {
    "notices": {
        "notices: notice or not, F1": (rf"notice or not .*F1 {_NUMBER}", 0.93),
        "notices: strip accuracy": (rf"strip accuracy {_NUMBER}", 0.93),
        "notices: kind accuracy, lenient": (rf"kind accuracy .*lenient {_NUMBER}", 0.88),
        "notices: holders, F1": (rf"holders \(copyright, rights\) .*F1 {_NUMBER}", 0.93),
        "notices: years": (rf"years \(copyright, rights\) {_NUMBER}", 0.95),
        "notices: agency, F1": (rf"agency .*F1 {_NUMBER}", None),
    },
    "articles": {
        "articles wholly right": (rf"articles wholly right {_NUMBER}", 0.85),
        "articles with nothing to remove left whole": (rf"left whole {_NUMBER}", 0.99),
        "dateline found, F1": (rf"dateline found .*?F1 {_NUMBER}", 0.95),
        "dateline, fields right": (rf"fields right {_NUMBER}", None),
        "articles: agency, F1": (rf"agency .*F1 {_NUMBER}", None),
        "articles: holders, F1": (rf"holders .*F1 {_NUMBER}", None),
    },
    "dates": {
        "dates, lenient": (rf"accepted\) {_NUMBER}", 0.97),
        "dates, strict": (rf"strict {_NUMBER}", None),
    },
    "texts": {
        "texts, lenient": (rf"lenient {_NUMBER}", 0.85),
        "texts, strict": (rf"strict {_NUMBER}", None),
    },
    "tags": {"tags, F1": (r"ALL .*(0\.\d+|1\.0+)", None)},
}


def main() -> None:
    """Scores every set of labels that is there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("--misses", action="store_true", help="let the scorers list what is wrong")
    options = parser.parse_args()
    for name, predict in _PREDICTIONS.items():
        gold = options.labels / f"{name}.jsonl"
        if gold.exists():
            _score(name, gold, predict(gold), misses=options.misses)
    if Path(__file__).with_name("quality_copies.py").exists():
        importlib.import_module("quality_copies").run(options.labels)


def _score(name: str, gold: Path, predictions: Iterator[Row], *, misses: bool) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in predictions)
        file.flush()
        verbose = ["--errors" if name == "tags" else "-v"] if misses else []
        scorer = gold.with_name(f"score_{name}.py")
        command = [sys.executable, str(scorer), str(gold), file.name, *verbose]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    say(f"--- {name}\n{said}")
    for title, (pattern, asked) in _FIGURES[name].items():
        if found := re.search(pattern, said):
            figure(title, _ratio(found.group(1)), "ratio", asked)


def _ratio(number: str) -> float:
    part, _, whole = number.partition("/")
    return round(int(part) / int(whole), 4) if whole else float(number)


def _rows(gold: Path) -> Iterator[Row]:
    with gold.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


# --- what the pipeline says of each ----------------------------------------------------------------


def _notices(gold: Path) -> Iterator[Row]:
    """A line is read as the last paragraph of an article that has no other."""
    for row in _rows(gold):
        read = notices.read_article((row["line"],))
        found = read.notices[0] if read.notices else None
        years = found.years if found else ()
        filed = read.dateline.agency if read.dateline else None
        yield {
            "id": row["id"],
            "kind": found.kind if found else "none",
            "holders": found.holders if found else (),
            "agency": (found and found.agency) or filed,
            "year_from": min(years, default=None),
            "year_to": max(years, default=None),
            "strip": bool(found) and not read.paragraphs[0],
        }


def _articles(gold: Path) -> Iterator[Row]:
    for row in _rows(gold):
        read = notices.read_article(trim_boilerplate(row["paras"]))
        line = read.dateline
        yield {
            "id": row["id"],
            "paras": read.paragraphs,
            "dateline": line and {"place": line.place, "agency": line.agency, "day": line.day},
            "holders": read.holders,
            "year_from": min(read.years, default=None),
            "year_to": max(read.years, default=None),
            "agency": read.agency,
        }


def _dates(gold: Path) -> Iterator[Row]:
    for row in _rows(gold):
        read = dates.read_date(row["raw"])
        yield {
            "id": row["id"],
            "utc": to_text(read.instant) if read.instant else None,
            "precision": read.precision,
            "zone": {"assumed": "missing"}.get(read.zone, read.zone),
        }


def _texts(gold: Path) -> Iterator[Row]:
    for row in _rows(gold):
        outlet = row["outlet"] or ""
        title, body = _as_parsed(row["field"], row["raw"])
        if row["field"] == "title":
            text = markup.plain(title.text, markup=title.markup, outlet=outlet)
        else:
            paragraphs = markup.paragraphs_of(body.text, markup=body.markup, outlet=outlet)
            read = notices.read_article(trim_boilerplate(paragraphs))
            text = "\n\n".join(filter(None, read.paragraphs))
        yield {"id": row["id"], "text": text}


def _as_parsed(field: str, raw: str) -> tuple[Value, Value]:
    """The title and the body that the parser makes of an element's content, which is as in the XML."""
    if field == "content":
        content = f'<content type="xhtml">{raw}</content>'
        document = f'<feed xmlns="http://www.w3.org/2005/Atom"><entry>{content}</entry></feed>'
    else:
        element = "title" if field == "title" else "description"
        document = f'<rss version="2.0"><channel><item><{element}>{raw}</{element}></item></channel></rss>'
    parsed = parse.read(document.encode())
    if not isinstance(parsed, Parsed):
        raise SystemExit(f"{escape(raw[:80])} is no feed: {parsed.line}")
    (entry,) = parsed.entries
    return entry.title, entry.summary if entry.summary.text else entry.content


def _tags(gold: Path) -> Iterator[Row]:
    with gold.with_name("tags_rules.toml").open("rb") as file:
        written = tomllib.load(file)["tags"]
    tagger = Tagger(RuleSet(tuple(_rule(tag, rule) for tag, rule in written.items())))
    for row in _rows(gold):
        earned = tagger.tags(title=row["text"], summary="", text="")
        yield {"id": row["id"], "tags": sorted({evidence.tag for evidence in earned})}


def _rule(tag: str, written: list[str] | dict[str, Any]) -> Rule:
    rule = {"any": written} if isinstance(written, list) else written
    words: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in rule.items()
    }
    return Rule(tag, **words)


_PREDICTIONS: Mapping[str, Callable[[Path], Iterator[Row]]] = {
    "notices": _notices,
    "articles": _articles,
    "dates": _dates,
    "texts": _texts,
    "tags": _tags,
}

if __name__ == "__main__":
    main()
