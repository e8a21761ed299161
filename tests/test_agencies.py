"""The table of agencies: every spelling leads to one short name, and words are no names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.refine.agencies import AGENCIES, agencies_in, agency_named


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("AFP", "AFP"),
        ("(AFP)", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("agence france-presse", "AFP"),
        ("The Associated Press", "AP"),
        ("REUTERS", "Reuters"),
        ("Thomson Reuters", "Reuters"),
        ("dpa", "dpa"),
        ("DPA", "dpa"),
        ("ＡＰ", "AP"),
        ("رويترز", "Reuters"),
        ("أ ف ب", "AFP"),
        ("د.ب.أ", "dpa"),
        ("ایرنا", "IRNA"),
        ("РИА Новости", "RIA Novosti"),
        ("路透社", "Reuters"),
        ("ロイター", "Reuters"),
        ("연합뉴스", "Yonhap"),
        ("पीटीआई", "PTI"),
    ],
)
def test_a_name_alone_leads_to_the_agency(text: str, agency: str) -> None:
    assert agency_named(text) == agency


@pytest.mark.parametrize(
    "text", ["", "map", "nan", "The Example Post", "AFP and others", "Reuters" * 50, "\ud800"]
)
def test_what_is_no_agency_has_no_name(text: str) -> None:
    assert agency_named(text) is None


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("With files from Reuters and AFP", ("Reuters", "AFP")),
        ("Associated Press writer Jane Roe", ("AP",)),
        ("Jane Roe/dpa/AAP", ("dpa", "AAP")),
        ("Australian Associated Press", ("AAP",)),
        ("[ロンドン ロイター]", ("Reuters",)),
        ("بغداد (أ ف ب)", ("AFP",)),
        ("an app on a map of the pa", ()),
        ("", ()),
    ],
)
def test_agencies_are_found_in_the_order_of_the_line(line: str, agencies: tuple[str, ...]) -> None:
    assert agencies_in(line) == agencies


def test_no_spelling_is_claimed_by_two_agencies() -> None:
    claimed: dict[str, str] = {}
    for short, names in AGENCIES.items():
        for name in (short, *names):
            assert claimed.setdefault(name.casefold(), short) == short


@pytest.mark.parametrize("short", AGENCIES)
def test_every_name_of_the_table_is_known(short: str) -> None:
    assert {agency_named(name) for name in (short, *AGENCIES[short])} == {short}


@settings(derandomize=True, max_examples=100)
@given(st.text())
def test_any_text_is_looked_at_without_error(text: str) -> None:
    assert set(agencies_in(text)) <= set(AGENCIES)
    assert agency_named(text) in {None, *AGENCIES}
