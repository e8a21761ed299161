"""Authors: a byline is parted where every part is a whole name, and nowhere else."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.model import Failed
from feedwatch.refine import parse
from feedwatch.refine.bylines import authors
from feedwatch.refine.fields import names


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Jane Roe", ("Jane Roe",)),
        ("By Jane Roe and Bob Coe", ("Jane Roe", "Bob Coe")),
        ("BY JANE ROE AND BOB COE", ("JANE ROE", "BOB COE")),
        ("Jane Roe, Bob Coe and Tim Q. Doe", ("Jane Roe", "Bob Coe", "Tim Q. Doe")),
        ("Jane Roe, Bob Coe, and Tim Doe", ("Jane Roe", "Bob Coe", "Tim Doe")),
        ("Jane Roe; Bob Coe", ("Jane Roe", "Bob Coe")),
        ("Jane Roe & Bob Coe", ("Jane Roe", "Bob Coe")),
        ("Jane Roe,Bob Coe", ("Jane Roe", "Bob Coe")),
        ("Jane Roe ,Bob Coe (Design)", ("Jane Roe", "Bob Coe (Design)")),
        ("Jian Ma, Yan Li", ("Jian Ma", "Yan Li")),
        ("R.Roe, B.Coe & T.Doe", ("R.Roe", "B.Coe", "T.Doe")),
        ("Paige St. Roe, Ann van der Coe", ("Paige St. Roe", "Ann van der Coe")),
        ("Ana Ruiz y Juan Pérez", ("Ana Ruiz", "Juan Pérez")),
        ("Jean Dupont et Marie Durand", ("Jean Dupont", "Marie Durand")),
        ("Von Hans Müller und Eva Schmidt", ("Hans Müller", "Eva Schmidt")),
        ("Por Ana Silva e João Costa", ("Ana Silva", "João Costa")),
        ("بقلم: أحمد علي، سامي حسن", ("أحمد علي", "سامي حسن")),
        ("김철수, 이영희 기자", ("김철수", "이영희 기자")),
        ("王小明、李大华", ("王小明", "李大华")),
        ("Jane Roe, Jane Roe", ("Jane Roe",)),
        ("Jane Roe, M.D., and Bob Coe, Jr.", ("Jane Roe, M.D.", "Bob Coe, Jr.")),
        ("Jane Roe, Political Editor and Bob Coe", ("Jane Roe, Political Editor", "Bob Coe")),
        ("Jane Roe and Bob Coe, CNN", ("Jane Roe", "Bob Coe, CNN")),
        ("Jane Roe in London and Bob Coe in Paris", ("Jane Roe in London", "Bob Coe in Paris")),
        ("Jane Roe, Photography by Bob Coe", ("Jane Roe", "Photography by Bob Coe")),
        ("Roe, Jane; Coe, Bob", ("Roe, Jane", "Coe, Bob")),
        ("Roe, J., Coe, B. K.", ("Roe, J.", "Coe, B. K.")),
        ("A. Costa e Silva, J.S. Roe", ("A. Costa e Silva", "J.S. Roe")),
        ("Author: Jane Roe", ("Jane Roe",)),
        ("Jane Roe,", ("Jane Roe",)),
    ],
    ids=str,
)
def test_a_byline_is_parted_into_its_names(line: str, found: tuple[str, ...]) -> None:
    assert authors([line]) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Jane Roe | AFP", ("Jane Roe", "AFP")),
        ("Jane Roe / AP", ("Jane Roe", "AP")),
        ("Jane Roe - Reuters", ("Jane Roe", "Reuters")),
        ("Reuters, Jane Roe", ("Reuters", "Jane Roe")),
        ("Jane Roe with Reuters", ("Jane Roe", "Reuters")),
        ("Le Monde avec AFP", ("Le Monde", "AFP")),
        ("Jane Roe, The Week UK", ("Jane Roe", "The Week UK")),
        ("Jane Roe | Example Herald", ("Jane Roe", "Example Herald")),
        ("Jane Roe and Associated Press", ("Jane Roe", "Associated Press")),
        ("The Example Times and Jane Roe", ("The Example Times", "Jane Roe")),
        ("Jane Roe in London and agencies", ("Jane Roe in London", "agencies")),
        ("By Associated Press", ("Associated Press",)),
    ],
    ids=str,
)
def test_an_agency_or_an_outlet_is_an_author_of_its_own(line: str, found: tuple[str, ...]) -> None:
    assert authors([line]) == found


@pytest.mark.parametrize(
    "line",
    [
        "Roe, Jane",
        "Roe, J. K.",
        "van der Roe, Anna Maria",
        "Silva Costa, Maria José",
        "Jane Roe, M.D.",
        "Jane Roe, Political Editor",
        "Jane Roe, Editor and Publisher",
        "Jane Roe | Political Editor",
        "Jane Roe, New York",
        "Jane Roe, The Hague",
        "Jane Roe, University of Example",
        "Jane Roe / Milan",
        "Jane Roe in Stanstead, Quebec",
        "Philadelphia, PA",
        "University of Example, Los Angeles",
        "Jane and Bob Roe",
        "Stone and Sons",
        "Marks & Spencer, Johnson & Johnson",
        "Roe & Coe Global Limited",
        "National Science and Technology Council",
        "Bill & Jane Roe Foundation",
        "Better Homes and Gardens Magazine",
        "Ana Ortega y Ruiz",
        "Jordi Puig i Ferrer",
        "Jane Roe, and the photo staff",
        "Von Roe",
        "By",
        "jane roe, bob coe",
        "/u/Jane_Roe",
    ],
)
def test_what_is_one_name_or_no_names_stays_as_it_was_given(line: str) -> None:
    assert authors([line]) == (line,)


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["newsroom@paper.example (Jane Roe)"], ("Jane Roe",)),
        (["desk@paper.example (By Jane Roe and Bob Coe)"], ("Jane Roe", "Bob Coe")),
        (["jane@paper.example (Jane Roe), bob@paper.example (Bob Coe)"], ("Jane Roe", "Bob Coe")),
        (["Jane Roe <jane@paper.example>"], ("Jane Roe",)),
        (["Jane Roe (jane@paper.example)"], ("Jane Roe",)),
        (["jane@paper.example Jane Roe"], ("Jane Roe",)),
        (["jane@paper.example (Jane Roe (Paris))"], ("Jane Roe (Paris)",)),
        (["jane.roe@paper.example", "Jane Roe"], ("Jane Roe",)),
        (["mailto:jane.roe@paper.example"], ("jane.roe@paper.example",)),
        (["newsfeeds@paper.example"], ()),
        (["paper@paper.example"], ()),
        (["no-reply@paper.example"], ()),
        (["Jane @ Home"], ("Jane @ Home",)),
    ],
    ids=str,
)
def test_an_address_is_nobodys_name(lines: list[str], found: tuple[str, ...]) -> None:
    assert authors(lines) == found


@pytest.mark.parametrize("read", [authors, names], ids=["authors", "other names"])
def test_a_name_that_is_cut_ends_in_a_mark(read: object) -> None:
    assert callable(read)
    assert read(["x" * 301, "y" * 300]) == ("x" * 299 + "…", "y" * 300)


RSS = """<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>t</title><item>
<title>a</title>{}</item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><id>1</id><title>a</title>{}</entry></feed>"""


@pytest.mark.parametrize(
    ("document", "found"),
    [
        (RSS.format("<author>desk@paper.photography (Jane Roe)</author>"), ("Jane Roe",)),
        (RSS.format("<author>desk@paper.photography</author>"), ()),
        (
            RSS.format("<author>jane@paper.example</author><dc:creator>Jane Roe, AP</dc:creator>"),
            ("Jane Roe", "AP"),
        ),
        (
            ATOM.format("<author><name>Jane Roe</name><email>j@paper.photography</email></author>"),
            ("Jane Roe",),
        ),
        (ATOM.format("<author><email>jane@paper.photography</email></author>"), ("jane@paper.photography",)),
        (
            json.dumps(
                {"version": "1.1", "items": [{"id": "1", "authors": [{"name": "Jane Roe and Bob Coe"}]}]}
            ),
            ("Jane Roe", "Bob Coe"),
        ),
    ],
    ids=["address and name", "a newsroom's", "two elements", "Atom", "Atom, address only", "JSON Feed"],
)
def test_authors_are_read_alike_in_every_format(document: str, found: tuple[str, ...]) -> None:
    parsed = parse.read(document.encode())
    assert not isinstance(parsed, Failed)
    assert parsed.entries[0].authors == found


PIECES = st.sampled_from(
    ["Jane Roe", "AP", "Roe", "and", ", ", "; ", " & ", "By ", "(", ")", "desk", " ", "/"]
)


@given(st.lists(PIECES, max_size=12).map("".join))
@settings(derandomize=True, max_examples=300)
def test_names_stand_in_the_line_as_they_were_given(line: str) -> None:
    assert all(name in " ".join(line.split()) for name in authors([line]))


@pytest.mark.parametrize(
    "line",
    [
        "a@" * 500_000,
        "A, " * 300_000,
        "Jane Roe, " * 200,
        "a@b.example (" * 80_000,
        "Jane Roe / " * 180,
        "AP" + "/AP" * 650,
        "; " * 999,
    ],
    ids=["at signs", "letters", "names", "addresses", "strokes", "agencies", "semicolons"],
)
def test_a_line_of_any_length_is_read(line: str) -> None:
    assert all(len(name) <= 300 for name in authors([line] * 20))
