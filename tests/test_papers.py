"""What the papers for developers say of the tree."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]
PLACES = (PROJECT, PROJECT / "src" / "feedwatch")
TOLD = sorted(set(re.findall(r"`([\w./-]+(?:\.\w+|/))`", (PROJECT / "ARCHITECTURE.md").read_text("utf-8"))))


@pytest.mark.parametrize("path", TOLD)
def test_architecture_names_what_is_there(path: str) -> None:
    assert any((place / path).exists() for place in PLACES)
