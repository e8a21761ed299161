"""Is this item an article we have, and what does it mean for it? The first rule that answers decides.

    1. this feed has sent the item before (its guid)      seen · noise · edited · recleaned
    2. another item had the same address                  seen · moved · edited
    3. the same outlet said the same words                moved
    4. another outlet carries the same dispatch           copy
    5. otherwise                                          new

Laws: nothing is lost (the last rule always answers); only the feed an article came from, or a feed of its
outlet, changes its words; every verdict says why.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from feedwatch.judge import stories
from feedwatch.model import Facts, Item, Known, Sighted, Source, Verdict

# Fewer words than this are a headline that may come again: word-for-word equality alone proves nothing.
FEW_WORDS = 12
# A text that comes again later than this is a template (a daily notice), not the article moved.
SAME_PUBLICATION = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class Case:
    """One item with everything that bears on it: the database's facts and this poll's own new articles."""

    item: Item
    source: Source
    now: datetime
    sighted: Sighted | None
    by_url: Sequence[Known]
    by_words: Sequence[Known]
    candidates: Sequence[Known]
    apart: frozenset[tuple[int, int]]


def case(
    item: Item, source: Source, facts: Facts, drafts: Mapping[int, Sequence[Known]], now: datetime
) -> Case:
    """Gathers what is known of an item; `drafts` are this poll's new articles by url_key and words_key."""
    return Case(
        item=item,
        source=source,
        now=now,
        sighted=facts.sightings.get(item.key),
        by_url=(*facts.by_url.get(item.url_key, ()), *drafts.get(item.url_key, ())) if item.url_key else (),
        by_words=(*facts.by_words.get(item.words_key, ()), *drafts.get(item.words_key, ())),
        candidates=facts.candidates.get(item.key, ()),
        apart=facts.apart,
    )


def verdict(case: Case) -> Verdict:
    """What an item means; `article` is 0 where a new article is to be made."""
    for rule in (_by_guid, _by_address, _by_words, _by_dispatch):
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
        return Verdict("recleaned", item, article.id, "the item is the same, our cleaning is better")
    if _guid_reused(case, sighted):
        return None
    return _edit(case, article, by="guid", source_of_text=sighted.said == article.said)


def _guid_reused(case: Case, sighted: Sighted) -> bool:
    """Publishers number their items from 1 again: another address and other words, another article."""
    item = case.item
    moved = item.url_key != 0 and sighted.url_key not in (0, item.url_key)
    return moved and not stories.alike(item, sighted.article)


def _by_address(case: Case) -> Verdict | None:
    if not case.by_url:
        return None
    item = case.item
    article = _best(case.by_url, item)
    if article.owner_feed == case.source.id and _is_part(item) and not stories.alike(item, article):
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
    if published is not None and published == article.published:
        return True
    if item.sketch.words < FEW_WORDS:
        return False
    if published is None or article.published is None:
        return True
    return abs(published - article.published) <= SAME_PUBLICATION


def _by_dispatch(case: Case) -> Verdict | None:
    match = stories.pick(case.item, case.candidates, now=case.now)
    if match is None:
        return None
    return Verdict("copy", case.item, 0, match.reason, twin=match.article, evidence=match.evidence)


def _edit(case: Case, article: Known, *, by: str, source_of_text: bool) -> Verdict:
    """The item says something else than its article does: an edit, or only another view of it."""
    item = case.item
    if article.id < 0:
        return Verdict("seen", item, article.id, f"twice in one document, by {by}")
    if item.said == article.said:
        return Verdict("seen", item, article.id, f"known by {by}, and says what another feed said before")
    if article.owner_feed != case.source.id and article.outlet != item.outlet:
        return Verdict("seen", item, article.id, f"known by {by}; its words are another outlet's to change")
    if not source_of_text:
        fuller = item.sketch.words > article.words
        view = "a fuller text" if fuller else "an excerpt"
        return Verdict("seen", item, article.id, f"known by {by}; this feed has {view} of it", fuller=fuller)
    if article.method != case.item.method:
        return Verdict("recleaned", item, article.id, f"known by {by}; our cleaning has changed since")
    stealth = item.updated is not None and item.updated == article.updated
    return Verdict("edited", item, article.id, f"known by {by}; its words have changed", stealth=stealth)


def _best(articles: Sequence[Known], item: Item) -> Known:
    """Of several articles under one address: the one that says the same, else the newest."""
    return max(articles, key=lambda known: (known.said == item.said, abs(known.id)))
