"""Workers: what a document can cost is one worker, one poll, and nobody else's time."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

from daemons import eventually
from documents import item, rss

from feedwatch.model import Failed, Job, Refined, RuleSet, Source
from feedwatch.workers import BRISK_BYTES, BRISK_CPU_S, WAITING_BYTES, Workers

SMALL = rss(item(guid="1"))
LARGE = rss(*(item(f"Number {n}", f"https://news.example/{n}", str(n), "word " * 1200) for n in range(50)))
BURNING = rss(*(item(f"Number {n}", guid=str(n), link="", published="") for n in range(1900)))
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


def test_a_document_that_uses_up_its_cpu_time_is_given_up_and_the_next_is_read():
    with workers(cpu_s=1) as pool:
        slow = pool.refine(job(HEAVY))
        quick = pool.refine(job(SMALL))
    assert isinstance(slow, Failed)
    assert (slow.stage, slow.code, slow.line) == (
        "refine",
        "refine-deadline",
        "reading the document took longer than 1 s; it was given up",
    )
    assert isinstance(quick, Refined)


def test_slow_documents_do_not_keep_others_waiting():
    with workers() as pool, ThreadPoolExecutor(8) as threads:
        pool.refine(job(SMALL))  # the processes are there
        heavy = [threads.submit(pool.refine, job(HEAVY)) for _ in range(4)]
        begun = time.monotonic()
        answers = [pool.refine(job(SMALL)) for _ in range(10)]
        seconds = time.monotonic() - begun
        assert not any(one.done() for one in heavy)
        pool.close()
    assert all(isinstance(answer, Refined) for answer in answers)
    assert seconds < 6  # four heavy documents take over ten


def test_a_small_document_that_is_slow_is_read_all_the_same():
    with workers() as pool:
        begun = time.monotonic()
        answer = pool.refine(job(BURNING))
        seconds = time.monotonic() - begun
    assert len(BURNING) < BRISK_BYTES
    assert isinstance(answer, Refined)
    assert seconds > BRISK_CPU_S


def test_slow_documents_wait_in_patience_and_the_last_is_read_too():
    with workers() as pool, ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(pool.refine, [job(LARGE)] * 8))
    assert [type(answer) for answer in answers] == [Refined] * 8


def test_who_waits_too_long_is_told_so_and_tried_again_later():
    with workers(wait_s=4) as pool, ThreadPoolExecutor(2) as threads:
        begun = time.monotonic()
        answers = list(threads.map(pool.refine, [job(HEAVY)] * 2))
        assert time.monotonic() - begun < 6
        after = pool.refine(job(SMALL))
    assert [answer.code for answer in answers] == ["refine-busy"] * 2
    assert isinstance(after, Refined)


def test_what_waits_has_a_limit_in_bytes():
    held = WAITING_BYTES // len(HEAVY)
    with workers() as pool, ThreadPoolExecutor(held + 1) as threads:
        running = [threads.submit(pool.refine, job(HEAVY)) for _ in range(held + 1)]
        first = next(as_completed(running)).result()
        pool.close()
        codes = [one.result().code for one in running]
    assert first.code == "refine-busy"
    assert (codes.count("refine-busy"), codes.count("stopped")) == (1, held)


def test_what_waits_has_a_limit_in_number():
    with workers(slow_places=1) as pool, ThreadPoolExecutor(2) as threads:
        running = [threads.submit(pool.refine, job(HEAVY)) for _ in range(2)]
        first = next(as_completed(running)).result()
        small = pool.refine(job(SMALL))
        pool.close()
    assert (first.code, type(small)) == ("refine-busy", Refined)


def test_a_busy_machine_fails_no_document():
    """The limits count CPU time: a worker that hardly gets any is waited for."""
    burning = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(6)]
    try:
        with workers() as pool:
            answers = [pool.refine(job(rss(item(guid=str(n), text="<p>word</p>" * 300)))) for n in range(5)]
    finally:
        for process in burning:
            process.kill()
            process.wait()
    assert [type(answer) for answer in answers] == [Refined] * 5


def test_the_slow_lane_gives_way_to_everybody():
    with workers() as pool, ThreadPoolExecutor(1) as threads:
        pool.refine(job(SMALL))
        brisk = set(_workers())
        threads.submit(pool.refine, job(HEAVY))
        eventually(lambda: len(_workers()) > len(brisk))
        [slow] = set(_workers()) - brisk
        eventually(lambda: os.getpriority(os.PRIO_PROCESS, slow) == 19)
        assert {os.getpriority(os.PRIO_PROCESS, pid) for pid in brisk} == {0}
        pool.close()


def test_a_worker_that_is_killed_costs_one_document_and_says_so():
    with workers() as pool, ThreadPoolExecutor(1) as threads:
        pool.refine(job(SMALL))
        brisk = set(_workers())
        answer = threads.submit(pool.refine, job(HEAVY))
        eventually(lambda: set(_workers()) - brisk)
        time.sleep(0.5)
        for pid in set(_workers()) - brisk:
            os.kill(pid, signal.SIGKILL)
        killed = answer.result()
        after = pool.refine(job(LARGE))
    assert isinstance(killed, Failed)
    assert (killed.code, isinstance(after, Refined)) == ("worker-killed", True)


def test_workers_that_are_killed_while_they_wait_cost_nothing():
    with workers() as pool:
        pool.refine(job(SMALL))
        for pid in _workers():
            os.kill(pid, signal.SIGKILL)
        time.sleep(1)  # long enough to be noticed
        assert isinstance(pool.refine(job(SMALL)), Refined)


def test_closing_ends_documents_in_both_lanes_at_once():
    with workers(processes=1) as pool, ThreadPoolExecutor(4) as threads:
        running = [threads.submit(pool.refine, job(body)) for body in (HEAVY, HEAVY, BURNING, BURNING)]
        time.sleep(0.3)
        begun = time.monotonic()
        pool.close()
        codes = [one.result().code for one in running]
        seconds = time.monotonic() - begun
        assert (codes, seconds < 1.5) == (["stopped"] * 4, True)
        assert pool.refine(job(SMALL)).code == "stopped"


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
