"""The frozen values that cross a room's border, in the order in which the data meets them.

Instants are aware UTC datetimes without microseconds; in the database and in JSON they are text
(`to_text`). Keys are signed 64-bit hashes (`key64`): a hit is a hint, confirmed by what it stands for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Literal, TypeVar

Precision = Literal["second", "minute", "day", "month", "year"]
Zone = Literal["given", "named", "assumed"]
PublishedFrom = Literal["published", "updated", "dc:date", "url", "dateline", "first-seen"]
DateDoubt = Literal["future", "far", "dateline"]
TextKind = Literal["full", "excerpt", "title"]
NoticeKind = Literal["copyright", "rights", "credit", "photo", "syndication"]
NoticeRole = Literal["text", "photo", "feed"]
VerdictKind = Literal["new", "seen", "noise", "edited", "recleaned", "moved", "copy"]
FeedState = Literal["ok", "failing", "slow", "paused", "gone", "new"]
Instant = TypeVar("Instant", str, datetime)


def to_text(instant: datetime) -> str:
    """`YYYY-MM-DDTHH:MM:SSZ`, the one spelling of an instant in the database and in JSON."""
    return instant.astimezone(UTC).strftime("%04Y-%m-%dT%H:%M:%SZ")


def from_text(text: str) -> datetime:
    """The instant that `to_text` wrote."""
    return datetime.fromisoformat(text).astimezone(UTC)  # forty times quicker than strptime


def time_that_matters(
    published: Instant | None, precision: Precision, doubt: DateDoubt | None, first_seen: Instant
) -> Instant:
    """When an article was published; when it was first seen if that is unknown, has no time of day, lies
    later or is far from it. What lists, `since:` and timelines go by."""
    usable = precision in ("second", "minute") and doubt != "far"
    return min(published, first_seen) if published is not None and usable else first_seen


def key64(value: str | bytes) -> int:
    """A signed 64-bit key of a text or of bytes, the same on every machine (BLAKE2b, 8 bytes)."""
    data = value.encode("utf-8", "replace") if isinstance(value, str) else value
    return int.from_bytes(blake2b(data, digest_size=8).digest(), signed=True)


# --- what the user wrote -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as configured; known by its name, its address may change. Durations in seconds."""

    name: str
    url: str  # as written, with `${env:…}` placeholders: this is what the database and the log see
    address: str = field(repr=False)  # what is fetched: placeholders filled in
    interval_s: int = 900
    min_interval_s: int = 300
    max_interval_s: int = 21600
    outlet: str | None = None
    group: str | None = None
    timezone: str | None = None  # IANA name for dates without a zone
    language: str | None = None
    tags: tuple[str, ...] = ()  # given to every article of this feed
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    auth: tuple[str, str] | None = field(default=None, repr=False)
    proxy: str | None = field(default=None, repr=False)
    enabled: bool = True
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """One tag and what earns it: one of `any`, all of `all`, none of `none`; or a whole `query`."""

    tag: str
    any: tuple[str, ...] = ()
    all: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    case: bool = False  # True: letter case must agree (acronyms: US, WHO)
    query: str | None = None  # in the query language, over tags given by the other rules too


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All tag rules of a configuration; `hash` tells two sets apart."""

    rules: tuple[Rule, ...] = ()

    @property
    def hash(self) -> int:
        """Equal for equal rules, whatever the machine."""
        return key64(repr(self.rules))


# --- fetch ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """What refining needs to know of a feed. No secret is in it: it crosses into a worker."""

    id: int
    name: str
    base: str  # address that relative links are resolved against when the document gives none
    outlet: str | None = None
    timezone: str | None = None
    language: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """Where a feed's configured address leads for good, as its server says; polled directly once adopted."""

    to: str = field(repr=False)
    since: datetime  # first seen
    ask_at: datetime  # when the configured address is asked again, once this is adopted
    polls: int = 1  # documents that came that way
    adopted: bool = False
    refused: str | None = None  # why it is never adopted


@dataclass(frozen=True, slots=True)
class Claim:
    """A feed leased for one poll, with everything the poll needs; stays in the parent process."""

    source: Source
    address: str = field(repr=False)  # may hold a token
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    auth: tuple[str, str] | None = field(default=None, repr=False)
    proxy: str | None = field(default=None, repr=False)
    etag: str | None = None
    modified: str | None = None
    body_hash: int | None = None
    memory: bytes = b""
    failures: int = 0
    interval_s: int = 900
    min_interval_s: int = 300
    max_interval_s: int = 21600
    lease: str = ""
    first_poll: bool = False
    last_read: datetime | None = None  # when a poll of it last succeeded
    home: str = ""  # the configured address as written: its placeholders are not filled in
    move: Move | None = None
    at_move: bool = False  # `address` is where it moved to, not the configured one


@dataclass(frozen=True, slots=True)
class Document:
    """A body that differs from the last one, with what the server said about it."""

    body: bytes = field(repr=False)
    url: str = field(repr=False)  # after redirects; without credentials
    content_type: str = ""
    status: int = 200
    etag: str | None = None
    modified: str | None = None
    body_hash: int = 0
    moved_to: str | None = None  # set when every redirect on the way was permanent
    max_age_s: int | None = None


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server said 304, or the body is byte for byte the last one; new validators if it gave any."""

    status: int = 304
    etag: str | None = None
    modified: str | None = None
    bytes: int = 0
    max_age_s: int | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A poll that brought nothing, and why: a stable code and one line for a person."""

    stage: Literal["fetch", "parse", "refine", "record"]
    code: str  # "dns-not-found", "refused", "http-404", "not-a-feed", "empty", …
    line: str  # no secret, no control character
    status: int | None = None
    retry_after_s: int | None = None
    bytes: int = 0


# --- refine --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Job:
    """One document on its way to a worker."""

    source: Source
    body: bytes = field(repr=False)
    url: str
    content_type: str = ""
    memory: bytes = field(default=b"", repr=False)
    keep_raw: bool = True
    items_limit: int = 5000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a document or an item that did not stop us: a stable code and one line."""

    code: str
    line: str


@dataclass(frozen=True, slots=True)
class Dating:
    """What a date string means: `instant` is None when it has no honest reading."""

    raw: str
    instant: datetime | None = None
    offset_min: int | None = None  # the publisher's offset from UTC; None when no zone is known
    precision: Precision = "second"
    zone: Zone = "given"
    source: PublishedFrom = "published"


@dataclass(frozen=True, slots=True)
class Notice:
    """A copyright, rights, credit, photo-credit or syndication line, verbatim, and what it says."""

    kind: NoticeKind
    words: str
    role: NoticeRole = "text"
    place: str = "end"  # start | end | the element it came in ("dc:rights", "channel/copyright")
    holders: tuple[str, ...] = ()
    years: tuple[int, ...] = ()  # every year of a range's ends: (1995, 2023)
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "BAGHDAD, Jan 23 (AFP) –": the words, and what they say."""

    words: str
    place: str | None = None
    agency: str | None = None
    day: str | None = None  # as written: "Jan 23"
    on: str | None = None  # the same as XML Schema writes it: "2024-01-23", "--01-23", "---23"


PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that an item points to; http or https only."""

    url: str
    type: str = ""
    length: int | None = None
    medium: str = ""  # what it is in a word, where the feed says it: image, video, audio, …

    @property
    def is_image(self) -> bool:
        """Whether it is a picture: as the feed says, or as its address ends where the feed says nothing."""
        if said := self.medium or self.type.partition("/")[0]:
            return said == "image"
        return self.url.partition("?")[0].lower().endswith(PICTURES)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a tag was given: the rule, the words as they stand, and where (offsets in that field)."""

    tag: str
    rule: str
    words: str
    field: str  # title | summary | text | feed | query
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Sketch:
    """What recognises copies: the number of words, at most 16 keys for look-up, features to compare."""

    words: int = 0
    keys: tuple[int, ...] = ()
    features: bytes = b""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry, cleaned: what a publisher said in one feed at one time."""

    key: int  # who it is within its feed
    raw_print: int  # fingerprint of the entry as sent
    url: str  # canonical address, "" if it has none
    url_published: str  # the address as sent, made absolute
    url_key: int  # of `url`; 0 if it has none
    words_key: int  # of the words of title and text: equal for word-for-word copies
    said: int  # of cleaned title, text and notices: equal while the publisher has not edited
    title: str
    text: str  # paragraphs separated by a blank line; without notices
    outlet: str = ""
    aggregator: bool = False
    summary: str = ""  # only when the publisher gave one beside the text
    html: str = ""  # safe
    text_kind: TextKind = "full"
    language: str | None = None
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    published: Dating | None = None
    updated: datetime | None = None
    notices: tuple[Notice, ...] = ()
    copyright: str | None = None
    holders: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    agency: str | None = None
    agency_from: str | None = None  # dateline | notice | author | source
    dateline: Dateline | None = None
    sketch: Sketch = Sketch()
    tags: tuple[Evidence, ...] = ()
    raw: bytes = field(default=b"", repr=False)  # the entry as sent, zlib-compressed JSON
    method: int = 0  # number of the cleaning that made it


@dataclass(frozen=True, slots=True)
class Refined:
    """A document after cleaning: only new or changed items, and what is needed to record the rest."""

    items: tuple[Item, ...]
    departed: tuple[int, ...]  # item keys that the last document had and this one has not
    returned: tuple[int, ...]  # item keys seen in an older document, unchanged, visible again
    total: int  # entries in the document
    shared: int  # of these, known and unchanged
    overlap: bool  # False: a full window shares nothing with the one before; something may be missed
    dropped: int = 0  # entries beyond the limit of items, left out
    whole: bool = True  # False: the document was cut off; it proves nobody's absence
    problems: tuple[Problem, ...] = ()
    title: str = ""
    site: str = ""
    ttl_s: int | None = None  # what the feed itself asks for
    memory: bytes = field(default=b"", repr=False)
    rules: int = 0  # hash of the rule set that tagged the items
    method: int = 0
    items_key: int | None = None  # equal for documents of the same items; None for too few to tell


# --- judge ---------------------------------------------------------------------------------------

HEADLINE = 8  # an article of fewer words is no more than its headline: "Source: Agency, 0:00"


@dataclass(frozen=True, slots=True)
class Known:
    """An article as the judge sees it."""

    id: int
    story: int
    outlet: str
    owner_feed: int
    url: str
    words_key: int
    said: int
    method: int
    title: str
    words: int  # of the text
    text_kind: TextKind
    agency: str | None
    published: datetime | None
    updated: datetime | None
    first_seen: datetime
    sketch: Sketch = Sketch()


@dataclass(frozen=True, slots=True)
class Sighted:
    """This feed's own record of an item: the article it led to, and the entry's last fingerprint."""

    article: Known
    url_key: int
    raw: int
    said: int  # what this feed's item last said


@dataclass(frozen=True, slots=True)
class Group:
    """A story as far as joining it goes."""

    articles: int = 1
    texts: int = 0  # articles that are more than a headline
    outlets: Mapping[str, int] = field(default_factory=dict)  # outlet → its articles


@dataclass(frozen=True, slots=True)
class Facts:
    """What the database knows about the items of one poll: the answer to one question."""

    sightings: Mapping[int, Sighted] = field(default_factory=dict)  # item key → this feed's record
    by_url: Mapping[int, tuple[Known, ...]] = field(default_factory=dict)  # url_key → articles
    by_words: Mapping[int, tuple[Known, ...]] = field(default_factory=dict)  # words_key → articles
    candidates: Mapping[int, tuple[Known, ...]] = field(default_factory=dict)  # item key → likely copies
    new_today: int = 0  # articles this feed brought since midnight UTC
    groups: Mapping[int, Group] = field(default_factory=dict)  # story → what it is
    parted: frozenset[tuple[int, int]] = frozenset()  # stories that hold articles the user has split
    claims: Mapping[int, int] = field(default_factory=dict)  # article → its owner's claim
    earlier: Mapping[int, frozenset[int]] = field(default_factory=dict)  # article → what it said within a day


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we decided about an item, and why. `article` is negative for one that this poll creates:
    -1 is the first verdict's, -2 the second's, …"""

    kind: VerdictKind
    item: Item
    article: int
    reason: str
    twin: int | None = None  # copy: the article whose story it joins
    evidence: Mapping[str, object] = field(default_factory=dict)
    stealth: bool = False  # edited while the publisher's own `updated` stood still
    fuller: bool = False  # the item's text replaces the article's


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles that carry one dispatch, and why: their stories become one."""

    article: int
    twin: int
    reason: str
    evidence: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a feed is polled next, and the reasons in the order in which they were weighed."""

    next_at: datetime
    interval_s: int
    state: FeedState
    failures: int
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything one poll changes. Articles are numbered as in `Verdict`.

    A *claim* says how surely this feed is an article's outlet's own: 2 by configuration or address, 1 by the
    site it names, 0 not at all.
    """

    verdicts: tuple[Verdict, ...]
    schedule: Schedule
    alarm: str | None = None
    skipped: int = 0  # items over the daily limit, left for a later poll
    links: tuple[Link, ...] = ()
    claims: Mapping[int, int] = field(default_factory=dict)  # articles this feed owns from now on → its claim
    dated: frozenset[int] = frozenset()  # articles of which nothing but the date has changed
    corrected: frozenset[int] = frozenset()  # articles that say they were corrected
    doubts: Mapping[int, DateDoubt] = field(default_factory=dict)  # article → what is odd about its date
    problems: tuple[Problem, ...] = ()  # of the document, seen only beside what was there before
    move: Move | None = None  # where the feed lives from now on, if not where it is configured


PollOutcome = Literal["ok", "unchanged", "failed", "abandoned"]


@dataclass(frozen=True, slots=True)
class PollLine:
    """What one poll came to, for the person who asked for it and for the log."""

    feed: str
    outcome: PollOutcome
    took_ms: int
    total: int = 0
    new: int = 0
    edited: int = 0
    code: str | None = None
    line: str | None = None
    alarm: str | None = None


# --- present -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """An article as users read it; the fields are the JSON contract, in its order."""

    id: int
    seq: int
    story: int
    outlet: str
    url: str
    urls: tuple[str, ...]
    title: str
    summary: str
    text: str
    text_kind: TextKind
    html: str
    authors: tuple[str, ...]
    categories: tuple[str, ...]
    language: str | None
    published: str | None
    published_raw: str
    published_offset: int | None  # minutes from UTC
    published_from: PublishedFrom
    published_precision: Precision
    zone: Zone
    first_seen: str
    updated: str | None
    versions: int
    backfill: bool
    feeds: tuple[str, ...]
    tags: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    copyright: str | None
    holders: tuple[str, ...]
    years: tuple[int, ...]
    agency: str | None
    agency_from: str | None
    dateline: Dateline | None
    corrected: bool = False  # it says that it was
    date_doubt: DateDoubt | None = None
    notices: tuple[Notice, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()
    images: tuple[str, ...] = ()  # the addresses of those that are pictures
    stealth: bool = False  # it was edited in silence, once at least

    @property
    def when(self) -> str:
        """The time that matters."""
        return time_that_matters(self.published, self.published_precision, self.date_doubt, self.first_seen)


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in a list, with what the list says of its story."""

    article: Article
    outlets: int = 1  # outlets that carry the story, this one included


@dataclass(frozen=True, slots=True)
class VersionLine:
    """What an article said until a time; the current version has `until` None."""

    n: int
    since: str
    until: str | None
    cause: Literal["published", "recleaned", "fuller"]  # only the first is the publisher's edit
    stealth: bool
    title: str
    text: str
    summary: str = ""
    copyright: str = ""
    notices: tuple[str, ...] = ()  # the words of the others, but credits of pictures: they are no edit


@dataclass(frozen=True, slots=True)
class FeedLine:
    """A feed as `feeds list` shows it; the fields but the last are the JSON contract, in its order."""

    name: str
    url: str
    current_url: str
    outlet: str | None
    state: FeedState
    articles: int
    last_poll: str | None
    last_ok: str | None
    next_poll: str | None
    interval_s: int
    error_code: str | None
    error: str | None
    notes: tuple[str, ...] = ()  # that it moves, that it is another name of a feed


@dataclass(frozen=True, slots=True)
class FeedWhy:
    """Why a feed is polled when and where it is; the fields are those of its JSON, in order."""

    name: str
    state: FeedState
    url: str
    current_url: str
    last_poll: str | None
    last_ok: str | None
    next_poll: str | None
    failures: int  # in a row
    why: tuple[str, ...]  # the reasons for the time of the next poll
    found: tuple[str, ...]  # what was wrong with the last document, or the alarm of its poll
    notes: tuple[str, ...]  # as of `FeedLine`


@dataclass(frozen=True, slots=True)
class TagLine:
    """A tag as `tags list` shows it."""

    name: str
    articles: int
    newest: str | None  # the time that matters of its newest article
    rule: str  # what earns it, in one line; "" when the configuration no longer has it


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the whole; the fields are the JSON contract, in its order."""

    version: str
    schema: int
    running: bool
    pid: int | None
    feeds: Mapping[str, int]  # state → number of feeds
    articles: int
    versions: int
    stories: int
    last_poll: str | None
    next_poll: str | None
    alarms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DatabaseInfo:
    """A database in figures; sizes in bytes."""

    path: str
    schema: int
    bytes: int
    log_bytes: int  # of the write-ahead log beside it
    feeds: int
    articles: int
    versions: int
    stories: int
    polls: int
    oldest: str | None  # arrival of the first article
    newest: str | None
