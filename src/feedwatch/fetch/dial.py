"""From a name to a connected socket: one look-up, every address checked, and no second look-up.

`Dialler.dial` stands where urllib3 would call `create_connection`; the connection classes of `adapter` put it
there, so that every request passes through it. TLS and the Host header still use the name.
"""

import math
import socket
import threading
from collections.abc import Callable, Sequence
from time import monotonic

from feedwatch.fetch.address import Target, literal
from feedwatch.fetch.call import Call
from feedwatch.fetch.faults import FetchError, connect_code, lookup_code
from feedwatch.fetch.guard import Guard

Resolve = Callable[[str, int], Sequence[str]]

ADDRESSES_TRIED = 8


def system_resolve(host: str, port: int) -> list[str]:
    """The literal addresses of a name as the system gives them; raises socket.gaierror."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Lookups:
    """Look-ups that can be left behind: getaddrinfo has no time-out and cannot be interrupted."""

    def __init__(self, resolve: Resolve, limit: int) -> None:
        self._resolve = resolve
        self._slots = threading.BoundedSemaphore(limit)

    def addresses(self, host: str, port: int, call: Call, *, seconds: float) -> list[str]:
        """The literal addresses of a host, the families in turn; raises FetchError "dns-…", "deadline", …"""
        if address := literal(host):
            return [address]
        answer = self._begin(host, port, call)
        if not call.wait_for(lambda: bool(answer), call.remaining(seconds)):
            raise FetchError("dns-timeout", at=host)
        found = answer[0]
        if isinstance(found, Exception):
            raise FetchError(lookup_code(found), at=host) from found
        if not found:
            raise FetchError("dns-not-found", at=host)
        return _alternating(found)

    def _begin(self, host: str, port: int, call: Call) -> list[Sequence[str] | Exception]:
        """Starts a look-up; the list gets its one answer some time, or never."""
        # No slot is free only when as many look-ups hang as polls may run twice over: the resolver is dead.
        if not self._slots.acquire(blocking=False):
            raise FetchError("dns-timeout", at=host)
        answer: list[Sequence[str] | Exception] = []

        def look_up() -> None:
            try:
                answer.append(self._resolve(host, port))
            except Exception as error:  # noqa: BLE001  (whatever a resolver raises is the poll's to report)
                answer.append(error)
            finally:
                self._slots.release()
                call.notify()

        try:
            threading.Thread(target=look_up, name="fetch-lookup", daemon=True).start()
        except RuntimeError:
            self._slots.release()
            raise FetchError("no-resources") from None
        return answer


class Dialler:
    """Connects to checked addresses only."""

    def __init__(self, guard: Guard, lookups: Lookups, *, connect_s: float) -> None:
        self._guard = guard
        self._lookups = lookups
        self._connect_s = connect_s

    def dial(self, host: str, port: int, call: Call, at: str) -> socket.socket:
        """A socket connected to the first address of `host` that may be dialled and answers.

        All addresses together get one connect time-out. Raises FetchError.
        """
        return self._connect(self._checked(host, port, call, at), port, call, at)

    def dial_proxy(self, host: str, port: int, call: Call) -> socket.socket:
        """A socket to a proxy that the user chose: its address needs no leave. Raises FetchError "proxy"."""
        try:
            found = self._lookups.addresses(host, port, call, seconds=self._connect_s)
            return self._connect(found, port, call, host)
        except FetchError as fault:
            call.check()
            raise FetchError("proxy", why=fault.line) from fault

    def check_behind_proxy(self, target: Target, call: Call) -> None:
        """Refuses a target that we can see leads inside; a name we cannot look up is the proxy's to judge."""
        try:
            self._checked(target.host, target.port, call, target.shown, every=True)
        except FetchError as fault:
            if not fault.code.startswith("dns-"):
                raise

    def _checked(self, host: str, port: int, call: Call, at: str, *, every: bool = False) -> list[str]:
        found = self._lookups.addresses(host, port, call, seconds=self._connect_s)
        reasons = {address: self._guard.check(address, host, port) for address in found}
        refused = [reason for reason in reasons.values() if reason]
        if refused and (every or len(refused) == len(reasons)):
            raise FetchError("address-refused", at=at, why=refused[0])
        return [address for address, reason in reasons.items() if not reason]

    def _connect(self, addresses: Sequence[str], port: int, call: Call, at: str) -> socket.socket:
        ends_at = monotonic() + self._connect_s
        codes = []
        tried = addresses[:ADDRESSES_TRIED]
        for i, address in enumerate(tried):
            share = max(ends_at - monotonic(), 0) / (len(tried) - i)
            try:
                return _open(address, port, call, call.remaining(share))
            except OSError as error:
                call.check()
                codes.append(connect_code(error))
        raise FetchError(min(codes, key=_TELLING.index), at=at)


# Of several failed addresses the most telling speaks: "refused" says that somebody is there.
_TELLING = ("refused", "reset", "connect-timeout", "no-resources", "network-unreachable")


def _open(address: str, port: int, call: Call, seconds: float) -> socket.socket:
    sock = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.settimeout(seconds)
        call.hold(sock)
        sock.connect((address, port))
        # TLS takes a time-out for the whole handshake: the watch ends it, and says "deadline".
        sock.settimeout(call.remaining(math.inf) + 1)
    except BaseException:
        call.let_go()
        sock.close()
        raise
    return sock


def _alternating(addresses: Sequence[str]) -> list[str]:
    """The families in turn, so that a dead IPv6 route costs one attempt and not all (RFC 8305, section 4)."""
    six = [address for address in addresses if ":" in address]
    four = [address for address in addresses if ":" not in address]
    first, second = (six, four) if ":" in addresses[0] else (four, six)
    paired = [address for pair in zip(first, second, strict=False) for address in pair]
    both = min(len(first), len(second))
    return paired + first[both:] + second[both:]
