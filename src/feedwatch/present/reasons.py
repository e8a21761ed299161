"""Why an article is what it is: the words that earned its tags, the feeds that have it, what made each
version, and the links between it and the articles of its story."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from feedwatch.model import Article, Evidence
from feedwatch.present import escape, times
from feedwatch.present.escape import Value
from feedwatch.present.layout import wrap
from feedwatch.present.terminal import Line
from feedwatch.storyline import LinkLine

_APART = re.compile(r"\b(\d{1,9}) minutes apart")
# What is measured of two articles: how it is told, and the words of a reason that has told it already.
_FIGURES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "contained": ("{:.0%} of the shorter text in the other", ("of the shorter", "of it")),
    "lead": ("{:.0%} of the first paragraphs alike", ("lead",)),
    "title": ("titles {:.0%} alike", ("headline", "title")),
    "numbers_missing": ("{:.0%} of the numbers missing", ("number",)),
    "names_missing": ("{:.0%} of the names missing", ("name",)),
    "minutes": ("{} minutes apart", ("minutes apart",)),
    "agency": ("both by {}", ("agency",)),
}


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the database remembers of why an article is what it is."""

    sightings: Sequence[tuple[str, str, str]] = ()  # feed, since when, why it is this article
    versions: Sequence[tuple[int, str, str]] = ()  # version, since when, what made it one
    links: Sequence[LinkLine] = ()

    def as_json(self) -> dict[str, Value]:
        """The reasons as the JSON contract has them."""
        return {
            "sightings": [dict(zip(("feed", "at", "reason"), one, strict=True)) for one in self.sightings],
            "versions": [dict(zip(("n", "at", "reason"), one, strict=True)) for one in self.versions],
            "links": links_json(self.links),
        }


def page(reasons: Reasons, *, columns: int | None) -> Iterator[Line]:
    """The reasons in lines of at most so many columns; None leaves lines whole."""
    for feed, at, why in reasons.sightings:
        yield from _hanging(f"in {feed} since {times.short(at)} UTC: {why}", columns)
    for n, since, why in reasons.versions:
        yield from _hanging(f"version {n} since {times.short(since)} UTC: {why}", columns)
    if reasons.links:
        yield []
        yield from links(reasons.links, columns=columns)


def evidence(article: Article) -> list[tuple[str, str]]:
    """Each tag with what earned it, a line for each rule and place: `“Iraq” ×2 in the text`."""
    counted = Counter((one.tag, _earned(one)) for one in article.evidence)
    told: dict[str, list[str]] = {}
    for (tag, (words, place)), count in counted.items():
        told.setdefault(tag, []).append(f"{words} ×{count}{place}" if count > 1 else words + place)
    return [(tag, "\n".join(lines)) for tag, lines in told.items()]


def _earned(one: Evidence) -> tuple[str, str]:
    if one.field == "feed":
        return "every article of its feed has it", ""
    if one.field == "query":
        return f"by its query: {one.rule}", ""
    rule = "" if one.rule.casefold() == one.words.casefold() else f" (rule: {one.rule})"
    return f"“{escape.line(one.words)}”", f" in the {one.field}{rule}"


# --- links -----------------------------------------------------------------------------------------


def links(found: Sequence[LinkLine], *, columns: int | None) -> Iterator[Line]:
    """Why articles are in one story or kept apart: a heading for each pair, or split, then the reason."""
    for at, (link, twins) in enumerate(_together(found)):
        if at:
            yield []
        how = "are one dispatch" if link.kind == "same" else "is kept apart from"
        names = _listed(twins)
        one = _named(link.article, link.outlet)
        head = f"{one} and {names} {how}" if link.kind == "same" else f"{one} {how} {names}"
        yield from ([(text, "bold") for text, _ in line] for line in _hanging(head, columns))
        reason, *facts = _told(link)
        yield from _hanging(f"  {reason}", columns, indent=4)
        for line in _hanging(f"  {' · '.join(facts)}", columns, indent=4):
            yield [(text, "dim") for text, _ in line]


def _told(link: LinkLine) -> list[str]:
    """The reason, then what else is known of a link; a figure that the reason has is not told again."""
    at = f"{times.short(link.at)} UTC"
    if link.by == "user":
        return [link.reason.replace("the user", "you"), at]
    return [_APART.sub(_lapse, link.reason), *_figures(link), "by feedwatch", at]


def links_json(found: Sequence[LinkLine]) -> list[Value]:
    """The links as JSON."""
    return [
        {
            "article": link.article,
            "outlet": link.outlet,
            "twin": link.twin,
            "twin_outlet": link.twin_outlet,
            "kind": link.kind,
            "by": link.by,
            "at": link.at,
            "reason": link.reason,
            "evidence": cast(Value, dict(link.evidence)),
        }
        for link in found
    ]


def _together(found: Iterable[LinkLine]) -> Iterator[tuple[LinkLine, list[str]]]:
    """Each link with the article at its other end; an article's refusals of one moment are one."""
    grouped: dict[object, tuple[LinkLine, list[str]]] = {}
    for link in found:
        split = (link.kind, link.article, link.by, link.at)
        key = split if link.kind == "apart" else (link.kind, link.article, link.twin)
        grouped.setdefault(key, (link, []))[1].append(_named(link.twin, link.twin_outlet))
    yield from grouped.values()


def _named(id: int, outlet: str) -> str:
    return f"{id} ({outlet or 'unknown'})"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _lapse(found: re.Match[str]) -> str:
    return f"{times.lapse(int(found[1]))} apart"


def _figures(link: LinkLine) -> Iterator[str]:
    """What was measured and the reason does not say."""
    for name, value in link.evidence.items():
        words, told = _FIGURES.get(name, (f"{name.replace('_', ' ')} {{}}", ()))
        if value and not any(word in link.reason for word in told):
            yield words.format(value)


def _hanging(text: str, columns: int | None, *, indent: int = 2) -> Iterator[Line]:
    """A line as it begins, its further rows further in."""
    text = escape.line(text)
    start = len(text) - len(text.lstrip())
    if columns is None:
        yield [(text, "")]
        return
    for at, row in enumerate(wrap(text, max(columns - indent, 10))):
        yield [(" " * (indent if at else start) + row, "")]
