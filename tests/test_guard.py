"""Which addresses may be dialled, and how an `allow` entry is read."""

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.fetch.guard import METADATA, Allowed, Guard, parse_allow

CLOSED = Guard()

REFUSED = {
    "loopback": "127.0.0.1 127.255.255.254 ::1",
    "unspecified": "0.0.0.0 0.1.2.3 ::",
    "private": "10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 fc00::1 fd12:3456::1 fec0::1",
    "carrier-grade NAT": "100.64.0.1 100.127.255.255",
    "link-local": "169.254.0.1 fe80::1 fe80::1%eth0",
    "multicast and broadcast": "224.0.0.1 239.255.255.250 255.255.255.255 ff02::1",
    "reserved": "240.0.0.1 192.0.0.8 192.88.99.1 100::1 2001:10::1 4000::1 5f00::1",
    "tests and documentation": "192.0.2.1 198.18.0.1 198.51.100.7 203.0.113.9 2001:db8::1 3fff::1",
    "IPv4 mapped": "::ffff:127.0.0.1 ::ffff:7f00:1 ::ffff:10.0.0.1",
    "IPv4 compatible": "::127.0.0.1 ::8.8.8.8 ::ffff:0:127.0.0.1",
    "NAT64 around a closed one": "64:ff9b::a9fe:a9fe 64:ff9b::7f00:1 64:ff9b::c0a8:1",
    "local NAT64": "64:ff9b:1::808:808",
    "6to4": "2002:7f00:1:: 2002:808:808::1",
    "Teredo": "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "metadata": " ".join(str(address) for address in METADATA),
    "no address": "example.com 127.1 [::1] 1.2.3.4.5",
}


@pytest.mark.parametrize("addresses", REFUSED.values(), ids=REFUSED.keys())
def test_closed_addresses_are_refused_with_a_reason(addresses):
    unreasoned = [a for a in addresses.split() if not CLOSED.check(a, "example.com", 443)]
    assert unreasoned == []


PUBLIC = (
    "1.1.1.1 8.8.8.8 93.184.216.34 100.63.255.255 172.32.0.1 2606:4700::1111 2a00:1450::1 64:ff9b::808:808"
)


@pytest.mark.parametrize("address", [*PUBLIC.split(), "::ffff:8.8.8.8"])
def test_public_addresses_pass(address):
    assert CLOSED.check(address, "example.com", 443) is None


@given(st.ip_addresses())
@settings(derandomize=True, max_examples=500)
def test_only_addresses_python_calls_global_pass(address):
    """Ours is the stricter table: nothing passes that the standard library knows to be special."""
    carried = getattr(address, "ipv4_mapped", None) or address
    if not (carried.is_global and not carried.is_multicast):
        assert CLOSED.check(str(address), "example.com", 443) is not None


ALLOWED = [
    ("192.168.1.10", "192.168.1.10", "nas.local", 8080, True),
    ("192.168.1.10", "192.168.1.11", "nas.local", 8080, False),
    ("192.168.1.0/24", "192.168.1.11", "nas.local", 80, True),
    ("192.168.1.0/24", "::ffff:192.168.1.11", "nas.local", 80, True),
    ("192.168.1.0/24", "64:ff9b::c0a8:10b", "nas.local", 80, False),
    ("192.168.1.0/24", "192.168.2.1", "nas.local", 80, False),
    ("nas.local", "10.1.2.3", "NAS.local.", 80, True),
    ("nas.local", "10.1.2.3", "other.local", 80, False),
    ("nas.local", "169.254.169.254", "nas.local", 80, False),
    ("nas.local:8080", "10.1.2.3", "nas.local", 8080, True),
    ("nas.local:8080", "10.1.2.3", "nas.local", 80, False),
    ("169.254.0.0/16", "169.254.169.254", "meta", 80, False),
    ("169.254.169.254", "169.254.169.254", "meta", 80, True),
    ("169.254.169.254/32", "169.254.169.254", "meta", 80, True),
    ("169.254.169.254", "64:ff9b::a9fe:a9fe", "meta", 80, False),
    ("fd00::/8", "fd00:ec2::254", "meta", 80, False),
    ("fd00:ec2::254", "fd00:ec2::254", "meta", 80, True),
    ("100.64.0.0/10", "100.100.100.200", "meta", 80, False),
    ("::1", "::1", "localhost", 8000, True),
    ("[::1]:8000", "::1", "localhost", 8000, True),
    ("[::1]:8000", "::1", "localhost", 8001, False),
    ("127.0.0.1:22", "127.0.0.1", "localhost", 22, True),
    ("127.0.0.1", "127.0.0.1", "localhost", 22, False),
]


@pytest.mark.parametrize(("entry", "address", "host", "port", "passes"), ALLOWED)
def test_allow_opens_what_it_names_and_nothing_else(entry, address, host, port, passes):
    assert (Guard([entry]).check(address, host, port) is None) is passes


@pytest.mark.parametrize("port", [21, 22, 23, 25, 110, 143, 445, 993, 3306, 5432, 6379, 11211, 27017])
def test_ports_of_other_services_are_refused_on_public_hosts(port):
    assert CLOSED.check("8.8.8.8", "example.com", port) == f"port {port} belongs to another kind of service"


@pytest.mark.parametrize("port", [80, 443, 8000, 8080, 8443, 49152])
def test_web_ports_pass(port):
    assert CLOSED.check("8.8.8.8", "example.com", port) is None


READ = {
    "192.168.1.0/24": Allowed(network=ipaddress.ip_network("192.168.1.0/24")),
    " 127.0.0.1 ": Allowed(network=ipaddress.ip_network("127.0.0.1/32")),
    "127.0.0.1:8080": Allowed(network=ipaddress.ip_network("127.0.0.1/32"), port=8080),
    "::1": Allowed(network=ipaddress.ip_network("::1/128")),
    "[fd00::5]:8080": Allowed(network=ipaddress.ip_network("fd00::5/128"), port=8080),
    "Nas.Local": Allowed(host="nas.local"),
    "nas.local:8080": Allowed(host="nas.local", port=8080),
    "my_nas": Allowed(host="my_nas"),
}


@pytest.mark.parametrize(("entry", "value"), READ.items(), ids=READ.keys())
def test_allow_entries_are_read(entry, value):
    assert parse_allow(entry) == value


@pytest.mark.parametrize(
    "entry",
    [
        "",
        " ",
        "192.168.1.7/24",
        "192.168.1.0/33",
        "*",
        "*.local",
        "http://nas.local",
        "nas.local:",
        "nas.local:0",
        "nas.local:65536",
        "nas.local:http",
        "127.1",
        "0x7f.1",
        "a b",
        "nas..local",
        "-nas",
        "naïve.example",
        "a" * 999,
    ],
)
def test_an_allow_entry_that_cannot_be_read_says_what_to_write(entry):
    with pytest.raises(ValueError, match="write ") as caught:
        parse_allow(entry)
    assert repr(entry) in str(caught.value)
