"""What we send: the headers of every request, and those that only the feed's own server may see. Pure."""

import base64
import re
from collections.abc import Mapping

from feedwatch.fetch.address import Target
from feedwatch.fetch.body import ACCEPTED
from feedwatch.fetch.faults import FetchError, plain
from feedwatch.fetch.replies import ETAG_LIMIT, MODIFIED_LIMIT, validator
from feedwatch.model import Claim

ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
    "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.1"
)
CONDITIONS = frozenset({"If-None-Match", "If-Modified-Since"})


def common(claim: Claim, user_agent: str) -> dict[str, str]:
    """Headers that every server on the way may see; with both conditions that we can name."""
    sent = {"User-Agent": user_agent, "Accept": ACCEPT, "Accept-Encoding": ACCEPTED}
    if etag := validator(claim.etag, ETAG_LIMIT):
        sent["If-None-Match"] = etag
    if modified := validator(claim.modified, MODIFIED_LIMIT):
        sent["If-Modified-Since"] = modified
    return sent


def own(claim: Claim, target: Target, user_agent: str) -> dict[str, str]:
    """The common headers with the feed's own and its credentials, which win over userinfo in the address.

    Raises FetchError "bad-header".
    """
    mine = {_name(name): _value(name, value) for name, value in claim.headers}
    given = {name.lower() for name in mine}
    if auth := claim.auth or target.auth:
        mine.setdefault("Authorization", _basic(*auth))
        given.add("authorization")
    return {
        name: value for name, value in common(claim, user_agent).items() if name.lower() not in given
    } | mine


def are_conditional(headers: Mapping[str, str]) -> bool:
    """May the server answer 304 to a request with these headers?"""
    return not CONDITIONS.isdisjoint(headers)


def _name(name: str) -> str:
    if not _TOKEN.fullmatch(name):
        raise FetchError("bad-header", why=f"{plain(name, 40)!r} is no header name")
    if name.lower() in _OURS:
        raise FetchError("bad-header", why=f"{name} is set by feedwatch itself")
    return name


def _value(name: str, value: str) -> str:
    text = value.strip(" \t")
    if len(text) > _VALUE_LIMIT or not _TEXT.fullmatch(text):
        raise FetchError(
            "bad-header", why=f"the value of {plain(name, 40)} is too long or holds letters HTTP cannot carry"
        )
    return text


def _basic(name: str, password: str) -> str:
    """RFC 7617, with its charset: UTF-8."""
    return "Basic " + base64.b64encode(f"{name}:{password}".encode("utf-8", "replace")).decode("ascii")


_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}", re.ASCII)
_TEXT = re.compile(r"[\x20-\x7e\t\xa0-\xff]*")
_VALUE_LIMIT = 8192
# These decide where a request ends, whom it is for, and what we can make of the answer.
_OURS = frozenset(
    {
        "accept-encoding",
        "connection",
        "content-length",
        "expect",
        "host",
        "if-modified-since",
        "if-none-match",
        "if-range",
        "range",
        "te",
        "trailer",
        "transfer-encoding",
        "upgrade",
    }
)
