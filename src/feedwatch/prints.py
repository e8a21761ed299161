"""Word prints: a text as 16-bit numbers, one a word, in order; the form of `Sketch.features`.

Written where texts are (refine), read where they are compared (judge). A print says which word it is in 13
bits, whether it stands in quotation marks in one, and what kind of word it is in two: a number, a name (a
capital inside a sentence), or with both bits a day of the week, whose low bits are 0 for Monday to 6 for
Sunday in every language.

Packed: one byte with the number of title words, then the prints of the title and of the text, little-endian.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Prints = npt.NDArray[np.uint16]

WORD_BITS = np.uint16(0x1FFF)
QUOTED = np.uint16(0x2000)
NUMBER = np.uint16(0x4000)
NAME = np.uint16(0x8000)
DAY = np.uint16(0xC000)
MAX_TITLE = 255
# "reports", "report": a headline that ends in them tells whose news it is ("…, Bloomberg News reports").
REPORTS = frozenset((0x0EF2, 0x1189))


class Printed(NamedTuple):
    """The prints of an article's title and text."""

    title: Prints
    text: Prints


def pack(printed: Printed) -> bytes:
    """The bytes kept in a sketch; a title of more than 255 words is cut."""
    title, text = printed.title[:MAX_TITLE].astype("<u2", copy=False), printed.text.astype("<u2", copy=False)
    return bytes([len(title)]) + title.tobytes() + text.tobytes()


def unpack(features: bytes) -> Printed:
    """What `pack` wrote; no words for anything else."""
    size = features[0] if features else 0
    prints = np.frombuffer(features, "<u2", (len(features) - 1) // 2, 1) if len(features) > 1 else _NOTHING
    return Printed(prints[:size], prints[size:])


_NOTHING = np.zeros(0, np.uint16)
