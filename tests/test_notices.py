"""Notices: recognised at the ends of an article, read, and taken out; sentences that mention them stay."""

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.model import Dateline, Notice
from feedwatch.refine.notices import Credits, canonical, read_article, read_dateline, read_line

BODY = (
    "The river rose by two metres overnight and the lower town was without power until the morning,"
    " officials said."
)


@pytest.mark.parametrize(
    ("line", "holders", "years"),
    [
        ("© AFP 2024", ("AFP",), (2024,)),
        ("(c) Reuters 2024. All rights reserved.", ("Reuters",), (2024,)),
        (
            "Copyright 2024 The Associated Press. All rights reserved. This material may not be published.",
            ("The Associated Press",),
            (2024,),
        ),
        ("© 1995–2023 dpa", ("dpa",), (1995, 2023)),
        ("© 2019-21 Example Media Ltd", ("Example Media Ltd",), (2019, 2021)),
        ("Copyright © Roe & Sons, Inc. All rights reserved.", ("Roe & Sons, Inc.",), ()),
        ("Example Zeitung © 2020. Alle Rechte vorbehalten.", ("Example Zeitung",), (2020,)),
        ("2011 Example Inc. All Rights Reserved.", ("Example Inc.",), (2011,)),
        ("Copyright &copy; 2022 Example GmbH &amp; Co. KG", ("Example GmbH & Co. KG",), (2022,)),
        ("© 2022 El Ejemplo. Todos los derechos reservados.", ("El Ejemplo",), (2022,)),
        ("© 2021 L'Exemple. Tous droits réservés.", ("L'Exemple",), (2021,)),
        ("© 2023 Örnek Haber. Tüm hakları saklıdır.", ("Örnek Haber",), (2023,)),
        ("© 2018 Пример. Все права защищены.", ("Пример",), (2018,)),
        ("Copyright ⓒ 예시일보. 무단 전재 및 재배포 금지", ("예시일보",), ()),
        ("© 2020 示例网 版权所有", ("示例网",), (2020,)),
        ("© ٢٠٢٤ مثال نيوز", ("مثال نيوز",), (2024,)),
        ("© 2024 مثال نيوز. جميع الحقوق محفوظة", ("مثال نيوز",), (2024,)),
    ],
)
def test_a_copyright_line_gives_holders_and_years_and_goes(
    line: str, holders: tuple[str, ...], years: tuple[int, ...]
) -> None:
    notice, rest = read_line(line)
    assert notice is not None
    assert (notice.kind, notice.role, notice.holders, notice.years, rest) == (
        "copyright",
        "text",
        holders,
        years,
        "",
    )


@pytest.mark.parametrize(
    ("line", "kind", "agency"),
    [
        ("All rights reserved.", "rights", None),
        ("Alle Rechte vorbehalten", "rights", None),
        ("Todos os direitos reservados.", "rights", None),
        ("© RIPRODUZIONE RISERVATA", "rights", None),
        ("جميع الحقوق محفوظة", "rights", None),
        ("تمامی حقوق محفوظ است", "rights", None),
        ("禁無断転載", "rights", None),
        ("版权所有", "rights", None),
        ("(Reporting by Jane Roe in Riga; Editing by John Doe)", "credit", None),
        ("Jane Roe and John Doe contributed to this report.", "credit", None),
        ("The Associated Press contributed to this report.", "credit", "AP"),
        ("(With inputs from PTI)", "credit", "PTI"),
        ("(AFP)", "credit", "AFP"),
        ("(AFP, Reuters)", "credit", "AFP"),
        ("-IANS", "credit", "IANS"),
        ("mit dpa", "credit", "dpa"),
        ("Von Jana Muster, dpa", "credit", "dpa"),
        ("Quelle: dpa", "credit", "dpa"),
        ("المصدر: رويترز", "credit", "Reuters"),
        ("By Jane Roe", "credit", None),
        ("Jane Roe/dpa", "photo", "dpa"),
        ("Photo: Jane Roe/AFP", "photo", "AFP"),
        ("Foto: Jana Muster", "photo", None),
        ("(Image credit: Example)", "photo", None),
        ("© Reuters / Jane Roe", "photo", "Reuters"),
        ("The post A river rises appeared first on The Example.", "syndication", None),
        ("This article was originally published on The Example.", "syndication", None),
        ("Read more: A town under water", "syndication", None),
        ("Subscribe to our newsletter", "syndication", None),
        ("Leggi anche", "syndication", None),
    ],
)
def test_a_notice_has_its_kind_and_agency_and_goes(line: str, kind: str, agency: str | None) -> None:
    notice, rest = read_line(line)
    assert notice is not None
    assert (notice.kind, notice.agency, rest) == (kind, agency, "")


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "A witness told AFP that the road was closed.",
        "The figures were seen by Reuters.",
        "An AP reporter saw two boats leave the harbour on Monday.",
        "The bill would change how copyright law treats machine-written text.",
        "Police booked the shop's owner under the Copyright Act.",
        "Rain contributed to the collapse of the bridge.",
        "Editor's note: This story was updated at noon with new figures.",
        "But this story is not about the mayor.",
        "AP Exclusive: Mayor to leave office",
        "The photo shows the bridge before the flood.",
        BODY,
    ],
)
def test_a_sentence_that_mentions_agencies_or_rights_stays(line: str) -> None:
    assert read_line(line) == (None, line)


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        ("The road is closed, the mayor said. PTI", "credit", "The road is closed, the mayor said."),
        ("“The road is closed,” the mayor said. (ANI)", "credit", "“The road is closed,” the mayor said."),
        (
            "A river rose in the night. The post A river rises appeared first on The Example.",
            "syndication",
            "A river rose in the night.",
        ),
        ("The road is closed. Weiterlesen", "syndication", "The road is closed."),
        (f"{BODY} {BODY} © AFP 2024", "copyright", f"{BODY} {BODY}"),
    ],
)
def test_a_notice_behind_a_sentence_is_cut_and_the_sentence_stays(line: str, kind: str, rest: str) -> None:
    notice, stays = read_line(line)
    assert notice is not None
    assert (notice.kind, stays) == (kind, rest)


def test_a_caption_keeps_its_words_and_its_credit_is_a_photos() -> None:
    line = "Boats in the flooded lower town on Monday (AFP photo)"
    notice, rest = read_line(line)
    assert notice is not None
    assert (notice.kind, notice.role, notice.agency, rest) == ("photo", "photo", "AFP", line)


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        (f"BAGHDAD (AP) — {BODY}", Dateline("BAGHDAD (AP) —", "BAGHDAD", "AP", None)),
        (
            f"WASHINGTON, Jan 23 (Reuters) - {BODY}",
            Dateline("WASHINGTON, Jan 23 (Reuters) -", "WASHINGTON", "Reuters", "Jan 23"),
        ),
        (f"PARIS (AFP) – {BODY}", Dateline("PARIS (AFP) –", "PARIS", "AFP", None)),
        (f"March 10 (Reuters) - {BODY}", Dateline("March 10 (Reuters) -", None, "Reuters", "March 10")),
        (f"(CNN) -- {BODY}", Dateline("(CNN) --", None, "CNN", None)),
        (f"NEW DELHI: {BODY}", Dateline("NEW DELHI:", "NEW DELHI", None, None)),
        (f"Jaipur: {BODY}", Dateline("Jaipur:", "Jaipur", None, None)),
        (
            f"DUBAI, United Arab Emirates — {BODY}",
            Dateline("DUBAI, United Arab Emirates —", "DUBAI, United Arab Emirates", None, None),
        ),
        (f"Berlin (dpa) - {BODY}", Dateline("Berlin (dpa) -", "Berlin", "dpa", None)),
        (f"بغداد (أ ف ب) - {BODY}", Dateline("بغداد (أ ف ب) -", "بغداد", "AFP", None)),
        (
            f"МОСКВА, 23 янв — РИА Новости. {BODY}",
            Dateline("МОСКВА, 23 янв — РИА Новости.", "МОСКВА", "RIA Novosti", "23 янв"),
        ),
        (
            f"[ロンドン ２１日 ロイター] - {BODY}",
            Dateline("[ロンドン ２１日 ロイター] -", "ロンドン", "Reuters", "２１日"),
        ),
    ],
)
def test_a_dateline_gives_place_agency_and_day(paragraph: str, dateline: Dateline) -> None:
    assert read_dateline(paragraph) == dateline


@pytest.mark.parametrize(
    "paragraph",
    [
        "",
        BODY,
        f"Note: {BODY}",
        f"Update: {BODY}",
        "NEW DELHI: a city",
        f"The mayor (left) - {BODY}",
        "— " * 60,
        "A" * 5000,
    ],
)
def test_what_is_no_dateline_has_none(paragraph: str) -> None:
    assert read_dateline(paragraph) is None


def test_an_article_loses_its_notice_and_nothing_else() -> None:
    text = (f"BAGHDAD (AFP) – {BODY}", "A witness told Reuters that the road was closed.", BODY, "© AFP 2024")
    notice = Notice("copyright", "© AFP 2024", "text", "end", ("AFP",), (2024,), "AFP")
    assert read_article(text) == Credits(
        paragraphs=(*text[:3], ""),
        notices=(notice,),
        dateline=Dateline("BAGHDAD (AFP) –", "BAGHDAD", "AFP", None),
        holders=("AFP",),
        years=(2024,),
        agency="AFP",
        agency_from="notice",
        copyright="© AFP 2024",
    )


def test_an_article_without_notices_is_left_whole() -> None:
    text = (BODY, "A witness told AFP that the road was closed.", BODY)
    assert read_article(text) == Credits(paragraphs=text)


def test_the_credit_of_a_picture_at_the_start_makes_nobody_the_author() -> None:
    credits = read_article(("The mayor. (Reuters)", BODY, BODY, BODY))
    assert (credits.paragraphs[0], credits.agency, credits.notices[0].role) == (
        "The mayor. (Reuters)",
        None,
        "photo",
    )


@pytest.mark.parametrize(
    ("given", "agency", "witness"),
    [
        ({"authors": ("Agence France-Presse",)}, "AFP", "author"),
        ({"source": "Reuters"}, "Reuters", "source"),
        ({"elements": (("dc:rights", "Copyright 2024 dpa"),)}, "dpa", "notice"),
        ({"elements": (("channel/copyright", "© Reuters 2024"),)}, None, None),
        ({"elements": (("media:credit", "AFP"),)}, None, None),
        ({"outlet": "The Example Post"}, None, None),
        ({"paragraphs": ("Jane Roe, Reuters", BODY), "authors": ("Jane Roe",)}, "Reuters", "notice"),
        ({"paragraphs": ("Jane Roe, Reuters", BODY), "authors": ("Bob Coe",)}, None, None),
        ({"paragraphs": (BODY, "Photo: Jane Roe, Reuters"), "authors": ("Jane Roe",)}, None, None),
    ],
    ids=[
        "author",
        "source",
        "own rights element",
        "the feed's",
        "a photo's",
        "outlet",
        "a byline",
        "another's name",
        "the author's photo",
    ],
)
def test_the_agency_comes_from_the_surest_witness(
    given: dict[str, Any], agency: str | None, witness: str | None
) -> None:
    credits = read_article(**({"paragraphs": (BODY,)} | given))
    assert (credits.agency, credits.agency_from) == (agency, witness)


def test_an_agency_in_an_element_of_pictures_is_a_picture_credit() -> None:
    (notice,) = read_article((BODY,), elements=(("media:credit", "ASSOCIATED PRESS"),)).notices
    assert notice == Notice("photo", "ASSOCIATED PRESS", "photo", "media:credit", agency="AP")


def test_the_feeds_own_copyright_is_kept_but_holds_no_text() -> None:
    credits = read_article((BODY,), elements=(("channel/copyright", "© 2024 The Example Post"),))
    assert (credits.copyright, credits.holders, credits.notices[0].role) == (None, (), "feed")


@pytest.mark.parametrize(
    ("holders", "years", "line"),
    [
        (("AFP",), (2024,), "© AFP 2024"),
        (("dpa",), (1995, 2023), "© dpa 1995–2023"),
        (("The Associated Press",), (2024, 2019), "© The Associated Press 2019–2024"),
        (("A Co.", "B Ltd"), (), "© A Co., B Ltd"),
        ((), (2024,), "© 2024"),
        ((), (), None),
    ],
)
def test_the_normal_form_names_the_holder_first(
    holders: tuple[str, ...], years: tuple[int, ...], line: str | None
) -> None:
    assert canonical(holders, years) == line


MARKS = "© |(c) |AFP| 2024|-| / |Photo: |By |. |(|)|\u200b|\ud800|<b>|_|PTI|all rights reserved|ب|日"
PIECES = (*MARKS.split("|"), BODY)


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.lists(st.sampled_from(PIECES), max_size=8).map("".join), max_size=8))
def test_an_article_keeps_its_number_of_paragraphs_and_gains_no_letter(paragraphs: list[str]) -> None:
    credits = read_article(paragraphs)
    assert len(credits.paragraphs) == len(paragraphs)
    assert all(
        len(after) <= len(before) for after, before in zip(credits.paragraphs, paragraphs, strict=True)
    )


@pytest.mark.parametrize("piece", ["© ", "(c) ", "A ", "AFP/", "2020-", "Inc. ", "(", "_", "é ", "<"])
def test_a_megabyte_is_read_in_a_blink(piece: str) -> None:
    begun = time.process_time()
    for size in (1_400, 1_000_000):
        read_article([piece * (size // len(piece))] * 3)
    assert time.process_time() - begun < 1
