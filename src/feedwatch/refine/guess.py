"""The encoding of bytes that are not UTF-8 and that nothing declares: a guess, by what the text would be.

Every legacy encoding of a script of its own is tried; right is the one in which the text consists of what is
common in that script: frequent letters for alphabets (the wrong Cyrillic encoding gives capitals), the
frequent half of the characters for Chinese, syllables for Korean, kana for Japanese. Latin texts are no guess
of ours: they have few letters beyond ASCII, and windows-1252 reads most of them.

charset-normalizer, which comes with requests, read Japanese EUC as Korean, and titles of two or three words
in four of seven encodings as something else (`tests/test_guess.py` has the texts).

Laws: pure; a bounded sample is read, so the cost is too; no answer rather than a doubtful one.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

_ASCII = bytes(range(0x80))
_SAMPLE = 8_000  # bytes of text that are looked at
_HEAD = 400_000  # bytes of the document in which they are sought
_FOREIGN = 0.3  # of a text's bytes are beyond ASCII where the script is not Latin; in Vietnamese a fifth
_FEWEST = 8  # bytes beyond ASCII: two words of an alphabet, four characters of Chinese

_TEXT = re.compile(rb">([^<>]{2,2000})")
_ENTITY = re.compile(rb"&[#\w]{1,10};")
# Marks that every script uses: they prove nothing.
_NEUTRAL = re.compile("[\x00-\x7f\xa0§©«®°±·»\u2010-\u206f№\u3000-\u303f\uff00-\uffef]+")

_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйіїєѝ"
_ALPHABETS = (
    ("cp1251", _CYRILLIC),
    ("koi8-r", _CYRILLIC),
    ("koi8-u", _CYRILLIC),
    ("cp866", _CYRILLIC),
    ("iso8859-5", _CYRILLIC),
    ("cp1253", "αοιετσνηυρπκμλςάέήίόύώγδθφχ"),
    ("cp1255", "יוהלארבתשמנםעדחקפגטסכןץצזךף"),
    ("cp1256", "اليمنروتبعدهفكقسةحجشصخطأىءإغ"),
)
_ALPHABETIC = 0.75  # of the letters are frequent ones
_KANA = 0.2
_SYLLABIC, _IDEOGRAPHIC, _THAI = 0.95, 0.85, 0.9


def encoding_of(body: bytes) -> str:
    """The codec that the text between the tags is most likely written in; "" where none is likely."""
    pieces = _sample(body)
    foreign = sum(len(piece.translate(None, _ASCII)) for piece in pieces)
    visible = sum(len(piece.translate(None, b" \t\r\n")) for piece in pieces)
    if foreign < _FEWEST or foreign < _FOREIGN * visible:
        return ""
    return next(_likely(pieces), "")


def _sample(body: bytes) -> list[bytes]:
    """The first texts between tags that are not all ASCII."""
    pieces: list[bytes] = []
    room = _SAMPLE
    for found in _TEXT.finditer(body[:_HEAD]):
        if room > 0 and not found[1].isascii():
            pieces.append(_ENTITY.sub(b" ", found[1]))
            room -= len(found[1])
    return pieces


def _likely(sample: Sequence[bytes]) -> Iterator[str]:
    """Codecs in which the sample reads well, the surest kind first."""
    alphabetic = [(_share(_letters(sample, codec), frozenset(common)), codec) for codec, common in _ALPHABETS]
    best = max(alphabetic, key=lambda one: one[0])
    if best[0] >= _ALPHABETIC:
        yield best[1]
    for codec in ("euc_jp", "cp932"):
        letters = _letters(sample, codec)
        common = _kana() | _rows(0xB0, 0xCF, "euc_jp")
        if _share(letters, _kana()) >= _KANA and _share(letters, common) >= _IDEOGRAPHIC:
            yield codec
    for codec, known, least in (
        ("cp949", _rows(0xB0, 0xC8, "euc_kr"), _SYLLABIC),
        ("gb18030", _rows(0xB0, 0xD7, "gb2312"), _IDEOGRAPHIC),
        ("big5", _rows(0xA4, 0xC6, "big5"), _IDEOGRAPHIC),
        ("cp874", frozenset(map(chr, range(0x0E01, 0x0E4F))), _THAI),
    ):
        if _share(_letters(sample, codec), known) >= least:
            yield codec


def _letters(sample: Sequence[bytes], codec: str) -> str:
    """What the sample says beyond ASCII, read in a codec; "" if it cannot be."""
    reader = codecs.getincrementaldecoder(codec)
    try:  # a long text may have been cut within a character: that one is waited for, and never comes
        return _NEUTRAL.sub("", "".join(reader().decode(piece) for piece in sample))
    except UnicodeError:
        return ""


def _share(letters: str, known: frozenset[str]) -> float:
    return sum(map(known.__contains__, letters)) / len(letters) if letters else 0.0


@lru_cache(maxsize=1)
def _kana() -> frozenset[str]:
    return frozenset(map(chr, range(0x3041, 0x30FB))) | {"ー", "々"}


@lru_cache(maxsize=8)
def _rows(first: int, last: int, codec: str) -> frozenset[str]:
    """The characters of a codec's rows by their first byte: standards put the common ones first."""
    leads, trails = range(first, last + 1), range(0x40, 0xFF)
    characters = (bytes((lead, trail)).decode(codec, "ignore") for lead in leads for trail in trails)
    return frozenset(one for one in characters if len(one) == 1)
