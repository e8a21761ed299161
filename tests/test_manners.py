"""Manners towards sites: how many at once, how far apart, and that one site holds up nobody else."""

import threading
import time

import pytest

from feedwatch.manners import OWN, Turnstile, site_of


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://feeds.bbci.co.uk/news/rss.xml", "bbci.co.uk"),
        ("https://www.bbci.co.uk:8443/x", "bbci.co.uk"),
        ("http://127.0.0.1:8080/feed", OWN),
        ("http://192.168.1.20/feed", OWN),
        ("http://192.168.2.20/feed", "192.168.2.20"),
        ("http://nas.local:8080/feed", OWN),
        ("http://nas.local:9090/feed", "nas.local"),
        ("file:local.xml", OWN),
        ("http://[::broken", OWN),
    ],
)
def test_a_site_is_a_registered_domain_and_what_is_ours_is_none(address: str, site: str) -> None:
    assert site_of(address, ("127.0.0.0/8", "192.168.1.0/24", "nas.local:8080")) == site


def test_no_more_than_the_limit_is_let_through_at_once() -> None:
    turnstile: Turnstile[int] = Turnstile(concurrency=2, gap_s=0)
    for number in range(3):
        turnstile.put("a.example", number)
    turnstile.put("b.example", 9)
    assert [turnstile.take() for _ in range(3)] == [("a.example", 0), ("a.example", 1), ("b.example", 9)]
    threading.Timer(0.05, turnstile.done, ["a.example"]).start()
    assert turnstile.take() == ("a.example", 2)


def test_the_gap_is_kept_and_another_site_goes_meanwhile() -> None:
    turnstile: Turnstile[int] = Turnstile(concurrency=9, gap_s=0.2)
    for number in range(3):
        turnstile.put("a.example", number)
        turnstile.put(OWN, 10 + number)
    begun, times = time.monotonic(), {}
    for _ in range(6):
        taken = turnstile.take()
        assert taken is not None
        times[taken[1]] = time.monotonic() - begun
    assert times[12] < 0.15 < times[1] < 0.35 < times[2]


def test_sites_with_a_queue_are_crowded() -> None:
    turnstile: Turnstile[int] = Turnstile(concurrency=1, gap_s=0)
    for site in ("a.example", "a.example", "b.example", OWN, OWN):
        turnstile.put(site, 0)
    turnstile.take()
    turnstile.take()
    assert turnstile.crowded() == {"a.example"}


def test_closing_wakes_every_taker_once_nothing_waits() -> None:
    turnstile: Turnstile[int] = Turnstile(concurrency=1, gap_s=0)
    turnstile.put("a.example", 1)
    turnstile.put("a.example", 2)
    ended = threading.Semaphore(0)

    def take_all() -> None:
        while (taken := turnstile.take()) is not None:
            turnstile.done(taken[0])
        ended.release()

    for _ in range(5):
        threading.Thread(target=take_all, daemon=True).start()
    turnstile.close()
    assert all(ended.acquire(timeout=5) for _ in range(5))


def test_closing_lets_what_waits_finish_or_gives_it_back() -> None:
    patient: Turnstile[int] = Turnstile(concurrency=1, gap_s=0)
    patient.put("a.example", 1)
    assert (patient.close(), patient.take()) == ([], ("a.example", 1))
    patient.done("a.example")
    assert patient.take() is None
    hasty: Turnstile[int] = Turnstile(concurrency=1, gap_s=0)
    hasty.put("a.example", 1)
    assert (hasty.close(drop=True), hasty.take()) == ([1], None)
