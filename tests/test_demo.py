"""The demo, as a newcomer runs it: an empty folder, no network, no configuration; and README beside it."""

import re
import shlex
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from feedwatch import demo
from feedwatch.errors import FeedwatchError

README = (Path(__file__).resolve().parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `feedwatch demo` prints, run from an empty folder."""
    done = subprocess.run(
        [sys.executable, "-m", "feedwatch", "demo"],
        capture_output=True,
        text=True,
        cwd=tmp_path_factory.mktemp("anywhere"),
        env={"COLUMNS": "100", "LANG": "C.UTF-8"},
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    "sight",
    [
        "9 sample feeds",
        "tigris-post: 1 new, 1 edited of 4",
        "basra-today: failed, not-a-feed: not a feed but an HTML page with a login form",
        "Iraq, Iraq militi",
        "© AFP 2026",
        "edited in silence",
        "(word for word)",
        "3 kept · 1 trimmed · 3 cut",
        "kirkuk-bulletin: 2 new of 2 (truncated:",
        "إسقاط طائرتين",
        "feedwatch list --tag militia",
    ],
)
def test_the_demo_shows(shown: str, sight: str) -> None:
    assert sight in shown


def test_the_next_commands_work(shown: str, tmp_path: Path) -> None:
    """Every command that the demo suggests, as it stands."""
    commands = [
        line.strip().partition("#")[0].split()[1:]
        for line in shown.splitlines()
        if line.startswith("  feedwatch ")
    ]
    assert len(commands) == 5
    for command in commands:
        done = _run(command, _database(shown), tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert done.stdout.count("\n") > 1, command


def test_readme_shows_what_the_demo_shows(shown: str) -> None:
    """Ids, titles, tags and times: the demo's clock stands still, and the feeds are polled in their order."""
    tour = README.partition("## Five minutes")[2].partition("## Configuration")[0]
    output = [
        block for block in re.findall(r"```\n(.*?)```", tour, re.DOTALL) if "feedwatch init" not in block
    ]
    assert len(output) == 4
    missing = [line for block in output for line in block.splitlines() if line not in shown.splitlines()]
    assert missing == []


def test_commands_of_readmes_tour_work_on_the_demos_database(shown: str, tmp_path: Path) -> None:
    tour = README.partition("## Five minutes")[2].partition("Then the real thing")[0]
    commands = [command for command in re.findall(r"`feedwatch ([^`]+)`", tour) if command != "demo"]
    assert len(commands) >= 2
    for command in commands:
        done = _run(shlex.split(command), _database(shown), tmp_path)
        assert (done.returncode, done.stderr) == (0, ""), command
        assert done.stdout


def test_a_demo_that_collects_nothing_says_why(tmp_path: Path) -> None:
    (tmp_path / "round1").mkdir()
    for name in ("one", "two"):
        (tmp_path / "round1" / f"{name}.xml").write_text("<!doctype html><title>Sign in</title>")
    feeds = "".join(
        f'[[feeds]]\nname = "{name}"\nurl = "http://127.0.0.1:{{port}}/{name}.xml"\n'
        for name in ("one", "two")
    )
    (tmp_path / "feedwatch.toml").write_text(
        f'[network]\nallow = ["127.0.0.1"]\n[storage]\nurl = "sqlite:///demo.db"\n{feeds}'
    )
    out = StringIO()
    with pytest.raises(FeedwatchError) as failure:
        demo.run(out, columns=80, program="feedwatch", samples=tmp_path)
    assert re.fullmatch(
        "the demo collected nothing: not-a-feed: not a feed but an HTML page[^;]*", str(failure.value)
    )
    assert "one: failed, not-a-feed" in out.getvalue()


def test_a_limit_of_memory_below_a_workers_own_is_kept(tmp_path: Path) -> None:
    """As containers set it; a worker that asks for more than it may have would die."""
    done = subprocess.run(
        ["sh", "-c", f"ulimit -v 520000; exec {sys.executable} -m feedwatch demo"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin"},
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")


def _database(shown: str) -> str:
    [export] = [line.split() for line in shown.splitlines() if "export FEEDWATCH_DB=" in line]
    return export[1].partition("=")[2]


def _run(command: list[str], database: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "feedwatch", *command],
        capture_output=True,
        text=True,
        cwd=folder,
        env={"FEEDWATCH_DB": database, "PATH": "/usr/bin:/bin"},
    )
