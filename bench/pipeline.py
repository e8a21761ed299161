"""The pipeline without its network: the daemon's own refine, judge and store, given bytes and a time.

Used by the bench scripts and by the tests.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

from feedwatch import recorder
from feedwatch.model import Claim, Document, Failed, Feed, Job, PollLine, Refined, RuleSet, Unchanged
from feedwatch.refine import document
from feedwatch.refine.tags import Tagger
from feedwatch.store import leases
from feedwatch.store.database import Store

Refine = Callable[[Job], Refined | Failed]


class Pipeline:
    """One database file, fed with documents; refining happens in this process unless `refine` says where."""

    def __init__(
        self,
        path: Path,
        feeds: Sequence[Feed],
        now: datetime,
        *,
        rules: RuleSet | None = None,
        refine: Refine | None = None,
        new_per_day: int = 2000,
    ) -> None:
        self.store = Store(path)
        self.feeds = {feed.name: feed for feed in feeds}
        self.tagger = Tagger(rules or RuleSet())
        self._refine = refine or (lambda job: document.refine(job, self.tagger))
        self._new_per_day = new_per_day
        with self.store.begin() as connection:
            leases.register(connection, feeds, now)

    def poll(self, name: str, answer: bytes | Failed, now: datetime, *, content_type: str = "") -> PollLine:
        """One poll of a feed that answers with a body, or fails."""
        with self.store.begin() as connection:
            [claim] = leases.claim(
                connection, self.feeds, now, holder="bench", lease_s=600, limit=1, names=[name]
            )
        finished = self._finished(claim, answer, content_type, now)
        [line] = recorder.record(
            self.store,
            [finished],
            now=now,
            chance=lambda: 0.0,
            tagger=self.tagger,
            new_per_day=self._new_per_day,
        )
        return line

    def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
        """The rows of a query, as tuples."""
        with self.store.read() as connection:
            return [tuple(row) for row in connection.exec_driver_sql(sql, values)]

    def _finished(
        self, claim: Claim, answer: bytes | Failed, content_type: str, now: datetime
    ) -> recorder.Finished:
        if isinstance(answer, Failed):
            return recorder.Finished(claim, answer, None, now, 0)
        body_hash = int.from_bytes(blake2b(answer, digest_size=8).digest(), signed=True)
        if body_hash == claim.body_hash:
            return recorder.Finished(claim, Unchanged(status=200, bytes=len(answer)), None, now, 0)
        fetched = Document(answer, claim.source.base, content_type, body_hash=body_hash)
        refined = self._refine(Job(claim.source, answer, claim.source.base, content_type, claim.memory))
        if isinstance(refined, Failed):
            return recorder.Finished(claim, refined, None, now, 0)
        return recorder.Finished(claim, fetched, refined, now, 0)
