"""What the judge is told of stories and owners, and what it answers: values beside those of `model`.

An article of this poll has a negative number, as in `model.Verdict`. A *claim* says how surely a feed is an
article's outlet's own: 2 by configuration or address, 1 by the site it names, 0 not at all.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from feedwatch.model import Facts, Judgement

# An article of fewer words is no more than its headline: "Source: Agency, 0:00".
HEADLINE = 8


@dataclass(frozen=True, slots=True)
class Group:
    """A story as far as joining it goes."""

    articles: int = 1
    texts: int = 0  # articles that are more than a headline
    outlets: Mapping[str, int] = field(default_factory=dict)  # outlet → its articles


@dataclass(frozen=True, slots=True)
class Bearings(Facts):
    """The facts of a poll with what they say of stories, owners and earlier words."""

    groups: Mapping[int, Group] = field(default_factory=dict)  # story → what it is
    parted: frozenset[tuple[int, int]] = frozenset()  # stories that hold articles the user has split
    claims: Mapping[int, int] = field(default_factory=dict)  # article → its owner's claim
    earlier: Mapping[int, frozenset[int]] = field(default_factory=dict)  # article → what it said within a day


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that carry one dispatch, and why: their stories become one."""

    article: int
    twin: int
    reason: str
    evidence: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged(Judgement):
    """What a poll's document means, with what it means for stories and owners."""

    links: tuple[Link, ...] = ()
    claims: Mapping[int, int] = field(default_factory=dict)  # articles this feed owns from now on → its claim
    dated: frozenset[int] = frozenset()  # articles of which nothing but the date has changed
    corrected: frozenset[int] = frozenset()  # articles that say they were corrected
