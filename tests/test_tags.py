"""Tags: whole words of any script with their inflection, and evidence that stands where it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from feedwatch.errors import QueryError
from feedwatch.model import Evidence, Rule, RuleSet
from feedwatch.queries import Subject
from feedwatch.refine.tags import Tagger
from feedwatch.refine.tags.folding import fold


def words(text, *keywords, case=False):
    """The words in a text that the keywords find."""
    tagger = Tagger(RuleSet((Rule("t", any=keywords, case=case),)))
    return [found.words for found in tagger.tags(title="", summary="", text=text)]


FOUND = {
    "as written": ("river", "The river rose.", "river"),
    "other letter case": ("river", "RIVER RISES", "RIVER"),
    "plural": ("river", "Two rivers meet", "rivers"),
    "plural of -y": ("ferry", "Ferries are late", "Ferries"),
    "plural of -x": ("box", "boxes", "boxes"),
    "possessive": ("Norway", "Norway's fjords", "Norway"),
    "curly possessive": ("Norway", "Norway’s fjords", "Norway"),
    "hyphens bound words": ("Norway", "a Norway-bound ship", "Norway"),
    "hashtag": ("Norway", "See #Norway", "#Norway"[1:]),
    "a phrase over a line break": ("river bank", "on the river\nbank.", "river\nbank"),
    "a phrase over a hyphen": ("river bank", "a river-bank walk", "river-bank"),
    "a phrase over a no-break space": ("river bank", "the river\u00a0bank", "river\u00a0bank"),
    "a phrase over spaces": ("river bank", "the river   banks", "river   banks"),
    "a hyphenated keyword over a space": ("al-Nahr", "the al Nahr club", "al Nahr"),
    "digits": ("F-16", "two F-16s took off", "F-16s"),
    "a sign at the end": ("C++", "in C++, not C", "C++"),
    "a prefix": ("mobili*", "They are mobilising.", "mobilising"),
    "a soft hyphen inside": ("river", "ri\u00adver", "ri\u00adver"),
    "a zero-width space inside": ("river", "ri\u200bver", "ri\u200bver"),
    "full-width letters": ("river", "ｒｉｖｅｒ!", "ｒｉｖｅｒ"),
    "decomposed accents": ("Šibenik", "in S\u030cibenik", "S\u030cibenik"),
    "sharp s": ("Straße", "DIE STRASSE", "STRASSE"),
    "French elision": ("Islande", "l’Islande", "Islande"),
    "French plural": ("bateau", "les bateaux", "bateaux"),
    "Spanish plural": ("misil", "dos misiles", "misiles"),
    "German weak plural": ("Soldat", "die Soldaten", "Soldaten"),
    "German genitive": ("Norwegen", "Norwegens König", "Norwegens"),
    "Turkish case behind an apostrophe": ("Norveç", "Norveç'te kar", "Norveç"),
    "Turkish case by harmony": ("Norveç", "Norveçte kar", "Norveçte"),
    "Turkish plural": ("nehir", "nehirlerin suyu", "nehirlerin"),
    "Turkish dative in a Turkish text": ("kitap", "kitapa uzun yığın", "kitapa"),
    "Turkish dotted capital": ("şehir", "ŞEHİR MERKEZİ", "ŞEHİR"),
    "Turkish dotless capital": ("kadın", "KADIN HAKLARI", "KADIN"),
    "Kurmanji oblique": ("Norwec", "li Norwecê", "Norwecê"),
    "Russian instrumental": ("фермер", "с фермерами", "фермерами"),
    "Russian -ия": ("Норвегия", "в Норвегию", "Норвегию"),
    "Russian fleeting vowel": ("продавец", "продавцов нет", "продавцов"),
    "Russian phrase, every word declined": ("речной порт", "в речном порту", "речном порту"),
    "Arabic article": ("نهر", "على ضفة النهر", "النهر"),
    "Arabic preposition and article": ("نهر", "بالنهر", "بالنهر"),
    "Arabic conjunction": ("نهر", "ونهر آخر", "ونهر"),
    "Arabic ل swallows the article's alef": ("النرويج", "رحلة للنرويج", "للنرويج"),
    "Arabic plural of feminines": ("سفينة", "ثلاث سفينات", "سفينات"),
    "Arabic vowel signs": ("نهر", "نَهْر", "نَهْر"),
    "Arabic tatweel": ("نهر", "نهـــر", "نهـــر"),
    "Arabic alef with hamza": ("أمواج", "امواج", "امواج"),
    "Arabic phrase with articles": ("سفينة كبيرة", "السفينة الكبيرة", "السفينة الكبيرة"),
    "Persian yeh and kaf": ("كتابي", "کتابی", "کتابی"),
    "Persian plural behind a joint": ("رود", "رود\u200cها", "رود\u200cها"),
    "Persian phrase with a joint": ("آب گرم", "آب\u200cگرم", "آب\u200cگرم"),
    "Persian phrase joined": ("آب گرم", "آبگرم", "آبگرم"),
    "Sorani postposition": ("ڕووبار", "لە ڕووبارەوە", "ڕووبارەوە"),
    "Sorani definite plural": ("چیا", "چیاکان", "چیاکان"),
    "Hebrew article and preposition": ("נהר", "ובנהר", "ובנהר"),
    "Korean particle": ("노르웨이", "노르웨이에서", "노르웨이에서"),
    "Chinese inside a run": ("挪威", "前往挪威旅行", "挪威"),
    "Japanese decomposed": ("バス", "ハ\u3099スの", "ハ\u3099ス"),
}


@pytest.mark.parametrize(("keyword", "text", "found"), FOUND.values(), ids=FOUND)
def test_a_keyword_finds_its_inflected_forms(keyword, text, found):
    assert words(text, keyword) == [found]


LEFT = {
    "inside a word": ("river", "drivers"),
    "a derived word": ("Norway", "Norwayan"),
    "an English past": ("ferry", "ferried"),
    "a compound": ("Fluss", "Flussufer"),
    "an underscore": ("river", "#river_side"),
    "digits beside it": ("river", "river2"),
    "another word by one more letter": ("Indian", "Indiana Jones"),
    "phrase words apart": ("river bank", "the bank by the river"),
    "a phrase over paragraphs": ("river bank", "the river\n\nBank holiday"),
    "a phrase over a dash": ("river bank", "a river - bank staff say"),
    "an accent makes another letter": ("Uber", "über"),
    "a web address": ("river", "see https://a.example/the-river-2"),
    "an address without a scheme": ("river", "see a.example/river"),
    "a host name": ("river", "river.example.org"),
    "a mail address": ("river", "write to river.watch@a.example"),
    "the host of a mail address": ("river", "write to me@river.example"),
    "Turkish case against harmony": ("Norveç", "Norveçta"),
    "Turkish adjective": ("Norveç", "Norveçli"),
    "Russian adjective": ("Норвегия", "норвежский"),
    "Arabic adjective of a name": ("نرويج", "نرويجي"),
    "Arabic lookalike": ("نهر", "نهرب"),
    "Persian derived word behind a joint": ("سوره", "سوره\u200cای\u200cها"),
    "dotless is not dotted": ("sinir", "sınır"),
}


@pytest.mark.parametrize(("keyword", "text"), LEFT.values(), ids=LEFT)
def test_a_keyword_leaves_other_words(keyword, text):
    assert words(text, keyword) == []


CASED = {
    "as written": ("A US ship", ["US"]),
    "another case": ("Tell us", []),
    "title case": ("Us too", []),
    "with a hyphen": ("a US-led force", ["US"]),
    "with a possessive": ("the US’s ships", ["US"]),
    "inside an acronym": ("USSR", []),
    "inflected": ("USs", []),
}


@pytest.mark.parametrize(("text", "found"), CASED.values(), ids=CASED)
def test_a_rule_with_case_wants_the_case_as_written(text, found):
    assert words(text, "US", case=True) == found


def test_an_acronym_with_case_has_a_plural():
    assert words("Two NGOs and one ngo", "NGO", case=True) == ["NGOs"]


def given_tags(rules, text, **more):
    found = Tagger(RuleSet(rules)).tags(title=more.pop("title", ""), summary="", text=text, **more)
    return sorted({evidence.tag for evidence in found})


def test_none_vetoes_the_whole_article_in_every_field_and_form():
    rule = Rule("strike", any=("air strike",), none=("strike action",))
    assert given_tags((rule,), "An air strike.") == ["strike"]
    assert given_tags((rule,), "An air strike.", title="Strike actions go on") == []


def test_all_wants_each_keyword_wherever_it_stands():
    rule = Rule("both", all=("river", "bank"))
    assert given_tags((rule,), "the river") == []
    assert given_tags((rule,), "the river", title="Banks") == ["both"]


def test_any_and_all_are_both_wanted():
    rule = Rule("flood", any=("flood", "deluge"), all=("river",))
    assert [given_tags((rule,), text) for text in ("flood", "river", "river flood")] == [[], [], ["flood"]]


def test_a_rule_without_keywords_gives_nothing():
    assert (
        given_tags((Rule("empty"), Rule("only none", none=("x",)), Rule("star", any=("*", " "))), "x y * z")
        == []
    )


# --- evidence ------------------------------------------------------------------------------------


def test_evidence_says_the_rule_the_words_and_the_place():
    tagger = Tagger(RuleSet((Rule("water", any=("river", "lake*")),)))
    found = tagger.tags(title="Rivers", summary="", text="The lake’s  r\u0301iver, the lakeside.")
    assert found == (
        Evidence("water", "river", "Rivers", "title", 0, 6),
        Evidence("water", "lake*", "lake", "text", 4, 8),
        Evidence("water", "lake*", "lakeside", "text", 24, 32),
    )


def test_of_keywords_within_each_other_the_longest_is_the_evidence():
    assert words("the Old River Bank, a bank", "bank", "river bank", "old river bank") == [
        "Old River Bank",
        "bank",
    ]


def test_feed_tags_are_given_to_every_article():
    assert Tagger(RuleSet()).tags(title="a", summary="b", text="c", feed_tags=("x",)) == (
        Evidence("x", "feed", "", "feed"),
    )


def test_a_keyword_that_is_repeated_for_ever_gives_a_bounded_evidence():
    assert len(words("river " * 200_000, "river")) == 50


PIECES = [
    *[
        "river",
        "Rivers",
        "’s",
        "'",
        " ",
        "  ",
        "\n",
        "\n\n",
        "-",
        " - ",
        "ri\u00adver",
        "r\u0301",
        "İ",
        "ß",
        "ﬁ",
    ],
    *[
        "ŉ",
        "ΐ",
        "نَهْر",
        "ال",
        "نهـر",
        "\u200c",
        "\u200b",
        "挪威",
        "ハ\u3099ス",
        "S\u030c",
        "@",
        "://",
        ".",
        "_",
    ],
    *["\ud800", "\x00", "\x01", "🌊", "фермер", "ами", "i\u0307"],
]
TEXTS = st.one_of(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.text(max_size=40))
TAGGER = Tagger(
    RuleSet(
        (
            Rule("a", any=("river", "نهر", "挪威", "バス", "фермер", "Š*", "ﬁ", "ß", "İ")),
            Rule("b", any=("River", "S"), case=True),
        )
    )
)


@settings(derandomize=True, max_examples=1000, deadline=None)
@given(TEXTS)
def test_evidence_stands_where_it_says(text):
    for found in TAGGER.tags(title=text, summary="", text=text):
        assert text[found.start : found.end] == found.words != ""


@settings(derandomize=True, max_examples=500, deadline=None)
@given(TEXTS)
def test_places_of_folded_text_run_from_the_first_to_the_last_of_the_original(text):
    folded = fold(text)
    places = [folded.place(at) for at in range(len(folded.text) + 1)]
    assert places == sorted(places)
    assert len(folded.cased) == len(folded.text)
    assert places[-1] == len(text)


@pytest.mark.parametrize(
    "piece", ["a", "river", "\u200c", "ن", "挪", "r\u0301", "@", "Indiana ", "://", " -"]
)
def test_a_megabyte_of_one_thing_is_tagged(piece):
    text = piece * (1_000_000 // len(piece))
    tagger = Tagger(RuleSet((Rule("t", any=("river", "Indian", "a*", "挪", "ن", "@")),)))
    assert len(tagger.tags(title="", summary="", text=text)) <= 50


# --- queries -------------------------------------------------------------------------------------


def test_a_query_is_asked_over_the_tags_of_the_others_in_whatever_order():
    rules = (
        Rule("far water", query='tag:"big water" -tag:near'),
        Rule("big water", query="tag:water AND flood"),
        Rule("water", any=("river",)),
    )
    found = Tagger(RuleSet(rules)).tags(title="Flood", summary="", text="A river")
    assert found == (
        Evidence("water", "river", "river", "text", 2, 7),
        Evidence("big water", "tag:water AND flood", "", "query"),
        Evidence("far water", 'tag:"big water" -tag:near', "", "query"),
    )


def test_a_query_sees_what_the_caller_knows_of_the_article():
    rules = (Rule("wire", query="agency:afp tag:sport"),)
    found = Tagger(RuleSet(rules)).tags(
        title="",
        summary="",
        text="",
        feed_tags=("sport",),
        subject_of=lambda tags: Subject(tags=tags, agency="AFP"),
    )
    assert [evidence.tag for evidence in found] == ["sport", "wire"]


REFUSED = {
    "a query that does not read": (
        (Rule("x", query="tag:a OR"),),
        'tag "x": position 7: OR has nothing to join; write "OR" to search for it',
    ),
    "a time": (
        (Rule("x", query="since:2026"),),
        'tag "x": a rule cannot ask about a time; use --since when you list',
    ),
    "a relative time": (
        (Rule("x", query="since:2d"),),
        'tag "x": position 1: since: "2d" depends on the day it is read; write a date such as 2026-11-01',
    ),
    "a circle": (
        (Rule("a", query="tag:b"), Rule("b", query="NOT tag:a")),
        'tags wait for each other: "a" → "b" → "a"; take one query\'s tag: out',
    ),
    "a circle of one": (
        (Rule("ab", query="tag:a*"),),
        'tags wait for each other: "ab" → "ab"; take one query\'s tag: out',
    ),
}


@pytest.mark.parametrize(("rules", "message"), REFUSED.values(), ids=REFUSED)
def test_a_rule_query_that_cannot_be_used_names_its_tag(rules, message):
    with pytest.raises(QueryError) as failure:
        Tagger(RuleSet(rules))
    assert str(failure.value) == message
