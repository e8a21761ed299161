"""Why a poll brought nothing: the stable codes, the one line of each, and how an exception becomes one.

Laws: every code and its words stand in `LINES` and nowhere else. A line never holds a query, a path, a token,
userinfo or a control character: a place is named by scheme and host (`Target.shown`), foreign text goes
through `plain`. The texts of exceptions are never shown: requests prints the whole address, query included.
"""

import errno
import http.client
import re
import socket
import ssl
from collections.abc import Iterator

import requests
import urllib3

from feedwatch.model import Failed

LINES = {
    "address-refused": "{at} may not be fetched: {why}; list it under [network] allow if it is yours",
    "bad-304": "{at} answered 304 (not modified) to a request that named nothing to compare with",
    "bad-header": "a header configured for this feed cannot be sent: {why}",
    "bad-http": "{at} did not answer in valid HTTP: {why}",
    "bad-redirect": "{at} redirects to an address that cannot be followed: {why}",
    "bad-url": "the address cannot be used: {why}",
    "cloudflare-challenge": "{at} shows a Cloudflare challenge that only a browser can pass",
    "connect-timeout": "{at} did not accept a connection in time",
    "deadline": "{at} took too long, or sent what takes too much work to read: the poll was ended",
    "dns-failed": "the name of {at} could not be looked up: the resolver failed",
    "dns-not-found": "the name of {at} does not exist",
    "dns-timeout": "the name of {at} could not be looked up in time",
    "empty": "{at} sent an empty answer",
    "encoding": "{at} sent a body that cannot be decoded: {why}",
    "http-401": "{at} wants a login (401)",
    "http-403": "{at} refuses us (403): it wants a login, or blocks programs",
    "http-404": "{at} has no such page (404)",
    "http-410": "{at} says the feed is gone for good (410)",
    "http-429": "{at} says we ask too often (429)",
    "http-4xx": "{at} refuses the request ({why})",
    "http-5xx": "{at} has a fault of its own ({why})",
    "local-missing": "there is no such file below the folder of [local] root",
    "local-outside": "the file lies outside the folder of [local] root",
    "local-refused": "the file cannot be read: {why}",
    "network-unreachable": "there is no route to {at}",
    "no-resources": "this machine has no socket, file descriptor or memory left for the poll",
    "proxy": "the proxy of this feed failed: {why}",
    "read-timeout": "{at} stopped sending",
    "refused": "{at} refused the connection",
    "reset": "{at} broke off the connection",
    "scheme-refused": "{at} is not fetched: it starts with {why}, not with http or https",
    "stopped": "the poll was abandoned: feedwatch is stopping",
    "tls": "no secure connection to {at}: the TLS handshake failed",
    "tls-expired": "the certificate of {at} is expired or not yet valid; check the clock of this machine too",
    "tls-hostname": "the certificate of {at} is for another host name",
    "tls-protocol": "{at} does not speak TLS there, or only a version too old to be safe",
    "tls-untrusted": "the certificate of {at} is signed by nobody this machine trusts",
    "too-big": "{at} sent more than the limit of {why}",
    "too-many-redirects": "{at} redirects on and on ({why})",
    "truncated": "{at} broke off in the middle of the body",
}

_UNSAFE = re.compile(r"[^\x20-\x7e]+")


def plain(text: str, limit: int = 80) -> str:
    """Foreign text made fit for a line: printable ASCII, at most `limit` characters."""
    return _UNSAFE.sub("?", text[: limit * 2])[:limit]


class FetchError(Exception):
    """A poll cannot go on; carries the code, the line and what else the outcome says."""

    def __init__(
        self,
        code: str,
        *,
        at: str = "the server",
        why: str = "",
        status: int | None = None,
        retry_after_s: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.why = why
        self.line = LINES[code].format(at=at, why=why)
        self.status = status
        self.retry_after_s = retry_after_s

    def failed(self, *, after: str = "", received: int = 0) -> Failed:
        """The outcome of a poll that ended so; `after` tells of the redirects before."""
        return Failed(
            stage="fetch",
            code=self.code,
            line=self.line + after,
            status=self.status,
            retry_after_s=self.retry_after_s,
            bytes=received,
        )


def error_of(error: BaseException, at: str) -> FetchError:
    """What an exception of requests, urllib3, http.client, ssl or the socket means."""
    causes = tuple(_causes(error))
    for cause in causes:
        if isinstance(cause, FetchError):
            return cause
    for cause in causes:
        if isinstance(cause, ssl.SSLError):
            return FetchError(tls_code(cause), at=at)
    for kind, code, why in _KINDS:
        if any(isinstance(cause, kind) for cause in causes):
            return FetchError(code, at=at, why=why)
    return FetchError("bad-http", at=at, why="the answer cannot be read")


def connect_code(error: OSError) -> str:
    """The code of a failed connect."""
    if isinstance(error, TimeoutError):
        return "connect-timeout"
    return _ERRNO.get(error.errno or 0, "network-unreachable")


def tls_code(error: ssl.SSLError) -> str:
    """The code of a failed handshake or broken TLS stream."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return _VERIFY.get(error.verify_code, "tls-untrusted")
    if isinstance(error, (ssl.SSLEOFError, ssl.SSLZeroReturnError)):
        return "reset"
    return "tls-protocol" if error.reason in _PROTOCOL_REASONS else "tls"


def lookup_code(error: BaseException) -> str:
    """The code of a failed look-up: only a resolver that says so makes a name non-existent."""
    missing = (socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME))
    return "dns-not-found" if isinstance(error, socket.gaierror) and error.errno in missing else "dns-failed"


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception and all it stands for; requests and urllib3 hide it in `args` or `reason`."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        linked = (*one.args, getattr(one, "reason", None), one.__cause__, one.__context__)
        waiting += [other for other in linked if isinstance(other, BaseException)]


# Most telling first: one failure shows up as several of these, nested.
_KINDS: tuple[tuple[type[BaseException], str, str], ...] = (
    (urllib3.exceptions.ProxyError, "proxy", "it does not let us through"),
    (requests.exceptions.InvalidProxyURL, "proxy", "its address cannot be used"),
    (http.client.RemoteDisconnected, "reset", ""),
    (ConnectionError, "reset", ""),
    (urllib3.exceptions.ReadTimeoutError, "read-timeout", ""),
    (TimeoutError, "read-timeout", ""),
    (http.client.LineTooLong, "bad-http", "a header is too long"),
    (http.client.IncompleteRead, "truncated", ""),
    (http.client.UnknownProtocol, "bad-http", "unknown version"),
    (http.client.BadStatusLine, "bad-http", "the first line is not HTTP"),
    (urllib3.exceptions.InvalidHeader, "bad-http", "contradictory headers"),
    (http.client.HTTPException, "bad-http", "too many or broken headers"),
    (requests.exceptions.InvalidURL, "bad-url", "it does not read as one"),
    (urllib3.exceptions.LocationValueError, "bad-url", "it does not read as one"),
    (OSError, "reset", ""),
)

_ERRNO = {
    errno.ECONNREFUSED: "refused",
    errno.ECONNRESET: "reset",
    errno.ECONNABORTED: "reset",
    errno.ETIMEDOUT: "connect-timeout",
    errno.EMFILE: "no-resources",
    errno.ENFILE: "no-resources",
    errno.ENOMEM: "no-resources",
    errno.ENOBUFS: "no-resources",
}

# X509_V_ERR_*: 9 not yet valid, 10 expired, 62 host name, 64 address; all others are matters of trust.
_VERIFY = {9: "tls-expired", 10: "tls-expired", 62: "tls-hostname", 64: "tls-hostname"}

_PROTOCOL_REASONS = frozenset(
    {
        "HTTP_REQUEST",
        "HTTPS_PROXY_REQUEST",
        "NO_PROTOCOLS_AVAILABLE",
        "PACKET_LENGTH_TOO_LONG",
        "RECORD_LAYER_FAILURE",
        "TLSV1_ALERT_PROTOCOL_VERSION",
        "UNSUPPORTED_PROTOCOL",
        "WRONG_SSL_VERSION",
        "WRONG_VERSION_NUMBER",
    }
)
