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
    ],
)
def test_a_dateline_is_read_as_its_agency_writes_it(
    head: str, place: str, agency: str | None, day: str | None
) -> None:
    assert read_dateline(f"{head} {BODY}") == Dateline(head, place, agency, day)


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
        *("(Updated: 19 Aug 2026 04:29PM)", "(0:20)", "(...)", "Boats (left)"),
    ],
)
def test_a_label_a_topic_or_a_person_is_no_place(head: str) -> None:
    assert read_dateline(f"{head} {BODY}") is None
