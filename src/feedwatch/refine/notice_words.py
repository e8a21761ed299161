"""A cheap look before a line is read: does it hold a word without which it cannot be a notice?

Most paragraphs of most articles are sentences without such words; this module is why reading them costs
next to nothing. Text is looked at word by word where it is long, by substring where a line is short.

Laws: pure; linear; a miss here is a miss for good, so a word of a new row of `notice_rules` that may end
like a sentence belongs here too.
"""

import itertools
import re
from collections.abc import Iterable
from typing import Final

from feedwatch.refine.notice_row import LONGEST
from feedwatch.refine.notice_rules import RULES

PROSE: Final = 140  # characters: sentences up to this length may be lines of their own
_NAME_LINE: Final = 40  # characters: a shorter line may be a name or a sign-off, whatever it ends with
_SENTENCE_ENDS: Final = ".?!”\"’'»。؟।"
_OTHER_SCRIPT: Final = re.compile("[©ⓒ℗\u0370-\u1fff\u2c00-\uffef]")

_RIGHTS_STEMS: Final = (
    "©|ⓒ|℗|®|（c）|(c)|( c )|copyright|copr.|rights|rechte|reserv|réserv|teisės|tiesības|õigused|"
    "pravice|drejtat|riservat|rettigheter|rättigheter|oikeudet|prawa|práva|jog fenn|"
    "drepturile|prava|права|hakkı|hakları|hak cipta|quyền|δικαιώματος|حقوق|זכויות|सर्वाधिकार|"
    "সর্বস্বত্ব|版权|版權|保留|转载|轉載|転載|著作権|不許|無断|"
    "무단|저작권|재배포|creative commons|cc by|cc-by|nachdruck|"
    "vervielf|weiterver|bản quyền|dilarang|ensamrätt|kopiering|eftertryck|ettertrykk|未经|"
    "未經|przedruk|kopírování|nadruk|перепечатка|передрук|reproducerea|izinsiz|kaynak göst|"
    "prohibida|unauthori|prohibid|proibid|reproduc|reproduç|reproduz"
)
RIGHTS_WORDS: Final = tuple(_RIGHTS_STEMS.split("|"))
_IN_PROSE: Final = (
    "copyright copyrighted reserved reservados reservada riservata riservati vorbehalten "
    "réservés reproduced reproduction reproducción reprodução reproduzione prohibida proibida "
    "prohibited interdite republished reprinted redistributed nachdruck vervielfältigung "
    "contributed contributing reporting editing inputs appeared originally erschien "
    "newsletter newsletters subscribe subscribers abonnieren abonniere abonnenten weiterlesen "
    "disclaimer javascript commons photo photograph foto bild caption sign produced permission feed edited "
    "read follow twitter"
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


def _tokens(words: str) -> frozenset[str]:
    """The words with the marks that may stick to them in a text parted at its blanks."""
    around = itertools.product(
        ("", "(", "[", "_", "—", "“"), words.split(), ("", ".", ",", ":", ";", ")", "!")
    )
    return frozenset("".join(parts) for parts in around)


_PROSE_TOKENS: Final = _tokens(_IN_PROSE)
_SENTENCE_TOKENS: Final = _PROSE_TOKENS | _tokens(_IN_SENTENCES)


def _by_script(words: Iterable[str]) -> dict[bool, tuple[str, ...]]:
    """All words for a text in any script, those in ASCII for a text that has nothing else."""
    every = tuple(dict.fromkeys(words))
    return {False: every, True: tuple(word for word in every if word.isascii())}


_STEPS: Final = (100, 170, 330, 600, LONGEST)  # characters: the longer a line, the fewer rows apply to it
_WORDS: Final = {
    step: _by_script(
        [*RIGHTS_WORDS, *(word for rule in RULES if rule.longest > shorter for word in rule.words)]
    )
    for shorter, step in itertools.pairwise((0, *_STEPS))
}


def is_sentence(paragraph: str) -> bool:
    """Whether a paragraph ends like a sentence and is too long to be a name or a sign-off."""
    return len(paragraph) > _NAME_LINE and paragraph[-1] in _SENTENCE_ENDS


def may_hold_notice(text: str) -> bool:
    """Whether a paragraph that is a sentence is worth reading; long paragraphs may come joined."""
    if not text.isascii() and _OTHER_SCRIPT.search(text):
        return True
    lower = text.lower()
    tokens = _PROSE_TOKENS if len(text) > PROSE else _SENTENCE_TOKENS
    return "(c)" in lower or not tokens.isdisjoint(lower.split())


def speaks_of_rules(text: str, lower: str) -> bool:
    """Whether a line of at most `LONGEST` characters holds a word of any row; `lower` is it in lower case."""
    size = len(text)
    return holds(_WORDS[next(step for step in _STEPS if size <= step)][text.isascii()], lower)


def holds(words: tuple[str, ...], lower: str) -> bool:
    """Whether a lower-case line holds one of the words."""
    for word in words:  # noqa: SIM110 - any() with a generator costs more than the look-ups themselves
        if word in lower:
            return True
    return False
