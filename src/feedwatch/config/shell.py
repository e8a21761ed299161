"""What the user's shell wishes, in the environment; `feedwatch.cli` reads its own variables through click."""

import os


def pager() -> str | None:
    """The program that shows long texts, `$PAGER`; "" where it is off, None where nothing is said."""
    return os.environ.get("PAGER")
