"""The one door to feedparser: the bytes of any feed format in, frozen values out.

    bytes → text without DOCTYPE (decode) → strict parser → strict parser on repaired text → loose parser
          → entries (mapping), or JSON Feed (jsonfeed)

Laws:
  * `read` never raises, opens no file and no address, and is linear in the length of its input;
  * a document with errors still gives its entries; the error is a Problem;
  * what is no feed is named as what it is.

feedparser's two parsers are driven here without `feedparser.parse`: that function opens paths and
addresses, decodes utf-7 and other codecs by name, gives up its strict parser at the first stray `&`, and
keeps a million items. Its handlers for the formats are used as they are, with sanitising and link
rewriting off (3 to 4.6 times faster, and its sanitiser lets scripts through).
"""

import json
import re
import xml.sax
from dataclasses import replace
from xml.sax.expatreader import ExpatParser
from xml.sax.handler import feature_external_ges, feature_external_pes, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl

from feedparser.api import LooseFeedParser, StrictFeedParser
from feedparser.mixin import _FeedParserMixin

from feedwatch.model import Failed, Problem
from feedwatch.refine import jsonfeed, mapping, sniff
from feedwatch.refine.characters import clean_line
from feedwatch.refine.decode import Decoded, decode, repaired
from feedwatch.refine.entry import DateElement, Entry, Parsed, Value

__all__ = ["DateElement", "Entry", "Parsed", "Value", "read", "read_again", "without_empty"]

# Real feeds stay far below; the strict parser is quadratic in both (200,000 attributes: over 40 s).
ATTRIBUTES = 1_000  # on one element
NAMESPACES = 1_000  # in one document
LOOSE_MARKS = 400_000  # `<` and `&` that the loose parser may meet, at about 10 µs each

TAGS = 500  # categories of one entry that are read: feedparser looks through all of them for each

_ENTRY_START = re.compile(r"<(?:[A-Za-z_][\w.\-]{0,40}:)?(?:item|entry)(?=[\s/>])")
_DECLARATION = re.compile(r"<\?xml\b[^>]*>")
_ROOT = re.compile(r"<([A-Za-z_][\w.:\-]*)")


def read(body: bytes, *, content_type: str = "", url: str = "", limit: int = 5000) -> Parsed | Failed:
    """The document that `body` is, with its first `limit` entries, or why it is no feed; never raises.

    `content_type` is the server's header, `url` the address of the document: relative links without an
    xml:base are resolved against the feed's own site, else against it.
    """
    failed = sniff.before_decoding(body)
    if failed:
        return failed
    decoded = decode(body, content_type)
    if decoded.text[:1] in ("{", "["):
        return jsonfeed.read(decoded.text, url=url, limit=limit, problems=decoded.problems)
    failed = sniff.before_parsing(decoded.text)
    if failed:
        return failed
    try:
        parser, problems = _parsed(decoded, limit)
    except _HostileError as error:
        return Failed("parse", "hostile", str(error), bytes=len(body))
    dropped = max(1, len(_ENTRY_START.findall(decoded.text)) - limit) if parser.dropped else 0
    document = mapping.document(parser.feeddata, parser.entries, format=parser.version, url=url)
    if not (document.entries or document.format or document.title):
        return sniff.not_a_feed(decoded.text)
    return mapping.with_findings(document, problems=decoded.problems + problems, dropped=dropped)


_KINDS = frozenset(("type", "rel", "language", "base"))


def without_empty(parsed: Parsed) -> Parsed:
    """The document without the entries in which nothing stands."""
    entries = tuple(filter(_says_something, parsed.entries))
    empty = len(parsed.entries) - len(entries)
    if not empty:
        return parsed
    line = f"{empty} of {len(parsed.entries)} items are empty"
    return replace(parsed, entries=entries, problems=(*parsed.problems, Problem("item-empty", line)))


def _says_something(entry: Entry) -> bool:
    said = (entry.guid, entry.link, entry.title.text, entry.summary.text, entry.content.text)
    return any(text.strip() for text in said) or _stands(json.loads(entry.raw))


def _stands(value: object) -> bool:
    """Whether a value of an entry's raw form holds a number, or any text but the kind of another."""
    if isinstance(value, dict):
        return any(_stands(held) for name, held in value.items() if name not in _KINDS)
    if isinstance(value, list):
        return any(map(_stands, value))
    return bool(value.strip()) if isinstance(value, str) else type(value) in (int, float)


def read_again(raw: bytes, *, base: str) -> Entry:
    """The entry whose `raw` was kept; relative links are resolved against `base`. Raises ValueError."""
    members = json.loads(raw)
    if not isinstance(members, dict):
        raise ValueError("not an entry")  # noqa: TRY004 - the caller expects one error for bad bytes
    is_json_feed = not members.keys().isdisjoint(jsonfeed.OWN_KEYS)
    return jsonfeed.entry_of(members, base) if is_json_feed else mapping.entry_of(members, base, base)


class _HostileError(Exception):
    """The document is built to cost more than it can be worth; the message says how."""


class _EnoughError(Exception):
    """The document has more entries than are read; nothing behind the last of them matters."""


class _Watching(_FeedParserMixin):  # type: ignore[misc]  # feedparser has no types
    """feedparser's handlers, and beside them: the elements in which dates and rights came, a caption that
    stays a caption, and a limit on entries."""

    limit = 5000
    dropped = 0
    resolve_relative_uris = False
    sanitize_html = False
    _closing = ""  # the element whose end is being handled

    def unknown_endtag(self, tag: str) -> None:
        self._closing = tag
        super().unknown_endtag(tag)
        self._closing = ""

    def pop(self, element: str, strip_whitespace: int = 1) -> str | None:
        value: str | None = super().pop(element, strip_whitespace)
        if value and not (self.insource or self.inimage or self.intextinput):
            name = mapping.WATCHED.get(self._qualified(self._closing) or element)
            if name is not None:
                self._get_context().setdefault(mapping.SEEN, []).append([name, value])
        return value

    def _qualified(self, tag: str) -> str:
        prefix, _, name = tag.rpartition(":")
        prefix = self.namespacemap.get(prefix, prefix) if prefix else ""
        return f"{prefix}:{name}" if prefix else name

    def _start_item(self, attrs: dict[str, str]) -> None:
        if len(self.entries) == self.limit:
            self.dropped = 1
            raise _EnoughError
        super()._start_item(attrs)

    _start_entry = _start_item

    def _add_tag(self, term: str | None, scheme: str | None, label: str | None) -> None:
        if len(dict.get(self._get_context(), "tags", ())) < TAGS:
            super()._add_tag(term, scheme, label)

    # feedparser reads a caption as the entry's description, or as its content where it has a description.
    def _start_media_description(self, attrs: dict[str, str]) -> None:
        self.push("media_description", 1)

    def _end_media_description(self) -> None:
        self.pop("media_description")

    # feedparser takes a mail address out of an author's text, and cuts one of a longer domain in two.
    def _sync_author_detail(self, key: str = "author") -> None:
        context = self._get_context()
        details, text = context.get(f"{key}s"), context.get(key)
        if details and not details[-1] and text:
            details[-1]["name"] = text

    # feedparser keeps the attributes of elements that it does not know, and loses their text.
    def _start_media_copyright(self, attrs: dict[str, str]) -> None:
        self.push("media_copyright", 1)

    def _end_media_copyright(self) -> None:
        self.pop("media_copyright")


class _Strict(_Watching, StrictFeedParser):  # type: ignore[misc]  # feedparser has no types
    """feedparser's handlers on expat; stops at the first error, and at what is quadratic in feedparser."""

    def startElementNS(self, name: object, qname: object, attrs: AttributesNSImpl) -> None:  # noqa: N802  SAX's name
        if len(attrs) > ATTRIBUTES:
            raise _HostileError(f"an element has {len(attrs)} attributes")
        if len(self.namespaces_in_use) > NAMESPACES:
            raise _HostileError(f"the document declares more than {NAMESPACES} namespaces")
        super().startElementNS(name, qname, attrs)


class _Loose(_Watching, LooseFeedParser):  # type: ignore[misc]  # feedparser has no types
    """feedparser's handlers on a tag scanner that accepts anything."""


def _parsed(decoded: Decoded, limit: int) -> tuple[_Watching, tuple[Problem, ...]]:
    """The first parser that gets through the text; what stopped the strict one is a problem."""
    text = _DECLARATION.sub("", decoded.text, count=1) if decoded.text.startswith("<?xml") else decoded.text
    if decoded.entities:
        text = repaired(text, decoded.entities)
    parser, error = _strictly(text, limit)
    if error is None:
        return parser, ()
    mended = repaired(text, decoded.entities)
    if mended != text:
        parser, still = _strictly(mended, limit)
        if still is None:
            return parser, (_problem(error, text),)
    problem = _problem(error, text)
    marks = mended.count("<") + mended.count("&")
    if marks > LOOSE_MARKS:
        mended = mended[: len(mended) * LOOSE_MARKS // marks]
        problem = Problem(
            "truncated", "the document is not well-formed, and too full of marks to be read whole"
        )
    parser = _loosely(mended, limit)
    if problem.code == "truncated" and parser.inentry:
        del parser.entries[-1]  # half an entry would come back as an edit
    return parser, (problem,)


def _strictly(text: str, limit: int) -> tuple[_Watching, Exception | None]:
    parser = _Strict("", None, "utf-8")
    parser.limit = limit
    reader = ExpatParser()
    reader.setFeature(feature_namespaces, True)
    reader.setFeature(feature_external_ges, False)
    reader.setFeature(feature_external_pes, False)
    reader.setContentHandler(parser)
    reader.setErrorHandler(parser)
    try:
        reader.feed(text)
        reader.close()
    except _HostileError:
        raise
    except _EnoughError:
        return parser, None
    except Exception as error:  # noqa: BLE001  feedparser's handlers raise whatever a document makes them raise
        return parser, error
    return parser, None


def _loosely(text: str, limit: int) -> _Watching:
    parser = _Loose("", None, "utf-8", {})
    parser.limit = limit
    try:
        parser.feed(text)
    except Exception:  # noqa: BLE001  as above; what came before it is kept
        return parser
    return parser


def _problem(error: Exception, text: str) -> Problem:
    root = _ROOT.search(text)
    if root is not None and text.rfind(f"</{root[1]}") < root.start():
        return Problem("truncated", f"the document ends before its closing </{root[1][:40]}>")
    if isinstance(error, xml.sax.SAXParseException):
        what = f"{error.getMessage()}, about line {error.getLineNumber()}"
    else:
        what = f"{type(error).__name__}: {error}"
    return Problem("not-well-formed", clean_line(what)[:200])
