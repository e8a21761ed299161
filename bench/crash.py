"""kill -9 of the daemon during ingest: what is lost, what is twice, what is corrupt.

    python bench/crash.py [--kills 50] [--feeds 200] [--latency 0.2] [--interval 2]

A publisher moves on after every kill, slowly enough that a reader which loses no poll's work loses nothing.
At the end a last daemon runs until it holds everything, or for two minutes; then the store is compared with
what was published. `--control` breaks the rule on purpose (validators are saved before their articles) and
must show losses.
"""

import argparse
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from common import figure, say
from publisher import WINDOW, Publisher, serving

# A daemon that commits each document's validators as soon as they arrive, in a transaction of their own.
CONTROL = """
import sys
from feedwatch import ingest
from feedwatch.cli import main
from feedwatch.model import Document, Refined
from feedwatch.store import recording
whole = ingest.Ingest._job
def early(self, claim, document):
    with self._store.begin() as connection:
        values = {"etag": document.etag, "body_hash": document.body_hash, "memory": claim.memory}
        connection.execute(recording.upsert(recording.TABLES["feed_document"]).values(
            feed_id=claim.source.id, modified=None, **values
        ).on_conflict_do_update(index_elements=["feed_id"], set_=values))
    return whole(self, claim, document)
if __name__ == "__main__":
    ingest.Ingest._job = early
    main()
"""


def configuration(folder: Path, base: str, feeds: int, interval: int) -> Path:
    """Writes the configuration of a reader of N feeds."""
    path = folder / "feedwatch.toml"
    pace = "\n".join(f'{name} = "{interval}s"' for name in ("interval", "min_interval", "max_interval"))
    body = "".join(f'[[feeds]]\nname = "feed{n}"\nurl = "{base}/{n}"\n' for n in range(feeds))
    path.write_text(
        f'[storage]\nurl = "sqlite:///feedwatch.db"\n[network]\nallow = ["127.0.0.0/8"]\n'
        f"concurrency = 64\n[defaults]\n{pace}\n{body}",
        encoding="utf-8",
    )
    return path


def start(folder: Path, config: Path, *, control: bool = False) -> subprocess.Popen[bytes]:
    """Starts a daemon."""
    program = ["-m", "feedwatch"]
    if control:
        script = folder / "control.py"
        script.write_text(CONTROL, encoding="utf-8")
        program = [str(script)]
    log = (folder / "log").open("ab")
    return subprocess.Popen([sys.executable, *program, "-c", str(config), "run"], stderr=log)


def titles(database: Path) -> list[str]:
    """The titles of all articles in the store."""
    if not database.exists():
        return []
    with sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=30) as connection:
        try:
            return [title for (title,) in connection.execute("SELECT title FROM article")]
        except sqlite3.OperationalError:  # killed before its first table
            return []


def settle(publisher: Publisher, database: Path, seconds: float) -> None:
    """Waits until the store holds everything published, or the time is over."""
    until = time.monotonic() + seconds
    while time.monotonic() < until and not publisher.expected() <= set(titles(database)):
        time.sleep(0.5)


def report(publisher: Publisher, database: Path, *, asked_lost: int | None = 0) -> None:
    """Compares the store with what was published."""
    held = titles(database)
    expected = publisher.expected()
    figure("published", len(expected), "articles")
    figure("lost", len(expected - set(held)), "articles", asked_lost)
    figure("twice", len(held) - len(set(held)), "articles", 0)
    figure("never published", len(set(held) - expected), "articles", 0)
    with sqlite3.connect(database) as connection:
        [(intact,)] = connection.execute("PRAGMA integrity_check")
        [(versions,)] = connection.execute("SELECT count(*) FROM version WHERE n > 1")
        [(orphans,)] = connection.execute(
            "SELECT count(*) FROM article a"
            " WHERE NOT EXISTS (SELECT 1 FROM sighting s WHERE s.article_id = a.id)"
        )
    figure("corrupt", int(intact != "ok"), "databases", 0)
    figure("articles without a sighting", orphans, "articles", 0)
    figure("edits", versions, "versions", published=publisher.edits())


def main() -> None:
    """Kills, and counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--latency", type=float, default=0.2)
    parser.add_argument("--interval", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--control", action="store_true")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    # Half a window to begin with: five kills move it on by ten items, so that nothing leaves unseen.
    publisher = Publisher(options.feeds, latency_s=options.latency, items=WINDOW // 2)
    with tempfile.TemporaryDirectory() as name, serving(publisher) as base:
        folder = Path(name)
        config = configuration(folder, base, options.feeds, options.interval)
        database = folder / "feedwatch.db"
        for kill in range(options.kills):
            daemon = start(folder, config, control=options.control)
            time.sleep(chance.uniform(0.8, 4.0))
            daemon.kill()
            daemon.wait()
            if kill % 5 == 4 and not options.control:
                # Let a window pass only when it was read: a reader that is never alive may miss items.
                daemon = start(folder, config, control=options.control)
                settle(publisher, database, 120)
                daemon.kill()
                daemon.wait()
            publisher.advance(2)
            say(f"kill {kill + 1}: {len(titles(database))} of {len(publisher.expected())}")
        daemon = start(folder, config, control=options.control)
        settle(publisher, database, 30 if options.control else 120)
        daemon.send_signal(signal.SIGTERM)
        figure("exit code of the last daemon", daemon.wait(timeout=30), "code", 0)
        figure("kills", options.kills, "kills", control=options.control)
        figure("requests", publisher.requests, "requests", not_modified=publisher.not_modified)
        report(publisher, database, asked_lost=None if options.control else 0)


if __name__ == "__main__":
    main()
