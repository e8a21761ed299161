"""Groups E, X and W: what a document can do to the parser, the cleaner and whoever reads the result."""

# What each case is stands in the catalogue; hostile bytes are easier to read on one line.
# ruff: noqa: D103, E501

import json
import random
from datetime import timedelta

from documents import item, rss
from feed_server import FeedServer
from hostile_network import HEAD, endless
from hostile_stage import GOOD, NOW, Stage, case, hold, same, shown, titles

from feedwatch.model import Failed
from feedwatch.refine import markup

TITLED = '<?xml version="1.0" encoding="{declared}"?><rss version="2.0"><channel><title>N</title><item><title>{title}</title><guid>1</guid></item></channel></rss>'
MB = 1_000_000


def titled(title: str, declared: str = "utf-8") -> str:
    """A feed of one item with this title, as XML."""
    return TITLED.format(title=title, declared=declared)


def only_title(stage: Stage, body: bytes, content_type: str = "") -> str:
    """The title of the one item of a document."""
    [title] = titles(stage.refined(body, content_type))
    return title


def bounded(stage: Stage, body: bytes, *codes: str) -> str:
    """A document that is read, or fails with one of these codes."""
    answer = stage.read(body)
    if isinstance(answer, Failed):
        return stage.err(answer, *codes)
    return shown(answer)


# --- E: encoding ---------------------------------------------------------------------------------------------


@case("E01")
def marks(stage: Stage) -> str:
    bom = b"\xef\xbb\xbf"
    same([only_title(stage, bom * n + titled("Größe").encode()) for n in (1, 2)], ["Größe"] * 2)
    return "OK once and twice"


@case("E02")
def utf16(stage: Stage) -> str:
    for codec in ("utf-16", "utf-16-le", "utf-16-be"):
        same(only_title(stage, titled("Größe", "utf-16").encode(codec)), "Größe")
    return "OK with and without mark"


@case("E03")
def utf32(stage: Stage) -> str:
    for codec in ("utf-32", "utf-32-le", "utf-32-be"):
        same(only_title(stage, titled("Größe", "utf-32").encode(codec)), "Größe")
    return "OK"


@case("E04")
def header_that_lies(stage: Stage) -> str:
    same(only_title(stage, titled("Größe").encode(), "text/xml; charset=iso-8859-1"), "Größe")
    return "OK Größe"


@case("E05")
def declaration_that_lies(stage: Stage) -> str:
    answer = stage.refined(titled("Größe – “so”").encode("cp1252"))
    same((titles(answer), [problem.code for problem in answer.problems]), (["Größe – “so”"], ["encoding"]))
    return f"OK; {answer.problems[0].line}"


@case("E06")
def one_bad_byte(stage: Stage) -> str:
    body = rss(item("Eins ß", guid="1"), item("Zwei BAD ß", guid="2"), item("Drei ß", guid="3")).replace(
        b"BAD", b"\xff"
    )
    same(titles(stage.refined(body)), ["Eins ß", "Zwei \ufffd ß", "Drei ß"])
    return "OK U+FFFD in its title, the others untouched"


@case("E07")
def mixed(stage: Stage) -> str:
    body = (
        rss(item("Größe", guid="1")).replace(b"</channel></rss>", b"")
        + item("Gr\xf6\xdfe zwei", guid="2").encode("cp1252")
        + item("Новости", guid="3").encode()
        + b"</channel></rss>"
    )
    answer = stage.refined(body)
    same(answer.total, 3)
    return f"OK 3 items: {titles(answer)}; {[p.code for p in answer.problems]}"


@case("E08")
def codecs_that_are_none(stage: Stage) -> str:
    for name in (
        "x-unknown",
        "idna",
        "zlib",
        "rot13",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "punycode",
        "mbcs",
    ):
        same(only_title(stage, titled("Größe", name).encode()), "Größe")
    utf7 = only_title(stage, titled("+ADw-script+AD4-x", "utf-7").encode())
    same(utf7, "+ADw-script+AD4-x")
    return f"OK ignored; utf-7 stays text: {utf7}"


@case("E09")
def nuls(stage: Stage) -> str:
    same(only_title(stage, titled("a\0b").encode()), "ab")
    return "OK stripped"


@case("E10")
def controls(stage: Stage) -> str:
    said = [
        only_title(stage, titled(title).encode())
        for title in ("a\x1b\x07\x08b", "a&#27;&#7;&#x9b;b", "a\x85\x9b\x7fb", "a&#x1b;[31mb")
    ]
    hold(all(title.isprintable() for title in said), said)
    return f"OK {said}"


@case("E11")
def surrogates(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    body = rss(item("a&#xD800;b", guid="1"), item("cCESUd", guid="2")).replace(
        b"CESU", b"\xed\xa0\xbd\xed\xb8\x80"
    )
    line = pipeline.poll("a", body, NOW)
    same(line.new, 2)
    json_feed = json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": "x",
            "items": [{"id": "\ud800", "title": "e\udc00f", "content_text": "\ud83d"}],
        }
    )
    same(stage.pipeline("a").poll("a", json_feed.encode(), NOW).new, 1)
    return f"OK stored: {[title for (title,) in pipeline.rows('SELECT title FROM article')]}"


@case("E12")
def twice_encoded(stage: Stage) -> str:
    said = [
        only_title(stage, titled("Größe".encode().decode("latin-1")).encode()),
        only_title(stage, titled("a &amp;amp;amp;amp; b").encode()),
        only_title(stage, titled("&amp;amp;" * 2000).encode())[:20],
    ]
    hold("&amp;" in said[1], said)
    return f"OK at most twice: {said}"


@case("E13")
def zalgo(stage: Stage) -> str:
    body = rss(
        item("z" + "\u0316" * MB, guid="1"),
        item("👨" + "\u200d👩" * 5000, guid="2"),
        item("x\u202ey", guid="3"),
    )
    answer = stage.refined(body)
    hold(
        all("\u202e" not in title and len(title) <= 20_000 for title in titles(answer)),
        [len(t) for t in titles(answer)],
    )
    return f"OK titles of {[len(title) for title in titles(answer)]} characters, no override"


@case("E14")
def noncharacters(stage: Stage) -> str:
    title = only_title(stage, titled("a\ufffe\uffffb&#xFFFE;\U0001fffec").encode())
    hold(not any(ord(letter) & 0xFFFE == 0xFFFE for letter in title), repr(title))
    return f"OK {title!r}"


# --- X: XML -----------------------------------------------------------------------------------------------------


def laughs(first: str = "ha") -> str:
    """Billion laughs, nine levels."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE rss [<!ENTITY l0 "{first}">{entities}]><rss version="2.0"><channel><title>T</title><item><title>x &l9; y</title><guid>1</guid></item></channel></rss>'


@case("X01")
def billion_laughs(stage: Stage) -> str:
    return bounded(stage, laughs().encode(), "hostile")


@case("X02")
def quadratic(stage: Stage) -> str:
    body = f'<!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]><rss version="2.0"><channel><title>T</title><item><title>{"&a;" * 20_000}</title></item></channel></rss>'
    return bounded(stage, body.encode(), "hostile")


@case("X03")
def laughs_in_utf16(stage: Stage) -> str:
    return bounded(stage, laughs().encode("utf-16"), "hostile")


def inside(stage: Stage, document: str) -> str:
    """A document that points at a file and at a canary; neither may be read."""
    secret = stage.folder / "secret.txt"
    secret.write_text("the-secret-of-this-machine", encoding="utf-8")
    with FeedServer({"/x": b"canary", "/x.dtd": b'<!ENTITY a "canary">'}) as canary:
        body = document.format(file=secret.as_uri(), url=canary.url("/x"))
        answer = stage.read(body.encode())
        same(canary.connections, 0)
    hold("the-secret" not in repr(answer) and "canary" not in repr(answer), "it was read")
    return shown(answer)


@case("X04")
def external_entity(stage: Stage) -> str:
    return inside(
        stage,
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "{file}">]><rss version="2.0"><channel><title>T</title><item><title>a &x; b</title></item></channel></rss>',
    )


@case("X05")
def external_dtd(stage: Stage) -> str:
    return inside(
        stage,
        '<!DOCTYPE rss SYSTEM "{url}.dtd" [<!ENTITY % p SYSTEM "{url}"> %p; <!ENTITY % q SYSTEM "{file}"> %q;]>'
        '<rss version="2.0"><channel><title>T</title><item><title>a &a; b</title></item></channel></rss>',
    )


@case("X06")
def netscape_dtd(stage: Stage) -> str:
    return inside(
        stage,
        '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "{url}.dtd">'
        '<rss version="0.91"><channel><title>T</title><item><title>a &eacute;</title></item></channel></rss>',
    )


@case("X07")
def deep(stage: Stage) -> str:
    depth = 100_000
    return bounded(
        stage, rss("<item><title>a</title>" + "<x>" * depth + "</x>" * depth + "</item>"), "hostile"
    )


@case("X08")
def many_attributes(stage: Stage) -> str:
    attributes = " ".join(f"a{n}='1'" for n in range(200_000))
    return bounded(stage, rss(f"<item {attributes}/>"), "hostile")


@case("X09")
def many_namespaces(stage: Stage) -> str:
    spread = "".join(f'<n{n}:a xmlns:n{n}="u{n}"/>' for n in range(50_000))
    at_once = " ".join(f'xmlns:n{n}="u{n}"' for n in range(50_000))
    return f"{bounded(stage, rss(spread), 'hostile')}; on one element: {bounded(stage, rss(f'<item {at_once}/>'), 'hostile')}"


@case("X10")
def open_comments(stage: Stage) -> str:
    return bounded(
        stage,
        rss(f"<item><title>a</title><description>{'&lt;!--' * 200_000}</description></item>"),
        "hostile",
    )


@case("X11")
def marks_alone(stage: Stage) -> str:
    return "; ".join(
        bounded(
            stage,
            rss(f"<item><title>a</title><description>{mark * MB}</description></item>"),
            "hostile",
            "not-a-feed",
        )
        for mark in "<&"
    )


@case("X12")
def unused_entities(stage: Stage) -> str:
    entities = "".join(f'<!ENTITY e{n} "v{n}">' for n in range(100_000))
    return bounded(stage, f"<!DOCTYPE rss [{entities}]>".encode() + rss(item(guid="1")), "hostile")


@case("X13")
def fifty_megabytes(stage: Stage) -> str:
    address = stage.serve(
        endless(HEAD + b"\r\n" + rss().partition(b"</channel>")[0] + b"<item><title>", b"word " * 10_000)
    )
    too_big = stage.err(stage.fetch(address), "too-big")
    nine = stage.read(rss(item(guid="1", text="word " * 1_800_000)))
    return f"{too_big}; 9 MB: {shown(nine)}"


@case("X14")
def truncated(stage: Stage) -> str:
    pipeline = stage.pipeline("a")
    whole = rss(
        item("Eins", "https://a.example/1", guid="1"),
        item("Zwei", "https://a.example/2", guid="2"),
        item("Drei", "https://a.example/3", guid="3"),
    )
    line = pipeline.poll("a", whole[: whole.index(b"Drei") + 2], NOW)
    same((line.outcome, line.code, line.new), ("ok", "truncated", 2))
    same(pipeline.rows("SELECT etag, body_hash FROM feed_document"), [(None, None)])
    again = pipeline.poll("a", whole, NOW + timedelta(hours=1))
    same((again.new, again.edited), (1, 0))
    return (
        f"2 whole items kept, {line.line}; validators not advanced; the third comes with the whole document"
    )


@case("X15")
def junk_around(stage: Stage) -> str:
    bodies = [
        GOOD + b"\n<!-- cached --><script>x</script> junk",
        b"\n\n \t" + GOOD,
        b"junk " + GOOD,
        b"Warning: include() in /a.php on line 3\n" + GOOD,
    ]
    said = [stage.refined(body) for body in bodies]
    same([answer.total for answer in said], [1] * 4)
    return f"OK {[[p.code for p in answer.problems] for answer in said]}"


@case("X16")
def unclosed(stage: Stage) -> str:
    first = item("Eins", guid="1")
    bodies = [
        rss(first, "<item><title><![CDATA[Zwei</title></item>"),
        rss(first, "<item><title><![CDATA[Zw<![CDATA[ei]]>]]></title></item>"),
        rss(first, "<item><title>Zwei</b></i></title><description><b></description></item>"),
    ]
    said = [stage.refined(body) for body in bodies]
    hold(all(titles(answer)[0] == "Eins" for answer in said), [titles(answer) for answer in said])
    return f"OK the item before is kept; {[titles(answer) for answer in said]}"


@case("X17")
def undefined_entities(stage: Stage) -> str:
    title = only_title(stage, titled("a&nbsp;b&hellip;&rsquo;&undefined;").encode())
    same(title, "a b…’&undefined;")
    return f"OK {title}"


@case("X18")
def channels(stage: Stage) -> str:
    one = item("Eins", guid="1")
    two = rss(one).replace(
        b"</channel>",
        b"</channel><channel><title>B</title>"
        + item("Zwei", "https://a.example/2", guid="2").encode()
        + b"</channel>",
    )
    none = f'<rss version="2.0">{one}</rss>'.encode()
    page = b"<html><body>" + rss(one) + b"</body></html>"
    return "; ".join(bounded(stage, body, "not-a-feed") for body in (two, none, page))


FORMATS = {
    "RDF": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>T</title></channel><item rdf:about="u"><title>A</title><link>https://a.example/1</link></item></rdf:RDF>',
    "0.91": '<rss version="0.91"><channel><title>T</title><item><title>A</title></item></channel></rss>',
    "0.92": '<rss version="0.92"><channel><title>T</title><item><description>A</description></item></channel></rss>',
    "2.0": '<rss version="2.0"><channel><title>T</title><item><title>A</title></item></channel></rss>',
    "Atom 0.3": '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry><title>A</title><id>1</id></entry></feed>',
    "Atom 1.0": '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><id>1</id></entry></feed>',
    "CDF": '<channel href="https://a.example/"><title>T</title><item href="https://a.example/1"><title>A</title></item></channel>',
    "JSON": '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "A", "content_text": "b"}]}',
}


@case("X19")
def formats(stage: Stage) -> str:
    found = {name: shown(stage.read(body.encode())) for name, body in FORMATS.items()}
    hold(all(said.startswith("OK 1") for said in found.values()), found)
    return f"OK {len(found)} formats"


@case("X20")
def prefixed(stage: Stage) -> str:
    atom = '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>T</a:title><a:entry><a:title>A</a:title><a:id>1</a:id></a:entry></a:feed>'
    wrong = atom.replace("http://www.w3.org/2005/Atom", "http://www.w3.org/2005/Wrong")
    return (
        f"{shown(stage.read(atom.encode()))}; wrong namespace: {bounded(stage, wrong.encode(), 'not-a-feed')}"
    )


@case("X21")
def declarations(stage: Stage) -> str:
    body = GOOD.partition(b"?>")[2]
    heads = [
        b'<?xml version="1.1"?>',
        b'<?xml version="1.0" standalone="yes"?>',
        b'<?xml version="9.9" standalone="maybe"?>',
        b"<!DOCTYPE rss [" + b" " * MB + b"]>",
        b"<!DOCTYPE" + b" " * MB + b"rss>",
    ]
    return "; ".join(bounded(stage, head + body, "not-a-feed") for head in heads)


@case("X22")
def no_feeds(stage: Stage) -> str:
    noise = random.Random(4).randbytes(MB)
    bodies = [b"", b" ", b"<a/>", b"%PDF-1.7\n" + noise[:5000], b"\xff\xd8\xff\xe0" + noise[:5000], noise]
    return "; ".join(dict.fromkeys(stage.err(stage.read(body), "not-a-feed", "empty") for body in bodies))


@case("X23", "R31")
def instructions(stage: Stage) -> str:
    return inside(
        stage,
        '<?xml version="1.0"?><?xml-stylesheet href="{url}" type="text/xsl"?><?include {url}?>'
        '<rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>T</title>'
        '<xi:include href="{file}"/><item><title>a</title><xi:include href="{url}" parse="text"/></item></channel></rss>',
    )


@case("X24")
def a_path_as_body(stage: Stage) -> str:
    with FeedServer({"/": GOOD}) as canary:
        bodies = [
            b"/etc/hostname",
            canary.url("/").encode(),
            b"feed:" + canary.url("/").encode(),
            b"file:///etc/hostname",
        ]
        said = {stage.err(stage.read(body), "not-a-feed") for body in bodies}
        same(canary.connections, 0)
    return "; ".join(said)


# --- W: HTML content ------------------------------------------------------------------------------------------------


def safe(html: str) -> str:
    """Safe HTML as it is stored; safe twice must be safe once."""
    once = markup.safe_html(html, "https://a.example/")
    same(markup.safe_html(once, "https://a.example/"), once)
    return once


def inert(*vectors: str) -> str:
    """Every vector must come out without anything live."""
    from hostile_fuzz import live_in

    for vector in vectors:
        out = safe(vector)
        hold(not live_in(out), f"{vector!r} -> {out!r}")
        hold("x()" not in out or "<" not in out.partition("x()")[0][-1:], out)
    return f"OK {len(vectors)} vectors inert"


@case("W01")
def scripts(stage: Stage) -> str:
    return inert(
        "<script>x()</script>",
        "<img src=a onerror=x()>",
        "<svg onload=x()>",
        "<body onload=x()>a",
        "<IMG/SRC=a/OnErRoR=x()>",
        "<p onclick='x()'>a",
        "<script src=//evil.example/a.js>",
    )


@case("W02")
def foreign_elements(stage: Stage) -> str:
    return inert(
        "<svg><a xlink:href='javascript:x()'><text>a</text></a></svg>",
        "<math><mtext xlink:href='javascript:x()'>a</mtext></math>",
        "<math href='javascript:x()'>a</math>",
        "<svg><use href='data:image/svg+xml,x'/></svg>",
        "<svg><animate attributeName=href values=javascript:x() /></svg>",
    )


@case("W03")
def script_addresses(stage: Stage) -> str:
    disguises = [
        "javascript:x()",
        "JaVaScRiPt:x()",
        "java\tscript:x()",
        "java\nscript:x()",
        " javascript:x()",
        "&#106;avascript:x()",
        "&#x6A;avascript&colon;x()",
        "\x01javascript:x()",
        "vbscript:x()",
        "data:text/html,<script>x()</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
    ]
    places = [
        "<a href='{}'>a</a>",
        "<img src='{}'>",
        "<form action='{}'>",
        "<button formaction='{}'>",
        "<video poster='{}'>",
        "<img srcset='{} 1x'>",
    ]
    return inert(
        *(place.format(disguise.replace("'", "&#39;")) for disguise in disguises for place in places)
    )


@case("W04")
def frames(stage: Stage) -> str:
    return inert(
        "<iframe src=//a></iframe>",
        "<iframe srcdoc='<script>x()</script>'>",
        "<object data=a></object>",
        "<embed src=a>",
        "<base href=//evil.example/>",
        "<form><input name=q></form>",
        "<meta http-equiv=refresh content='0;url=//a'>",
        "<link rel=stylesheet href=a>",
    )


@case("W05")
def styles(stage: Stage) -> str:
    return inert(
        "<style>*{background:url(//a)}</style>a",
        "<p style='width:expression(x())'>a",
        "<p style=\"background:url('javascript:x()')\">a",
    )


@case("W06")
def mutating(stage: Stage) -> str:
    return (
        inert(
            '<noscript><p title="</noscript><img src=x onerror=x()>">',
            "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x()&gt;'>",
            "<template><img src=x onerror=x()></template>",
            "<svg></p><style><a id='</style><img src=1 onerror=x()>'>",
            "<form><math><mtext></form><form><mglyph><style></math><img src onerror=x()>",
            "<table><td><table><a><tr><td><a><img src=x onerror=x()>",
        )
        + "; a real browser: tests/test_hostile_markup.py"
    )


@case("W07")
def escaped_title(stage: Stage) -> str:
    title = only_title(stage, titled("&amp;lt;img src=x onerror=x()&amp;gt; news").encode())
    from feedwatch.present import escape

    hold("<" not in escape.xml(title), escape.xml(title))
    return f"OK text {title!r}, escaped {escape.xml(title)!r}"


@case("W08")
def clobbering(stage: Stage) -> str:
    out = safe(
        "<p id=body name=forms class=article>a</p><a name=location href=/a>b</a><img name=cookie src=/a.png>"
    )
    hold("id=" not in out and "name=" not in out and "class=" not in out, out)
    return f"OK {out}"


@case("W09")
def pixels(stage: Stage) -> str:
    with FeedServer({"/p.gif": b"x", "/photo.jpg": b"y"}) as canary:
        body = rss(
            item(
                guid="1",
                text=f"<p>a</p><img src='{canary.url('/p.gif')}' width=1 height=1><img src='{canary.url('/photo.jpg')}'>",
            )
        )
        [one] = stage.refined(body).items
        same(canary.connections, 0)
    hold("p.gif" not in one.html, one.html)
    return "OK nothing fetched; the pixel is gone, the picture stays a link for the reader's page"


@case("W10")
def new_windows(stage: Stage) -> str:
    out = safe("<a href='https://a.example/' target=_blank>a</a>")
    hold('rel="noopener noreferrer"' in out and "target" not in out, out)
    return f"OK {out}"


@case("W11")
def ten_thousand_divs(stage: Stage) -> str:
    return bounded(stage, rss(item(guid="1", text="<div>" * 10_000 + "deep" + "</div>" * 10_000)))


@case("W12")
def hundred_thousand_divs(stage: Stage) -> str:
    deep = bounded(stage, rss(item(guid="1", text="<div>" * 100_000 + "deep" + "</div>" * 100_000)))
    return f"{deep}; unclosed: {bounded(stage, rss(item(guid='1', text='<a href=x ' * 100_000)))}"


@case("W13")
def five_megabytes(stage: Stage) -> str:
    [one] = stage.refined(rss(item(guid="1", text="<p>word word</p>" * 320_000))).items
    hold(len(one.text) < 2_500_000 and len(one.html) < 5_000_000, f"{len(one.text)} characters")
    hold(one.text.endswith("…") and "…" in one.html[-10:], f"no mark of the cut: {one.text[-12:]!r}")
    return (
        f"OK text {len(one.text)}, html {len(one.html)} characters of 5,120,000; its end: {one.text[-12:]!r}"
    )


@case("W14")
def comments(stage: Stage) -> str:
    out = safe(
        "<!--[if IE]><script>x()</script><![endif]-->a<![CDATA[<b>c</b>]]><?php x() ?>d<!-- -- --!><img src=x onerror=x()>"
    )
    hold("x()" not in out and "<!--" not in out and "<?" not in out, out)
    return f"OK {out!r}"


@case("W15")
def blocks(stage: Stage) -> str:
    text = markup.text_of(
        "one<br>two<p>three</p>four<ul><li>five<li>six</ul><table><tr><td>a<td>b<tr><td>c</table>end"
    )
    hold(
        all(
            word in text.split()
            for word in ("one", "two", "three", "four", "five", "six", "a", "b", "c", "end")
        ),
        text,
    )
    return f"OK {text!r}"


@case("W16")
def selectors(stage: Stage) -> str:
    from importlib.metadata import version

    found = tuple(int(part) for part in version("soupsieve").split(".")[:3])
    hold(found >= (2, 8, 4), f"soupsieve {found}")
    return f"OK users give no CSS selectors; soupsieve {version('soupsieve')}"
