"""Addresses: what a link is called, which two are the same, and who publishes there.

`canonical_url` answers with a link a person can open: scheme and host stay as published unless the address
is a wrapper or a twin whose original is certain. `url_key` is looser and never shown: it makes equal what
publishers write in several ways (scheme, `www.`, trailing slash, order of parameters).

Laws: nothing here raises; canonical twice is once; every mapping makes an address shorter, so it ends.
Parsing follows the WHATWG URL standard where it differs from RFC 3986 (backslashes, tabs, IDNA without the
transitional mapping), because that is what the reader's browser will do with the link.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from functools import lru_cache
from ipaddress import AddressValueError, IPv6Address
from itertools import chain
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from publicsuffixlist import PublicSuffixList

from feedwatch.model import key64
from feedwatch.url_tables import (
    AGGREGATORS,
    CARRIERS,
    DOUBTFUL_NAMES,
    FRAGMENT_JUNK,
    OUTLET_ALIASES,
    TRACKER_VALUES,
    TRACKING_NAMES,
    TRACKING_PREFIXES,
    TWIN_HOSTS,
    TWIN_PARAMETERS,
    TWIN_PATHS,
    WRAPPED_PATHS,
    WRAPPERS,
)

MAX_LENGTH = 8192  # longer than any link we have seen that still opens; opaque news links stay below 2,000

# --- an address --------------------------------------------------------------------------------------


class Address(NamedTuple):
    """The parts of an http or https address in normal form; `port` is "" or ":8080"."""

    scheme: str
    host: str
    port: str
    path: str
    query: str
    fragment: str

    def __str__(self) -> str:
        query = f"?{self.query}" if self.query else ""
        fragment = f"#{self.fragment}" if self.fragment else ""
        return f"{self.scheme}://{self.host}{self.port}{self.path}{query}{fragment}"


_PARTS = re.compile(r"(https?):[/\\]*([^/\\?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_EDGE = "".join(map(chr, range(0x21))) + "\x7f\xa0\u200b\ufeff"
_INNER = {ord(c): None for c in "\t\r\n"}
_LEFT_ESCAPED = re.compile(r"&(?:(?:amp|#0{0,4}38);)+", re.IGNORECASE)  # entities unescaped once too little
_HOST = re.compile(r"(?:[a-z0-9_-]{1,63}\.){0,126}[a-z0-9_-]{1,63}")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})|([^A-Za-z0-9._~!$&'()*+,;=:@/?-])")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:")
_SCHEME_SLASHES = re.compile(r"https?:[/\\]", re.IGNORECASE)
_LOOSE_LABELS = re.compile(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.[^.])")
_INDEX_PAGE = re.compile(r"/(?:index|default|home)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_DOMAIN_NAME = re.compile(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")  # a source called "Reuters.com"
_DEFAULT_PORTS = {"http": 80, "https": 443}


def _escaped(match: re.Match[str]) -> str:
    if match[2]:
        return "".join(f"%{byte:02X}" for byte in match[2].encode("utf-8", "replace"))
    char = chr(int(match[1], 16))
    return char if char in _UNRESERVED else match[0].upper()


def _normal_text(text: str) -> str:
    """Percent-encoding in its one normal form (RFC 3986, 6.2.2)."""
    return _ESCAPE.sub(_escaped, text)


def _normal_path(path: str) -> str:
    """Without dot segments (RFC 3986, 5.2.4) and without session numbers in path parameters."""
    kept: list[str] = []
    segments = _normal_text(path.replace("\\", "/")).split("/")[1:]
    for segment in segments:
        name, mark, parameter = segment.partition(";")
        if mark and parameter.partition("=")[0].lower() in TRACKING_NAMES:
            segment = name
        if segment == "..":
            kept[-1:] = []
        elif segment != ".":
            kept.append(segment)
    if segments[-1:] in ([".."], ["."]):
        kept.append("")
    return "/" + "/".join(kept)


def _ascii_label(label: str) -> str:
    if label.isascii():
        return label
    return "xn--" + label.encode("punycode").decode("ascii") if label.isprintable() else ""


def _normal_host(host: str) -> str:
    """Lower-case host in ASCII (UTS 46, non-transitional, without its tables); "" when it is none."""
    if host.startswith("["):
        try:
            return f"[{IPv6Address(host[1:-1]).compressed}]" if host.endswith("]") else ""
        except AddressValueError:
            return ""
    if len(host) > 1024:
        return ""
    host = unquote(host)
    if not host.isascii():
        folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", host).lower())
        host = ".".join(map(_ascii_label, folded.replace("。", ".").split(".")))
    host = host.lower().removesuffix(".")
    return host if len(host) <= 253 and _HOST.fullmatch(host) else ""


def _normal_port(port: str, scheme: str) -> str | None:
    if not port:
        return ""
    if not (port.isascii() and port.isdigit() and len(port) <= 5 and int(port) < 65536):
        return None
    return "" if int(port) == _DEFAULT_PORTS[scheme] else f":{int(port)}"


def _address(url: str) -> Address | None:
    """The normal form of an absolute address; None when it is not http, not https or has no host."""
    match = _PARTS.fullmatch(url)
    if match is None:
        return None
    scheme = match[1].lower()
    authority = match[2].rpartition("@")[2]  # a name and password in a link are bait, or a secret
    name, mark, port = authority.rpartition(":")
    if not mark or port.endswith("]"):
        name, port = authority, ""
    host, colon_port = _normal_host(name), _normal_port(port, scheme)
    if not host or colon_port is None:
        return None
    path = _normal_path(match[3]) if match[3] else "/"
    return Address(scheme, host, colon_port, path, _normal_text(match[4] or ""), _normal_text(match[5] or ""))


# --- mapping: wrapper to target, twin to original -----------------------------------------------------


def _host_names(host: str) -> Iterator[str]:
    """The keys under which the tables know a host: itself, ".itself", every ".domain" above, and ""."""
    yield host
    rest = f".{host}"
    while rest:
        yield rest
        dot = rest.find(".", 1)
        rest = rest[dot:] if dot > 0 else ""
    if host.startswith(("google.", "www.google.")) and _domain_of(host).startswith("google."):
        yield ".google.com"  # google.de, google.co.uk
    yield ""


@lru_cache(maxsize=4096)
def _wrapping(host: str) -> tuple[tuple[tuple[str, tuple[str, ...]], ...], tuple[re.Pattern[str], ...]]:
    """What the tables say of a host: (path, parameters) of its redirections, patterns of wrapped paths."""
    names = tuple(_host_names(host))
    paths = (WRAPPED_PATHS.get(name) for name in names)
    return tuple(chain.from_iterable(WRAPPERS.get(name, ()) for name in names)), tuple(filter(None, paths))


def _parameters(query: str) -> Iterator[tuple[str, str, str]]:
    """(parameter as written, its name in lower case, its value) of a query."""
    for written in query.split("&"):
        if written:
            name, _, value = written.partition("=")
            yield written, name.lower(), value


def _target_in_path(pattern: re.Pattern[str], address: Address) -> str:
    match = pattern.match(address.path)
    if match is None:
        return ""
    rest = match["rest"]
    if rest[:8].lower().startswith(("http%3a", "https%3a")):
        return unquote(rest)
    if rest.lower().startswith(("http:", "https:")):
        return rest
    return f"https://{rest}?{address.query}"  # the AMP cache and The Register pass the target's own query on


def _targets(address: Address) -> Iterator[str]:
    redirections, patterns = _wrapping(address.host)
    for prefix, parameters in redirections:
        if address.path.startswith(prefix):
            values = {parameter: value for _, parameter, value in _parameters(address.query)}
            yield from (unquote(values[parameter]) for parameter in parameters if parameter in values)
    for pattern in patterns:
        yield _target_in_path(pattern, address)


def _unwrapped(address: Address) -> Address | None:
    for target in _targets(address):
        if _SCHEME_SLASHES.match(target):
            inner = _address(_tidy(target))
            if inner is not None and "." in inner.host and len(str(inner)) < len(str(address)):
                return inner
    return None


def _original(address: Address) -> Address | None:
    if address.host in TWIN_HOSTS:
        return address._replace(host=TWIN_HOSTS[address.host])
    if address.host == "amp.cnn.com" and address.path.startswith("/cnn/"):
        return address._replace(host="www.cnn.com", path=address.path[4:])
    if "amp" not in address.path:
        return None
    for pattern in chain.from_iterable(TWIN_PATHS.get(name, ()) for name in _host_names(address.host)):
        if match := pattern.fullmatch(address.path):
            return address._replace(path=match["head"] + match["tail"])
    return None


# --- cutting what does not name the page ---------------------------------------------------------------


def _is_tracker_value(value: str, own: Collection[str]) -> bool:
    value = unquote(value).lower()
    if value.startswith("rss") or value.endswith("rss") or value in TRACKER_VALUES:
        return True
    return "." in value and registered_domain(value) in own


def _is_tracking(name: str, value: str, own: Collection[str]) -> bool:
    if name.startswith(TRACKING_PREFIXES) or name in TRACKING_NAMES:
        return True
    if name in ("rss", "feed") and value in ("", "1", "true", "yes"):
        return True
    return name in DOUBTFUL_NAMES and _is_tracker_value(value, own)


def _kept_query(query: str, own: Collection[str]) -> str:
    return "&".join(
        written
        for written, name, value in _parameters(query)
        if written.lower() not in TWIN_PARAMETERS and not _is_tracking(name, value, own)
    )


def _kept_fragment(fragment: str) -> str:
    """The fragment where it is the page or an entry on it: "#!" and "#/" routes, anchors with a number.

    Old weblogs and live blogs give each entry an anchor of its own on one page (`#a2598`, `#block-5f3a…`);
    dropping it would make all of them one article. Words (`#comments`, `#top`) name parts of one page, and
    what holds a `=` was added by a tracker.
    """
    if fragment.startswith(("!", "/")):
        return fragment
    named = fragment.lower().startswith(FRAGMENT_JUNK) or "=" in fragment
    return fragment if any(map(str.isdigit, fragment)) and not named else ""


# --- public ------------------------------------------------------------------------------------------


def _tidy(url: str) -> str:
    url = url.strip(_EDGE)
    if not url.isprintable():
        url = url.translate(_INNER)
    return _LEFT_ESCAPED.sub("&", url) if "&" in url else url


def _absolute(url: str, base: str) -> str:
    if _SCHEME.match(url):
        return url
    if url.startswith("//") and not base:
        return f"https:{url}"
    try:
        return urljoin(base, url)
    except ValueError:  # "//[": feeds contain such things
        return ""


def canonical_url(url: str, *, base: str = "", outlet_hosts: Collection[str] = ()) -> str:
    """The absolute http or https address of a page as a person would open it; "" when `url` is none.

    Relative addresses are resolved against `base`. Tracking parameters, credentials, default ports and
    fragments that name no page are cut; links through wrappers (google.com/url, Safe Links, AMP caches)
    lead to their target when the address carries it. `outlet_hosts` are further names of the site whose
    mention in `ref=` and the like is tracking; the address's own and the base's always are.
    """
    if not url or max(len(url), len(base)) > MAX_LENGTH:
        return ""
    tidy = _tidy(url)
    absolute = _absolute(tidy, base)
    address = _address(absolute if absolute is tidy else _tidy(absolute))
    if address is None:
        return ""
    while (mapped := _unwrapped(address) or _original(address)) is not None:
        address = mapped
    own = {_domain_of(address.host)}
    if address.query:
        own.update(registered_domain(name) for name in (base, *outlet_hosts) if name)
    kept = address._replace(query=_kept_query(address.query, own), fragment=_kept_fragment(address.fragment))
    return str(kept)


def url_key(url: str) -> int:
    """A 64-bit key equal for addresses that are almost surely one page; 0 for what is no address.

    Ignored beyond `canonical_url`: scheme, `www.` and mobile labels, trailing slash, index pages, the order
    of parameters. A hint, to be confirmed by the words: never shown, never opened.
    """
    address = _address(canonical_url(url))
    if address is None:
        return 0
    host = _LOOSE_LABELS.sub("", address.host)
    path = _INDEX_PAGE.sub("", address.path).rstrip("/")
    query = "&".join(sorted(address.query.split("&")))
    return key64("\n".join((host + address.port, path, query, address.fragment)))


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()  # reads a list of 10,000 lines: 0.1 s, so only when first needed


@lru_cache(maxsize=4096)
def _domain_of(host: str) -> str:
    if host.startswith("[") or host.rpartition(".")[2].isdigit():  # no top-level domain is a number
        return host
    return str(_suffixes().privatesuffix(host) or host)


def registered_domain(url_or_host: str) -> str:
    """The domain somebody registered ("bbc.co.uk" for any BBC address, "me.github.io" for a hosted site).

    An IP address, `localhost` and a bare suffix stand for themselves; the port never counts; "" for what
    has no host. Source: the Public Suffix List with its private section.
    """
    if not url_or_host or len(url_or_host) > MAX_LENGTH:
        return ""
    text = _tidy(url_or_host)
    address = _address(text if _SCHEME_SLASHES.match(text) else f"http://{text}")
    return _domain_of(address.host) if address else ""


def _is_listed(url: str, table: Collection[str]) -> bool:
    domain = registered_domain(url)
    name = domain.partition(".")[0]
    return domain in table or (name in ("google", "yahoo") and f"{name}.com" in table)


def _is_carrier(url: str) -> bool:
    address = _address(_tidy(url[:MAX_LENGTH]))
    return address is not None and (address.host in CARRIERS or _domain_of(address.host) in CARRIERS)


def _publisher(url: str) -> str:
    """The outlet at an address, "" when it is an aggregator's, a carrier's or none."""
    if not url or _is_carrier(url) or _is_listed(url, AGGREGATORS):
        return ""
    domain = registered_domain(url)
    return OUTLET_ALIASES.get(domain, domain)


def outlet_of(
    *, configured: str | None, source_name: str, source_url: str, url: str, site: str
) -> tuple[str, bool]:
    """(who publishes an item, whether an aggregator carries it); the outlet is "" when nobody is named.

    In turn: what the user configured; the item's own `<source>` (its domain where it gives one, so that an
    outlet has one name everywhere; else its name); the domain of the article's address; the feed's site.
    An aggregator is no outlet, and neither is a carrier of feeds.
    """
    aggregated = any(not _is_carrier(page) and _is_listed(page, AGGREGATORS) for page in (url, site) if page)
    name = " ".join(source_name[:200].split())
    named = _publisher(source_url) or (_publisher(name) if _DOMAIN_NAME.fullmatch(name) else name)
    return configured or named or _publisher(url) or _publisher(site), aggregated
