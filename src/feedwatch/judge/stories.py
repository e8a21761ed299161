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
  * the minute. A copy, an aggregator's entry and an outlet's other feed take over when the dispatch was
    published; two desks are rarely done in one minute that is not a round one. What has it needs less.

Laws: pure; symmetric; an article that is more than a short headline is one dispatch with itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from feedwatch.judge.glances import Glance, Glimpse, glimpses
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

GLIMPSES = 1000  # articles of a poll that are glanced at together
WINDOW = timedelta(hours=72)  # the same words later than this are a series, an anniversary, a template
A_MINUTE = 1 / 60  # hours
SHORT = 8  # words below which a text is no evidence: "Source: Agency, 0:00"
ENOUGH = 0.455  # of what the kinds of likeness weigh together
ENOUGH_IN_ONE_MINUTE = 0.3
A_NOTICE = 20  # words below which an outlet may say the same again tomorrow, of other things
A_LONG_TEXT = 100  # words, most of which two reporters do not share
MOST_OF_IT, HALF_OF_IT = 0.7, 0.5
# Words in common that every rule about titles asks for, and likeness that every rule about texts does.
BOUNDS, BOUNDS_IN_ONE_MINUTE = (0.6, ENOUGH), (0.5, ENOUGH_IN_ONE_MINUTE)


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


def _one_minute(m: Measured) -> bool:
    """Both are dated to one minute, a minute that neither a day without an hour nor an embargo has."""
    return m.short.stamped and m.long.stamped and m.hours <= A_MINUTE


def _other_day(m: Measured) -> bool:
    """Both texts name a day of the week, and not the same: none of 104 labelled copies does. Under one title
    within the hour it is the day of the background: nobody runs two days' dispatches at once."""
    other = m.short.day is not None and m.long.day is not None and m.short.day != m.long.day
    return other and not (m.hours < 1 and _one_title(m))


def _only_quotes(m: Measured) -> bool:
    """Two reporters at one press conference: they share what was said and write their own words around it."""
    quotes = not (m.same_outlet or all(m.short.own))
    return quotes and m.own_words < 0.3 <= m.threes and m.title_words < 0.95


def _carried_whole(m: Measured) -> bool:
    """All of an outlet's text stands in another's."""
    return not m.same_outlet and m.short.words >= 20 and m.threes >= 0.8


def _template_title(m: Measured) -> bool:
    """Titles with other numbers are a series, unless another outlet carries all of the text under its own."""
    return m.other_title_numbers and not _carried_whole(m)


def _anothers_news(m: Measured) -> bool:
    """One of them says that another outlet reports this: the one tells the news of the other in its words."""
    own = m.same_outlet or m.same_name  # its page before and after it had the news itself
    return m.short.reported != m.long.reported and not own and not _carried_whole(m)


def _whole_title(m: Measured) -> bool:
    """One title stands in the other as it is: a desk puts "Analysis:" before it, or "sources say" behind."""
    fewer, more = sorted((m.short, m.long), key=lambda one: len(one.title))
    return m.title_size >= 9 and fewer.title <= more.title and fewer.title_pairs <= more.title_pairs


def _long_title(m: Measured) -> bool:
    """All but a word of a long title, and few of its own in the other."""
    return m.title_size >= 10 and m.title_within >= 0.9 and m.title_words >= 0.75


def _in_one_order(m: Measured) -> bool:
    """Two digests list the same news in another order."""
    mine, theirs = m.short.title_pairs, m.long.title_pairs
    return len(mine & theirs) >= 0.65 * min(len(mine), len(theirs))


def _tomorrows(m: Measured) -> bool:
    """An outlet's short title again the next day: its briefing, its gallery, its page of live news."""
    return m.same_name and m.hours > 20 and m.title_size < 9


def _one_headline(m: Measured) -> bool:
    """One side is no more than a headline: an agency's flash before its story, or an aggregator's entry."""
    if m.short.words >= SHORT or m.title_size < 5 or _tomorrows(m):
        return False
    report = m.long.words >= SHORT
    hours, likeness = (24, 0.6) if report and m.same_outlet else (36, 0.75 if report and m.same_name else 0.8)
    if m.hours <= hours and m.title_words >= likeness:
        return report or _in_one_order(m)
    return (report and _retitled(m)) or (m.hours <= 24 and (_whole_title(m) or _long_title(m)))


def _retitled(m: Measured) -> bool:
    """An outlet's own report and the bare headline that it had, or was given minutes later."""
    size, within = (6, 0.5) if _one_minute(m) else (8, 0.65)
    bare = m.same_name and not m.short.words
    return bare and m.hours <= 0.25 and m.title_size >= size and m.title_within >= within


def _one_title(m: Measured) -> bool:
    """Nobody writes a long title twice; the texts under it may be different excerpts, a day later too."""
    if m.same_outlet or m.hours > 36:
        return False
    if m.title_words >= 0.95 and m.title_size >= (7 if m.hours <= 24 else 9):
        return True
    return m.hours <= 24 and (_whole_title(m) or (_long_title(m) and m.threes >= 0.3))


def _repeated(m: Measured) -> bool:
    """An outlet's own text again: long enough to be no boilerplate, or under one title within hours; later
    only with more words than a daily notice has."""
    soon, whole = m.hours <= 12, m.title_within == 1
    enough = 0.6 if soon and whole and m.title_size >= 7 else 0.7
    if not m.same_outlet or m.threes < enough or m.numbers_missing > 0.34:
        return False
    no_notice = m.short.words >= A_NOTICE or m.title_size >= 10
    one_title = m.title_within >= 0.6 if soon else whole and no_notice
    return m.short.words >= 60 or (m.short.words >= SHORT and one_title and m.names_missing <= 0.4)


def _two_feeds(m: Measured) -> bool:
    """One article in two feeds of its outlet, each as it was when the feed was made."""
    if not m.same_outlet or not _one_minute(m) or m.short.words < SHORT or m.title_size < 7:
        return False
    edited = m.title_within >= 0.7 and m.likeness >= ENOUGH
    return m.title_within == 1 or (edited and m.names_missing <= 0.4 and m.numbers_missing <= 0.34)


def _only_quoted(m: Measured) -> bool:
    """A short text somewhere inside a long one that leads and is titled otherwise: a statement it quotes."""
    inside = m.short.words < 60 and m.long.words > 3 * m.short.words
    return inside and m.long_lead < 0.2 and m.title_words < 0.5


def _most_of_it(m: Measured) -> bool:
    """Most of another outlet's long text, whatever leads there: captions, a summary, the news since then."""
    long = not m.same_outlet and m.short.words >= A_LONG_TEXT
    return long and m.threes >= MOST_OF_IT and m.own_words >= 0.6


def _only_led(m: Measured) -> bool:
    """Two long texts that begin with one statement and go on in words of their own."""
    return m.short.words >= A_LONG_TEXT and m.threes < HALF_OF_IT


def _same_text(m: Measured) -> bool:
    """Another outlet's text: whole, trimmed, edited, or under its own title."""
    if m.same_outlet or m.short.words < SHORT or _only_quoted(m) or _only_led(m):
        return False
    return m.likeness >= (ENOUGH_IN_ONE_MINUTE if _one_minute(m) else ENOUGH)


# What settles it against, then what settles it for: the first that holds.
_REFUSALS: tuple[Callable[[Measured], bool], ...] = (
    _other_day,
    _only_quotes,
    _template_title,
    _anothers_news,
)
_REASONS: tuple[tuple[Callable[[Measured], bool], str], ...] = (
    (_one_headline, "one headline, {title:.0%} alike"),
    (_one_title, "one title, {title:.0%} alike"),
    (_repeated, "the same outlet's text again, {contained:.0%} of it"),
    (_two_feeds, "two feeds of one outlet, published in one minute"),
    (_most_of_it, "most of a long text: {contained:.0%} of the shorter"),
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


def _could_match(glance: Glance, other: Glimpse, *, one_minute: bool) -> bool:
    """False only where `same_dispatch` must say no: a bound of every share that its reasons ask for."""
    mine, theirs = glance.title, other.title
    title = len(mine & theirs)
    surely_less, enough = BOUNDS_IN_ONE_MINUTE if one_minute else BOUNDS
    if title and title >= surely_less * min(len(mine), len(theirs)):
        return True
    held = glance.held(other)
    if not held:
        return False
    short, long = sorted((glance.size, len(other.runs)))
    if short > A_LONG_TEXT - 3 and held >= MOST_OF_IT * short:
        return True
    leads = (min(1.0, held / min(short, LEAD_RUNS)) + min(1.0, held / min(long, LEAD_RUNS))) / 2
    titles = (title / (len(mine | theirs) or 1) + bool(title)) / 2
    return CONTAINED * min(1.0, held / short) + LED * leads + TITLED * titles >= enough


class Taken:
    """Articles as they are compared, each taken apart once for all the comparisons of a poll."""

    def __init__(self, expected: Iterable[Known | Item] = ()) -> None:
        """Knows those that are expected at a glance: many cost less together."""
        features = (one.sketch.features for one in expected)
        self._glimpses = glimpses(islice(features, GLIMPSES))
        self._dispatches: dict[tuple[int, bytes], Dispatch] = {}
        self._words: dict[bytes, Dispatch] = {}  # features → one that has them

    def glimpse(self, known: Known) -> Glimpse:
        """What a glance takes in of it."""
        features = known.sketch.features
        return self._glimpses.get(features) or glimpses([features])[features]

    def dispatch(self, known: Known) -> Dispatch:
        """The whole article."""
        features = known.sketch.features
        dispatch = self._dispatches.get((known.id, features))
        if dispatch is None:
            dispatch = dispatch_of(known, now=known.first_seen, same=self._words.get(features))
            self._words[features] = self._dispatches[known.id, features] = dispatch
        return dispatch


def matches(article: Known, candidates: Iterable[Known], taken: Taken) -> list[tuple[Known, Match]]:
    """The candidates that are one dispatch with an article; `taken` keeps what was taken apart."""
    others = [known for known in candidates if known.id != article.id]
    found = (
        (known, same_dispatch(taken.dispatch(article), taken.dispatch(known)))
        for known in (_likely(article, others, taken) if others else ())
    )
    return [(known, match) for known, match in found if match is not None]


def _likely(article: Known, others: Iterable[Known], taken: Taken) -> Iterator[Known]:
    """Those that a glance does not rule out."""
    glance, when = Glance(taken.glimpse(article)), _when(article)
    for known in others:
        apart = abs(_when(known) - when)
        one_minute = apart <= timedelta(minutes=1)
        near = apart <= WINDOW and _could_match(glance, taken.glimpse(known), one_minute=one_minute)
        if near or known.url == article.url != "":
            yield known


def _when(known: Known) -> datetime:
    return known.published or known.first_seen


def alike(item: Item, known: Known) -> bool:
    """Whether an item and the article once at its place have words in common as an edit leaves them."""
    m = measured(dispatch_of(item, now=known.first_seen), dispatch_of(known, now=known.first_seen))
    return m.title_words >= 0.5 or m.threes >= 0.25 or m.lead >= 0.25
