"""What the database knows about the items of one poll, read inside the write transaction that will use it.

Read before it, two polls of one dispatch would each find nothing and make two stories (measured: 200 of 200).
"""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from sqlalchemy import Connection

from feedwatch.judge.doubts import IMPOSSIBLE
from feedwatch.model import HEADLINE, Facts, Group, Item, Known, Sighted, Sketch, to_text
from feedwatch.store import rows

# A copy of a dispatch comes within days; a like-worded item months later is another one of its kind.
COPY_WINDOW = timedelta(days=7)
A_FLAP = timedelta(days=1)  # a return to earlier words sooner than this is a stale cache
NEWEST_OF_KEY = 32  # also the flood guard: a paragraph in thousands of articles costs 32 look-ups
CANDIDATES = 20
# One key in common is chance (of 1,336 copies in a real week none shared fewer than three keys, and of the
# 9,400 candidates that shared one none was a copy), unless only one article holds it: a text that is trimmed
# and retitled, or edited in every sentence, may keep no more.

# Statements are plain text, run by the driver: as expressions they cost more to put together than to answer.
_IMPOSSIBLE = ", ".join(f"'{doubt}'" for doubt in sorted(IMPOSSIBLE))
_KNOWN = f"""a.id, a.story_id, a.outlet, a.owner_feed_id, a.url, a.words_key, a.said, a.method, a.title,
    k.words, a.text_kind, a.agency,
    CASE WHEN a.date_doubt IN ({_IMPOSSIBLE}) THEN NULL ELSE a.published END, a.updated, a.first_seen,
    k.keys, k.features"""
_WIDTH = 17  # columns of `_KNOWN`, in the order of `Known`
# What is asked besides of an article that a poll meets: most are alone in their story, and so need no count.
_MET = f"""{_KNOWN}, a.claim,
    NOT EXISTS (SELECT 1 FROM article b WHERE b.story_id = a.story_id AND b.id <> a.id)"""
_MET_WIDTH = _WIDTH + 2
_NOW = "JOIN sketch k ON k.article_id = a.id AND k.version = 0"

_SIGHTINGS = f"""
    SELECT {_MET}, s.item_key, s.url_key, s.raw, s.said
    FROM sighting s JOIN article a ON a.id = s.article_id {_NOW}
    WHERE s.feed_id = ? AND s.item_key IN (SELECT value FROM json_each(?))
    ORDER BY s.article_id"""  # of a guid used twice, the newest article remains
_BY_URL = f"""
    SELECT DISTINCT {_MET}, s.url_key FROM sighting s JOIN article a ON a.id = s.article_id {_NOW}
    WHERE s.url_key IN (SELECT value FROM json_each(?)) ORDER BY a.id"""
_BY_WORDS = f"""
    SELECT {_MET} FROM json_each(?) w JOIN article a ON a.id IN (
        SELECT id FROM article WHERE words_key = w.value ORDER BY id DESC LIMIT {NEWEST_OF_KEY}) {_NOW}
    ORDER BY a.id DESC"""
_OLDEST = "SELECT id FROM article WHERE first_seen >= ? ORDER BY first_seen LIMIT 1"
_HOLDERS = f"""
    SELECT k.value, (SELECT group_concat(article_id) FROM (
        SELECT article_id FROM sketch_key WHERE key = k.value AND article_id >= ?1
        ORDER BY article_id DESC LIMIT {NEWEST_OF_KEY}))
    FROM json_each(?2) k WHERE EXISTS (SELECT 1 FROM sketch_key WHERE key = k.value AND article_id >= ?1)"""
_SKETCHED = f"""
    SELECT {_MET} FROM article a JOIN sketch k ON k.article_id = a.id
    WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id, k.version"""
_ARCHIVE = f"""
    SELECT {_KNOWN} FROM article a JOIN sketch k ON k.article_id = a.id
    WHERE a.first_seen >= ? ORDER BY a.id, k.version"""
_USERS_WORDS = "SELECT article_id, twin_id, kind FROM story_link WHERE by = 'user'"
_NEW_TODAY = "SELECT count(*) FROM article WHERE owner_feed_id = ? AND first_seen >= ?"
_GROUPS = f"""
    SELECT a.story_id, a.outlet, count(*), sum(k.words >= {HEADLINE}) FROM article a {_NOW}
    WHERE a.story_id IN (SELECT value FROM json_each(?)) GROUP BY a.story_id, a.outlet"""
_ANY_PARTED = "SELECT EXISTS (SELECT 1 FROM story_link WHERE kind = 'apart')"
_PARTED = """
    SELECT DISTINCT a.story_id, b.story_id FROM story_link l
    JOIN article a ON a.id = l.article_id JOIN article b ON b.id = l.twin_id
    WHERE l.kind = 'apart' AND (a.story_id IN (SELECT value FROM json_each(?1))
        OR b.story_id IN (SELECT value FROM json_each(?1)))"""
_EARLIER = """
    SELECT article_id, said FROM version
    WHERE article_id IN (SELECT value FROM json_each(?)) AND until >= ?"""


def facts(connection: Connection, feed_id: int, items: Sequence[Item], now: datetime) -> Facts:
    """The facts that `judge` needs about the items of a feed's document."""
    if not items:
        return Facts()
    met = _Met()
    sightings = _sightings(connection, met, feed_id, [item.key for item in items])
    strangers = [item for item in items if item.key not in sightings]
    reworded = [item for item in items if item.key in sightings and item.said != sightings[item.key].said]
    by_url = _by_url(connection, met, {item.url_key for item in (*strangers, *reworded) if item.url_key})
    by_words = _by_words(connection, met, {item.words_key for item in strangers})
    candidates = _candidates(connection, met, [*strangers, *reworded], now)
    return Facts(
        sightings=sightings,
        by_url=by_url,
        by_words=by_words,
        candidates=candidates,
        new_today=_new_today(connection, feed_id, now),
        groups=met.alone | _groups(connection, met.stories - met.alone.keys()),
        parted=_parted(connection, met.stories),
        claims=met.claims,
        earlier=_earlier(connection, [sightings[item.key].article.id for item in reworded], now),
    )


def _rows(connection: Connection, statement: str, *values: Any) -> Iterator[Any]:  # noqa: ANN401 - of any column
    """The rows of a statement, straight from the driver: described by SQLAlchemy, a poll's eleven statements
    cost a millisecond."""
    if not connection.in_transaction():
        connection.begin()
    return cast(Iterator[Any], connection.connection.cursor().execute(statement, values))


def _json(values: Iterable[int]) -> str:
    return json.dumps(list(values))


class _Met:
    """What the rows of the articles that a poll meets say besides."""

    def __init__(self) -> None:
        self.claims: dict[int, int] = {}
        self.stories: set[int] = set()
        self.alone: dict[int, Group] = {}  # story → its only article

    def known(self, row: Sequence[Any]) -> Known:
        """An article from the columns of `_MET`; of its versions, the present one comes first."""
        known = _known(row)
        if known.id not in self.claims:
            self.claims[known.id], alone = row[_WIDTH:_MET_WIDTH]
            self.stories.add(known.story)
            if alone:
                self.alone[known.story] = Group(1, int(known.words >= HEADLINE), {known.outlet: 1})
        return known


def _sightings(connection: Connection, met: _Met, feed_id: int, keys: Sequence[int]) -> dict[int, Sighted]:
    found = {}
    for row in _rows(connection, _SIGHTINGS, feed_id, _json(keys)):
        key, url_key, raw, said = row[_MET_WIDTH:]
        found[key] = Sighted(article=met.known(row), url_key=url_key, raw=raw, said=said)
    return found


def _by_url(connection: Connection, met: _Met, keys: Collection[int]) -> dict[int, tuple[Known, ...]]:
    found = _rows(connection, _BY_URL, _json(keys)) if keys else ()
    return _grouped((row[_MET_WIDTH], met.known(row)) for row in found)


def _by_words(connection: Connection, met: _Met, keys: Collection[int]) -> dict[int, tuple[Known, ...]]:
    found = map(met.known, _rows(connection, _BY_WORDS, _json(keys)) if keys else ())
    return _grouped((known.words_key, known) for known in found)


def _candidates(
    connection: Connection, met: _Met, items: Sequence[Item], now: datetime
) -> dict[int, tuple[Known, ...]]:
    """Likely copies of each item, those first that share most keys with it."""
    holders = _holders(connection, {key for item in items for key in item.sketch.keys}, now)
    likely = {item.key: ids for item in items if (ids := _likely(item, holders))}
    known = _sketched(connection, met, {id for ids in likely.values() for id in ids}) if likely else {}
    keys = {item.key: item.sketch.keys for item in items}
    return {
        key: tuple(one for id in ids for one in _sharing(known[id], keys[key])) for key, ids in likely.items()
    }


def _sharing(versions: Sequence[Known], keys: Sequence[int]) -> Sequence[Known]:
    """The versions of an article that hold one of some keys, of which it holds one."""
    if len(versions) == 1:
        return versions
    return [known for known in versions if not set(keys).isdisjoint(known.sketch.keys)]


def _likely(item: Item, holders: Mapping[int, str]) -> list[int]:
    """The articles that share most keys with an item, of equals the newest."""
    held = [holders[key] for key in item.sketch.keys if key in holders]
    if not held:
        return []
    shared = Counter(",".join(held).split(","))
    likely = [(count, int(id)) for id, count in shared.items() if count > 1]
    likely += [(1, int(ids)) for ids in held if "," not in ids and shared[ids] == 1]
    return [id for _, id in sorted(likely, reverse=True)[:CANDIDATES]]


def _holders(connection: Connection, keys: Collection[int], now: datetime) -> Mapping[int, str]:
    """Sketch key → the newest articles of the window that hold it, "12,7,3"; only keys that any does."""
    oldest = next(_rows(connection, _OLDEST, to_text(now - COPY_WINDOW)), None)  # ids grow with time
    if oldest is None:
        return {}
    return dict(_rows(connection, _HOLDERS, oldest[0], _json(sorted(keys))))


def _sketched(connection: Connection, met: _Met, ids: Iterable[int]) -> dict[int, list[Known]]:
    """Articles as they are, and once more for each earlier version that is still compared."""
    known: dict[int, list[Known]] = defaultdict(list)
    for row in _rows(connection, _SKETCHED, _json(ids)):
        known[row[0]].append(met.known(row))
    return known


def archive(connection: Connection, since: datetime) -> Iterator[list[Known]]:
    """Every article that arrived since then, in order: as it is, then its earlier versions."""
    article: list[Known] = []
    for row in _rows(connection, _ARCHIVE, to_text(since)):
        if article and article[0].id != row[0]:
            yield article
            article = []
        article.append(_known(row))
    if article:
        yield article


def words_of_the_user(connection: Connection) -> list[tuple[int, int, bool]]:
    """(article, article, whether they belong together) for each time the user said so."""
    return [(one, other, kind == "same") for one, other, kind in _rows(connection, _USERS_WORDS)]


def _new_today(connection: Connection, feed_id: int, now: datetime) -> int:
    midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0)
    ((count,),) = _rows(connection, _NEW_TODAY, feed_id, to_text(midnight))
    return int(count)


def _groups(connection: Connection, stories: Collection[int]) -> dict[int, Group]:
    """What the stories consist of."""
    groups: dict[int, Group] = {}
    for story, outlet, articles, texts in _rows(connection, _GROUPS, _json(stories)) if stories else ():
        group = groups.get(story, Group(0))
        groups[story] = Group(
            group.articles + articles, group.texts + texts, {**group.outlets, outlet: articles}
        )
    return groups


def _parted(connection: Connection, stories: Collection[int]) -> frozenset[tuple[int, int]]:
    """The pairs of stories that hold two articles which the user has put apart."""
    ((any_parted,),) = _rows(connection, _ANY_PARTED)
    if not any_parted:
        return frozenset()
    return frozenset((one, other) for one, other in _rows(connection, _PARTED, _json(stories)))


def _earlier(connection: Connection, articles: Collection[int], now: datetime) -> dict[int, frozenset[int]]:
    """What articles said until less than a day ago."""
    prints: dict[int, set[int]] = defaultdict(set)
    if articles:
        for article, said in _rows(connection, _EARLIER, _json(articles), to_text(now - A_FLAP)):
            prints[article].add(said)
    return {article: frozenset(said) for article, said in prints.items()}


def _grouped(found: Iterable[tuple[int, Known]]) -> dict[int, tuple[Known, ...]]:
    groups: dict[int, list[Known]] = defaultdict(list)
    for key, known in found:
        groups[key].append(known)
    return {key: tuple(known) for key, known in groups.items()}


def _known(row: Sequence[Any]) -> Known:
    """An article from the columns of `_KNOWN`."""
    (id, story, outlet, owner, url, words_key, said, method, title, words, text_kind, agency) = row[:12]
    (published, updated, first_seen, keys, features) = row[12:_WIDTH]
    return Known(
        id,
        story,
        outlet,
        owner,
        url,
        words_key,
        said,
        method,
        title,
        words,
        text_kind,
        agency,
        _instant(published),
        _instant(updated),
        datetime.fromisoformat(first_seen),
        Sketch(words, rows.sketch_keys(keys), features),
    )


def _instant(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
