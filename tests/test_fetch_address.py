"""Addresses: one reading each, and no connection to a place that may not be fetched."""

import socket

import pytest
import requests
import responses
from addresses import FOREIGN, TRICKS, UNREADABLE
from feed_server import FeedServer, redirect
from fetching import BODY, claim, code, door, fetch
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.fetch.address import follow, parse
from feedwatch.fetch.faults import FetchError
from feedwatch.model import Failed


def refused(address):
    return code(fetch(address, allow=(), resolve=lambda host, port: ["127.0.0.1", "::1"]))


@pytest.fixture(scope="module")
def canary():
    """A server that nobody may reach, on every loopback address."""
    with FeedServer({"/": BODY}) as web:
        yield web
        assert web.connections == 0


@pytest.mark.parametrize("address", TRICKS.values(), ids=TRICKS.keys())
def test_an_inside_address_is_refused_without_a_connection(canary, address):
    assert refused(address.format(port=canary.port)) == "address-refused"


@pytest.mark.parametrize("address", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_an_address_with_two_readings_is_refused_without_a_connection(canary, address):
    assert refused(address.replace("{port}", str(canary.port))) == "bad-url"


@pytest.mark.parametrize("scheme", FOREIGN)
def test_other_schemes_are_refused(canary, scheme):
    known = {"file": "local-refused", "feed": "address-refused"}
    assert refused(f"{scheme}://127.0.0.1:{canary.port}/") == known.get(scheme, "scheme-refused")


TYPED_ONLY = {name for name, address in TRICKS.items() if address.startswith("feed:")}
REDIRECTED = {name: address for name, address in TRICKS.items() if name not in TYPED_ONLY}


@pytest.mark.parametrize("address", REDIRECTED.values(), ids=REDIRECTED.keys())
@responses.activate(assert_all_requests_are_fired=False)
def test_a_redirect_inside_is_refused_and_names_the_hop(canary, address):
    location = address.format(port=canary.port)
    with door(allow=(), resolve=lambda host, port: ["127.0.0.1"]) as fetcher:
        responses.get("http://public.example/feed", status=301, headers={"Location": location})
        responses.add_passthru("http://")
        outcome = fetcher.fetch(claim("http://public.example/feed"))
    assert code(outcome) == "address-refused"
    assert "http://public.example" in outcome.line


@pytest.mark.parametrize("scheme", FOREIGN)
@responses.activate
def test_a_redirect_to_another_scheme_is_refused(scheme):
    responses.get("http://public.example/feed", status=302, headers={"Location": f"{scheme}://127.0.0.1/etc"})
    assert code(fetch("http://public.example/feed")) == "scheme-refused"


READINGS = {
    "HTTP://Example.COM": "http://example.com/",
    " https://example.com:443/a b?q=é#frag ": "https://example.com/a%20b?q=%C3%A9",
    "http://example.com./x": "http://example.com/x",
    "http://example.com:8080?x": "http://example.com:8080/?x",
    "http://user:pw@example.com/": "http://example.com/",
    "http://0x8.010.2056": "http://8.8.8.8/",
    "http://134744072/": "http://8.8.8.8/",
    "http://[2A00:1450::0001]:80/": "http://[2a00:1450::1]/",
    "http://bücher.example/": "http://xn--bcher-kva.example/",
    "http://bu\u0308cher.example/": "http://xn--bcher-kva.example/",
    "http://عراق.example/": "http://xn--mgbtx2b.example/",
    "http://example.com/%zz%41": "http://example.com/%25zz%2541",
    "feed://example.com/rss": "http://example.com/rss",
    "FEED:https://example.com/rss": "https://example.com/rss",
    "http://my_host.example/": "http://my_host.example/",
}


@pytest.mark.parametrize(("text", "url"), READINGS.items(), ids=READINGS.keys())
def test_an_address_has_one_reading_and_keeps_it(text, url):
    assert (parse(text).url, parse(url).url) == (url, url)


PIECES = [
    "http:",
    "https:",
    "//",
    "/",
    "@",
    ":",
    "[",
    "]",
    "::1",
    "127.0.0.1",
    "0x7f",
    "1",
    ".",
    "%31",
    "?",
    "#",
    "\\",
]
PIECES += [
    "example.com",
    "①",
    "。",
    "é",
    "xn--",
    " ",
    "\t",
    "\n",
    "\0",
    "\ud800",
    "80",
    "feed:",
    "user",
    "%25",
    ";",
]


def fault_in(read):
    """The fault that reading an address ends in, or None."""
    try:
        read()
    except FetchError as error:
        return error
    return None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@settings(derandomize=True, max_examples=600, deadline=None)
def test_every_text_is_an_address_that_reads_back_or_a_fault(text):
    fault = fault_in(lambda: parse(text))
    if fault is not None:
        assert fault.code in {"bad-url", "scheme-refused", "address-refused"}
        return
    url = parse(text).url
    assert (parse(url).url, url.isascii()) == (url, True)
    assert requests.Request("GET", url).prepare().url == url


@given(st.lists(st.sampled_from([*PIECES, "../", "a", "\xe9", "\xc3\xa9"]), max_size=10).map("".join))
@settings(derandomize=True, max_examples=600, deadline=None)
def test_every_location_leads_to_an_address_or_a_fault(text):
    base = parse("http://example.com/a/b?token=s3cret")
    fault = fault_in(lambda: follow(base, text))
    if fault is not None:
        assert fault.code in {"bad-redirect", "scheme-refused", "address-refused"}
        assert "s3cret" not in fault.line
        return
    assert follow(base, text).auth is None


def test_mixed_addresses_of_a_name_are_tried_where_they_may_be_dialled():
    with FeedServer({"/feed": BODY}) as web:
        asked = []

        def resolve(host, port):
            asked.append((host, port))
            return ["10.0.0.1", "::1", "127.0.0.1"]

        outcome = fetch(web.url("/feed", host="feeds.example"), allow=["127.0.0.1"], resolve=resolve)
        assert (outcome.body, asked) == (BODY, [("feeds.example", web.port)])
        assert web.requests[0].headers["host"] == f"feeds.example:{web.port}"


def test_a_dead_address_is_followed_by_the_next():
    with FeedServer({"/feed": BODY}) as web:
        outcome = fetch(
            web.url("/feed", host="feeds.example"), resolve=lambda host, port: ["::1", "127.0.0.1"]
        )
    assert outcome.body == BODY


def test_a_name_that_changes_its_address_is_checked_at_each_look_up():
    answers = iter([["127.0.0.1"], ["10.9.9.9"]])
    with FeedServer({"/a": redirect("/b"), "/b": BODY}) as web:
        outcome = fetch(web.url("/a", host="feeds.example"), resolve=lambda host, port: next(answers))
        assert (code(outcome), web.paths()) == ("address-refused", ["/a"])


def test_a_refused_connection_is_named():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    outcome = fetch(f"http://127.0.0.1:{port}/feed?token=s3cret")
    assert outcome == Failed(
        stage="fetch", code="refused", line=f"http://127.0.0.1:{port} refused the connection"
    )
