"""Every poll ends at its deadline or when the fetcher is closed, whatever drips, hangs or stays silent."""

import gzip
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from feed_server import FeedServer, Reply, Wire, redirect
from fetching import (
    BODY,
    HEAD,
    accepting,
    black_hole,
    claim,
    code,
    door,
    drip,
    dripping_handshake,
    endless,
    fetch,
    silent,
    timed,
)

SLOW = {
    "drip of a status line": (drip(b"HTTP/1.1 200 "), "deadline"),
    "drip of a header": (drip(HEAD + b"X-A: "), "deadline"),
    "drip of headers": (drip(HEAD, b"X-A: 1\r\n"), "deadline"),
    "drip of a body": (drip(HEAD + b"\r\n"), "deadline"),
    "drip of chunks": (drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), "deadline"),
    "drip of a chunk size": (drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"), "deadline"),
    "drip of a trailer": (drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X-A: 1\r\n"), "deadline"),
    "100 Continue for ever": (drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "deadline"),
    "drip of a Cloudflare page": (drip(b"HTTP/1.1 403 No\r\nServer: cloudflare\r\n\r\n"), "deadline"),
    "no answer": (silent(), "read-timeout"),
    "no body": (silent(HEAD + b"Content-Length: 5\r\n\r\na"), "read-timeout"),
}


@pytest.mark.parametrize(("route", "expected"), SLOW.values(), ids=SLOW.keys())
def test_slowness_ends_at_the_deadline(route, expected):
    with FeedServer({"/feed": route}) as web:
        outcome, seconds = timed(web.url("/feed"), deadline_s=0.6)
    assert (code(outcome), seconds < 3) == (expected, True)


BUSY = {
    "chunks of one byte": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n" * 5000),
    "100 Continue without a pause": (b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 1000),
}


@pytest.mark.parametrize(("head", "piece"), BUSY.values(), ids=BUSY.keys())
def test_a_server_that_keeps_us_busy_is_left_long_before_the_deadline(head, piece):
    with FeedServer({"/feed": endless(head, piece)}) as web:
        before = time.process_time()
        outcome, seconds = timed(web.url("/feed"), deadline_s=60)
        cpu = time.process_time() - before  # the server's too
    assert (code(outcome), seconds < 30, cpu < 3) == ("deadline", True, True)


def test_a_large_honest_body_is_no_such_server():
    body = gzip.compress(b"<item>word</item>" * 580_000)
    reply = Reply(body, headers={"Content-Encoding": "gzip"})
    with FeedServer({"/feed": reply}) as web:
        assert len(fetch(web.url("/feed"), deadline_s=60).body) == 9_860_000


def test_a_redirect_that_drips_its_body_is_followed_at_once():
    with FeedServer({"/old": drip(b"HTTP/1.1 302 Found\r\nLocation: /feed\r\n\r\n"), "/feed": BODY}) as web:
        outcome, seconds = timed(web.url("/old"))
    assert (outcome.body, seconds < 1) == (BODY, True)


def test_redirects_share_one_deadline():
    def slowly(request):
        time.sleep(0.3)
        return redirect(f"/{int(request.path[1:]) + 1}")

    with FeedServer({f"/{i}": slowly for i in range(9)}) as web:
        outcome, seconds = timed(web.url("/0"), deadline_s=0.7)
    assert (code(outcome), seconds < 2.5) == ("deadline", True)


def test_a_tls_handshake_that_drips_ends_at_the_deadline():
    with accepting(dripping_handshake) as port:
        outcome, seconds = timed(f"https://127.0.0.1:{port}/", deadline_s=0.6)
    assert (code(outcome), seconds < 2.5) == ("deadline", True)


@pytest.mark.parametrize("many", [1, 8])
def test_a_black_hole_is_a_connect_timeout_for_all_addresses_together(many):
    with black_hole() as port:
        addresses = ["127.0.0.1"] * many
        outcome, seconds = timed(
            f"http://feeds.example:{port}/", deadline_s=1.5, resolve=lambda host, port: addresses
        )
    assert (code(outcome), seconds < 1.4) == ("connect-timeout", True)


def test_a_name_server_that_never_answers_ends_in_time_and_hung_lookups_are_bounded():
    answered = threading.Event()

    def hang(host, port):
        answered.wait(20)
        return []

    try:
        with door(deadline_s=0.6, concurrency=2, resolve=hang) as fetcher:
            begun = time.monotonic()
            codes = [code(fetcher.fetch(claim("http://feeds.example/"))) for _ in range(8)]
            seconds = time.monotonic() - begun
            hung = sum(thread.name == "fetch-lookup" for thread in threading.enumerate())
    finally:
        answered.set()
    assert (codes, hung, seconds < 4) == (["dns-timeout"] * 8, 4, True)


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (socket.gaierror(socket.EAI_NONAME, "unknown"), "dns-not-found"),
        (socket.gaierror(socket.EAI_AGAIN, "try again"), "dns-failed"),
        (socket.gaierror(socket.EAI_FAIL, "failed"), "dns-failed"),
        (UnicodeError("label too long"), "dns-failed"),
        (None, "dns-not-found"),
    ],
)
def test_what_a_resolver_says_has_its_code(error, expected):
    def resolve(host, port):
        if error:
            raise error
        return []

    assert code(fetch("http://feeds.example/", resolve=resolve)) == expected


def test_close_abandons_what_is_in_flight():
    stuck = threading.Event()

    def hang(host, port):
        stuck.wait(20)
        return []

    with FeedServer({"/silent": silent(), "/drip": drip(HEAD + b"\r\n")}) as web, black_hole() as port:
        addresses = [
            web.url("/silent"),
            web.url("/drip"),
            f"http://127.0.0.1:{port}/",
            "http://feeds.example/",
        ]
        with door(deadline_s=20, resolve=hang) as fetcher, ThreadPoolExecutor(4) as threads:
            running = [threads.submit(fetcher.fetch, claim(address)) for address in addresses]
            time.sleep(0.3)
            begun = time.monotonic()
            fetcher.close()
            codes = [code(one.result(5)) for one in running]
            seconds = time.monotonic() - begun
            stuck.set()
            assert (codes, seconds < 3) == (["stopped"] * 4, True)
            assert code(fetcher.fetch(claim(addresses[0]))) == "stopped"


def test_many_threads_share_a_fetcher():
    numbers = list(range(50)) * 4
    routes = {f"/{i}": b"%d" % i * 1000 for i in numbers}
    with FeedServer(routes) as web, door() as fetcher, ThreadPoolExecutor(16) as threads:
        outcomes = list(threads.map(lambda i: fetcher.fetch(claim(web.url(f"/{i}"))), numbers))
    assert [outcome.body for outcome in outcomes] == [b"%d" % i * 1000 for i in numbers]


def test_nothing_is_left_open_after_a_poll():
    descriptors = Path("/proc/self/fd")
    if not descriptors.is_dir():
        pytest.skip("counting descriptors needs /proc")
    routes = {"/feed": BODY, "/old": redirect("/feed"), "/gone": Reply(status=410)}
    with FeedServer(routes) as web, door() as fetcher:
        fetcher.fetch(claim(web.url("/feed")))
        time.sleep(0.1)
        before = len(list(descriptors.iterdir()))
        for path in routes:
            for _ in range(10):
                fetcher.fetch(claim(web.url(path)))
        time.sleep(0.2)
        assert len(list(descriptors.iterdir())) <= before + 1


def test_large_bodies_are_read_few_at_a_time_and_small_ones_do_not_wait():
    release = threading.Event()
    begun = threading.Event()

    def stall(_, sock):
        sock.sendall(HEAD + b"Content-Length: 3000000\r\n\r\n" + bytes(2_000_000))
        begun.set()
        release.wait(20)
        sock.sendall(bytes(1_000_000))

    routes = {"/stalls": Wire(stall), "/large": bytes(3_000_000), "/small": BODY}
    fetcher_of = door(deadline_s=30, body_limit=30_000_000)
    with FeedServer(routes) as web, fetcher_of as fetcher, ThreadPoolExecutor(2) as threads:
        stalled = threads.submit(fetcher.fetch, claim(web.url("/stalls")))
        assert begun.wait(10)
        time.sleep(0.3)
        large = threads.submit(fetcher.fetch, claim(web.url("/large")))
        assert fetcher.fetch(claim(web.url("/small"))).body == BODY
        time.sleep(0.7)
        assert not large.done()
        release.set()
        assert [len(one.result().body) for one in (stalled, large)] == [3_000_000] * 2
