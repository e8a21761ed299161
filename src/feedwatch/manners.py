"""Manners towards sites: few requests at a time to one registered domain, and a gap from one to the next.

Claims wait here, by site, until their site may be asked, so that a site with 500 feeds holds up nobody else.
Sites on the user's own network (those listed under [network] allow) need no manners.
"""

from collections import defaultdict, deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from threading import Condition
from time import monotonic
from typing import Generic, TypeVar
from urllib.parse import urlsplit

from feedwatch.urls import registered_domain

T = TypeVar("T")
OWN = ""  # the site of everything that needs no manners


@dataclass(slots=True)
class _Site(Generic[T]):
    waiting: deque[T] = field(default_factory=deque)
    active: int = 0
    free_at: float = 0.0  # monotonic


class Turnstile(Generic[T]):
    """Lets through what waits for its site, oldest first, as the site's manners allow; thread-safe."""

    def __init__(self, *, concurrency: int, gap_s: float) -> None:
        self._concurrency, self._gap_s = concurrency, gap_s
        self._sites: defaultdict[str, _Site[T]] = defaultdict(_Site)
        self._changed = Condition()
        self._closed = False

    def put(self, site: str, thing: T) -> None:
        """Queues a thing for a site."""
        with self._changed:
            self._sites[site].waiting.append(thing)
            self._changed.notify()

    def take(self) -> tuple[str, T] | None:
        """Waits for the next thing that may go; None once closed and empty. Its taker says `done(site)`."""
        with self._changed:
            while True:
                now = monotonic()
                ready = self._ready(now)
                if ready is not None:
                    site = self._sites[ready]
                    site.active += 1
                    site.free_at = now + (self._gap_s if ready != OWN else 0.0)
                    return ready, site.waiting.popleft()
                if self._closed and not any(site.waiting for site in self._sites.values()):
                    self._changed.notify_all()  # the other takers have nothing to wait for either
                    return None
                self._changed.wait(self._pause(now))

    def done(self, site: str) -> None:
        """Says that what was let through for a site is finished."""
        with self._changed:
            self._sites[site].active -= 1
            if not self._sites[site].active and not self._sites[site].waiting and site != OWN:
                free_at = self._sites[site].free_at
                if free_at <= monotonic():
                    del self._sites[site]
            self._changed.notify_all()

    def crowded(self) -> frozenset[str]:
        """The sites for which something waits already."""
        with self._changed:
            return frozenset(name for name, site in self._sites.items() if site.waiting and name != OWN)

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

    def _ready(self, now: float) -> str | None:
        for name, site in self._sites.items():
            if site.waiting and (name == OWN or (site.active < self._concurrency and site.free_at <= now)):
                return name
        return None

    def _pause(self, now: float) -> float | None:
        gaps = [
            site.free_at - now
            for site in self._sites.values()
            if site.waiting and site.active < self._concurrency
        ]
        return max(0.001, min(gaps)) if gaps else None


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
