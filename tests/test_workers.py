"""Workers: what a document can cost is one worker, one poll, and nobody else's time."""

import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from documents import item, rss

from feedwatch.model import Failed, Job, Refined, RuleSet, Source
from feedwatch.workers import Workers

HEAVY = rss(
    *(
        item(f"Number {n}", f"https://news.example/{n}", guid=str(n), text="<p>word</p>" * 200)
        for n in range(4000)
    )
)


def job(body: bytes) -> Job:
    return Job(
        Source(1, "feed", "https://news.example/rss"), body, "https://news.example/rss", keep_raw=False
    )


@contextmanager
def workers(**options):
    pool = Workers(RuleSet(), **options)
    try:
        yield pool
    finally:
        pool.close()


def test_a_document_over_the_deadline_is_given_up_and_the_next_is_read():
    with workers(deadline_s=1) as pool:
        slow = pool.refine(job(HEAVY))
    with workers(processes=1, deadline_s=2) as pool:
        pool.refine(job(HEAVY))
        quick = pool.refine(job(rss(item(guid="1"))))
    assert isinstance(slow, Failed)
    assert (slow.stage, slow.code, slow.line) == (
        "refine",
        "refine-deadline",
        "reading the document took longer than 1 s; it was given up",
    )
    assert isinstance(quick, Refined)


def test_slow_documents_do_not_keep_others_waiting():
    with workers(deadline_s=30) as pool, ThreadPoolExecutor(8) as threads:
        pool.refine(job(rss(item(guid="1"))))  # the processes are there
        heavy = [threads.submit(pool.refine, job(HEAVY)) for _ in range(4)]
        time.sleep(7)  # both brisk workers have given their documents to the slow lane
        begun = time.monotonic()
        answers = [pool.refine(job(rss(item(guid=str(n))))) for n in range(10)]
        seconds = time.monotonic() - begun
        assert not all(one.done() for one in heavy)
        pool.close()
    assert all(isinstance(answer, Refined) for answer in answers)
    assert seconds < 6  # four heavy documents take over ten


def test_a_worker_that_is_killed_costs_one_document_and_says_so():
    with workers(processes=1) as pool:
        pool.refine(job(rss(item(guid="1"))))
        with ThreadPoolExecutor(1) as threads:
            answer = threads.submit(pool.refine, job(HEAVY))
            time.sleep(0.5)
            for pid in _workers():
                os.kill(pid, signal.SIGKILL)
            killed = answer.result()
        after = pool.refine(job(rss(item(guid="1"))))
    assert isinstance(killed, Failed)
    assert (killed.code, isinstance(after, Refined)) == ("worker-killed", True)


def _workers() -> list[int]:
    """The processes that multiprocessing's fork server has made for us."""
    ours = [
        pid for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()
    ]
    return [
        int(pid)
        for server in ours
        for pid in Path(f"/proc/{server}/task/{server}/children").read_text().split()
    ]
