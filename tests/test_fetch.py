"""What a server says and what comes of it: documents, validators, redirects, credentials, refusals."""

import gzip
import logging
import zlib

import pytest
import requests
import responses
from feed_server import FeedServer, Reply, redirect
from fetching import (
    BASIC,
    BODY,
    BOMB,
    SECRETS,
    claim,
    code,
    door,
    fetch,
    secrets_of,
)

from feedwatch.fetch.client import hash_of
from feedwatch.fetch.faults import LINES, FetchError
from feedwatch.model import Document, Unchanged


def test_a_body_comes_back_whole_with_what_the_server_said_of_it():
    said = {
        "Content-Type": "application/rss+xml",
        "ETag": 'W/"a-1"',
        "Last-Modified": "Tue, 03 Nov 2026 10:00:00 GMT",
        "Cache-Control": "public, max-age=600",
    }
    with FeedServer({"/feed?x=1": Reply(BODY, headers=said)}) as web:
        address = web.url("/feed?x=1")
        assert fetch(address) == Document(
            body=BODY,
            url=address,
            content_type="application/rss+xml",
            status=200,
            etag='W/"a-1"',
            modified="Tue, 03 Nov 2026 10:00:00 GMT",
            body_hash=hash_of(BODY),
            max_age_s=600,
        )


def test_both_validators_are_sent_and_304_keeps_what_it_renews():
    def answer(request):
        asked = (request.headers.get("if-none-match"), request.headers.get("if-modified-since"))
        assert asked == ('"1"', "Tue, 03 Nov 2026 10:00:00 GMT")
        return Reply(status=304, headers={"ETag": '"2"', "Cache-Control": "max-age=60"})

    with FeedServer({"/feed": answer}) as web:
        old = {"etag": '"1"', "modified": "Tue, 03 Nov 2026 10:00:00 GMT"}
        assert fetch(web.url("/feed"), of=old) == Unchanged(status=304, etag='"2"', max_age_s=60)


def test_the_same_body_again_is_unchanged():
    with FeedServer({"/feed": Reply(BODY, headers={"ETag": '"2"'})}) as web:
        outcome = fetch(web.url("/feed"), of={"etag": '"1"', "body_hash": hash_of(BODY)})
    assert outcome == Unchanged(status=200, etag='"2"', bytes=len(BODY))


def test_304_without_validators_sent_is_a_failure():
    with FeedServer({"/feed": Reply(status=304)}) as web:
        outcome = fetch(web.url("/feed"), of={"body_hash": 1})
    assert (code(outcome), outcome.status) == ("bad-304", 304)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("etag", '"1"\r\nX-Evil: 1'),
        ("etag", "\u0627"),
        ("etag", '"' + "a" * 2000 + '"'),
        ("etag", '"\x1b[2J"'),
        ("etag", ""),
        ("modified", "now\nX-Evil: 1"),
        ("modified", "x" * 200),
    ],
)
def test_a_validator_that_cannot_be_sent_is_left_out(name, value):
    with FeedServer({"/feed": BODY}) as web:
        assert isinstance(fetch(web.url("/feed"), of={name: value}), Document)
        assert {"if-none-match", "if-modified-since", "x-evil"} & set(web.requests[0].headers) == set()


def test_bad_validators_of_a_reply_are_not_kept():
    said = {"ETag": "x" * 5000, "Last-Modified": "y" * 200, "Content-Type": "text/xml" + "z" * 500}
    with FeedServer({"/feed": Reply(BODY, headers=said)}) as web:
        address = web.url("/feed")
        assert fetch(address) == Document(body=BODY, url=address, body_hash=hash_of(BODY))


ENCODED = {
    "gzip": gzip.compress(BODY * 50),
    "x-gzip": gzip.compress(BODY * 50),
    "GZIP ": gzip.compress(BODY * 50),
    "deflate": zlib.compress(BODY * 50),
    "identity": BODY * 50,
    "identity, gzip": gzip.compress(BODY * 50),
    "": BODY * 50,
}


@pytest.mark.parametrize(("encoding", "sent"), ENCODED.items(), ids=ENCODED.keys())
def test_encodings_we_offer_are_undone(encoding, sent):
    with FeedServer({"/feed": Reply(sent, headers={"Content-Encoding": encoding})}) as web:
        assert fetch(web.url("/feed")).body == BODY * 50
        assert web.requests[0].headers["accept-encoding"] == "gzip, deflate"


def raw_deflate(data):
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def test_raw_deflate_joined_gzip_and_padding_are_read():
    sent = {
        "/raw": Reply(raw_deflate(BODY), headers={"Content-Encoding": "deflate"}),
        "/two": Reply(gzip.compress(BODY) + gzip.compress(BODY), headers={"Content-Encoding": "gzip"}),
        "/pad": Reply(gzip.compress(BODY) + bytes(512), headers={"Content-Encoding": "gzip"}),
    }
    with FeedServer(sent) as web, door() as fetcher:
        bodies = [fetcher.fetch(claim(web.url(path))).body for path in sent]
    assert bodies == [BODY, BODY + BODY, BODY]


def test_gzip_said_of_a_plain_body_is_asked_again_without_encoding():
    def answer(request):
        lying = request.headers["accept-encoding"] != "identity"
        return Reply(BODY, headers={"Content-Encoding": "gzip"} if lying else {})

    with FeedServer({"/feed": answer}) as web:
        assert fetch(web.url("/feed")).body == BODY
        assert len(web.requests) == 2


@pytest.mark.parametrize(
    "encoding", ["gzip", "br", "zstd", "gzip, gzip", ", ".join(["gzip"] * 1000), "rot13"]
)
def test_an_encoding_that_cannot_be_undone_fails_after_one_retry(encoding):
    with FeedServer({"/feed": Reply(BODY, headers={"Content-Encoding": encoding})}) as web:
        assert code(fetch(web.url("/feed"))) == "encoding"
        assert len(web.requests) == 2


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], True),
        ([308], True),
        ([301, 308], True),
        ([302], False),
        ([301, 302], False),
        ([307, 301], False),
        ([303], False),
        ([], False),
    ],
)
def test_a_feed_has_moved_when_every_redirect_was_permanent(statuses, moved):
    routes = {f"/{i}": redirect(f"/{i + 1}?n={i}", status) for i, status in enumerate(statuses)}
    with FeedServer({**routes, f"/{len(statuses)}": BODY}) as web:
        outcome = fetch(web.url("/0"))
        assert outcome.url == web.url(f"/{len(statuses)}" + (f"?n={len(statuses) - 1}" if statuses else ""))
        assert outcome.moved_to == (outcome.url if moved else None)


def test_five_redirects_are_followed_and_no_more():
    with FeedServer({f"/{i}": redirect(f"/{i + 1}") for i in range(9)} | {"/5": BODY}) as web:
        assert fetch(web.url("/0")).body == BODY
        web.routes["/5"] = redirect("/5")
        assert code(fetch(web.url("/0"))) == "too-many-redirects"
        assert len(web.requests) == 12


@pytest.mark.parametrize(
    "location",
    [
        "",
        "http://[",
        "//",
        "http://",
        "http:///x",
        "\\\\127.0.0.1\\x",
        "http://a b/",
        "x" * 60_000,
        "http://127.0.0.1/" + "x" * 60_000,
        "http://%00/",
    ],
)
def test_a_location_that_cannot_be_followed_is_named(location):
    with FeedServer({"/feed": redirect(location)}) as web:
        assert code(fetch(web.url("/feed"))) in {"bad-redirect", "too-many-redirects"}


def test_a_redirect_without_a_location_is_named():
    with FeedServer({"/feed": Reply(status=302)}) as web:
        assert code(fetch(web.url("/feed"))) == "bad-redirect"


def test_a_raw_location_is_read_as_utf8():
    with FeedServer({"/feed": redirect("/n\xc3\xa9"), "/n%C3%A9": BODY}) as web:
        assert fetch(web.url("/feed")).url == web.url("/n%C3%A9")


def test_credentials_follow_on_the_same_origin():
    with FeedServer({"/old": redirect("/feed"), "/feed": BODY}) as web:
        fetch(web.url("/old"), of=SECRETS)
        assert [secrets_of(request) for request in web.requests] == [[BASIC, "k3y", "a=b"]] * 2


def test_credentials_never_go_to_another_origin_nor_come_back_with_a_redirect():
    with FeedServer() as home, FeedServer() as other:
        home.routes = {"/a": redirect(other.url("/b")), "/c": BODY}
        other.routes = {"/b": redirect(home.url("/c"))}
        assert fetch(home.url("/a"), of=SECRETS).body == BODY
        sent = [secrets_of(request) for request in (*home.requests, *other.requests)]
        assert sent == [[BASIC, "k3y", "a=b"], [None] * 3, [None] * 3]


def test_another_host_name_for_the_same_server_is_another_origin():
    with FeedServer() as web:
        web.routes = {"/a": redirect(web.url("/b", host="other.example")), "/b": Reply(status=401)}
        outcome = fetch(
            web.url("/a", host="feeds.example"), of=SECRETS, resolve=lambda host, port: ["127.0.0.1"]
        )
        assert secrets_of(web.requests[1]) == [None] * 3
        assert outcome.line == (
            f"http://other.example:{web.port} wants a login (401) (redirected from http://feeds.example:{web.port};"
            " the feed's credentials and headers were not sent there)"
        )


def test_userinfo_of_the_address_is_sent_to_its_origin_and_shown_nowhere():
    with FeedServer({"/feed": BODY}) as web:
        outcome = fetch(f"http://desk:p%C3%A4ssword@127.0.0.1:{web.port}/feed")
        assert (outcome.url, secrets_of(web.requests[0])[0]) == (web.url("/feed"), BASIC)


def test_userinfo_that_a_redirect_brings_is_dropped():
    with FeedServer() as web:
        web.routes = {"/a": redirect(f"http://evil:pw@127.0.0.1:{web.port}/b"), "/b": BODY}
        assert fetch(web.url("/a")).url == web.url("/b")
        assert secrets_of(web.requests[1])[0] is None


def test_cookies_are_never_sent():
    with FeedServer(
        {"/a": Reply(status=302, headers={"Location": "/b", "Set-Cookie": "id=1"}), "/b": BODY}
    ) as web:
        with door() as fetcher:
            fetcher.fetch(claim(web.url("/a")))
            fetcher.fetch(claim(web.url("/b")))
        assert [request.headers.get("cookie") for request in web.requests] == [None] * 3


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("X-A", "1\r\nX-B: 2"),
        ("X A", "1"),
        ("", "1"),
        ("X-A", "ا"),
        ("Host", "evil.example"),
        ("X-A", "1" * 9999),
        ("transfer-encoding", "chunked"),
        ("Accept-Encoding", "br"),
        ("X-A:", "1"),
    ],
)
def test_a_header_that_cannot_be_sent_is_named_and_nothing_is_sent(name, value):
    with FeedServer({"/feed": BODY}) as web:
        assert code(fetch(web.url("/feed"), of={"headers": ((name, value),)})) == "bad-header"
        assert web.connections == 0


def test_a_feeds_own_header_wins_over_ours():
    with FeedServer({"/feed": BODY}) as web:
        fetch(web.url("/feed"), of={"headers": (("user-agent", "Desk/2"), ("ACCEPT", "text/xml"))})
        sent = web.requests[0].headers
    assert (sent["user-agent"], sent["accept"]) == ("Desk/2", "text/xml")


def test_the_environment_is_ignored(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    with FeedServer({"/feed": BODY}) as web:
        assert fetch(web.url("/feed")).body == BODY


STATUSES = {
    400: "http-4xx",
    401: "http-401",
    403: "http-403",
    404: "http-404",
    410: "http-410",
    418: "http-4xx",
}
STATUSES |= {
    429: "http-429",
    451: "http-4xx",
    500: "http-5xx",
    503: "http-5xx",
    599: "http-5xx",
    999: "http-5xx",
}


@pytest.mark.parametrize(("status", "expected"), STATUSES.items())
def test_a_refusal_has_its_code_and_status(status, expected):
    with FeedServer({"/feed": Reply(b"<rss/>", status=status)}) as web:
        outcome = fetch(web.url("/feed?token=s3cret"))
    assert (code(outcome), outcome.status, "s3cret" in outcome.line) == (expected, status, False)


DATE = "Tue, 03 Nov 2026 10:00:00 GMT"
RETRY = [
    ({"Retry-After": "120"}, 120),
    ({"Retry-After": "1"}, 60),
    ({"Retry-After": "-5"}, 60),
    ({"Retry-After": "315360000"}, 86_400),
    ({"Retry-After": "9" * 400}, None),
    ({"Retry-After": "soon"}, None),
    ({"Retry-After": "٣٠٠"}, None),
    ({"Retry-After": "Tue, 03 Nov 2026 10:05:00 GMT", "Date": DATE}, 300),
    ({"Retry-After": "Tue, 03 Nov 2026 11:05:00 +0100", "Date": DATE}, 300),
    ({"Retry-After": "Mon, 02 Nov 2026 10:05:00 GMT", "Date": DATE}, 60),
    ({"Retry-After": "Tue, 03 Nov 9999 10:05:00 GMT", "Date": DATE}, 86_400),
    ({"Retry-After": "Tue, 03 Nov 2026 10:05:00 GMT"}, None),
    ({"Retry-After": "Tue, 99 Nov 2026 10:05:00 GMT", "Date": DATE}, None),
    ({}, None),
]


@pytest.mark.parametrize(("said", "expected"), RETRY, ids=[str(said)[:60] for said, _ in RETRY])
@responses.activate
def test_retry_after_is_honoured_within_bounds(said, expected):
    responses.get("http://feeds.example/", status=429, headers=said)
    assert fetch("http://feeds.example/").retry_after_s == expected


AGES = [
    ("max-age=600", 600),
    ("public, MAX-AGE = 600", 600),
    ('max-age="600"', 600),
    ("max-age=99999999999999", 31_536_000),
    ("s-maxage=600", None),
    ("max-age=-1", None),
    ("max-age=", None),
    ("no-cache", None),
    ("x" * 100_000 + ", max-age=1", None),
]


@pytest.mark.parametrize(("said", "expected"), AGES, ids=[said[:30] for said, _ in AGES])
@responses.activate
def test_max_age_is_read(said, expected):
    responses.get("http://feeds.example/", body=BODY, headers={"Cache-Control": said})
    assert fetch("http://feeds.example/").max_age_s == expected


CHALLENGES = [
    ({"cf-mitigated": "challenge"}, b"", 403, True),
    ({"cf-mitigated": "challenge"}, BODY, 200, True),
    ({"Server": "cloudflare"}, b"<title>Just a moment...</title>", 403, True),
    ({"Server": "cloudflare"}, b"<script src='/cdn-cgi/challenge-platform/x'>", 503, True),
    (
        {"Server": "cloudflare", "Content-Encoding": "gzip"},
        gzip.compress(b"window._cf_chl_opt", mtime=0),
        403,
        True,
    ),
    ({"Server": "cloudflare", "Content-Encoding": "gzip"}, BOMB[:16000], 403, False),
    ({"Server": "cloudflare"}, b"forbidden", 403, False),
    ({"Server": "nginx"}, b"<title>Just a moment...</title>", 403, False),
    ({"Server": "cloudflare"}, b" " * 20_000 + b"<title>Just a moment...</title>", 403, False),
]


@pytest.mark.parametrize(("said", "page", "status", "expected"), CHALLENGES)
@responses.activate
def test_a_cloudflare_challenge_is_named(said, page, status, expected):
    responses.get("http://feeds.example/", body=page, status=status, headers=said)
    assert (code(fetch("http://feeds.example/")) == "cloudflare-challenge") is expected


@responses.activate
def test_responses_still_mocks_the_whole_round():
    responses.get("http://feeds.example/a", status=301, headers={"Location": "https://feeds.example/b"})
    responses.get("https://feeds.example/b", body=gzip.compress(BODY), headers={"Content-Encoding": "gzip"})
    outcome = fetch("http://feeds.example/a", resolve=lambda host, port: pytest.fail("nothing is dialled"))
    assert (outcome.body, outcome.moved_to) == (BODY, "https://feeds.example/b")


@pytest.mark.parametrize(
    "error",
    [
        requests.ConnectionError("http://x/?token=s3cret"),
        requests.Timeout(),
        requests.exceptions.ChunkedEncodingError(),
        requests.exceptions.InvalidURL("?token=s3cret"),
        ValueError("?token=s3cret"),
        OSError("?token=s3cret"),
    ],
    ids=lambda error: type(error).__name__,
)
@responses.activate
def test_whatever_the_libraries_raise_is_an_outcome_without_their_words(error):
    responses.get("http://feeds.example/", body=error)
    outcome = fetch("http://feeds.example/?token=s3cret")
    assert (outcome.code in LINES, "s3cret" in repr(outcome)) == (True, False)


def test_every_line_is_one_plain_line():
    lines = [FetchError(name, at="https://feeds.example", why="because").line for name in LINES]
    assert [
        line for line in lines if not line.isascii() or not line.isprintable() or line.endswith(".")
    ] == []


def test_urllib3_logs_no_address(caplog):
    with caplog.at_level(logging.DEBUG), FeedServer({"/feed": BODY}) as web:
        fetch(web.url("/feed?token=s3cret"))
    assert "s3cret" not in caplog.text
