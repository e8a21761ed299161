"""Helpers for tests of feedwatch.fetch: one fetch in a line, and routes that misbehave on the wire."""

import gzip
import re
import socket
import ssl
import subprocess
import threading
import time
import warnings
from base64 import b64encode
from contextlib import contextmanager, suppress
from shutil import which

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


def endless(head, piece):
    """Sends the head and then pieces without a pause until nobody listens, at most 200 MB."""

    def route(_, sock):
        with suppress(OSError):
            sock.sendall(head)
            for _ in range(200_000_000 // len(piece)):
                sock.sendall(piece)

    return Wire(route)


@contextmanager
def black_hole():
    """A port that drops every attempt to connect: its queue of waiting connections is full."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        fillers = []
        try:
            for _ in range(4):
                filler = socket.socket()
                filler.setblocking(False)
                filler.connect_ex(listener.getsockname())
                fillers.append(filler)
            time.sleep(0.05)
            yield listener.getsockname()[1]
        finally:
            for filler in fillers:
                filler.close()


def dripping_handshake(sock):
    """Answers a TLS hello with one of its own of 16 KB, a byte at a time."""
    with suppress(OSError), sock:
        sock.recv(1000)
        sock.sendall(b"\x16\x03\x03\x40\x00\x02\x00\x3f\xfc")
        for _ in range(200):
            sock.sendall(b"\x00")
            time.sleep(0.05)


def plain_complaint(sock):
    """Answers a TLS hello in plain HTTP."""
    with sock:
        sock.recv(1000)
        sock.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


class NoCertificateError(Exception):
    """This machine cannot make certificates; says why."""


def certificate(folder, name, days):
    """A server's TLS context with a self-signed certificate for a name such as `DNS:feeds.example`, valid for
    so many days from now, and the certificate's path; raises NoCertificateError."""
    openssl = which("openssl")
    if not openssl:
        raise NoCertificateError("making certificates needs the openssl command")
    stem = folder / re.sub(r"\W", "-", f"{name}{days}")
    key, request, cert, ext = (stem.with_suffix(end) for end in (".key", ".csr", ".pem", ".ext"))
    ext.write_text(f"subjectAltName={name}\n")
    made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=feedwatch"]
    signed = ["-signkey", key, "-days", str(days), "-extfile", ext, "-out", cert]
    for command in (
        [openssl, "req", *made, "-keyout", key, "-out", request],
        [openssl, "x509", "-req", "-in", request, *signed],
    ):
        if subprocess.run(command, capture_output=True, check=False).returncode:
            raise NoCertificateError("this openssl cannot make the certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return context, str(cert)


def old_tls(context):
    """The context restricted to TLS 1.0."""
    context.set_ciphers("ALL:@SECLEVEL=0")
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    return context
