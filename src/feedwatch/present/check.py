"""What a feed would bring, and what is wrong with it, in words for a person who has never seen a parser."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TextIO

from feedwatch.model import Failed, Item, Problem, Refined, to_text
from feedwatch.present import escape
from feedwatch.present.layout import wrap
from feedwatch.present.terminal import Line, Screen, paint
from feedwatch.present.wording import called, counted, sized

READABLE = 100

# Code → what it means for who wants to read the feed. Codes that begin so share their words.
MEANINGS = {
    "address-refused": "No feed may make feedwatch read the inside of a network that it was not meant for.",
    "bad-304": "The server is broken: it answers a question that nobody asked. Its owner must know.",
    "bad-header": "A header in the configuration cannot be sent; correct it there.",
    "bad-http": "What answers there is no web server, or a broken one.",
    "bad-ids": (
        "The publisher does not keep its items apart, or names them anew each time. They are known by their "
        "addresses and words instead; an edit may be missed, or taken for another article."
    ),
    "bad-redirect": "The address has moved to a place that makes no sense. Look for the feed's new address.",
    "bad-url": "The address is misspelt.",
    "cloudflare-challenge": (
        "The site lets only browsers in. Ask its owner to let feed readers pass, or look for another feed."
    ),
    "connect-timeout": "The server is down, or a firewall swallows the attempt.",
    "deadline": "It is tried again; if it stays so, raise [limits] deadline.",
    "dns": "It is misspelt, gone, or the network here is down.",
    "empty": "Articles already stored stay; it is tried again.",
    "encoding": "The letters were read as what they most likely are; a few may be wrong.",
    "entities-refused": (
        "The document defines its own abbreviations. Only those for single characters are read; "
        "attacks hide in the others."
    ),
    "hostile": "The document is built so that reading it would take for ever. It was left alone.",
    "http-401": "The feed needs a login: set auth for it in the configuration.",
    "http-403": "Set auth for it if you have a login; else look for another feed of the site.",
    "http-404": "Look for the feed's new address on the site.",
    "http-410": "What is stored stays.",
    "http-429": "Raise the feed's interval.",
    "http-4xx": "Look for the feed's new address on the site.",
    "http-5xx": "Such things pass; it is tried again.",
    "internal": "This is a fault of feedwatch. Please report it, with the address.",
    "item-unreadable": (
        "One item could not be read and is left out; the others are kept. It is tried again at every poll."
    ),
    "local": "Feeds in files are read only below the folder of [local] root.",
    "local-missing": "Its path counts from that folder.",
    "memory": "The document needs more memory than one feed may use.",
    "network-unreachable": "The network of this machine may be down.",
    "no-items": "The document is a feed, and holds nothing.",
    "no-resources": "It is tried again; [network] concurrency says how much is done at once.",
    "not-a-feed": "What is there is no feed. Open the address in a browser to see what it is.",
    "not-well-formed": (
        "The document breaks the rules of XML. It was read all the same; something may be missing "
        "behind the fault."
    ),
    "proxy": "Nothing was sent past it.",
    "read-timeout": "It is tried again.",
    "refine-busy": "Other slow documents were being read just then. It is tried again.",
    "refine-deadline": (
        "Reading the document took too long, so it was given up. Other feeds are not affected."
    ),
    "refused": "The server is down, or the port is wrong.",
    "reset": "It is tried again.",
    "scheme-refused": "Look for the feed's address on the web.",
    "tls": (
        "The connection cannot be made safe, so it is not made. The site's owner must correct its "
        "certificate."
    ),
    "too-big": "Raise [limits] body if it is meant to be so large.",
    "too-many-items": (
        "More items than one poll may bring: the first were taken, the others come later if they are "
        "still there."
    ),
    "too-many-redirects": "The site is set up in a circle; its owner must know.",
    "truncated": "Whole items were kept, and the rest comes with the next poll.",
    "worker-killed": (
        "Reading the document took more memory or time than one feed may use, so it was given up."
    ),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A feed that was looked at: either what it would bring, or why it brings nothing."""

    place: str  # as given, without secrets
    took_ms: int = 0  # until the server's answer was there
    size: int = 0  # bytes
    moved_to: str = ""
    refined: Refined | None = None
    failed: Failed | None = None


def meaning(code: str) -> str:
    """What a code means, in plain words; "" for one without any."""
    return MEANINGS.get(code) or MEANINGS.get(code.partition("-")[0], "")


def write_check(checked: Checked, out: TextIO, *, screen: Screen | None, limit: int) -> None:
    """Writes a page for a person, with at most `limit` of the items."""
    columns = min(screen.columns, READABLE) if screen else READABLE
    lines = _page(checked, columns, limit)
    if screen:
        paint(lines, out, screen)
    else:
        out.writelines("".join(text for text, _ in line) + "\n" for line in lines)


def write_check_json(checked: Checked, out: TextIO, *, ascii_only: bool = False) -> None:
    """Writes everything as one JSON object."""
    refined, failed = checked.refined, checked.failed
    value = {
        "place": checked.place,
        "ok": failed is None,
        "code": failed.code if failed else None,
        "line": failed.line if failed else None,
        "meaning": meaning(failed.code) if failed else None,
        "status": failed.status if failed else None,
        "moved_to": checked.moved_to or None,
        "took_ms": checked.took_ms,
        "bytes": checked.size,
        "title": refined.title if refined else None,
        "site": refined.site if refined else None,
        "total": refined.total if refined else 0,
        "dropped": refined.dropped if refined else 0,
        "problems": [
            {**asdict(one), "meaning": meaning(one.code)} for one in (refined.problems if refined else ())
        ],
        "items": [_as_json(item) for item in (refined.items if refined else ())],
    }
    out.write(escape.to_json(value, ascii_only=ascii_only, indent=2) + "\n")  # type: ignore[arg-type]


def _as_json(item: Item) -> dict[str, object]:
    return {
        "title": item.title,
        "url": item.url,
        "outlet": item.outlet,
        "published": _published(item),
        "published_raw": item.published.raw if item.published else "",
        "language": item.language,
        "text_kind": item.text_kind,
        "words": item.sketch.words,
        "summary": item.summary,
        "text": item.text,
        "copyright": item.copyright,
        "agency": item.agency,
        "tags": sorted({evidence.tag for evidence in item.tags}),
    }


def _page(checked: Checked, columns: int, limit: int) -> Iterator[Line]:
    yield [(escape.line(checked.place), "bold")]
    if checked.failed:
        yield from _trouble(Problem(checked.failed.code, checked.failed.line), columns, "red")
        return
    refined = checked.refined
    assert refined is not None
    yield from _wrapped(" · ".join(filter(None, (refined.title, refined.site))), columns, "")
    yield [(_counts(refined, checked), "green")]
    if checked.moved_to:
        yield from _wrapped(
            f"It says that it has moved for good to {checked.moved_to}. Once that has lasted it is polled "
            "there; if it needs a login or headers, write the new address into the configuration.",
            columns,
            "yellow",
        )
    for problem in refined.problems:
        yield from _trouble(problem, columns, "yellow")
    for item in refined.items[:limit]:
        yield []
        yield from _wrapped(called(item), columns, "bold")
        yield from _wrapped(_facts(item), columns, "dim")
    if len(refined.items) > limit:
        yield []
        yield [(f"and {len(refined.items) - limit} more; -n shows more, -f json all", "dim")]


def _counts(refined: Refined, checked: Checked) -> str:
    items = counted(refined.total, "item")
    more = f", {refined.dropped} beyond the limit of one poll" if refined.dropped else ""
    return f"{items} would be taken{more} ({sized(checked.size)} in {_took(checked.took_ms)})"


def _took(ms: int) -> str:
    return f"{ms} ms" if ms < 1000 else f"{ms / 1000:.1f} s"


def _facts(item: Item) -> str:
    raw = item.published.raw if item.published else ""
    dated = _published(item) or (f"no date that can be read in “{raw}”" if raw else "no date")
    tags = ", ".join(sorted({evidence.tag for evidence in item.tags}))
    parts = (
        dated,
        item.outlet,
        item.language,
        f"{item.text_kind}, {counted(item.sketch.words, 'word')}",
        item.copyright,
        tags,
    )
    return " · ".join(part for part in (*parts, item.url or "no address") if part)


def _published(item: Item) -> str | None:
    instant: datetime | None = item.published.instant if item.published else None
    return to_text(instant) if instant else None


def _trouble(problem: Problem, columns: int, style: str) -> Iterator[Line]:
    yield from _wrapped(f"{problem.code}: {problem.line}", columns, style)
    if words := meaning(problem.code):
        yield from ([("  ", ""), *line] for line in _wrapped(words, columns - 2, ""))


def _wrapped(text: str, columns: int, style: str) -> Iterator[Line]:
    return ([(row, style)] for row in wrap(escape.line(text), max(columns, 10)))
