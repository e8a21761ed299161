"""READ SECOND: what one poll means, decided from facts alone, with reasons.

Pure and quick: it runs under the write lock of the database, so that each poll sees the one before it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from feedwatch.judge import articles, corrections, doubts, moves, schedule
from feedwatch.judge.groups import Groups
from feedwatch.model import (
    Claim,
    DateDoubt,
    Document,
    Facts,
    Failed,
    Item,
    Judgement,
    Known,
    Link,
    Problem,
    Refined,
    Schedule,
    Unchanged,
    Verdict,
)

A_DAY = timedelta(days=1)  # a feed that dates its items anew at every poll leaves one event a day


def judge(
    claim: Claim, fetched: Document, refined: Refined, facts: Facts, *, now: datetime, new_per_day: int
) -> Judgement:
    """The verdict on every item of a document, and when the feed is read next."""
    sitting = _Sitting(
        claim, facts, Groups(facts, refined.items), refined.site, now, room=new_per_day - facts.new_today
    )
    for item in refined.items:
        sitting.decide(item)
    problems = _problems(refined, sitting.verdicts)
    return Judgement(
        verdicts=tuple(sitting.verdicts),
        schedule=schedule.next_poll(claim, fetched, now, jitter=0),
        alarm=_alarm(refined, sitting.skipped, new_per_day, renamed=bool(problems)),
        skipped=sitting.skipped,
        links=tuple(sitting.links),
        claims=sitting.claims,
        dated=frozenset(sitting.dated),
        corrected=frozenset(sitting.corrected),
        doubts=sitting.doubts,
        problems=problems,
        move=moves.after(claim, fetched, now),
    )


@dataclass
class _Sitting:
    """The items of one document, decided one after the other."""

    claim: Claim
    facts: Facts
    groups: Groups
    site: str
    now: datetime
    room: int  # new articles that are still allowed today
    drafts: defaultdict[int, list[Known]] = field(default_factory=lambda: defaultdict(list))
    verdicts: list[Verdict] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    claims: dict[int, int] = field(default_factory=dict)
    dated: set[int] = field(default_factory=set)
    corrected: set[int] = field(default_factory=set)
    doubts: dict[int, DateDoubt] = field(default_factory=dict)
    skipped: int = 0

    def decide(self, item: Item) -> None:
        """Judges one item; over the daily limit, a new article is left for a later poll."""
        item = doubts.dated(item, self.now, backfill=self.claim.first_poll)
        source = self.claim.source
        case = articles.case(item, source, self.facts, self.drafts, site=self.site, now=self.now)
        verdict = articles.verdict(case)
        if verdict.article == 0:
            if self.room <= 0:
                self.skipped += 1
                return
            self.room -= 1
            verdict = self._new(case, verdict)
        else:
            known = _meant(case, verdict.article)
            self._owned(case, verdict, known)
            if verdict.kind in ("edited", "recleaned") or verdict.fuller:
                self._reworded(item, known)
            elif verdict.kind == "noise" and _newly_dated(item, known):
                self.dated.add(known.id)
        self.verdicts.append(verdict)

    def _new(self, case: articles.Case, verdict: Verdict) -> Verdict:
        item = verdict.item
        draft = _draft(item, self.claim.source.id, -(len(self.verdicts) + 1), self.now)
        if case.by_url:  # other news has the same address: it says nothing about what is one dispatch
            draft = replace(draft, url="")
        self.claims[draft.id] = case.claim
        if self._doubt(item, draft, last_read=self.claim.last_read) in doubts.IMPOSSIBLE:
            draft = replace(draft, published=None)
        links = self._join(draft, item)
        self.groups.add(draft)
        self.drafts[item.words_key].append(draft)
        if item.url_key:
            self.drafts[item.url_key].append(draft)
        if not links:
            return replace(verdict, article=draft.id)
        why = links[0]
        return replace(
            verdict, kind="copy", article=draft.id, reason=why.reason, twin=why.twin, evidence=why.evidence
        )

    def _owned(self, case: articles.Case, verdict: Verdict, known: Known) -> None:
        """The feed that is more surely the outlet's own owns the article from now on."""
        surer = case.claim > self.facts.claims.get(known.id, 0)
        if known.id > 0 and surer and known.outlet == case.item.outlet:
            self.claims[known.id] = case.claim

    def _reworded(self, item: Item, known: Known) -> None:
        now_says = replace(
            _draft(item, known.owner_feed, known.id, known.first_seen),
            story=known.story,
            outlet=known.outlet,
            published=known.published,
        )
        self._doubt(item, now_says, last_read=None)
        self._join(now_says, item)
        self.groups.add(now_says)

    def _doubt(self, item: Item, article: Known, *, last_read: datetime | None) -> DateDoubt | None:
        odd = doubts.doubt(item, first_seen=article.first_seen, last_read=last_read)
        if odd:
            self.doubts[article.id] = odd
        return odd

    def _join(self, article: Known, item: Item) -> tuple[Link, ...]:
        if corrections.corrects(item):
            self.corrected.add(article.id)
        links = self.groups.links(article, self.facts.candidates.get(item.key, ()))
        self.links += links
        return links


def _meant(case: articles.Case, id: int) -> Known:
    """The article that a verdict is about."""
    sighted = [case.sighted.article] if case.sighted else []
    return next(known for known in (*sighted, *case.by_url, *case.by_words) if known.id == id)


def _newly_dated(item: Item, known: Known) -> bool:
    """Whether the publisher has dated an article anew without touching its words."""
    date = item.updated or (item.published.instant if item.published else None)
    before = known.updated or known.published
    if date is None or before is None:
        return False
    return date >= before + A_DAY if known.updated else date > before


def judge_empty(claim: Claim, outcome: Unchanged | Failed, *, now: datetime, jitter: float) -> Judgement:
    """What a poll without a document means: only when to ask again, and where."""
    return Judgement(
        verdicts=(), schedule=_schedule(claim, outcome, now, jitter), move=moves.after(claim, outcome, now)
    )


def _schedule(claim: Claim, outcome: Unchanged | Failed, now: datetime, jitter: float) -> Schedule:
    if isinstance(outcome, Failed) and moves.was_asked_again(claim):  # the address it left is dead: so what
        well = schedule.next_poll(claim, Unchanged(), now, jitter=jitter)
        return replace(well, why=(f"the address it has moved from says {outcome.code}", *well.why))
    return schedule.next_poll(claim, outcome, now, jitter=jitter)


def _draft(item: Item, feed: int, number: int, now: datetime) -> Known:
    return Known(
        id=number,
        story=number,
        outlet=item.outlet,
        owner_feed=feed,
        url=item.url if item.url_key else "",  # without a key it is no address of its own
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


# Items that come under another guid each time: fewer may be a publisher's second thoughts.
RENAMED = 3


def _problems(refined: Refined, verdicts: Sequence[Verdict]) -> tuple[Problem, ...]:
    """What is wrong with a document beside what was there before: the same articles, and every guid new."""
    if refined.overlap or len(verdicts) < RENAMED:
        return ()
    known = sum(verdict.article > 0 for verdict in verdicts)
    if 2 * known <= len(verdicts):
        return ()
    return (Problem("bad-ids", f"every guid is new, and {known} of {len(verdicts)} items are not"),)


def _alarm(refined: Refined, skipped: int, new_per_day: int, *, renamed: bool) -> str | None:
    if skipped:
        return f"flood: {skipped} items beyond the limit of {new_per_day} new articles a day wait"
    if refined.dropped:
        return f"flood: {refined.dropped} items beyond the limit of one poll were left out"
    if not refined.overlap and not renamed:
        return f"gap: none of its {refined.total} items was in the document before; some may have been missed"
    return None
