"""One line judged: is it a notice, of which kind, and what of the line stays?

Copyright statements come first, then the rows of `notice_rules`, then lines known by their shape alone: a
bare "PTI", "Jane Roe/AP", a sign-off after the last sentence.

Laws: pure; nothing raises; a sentence that mentions an agency or copyright law is no notice; lines longer
than `LONGEST` are looked at only at their end; every pattern is linear in what it is given.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from feedwatch.model import Notice, NoticeKind, NoticeRole
from feedwatch.refine.agencies import agencies_in
from feedwatch.refine.boilerplate import is_page_line
from feedwatch.refine.notice_holders import is_company, read_statement, years_in
from feedwatch.refine.notice_marks import MARK, RESERVED
from feedwatch.refine.notice_names import (
    ADDRESS,
    LIBRARIES,
    PICTURE,
    PICTURE_LABEL,
    captioned_credit,
    is_name,
    is_reported,
    is_told,
    names_kind,
    opens_clause,
    sign_off,
    signing_end,
    strangers,
)
from feedwatch.refine.notice_row import LONGEST, LineRule
from feedwatch.refine.notice_words import rows_for

_REPEATED: Final = 300  # characters; longer lines are seldom said again word for word
_PAGE_LINE: Final = 80  # characters; few buttons of a page are longer
_TAIL: Final = 400  # characters read of a line that is longer than any notice
_ALL: Final = ""  # the span that stands for the whole line
_SENTENCE_ENDS: Final = '.!?”"»'
# Copyright as a word starts a statement only before a year, a name given by "by" or ":", or names alone
_STATED: Final = re.compile(
    r"[©ⓒ℗]|（c）|(?<!\d)(?<!\d )\( ?c ?\) ?\W*(?:\d{4}|(?-i:[^\W\d_a-zà-ÿ])|(?:dpa|afp)\b)|®\s?\d{4}|"
    r"^\W*alle rechte(?::| (?:liegen )?bei) [^.!?,]{2,60}(?:GmbH|AG|KG|e\. ?V\.|Verlag|dpa)\W*$|"
    r"저작권자(?=\W*[©ⓒ(:：]|.*(?:무단|재배포|금지))|^\W*저작권자 |版权所有|版權所有|حقوق (?:النشر|الطبع)"
    r"|(?<![a-z])copyright(?:ed)?(?:\s?[:©ⓒ@–-]|\s?\(c\)|,? \(?(?:19|20)\d\d|\s+by\b| property of)",
    re.I,
)
_NAMED: Final = re.compile(
    r"^\W*(?i:image |all )?(?i:copyright)(?: (?:[A-ZÀ-Þ0-9][\w.&'’-]*|de|of|the|and|und|y),?){1,8}[\s.,]*$"
)
_RESERVED_ALONE: Final = re.compile(
    r"\b(?:may|must) not be |without (?:\w+ ){0,3}written permission|creative", re.I
)
_LICENSED: Final = re.compile(
    r"\b(?:licensed|lizenziert|lizensiert|unter (?:der|einer)|under an?|steht|stehen|"
    r"available|published|republished|shared|bajo|sous|licenciad[oa])"
    r"\b.{0,60}(?:creative[ -]commons|\bcc[ -]by\b)|^\W*(?:cc[ -]by|"
    r"creative[ -]commons).{0,40}(?:li[cz]en)",
    re.I,
)
# a licence that says where the text came from is a matter of syndication
_REPUBLISHED: Final = re.compile(
    r"\W*(?:this \w+ (?:is|was|has been) )?(?:re|originally |first )published (?:from|on|in)\b", re.I
)
_GOES_ON: Final = re.compile(r"\W*(?:c\W*)?[a-z]+\s+[a-z]")
_COUNTER: Final = re.compile(r"^\W*(?:[^\W\d_]{4,9} )?\d+ ?(?:/|von|of|sur|de|di) ?\d+", re.I)
_PAGE_FOOT: Final = re.compile(
    r"terms|privacy|policy|rights|reserv|excerpt|content|newsletter|impressum|legal|advertis|"
    r"cookie|저작권|direitos|derechos|copyright",
    re.I,
)
_WORD: Final = re.compile(r"[^\W\d_]")
_QUOTED: Final = re.compile(
    r"[^「」『』]{0,20}[」』](?=[^」』]{4})"
)  # a sentence that quotes a notice is none
_KOREAN_SENTENCE: Final = re.compile(r"[가-힣].{12,}다\.\s?\(?\s*$")
_VIA: Final = re.compile(r"[^\W\d_]{2} via [A-ZÀ-Þ]")
# "© ARD-aktuell / tagesschau.de": a broadcaster and its site hold together
_AND_SITE: Final = re.compile(
    r"[A-ZÀ-Þ][^\W\d_]*(?:-[^\W\d_]+)* ?/ ?[a-z][a-z0-9-]*\.(?:at|be|ch|com|cz|de|dk|es|eu|fi|fr|info|it|"
    r"net|nl|no|org|pl|pt|se|tv)"
)
# A picture's line that tells something is a headline ("Photos: Fire blows through the park"), unless one of
# these says that it credits somebody
_CREDITED: Final = re.compile(
    r"^\W*[(\[]|[/©|]|\b(?:credits?|courtesy|copyright|sources?|supplied|provided|handout|screenshot|"
    r"screengrab|"
    r"quelle|\w*nachweis|\w*rechte|crédits?|(?:posted|added|shared) (?:an?|\d+))\b|\b(?:by|via|von|par|"
    r"por) (?-i:[^a-z])",
    re.I,
)
_ASKING: Final = re.compile(r"\W*\w+:\s(?:the|an?|how|why|what|when|where|who|is|are|can|will) [a-z]", re.I)
_SOURCED: Final = re.compile(r"\W*Sources?:", re.I)  # begins headlines too: "Sources: Club to sign striker"
_PROVIDED: Final = re.compile(r"[©ⓒ]\s?(?:provided|supplied) by ", re.I)  # under the pictures of portals
_DRESSED_MARK: Final = re.compile("Â©|©[\ufe0e\ufe0f]")
_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]+")
_EMPHASIS: Final = re.compile(  # the press of Korea puts whole notices in "<…>": only real tags go
    r"</?(?:a|b|br|div|em|font|i|p|small|span|strong|sub|sup|u)\b[^<>]{0,200}>|"
    r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)",
    re.I,
)
_LINK: Final = re.compile(r"\[([^\[\]]{1,80})\]\([^()\s]{1,200}\)")


def read_line(line: str) -> tuple[Notice | None, str]:
    """Judge a line standing at the end or start of an article, or in an element of its own.

    Returns the notice, or None, and what of the line stays: "" when all of it goes, the sentence when only
    a span at its end or start is cut, the line itself when it is no notice or describes a picture.
    """
    if len(line) <= _REPEATED:
        return _read_repeated(line)
    if len(line) > LONGEST:
        notice, stays = read_line(line[-_TAIL:])
        cut = notice is not None and len(stays) > _TAIL // 2
        return (notice, line[:-_TAIL] + stays) if cut else (None, line)
    return _read(line)


def _read(line: str) -> tuple[Notice | None, str]:
    text = _plain(line)
    if not 2 <= len(text) <= LONGEST:
        return None, line
    notice, span = next(_readings(text), (None, None))
    return notice, _without(line, span)


_read_repeated: Final = lru_cache(maxsize=2048)(_read)  # a feed says the same line under every item


def _plain(line: str) -> str:
    """The line as a reader sees it: entities, links and blanks resolved, nothing invisible."""
    if "&" in line:
        line = html.unescape(line)
    if "](" in line:
        line = _LINK.sub(r"\1", line)
    if "<" in line or "_" in line or "*" in line:
        line = _EMPHASIS.sub("", line)
    if not line.isascii():
        line = _DRESSED_MARK.sub("©", line)
        if not line.isprintable():
            line = _INVISIBLE.sub("", line)
    if "  " not in line and line.isprintable():  # no blank but single ones, as in nearly every line
        return line.strip()
    return " ".join(line.split())


def _readings(text: str) -> Iterator[tuple[Notice, str | None]]:
    """The notices a line can be read as, most certain first, each with the span to cut: `_ALL` or None
    for nothing."""
    lower, size = text.lower(), len(text)
    of_rights, rows = rows_for(lower)
    if of_rights:
        yield from _by_rights(text)
    for rule in rows:
        if size > rule.longest:
            continue
        found = rule.pattern.search(text)
        if rule.tells is not None:
            notice, cut = _as_signed(rule, text, rule.tells if found else -1)
        elif found:
            notice, cut = _as_rule_says(rule, text, found)
        else:
            continue
        if notice:
            yield notice, cut
    yield from _by_shape(text)


def _as_signed(rule: LineRule, text: str, tells: int) -> tuple[Notice | None, str | None]:
    """A line that tells no more than it may while it signs, or what signs behind the last sentence."""
    if tells >= 0 and strangers(text) <= tells and not opens_clause(text):
        return _notice(rule.kind, text), _ALL
    end = signing_end(text)
    return (_notice(rule.kind, end), end) if end and rule.pattern.match(end) else (None, None)


def _as_rule_says(rule: LineRule, text: str, found: re.Match[str]) -> tuple[Notice | None, str | None]:
    groups = found.groupdict()
    caption = groups.get("caption")
    if caption is not None:
        if is_told(text[len(caption) :]):
            return None, None
        credit = _notice(rule.kind, text[len(caption) :].strip())
        return credit, _ALL if _is_placeholder(caption.strip()) else None
    if rule.kind == "photo" and is_told(text) and (_ASKING.match(text) or not _CREDITED.search(text)):
        return None, None
    if rule.kind == "credit" and _SOURCED.match(text) and is_told(text):
        return None, None
    cut = groups.get("cut", text)
    if cut == text and (opens_clause(text) or is_reported(text)):
        return None, None
    # a title or a name left before the span is part of it: "Jane Roe • This post first appeared on …"
    left = text[: -len(cut)].split() if cut != text else []
    whole = len(left) < 5 and left[-1:] and left[-1][-1] not in ".!?…]"
    return _notice(rule.kind, cut.strip()), _ALL if cut == text or whole else cut


def _without(line: str, cut: str | None) -> str:
    """The line without a span at its end; blanks of the line may differ from those of the span."""
    if cut is None:
        return line
    if not cut:
        return ""
    if line.endswith(cut):
        return line[: -len(cut)].rstrip()
    pattern = r"[\s\u200b-\u200f\u2060\ufeff]*".join(re.escape(char) for char in cut if not char.isspace())
    line = _DRESSED_MARK.sub("©", line)
    found = list(re.finditer(pattern, line))
    return line[: found[-1].start()].rstrip() + line[found[-1].end() :].rstrip() if found else line


def _notice(kind: NoticeKind, words: str) -> Notice:
    holders: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    if kind == "copyright":
        holders, years = read_statement(words)
    elif kind == "rights":
        years = years_in(words[:150])
    agencies = agencies_in(" ; ".join(holders)) if holders else agencies_in(words)
    if kind == "photo":
        holders = _names_in_credit(words)
    role: NoticeRole = "photo" if kind == "photo" else "text"
    return Notice(
        kind=kind, words=words, role=role, holders=holders, years=years, agency=next(iter(agencies), None)
    )


def _names_in_credit(words: str) -> tuple[str, ...]:
    """Photographers and agencies of a photo credit, as written: "Photo: Jane Roe/AP" names two."""
    bare = PICTURE_LABEL.sub(" ", re.sub(r"^[^\w]*\d+ ?/ ?\d+|[©()\[\]]", " ", words))
    bare = re.sub(
        r"^\W*(?i:by|via|of|(?:provided|supplied) by|courtesy of|courtesy|von|par|credit|copyright)\b|[:：]",
        " ",
        bare,
    )
    parts = (part.strip(" \t,.;:-–—*\"'") for part in re.split(r"\s?[/|]\s?|,\s| via ", bare))
    names = (" ".join(part.split()) for part in parts)
    return tuple(dict.fromkeys(name for name in names if 1 < len(name) <= 60))


def _by_rights(text: str) -> Iterator[tuple[Notice, str | None]]:
    """Copyright and rights statements; "©" after a caption or before "A / B" is a photo credit."""
    stated, reserved = _STATED.search(text), RESERVED.search(text)
    if not stated and _REPUBLISHED.match(text):
        return
    if reserved and _QUOTED.match(text, reserved.end()):
        return
    if not reserved or _RESERVED_ALONE.search(reserved.group()):
        reserved = _LICENSED.search(text)
    if not (stated or reserved or _NAMED.search(text)):
        return
    mark = stated or MARK.search(text) or reserved
    at = mark.start() if mark else 0
    before, after = text[:at], text[at:]
    if not reserved and not years_in(after[:80]) and after[:1] in "©ⓒ(" and _GOES_ON.match(after):
        return
    if not reserved and not years_in(after[:80]) and _goes_on(after):
        if not before:
            yield _notice("photo", after[:60]), None
        return
    if not reserved and _is_photo_credit(before, after):
        captioned = len(before.split()) > 3 and not _COUNTER.match(before)
        yield _notice("photo", after), None if captioned or len(after) > 120 else _ALL
        return
    holders, years = read_statement(text)
    kind: NoticeKind = "copyright" if holders or (stated and years and not reserved) else "rights"
    follows = (
        len(before) > 120 and before.rstrip()[-1:] in _SENTENCE_ENDS and not _PAGE_FOOT.search(before)
    ) or ("다." in before and _KOREAN_SENTENCE.search(before[-400:]))
    yield _notice(kind, after if follows else text), after if follows else _ALL


def _goes_on(after: str) -> bool:
    """Whether a sentence runs on behind the mark: there "©" only adorns a product's name."""
    end = after.rstrip()[-1:]
    return end == ":" or (len(after) > 110 and end in ".!?" and not _PAGE_FOOT.search(after[10:]))


def _is_photo_credit(before: str, after: str) -> bool:
    """Whether a mark without a year credits a picture: after a caption, with "A / B", from a library."""
    if years_in(after[:80]):
        return False
    if _PROVIDED.match(after):
        return True
    if PICTURE.search(before[-24:] + " ") or PICTURE.search(after[:40]):
        return True
    holders, _ = read_statement(after)
    if any(is_company(holder) for holder in holders):
        return False
    name = re.split(r"\s[-–—•]\s|\.\s", after[:90])[0]
    if LIBRARIES.search(name) or _VIA.search(name):
        return True
    if re.search(r"[^\W\d_] ?/ ?[^\W\d_]", name):
        return not _AND_SITE.fullmatch(name.strip("©ⓒ() ."))
    if " | " in name and agencies_in(name):
        return True
    return after[0] in "©ⓒ" and len(before.split()) > 3 and "|" not in before[-3:]


def _by_shape(text: str) -> Iterator[tuple[Notice, str | None]]:
    """Credits without a word that says so: "PTI", "Jane Roe/AP", "By Jane Roe", "… he said. (ANI)"."""
    whole = text
    if len(text) <= _REPEATED and ("@" in text or "protected]" in text):
        text = ADDRESS.sub("", text)
    if found := sign_off(text):
        yield _notice("credit", found.group("cut").strip()), found.group("cut")
    elif kind := names_kind(text):
        yield _notice(kind, whole), _ALL
    elif captioned := captioned_credit(text):
        caption, credit = captioned
        yield _notice("photo", credit), _ALL if _is_placeholder(caption) else None
    elif len(text) <= _PAGE_LINE and is_page_line(text) and _WORD.search(text):
        yield _notice("syndication", whole), _ALL


def _is_placeholder(caption: str) -> bool:
    """Whether what stands before a credit is only a name, and no description worth keeping."""
    return bool(caption) and caption[-1] != "." and is_name(caption)
