"""Fetcher: one claim in, one outcome out.

    claim ─▶ address ─▶ [ ask ─▶ redirect? ]* ─▶ 304? 200? ─▶ body ─▶ same bytes? ─▶ outcome

Laws: a poll is one `Call`: one deadline over names, connections, TLS, headers, redirects and body, and
nothing (connection, cookie, credential) outlives it. Credentials and the feed's own headers go to the origin
of the configured address and, once a redirect has left it, nowhere any more. Whatever the world does is a
value; only a bug of ours is an exception.
"""

import http.client
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from threading import BoundedSemaphore

import requests
import urllib3

from feedwatch.fetch import headers, local, replies
from feedwatch.fetch.adapter import Adapter, trust
from feedwatch.fetch.address import Target, follow, parse
from feedwatch.fetch.body import read_body, read_start
from feedwatch.fetch.call import LOOK_S, Call, Watch
from feedwatch.fetch.dial import Dialler, Lookups, Resolve, system_resolve
from feedwatch.fetch.faults import FetchError, error_of
from feedwatch.fetch.guard import Guard
from feedwatch.model import Claim, Document, Failed, Unchanged

Outcome = Document | Unchanged | Failed

REDIRECTS_FOLLOWED = 5
# Silence is noticed within the deadline, so that the line can say what was waited for.
CONNECT_SHARE = 1 / 3
READ_SHARE = 2 / 3

# Bytes of large bodies that are being read at once: hundreds of polls may run, and each may bring the limit.
LARGE_BODIES = 30_000_000

NOT_MODIFIED = 304
WITH_BODY = frozenset({200, 203})

# What the outside can make the libraries raise; requests' and urllib3's parsing adds ValueError.
_WORLD = (
    FetchError,
    requests.RequestException,
    urllib3.exceptions.HTTPError,
    http.client.HTTPException,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class _Hop:
    """One request of a poll: where to, with which headers; was every redirect so far permanent?"""

    target: Target
    headers: Mapping[str, str] = field(repr=False)
    permanent: bool = True
    redirects: int = 0


class Fetcher:
    """The one door to the network; any number of threads may fetch through it at once."""

    def __init__(
        self,
        *,
        user_agent: str,
        allow: Sequence[str] = (),
        deadline_s: float = 30,
        body_limit: int = 10_000_000,
        local_root: Path | None = None,
        concurrency: int = 32,
        resolve: Resolve = system_resolve,
        ca_file: str | None = None,
    ) -> None:
        """Raises ValueError for an entry of `allow` that cannot be read.

        `concurrency` is how many fetches the caller runs at once; twice as many look-ups may be under way,
        those that hang included. `ca_file` names further certificate authorities (PEM).
        """
        self._user_agent = user_agent
        self._body_limit = body_limit
        self._large = BoundedSemaphore(max(1, LARGE_BODIES // body_limit))
        self._local_root = local_root
        self._read_s = deadline_s * READ_SHARE
        self._watch = Watch(deadline_s)
        self._context = trust(ca_file)
        self._dialler = Dialler(
            Guard(allow), Lookups(resolve, limit=2 * concurrency), connect_s=deadline_s * CONNECT_SHARE
        )

    def fetch(self, claim: Claim) -> Outcome:
        """One poll of the claimed feed: what it brought, that nothing changed, or why it failed.

        Never raises for anything a server, the network or an address does.
        """
        try:
            if local.is_local(claim.address):
                return self._read_local(claim)
            target = parse(claim.address)
            hop = _Hop(target, headers.own(claim, target, self._user_agent))
            _check_proxy(claim.proxy)
        except FetchError as error:
            return error.failed()
        with self._watch.call(target.shown) as call:
            try:
                return self._poll(call, claim, hop)
            except _WORLD as error:
                met = FetchError(call.ended, at=call.at) if call.ended else error_of(error, call.at)
                return met.failed(after=_after(call, claim, target), received=call.received)

    def close(self) -> None:
        """Abandons what is in flight: those fetches return Failed "stopped" at once, and so do later ones."""
        self._watch.close()

    def _poll(self, call: Call, claim: Claim, hop: _Hop) -> Outcome:
        with self._adapter(call, claim) as adapter:
            while True:
                try:
                    step = self._ask(adapter, call, claim, hop)
                except FetchError as error:
                    # "gzip" over a plain body: some servers mean it only when they are asked for gzip.
                    if error.code != "encoding" or hop.headers["Accept-Encoding"] == "identity":
                        raise
                    step = replace(hop, headers={**hop.headers, "Accept-Encoding": "identity"})
                if not isinstance(step, _Hop):
                    return step
                hop = step

    @contextmanager
    def _adapter(self, call: Call, claim: Claim) -> Iterator[Adapter]:
        def dial(host: str, port: int) -> socket.socket:
            if claim.proxy:
                return self._dialler.dial_proxy(host, port, call)
            return self._dialler.dial(host, port, call, call.at)

        adapter = Adapter(dial, self._context)
        try:
            yield adapter
        finally:
            adapter.close()

    def _ask(self, adapter: Adapter, call: Call, claim: Claim, hop: _Hop) -> Outcome | _Hop:
        """One request: its outcome, or the request that a redirect asks for."""
        call.at = hop.target.shown
        call.check()
        if claim.proxy:
            self._dialler.check_behind_proxy(hop.target, call)
        request = requests.PreparedRequest()
        request.prepare(method="GET", url=hop.target.url, headers=hop.headers)
        proxies = {"http": claim.proxy, "https": claim.proxy} if claim.proxy else {}
        response = adapter.send(request, stream=True, timeout=self._read_s, proxies=proxies)
        try:
            call.check()
            if response.status_code in replies.REDIRECTS and "Location" in response.headers:
                return self._redirected(hop, response, claim)
            return self._outcome(call, claim, hop, response)
        finally:
            # Unread bodies stay unread: requests would unpack a bomb in order to reuse the connection.
            response.raw.close()
            call.let_go()

    def _redirected(self, hop: _Hop, response: requests.Response, claim: Claim) -> _Hop:
        if hop.redirects == REDIRECTS_FOLLOWED:
            raise FetchError(
                "too-many-redirects", at=hop.target.shown, why=f"more than {REDIRECTS_FOLLOWED} times"
            )
        target = follow(hop.target, response.headers["Location"])
        same = target.origin == hop.target.origin
        return _Hop(
            target=target,
            headers=hop.headers if same else headers.common(claim, self._user_agent),
            permanent=hop.permanent and response.status_code in replies.PERMANENT,
            redirects=hop.redirects + 1,
        )

    def _outcome(self, call: Call, claim: Claim, hop: _Hop, response: requests.Response) -> Outcome:
        status, said, at = response.status_code, response.headers, hop.target.shown
        if status == NOT_MODIFIED and not headers.are_conditional(hop.headers):
            raise FetchError("bad-304", at=at, status=status)
        if status == NOT_MODIFIED:
            return _unchanged(status, said)
        if replies.is_challenge(status, said, self._start(call, response)):
            raise FetchError(
                "cloudflare-challenge", at=at, status=status, retry_after_s=replies.retry_after_s(said)
            )
        if status not in WITH_BODY:
            raise replies.refusal(status, said, at)
        body = self._body(call, response)
        body_hash = hash_of(body)
        if body_hash == claim.body_hash:
            return _unchanged(status, said, len(body))
        return Document(
            body=body,
            url=hop.target.url,
            content_type=replies.content_type(said),
            status=status,
            etag=replies.etag(said),
            modified=replies.modified(said),
            body_hash=body_hash,
            moved_to=hop.target.url if hop.redirects and hop.permanent else None,
            max_age_s=replies.max_age_s(said),
        )

    def _body(self, call: Call, response: requests.Response) -> bytes:
        encoding = response.headers.get("Content-Encoding", "")
        transfer = response.headers.get("Transfer-Encoding", "chunked").strip().lower()
        if transfer not in ("chunked", "identity"):
            raise FetchError("bad-http", at=call.at, why="it uses a transfer encoding that nobody asked for")
        body = read_body(
            response.raw,
            encoding,
            limit=self._body_limit,
            took=call.took,
            large=self._room(call),
            at=call.at,
        )
        if not body:
            raise FetchError("empty", at=call.at, status=response.status_code)
        return body

    @contextmanager
    def _room(self, call: Call) -> Iterator[None]:
        """Room in memory for a large body; waits for it until the poll is over."""
        while not self._large.acquire(timeout=call.remaining(LOOK_S)):
            pass
        try:
            yield
        finally:
            self._large.release()

    def _start(self, call: Call, response: requests.Response) -> bytes:
        """The first bytes of a page that may be a challenge; of every other reply nothing is read."""
        if not replies.may_be_challenge(response.status_code, response.headers):
            return b""
        return read_start(response.raw, response.headers.get("Content-Encoding", ""), took=call.took)

    def _read_local(self, claim: Claim) -> Outcome:
        path = local.locate(claim.address, self._local_root)
        etag = local.version(path)
        if etag == claim.etag:
            return Unchanged(status=NOT_MODIFIED, etag=etag)
        body = local.read(path, self._body_limit)
        if not body:
            raise FetchError("empty", at="the file")
        body_hash = hash_of(body)
        if body_hash == claim.body_hash:
            return Unchanged(status=200, etag=etag, bytes=len(body))
        return Document(body=body, url=path.as_uri(), etag=etag, body_hash=body_hash)


def hash_of(body: bytes) -> int:
    """A signed 64-bit fingerprint of a body (BLAKE2b, 8 bytes)."""
    return int.from_bytes(blake2b(body, digest_size=8).digest(), signed=True)


def _check_proxy(proxy: str | None) -> None:
    try:
        if proxy:
            parse(proxy)
    except FetchError as error:
        raise FetchError("proxy", why=error.line) from error


def _unchanged(status: int, said: Mapping[str, str], size: int = 0) -> Unchanged:
    return Unchanged(
        status=status,
        etag=replies.etag(said),
        modified=replies.modified(said),
        bytes=size,
        max_age_s=replies.max_age_s(said),
    )


def _after(call: Call, claim: Claim, start: Target) -> str:
    """Tells, beside the place where a poll failed, which redirect led there and what was left behind."""
    if call.at == start.shown:
        return ""
    secrets = bool(claim.auth or claim.headers or start.auth)
    left = "; the feed's credentials and headers were not sent there" if secrets else ""
    return f" (redirected from {start.shown}{left})"
