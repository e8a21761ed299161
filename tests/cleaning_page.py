"""Writes `docs/cleaning.md`: an example of every kind of line, with what cleaning makes of it today.

python tests/cleaning_page.py > docs/cleaning.md
"""

import sys
from collections.abc import Iterable, Iterator, Sequence

from feedwatch.refine import dates, markup, notices
from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.urls import canonical_url

HEAD = """# What cleaning does

What is stored is what the publisher said, and no more. Each table shows lines as publishers write them and
what becomes of them. This page is written by `tests/cleaning_page.py`; a test keeps it true.
"""
_BODY = "The bridge at Karbala is open again after a week, the ministry said."
_NOTICES: dict[str, Sequence[str]] = {
    "Copyright": (
        "© AFP 2024",
        "(c) Reuters 2024. All rights reserved.",
        "Copyright 2024 The Associated Press. All rights reserved. This material may not be published, "
        "broadcast, rewritten or redistributed.",
        "© 1995–2023 dpa",
        "Copyright © Example Media Ltd., 2019-24",
        "저작권자 ⓒ 예시신문 무단 전재 및 재배포 금지",
        "© АО «Пример», 1999–2024",
        "© Beispielfunk / beispielschau.de",
    ),
    "Rights": (
        "Alle Rechte vorbehalten.",
        "Tous droits réservés.",
        "Queda prohibida la reproducción total o parcial.",
        "未经许可不得转载",
        "Se prohíbe la reproducción total o parcial de este contenido.",
        "При использовании материалов сайта ссылка на источник обязательна.",
        "جميع الحقوق محفوظة",
    ),
    "Credits": (
        "Reporting by Jane Roe in Beirut; Editing by John Doe",
        "(AFP)",
        "With inputs from PTI",
        "dpa/Jane Roe",
        "jr/jd (AFP, Reuters)",
        "Quelle: red/dpa",
        "Propos recueillis par Jane Roe",
        "(Reporte de Jane Roe; Editado por John Doe)",
        "المصدر: رويترز",
        "责任编辑：王某",
        "Jane Roe contributed to this report.",
        "By Jane Roe | jroe@example.com",
        "예시일보 김예시 기자 name@example.com",
    ),
    "Photo credits": (
        "Photo: Jane Roe/AFP",
        "Foto: Jane Roe/dpa",
        "(Photo by Jane Roe/Getty Images)",
        "Symbolbild",
        "写真：ロイター",
        "Jane Roe/The Example Times",
    ),
    "Syndication, and the page around": (
        "This article was originally published on Example Review.",
        "(This story has not been edited by our staff and is auto-generated from a syndicated feed.)",
        "Lesen Sie auch: Was jetzt wichtig ist",
        "Sign up for our newsletter to get the day's top stories.",
        "A version of this article appears in print on Jan. 3, Section A, Page 1.",
        "The views expressed in this article are the author's own.",
        "Подписывайтесь на наш Telegram-канал",
        "Comments (12)",
        "Lesezeit: 5 Minuten",
    ),
    "Sentences that stay": (
        "The official told AFP on condition of anonymity.",
        "The court ruled that annotations cannot be protected by copyright.",
        "According to dpa, the minister will resign on Friday.",
        "Credit Suisse shares fell 5 percent on Monday.",
        "Written by Jane Roe, the play opens on Friday.",
        "Photos: Fire blows through the park as crowds flee",
        "Sources: Club to sign veteran striker",
    ),
}
_DATELINES = (
    "BAGHDAD (AP) — The bridge is open again, the ministry said on Tuesday.",
    "WASHINGTON, Jan 23 (Reuters) - The bridge is open again, the ministry said.",
    "PARIS (AFP) – The bridge is open again, the ministry said on Tuesday.",
    "NEW DELHI: The bridge is open again, the ministry said on Tuesday evening.",
    "Srinagar, Mar 4 (PTI) The bridge is open again, the ministry said on Tuesday.",
    "Analysis: Why the bridge was closed for a week, and who paid for it.",
    "Coronavirus: The bridge was closed for a week, the ministry said on Tuesday.",
)
_DATES = (
    "Tue, 23 Jan 2024 09:00:00 CEST",
    "2024-01-23T09:00:00+03:00",
    "23 janvier 2024 à 9h00",
    "١٢ يناير ٢٠٢٤",
    "13/01/2024 24:00",
    "01/02/2024",
    "1706000000",
    "yesterday",
)
_TEXTS = (
    "<p>Two <b>para</b>graphs&nbsp;of text.</p><p>The second.</p>",
    "<ul><li>one</li><li>two</li></ul>",
    "<table><tr><td>Goals</td><td>3</td></tr></table>",
    "<p>A text.</p><img src='https://t.example/p.gif' width='1' height='1'><script>alert(1)</script>",
    "<p>A text.</p><p>The post Bridge opens appeared first on Example News.</p>",
    "AT&amp;amp;T and caf&eacute;",
)
_TITLES = (("Bridge opens - Example News", "Example News"), ("Q&amp;amp;A: the bridge", "Example News"))
_ADDRESSES = (
    "https://WWW.Example.com:443/a?utm_source=rss&id=3#top",
    "https://example.com/amp/story?fbclid=x",
)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield "| " + " | ".join(head) + " |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "⏎") for cell in row) + " |"


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *_notices(), *_others()]) + "\n"


def _notices() -> Iterator[str]:
    for title, lines in _NOTICES.items():
        yield f"## {title}\n"
        yield from table(
            ("the last line of an article", "kind", "stored as", "stays in the text"), map(_row, lines)
        )
        yield ""


def _row(line: str) -> tuple[str, str, str, str]:
    read = notices.read_article(trim_boilerplate((_BODY, line)))
    found = read.notices[0] if read.notices else None
    said = [read.copyright or "", f"agency {read.agency}" if read.agency else ""]
    return line, found.kind if found else "–", "; ".join(filter(None, said)) or "–", read.paragraphs[1] or "–"


def _others() -> Iterator[str]:
    yield "## Datelines\n"
    yield from table(("paragraph", "place", "agency", "day"), map(_dateline, _DATELINES))
    yield "\n## Dates\n"
    yield from table(("as sent", "instant", "precision", "zone"), map(_date, _DATES))
    yield "\n## Texts\n"
    yield from table(("HTML", "text"), ((f"`{html}`", _text(html)) for html in _TEXTS))
    yield "\n## Titles\n"
    titles = ((title, outlet, markup.plain(title, markup=False, outlet=outlet)) for title, outlet in _TITLES)
    yield from table(("as sent", "outlet", "title"), titles)
    yield "\n## Addresses\n"
    yield from table(
        ("as published", "canonical"), ((f"`{url}`", f"`{canonical_url(url)}`") for url in _ADDRESSES)
    )


def _dateline(paragraph: str) -> tuple[str, ...]:
    found = notices.read_dateline(paragraph)
    parts = (found.place, found.agency, found.day) if found else (None, None, None)
    return paragraph, *(part or "–" for part in parts)


def _date(raw: str) -> tuple[str, ...]:
    read = dates.read_date(raw)
    if read.instant is None:
        return f"`{raw}`", "no honest reading", "–", "–"
    return f"`{raw}`", f"{read.instant:%Y-%m-%d %H:%M}Z", read.precision, read.zone


def _text(html: str) -> str:
    read = notices.read_article(trim_boilerplate(markup.paragraphs_of(html, markup=True)))
    return "⏎⏎".join(filter(None, read.paragraphs))


if __name__ == "__main__":
    sys.stdout.write(page())
