"""READ SECOND: what one poll means, decided from facts alone, with reasons.

Pure and quick: it runs under the write lock of the database, so that each poll sees the one before it.
"""

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from feedwatch.judge import articles, schedule
from feedwatch.model import (
    Claim,
    Document,
    Facts,
    Failed,
    Item,
    Judgement,
    Known,
    Refined,
    Unchanged,
    Verdict,
)


def judge(
    claim: Claim, fetched: Document, refined: Refined, facts: Facts, *, now: datetime, new_per_day: int
) -> Judgement:
    """The verdict on every item of a document, and when the feed is read next."""
    drafts: dict[int, list[Known]] = defaultdict(list)
    verdicts: list[Verdict] = []
    room = new_per_day - facts.new_today
    skipped = 0
    for item in refined.items:
        verdict = articles.verdict(articles.case(item, claim.source, facts, drafts, now))
        if verdict.article == 0:
            if room <= 0:
                skipped += 1
                continue
            room -= 1
            verdict = replace(verdict, article=-(len(verdicts) + 1))
            draft = _draft(item, claim, verdict.article, now)
            drafts[item.words_key].append(draft)
            if item.url_key:
                drafts[item.url_key].append(draft)
        verdicts.append(verdict)
    return Judgement(
        verdicts=tuple(verdicts),
        schedule=schedule.next_poll(claim, fetched, now, jitter=0),
        alarm=_alarm(refined, skipped, new_per_day),
        skipped=skipped,
    )


def judge_empty(claim: Claim, outcome: Unchanged | Failed, *, now: datetime, jitter: float) -> Judgement:
    """What a poll without a document means: only when to ask again."""
    return Judgement(verdicts=(), schedule=schedule.next_poll(claim, outcome, now, jitter=jitter))


def _draft(item: Item, claim: Claim, number: int, now: datetime) -> Known:
    return Known(
        id=number,
        story=number,
        outlet=item.outlet,
        owner_feed=claim.source.id,
        url=item.url,
        words_key=item.words_key,
        said=item.said,
        method=item.method,
        title=item.title,
        words=item.sketch.words,
        text_kind=item.text_kind,
        agency=item.agency,
        published=item.published.instant if item.published else None,
        updated=item.updated,
        first_seen=now,
        sketch=item.sketch,
    )


def _alarm(refined: Refined, skipped: int, new_per_day: int) -> str | None:
    if skipped:
        return f"flood: {skipped} items beyond the limit of {new_per_day} new articles a day wait"
    if refined.dropped:
        return f"flood: {refined.dropped} items beyond the limit of one poll were left out"
    if not refined.overlap:
        return f"gap: none of its {refined.total} items was in the document before; some may have been missed"
    return None
