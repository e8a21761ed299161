"""A glance at two articles: never fewer runs than they share."""

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.judge.glances import Glance, glimpses
from feedwatch.judge.likeness import dispatch_of
from feedwatch.model import Item, Sketch
from feedwatch.prints import Printed, pack

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
WORDS = st.lists(st.integers(0, 0xFFFF) | st.sampled_from([1, 2, 3]), max_size=60)


def features(title: list[int], text: list[int]) -> bytes:
    return pack(Printed(np.array(title, np.uint16), np.array(text, np.uint16)))


def runs(packed: bytes) -> tuple[int, ...]:
    bare = Item(0, 0, "", "", 0, 0, 0, "", "", sketch=Sketch(0, (), packed))
    return dispatch_of(bare, now=NOON).runs


@settings(derandomize=True, max_examples=300, deadline=None)
@given(WORDS, WORDS, st.integers(0, 40))
def test_a_glance_holds_no_fewer_runs_than_are_shared(
    mine: list[int], theirs: list[int], copied: int
) -> None:
    one, other = features([], mine), features([], theirs + mine[:copied])
    found = glimpses([one, other])
    held = Glance(found[one]).held(found[other])
    ours, others = runs(one), runs(other)
    assert held >= sum(run in others for run in ours)
    assert held >= sum(run in ours for run in others)


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), max_size=8))
def test_many_are_glanced_at_as_each_alone(articles: list[tuple[list[int], list[int]]]) -> None:
    together = glimpses(features(*one) for one in articles)
    for packed, (title, found) in together.items():
        [(alone_title, alone)] = glimpses([packed]).values()
        assert (title, found.tolist()) == (alone_title, alone.tolist())


@pytest.mark.parametrize("broken", [b"", b"\x05", b"\x05\x01", b"\x05\x01\x00", b"\x00\x01\x02\x03"])
def test_features_that_are_none_show_no_more_than_their_words(broken: bytes) -> None:
    title, found = glimpses([broken, features([1], [2, 3, 4])])[broken]
    assert len(title) + len(found) <= len(broken) // 2
