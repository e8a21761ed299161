"""Disposable processes that refine documents: what a hostile document can cost is one of them.

Each has a limit of memory and of CPU, each task a deadline; a worker that breaks one is killed and replaced,
and its document is answered as a value. Started by forkserver: a fork under threads may copy a held lock.
"""

import multiprocessing
import resource
import signal
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from threading import Event

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from feedwatch.model import Failed, Job, Refined, RuleSet
from feedwatch.refine import document
from feedwatch.refine.tags import Tagger

MEMORY_BYTES = 512 * 1024 * 1024
TASKS_PER_WORKER = 1000  # then a fresh one: whatever a parser leaks stays small
DEADLINE_S = 15.0


class Workers:
    """A pool of refining processes that hold one rule set, compiled."""

    def __init__(self, rules: RuleSet, *, processes: int = 2, deadline_s: float = DEADLINE_S) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["feedwatch.refine.document"])
        self._deadline_s = deadline_s
        self._waiting: set[ProcessFuture[Refined | Failed]] = set()
        self._closed = Event()
        self._pool = ProcessPool(
            max_workers=processes,
            max_tasks=TASKS_PER_WORKER,
            initializer=_begin,
            initargs=(rules, deadline_s),
            context=context,
        )

    def refine(self, job: Job) -> Refined | Failed:
        """Refines a document in a worker and waits for it; never raises."""
        size = len(job.body)
        stopped = Failed("refine", "stopped", "feedwatch is stopping", bytes=size)
        try:
            future = self._pool.submit(_refine, self._deadline_s, job)
        except RuntimeError:  # the pool is closed
            return stopped
        self._waiting.add(future)
        if self._closed.is_set():  # in between, so nobody else will cancel it
            future.cancel()  # type: ignore[no-untyped-call] # pebble leaves these without types
        try:
            return future.result()
        except FutureTimeoutError:
            line = f"reading the document took longer than {self._deadline_s:g} s; it was given up"
            return Failed("refine", "refine-deadline", line, bytes=size)
        except ProcessExpired as expired:
            line = "reading the document used more memory or time than it may; it was given up"
            return Failed("refine", "worker-killed", f"{line} (exit {expired.exitcode})", bytes=size)
        except CancelledError:
            return stopped
        finally:
            self._waiting.discard(future)

    def close(self) -> None:
        """Stops every worker at once; what they were doing is answered as stopped."""
        self._closed.set()
        self._pool.stop()  # type: ignore[no-untyped-call] # as above
        for future in tuple(self._waiting):  # pebble forgets the tasks that no worker had begun
            future.cancel()  # type: ignore[no-untyped-call] # as above
        self._pool.join()


_tagger = Tagger(RuleSet())


def _begin(rules: RuleSet, deadline_s: float) -> None:
    global _tagger
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, hard))
    _tagger = Tagger(rules)


def _refine(job: Job) -> Refined | Failed:
    try:
        return document.refine(job, _tagger)
    except MemoryError:
        line = "reading the document needs more memory than it may use; it was given up"
        return Failed("refine", "memory", line, bytes=len(job.body))
    except Exception as error:  # noqa: BLE001  an exception may not pickle, and would then kill the pool
        line = f"reading the document failed: {type(error).__name__}: {error}"[:300]
        return Failed("refine", "internal", " ".join(line.split()), bytes=len(job.body))
