"""HTML as a reader sees it, titles as one line, and HTML that may be shown."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.refine import characters, markup
from feedwatch.refine.links import absolute

BASE = "https://site.example/news/"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>un<b>believ</b>able</p>", "unbelievable", id="inline markup parts no word"),
        pytest.param(
            "<p>3<sup>rd</sup> of<wbr>fice</p>", "3rd office", id="superscript and break opportunity"
        ),
        pytest.param("<p>One</p><p>Two</p>", "One\n\nTwo", id="paragraphs"),
        pytest.param("<div>One</div>Two<div>Three</div>", "One\n\nTwo\n\nThree", id="divisions"),
        pytest.param(
            "One<br>Two<br><br>Three<br/> <br />Four", "One\nTwo\n\nThree\n\nFour", id="line breaks"
        ),
        pytest.param("<h2>Head</h2>Body<hr>Foot", "Head\n\nBody\n\nFoot", id="heading and rule"),
        pytest.param("<p>Two:</p><ul><li>One<li>Two</ul>", "Two:\n\n- One\n- Two", id="list"),
        pytest.param("<ol><li><p>One</p></li><li></li></ol>End", "- One\n\nEnd", id="list with paragraphs"),
        pytest.param("<ul><li>A<ul><li>B</ul><li>C</ul>", "- A\n- B\n- C", id="nested list"),
        pytest.param(
            "<table><tr><th><th>A<th>B<tr><td>x<td> <td>2</table>", "– | A | B\nx | – | 2", id="table"
        ),
        pytest.param("<table><tr><td><td>One.<td><tr><td><td>Two.</table>", "One.\nTwo.", id="a frame"),
        pytest.param("<blockquote>Said</blockquote>she", "Said\n\nshe", id="quotation"),
        pytest.param("<pre>a\n  b</pre>", "a\nb", id="preformatted lines"),
        pytest.param("a\nb\n\nc", "a b\n\nc", id="no markup: blank lines part"),
        pytest.param("<p>a\n\nb</p>", "a b", id="markup: blank lines do not part"),
        pytest.param("a\n* b\n • c\n2 *d\n*e*", "a\n* b\n• c 2 *d *e*", id="no markup: items are lines"),
        pytest.param(
            "x<script>1</script><style>2</style><!-- 3 --><noscript>4</noscript>y", "xy", id="unseen"
        ),
        pytest.param("<form><button>Go</button><select><option>1</select></form>z", "z", id="form"),
        pytest.param(
            "a<iframe>b</iframe><svg><text>c</text></svg><template>d</template>", "a", id="embedded"
        ),
        pytest.param("a<span style='display: none'>b</span><i hidden>c</i>", "a", id="hidden"),
        pytest.param("a<img src=p.gif width=1 height=1 alt='pixel'>", "a", id="pixel"),
        pytest.param("Good <img src=x alt='\U0001f44d'> work", "Good \U0001f44d work", id="emoji as picture"),
        pytest.param(
            "<p>Story</p><div class='sharedaddy'>Share this <a href='/x'>Tweet</a></div>",
            "Story",
            id="share bar",
        ),
        pytest.param(
            "Story <a href='https://twitter.com/intent/tweet?u=x'>Tweet</a>"
            " <a href='https://www.facebook.com/sharer/sharer.php?u=x'>Share</a>"
            " <a href='mailto:?subject=x'>Mail</a>",
            "Story",
            id="share links",
        ),
        pytest.param(
            "<a href='https://x.com/someone'>someone</a>", "someone", id="a link to a person is no sharing"
        ),
        pytest.param("caf&eacute;&nbsp;&mdash;&#8217;", "café —’", id="entities"),
        pytest.param("R&amp;amp;D &amp;#8217; &amp;nbsp;x", "R&D ’ x", id="entities escaped twice"),
        pytest.param("&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", "One\n\nTwo", id="HTML escaped twice"),
        pytest.param(
            "<img src='a.jpg'>&lt;!-- x --&gt;&lt;p&gt;One &lt;b&gt;text&lt;/b&gt;.&lt;/p&gt;"
            " by <a href='u'>Jane</a><br>[1]",
            "One text.\n\nby Jane\n[1]",
            id="HTML escaped twice with an aggregator's own links around",
        ),
        pytest.param(
            "<p>A &lt;p&gt; is closed by &lt;/p&gt;.</p>", "A <p> is closed by </p>.", id="words about tags"
        ),
        pytest.param(
            "<code>&amp;amp;</code> &lt;b&gt;x&lt;/b&gt;", "&amp; <b>x</b>", id="writing about markup"
        ),
        pytest.param(
            "so\u00adft ze\u200bro \u202eover\u202c \ufeffmark", "soft zero over mark", id="invisible"
        ),
        pytest.param("a&#27;[31mb&#x9b;c", "ab›c", id="terminal controls as references"),
        pytest.param("x\ud800y\ufffez\U0010ffff", "xyz", id="surrogates and noncharacters"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="joiner of the script stays"),
        pytest.param(
            "\U0001f469\u200d\U0001f680 a\u200cb",
            "\U0001f469\u200d\U0001f680 ab",
            id="joiner of an emoji stays",
        ),
        pytest.param("e\u0301te\u0301", "\u00e9t\u00e9", id="NFC"),
        pytest.param("Cut <a href='http", "Cut", id="cut inside a tag"),
        pytest.param("<textarea>All there is", "All there is", id="everything inside an unclosed form field"),
        pytest.param("<!-- more text", "more text", id="everything inside an unclosed comment"),
        pytest.param("", "", id="empty"),
        pytest.param("1 < 2 & 3 > 2", "1 < 2 & 3 > 2", id="signs that are no markup"),
    ],
)
def test_text_is_what_a_reader_sees(html: str, text: str) -> None:
    assert markup.text_of(html) == text


@pytest.mark.parametrize(
    ("length", "is_markup", "end"),
    [
        (1_000_001, True, "word…"),
        (800_000, True, "word"),
        (1_000_001, False, "</p>…"),
        (800_000, False, "</p>"),
    ],
)
def test_a_text_that_is_cut_ends_in_a_mark(length: int, is_markup: bool, end: str) -> None:
    text = ("<p>word word</p>" * 100_000)[:length]
    last = markup.paragraphs_of(text, markup=is_markup)[-1]
    assert last[-len(end) - 1 :] == (f" {end}" if is_markup else f"d{end}")


def test_safe_html_of_a_text_that_is_cut_ends_in_a_mark() -> None:
    assert markup.safe_html("<p>word word</p>" * 100_000, BASE).endswith("<p>word word…</p>")


def test_a_text_without_end_in_a_comment_is_cut_with_a_mark() -> None:
    assert markup.text_of("<!-- " + "word " * 50_000).endswith("word…")


def test_a_text_is_read_once_for_everything() -> None:
    reading = markup.read("<p>Rain</p><p>Wind&nbsp;&nbsp;<i>The Post</i></p>", markup=True)
    assert reading.paragraphs == ("Rain", "Wind The Post")
    assert reading.without_outlet("The Post") == ("Rain", "Wind")
    assert reading.without_outlet("The Times") is reading.paragraphs
    assert markup.safe_html(reading.published, BASE, reading.scanned) == (
        "<p>Rain</p><p>Wind&nbsp;&nbsp;<i>The Post</i></p>"
    )


def test_outlet_set_behind_a_text_is_cut() -> None:
    html = '<a href="https://x.example/">Rain stops play</a>&nbsp;&nbsp;<font color="#6f6f6f">The Post</font>'
    assert markup.text_of(html, outlet="The Post") == "Rain stops play"
    assert markup.text_of("He wrote for The Post", outlet="The Post") == "He wrote for The Post"


@pytest.mark.parametrize(
    ("text", "is_markup", "paragraphs"),
    [
        ("<p>One</p><p>Two</p>", True, ("One", "Two")),
        (
            "One\nstill <b>one</b>\n\nTwo &amp; more\r\n\r\n\r\nThree",
            False,
            ("One\nstill <b>one</b>", "Two & more", "Three"),
        ),
        ("", False, ()),
    ],
)
def test_paragraphs_of_html_and_of_plain_text(
    text: str, is_markup: bool, paragraphs: tuple[str, ...]
) -> None:
    assert markup.paragraphs_of(text, markup=is_markup) == paragraphs


@pytest.mark.parametrize(
    ("value", "outlet", "line"),
    [
        pytest.param("A &amp; B", "", "A & B", id="escaped"),
        pytest.param("A &amp;amp; B &amp;ldquo;C&amp;rdquo;", "", "A & B “C”", id="escaped twice"),
        pytest.param("A &amp;amp;amp; B", "", "A &amp; B", id="escaped thrice is read twice"),
        pytest.param("AT&T, R&D; Q&A", "", "AT&T, R&D; Q&A", id="ampersands"),
        pytest.param("1 < 2", "", "1 < 2", id="less than"),
        pytest.param("Now <b>live</b>: talks", "", "Now live: talks", id="tags"),
        pytest.param("&lt;i&gt;Hamlet&lt;/i&gt; returns", "", "Hamlet returns", id="tags escaped twice"),
        pytest.param("The <dialog> element", "", "The <dialog> element", id="a title about an element"),
        pytest.param("<code>&lt;p></code> explained", "", "<p> explained", id="an element inside code"),
        pytest.param(" Two\n\tlines\u00a0and\u3000spaces ", "", "Two lines and spaces", id="white space"),
        pytest.param("Itâ€™s cafÃ© time", "", "It’s café time", id="mojibake"),
        pytest.param("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "", "Привет", id="mojibake of another script"),
        pytest.param(
            "LIBERTÉ… MANHÃ”", "", "LIBERTÉ… MANHÃ”", id="capitals before punctuation are no mojibake"
        ),
        pytest.param("Why “â€™” appears", "", "Why “â€™” appears", id="a title about mojibake"),
        pytest.param("Rain - The Daily Post", "The Daily Post", "Rain", id="outlet by name"),
        pytest.param("Rain | BBC News", "bbc.com", "Rain", id="outlet by domain"),
        pytest.param("Rain – The Guardian", "theguardian.com", "Rain", id="outlet by domain with article"),
        pytest.param("雨_新报", "新报", "雨", id="outlet behind an underscore"),
        pytest.param("Rain - Again", "The Daily Post", "Rain - Again", id="another ending stays"),
        pytest.param("Boom - Watch This Post", "Post", "Boom - Watch This Post", id="a longer ending stays"),
        pytest.param("The Daily Post", "The Daily Post", "The Daily Post", id="the outlet alone stays"),
        pytest.param("\u202eevil\u202c\x1b]0;x\x07", "", "evil", id="controls"),
    ],
)
def test_title_is_one_plain_line(value: str, outlet: str, line: str) -> None:
    assert markup.plain(value, markup=False, outlet=outlet) == line


def test_title_that_is_html_loses_every_tag() -> None:
    assert markup.plain("<dialog>Open</dialog> &amp; <x>shut", markup=True) == "Open & shut"


@pytest.mark.parametrize(
    ("paragraphs", "kept"),
    [
        pytest.param(["Story.", "Read more »"], ["Story.", ""], id="read more"),
        pytest.param(["Story.", "Weiterlesen …"], ["Story.", ""], id="German"),
        pytest.param(["Story.", "続きを読む"], ["Story.", ""], id="Japanese"),
        pytest.param(["Story. Continue reading →"], ["Story."], id="behind the last sentence"),
        pytest.param(["Story… Continue reading The Whole Title →"], ["Story…"], id="with the title"),
        pytest.param(["Cut here […]", "[…]"], ["Cut here […]", ""], id="ellipsis"),
        pytest.param(
            ["Story.", "The post A Title appeared first on A Site."], ["Story.", ""], id="WordPress credit"
        ),
        pytest.param(
            ["Story. The post A Title appeared first on A Site."], ["Story."], id="credit behind a sentence"
        ),
        pytest.param(
            ["Récit.", "L'article Titre est apparu en premier sur Site."], ["Récit.", ""], id="French credit"
        ),
        pytest.param(["Story.", "Share on Facebook Tweet Email"], ["Story.", ""], id="share bar"),
        pytest.param(["Advertisement", "Story."], ["", "Story."], id="advertisement"),
        pytest.param(["Updated: May 17, 2026 5:00 AM IST", "Story."], ["", "Story."], id="stamp"),
        pytest.param(
            ["On May 17, 2026 rain fell."], ["On May 17, 2026 rain fell."], id="a sentence with a date"
        ),
        pytest.param(["They want to read more."], ["They want to read more."], id="a sentence that ends so"),
        pytest.param(
            ["The post office appeared first on maps in 1900 and later on stamps. It grew."],
            ["The post office appeared first on maps in 1900 and later on stamps. It grew."],
            id="a sentence with the words of a credit",
        ),
        pytest.param(
            ["This article first appeared on Wire."], ["This article first appeared on Wire."], id="notice"
        ),
        pytest.param(["Like this."], ["Like this."], id="a sentence with words of share bars"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_boilerplate_goes_and_sentences_stay(paragraphs: list[str], kept: list[str]) -> None:
    assert markup.trim_boilerplate(paragraphs) == tuple(kept)


@pytest.mark.parametrize(
    ("html", "safe"),
    [
        pytest.param('<p onclick="x" class="y" id="z" style="a:b">t</p>', "<p>t</p>", id="attributes"),
        pytest.param("a<script>b</script><style>c</style><iframe srcdoc=d></iframe>", "a", id="scripts"),
        pytest.param(
            "<svg><a xlink:href='javascript:1'>x</a></svg><math><mi>y</mi></math>z", "z", id="svg, math"
        ),
        pytest.param("<form action=x>f<input value=y></form>", "f", id="form"),
        pytest.param(
            '<a href="/b?c=1&d=2" target=_blank>l</a>',
            '<a href="https://site.example/b?c=1&amp;d=2" rel="noopener noreferrer">l</a>',
            id="relative link",
        ),
        pytest.param(
            "<a href='java\tscript:1'>l</a>", '<a rel="noopener noreferrer">l</a>', id="script link"
        ),
        pytest.param(
            "<a href='&#106;avascript&colon;1'>l</a>", '<a rel="noopener noreferrer">l</a>', id="in disguise"
        ),
        pytest.param("<a href='mailto:a@b.example'>l</a>", '<a rel="noopener noreferrer">l</a>', id="mail"),
        pytest.param(
            "<img src=a.png srcset='b 2x' onerror=x>",
            '<img src="https://site.example/news/a.png">',
            id="picture",
        ),
        pytest.param("t<img src='https://site.example/p' width=1 height='1'>", "t", id="pixel by size"),
        pytest.param("t<img src='//pixel.site.example/p?x'>", "t", id="pixel by host"),
        pytest.param("<!--[if IE]>x<![endif]--><!-- y -->z", "z", id="comments"),
        pytest.param("a\x1b[31m&#27;\u202eb\ud800", "ab", id="controls"),
        pytest.param(
            '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
            '<img src="https://site.example/news/x">',
            id="mutation by noscript",
        ),
    ],
)
def test_safe_html_keeps_what_may_be_shown(html: str, safe: str) -> None:
    assert markup.safe_html(html, BASE).removesuffix('"&gt;') == safe


PIECES = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<b>",
            "</b>",
            "<a href='x'>",
            "</a>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<ul>",
            "<li>",
            "<br>",
            "<math>",
            "<mtext>",
            "<svg>",
            "<style>",
            "</style>",
            "<script>",
            "<noscript>",
            "<title>",
            "<template>",
            "<select>",
            "<form>",
            "<img src=x width=1>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "&lt;",
            "&amp;",
            "&#0;",
            "&#x202e;",
            "&",
            "<",
            ">",
            "'",
            '"',
            "\u200d",
            "\ud800",
            "\x00",
            "é",
            "\u0301",
            "text",
            " ",
            "\n",
            "<pre>",
            "<h1>",
            "<dd>",
            "<option>",
            "<plaintext>",
        ]
    ),
    max_size=30,
).map("".join)


@settings(derandomize=True, max_examples=400, deadline=None)
@given(PIECES)
def test_safe_twice_is_safe_once(html: str) -> None:
    safe = markup.safe_html(html, BASE)
    assert markup.safe_html(safe, BASE) == safe


CHARACTERS = st.text(
    st.sampled_from(
        "ae <>\t\n\r\x0b\x1b\x1c\x85\x9b\xa0\xad“é\u0301\u0338\u200b\u200c\u200d\u2001\u2028\u202e"
    )
    | st.sampled_from("\u3000\u034f\u3164\ufeff\ufffe\ud800می\u1161\U0001f44d\U000e0041\U0001fffe")
    | st.characters(),
    max_size=12,
)


@settings(derandomize=True, max_examples=500, deadline=None)
@given(CHARACTERS)
def test_what_is_known_of_characters_at_a_glance_is_what_cleaning_does(text: str) -> None:
    assert characters.is_settled(text, characters.odd_in(text)) == (
        characters.settled(text) == text and "\r" not in text
    )
    line = text.replace("\t", " ").replace("\n", " ")
    odd = characters.odd_in(line)
    if characters.is_steady(odd):
        assert all(characters.is_visible(f"{before}{line}", odd) for before in ("", "e", "\u1112"))
    if characters.is_visible(line, odd):
        assert characters.clean(line) == line
        assert not any(sign.isspace() for sign in line.replace(" ", ""))


@settings(derandomize=True, max_examples=400, deadline=None)
@given(PIECES)
def test_text_holds_no_character_that_could_do_harm(html: str) -> None:
    for text in (markup.text_of(html), markup.plain(html, markup=False), markup.clean_line(html)):
        assert {unicodedata.category(letter) for letter in text} & {"Cc", "Cs", "Cn", "Zl", "Zp"} <= (
            {"Cc"} if "\n" in text else set()
        )
        assert unicodedata.is_normalized("NFC", text)
        assert "\u202e" not in text


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=8))
def test_trimming_keeps_the_number_of_paragraphs(paragraphs: list[str]) -> None:
    assert len(markup.trim_boilerplate(paragraphs)) == len(paragraphs)


HUGE = {
    "nested": "<div>" * 150_000 + "x",
    "nested lists": "<ul><li>" * 60_000,
    "open tags": "<a title='" * 100_000,
    "less-than": "<" * 1_000_000,
    "ampersands": "&" * 1_000_000,
    "comments": "<!--" * 250_000,
    "formatting": "<p><b>" * 100_000,
    "tables": "<table>" * 50_000,
    "letters": "x" * 1_000_000,
    "spaces": " " * 1_000_000,
    "marks": "a" + "\u0301" * 1_000_000,
    "joiners": "a\u200c" * 500_000,
    "mojibake": "Ã©" * 500_000,
    "separators": " - " * 300_000,
    "ellipses": "[…]" * 300_000,
}


@pytest.mark.parametrize("html", HUGE.values(), ids=HUGE.keys())
def test_a_megabyte_of_anything_is_read_in_seconds(html: str) -> None:
    start = time.process_time()
    markup.text_of(html)
    markup.safe_html(html, BASE)
    markup.plain(html, markup=False, outlet="BBC")
    markup.trim_boilerplate([html] * 3)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("link", "base", "address"),
    [
        ("a", "https://x.example/b/", "https://x.example/b/a"),
        (" https://x.example/\n a ", "", "https://x.example/%20a"),
        ("//x.example/a", "", "https://x.example/a"),
        ("//x.example/a", "http://y.example/", "http://x.example/a"),
        ("", "https://x.example/", ""),
        ("a", "", ""),
        ("java\tscript:1", "https://x.example/", ""),
        ("http://[", "https://x.example/", ""),
        ("http:///a", "", ""),
        ("http://127.0.0.1\\@x.example/", "", ""),
        ("https://x.example/" + "a" * 5_000, "", ""),
    ],
)
def test_links_are_absolute_addresses_or_nothing(link: str, base: str, address: str) -> None:
    assert absolute(link, base) == address
