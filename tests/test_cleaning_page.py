"""`docs/cleaning.md` says what cleaning does today."""

from pathlib import Path

import cleaning_page

PAGE = Path(__file__).parents[1] / "docs" / "cleaning.md"


def test_the_page_about_cleaning_is_what_cleaning_does() -> None:
    assert PAGE.read_text(encoding="utf-8") == cleaning_page.page(), (
        "write it anew: python tests/cleaning_page.py > docs/cleaning.md"
    )


def test_every_kind_of_notice_has_an_example() -> None:
    text = cleaning_page.page()
    assert [
        kind
        for kind in ("copyright", "rights", "credit", "photo", "syndication", "–")
        if f"| {kind} |" not in text
    ] == []
