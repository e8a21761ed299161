"""Fingerprints are quick, and still what their plain definitions say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.model import key64
from feedwatch.refine.identity import encoded, said, words_key

LETTERS = "aBcÉßİЖ中ラ7"
BLANKS = " \n\t\r\x1c\x85\u00a0\u2003\u3000"
MARKS = ".,-–—“”’…«»·、。「，：；！？（）،؛؟।"


@settings(derandomize=True, max_examples=300)
@given(st.lists(st.text(LETTERS + BLANKS + MARKS + "\ud800", max_size=20), min_size=3, max_size=3))
def test_said_is_the_hash_of_lines_without_white_space(lines: list[str]) -> None:
    title, summary, text = map(encoded, lines)
    assert said(title, summary, text, ()) == key64("\0".join("".join(line.split()) for line in lines))


@settings(derandomize=True, max_examples=300)
@given(st.text(LETTERS, min_size=1, max_size=8), st.text(LETTERS, max_size=8), st.sampled_from(MARKS + " \n"))
def test_marks_and_case_are_not_in_the_words(first: str, second: str, mark: str) -> None:
    folded = words_key(encoded(mark + first.casefold()), encoded(second.casefold()))
    assert words_key(encoded(first), encoded(second + mark)) == folded
