"""JSON Feed 1.0 and 1.1 → our values (jsonfeed.org/version/1.1); a value of a wrong type counts as absent."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from feedwatch.model import Enclosure, Failed, Problem
from feedwatch.refine import bylines, fields, mapping
from feedwatch.refine.characters import clean_line
from feedwatch.refine.entry import DateElement, Entry, Parsed, Value
from feedwatch.refine.fields import LINE_LENGTH, text_at
from feedwatch.refine.links import absolute

# What only an item of a JSON Feed has; feedparser's entries have none of these.
OWN_KEYS = frozenset(("content_html", "content_text", "date_published", "date_modified", "external_url"))
_DATES: tuple[tuple[str, DateElement], ...] = (("date_published", "published"), ("date_modified", "updated"))


def read(text: str, *, url: str, limit: int, problems: tuple[Problem, ...] = ()) -> Parsed | Failed:
    """The JSON Feed that `text` is, with its first `limit` items, or why it is none; never raises."""
    try:
        feed = json.loads(text)
    except (ValueError, RecursionError) as error:
        return Failed("parse", "not-a-feed", clean_line(f"JSON that cannot be read: {error}")[:200])
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        return Failed("parse", "not-a-feed", "JSON, but no JSON Feed")
    items = [item for item in feed["items"] if isinstance(item, dict)]
    site = absolute(text_at(feed, "home_page_url"), absolute(url))
    document = Parsed(
        format=_format(text_at(feed, "version")),
        title=clean_line(text_at(feed, "title")[:LINE_LENGTH]),
        site=site,
        language=fields.language_of(text_at(feed, "language")),
        entries=tuple(entry_of(item, site or absolute(url)) for item in items[:limit]),
    )
    return mapping.with_findings(document, problems=problems, dropped=max(0, len(items) - limit))


def _format(version: str) -> str:
    number = version.rpartition("/")[2].replace(".", "")
    return f"json{number}" if number in ("1", "11") else "json"


def entry_of(item: Mapping[str, Any], base: str) -> Entry:
    """What an item of a JSON Feed says; as sent, or as `raw` kept it."""
    link = absolute(text_at(item, "url"), base) or absolute(text_at(item, "external_url"), base)
    return Entry(
        guid=fields.guid_of(_id(item.get("id"))),
        link=link,
        base=link or base,
        title=fields.value_of(text_at(item, "title"), markup=False, length=LINE_LENGTH),
        summary=fields.value_of(text_at(item, "summary"), markup=False),
        content=_content(item),
        dates=tuple(
            (name, text_at(item, key)[: fields.DATE_LENGTH]) for key, name in _DATES if text_at(item, key)
        ),
        authors=bylines.authors(_authors(item)),
        categories=fields.names(tag for tag in _list(item, "tags") if isinstance(tag, str)),
        enclosures=fields.enclosures_of(_files(item, base)),
        language=fields.language_of(text_at(item, "language")),
        raw=fields.raw_of(item),
    )


def _files(item: Mapping[str, Any], base: str) -> Iterator[Enclosure | None]:
    for file in _members(item, "attachments"):
        yield fields.enclosure_of(
            text_at(file, "url"), base, type=text_at(file, "mime_type"), length=file.get("size_in_bytes")
        )
    for picture in ("image", "banner_image"):
        yield fields.enclosure_of(text_at(item, picture), base, medium="image")


def _id(value: object) -> str:
    """Version 1.0 wants a string; numbers occur, and `true` does not."""
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _content(item: Mapping[str, Any]) -> Value:
    html = fields.value_of(text_at(item, "content_html"), markup=True)
    return html if html.text else fields.value_of(text_at(item, "content_text"), markup=False)


def _authors(item: Mapping[str, Any]) -> Iterator[str]:
    yield from (text_at(author, "name") for author in _members(item, "authors"))
    author = item.get("author")  # version 1.0
    if isinstance(author, dict):
        yield text_at(author, "name")


def _members(item: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    return [member for member in _list(item, key) if isinstance(member, dict)]


def _list(item: Mapping[str, Any], key: str) -> list[object]:
    value = item.get(key)
    return value if isinstance(value, list) else []
