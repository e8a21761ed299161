"""Which characters a text may hold, and how text that was decoded wrongly is told.

Laws:
  * controls, bidi overrides, invisible characters, lone surrogates and noncharacters never leave here;
  * joiners stay where they are letters' business: in scripts that are written with them, and in emoji;
  * text is NFC; mojibake is repaired only where the whole text proves it.
"""

import re
import unicodedata

# C0 and C1 controls but those that `str.split` knows for white space; surrogates; noncharacters.
_NEVER = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_NEVER_ABOVE = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# Soft hyphen, grapheme joiner, bidi marks and overrides, fillers, zero-width spaces, word joiner and other
# invisible operators, interlinear marks; tags.
_UNSEEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb"
)
_UNSEEN_ABOVE = "\U000e0000-\U000e007f"
# ECMA-48: what a terminal takes as one command goes as a whole, so that no "[31m" stays behind.
_COMMAND = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,40}[ -/]{0,4}[@-~]"
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\x9d\r\n]{0,400}(?:\x07|\x1b\\\\|\x9c)"
)
_UNWANTED = re.compile(f"[{_NEVER}{_UNSEEN}]+")
_UNWANTED_ABOVE = re.compile(f"[{_NEVER_ABOVE}{_UNSEEN_ABOVE}]+")
# Invisible, yet printable for `str.isprintable`, which knows all the others.
_PRINTABLE = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
# Latin letters, dashes, quotation marks, the euro: what NFC neither changes nor joins to what stands before.
_STEADY = re.compile("[\x00-\u02ff\u2010-\u2027\u2030-\u205e\u20ac]*")
_PLAIN = bytes((*b"\t\n", *range(0x20, 0x7F)))
_BELOW_ASTRAL = bytes(range(0xF0))  # in UTF-8
# White space that is a control or ends a line, but for what every text has.
_ODD_BREAKS = re.compile("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")

# Zero-width (non-)joiner between letters of scripts that use them: Arabic, Syriac, N'Ko, Indic, Sinhala, Thai
# to Tibetan, Myanmar, Khmer, Mongolian; and the joiner before or after a pictograph.
_JOINED = "\u0600-\u08ff\u0900-\u0fff\u1000-\u109f\u1780-\u18af\ufb50-\ufdcf\ufe70-\ufefc"
_PICTURES = "\u200d\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_STRAY_JOINER = re.compile(
    f"(?<![{_JOINED}])\u200c|\u200c(?![{_JOINED}])|(?<![{_JOINED}{_PICTURES}])\u200d|\u200d(?![{_JOINED}{_PICTURES}])"
)

# What bytes 0x80 to 0x9f say in windows-1252; the five it leaves open pass through as controls.
_BYTE_OF = {bytes((code,)).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0xA0)}
_BYTE_OF |= {chr(code): code for code in (*range(0x80), *range(0xA0, 0x100))}
# Letters and signs that mojibake of European languages turns back into.
_EUROPEAN = re.compile(
    "[\u00a0-\u017f\u0218-\u021b\u02c6-\u02dc\u2010-\u205e\u20a0-\u20bf\u2100-\u2122\ufb01\ufb02]+"
)
_OTHERWISE = 4  # characters of another script that make an accident impossible
_CLOSING = frozenset("…”’»›™–—\u00a0®©")  # signs that follow a capital letter in sound text: "LIBERTÉ…"


def without_commands(text: str) -> str:
    """The text without what a terminal would obey: colours, moves, titles, links, the clipboard."""
    return _COMMAND.sub("", text) if "\x1b" in text or "\x9b" in text or "\x9d" in text else text


def clean(text: str) -> str:
    """The text in NFC without what must not leave here; white space of every kind as it was, for `split`."""
    odd = odd_in(text)
    if _may_be_unwanted(odd):
        text = _without_unwanted(without_commands(text))
    return unicodedata.normalize("NFC", text) if odd else text


def is_settled(text: str, odd: str) -> bool:
    """Whether a text is clean, with no white space that is a control or ends a line but tabs and newlines.

    `odd` is what is odd in it.
    """
    if not odd:
        return True
    if "\r" in odd or _ODD_BREAKS.search(odd):
        return False
    return clean(text) == text if _may_be_unwanted(odd) else _is_nfc(text, odd)


def settled(text: str) -> str:
    """The text cleaned, with blanks for white space that is a control or ends a line; tabs, newlines stay."""
    text = clean(text)
    return _ODD_BREAKS.sub(" ", text) if _ODD_BREAKS.search(odd_in(text)) else text


def is_steady(odd: str) -> bool:
    """Whether what is odd in a text is visible, and stays so whatever it comes to stand behind."""
    return odd.isprintable() and _STEADY.fullmatch(odd) is not None


def is_visible(text: str, odd: str) -> bool:
    """Whether a text without tabs and newlines is clean and blanks are its only white space.

    `odd` is what is odd in it.
    """
    return odd.isprintable() and not _PRINTABLE.search(odd) and _is_nfc(text, odd)


def _is_nfc(text: str, odd: str) -> bool:
    return _STEADY.fullmatch(odd) is not None or unicodedata.is_normalized("NFC", text)


def odd_in(text: str, besides: bytes = b"") -> str:
    """The text without visible ASCII, tabs, newlines and `besides`, for all questions about characters.

    Found as bytes: five times faster than a search of the whole text where few are left.
    """
    encoded = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN + besides)
    return encoded.decode("utf-8", "surrogatepass")


def _may_be_unwanted(odd: str) -> bool:
    return not "".join(odd.split()).isprintable() or _PRINTABLE.search(odd) is not None


def _without_unwanted(text: str) -> str:
    text = _UNWANTED.sub("", text)
    if text.encode().translate(None, _BELOW_ASTRAL):  # one class for both is ten times slower in `re`
        text = _UNWANTED_ABOVE.sub("", text)
    if "\u200c" in text or "\u200d" in text:
        text = _STRAY_JOINER.sub("", text)
    return text


def clean_line(text: str) -> str:
    """The text as one clean line: white space of every kind is one space, none at the ends."""
    line = text.strip()
    if "  " in line or not line.isprintable():
        line = " ".join(line.split())
        if not line.isprintable():
            return " ".join(clean(line).split())
    if line.isascii():
        return line
    if _PRINTABLE.search(line):
        return " ".join(clean(line).split())
    return unicodedata.normalize("NFC", line)


def unmangled(text: str) -> str:
    """UTF-8 that somebody read as windows-1252, read rightly; any other text as it is."""
    if text.isascii() or not any(lead in text for lead in "ÂÃÄÅâÐÑØÙàãäåæçè"):
        return text
    try:
        read = bytes(_BYTE_OF[character] for character in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return text
    return read if _is_certain(text, read) else text


def _is_certain(text: str, read: str) -> bool:
    decoded = [character for character in read if not character.isascii()]
    if not all(_EUROPEAN.match(character) for character in decoded):
        return len(decoded) >= _OTHERWISE
    if len(decoded) > 1 or len(text) - len(read) > 1:
        return True
    return not any(character in _CLOSING for character in text)
