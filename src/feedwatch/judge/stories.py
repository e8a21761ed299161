"""Which articles carry one dispatch: measured on word prints, decided by two tables.

One dispatch is what a reader has read already: republished whole, trimmed, under another title, with another
first paragraph, with boilerplate around it, as a headline only, or updated. Two reports of one event are not,
nor are templates with other numbers, parts of a live blog, digests, and texts that share only boilerplate.

What tells them apart, without any corpus statistics:
  * the lead. Desks cut from the foot; a copy keeps the first paragraph or stands whole in the longer text,
    while another reporter writes another lead around the same quotes.
  * runs of words, long against short: five words in a row are rarely written twice, three often are.
  * numbers and the day of the week. A template keeps its words and changes these.
  * the outlet. An outlet repeats its own templates and boilerplate daily, so its own texts must be longer or
    under one title, where another outlet's need not.

Laws: pure; symmetric; an article that is more than a short headline is one dispatch with itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from feedwatch.judge.likeness import (
    CONTAINED,
    LEAD_RUNS,
    LED,
    TITLED,
    Dispatch,
    Measured,
    dispatch_of,
    measured,
)
from feedwatch.model import Item, Known
from feedwatch.prints import WORD_BITS, Printed, Prints, unpack

WINDOW = timedelta(hours=72)  # the same words later than this are a series, an anniversary, a template
SHORT = 8  # words below which a text is no evidence: "Source: Agency, 0:00"
ENOUGH = 0.465  # of what the kinds of likeness weigh together
SURELY_LESS = 0.6  # words in common that every rule about titles asks for


@dataclass(frozen=True, slots=True)
class Match:
    """Why two articles are one dispatch. Shares are of the shorter text; `likeness` sums them up."""

    article: int  # the second of the two
    reason: str  # one line
    likeness: float
    contained: float  # runs of the shorter text that stand in the longer
    lead: float  # the same of the first paragraphs, both ways
    title: float
    numbers_missing: float
    names_missing: float
    minutes: int  # between the two
    agency: str | None  # when both are credited to one
    by_headline: bool  # one of them is no more than a headline

    @property
    def evidence(self) -> Mapping[str, object]:
        """The figures, as they are kept beside a link between articles."""
        return {
            "contained": round(self.contained, 2),
            "lead": round(self.lead, 2),
            "title": round(self.title, 2),
            "numbers_missing": round(self.numbers_missing, 2),
            "names_missing": round(self.names_missing, 2),
            "minutes": self.minutes,
            "agency": self.agency,
        }


# --- deciding ---------------------------------------------------------------------------------------------


def _other_day(m: Measured) -> bool:
    """Both texts name a day of the week, and not the same: none of 104 labelled copies does."""
    return m.short.day is not None and m.long.day is not None and m.short.day != m.long.day


def _only_quotes(m: Measured) -> bool:
    """Two reporters at one press conference: they share what was said and write their own words around it."""
    return not m.same_outlet and m.own_words < 0.3 <= m.threes and m.title_words < 0.95


def _carried_whole(m: Measured) -> bool:
    """All of an outlet's text stands in another's."""
    return not m.same_outlet and m.short.words >= 20 and m.threes >= 0.8


def _template_title(m: Measured) -> bool:
    """Titles with other numbers are a series, unless another outlet carries all of the text under its own."""
    return m.other_title_numbers and not _carried_whole(m)


def _anothers_news(m: Measured) -> bool:
    """One of them says that another outlet reports this: the one tells the news of the other in its words."""
    return m.short.reported != m.long.reported and not m.same_outlet and not _carried_whole(m)


def _one_headline(m: Measured) -> bool:
    """One side is no more than a headline: an agency's flash before its story, or an aggregator's entry."""
    report = m.long.words >= SHORT
    hours, likeness = (24, 0.6) if report and m.same_outlet else (36, 0.75 if report and m.same_name else 0.8)
    return m.short.words < SHORT and m.title_size >= 5 and m.hours <= hours and m.title_words >= likeness


def _one_title(m: Measured) -> bool:
    """Nobody writes a long title twice; the texts under it may be different excerpts."""
    return not m.same_outlet and m.hours <= 24 and m.title_size >= 7 and m.title_words >= 0.95


def _repeated(m: Measured) -> bool:
    """An outlet's own text again: long enough to be no boilerplate, or under one title within hours."""
    if not m.same_outlet or m.threes < 0.7 or m.numbers_missing > 0.34:
        return False
    one_title = m.title_within == 1 or (m.title_within >= 0.6 and m.hours <= 12)
    return m.short.words >= 60 or (m.short.words >= SHORT and one_title and m.names_missing <= 0.4)


def _only_quoted(m: Measured) -> bool:
    """A short text somewhere inside a long one that leads and is titled otherwise: a statement it quotes."""
    inside = m.short.words < 60 and m.long.words > 3 * m.short.words
    return inside and m.long_lead < 0.2 and m.title_words < 0.5


def _same_text(m: Measured) -> bool:
    """Another outlet's text: whole, trimmed, edited, or under its own title."""
    return not m.same_outlet and m.short.words >= SHORT and m.likeness >= ENOUGH and not _only_quoted(m)


# What settles it against, then what settles it for: the first that holds.
_REFUSALS: tuple[Callable[[Measured], bool], ...] = (
    _other_day,
    _only_quotes,
    _template_title,
    _anothers_news,
)
_REASONS: tuple[tuple[Callable[[Measured], bool], str], ...] = (
    (_one_headline, "one headline, {title:.0%} alike"),
    (_one_title, "one title, word for word"),
    (_repeated, "the same outlet's text again, {contained:.0%} of it"),
    (_same_text, "the same text: {contained:.0%} of the shorter, {lead:.0%} of the leads"),
)


def _match(m: Measured, article: int, reason: str) -> Match:
    minutes = round(m.hours * 60)
    said = reason.format(title=m.title_words, contained=m.threes, lead=m.lead)
    agencies = {m.short.agency, m.long.agency}
    return Match(
        article=article,
        reason=f"{said}, {minutes} minutes apart",
        likeness=m.likeness,
        contained=m.threes,
        lead=m.lead,
        title=m.title_words,
        numbers_missing=m.numbers_missing,
        names_missing=m.names_missing,
        minutes=minutes,
        agency=agencies.pop() if len(agencies) == 1 else None,
        by_headline=m.short.words < SHORT,
    )


def same_dispatch(a: Dispatch, b: Dispatch) -> Match | None:
    """Why `a` and `b` are one dispatch, or None; the same whichever comes first, but for `Match.article`."""
    if a.address and a.address == b.address:
        return _match(measured(a, b), b.id, "one address")
    if abs(a.when - b.when) > WINDOW:
        return None
    m = measured(a, b)
    if any(refuses(m) for refuses in _REFUSALS):
        return None
    return next((_match(m, b.id, reason) for holds, reason in _REASONS if holds(m)), None)


class _Glance:
    """An article as its candidates are first held against it: rules most of them out at a tenth of the cost
    of taking both apart."""

    def __init__(self, printed: Printed) -> None:
        runs = _runs(printed)
        self._title = _title(printed)
        self._has = np.zeros(1 << 16, np.bool_)
        self._has[runs] = True
        self._size = len(runs)
        self._repeats = len(runs) - np.count_nonzero(self._has)

    def could_match(self, other: Printed) -> bool:
        """False only where `same_dispatch` must say no: a bound of every share that its reasons ask for."""
        mine, theirs = self._title, _title(other)
        title = len(mine & theirs)
        if title and title >= SURELY_LESS * min(len(mine), len(theirs)):
            return True
        runs = _runs(other)
        held = np.count_nonzero(self._has.take(runs))
        if not held:
            return False
        held += self._repeats  # a run that the other holds once may stand in it several times
        short, long = sorted((self._size, len(runs)))
        leads = (min(1.0, held / min(short, LEAD_RUNS)) + min(1.0, held / min(long, LEAD_RUNS))) / 2
        titles = (title / (len(mine | theirs) or 1) + bool(title)) / 2
        return CONTAINED * min(1.0, held / short) + LED * leads + TITLED * titles >= ENOUGH


_FIRST, _SECOND = np.uint16(0x9E37), np.uint16(0x85EB)


def _runs(printed: Printed) -> Prints:
    """Every three words in a row as 16 bits: two that differ may be one by chance, which raises a bound."""
    words = printed.text & WORD_BITS
    return words[:-2] * _FIRST + words[1:-1] * _SECOND + words[2:] if len(words) > 2 else words[:1]


def _title(printed: Printed) -> frozenset[int]:
    return frozenset((printed.title & WORD_BITS).tolist())


class Taken:
    """Articles as they are compared, each taken apart once for all the comparisons of a poll."""

    def __init__(self) -> None:
        self._dispatches: dict[tuple[int, bytes], Dispatch] = {}

    def dispatch(self, known: Known) -> Dispatch:
        """The whole article."""
        key = known.id, known.sketch.features
        dispatch = self._dispatches.get(key)
        if dispatch is None:
            dispatch = self._dispatches[key] = dispatch_of(known, now=known.first_seen)
        return dispatch


def matches(article: Known, candidates: Iterable[Known], taken: Taken) -> list[tuple[Known, Match]]:
    """The candidates that are one dispatch with an article; `taken` keeps what was taken apart."""
    others = [known for known in candidates if known.id != article.id]
    found = (
        (known, same_dispatch(taken.dispatch(article), taken.dispatch(known)))
        for known in (_likely(article, others) if others else ())
    )
    return [(known, match) for known, match in found if match is not None]


def _likely(article: Known, others: Iterable[Known]) -> Iterator[Known]:
    """Those that a glance does not rule out."""
    glance, when = _Glance(unpack(article.sketch.features)), _when(article)
    for known in others:
        near = abs(_when(known) - when) <= WINDOW
        if (near and glance.could_match(unpack(known.sketch.features))) or known.url == article.url != "":
            yield known


def _when(known: Known) -> datetime:
    return known.published or known.first_seen


def alike(item: Item, known: Known) -> bool:
    """Whether an item and the article once at its place have words in common as an edit leaves them."""
    m = measured(dispatch_of(item, now=known.first_seen), dispatch_of(known, now=known.first_seen))
    return m.title_words >= 0.5 or m.threes >= 0.25 or m.lead >= 0.25
