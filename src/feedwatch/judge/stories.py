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

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from feedwatch import prints
from feedwatch.model import Item, Known
from feedwatch.prints import Prints, unpack

T = TypeVar("T")
NUMBER, NAME, DAY, WORD_BITS = (
    int(bits) for bits in (prints.NUMBER, prints.NAME, prints.DAY, prints.WORD_BITS)
)
_ONE_WORD, _TWO_WORDS = np.uint64(13), np.uint64(26)

WINDOW = timedelta(hours=72)  # the same words later than this are a series, an anniversary, a template
LEAD = 60  # words in which a dispatch says when it happened
LEAD_RUNS = 28  # runs of three words in a first paragraph of 30 words
DOUBT = 6  # words by which a text is thought longer than it is: few words agree by chance
SHORT = 8  # words below which a text is no evidence: "Source: Agency, 0:00"

# What each kind of likeness weighs: a logistic regression on labelled pairs of different outlets, rounded.
CONTAINED, LED, TITLED, MISSING = 0.35, 0.40, 0.25, -0.15
ENOUGH = 0.465
SURELY_LESS = 0.6  # words in common that every rule about titles asks for


@dataclass(frozen=True, slots=True)
class Dispatch:
    """An article as it is compared: taken apart once, held against many."""

    id: int  # of the article; 0 for an item that is none yet
    outlet: str
    agency: str | None
    when: datetime
    address: str  # canonical; "" when it has none
    title: frozenset[int]
    title_pairs: frozenset[tuple[int, int]]
    title_numbers: frozenset[int]
    words: int  # of the text, as far as they left prints
    runs: tuple[int, ...] = field(repr=False)  # every three words in a row, in order
    own: tuple[bool, ...] = field(repr=False)  # whether a run begins outside quotation marks
    numbers: frozenset[int]
    names: frozenset[int]
    day: int | None  # the first day of the week that the lead names


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


# --- taking apart ---------------------------------------------------------------------------------------


def _runs(text: Prints) -> tuple[int, ...]:
    """Every three words in a row as one number; one number of fewer words."""
    words = (text & prints.WORD_BITS).astype(np.uint64)
    if len(words) < 3:
        return tuple(words[:1].tolist())
    return tuple(((words[:-2] << _TWO_WORDS) | (words[1:-1] << _ONE_WORD) | words[2:]).tolist())


def _kind(printed: list[int], kind: int) -> frozenset[int]:
    return frozenset(print_ & WORD_BITS for print_ in printed if print_ & DAY == kind)


def _taken_apart(subject: Item | Known, id: int, when: datetime, address: str) -> Dispatch:
    printed = unpack(subject.sketch.features)
    title, marked = printed.title.tolist(), printed.text[printed.text >= prints.NUMBER].tolist()
    words = [print_ & WORD_BITS for print_ in title]
    runs = _runs(printed.text)
    return Dispatch(
        id=id,
        outlet=subject.outlet,
        agency=subject.agency,
        when=when,
        address=address,
        title=frozenset(words),
        title_pairs=frozenset(pairwise(words)),
        title_numbers=_kind(title, NUMBER),
        words=len(printed.text),
        runs=runs,
        own=tuple(((printed.text[: len(runs)] & prints.QUOTED) == 0).tolist()),
        numbers=_kind(marked, NUMBER),
        names=_kind(marked, NAME),
        day=next(
            (print_ & WORD_BITS for print_ in printed.text[:LEAD].tolist() if print_ & DAY == DAY), None
        ),
    )


def dispatch_of(subject: Item | Known, *, now: datetime) -> Dispatch:
    """An article or an item as it is compared; `now` is when an item without a date was seen."""
    if isinstance(subject, Known):
        return _taken_apart(subject, subject.id, subject.published or subject.first_seen, subject.url)
    published = subject.published.instant if subject.published else None
    address = subject.url if subject.url_key else ""  # without a key it is no address of its own
    return _taken_apart(subject, 0, published or now, address)


# --- measuring --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Measured:
    """Two articles held against each other; `short` has fewer words of text than `long`."""

    short: Dispatch
    long: Dispatch
    hours: float
    contained: float  # runs of three and of five words, shrunk where there are few
    threes: float  # runs of three words
    own_words: float  # runs of three words outside quotation marks, shrunk where there are few
    lead: float  # the first paragraphs' runs in the other text, both ways
    long_lead: float  # of these, the longer text's
    title: float
    title_words: float  # Jaccard
    title_within: float  # of the title of fewer words in the other
    title_size: int
    numbers_missing: float
    names_missing: float
    other_title_numbers: bool
    same_outlet: bool

    @property
    def likeness(self) -> float:
        """What the shares weigh together; 1 for two copies word for word."""
        return (
            CONTAINED * self.contained
            + LED * self.lead
            + TITLED * self.title
            + MISSING * self.numbers_missing
        )


def _share(part: frozenset[T], whole: frozenset[T]) -> float:
    return len(part & whole) / len(part) if part else 0.0


def _missing(part: frozenset[int], whole: frozenset[int]) -> float:
    """The share of `part` that `whole` has not; one of one is no more than half a proof."""
    return len(part - whole) / (len(part) + 1)


def _held(runs: tuple[int, ...], common: set[int]) -> list[bool]:
    return [run in common for run in runs]


def _mean(flags: list[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _measured(a: Dispatch, b: Dispatch) -> _Measured:
    short, long = (a, b) if (a.words, a.runs) <= (b.words, b.runs) else (b, a)
    common = set(short.runs).intersection(long.runs)
    held = _held(short.runs, common)
    fives = [x and y and z for x, y, z in zip(held, held[1:], held[2:], strict=False)]
    threes = _mean(held)
    both = (threes + (_mean(fives) if fives else threes)) / 2
    own = [run for run, mine in zip(held, short.own, strict=True) if mine]
    long_lead = _mean(_held(long.runs[:LEAD_RUNS], common))
    fewer, more = sorted((short.title, long.title), key=len)
    jaccard = _share(short.title | long.title, short.title & long.title)
    pairs = _share(min(short.title_pairs, long.title_pairs, key=len), short.title_pairs & long.title_pairs)
    return _Measured(
        short=short,
        long=long,
        hours=abs((a.when - b.when).total_seconds()) / 3600,
        contained=both * short.words / (short.words + DOUBT),
        threes=threes,
        own_words=sum(own) / (len(own) + DOUBT),
        lead=(_mean(held[:LEAD_RUNS]) + long_lead) / 2,
        long_lead=long_lead,
        title=(jaccard + pairs) / 2,
        title_words=jaccard,
        title_within=_share(fewer, more),
        title_size=len(fewer),
        numbers_missing=_missing(short.numbers, long.numbers | long.title_numbers),
        names_missing=_missing(short.names, long.names),
        other_title_numbers=bool(
            short.title_numbers - long.title_numbers and long.title_numbers - short.title_numbers
        ),
        same_outlet=a.outlet == b.outlet != "",
    )


# --- deciding ---------------------------------------------------------------------------------------------


def _other_day(m: _Measured) -> bool:
    """Both texts name a day of the week, and not the same: none of 104 labelled copies does."""
    return m.short.day is not None and m.long.day is not None and m.short.day != m.long.day


def _only_quotes(m: _Measured) -> bool:
    """Two reporters at one press conference: they share what was said and write their own words around it."""
    return not m.same_outlet and m.own_words < 0.3 <= m.threes and m.title_words < 0.95


def _template_title(m: _Measured) -> bool:
    """Titles with other numbers are a series, unless another outlet carries all of the text under its own."""
    whole = not m.same_outlet and m.short.words >= 20 and m.threes >= 0.8
    return m.other_title_numbers and not whole


def _one_headline(m: _Measured) -> bool:
    """One side is no more than a headline: an agency's flash before its story, or an aggregator's entry."""
    own_story = m.same_outlet and m.long.words >= SHORT
    hours, likeness = (24, 0.6) if own_story else (36, 0.75)
    return m.short.words < SHORT and m.title_size >= 5 and m.hours <= hours and m.title_words >= likeness


def _one_title(m: _Measured) -> bool:
    """Nobody writes a long title twice; the texts under it may be different excerpts."""
    return not m.same_outlet and m.hours <= 24 and m.title_size >= 7 and m.title_words >= 0.95


def _repeated(m: _Measured) -> bool:
    """An outlet's own text again: long enough to be no boilerplate, or under one title within hours."""
    if not m.same_outlet or m.threes < 0.7 or m.numbers_missing > 0.34:
        return False
    one_title = m.title_within == 1 or (m.title_within >= 0.6 and m.hours <= 12)
    return m.short.words >= 60 or (m.short.words >= SHORT and one_title and m.names_missing <= 0.4)


def _only_quoted(m: _Measured) -> bool:
    """A short text somewhere inside a long one that leads and is titled otherwise: a statement it quotes."""
    inside = m.short.words < 60 and m.long.words > 3 * m.short.words
    return inside and m.long_lead < 0.2 and m.title_words < 0.5


def _same_text(m: _Measured) -> bool:
    """Another outlet's text: whole, trimmed, edited, or under its own title."""
    return not m.same_outlet and m.short.words >= SHORT and m.likeness >= ENOUGH and not _only_quoted(m)


# What settles it against, then what settles it for: the first that holds.
_REFUSALS: tuple[Callable[[_Measured], bool], ...] = (_other_day, _only_quotes, _template_title)
_REASONS: tuple[tuple[Callable[[_Measured], bool], str], ...] = (
    (_one_headline, "one headline, {title:.0%} alike"),
    (_one_title, "one title, word for word"),
    (_repeated, "the same outlet's text again, {contained:.0%} of it"),
    (_same_text, "the same text: {contained:.0%} of the shorter, {lead:.0%} of the leads"),
)


def _match(m: _Measured, article: int, reason: str) -> Match:
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
        return _match(_measured(a, b), b.id, "one address")
    if abs(a.when - b.when) > WINDOW:
        return None
    m = _measured(a, b)
    if any(refuses(m) for refuses in _REFUSALS):
        return None
    return next((_match(m, b.id, reason) for holds, reason in _REASONS if holds(m)), None)


class _Glance(NamedTuple):
    """What rules most pairs out at a third of the cost of taking both apart."""

    title: frozenset[int]
    runs: frozenset[int]
    size: int  # runs of the text


class Taken:
    """Articles as they are compared, each taken apart once for all the comparisons of a poll."""

    def __init__(self) -> None:
        self._glances: dict[bytes, _Glance] = {}
        self._dispatches: dict[tuple[int, bytes], Dispatch] = {}

    def glance(self, known: Known) -> _Glance:
        """The runs and the title of an article."""
        features = known.sketch.features
        glance = self._glances.get(features)
        if glance is None:
            printed = unpack(features)
            runs = _runs(printed.text)
            title = frozenset((printed.title & prints.WORD_BITS).tolist())
            glance = self._glances[features] = _Glance(title, frozenset(runs), len(runs))
        return glance

    def dispatch(self, known: Known) -> Dispatch:
        """The whole article."""
        key = known.id, known.sketch.features
        dispatch = self._dispatches.get(key)
        if dispatch is None:
            dispatch = self._dispatches[key] = dispatch_of(known, now=known.first_seen)
        return dispatch


def matches(article: Known, candidates: Iterable[Known], taken: Taken) -> list[tuple[Known, Match]]:
    """The candidates that are one dispatch with an article; `taken` keeps what was taken apart."""
    likely = (
        known
        for known in candidates
        if known.id != article.id
        and (known.url == article.url != "" or _could_match(taken.glance(article), taken.glance(known)))
    )
    found = ((known, same_dispatch(taken.dispatch(article), taken.dispatch(known))) for known in likely)
    return [(known, match) for known, match in found if match is not None]


def _could_match(a: _Glance, b: _Glance) -> bool:
    """False only where `same_dispatch` must say no: a bound of every share that its reasons ask for."""
    title = len(a.title & b.title)
    if title and title >= SURELY_LESS * min(len(a.title), len(b.title)):
        return True
    common = len(a.runs & b.runs)
    if not common:
        return False
    # A run may stand several times in a text, so the bounds count each as often as the text could hold it.
    repeats = max(a.size - len(a.runs), b.size - len(b.runs))
    held = common + repeats
    short, long = sorted((a.size, b.size))
    leads = (min(1.0, held / min(short, LEAD_RUNS)) + min(1.0, held / min(long, LEAD_RUNS))) / 2
    titles = (title / (len(a.title | b.title) or 1) + bool(title)) / 2
    return CONTAINED * min(1.0, held / short) + LED * leads + TITLED * titles >= ENOUGH


def alike(item: Item, known: Known) -> bool:
    """Whether an item and the article once at its place have words in common as an edit leaves them."""
    m = _measured(dispatch_of(item, now=known.first_seen), dispatch_of(known, now=known.first_seen))
    return m.title_words >= 0.5 or m.threes >= 0.25 or m.lead >= 0.25
