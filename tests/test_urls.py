import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from feedwatch.urls import canonical_url, outlet_of, registered_domain, url_key

CANONICAL = {
    "plain": ("https://news.example/a/b", "https://news.example/a/b"),
    "scheme kept": ("http://news.example/a", "http://news.example/a"),
    "www kept": ("https://www.news.example/a", "https://www.news.example/a"),
    "trailing slash kept": ("https://news.example/a/", "https://news.example/a/"),
    "empty path": ("https://news.example", "https://news.example/"),
    "case of scheme and host": ("HTTPS://News.EXAMPLE/A", "https://news.example/A"),
    "white space around and inside": (" \n https://news.example/a\tb\r\n", "https://news.example/ab"),
    "default port": ("https://news.example:443/a", "https://news.example/a"),
    "other port": ("http://news.example:0443/a", "http://news.example:443/a"),
    "credentials": ("https://me:secret@news.example/a", "https://news.example/a"),
    "backslashes are slashes": ("http:\\\\news.example\\a", "http://news.example/a"),
    "what the browser takes for the host": ("http://127.0.0.1:80\\@news.example/", "http://127.0.0.1/@news.example/"),
    "dot segments": ("https://news.example/a/./b/../c/..", "https://news.example/a/"),
    "encoded dot segments": ("https://news.example/a/%2e%2E/b", "https://news.example/b"),
    "double slash in the path": ("https://news.example//a//b", "https://news.example//a//b"),
    "percent-encoding": ("https://news.example/%7euser/%c3%a9té", "https://news.example/~user/%C3%A9t%C3%A9"),
    "lonely percent sign": ("https://news.example/100%", "https://news.example/100%25"),
    "lone surrogate": ("https://news.example/\ud800", "https://news.example/%3F"),
    "IDN": ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
    "IDN keeps the sharp s": ("https://straße.example/", "https://xn--strae-oqa.example/"),
    "full-width host": ("https://ｎｅｗｓ．example/", "https://news.example/"),
    "dot at the end of the host": ("https://news.example./a", "https://news.example/a"),
    "IPv6": ("http://[0:0::1]:8080/a", "http://[::1]:8080/a"),
    "ampersand escaped twice": ("https://n.example/?a=1&amp;amp;ref=rss&#038;b=2", "https://n.example/?a=1&b=2"),
    "empty query": ("https://news.example/a?", "https://news.example/a"),
    "order of parameters kept": ("https://news.example/a?b=1&a=2", "https://news.example/a?b=1&a=2"),
    # tracking
    "google analytics": ("https://n.example/a?utm_source=rss&id=7&UTM_Medium=x", "https://n.example/a?id=7"),
    "at internet in the fragment": ("https://n.example/a.html#xtor=RSS-3208", "https://n.example/a.html"),
    "click numbers": ("https://n.example/?fbclid=x&gclid=y&story=z", "https://n.example/?story=z"),
    "session in the path": ("https://n.example/a.do;jsessionid=0FA1?id=1", "https://n.example/a.do?id=1"),
    "ref of a feed": ("https://n.example/a?ref=rss", "https://n.example/a"),
    "ref of the site itself": ("https://www.n.example/a?ref=n.example", "https://www.n.example/a"),
    "ref of another site stays": ("https://n.example/a?ref=other.example", "https://n.example/a?ref=other.example"),
    "source that names a page stays": ("https://n.example/q?source=ministry", "https://n.example/q?source=ministry"),
    "source of a feed reader": ("https://n.example/a?source=rss----0123--food", "https://n.example/a"),
    "feed flag": ("https://n.example/a?rss=1&feed=1", "https://n.example/a"),
    "feed number stays": ("https://n.example/a?feed=12", "https://n.example/a?feed=12"),
    # fragments
    "comments": ("https://n.example/a#comments", "https://n.example/a"),
    "a comment": ("https://n.example/a#comment-123", "https://n.example/a"),
    "text fragment": ("https://n.example/a#:~:text=10%25", "https://n.example/a"),
    "route": ("https://n.example/#!/story/7", "https://n.example/#!/story/7"),
    "entry of a live blog": ("https://n.example/live#block-5f3a", "https://n.example/live#block-5f3a"),
    # wrappers
    "google": ("https://www.google.de/url?sa=t&url=https%3A%2F%2Fn.example%2Fa%3Fid%3D1", "https://n.example/a?id=1"),
    "google inside facebook": (
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fn.example%252Fa",
        "https://n.example/a",
    ),
    "safe links": (
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fn.example%2Fa%3Futm_source%3Dx&data=0",
        "https://n.example/a",
    ),
    "the register": ("https://go.theregister.com/feed/www.theregister.com/2026/a/", "https://www.theregister.com/2026/a/"),
    "old yahoo": ("http://us.rd.yahoo.com/x/rss/*http%3A//n.example/a", "http://n.example/a"),
    "amp cache": ("https://n-example.cdn.ampproject.org/c/s/n.example/a", "https://n.example/a"),
    "amp viewer": ("https://www.google.com/amp/s/n.example/a", "https://n.example/a"),
    "opaque google news link stays": (
        "https://news.google.com/rss/articles/CBMi4gFB?oc=5",
        "https://news.google.com/rss/articles/CBMi4gFB?oc=5",
    ),
    "opaque feed proxy stays": ("http://feedproxy.google.com/~r/N/~3/x/a", "http://feedproxy.google.com/~r/N/~3/x/a"),
    "target that is no link stays": (
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/url?q=javascript:alert(1)",
    ),
    "looks like google": ("https://google.evil.example/url?q=https://n.example/", "https://google.evil.example/url?q=https://n.example/"),
    # twins
    "amp host": ("https://amp.theguardian.com/world/x", "https://www.theguardian.com/world/x"),
    "amp of cnn": ("https://amp.cnn.com/cnn/2026/01/02/x", "https://www.cnn.com/2026/01/02/x"),
    "mobile host": ("https://mobile.nytimes.com/2026/x", "https://www.nytimes.com/2026/x"),
    "mobile host that may be a site apart": ("https://m.signal.example/x", "https://m.signal.example/x"),
    "amp below an article": ("https://n.example/2026/an-old-story/amp/", "https://n.example/2026/an-old-story/"),
    "amp as an ending": ("https://n.example/world-123.amp", "https://n.example/world-123"),
    "amp as a topic": ("https://n.example/topic/amp", "https://n.example/topic/amp"),
    "amp as a parameter": ("https://n.example/a?amp=1", "https://n.example/a"),
}  # fmt: skip

NO_LINKS = [
    "", " ", "javascript:alert(1)", "data:text/html,x", "mailto:a@b.example", "file:///etc/passwd", "ftp://n.example/",
    "http://", "http://[", "http://[::1", "http://[v1.x]/", "https://:80/", "http://n.example:99999/", "http://n.example:x/",
    "http://a b.example/", "http://exa\u202emple.org/", "/only/a/path", "http://" + "a" * 64 + ".example/",
    "https://n.example/" + "a" * 9000,
]  # fmt: skip


@pytest.mark.parametrize(("url", "wanted"), CANONICAL.values(), ids=CANONICAL.keys())
def test_canonical_address(url, wanted):
    assert canonical_url(url) == wanted


@pytest.mark.parametrize("url", NO_LINKS, ids=range(len(NO_LINKS)))
def test_what_is_no_link_is_empty_and_has_no_key(url):
    assert (canonical_url(url), url_key(url)) == ("", 0)


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("b", "https://n.example/news/b"),
        ("../b?utm_source=x", "https://n.example/b"),
        ("//other.example/b", "https://other.example/b"),
        ("?id=1", "https://n.example/news/feed.xml?id=1"),
        ("http://other.example/", "http://other.example/"),
        ("javascript:alert(1)", ""),
        ("//[", ""),
        ("/a?ref=n.example", "https://n.example/a"),
    ],
)
def test_relative_links_are_resolved_against_the_base(url, wanted):
    assert canonical_url(url, base="https://n.example/news/feed.xml") == wanted


def test_a_mention_of_the_outlet_in_ref_is_tracking():
    url = "https://host.example/a?ref=paper.example&ref=third.example"
    assert canonical_url(url, outlet_hosts=["paper.example"]) == "https://host.example/a?ref=third.example"


SAME_PAGE = [
    "https://www.n.example/a/index.html?x=1&y=2",
    "http://n.example/a/?y=2&x=1",
    "https://m.n.example/a?x=1&y=2&utm_campaign=rss",
    "//n.example:443/a?x=1&y=2",
]


def test_one_key_for_the_ways_to_write_one_page():
    assert len({url_key(url) for url in SAME_PAGE}) == 1


@pytest.mark.parametrize(
    "other", ["https://n.example/A?x=1&y=2", "https://n.example/a?x=1", "https://n.example:8080/a?x=1&y=2"]
)
def test_other_pages_have_other_keys(other):
    assert url_key(other) != url_key(SAME_PAGE[0])


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("https://news.bbc.co.uk/x", "bbc.co.uk"),
        ("edition.cnn.com", "cnn.com"),
        ("CNN.com:8080", "cnn.com"),
        ("https://me.github.io/blog", "me.github.io"),
        ("http://127.0.0.5:8099/feed", "127.0.0.5"),
        ("http://[::1]:8099/feed", "[::1]"),
        ("localhost", "localhost"),
        ("com", "com"),
        ("mailto:x", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_registered_domain(name, wanted):
    assert registered_domain(name) == wanted


def outlet(**given):
    return outlet_of(
        **{"configured": None, "source_name": "", "source_url": "", "url": "", "site": ""} | given
    )


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"configured": "Reuters", "url": "https://news.google.com/rss/articles/x"}, ("Reuters", True)),
        ({"source_name": "The Paper", "url": "https://n.example/a"}, ("The Paper", False)),
        (
            {"source_name": "The Paper", "source_url": "https://www.paper.example/rss"},
            ("paper.example", False),
        ),
        ({"source_name": " Paper.example ", "url": "https://news.google.com/x"}, ("paper.example", True)),
        ({"url": "https://www.bbc.co.uk/news/1", "site": "https://www.bbc.co.uk/"}, ("bbc.com", False)),
        ({"url": "https://news.google.com/rss/articles/x", "site": "https://news.google.com/"}, ("", True)),
        ({"url": "https://www.google.co.uk/x"}, ("", True)),
        (
            {"url": "https://paper.example/a", "site": "https://www.reddit.com/r/news"},
            ("paper.example", True),
        ),
        (
            {"url": "http://feedproxy.google.com/~r/x", "site": "https://paper.example/"},
            ("paper.example", False),
        ),
        (
            {"source_name": "P", "source_url": "http://feeds.feedburner.com/P", "url": "https://x.example"},
            ("P", False),
        ),
        ({"site": "http://127.0.0.3:8000/feed.xml"}, ("127.0.0.3", False)),
        ({}, ("", False)),
    ],
)
def test_outlet(given, wanted):
    assert outlet(**given) == wanted


MARKS = r"http https : // / \ [ ] :: @ ? & = # ! % %2 %2F %2e %41 .. . ; , * | a b 7 - é ß 。 __; x-y-z 2026"
NAMES = """www. m. amp. /amp /amp/ .amp amp.cnn.com/cnn/ google.com/url google.com/amp/s/ l.facebook.com/l.php
    us.rd.yahoo.com/*http: r.search.yahoo.com/RU=http%3A%2F%2F urldefense.com/v3/__http:// news.example
    cdn.ampproject.org/c/s/ bbc.co.uk 127.0.0.1 q= url= u= utm_x= ref=rss ref= ;jsessionid=1
    &amp; &#38; index.html #comment-1 #a1 http:// https:// https%3A%2F%2F http%253A%252F%252F :80 :443"""
PIECES = st.sampled_from([*MARKS.split(), *NAMES.split(), "\u202e", "\ud800", "\x00", "\t"])
ADDRESSES = st.lists(PIECES, max_size=24).map("".join) | st.lists(PIECES, max_size=24).map(
    lambda pieces: "https://" + "".join(pieces)
)
LAWS = settings(derandomize=True, max_examples=600, deadline=None)


@LAWS
@given(ADDRESSES)
@example("////")
@example("http:///%2e%2e//..//")
def test_canonical_twice_is_once(url):
    once = canonical_url(url)
    assert canonical_url(once) == once


@LAWS
@given(ADDRESSES, ADDRESSES)
def test_a_canonical_address_is_plain_ascii_without_secrets(url, base):
    found = canonical_url(url, base=base)
    assert found == "" or (
        found.startswith(("http://", "https://")) and found.isascii() and found.isprintable()
    )


@LAWS
@given(ADDRESSES)
def test_an_address_and_its_canonical_form_have_one_key(url):
    assert url_key(url) == url_key(canonical_url(url))


@LAWS
@given(ADDRESSES, ADDRESSES, ADDRESSES, st.text(max_size=20))
def test_an_outlet_is_always_told(url, site, source_url, name):
    found, aggregated = outlet(url=url, site=site, source_url=source_url, source_name=name)
    assert isinstance(found, str)
    assert isinstance(aggregated, bool)


@pytest.mark.parametrize(
    "piece", ["/amp", "-a-", "%", "&amp;", "google.com/url?q=http://", "//", "../", "]", "é."]
)
def test_long_addresses_take_no_time(piece):
    url = "https://n.example/" + piece * (8000 // len(piece))
    start = time.perf_counter()
    (
        canonical_url(url),
        url_key(url),
        canonical_url(url * 100),
        registered_domain(url),
        outlet(url=url, source_name=url),
    )
    assert time.perf_counter() - start < 1
