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
        ("Updated: 16/01/2020 13:22", ""),
        ("16/01/2020 13:22", ""),
        ("Pubblicato il 7 set 2026", ""),
        ("31 de diciembre de 2020 10:46", ""),
        ("Sábado, 5 de diciembre de 2020", ""),
        ("Haber Giriş : 13 Ağustos 2015 18:12", ""),
        ("13 people died in 2023.",) * 2,
        ("Home / Companies / News", ""),
        ("Home prices rose.",) * 2,
        ("Comments are closed.", ""),
        ("(comment",) * 2,
        ("Leave a Reply", ""),
        ("Your email address will not be published. Required fields are marked *", ""),
        ("Me gusta esto:", ""),
        ("Like this.",) * 2,
        ("J'aime ça :", ""),
        ("Filed Under: rivers, rain", ""),
        ("▷ 카카오톡 : 'example'", ""),
        ("Tags were found on the bags.",) * 2,
        ("LIVE STREAM BELOW:", ""),
        ("Share Tweet Email", ""),
        ("Share prices fell.", "Share prices fell."),
        ("Share this article | Subscribe to our newsletter", ""),
        ("Share | Tweet | Prices fell", "Share | Tweet | Prices fell"),
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


def test_where_an_article_is_filed_stands_behind_it() -> None:
    assert trim_boilerplate(("Filed under: rivers.", *[BODY] * 8))[0] == "Filed under: rivers."


def test_a_date_stands_before_the_text() -> None:
    assert trim_boilerplate((*[BODY] * 2, "7 set 2026"))[-1] == "7 set 2026"


def test_a_credit_far_from_the_end_is_part_of_the_text() -> None:
    credit = "The post River rises appeared first on Example News."
    assert trim_boilerplate((credit, *[BODY] * 8)) == (credit, *[BODY] * 8)
