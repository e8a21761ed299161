"""READ THIRD: claim → fetch → refine → record.

Fetching waits in threads, refining burns CPU in worker processes, and one recorder thread judges and saves,
so that each poll sees the one before it. The queue between them is bounded: a database that stays locked
stops fetching instead of filling memory. A poll that hangs or is slow to read keeps a thread, nobody else.
"""

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, as_completed
from datetime import datetime
from queue import Empty, Queue
from secrets import token_hex
from threading import Event, Thread
from time import monotonic

from feedwatch import recorder
from feedwatch.config import Settings
from feedwatch.errors import StoreError
from feedwatch.fetch import Fetcher
from feedwatch.manners import Turn, Turnstile, site_of
from feedwatch.model import Claim, Document, Job, PollLine, Refined
from feedwatch.recorder import Chance, Finished
from feedwatch.refine.tags import Tagger
from feedwatch.store import leases, tagging
from feedwatch.store.database import Store
from feedwatch.workers import Workers

log = logging.getLogger(__name__)

BATCH = 32  # polls in one transaction …
BATCH_S = 0.05  # … or the work of this long: a commit for each unchanged poll costs ten times more
LOOK_S = 0.25  # between looks whether others are being polled
RETRY_S = 1.0  # between attempts to write to a database that is locked or full
THREADS = 4  # for each poll that [network] concurrency allows: those of polls that hang cost nobody a place
SLOW = 2  # of these threads may wait for slow documents: the others go on
MANY = 500  # items of a poll that gives way: recording so many takes half a second …
GIVE_WAY_S = 20.0  # … and others do not wait for that, as long as there are any
LEASE_S = 300.0  # longer than any poll: after it, whoever asks may have the feed

_LEASED = "is being polled by another feedwatch just now"

Clock = Callable[[], datetime]
_Asked = tuple[Claim, "Future[PollLine]"]
_Waiting = tuple[Finished, "Future[PollLine]"]


class Ingest:
    """Polls claimed feeds, many at a time, and records them one after the other."""

    def __init__(
        self, settings: Settings, store: Store, *, clock: Clock, chance: Chance, patience_s: float = 30.0
    ) -> None:
        """Starts workers and the recorder; `patience_s` is how long a database that cannot be written is
        tried again."""
        self._settings, self._store, self._clock, self._chance = settings, store, clock, chance
        self._patience_s = patience_s
        self.tagger = Tagger(settings.rules)
        self._workers = Workers(settings.rules, slow_places=SLOW * settings.network.concurrency)
        self._fetcher = Fetcher(
            user_agent=settings.network.user_agent,
            allow=settings.network.allow,
            deadline_s=settings.limits.deadline_s,
            body_limit=settings.limits.body,
            local_root=settings.local.root,
            concurrency=THREADS * settings.network.concurrency,
        )
        self._turnstile: Turnstile[_Asked] = Turnstile(
            places=settings.network.concurrency,
            concurrency=settings.hosts.concurrency,
            gap_s=settings.hosts.gap_s,
        )
        self._threads: list[Thread] = []
        self._queue: Queue[_Waiting | None] = Queue(maxsize=2 * BATCH)
        self._hurry = Event()
        self._recorder = Thread(target=self._record_all, name="recorder", daemon=True)
        self._recorder.start()

    def poll(self, claims: Sequence[Claim]) -> list[Future[PollLine]]:
        """Starts polling; each future gives the poll's line, or raises StoreError if it cannot be saved."""
        futures = []
        for claim in claims:
            future: Future[PollLine] = Future()
            futures.append(future)
            site = site_of(claim.address, self._settings.network.allow)
            if not self._turnstile.put(site, (claim, future)):
                future.cancel()
            elif self._turnstile.lacks_takers():
                self._hire()
        return futures

    def crowded(self) -> list[str]:
        """The names of feeds whose site has others waiting already: claiming them now would be too early."""
        sites = self._turnstile.crowded()
        if not sites:
            return []
        own = self._settings.network.allow
        return [feed.name for feed in self._settings.feeds if site_of(feed.address, own) in sites]

    def close(self, *, hurry: bool = False) -> None:
        """Records what is finished and stops; in a hurry, what is in flight is abandoned, not awaited."""
        for _, future in self._turnstile.close(drop=hurry):
            future.cancel()
        if hurry:
            self._hurry.set()
            self._fetcher.close()
            self._workers.close()
        for thread in self._threads:
            thread.join()
        self._queue.put(None)
        self._recorder.join()
        self._fetcher.close()
        self._workers.close()

    # --- the fetching threads ------------------------------------------------------------------------

    def _hire(self) -> None:
        """Starts one more thread, as long as there may be more."""
        if len(self._threads) < THREADS * self._settings.network.concurrency:
            thread = Thread(target=self._poll_all, name=f"fetch-{len(self._threads)}", daemon=True)
            thread.start()
            self._threads.append(thread)

    def _poll_all(self) -> None:
        while (turn := self._turnstile.take()) is not None:
            claim, future = turn.thing
            try:
                self._queue.put((self._polled(claim, turn), future))
            except Exception as error:  # noqa: BLE001  a fault of ours: whoever waits for the poll gets it
                _fail(future, error)
            finally:
                self._turnstile.done(turn)

    def _polled(self, claim: Claim, turn: Turn[_Asked]) -> Finished:
        started, begun = self._clock(), monotonic()
        try:
            outcome = self._fetcher.fetch(claim)
        finally:
            self._turnstile.left(turn)
        refined = None
        if isinstance(outcome, Document):
            answer = self._workers.refine(self._job(claim, outcome))
            if isinstance(answer, Refined):
                refined = answer
                self._give_way(refined)
            else:
                outcome = answer
        return Finished(claim, outcome, refined, started, round(1000 * (monotonic() - begun)))

    def _give_way(self, refined: Refined) -> None:
        """Lets other polls be recorded before one that brings very much."""
        until = monotonic() + GIVE_WAY_S
        while len(refined.items) > MANY and self._turnstile.is_busy() and monotonic() < until:
            if self._hurry.wait(LOOK_S):
                return

    def _job(self, claim: Claim, document: Document) -> Job:
        return Job(
            source=claim.source,
            body=document.body,
            url=document.url,
            content_type=document.content_type,
            memory=claim.memory,
            keep_raw=self._settings.storage.keep_raw,
            items_limit=self._settings.limits.items_per_poll,
        )

    # --- the recorder's thread ---------------------------------------------------------------------

    def _record_all(self) -> None:
        while (first := self._queue.get()) is not None:
            self._record(self._batch(first))

    def _record(self, waiting: Sequence[_Waiting]) -> None:
        """Records polls, and answers those who wait for them: with the line, or with what went wrong."""
        while waiting and not self._hurry.is_set():
            try:
                lines = self._record_patiently([finished for finished, _ in waiting])
            except Exception as error:  # noqa: BLE001  whoever waits for the polls gets it
                for _, future in waiting:
                    _fail(future, error)
                return
            done, waiting = waiting[: len(lines)], waiting[len(lines) :]
            for (_, future), line in zip(done, lines, strict=True):
                if future.set_running_or_notify_cancel():  # else nobody wants to know any more
                    future.set_result(line)
        for _, future in waiting:  # in a hurry: they are due again at the next start
            future.cancel()

    def _batch(self, first: _Waiting) -> list[_Waiting]:
        """The first poll, and those that come within a moment."""
        batch, until = [first], monotonic() + BATCH_S
        while len(batch) < BATCH:
            try:
                waiting = self._queue.get(timeout=max(0.0, until - monotonic()))
            except Empty:
                break
            if waiting is None:
                self._queue.put(None)  # the end comes after this batch
                break
            batch.append(waiting)
        return batch

    def _record_patiently(self, batch: Sequence[Finished]) -> list[PollLine]:
        give_up = monotonic() + self._patience_s
        while True:
            try:
                return recorder.record(
                    self._store,
                    batch,
                    now=self._clock(),
                    chance=self._chance,
                    tagger=self.tagger,
                    new_per_day=self._settings.limits.new_per_day,
                    enough_s=BATCH_S,
                )
            except StoreError as error:
                if monotonic() >= give_up or self._hurry.wait(RETRY_S):
                    raise
                log.warning("%s; trying again", error)


def _fail(future: Future[PollLine], error: Exception) -> None:
    if future.set_running_or_notify_cancel():
        future.set_exception(error)


def register(settings: Settings, store: Store, now: datetime) -> None:
    """Makes the database's feeds and rule set those of the settings."""
    with store.begin() as connection:
        leases.register(connection, [feed for feed in settings.feeds if feed.enabled], now)
        tagging.remember(connection, settings.rules, now)


def is_due(store: Store, now: datetime) -> bool:
    """Whether any feed waits to be polled; asks without the write lock."""
    with store.read() as connection:
        return leases.is_due(connection, now)


def claim(
    settings: Settings,
    store: Store,
    now: datetime,
    *,
    holder: str,
    limit: int,
    names: Sequence[str] | None = None,
    without: Sequence[str] = (),
) -> list[Claim]:
    """Leases feeds that are due (but for `without`), or those named, to `holder`; they must be polled or
    released."""
    feeds = {feed.name: feed for feed in settings.feeds if feed.enabled}
    with store.begin() as connection:
        return leases.claim(
            connection, feeds, now, holder=holder, lease_s=LEASE_S, limit=limit, names=names, without=without
        )


def release(store: Store, holder: str) -> None:
    """Gives back what `holder` claimed and did not poll."""
    with store.begin() as connection:
        leases.release(connection, holder)


def poll_once(
    settings: Settings,
    names: Sequence[str] | None,
    *,
    clock: Clock,
    chance: Chance,
    progress: Callable[[PollLine], None],
) -> list[PollLine]:
    """Polls the named feeds, or all that are not paused, due or not; `progress` hears of each as it ends."""
    if names is None:
        names = [feed.name for feed in settings.feeds if feed.enabled and not feed.paused]
    store, holder, hurry = Store(settings.storage.path), f"poll-{token_hex(8)}", True
    register(settings, store, clock())
    ingest = Ingest(settings, store, clock=clock, chance=chance)
    try:
        claims = claim(settings, store, clock(), holder=holder, limit=len(names), names=names)
        lines = [_told(future.result(), progress) for future in as_completed(ingest.poll(claims))]
        hurry = False
    finally:
        ingest.close(hurry=hurry)
        release(store, holder)
        store.close()
    claimed = {claim.source.name for claim in claims}
    busy = [
        PollLine(name, "abandoned", 0, code="leased", line=_LEASED) for name in names if name not in claimed
    ]
    return lines + [_told(line, progress) for line in busy]


def _told(line: PollLine, progress: Callable[[PollLine], None]) -> PollLine:
    progress(line)
    return line
