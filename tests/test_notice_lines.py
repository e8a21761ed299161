"""Notices in the forms of the world's press: who holds, who signed, what belongs to the page, what stays."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.refine.notice_lines import read_line
from feedwatch.refine.notices import read_article

BODY = "The river rose by two metres overnight and the lower town was without power, officials said."


@pytest.mark.parametrize(
    ("line", "holders", "years"),
    [
        ("저작권자 예시신문. 무단복제 금지", ("예시신문",), ()),
        ("<저작권자(c) 예시통신, 무단 전재-재배포 금지>", ("예시통신",), ()),
        ("版权所有：示例新闻社", ("示例新闻社",), ()),
        ("جميع الحقوق محفوظة لصحيفة المثال © 2022", ("صحيفة المثال",), (2022,)),
        ("© Beispielfunk / beispielschau.de", ("Beispielfunk", "beispielschau.de"), ()),
        (
            "© 2020 Example Media - Sample Holdings, Inc. All rights reserved.",
            ("Example Media - Sample Holdings, Inc.",),
            (2020,),
        ),
        ("© 2020 Example Media - Impressum - Datenschutz", ("Example Media",), (2020,)),
        (
            "Derechos reservados © Ejemplo Editorial, S.A. de C.V. 2021",
            ("Ejemplo Editorial, S.A. de C.V.",),
            (2021,),
        ),
        ("Copyright © Editora Exemplo S/A", ("Editora Exemplo S/A",), ()),
        ("© Eksempel Medier A/S", ("Eksempel Medier A/S",), ()),
        ("Copyright (2021) AFP. All rights reserved.", ("AFP",), (2021,)),
        ("(©) 2020 dpa-infocom GmbH", ("dpa-infocom GmbH",), (2020,)),
        ("Copyright @ 2020 Example Express", ("Example Express",), (2020,)),
        ("Published by Example House Publishing © 2015", ("Example House Publishing",), (2015,)),
        (
            "Parts © 2005, 2009 Example Corporation. All rights reserved.",
            ("Example Corporation",),
            (2005, 2009),
        ),
        ("Example Labs Ltd - P.IVA 01234567890 © 2024", ("Example Labs Ltd",), (2024,)),
        ("Site créé par Jeanne Roe © 2021 - Tous droits réservés", ("Jeanne Roe",), (2021,)),
        ("Alle Rechte: Beispiel Medien GmbH", ("Beispiel Medien GmbH",), ()),
        ("(c) Beispiel-Verlag GmbH Germany 2018", ("Beispiel-Verlag GmbH Germany",), (2018,)),
        ("ООО «Пример» © Клиника Пример 2020", ("ООО «Пример»", "Клиника Пример"), (2020,)),
        ("저작권자 예시신문 무단 전재 및 재배포 금지", ("예시신문",), ()),
    ],
)
def test_a_holder_is_read_whole(line: str, holders: tuple[str, ...], years: tuple[int, ...]) -> None:
    notice, rest = read_line(line)
    assert notice is not None
    assert (notice.kind, notice.holders, notice.years, rest) == ("copyright", holders, years, "")


@pytest.mark.parametrize(
    "line",
    [
        "Derechos de autor © 2023. Todos los derechos reservados.",
        "Proprietário - Todos os direitos reservados.",
        "利用者は、本サイトの文章等の無断転載・転用を禁じられます。",
        "본 기사는 예시의 동의없이 무단전재, 재배포할 수 없습니다.",
        "Reproduction without prior written permission of a duly authorized person is prohibited.",
    ],
)
def test_a_line_that_names_nobody_has_no_holder(line: str) -> None:
    notice, rest = read_line(line)
    assert notice is not None
    assert (notice.holders, rest) == ((), "")


@pytest.mark.parametrize(
    ("line", "kind", "agency"),
    [
        ("모든 권리 보유.", "rights", None),
        ("सभी अधिकार सुरक्षित।", "rights", None),
        ("Bütün hüquqlar qorunur.", "rights", None),
        ("ყველა უფლება დაცულია", "rights", None),
        ("No part of this article may be reproduced.", "rights", None),
        ("This material may not be published, broadcast or rewritten.", "rights", None),
        ("As written by Jane Roe for Example Daily:", "credit", None),
        ("Jane Roe, Example Staff", "credit", None),
        ("Translated by: janeroe", "credit", None),
        ("Author: Jane Roe", "credit", None),
        (
            "Jane Roe is a staff writer at The Example who covers bridges. You can follow her on Mastodon.",
            "credit",
            None,
        ),
        (
            "CNN's Jane Roe reported from Rome and John Doe from Paris. Bob Coe contributed to this report.",
            "credit",
            None,
        ),
        ("[예시그룹 제공. 재판매 및 DB 금지]", "photo", None),
        ("janeroe/Getty Images/iStockphoto", "photo", None),
        ("Jane Roe/AFP, EPA/John Doe, Bob Coe/Getty Images", "photo", "AFP"),
        ("Continue reading...", "syndication", None),
        ("Lire la suite…", "syndication", None),
        ("GET EXAMPLE NEWS ON THE GO BY CLICKING HERE", "syndication", None),
        ("Go to https://example.com/bridges for more coverage", "syndication", None),
        (
            "This article is republished from The Example under a Creative Commons license.",
            "syndication",
            None,
        ),
        ("Register now for free unlimited access", "syndication", None),
        ("Stay in the know. Sign up to our daily newsletter here.", "syndication", None),
        ("Any unauthorized reproduction of this article is strictly prohibited.", "rights", None),
        ("Se prohíbe la reproducción total o parcial de este contenido.", "rights", None),
        ("È vietata la riproduzione, anche parziale.", "rights", None),
        ("Alle Rechte, auch die des auszugsweisen Nachdrucks, vorbehalten.", "rights", None),
        ("本文版权归原作者所有", "rights", None),
        ("Reprinting without permission is prohibited.", "rights", None),
        ("--With assistance from Jane Roe and John Doe.", "credit", None),
        ("Jane Roe contributed from Beijing.", "credit", None),
        ("Information from The Associated Press was used in this report.", "credit", "AP"),
        ("Mit Informationen von dpa", "credit", "dpa"),
        ("Von unserem Korrespondenten Max Muster", "credit", None),
        ("Text: Max Muster; Redaktion: Erika Muster", "credit", None),
        ("По материалам Reuters", "credit", "Reuters"),
        ("예시일보 김예시 기자 name@example.com", "credit", None),
        ("[email protected] (김예시 기자)", "credit", None),
        ("ソース：ロイター", "credit", "Reuters"),
        ("Agence France-Presse", "credit", "AFP"),
        ("By Jane Roe | jroe@example.com", "credit", None),
        ("By Jane Roe, Special to The Example", "credit", None),
        ("AFP/The Example - [email protected]", "credit", "AFP"),
        ("Source - Reuters", "credit", "Reuters"),
        ("submitted by /u/reader to /r/news", "credit", None),
        ("submitted by reader to news [link] [12 comments]", "credit", None),
        ("EPA/JANE ROE", "photo", "EPA"),
        ("© Jane Roe via Reuters", "photo", "Reuters"),
        ("Jane Roe/The Example Times", "photo", None),
        ("Archivfoto: Jane Roe", "photo", None),
        ("Fot. Jan Przykład", "photo", None),
        ("Photography by Jane Roe", "photo", None),
        ("Mandatory Credit: Jane Roe-Example Sports", "photo", None),
        ("Courtesy: Example Police", "photo", None),
        ("[사진 예시그룹]", "photo", None),
        ("Supplied", "photo", None),
        ("Illustrative image", "photo", None),
        ("SEE ALSO: A town under water", "syndication", None),
        ("Lee también: Un segundo puente", "syndication", None),
        ("Læs også: En ny bro", "syndication", None),
        ("Читайте також: Другий міст", "syndication", None),
        ("यह भी पढ़ें: दूसरा पुल", "syndication", None),
        ("Baca juga: Jembatan kedua", "syndication", None),
        ("相关阅读：第二座桥", "syndication", None),
        ("A version of this article appears in print on Jan. 3, Section A, Page 1.", "syndication", None),
        ("Get the latest news delivered to your inbox.", "syndication", None),
        ("Have a tip? Email tips@example.com", "syndication", None),
        ("For our page on the flood, click here.", "syndication", None),
        ("The views expressed in this article are the author's own.", "syndication", None),
        ("This report is auto-generated from ANI news service.", "syndication", "ANI"),
        ("Our Standards: The Thomson Reuters Trust Principles.", "syndication", "Reuters"),
    ],
)
def test_a_line_of_its_own_has_its_kind_and_goes(line: str, kind: str, agency: str | None) -> None:
    notice, rest = read_line(line)
    assert notice is not None
    assert (notice.kind, notice.agency, rest) == (kind, agency, "")


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Roe, who contributed to the report, declined to comment.",
        "The bill passed 52-48 (AP Photo shows the vote count board).",
        "The route is long (and there is a video that explains each of its turns).",
        "Run the tool on a folder (file names may contain blanks)",
        "Advertisement spending fell in the second quarter.",
        "Translation errors delayed the talks.",
        "Courtesy costs nothing",
        "Work Under Way On A Second Bridge, APP",
        "Overall Win/Loss Record",
        "Watch this video and tell me what you think of its end. There will be a test.",
        "По данным Reuters, сделка закрыта.",
        "All of these factors contributed to this project.",
        "The storm contributed to the story of a summer without end.",
        "The first case was reported from Basra in December.",
        "Written by Jane Roe, the play opens on Friday.",
        "Reporting by the BBC found that the company had lied.",
        "Provided by the state, the houses are too small.",
        "First published in 1990, the book is back in print.",
        "This story was produced by the same team that made the first film.",
        "The report must be published by the end of the month, the court ruled.",
        "The service is available to subscribers in 40 countries.",
        "Rights reserved for women were taken away on Monday.",
        "The text was not edited by the ministry before it was published.",
        "Contact the police on 101 or email desk@police.example",
        "Sign up for the run by Friday at the town hall.",
        "Today’s vote is a good day to check in on our newsletter writer’s home town.",
        "Photos: Windy fire blows through the park as crowds flee",
        "Image: how a photograph became the symbol of a war",
        "Watch: Rescuers lift a car from the river",
        "Sources: Club to sign veteran striker",
        "Join our troops, says minister",
        "Section 3 (c) The landlord shall repair",
        "Jane Roe (C) and John Doe (L) arrive at the court",
        "Severe drought is over in the west of the state and in N. PA",
        "일부 영상은 저작권자 설정으로 재생되지 않을 수 있습니다.",
    ],
)
def test_what_tells_something_is_no_notice(line: str) -> None:
    assert read_line(line) == (None, line)


@pytest.mark.parametrize(
    ("line", "kind", "rest"),
    [
        (
            "She speaks about the bank's plans. (Source: Bloomberg)",
            "credit",
            "She speaks about the bank's plans.",
        ),
        (
            "“It is over,” the mayor said. (Reporting by Jane Roe in Basra; editing by John Doe)",
            "credit",
            "“It is over,” the mayor said.",
        ),
        (
            "The man had died in hospital, police said. CNN's Jane Roe contributed to this report.",
            "credit",
            "The man had died in hospital, police said.",
        ),
        (
            "This week they talk about the bridge. Subscribe to the Bridge Times newsletter here.",
            "syndication",
            "This week they talk about the bridge.",
        ),
        (
            "The bridge at night (AP Photo/Jane Roe) (Example Media)",
            "photo",
            "The bridge at night (AP Photo/Jane Roe) (Example Media)",
        ),
        (
            "图为重新开放的大桥。 王某 摄",
            "photo",
            "图为重新开放的大桥。 王某 摄",
        ),
        (
            "عادت الجسور إلى العمل بعد أسبوع من الفيضان (الفرنسية)",
            "photo",
            "عادت الجسور إلى العمل بعد أسبوع من الفيضان (الفرنسية)",
        ),
        (
            "Jane Roe trên cầu - Ảnh: JOHN DOE",
            "photo",
            "Jane Roe trên cầu - Ảnh: JOHN DOE",
        ),
        (
            "A man walks past a bank in Rome. REUTERS/Jane Roe/File Photo",
            "photo",
            "A man walks past a bank in Rome. REUTERS/Jane Roe/File Photo",
        ),
    ],
)
def test_a_credit_behind_a_sentence_leaves_the_sentence(line: str, kind: str, rest: str) -> None:
    notice, stays = read_line(line)
    assert notice is not None
    assert (notice.kind, stays) == (kind, rest)


MARKS = ("© ", "(c) ", "AFP", "2024", " Ltd.", " - ", "/", "Photo: ", "By ", "@", "[email protected]", ". ")
PIECES = (*MARKS, "the mayor said", "저작권자 ", "版权所有：", "ة")


@settings(derandomize=True, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join))
def test_a_line_read_twice_reads_the_same(line: str) -> None:
    assert read_line(line) == read_line(f" {line}".removeprefix(" "))


def test_a_line_that_every_article_repeats_costs_its_words_once() -> None:
    lines = [(BODY, "© 2024 Example Media Ltd. All rights reserved.")] * 3
    assert len({id(read_article(line).notices[0].words) for line in lines}) == 1


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Photo: Jane Roe/Getty Images", ("Jane Roe", "Getty Images")),
        ("Foto: Jane Roe, dpa Picture-Alliance", ("Jane Roe", "dpa Picture-Alliance")),
        ("Image credit: Jane Roe", ("Jane Roe",)),
    ],
)
def test_a_picture_in_a_name_is_part_of_the_name(line: str, names: tuple[str, ...]) -> None:
    notice, _ = read_line(line)
    assert notice is not None
    assert notice.holders == names


def test_a_mark_that_is_dressed_as_a_picture_is_the_mark() -> None:
    notice, rest = read_line("©\ufe0e 2024 Valley Post. All rights reserved.")
    assert notice is not None
    assert (notice.holders, notice.years, rest) == (("Valley Post",), (2024,), "")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("También puede leer: Vuelve el agua", "syndication"),
        ("Reuters Staff", "credit"),
        ("© Provided by The Valley Post", "photo"),
        ("Kitchen Staff", None),
        ("También puede leer el libro en casa, dijo el ministro a los niños.", None),
    ],
)
def test_what_portals_and_agencies_set_around(line: str, kind: str | None) -> None:
    notice, _ = read_line(line)
    assert (notice and notice.kind) == kind
