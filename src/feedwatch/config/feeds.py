"""`[defaults]` and `[[feeds]]` become feeds.

A feed's own key replaces the default, whole lists included. What may hold a secret (address, headers,
auth, proxy) is checked after its placeholders are filled in, and never shown.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from feedwatch.config import checks
from feedwatch.config.checks import Wrong
from feedwatch.config.placeholders import Placeholders, is_secret_header, spells_out_secret
from feedwatch.config.table import Table
from feedwatch.config.units import duration_text
from feedwatch.model import Feed

_PACE = checks.duration(1, 28 * 86_400)
_INTERVAL, _MIN, _MAX = 900, 300, 21_600  # the pace of a feed that says nothing
_LONGEST_ADDRESS = 4096  # characters; servers refuse longer request lines
_PORTS = {"http": 80, "https": 443}
_HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}")  # RFC 9110, token
_OUR_HEADERS = frozenset({"host", "connection", "content-length", "transfer-encoding", "accept-encoding"})
_PROXY = re.compile(r"https?://[^\s/]{1,500}/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Shared:
    """What `[defaults]` may say for all feeds of a file, and each feed for itself."""

    interval_s: int | None = None
    min_interval_s: int | None = None
    max_interval_s: int | None = None
    group: str | None = None
    timezone: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()
    proxy: str | None = None


def read_shared(table: Table, base: Shared, places: Placeholders) -> Shared:
    """The keys that defaults and feeds have in common, over those of `base`."""
    return Shared(
        interval_s=table.take("interval", _PACE, base.interval_s),
        min_interval_s=table.take("min_interval", _PACE, base.min_interval_s),
        max_interval_s=table.take("max_interval", _PACE, base.max_interval_s),
        group=table.take("group", checks.label, base.group),
        timezone=table.take("timezone", checks.timezone, base.timezone),
        language=table.take("language", checks.language, base.language),
        tags=table.take("tags", checks.each(checks.label), base.tags),
        proxy=table.take("proxy", lambda value: _proxy(value, places), base.proxy),
    )


def read_feed(table: Table, base: Shared, places: Placeholders, root: Path | None) -> Feed | None:
    """One feed; None when it has no usable name or address, which is then reported."""
    name = table.take("name", checks.label, "")
    url = table.take("url", checks.text, "").strip()
    address = table.take("url", lambda _: _address(url, places, root), "") if url else ""
    outlet = table.take("outlet", checks.label, None)
    shared = read_shared(table, base, places)
    headers = table.take("headers", lambda value: _headers(value, places), ())
    auth = table.take("auth", lambda value: _auth(value, places), None)
    enabled = table.take("enabled", checks.flag, True)
    paused = table.take("paused", checks.flag, False)
    table.close()
    for key, example in (("name", "bbc-middle-east"), ("url", "https://…")):
        if key not in table.data:
            table.problem(f'{table.title} has no {key}; add {key} = "{example}"')
    _warn_of_open_secrets(table)
    interval, least, most = _pace(table, shared)
    if not name or not address:
        return None
    return Feed(
        name=name,
        url=url,
        address=address,
        interval_s=interval,
        min_interval_s=least,
        max_interval_s=most,
        outlet=outlet,
        group=shared.group,
        timezone=shared.timezone,
        language=shared.language,
        tags=shared.tags,
        headers=headers,
        auth=auth,
        proxy=shared.proxy,
        enabled=enabled,
        paused=paused,
    )


def request_of(feed: Feed) -> tuple[object, ...]:
    """Equal for feeds that would ask the same server the same question.

    Scheme and host in lower case, no default port, no fragment; headers and auth belong to the question.
    """
    parts = urlsplit(feed.address)
    port = None if parts.port == _PORTS.get(parts.scheme) else parts.port
    path = parts.path or "/"
    return (parts.scheme, parts.hostname, port, parts.username, path, parts.query, feed.headers, feed.auth)


def _pace(table: Table, shared: Shared) -> tuple[int, int, int]:
    """Interval, least and most in seconds. A bound that nobody wrote gives way to what was written."""
    low, high = shared.min_interval_s, shared.max_interval_s
    interval = shared.interval_s or _within(_INTERVAL, low, high)
    least, most = low or min(_MIN, interval), high or max(_MAX, interval)
    if not least <= interval <= most:
        key = next((k for k in ("interval", "min_interval", "max_interval") if k in table.data), "interval")
        bounds = f"min_interval {duration_text(least)} and max_interval {duration_text(most)}"
        table.problem(
            f"{table.title}: interval {duration_text(interval)} is not between {bounds}; change one", key
        )
    return interval, least, most


def _within(value: int, low: int | None, high: int | None) -> int:
    value = value if low is None else max(value, low)
    return value if high is None else min(value, high)


def _address(url: str, places: Placeholders, root: Path | None) -> str:
    filled = places.fill(url)
    if len(filled) > _LONGEST_ADDRESS:
        raise Wrong(f"has {len(filled)} characters; at most {_LONGEST_ADDRESS} are fetched")
    if any(c.isspace() or ord(c) < 32 for c in filled):
        raise Wrong("holds a space or line break; write %20, or remove it")
    try:
        parts = urlsplit(filled)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise Wrong("cannot be read as an address (host or port is malformed); correct it") from None
    if parts.scheme == "file":
        return _local(parts.path, parts.netloc, root)
    if parts.scheme == "feed":
        raise Wrong('begins with feed:, which no server speaks; write "https://…"')
    if parts.scheme not in _PORTS:
        fix = 'begin it with "https://"' if "://" not in filled else "use http, https or file"
        raise Wrong(f"is no address that can be fetched; {fix}")
    if not host or not host.strip("."):
        raise Wrong('has no host; write "https://host/path"')
    return filled


def _local(path: str, netloc: str, root: Path | None) -> str:
    """The absolute `file:` address of a path below the root; a relative one starts there."""
    if root is None:
        raise Wrong("is a file: address, but no folder is open to them; set root in [local]")
    if netloc not in ("", "localhost"):
        raise Wrong('names a host in a file: address; write "file:NAME" or "file:///PATH"')
    if "\0" in (plain := unquote(path)):
        raise Wrong("holds a null character; remove it")
    full = (root / plain).resolve()
    if not full.is_relative_to(root.resolve()) or full == root.resolve():
        raise Wrong(f"lies outside {root}, the root of [local]; move the file or change root")
    return full.as_uri()


def _proxy(value: object, places: Placeholders) -> str:
    filled = places.fill(checks.text(value))
    if not _PROXY.fullmatch(filled):
        raise Wrong('is no proxy; write "http://HOST:PORT"')
    return filled


def _headers(value: object, places: Placeholders) -> tuple[tuple[str, str], ...]:
    if not isinstance(value, dict):
        raise Wrong(f'is {checks.kind_of(value)}; write a table: {{ "Accept-Language" = "ar" }}')
    return tuple((name, _header(name, written, places)) for name, written in value.items())


def _header(name: str, written: object, places: Placeholders) -> str:
    if not _HEADER_NAME.fullmatch(name):
        raise Wrong(
            f"has {checks.shown(name)}, which is no header name; use letters, digits and dashes", name
        )
    if name.lower() in _OUR_HEADERS:
        raise Wrong(f"has {name}, which feedwatch sets itself; remove it", name)
    try:
        filled = checks.text(places.fill(checks.text(written)))
        filled.encode("latin-1")
    except Wrong as wrong:
        raise Wrong(f"{name} {wrong}", name) from None
    except UnicodeEncodeError:
        raise Wrong(f"{name} holds a letter that headers cannot carry; use latin letters", name) from None
    return filled


def _auth(value: object, places: Placeholders) -> tuple[str, str]:
    """`["user", "password"]`, `"user:password"` or `{ user = …, password = … }`."""
    if isinstance(value, dict) and value.keys() == {"user", "password"}:
        value = [value["user"], value["password"]]
    if isinstance(value, list) and len(value) == 2:
        parts = [places.fill(checks.text(part)) for part in value]
    elif isinstance(value, str):
        parts = places.fill(value).split(":", 1)
    else:
        parts = []
    if len(parts) != 2:
        raise Wrong('needs a user and a password; write ["USER", "${env:PASSWORD}"]')
    user, password = map(checks.text, parts)
    return user, password


def _warn_of_open_secrets(table: Table) -> None:
    """A literal secret in a file that everyone may read deserves a warning."""
    for key in _open_secrets(table.data) if table.page.public else ():
        table.warn(
            f"{table.title} spells out a secret in {key}, and every user may read this file; "
            f"chmod 600 {table.page.path}, or write ${{env:NAME}}",
            key,
        )


def _open_secrets(data: Mapping[str, object]) -> Iterator[str]:
    for key in ("url", "proxy"):
        if spells_out_secret(str(data.get(key, ""))):
            yield key
    if "auth" in data and "${" not in _password(data["auth"]):
        yield "auth"
    headers = data.get("headers")
    if isinstance(headers, dict) and any(is_secret_header(name, str(headers[name])) for name in headers):
        yield "headers"


def _password(auth: object) -> str:
    if isinstance(auth, dict):
        return str(auth.get("password"))
    return str(auth[-1:] if isinstance(auth, list) else auth)
