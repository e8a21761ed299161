"""Tidy markup reads as the parsers read it; everything else is left to them."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup_vectors import VECTORS

from feedwatch.refine.characters import clean
from feedwatch.refine.elements import BREAK, ITEM, ITEM_END, PARAGRAPH, SOFT
from feedwatch.refine.links import absolute, is_plain
from feedwatch.refine.safe import sanitised
from feedwatch.refine.text import marked_text
from feedwatch.refine.tidy import Tidy, tidy

BASE = "https://site.example/news/"
REL = 'rel="noopener noreferrer"'


@pytest.mark.parametrize(
    ("html", "marked", "safe"),
    [
        pytest.param("Rain, wind", "Rain, wind", "Rain, wind", id="no markup"),
        pytest.param(
            '<p class="lead">Rain</p>\n<P>Wind</P>',
            f"{PARAGRAPH}Rain{PARAGRAPH}\n{PARAGRAPH}Wind{PARAGRAPH}",
            "<p>Rain</p>\n<p>Wind</p>",
            id="paragraphs",
        ),
        pytest.param("a<br>b<br/>c<br />d", BREAK.join("abcd"), "a<br>b<br>c<br>d", id="line breaks"),
        pytest.param(
            "<ul><li>a</li><li><p>b</p></li></ul>",
            f"{PARAGRAPH}{SOFT}{ITEM}a{ITEM_END}{SOFT}{ITEM}{SOFT}b{SOFT}{ITEM_END}{PARAGRAPH}",
            "<ul><li>a</li><li><p>b</p></li></ul>",
            id="list",
        ),
        pytest.param(
            "<a target='_blank' href='https://x.example/?a=1&b=2&amp;c=\u0033'>a</a>",
            "a",
            f'<a href="https://x.example/?a=1&amp;b=2&amp;c=3" {REL}>a</a>',
            id="link",
        ),
        pytest.param(
            "A &amp; B&nbsp;&lt;c&gt; &#8217;&quot; > &",
            'A & B\xa0<c> ’" > &',
            'A &amp; B&nbsp;&lt;c&gt; ’" &gt; &amp;',
            id="references",
        ),
        pytest.param(
            '<figure><img src="https://x.example/a.jpg" alt="A &quot;b&quot;" srcset="b 2x"></img>'
            "<figcaption>c</figcaption></figure>",
            f"{PARAGRAPH}{PARAGRAPH}c{PARAGRAPH}{PARAGRAPH}",
            '<figure><img src="https://x.example/a.jpg" alt="A &quot;b&quot;">'
            "<figcaption>c</figcaption></figure>",
            id="picture",
        ),
        pytest.param(
            'a<img src="https://x.example/p" width="1"><!-- x --><iframe src="https://x.example/"></iframe>b',
            "ab",
            "ab",
            id="pixel, comment and empty frame",
        ),
        pytest.param('<font color="red">a</font>', "a", "a", id="an element that is not shown"),
        pytest.param(
            '<a href="https://x.com/intent/tweet?x=1">a</a>',
            None,
            f'<a href="https://x.com/intent/tweet?x=1" {REL}>a</a>',
            id="a share link is left out of the text by the parser",
        ),
        pytest.param(
            '<p style="display:none">a</p>', None, "<p>a</p>", id="what may be hidden is the parser's to see"
        ),
        pytest.param('<a href="/b">a</a>', "a", None, id="a relative link needs its base"),
    ],
)
def test_tidy_markup_is_read_without_a_parser(html: str, marked: str | None, safe: str | None) -> None:
    assert tidy(html)[:2] == (marked, safe)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>a", id="left open"),
        pytest.param("a</p>", id="closed without being opened"),
        pytest.param("<b><i>a</b></i>", id="closed out of turn"),
        pytest.param("<p><div>a</div></p>", id="a block in a paragraph"),
        pytest.param("<p><b><ul></ul></b></p>", id="a list in a paragraph"),
        pytest.param("<h1><h2>a</h2></h1>", id="a heading in a heading"),
        pytest.param("<div><li>a</li></div>", id="an item without a list"),
        pytest.param("<ul><b><li>a</li></b></ul>", id="an item below another element of a list"),
        pytest.param(
            '<a href="https://x.example/"><i><a href="https://x.example/">a</a></i></a>', id="link in link"
        ),
        pytest.param("<div>" * 150 + "</div>" * 150, id="deep"),
        pytest.param("<p/>a</p>", id="closed in itself"),
        pytest.param("<table><tr><td>a</td></tr></table>", id="table"),
        pytest.param("<svg></svg>", id="foreign"),
        pytest.param("<pre>a</pre>", id="preformatted"),
        pytest.param("<noscript></noscript>", id="read by who runs scripts"),
        pytest.param("<style></style>", id="style"),
        pytest.param("<script>a</script>", id="a script that holds something"),
        pytest.param('<script src="a"></iframe>', id="a script that another tag seems to close"),
        pytest.param('<iframe src="a"/>b', id="an open frame"),
        pytest.param('<iframe src="></iframe>', id="a frame in whose address its end stands"),
        pytest.param("<!-- a > b -->", id="a comment that may end early"),
        pytest.param("<!-->a<!-- -->", id="an empty comment"),
        pytest.param('<p title=">">a</p>', id="a tag that may end early"),
        pytest.param("<p title=a>a</p>", id="a value without quotes"),
        pytest.param('<p title="a"lang="b">a</p>', id="attributes that touch"),
        pytest.param('<p title="a', id="cut in a tag"),
        pytest.param('<b lang="a" lang="b">a</b>', id="an attribute twice"),
        pytest.param("a < b", id="less than"),
        pytest.param("&copy 2024", id="a reference without its end"),
        pytest.param("&notit;", id="a reference that is the beginning of a word"),
        pytest.param("&#8203;&#xfffe;", id="references of what cannot be seen"),
        pytest.param("a\r\nb", id="line ends that parsers change"),
        pytest.param("a\u202eb", id="unseen characters"),
        pytest.param("e\u0301", id="not in NFC"),
        pytest.param("a\x00b", id="NUL"),
        pytest.param("a\ud800b", id="half a character"),
    ],
)
def test_what_is_not_tidy_is_left_to_the_parsers(html: str) -> None:
    assert tidy(html) == Tidy()


@pytest.mark.parametrize("html", ["<p>&#x338;a</p>", "<p>e<!-- -->\u0301</p>", "a&#x301;"])
def test_characters_that_come_together_and_combine_are_left_to_the_cleaner(html: str) -> None:
    assert tidy(html).safe is None


def settled_by_nh3(html: str) -> str:
    """Safe HTML by the parser alone, without what this module knows."""
    safe = sanitised(clean(html), BASE)
    for _ in range(9):
        html, safe = safe, sanitised(safe, BASE)
        if safe == html:
            return safe
    pytest.fail("does not settle")


def assert_law(html: str) -> None:
    scanned = tidy(html)
    assert (
        marked_text(html, scanned).strip() == marked_text(html).strip()
    )  # blanks before a text are nobody's
    assert scanned.safe is None or scanned.safe == settled_by_nh3(html)


_LEAVES = st.sampled_from(
    [
        *(
            "text",
            "Word. ",
            " ",
            "\n",
            "“q”",
            "é",
            "\u0301",
            "\u0338",
            "\xa0",
            "\u3000",
            "مي\u200cخ",
            ">",
            "'",
            '"',
        ),
        *(
            "&amp;",
            "&lt;",
            "&gt;",
            "&nbsp;",
            "&quot;",
            "&#8217;",
            "&#x301;",
            "&#38;lt;",
            "&",
            "& ",
            "&copy",
            "&#128;",
        ),
        *(
            "<br>",
            "<br />",
            "<hr>",
            "<wbr/>",
            "<!-- c -->",
            '<iframe src="//y"></iframe>',
            "<script async></script>",
        ),
        '<img src="https://x.example/a.png" alt="A &amp; b" width="1">',
        '<img src="https://x.example/a.png" alt="\U0001f44d" height=\'20\' class="x">',
        '<img src="https://pixel.x.example/p" alt="">',
    ]
)
_ATTRIBUTES = st.sampled_from(
    [
        *(
            "",
            "",
            "",
            ' class="x"',
            " class='sharedaddy'",
            ' style="display:none"',
            " hidden",
            ' dir="rtl" lang="ar"',
        ),
        *(
            ' href="https://x.example/a?b=1&amp;c=2"',
            ' href="https://x.example/?a&b=2&copy=3&utm_x=4"',
            ' href="/b"',
        ),
        *(' href="https://1.2.3.4/"', ' href="https://xn--a.example/"', ' href="https://x.example/#"'),
        *(
            ' href="mailto:a@b.example"',
            ' href="https://x.com/intent/tweet"',
            ' title="a \' &lt; &#34;"',
            " reversed",
        ),
        *(
            ' cite="https://x.example/"',
            ' datetime="2020-01-01"',
            ' onclick="x()"',
            ' start="3" title=""',
            ' a="b"c=""',
        ),
    ]
)
_NAMES = st.sampled_from(
    [
        *(
            "p",
            "p",
            "p",
            "a",
            "a",
            "b",
            "i",
            "em",
            "strong",
            "span",
            "font",
            "div",
            "ul",
            "ol",
            "li",
            "li",
            "h2",
        ),
        *(
            "h3",
            "blockquote",
            "figure",
            "figcaption",
            "code",
            "small",
            "del",
            "time",
            "q",
            "details",
            "summary",
        ),
        *("center", "section", "sub", "address", "table", "pre", "svg"),
    ]
)


def _element(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    whole = st.builds("<{0}{1}>{2}</{0}>".format, _NAMES, _ATTRIBUTES, inside)
    items = st.lists(inside, min_size=1, max_size=2).map(
        lambda parts: "".join(f"<li>{part}</li>" for part in parts)
    )
    lists = st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["ul", "ol"]), items)
    torn = st.builds("<{0}{1}>{2}".format, _NAMES, _ATTRIBUTES, inside)
    return st.lists(whole | whole | lists | _LEAVES | torn, max_size=4).map("".join)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(st.recursive(_LEAVES, _element, max_leaves=12))
def test_tidy_markup_is_read_as_the_parsers_read_it(html: str) -> None:
    assert_law(html)


@pytest.mark.parametrize("vector", VECTORS)
def test_hostile_markup_is_read_as_the_parsers_read_it(vector: str) -> None:
    assert_law(vector)
    assert_law(f"<p>{vector}</p>")


_ADDRESSES = st.lists(
    st.sampled_from(
        [
            *(
                "https://",
                "http://",
                "//",
                "x.example",
                "X.example",
                "1.2.3.4",
                "0x7f.1",
                "xn--a.example",
                "a_b.example",
            ),
            *(
                "..",
                ".",
                "/",
                "/a",
                "/../b",
                "?",
                "?a=b",
                "&c",
                "#",
                "#d",
                ":",
                ":80",
                "@",
                ";",
                "%",
                "%41",
                "[",
                "é",
                " ",
            ),
        ]
    ),
    max_size=7,
).map("".join)


@settings(derandomize=True, max_examples=600, deadline=None)
@given(_ADDRESSES.map("https://x.example{}".format) | _ADDRESSES)
def test_a_plain_address_is_what_every_reader_of_addresses_makes_of_it(address: str) -> None:
    if is_plain(address):
        shown = address.replace("&", "&amp;")
        assert absolute(address, BASE) == address
        assert absolute(f" {address}", BASE) == address
        assert sanitised(f'<a href="{shown}">a</a>', BASE) == f'<a href="{shown}" {REL}>a</a>'


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000,
        "<p>a</p>" * 120_000,
        "<a " * 300_000,
        "<a b" + " c" * 500_000,
        '<a b="' * 200_000,
        "<a" + " " * 1_000_000,
        "<!--" * 250_000,
        "&amp;" * 200_000,
        "&" + "a" * 1_000_000,
        "<b " + 'a="&a" ' * 100_000 + ">",
    ],
    ids=lambda html: html[:12],
)
def test_a_megabyte_is_scanned_in_a_moment(html: str) -> None:
    start = time.process_time()
    tidy(html)
    assert time.process_time() - start < 2
