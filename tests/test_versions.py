"""What edits changed: by paragraph, by word, in figures; nothing is hidden, whatever the length."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.errors import UsageError
from feedwatch.model import VersionLine
from feedwatch.present import Screen, Sheet, show_diff, show_versions
from feedwatch.present.changes import END, changed_words, changes, said

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
OLD = VersionLine(
    1, "2026-11-24T09:40:00Z", "2026-11-24T10:40:00Z", "published", False, "Dam holds", "One.\n\nTwo."
)
NEW = replace(OLD, n=2, since="2026-11-24T10:40:00Z", until=None, stealth=True)


def diffed(before, after, format=None, columns=None):
    out = StringIO()
    screen = Screen(columns, 24, colour=False) if columns else None
    show_diff([before, after], f"{before.n}..{after.n}", Sheet(out, NOW, format, screen=screen))
    return out.getvalue()


def told(before, after):
    out = StringIO()
    show_versions([before, after], Sheet(out, NOW))
    return out.getvalue().splitlines()


def test_a_difference_names_its_places_and_keeps_title_and_paragraphs_apart():
    after = replace(NEW, title="Dam breaks", text="Zero.\n\nOne, they say.\n\nTwo.\n\nThree.")
    assert diffed(replace(OLD, text="One, he says.\n\nTwo.\n\nThree."), after) == (
        "version 1 → 2 · 2026-11-24 09:40 → 10:40 UTC · edited in silence · 4 words changed\n\n"
        "title\n  Dam [-holds-] {+breaks+}\n\n"
        "paragraphs 1–2\n  {+Zero.+}\n  One, [-he says.-] {+they say.+}\n"
    )


def test_what_is_gone_and_what_is_new_has_its_place():
    assert diffed(OLD, replace(NEW, text="One.")).splitlines()[2:] == [
        "gone, before paragraph 2",
        "  [-Two.-]",
    ]
    assert diffed(OLD, replace(NEW, text="One.\n\nTwo.\n\nThree.")).splitlines()[2:] == [
        "paragraph 3, new",
        "  {+Three.+}",
    ]


LABELLED = {
    "a summary": (
        {"summary": "Short."},
        {"summary": "Brief."},
        ["  - summary: Short.", "  + summary: Brief."],
    ),
    "a copyright line": (
        {"copyright": "© Wire 2025"},
        {"copyright": "© Wire 2026"},
        ["  - © Wire 2025", "  + © Wire 2026"],
    ),
    "a copyright line and the notice it was read from": (
        {"copyright": "© Wire 2025", "notices": ("© 2025 Wire. All rights reserved.",)},
        {"copyright": "© Wire 2026", "notices": ("© 2026 Wire. All rights reserved.",)},
        ["  - © 2025 Wire. All rights reserved.", "  + © 2026 Wire. All rights reserved.", ""],
    ),
    "another notice": (
        {},
        {"notices": ("Reporting by Ann Ash",)},
        ["  + notice: Reporting by Ann Ash"],
    ),
    "nothing that is kept": (
        {},
        {},
        ["    no word of title, text, summary or notices differs"],
    ),
}


@pytest.mark.parametrize("name", LABELLED)
def test_a_version_shows_that_it_changed(name):
    was, now, lines = LABELLED[name]
    assert told(replace(OLD, **was), replace(NEW, **now))[1 : 1 + len(lines)] == lines
    marked = diffed(replace(OLD, **was), replace(NEW, **now))
    assert all(word in marked for text in (*was.values(), *now.values()) for word in "".join(text).split())


def test_what_is_no_edit_says_what_it_is():
    assert told(OLD, replace(NEW, stealth=False, cause="fuller", text="One.\n\nTwo.\n\nMore."))[0] == (
        "version 2 · since 2026-11-24 10:40 UTC · a fuller text of it, not an edit"
    )
    assert told(OLD, replace(NEW, stealth=False, cause="recleaned", text="One."))[0].endswith(
        "cleaned anew by feedwatch, not the publisher's edit"
    )


def test_the_end_of_a_long_paragraph_is_compared():
    words = " ".join(f"word{number}" for number in range(2000))
    shown = diffed(replace(OLD, text=f"{words} was good."), replace(NEW, text=f"{words} was bad."))
    assert shown.endswith(" word1999 was [-good.-] {+bad.+}\n")
    assert "[… 1961 words as before …]" in shown


def test_the_end_of_a_long_article_is_compared():
    text = "\n\n".join(f"Paragraph {number}." for number in range(450))
    before, after = replace(OLD, text=f"{text}\n\nThe end."), replace(NEW, text=f"{text}\n\nNo end.")
    assert diffed(before, after).splitlines()[2:] == ["paragraph 451", "  [-The-] {+No+} end."]
    assert told(before, after)[1:3] == ["  - The end.", "  + No end."]


def test_a_difference_as_json_is_one_object_with_every_word():
    assert json.loads(diffed(OLD, replace(NEW, text="One.\n\nTwo, three."), "json")) == {
        "from": 1,
        "to": 2,
        "changed_words": 2,
        "changes": [
            {
                "part": "text",
                "paragraph": 2,
                "was": "Two.",
                "now": "Two, three.",
                "pieces": [{"kind": "gone", "text": "Two."}, {"kind": "new", "text": "Two, three."}],
            }
        ],
    }


@pytest.mark.parametrize("columns", [20, 60, 200])
def test_a_difference_keeps_to_the_screen(columns):
    before = replace(OLD, text="seven words that are here to stay " * 20)
    shown = diffed(before, replace(NEW, text="eight words were here to stay " * 20), columns=columns)
    assert max(map(len, shown.splitlines())) <= columns


def test_a_difference_has_no_table_for_spreadsheets():
    with pytest.raises(UsageError, match=r"^a difference has no csv form; choose text or json$"):
        diffed(OLD, NEW, "csv")


def test_one_version_has_nothing_to_compare():
    with pytest.raises(UsageError, match="one version"):
        show_diff([OLD], "1..2", Sheet(StringIO(), NOW))


COUNTED = {
    "nothing": ("a b c", "a b c", 0),
    "one word for another": ("two dead", "three dead", 1),
    "numbers that change places": (
        "two dead and three hurt, two missing",
        "three dead and two hurt, three missing",
        3,
    ),
    "words put in": ("a d", "a b c d", 2),
    "a paragraph taken out": ("a b c.\n\nd e", "a b c.", 2),
    "paragraphs run together": ("a b.\n\nc d.", "a b. c d.", 0),
}


@pytest.mark.parametrize("name", COUNTED)
def test_changed_words_are_counted(name):
    was, now, count = COUNTED[name]
    assert changed_words(changes(replace(OLD, text=was), replace(NEW, text=now))) == count


TEXTS = st.lists(st.sampled_from(["a", "b", "c d", "e", "\n\n"]), max_size=40).map(" ".join)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_both_versions_can_be_read_from_their_changes(was, now):
    before, after = replace(OLD, text=was), replace(NEW, text=now)
    old, new = list(said(before, "text")), list(said(after, "text"))
    for change in reversed(changes(before, after)):
        start = change.at - 1
        assert tuple(new[start : start + len(change.now)]) == change.now
        new[start : start + len(change.now)] = change.was
        pieces = change.pieces()
        for kind, paragraphs in (("gone", change.was), ("new", change.now)):
            words = [word for piece in pieces if piece.kind in ("same", kind) for word in piece.words]
            assert " ".join(words).split(f" {END} ") == list(paragraphs) or not paragraphs
    assert new == old


LARGE = {
    "one word": ("a " * 200_000, "a " * 200_001),
    "two words by turns": ("a b " * 100_000, "b a " * 100_000),
    "every seventh word is gone": (
        " ".join(f"w{number}" for number in range(100_000)),
        " ".join(f"w{number}" for number in range(100_000) if number % 7),
    ),
    "words that stand once between words that do not": (
        " ".join(f"u{number} " + "a b " * 60 for number in range(1_000)),
        " ".join(f"u{number} " + "b a " * 60 for number in range(1_000)),
    ),
}


@pytest.mark.parametrize("name", LARGE)
def test_a_long_text_costs_its_length(name):
    was, now = LARGE[name]
    start = process_time()
    found = changes(replace(OLD, text=was), replace(NEW, text=now))
    pieces = [piece for change in found for piece in change.pieces()]
    assert process_time() - start < 5  # half a second is usual
    gone = [word for piece in pieces if piece.kind != "new" for word in piece.words]
    assert gone == was.split()
