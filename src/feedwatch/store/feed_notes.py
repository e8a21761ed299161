"""What is to be said of a feed beside how its polls go: that it moves, that two names are one feed."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping

# Column of a feed's last document → how feeds that have the same in it are one.
_SAME = {"address_key": "both lead to the same address", "items_key": "both bring the same items"}


def notes(rows: Iterable[sqlite3.Row]) -> dict[str, tuple[str, ...]]:
    """By name, what is to be said of feeds; the rows have their names, moves and keys of last documents."""
    feeds = {row["name"]: row for row in rows}
    twins = _twins(feeds)
    return {name: (*_move(row), *_one_feed(twins[name])) for name, row in feeds.items()}


def _move(row: sqlite3.Row) -> tuple[str, ...]:
    if row["moved_to"] is None:
        return ()
    to, since = row["moved_to"], row["moved_since"][:10]
    if row["moved_adopted"]:
        return (f"moved for good to {to} (since {since}), and polled there",)
    if row["moved_refused"]:
        refused = f"not followed, for {row['moved_refused']}: write the address into the configuration"
        return (f"says since {since} that it has moved for good to {to}; {refused}",)
    return (f"says since {since} that it has moved for good to {to}; polled there once that has lasted",)


def _twins(feeds: Mapping[str, sqlite3.Row]) -> Mapping[str, dict[str, str]]:
    """Name → the other names of the same feed, each with how that shows."""
    twins: dict[str, dict[str, str]] = defaultdict(dict)
    for column, how in _SAME.items():
        same: dict[int, list[str]] = defaultdict(list)
        for name, row in feeds.items():
            if row[column] is not None:
                same[row[column]].append(name)
        for names in same.values():
            for name in names:
                for other in names:
                    if other != name:
                        twins[name].setdefault(other, how)
    return twins


def _one_feed(twins: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(f"one feed with {other}: {how}" for other, how in sorted(twins.items()))
