"""Rows as the reading side selects them, to the values of the model."""

import json
import sqlite3
import zlib
from collections.abc import Mapping
from typing import Any

from feedwatch.model import (
    Article,
    Dateline,
    Enclosure,
    Evidence,
    FeedLine,
    FeedWhy,
    Notice,
    Rule,
    VersionLine,
)
from feedwatch.storyline import HistoryLine, LinkLine, Member, StoryLine

_SAME = (
    "id", "story", "outlet", "url", "title", "summary", "text_kind", "language", "published", "published_raw",
    "published_offset", "published_from", "published_precision", "zone", "first_seen", "updated", "versions",
    "copyright", "agency", "agency_from", "date_doubt",
)  # fmt: skip
_LISTS = ("authors", "categories", "feeds", "tags", "holders", "years", "urls")
_STEALTH = """(versions > 1 AND EXISTS (SELECT 1 FROM version v
    WHERE v.article_id = articles.id AND v.stealth AND v.cause = 'published')) AS stealth"""
_OPENING = "CASE WHEN title = '' THEN substr(text, 1, 200) ELSE '' END AS text"  # its first words name it
_URLS = """(SELECT json_group_array(url) FROM (
    SELECT url FROM sighting s WHERE s.article_id = articles.id AND url <> ''
    GROUP BY url ORDER BY min(first_seen), url)) AS urls"""
_OUTLETS = "coalesce((SELECT s.outlets FROM story s WHERE s.id = articles.story), 1) AS outlets"
_EVIDENCE = """(SELECT json_group_array(json(evidence)) FROM article_tag x
    WHERE x.article_id = articles.id) AS evidence"""
_HTML = "coalesce((SELECT html FROM article_html h WHERE h.article_id = articles.id), '') AS html"


def article_columns(*, full: bool) -> str:
    """What is selected from `articles` for `article`; texts, HTML and evidence only if full."""
    names = (
        *_SAME,
        *(name for name in _LISTS if name != "urls"),
        "seq",
        "backfill",
        "corrected",
        "dateline",
        "notices",
        "enclosures",
        _STEALTH,
        _URLS,
        _OUTLETS,
    )
    more = ("text", _HTML, _EVIDENCE) if full else (_OPENING,)
    return ", ".join((*names, *more))


def article(row: sqlite3.Row) -> Article:
    """An article; without what was not selected."""
    selected: Mapping[str, Any] = dict(row)
    lists: Mapping[str, Any] = {name: tuple(json.loads(selected[name] or "[]")) for name in _LISTS}
    evidence = (Evidence(**one) for earned in json.loads(selected.get("evidence", "[]")) for one in earned)
    enclosures = tuple(Enclosure(**one) for one in json.loads(selected["enclosures"] or "[]"))
    return Article(
        **{name: selected[name] for name in _SAME},
        **lists,
        seq=selected["seq"] or 0,
        text=selected.get("text", ""),
        html=selected.get("html", ""),
        backfill=bool(selected["backfill"]),
        corrected=bool(selected["corrected"]),
        evidence=tuple(sorted(evidence, key=lambda one: (one.tag, one.field, one.start))),
        dateline=Dateline(**json.loads(selected["dateline"])) if selected["dateline"] else None,
        notices=tuple(map(_notice, json.loads(selected["notices"] or "[]"))),
        enclosures=enclosures,
        images=tuple(one.url for one in enclosures if one.is_image),
        stealth=bool(selected["stealth"]),
    )


def _notice(stored: Mapping[str, Any]) -> Notice:
    lists = {name: tuple(value) for name, value in stored.items() if isinstance(value, list)}
    return Notice(**{**stored, **lists})


_SAID = ("title", "text", "summary", "copyright")
VERSIONS = """
    SELECT v.n, v.since, v.until, v.cause, v.stealth, v.title, v.was, a.title AS now_title,
        a.text AS now_text, a.summary AS now_summary, a.copyright AS now_copyright,
        json_extract(a.more, '$.notices') AS now_notices
    FROM version v JOIN article a ON a.id = v.article_id WHERE v.article_id = ? ORDER BY v.n"""


def version(row: sqlite3.Row) -> VersionLine:
    """A version; the words of the current one are the article's, of an earlier one those it kept."""
    if row["until"] is None:
        said = {name: row[f"now_{name}"] for name in _SAID}
        said["notices"] = json.loads(row["now_notices"] or "[]")
    else:
        said = {"title": row["title"]} | (json.loads(zlib.decompress(row["was"])) if row["was"] else {})
    return VersionLine(
        n=row["n"],
        since=row["since"],
        until=row["until"],
        cause=row["cause"],
        stealth=bool(row["stealth"]),
        **{name: said.get(name) or "" for name in _SAID},
        notices=tuple(
            dict.fromkeys(
                one["words"]
                for one in said.get("notices", ())
                if one["words"] != said.get("copyright") and one.get("role") != "photo"
            )
        ),
    )


STORIES = """
    SELECT s.id, s.sort_at AS "when", s.outlets, s.articles, a.outlet, coalesce(a.agency, (
            SELECT b.agency FROM article b WHERE b.story_id = s.id AND b.agency IS NOT NULL
            ORDER BY b.sort_at LIMIT 1)) AS agency, a.title, a.id AS lead,
        (SELECT json_group_array(outlet) FROM (
            SELECT b.outlet FROM article b WHERE b.story_id = s.id
            GROUP BY b.outlet ORDER BY min(b.sort_at), b.outlet)) AS carried_by,
        CASE WHEN a.title = '' THEN substr(a.text, 1, 200) ELSE '' END AS text,
        CASE WHEN a.title = '' THEN substr(a.summary, 1, 200) ELSE '' END AS summary
    FROM story s JOIN article a ON a.id = s.lead_article_id
    WHERE s.merged_into IS NULL AND s.articles > 1 AND s.id IN ({matching})
    ORDER BY s.outlets DESC, s.articles DESC, s.sort_at DESC, s.id DESC LIMIT ?"""


def story(row: sqlite3.Row) -> StoryLine:
    """A story in a list."""
    return StoryLine(**{**dict(row), "carried_by": tuple(json.loads(row["carried_by"]))})


# What a story asks of its members beside what they say, and the story itself.
MEMBERS = """
    SELECT a.id, s.id AS story, coalesce(s.outlets, 1) AS outlets, a.id = s.lead_article_id AS original,
        a.aggregated, a.corrected, coalesce((
            SELECT json_extract(l.evidence, '$.reason') FROM story_link l
            WHERE l.article_id = a.id AND l.kind = 'same' ORDER BY l.by = 'auto', l.at LIMIT 1), '') AS why
    FROM article a LEFT JOIN story s ON s.id = a.story_id
    WHERE a.story_id = (SELECT story_id FROM article WHERE id = ?) ORDER BY a.sort_at, a.id LIMIT 1000"""


def member(row: sqlite3.Row, article: Article, versions: tuple[VersionLine, ...]) -> Member:
    """An article of a story."""
    marks = {name: bool(row[name]) for name in ("original", "aggregated", "corrected")}
    return Member(article=article, versions=versions, why=row["why"], **marks)


LINKS = """
    SELECT l.article_id AS article, a.outlet, l.twin_id AS twin, b.outlet AS twin_outlet, l.kind, l.by, l.at,
        l.evidence
    FROM story_link l JOIN article a ON a.id = l.article_id JOIN article b ON b.id = l.twin_id
    WHERE l.article_id IN ({ids}) OR l.twin_id IN ({ids})
    ORDER BY l.kind DESC, l.at, l.article_id, l.twin_id"""


def link(row: sqlite3.Row) -> LinkLine:
    """Why two articles belong together, or apart."""
    evidence = json.loads(row["evidence"])
    reason = str(evidence.pop("reason", ""))
    return LinkLine(**{**dict(row), "reason": reason, "evidence": evidence})


# Why items are an article, by feed: what began it has no reason of its own.
SIGHTINGS = """
    SELECT f.name AS feed, s.first_seen AS at, s.url, coalesce(s.why, 'new') AS why
    FROM sighting s JOIN feed f ON f.id = s.feed_id WHERE s.article_id = ? ORDER BY s.first_seen, f.id"""
REASONS = "SELECT n, since, why FROM version WHERE article_id = ? AND why IS NOT NULL ORDER BY n"

FEEDS = """
    SELECT f.name, f.url, CASE WHEN f.moved_adopted THEN f.moved_to ELSE f.url END AS current_url, f.outlet,
        f.state,
        (SELECT count(DISTINCT article_id) FROM sighting s WHERE s.feed_id = f.id) AS articles,
        p.started_at AS last_poll,
        (SELECT started_at FROM poll o WHERE o.feed_id = f.id AND o.outcome IN ('ok', 'unchanged')
            ORDER BY started_at DESC LIMIT 1) AS last_ok,
        CASE WHEN f.state <> 'paused' THEN f.next_at END AS next_poll, f.interval_s,
        CASE WHEN p.outcome = 'failed' THEN p.code END AS error_code,
        CASE WHEN p.outcome = 'failed' THEN p.line END AS error
    FROM feed f LEFT JOIN poll p ON p.id =
        (SELECT id FROM poll l WHERE l.feed_id = f.id ORDER BY started_at DESC, id DESC LIMIT 1)
    WHERE f.removed_at IS NULL ORDER BY f.name"""


# What `feed_notes` asks of feeds.
NOTED = """
    SELECT f.name, f.moved_to, f.moved_since, f.moved_adopted, f.moved_refused, d.address_key, d.items_key
    FROM feed f LEFT JOIN feed_document d ON d.feed_id = f.id WHERE f.removed_at IS NULL ORDER BY f.name"""


def feed(row: sqlite3.Row, notes: tuple[str, ...]) -> FeedLine:
    """A feed and how its last poll went."""
    return FeedLine(**dict(row), notes=notes)


WHY = """
    SELECT f.why, f.failures, p.code, p.line, p.alarm FROM feed f LEFT JOIN poll p ON p.id =
        (SELECT id FROM poll l WHERE l.feed_id = f.id ORDER BY started_at DESC, id DESC LIMIT 1)
    WHERE f.name = ?"""


def feed_why(row: sqlite3.Row, line: FeedLine) -> FeedWhy:
    """Why a feed is polled when and where it is."""
    found = (": ".join(part for part in (row["code"], row["line"]) if part), row["alarm"])
    return FeedWhy(
        name=line.name,
        state=line.state,
        url=line.url,
        current_url=line.current_url,
        last_poll=line.last_poll,
        last_ok=line.last_ok,
        next_poll=line.next_poll,
        failures=row["failures"],
        why=tuple(json.loads(row["why"])),
        found=tuple(filter(None, found)),
        notes=line.notes,
    )


HISTORY = """
    SELECT started_at AS started, outcome, took_ms, total, new, edited, verdicts, code, line, alarm
    FROM polls WHERE feed = ? ORDER BY started_at DESC, id DESC LIMIT ?"""


def history(row: sqlite3.Row) -> HistoryLine:
    """One poll with what became of its items."""
    return HistoryLine(**{**dict(row), "verdicts": json.loads(row["verdicts"] or "{}")})


TAGS = """
    SELECT t.name, count(x.article_id) AS articles, max(x.sort_at) AS newest
    FROM tag t JOIN article_tag x ON x.tag_id = t.id GROUP BY t.id"""


def rule_line(rule: Rule) -> str:
    """What earns a tag, in one line: `militia*, paramilitary; none of: museum`."""
    if rule.query is not None:
        return rule.query
    parts = (("", rule.any), ("all of: ", rule.all), ("none of: ", rule.none))
    line = "; ".join(label + ", ".join(words) for label, words in parts if words)
    return line + " (as written)" * rule.case


COUNTS = """
    SELECT (SELECT count(*) FROM article) AS articles, (SELECT count(*) FROM version) AS versions,
        (SELECT count(*) FROM story WHERE merged_into IS NULL) AS stories,
        (SELECT started_at FROM poll ORDER BY id DESC LIMIT 1) AS last_poll,
        (SELECT min(next_at) FROM feed WHERE removed_at IS NULL AND state <> 'paused') AS next_poll"""
STATES = """
    SELECT state, count(*) AS feeds FROM feed WHERE removed_at IS NULL
    GROUP BY state ORDER BY feeds DESC, state"""
# Of the day before the last poll; older ones are history (`feeds history`).
ALARMS = """
    SELECT f.name || ': ' || p.alarm FROM feed f JOIN poll p ON p.feed_id = f.id
    WHERE f.removed_at IS NULL AND p.alarm IS NOT NULL AND p.started_at >=
        (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', started_at, '-1 day') FROM poll ORDER BY id DESC LIMIT 1)
    GROUP BY f.id, p.alarm ORDER BY max(p.started_at) DESC, f.name LIMIT 20"""
