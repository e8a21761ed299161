"""Judges finished polls and saves them: the recorder's work, one transaction for a batch of polls.

Each poll has a savepoint of its own: what goes wrong with one is recorded on its feed and hurts no other.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from time import monotonic

from feedwatch.errors import StoreError
from feedwatch.judge import poll as judging
from feedwatch.model import Claim, Document, Failed, Judgement, PollLine, PollOutcome, Refined, Unchanged
from feedwatch.refine.reading import tags_of
from feedwatch.refine.tags import Tagger
from feedwatch.store import facts, progress, recording
from feedwatch.store.database import Connection, Store

log = logging.getLogger(__name__)

Outcome = Document | Unchanged | Failed
Chance = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Finished:
    """A poll that waits to be judged and saved."""

    claim: Claim
    outcome: Outcome
    refined: Refined | None
    started: datetime
    took_ms: int


def record(
    store: Store,
    batch: Sequence[Finished],
    *,
    now: datetime,
    chance: Chance,
    tagger: Tagger,
    new_per_day: int,
    enough_s: float = float("inf"),
) -> list[PollLine]:
    """Judges and saves polls, in order, in one transaction, and answers with their lines; raises StoreError
    if it cannot be written. After `enough_s` of work the rest is left for another call: a long transaction
    would keep every other writer waiting."""
    lines: list[PollLine] = []
    begun = monotonic()
    batch = [_tagged_by(tagger, finished) for finished in batch]
    with store.begin() as connection:
        for finished in batch:
            if lines and monotonic() - begun > enough_s:
                break
            try:
                with store.savepoint(connection):
                    lines.append(_record_one(connection, finished, now, chance, new_per_day))
            except StoreError:
                raise
            except Exception:
                log.exception(
                    "recording %s failed; its poll is recorded as failed", finished.claim.source.name
                )
                failed = Failed("record", "internal", "a fault of feedwatch's own; the log has the details")
                instead = replace(finished, outcome=failed, refined=None)
                lines.append(_record_one(connection, instead, now, chance, new_per_day))
    return lines


def _record_one(
    connection: Connection, finished: Finished, now: datetime, chance: Chance, new_per_day: int
) -> PollLine:
    claim, outcome, refined = finished.claim, finished.outcome, finished.refined
    if isinstance(outcome, Failed) and outcome.code == "stopped":
        progress.let_go(connection, claim)
        return _line(finished, None)
    if not progress.held(connection, claim):
        return _line(finished, None)
    if isinstance(outcome, Document) and refined is not None:
        known = facts.facts(connection, claim.source.id, refined.items, now)
        judgement = judging.judge(claim, outcome, refined, known, now=now, new_per_day=new_per_day)
    else:
        assert not isinstance(outcome, Document)
        judgement = judging.judge_empty(claim, outcome, now=now, jitter=chance())
    recording.save_poll(
        connection,
        claim,
        outcome,
        judgement,
        started=finished.started,
        took_ms=finished.took_ms,
        refined=refined,
        now=now,
    )
    return _line(finished, judgement)


def _tagged_by(tagger: Tagger, finished: Finished) -> Finished:
    """Tags anew what a worker tagged by a rule set that is no longer in force."""
    refined = finished.refined
    if refined is None or refined.rules == tagger.rules.hash:
        return finished
    source = finished.claim.source
    items = tuple(replace(item, tags=tags_of(item, source, tagger)) for item in refined.items)
    return replace(finished, refined=replace(refined, items=items, rules=tagger.rules.hash))


def _line(finished: Finished, judgement: Judgement | None) -> PollLine:
    outcome, refined = finished.outcome, finished.refined
    kinds = [verdict.kind for verdict in judgement.verdicts] if judgement else []
    failed = outcome if isinstance(outcome, Failed) else None
    problems = (*(refined.problems if refined else ()), *(judgement.problems if judgement else ()))
    problem = problems[0] if problems else None
    return PollLine(
        feed=finished.claim.source.name,
        outcome=_outcome_name(outcome, judgement),
        took_ms=finished.took_ms,
        total=refined.total if refined else 0,
        new=kinds.count("new") + kinds.count("copy"),
        edited=kinds.count("edited"),
        code=failed.code if failed else problem.code if problem else None,
        line=failed.line if failed else problem.line if problem else None,
        alarm=judgement.alarm if judgement else None,
    )


def _outcome_name(outcome: Outcome, judgement: Judgement | None) -> PollOutcome:
    if judgement is None:
        return "abandoned"
    if isinstance(outcome, Failed):
        return "failed"
    return "unchanged" if isinstance(outcome, Unchanged) else "ok"
