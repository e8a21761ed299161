"""What the cases of `hostile.py` share: a publisher that misbehaves, the real fetcher, workers and store, and
the measuring of time and memory.

A case is a function registered under its id; it returns what came out, and raises NotAsAskedError when that is not
what the catalogue asks. Any other exception is a crash of ours.
"""

# ruff: noqa: E501  hostile text is easier to read on one line

import re
import resource
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from documents import feed
from feed_server import FeedServer, Route
from fetching import NoCertificateError, certificate
from pipeline import Pipeline

from feedwatch.fetch import Fetcher
from feedwatch.model import Claim, Document, Failed, Job, PollLine, Refined, RuleSet, Source, Unchanged
from feedwatch.workers import WAIT_S, Workers

Outcome = Document | Unchanged | Failed
LOOPBACK = ("127.0.0.0/8", "::1")
DEADLINE_S = 3.0
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GOOD = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour News</title><link>https://harbour.example/</link>'
    b"<item><title>Ferry stops</title><link>https://harbour.example/ferry</link><guid>f1</guid></item></channel></rss>"
)
_ONE_LINE = re.compile(r"[\x20-\x7e]{1,600}")


class NotAsAskedError(Exception):
    """The outcome is not what the catalogue asks."""


class SkippedError(Exception):
    """The case cannot run here; says why."""


Case = Callable[["Stage"], str]
CASES: dict[str, Case] = {}


def case(*ids: str) -> Callable[[Case], Case]:
    """Registers a case under its id (or several that one scene shows)."""

    def register(function: Case) -> Case:
        CASES.update(dict.fromkeys(ids, function))
        return function

    return register


def hold(true: object, otherwise: object) -> None:
    """Raises NotAsAskedError unless it is true."""
    if not true:
        raise NotAsAskedError(str(otherwise)[:400])


def same(found: object, wanted: object) -> None:
    """Raises NotAsAskedError unless both are equal."""
    if found != wanted:
        raise NotAsAskedError(f"{found!r}, not {wanted!r}"[:400])


@dataclass(slots=True)
class Stage:
    """Everything a case plays with. `hangs` counts operations that took longer than their deadline and 1 s."""

    folder: Path
    web: FeedServer
    workers: Workers
    errors: Pipeline
    hangs: int = 0
    slowest_s: float = 0.0
    _count: int = 0
    _certificates: dict[tuple[str, int], tuple[ssl.SSLContext, str]] = field(default_factory=dict)

    def serve(self, route: Route) -> str:
        """The address at which the publisher now answers so."""
        self._count += 1
        path = f"/r{self._count}"
        self.web.routes[path] = route
        return self.web.url(path)

    def place(self, name: str = "x") -> Path:
        """A new path for a database."""
        self._count += 1
        return self.folder / f"{name}{self._count}.db"

    # --- one step of the road, timed -------------------------------------------------------------------

    def fetch(self, address: str, *, of: dict[str, object] | None = None, **options: object) -> Outcome:
        """One poll through a fetcher of its own; `of` are fields of the claim."""
        settings = {"user_agent": "feedwatch-bench/1", "allow": LOOPBACK, "deadline_s": DEADLINE_S, **options}
        fetcher = Fetcher(**settings)  # type: ignore[arg-type]
        claim = Claim(source=Source(1, "feed", address), address=address, **(of or {}))  # type: ignore[arg-type]
        try:
            with self.timed(float(settings["deadline_s"])):  # type: ignore[arg-type]
                return fetcher.fetch(claim)
        finally:
            fetcher.close()

    def read(self, body: bytes, content_type: str = "", **fields: object) -> Refined | Failed:
        """A document through a real worker."""
        job = Job(
            Source(1, "feed", "https://harbour.example/rss"),
            body,
            "https://harbour.example/rss",
            content_type,
            **fields,
        )  # type: ignore[arg-type]
        with self.timed(WAIT_S):
            return self.workers.refine(job)

    def refined(self, body: bytes, content_type: str = "", **fields: object) -> Refined:
        """A document that must be readable."""
        answer = self.read(body, content_type, **fields)
        if isinstance(answer, Failed):
            raise NotAsAskedError(f"{answer.code}: {answer.line}")
        return answer

    def pipeline(self, *names: str, **options: object) -> Pipeline:
        """A new database with these feeds, refining in the workers."""
        urls = {name: f"https://{name}.example/rss" for name in names}
        return Pipeline(
            self.place(),
            [feed(name, url) for name, url in urls.items()],
            NOW,
            refine=self.workers.refine,
            **options,  # type: ignore[arg-type]
        )

    def settings_of(self, address: str, **options: object) -> str:
        """A fetch that must bring a document: its size."""
        outcome = self.fetch(address, **options)  # type: ignore[arg-type]
        if not isinstance(outcome, Document):
            raise NotAsAskedError(shown(outcome))
        return f"OK {len(outcome.body)} bytes"

    @contextmanager
    def timed(self, deadline_s: float) -> Iterator[None]:
        """Counts an operation that goes over its deadline and a second."""
        begun = time.monotonic()
        try:
            yield
        finally:
            seconds = time.monotonic() - begun
            self.slowest_s = max(self.slowest_s, seconds)
            self.hangs += seconds > deadline_s + 1

    # --- what a failure must mean -----------------------------------------------------------------------

    def err(self, outcome: object, *codes: str) -> str:
        """A failure with one of these codes, recorded as every failure must be: the feed fails, is asked
        again later, keeps its validators and its articles, and the line is one plain line."""
        if not isinstance(outcome, Failed):
            raise NotAsAskedError(shown(outcome))
        hold(outcome.code in codes, f"ERR {outcome.code}, not {'/'.join(codes)}: {outcome.line}")
        hold(_ONE_LINE.fullmatch(outcome.line), f"the line is not one plain line: {outcome.line!r}")
        before = self._recorded()
        self.errors.poll("feed", outcome, NOW + timedelta(hours=self._count))
        after = self._recorded()
        hold(after["state"] in ("failing", "slow", "gone"), f"state {after['state']}")
        hold(after["failures"] == before["failures"] + 1, "the failure is not counted")  # type: ignore[operator]
        for kept in ("body_hash", "articles"):
            same(after[kept], before[kept])
        return f"ERR {outcome.code}: {outcome.line}"

    def _recorded(self) -> dict[str, object]:
        [row] = self.errors.rows(
            "SELECT state, failures, body_hash, (SELECT count(*) FROM article) FROM feed JOIN feed_document ON feed_id = id"
        )
        return dict(zip(("state", "failures", "body_hash", "articles"), row, strict=True))

    # --- TLS ----------------------------------------------------------------------------------------------

    def certificate(self, name: str, days: int = 5) -> tuple[ssl.SSLContext, str]:
        """A server's context with a self-signed certificate for a name, and the path of the certificate."""
        if (name, days) not in self._certificates:
            try:
                self._certificates[name, days] = certificate(self.folder, name, days)
            except NoCertificateError as reason:
                raise SkippedError(str(reason)) from None
        return self._certificates[name, days]

    @contextmanager
    def secure(self, name: str, days: int = 5, route: Route = GOOD) -> Iterator[tuple[str, str]]:
        """A TLS server for `feeds.example`: the address of its feed, and the path of its certificate."""
        context, cert = self.certificate(name, days)
        with FeedServer({"/feed": route}, tls=context) as web:
            yield web.url("/feed", host="feeds.example"), cert


def shown(outcome: object) -> str:
    """An outcome in a few words."""
    if isinstance(outcome, Failed):
        return f"ERR {outcome.code}: {outcome.line}"
    if isinstance(outcome, Document):
        return f"OK {len(outcome.body)} bytes, status {outcome.status}"
    if isinstance(outcome, Refined):
        return f"OK {outcome.total} items, problems {[problem.code for problem in outcome.problems]}"
    if isinstance(outcome, PollLine):
        return f"{outcome.outcome} total={outcome.total} new={outcome.new} code={outcome.code} alarm={outcome.alarm}"
    return str(outcome)


def titles(refined: Refined) -> list[str]:
    """The titles of what was refined."""
    return [item.title for item in refined.items]


def loopback(host: str, port: int) -> Sequence[str]:
    """A resolver that finds everything here."""
    return ["127.0.0.1"]


@contextmanager
def stage() -> Iterator[Stage]:
    """A stage in a temporary folder."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        web = stack.enter_context(FeedServer())
        workers = Workers(RuleSet())
        stack.callback(workers.close)
        errors = Pipeline(folder / "errors.db", [feed("feed")], NOW)
        errors.poll("feed", GOOD, NOW)
        yield Stage(folder, web, workers, errors)


# --- memory ------------------------------------------------------------------------------------------------


class Memory:
    """Peak memory: this process's, and that of the workers below it, looked at now and then."""

    def __init__(self, *, every_s: float = 0.05) -> None:
        self.children_kb = 0
        self._every_s = every_s
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def begin(self) -> None:
        """Forgets the peaks so far."""
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        self.children_kb = 0

    def own_mb(self) -> float:
        """This process's peak since `begin`."""
        return _status("self", "VmHWM") / 1024 or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024

    def workers_mb(self) -> float:
        """The largest resident set of a child seen since `begin`."""
        return self.children_kb / 1024

    def close(self) -> None:
        """Stops looking."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(self._every_s):
            for pid in _descendants():
                self.children_kb = max(self.children_kb, _status(pid, "VmRSS"))


def _status(pid: str, name: str) -> int:
    with suppress(OSError, ValueError, IndexError):
        for line in Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
    return 0


def _descendants() -> list[str]:
    found: list[str] = []
    waiting = ["self"]
    while waiting:
        pid = waiting.pop()
        with suppress(OSError):
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                with suppress(OSError):
                    more = children.read_text(encoding="ascii").split()
                    found += more
                    waiting += more
    return [pid for pid in found if _is_worker(pid)]


def _is_worker(pid: str) -> bool:
    with suppress(OSError):
        return b"multiprocessing.forkserver" in Path(f"/proc/{pid}/cmdline").read_bytes()
    return False


def run_feedwatch(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The program itself, to its end."""
    import os

    return subprocess.run(
        [sys.executable, "-m", "feedwatch", *args],
        capture_output=True,
        timeout=120,
        env={**os.environ, **environment},
    )
