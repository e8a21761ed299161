"""What refining remembers of a feed's items."""

import pytest

from feedwatch.refine.memory import Memory

KEY, A, B, C = 7, 1, 2, 3


def sent(states: list[int]) -> list[bool]:
    """Whether an item in these states, document by document, is cleaned and sent on."""
    memory, found = Memory(), []
    for state in states:
        found.append(not memory.knows(KEY, state))
        memory = memory.after({KEY: state}, whole=True)
    return found


@pytest.mark.parametrize(
    ("states", "numbers"),
    [
        pytest.param([A] * 40, [0], id="what stays is sent once"),
        pytest.param([A, B, C, C, C], [0, 1, 2], id="every change is sent"),
        pytest.param([A, B] * 10, [0, 1, 2], id="what goes back and forth is sent back once"),
        pytest.param(
            [A, B] + [A] * 40, [0, 1, 2, 5, 9, 17, 33], id="asked again after 4, 8, 16, … documents"
        ),
        pytest.param([A, B, A, B] + [B] * 7, [0, 1, 2, 6, 10], id="in either state"),
        pytest.param([A, B, A, C, C, C, C, C], [0, 1, 2, 3], id="another change ends it"),
    ],
)
def test_which_documents_send_an_item(states: list[int], numbers: list[int]) -> None:
    assert [number for number, one in enumerate(sent(states)) if one] == numbers


def test_an_item_that_left_is_known_again_and_forgets_its_changes() -> None:
    memory = Memory()
    for window in ({KEY: A}, {KEY: B}, {KEY: A}, {}):
        memory = memory.after(window, whole=True)
    assert memory == Memory(window={}, past={KEY: A})
    assert memory.knows(KEY, A)


def test_a_document_cut_off_proves_nobodys_absence() -> None:
    memory = Memory().after({KEY: A, 8: A}, whole=True).after({8: B}, whole=False)
    assert memory.window == {8: B, KEY: A}
    assert memory.knows(KEY, A)
