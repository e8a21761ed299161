"""Manners towards sites: how many at once, how far apart, and that one site holds up nobody else."""

import threading
import time

import pytest

from feedwatch.manners import OWN, PLACE_S, Turn, Turnstile, site_of


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


def turnstile_of(*, places: int = 99, concurrency: int = 1, gap_s: float = 0) -> Turnstile[int]:
    return Turnstile(places=places, concurrency=concurrency, gap_s=gap_s)


def taken(turnstile: Turnstile[int]) -> Turn[int]:
    turn = turnstile.take()
    assert turn is not None
    return turn


def finish(turnstile: Turnstile[int], turn: Turn[int]) -> None:
    turnstile.left(turn)
    turnstile.done(turn)


def test_no_more_than_the_limit_is_let_through_at_once_and_the_sites_go_in_turn() -> None:
    turnstile = turnstile_of(concurrency=2)
    for number in range(3):
        turnstile.put("a.example", number)
    turnstile.put("b.example", 9)
    turns = [taken(turnstile) for _ in range(3)]
    assert [(turn.site, turn.thing) for turn in turns] == [
        ("a.example", 0),
        ("b.example", 9),
        ("a.example", 1),
    ]
    threading.Timer(0.05, turnstile.left, [turns[0]]).start()
    assert taken(turnstile).thing == 2


def test_the_gap_is_kept_and_another_site_goes_meanwhile() -> None:
    turnstile = turnstile_of(concurrency=9, gap_s=0.2)
    for number in range(3):
        turnstile.put("a.example", number)
        turnstile.put(OWN, 10 + number)
    begun, times = time.monotonic(), {}
    for _ in range(6):
        turn = taken(turnstile)
        times[turn.thing] = time.monotonic() - begun
    assert times[12] < 0.15 < times[1] < 0.35 < times[2]


def test_places_are_for_all_sites_together() -> None:
    turnstile = turnstile_of(places=2)
    for number in range(3):
        turnstile.put(f"{number}.example", number)
    first, _ = taken(turnstile), taken(turnstile)
    turnstile.left(first)  # the site has answered; the place is still needed
    threading.Timer(0.1, turnstile.done, [first]).start()
    begun = time.monotonic()
    assert taken(turnstile).thing == 2
    assert 0.05 < time.monotonic() - begun < 1


def test_takers_are_lacking_while_more_waits_than_they_can_take() -> None:
    turnstile = turnstile_of()
    assert not turnstile.lacks_takers()
    turnstile.put("a.example", 1)
    assert turnstile.lacks_takers()
    assert taken(turnstile).thing == 1
    assert not turnstile.lacks_takers()
    taker = threading.Thread(target=turnstile.take)
    taker.start()
    while not turnstile._idle:
        time.sleep(0.01)
    turnstile.put("b.example", 2)
    assert not turnstile.lacks_takers()
    taker.join(5)
    assert not taker.is_alive()


def test_what_takes_long_keeps_its_place_for_a_while_only() -> None:
    turnstile = turnstile_of(places=2)
    for number in range(5):
        turnstile.put(f"{number}.example", number)
    begun, times = time.monotonic(), []
    for _ in range(5):  # nobody ever says that he is done
        taken(turnstile)
        times.append((time.monotonic() - begun) // PLACE_S)
    assert times == [0, 0, 1, 1, 2]


def test_what_hangs_still_counts_for_its_own_site() -> None:
    turnstile = turnstile_of(places=1)
    for thing in (1, 2):
        turnstile.put("slow.example", thing)
    slow = taken(turnstile)
    threading.Timer(PLACE_S + 0.3, turnstile.left, [slow]).start()
    begun = time.monotonic()
    assert taken(turnstile).thing == 2
    assert time.monotonic() - begun > PLACE_S + 0.2


def test_a_hundred_takers_take_everything_once_and_none_sleeps_through() -> None:
    turnstile = turnstile_of(places=20, concurrency=2, gap_s=0.01)
    things: list[int] = []

    def take_all() -> None:
        while (turn := turnstile.take()) is not None:
            things.append(turn.thing)
            finish(turnstile, turn)

    takers = [threading.Thread(target=take_all, daemon=True) for _ in range(100)]
    for taker in takers:
        taker.start()
    begun = time.monotonic()
    for number in range(1000):
        turnstile.put(f"{number % 40}.example", number)
    turnstile.close()
    for taker in takers:
        taker.join(20)
    assert sorted(things) == list(range(1000))
    assert time.monotonic() - begun < 10  # 25 gaps


def test_sites_with_a_queue_are_crowded() -> None:
    turnstile = turnstile_of()
    for site in ("a.example", "a.example", "b.example", OWN, OWN):
        turnstile.put(site, 0)
    for _ in range(3):
        turnstile.take()
    assert turnstile.crowded() == {"a.example"}


def test_closing_wakes_every_taker_once_nothing_waits() -> None:
    turnstile = turnstile_of()
    turnstile.put("a.example", 1)
    turnstile.put("a.example", 2)
    ended = threading.Semaphore(0)

    def take_all() -> None:
        while (turn := turnstile.take()) is not None:
            finish(turnstile, turn)
        ended.release()

    for _ in range(5):
        threading.Thread(target=take_all, daemon=True).start()
    turnstile.close()
    assert all(ended.acquire(timeout=5) for _ in range(5))


def test_closing_lets_what_waits_finish_or_gives_it_back() -> None:
    patient = turnstile_of()
    patient.put("a.example", 1)
    assert patient.close() == []
    last = taken(patient)
    assert (last.site, last.thing) == ("a.example", 1)
    finish(patient, last)
    assert patient.take() is None
    hasty = turnstile_of()
    hasty.put("a.example", 1)
    assert (hasty.close(drop=True), hasty.take()) == ([1], None)
    assert (hasty.put("a.example", 2), hasty.take()) == (False, None)


def test_whether_others_are_polled_is_told() -> None:
    turnstile = turnstile_of()
    assert not turnstile.is_busy()
    turnstile.put("a.example", 1)
    assert turnstile.is_busy()
    first = taken(turnstile)
    assert not turnstile.is_busy()  # whoever asks is polled himself
    turnstile.put("b.example", 2)
    second = taken(turnstile)
    assert turnstile.is_busy()
    finish(turnstile, second)
    assert not turnstile.is_busy()
    finish(turnstile, first)
