"""Lines of software and pages: seen where they stand, at the end of a text, and nowhere else."""

import pytest

from feedwatch.refine.boilerplate import trim_boilerplate
from feedwatch.refine.notices import read_article

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
        ("28.03.2018, 18:30", ""),
        ("Publié le 29/10/2012\nMis à jour le 29/10/2012 à 14h03", ""),
        ("2019 | 5 | 6 | 7 | 8 | 9",) * 2,
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


@pytest.mark.parametrize("heading", ["Settings", "Share", "Comments", "Topics:"])
def test_a_heading_inside_a_text_is_no_button_and_behind_it_is_one(heading: str) -> None:
    long = f"{BODY} {BODY} {BODY}"
    assert trim_boilerplate((long, long, heading, long)) == (long, long, heading, long)
    assert read_article((long, long, heading, long)).paragraphs == (long, long, heading, long)
    assert trim_boilerplate((long, long, heading)) == (long, long, "")
    assert trim_boilerplate((long, long, heading, "© AFP 2026"))[2] == ""


def test_a_bar_of_buttons_inside_a_text_goes() -> None:
    long = f"{BODY} {BODY} {BODY}"
    assert trim_boilerplate((long, long, "Bookmark", "Share", long)) == (long, long, "", "", long)


def test_a_date_stands_before_the_text_or_behind_it() -> None:
    assert trim_boilerplate((BODY, "7 set 2026", BODY))[1] == ""
    assert trim_boilerplate((*[BODY] * 3, "7 set 2026", *[BODY] * 3))[3] == "7 set 2026"


def test_a_credit_far_from_the_end_is_part_of_the_text() -> None:
    credit = "The post River rises appeared first on Example News."
    assert trim_boilerplate((credit, *[BODY] * 8)) == (credit, *[BODY] * 8)
