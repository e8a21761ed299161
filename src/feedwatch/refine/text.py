"""HTML → plain text, as a reader sees it.

The tree is walked once and marks are set where its parts begin and end; marked text becomes paragraphs,
lines, list items and cells. References that were escaped twice are read twice, and never more often.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup
from selectolax.lexbor import LexborHTMLParser, LexborNode

from feedwatch.refine.characters import clean_line, is_visible, odd_in
from feedwatch.refine.elements import (
    ADDRESS_READ,
    BREAK,
    CELL,
    CODE,
    HIDDEN,
    HIDDEN_HINTS,
    INLINE,
    ITEM,
    ITEM_END,
    PARAGRAPH,
    PARTS,
    SHALLOW,
    SILENT,
    SOFT,
    SURE_TAG,
    TAG,
    is_share_link,
    sign_of,
)  # fmt: skip
from feedwatch.refine.tidy import Tidy, tidy

LONGEST = 1_000_000  # characters that are read; no article is longer
EMPTY = "–"  # a cell without text
CUT = "…"  # the end of a text that is longer
DEEPEST = 200  # elements inside each other; lexbor is quadratic in depth (100,000: 25 s)

ANY_MARK = re.compile("[\x19\x1a\x1c-\x1f]+")
_IN_LINES = (BREAK, CELL, ITEM, SOFT, ITEM_END)
_MARKS = (PARAGRAPH + BREAK + CELL + ITEM + SOFT + ITEM_END).encode()
_BLANKS = re.compile(" {2,}")
_WHITE = " \t\r\n\xa0" + PARAGRAPH + BREAK + CELL + ITEM + SOFT + ITEM_END
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ITEM_LINE = re.compile(r"\n[ \t\r]*(?=[*•][ \t\xa0])")
_SIGNED = ("class=", "style=", "hidden")  # where a document says that something is not for reading
_UNREAD = SILENT | {"-comment", "!doctype", "-doctype"}
_VISIBLE = re.compile(r"\w")
_SET_AROUND = re.compile(
    r"<(?!/|!|(?:a|br|img|span)\b)[a-z][^<>]*>", re.IGNORECASE
)  # more than links and lines
_OPENS_ESCAPED = re.compile(r"\s*<(?:!--|(?:blockquote|div|h[1-6]|ol|p|table|ul)\b)", re.IGNORECASE)
_NAMED_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?![a-zA-Z0-9])[^<>]*>")
_SOUP_LONGEST, _SOUP_MARKS = 100_000, 2_000  # what html.parser may be given: it is slow and partly quadratic
_SWALLOWING = re.compile(
    r"<!--|<!\[CDATA\[|\]\]>|</?(?:noscript|noframes|noembed|textarea|title|select|frameset|xmp|plaintext|iframe)\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_UNREADABLE = (ValueError, AssertionError, RecursionError, AttributeError)
_SURE_READ = 200_000  # characters in which a closing tag is looked for
_SURE_TAGS = 20  # kinds of element that are tried

_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
# References left after one reading, that nobody writes about: not those of `<` and `>`.
_LEFT_OVER = re.compile(
    r"""&(?:\#(?!(?:0{0,4}6[02]|[xX]0{0,4}3[cCeE]);)(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})
      |amp|quot|apos|nbsp|[lr][sda]quo|laquo|raquo|[sb]bquo|hellip|[mn]dash|shy|copy|reg|trade|euro|pound|middot|bull
      |deg|times|[a-zA-Z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|szlig);""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as published, read once."""

    published: str
    markup: bool
    scanned: Tidy
    marked: str
    paragraphs: tuple[str, ...]

    @property
    def text(self) -> str:
        """Its paragraphs, apart by a blank line."""
        return "\n\n".join(self.paragraphs)

    def without_outlet(self, outlet: str) -> tuple[str, ...]:
        """Its paragraphs without a name that aggregators set behind a text, two spaces off."""
        head = _without_outlet_behind(self.marked, outlet) if self.markup and outlet else self.marked
        return self.paragraphs if head is self.marked else tuple(_paragraphs(head))


def read(published: str, *, markup: bool) -> Reading:
    """Reads HTML (`markup`) or plain text, whose own line breaks stay.

    List items of HTML are `- item` lines, cells are apart by ` | `. A text longer than `LONGEST` ends in "…".
    """
    text = published[:LONGEST]
    scanned = tidy(text) if markup else Tidy()
    marked = _marked(text, scanned) if markup else BREAK.join(unescaped(text).splitlines())
    if len(published) > LONGEST:
        marked = marked.rstrip(_WHITE) + CUT
    visible = scanned.visible and marked is scanned.marked
    return Reading(published, markup, scanned, marked, tuple(_paragraphs(marked, visible=visible)))


def text_of(html: str, *, outlet: str = "") -> str:
    """The plain text of HTML, without the name of `outlet` behind it."""
    return "\n\n".join(paragraphs_of(html, markup=True, outlet=outlet))


def paragraphs_of(text: str, *, markup: bool, outlet: str = "") -> tuple[str, ...]:
    """The paragraphs of HTML (`markup`) or of plain text, without the name of `outlet` behind them."""
    return read(text, markup=markup).without_outlet(outlet)


def _marked(html: str, scanned: Tidy) -> str:
    marked = marked_text(html, scanned) if "<" in html or "&" in html else html
    if ANY_MARK.search(marked):
        return marked
    return _ITEM_LINE.sub(BREAK, _BLANK_LINE.sub(PARAGRAPH, marked))  # text without markup, sent as HTML


def marked_text(html: str, scanned: Tidy | None = None) -> str:
    """The text of HTML with marks between its parts; `scanned` spares the parser if it found the text."""
    marked = scanned.marked if scanned else None
    if marked is None:
        marked = _parsed(html)
    if not _VISIBLE.search(marked) and _VISIBLE.search(TAG.sub("", html)):
        return _collected_by_soup(html)
    if "&" in marked and not CODE.search(html):
        marked = left_over(marked)
    if "<" in marked and _is_escaped_twice(html, marked):
        return marked_text(marked)
    return marked


def _is_escaped_twice(html: str, marked: str) -> bool:
    """Whether the text of HTML is HTML: all of it, or what an aggregator set links and lines around."""
    if not TAG.search(html):
        return is_html(marked)
    return not _SET_AROUND.search(html) and _OPENS_ESCAPED.match(marked) is not None and is_html(marked)


def _parsed(html: str) -> str:
    try:
        root = LexborHTMLParser(flattened(html)).root
    except (ValueError, RuntimeError, MemoryError):  # what selectolax raises when lexbor gives up
        return ""
    hides = any(sign in html for sign in _SIGNED) and any(hint in html for hint in HIDDEN_HINTS)
    return "" if root is None else _collected(root, hides=hides)


def flattened(html: str) -> str:
    """The HTML without the tags of elements that lie too deep to mean anything."""
    if html.count("<") - html.count("</") <= DEEPEST:
        return html
    depth = 0

    def kept(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in SHALLOW:
            return match[0] if depth <= DEEPEST else " "
        depth = max(0, depth - 1) if match[1] else depth + 1
        return match[0] if depth + len(match[1]) <= DEEPEST else " "

    return _NAMED_TAG.sub(kept, html)


def _collected(root: LexborNode, *, hides: bool) -> str:
    """The text of a tree with marks for its parts; `hides` says that some may not be for reading."""
    out: list[str] = []
    open_parts: list[tuple[LexborNode | None, str, bool, bool]] = []
    node, in_item, in_pre = root.first_child, False, False
    while True:
        if node is None:
            if not open_parts:
                return "".join(out)
            node, mark, in_item, in_pre = open_parts.pop()
            out.append(mark)
            continue
        tag = node.tag
        if tag == "-text":
            text = node.text_content or ""
            out.append(text.replace("\n", BREAK) if in_pre else text)
        elif (
            tag is not None
            and tag not in _UNREAD
            and not (tag == "a" and is_share_link(node.attributes.get("href")))
            and not (hides and _is_hidden(node))
        ):
            before, after = PARTS.get(tag, INLINE)
            if in_item and before == PARAGRAPH:
                before = after = SOFT
            if before:
                out.append(before)
            if (child := node.first_child) is not None:
                open_parts.append((node.next, after, in_item, in_pre))
                in_item, in_pre = in_item or tag == "li", in_pre or tag == "pre"
                node = child
                continue
            out.append(sign_of(node.attributes.get("alt")) if tag == "img" else after)
        node = node.next


def _is_hidden(node: LexborNode) -> bool:
    """Whether an element is hidden, or a bar of share buttons."""
    attributes = node.attributes
    if not attributes:
        return False
    signs = " ".join((attributes.get(name) or "")[:ADDRESS_READ] for name in ("class", "style"))
    return "hidden" in attributes or (
        any(hint in signs for hint in HIDDEN_HINTS) and HIDDEN.search(signs) is not None
    )


def _collected_by_soup(html: str) -> str:
    """The text of markup that lexbor finds none in, cut with a mark."""
    if len(html) > _SOUP_LONGEST:
        return _soup_text(html[:_SOUP_LONGEST]).rstrip(_WHITE) + CUT
    return _soup_text(html)


def _soup_text(html: str) -> str:
    if html.count("<") > _SOUP_MARKS:
        return TAG.sub(" ", html)
    try:
        soup = BeautifulSoup(_SWALLOWING.sub(" ", html), "html.parser")
        for element in soup.find_all(list(SILENT)):
            element.decompose()
        for element in soup.find_all(list(PARTS)):
            element.insert_before(PARTS[element.name][0])
            element.insert_after(PARTS[element.name][1])
        return soup.get_text()
    except (ParserRejectedMarkup, *_UNREADABLE):  # html.parser on markup nobody can read
        return TAG.sub(" ", html)


def _paragraphs(marked: str, *, visible: bool = False) -> list[str]:
    """Marked text as paragraphs: two breaks part them, one is a line break.

    `visible` says that it is known to be clean.
    """
    for blank in "\n\t\xa0":
        marked = marked.replace(blank, " ")
    if marked.rfind("  ") >= 0:  # costs two thirds of `in`
        marked = _BLANKS.sub(" ", marked)
    line_of = str.strip if visible or is_visible(marked, odd_in(marked, _MARKS)) else clean_line
    if not any(map(marked.__contains__, _IN_LINES)):
        return [line for part in marked.split(PARAGRAPH) if (line := line_of(part))]
    paragraphs: list[str] = []
    lines: list[str] = []
    for part in marked.split(PARAGRAPH):
        for segment in part.split(BREAK):
            found = _lines(segment, line_of)
            if lines and not found:
                paragraphs.append("\n".join(lines))
                lines = []
            lines += found
        if lines:
            paragraphs.append("\n".join(lines))
            lines = []
    return paragraphs


def _lines(segment: str, line_of: Callable[[str], str]) -> list[str]:
    if SOFT not in segment and CELL not in segment and ITEM_END not in segment:
        line = line_of(segment)
        return [line] if line else []
    lines: list[str] = []
    item = False
    for piece in segment.replace(ITEM_END, SOFT + ITEM_END).split(SOFT):
        item = piece.startswith(ITEM) or (item and not piece.startswith(ITEM_END))
        line = _row([line_of(cell) for cell in piece.removeprefix(ITEM_END).split(CELL)])
        if line:
            lines.append(f"- {line}" if item else line)
            item = False
    return lines


def _row(cells: list[str]) -> str:
    """The cells of a row; an empty one before another is kept, so that each stands under its head."""
    while cells and not cells[-1]:
        cells.pop()
    filled = list(filter(None, cells))
    return " | ".join(filled if len(filled) < 2 else (cell or EMPTY for cell in cells))


def _without_outlet_behind(marked: str, outlet: str) -> str:
    text = marked.rstrip(_WHITE)
    head = text[: -len(outlet)]
    apart = len(head) - len(head.rstrip(" \xa0"))
    return head if apart > 1 and text[-len(outlet) :].casefold() == outlet.casefold() else marked


def is_html(text: str) -> bool:
    """Whether a text that calls itself plain is HTML: it closes an element it opened, or breaks a line."""
    lower = text[:_SURE_READ].lower()
    opened: set[str | None] = set()
    for tag in SURE_TAG.finditer(lower):
        if tag[1] is None or (tag[1] not in opened and f"</{tag[1]}>" in lower):
            return True
        opened.add(tag[1])
        if len(opened) > _SURE_TAGS:
            return False
    return False


def unescaped(text: str) -> str:
    """The text with its references read, if they end in a semicolon: `AT&T` and `?a=1&copy=2` are text."""
    return _REFERENCE.sub(lambda match: unescape(match[0]), text) if "&" in text else text


def left_over(text: str) -> str:
    """The text with references read that were escaped twice; those of `<` and `>` are about markup."""
    return _LEFT_OVER.sub(lambda match: unescape(match[0]), text) if "&" in text else text
