"""Two articles at a glance: how many runs of words they share at most, at a tenth of the cost of taking both
apart, so that most candidates need no more.

Laws: pure; never fewer than they share.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from feedwatch.prints import WORD_BITS

_FIRST, _SECOND = np.uint16(0x9E37), np.uint16(0x85EB)
_BITS = 14  # of a run: a table of them stays in a processor's nearest cache; of 12, half as many more pass


class Glimpse(NamedTuple):
    """What of an article a glance takes in."""

    title: frozenset[int]  # its words
    runs: npt.NDArray[np.intp]  # every three words of the text in a row, in `_BITS`; one word of fewer


def glimpses(features: Iterable[bytes]) -> dict[bytes, Glimpse]:
    """What a glance takes in of many articles, by their sketches' features (see `prints`).

    All at once: numpy takes as long for fifty words as for two thousand.
    """
    different = dict.fromkeys(features)
    sizes = [(len(one) - 1) // 2 if one else 0 for one in different]
    packed = b"".join(one[1 : 1 + 2 * size] for one, size in zip(different, sizes, strict=True))
    words = np.frombuffer(packed, "<u2") & WORD_BITS
    runs = (words[:-2] * _FIRST + words[1:-1] * _SECOND + words[2:]).astype(np.intp) >> (16 - _BITS)
    found: dict[bytes, Glimpse] = {}
    start = 0
    for one, size in zip(different, sizes, strict=True):
        end = start + size
        text = min(end, start + one[0]) if one else end
        title = frozenset(words[start:text].tolist())
        whole = runs[text : end - 2] if end - text > 2 else words[text:end][:1].astype(np.intp)
        found[one] = Glimpse(title, whole)
        start = end
    return found


class Glance:
    """An article as its candidates are first held against it."""

    def __init__(self, glimpse: Glimpse) -> None:
        """Takes what `glimpses` found."""
        self.title, self.size = glimpse.title, len(glimpse.runs)
        self._has = np.zeros(1 << _BITS, np.bool_)
        self._has[glimpse.runs] = True
        self._repeats = self.size - int(np.count_nonzero(self._has))

    def held(self, other: Glimpse) -> int:
        """No fewer than the runs of either that stand in the other; 0 where none does.

        Two runs that differ may be one in so few bits; one that the other holds once may stand here often.
        """
        held = int(np.count_nonzero(self._has.take(other.runs)))
        return held + self._repeats if held else 0
