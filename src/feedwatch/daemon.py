"""The background process: APScheduler as a clock, signals, systemd, reload.

One tick a second claims what is due; when a feed is due lives in its row. (A job per feed loses runs that are
due together: measured, 1,800 of 2,000.) The watchdog is fed by the tick itself, so a tick that hangs is seen.
"""

import ctypes
import logging
import os
import signal
import socket
from collections.abc import Callable, Collection, Mapping
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from secrets import token_hex
from threading import Lock, Thread
from time import monotonic
from types import FrameType
from typing import Literal

from apscheduler.schedulers.background import BackgroundScheduler

from feedwatch import ingest as ingesting
from feedwatch.config import Settings
from feedwatch.config.service import Service
from feedwatch.errors import FeedwatchError, StoreError
from feedwatch.ingest import THREADS, Clock, Ingest
from feedwatch.manners import OWN, site_of
from feedwatch.model import PollLine
from feedwatch.present.wording import counted
from feedwatch.recorder import Chance
from feedwatch.store.database import Store
from feedwatch.store.lock import DaemonLock

log = logging.getLogger(__name__)

TICK_S = 1.0
BUSY_MS = 1000  # a locked database is tried again, and again: waiting inside SQLite could not be stopped
# A signal that the system hands to another of our threads wakes nobody; its handler runs when the main thread
# next does anything. Seen with 128 threads: a daemon that had not heard SIGTERM after 30 s, one in ten.
LISTEN_S = 0.5
WATCH_S = 5.0  # between looks at the configuration's files
FOR_EVER = float("inf")
HOLDER = "daemon-"  # how a daemon's leases begin
NO_NAMES = frozenset({"dns-failed", "dns-timeout"})  # codes; "dns-not-found" is the answer of one that works
FEW = 3  # feeds whose names cannot be looked up are told one by one, before it is all of them
SETTLED_S, LATEST_S = 2.0, 30.0  # the line for all comes when no more have joined for so long, or then


class Daemon:
    """Polls what is due until it is told to stop."""

    def __init__(
        self,
        settings: Settings,
        load: Callable[[], Settings],
        *,
        clock: Clock,
        chance: Chance,
        service: Service,
    ) -> None:
        self._settings, self._load = settings, load
        self._clock, self._chance, self._service = clock, chance, service
        # A signal handler may interrupt its own thread anywhere: only a SimpleQueue's put is safe there.
        self._orders: SimpleQueue[Literal["stop", "reload"]] = SimpleQueue()
        self._stopping = False
        self._in_flight, self._counting = 0, Lock()
        self._swapping = Lock()  # a tick must not hand claims to an ingest that is being replaced
        self._polls = PollLog()
        self._holder = HOLDER + token_hex(8)

    def run(self) -> None:
        """Runs until SIGTERM or SIGINT; raises FeedwatchError if it cannot start."""
        path = self._settings.storage.path
        give_memory_back()
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = DaemonLock(path)
        self._store = Store(path, busy_timeout_ms=BUSY_MS)
        ingesting.release(self._store, HOLDER)  # what a daemon held that was killed: the lock says it is gone
        ingesting.register(self._settings, self._store, self._clock())
        self._ingest = self._started(self._settings)
        self._seen = _stamps(self._settings)
        scheduler = BackgroundScheduler(timezone="UTC")
        options = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        scheduler.add_job(self._tick, "interval", seconds=TICK_S, **options)
        scheduler.add_job(self._watch, "interval", seconds=WATCH_S, **options)
        previous = self._handle_signals()
        try:
            scheduler.start()
            self._notify(f"READY=1\nSTATUS=watching {counted(len(self._settings.feeds), 'feed')}")
            log.info("watching %s into %s", counted(len(self._settings.feeds), "feed"), path)
            while self._next_order() == "reload":
                self._reconfigure()
        finally:
            self._notify("STOPPING=1")
            scheduler.shutdown(wait=False)
            self._ingest.close(hurry=True)
            self._give_back()
            self._store.close()
            lock.release()
            for number, handler in previous.items():
                signal.signal(number, handler)
            log.info("stopped")

    def _give_back(self) -> None:
        try:
            ingesting.release(self._store, self._holder)
        except StoreError as error:  # the next daemon takes them back
            log.warning("%s", error)

    # --- the clock's jobs ----------------------------------------------------------------------------

    def _tick(self) -> None:
        """Claims what is due and starts polling it; an unusable database is tried again at the next tick."""
        try:
            room = THREADS * self._settings.network.concurrency - self._in_flight
            if room > 0 and ingesting.is_due(self._store, self._clock()):
                self._poll_due(room)
        except StoreError as error:
            log.error("%s", error)  # noqa: TRY400  one line: the cause is outside the program
        self._polls.look(monotonic())
        if self._service.watchdog_s is not None:
            self._notify("WATCHDOG=1")

    def _poll_due(self, room: int) -> None:
        with self._swapping:
            claims = ingesting.claim(
                self._settings,
                self._store,
                self._clock(),
                holder=self._holder,
                limit=room,
                without=self._ingest.crowded(),
            )
            with self._counting:
                self._in_flight += len(claims)
            for future in self._ingest.poll(claims):
                future.add_done_callback(self._ended)

    def _ended(self, future: "Future[PollLine]") -> None:
        with self._counting:
            self._in_flight -= 1
        if future.cancelled():
            return
        error = future.exception()
        if error is not None:
            log.error("a poll could not be recorded: %s", error)
        else:
            self._polls.tell(future.result(), monotonic())

    def _watch(self) -> None:
        if _stamps(self._settings) != self._seen:
            self._orders.put("reload")

    def _next_order(self) -> Literal["stop", "reload"]:
        """Waits for an order; many reloads asked for at once are one, and a stop goes first."""
        while True:
            with suppress(Empty):
                orders = {self._orders.get(timeout=LISTEN_S)}
                break
        while not self._orders.empty():
            orders.add(self._orders.get())
        return "stop" if "stop" in orders else "reload"

    # --- reload --------------------------------------------------------------------------------------

    def _reconfigure(self) -> None:
        """Takes up a changed configuration, or keeps the one in force if the new one is invalid."""
        self._notify("RELOADING=1")
        self._seen = _stamps(self._settings)
        try:
            settings = self._load()
            if settings.storage.path != self._settings.storage.path:
                log.warning("[storage] url is taken up at the next start")
            ingesting.register(settings, self._store, self._clock())
        except FeedwatchError as error:
            log.error("the configuration in force stays: %s", error)  # noqa: TRY400  the user's to mend
        else:
            with self._swapping:
                old, self._ingest = self._ingest, self._started(settings)
                self._settings, self._seen = settings, _stamps(settings)
            old.tagger = self._ingest.tagger  # what the old workers still bring is tagged by the new rules
            Thread(target=old.close, name="draining", daemon=True).start()
            log.info("configuration taken up: %s", counted(len(settings.feeds), "feed"))
        self._notify(f"READY=1\nSTATUS=watching {counted(len(self._settings.feeds), 'feed')}")

    def _started(self, settings: Settings) -> Ingest:
        own = settings.network.allow
        self._polls.named = {feed.name for feed in settings.feeds if site_of(feed.address, own) != OWN}
        return Ingest(settings, self._store, clock=self._clock, chance=self._chance, patience_s=FOR_EVER)

    # --- signals and systemd -------------------------------------------------------------------------

    def _handle_signals(self) -> "Mapping[int, signal._HANDLER]":
        def stop(_number: int, _frame: FrameType | None) -> None:
            if self._stopping:
                os._exit(0)  # asked twice: what is not committed was never promised
            self._stopping = True
            self._orders.put("stop")

        def reload(_number: int, _frame: FrameType | None) -> None:
            self._orders.put("reload")

        wanted = {signal.SIGTERM: stop, signal.SIGINT: stop, signal.SIGHUP: reload}
        return {number: signal.signal(number, handler) for number, handler in wanted.items()}

    def _notify(self, state: str) -> None:
        """Tells systemd, as sd_notify(3) says; nothing when it does not listen."""
        address = self._service.notify_socket
        if not address:
            return
        if address.startswith("@"):
            address = "\0" + address[1:]
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaker:
                speaker.setblocking(False)  # a listener that is busy must not stop the clock
                speaker.sendto(state.encode(), address)
        except OSError as error:
            log.debug("systemd does not listen: %s", error)


class PollLog:
    """The log of polls: a line for each, but while no name can be looked up one line for all."""

    def __init__(self) -> None:
        self.named: Collection[str] = ()  # feeds whose address is a name of the world's
        self._dark: dict[
            str, float
        ] = {}  # feeds whose name could not be looked up → when; since one last could
        self._told = False
        self._changing = Lock()

    def tell(self, line: PollLine, now: float) -> None:
        """Logs a poll that has ended; `now` is monotonic."""
        with self._changing:
            dark = line.code in NO_NAMES
            if dark:
                self._dark.setdefault(line.feed, now)
            elif line.outcome in ("ok", "unchanged") and line.feed in self.named:
                self._names_work()
            one_of_many = dark and len(self._dark) > FEW
        log_poll(line, quietly=one_of_many)

    def look(self, now: float) -> None:
        """Tells of many feeds at once, when no more have joined them for a moment."""
        with self._changing:
            if self._told or len(self._dark) <= FEW:
                return
            joined = self._dark.values()
            if now - max(joined) >= SETTLED_S or now - min(joined) >= LATEST_S:
                self._told = True
                log.warning(
                    "names cannot be looked up: %d feeds could not be polled; %s", len(self._dark), _WHY
                )

    def _names_work(self) -> None:
        if self._told:
            log.info("names can be looked up again; %d feeds could not be polled meanwhile", len(self._dark))
        self._dark, self._told = {}, False


_WHY = "the resolver or the network is down"


def log_poll(line: PollLine, *, quietly: bool = False) -> None:
    """One log line for one poll."""
    facts = {"feed": line.feed, "outcome": line.outcome, "took_ms": line.took_ms}
    if line.outcome == "ok":
        facts |= {"items": line.total, "new": line.new, "edited": line.edited}
    for name in ("code", "line", "alarm"):
        if (value := getattr(line, name)) is not None:
            facts[name] = value
    level = logging.WARNING if line.outcome == "failed" or line.alarm else logging.INFO
    log.log(logging.DEBUG if quietly else level, "poll", extra={"facts": facts})


def give_memory_back() -> None:
    """Makes glibc return freed bodies to the system; it would keep blocks as large as the largest so far.

    Measured with 20 documents of 10 MB at once: 159 MB stay instead of 281.
    """
    with suppress(AttributeError, OSError, TypeError):  # another C library
        ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, 256 * 1024)


_M_MMAP_THRESHOLD = -3  # malloc.h


def _stamps(settings: Settings) -> tuple[tuple[Path, int, int], ...]:
    """What tells a changed configuration: the files with their times and sizes; a missing one counts as 0."""
    stamps = []
    for path in settings.files:
        try:
            stat = path.stat()
            stamps.append((path, stat.st_mtime_ns, stat.st_size))
        except OSError:
            stamps.append((path, 0, 0))
    return tuple(stamps)
