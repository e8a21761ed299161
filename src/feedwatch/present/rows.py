"""What can be shown of each kind of value: its fields by name, in the order of the JSON contract.

A row is a mapping from field names to JSON values; every format is written from rows, so a field selected
by name means the same in all of them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, is_dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from feedwatch.errors import UsageError
from feedwatch.model import (
    Article,
    DatabaseInfo,
    Evidence,
    FeedLine,
    FeedWhy,
    Listed,
    Status,
    TagLine,
    VersionLine,
)
from feedwatch.present import escape
from feedwatch.present.escape import Value
from feedwatch.present.wording import called
from feedwatch.storyline import HistoryLine, StoryLine

T = TypeVar("T")
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One kind of value: how to read its fields, and which of them are shown where."""

    name: str
    readers: Mapping[str, Callable[[T], Any]]  # every field that can be asked for
    contract: tuple[str, ...]  # what JSON, JSON lines, CSV and TSV hold
    table: tuple[str, ...]  # what a table, and Markdown, holds
    wide: tuple[str, ...] = ()  # not in CSV and TSV unless asked for
    reasons: tuple[str, ...] = ()  # nowhere unless asked for, by name or as the reasons why
    spoken: Mapping[str, Callable[[T], Any]] = field(default_factory=dict)  # what people read in its place

    def chosen(self, names: Sequence[str] | None, format: str, *, why: bool = False) -> tuple[str, ...]:
        """The fields asked for, else those of the format; UsageError for one that does not exist."""
        for name in names or ():
            if name not in self.readers:
                raise UsageError(self._unknown(name))
        chosen = tuple(dict.fromkeys(names or self._default(format)))
        if why:
            return chosen + tuple(name for name in self.reasons if name not in chosen)
        return chosen if names else tuple(name for name in chosen if name not in self.reasons)

    def _default(self, format: str) -> tuple[str, ...]:
        if format in ("table", "markdown"):
            return self.table
        left_out = self.wide if format in ("csv", "tsv") else ()
        return tuple(name for name in self.contract if name not in left_out)

    def rows(self, values: Iterable[T], names: Sequence[str], *, for_people: bool = False) -> Iterator[Row]:
        """One row for each value, as it comes; for people or, exact, for programs."""
        every = {**self.readers, **self.spoken} if for_people else self.readers
        readers = [(name, every[name]) for name in names]
        return ({name: to_value(read(value)) for name, read in readers} for value in values)

    def _unknown(self, name: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(name[:80], self.readers, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(self.readers)}"
        return f'no field "{name[:80]}" in {self.name}; {hint}'


def to_value(value: Any) -> Value:  # noqa: ANN401 - any field of any value of the model
    """The value as JSON knows it: tuples are lists, values of the model are objects."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Mapping):
        return {str(key): to_value(one) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return to_value(asdict(value))
    return [to_value(one) for one in value]


def _names(model: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(model))


def _plain(name: str, model: type, *table: str) -> Kind[Any]:
    names = _names(model)
    return Kind(name, {one: attrgetter(one) for one in names}, names, table)


def _dateline(listed: Listed) -> Value:
    if (line := listed.article.dateline) is None:
        return None
    return {"place": line.place, "agency": line.agency, "day": line.day}


ARTICLES: Kind[Listed] = Kind(
    "articles",
    {name: attrgetter(f"article.{name}") for name in _names(Article)}
    | {
        "dateline": _dateline,
        "when": attrgetter("article.when"),
        "outlets": attrgetter("outlets"),
    },
    contract=_names(Article),
    table=("id", "when", "outlet", "outlets", "title", "tags"),
    wide=("html",),
    reasons=("evidence",),
    spoken={"title": lambda listed: called(listed.article)},
)
_FEED_ADDRESSES: Mapping[str, Callable[[FeedLine | FeedWhy], object]] = {
    "url": lambda feed: escape.address(feed.url),
    "current_url": lambda feed: escape.address(feed.current_url),
    "notes": lambda feed: tuple(map(escape.address, feed.notes)),
}
FEEDS: Kind[FeedLine] = Kind(
    "feeds",
    {**{name: attrgetter(name) for name in _names(FeedLine)}, **_FEED_ADDRESSES},
    contract=tuple(name for name in _names(FeedLine) if name != "notes"),  # asked for, or in a table
    table=("name", "state", "articles", "last_ok", "next_poll", "outlet", "error", "notes"),
)
FEED_WHY: Kind[FeedWhy] = Kind(
    "why",
    {**{name: attrgetter(name) for name in _names(FeedWhy)}, **_FEED_ADDRESSES},
    contract=_names(FeedWhy),
    table=_names(FeedWhy),
)
TAGS: Kind[TagLine] = _plain("tags", TagLine, "name", "articles", "newest", "rule")
VERSIONS: Kind[VersionLine] = _plain(
    "versions", VersionLine, "n", "since", "until", "cause", "stealth", "title"
)
EVIDENCE: Kind[Evidence] = _plain("evidence", Evidence, "tag", "rule", "words", "start", "end")
_OF_STORIES = tuple(name for name in _names(StoryLine) if name not in ("text", "summary"))
STORIES: Kind[StoryLine] = Kind(
    "stories",
    {name: attrgetter(name) for name in _OF_STORIES},
    contract=_OF_STORIES,
    table=("id", "when", "outlets", "agency", "title", "carried_by"),
    spoken={"title": called},
)
HISTORY: Kind[HistoryLine] = Kind(
    "history",
    {name: attrgetter(name) for name in _names(HistoryLine)} | {"what": lambda poll: _what(poll)},
    contract=_names(HistoryLine),
    table=("started", "outcome", "new", "edited", "total", "what"),
)
STATUS: Kind[Status] = _plain("status", Status, *_names(Status))
DATABASE: Kind[DatabaseInfo] = _plain("database", DatabaseInfo, *_names(DatabaseInfo))


def _what(poll: HistoryLine) -> str:
    """What became of a poll's items and why, or what went wrong, in one line."""
    told = [
        f"{count} {kind}: {reason}"
        for kind, reasons in poll.verdicts.items()
        for reason, count in reasons.items()
    ]
    wrong = ": ".join(part for part in (poll.code, poll.line) if part)
    return "; ".join(part for part in (*told, wrong, poll.alarm or "") if part)


KINDS: Mapping[str, Kind[Any]] = {
    kind.name: kind
    for kind in (ARTICLES, STORIES, HISTORY, FEEDS, FEED_WHY, TAGS, EVIDENCE, VERSIONS, STATUS, DATABASE)
}


def article_json(article: Article, *, why: bool = False) -> dict[str, Value]:
    """The article as the JSON contract has it, key by key; `evidence` only with `why`."""
    (row,) = ARTICLES.rows([Listed(article)], ARTICLES.chosen((), "json", why=why))
    return dict(row)
