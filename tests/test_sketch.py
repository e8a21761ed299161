"""The sketches of a document's items, made together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.refine.sketch import AT_ONCE, sketch_of, sketches

# What could reach from one item into the next: open quotations, words without an end, separators of ours.
PIECES = st.sampled_from(
    ("", "a", "two words", "U.S.", "Iran's", "'s", "40,000", "on Monday", "会谈", "é", "يوم")
)
BORDERS = st.sampled_from(
    ("He said: “no", "end” of it", '"', "«rain\n", "»", "\0", "\n", "\ud800", "word " * 40)
)
TEXTS = st.lists(PIECES | BORDERS, max_size=6).map(" ".join)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=12))
def test_an_item_has_the_sketch_that_it_has_alone(items: list[tuple[str, str]]) -> None:
    assert sketches(items) == [sketch_of(*one) for one in items]


@pytest.mark.parametrize("size", [1, 50, AT_ONCE // 3, AT_ONCE, 2 * AT_ONCE])
def test_items_of_any_size_are_sketched_together(size: int) -> None:
    items = [(f"Title {n}", f"{n} word ends. " * (size // 14 + 1)) for n in range(7)]
    assert sketches(items) == [sketch_of(*one) for one in items]
