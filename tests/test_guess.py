"""Encodings that nothing declares."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.model import Problem
from feedwatch.refine import parse
from feedwatch.refine.guess import encoding_of
from feedwatch.refine.parse import Parsed

RUSSIAN = "Паром между берегами озера перестал ходить в воскресенье"
TEXTS = {
    "Russian": (RUSSIAN, ("cp1251", "koi8-r", "cp866", "iso8859-5")),
    "two words of Russian": ("Паром стоит", ("cp1251", "koi8-r")),
    "Ukrainian": ("Пором між двома берегами озера перестав ходити у неділю", ("cp1251", "koi8-u")),
    "Bulgarian": ("Фериботът между двата бряга спря да се движи в неделя", ("cp1251",)),
    "Greek": ("Το φέρι μεταξύ των δύο όχθων της λίμνης σταμάτησε την Κυριακή", ("cp1253",)),
    "Hebrew": ("המעבורת בין שתי גדות האגם הפסיקה לפעול ביום ראשון", ("cp1255",)),
    "Arabic": ("توقفت العبارة بين ضفتي البحيرة عن العمل يوم الأحد", ("cp1256",)),
    "Thai": ("เรือข้ามฟากระหว่างสองฝั่งของทะเลสาบหยุดให้บริการในวันอาทิตย์", ("cp874",)),
    "Chinese": ("湖两岸之间的渡轮星期日停止运行", ("gb18030",)),
    "four characters": ("渡轮停止", ("gb18030",)),
    "Chinese in Taiwan": ("湖兩岸之間的渡輪星期日停止運行", ("big5",)),
    "Japanese": ("湖の両岸を結ぶ渡し船が日曜日に運航を停止した", ("euc_jp", "cp932")),
    "a Japanese title": ("渡し船が運休", ("euc_jp", "cp932")),
    "Korean": ("호수 양쪽을 오가는 나룻배가 일요일 운항을 멈췄다", ("cp949",)),
    "a Korean title": ("나룻배 운항 중단", ("cp949",)),
}
FEED = "<rss><channel><title>{0}</title><item><title>{0}</title><link>https://a.example/1</link></item></channel></rss>"
CASES = [(text, codec) for text, codecs in TEXTS.values() for codec in codecs]


@pytest.mark.parametrize(("text", "codec"), CASES, ids=[f"{codec}: {text[:12]}" for text, codec in CASES])
def test_reads_what_was_written_and_says_that_it_guessed(text: str, codec: str) -> None:
    found = parse.read(FEED.format(text).encode(codec))
    assert isinstance(found, Parsed)
    assert (found.title, found.entries[0].title.text) == (text, text)
    assert found.problems == (Problem("encoding", f"no encoding declared, read as {codec}"),)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("Le ferry entre les deux rives a été arrêté dimanche à cause des salaires", "cp1252"),
        ("Die Fähre fährt seit Sonntag nicht mehr, größere Boote dürfen", "cp1252"),
        ("Prom między dwoma brzegami przestał kursować w niedzielę", "iso8859-2"),
        ("İki kıyı arasındaki feribot pazar günü durdu", "cp1254"),
        ("Chuyến phà giữa hai bờ hồ đã ngừng chạy", "cp1258"),
        ("“x” – “y” … “z”", "cp1252"),
        ("Größe", "cp1252"),
        ("ferry", "ascii"),
    ],
)
def test_latin_texts_are_left_alone(text: str, codec: str) -> None:
    assert encoding_of(FEED.format(text).encode(codec, "ignore")) == ""


def test_a_declaration_that_lies_is_not_believed() -> None:
    found = parse.read(b'<?xml version="1.0" encoding="utf-8"?>' + FEED.format(RUSSIAN).encode("cp1251"))
    assert isinstance(found, Parsed)
    assert (found.title, found.problems[0].line) == (RUSSIAN, "declared utf-8, read as cp1251")


def test_a_long_text_that_is_cut_within_a_character_is_read() -> None:
    body = FEED.format("湖两岸之间的渡轮 " * 1000).encode("gb18030")
    assert {encoding_of(body[:end]) for end in range(6000, 6010)} == {"gb18030"}


@settings(derandomize=True, max_examples=200)
@given(st.binary(max_size=400))
def test_never_raises(body: bytes) -> None:
    assert isinstance(encoding_of(b">" + body), str)


@pytest.mark.parametrize("body", [b">\xe0" * 1_500_000, b"\xe0" * 3_000_000, b">" + b"\xc4\xe3" * 1_500_000])
def test_a_long_document_costs_little(body: bytes) -> None:
    start = time.process_time()
    encoding_of(body)
    assert time.process_time() - start < 1
