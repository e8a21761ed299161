"""Two articles held against each other: each taken apart from its word prints, then measured in shares.

Nothing is decided here: `stories` does, from these figures. Laws: pure; the figures are the same whichever of
the two comes first.
"""

from datetime import UTC, datetime
from itertools import pairwise
from typing import NamedTuple, TypeVar

import numpy as np

from feedwatch import prints
from feedwatch.model import Item, Known
from feedwatch.prints import REPORTS, Prints, unpack

T = TypeVar("T")
NUMBER, NAME, DAY, WORD_BITS = (
    int(bits) for bits in (prints.NUMBER, prints.NAME, prints.DAY, prints.WORD_BITS)
)
_NEVER = datetime.min.replace(tzinfo=UTC)
_ONE_WORD, _TWO_WORDS = np.uint64(13), np.uint64(26)

LEAD = 60  # words in which a dispatch says when it happened
LEAD_RUNS = 28  # runs of three words in a first paragraph of 30 words
DOUBT = 6  # words by which a text is thought longer than it is: few words agree by chance

# What each kind of likeness weighs: a logistic regression on labelled pairs of different outlets, rounded.
CONTAINED, LED, TITLED, MISSING = 0.35, 0.40, 0.25, -0.15


class Dispatch(NamedTuple):
    """An article as it is compared: taken apart once, held against many."""

    id: int  # of the article; 0 for an item that is none yet
    outlet: str
    agency: str | None
    when: datetime
    stamped: bool  # published in a minute of its own, which a copy takes over
    address: str  # canonical; "" when it has none
    title: frozenset[int]
    title_pairs: frozenset[tuple[int, int]]
    title_numbers: frozenset[int]
    reported: bool  # the title ends by saying that another outlet reports it
    words: int  # of the text, as far as they left prints
    runs: tuple[int, ...]  # every three words in a row, in order
    own: bytes  # a byte for each run: 1 where it begins outside quotation marks
    numbers: frozenset[int]
    names: frozenset[int]
    day: int | None  # the first day of the week that the lead names


# --- taking apart ---------------------------------------------------------------------------------------


def _runs(text: Prints) -> tuple[int, ...]:
    """Every three words in a row as one number; one number of fewer words."""
    words = (text & prints.WORD_BITS).astype(np.uint64)
    if len(words) < 3:
        return tuple(words[:1].tolist())
    return tuple(((words[:-2] << _TWO_WORDS) | (words[1:-1] << _ONE_WORD) | words[2:]).tolist())


def _kind(printed: list[int], kind: int) -> frozenset[int]:
    return frozenset(print_ & WORD_BITS for print_ in printed if print_ & DAY == kind)


def _stamped(published: datetime | None) -> bool:
    """Days without an hour begin on a quarter of an hour in every zone, and embargoes end on one."""
    return published is not None and (published.minute % 15, published.second) != (0, 0)


def _taken_apart(features: bytes) -> Dispatch:
    """The words of an article, as nobody's."""
    printed = unpack(features)
    title, marked = printed.title.tolist(), printed.text[printed.text >= prints.NUMBER].tolist()
    words = [print_ & WORD_BITS for print_ in title]
    runs = _runs(printed.text)
    lead = printed.text[:LEAD].tolist() if max(marked, default=0) >= DAY else ()
    days = [print_ for print_ in lead if print_ >= DAY]
    return Dispatch(
        id=0,
        outlet="",
        agency=None,
        when=_NEVER,
        stamped=False,
        address="",
        title=frozenset(words),
        title_pairs=frozenset(pairwise(words)),
        title_numbers=_kind(title, NUMBER),
        reported=bool(words) and words[-1] in REPORTS,
        words=len(printed.text),
        runs=runs,
        own=((printed.text[: len(runs)] & prints.QUOTED) == 0).tobytes(),
        numbers=_kind(marked, NUMBER),
        names=_kind(marked, NAME),
        day=days[0] & WORD_BITS if days else None,
    )


def dispatch_of(subject: Item | Known, *, now: datetime, same: Dispatch | None = None) -> Dispatch:
    """An article or an item as it is compared; `now` is when an item without a date was seen, `same` another
    one of the same words, which then need not be taken apart."""
    words = same or _taken_apart(subject.sketch.features)
    if isinstance(subject, Known):
        id, published, seen, address = subject.id, subject.published, subject.first_seen, subject.url
    else:
        id, seen = 0, now
        published = subject.published.instant if subject.published else None
        address = subject.url if subject.url_key else ""  # without a key it is no address of its own
    return words._replace(
        id=id,
        outlet=subject.outlet,
        agency=subject.agency,
        when=published or seen,
        stamped=_stamped(published),
        address=address,
    )


# --- measuring --------------------------------------------------------------------------------------------


class Measured(NamedTuple):
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
    same_name: bool  # by that of its site, an outlet is what an aggregator calls it

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


def _held(runs: tuple[int, ...], common: set[int]) -> bytes:
    """A byte for each run: 1 where it is common."""
    return bytes(map(common.__contains__, runs))


def _mean(flags: bytes) -> float:
    return flags.count(1) / len(flags) if flags else 0.0


def _bits(flags: bytes) -> int:
    """As one number, of which a byte each: what is asked of all flags at once is one operation."""
    return int.from_bytes(flags, "little")


def _called(outlet: str) -> str:
    """ "reuters", of "reuters.com" as of "Reuters"."""
    name = outlet.casefold()
    return name if " " in name else name.partition(".")[0]


def measured(a: Dispatch, b: Dispatch) -> Measured:
    """What two articles have in common, whichever comes first."""
    short, long = (a, b) if (a.words, a.runs) <= (b.words, b.runs) else (b, a)
    common = set(short.runs).intersection(long.runs)
    held = _held(short.runs, common)
    threes, bits = _mean(held), _bits(held)
    in_a_row = bits & bits >> 8 & bits >> 16  # three runs: five words
    fives = in_a_row.bit_count() / (len(held) - 2) if len(held) > 2 else threes
    long_lead = _mean(_held(long.runs[:LEAD_RUNS], common))
    fewer, more = sorted((short.title, long.title), key=len)
    jaccard = _share(short.title | long.title, short.title & long.title)
    pairs = _share(min(short.title_pairs, long.title_pairs, key=len), short.title_pairs & long.title_pairs)
    return Measured(
        short=short,
        long=long,
        hours=abs((a.when - b.when).total_seconds()) / 3600,
        contained=(threes + fives) / 2 * short.words / (short.words + DOUBT),
        threes=threes,
        own_words=(bits & _bits(short.own)).bit_count() / (short.own.count(1) + DOUBT),
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
        same_name=_called(a.outlet) == _called(b.outlet) != "",
    )
