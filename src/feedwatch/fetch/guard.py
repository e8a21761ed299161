"""Addresses that may be dialled.

Laws: the check is made on the literal address that the socket is about to be connected to, never on a name.
Only global unicast addresses pass; forms that carry an IPv4 address inside (mapped, NAT64) are judged by what
they carry, tunnels (6to4, Teredo) and obsolete forms never pass. The table is ours because
`ipaddress.is_global` calls 64:ff9b::a9fe:a9fe and ::127.0.0.1 global. Private networks open only through
`allow`, and addresses where clouds serve credentials only when listed by their exact address.
"""

import ipaddress
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

Address = IPv4Address | IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Allowed:
    """One entry of `allow`: a network or a host name, on one port or (None) on every port."""

    network: Network | None = None
    host: str | None = None
    port: int | None = None

    @property
    def exact(self) -> bool:
        """Does it name one address and nothing else?"""
        return self.network is not None and self.network.prefixlen == self.network.max_prefixlen

    def covers(self, address: Address, host: str, port: int) -> bool:
        """Does the entry open this address, reached under this host name and port?"""
        if self.port is not None and self.port != port:
            return False
        if self.network is not None:
            return address.version == self.network.version and address in self.network
        return host.lower().rstrip(".") == self.host


def parse_allow(entry: str) -> Allowed:
    """An `allow` entry: "192.168.1.0/24", "127.0.0.1", "[::1]:8080", "nas.local" or "nas.local:8080".

    Raises ValueError with one line that says what to write instead.
    """
    text = entry.strip()
    if "/" in text:
        return Allowed(network=_network(text, entry))
    try:
        return Allowed(network=ipaddress.ip_network(text.strip("[]")))
    except ValueError:
        host, port = _split_port(text, entry)
    try:
        return Allowed(network=ipaddress.ip_network(host.strip("[]")), port=port)
    except ValueError:
        pass
    if not _HOST.fullmatch(host) or _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        raise ValueError(f"{entry!r} is no network, address or host: {_HINT}")
    return Allowed(host=host.lower().rstrip("."), port=port)


class Guard:
    """Says of every address whether it may be dialled; immutable, so any thread may ask."""

    def __init__(self, allow: Sequence[str] = ()) -> None:
        """Raises ValueError for an entry of `allow` that `parse_allow` cannot read."""
        self._allow = tuple(parse_allow(entry) for entry in allow)

    def check(self, address: str, host: str, port: int) -> str | None:
        """Why a literal address, found for `host`, may not be dialled on `port`; None if it may."""
        try:
            literal = ipaddress.ip_address(address)
        except ValueError:
            return "it is no address"
        if isinstance(literal, IPv6Address) and literal.scope_id:
            return "a link-local address"
        carried = _carried(literal)
        opened = [entry for entry in self._allow if entry.covers(_unmapped(literal), host, port)]
        if carried in METADATA:
            return None if any(entry.exact for entry in opened) else "it serves the credentials of a cloud"
        if not opened and (reason := _closed(literal) or _closed(carried)):
            return reason
        return _closed_port(port, opened)


def _carried(address: Address) -> Address:
    """The IPv4 address inside an IPv6 address that is only another way to write or reach it."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped:
        return address.ipv4_mapped
    for network, shift in _CARRIERS:
        if address in network:
            return IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return address


def _unmapped(address: Address) -> Address:
    """::ffff:10.0.0.1 reaches 10.0.0.1 itself, so an entry for one opens the other."""
    return (address.ipv4_mapped or address) if isinstance(address, IPv6Address) else address


def _closed(address: Address) -> str | None:
    for network, reason in _CLOSED:
        if address.version == network.version and address in network:
            return reason
    if isinstance(address, IPv6Address) and not any(address in network for network in _OPEN_V6):
        return "it is outside the public address space"
    return None


def _closed_port(port: int, opened: Iterable[Allowed]) -> str | None:
    if port in _WEB_PORTS or (port > _WELL_KNOWN and port not in _SERVICE_PORTS):
        return None
    if any(entry.port == port for entry in opened):
        return None
    return f"port {port} belongs to another kind of service"


def _network(text: str, entry: str) -> Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError as error:
        raise ValueError(f"{entry!r} is no network: {error}; {_HINT}") from None


def _split_port(text: str, entry: str) -> tuple[str, int | None]:
    host, colon, digits = text.rpartition(":")
    if not colon:
        return text, None
    if not _PORT.fullmatch(digits) or not 0 < int(digits) < 1 << 16:
        raise ValueError(f"{entry!r} does not end in a port between 1 and 65535: {_HINT}")
    return host, int(digits)


_HINT = 'write "192.168.1.0/24", "127.0.0.1", "nas.local" or "nas.local:8080"'
_HOST = re.compile(r"(?!-)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63}){0,30}\.?", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*", re.IGNORECASE | re.ASCII)  # a last label that reads as IPv4
_PORT = re.compile(r"[0-9]{1,5}", re.ASCII)


def _table(rows: dict[str, str]) -> tuple[tuple[Network, str], ...]:
    return tuple(
        (ipaddress.ip_network(text), reason) for reason, texts in rows.items() for text in texts.split()
    )


# IANA special-purpose registries (RFC 6890), less the anycast blocks that are reachable on purpose.
_CLOSED = _table(
    {
        "a tunnel's address": "2002::/16 2001::/32 64:ff9b:1::/48",
        "a loopback address": "127.0.0.0/8 ::1/128",
        "the unspecified address": "0.0.0.0/8 ::/128",
        "a private address": "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 fc00::/7 fec0::/10",
        "a carrier's internal address": "100.64.0.0/10",
        "a link-local address": "169.254.0.0/16 fe80::/10",
        "a multicast address": "224.0.0.0/4 ff00::/8",
        "a reserved address": "192.0.0.0/24 192.88.99.0/24 240.0.0.0/4 2001::/23 100::/64",
        "an address for tests and documentation": "192.0.2.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24"
        " 2001:db8::/32 3fff::/20",
        "an obsolete form of an IPv4 address": "::/96 ::ffff:0:0:0/96",
    }
)
# Global unicast, IPv4 written as IPv6, and NAT64: DNS64 networks reach all of IPv4 through it (RFC 6052).
_OPEN_V6 = tuple(ipaddress.IPv6Network(text) for text in ("2000::/3", "::ffff:0:0/96", "64:ff9b::/96"))

# IPv6 forms with an IPv4 address inside, and how far it stands from the right end, in bits.
_CARRIERS = tuple(
    (ipaddress.IPv6Network(text), shift)
    for text, shift in (
        ("64:ff9b::/96", 0),
        ("64:ff9b:1::/96", 0),
        ("::ffff:0:0:0/96", 0),
        ("::/96", 0),
        ("2002::/16", 80),
    )
)

# Where clouds hand a machine its credentials: AWS and most others, its containers, Alibaba, Oracle, Azure,
# and IPv6 of AWS and Google.
METADATA = frozenset(
    ipaddress.ip_address(text)
    for text in (
        "169.254.169.254",
        "169.254.170.2",
        "169.254.170.23",
        "100.100.100.200",
        "192.0.0.192",
        "168.63.129.16",
        "fd00:ec2::254",
        "fd00:ec2::23",
        "fd20:ce::254",
    )
)

_WELL_KNOWN = 1023
_WEB_PORTS = frozenset({80, 443})
# Services above the well-known ports that act on lines they are sent, or that are not meant for strangers.
_SERVICE_PORTS = frozenset(
    {
        1433,
        1521,
        1723,
        2049,
        2375,
        2376,
        2379,
        2380,
        3128,
        3306,
        3389,
        4045,
        5060,
        5061,
        5432,
        5672,
        5900,
        5984,
    }
    | {6000, 6379, 6380, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 9042, 9200, 9300, 10080, 10250}
    | {11211, 27017, 27018, 50070}
)
