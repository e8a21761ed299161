"""Bodies: too much, too little, and HTTP that is none, over real sockets."""

import gzip
import socket
import threading
import time
import zlib
from contextlib import suppress

import pytest
from feed_server import FeedServer, Reply, Wire
from fetching import (
    BODY,
    BOMB,
    GZIP,
    HEAD,
    chunked,
    claim,
    code,
    door,
    fetch,
    timed,
    wire,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.fetch.faults import LINES
from feedwatch.model import Document, Failed, Unchanged

BROKEN = {
    "gzip bomb": (wire(GZIP, BOMB), "too-big"),
    "deflate bomb": (
        wire(HEAD + b"Content-Encoding: deflate\r\n\r\n", zlib.compress(bytes(50_000_000))),
        "too-big",
    ),
    "endless nothing in gzip": (wire(GZIP, gzip.compress(b"")[:10], b"\0\0\0\xff\xff" * 400_000), "too-big"),
    "thousands of gzip members": (wire(GZIP, gzip.compress(b"") * 5000), "encoding"),
    "announced too big": (wire(HEAD + b"Content-Length: 99999999\r\n\r\n"), "too-big"),
    "endless body": (wire(HEAD + b"\r\n", bytes(2_000_000)), "too-big"),
    "endless chunks": (
        wire(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunked(bytes(2_000_000))),
        "too-big",
    ),
    "gzip cut": (wire(GZIP, gzip.compress(BODY * 99)[:-20]), "truncated"),
    "gzip without its checksum": (wire(GZIP, gzip.compress(BODY)[:-8]), "truncated"),
    "deflate cut": (wire(HEAD + b"Content-Encoding: deflate\r\n\r\n", zlib.compress(BODY)[:-1]), "truncated"),
    "short of Content-Length": (wire(HEAD + b"Content-Length: 500\r\n\r\n", BODY), "truncated"),
    "chunk cut": (wire(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"500\r\n" + BODY), "truncated"),
    "no last chunk": (
        wire(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunked(BODY, end=b"")),
        "truncated",
    ),
    "bad chunk size": (wire(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"zz\r\n" + BODY), "truncated"),
    "unknown transfer encoding": (
        wire(HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n", chunked(BODY)),
        "bad-http",
    ),
    "two lengths": (wire(HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\n", BODY), "bad-http"),
    "empty": (wire(HEAD + b"Content-Length: 0\r\n\r\n"), "empty"),
    "empty gzip": (wire(GZIP), "empty"),
    "204": (Reply(status=204), "empty"),
    "205": (Reply(status=205), "empty"),
    "206": (Reply(BODY, status=206), "bad-http"),
    "HTTP/0.9": (wire(BODY), "bad-http"),
    "HTTP/2": (wire(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"), "bad-http"),
    "ICY": (wire(b"ICY 200 OK\r\n\r\n", BODY), "bad-http"),
    "no status": (wire(b"HTTP/1.1 abc\r\n\r\n"), "bad-http"),
    "200 headers": (wire(HEAD, b"X-A: 1\r\n" * 200, b"\r\n", BODY), "bad-http"),
    "a header of 70 KB": (wire(HEAD, b"X-A: " + b"1" * 70_000, b"\r\n\r\n", BODY), "bad-http"),
    "silence": (wire(), "reset"),
    "half a status line": (wire(b"HTTP/1.1 2"), "bad-http"),
}


@pytest.mark.parametrize(("route", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_reply_has_its_code(route, expected):
    with FeedServer({"/feed": route}) as web:
        assert code(fetch(web.url("/feed"), body_limit=1_000_000)) == expected


def test_a_body_of_exactly_the_limit_passes():
    body = b"x" * 100_000
    with FeedServer(
        {"/plain": body, "/gzip": Reply(gzip.compress(body), headers={"Content-Encoding": "gzip"})}
    ) as web:
        with door(body_limit=100_000) as fetcher:
            assert [len(fetcher.fetch(claim(web.url(p))).body) for p in ("/plain", "/gzip")] == [
                100_000,
                100_000,
            ]
        with door(body_limit=99_999) as fetcher:
            assert [code(fetcher.fetch(claim(web.url(p)))) for p in ("/plain", "/gzip")] == [
                "too-big",
                "too-big",
            ]


@pytest.mark.parametrize("status", [302, 404, 500])
def test_the_body_of_a_redirect_or_refusal_is_not_read(status):
    sent = threading.Event()

    def endless(_, sock):
        sock.sendall(b"HTTP/1.1 %d Odd\r\nLocation: /feed\r\nContent-Encoding: gzip\r\n\r\n" % status)
        with suppress(OSError):
            for _ in range(1000):
                sock.sendall(BOMB)
        sent.set()

    with FeedServer({"/old": Wire(endless), "/feed": BODY}) as web:
        outcome, seconds = timed(web.url("/old"))
        assert sent.wait(2)
    assert isinstance(outcome, Document if status == 302 else Failed)
    assert (seconds < 1, outcome.status) == (True, 200 if status == 302 else status)


def test_a_reset_in_the_body_is_named():
    def cut(_, sock):
        sock.sendall(HEAD + b"Content-Length: 5000\r\n\r\n" + BODY)
        time.sleep(0.1)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        sock.close()

    with FeedServer({"/feed": Wire(cut)}) as web:
        outcome = fetch(web.url("/feed"))
    assert (code(outcome), outcome.bytes) == ("reset", len(BODY))


PIECES = [b"HTTP/1.1 ", b"200 OK", b"302 Found", b"304 Not Modified", b"\r\n", b"\n", b"\r", b"\0", b"\xff"]
PIECES += [b"Content-Length: ", b"Content-Encoding: gzip", b"Transfer-Encoding: chunked", b"Location: /x"]
PIECES += [b"5", b"-1", b"a", b":", b" ", b";", b"0\r\n\r\n", b"5\r\nabcde\r\n", b"\r\n\r\n", b"\x1f\x8b\x08"]
PIECES += [gzip.compress(BODY), b'ETag: "\xff"', HEAD]


def test_no_bytes_of_a_server_raise():
    sent = [b""]
    with FeedServer({"/": Wire(lambda _, sock: sock.sendall(sent[0]))}) as web, door() as fetcher:

        @given(st.lists(st.sampled_from(PIECES), max_size=9).map(b"".join), st.booleans())
        @settings(derandomize=True, max_examples=300, deadline=None)
        def check(reply, begun):
            sent[0] = HEAD + reply if begun else reply
            outcome = fetcher.fetch(claim(web.url("/"), etag='"1"'))
            assert isinstance(outcome, (Document, Unchanged, Failed))
            assert not isinstance(outcome, Failed) or outcome.code in LINES

        check()
