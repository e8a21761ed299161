"""What a reply's status and headers mean for us. Pure; hostile headers raise nothing."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from feedwatch.fetch.faults import FetchError

ETAG_LIMIT = 1024
MODIFIED_LIMIT = 100
TYPE_LIMIT = 200
RETRY_MIN_S, RETRY_MAX_S = 60, 86_400
MAX_AGE_LIMIT_S = 31_536_000

REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})

Headers = Mapping[str, str]


def validator(value: str | None, limit: int) -> str | None:
    """An ETag or Last-Modified that can safely be sent back: short, one line, Latin-1; else None."""
    text = (value or "").strip(" \t")
    return text if text and len(text) <= limit and _SENDABLE.fullmatch(text) else None


def etag(headers: Headers) -> str | None:
    """The reply's ETag, if it can be sent back."""
    return validator(headers.get("ETag"), ETAG_LIMIT)


def modified(headers: Headers) -> str | None:
    """The reply's Last-Modified, if it can be sent back; a date or not is the server's business."""
    return validator(headers.get("Last-Modified"), MODIFIED_LIMIT)


def content_type(headers: Headers) -> str:
    """The Content-Type, bounded and printable."""
    value = headers.get("Content-Type", "").strip()
    return value if len(value) <= TYPE_LIMIT and _SENDABLE.fullmatch(value) else ""


def max_age_s(headers: Headers) -> int | None:
    """For how long the reply is fresh by Cache-Control: max-age; None when it does not say."""
    found = _MAX_AGE.search(headers.get("Cache-Control", "")[:1000])
    return min(int(found[1]), MAX_AGE_LIMIT_S) if found else None


def retry_after_s(headers: Headers) -> int | None:
    """Retry-After in seconds, between one minute and one day; None without one that can be read.

    A date counts from the reply's own Date: the clocks of two machines differ, and ours is not read here.
    """
    value = headers.get("Retry-After", "").strip()
    if _SECONDS.fullmatch(value):
        seconds = int(value)
    else:
        until, now = _instant(value), _instant(headers.get("Date", ""))
        if until is None or now is None:
            return None
        seconds = int((until - now).total_seconds())
    return max(RETRY_MIN_S, min(seconds, RETRY_MAX_S))


def is_challenge(status: int, headers: Headers, start: bytes) -> bool:
    """Is it Cloudflare asking for a browser? By the header, or by the page, whose first bytes `start` is."""
    if headers.get("cf-mitigated", "").strip().lower() == "challenge":
        return True
    return may_be_challenge(status, headers) and any(mark in start for mark in _CHALLENGE_MARKS)


def may_be_challenge(status: int, headers: Headers) -> bool:
    """Is it worth looking at the page of this refusal?"""
    return status in (403, 429, 503) and "cloudflare" in headers.get("Server", "").lower()


def refusal(status: int, headers: Headers, at: str) -> FetchError:
    """The fault of a reply that brings no feed."""
    if status == 407:
        return FetchError("proxy", why="it wants a login (407)", status=status)
    if status in _OWN_CODES or status >= 400:
        code = f"http-{status}" if status in _OWN_CODES else "http-5xx" if status >= 500 else "http-4xx"
        return FetchError(code, at=at, why=str(status), status=status, retry_after_s=retry_after_s(headers))
    if status in (204, 205):
        return FetchError("empty", at=at, status=status)
    if status in REDIRECTS or status == 300:
        return FetchError("bad-redirect", at=at, why="it does not say where to", status=status)
    return FetchError("bad-http", at=at, why=f"status {status} makes no sense here", status=status)


def _instant(text: str) -> datetime | None:
    if len(text) > MODIFIED_LIMIT:
        return None
    try:
        instant = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant


_OWN_CODES = frozenset({401, 403, 404, 410, 429})
_SENDABLE = re.compile(r"[\x20-\x7e\xa0-\xff]+")
_SECONDS = re.compile(r"-?[0-9]{1,15}", re.ASCII)
_MAX_AGE = re.compile(r'(?:^|[\s,])max-age\s?=\s?"?([0-9]{1,15})', re.IGNORECASE | re.ASCII)
_CHALLENGE_MARKS = (b"/cdn-cgi/challenge-platform/", b"cf-chl-", b"<title>Just a moment...", b"_cf_chl_opt")
