"""A cheap look before a line is read: does it hold a word without which it cannot be a notice?

Most paragraphs of most articles are sentences without such words; this module is why reading them costs
next to nothing. Text is looked at word by word where it is long, by substring where a line is short.

Laws: pure; linear; a miss here is a miss for good, so a word of a new row of `notice_rules` that may end
like a sentence belongs here too.
"""

import itertools
from functools import lru_cache
from typing import Final

import ahocorasick

from feedwatch.refine.notice_row import LineRule
from feedwatch.refine.notice_rules import RULES

PROSE: Final = 140  # characters: sentences up to this length may be lines of their own
_NAME_LINE: Final = 40  # characters: a shorter line may be a name or a sign-off, whatever it ends with
_SENTENCE_ENDS: Final = ".?!”\"’'»。؟।"
# First bytes of Latin letters, of European marks and of pictographs, and the bytes that may follow a first
_EUROPEAN: Final = bytes((*range(0x80), *range(0x80, 0xCD), 0xE2, *range(0xF0, 0xF5)))

_RIGHTS_STEMS: Final = (
    "©|ⓒ|℗|®|（c）|(c)|( c )|copyright|copr.|rights|rechte|reserv|réserv|teisės|tiesības|õigused|"
    "pravice|drejtat|riservat|rettigheter|rättigheter|oikeudet|prawa|práva|jog fenn|"
    "drepturile|prava|права|hakkı|hakları|hak cipta|quyền|δικαιώματος|حقوق|זכויות|सर्वाधिकार|"
    "সর্বস্বত্ব|版权|版權|保留|转载|轉載|転載|著作権|不許|無断|"
    "무단|저작권|재배포|creative commons|cc by|cc-by|nachdruck|"
    "vervielf|weiterver|bản quyền|dilarang|ensamrätt|kopiering|eftertryck|ettertrykk|未经|"
    "未經|przedruk|kopírování|nadruk|перепечатка|передрук|reproducerea|izinsiz|kaynak göst|"
    "prohibida|unauthori|prohibid|prohíb|proibid|vietata|ing without|reproduc|reproduç|reproduz|"
    "권리|अधिकार|हक्क|உரிமை|สงวน|hüquq|құқық|huquq|უფლება|իրավունք|réttindi|eskubide|dereitos"
)
RIGHTS_WORDS: Final = tuple(_RIGHTS_STEMS.split("|"))
_IN_PROSE: Final = (
    "copyright copyrighted reserved reservados reservada riservata riservati vorbehalten "
    "réservés reproduced reproduction reproducción reprodução reproduzione prohibida proibida "
    "prohibited interdite republished reprinted redistributed nachdruck vervielfältigung "
    "contributed contributing reporting editing inputs appeared originally erschien "
    "newsletter newsletters subscribe subscribers abonnieren abonniere abonnenten weiterlesen "
    "disclaimer javascript commons photo photograph foto bild caption sign produced permission feed edited "
    "read follow twitter affiliate commission commissions recaptcha acceptance cookies inbox"
)
# A sentence of its own may be one of these too; in running text they are too common to be worth a look
_IN_SENTENCES: Final = (
    "photos fotos image images picture credit crédits courtesy source sources quelle fonte "
    "fuente zdroj bron kilde written writing edited compiled input reported translated "
    "translation übersetzt übersetzung traducido traduit published printed distributed "
    "provided supplied syndicated shared scroll advertisement anzeige related lesen podcast "
    "join recibe lire leggi files material copied broadcast unauthorized representational "
    "follow reached click read trust cc"
)


def _tokens(words: str) -> frozenset[bytes]:
    """The words with the marks that may stick to them in a text parted at its blanks, in UTF-8.

    Letters beyond ASCII keep their case there, so a word that holds one stands in three forms.
    """
    forms = {form for word in words.split() for form in (word, word.upper(), word.capitalize())}
    around = itertools.product(("", "(", "[", "_", "—", "“"), forms, ("", ".", ",", ":", ";", ")", "!"))
    return frozenset("".join(parts).encode().lower() for parts in around)


_PROSE_TOKENS: Final = _tokens(_IN_PROSE)
_SENTENCE_TOKENS: Final = _PROSE_TOKENS | _tokens(_IN_SENTENCES)


def _automaton() -> ahocorasick.Automaton:
    """All words of all rows, each with the bits of the rows that ask for it."""
    asked: dict[str, int] = dict.fromkeys(RIGHTS_WORDS, _RIGHTS)
    for bit, rule in enumerate(RULES, 1):
        for word in rule.words:
            asked[word] = asked.get(word, 0) | 1 << bit
    automaton = ahocorasick.Automaton()
    for word, bits in asked.items():
        automaton.add_word(word, bits)
    automaton.make_automaton()
    return automaton


_RIGHTS: Final = 1  # the bit of `RIGHTS_WORDS`; those of the rows follow in their order
_AUTOMATON: Final = _automaton()  # thirty times quicker than looking for one word after the other


def is_sentence(paragraph: str) -> bool:
    """Whether a paragraph ends like a sentence and is too long to be a name or a sign-off."""
    return len(paragraph) > _NAME_LINE and paragraph[-1] in _SENTENCE_ENDS


def may_hold_notice(text: str) -> bool:
    """Whether a paragraph that is a sentence is worth reading; long paragraphs may come joined."""
    said = text.encode("utf-8", "replace").lower()
    if not text.isascii() and (said.translate(None, _EUROPEAN) or "©" in text or "ⓒ" in text or "℗" in text):
        return True
    tokens = _PROSE_TOKENS if len(text) > PROSE else _SENTENCE_TOKENS
    return not tokens.isdisjoint(said.split()) or (b"(" in said and b"(c)" in said)


def rows_for(lower: str) -> tuple[bool, tuple[LineRule, ...]]:
    """Whether a line in lower case holds a word of rights, and the rows of which it holds a word."""
    bits = 0
    for _, word_bits in _AUTOMATON.iter(lower):
        bits |= word_bits
    return bool(bits & _RIGHTS), _rows(bits)


@lru_cache(maxsize=1024)
def _rows(bits: int) -> tuple[LineRule, ...]:
    return tuple(rule for bit, rule in enumerate(RULES, 1) if bits >> bit & 1)
