"""Is this item an article we have, and what does it mean for it? The first rule that answers decides.

    1. this feed has sent the item before (its guid)      seen · noise · edited · recleaned
    2. another item had the same address                  seen · moved · edited
    3. the same outlet said the same words                moved
    4. otherwise                                          new; a copy, where a story takes it in (`groups`)

Laws: nothing is lost (the last rule always answers); only the feed an article came from, a feed of its outlet
whose fuller text is shown, or one that is more surely its outlet's own, changes its words; every verdict says
why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from feedwatch.judge import stories
from feedwatch.model import Facts, Item, Known, Sighted, Source, Verdict
from feedwatch.urls import outlet_of

# Fewer words than this are a headline that may come again: word-for-word equality alone proves nothing.
FEW_WORDS = 12
# A text that comes again later than this is a template, not the article moved. Of 35 texts under twenty words
# that came again 12 to 80 hours later in real polls, 34 were daily notices ("The best photos"); the four that
# were longer were articles.
SAME_PUBLICATION = timedelta(hours=36)
TO_THE_MINUTE = ("minute", "second")  # what is dated so is seldom two things; what has a day only, often
A_NOTICE = 20  # words below which a text may be a notice
BEFORE_THE_NEXT = timedelta(hours=12)
# One page under one guid is one article, however it is rewritten: where outlets gave a page new words within
# days, most that we read were reports under another title. Dated anew later than this, it has other news.
ANOTHER_TIME = timedelta(days=14)
A_FLAP = "a flap: back to what it said within a day"
UNSETTLED = 0  # a fingerprint that no entry has


@dataclass(frozen=True, slots=True)
class Case:
    """One item with everything that bears on it: the database's facts and this poll's own new articles."""

    item: Item
    source: Source
    claim: int  # how surely the feed is the item's outlet's own
    now: datetime
    sighted: Sighted | None
    by_url: Sequence[Known]
    by_words: Sequence[Known]
    claims: Mapping[int, int]  # of the owners of articles
    earlier: Mapping[int, frozenset[int]]  # what articles said within a day


def case(
    item: Item,
    source: Source,
    facts: Facts,
    drafts: Mapping[int, Sequence[Known]],
    *,
    site: str,
    now: datetime,
) -> Case:
    """Gathers what is known of an item; `drafts` are this poll's new articles by url_key and words_key."""
    return Case(
        item=item,
        source=source,
        claim=claim_of(item, source, site=site),
        now=now,
        sighted=facts.sightings.get(item.key),
        by_url=(*facts.by_url.get(item.url_key, ()), *drafts.get(item.url_key, ())) if item.url_key else (),
        by_words=(*facts.by_words.get(item.words_key, ()), *drafts.get(item.words_key, ())),
        claims=facts.claims,
        earlier=facts.earlier,
    )


def claim_of(item: Item, source: Source, *, site: str) -> int:
    """How surely a feed is its item's outlet's own: 2 by configuration or address, 1 by the site it names."""
    if item.aggregator or not item.outlet:
        return 0
    if item.outlet in (source.outlet, _outlet_at(source.base)):
        return 2
    return int(item.outlet == _outlet_at(site))


@lru_cache(maxsize=1024)
def _outlet_at(address: str) -> str:
    return outlet_of(configured=None, source_name="", source_url="", url=address, site="")[0]


def verdict(case: Case) -> Verdict:
    """What an item means; `article` is 0 where a new article is to be made."""
    for rule in (_by_guid, _by_address, _by_words):
        answer = rule(case)
        if answer is not None:
            return answer
    return Verdict("new", case.item, 0, "nothing we have is this article")


def _by_guid(case: Case) -> Verdict | None:
    if case.sighted is None:
        return None
    item, sighted = case.item, case.sighted
    article = sighted.article
    if item.raw_print == sighted.raw and item.said == sighted.said:
        return Verdict("seen", item, article.id, "sent before, byte for byte")
    if item.said == sighted.said:
        return Verdict("noise", item, article.id, "sent again; title, text and notices say the same")
    if item.raw_print == sighted.raw:
        return _cleaned_anew(case, article, is_source=sighted.said == article.said)
    if _guid_reused(case, sighted):
        return None
    return _edit(case, article, by="guid", source_of_text=sighted.said == article.said)


def _cleaned_anew(case: Case, article: Known, *, is_source: bool) -> Verdict:
    """The item is the same, our cleaning is not: only that which the article has its words from counts."""
    if is_source and (article.owner_feed == case.source.id or _speaks_for_owner(case, article)):
        return Verdict("recleaned", case.item, article.id, "the item is the same, our cleaning is better")
    return Verdict("seen", case.item, article.id, "the item is the same; the article's words are another's")


def _guid_reused(case: Case, sighted: Sighted) -> bool:
    """Publishers number their items from 1 again: another address and other words, another article."""
    item = case.item
    moved = item.url_key != 0 and sighted.url_key not in (0, item.url_key)
    return (moved and not stories.alike(item, sighted.article)) or _is_another(item, sighted.article)


def _is_another(item: Item, article: Known) -> bool:
    """Whether a page has been given to other news: dated anew, weeks later, in other words (a yearly event, a
    "latest video" page). Rewritten sooner, its earlier words are versions: nothing is lost, nothing is twice.
    """
    published = item.published.instant if item.published else None
    if published is None or article.published is None or published - article.published < ANOTHER_TIME:
        return False
    return not stories.alike(item, article)


def _by_address(case: Case) -> Verdict | None:
    if not case.by_url:
        return None
    item = case.item
    article = _best(case.by_url, item)
    if article.owner_feed == case.source.id and _is_part(item) and not stories.alike(item, article):
        return None
    if _is_another(item, article):
        return None
    if item.said == article.said:
        if article.owner_feed == case.source.id and article.id > 0:
            return Verdict("moved", item, article.id, "the same address and words under another guid")
        return Verdict("seen", item, article.id, "the same address as an article we have")
    return _edit(case, article, by="address", source_of_text=article.owner_feed == case.source.id)


def _is_part(item: Item) -> bool:
    """Whether the address names a part of a page (a comment, a live-blog entry) or a site's front page."""
    is_front = item.url.rstrip("/").count("/") == 2
    return is_front or "#" in item.url_published


def _by_words(case: Case) -> Verdict | None:
    item = case.item
    for article in case.by_words:
        if article.outlet != item.outlet or not _same_publication(item, article):
            continue
        return Verdict("moved", item, article.id, "the same words of the same outlet under another address")
    return None


def _same_publication(item: Item, article: Known) -> bool:
    published = item.published.instant if item.published else None
    if item.published and item.published.precision in TO_THE_MINUTE and published == article.published:
        return True
    if item.sketch.words < FEW_WORDS:
        return False
    if published is None or article.published is None:
        return True
    longest = BEFORE_THE_NEXT if item.sketch.words < A_NOTICE else SAME_PUBLICATION
    return abs(published - article.published) <= longest


def _edit(case: Case, article: Known, *, by: str, source_of_text: bool) -> Verdict:
    """The item says something else than its article does: an edit, or only another view of it."""
    item = case.item
    if article.id < 0:
        return Verdict("seen", item, article.id, f"twice in one document, by {by}")
    if item.said == article.said:
        return Verdict("seen", item, article.id, f"known by {by}, and says what another feed said before")
    if article.owner_feed != case.source.id and not _speaks_for_owner(case, article):
        return _other_view(case, article, by)
    if not source_of_text:
        return _view(item, article, by, may_replace=True)
    if _flaps(case, article):
        return Verdict("noise", _waiting(item, article), article.id, f"known by {by}; {A_FLAP}")
    if article.method != item.method:
        return Verdict("recleaned", item, article.id, f"known by {by}; our cleaning has changed since")
    stealth = item.updated is not None and item.updated == article.updated
    return Verdict("edited", item, article.id, f"known by {by}; its words have changed", stealth=stealth)


def _speaks_for_owner(case: Case, article: Known) -> bool:
    """Whether the article has its words from this item of another feed of its outlet, a fuller view of it."""
    if case.sighted is None or case.item.aggregator or case.item.outlet != article.outlet:
        return False
    return case.sighted.said == article.said and case.claim >= max(1, case.claims.get(article.id, 0))


def _flaps(case: Case, article: Known) -> bool:
    """Whether the item says what its article said within the day. A publisher who takes words back dates that
    later, as no stale cache does; who has taken them back already, and dates each turn later, is swinging.
    """
    item, earlier = case.item, case.earlier.get(article.id, frozenset())
    if item.said not in earlier:
        return False
    dated_later = item.updated is not None and article.updated is not None and item.updated > article.updated
    return not dated_later or article.said in earlier


def _waiting(item: Item, article: Known) -> Item:
    """The item as its sighting is to remember it: what the article says still counts as its last words. Sent
    on again when it has stood (`refine.memory`), it is an edit as soon as the day is over."""
    return replace(item, said=article.said, raw_print=UNSETTLED)


def _other_view(case: Case, article: Known, by: str) -> Verdict:
    """What a feed says of an article that another feed brought."""
    item = case.item
    if article.outlet != item.outlet:
        return Verdict("seen", item, article.id, f"known by {by}; its words are another outlet's to change")
    owner = case.claims.get(article.id, 0)
    if case.claim > owner:
        return Verdict(
            "edited", item, article.id, f"known by {by}; the outlet's own feed takes its words over"
        )
    return _view(item, article, by, may_replace=case.claim == owner and not item.aggregator)


def _view(item: Item, article: Known, by: str, *, may_replace: bool) -> Verdict:
    fuller = item.sketch.words > article.words
    view = "a fuller text" if fuller else "an excerpt"
    reason = f"known by {by}; this feed has {view} of it"
    return Verdict("seen", item, article.id, reason, fuller=fuller and may_replace)


def _best(articles: Sequence[Known], item: Item) -> Known:
    """Of several articles under one address: the one that says the same, else the newest."""
    return max(articles, key=lambda known: (known.said == item.said, abs(known.id)))
