"""Manners towards sites, and places for all: few requests at once to one registered domain, a gap from one
to the next, and so many polls at once over all sites.

Claims wait here, by site, until their site may be asked: a site with 500 feeds holds up nobody else. A poll
has its place for `PLACE_S`, and goes on without it when it takes longer: servers that hang and documents that
are slow to read hold up nobody either. Sites on the user's own network (those listed under [network] allow)
need no manners.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from math import inf
from operator import itemgetter
from threading import Condition
from time import monotonic
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from feedwatch.urls import registered_domain

T = TypeVar("T")
OWN = ""  # the site of everything that needs no manners
PLACE_S = 2.0  # ten times what a good poll takes


@dataclass(slots=True)
class _Site(Generic[T]):
    waiting: deque[T] = field(default_factory=deque)
    active: int = 0
    free_at: float = 0.0  # monotonic


@dataclass(frozen=True, slots=True, eq=False)
class Turn(Generic[T]):
    """What was let through; its taker says `left` when the site has answered, and `done` at the end."""

    thing: T
    site: str
    until: float  # monotonic: so long it has one of the places


class Turnstile(Generic[T]):
    """Lets through what waits for its site, oldest first, the sites in turn; thread-safe."""

    def __init__(self, *, places: int, concurrency: int, gap_s: float) -> None:
        """`places` are for all sites together, `concurrency` and the gap for each."""
        self._places, self._concurrency, self._gap_s = places, concurrency, gap_s
        self._sites: defaultdict[str, _Site[T]] = defaultdict(_Site)
        self._placed: dict[Turn[T], None] = {}  # the oldest first
        self._idle = 0  # takers that wait
        self._changed = Condition()
        self._alarm = inf  # when the next of those who wait will look at the clock
        self._closed = False

    def put(self, site: str, thing: T) -> bool:
        """Queues a thing for a site; False, and nothing done, once closed."""
        with self._changed:
            if self._closed:
                return False
            self._sites[site].waiting.append(thing)
            self._changed.notify()
            return True

    def take(self) -> Turn[T] | None:
        """Waits for the next thing that may go; None once closed and empty."""
        with self._changed:
            while True:
                now = monotonic()
                name, moment = self._next(now)
                if name is not None and moment <= now:
                    self._changed.notify()  # there may be another
                    return self._let_through(name, now)
                if self._closed and not any(site.waiting for site in self._sites.values()):
                    self._changed.notify_all()  # the other takers have nothing to wait for either
                    return None
                self._idle += 1
                self._wait(moment)
                self._idle -= 1

    def lacks_takers(self) -> bool:
        """Whether more things wait than takers wait for them."""
        with self._changed:
            return sum(len(site.waiting) for site in self._sites.values()) > self._idle

    def left(self, turn: Turn[T]) -> None:
        """Says that a turn's site is no longer asked."""
        with self._changed:
            site = self._sites[turn.site]
            site.active -= 1
            idle = not site.active and not site.waiting and site.free_at <= monotonic()
            if idle and turn.site != OWN:
                del self._sites[turn.site]
            self._changed.notify()

    def done(self, turn: Turn[T]) -> None:
        """Gives a turn's place back, if it still has one."""
        with self._changed:
            self._placed.pop(turn, None)
            self._changed.notify()

    def crowded(self) -> frozenset[str]:
        """The sites for which something waits already."""
        with self._changed:
            return frozenset(name for name, site in self._sites.items() if site.waiting and name != OWN)

    def is_busy(self) -> bool:
        """Whether anything waits, or more than one thing has a place."""
        with self._changed:
            self._free_places(monotonic())
            return len(self._placed) > 1 or any(site.waiting for site in self._sites.values())

    def close(self, *, drop: bool = False) -> Sequence[T]:
        """Lets the takers end when nothing waits any more; with `drop`, gives back what waits instead."""
        with self._changed:
            self._closed = True
            dropped: list[T] = []
            if drop:
                for site in self._sites.values():
                    dropped += site.waiting
                    site.waiting.clear()
            self._changed.notify_all()
            return dropped

    def _next(self, now: float) -> tuple[str | None, float]:
        """The site to be asked next and the moment from which it may be; never, while all are being asked."""
        self._free_places(now)
        open_sites = [
            (site.free_at, name)
            for name, site in self._sites.items()
            if site.waiting and (name == OWN or site.active < self._concurrency)
        ]
        if not open_sites:
            return None, inf
        free_at, name = min(open_sites, key=itemgetter(0))
        if len(self._placed) >= self._places:
            free_at = max(free_at, next(iter(self._placed)).until)
        return name, free_at

    def _free_places(self, now: float) -> None:
        """Takes the places of those who have had them long enough."""
        while self._placed and (oldest := next(iter(self._placed))).until <= now:
            del self._placed[oldest]

    def _let_through(self, name: str, now: float) -> Turn[T]:
        site = self._sites[name]
        site.active += 1
        site.free_at = now + (self._gap_s if name != OWN else 0.0)
        turn = Turn(site.waiting.popleft(), name, now + PLACE_S)
        self._placed[turn] = None
        return turn

    def _wait(self, moment: float) -> None:
        """Waits for a change, or for the moment unless another taker will look at the clock before."""
        if moment >= self._alarm:
            self._changed.wait()
            return
        self._alarm = moment
        self._changed.wait(max(0.0, moment - monotonic()))
        if self._alarm == moment:
            self._alarm = inf


def site_of(address: str, own: Collection[str]) -> str:
    """The registered domain that an address is asked at; OWN for addresses that `own` lists."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return OWN  # the fetcher will say what is wrong with it, at once
    if not host or host in own or f"{host}:{port}" in own or _within(host, own):
        return OWN
    return registered_domain(host)


def _within(host: str, own: Collection[str]) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return False
    for entry in own:
        try:
            if address in ip_network(entry, strict=False):
                return True
        except ValueError:
            continue  # a name
    return False
