"""Helpers for tests of feedwatch.fetch: one fetch in a line, and routes that misbehave on the wire."""

import gzip
import socket
import threading
import time
from base64 import b64encode
from contextlib import contextmanager, suppress

from feed_server import Wire

from feedwatch.fetch import Fetcher
from feedwatch.model import Claim, Failed, Source

BODY = b"<rss version='2.0'><channel><title>Harbour news</title></channel></rss>"
LOOPBACK = ("127.0.0.1", "::1")


def claim(address, **fields):
    """A claim of a feed at this address."""
    return Claim(source=Source(id=1, name="feed", base=address), address=address, **fields)


@contextmanager
def door(**options):
    """A fetcher that may reach loopback, closed at the end."""
    fetcher = Fetcher(**{"user_agent": "feedwatch-test/1", "allow": LOOPBACK, "deadline_s": 5, **options})
    try:
        yield fetcher
    finally:
        fetcher.close()


def fetch(address, *, of=None, **options):
    """One fetch through a fetcher of its own; `of` are fields of the claim."""
    with door(**options) as fetcher:
        return fetcher.fetch(claim(address, **(of or {})))


def code(outcome):
    """The code of an outcome that must be a failure."""
    assert isinstance(outcome, Failed), outcome
    return outcome.code


def timed(address, **options):
    """The outcome of a fetch, and the seconds it took."""
    begun = time.monotonic()
    return fetch(address, **options), time.monotonic() - begun


def chunked(*chunks, end=b"0\r\n\r\n"):
    return b"".join(b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks) + end


def wire(*parts):
    """A route that sends these bytes and hangs up."""
    return Wire(lambda _, sock: [sock.sendall(part) for part in parts])


HEAD = b"HTTP/1.1 200 OK\r\n"
GZIP = HEAD + b"Content-Encoding: gzip\r\n\r\n"
BOMB = gzip.compress(bytes(50_000_000))


def drip(head, piece=b"a"):
    """Sends the head, then a piece every 50 ms until nobody listens."""

    def route(_, sock):
        sock.sendall(head)
        with suppress(OSError):
            for _ in range(200):
                sock.sendall(piece)
                time.sleep(0.05)

    return Wire(route)


def silent(head=b""):
    def route(_, sock):
        sock.sendall(head)
        with suppress(OSError):
            sock.recv(1)

    return Wire(route)


SECRETS = {"headers": (("X-Api-Key", "k3y"), ("Cookie", "a=b")), "auth": ("desk", "pässword")}
BASIC = "Basic " + b64encode("desk:pässword".encode()).decode()


def secrets_of(request):
    return [request.headers.get(name) for name in ("authorization", "x-api-key", "cookie")]


def unknown(host, port):
    raise socket.gaierror(socket.EAI_NONAME, "unknown")


@contextmanager
def accepting(serve):
    """A bare listener on loopback; each connection is handed to `serve` in a thread."""
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        with suppress(OSError):
            while True:
                threading.Thread(target=serve, args=(listener.accept()[0],), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield listener.getsockname()[1]
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
