"""Copies on labelled real text: documents through refine, facts, judge and save, as ingest meets them.

    python bench/quality_copies.py LABELS_DIR [--keep FOLDER]

A pair is two polls of an empty database. The stream is a week of polls: every quarter of an hour each source
that has something new is polled for it, on one database; an item's guid is its address, and what one source
says of it later comes in a later poll. The scorers beside the labels say what is right.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

sys.path.insert(0, str(Path(__file__).parent))
from common import figure, say
from pipeline import Pipeline

from feedwatch.model import Feed, from_text, key64

Row = Mapping[str, Any]
SLOT = timedelta(minutes=15)
INDEX = "Google News index: "  # how the labels name the outlet of an aggregator's entry


def main() -> None:
    """Scores the labels of one folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("--keep", type=Path, help="a folder for the stream's database and the predictions")
    options = parser.parse_args()
    run(options.labels, keep=options.keep)


def run(labels: Path, *, keep: Path | None = None) -> None:
    """Prints the figures of pairs and stream, of those that are there."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        if (pairs := labels / "pairs.jsonl").exists():
            scored = _scored("pairs", pairs, _pairs(_read(pairs), Path(scratch)), folder)
            figure("pairs: precision", round(scored["precision"], 4), "ratio", 0.96)
            figure("pairs: recall", round(scored["recall"], 4), "ratio", 0.88)
            figure('pairs: "other" merged', scored["other_merged"], "pairs", 2)
            figure('pairs: "event" merged', scored["event_merged"], "pairs")
        if (stream := labels / "stream.jsonl").exists():
            scored = _scored("stream", stream, _stream(_read(stream), folder), folder)
            figure("stream: adjusted Rand index", round(scored["ari"], 4), "ratio", 0.95)
            figure("stream: pairwise precision", round(scored["precision"], 4), "ratio")
            figure("stream: pairwise recall", round(scored["recall"], 4), "ratio")


def _read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _scored(kind: str, gold: Path, predicted: Iterable[Row], folder: Path) -> dict[str, float]:
    """What the scorer beside the labels returns; what it prints goes to stderr."""
    written = folder / f"{kind}.predicted.jsonl"
    written.write_text("".join(json.dumps(row) + "\n" for row in predicted), encoding="utf-8")
    call = (
        f"import json, score_copies; print(json.dumps(score_copies.{kind}({str(gold)!r}, {str(written)!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-B", "-c", call], cwd=gold.parent, check=True, capture_output=True, text=True
    )
    *said, scored = done.stdout.splitlines()
    say(f"--- {kind}\n" + "\n".join(said))
    return dict(json.loads(scored))


# --- polls -----------------------------------------------------------------------------------------


def _entry(row: Row, id: str) -> str:
    """The item as its source's feed has it; an aggregator's names the outlet in `<source>`."""
    indexed = row["outlet"].startswith(INDEX)
    fields = {
        "title": row["title"],
        "link": row["url"],
        "guid": id,
        "pubDate": row["published"],
        "description": row["text"],
        "source": row["outlet"].removeprefix(INDEX) if indexed else "",
    }
    return "".join(f"<{name}>{_xml(value)}</{name}>" for name, value in fields.items() if value)


def _xml(text: str) -> str:
    """A plain text as a feed carries it: it is read as markup, so it is escaped twice."""
    return escape(escape("".join(char for char in text if char >= " " or char in "\t\n")))


def _document(rows: Iterable[tuple[Row, str]]) -> bytes:
    items = "".join(f"<item>{_entry(row, id)}</item>" for row, id in rows)
    return f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'.encode()


def _feeds(rows: Iterable[Row]) -> list[Feed]:
    names = sorted({row["source"] for row in rows})
    addresses = [f"https://{key64(name) % 10**9}.feeds.example/rss" for name in names]
    return [Feed(name, address, address) for name, address in zip(names, addresses, strict=True)]


def _story_of(pipeline: Pipeline, source: str, guid: str) -> object:
    rows = pipeline.rows(
        "SELECT a.story_id FROM sighting s JOIN article a ON a.id = s.article_id "
        "JOIN feed f ON f.id = s.feed_id WHERE f.name = ? AND s.item_key = ? ORDER BY a.id DESC",
        source,
        key64(f"guid\0{guid}"),
    )
    return rows[0][0] if rows else None


def _pairs(rows: Sequence[Row], scratch: Path) -> Iterator[Row]:
    for row in rows:
        sides = sorted(((row[side], f"{row['pair_id']}{side}") for side in "ab"), key=_published)
        path = scratch / f"{row['pair_id']}.db"
        pipeline = Pipeline(path, _feeds(side for side, _ in sides), _time(sides[0][0]))
        with closing(pipeline.store):
            for side, id in sides:
                pipeline.poll(side["source"], _document([(side, id)]), _time(side) + SLOT)
            stories = {_story_of(pipeline, side["source"], id) for side, id in sides}
        yield {"pair_id": row["pair_id"], "same": len(stories) == 1}


def _stream(rows: Sequence[Row], folder: Path) -> Iterator[Row]:
    path = folder / "stream.db"
    path.unlink(missing_ok=True)
    pipeline = Pipeline(path, _feeds(rows), _time(rows[0]))
    started = time.process_time()
    polls = 0
    for (slot, source), part in groupby(sorted(rows, key=_slot), key=_slot):
        for at, fresh in enumerate(_polls(part)):
            pipeline.poll(source, _document(fresh), slot + at * timedelta(minutes=1))
            polls += 1
    spent = time.process_time() - started
    _sizes(pipeline)
    figure("stream: CPU of refine, judge and save", round(1000 * spent / len(rows), 3), "ms", polls=polls)
    for row in rows:
        yield {"doc_id": row["doc_id"], "story": _story_of(pipeline, row["source"], row["url"])}
    pipeline.store.close()


def _polls(rows: Iterable[Row]) -> Iterator[list[tuple[Row, str]]]:
    """What one source brings in a quarter of an hour; an address that comes again waits for the next poll."""
    waiting = list(rows)
    while waiting:
        fresh = {row["url"]: row for row in reversed(waiting)}  # the first of each address
        yield [(row, row["url"]) for row in fresh.values()]  # feeds have the newest first
        waiting = [row for row in waiting if fresh[row["url"]] is not row]


def _sizes(pipeline: Pipeline) -> None:
    """How large the stories are, that nobody judged as well."""
    sizes = Counter(
        int(str(size)) for (size,) in pipeline.rows("SELECT articles FROM story WHERE merged_into IS NULL")
    )
    figure("stream: stories of several articles", sum(sizes.values()) - sizes[1], "stories")
    figure(
        "stream: articles in the largest story",
        max(sizes, default=0),
        "articles",
        sizes=dict(sorted(sizes.items())),
    )


def _time(row: Row) -> datetime:
    return from_text(row["published"])


def _published(side: tuple[Row, str]) -> datetime:
    return _time(side[0])


def _slot(row: Row) -> tuple[datetime, str]:
    """When a document is met (the next quarter of an hour), and where."""
    at = _time(row)
    start = at.replace(minute=at.minute // 15 * 15, second=0)
    return start + SLOT, str(row["source"])


if __name__ == "__main__":
    main()
