"""A real HTTP server on loopback for tests: routes are a dict, every request is recorded.

    with FeedServer({"/feed": Reply(b"<rss/>", headers={"ETag": '"1"'}), "/old": redirect("/feed")}) as web:
        ...fetch(web.url("/feed"))...
        assert web.paths() == ["/feed"]

A route is bytes (sent with 200), a `Reply`, a function `Request -> Reply | bytes`, or `Wire(function)`, whose
function gets the request and the socket and sends whatever bytes it likes. A path is looked up with its query
first, then without. `server.routes` may be changed while the server runs. A reply that carries an ETag or
Last-Modified answers 304 to a request that names it.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Self

REQUEST_LIMIT = 65_536


@dataclass(frozen=True)
class Request:
    """A request as it arrived; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    raw: bytes = field(repr=False, default=b"")


@dataclass(frozen=True)
class Reply:
    """A whole answer; Content-Length is added unless given."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Wire:
    """A route that handles the socket itself."""

    handle: Callable[[Request, socket.socket], None]


Route = bytes | Reply | Wire | Callable[[Request], "Reply | bytes"]


def redirect(location: str, status: int = 302) -> Reply:
    """A redirect to `location`."""
    return Reply(status=status, headers={"Location": location})


class FeedServer:
    """Serves `routes` on 127.0.0.1 (or `host`) from threads until the `with` block ends.

    `tls` makes it an HTTPS server. `requests` are those answered so far, `connections` counts accepted
    sockets, `stopping` is set at the end, so that a slow `Wire` can return.
    """

    def __init__(
        self,
        routes: Mapping[str, Route] | None = None,
        *,
        host: str = "127.0.0.1",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.routes: dict[str, Route] = dict(routes or {})
        self.requests: list[Request] = []
        self.connections = 0
        self.stopping = threading.Event()
        self._tls = tls
        self._host = host
        self._listener = socket.create_server(
            (host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128
        )
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(target=self._accept, daemon=True)

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self._listener.getsockname()[1])

    def url(self, path: str = "/", host: str | None = None) -> str:
        """The address of a path, under its own or another host name."""
        name = host or self._host
        shown = f"[{name}]" if ":" in name else name
        return f"{'https' if self._tls else 'http'}://{shown}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths asked for so far, in order."""
        return [request.path for request in self.requests]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stopping.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._listener.close()
        for sock in list(self._open):
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        while not self.stopping.is_set():
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError, ValueError), sock:
            sock.settimeout(30)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            stream = self._tls.wrap_socket(sock, server_side=True) if self._tls else sock
            self._open.add(stream)
            try:
                with stream:
                    while (request := _read_request(stream)) and self._answer(request, stream):
                        pass
            finally:
                self._open.discard(stream)

    def _answer(self, request: Request, stream: socket.socket) -> bool:
        """Sends the answer; says whether the connection goes on."""
        self.requests.append(request)
        route = self.routes.get(request.path, self.routes.get(request.path.partition("?")[0]))
        if isinstance(route, Wire):
            route.handle(request, stream)
            return False
        said = Reply(status=404) if route is None else route(request) if callable(route) else route
        reply = Reply(said) if isinstance(said, bytes) else said
        stream.sendall(_bytes_of(_unchanged(request, reply) or reply))
        return request.headers.get("connection", "").lower() != "close"


def _read_request(stream: socket.socket) -> Request | None:
    data = b""
    while b"\r\n\r\n" not in data:
        more = stream.recv(4096)
        data += more
        if not more or len(data) > REQUEST_LIMIT:
            return None
    head = data.partition(b"\r\n\r\n")[0].decode("latin-1")
    first, *lines = head.split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    return Request(method, path, headers, data)


def _unchanged(request: Request, reply: Reply) -> Reply | None:
    """304 when the request names what the reply would carry; an ETag decides first (RFC 9110, 13.2.2)."""
    if reply.status != HTTPStatus.OK:
        return None
    for asked, name in (("if-none-match", "ETag"), ("if-modified-since", "Last-Modified")):
        if asked in request.headers and name in reply.headers:
            same = request.headers[asked] == reply.headers[name]
            return Reply(status=304, headers={name: reply.headers[name]}) if same else None
    return None


def _bytes_of(reply: Reply) -> bytes:
    try:
        phrase = HTTPStatus(reply.status).phrase
    except ValueError:
        phrase = "Odd"
    headers = dict(reply.headers)
    if reply.status not in (204, 304) and not {"Content-Length", "Transfer-Encoding"} & set(headers):
        headers["Content-Length"] = str(len(reply.body))
    lines = [f"HTTP/1.1 {reply.status} {phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + reply.body
