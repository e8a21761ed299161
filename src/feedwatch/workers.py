"""Disposable processes that refine documents: what a hostile document can cost is one of them.

Each has a limit of memory and of CPU, each task a deadline; a worker that breaks one is killed and replaced,
and its document is answered as a value. Started by forkserver: a fork under threads may copy a held lock.
"""

import multiprocessing
import os
import resource
import signal
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from math import ceil
from threading import BoundedSemaphore, Event

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from feedwatch.model import Failed, Job, Refined, RuleSet
from feedwatch.refine import document
from feedwatch.refine.characters import clean_line
from feedwatch.refine.tags import Tagger

MEMORY_BYTES = 512 * 1024 * 1024
TASKS_PER_WORKER = 1000  # then a fresh one: whatever a parser leaks stays small
DEADLINE_S = 30.0  # 5,000 honest items take 5 s of CPU, and the machine may be busy
BRISK_S = 2.0  # a thousand times what a document usually takes
SLOW_PLACES = 3  # documents in the slow lane: the last is answered before its feed's lease runs out


class Workers:
    """A pool of refining processes that hold one rule set, compiled; and beside it the slow lane.

    Nearly every document takes milliseconds. One that takes longer than `BRISK_S` is begun again in the slow
    lane, a process of its own at a lower priority: a hostile document waits for others like it, and every
    other feed goes on as if it were not there.
    """

    def __init__(self, rules: RuleSet, *, processes: int = 2, deadline_s: float = DEADLINE_S) -> None:
        self._deadline_s = deadline_s
        self._waiting: set[ProcessFuture[Refined | Failed]] = set()
        self._closed = Event()
        self._brisk = _pool(rules, processes, deadline_s, niceness=0)
        self._slow = _pool(rules, 1, deadline_s, niceness=5)
        self._slow_places = BoundedSemaphore(SLOW_PLACES)

    def refine(self, job: Job) -> Refined | Failed:
        """Refines a document in a worker and waits for it; never raises."""
        try:
            return self._refined(self._brisk, job, min(BRISK_S, self._deadline_s / 2))
        except FutureTimeoutError:
            return self._slowly(job)

    def _slowly(self, job: Job) -> Refined | Failed:
        if not self._slow_places.acquire(blocking=False):
            line = "reading the document takes long, as that of several others; it is tried again"
            return Failed("refine", "refine-busy", line, bytes=len(job.body))
        try:
            return self._refined(self._slow, job, max(self._deadline_s - BRISK_S, self._deadline_s / 2))
        except FutureTimeoutError:
            line = f"reading the document took longer than {self._deadline_s:g} s; it was given up"
            return Failed("refine", "refine-deadline", line, bytes=len(job.body))
        finally:
            self._slow_places.release()

    def _refined(self, pool: ProcessPool, job: Job, seconds: float) -> Refined | Failed:
        """The pool's answer; raises FutureTimeoutError when a worker had the document for so long."""
        stopped = Failed("refine", "stopped", "feedwatch is stopping", bytes=len(job.body))
        try:
            future = pool.submit(_refine, seconds, job)
        except RuntimeError:  # the pool is closed
            return stopped
        self._waiting.add(future)
        if self._closed.is_set():  # in between, so nobody else will cancel it
            future.cancel()  # type: ignore[no-untyped-call] # pebble leaves these without types
        try:
            return future.result()
        except ProcessExpired as expired:
            line = "reading the document used more memory or time than it may; it was given up"
            return Failed("refine", "worker-killed", f"{line} (exit {expired.exitcode})", bytes=len(job.body))
        except CancelledError:
            return stopped
        finally:
            self._waiting.discard(future)

    def close(self) -> None:
        """Stops every worker at once; what they were doing is answered as stopped."""
        self._closed.set()
        for pool in (self._brisk, self._slow):
            pool.stop()  # type: ignore[no-untyped-call] # as above
        for future in tuple(self._waiting):  # pebble forgets the tasks that no worker had begun
            future.cancel()  # type: ignore[no-untyped-call] # as above
        for pool in (self._brisk, self._slow):
            pool.join()


def _pool(rules: RuleSet, processes: int, deadline_s: float, *, niceness: int) -> ProcessPool:
    """A pool whose processes start with its first document."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["feedwatch.refine.document"])
    return ProcessPool(
        max_workers=processes,
        max_tasks=TASKS_PER_WORKER,
        initializer=_begin,
        initargs=(rules, deadline_s, niceness),
        context=context,
    )


_tagger = Tagger(RuleSet())
_cpu_s = DEADLINE_S


def _begin(rules: RuleSet, deadline_s: float, niceness: int) -> None:
    global _tagger, _cpu_s
    os.nice(niceness)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, hard))
    _tagger, _cpu_s = Tagger(rules), deadline_s


def _refine(job: Job) -> Refined | Failed:
    _limit_cpu()
    return answer(job)


def answer(job: Job) -> Refined | Failed:
    """Refines a document in this process; what goes wrong is a value too."""
    try:
        return document.refine(job, _tagger)
    except MemoryError:
        line = "reading the document needs more memory than it may use; it was given up"
        return Failed("refine", "memory", line, bytes=len(job.body))
    except Exception as error:  # noqa: BLE001  an exception may not pickle, and would then kill the pool
        line = clean_line(f"reading the document failed: {type(error).__name__}: {str(error)[:300]}")
        return Failed("refine", "internal", line, bytes=len(job.body))


def _limit_cpu() -> None:
    """Lets the next task burn as many seconds as its deadline: the wall's clock ends it while the parent
    lives, the kernel's when the parent is gone."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    seconds = ceil(used.ru_utime + used.ru_stime + _cpu_s) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, hard))
