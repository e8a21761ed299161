"""Markup that must not come alive: through the whole road, out by every export, and in a real browser."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from io import StringIO

import pytest
from documents import feed
from hostile_fuzz import live_in
from markup_vectors import VECTORS, as_feed, chromium, executed
from pipeline import Pipeline

from feedwatch.present import Sheet, show_article, write_articles
from feedwatch.refine.markup import safe_html
from feedwatch.store.find import open_library

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://vectors.example/"
# The page's own frame would end inside these; what is left of them is tried alone by `safe_html`.
_SWALLOWING = re.compile(
    r"<!|<(plaintext|frameset|meta|base|xmp|noscript|select|template|textarea|title|iframe|style|noembed|noframes|math|svg)\b",
    re.I,
)

needs_browser = pytest.mark.skipif(chromium() is None, reason="needs chromium: apt-get install chromium")


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """What the vectors became: `html` as stored, `atom` content, `markdown`."""
    path = tmp_path_factory.mktemp("vectors") / "feedwatch.db"
    now = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
    pipeline = Pipeline(path, [feed("vectors")], now)
    assert pipeline.poll("vectors", as_feed(VECTORS), now).total == len(VECTORS)
    pipeline.store.close()
    out = {"html": [], "atom": [], "markdown": []}
    with open_library(path) as library:
        listed = list(library.articles(stories=False, full=True))
    sheet = Sheet(StringIO(), now, "json")
    write_articles(listed, sheet)
    out["html"] = [article["html"] for article in json.loads(sheet.out.getvalue())]
    sheet = Sheet(StringIO(), now, "atom")
    write_articles(listed, sheet)
    root = ET.fromstring(sheet.out.getvalue())
    out["atom"] = [
        content.text or "" for content in root.iter(f"{ATOM}content") if content.get("type") == "html"
    ]
    for one in listed:
        sheet = Sheet(StringIO(), now, "markdown")
        show_article(one, sheet)
        out["markdown"].append(sheet.out.getvalue())
    return out


def test_there_are_two_hundred_vectors_and_more():
    assert len(set(VECTORS)) >= 200


@pytest.mark.parametrize("vector", VECTORS)
def test_safe_html_holds_nothing_live_and_settles(vector):
    safe = safe_html(vector, BASE)
    assert (live_in(safe), safe_html(safe, BASE)) == ("", safe)


def test_every_export_is_inert(exported):
    assert len(exported["html"]) == len(exported["markdown"]) > 200
    assert [live_in(html) for html in exported["html"] if live_in(html)] == []
    assert [live_in(html) for html in exported["atom"] if live_in(html)] == []
    assert [
        text
        for text in exported["markdown"]
        if re.search(r"(?<!\\)<(?!https?://)", text.replace("](<", "]("))
    ] == []


@needs_browser
def test_a_browser_executes_nothing_of_what_we_store_and_export(exported, tmp_path):
    rendered = [
        re.sub(r"\\([^\w\s])", lambda sign: {"<": "&lt;", ">": "&gt;"}.get(sign[1], sign[1]), text)
        for text in exported["markdown"]
    ]
    stored = [safe_html(vector, BASE) for vector in VECTORS]
    assert executed([*stored, *exported["html"], *exported["atom"], *rendered], tmp_path) == []


@needs_browser
def test_the_browser_does_execute_the_vectors_themselves(tmp_path):
    assert len(set(executed([vector for vector in VECTORS if not _SWALLOWING.search(vector)], tmp_path))) > 30
