"""Writes the fixture of the schema in force, once, before that schema is released:

    PYTHONPATH=tests:bench python tests/schema_fixture.py

A database with two articles, one of them in two versions, and beside it what a reader must find in it after
any number of upgrades.
"""

import gzip
import json
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from documents import FERRY, STATION, feed, item, rss
from pipeline import Pipeline

from feedwatch.model import Rule, RuleSet
from feedwatch.store import schema
from feedwatch.store.find import open_library

HERE = Path(__file__).parent / "schemas"
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def main() -> None:
    """Makes the database through the pipeline, and asks it what a reader finds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fixture.db"
        rules = RuleSet((Rule("Water", any=("pumping station",)),))
        pipeline = Pipeline(path, [feed("a"), feed("b")], NOW, rules=rules)
        pipeline.poll("a", rss(item(guid="1", text=STATION)), NOW)
        pipeline.poll("b", rss(item("Ferry stops", "https://other.example/ferry", "2", FERRY)), NOW)
        pipeline.poll("a", rss(item(guid="1", text=STATION.replace("three weeks", "four weeks"))), NOW)
        with pipeline.store.begin() as connection:
            connection.exec_driver_sql("UPDATE feed SET lease = NULL, lease_until = NULL")
        pipeline.store.close()
        name = HERE / f"{schema.SCHEMA}"
        name.with_suffix(".db.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        name.with_suffix(".json").write_text(
            json.dumps(found(path), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


def found(path: Path) -> list[dict[str, object]]:
    """What a reader finds in a database, by article."""
    with open_library(path) as library:
        listed = library.articles(None, limit=None, stories=False, full=True)
        return [
            {
                "title": one.article.title,
                "text": one.article.text,
                "tags": list(one.article.tags),
                "feeds": list(one.article.feeds),
                "versions": [version.text for version in library.versions(one.article.id)],
            }
            for one in sorted(listed, key=lambda one: one.article.id)
        ]


if __name__ == "__main__":
    main()
