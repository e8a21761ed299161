"""Feeds and documents that tests are written with."""

from feedwatch.model import Feed


def feed(name: str, url: str = "", **more: object) -> Feed:
    """A feed with an address of its own."""
    address = url or f"https://{name}.example/feed.xml"
    return Feed(name=name, url=address, address=address, **more)  # type: ignore[arg-type]


def item(
    title: str = "Pumping station reopens in Basra",
    link: str = "https://news.example/a",
    guid: str | None = None,
    text: str = "",
    published: str = "Mon, 23 Nov 2026 10:00:00 GMT",
    **elements: str,
) -> str:
    """An RSS item; `guid=None` and empty texts leave their element out."""
    parts = [f"<title>{title}</title>"] if title else []
    if link:
        parts.append(f"<link>{link}</link>")
    if guid is not None:
        parts.append(f'<guid isPermaLink="false">{guid}</guid>')
    if published:
        parts.append(f"<pubDate>{published}</pubDate>")
    if text:
        parts.append(f"<description><![CDATA[{text}]]></description>")
    parts += [f"<{name}>{value}</{name}>" for name, value in elements.items()]
    return f"<item>{''.join(parts)}</item>"


def rss(*items: str, channel: str = "") -> bytes:
    """An RSS 2.0 document of items."""
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>News</title>'
    site = "<link>https://news.example/</link><description>News</description>"
    return f"{head}{site}{channel}{''.join(items)}</channel></rss>".encode()


STATION = (
    "<p>Engineers in Basra have reopened the northern pumping station after three weeks of repairs, the "
    "provincial council said.</p><p>The station feeds two districts whose residents had queued for water "
    "since the beginning of the month, when a fire destroyed its main transformer.</p><p>A spokesman for the "
    "council said that a second transformer was on its way from Umm Qasr and would be in place before the "
    "winter rains.</p>"
)
FERRY = (
    "<p>The ferry between the two banks of the lake stopped running on Sunday because its crew had not been "
    "paid since August.</p><p>Farmers who bring their vegetables to the morning market now drive ninety "
    "minutes around the northern shore.</p><p>The mayor promised that wages would arrive with the next "
    "transfer from the capital.</p>"
)
