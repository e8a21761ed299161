"""Disposable processes that refine documents: what a hostile document can cost is one of them.

Two lanes. Nearly every document is small and takes milliseconds; the brisk lane reads those. One that is
large, or has used up a brisk document's CPU time, is read in the slow lane: a process of the lowest priority,
where it waits for others like it while every other feed goes on as if it were not there.

Laws: a document's limits are memory, CPU time (kept by the kernel, so that a busy machine fails nobody) and a
last moment on the clock; a process that breaks one ends and is replaced; whatever happens is a value.
"""

import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from threading import Lock
from time import monotonic

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from feedwatch.model import Failed, Job, Refined, RuleSet
from feedwatch.refine import document
from feedwatch.refine.characters import clean_line
from feedwatch.refine.tags import Tagger

MEMORY_BYTES = 512 * 1024 * 1024
TASKS_PER_WORKER = 1000  # then a fresh one: whatever a parser leaks stays small
CPU_S = 30.0  # 5,000 honest items take 7
WAIT_S = 240.0  # on the clock, queues included: with a fetch of 30 s, less than a feed's lease
BRISK_BYTES = 256 * 1024  # a megabyte of real feed takes about a second of CPU: this much a quarter …
BRISK_CPU_S = 0.5  # … and twice that is no longer brisk
WAITING_BYTES = 48 * 1024 * 1024  # of bodies in one lane: they lie in the parent's memory
SLOW_PLACES = 64  # in the slow lane: each holds a thread of the parent's


class Workers:
    """The two lanes of refining processes that hold one rule set, compiled; any number of threads may ask."""

    def __init__(
        self,
        rules: RuleSet,
        *,
        processes: int = 2,
        slow_places: int = SLOW_PLACES,
        cpu_s: float = CPU_S,
        wait_s: float = WAIT_S,
    ) -> None:
        """`slow_places` is how many documents may be in the slow lane, `cpu_s` and `wait_s` are the most that
        one may take, of CPU and on the clock."""
        self._cpu_s, self._wait_s = cpu_s, wait_s
        self._brisk = _Lane(rules, processes, min(BRISK_CPU_S, cpu_s), places=sys.maxsize, humble=False)
        self._slow = _Lane(rules, 1, cpu_s, places=slow_places, humble=True)

    def refine(self, job: Job) -> Refined | Failed:
        """Refines a document in a worker and waits for it; never raises."""
        until = monotonic() + self._wait_s
        lanes = (self._brisk, self._slow) if len(job.body) <= BRISK_BYTES else (self._slow,)
        try:
            for lane in lanes:
                with suppress(_UsedUpError):
                    return lane.read(job, until - monotonic())
        except TimeoutError:
            line = "the machine is too busy to read the document; it is tried again"
            return Failed("refine", "refine-busy", line, bytes=len(job.body))
        line = f"reading the document took longer than {self._cpu_s:g} s; it was given up"
        return Failed("refine", "refine-deadline", line, bytes=len(job.body))

    def close(self) -> None:
        """Stops every worker at once; what they were doing is answered as stopped."""
        lanes = (self._brisk, self._slow)
        for lane in lanes:
            lane.stop()
        for lane in lanes:
            lane.join()


class _UsedUpError(Exception):
    """The document has used up the CPU time that it may take in this lane."""


class _Lane:
    """A pool of processes that read documents in order of arrival, each within `cpu_s` of CPU time."""

    def __init__(self, rules: RuleSet, processes: int, cpu_s: float, *, places: int, humble: bool) -> None:
        self._rules, self._processes, self._cpu_s, self._humble = rules, processes, cpu_s, humble
        self._pool = self._opened()
        self._waiting: set[ProcessFuture[Refined | Failed]] = set()
        self._places, self._held, self._counting = places, 0, Lock()  # held: bytes of bodies
        self._changing = Lock()  # of the pool: starting one takes a second
        self._closed = False

    def read(self, job: Job, seconds: float) -> Refined | Failed:
        """The document refined; raises _UsedUpError, or TimeoutError when it could not be read in so long."""
        try:
            with self._place(job) as future:
                return future.result(seconds)
        except ProcessExpired as expired:
            if expired.exitcode == -signal.SIGPROF:
                raise _UsedUpError from expired
            return _killed(job, f"exit {expired.exitcode}")
        except (CancelledError, RuntimeError):  # RuntimeError: pebble has given the pool up
            return _stopped(job) if self._closed else _killed(job, "with all others")

    def stop(self) -> None:
        """Ends the processes; whoever waits is answered."""
        with self._changing:
            self._closed = True
            self._abandon()

    def join(self) -> None:
        """Waits until they have ended."""
        self._pool.join()

    @contextmanager
    def _place(self, job: Job) -> "Iterator[ProcessFuture[Refined | Failed]]":
        """A document's place in the lane, given back however its reading ends."""
        size = len(job.body)
        with self._counting:
            if not self._places or (self._held and self._held + size > WAITING_BYTES):
                raise TimeoutError
            self._places, self._held = self._places - 1, self._held + size
        try:
            future = self._entered(job)
            try:
                yield future
            finally:
                future.cancel()  # type: ignore[no-untyped-call] # pebble leaves these without types
                self._waiting.discard(future)
        finally:
            with self._counting:
                self._places, self._held = self._places + 1, self._held - size

    def _entered(self, job: Job) -> "ProcessFuture[Refined | Failed]":
        with self._changing:
            if self._closed:
                raise CancelledError
            if not self._pool.active:  # pebble gives a pool up when its last idle process is killed
                self._abandon()
                self._pool.join()
                self._pool = self._opened()
            future = self._pool.submit(_refine, None, job, self._cpu_s)
            self._waiting.add(future)
            return future

    def _abandon(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call] # as above
        for future in tuple(self._waiting):  # pebble forgets the tasks that no worker had begun
            future.cancel()  # type: ignore[no-untyped-call] # as above

    def _opened(self) -> ProcessPool:
        """A pool whose processes start with its first document: by forkserver, for a fork under threads may
        copy a held lock."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["feedwatch.refine.document"])
        return ProcessPool(
            max_workers=self._processes,
            max_tasks=TASKS_PER_WORKER,
            initializer=_begin,
            initargs=(self._rules, self._humble),
            context=context,
        )


def _stopped(job: Job) -> Failed:
    return Failed("refine", "stopped", "feedwatch is stopping", bytes=len(job.body))


def _killed(job: Job, how: str) -> Failed:
    line = f"the process that read the document was killed, or used more memory than it may ({how})"
    return Failed("refine", "worker-killed", line, bytes=len(job.body))


# --- in the worker -------------------------------------------------------------------------------------

_tagger = Tagger(RuleSet())


def _begin(rules: RuleSet, humble: bool) -> None:
    global _tagger
    if humble:
        _give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # at once, also in the middle of a library's C code
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY_BYTES if hard == resource.RLIM_INFINITY else min(MEMORY_BYTES, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    _tagger = Tagger(rules)


def _give_way() -> None:
    """Lets every other process of ours go first: this one takes what they leave."""
    os.nice(19)
    if hasattr(os, "SCHED_IDLE"):  # Linux: unlike a nice process, an idle one never keeps another waiting
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _refine(job: Job, cpu_s: float) -> Refined | Failed:
    # The kernel counts, and ends the process with SIGPROF: nobody has to look at a clock, no parent to live.
    signal.setitimer(signal.ITIMER_PROF, cpu_s)
    try:
        return answer(job)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


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
