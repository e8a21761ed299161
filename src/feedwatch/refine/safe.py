"""HTML → HTML that may be shown: nh3 with an allow-list of ours.

What nh3 gives is given to it again until it stays the same, so that nothing can come alive in a second parse;
of tidy markup this is known beforehand. What does not settle, or is more marks than text, becomes plain
paragraphs.
"""

from functools import lru_cache
from html import escape

import nh3
from selectolax.lexbor import LexborHTMLParser

from feedwatch.refine.characters import clean, settled
from feedwatch.refine.elements import ADDRESSES, ALLOWED, ATTRIBUTES, SILENT, is_pixel
from feedwatch.refine.links import absolute
from feedwatch.refine.text import flattened, text_of
from feedwatch.refine.tidy import Tidy, tidy

LONGEST = 400_000  # characters of HTML; html5ever is quadratic in runs of some letters
MARKS = 50_000  # `<` and `&` in one text: ten times what the longest articles have
_SETTLING = 4  # readings after the first; two occur, with wrongly nested tables


def safe_html(html: str, base: str, scanned: Tidy | None = None) -> str:
    """The HTML that may be shown: allowed elements only, links http(s) and absolute against `base`.

    `scanned` is what `tidy` found in it, if that is known already.
    """
    if len(html) <= LONGEST and html.count("<") + html.count("&") <= MARKS:
        safe = (scanned or tidy(html)).safe
        if safe is None:
            safe = _until_settled(html, base)
        if safe is not None:
            return safe
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in text_of(html).split("\n\n") if paragraph)


def _until_settled(html: str, base: str) -> str | None:
    safe = sanitised(clean(html), base)
    for _ in range(_SETTLING):
        again = safe if tidy(safe).safe == safe else sanitised(safe, base)
        if again == safe:
            return safe
        safe = again
    return None


def sanitised(html: str, base: str) -> str:
    """What one reading by nh3 leaves of clean HTML: it may not be settled yet."""
    return settled(_cleaner(base).clean(_without_pixels(flattened(html))))


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
    pixels = [image for image in body.css("img") if is_pixel(image.attributes)] if body is not None else []
    if body is None or not pixels:
        return html
    for image in pixels:
        image.decompose()
    return body.inner_html or ""
