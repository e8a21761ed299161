"""What many tests need: Hypothesis profiles, the shared material, and a clock that stands still."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("explore", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

PROJECT = Path(__file__).resolve().parents[1]


@pytest.fixture
def now() -> datetime:
    """A fixed instant: 24 November 2026, noon UTC."""
    return datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material; tests that need it skip where it is absent."""
    path = Path(os.environ.get("FEEDWATCH_SHARED", PROJECT.parent / "shared"))
    if not path.is_dir():
        pytest.skip("needs the shared corpora: set FEEDWATCH_SHARED")
    return path
