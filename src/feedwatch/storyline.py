"""The story of a story, an article, a feed as they are told: values of the reading side beside `model`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from feedwatch.model import Article, VersionLine

PassageKind = Literal["kept", "trimmed", "changed", "own", "cut"]


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story in a list; the fields are the JSON contract, in its order."""

    id: int
    when: str  # the time that matters of its first article
    outlets: int
    articles: int
    outlet: str  # of the original
    agency: str | None
    title: str  # of the original
    lead: int  # the original's id
    carried_by: tuple[str, ...]  # outlets, in the order in which they ran it
    text: str = ""  # how an original without a title begins; no part of the contract
    summary: str = ""  # likewise


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a story with what a story asks of it."""

    article: Article
    versions: tuple[VersionLine, ...]
    original: bool
    aggregated: bool  # an aggregator's entry
    corrected: bool
    why: str  # why it is in the story; "" for the one that began it


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph beside the original's: kept, trimmed or changed, the outlet's own, or cut by it."""

    kind: PassageKind
    paragraph: int | None  # of the original, from 1; None for the outlet's own
    text: str  # as the outlet has it; as the original has it where it was cut


@dataclass(frozen=True, slots=True)
class Telling:
    """What one outlet made of a dispatch."""

    member: Member
    minutes: int  # after the first
    headline: bool  # it has no text but its title
    retitled: bool
    passages: tuple[Passage, ...] = ()  # in the order of the text; () for the original, and for headlines

    def count(self, kind: PassageKind) -> int:
        """How many passages are of a kind."""
        return sum(passage.kind == kind for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Story:
    """A dispatch and everyone who ran it, in the order of time."""

    id: int
    outlets: int
    tellings: tuple[Telling, ...]

    @property
    def original(self) -> Telling:
        """The article the others are measured by."""
        return next(one for one in self.tellings if one.member.original)


@dataclass(frozen=True, slots=True)
class LinkLine:
    """Why two articles are in one story, or kept apart."""

    article: int
    outlet: str
    twin: int
    twin_outlet: str
    kind: Literal["same", "apart"]
    by: Literal["auto", "user"]
    at: str
    reason: str
    evidence: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One poll of a feed; the fields are the JSON contract, in its order."""

    started: str
    outcome: str
    took_ms: int
    total: int
    new: int
    edited: int
    verdicts: Mapping[str, Mapping[str, int]]  # kind → reason → how many items
    code: str | None
    line: str | None
    alarm: str | None
