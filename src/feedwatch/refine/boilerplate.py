"""Lines that feeds add to texts: who published it where, where to read on, how to share it.

The lines themselves are in `boilerplate_tables`. A phrase is cut where it stands alone in its paragraph, or
at the end of the last one; a sentence that only contains it stays.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from feedwatch.refine.boilerplate_boxes import BOXES
from feedwatch.refine.boilerplate_buttons import BUTTONS
from feedwatch.refine.boilerplate_calls import CALLS
from feedwatch.refine.boilerplate_tables import (
    ADVERTISEMENTS,
    CREDITS,
    EMBED_STYLE,
    FILED,
    HEADED,
    LINES,
    MEDIUM,
    READ_ON,
    READ_ON_OF,
    SHARE,
    SHARING,
    STAMP,
    STAMP_GLUE,
    TRAIL,
)
from feedwatch.refine.date_tables import MONTHS, WEEKDAYS, fold

_DECORATION = " \t\n.…:»«›→➔➡►▶>|-–—[]()"
_AROUND = _DECORATION + "!?*#+~=•·|/\\\"“”„‘’'‹<↓↑↗⬇✅❤📩📢📲🔔🔴👇👉"  # around the whole of one
_ARROWS = ("»", "›", "→", "➔", "➡", "►", "▶", ">>")
_ENDS = tuple('.…!?”"»)]’。！？؟।۔')  # what stands before such a line
_LONGEST = 600  # characters; no such line is longer
_SHORT = 200  # characters; such lines inside a text are shorter than those at its end
_CREDIT_END = _SHORT + max(map(len, chain(*CREDITS)))  # of a credit: its last words and the name of a site
_STAMP_MOST = 14  # words
_DAY_AND_TIME = re.compile(  # without any word
    r"\D{0,3}(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d([./-])\d{1,2}\2\d{1,2})"
    r"[,T ]{1,3}\d{1,2}[:.]\d\d(?::\d\d)?\D{0,3}"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHARE_MOST = 30  # words
_EDGE = 6  # paragraphs from the end in which credits and invitations stand
_HEADING = 2  # words
_BEFORE = 2  # paragraphs before the text
_STAMPED = 3  # paragraphs from either end in which a date stands
_WORD_LENGTH = 40  # characters; no word that such a line begins with is longer
# Behind a sentence only what cannot be a sentence of its own; the longest first.
_TAILS = tuple(
    sorted((phrase for phrase in READ_ON if " " in phrase or not phrase.isascii()), key=len, reverse=True)
)
_TAIL_ENDS = frozenset(phrase[-5:] for phrase in _TAILS)
_SHORT_TAILS = tuple(phrase for phrase in _TAILS if len(phrase) < 5)
_WORDS = re.compile(r"[\w.’'-]+")
_COUNTED = re.compile(r" ?[(\[]\d{1,6}$")  # "Comments (12)"
_PARTS = re.compile(r"[|·•]")


def _first_word(line: str) -> str:
    found = _WORDS.match(line)
    return found[0].strip(".-") if found else ""


def _plain(text: str) -> str:
    return text.lower().replace("'", "’").replace("\n", " ")


def _bare(line: str) -> str:
    """A line as the tables hold it: in small letters, without the marks around it."""
    return _plain(line.strip(_AROUND)).strip(_AROUND)


_WHOLE = frozenset(map(_bare, (*READ_ON, *LINES, *BUTTONS, *BOXES, *CALLS)))
_NEVER_HEADINGS = ADVERTISEMENTS.union(phrase for phrase in READ_ON if " " in phrase)
_DATE_WORDS = MONTHS.keys() | WEEKDAYS.keys()
_FIRST_WORDS = SHARE | STAMP | frozenset(map(_first_word, (*_WHOLE, *HEADED)))  # few sentences begin with one
# A word of each credit that is long enough to be rare: without one, a line is no credit. In UTF-8, for words
# are found in bytes in half the time; letters beyond ASCII stand there as the software writes them.
_LETTERS = re.compile(r"[^\W\d_]+")
_TELLING = frozenset(
    max(_LETTERS.findall(line), key=len).encode()
    for line in (MEDIUM, *(further or start for start, further in CREDITS))
)
_UNSPACED = tuple(word for word in _TELLING if word > "\u3000".encode())


def trim_boilerplate(paragraphs: Sequence[str]) -> tuple[str, ...]:
    """The paragraphs without lines that only say where to read on, share or find the original.

    As many as came in; "" where one was removed. "[…]" behind a text stays: it says that the text is cut.
    """
    trimmed = list(paragraphs)
    end = max(0, len(trimmed) - _EDGE)
    tells = _tells(trimmed[end:])
    lines: set[int] = set()
    for index, paragraph in enumerate(trimmed):
        if index >= end and (tells or _invites(paragraph)):
            trimmed[index] = paragraph = _trimmed_at_end(paragraph)
        if "{" in paragraph and EMBED_STYLE.match(paragraph):
            trimmed[index] = paragraph = _without_style(paragraph)
        if len(paragraph) <= _SHORT and (
            is_page_line(paragraph)
            or ((index < _STAMPED or index >= len(trimmed) - _STAMPED) and _is_head(paragraph))
            or (index >= end and paragraph[:_WORD_LENGTH].lower().startswith(FILED))
        ):
            lines.add(index)
    for index in lines:
        if not _may_be_heading(trimmed[index]) or _stands_among(lines, index, trimmed):
            trimmed[index] = ""
    return tuple(trimmed)


def _may_be_heading(line: str) -> bool:
    """Whether a line is so short that it may be a heading of the article's own: "Settings", "Privacy"."""
    bare = _bare(line)
    return 0 < len(bare.split()) <= _HEADING and bare not in _NEVER_HEADINGS


def _stands_among(lines: set[int], index: int, paragraphs: Sequence[str]) -> bool:
    """Whether a line stands before the text, behind it, or beside another line of the page."""
    beside = index < _BEFORE or not lines.isdisjoint((index - 1, index + 1))
    return beside or all(len(paragraph) <= _SHORT for paragraph in paragraphs[index + 1 :])


def _without_style(paragraph: str) -> str:
    rest = paragraph[paragraph.rfind("}") + 1 :].lstrip() if "}" in paragraph else ""
    return "" if rest.startswith(".") or "{" in rest else rest


def _trimmed_at_end(paragraph: str) -> str:
    paragraph = _without_tail(paragraph)
    return "" if len(paragraph) <= _LONGEST and _is_credit(_plain(paragraph)) else paragraph


def _tells(paragraphs: Iterable[str]) -> bool:
    """Whether a last sentence holds a word without which it is no credit of publishing software."""
    last = "\n".join(map(_last_sentence, paragraphs)).encode("utf-8", "replace").lower()
    return not _TELLING.isdisjoint(last.split()) or (
        not last.isascii() and any(map(last.__contains__, _UNSPACED))
    )


def _last_sentence(paragraph: str) -> str:
    return paragraph[-_CREDIT_END:].rstrip(" .").rpartition(". ")[2].rpartition("” ")[2]


def _invites(paragraph: str) -> bool:
    """Whether a paragraph ends like an invitation to read on."""
    end = paragraph.rstrip(_DECORATION)[-5:].lower()
    return end in _TAIL_ENDS or end.endswith(_SHORT_TAILS) or paragraph.rstrip().endswith(_ARROWS)


def is_page_line(paragraph: str) -> bool:
    """Whether a short line is a button, a heading or a box of the page, and says nothing of the article."""
    bare = paragraph.strip(_AROUND)
    if bare[-1:].isdecimal():
        bare = _COUNTED.sub("", bare)
    if not bare:
        return not paragraph.strip(_DECORATION)
    if _first_word(_plain(bare[:_WORD_LENGTH])) not in _FIRST_WORDS:
        return False
    if paragraph.count("(") != paragraph.count(")"):  # a line of a program: "(comment"
        return False
    line = _plain(bare)
    return (line in HEADED and paragraph.endswith(":")) or all(map(_is_page_part, _PARTS.split(line)))


def _is_page_part(part: str) -> bool:
    """Whether what stands between the strokes of a bar only invites or shares."""
    return part.strip(_AROUND) in _WHOLE or _is_share_bar(_WORDS.findall(part))


def _is_head(paragraph: str) -> bool:
    """Whether a line above the text only says when, or where its page stands."""
    if TRAIL.match(paragraph):
        return True
    if not ("20" in paragraph or "19" in paragraph) or paragraph.startswith("- "):  # a list is the article's
        return False
    return _YEAR.search(paragraph) is not None and all(map(_is_stamp, paragraph.split("\n")))


def _is_credit(line: str) -> bool:
    if MEDIUM in line or (line.startswith(READ_ON_OF) and line.rstrip().endswith(_ARROWS)):
        return True
    return any(line.startswith(start) and _stands_last(further, line) for start, further in CREDITS)


def _stands_last(further: str, line: str) -> bool:
    """Whether only the name of a site follows, and no other sentence."""
    _, found, rest = line.rpartition(further)
    return bool(found) and len(rest) <= _SHORT and ". " not in rest.rstrip(" .")


def _is_share_bar(words: Sequence[str]) -> bool:
    return 1 < len(words) <= _SHARE_MOST and SHARE.issuperset(words) and not SHARING.isdisjoint(words)


def _is_stamp(line: str) -> bool:
    words = _WORDS.findall(_plain(line))
    named = [word.strip(".-") for word in words if not word[0].isdecimal()]
    if not named:
        return _DAY_AND_TIME.fullmatch(line) is not None
    return 2 < len(words) <= _STAMP_MOST and all(map(_is_of_dates, filter(None, named)))


def _is_of_dates(word: str) -> bool:
    return word in STAMP or word in STAMP_GLUE or fold(word) in _DATE_WORDS


def _without_tail(paragraph: str) -> str:
    """The paragraph without an invitation or a credit after its last sentence."""
    text = paragraph.rstrip()
    start = max(0, len(text) - _LONGEST)
    head, tail = text[:start], text[start:]
    line = _plain(tail)
    for cut in (_credit_start(tail, line), _invitation_start(tail, line)):
        if cut:
            return head + tail[:cut].rstrip()
    return paragraph


def _credit_start(tail: str, line: str) -> int:
    for start, further in CREDITS:
        at = line.rfind(f" {start}") if start and further in line else -1
        if at > 0 and _stands_last(further, line[at:]) and line[:at].rstrip().endswith(_ENDS):
            return at if len(line) == len(tail) else 0
    return 0


def _invitation_start(tail: str, line: str) -> int:
    bare = line.rstrip(_DECORATION)
    phrase = next(filter(bare.endswith, _TAILS), "")
    at = len(bare) - len(phrase) if phrase else -1
    if at < 0 and tail.endswith(_ARROWS):
        at = max(line.rfind(f" {phrase} ") for phrase in READ_ON_OF)
    if at <= 0 or len(line) != len(tail) or not line[:at].rstrip(" \n[(").endswith(_ENDS):
        return 0
    return at
