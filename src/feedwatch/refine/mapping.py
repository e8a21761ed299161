"""feedparser's dictionaries → our values: which key means what, and how much of it is kept.

Read beside feedparser's handlers; where it folds several elements into one key, `parse` records the
elements under `SEEN`, by the names of `WATCHED`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast, get_args

from feedwatch.model import Problem
from feedwatch.refine import bylines, fields
from feedwatch.refine.entry import DateElement, Entry, Parsed, Value
from feedwatch.refine.fields import LINE_LENGTH, text_at
from feedwatch.refine.links import absolute
from feedwatch.refine.markup import is_html, plain

SEEN = "feedwatch_seen"
# Element, with feedparser's prefix for its namespace → the name under which its text is reported.
WATCHED: Mapping[str, str] = {
    "pubdate": "published",
    "published": "published",
    "issued": "published",
    "created": "published",
    "dcterms:issued": "published",
    "dcterms:created": "published",
    "updated": "updated",
    "modified": "updated",
    "dcterms:modified": "updated",
    "dc:date": "dc:date",
    "dcterms:date": "dc:date",
    "rights": "rights",
    "copyright": "copyright",
    "dc:rights": "dc:rights",
    "dcterms:rights": "dc:rights",
    "media:copyright": "media:copyright",
    "media:credit": "media:credit",
}
_NO_TEXT = ("image/", "audio/", "video/", "font/", "model/", "application/pdf", "application/zip")
_KINDS = "http://schemas.google.com/g/2005#kind"  # Blogger says of every entry that it is a post
_DATES = frozenset(get_args(DateElement))

_UPDATE_PERIODS = {
    "hourly": 3_600,
    "daily": 86_400,
    "weekly": 604_800,
    "monthly": 2_592_000,
    "yearly": 31_536_000,
}
_TTL_RANGE = (60, 2_592_000)  # a minute, thirty days


def document(
    feed: Mapping[str, Any], entries: Iterable[Mapping[str, Any]], *, format: str, url: str
) -> Parsed:
    """What feedparser gave for a document."""
    site = absolute(text_at(feed, "link"), absolute(url))
    title = text_at(feed, "title")
    return Parsed(
        format=format,
        title=plain(title[:LINE_LENGTH], markup=True),
        site=site,
        language=fields.language_of(text_at(feed, "language")),
        rights=tuple((f"channel/{name}", text) for name, text in _rights(feed)),
        ttl_s=_ttl(feed),
        entries=tuple(entry_of(entry, site, url) for entry in entries),
    )


def with_findings(document: Parsed, *, problems: tuple[Problem, ...], dropped: int) -> Parsed:
    """The document with what was found on the way to it."""
    if dropped:
        problems += (Problem("too-many-items", f"{dropped} items over the limit were left out"),)
    return replace(document, problems=problems, dropped=dropped)


def entry_of(entry: Mapping[str, Any], site: str, url: str) -> Entry:
    """What feedparser gave for an entry, or what `raw` kept of that."""
    details = [_mapping(entry, "summary_detail"), *_contents(entry), _mapping(entry, "title_detail")]
    base = _base(details, site, url)
    content = max(
        (_value(part) for part in _contents(entry)), key=lambda value: len(value.text), default=Value()
    )
    source = _mapping(entry, "source")
    return Entry(
        guid=fields.guid_of(text_at(entry, "id")),
        link=_link(entry, base),
        base=base,
        title=_value(_mapping(entry, "title_detail"), text_at(entry, "title"), length=LINE_LENGTH),
        summary=_summary(entry),
        content=content,
        dates=_dates(entry),
        authors=bylines.authors(_authors(entry)),
        categories=fields.names(_categories(entry)),
        enclosures=fields.enclosures_of(
            fields.enclosure_of(
                text_at(file, "href") or text_at(file, "url"),
                base,
                type=text_at(file, "type"),
                length=file.get("length") or file.get("filesize"),
                medium=text_at(file, "medium"),
            )
            for file in _files(entry)
        ),
        language=fields.language_of(next(filter(None, _languages(entry, details)), "")),
        rights=_rights(entry),
        source_name=plain(text_at(source, "title")[:LINE_LENGTH], markup=True),
        source_url=absolute(text_at(source, "href") or text_at(source, "link"), base),
        comments=absolute(text_at(entry, "comments"), base),
        raw=fields.raw_of(entry),
    )


def _link(entry: Mapping[str, Any], base: str) -> str:
    """The publisher's own address where a feed service stands before it (feedburner:origLink)."""
    links = (
        text_at(link, "href") for link in _list(entry, "links") if text_at(link, "rel") in ("", "alternate")
    )
    guid, link = text_at(entry, "id"), text_at(entry, "link")
    stated = (text_at(entry, "feedburner_origlink"), "" if link == guid else link, *links)
    addresses = (absolute(address, base) for address in stated)
    return next(filter(None, addresses), "") or absolute(link)  # a guid is an address if it is a whole one


def _base(details: Sequence[Mapping[str, Any]], site: str, url: str) -> str:
    """xml:base where the document gives one; else the site, since texts are written for its pages."""
    stated = next(filter(None, (text_at(detail, "base") for detail in details)), "")
    own = site or absolute(url)
    return absolute(stated, own) or own


def _value(detail: Mapping[str, Any], text: str = "", *, length: int = fields.TEXT_LENGTH) -> Value:
    """Atom calls a text plain when nothing is said; publishers who say nothing often send HTML."""
    text = text or text_at(detail, "value")
    markup = text_at(detail, "type") != "text/plain" if detail else is_html(text)
    return fields.value_of(text, markup=markup or is_html(text), length=length)


def _summary(entry: Mapping[str, Any]) -> Value:
    detail = _mapping(entry, "summary_detail")
    text = text_at(entry, "summary")
    if not detail and any(text_at(part, "value") == text for part in _contents(entry)):
        text = ""  # feedparser copied it from the content
    if not text and not any(text_at(part, "value") for part in _contents(entry)):
        return _value({}, text_at(entry, "media_description"))
    return _value(detail, text)


def _contents(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Contents that are text: Atom may carry pictures too."""
    return [part for part in _list(entry, "content") if not text_at(part, "type").startswith(_NO_TEXT)]


def _dates(entry: Mapping[str, Any]) -> tuple[tuple[DateElement, str], ...]:
    seen = ((name, text[: fields.DATE_LENGTH]) for name, text in _seen(entry) if name in _DATES)
    return tuple(cast("list[tuple[DateElement, str]]", list(seen)))[: fields.MEMBERS]


def _rights(members: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    lines = (
        (name, plain(text[:LINE_LENGTH], markup=True)) for name, text in _seen(members) if name not in _DATES
    )
    return tuple(dict.fromkeys((name, line) for name, line in lines if line))[: fields.MEMBERS]


def _seen(members: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield from members.get(SEEN, ())


def _authors(entry: Mapping[str, Any]) -> Iterator[str]:
    for author in _list(entry, "authors"):
        yield text_at(author, "name") or text_at(author, "email")
    if not any(_list(entry, "authors")):
        yield text_at(entry, "author")


def _categories(entry: Mapping[str, Any]) -> Iterator[str]:
    for tag in _list(entry, "tags"):
        if not text_at(tag, "scheme").startswith(_KINDS):
            yield text_at(tag, "label") or text_at(tag, "term")


def _files(entry: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    yield from (link for link in _list(entry, "links") if text_at(link, "rel") == "enclosure")
    yield from _list(entry, "media_content")
    yield from ({**picture, "medium": "image"} for picture in _list(entry, "media_thumbnail"))


def _languages(entry: Mapping[str, Any], details: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield text_at(entry, "language")
    for detail in details:
        yield text_at(detail, "language")


def _ttl(feed: Mapping[str, Any]) -> int | None:
    """`ttl` in minutes, or what the syndication module says; None when it says nothing usable."""
    ttl = _number(text_at(feed, "ttl")) * 60
    period = _UPDATE_PERIODS.get(text_at(feed, "sy_updateperiod").strip().lower(), 0)
    seconds = ttl or period // max(1, _number(text_at(feed, "sy_updatefrequency")))
    return max(_TTL_RANGE[0], min(seconds, _TTL_RANGE[1])) if seconds > 0 else None


def _number(text: str) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0


def _mapping(members: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = members.get(key)
    return value if isinstance(value, Mapping) else {}


def _list(members: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = members.get(key)
    return [member for member in value if isinstance(member, Mapping)] if isinstance(value, list) else []
