"""Datelines: every agency's way of writing them; labels, people and topics are no places."""

import pytest

from feedwatch.model import Dateline
from feedwatch.refine.datelines import read_dateline

BODY = (
    "The river rose by two metres overnight and the lower town was without power until the morning,"
    " officials said."
)


@pytest.mark.parametrize(
    ("head", "place", "agency", "day"),
    [
        ("SALT LAKE CITY (AP) _", "SALT LAKE CITY", "AP", None),
        ("Hamburg (dpa/lno) -", "Hamburg", "dpa", None),
        ("Bern (sda)", "Bern", "ATS/Keystone", None),
        ("Srinagar, Mar 4 (PTI)", "Srinagar", "PTI", "Mar 4"),
        ("New Delhi [India], March 4 (ANI):", "New Delhi", "ANI", "March 4"),
        ("(ANSA) - ROMA, 12 MAR -", "ROMA", "ANSA", "12 MAR"),
        ("Milano, 3 mar. (esempio) -", "Milano", "esempio", "3 mar."),
        ("МОСКВА, 3 марта. /ТАСС/.", "МОСКВА", "TASS", "3 марта"),
        ("北京3月4日电", "北京", None, "3月4日"),
        ("Berlin.", "Berlin", None, None),
        ("Musterhausen.", "Musterhausen", None, None),
        ("New Delhi:", "New Delhi", None, None),
        ("Navi Mumbai:", "Navi Mumbai", None, None),
        ("Londonpur:", "Londonpur", None, None),
        ("UAE:", "UAE", None, None),
        ("EXAMPLETON:", "EXAMPLETON", None, None),
        ("Springdale, Ohio —", "Springdale, Ohio", None, None),
        ("London -", "London", None, None),
        ("Dubai, May 4:", "Dubai", None, "May 4"),
        ("PUERTO REAL, 4 de mayo.-", "PUERTO REAL", None, "4 de mayo"),
        ("Quito.-", "Quito", None, None),
        ("Ciudad de México.", "Ciudad de México", None, None),
        ("NEW DELHI/MUMBAI: (Mar 4)", "NEW DELHI/MUMBAI", None, "Mar 4"),
        ("नई दिल्ली:", "नई दिल्ली", None, None),
        ("【北京共同】", "北京", "Kyodo", None),
        ("【ワシントン＝例野太郎】", "ワシントン", None, None),
        ("JAKARTA, EXAMPLE.com –", "JAKARTA", None, None),
        ("Example.co.id, Bandung -", "Bandung", None, None),
        ("KINGSTON, Tennessee-", "KINGSTON, Tennessee", None, None),
        ("Cuttack, 16/4 (EX Bureau)", "Cuttack", "EX Bureau", "16/4"),
        ("HAYWARD, California, EE.UU. (AP)", "HAYWARD, California, EE.UU.", "AP", None),
        ("WASHINGTON (Mar. 4) --", "WASHINGTON", None, "Mar. 4"),
        ("دمشق، سوريا (CNN) --", "دمشق، سوريا", "CNN", None),
    ],
)
def test_a_dateline_is_read_as_its_agency_writes_it(
    head: str, place: str, agency: str | None, day: str | None
) -> None:
    assert read_dateline(f"{head} {BODY}") == Dateline(head, place, agency, day)


@pytest.mark.parametrize(
    ("byline", "head", "place", "day"),
    [
        ("By Jane Roe", "BAGHDAD, Mar 4 (Reuters) -", "BAGHDAD", "Mar 4"),
        (
            "By J. Roe, Ju-min Doe and Jan van Poe",
            "OSLO, Norway, March 4 (Reuters) -",
            "OSLO, Norway",
            "March 4",
        ),
        ("By Jane Roe and John Doe", "March 4 (Reuters) -", None, "March 4"),
        ("By Jane B Roe", "Kathmandu, Mar 4 (Reuters)", "Kathmandu", "Mar 4"),
        ("By Jane Roe", "(Reuters) -", None, None),
        ("Por Jane Roe", "Varsovia, 4 ene (Reuters).-", "Varsovia", "4 ene"),
    ],
)
def test_a_dateline_stands_behind_the_writers_names(
    byline: str, head: str, place: str | None, day: str | None
) -> None:
    assert read_dateline(f"{byline} {head} {BODY}") == Dateline(head, place, "Reuters", day)


@pytest.mark.parametrize(
    "head",
    [
        *("Refactoring:", "Coldfield Rovers –", "Ancient Examples —", "Dune:", "The bridge opens:", "Ryan:"),
        *("COMMENTS:", "TLDR:", "ABCD:", "JOIN THE CLUB OF READERS/LIST:", "BRIDGE OPENS TO CHEERING CROWD:"),
        *("(USD)", "(VIDEO) -", "(Update) -", "Exampleton Party (PAP)", "Cross-Site Forgery (CSRF) -"),
        *("Football - Premier League - Rovers v United -", "The owner - Example Companies -"),
        *("Self-", "HOHE FLUSS- UND", "Anti-war crowd -", "Lower Town (LT)"),
        *("Stock Market LIVE Updates, Tuesday, Aug 18, 2026:", "Old friends met. Nothing was said."),
    ],
)
def test_a_title_a_team_or_an_abbreviation_is_no_place(head: str) -> None:
    assert read_dateline(f"{head} {BODY}") is None


def test_a_speaker_in_capitals_is_no_place() -> None:
    said = (
        "I went down to the lower town that night, and we had no power until the morning came to the river."
    )
    assert read_dateline(f"EXAMPLETON: {said}") is None
    assert read_dateline(f"EXAMPLETON: The mayor went down, and “we had no power”, she said. {BODY}")


def test_two_hyphens_may_touch_the_first_word_behind_a_known_town() -> None:
    found = read_dateline(f"NEW YORK--The council met. {BODY}")
    assert found is not None
    assert found.place == "NEW YORK"
    assert read_dateline(f"DOCTOR WHO--The council met. {BODY}") is None


@pytest.mark.parametrize(
    "head",
    [
        *(
            "Coronavirus:",
            "Brexit:",
            "Cricket:",
            "Weather –",
            "Politics:",
            "Fußball. Wirtschaft:",
            "COMMENT:",
        ),
        *("Schade.", "Leider.", "Montag.", "Jane Roe:", "Mr. Roe:", "DEAR JANE:", "Tokyo Olympics:"),
        *("REMINDER (Mar. 4) --", "Deadline (Mar. 4) –"),
        *("(Updated: 19 Aug 2026 04:29PM)", "(0:20)", "(...)", "Boats (left)"),
    ],
)
def test_a_label_a_topic_or_a_person_is_no_place(head: str) -> None:
    assert read_dateline(f"{head} {BODY}") is None
