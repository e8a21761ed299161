"""The demo, as a newcomer runs it: another folder, no network, no configuration."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What `feedwatch demo` prints, run from an empty folder."""
    done = subprocess.run(
        [sys.executable, "-m", "feedwatch", "demo"],
        capture_output=True,
        text=True,
        cwd=tmp_path_factory.mktemp("anywhere"),
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize(
    "sight",
    [
        "Poll 2: 9 sample feeds",
        "tigris-post: 1 new, 1 edited of 4",
        "basra-today: failed, not-a-feed: not a feed but an HTML page with a login form",
        "Iraq, Iraq militias",
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
    [export] = [line.split() for line in shown.splitlines() if "export FEEDWATCH_DB=" in line]
    address = export[1].partition("=")[2]
    commands = [
        line.strip().partition("#")[0].split()[1:]
        for line in shown.splitlines()
        if line.startswith("  feedwatch ")
    ]
    assert len(commands) == 5
    for command in commands:
        done = subprocess.run(
            [sys.executable, "-m", "feedwatch", *command],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            env={"FEEDWATCH_DB": address, "PATH": "/usr/bin:/bin"},
        )
        assert (done.returncode, done.stderr) == (0, ""), command
        assert done.stdout.count("\n") > 1, command
