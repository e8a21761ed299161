"""What may stand before and behind a keyword within one word: inflection, by script.

A keyword becomes one or more `Form`s: a string to look for in folded text, and the runs of letters that may
be attached to it there. Only inflection of the word as written counts (plural, case, article, preposition,
possessive); a derived word (Iraqi from Iraq, militiaman from militia) is another and needs its own keyword.

| script | before | behind |
|---|---|---|
| Latin | nothing | English, French, Spanish, German plural and case; Turkish case by harmony; Kurmanji |
| Cyrillic | nothing | Russian noun and adjective endings by the word's own ending, fleeting vowels |
| Arabic | conjunction, preposition, article | Arabic dual, plural, possessive; Persian plural; Sorani |
| Hebrew | conjunction, preposition, article | plural |
| Hangul | nothing | case particles |
| Han, kana, Thai … | anything | anything: such scripts write without spaces |
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from feedwatch.queries import is_unspaced
from feedwatch.refine.tags.folding import ZWNJ

Runs = frozenset[str] | None  # None: anything

MAX_FORMS = 64  # of one keyword; a longer phrase is looked for as written


def _runs(text: str) -> frozenset[str]:
    """Runs of letters parted by spaces; "-" is the empty one."""
    return frozenset("" if run == "-" else run for run in text.split())


_NOTHING = _runs("-")
_NONE: frozenset[str] = frozenset()
_PLURAL = _runs("s")


class Form(NamedTuple):
    """A string of folded text that stands for a keyword when only these runs are attached to it."""

    text: str
    before: Runs
    behind: Runs
    local: frozenset[str] = _NONE  # more runs behind it, in a text where `has_short_endings`
    alone: bool = True  # it may stand with nothing attached


def _form(text: str, before: Runs, behind: Runs, local: frozenset[str] = _NONE) -> Form:
    alone = (before is None or "" in before) and (behind is None or "" in behind)
    return Form(text, before, behind, local, alone)


def forms(keyword: str, *, case: bool) -> tuple[Form, ...]:
    """The forms of a folded keyword (with `case`, of one folded but for its case); none if it is empty."""
    text = keyword.rstrip(" *").strip(f" {ZWNJ}")
    prefix = keyword.rstrip().endswith("*")
    if not text:
        return ()
    if case:
        return (_form(text, _NOTHING, None if prefix else _cased_endings(text)),)
    found = tuple(_inflected(text))
    return tuple(_form(form.text, form.before, None) for form in found) if prefix else found


def _cased_endings(text: str) -> frozenset[str]:
    """NGO → NGOs; but nothing that could make another word of a word that must agree in case."""
    return frozenset({"", "s"}) if text.isupper() and not text.endswith("S") else _NOTHING


def _inflected(text: str) -> Iterable[Form]:
    first, last = text[0], text[-1]
    if text.isascii():
        return _latin(text)
    if "\u0600" <= last <= "\u077f":
        return _arabic(text)
    if "\u0400" <= last <= "\u052f":
        return _cyrillic(text)
    if "\u0590" <= last <= "\u05ff":
        return (_form(text, _HEBREW_BEFORE, _HEBREW_BEHIND),)
    if "\uac00" <= last <= "\ud7a3":
        return (_form(text, _NOTHING, _KOREAN_PARTICLES),)
    if is_unspaced(first + last):
        before, behind = (None if is_unspaced(end) else _NOTHING for end in (first, last))
        return (_form(text, before, behind),)
    return _latin(text)


# --- Latin ---------------------------------------------------------------------------------------

_VOWELS = "aeıioöuüâêîôûáéíóú"
# The vowels of an ending by the last vowel of the word: those of the low kind, of the high kind.
_LOW = dict(zip("aıoueiöü", "aaaaeeee", strict=True))
_HIGH = dict(zip("aıoueiöü", "ııuuiiüü", strict=True))
_KURMANJI = _runs("an a ek"), _runs("yan ya yek")  # behind a consonant, behind a vowel
_AMBIGUOUS = _runs("a e i u la le in un da")  # Indiana, temple, bulletin, Spanish armada
# Not every consonant: golden, listen, threaten are no forms of gold, list, threat.
_GERMAN_WEAK = re.compile("(?:z|ung|[hk]eit|haft|ion|tät|ik|.ist|ent|ant|[^aeiou]at|or|ur)$")
_TURKISH_LETTERS = re.compile("[ığş]")
_KURMANJI_LETTERS = re.compile("[êîû]")
_KURMANJI_WORDS = re.compile("(?:^| )(?:li|ji|bi|di|û) ")


@lru_cache(8)  # asked for each hit, of a text that may be long
def has_short_endings(text: str) -> bool:
    """True for a folded Turkish or Kurmanji text.

    Their shortest case endings turn words of other languages into other words (Indian, Indiana).
    """
    if _TURKISH_LETTERS.search(text):
        return True
    return bool(_KURMANJI_LETTERS.search(text) and _KURMANJI_WORDS.search(text))


def _latin(text: str) -> Iterable[Form]:
    word = text[text.rfind(" ") + 1 :]
    behind, local = _latin_endings(word[-4:], _last_vowel(word), min(len(word), 5))
    yield _form(text, _NOTHING, behind, local)
    if len(word) > 3 and word[-1] == "y" and word[-2] not in _VOWELS:
        yield _form(text[:-1] + "ie", _NOTHING, _PLURAL)
    if "ı" in text:  # KADIN, in the lower case of every other language
        yield from _latin(text.replace("ı", "i"))


def _last_vowel(word: str) -> str:
    for letter in reversed(word):
        if letter in _HIGH:
            return letter
    return ""


@lru_cache(4096)
def _latin_endings(tail: str, vowel: str, length: int) -> tuple[frozenset[str], frozenset[str]]:
    """The endings, everywhere and in some texts, of a word with such a tail, last vowel, length (up to 5)."""
    last = tail[-1]
    if length < 3 or not last.isalpha():  # "it", "un": with a letter more, other words
        return (_runs("- s") if last.isdigit() else _NOTHING), _NONE
    after_vowel = last in _VOWELS
    endings = {"", "s", *(_runs("yê yên") if after_vowel else _runs("ê ên"))}
    if tail.endswith(("au", "eu", "ou")):
        endings.add("x")
    if tail[-1] in "sxzo" or tail.endswith(("ch", "sh")) or (length > 4 and not after_vowel):
        endings.add("es")  # boxes, misiles, Krieges
    if length > 4 and _GERMAN_WEAK.search(tail):
        endings.add("en")  # Milizen
    if length > 4 and last == "e":
        endings.add("n")  # Drohnen
    if not vowel:
        return frozenset(endings), _NONE
    case = _turkish_case(last, vowel)
    endings |= _turkish_plural(vowel) | (case - _AMBIGUOUS if length > 3 else _NONE)
    return frozenset(endings), case & _AMBIGUOUS | _KURMANJI[after_vowel]


def _turkish_plural(vowel: str) -> frozenset[str]:
    low = _LOW[vowel]
    high = _HIGH[low]
    many = f"l{low}r"
    return frozenset(many + case for case in ("", high, f"{high}n", low, f"d{low}", f"d{low}n", f"l{low}"))


def _turkish_case(last: str, vowel: str) -> frozenset[str]:
    """The case endings that agree with a word's last letters."""
    low, high = _LOW[vowel], _HIGH[vowel]
    place = ("t" if last in "fstkçşhp" else "d") + low
    if last in _VOWELS:
        own = (f"n{high}n", f"y{low}", f"y{high}", f"yl{low}")
    else:
        own = (f"{high}n", low, high, f"l{low}")
    return frozenset((place, f"{place}n", f"{place}ki", *own))


# --- Cyrillic ------------------------------------------------------------------------------------

_HARD = "- а у ом ем е ы и ов ев ей ам ами ах"
_RUSSIAN: tuple[tuple[str, int, str], ...] = (
    # ending, letters to cut, what may follow the rest ("-" is nothing); the first that fits
    ("ия", 1, "я и ю ей й ям ями ях"),
    ("ие", 1, "е я ю ем и й ям ями ях"),
    ("ый", 2, "ый ого ому ым ом ая ой ую ое ые ых ыми"),
    ("ий", 2, "ий его ему им ем яя ей юю ее ие их ими ого ому ом ая ой ую ое"),
    ("ой", 2, "ой ого ому ым ом ая ую ое ые ых ыми"),
    ("ая", 2, "ая ой ую ый ого ому ым ом ое ые ых ыми"),
    ("ое", 2, "ое ого ому ым ом ая ой ую ый ые ых ыми"),
    ("ые", 2, "ые ых ым ыми ый ого ому ом ая ой ую ое"),
    ("ец", 2, "ец ца цу цем цом це цы цев цов цам цами цах"),
    ("ок", 2, "ок ка ку ком ке ки ков кам ками ках"),
    ("я", 1, "я и е ю ей ею й ь ям ями ях"),
    ("а", 1, "а ы и е у ой ою ей - ам ами ах"),
    ("о", 1, "о а у ом е - ам ами ах"),
    ("е", 1, "е я ю ем и й ям ями ях"),
    ("ь", 1, "ь и ю я ем ём ей е ям ями ях ью"),
    ("й", 1, "й я ю ем е и ев ям ями ях"),
    ("ы", 1, "ы ов - ам ами ах"),
    ("и", 1, "и ов ев ей й - ам ами ах ям ями ях"),
)


def _cyrillic(text: str) -> Iterable[Form]:
    *inner, last = text.split(" ")
    stem, endings = _russian(last)
    declined = [[rest + ending for ending in ends] for rest, ends in map(_russian, inner)]
    heads: Iterable[tuple[str, ...]] = product(*declined)
    if prod(map(len, declined)) > MAX_FORMS:
        heads = (tuple(inner),)
    return (_form(" ".join((*head, stem)), _NOTHING, endings) for head in heads)


def _russian(word: str) -> tuple[str, frozenset[str]]:
    """A word without its ending, and the endings it can have; short words as they are."""
    if len(word) < 3 or not word.isalpha():
        return word, _NOTHING
    for ending, cut, others in _RUSSIAN:
        if word.endswith(ending) and len(word) - cut > 1:
            return word[:-cut], _runs(others)
    return word, _runs(_HARD)


# --- Arabic script -------------------------------------------------------------------------------

_ARTICLES = frozenset(
    conjunction + article for conjunction in ("", "و", "ف") for article in ("ال", "بال", "كال", "لل")
)
_CLITICS = _ARTICLES | frozenset(
    conjunction + preposition for conjunction in ("", "و", "ف") for preposition in ("", "ب", "ك", "ل")
)
_PERSIAN = _runs("ها هاي هايي هايش هايشان")
_PARTED = frozenset(ZWNJ + ending for ending in (*_PERSIAN, "ي", "اش", "ام", "شان", "مان", ""))
_ATTACHED = _PERSIAN | _PARTED | _runs("ها هم هن هما نا كم دا كان كاني كانيش كاندا")
_AFTER_VOWEL = _ATTACHED | _runs("- ت تها تهم ي وە يەك كە كەي ش")
_AFTER_CONSONANT = _ATTACHED | _runs("- ا ات ان ين ون اتها ەكان ەكاني ەكاندا ەكە ەكەي ەوە يدا يش ێك")
_AFTER_YEH = _AFTER_CONSONANT | _runs("ة ي وە")
_FEMININE = _runs("ة ات تان تين تها تهم تنا")


def _arabic(text: str) -> Iterable[Form]:
    for phrase in _spellings(text.replace(ZWNJ, " ")):
        before = _CLITICS
        if phrase.startswith("ال") and len(phrase) > 4:  # لل swallows the article's alef
            phrase, before = phrase[2:], _ARTICLES
        cut, behind = _arabic_endings(phrase)
        yield _form(phrase[: len(phrase) - cut], before, behind)


def _spellings(text: str) -> Iterable[str]:
    """A phrase with and without the article on every word, its words parted, half parted or joined."""
    words = text.split(" ")
    phrases = [words]
    if len(words) > 1 and not any(word.startswith("ال") for word in words):
        phrases.append([words[0], *("ال" + word for word in words[1:])])
    joints = (" ", ZWNJ, "") if len(words) > 1 else ("",)
    return dict.fromkeys(joint.join(phrase) for phrase in phrases for joint in joints)


def _arabic_endings(text: str) -> tuple[int, frozenset[str]]:
    """The letters to cut from a phrase, and what may follow the rest."""
    last = text[-1]
    if last == "ة":
        return 1, _FEMININE
    if last in "اوە":
        return 0, _AFTER_VOWEL
    return 0, (_AFTER_YEH if last == "ي" else _AFTER_CONSONANT)


# --- other scripts -------------------------------------------------------------------------------

_HEBREW_BEFORE = frozenset(
    conjunction + preposition + article
    for conjunction in ("", "ו")
    for preposition in ("", "ב", "ל", "כ", "מ", "ש")
    for article in ("", "ה")
)
_HEBREW_BEHIND = _runs("- ים ות")
_KOREAN_PARTICLES = _runs(
    "- 은 는 이 가 을 를 의 에 에서 에게 로 으로 와 과 도 만 까지 부터 들 들은 들이 들을 들의"
)
