"""The daemon as a process: signals, systemd, reload, the lock, kill -9. Real sockets, files and signals."""

import contextlib
import ctypes
import json
import logging
import os
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from daemons import Folder, eventually
from documents import FERRY, STATION, item, rss
from feed_server import FeedServer, Reply, Request, Wire

from feedwatch.daemon import PollLog
from feedwatch.model import PollLine

STATION_FEED = rss(item(guid="1", text=STATION))
FERRY_FEED = rss(item("Ferry stops", "https://other.example/ferry", "2", FERRY))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """An empty folder for a configuration and a database."""
    return Folder(tmp_path)


def titles(folder: Folder) -> list[str]:
    """The titles of all articles, in order of arrival; asked of the file, which is quicker than a command."""
    if not folder.database.exists():
        return []
    with closing(sqlite3.connect(f"file:{folder.database}?mode=ro", uri=True)) as connection:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'article'").fetchone():
            return []
        return [title for (title,) in connection.execute("SELECT title FROM article ORDER BY id")]


def test_a_daemon_polls_tells_systemd_and_stops_with_0(folder: Folder) -> None:
    with FeedServer({"/a": STATION_FEED}) as web:
        folder.configure({"a": web.url("/a")})
        with folder.daemon(WATCHDOG_USEC="30000000") as daemon:
            daemon.wait_ready()
            eventually(lambda: "poll feed=a outcome=ok" in daemon.log, daemon)
            eventually(lambda: daemon.heard("WATCHDOG=1"), daemon)
            assert folder.json("status", "--fields", "running,pid") == {
                "running": True,
                "pid": daemon.process.pid,
            }
            code, seconds = daemon.stop()
            assert (code, seconds < 2, daemon.heard("STOPPING=1")) == (0, True, True)
    assert titles(folder) == ["Pumping station reopens in Basra"]


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "tgkill"), reason="signals to single threads: glibc")
def test_a_signal_that_another_thread_gets_is_heard_too(folder: Folder) -> None:
    with FeedServer({"/a": STATION_FEED}) as web:
        folder.configure({"a": web.url("/a")})
        with folder.daemon() as daemon:
            daemon.wait_ready()
            pid = daemon.process.pid
            other = next(int(name) for name in os.listdir(f"/proc/{pid}/task") if int(name) != pid)
            begun = time.monotonic()
            assert ctypes.CDLL(None).tgkill(pid, other, signal.SIGTERM) == 0
            assert daemon.process.wait(timeout=30) == 0
            assert time.monotonic() - begun < 2


def test_a_daemon_with_hung_connections_stops_within_two_seconds(folder: Folder) -> None:
    hung = threading.Semaphore(0)

    def hang(_request: Request, connection: socket.socket) -> None:
        hung.release()
        connection.recv(1)

    with FeedServer({f"/{n}": Wire(hang) for n in range(20)}) as web:
        folder.configure({f"f{n}": web.url(f"/{n}") for n in range(20)})
        with folder.daemon() as daemon:
            for _ in range(20):
                assert hung.acquire(timeout=30)
            code, seconds = daemon.stop()
            assert (code, seconds < 2) == (0, True), (seconds, daemon.log)
    assert folder.json("feeds", "list", "--fields", "state") == [{"state": "new"}] * 20


def test_a_daemon_with_documents_in_the_slow_lane_stops_within_two_seconds(folder: Folder) -> None:
    many = (
        item(f"Number {n}", f"https://news.example/{n}", str(n), "<p>word</p>" * 200) for n in range(4000)
    )
    heavy = rss(*many)  # twelve seconds of CPU
    with FeedServer({f"/{n}": heavy for n in range(4)}) as web:
        folder.configure({f"f{n}": web.url(f"/{n}") for n in range(4)})
        with folder.daemon() as daemon:
            eventually(lambda: len(web.requests) == 4, daemon)
            time.sleep(2)  # one is being read, three wait
            code, seconds = daemon.stop()
            assert (code, seconds < 2) == (0, True), (seconds, daemon.log)
    assert folder.json("feeds", "list", "--fields", "state") == [{"state": "new"}] * 4


def test_a_dead_resolver_is_one_line_for_all_feeds_and_heals_by_itself(folder: Folder) -> None:
    with FeedServer({"/a": STATION_FEED, "/own": FERRY_FEED}) as web:
        feeds = {f"f{n}": f"http://f{n}.invalid:{web.port}/a" for n in range(60)}
        folder.configure({**feeds, "own": web.url("/own")}, interval="5s")
        with folder.daemon(**folder.no_resolver()) as daemon:
            eventually(lambda: "names cannot be looked up" in daemon.log, daemon)
            lines = [line for line in daemon.log.splitlines() if "dns-failed" in line]
            assert len(lines) == 3
            summary = (
                "names cannot be looked up: 60 feeds could not be polled; the resolver or the network is down"
            )
            assert f"WARNING {summary}" in daemon.log
            eventually(lambda: "poll feed=own outcome=ok" in daemon.log, daemon)  # what needs no name goes on
            failing = folder.json("feeds", "list", "--fields", "state,error_code")
            assert failing.count({"state": "failing", "error_code": "dns-failed"}) == 60  # type: ignore[attr-defined]
            (folder.path / "no-resolver").unlink()
            eventually(lambda: "names can be looked up again" in daemon.log, daemon)
            assert daemon.log.count("names cannot be looked up") == 1
            assert "Traceback" not in daemon.log


def test_a_name_that_cannot_be_looked_up_among_others_that_can_is_told_by_itself() -> None:
    told: list[logging.LogRecord] = []
    handler = logging.Handler()
    handler.emit = told.append  # type: ignore[method-assign]
    logger = logging.getLogger("feedwatch.daemon")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        polls = PollLog()
        polls.named = {f"f{n}" for n in range(9)}
        for n in range(9):
            polls.tell(
                PollLine(
                    f"f{n}", "ok" if n % 3 == 2 else "failed", 1, code="dns-failed" if n % 3 != 2 else None
                ),
                n,
            )
            polls.look(n + 0.5)
        polls.look(99)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
    assert [record.getMessage() for record in told] == ["poll"] * 9


def test_a_second_daemon_is_refused_with_the_pid_of_the_first(folder: Folder) -> None:
    folder.configure({})
    with folder.daemon() as daemon:
        daemon.wait_ready()
        second = folder.command("run")
        assert second.returncode == 5
        assert f"(pid {daemon.process.pid}); stop it first" in second.stderr.splitlines()[-1]


def test_the_lock_of_a_killed_daemon_blocks_nobody(folder: Folder) -> None:
    folder.configure({})
    with folder.daemon() as daemon:
        daemon.wait_ready()
        daemon.process.kill()
        daemon.process.wait()
    with folder.daemon() as daemon:
        daemon.wait_ready()


def test_commands_work_beside_a_daemon(folder: Folder) -> None:
    with FeedServer({"/a": STATION_FEED, "/b": FERRY_FEED}) as web:
        folder.configure({"a": web.url("/a")})
        with folder.daemon() as daemon:
            eventually(lambda: titles(folder), daemon)
            web.routes["/a"] = rss(item("Ferry stops", "https://news.example/f", "2", FERRY))
            done = folder.command("poll", "a")
            assert done.returncode == 0, done.stderr
    assert titles(folder) == ["Pumping station reopens in Basra", "Ferry stops"]


@pytest.mark.parametrize("how", ["by a signal", "by itself"])
def test_a_changed_configuration_is_taken_up(folder: Folder, how: str) -> None:
    with FeedServer({"/a": STATION_FEED, "/b": FERRY_FEED}) as web:
        folder.configure({"a": web.url("/a")})
        with folder.daemon() as daemon:
            eventually(lambda: titles(folder), daemon)
            folder.configure({"b": web.url("/b")}, more='[tags]\nFerry = ["ferry"]\n')
            if how == "by a signal":
                daemon.process.send_signal(signal.SIGHUP)
            eventually(lambda: len(titles(folder)) == 2, daemon)
    assert folder.json("list", "--tag", "Ferry", "--fields", "title") == [{"title": "Ferry stops"}]


def test_an_invalid_configuration_keeps_the_old_one_and_says_so(folder: Folder) -> None:
    with FeedServer({"/a": STATION_FEED}) as web:
        folder.configure({"a": web.url("/a")}, interval="2s")
        with folder.daemon() as daemon:
            eventually(lambda: titles(folder), daemon)
            folder.config.write_text('[storage]\nurl = "sqlite:///feedwatch.db"\n[[feeds]]\nname = 3\n')
            daemon.process.send_signal(signal.SIGHUP)
            eventually(lambda: "the configuration in force stays" in daemon.log, daemon)
            polls = len(web.requests)
            eventually(lambda: len(web.requests) > polls, daemon)
            [alarm] = folder.json("status")["alarms"]  # type: ignore[call-overload]
            assert "the configuration is invalid" in alarm
            assert daemon.stop()[0] == 0


def test_a_hundred_hangups_are_no_trouble(folder: Folder) -> None:
    folder.configure({})
    with folder.daemon() as daemon:
        daemon.wait_ready()
        for _ in range(100):
            daemon.process.send_signal(signal.SIGHUP)
        time.sleep(0.5)
        assert daemon.stop()[0] == 0


def test_json_logs_are_one_object_a_line_and_hold_no_secret(folder: Folder) -> None:
    with FeedServer({"/a": Reply(b"no\nsuch", status=404)}) as web:
        folder.configure({"a": web.url("/a?token=s3cret")})
        with folder.daemon("--log-format", "json", "-v") as daemon:
            eventually(lambda: '"outcome"' in daemon.log, daemon)
            daemon.stop()
            lines = [json.loads(line) for line in daemon.log.splitlines()]
            [poll] = [line for line in lines if line["message"] == "poll"][:1]
            assert (poll["feed"], poll["outcome"], poll["code"]) == ("a", "failed", "http-404")
            assert "s3cret" not in daemon.log


def test_kill_9_loses_nothing_and_repeats_nothing(folder: Folder) -> None:
    """The daemon is killed again and again while three feeds publish; at the end all is there, once."""
    published = {name: [1] for name in ("a", "b", "c")}

    def document(name: str) -> bytes:
        numbers = published[name]  # all of them: what is lost here was lost by us
        return rss(
            *(item(f"{name} {n}", f"https://{name}.example/{n}", str(n), f"{name} {n}") for n in numbers)
        )

    routes = {f"/{name}": lambda _request, name=name: document(name) for name in published}
    with FeedServer(routes) as web:
        folder.configure({name: web.url(f"/{name}") for name in published}, interval="1s")
        for kill in range(4):
            for numbers in published.values():
                numbers += range(len(numbers) + 1, len(numbers) + 6)
            with folder.daemon() as daemon:
                daemon.wait_ready()
                time.sleep(0.3 + 0.2 * kill)
        with folder.daemon() as daemon:
            everything = sorted(f"{name} {n}" for name, numbers in published.items() for n in numbers)
            eventually(lambda: len(titles(folder)) >= len(everything), daemon)
            assert daemon.stop()[0] == 0
    assert sorted(titles(folder)) == everything


def test_a_database_locked_by_another_is_waited_for(folder: Folder) -> None:
    with FeedServer({"/a": STATION_FEED}) as web:
        folder.configure({"a": web.url("/a")}, interval="2s")
        with folder.daemon() as daemon:
            eventually(lambda: titles(folder), daemon)
            other = sqlite3.connect(folder.database, isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            web.routes["/a"] = rss(item("Ferry stops", "https://news.example/f", "2", FERRY))
            eventually(lambda: "stayed locked" in daemon.log, daemon)
            other.execute("COMMIT")
            other.close()
            eventually(lambda: len(titles(folder)) == 2, daemon)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of sixteen megabytes of its own; skips where this user may not mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk], capture_output=True)
    if mounted.returncode:
        pytest.skip("needs the right to mount a small disk (root)")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_a_full_disk_is_said_and_healed_by_itself(small_disk: Path) -> None:
    """Polling stops at the first article that finds no room, nothing is half written, and goes on later."""
    folder = Folder(small_disk)
    many = rss(*(item(f"Report {n}", f"https://news.example/{n}", f"r{n}", STATION * 3) for n in range(300)))
    with FeedServer({"/a": STATION_FEED, "/b": FERRY_FEED}) as web:
        folder.configure({"a": web.url("/a"), "b": web.url("/b")}, interval="2s")
        with folder.daemon() as daemon:
            eventually(lambda: len(titles(folder)) == 2, daemon)
            ballast = small_disk / "ballast"
            with contextlib.suppress(OSError), ballast.open("wb", buffering=0) as file:
                while True:
                    file.write(b"x" * 4096)
            web.routes["/a"] = many
            eventually(lambda: "the disk is full" in daemon.log, daemon)
            assert len(titles(folder)) == 2
            assert "Traceback" not in daemon.log
            ballast.unlink()
            eventually(lambda: len(titles(folder)) == 302, daemon)
            assert daemon.stop()[0] == 0
    checked = folder.command("db", "check")
    assert checked.returncode == 0, checked.stdout


def test_a_read_only_disk_stops_the_start_with_one_line(small_disk: Path) -> None:
    folder = Folder(small_disk)
    with FeedServer({"/a": STATION_FEED}) as web:
        folder.configure({"a": web.url("/a")})
        folder.command("poll")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    done = folder.command("run")
    assert done.returncode == 1
    assert "read-only" in done.stderr.lower()
    assert "Traceback" not in done.stderr
    assert folder.json("list", "--fields", "title") == [{"title": "Pumping station reopens in Basra"}]


def test_a_feed_keeps_its_articles_when_its_address_changes_and_when_it_goes(folder: Folder) -> None:
    with FeedServer({"/old": STATION_FEED, "/new": FERRY_FEED}) as web:
        folder.configure({"a": web.url("/old")})
        folder.command("poll")
        folder.configure({"a": web.url("/new")})
        folder.command("poll")
        assert folder.json("feeds", "list", "--fields", "name,articles") == [{"name": "a", "articles": 2}]
        folder.configure({})
        folder.command("poll")
    assert titles(folder) == ["Pumping station reopens in Basra", "Ferry stops"]
