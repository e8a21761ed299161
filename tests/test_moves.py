"""Feeds that move for good: real servers on loopback, the daemon's own fetch, judge and store."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from documents import STATION, item, rss
from feed_server import FeedServer, Reply, Request, redirect
from hypothesis import given
from hypothesis import strategies as st
from pipeline import Pipeline

from feedwatch import recorder
from feedwatch.fetch import Fetcher
from feedwatch.judge import moves
from feedwatch.model import Claim, Document, Failed, Feed, Job, PollLine, Source, Unchanged
from feedwatch.refine import document
from feedwatch.store import leases
from feedwatch.store.find import open_library

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
PARKED = b"<html><head><title>For sale</title></head><body>Buy this domain</body></html>"


class Polls(Pipeline):
    """A pipeline with its network: each poll asks what its claim says."""

    def __init__(self, path: Path, feed: Feed, now: datetime) -> None:
        super().__init__(path, [feed], now)
        self._now = now
        self._fetcher = Fetcher(user_agent="feedwatch-test", allow=("127.0.0.1", "localhost"), deadline_s=5)

    def ask(self, after: timedelta = timedelta(0)) -> PollLine:
        """One poll, so long after the last."""
        self._now += after
        with self.store.begin() as connection:
            [claim] = leases.claim(
                connection, self.feeds, self._now, holder="test", lease_s=60, limit=1, names=["a"]
            )
        outcome, refined = self._fetcher.fetch(claim), None
        if isinstance(outcome, Document):
            job = Job(claim.source, outcome.body, outcome.url, outcome.content_type, claim.memory)
            answer = document.refine(job, self.tagger)
            if hasattr(answer, "items"):
                refined = answer
            else:
                outcome = answer
        finished = recorder.Finished(claim, outcome, refined, self._now, 0)
        [line] = recorder.record(
            self.store,
            [finished],
            now=self._now,
            chance=lambda: 0.0,
            tagger=self.tagger,
            new_per_day=100,
        )
        return line

    def configure(self, feed: Feed) -> None:
        """Another configuration, as after a reload."""
        self.feeds = {feed.name: feed}
        with self.store.begin() as connection:
            leases.register(connection, [feed], self._now)

    def lives(self) -> tuple[str, tuple[str, ...]]:
        """Where the feed is said to be, and what is noted of it."""
        with open_library(self.store.path) as library:
            [line] = library.feeds()
        return line.current_url, line.notes


class Site:
    """A publisher whose feed stands at /old and may move; every answer differs from the one before."""

    def __init__(self, web: FeedServer) -> None:
        self.web = web
        self._count = 0
        self.web.routes["/old"] = self._feed
        self.web.routes["/new"] = self._feed

    def _feed(self, _: Request) -> bytes:
        self._count += 1
        return rss(item("Extra", f"https://news.example/{self._count}", f"{self._count}"), item(text=STATION))

    def stays(self) -> None:
        self.web.routes["/old"] = self._feed

    def moves(self, to: str = "", status: int = 301) -> None:
        self.web.routes["/old"] = redirect(to or self.web.url("/new"), status)

    def answers(self, path: str, answer: Reply | bytes) -> None:
        self.web.routes[path] = answer

    def asked(self, count: int) -> list[str]:
        return self.web.paths()[-count:]


@contextmanager
def _site() -> Iterator[Site]:
    with FeedServer({}) as web:
        yield Site(web)


@pytest.fixture
def site() -> Iterator[Site]:
    with _site() as found:
        yield found


def the_feed(site: Site, **more: object) -> Feed:
    address = site.web.url("/old")
    return Feed(name="a", url=address, address=address, **more)  # type: ignore[arg-type]


@pytest.fixture
def polls(tmp_path: Path, now: datetime, site: Site) -> Iterator[Polls]:
    found = Polls(tmp_path / "moves.db", the_feed(site), now)
    yield found
    found.store.close()


def moved(polls: Polls, site: Site) -> None:
    """The feed has moved, and that was believed."""
    site.moves()
    for after in (HOUR, DAY, DAY):
        polls.ask(after)


def test_a_move_is_believed_after_three_documents_and_two_days(polls: Polls, site: Site) -> None:
    old, new = site.web.url("/old"), site.web.url("/new")
    site.moves()
    found = []
    for after in (HOUR, HOUR, HOUR, DAY, DAY):
        polls.ask(after)
        found.append(polls.lives()[0])
    assert found == [old, old, old, old, new]
    assert polls.lives()[1] == (f"moved for good to {new} (since 2026-11-24), and polled there",)
    polls.ask(HOUR)
    assert site.asked(3) == ["/old", "/new", "/new"]


def test_what_is_not_believed_yet_is_said(polls: Polls, site: Site) -> None:
    site.moves(status=308)
    polls.ask(HOUR)
    assert polls.lives() == (
        site.web.url("/old"),
        (
            f"says since 2026-11-24 that it has moved for good to {site.web.url('/new')}; "
            "polled there once that has lasted",
        ),
    )


NO_MOVES = {
    "a temporary redirect": 302,
    "a temporary redirect that keeps the method": 307,
}


@pytest.mark.parametrize("status", NO_MOVES.values(), ids=NO_MOVES)
def test_what_is_temporary_is_no_move(polls: Polls, site: Site, status: int) -> None:
    site.moves(status=status)
    for _ in range(4):
        polls.ask(DAY)
    assert polls.lives() == (site.web.url("/old"), ())


def test_a_portal_that_redirects_for_an_evening_captures_nothing(polls: Polls, site: Site) -> None:
    site.answers("/portal", rss(item("Welcome", "https://portal.example/", "w")))
    site.moves(site.web.url("/portal"))
    for _ in range(5):
        polls.ask(HOUR)
    site.stays()
    polls.ask(HOUR)
    assert polls.lives() == (site.web.url("/old"), ())
    site.moves(site.web.url("/portal"))
    polls.ask(3 * DAY)
    assert polls.lives()[0] == site.web.url("/old")  # it began anew


def test_a_parked_page_is_no_feed_and_never_counts(polls: Polls, site: Site) -> None:
    site.answers("/new", PARKED)
    site.moves()
    codes = [polls.ask(DAY).code for _ in range(5)]
    assert (codes, polls.lives()) == (["not-a-feed"] * 5, (site.web.url("/old"), ()))


def test_another_target_begins_the_count_anew(polls: Polls, site: Site) -> None:
    site.answers("/other", rss(item(text=STATION)))
    site.moves()
    polls.ask(HOUR)
    polls.ask(DAY)
    site.moves(site.web.url("/other"))
    polls.ask(DAY)
    assert polls.lives()[0] == site.web.url("/old")
    assert polls.rows("SELECT moved_to, moved_polls FROM feed") == [(site.web.url("/other"), 1)]


def test_a_feed_that_fails_where_it_moved_returns(polls: Polls, site: Site) -> None:
    moved(polls, site)
    site.stays()
    site.answers("/new", Reply(status=404))
    outcomes = [polls.ask(HOUR).outcome for _ in range(5)]
    assert outcomes == ["failed"] * 4 + ["ok"]
    assert polls.lives() == (site.web.url("/old"), ())
    assert polls.rows("SELECT moved_to, moved_since, moved_polls, moved_adopted FROM feed") == [
        (None, None, 0, 0)
    ]


def test_once_a_week_the_configured_address_is_asked_again(polls: Polls, site: Site) -> None:
    moved(polls, site)
    polls.ask(6 * DAY)
    assert site.asked(1) == ["/new"]
    polls.ask(DAY)
    assert site.asked(2) == ["/old", "/new"]
    polls.ask(HOUR)
    assert site.asked(1) == ["/new"]


def test_a_move_that_is_taken_back_is_over_within_a_week(polls: Polls, site: Site) -> None:
    moved(polls, site)
    site.stays()
    polls.ask(7 * DAY)
    assert polls.lives() == (site.web.url("/old"), ())


def test_the_address_it_left_may_die(polls: Polls, site: Site) -> None:
    moved(polls, site)
    site.answers("/old", Reply(status=410))
    line = polls.ask(7 * DAY)
    assert (line.outcome, line.code) == ("failed", "http-410")
    assert polls.rows("SELECT state, failures, moved_adopted FROM feed") == [("ok", 0, 1)]
    assert polls.ask(HOUR).outcome == "ok"
    assert site.asked(1) == ["/new"]


def test_asked_again_the_configured_address_gets_no_validators(polls: Polls, site: Site) -> None:
    seen: list[dict[str, str]] = []
    same = Reply(rss(item(text=STATION)), headers={"ETag": '"1"'})
    moved(polls, site)
    site.answers("/new", same)
    polls.ask(HOUR)

    def old(request: Request) -> Reply:
        seen.append(dict(request.headers))
        return redirect(site.web.url("/new"), 301)

    site.web.routes["/old"] = old
    polls.ask(7 * DAY)
    assert ["if-none-match" in headers for headers in seen] == [False]
    assert polls.rows("SELECT moved_adopted FROM feed") == [(1,)]


def test_another_address_in_the_configuration_ends_a_move(polls: Polls, site: Site) -> None:
    moved(polls, site)
    site.answers("/mine", rss(item(text=STATION)))
    mine = site.web.url("/mine")
    polls.configure(Feed(name="a", url=mine, address=mine))
    assert polls.lives() == (mine, ())
    polls.ask(HOUR)
    assert site.asked(1) == ["/mine"]


SECRETS = {
    "a header": {"headers": (("X-Key", "s3cret"),)},
    "a login": {"auth": ("ann", "s3cret")},
}
REFUSED = {
    "credentials": "the feed's credentials and headers are for the configured address alone",
    "secret": "the configured address holds a secret, which would be stored",
}


@pytest.mark.parametrize("secret", SECRETS.values(), ids=SECRETS)
def test_a_feed_with_credentials_is_not_followed_and_they_stay_at_home(
    tmp_path: Path, now: datetime, site: Site, secret: dict[str, object]
) -> None:
    with _site() as elsewhere:
        polls = Polls(tmp_path / "secrets.db", the_feed(site, **secret), now)
        there = elsewhere.web.url("/new")
        site.moves(there)
        for _ in range(5):
            assert polls.ask(DAY).outcome == "ok"
        assert polls.lives() == (
            site.web.url("/old"),
            (
                f"says since 2026-11-25 that it has moved for good to {there}; not followed, for "
                f"{REFUSED['credentials']}: write the address into the configuration",
            ),
        )
        sent = [str(request.headers) for request in elsewhere.web.requests]
        assert len(sent) == 5
        assert [text for text in sent if "s3cret" in text or "authorization" in text.lower()] == []
        polls.store.close()


def test_credentials_given_after_a_move_bring_the_feed_home(polls: Polls, site: Site) -> None:
    moved(polls, site)
    polls.configure(the_feed(site, auth=("ann", "s3cret")))
    polls.ask(HOUR)
    assert site.asked(2) == ["/old", "/new"]
    assert polls.lives()[0] == site.web.url("/old")


def test_a_secret_address_is_neither_followed_nor_stored(tmp_path: Path, now: datetime, site: Site) -> None:
    configured = the_feed(site)
    secret = replace(
        configured, url=f"{configured.url}?key=${{env:KEY}}", address=f"{configured.url}?key=s3cret"
    )
    polls = Polls(tmp_path / "secret.db", secret, now)
    site.moves(site.web.url("/new?key=s3cret"))
    site.web.routes["/new?key=s3cret"] = site.web.routes["/new"]
    for _ in range(4):
        polls.ask(DAY)
    current, notes = polls.lives()
    assert (current, len(notes)) == (secret.url, 1)
    assert REFUSED["secret"] in notes[0]
    polls.store.close()
    assert b"s3cret" not in polls.store.path.read_bytes()


# --- the rule itself -----------------------------------------------------------------------------


def led(claim: Claim, to: str | None, at: datetime) -> Claim:
    """The claim after a document that the configured address led to."""
    return replace(claim, move=moves.after(claim, Document(b"", to or claim.home, moved_to=to), at))


def claim_of(address: str) -> Claim:
    return Claim(Source(1, "a", address), address, home=address)


INSIDE = (
    "http://10.0.0.1/f",
    "http://[fd00::1]/f",
    "http://169.254.169.254/f",
    "http://nas.local/f",
    "http://localhost/f",
)


@pytest.mark.parametrize("to", INSIDE)
def test_nothing_moves_from_outside_into_a_private_network(now: datetime, to: str) -> None:
    claim = claim_of("http://a.example/f")
    for after in (HOUR, 2 * DAY, 4 * DAY):
        claim = led(claim, to, now + after)
    assert claim.move is not None
    assert (claim.move.adopted, claim.move.refused) == (False, "it is inside a private network")


def test_a_feed_on_the_own_network_may_move_there(now: datetime) -> None:
    claim = claim_of("http://nas.local/f")
    for after in (HOUR, 2 * DAY, 4 * DAY):
        claim = led(claim, "http://192.168.1.4/f", now + after)
    assert claim.move is not None
    assert claim.move.adopted


def test_nothing_moves_from_https_to_http(now: datetime) -> None:
    claim = claim_of("https://a.example/f")
    for after in (HOUR, 2 * DAY, 4 * DAY):
        claim = led(claim, "http://a.example/f", now + after)
    assert claim.move is not None
    assert (claim.move.adopted, claim.move.refused, claim.move.polls) == (
        False,
        "it is not encrypted, and the configured address is",
        3,
    )


def test_from_http_to_https_is_a_move_like_any_other(now: datetime) -> None:
    claim = claim_of("http://a.example/f")
    for after in (HOUR, 2 * DAY, 4 * DAY):
        claim = led(claim, "https://a.example/f", now + after)
    assert claim.move is not None
    assert (claim.move.to, claim.move.adopted) == ("https://a.example/f", True)


PLACES = (None, "https://b.example/f", "https://c.example/f")
ANSWERS = st.lists(
    st.tuples(
        st.sampled_from(("document", "unchanged", "failed")), st.sampled_from(PLACES), st.integers(1, 60)
    ),
    max_size=12,
)


@given(ANSWERS)
def test_only_three_documents_in_a_row_over_two_days_are_a_move(
    answers: list[tuple[str, str | None, int]],
) -> None:
    claim, at = claim_of("https://a.example/f"), datetime(2026, 11, 24, tzinfo=UTC)
    row: list[tuple[str | None, datetime]] = []
    for kind, to, hours in answers:
        at += hours * HOUR
        if kind == "document":
            claim = led(claim, to, at)
            row = [(to, at)] if not row or row[-1][0] != to else [*row, (to, at)]
        else:
            outcome = Unchanged() if kind == "unchanged" else Failed("fetch", "refused", "refused")
            claim = replace(claim, move=moves.after(claim, outcome, at))
        lasts = len(row) >= 3 and row[-1][1] - row[0][1] >= 2 * DAY
        believed = claim.move.to if claim.move and claim.move.adopted else None
        assert believed == (row[-1][0] if lasts else None)
