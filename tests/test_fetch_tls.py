"""TLS certificates and proxies, with real ones on loopback."""

import socket
import threading
from base64 import b64encode
from contextlib import suppress

import pytest
from feed_server import FeedServer, Reply, Wire, redirect
from fetching import (
    BASIC,
    BODY,
    SECRETS,
    NoCertificateError,
    accepting,
    certificate,
    code,
    fetch,
    old_tls,
    plain_complaint,
    secrets_of,
    unknown,
    wire,
)

from feedwatch.fetch.client import hash_of
from feedwatch.fetch.faults import LINES
from feedwatch.model import Document


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """Makes a self-signed certificate for a name, valid for some days from now."""
    folder = tmp_path_factory.mktemp("tls")

    def make(name, days):
        try:
            return certificate(folder, name, days)
        except NoCertificateError as reason:
            pytest.skip(str(reason))

    return make


def test_tls_checks_the_name_and_sends_it(certificates):
    context, cert = certificates("DNS:feeds.example", 5)
    names = []
    context.sni_callback = lambda sock, name, _: names.append(name)
    with FeedServer({"/feed": BODY}, tls=context) as web:
        address = web.url("/feed", host="feeds.example")
        outcome = fetch(address, ca_file=cert, resolve=lambda host, port: ["127.0.0.1"])
        assert (outcome, names) == (
            Document(body=BODY, url=address, body_hash=hash_of(BODY)),
            ["feeds.example"],
        )


@pytest.mark.parametrize(
    ("name", "days", "trusted", "expected"),
    [
        ("DNS:other.example", 5, True, "tls-hostname"),
        ("DNS:feeds.example", -1, True, "tls-expired"),
        ("DNS:feeds.example", 5, False, "tls-untrusted"),
    ],
)
def test_a_certificate_that_proves_nothing_is_refused(certificates, name, days, trusted, expected):
    context, cert = certificates(name, days)
    with FeedServer({"/feed": BODY}, tls=context) as web:
        outcome = fetch(
            web.url("/feed", host="feeds.example"),
            ca_file=cert if trusted else None,
            resolve=lambda host, port: ["127.0.0.1"],
        )
        assert (code(outcome), web.requests) == (expected, [])


def test_an_expired_certificate_mentions_the_clock():
    assert "check the clock" in LINES["tls-expired"]


def test_only_old_tls_is_named(certificates):
    context, _ = certificates("DNS:feeds.example", 5)
    with FeedServer({"/feed": BODY}, tls=old_tls(context)) as web:
        assert code(fetch(web.url("/feed"))) == "tls-protocol"


def test_a_plain_server_on_a_tls_port_is_named():
    with accepting(plain_complaint) as port:
        assert code(fetch(f"https://127.0.0.1:{port}/")) == "tls-protocol"


def test_a_tls_server_on_a_plain_port_is_named(certificates):
    context, _ = certificates("DNS:feeds.example", 5)
    with FeedServer({"/": BODY}, tls=context) as secure:
        assert code(fetch(secure.url("/").replace("https:", "http:"))) in {"bad-http", "reset"}


def test_a_redirect_down_to_http_loses_the_credentials(certificates):
    context, cert = certificates("IP:127.0.0.1", 5)
    with FeedServer({"/feed": BODY}) as plain, FeedServer(tls=context) as secure:
        secure.routes = {"/a": redirect(plain.url("/feed"))}
        assert fetch(secure.url("/a"), of=SECRETS, ca_file=cert).body == BODY
        sent = [secrets_of(request) for request in (secure.requests[0], plain.requests[0])]
        assert sent == [[BASIC, "k3y", "a=b"], [None] * 3]


def test_a_proxy_gets_the_whole_address_and_its_own_login_only():
    with FeedServer({"http://feeds.example/x?q=1": BODY}) as proxy:
        through = f"http://me:pw@127.0.0.1:{proxy.port}/"
        outcome = fetch("http://feeds.example/x?q=1", of={"proxy": through}, allow=(), resolve=unknown)
        login = proxy.requests[0].headers["proxy-authorization"]
    assert (outcome.url, login) == ("http://feeds.example/x?q=1", "Basic " + b64encode(b"me:pw").decode())


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "https://10.0.0.1/", "http://inside.example/"])
def test_a_target_inside_is_refused_before_the_proxy_is_asked(address):
    with FeedServer() as proxy:
        outcome = fetch(
            address,
            of={"proxy": f"http://127.0.0.1:{proxy.port}"},
            allow=(),
            resolve=lambda host, port: ["8.8.8.8", "10.0.0.1"],
        )
        assert (code(outcome), proxy.connections) == ("address-refused", 0)


def test_a_redirect_behind_a_proxy_is_checked_too():
    with FeedServer({"http://feeds.example/": redirect("http://169.254.169.254/")}) as proxy:
        outcome = fetch(
            "http://feeds.example/", of={"proxy": f"http://127.0.0.1:{proxy.port}"}, resolve=unknown
        )
        assert (code(outcome), len(proxy.requests)) == ("address-refused", 1)


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_dead_proxy_is_named_and_not_bypassed(scheme):
    with FeedServer({"/": BODY}) as web, socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        listener.close()
        address = f"{scheme}://127.0.0.1:{web.port}/"
        outcome = fetch(address, of={"proxy": f"http://127.0.0.1:{port}"})
        assert (code(outcome), web.connections) == ("proxy", 0)


@pytest.mark.parametrize(
    "proxy", ["socks5://127.0.0.1:1", "127.0.0.1:3128", "http://", "http://[::1", "http://a b/"]
)
def test_a_proxy_that_cannot_be_used_is_named(proxy):
    assert code(fetch("http://feeds.example/", of={"proxy": proxy}, resolve=unknown)) == "proxy"


@pytest.mark.parametrize(
    "answer", [b"HTTP/1.1 407 Login\r\n\r\n", b"HTTP/1.1 403 No\r\n\r\n", b"", b"SSH-2.0-x\r\n"]
)
def test_a_proxy_that_refuses_a_tunnel_is_named(answer):
    with FeedServer({"feeds.example:443": wire(answer)}) as proxy:
        outcome = fetch(
            "https://feeds.example/", of={"proxy": f"http://127.0.0.1:{proxy.port}"}, resolve=unknown
        )
    assert code(outcome) == "proxy"


def test_a_proxy_that_wants_a_login_is_named():
    with FeedServer({"http://feeds.example/": Reply(status=407)}) as proxy:
        outcome = fetch(
            "http://feeds.example/", of={"proxy": f"http://127.0.0.1:{proxy.port}"}, resolve=unknown
        )
    assert (code(outcome), outcome.status) == ("proxy", 407)


def test_tls_through_a_proxy_reaches_the_target_by_name(certificates):
    context, cert = certificates("DNS:feeds.example", 5)
    with FeedServer({"/feed": BODY}, tls=context) as web:

        def tunnel(_, sock):
            sock.sendall(b"HTTP/1.1 200 Go\r\n\r\n")
            with socket.create_connection(("127.0.0.1", web.port)) as far:
                pumps = [
                    threading.Thread(target=pump, args=ends, daemon=True)
                    for ends in ((sock, far), (far, sock))
                ]
                for thread in pumps:
                    thread.start()
                for thread in pumps:
                    thread.join(5)

        with FeedServer({"feeds.example:443": Wire(tunnel)}) as proxy:
            of = {"proxy": f"http://127.0.0.1:{proxy.port}", **SECRETS}
            outcome = fetch("https://feeds.example/feed", of=of, ca_file=cert, resolve=unknown)
            assert (outcome.body, secrets_of(web.requests[0])) == (BODY, [BASIC, "k3y", "a=b"])
            assert secrets_of(proxy.requests[0]) == [None] * 3


def pump(source, sink):
    with suppress(OSError):
        while data := source.recv(65_536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
