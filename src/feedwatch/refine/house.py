"""House lines: what one feed writes at the edges of its articles, word for word, again and again.

    Follow us on the channel of the Example Times.
    Radio Example, the voice of the valley.

A line is a house line when it speaks to the reader or gives an address, and stood in four articles of the
feed; or when it names the house, and stands in half of them. Repetition alone proves nothing: headings
("Summary"), standing advice in alerts and the background of a long story repeat too, and are the article's.

Laws: pure; counted once an article, however often this is sent; the outermost line first, and what lies
behind it only once that is known; an article never loses its only paragraph; what was counted stays bounded.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from feedwatch.model import key64
from feedwatch.refine.passing import is_to_readers

ENOUGH = 4  # articles: the first document of a feed has ten or more
SHORTEST, LONGEST = 10, 300  # characters; what is shorter is a heading or a signature, what is longer prose
NAME = 5  # letters of an outlet's name that a line may be known by: "cnn" and "time" stand in other words
MOST_LINES = 128
MOST_RECENT = 128  # articles that are known again under another guid
FORGOTTEN_AFTER = 500  # articles without the line
PEELED = 4  # lines at either edge

_ADDRESS = re.compile(r"https?://|\bwww\.|(?:^|[\s(:])@\w{3}|\w@\w{2}")
_IN_ADDRESSES = ("@", "://", "www.")


class Count(NamedTuple):
    """In how many articles a line stood, and the numbers of the first and the last of them."""

    articles: int
    first: int
    last: int


NEVER = Count(0, 0, 0)


class Line(NamedTuple):
    """A line by its print, and whether it speaks to the reader or gives an address."""

    print: int
    invites: bool

    @classmethod
    def of(cls, text: str) -> "Line":
        """The line that a paragraph is."""
        return cls(_print(text), _invites(text))


@dataclass(frozen=True, slots=True)
class House:
    """What is known of a feed's lines, by their prints."""

    articles: int = 0  # that were looked at
    lines: Mapping[int, Count] = field(default_factory=dict)
    recent: tuple[int, ...] = ()  # prints of the last articles with such lines

    def beside(self, document: "House") -> "House":
        """What is known when one document is also looked at by itself, with items that were counted before:
        a line that a house has changed comes with these."""
        offset = self.articles - document.articles
        there = {
            line: Count(count.articles, count.first + offset, count.last + offset)
            for line, count in document.lines.items()
            if count.articles >= max(ENOUGH, self.lines.get(line, NEVER).articles)
        }
        return House(self.articles, {**self.lines, **there}, self.recent)

    def has(self, line: "Line") -> bool:
        """Whether a line at the edge of an article is the house's."""
        count = self.lines.get(line.print, NEVER)
        if count.articles < ENOUGH:
            return False
        return line.invites or 2 * count.articles >= self.articles - count.first + 1


def learned(house: House, articles: Iterable[Sequence[str]], outlet: str) -> House:
    """What is known after some more articles, given by their paragraphs; `outlet` is the house's name."""
    name = _letters(outlet.split(".")[0])
    number, recent = house.articles, dict.fromkeys(house.recent)
    edges: list[tuple[int, list[Line]]] = []
    for paragraphs in articles:
        text = [paragraph for paragraph in paragraphs if paragraph]
        if len(text) < 2:
            continue
        ends = [_lines(text[: -PEELED - 1 : -1], name), _lines(text[:PEELED], name)]
        if any(ends):
            article = key64("\n".join(text))
            if article in recent:
                continue
            recent[article] = None
            edges += ((number + 1, end) for end in ends)
        number += 1
    lines = _counted(House(number, house.lines), edges) if edges else house.lines
    alive = [one for one in lines.items() if number - one[1].last <= FORGOTTEN_AFTER]
    kept = sorted(alive, key=lambda one: one[1].last)[-MOST_LINES:]
    return House(number, dict(kept), tuple(recent)[-MOST_RECENT:])


def named(lines: object) -> House:
    """What is known when the house lines themselves are given, as they were kept: a list of texts."""
    texts = [line for line in lines if isinstance(line, str)] if isinstance(lines, list) else []
    return House(1, {Line.of(text).print: Count(ENOUGH, 1, 1) for text in texts})


def removed(house: House, paragraphs: Sequence[str]) -> tuple[str, ...]:
    """As many paragraphs as came in, "" where a house line stood."""
    stay = list(paragraphs)
    if not house.lines:
        return tuple(stay)
    places = [place for place, paragraph in enumerate(paragraphs) if paragraph]
    for edge in (reversed(places), places):
        for _, place in zip(range(PEELED), edge, strict=False):
            if not _is_of(house, paragraphs[place]) or sum(map(bool, stay)) == 1:
                break
            stay[place] = ""
    return tuple(stay)


def _is_of(house: House, text: str) -> bool:
    return SHORTEST <= len(text) <= LONGEST and _print(text) in house.lines and house.has(Line.of(text))


def _print(text: str) -> int:
    return key64(" ".join(text.split()).casefold())


def _counted(house: House, edges: Sequence[tuple[int, Sequence[Line]]]) -> Mapping[int, Count]:
    """The lines after the edges of numbered articles: once one is known, what stands behind it is met."""
    lines = dict(house.lines)
    counted: set[tuple[int, int]] = set()
    while True:
        known = House(house.articles, lines)
        met = {(number, line.print) for number, edge in edges for line in _outermost(known, edge)} - counted
        if not met:
            return lines
        for number, line in sorted(met):
            before = lines.get(line, Count(0, number, number))
            lines[line] = Count(before.articles + 1, min(before.first, number), max(before.last, number))
        counted |= met


def _outermost(house: House, edge: Sequence[Line]) -> Iterator[Line]:
    """The lines of an edge up to the first that is no house line as far as is known."""
    for line in edge:
        yield line
        if not house.has(line):
            return


def _lines(edge: Sequence[str], name: str) -> list[Line]:
    """The lines of an edge, from outside, that may be the house's, up to the first that cannot be."""
    found: list[Line] = []
    for text in edge:
        if not SHORTEST <= len(text) <= LONGEST:
            break
        if not (_invites(text) or (len(name) >= NAME and name in text.casefold().replace(" ", ""))):
            break
        found.append(Line.of(text))
    return found


def _invites(text: str) -> bool:
    if is_to_readers(text):
        return True
    return any(map(text.__contains__, _IN_ADDRESSES)) and _ADDRESS.search(text) is not None


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
