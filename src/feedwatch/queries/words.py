"""Splits text into the words that a search compares, as FTS5's `unicode61 remove_diacritics 2` does.

That tokenizer keeps letters, numbers, private-use and unassigned characters, lowers their case, takes the
marks off Latin letters, and separates at everything else (https://sqlite.org/fts5.html, "Unicode61
Tokenizer"). Its tables are those of Unicode 6.1: newer capitals keep their case, newer signs are letters.
"""

import re
import unicodedata
from functools import lru_cache

# The combining marks that the tokenizer drops; every other mark separates words.
_DROPPED = frozenset(
    map(chr, (*range(0x300, 0x305), *range(0x306, 0x30D), 0x30F, 0x311, 0x31B, *range(0x323, 0x329),
              0x32D, 0x32E, 0x330, 0x331))
)  # fmt: skip
# Thai, Lao, Myanmar, Khmer, kana and Han write without spaces: the tokenizer takes a whole run for one word.
_UNSPACED = re.compile(
    "[\u0e01-\u0edf\u1000-\u109f\u1780-\u17d3\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af]"
)


class _Folding(dict[int, str]):
    """For `str.translate`: a character as it is compared, a space where it separates; worked out when met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _folded_char(chr(code))
        return folded


def _folded_char(char: str) -> str:
    if char in _DROPPED:
        return ""
    category = unicodedata.category(char)
    if category[0] not in "LN" and category not in ("Co", "Cn"):
        return " "
    lowered = next((low for low in (char.casefold(), char.lower()) if len(low) == 1), char)
    base = "i" if char == "İ" else unicodedata.normalize("NFD", lowered)[0]
    return base if base.isascii() else lowered


_FOLDING = _Folding()


def words_of(text: str) -> str:
    """The words of a text with a space before and after each, "" if there is none.

    `" iraq militia "`: a phrase occurs in a text if its string occurs in the text's.
    """
    joined = " ".join(text.translate(_FOLDING).split())
    return f" {joined} " if joined else ""


def has_words(text: str, sought: str, *, prefix: bool = False) -> bool:
    """True if the words of `sought` stand next to each other in a text; with `prefix` the last may go on.

    If a script without spaces is in `sought`, each of its characters is a word, in the text too.
    """
    return has_words_in(words_of(text), sought, prefix=prefix)


def has_words_in(found: str, sought: str, *, prefix: bool = False) -> bool:
    """`has_words` over the answer of `words_of`, for texts that are asked more than once."""
    needle, apart = _needle(sought, prefix)
    return needle in (_apart(found) if apart else found)


@lru_cache(1024)
def _needle(sought: str, prefix: bool) -> tuple[str, bool]:
    found = words_of(sought)
    apart = is_unspaced(found)
    needle = _apart(found) if apart else found
    return needle[: len(needle) - prefix], apart


def _apart(found: str) -> str:
    """The answer of `words_of` with every character of a script without spaces as a word."""
    apart = _UNSPACED.sub(r" \g<0> ", found)
    return f" {' '.join(apart.split())} "


def is_unspaced(text: str) -> bool:
    """True if a text has characters of a script that writes without spaces between words."""
    return _UNSPACED.search(text) is not None


def folded(value: str) -> str:
    """A field's value as it is compared: no letter case, no compatibility forms, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", value).casefold().split())
