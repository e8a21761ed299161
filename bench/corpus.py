"""Documents through the whole path into a database, beside feedparser's own counts.

    python bench/corpus.py PATH… [--db FILE] [--differences FILE]

PATH is a document, a folder of documents, or a tar archive. Each document is a feed of its own, refined in
a worker process as in the daemon, then judged and stored. `--differences` gets one line for every document
whose number of items is not feedparser's, with what we said of it.
"""

import argparse
import io
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeoutError
from datetime import UTC, datetime
from pathlib import Path

from pebble import ProcessPool

sys.path.insert(0, str(Path(__file__).parent))
from common import feeds_named, figure, say
from pipeline import Pipeline

from feedwatch.model import RuleSet
from feedwatch.workers import Workers

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PEER_DEADLINE_S = 60


def documents(paths: list[Path]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every document below the paths, in a stable order."""
    for path in paths:
        if path.is_dir():
            for file in sorted(path.rglob("*")):
                if file.is_file():
                    yield str(file.relative_to(path)), file.read_bytes()
        elif tarfile.is_tarfile(path):
            with tarfile.open(path) as archive:
                for member in sorted((m for m in archive if m.isfile()), key=lambda m: m.name):
                    yield member.name, archive.extractfile(member).read()  # type: ignore[union-attr]
        else:
            yield path.name, path.read_bytes()


def peer_count(body: bytes) -> int:
    """The number of entries that plain feedparser finds."""
    import feedparser

    return len(feedparser.parse(io.BytesIO(body), sanitize_html=False, resolve_relative_uris=False).entries)


def main() -> None:
    """Runs the corpus and prints its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--differences", type=Path)
    options = parser.parse_args()
    corpus = list(documents(options.paths))
    say(f"{len(corpus)} documents")
    names = [f"d{number}" for number in range(len(corpus))]
    folder = tempfile.TemporaryDirectory()
    workers = Workers(RuleSet(), processes=2)
    pipeline = Pipeline(
        options.db or Path(folder.name) / "corpus.db", feeds_named(names), NOW, refine=workers.refine
    )
    peers = ProcessPool(max_workers=2)
    differences: list[str] = []
    outcomes: Counter[str] = Counter()
    ours = theirs = with_items = peer_with_items = slow = 0
    begun = time.monotonic()
    for name, (title, body) in zip(names, corpus, strict=True):
        started = time.monotonic()
        line = pipeline.poll(name, body, NOW)
        slow += time.monotonic() - started > 10
        try:
            peer = peers.schedule(peer_count, (body,), timeout=PEER_DEADLINE_S).result()
        except FutureTimeoutError:
            peer = -1
        except Exception as error:  # noqa: BLE001  whatever the peer raises is a figure
            say(f"feedparser raised on {title}: {error!r}")
            peer = -2
        outcomes[line.code or line.outcome] += 1
        ours, theirs = ours + line.total, theirs + max(0, peer)
        with_items += line.total > 0
        peer_with_items += peer > 0
        if line.total != peer:
            differences.append(f"{title}\tours {line.total}\tfeedparser {peer}\t{line.code}\t{line.line}")
    workers.close()
    peers.stop()
    peers.join()
    with pipeline.store.read() as connection:
        stored = connection.exec_driver_sql("SELECT count(*) FROM article").scalar_one()
        intact = connection.exec_driver_sql("PRAGMA integrity_check").scalar_one()
    pipeline.store.close()
    if options.differences:
        options.differences.write_text("\n".join(differences) + "\n", encoding="utf-8")
    crashed = sum(outcomes[code] for code in ("internal", "worker-killed", "memory"))
    figure("documents", len(corpus), "documents")
    figure("crashes", crashed, "documents", 0)
    figure("hangs", outcomes["refine-deadline"], "documents", 0)
    figure("slower than 10 s", slow, "documents", 0)
    figure("documents with items", with_items, "documents", feedparser=peer_with_items)
    figure("items", ours, "items", feedparser=theirs)
    figure("documents whose count differs", len(differences), "documents")
    figure("articles stored", stored, "articles")
    figure("database intact", int(intact == "ok"), "bool", 1)
    figure("wall time", round(time.monotonic() - begun, 1), "s")
    for code, count in outcomes.most_common():
        figure(f"outcome {code}", count, "documents")


if __name__ == "__main__":
    main()
