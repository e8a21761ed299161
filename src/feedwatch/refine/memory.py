"""What refining remembers of a feed between polls, as bytes that nobody else reads.

It answers "known and unchanged" without a question to the database. Losing it costs one full refine and
nothing else, so anything unreadable in it is simply forgotten.

An item that goes back to what it was (a stale cache, or a publisher who takes an edit back) is sent on once,
as any change is. From then on it is known in both states, and sent on again when one has stood for 4, 8, 16,
… documents: who judges it has a clock, and asks whether the state has lasted.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from feedwatch.refine.house import Count, House
from feedwatch.refine.identity import METHOD

PAST_LIMIT = 2000  # items that left the document: enough for a feed that empties and refills
NEW_HOUSE = House()
ASKED_AGAIN = frozenset(4 << power for power in range(12))  # documents in which a state has stood


@dataclass(frozen=True, slots=True)
class Memory:
    """Fingerprints by item key: of the last document (`window`), and of those before it (`past`)."""

    window: Mapping[int, int] = field(default_factory=dict)
    past: Mapping[int, int] = field(default_factory=dict)
    before: Mapping[int, int] = field(default_factory=dict)  # items that changed: what they were before
    stood: Mapping[int, int] = field(default_factory=dict)  # items that went back: for how many documents
    house: House = NEW_HOUSE

    def knows(self, key: int, raw_print: int) -> bool:
        """Whether this very item was sent before, and nothing is to be asked of it."""
        if key in self.stood:
            return raw_print in (self.window.get(key), self.before.get(key)) and (
                self._stands(key, raw_print) not in ASKED_AGAIN
            )
        return raw_print in (self.window.get(key), self.past.get(key))

    def met(self, key: int) -> bool:
        """Whether this item was sent before, in whatever words."""
        return key in self.window or key in self.past

    def after(self, window: Mapping[int, int], *, whole: bool, house: House = NEW_HOUSE) -> "Memory":
        """The memory after a document; one that was cut off proves nobody's absence."""
        if not whole:
            window = {**window, **{key: raw for key, raw in self.window.items() if key not in window}}
        left = {key: raw for key, raw in self.window.items() if key not in window}
        past = {
            **left,
            **{key: raw for key, raw in self.past.items() if key not in window and key not in left},
        }
        changed = {key: raw for key, raw in self.window.items() if window.get(key, raw) != raw}
        went_back = [key for key in changed if self.before.get(key) == window[key]]
        still = [key for key in self.stood if key in window and key not in changed]
        return Memory(
            window,
            dict(list(past.items())[:PAST_LIMIT]),
            before={key: raw for key, raw in self.before.items() if key in window} | changed,
            stood={key: self._stands(key, window[key]) for key in (*still, *went_back)},
            house=house,
        )

    def _stands(self, key: int, raw_print: int) -> int:
        """For how many documents an item that went back has been what it is in this one."""
        return self.stood.get(key, 0) + 1 if self.window.get(key) == raw_print else 1


def to_bytes(memory: Memory) -> bytes:
    """The memory as it travels and is stored."""
    pairs = [list(part.items()) for part in (memory.window, memory.past, memory.before, memory.stood)]
    house = [memory.house.articles, list(memory.house.lines.items()), memory.house.recent]
    return zlib.compress(json.dumps([METHOD, *pairs, house], separators=(",", ":")).encode(), 1)


def from_bytes(stored: bytes) -> Memory:
    """The memory that `to_bytes` wrote, now or when it held less; empty if there is none, or it was made by
    another method."""
    if not stored:
        return Memory()
    try:
        method, window, past, *more = json.loads(zlib.decompress(stored))
        if method != METHOD:
            return Memory()
        before, stood, (articles, lines, recent) = more or ((), (), (0, (), ()))
        house = House(articles, {line: Count(*count) for line, count in lines}, tuple(recent))
        return Memory(dict(window), dict(past), dict(before), dict(stood), house)
    except (ValueError, TypeError, zlib.error):
        return Memory()
