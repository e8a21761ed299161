"""requests and urllib3, with our way to dial and our trust put underneath.

`send` is requests' own (tests may replace it with `responses`); what changes is where sockets come from.
"""

import logging
import socket
import ssl
import warnings
from collections.abc import Callable
from functools import cache
from http.client import HTTPException
from typing import Any, TypeVar

import requests
from requests.adapters import HTTPAdapter
from requests.structures import CaseInsensitiveDict
from requests.utils import DEFAULT_CA_BUNDLE_PATH
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.exceptions import SystemTimeWarning
from urllib3.response import BaseHTTPResponse
from urllib3.util.ssl_ import create_urllib3_context

from feedwatch.fetch.faults import FetchError

# urllib3 logs whole addresses: a query may hold a token. The failure itself says to check the clock.
logging.getLogger("urllib3").setLevel(logging.CRITICAL)
warnings.simplefilter("ignore", SystemTimeWarning)

Dial = Callable[[str, int], socket.socket]


class _Connection(HTTPConnection):
    dial: Dial

    def _new_conn(self) -> socket.socket:
        return self.dial(self.host, self.port)


class _TlsConnection(HTTPSConnection):
    dial: Dial

    def _new_conn(self) -> socket.socket:
        return self.dial(self.host, self.port)

    def _tunnel(self) -> None:
        try:
            super()._tunnel()
        except (OSError, HTTPException) as error:
            raise FetchError("proxy", why="it does not let us through") from error


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection
    dial: Dial

    def _new_conn(self) -> _Connection:
        return _dialling(super()._new_conn(), _Connection, self.dial)


class _TlsPool(HTTPSConnectionPool):
    ConnectionCls = _TlsConnection
    dial: Dial

    def _new_conn(self) -> _TlsConnection:
        return _dialling(super()._new_conn(), _TlsConnection, self.dial)


_Ours = TypeVar("_Ours", _Connection, _TlsConnection)


def _dialling(made: object, kind: type[_Ours], dial: Dial) -> _Ours:
    """The connection that urllib3 made, with our way to dial; one of another kind would dial unchecked."""
    if not isinstance(made, kind):
        raise TypeError(f"{type(made).__name__} would dial unchecked addresses")
    made.dial = dial
    return made


class Adapter(HTTPAdapter):
    """requests' adapter for one poll: its sockets come from `dial`, its trust from `context`.

    It lives as long as the poll: nothing (connection, cookie, credential) outlasts it.
    """

    def __init__(self, dial: Dial, context: ssl.SSLContext) -> None:
        self._dial = dial
        self._context = context
        super().__init__(pool_connections=2, pool_maxsize=1)

    def init_poolmanager(self, connections: int, maxsize: int, block: bool = False, **kwargs: Any) -> None:  # noqa: ANN401  (requests' signature)
        """Makes every connection one of ours."""
        super().init_poolmanager(connections, maxsize, block, ssl_context=self._context, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401  (requests' signature)
        """The same for connections through a proxy."""
        manager = super().proxy_manager_for(proxy, ssl_context=self._context, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager

    def get_connection_with_tls_context(self, *args: Any, **kwargs: Any) -> HTTPConnectionPool:  # noqa: ANN401  (requests' signature)
        """Gives the pool of a request, direct or through a proxy, our way to dial."""
        pool = super().get_connection_with_tls_context(*args, **kwargs)
        if not isinstance(pool, (_Pool, _TlsPool)):
            raise TypeError(f"{type(pool).__name__} would dial unchecked addresses")
        pool.dial = self._dial
        return pool

    def build_response(self, req: requests.PreparedRequest, resp: BaseHTTPResponse) -> requests.Response:
        """The reply without its cookies: we keep none, and requests takes 2 s to read 6 MB of them."""
        response = requests.Response()
        response.status_code = resp.status
        response.headers = CaseInsensitiveDict(resp.headers)
        response.raw = resp
        response.request = req
        return response

    def cert_verify(self, conn: object, url: object, verify: object, cert: object) -> None:
        """Leaves trust to the context: requests would load its root certificates anew for each connection."""


_POOLS: dict[str, type] = {"http": _Pool, "https": _TlsPool}


def trust(ca_file: str | None = None) -> ssl.SSLContext:
    """TLS 1.2 or newer, certificates checked against requests' roots and those in `ca_file` (PEM)."""
    if ca_file is None:
        return _roots()
    context = _roots.__wrapped__()
    context.load_verify_locations(ca_file)
    return context


@cache
def _roots() -> ssl.SSLContext:
    """Trust in requests' roots alone; reading them takes 20 ms, and all fetchers may share the result."""
    context = create_urllib3_context(cert_reqs=ssl.CERT_REQUIRED)
    context.load_verify_locations(DEFAULT_CA_BUNDLE_PATH)
    return context
