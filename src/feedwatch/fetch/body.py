"""Reads a body: never more decoded bytes than the limit, never past the deadline, never a silently cut one.

We decode ourselves: requests and urllib3 return a gzip stream that was cut in the middle as if it were whole.
"""

import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from typing import Protocol

from feedwatch.fetch.faults import FetchError

ACCEPTED = "gzip, deflate"
CHUNK = 65_536
START = 16_384
LARGE = 1_000_000
# gzip files may be joined; nobody joins thousands, and each costs more time than its bytes are worth.
MEMBERS_LIMIT = 1000


class Raw(Protocol):
    """What we use of urllib3's response."""

    length_remaining: int | None

    def read1(self, amt: int, decode_content: bool) -> bytes:
        """At most `amt` bytes as they came, from at most one read of the socket; b"" at the end."""


def read_body(
    raw: Raw,
    encoding: str,
    *,
    limit: int,
    took: Callable[[int], None],
    large: AbstractContextManager[None],
    at: str,
) -> bytes:
    """The decoded body; `encoding` is the value of Content-Encoding. What is beyond `LARGE` is read within
    `large`, which may wait until other bodies have been read.

    Raises FetchError "too-big", "truncated" or "encoding", what `took` raises, and urllib3's errors.
    """
    decode = decoder(encoding, limit=limit, at=at)
    body = bytearray()
    wire = 0
    if raw.length_remaining is not None and raw.length_remaining > limit:
        raise too_big(limit, at)
    with ExitStack() as room:
        while raw.length_remaining != 0:
            data = raw.read1(CHUNK, decode_content=False)
            took(len(data))
            if not data:
                break
            wire += len(data)
            small = len(body) <= LARGE
            body += decode.feed(data, room=limit - len(body))
            if small and len(body) > LARGE:
                room.enter_context(large)
            if wire > limit + CHUNK:  # blocks that decode to nothing
                raise too_big(limit, at)
        decode.finish()
        return bytes(body)


def read_start(raw: Raw, encoding: str, *, took: Callable[[int], None]) -> bytes:
    """The first decoded bytes of a page, from at most 16 KB of it; what cannot be decoded is empty."""
    data = bytearray()
    while len(data) < START and (more := raw.read1(START - len(data), decode_content=False)):
        took(len(more))
        data += more
    try:
        return decoder(encoding, limit=START, at="").feed(bytes(data), room=16 * START)
    except FetchError:
        return b""


def too_big(limit: int, at: str) -> FetchError:
    """The fault of a body over the limit."""
    return FetchError("too-big", at=at, why=f"{limit / 1e6:g} MB")


def decoder(encoding: str, *, limit: int, at: str) -> "Plain | Inflate":
    """What undoes one Content-Encoding; a chain, or one we did not offer, is a FetchError "encoding"."""
    names = [
        name for part in encoding.split(",", 8) if (name := part.strip().lower()) not in ("", "identity")
    ]
    if not names:
        return Plain(limit=limit, at=at)
    if len(names) > 1:
        raise FetchError("encoding", at=at, why="it is encoded more than once")
    if names[0] not in ("gzip", "x-gzip", "deflate"):
        raise FetchError("encoding", at=at, why="it uses an encoding that we did not offer")
    return Inflate(gzip=names[0] != "deflate", limit=limit, at=at)


class Plain:
    """No encoding."""

    def __init__(self, *, limit: int, at: str) -> None:
        self._limit = limit
        self._at = at

    def feed(self, data: bytes, *, room: int) -> bytes:
        """The data itself; raises FetchError "too-big" when it exceeds `room`."""
        if len(data) > room:
            raise too_big(self._limit, self._at)
        return data

    def finish(self) -> None:
        """Nothing can be missing that the transfer did not notice."""


class Inflate:
    """gzip (several members too), or deflate with a zlib header as the standard says, or raw as some send."""

    def __init__(self, *, gzip: bool, limit: int, at: str) -> None:
        self._gzip = gzip
        self._limit = limit
        self._at = at
        self._members = 0
        self._stream: zlib._Decompress | None = None
        self._over = False

    def feed(self, data: bytes, *, room: int) -> bytes:
        """The next decoded bytes; raises FetchError "too-big" (more than `room`) or "encoding" (broken)."""
        out = bytearray()
        while data and not self._over:
            stream = self._stream or self._open(data)
            try:
                out += stream.decompress(data, room - len(out) + 1)
            except zlib.error:
                raise FetchError("encoding", at=self._at, why="it is not what its header says") from None
            if len(out) > room:
                raise too_big(self._limit, self._at)
            data = self._rest(stream)
        return bytes(out)

    def finish(self) -> None:
        """Raises FetchError "truncated" when the stream has begun and not ended."""
        if self._stream is not None and not self._stream.eof:
            raise FetchError("truncated", at=self._at)

    def _open(self, data: bytes) -> "zlib._Decompress":
        self._members += 1
        if self._members > MEMBERS_LIMIT:
            raise FetchError("encoding", at=self._at, why="it is packed in thousands of pieces")
        # A zlib header always begins with x8; no encoder begins a raw deflate stream so.
        bits = 31 if self._gzip else 15 if data[0] & 0x0F == 8 else -15
        self._stream = zlib.decompressobj(bits)
        return self._stream

    def _rest(self, stream: "zlib._Decompress") -> bytes:
        """What follows a finished member: another one, or padding that nobody reads."""
        if not stream.eof:
            return b""
        rest = stream.unused_data
        if rest and self._gzip and rest[0] == _GZIP_MAGIC:
            self._stream = None
            return rest
        self._over = bool(rest) or not self._gzip
        return b""


_GZIP_MAGIC = 0x1F
