"""Values to rows: how an item, a version, a sketch and a poll are spelled in the database."""

import json
from collections import Counter
from dataclasses import asdict
from datetime import datetime
from struct import pack, unpack
from typing import Any

from sqlalchemy import Row

from feedwatch.model import (
    Claim,
    DateDoubt,
    Document,
    Failed,
    Item,
    Judgement,
    Move,
    Refined,
    Unchanged,
    Verdict,
    key64,
    time_that_matters,
    to_text,
)

_MORE = ("agency_from", "holders", "years", "authors", "categories", "dateline", "notices", "enclosures")
_DATE_COLUMNS = frozenset(
    (
        "published",
        "published_raw",
        "published_offset",
        "published_from",
        "published_precision",
        "zone",
        "date_doubt",
        "sort_at",
    )
)
# Of a document: what means nothing for a document of another address.
ANOTHER_ADDRESS = {"etag": None, "modified": None, "body_hash": None, "address_key": None}
# What a superseded version keeps: everything an edit can change that a reader sees.
_SUPERSEDED = ("title", "summary", "text", "url", "copyright", "agency", "language", "published", "updated")


def as_json(value: object) -> str:
    """Compact JSON in UTF-8; dataclasses become objects."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=asdict)


def is_date(column: str) -> bool:
    """Whether a column belongs to the article's publication date, or follows from it."""
    return column in _DATE_COLUMNS


def article(item: Item, claim: Claim, now: datetime, doubt: DateDoubt | None = None) -> dict[str, Any]:
    """The row of a new article, without its id and story."""
    dating = item.published
    instant = dating.instant if dating else None
    precision = dating.precision if dating else "second"
    return {
        "outlet": item.outlet,
        "owner_feed_id": claim.source.id,
        "url": item.url,
        "words_key": item.words_key,
        "said": item.said,
        "method": item.method,
        "sort_at": to_text(time_that_matters(instant, precision, doubt, now)),
        "published": to_text(instant) if instant else None,
        "published_raw": dating.raw if dating else "",
        "published_offset": dating.offset_min if dating else None,
        "published_from": dating.source if dating and instant else "first-seen",
        "published_precision": precision,
        "zone": dating.zone if dating else "assumed",
        "date_doubt": doubt,
        "first_seen": to_text(now),
        "updated": to_text(item.updated) if item.updated else None,
        "language": item.language,
        "agency": item.agency,
        "copyright": item.copyright,
        "text_kind": item.text_kind,
        "backfill": claim.first_poll,
        "aggregated": item.aggregator,
        "more": as_json({name: getattr(item, name) for name in _MORE}),
        "title": item.title,
        "summary": item.summary,
        "text": item.text,
    }


def move(moved: Move | None) -> dict[str, Any]:
    """The columns of a feed that say where it has moved."""
    if moved is None:
        nowhere = dict.fromkeys(("moved_to", "moved_since", "moved_ask_at", "moved_refused"))
        return {**nowhere, "moved_polls": 0, "moved_adopted": False}
    return {
        "moved_to": moved.to,
        "moved_since": to_text(moved.since),
        "moved_ask_at": to_text(moved.ask_at),
        "moved_polls": moved.polls,
        "moved_adopted": moved.adopted,
        "moved_refused": moved.refused,
    }


def document(document: Document, refined: Refined) -> dict[str, Any]:
    """The columns of a document that was saved whole."""
    return {
        "etag": document.etag,
        "modified": document.modified,
        "body_hash": document.body_hash,
        "address_key": key64(document.url),
        "items_key": refined.items_key,
        "memory": refined.memory,
    }


def latest_date(item: Item) -> datetime | None:
    """The last date that a publisher gives an item."""
    return item.updated or (item.published.instant if item.published else None)


def version(
    article_id: int,
    n: int,
    item: Item,
    since: str,
    *,
    cause: str = "published",
    stealth: bool = False,
    why: str | None = None,
) -> dict[str, Any]:
    """The row of the version that an item is."""
    return {
        "article_id": article_id,
        "n": n,
        "since": since,
        "cause": cause,
        "stealth": stealth,
        "why": why,
        "said": item.said,
        "title": item.title,
        "sent": item.raw or None,
    }


def superseded(row: Row[tuple[Any, ...]]) -> dict[str, Any]:
    """What an article's row said, for the version that keeps it."""
    more = json.loads(row.more)
    return {name: getattr(row, name) for name in _SUPERSEDED} | {"notices": more.get("notices", [])}


def sketch(article_id: int, item: Item) -> dict[str, Any]:
    """The row of an article's sketch."""
    return {
        "article_id": article_id,
        "method": item.method,
        "words": item.sketch.words,
        "keys": pack(f"<{len(item.sketch.keys)}q", *item.sketch.keys),
        "features": item.sketch.features,
    }


def sketch_keys(packed: bytes) -> tuple[int, ...]:
    """The keys that `sketch` packed."""
    return unpack(f"<{len(packed) // 8}q", packed)


def poll(
    claim: Claim,
    outcome: Document | Unchanged | Failed,
    judgement: Judgement,
    refined: Refined | None,
    *,
    started: datetime,
    took_ms: int,
) -> dict[str, Any]:
    """The record of one poll."""
    kinds = [verdict.kind for verdict in judgement.verdicts]
    record: dict[str, Any] = {
        "feed_id": claim.source.id,
        "started_at": to_text(started),
        "took_ms": took_ms,
        "alarm": judgement.alarm,
        "status": outcome.status,
        "new": kinds.count("new") + kinds.count("copy"),
        "edited": kinds.count("edited"),
        "verdicts": _verdicts(judgement),
    }
    return record | _outcome(outcome, refined, judgement)


_MOST_REASONS = 20  # of one poll


def _verdicts(judgement: Judgement) -> str | None:
    """What became of items, and why: kind → reason (without figures) → how many."""
    counted = Counter((verdict.kind, _plain(verdict)) for verdict in judgement.verdicts)
    told: dict[str, dict[str, int]] = {}
    for (kind, reason), count in counted.most_common(_MOST_REASONS):
        told.setdefault(kind, {})[reason] = count
    return as_json(told) if told else None


def _plain(verdict: Verdict) -> str:
    """A verdict's reason; a copy's without the figures, which its link keeps."""
    reason = verdict.reason
    return reason.partition(":")[0].partition(",")[0] if verdict.kind == "copy" else reason


def _outcome(
    outcome: Document | Unchanged | Failed, refined: Refined | None, judgement: Judgement
) -> dict[str, Any]:
    if isinstance(outcome, Failed):
        return {"outcome": "failed", "code": outcome.code, "line": outcome.line, "bytes": outcome.bytes}
    if isinstance(outcome, Unchanged):
        return {"outcome": "unchanged", "bytes": outcome.bytes}
    found: dict[str, Any] = {"outcome": "ok", "bytes": len(outcome.body)}
    if refined is not None:
        found |= {"total": refined.total, "shared": refined.shared}
        if problems := (*refined.problems, *judgement.problems):
            lines = [problem.line for problem in problems]
            found |= {"code": problems[0].code, "line": "; ".join(dict.fromkeys(lines))[:500]}
    return found
