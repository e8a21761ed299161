"""What refining remembers of a feed between polls, as bytes that nobody else reads.

It answers "known and unchanged" without a question to the database. Losing it costs one full refine and
nothing else, so anything unreadable in it is simply forgotten.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from feedwatch.refine.identity import METHOD

PAST_LIMIT = 2000  # items that left the document: enough for a feed that empties and refills


@dataclass(frozen=True, slots=True)
class Memory:
    """Fingerprints by item key: of the last document (`window`), and of those before it (`past`)."""

    window: Mapping[int, int] = field(default_factory=dict)
    past: Mapping[int, int] = field(default_factory=dict)

    def knows(self, key: int, raw_print: int) -> bool:
        """Whether this very item was sent before."""
        return raw_print in (self.window.get(key), self.past.get(key))

    def after(self, window: Mapping[int, int], *, whole: bool) -> "Memory":
        """The memory after a document; one that was cut off proves nobody's absence."""
        if not whole:
            window = {**window, **{key: raw for key, raw in self.window.items() if key not in window}}
        left = {key: raw for key, raw in self.window.items() if key not in window}
        past = {
            **left,
            **{key: raw for key, raw in self.past.items() if key not in window and key not in left},
        }
        return Memory(window, dict(list(past.items())[:PAST_LIMIT]))


def to_bytes(memory: Memory) -> bytes:
    """The memory as it travels and is stored."""
    pairs = [list(memory.window.items()), list(memory.past.items())]
    return zlib.compress(json.dumps([METHOD, *pairs], separators=(",", ":")).encode(), 1)


def from_bytes(stored: bytes) -> Memory:
    """The memory that `to_bytes` wrote; empty if there is none, or it was made by another method."""
    if not stored:
        return Memory()
    try:
        method, window, past = json.loads(zlib.decompress(stored))
        return Memory(dict(window), dict(past)) if method == METHOD else Memory()
    except (ValueError, TypeError, zlib.error):
        return Memory()
