"""Articles as an Atom feed (RFC 4287), so that any feed reader can follow a query."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TextIO

from feedwatch import __version__
from feedwatch.model import Article, Listed, to_text
from feedwatch.present.escape import xml
from feedwatch.present.wording import called

_HEAD = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>tag:feedwatch,2026:articles</id>
<title>feedwatch</title>
<author><name>feedwatch</name></author>
<generator version="{__version__}">feedwatch</generator>
"""


def write_atom(articles: Iterable[Listed], out: TextIO, *, now: datetime) -> int:
    """Writes a feed of the articles, as updated `now`; how many there were."""
    out.write(f"{_HEAD}<updated>{to_text(now)}</updated>\n")
    count = 0
    for listed in articles:
        out.write("\n".join(["<entry>", *_entry(listed.article), "</entry>\n"]))
        count += 1
    out.write("</feed>\n")
    return count


def _entry(article: Article) -> Iterator[str]:
    yield f"<id>tag:feedwatch,2026:article/{article.id}</id>"
    yield _element("title", called(article))
    if article.url.startswith(("http://", "https://")):
        yield f'<link rel="alternate" href="{xml(article.url)}"/>'
    yield _element("updated", article.updated or article.first_seen)
    if article.published:
        yield _element("published", article.published)
    yield from (
        f"<author>{_element('name', name)}</author>" for name in article.authors or (article.outlet,) if name
    )
    yield from (f'<category term="{xml(tag)}"/>' for tag in article.tags)
    if article.copyright:
        yield _element("rights", article.copyright)
    if article.summary:
        yield _element("summary", article.summary)
    if article.html:  # escaped, and made safe before it was stored
        yield f'<content type="html">{xml(article.html)}</content>'
    elif article.text:
        yield _element("content", article.text)


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml(text)}</{name}>"
