"""HTML → HTML that may be shown: nh3 with an allow-list of ours.

What nh3 gives is given to it again until it stays the same, so that nothing can come alive in a second parse;
what does not settle, or is more marks than text, becomes plain paragraphs.
"""

import re
from functools import lru_cache
from html import escape

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from feedwatch.refine.characters import clean
from feedwatch.refine.elements import ADDRESS_READ, ADDRESSES, ALLOWED, ATTRIBUTES, BEACON, SILENT, TINY
from feedwatch.refine.links import absolute
from feedwatch.refine.text import flattened, text_of

LONGEST = 400_000  # characters of HTML; html5ever is quadratic in runs of some letters
MARKS = 50_000  # `<` and `&` in one text: ten times what the longest articles have
_ODD_BREAKS = re.compile(
    "[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]"
)  # white space that is a control or ends a line
_SETTLING = 4  # readings after the first; two occur, with wrongly nested tables


def safe_html(html: str, base: str) -> str:
    """The HTML that may be shown: allowed elements only, links http(s) and absolute against `base`."""
    if len(html) <= LONGEST and html.count("<") + html.count("&") <= MARKS:
        cleaner = _cleaner(base)
        safe = _once(clean(html), cleaner)
        for _ in range(_SETTLING):
            again = _once(safe, cleaner)
            if again == safe:
                return safe
            safe = again
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text_of(html).split("\n\n") if paragraph)


def _once(html: str, cleaner: nh3.Cleaner) -> str:
    return _ODD_BREAKS.sub(" ", clean(cleaner.clean(_without_pixels(flattened(html)))))


@lru_cache(maxsize=256)
def _cleaner(base: str) -> nh3.Cleaner:
    def kept(element: str, attribute: str, value: str) -> str | None:
        if attribute in ADDRESSES:
            return absolute(value, base) or None
        return value

    return nh3.Cleaner(
        tags=set(ALLOWED),
        clean_content_tags=set(SILENT),
        attributes=ATTRIBUTES,
        attribute_filter=kept,
        url_schemes={"http", "https"},
        link_rel="noopener noreferrer",
    )


def _without_pixels(html: str) -> str:
    """The HTML without pictures that count readers, and untouched if it has none."""
    if "<img" not in html.lower():
        return html
    body = LexborHTMLParser(html).body
    pixels = [image for image in body.css("img") if _is_pixel(image)] if body is not None else []
    if body is None or not pixels:
        return html
    for image in pixels:
        image.decompose()
    return body.inner_html or ""


def _is_pixel(image: LexborNode) -> bool:
    attributes = image.attributes
    if (attributes.get("width") or "").strip() in TINY or (attributes.get("height") or "").strip() in TINY:
        return True
    return BEACON.match((attributes.get("src") or "").strip()[:ADDRESS_READ]) is not None
