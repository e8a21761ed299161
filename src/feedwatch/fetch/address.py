"""An address as written becomes the one thing we dial, or is refused.

Law: there is one reading. What is checked, resolved, dialled, named in the Host header and in TLS is the
same `Target`; anything two parsers could read in two ways (backslashes, percent-encoded or look-alike hosts,
several @) is refused, and the old spellings of an IPv4 address (2130706433, 0x7f.1, 0177.0.0.1) become the
address they mean (WHATWG URL, "IPv4 parser").
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urljoin

from requests.utils import requote_uri
from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from feedwatch.fetch.faults import FetchError, plain

DEFAULT_PORTS = {"http": 80, "https": 443}
LIMIT = 8192
HOST_LIMIT = 253


@dataclass(frozen=True, slots=True)
class Target:
    """A fetchable place: a lower-case ASCII host or canonical literal (no brackets), a path with query."""

    scheme: str
    host: str
    port: int
    path: str = field(repr=False)
    auth: tuple[str, str] | None = field(default=None, repr=False)

    @property
    def origin(self) -> tuple[str, str, int]:
        """What credentials belong to."""
        return (self.scheme, self.host, self.port)

    @property
    def shown(self) -> str:
        """Scheme and host for people: no userinfo, no path, no query; each of them may hold a token."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == DEFAULT_PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"

    @property
    def url(self) -> str:
        """The whole address without userinfo."""
        return self.shown + self.path


def parse(text: str) -> Target:
    """The place that a user's address means; `feed:` stands for http.

    Raises FetchError "bad-url", "scheme-refused" or "address-refused".
    """
    address = text.strip(_BLANK)
    if address[:5].lower() == "feed:":
        rest = address[5:]
        address = f"http:{rest}" if rest.startswith("//") else rest
    return _parse(address)


def follow(base: Target, location: str) -> Target:
    """The place a redirect leads to; credentials that a server writes into it are dropped.

    Raises FetchError "bad-redirect", "scheme-refused" or "address-refused".
    """
    if len(location) > LIMIT:
        raise FetchError("bad-redirect", at=base.shown, why="it is too long")
    text = _as_utf8(location).strip(_BLANK)
    try:
        # urljoin reads "http:x" and "http:///x" as relative; browsers read another host in them.
        absolute = text if _ABSOLUTE.match(text) else urljoin(base.url, text)
    except ValueError:  # "//["
        raise FetchError("bad-redirect", at=base.shown, why="it does not read as one") from None
    try:
        return replace(_parse(absolute), auth=None)
    except FetchError as error:
        if error.code == "bad-url":
            raise FetchError("bad-redirect", at=base.shown, why=error.why) from None
        raise FetchError(error.code, at=f"the place that {base.shown} redirects to", why=error.why) from None


def literal(host: str) -> str | None:
    """The host as a canonical IP address if it is one (IPv6 without brackets)."""
    try:
        return str(ipaddress.ip_address(host))
    except ValueError:
        return None


def _parse(address: str) -> Target:
    if len(address) > LIMIT:
        raise _bad("it is too long")
    if _CONTROL.search(address):
        raise _bad("it holds control characters or lone surrogates")
    scheme, colon, rest = address.partition(":")
    if not colon or not _SCHEME.fullmatch(scheme):
        raise _bad("it must start with http:// or https://")
    scheme = scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise FetchError("scheme-refused", at="the address", why=plain(scheme, 20))
    if not rest.startswith("//"):
        raise _bad(f"it must start with {scheme}://")
    authority, path = _split(rest[2:])
    userinfo, at, place = authority.rpartition("@")
    if "@" in userinfo:
        raise _bad("it has more than one @ before the path")
    host, port = _host_and_port(place)
    return Target(
        scheme=scheme,
        host=_host(host),
        port=_port(port) if port else DEFAULT_PORTS[scheme],
        path=_path(path),
        auth=_auth(userinfo) if at and userinfo else None,
    )


def _split(rest: str) -> tuple[str, str]:
    """Authority, and path with query; the fragment is dropped."""
    rest = rest.partition("#")[0]
    end = _AUTHORITY_END.search(rest)
    authority, path = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    if "\\" in authority or "\\" in path.partition("?")[0]:
        raise _bad("it holds a backslash")
    return authority, path


def _host_and_port(place: str) -> tuple[str, str]:
    if place.startswith("["):
        host, bracket, tail = place.partition("]")
        if not bracket or (tail and not tail.startswith(":")):
            raise _bad("its brackets do not close")
        return host + bracket, tail[1:]
    host, _, port = place.partition(":")
    return host, port


def _host(text: str) -> str:
    if text.startswith("["):
        return _ipv6(text[1:-1])
    host = (text if text.isascii() else _idna(text)).lower().removesuffix(".")
    if not host:
        raise _bad("it has no host")
    if len(host) > HOST_LIMIT or not all(_LABEL.fullmatch(label) for label in host.split(".")):
        raise _bad(f"{plain(host)!r} is no host name")
    # The last label decides: "0x7f.1" and "1.2.3.4.5" are numbers to somebody, so they are never looked up.
    return _ipv4(host) if _NUMBER.fullmatch(host.rpartition(".")[2]) else host


def _ipv6(text: str) -> str:
    address, percent, _ = text.partition("%")
    try:
        parsed = ipaddress.IPv6Address(address)
    except ValueError:
        raise _bad("it holds a broken IPv6 address") from None
    if percent:
        raise FetchError(
            "address-refused", at=f"[{parsed}]", why="an address with a scope is a link-local one"
        )
    return str(parsed)


def _ipv4(host: str) -> str:
    """The address that inet_aton reads in "127.1", "0x7f000001" or "0177.0.0.1"."""
    parts = host.split(".")
    numbers = [_number(part) for part in parts]
    room = 256 ** (5 - len(parts)) if len(parts) <= 4 else 0
    if any(number > 255 for number in numbers[:-1]) or numbers[-1] >= room:
        raise _bad(f"{plain(host)!r} is no IPv4 address")
    head = sum(number << 8 * (3 - i) for i, number in enumerate(numbers[:-1]))
    return str(ipaddress.IPv4Address(head + numbers[-1]))


def _number(part: str) -> int:
    if not _PART.fullmatch(part):
        raise _bad(f"{plain(part)!r} is no part of an IPv4 address")
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if part.startswith("0") else 10)


def _idna(host: str) -> str:
    """The punycode of an international name; one that only disguises ASCII is refused."""
    if len(host) > HOST_LIMIT or any(_is_disguise(letter) for letter in host if not letter.isascii()):
        raise _bad("its host is written in disguised letters")
    try:
        return parse_url(f"http://{unicodedata.normalize('NFC', host)}/").host or ""
    except LocationParseError:
        raise _bad("its host is no international name") from None


def _is_disguise(letter: str) -> bool:
    """Full-width and circled forms become ASCII in some parsers; foreign digits and dots pass for ours."""
    plainer = unicodedata.normalize("NFKC", letter)
    return letter.isdigit() or letter in _IDNA_DOTS or any(part.isascii() for part in plainer)


def _port(text: str) -> int:
    if not _PORT.fullmatch(text) or not 0 < int(text) < 1 << 16:
        raise _bad("its port is not between 1 and 65535")
    return int(text)


def _path(text: str) -> str:
    path = text if text.startswith("/") else f"/{text}"
    return requote_uri(path)


def _auth(userinfo: str) -> tuple[str, str]:
    name, _, password = userinfo.partition(":")
    return unquote(name), unquote(password)


def _as_utf8(location: str) -> str:
    """http.client reads headers as Latin-1; servers that write raw letters mostly mean UTF-8."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location


def _bad(why: str) -> FetchError:
    return FetchError("bad-url", why=why)


_BLANK = " \t\r\n\f"
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}", re.IGNORECASE | re.ASCII)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]{0,30}:", re.IGNORECASE | re.ASCII)
_AUTHORITY_END = re.compile(r"[/?]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.ASCII)
_PART = re.compile(r"0x[0-9a-f]*|0[0-7]*|[1-9][0-9]*", re.ASCII)
_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)
_IDNA_DOTS = frozenset("\u3002\uff0e\uff61")
