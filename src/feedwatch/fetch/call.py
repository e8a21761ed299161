"""One poll's time and sockets, and the watch that ends polls when their time is over.

A socket time-out ends a silence, never a drip: a server that sends a byte a second is stopped only by
shutting the socket down from outside. Neither ends a server that keeps us busy: a million chunks of one byte
cost a core while other polls wait for it, so a poll's own CPU time has a limit too. Law: after anything was
read, `Call.check` decides whether it counts; a reply cut by our own shutdown looks like a normal short one.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from socket import SHUT_RDWR, socket
from time import monotonic

from feedwatch.fetch.faults import FetchError

# A usual poll takes 5 ms of CPU, 10 MB of gzip 100 ms.
CPU_S = 0.3
CPU_S_PER_MB = 0.1
LOOK_S = 0.25  # from one look at the CPU times to the next


class Call:
    """One poll under way, by the thread that made it: when it ends, why it was ended, and a handle on each
    socket it has open."""

    def __init__(self, ends_at: float, at: str) -> None:
        self._clock = _own_clock()
        self._cpu_from = _read(self._clock)
        self.ends_at = ends_at
        self.at = at
        self.ended: str | None = None
        self.received = 0  # body bytes as they came
        self._changed = threading.Condition()
        self._handles: list[socket] = []

    def remaining(self, at_most: float) -> float:
        """Seconds left, above zero and no more than `at_most`; raises FetchError when the poll is over."""
        self.check()
        return max(min(at_most, self.ends_at - monotonic()), 0.001)

    def check(self) -> None:
        """Raises FetchError "deadline" or "stopped" when the poll is over."""
        if self.ended:
            raise FetchError(self.ended, at=self.at)

    def took(self, count: int) -> None:
        """Counts bytes of a body that were just read; raises FetchError when the poll is over."""
        self.received += count
        self.check()

    def is_over(self) -> bool:
        """Whether it has used up its time, on the clock or of CPU; for other threads to ask."""
        cpu_s = _read(self._clock) - self._cpu_from
        return monotonic() >= self.ends_at or cpu_s > CPU_S + CPU_S_PER_MB * self.received / 1e6

    def hold(self, sock: socket) -> None:
        """Makes a socket end with the poll; a duplicate is kept, because TLS takes the descriptor over."""
        handle = sock.dup()
        with self._changed:
            self._handles.append(handle)
            if self.ended:
                _shut(handle)

    def let_go(self) -> None:
        """Closes every handle: the reply has been read, or never will be."""
        with self._changed:
            handles, self._handles = self._handles, []
        for handle in handles:
            _shut(handle)
            handle.close()

    def end(self, code: str) -> None:
        """Ends the poll from another thread: whatever it waits for returns now."""
        with self._changed:
            self.ended = self.ended or code
            for handle in self._handles:
                _shut(handle)
            self._changed.notify_all()

    def wait_for(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Waits until `ready`, at most `seconds`: is it? Raises FetchError when the poll is over."""
        with self._changed:
            done = self._changed.wait_for(lambda: ready() or self.ended is not None, seconds)
        self.check()
        return done

    def notify(self) -> None:
        """Tells `wait_for` to look again."""
        with self._changed:
            self._changed.notify_all()


class Watch:
    """Ends each call at its deadline, and all of them on `close`; one thread, started by the first call."""

    def __init__(self, deadline_s: float) -> None:
        self._deadline_s = deadline_s
        self._changed = threading.Condition()
        self._calls: dict[Call, None] = {}  # in order of their ends: all deadlines are equally long
        self._thread: threading.Thread | None = None
        self._closed = False

    @contextmanager
    def call(self, at: str) -> Iterator[Call]:
        """A call that ends at the deadline; on leaving, its sockets are closed."""
        call = Call(monotonic() + self._deadline_s, at)
        self._begin(call)
        try:
            yield call
        finally:
            with self._changed:
                self._calls.pop(call, None)
            call.let_go()

    def close(self) -> None:
        """Ends every call with "stopped", and those that still begin."""
        with self._changed:
            self._closed = True
            calls = list(self._calls)
            self._changed.notify()
        for call in calls:
            call.end("stopped")

    def _begin(self, call: Call) -> None:
        with self._changed:
            if self._closed:
                call.ended = "stopped"
                return
            self._calls[call] = None
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="fetch-watch", daemon=True)
                self._thread.start()
            elif len(self._calls) == 1:
                self._changed.notify()

    def _run(self) -> None:
        while (late := self._next_late()) is not None:
            late.end("deadline")

    def _next_late(self) -> Call | None:
        """Waits for the next call that is over and gives it; None once closed."""
        with self._changed:
            while not self._closed:
                for call in self._calls:
                    if call.is_over():
                        del self._calls[call]
                        return call
                first = next(iter(self._calls), None)
                self._changed.wait(max(0.0, min(LOOK_S, first.ends_at - monotonic())) if first else None)
        return None


def _own_clock() -> int | None:
    """The CPU clock of this thread, which other threads may read; None where the system has none (macOS)."""
    return time.pthread_getcpuclockid(threading.get_ident()) if _HAS_CLOCKS else None


def _read(clock: int | None) -> float:
    return time.clock_gettime(clock) if clock is not None else 0.0


_HAS_CLOCKS = hasattr(time, "pthread_getcpuclockid")


def _shut(handle: socket) -> None:
    with suppress(OSError):  # not connected yet, or no longer
        handle.shutdown(SHUT_RDWR)
