"""How the columns of a table share a terminal.

The rule, for every table: what is whole (an instant, a number, a state) is never cut; where not everything
fits, columns go by their rank, and those that stay share the room.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Column:
    """How a column behaves where there is too little room."""

    rank: int = 0  # the highest goes first; 0 stays
    least: int | None = None  # columns that it must have to be of use; None: it is never cut
    most: int | None = None  # columns that it takes where others are cut for it


_WORDS = Column(least=8)  # a column that is not named here and is not whole by its values
COLUMNS: Mapping[str, Column] = MappingProxyType(
    {
        # articles and stories
        "id": Column(),
        "when": Column(),
        "title": Column(least=20),
        "outlet": Column(rank=2, least=12, most=18),
        "outlets": Column(rank=3),
        "tags": Column(rank=4, least=10, most=20),
        "agency": Column(rank=4, least=6, most=12),
        "carried_by": Column(rank=5, least=16, most=40),
        # feeds and their polls
        "name": Column(least=24, most=40),
        "state": Column(),
        "articles": Column(rank=3),
        "last_ok": Column(rank=4),
        "next_poll": Column(rank=5),
        "error": Column(least=16),
        "notes": Column(rank=1, least=16),
        "outcome": Column(),
        "new": Column(),
        "edited": Column(),
        "total": Column(),
        "what": Column(least=20),
        # tags
        "rule": Column(least=16),
    }
)


@dataclass(frozen=True, slots=True)
class _Claim:
    """What one column asks of the room."""

    name: str
    natural: int  # what its contents and its heading take
    least: int
    most: int
    rank: int
    whole: bool


def laid_out(
    natural: Mapping[str, int],
    room: int,
    *,
    gap: int,
    whole: Collection[str] = (),
    keep: bool = False,
) -> dict[str, int]:
    """The columns that are shown, in their order, and how wide each is, with gaps between them.

    `natural` is what each takes with its heading; `whole` are those that are not cut, whatever the table
    says. With `keep` none goes. Together they are wider than `room` only where what is whole alone is.
    """
    claims = [_claim(name, wide, name in whole) for name, wide in natural.items()]
    while not keep and sum(claim.least + gap for claim in claims) > room + gap:
        last = max(claims, key=lambda claim: claim.rank)
        if not last.rank:
            break
        claims.remove(last)
    return _shared(claims, room - gap * (len(claims) - 1))


def shares(natural: Sequence[int], room: int) -> list[int]:
    """Widths that fit into the room: what is narrow keeps its width, the wide share the rest evenly."""
    widths = [0] * len(natural)
    order = sorted(range(len(natural)), key=natural.__getitem__)
    for at, column in enumerate(order):
        widths[column] = max(0, min(natural[column], room // (len(order) - at)))
        room -= widths[column]
    return widths


def _claim(name: str, natural: int, whole: bool) -> _Claim:
    column = COLUMNS.get(name, _WORDS)
    if whole or column.least is None:
        return _Claim(name, natural, natural, natural, column.rank, whole=True)
    least = min(natural, column.least)
    return _Claim(name, natural, least, max(least, column.most or natural), column.rank, whole=False)


def _shared(claims: Sequence[_Claim], room: int) -> dict[str, int]:
    """What each column takes: its least, and of what is left as much as it may."""
    narrow = sum(claim.natural for claim in claims) > room
    wanted = [min(claim.natural, claim.most) if narrow else claim.natural for claim in claims]
    least = [claim.least for claim in claims]
    if sum(least) > room:  # too narrow for them all: words give way alike, down to a letter
        words = [claim for claim in claims if not claim.whole]
        left = room - sum(claim.natural for claim in claims if claim.whole)
        cut = dict(
            zip((claim.name for claim in words), shares([claim.least for claim in words], left), strict=True)
        )
        return {claim.name: max(1, cut.get(claim.name, claim.natural)) for claim in claims}
    more = shares([want - low for want, low in zip(wanted, least, strict=True)], room - sum(least))
    return {claim.name: low + wide for claim, low, wide in zip(claims, least, more, strict=True)}
