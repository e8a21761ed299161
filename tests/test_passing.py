"""Lines that pass: what changes by itself under a text is no edit of it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.refine import passing

NEWS = "The ferry stopped running on Sunday because its crew had not been paid."

PASSES = (
    "Updated 5 minutes ago",
    "Last updated: 12:31",
    "Last updated on Nov. 24, 2026 at 5:30 p.m. EST",
    "1 hour ago",
    "3 min read",
    "Reading time: 4 minutes",
    "12 comments",
    "Comments (0)",
    "Points: 4 | # Comments: 17",
    "1.2K views · 3 days ago",
    "LIVE",
    "• Live",
    "Breaking news",
    "Read also: Farmers drive round the lake",
    "ALSO READ | Farmers drive round the lake",
    "👉 Read more: Farmers drive round the lake",
    "Related: Farmers drive round the lake",
    "Advertisement: buy a boat",
    "Aktualisiert um 12:31 Uhr",
    "vor 5 Minuten",
    "Lesen Sie auch: Bauern fahren um den See",
    "Mis à jour à 12h31",
    "il y a 5 minutes",
    "À lire aussi : les paysans font le tour du lac",
    "hace 5 minutos",
    "Lea también: los campesinos rodean el lago",
    "Обновлено в 12:31",
    "5 минут назад",
    "Читайте также: крестьяне объезжают озеро",
    "منذ 5 دقائق",
    "اقرأ أيضا: المزارعون",
    "Baca juga: petani",
    "更新：12:31",
)
STAYS = (
    NEWS,
    "12:31",
    "12",
    "Two people died 5 minutes apart.",
    "Comments made by the mayor angered farmers.",
    "Live music returns to the harbour.",
    "Ad-hoc committee meets on Monday.",
    "Next-door neighbours heard the fire.",
    "Watch officers saw the smoke first.",
    "More than 40 boats were lost.",
    "Related charges were dropped in May.",
    "Points of order took an hour.",
)


@pytest.mark.parametrize("line", PASSES)
def test_passes(line: str) -> None:
    assert passing.lasting([NEWS, line, NEWS]) == (NEWS, NEWS)


@pytest.mark.parametrize("line", STAYS)
def test_stays(line: str) -> None:
    assert passing.lasting([NEWS, line, NEWS]) == (NEWS, line, NEWS)


@pytest.mark.parametrize(
    ("paragraphs", "lasts"),
    [
        ([NEWS, "Follow us on the lake's channel."], [NEWS]),
        (["Subscribe to our letter.", NEWS, "To win a boat, click here."], [NEWS]),
        (["Follow us on the lake's channel."], ["Follow us on the lake's channel."]),
        ([NEWS, "Follow us, the mayor said.", NEWS], [NEWS, "Follow us, the mayor said.", NEWS]),
        (["4 points, 3 comments"], []),
        (["12 points by joe 3 hours ago | 5 comments"], []),
        (["12 points by joe 3 hours ago were too many."],) * 2,
        (["Viewed 123 times"], []),
        (["By Jane Doe | Updated 5 minutes ago", NEWS], ["By Jane Doe", NEWS]),
        (["By Jane Doe\nUpdated 5 minutes ago", NEWS], ["By Jane Doe", NEWS]),
        (["(Updated 5 minutes ago) " + NEWS], [NEWS]),
        ([NEWS + " (12 points)"], [NEWS + " (12 points)"]),
    ],
    ids=[
        "foot",
        "both",
        "the whole",
        "inside",
        "counters",
        "an aggregator's counter",
        "a sentence like it",
        "a counter of visits",
        "a part",
        "a line",
        "brackets",
        "figures in brackets",
    ],
)
def test_what_lasts(paragraphs: list[str], lasts: list[str]) -> None:
    assert passing.lasting(paragraphs) == tuple(lasts)


@pytest.mark.parametrize(
    ("title", "lasts"),
    [
        ("Ferry stops (updated 5:30 p.m.)", "Ferry stops"),
        ("[Updated 2 hours ago] Ferry stops", "Ferry stops"),
        ("Ferry stops (again)", "Ferry stops (again)"),
    ],
)
def test_a_clock_in_brackets_is_no_part_of_a_title(title: str, lasts: str) -> None:
    assert passing.lasting_line(title) == lasts


@settings(derandomize=True, max_examples=100)
@given(st.lists(st.text(max_size=60) | st.sampled_from(PASSES + STAYS), max_size=12))
def test_what_lasts_lasts(paragraphs: list[str]) -> None:
    once = passing.lasting(paragraphs)
    assert len(once) <= len(paragraphs)
    assert all(once)


@pytest.mark.parametrize(
    "text", ["(" * 1_000_000, "ago " * 250_000, "|" * 1_000_000, "follow us\n" * 100_000]
)
def test_a_long_text_costs_little(text: str) -> None:
    start = time.process_time()
    passing.lasting([text])
    assert time.process_time() - start < 1
