"""What a document is when it is no feed, named in plain words: its owner must understand the failure."""

import re
from html import unescape

from feedwatch.model import Failed
from feedwatch.refine.characters import clean_line
from feedwatch.refine.decode import is_marked

# First bytes → what they begin.
_BINARY: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"ID3", "an MP3 file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ", "xz data"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
# Words in a page, lower case → what kind of page has them. The surest first.
_PAGES: tuple[tuple[tuple[str, ...], str], ...] = (
    (("cf-chl", "cf_chl", "challenge-platform", "cf-browser-verification"), "a Cloudflare challenge"),
    (("attention required! | cloudflare", "cf-error-details"), "a Cloudflare error page"),
    (("_incapsula_resource", "imunify360", "ddos-guard", "sucuri website", "px-captcha"), "a bot check"),
    (("g-recaptcha", "h-captcha", "hcaptcha"), "an HTML page with a captcha"),
    (("type=\"password\"", "type='password'", "type=password"), "an HTML page with a login form"),
    (("domain is for sale", "buy this domain", "sedoparking", "parkingcrew"), "a parked domain"),
    (("<title>access denied", "<title>403", "403 forbidden"), "an access-denied page"),
    (("<title>404", "404 not found", "page not found"), "a page-not-found page"),
    (("503 service", "502 bad gateway", "500 internal server", "504 gateway"), "a server's error page"),
    (("under maintenance", "scheduled maintenance"), "a maintenance page"),
)  # fmt: skip
# Root elements of XML that is no feed.
_ROOTS = {
    "opml": "an OPML list of feeds",
    "urlset": "a sitemap",
    "sitemapindex": "a sitemap",
    "error": "an error message in XML",
    "svg": "an SVG picture",
    "plist": "a property list",
}
_HTML_ROOTS = frozenset(
    (
        "html",
        "head",
        "body",
        "meta",
        "link",
        "title",
        "script",
        "style",
        "div",
        "p",
        "h1",
        "br",
        "center",
        "pre",
    )
)
_HEAD = 200_000  # characters that are looked at
_FEED = re.compile(r"<(?:[a-z_][\w.\-]{0,40}:)?(?:rss|feed|rdf|channel|entry)[\s>/]")
_ROOT = re.compile(r"<([a-z_][\w.:\-]{0,60})")
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,400})", re.IGNORECASE)
_CONTROLS = bytes((*range(9), 11, *range(14, 27), *range(28, 32)))


def before_decoding(body: bytes) -> Failed | None:
    """Why these bytes are no feed, when that can be told without reading them as text."""
    if not body.strip(b"\0 \t\r\n\xef\xbb\xbf\xfe\xff"):
        return Failed("parse", "empty", "the document is empty", bytes=len(body))
    for start, name in _BINARY:
        if body.startswith(start):
            return _failed(name)
    head = body[:4096]
    if not is_marked(body) and len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        return _failed("binary data")
    return None


def before_parsing(text: str) -> Failed | None:
    """Why this text is no feed, when it is a page; a page that holds a feed's root is left to the parser."""
    head = text[:_HEAD].lower()
    root = _ROOT.search(head)
    if root is None or root[1] not in _HTML_ROOTS or _FEED.search(head):
        return None
    return _page(head, text)


def not_a_feed(text: str) -> Failed:
    """What a text is that no parser found a feed in."""
    head = text[:_HEAD].lower()
    root = _ROOT.search(head)
    if root is None:
        return _failed("plain text")
    if root[1] in _HTML_ROOTS:
        return _page(head, text)
    name = root[1].rpartition(":")[2]
    return _failed(_ROOTS.get(name, f"XML with the root element <{clean_line(root[1])}>"))


def _page(head: str, text: str) -> Failed:
    kind = next((name for words, name in _PAGES if any(word in head for word in words)), "an HTML page")
    return _failed(kind, _TITLE.search(text[:_HEAD]))


def _failed(name: str, title: re.Match[str] | None = None) -> Failed:
    line = f"not a feed but {name}"
    words = clean_line(unescape(title[1]))[:100] if title else ""
    return Failed("parse", "not-a-feed", f"{line}: {words}" if words else line)
