"""Lines of software and pages: seen where they stand, at the end of a text, and nowhere else."""

import pytest

from feedwatch.refine.boilerplate import trim_boilerplate

BODY = "The river rose by two metres overnight. The lower town was without power, officials said."


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("The post River rises appeared first on Example News.", ""),
        (f"{BODY} The post River rises appeared first on Example News.", BODY),
        (f"{BODY} Continue reading →", BODY),
        ("River rises was published in Example on Medium, where people are continuing the conversation.", ""),
        ("投稿 川が増水 は 見本新聞 に最初に表示されました。", ""),
        ("Thu, August 20, 2026 at 1:05 PM EDT 5 min read", ""),
        ("2023=7×172", "2023=7×172"),
        ("Comments are closed.", ""),
        ("LIVE STREAM BELOW:", ""),
        ("Share Tweet Email", ""),
        ("Share prices fell.", "Share prices fell."),
        (".embed-container { height: 0; } .embed-container iframe, .embed-container embed ...", ""),
        (".video-container { height: 0; overflow: hid", ""),
        (f".embed-container {{ height: 0; }} {BODY}", BODY),
        (".note { color: red; } makes it red.",) * 2,
        ("He appeared first on the stage. Then came the others.",) * 2,
        ("More rain is expected on Friday.",) * 2,
    ],
)
def test_a_line_of_the_page_goes_and_a_sentence_stays(paragraph: str, kept: str) -> None:
    assert trim_boilerplate((paragraph,)) == (kept,)


def test_a_credit_far_from_the_end_is_part_of_the_text() -> None:
    credit = "The post River rises appeared first on Example News."
    assert trim_boilerplate((credit, *[BODY] * 8)) == (credit, *[BODY] * 8)
