"""One row of the table of notices: a kind of line, the words it cannot do without, its pattern.

A pattern that matches takes the whole line; one with a group `cut` takes only that span; one with a group
`caption` takes nothing, for the line describes a picture and only its credit is read. A row with `tells` is
of lines that sign: it is also tried on what signs at the end of a text (see `notice_names.signing_end`).
"""

import re
from dataclasses import dataclass
from typing import Final

from feedwatch.model import NoticeKind

LONGEST: Final = 1500  # characters; a longer line is looked at only at its end
PIECE: Final = (  # what a publisher calls its own text
    r"(?:story|article|post|piece|report|essay|column|interview|dispatch|content|content item|"
    r"op-ed|guide|list|review|project|investigation|roundup|file|newsletter|blog)"
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A kind of line; one of `words`, in lower case, must stand in a line for `pattern` to be tried."""

    kind: NoticeKind
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    longest: int = 600
    tells: int | None = None  # small words that say more than who signs, as many as the line may hold


def line_rule(
    kind: NoticeKind, words: str, pattern: str, longest: int = 600, *, tells: int | None = None
) -> LineRule:
    """A row as it is written in the tables: words apart by "|", the pattern for any letter case."""
    return LineRule(kind, tuple(words.split("|")), re.compile(pattern, re.I | re.S), longest, tells)
