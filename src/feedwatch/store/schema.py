"""The tables, declared once, and what SQL alone can say: search index, triggers, reading views.

Tables are singular and ours to change; the plural views (`articles`, `stories`, `polls`) are the contract
for people who read the file with other tools. Instants are `YYYY-MM-DDTHH:MM:SSZ` text, keys are signed
64-bit hashes, lists are JSON. `json_extract` rather than `->`: SQLite before 3.38 is still about.
"""

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Text, text
from sqlmodel import Field, SQLModel

from feedwatch.store.opening import APPLICATION_ID, SCHEMA

__all__ = ["APPLICATION_ID", "SCHEMA", "SEARCH", "TABLES", "VIEWS"]

_WITHOUT_ROWID = {"sqlite_with_rowid": False}
_ZERO = {"server_default": text("0")}


def _key(*, primary: bool = False, nullable: bool = False) -> Column[int]:
    return Column(BigInteger().with_variant(Integer(), "sqlite"), primary_key=primary, nullable=nullable)


class Feed(SQLModel, table=True):
    """A configured source and its schedule; `url` as the user wrote it, `moved_to` where that leads for good.

    The feed is polled at `moved_to` once that is adopted, until `moved_ask_at`: then `url` is asked again.
    """

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    url: str
    outlet: str | None = None
    state: str = "new"
    next_at: str = Field(index=True)
    lease: str | None = None
    lease_until: str | None = None
    failures: int = 0
    interval_s: int = 900
    why: str = "[]"  # JSON: the reasons of the last schedule
    moved_to: str | None = None
    moved_since: str | None = None
    moved_ask_at: str | None = None
    moved_polls: int = Field(default=0, sa_column_kwargs=_ZERO)  # documents that came that way
    moved_adopted: bool = Field(default=False, sa_column_kwargs=_ZERO)
    moved_refused: str | None = None  # why it is never adopted
    removed_at: str | None = None


class FeedDocument(SQLModel, table=True):
    """The last document of a feed: its validators and what refining remembers. Written on change only."""

    __tablename__ = "feed_document"
    feed_id: int = Field(primary_key=True, foreign_key="feed.id")
    etag: str | None = None
    modified: str | None = None
    body_hash: int | None = Field(default=None, sa_column=_key(nullable=True))
    memory: bytes = Field(default=b"", sa_column=Column(LargeBinary, nullable=False))
    rhythm: str | None = None  # for what scheduling may come to remember; nothing reads or writes it yet
    address_key: int | None = Field(default=None, sa_column=_key(nullable=True))  # of the final address
    items_key: int | None = Field(default=None, sa_column=_key(nullable=True))  # of the items as a set


class Poll(SQLModel, table=True):
    """One attempt to read a feed."""

    __table_args__ = (Index("poll_of_feed", "feed_id", "started_at"),)
    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = Field(foreign_key="feed.id")
    started_at: str
    took_ms: int
    outcome: str  # ok | unchanged | failed
    code: str | None = None
    line: str | None = None
    status: int | None = None
    bytes: int = 0
    total: int = 0
    new: int = 0
    edited: int = 0
    shared: int = 0
    alarm: str | None = None
    verdicts: str | None = None  # JSON: what became of items, and why; at most 20 reasons


class Article(SQLModel, table=True):
    """One publication of one outlet, as it reads now. `more` holds what is shown but not searched by."""

    __table_args__ = (
        Index("article_by_time", "sort_at"),
        Index("article_by_arrival", "first_seen"),
        Index("article_of_story", "story_id"),
        Index("article_by_words", "words_key"),
        Index("article_of_outlet", "outlet", "sort_at"),
        Index("article_of_owner", "owner_feed_id", "first_seen"),
        {"sqlite_autoincrement": True},  # an id that was shown once never means another article
    )
    id: int | None = Field(default=None, primary_key=True)
    story_id: int
    outlet: str
    owner_feed_id: int = Field(foreign_key="feed.id")
    url: str
    words_key: int = Field(sa_column=_key())
    said: int = Field(sa_column=_key())
    method: int
    revision: int = 1
    sort_at: str  # the time that matters
    published: str | None = None
    published_raw: str = ""
    published_offset: int | None = None
    published_from: str = "first-seen"
    published_precision: str = "second"
    zone: str = "assumed"
    date_doubt: str | None = None  # future | far | dateline
    first_seen: str
    updated: str | None = None
    edits: int = 0
    language: str | None = None
    agency: str | None = None
    copyright: str | None = None
    text_kind: str = "full"
    backfill: bool = False
    claim: int = Field(default=0, sa_column_kwargs=_ZERO)  # how surely the owner is its outlet's own: 2, 1, 0
    aggregated: bool = Field(default=False, sa_column_kwargs=_ZERO)  # an aggregator's: never the original
    corrected: bool = Field(default=False, sa_column_kwargs=_ZERO)  # it says that it was
    more: str = Field(default="{}", sa_column=Column(Text, nullable=False))
    title: str = ""
    summary: str = ""
    text: str = Field(default="", sa_column=Column(Text, nullable=False))


class ArticleHtml(SQLModel, table=True):
    """The safe HTML of an article, apart so that lists and searches never page it in."""

    __tablename__ = "article_html"
    article_id: int = Field(primary_key=True, foreign_key="article.id")
    html: str = Field(sa_column=Column(Text, nullable=False))


class Sighting(SQLModel, table=True):
    """An article seen in a feed under an address. A guid that a publisher reuses gives a row for each of its
    articles, an address that changes with the title a row for each address."""

    __table_args__ = (
        Index("sighting_of_article", "article_id"),
        Index("sighting_by_url", "url_key"),
        _WITHOUT_ROWID,
    )
    feed_id: int = Field(primary_key=True, foreign_key="feed.id")
    item_key: int = Field(sa_column=_key(primary=True))
    article_id: int = Field(primary_key=True, foreign_key="article.id")
    url_key: int = Field(sa_column=_key(primary=True))
    url: str  # the address as published
    raw: int = Field(sa_column=_key())  # fingerprint of the item as last sent
    said: int = Field(sa_column=_key())  # what this feed's item last said
    first_seen: str
    last_seen: str | None = None  # null while visible
    why: str | None = None  # why it is this article; null for the sighting that began it


class Version(SQLModel, table=True):
    """What an article said until a time; the row whose `until` is null is the article itself."""

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    n: int = Field(primary_key=True)
    since: str
    until: str | None = None
    cause: str = "published"  # published | recleaned | fuller (no edit: another feed has more of the text)
    stealth: bool = False
    said: int = Field(sa_column=_key())
    title: str = ""
    was: bytes | None = Field(default=None, sa_column=Column(LargeBinary))  # zlib JSON, once superseded
    sent: bytes | None = Field(default=None, sa_column=Column(LargeBinary))  # the item as sent, zlib JSON
    why: str | None = None  # what made it another version; null for the first


class Change(SQLModel, table=True):
    """One row per event, in commit order: what `seq` numbers and readers follow."""

    __table_args__ = (Index("change_of_article", "article_id", "seq"), {"sqlite_autoincrement": True})
    seq: int | None = Field(default=None, primary_key=True)
    article_id: int
    event: str  # new | edited | recleaned | dated | moved | retagged | regrouped
    at: str


class Story(SQLModel, table=True):
    """The articles that carry one dispatch; its id is that of the article it began with."""

    __table_args__ = (
        Index("story_by_time", "sort_at"),
        Index("story_merged", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    )
    id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    lead_article_id: int
    first_seen: str
    sort_at: str
    articles: int = 1
    outlets: int = 1
    merged_into: int | None = None


class StoryLink(SQLModel, table=True):
    """Why an article is in (or kept out of) a story."""

    __tablename__ = "story_link"
    __table_args__ = (
        Index("story_link_of_twin", "twin_id"),
        Index("story_link_apart", "kind", sqlite_where=text("kind = 'apart'")),
        _WITHOUT_ROWID,
    )
    article_id: int = Field(primary_key=True)
    twin_id: int = Field(primary_key=True)
    kind: str  # same | apart
    by: str  # auto | user
    at: str
    method: int
    evidence: str = "{}"


class Sketch(SQLModel, table=True):
    """What recognises copies of an article: version 0 is what it says now, others what it said before."""

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    version: int = Field(default=0, primary_key=True)
    method: int
    words: int
    keys: bytes = Field(sa_column=Column(LargeBinary, nullable=False))  # little-endian int64s
    features: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class SketchKey(SQLModel, table=True):
    """Look-up from a sketch key to the articles that hold it."""

    __tablename__ = "sketch_key"
    __table_args__ = _WITHOUT_ROWID
    key: int = Field(sa_column=_key(primary=True))
    article_id: int = Field(primary_key=True)


class Tag(SQLModel, table=True):
    """A tag's name."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)


class ArticleTag(SQLModel, table=True):
    """A tag on an article with its evidence; ordered by time so that `--tag` lists read an index."""

    __tablename__ = "article_tag"
    __table_args__ = (Index("tag_of_article", "article_id"), _WITHOUT_ROWID)
    tag_id: int = Field(primary_key=True, foreign_key="tag.id")
    sort_at: str = Field(primary_key=True)
    article_id: int = Field(primary_key=True, foreign_key="article.id")
    evidence: str = "[]"


class Ruleset(SQLModel, table=True):
    """A rule set that was in force, from a time on."""

    id: int | None = Field(default=None, primary_key=True)
    hash: int = Field(sa_column=_key())
    text: str
    since: str
    applies_from: int  # the last change before it


class Tombstone(SQLModel, table=True):
    """An item whose article was pruned: it is not to come back. Nothing prunes, so nothing writes it yet."""

    __table_args__ = _WITHOUT_ROWID
    key: int = Field(sa_column=_key(primary=True))
    pruned_at: str


class Cursor(SQLModel, table=True):
    """How far a named reader has read. Nothing reads or writes it yet."""

    name: str = Field(primary_key=True)
    seq: int


# What SQL alone can say: the search index with its triggers.
SEARCH = (
    """
    CREATE VIRTUAL TABLE article_fts USING fts5(
        title, summary, text, content="article", content_rowid="id", tokenize="unicode61 remove_diacritics 2")
    """,
    """
    CREATE TRIGGER article_fts_insert AFTER INSERT ON article BEGIN
        INSERT INTO article_fts(rowid, title, summary, text)
        VALUES (new.id, new.title, new.summary, new.text);
    END
    """,
    """
    CREATE TRIGGER article_fts_delete AFTER DELETE ON article BEGIN
        INSERT INTO article_fts(article_fts, rowid, title, summary, text)
        VALUES ('delete', old.id, old.title, old.summary, old.text);
    END
    """,
    """
    CREATE TRIGGER article_fts_update AFTER UPDATE OF title, summary, text ON article BEGIN
        INSERT INTO article_fts(article_fts, rowid, title, summary, text)
        VALUES ('delete', old.id, old.title, old.summary, old.text);
        INSERT INTO article_fts(rowid, title, summary, text)
        VALUES (new.id, new.title, new.summary, new.text);
    END
    """,
)

# The reading contract; made anew by every upgrade.
VIEWS = {
    "articles": """
    SELECT
        a.id,
        (SELECT max(seq) FROM change c WHERE c.article_id = a.id) AS seq,
        a.story_id AS story, a.outlet, a.url, a.title, a.summary, a.text, a.text_kind, a.language,
        a.published, a.published_raw, a.published_offset, a.published_from, a.published_precision, a.zone,
        a.sort_at AS "when", a.first_seen, a.updated,
        a.edits + 1 AS versions, -- the publisher's; not those of our cleaning
        a.backfill, a.corrected,
        (SELECT json_group_array(name) FROM (
            SELECT f.name FROM sighting s JOIN feed f ON f.id = s.feed_id WHERE s.article_id = a.id
            GROUP BY f.id ORDER BY min(s.first_seen), f.id)) AS feeds,
        (SELECT json_group_array(name) FROM (
            SELECT t.name FROM article_tag x JOIN tag t ON t.id = x.tag_id WHERE x.article_id = a.id
            ORDER BY t.name)) AS tags,
        a.copyright, a.agency, json_extract(a.more, '$.agency_from') AS agency_from,
        json_extract(a.more, '$.holders') AS holders, json_extract(a.more, '$.years') AS years,
        json_extract(a.more, '$.authors') AS authors, json_extract(a.more, '$.categories') AS categories,
        json_extract(a.more, '$.dateline') AS dateline, json_extract(a.more, '$.notices') AS notices,
        json_extract(a.more, '$.enclosures') AS enclosures, a.date_doubt
    FROM article a
    """,
    "stories": """
    SELECT
        s.id, s.lead_article_id AS lead, a.title, a.outlet, s.first_seen, s.sort_at AS "when",
        s.articles, s.outlets
    FROM story s JOIN article a ON a.id = s.lead_article_id WHERE s.merged_into IS NULL
    """,
    "polls": """
    SELECT
        p.id, f.name AS feed, p.started_at, p.took_ms, p.outcome, p.code, p.line, p.status, p.bytes,
        p.total, p.new, p.edited, p.shared, p.alarm, p.verdicts
    FROM poll p JOIN feed f ON f.id = p.feed_id
    """,
}

TABLES = SQLModel.metadata.tables
