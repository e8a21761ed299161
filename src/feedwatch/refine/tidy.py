"""Tidy markup: what most publishers send, and every parser reads alike. Scanned once here, without a parser.

    <p>Rain &amp; wind<br>in <a href="https://site.example/">Basra</a></p>

Tidy is a text whose tree is plain from its tags: each `<` begins a whole tag of an element in the tables
below, each element is closed in its turn, and none stands where HTML's tree construction would close, move or
reopen another (no block in a paragraph or heading, no item outside a list, no link in a link). Tables, forms,
preformatted and foreign content, and elements that change how the rest is read (`style`, `title`, `textarea`,
`plaintext`, `noscript`, `template`, `select`, `svg`, `math`) are never tidy; a script or frame is if it holds
nothing. What is not tidy is for a parser to read.

Laws:
  * of what is tidy, the parsers give the same text and the same safe HTML, sign by sign;
  * tidy HTML that is its own safe HTML is settled, without a second reading as proof. Markup mutates between
    two readings where elements are moved, reopened or read in another mode, and elements that do so are not
    tidy; values are in quotes; `<`, `>`, `"` and `&` stand in text and values as references only;
  * one pass, linear in the length of the text.
"""

import re
from functools import lru_cache
from html import unescape
from html.entities import html5
from typing import Final, NamedTuple, cast

from feedwatch.refine.characters import is_settled, is_steady, odd_in
from feedwatch.refine.elements import (
    ADDRESSES,
    ALLOWED,
    ATTRIBUTES,
    HIDDEN_HINTS,
    INLINE,
    PARAGRAPH,
    PARTS,
    SOFT,
    is_pixel,
    is_share_link,
    sign_of,
)
from feedwatch.refine.links import is_plain

DEEPEST: Final = 100  # elements inside each other


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# What an element must stand in, and what stands in it: a line of text; blocks too; items of a list too.
_LINE, _FLOW, _LIST = range(3)
_BLOCKS = _words(
    "address article aside blockquote center details div figcaption figure footer header li section summary"
)
_LINES = _words("p h1 h2 h3 h4 h5 h6")
_LISTS = _words("ol ul")
_INLINE = _words("abbr acronym bdi bdo cite del dfn ins kbd mark q samp span sub sup time var")
# Elements that a parser opens again when they are closed out of turn; none of them may stand in itself.
_REOPENED = _words("a b big code em font i s small strike strong tt u")
_VOID = _words("br hr img wbr")
_ELEMENTS = (*_BLOCKS, *_LINES, *_LISTS, *_INLINE, *_REOPENED, *_VOID)
_NEEDS = dict.fromkeys((*_BLOCKS, *_LINES, *_LISTS, "hr"), _FLOW) | {"li": _LIST}
_GIVES = dict.fromkeys(_ELEMENTS, _FLOW) | dict.fromkeys(_LINES, _LINE) | dict.fromkeys(_LISTS, _LIST)
_HIDING = frozenset(("class", "style", "hidden"))
_READ = {name: _HIDING | ATTRIBUTES["*"] | ATTRIBUTES.get(name, set()) for name in _ELEMENTS}

_ATTRIBUTE = r"""[ \t\n]++([a-zA-Z][a-zA-Z0-9:_.\-]*+)(?:="([^"<>]*+)"|='([^'<>]*+)')?+"""
_ATTRIBUTES = re.sub(r"\((?!\?)", "(?:", f"(?:{_ATTRIBUTE})*+") + r"[ \t\n]*+"
_NAMED_VALUE = re.compile(_ATTRIBUTE)
_NAME = re.compile("<([a-zA-Z][a-zA-Z0-9]*)")
_TAG = re.compile(
    rf"(<(?:iframe{_ATTRIBUTES}></iframe|script{_ATTRIBUTES}></script"
    rf"|/?[a-zA-Z][a-zA-Z0-9]*+{_ATTRIBUTES}/?|!--[^<>]*--)>)"
)
_HOLDING_NOTHING = ("-->", "></iframe>", "></script>")

_REFERENCE = re.compile(r"(&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)")
_UNSURE = re.compile("&[a-zA-Z0-9#]")  # what a parser may take for a reference
# In an address as written: no reference ends in `=`, and none begins with `utm_`.
_PARAMETER = re.compile("&(?=[a-zA-Z0-9]{1,40}=|utm_)")
_REL: Final = ' rel="noopener noreferrer"'
_ESCAPES: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\xa0", "&nbsp;"))


class Tidy(NamedTuple):
    """What a text says, each None where only a parser can tell."""

    marked: str | None = None  # its text, with marks between the parts
    safe: str | None = None  # its safe HTML, which depends on no base
    visible: bool = False  # whether it is known to be clean, with blanks as its only white space


class _Tag(NamedTuple):
    name: str
    opens: bool
    closes: bool
    needs: int
    gives: int
    alone: bool  # never in itself
    mark: str | None  # None: only a parser can tell whether this is for reading
    mark_in_item: str | None
    safe: str | None  # None: an address is to be looked at


def tidy(html: str) -> Tidy:
    """The text and the safe HTML of markup, as far as it is tidy."""
    odd = odd_in(html)
    if not is_settled(html, odd):
        return Tidy()
    parts = _TAG.split(html)
    text = "\0".join(parts[::2])  # NUL is in no settled text
    meant = None if "<" in text else _read(text)
    instead = None if meant is None else _instead(parts[1::2])
    if meant is None or instead is None:
        return Tidy()
    marks, shown = instead
    safe = _joined(parts, text, _escaped(meant), shown)
    if safe and ("&" in html or "" in shown) and (safe[0].isspace() or not is_settled(safe, odd_in(safe))):
        safe = None  # what came together may combine; where pictures go, parsers drop blanks before the text
    return Tidy(_joined(parts, text, meant, marks), safe, "&" not in html and is_steady(odd))


def _joined(parts: list[str], text: str, changed: str, between: list[str | None]) -> str | None:
    """The parts with something for each tag, their text perhaps changed; None if a tag has nothing."""
    if None in between:
        return None
    joined = parts.copy()
    joined[1::2] = cast("list[str]", between)
    if changed is not text:
        joined[::2] = changed.split("\0")
    return "".join(joined)


def _instead(written: list[str]) -> tuple[list[str | None], list[str | None]] | None:
    """What stands for tags in marked text, and in safe HTML; None if they are no tidy tree."""
    open_names: list[str] = []
    rooms: list[int] = []  # around the open elements
    room, items = _FLOW, 0
    marks: list[str | None] = []
    shown: list[str | None] = []
    for one in written:
        tag = _TAGS.get(one) or _tag(one)
        if tag is None:
            return None
        name, opens, closes, needs, gives, alone, mark, mark_in_item, safe = tag
        if closes:
            if not open_names or open_names.pop() != name:
                return None
            room = rooms.pop()
            items -= name == "li"
        elif needs > room or (alone and name in open_names):
            return None
        marks.append(mark_in_item if items else mark)
        shown.append(safe)
        if opens:
            open_names.append(name)
            rooms.append(room)
            room = gives if needs else min(gives, room)
            items += name == "li"
            if len(rooms) > DEEPEST:
                return None
    return None if open_names else (marks, shown)


def _tag(written: str) -> _Tag | None:
    """What a tag says; None if it is not tidy."""
    if written.endswith(_HOLDING_NOTHING):
        return _NOTHING
    plain = _TAGS.get(written.lower())
    if plain or written.startswith("</"):
        return plain
    found = _NAME.match(written)
    name = found[1].lower() if found else ""
    if name not in _READ or (written.endswith("/>") and name not in _VOID):
        return None
    values = _values(name, written)
    return None if values is None else _opening(name, values)


def _values(name: str, written: str) -> dict[str, str] | None:
    """The attributes that are kept or may hide an element, references read; None if one is unsure."""
    values: dict[str, str] = {}
    for attribute, double, single in _NAMED_VALUE.findall(written):
        lower = attribute.lower()
        if lower in _READ[name]:
            value = _read(_PARAMETER.sub("&amp;", double or single))
            if value is None or lower in values:
                return None
            values[lower] = value
    return values


def _opening(name: str, values: dict[str, str]) -> _Tag:
    whole = name in _VOID
    mark: str | None = "".join(PARTS.get(name, INLINE)) if whole else PARTS.get(name, INLINE)[0]
    if name == "img":
        mark = sign_of(values.get("alt"))
    if is_share_link(values.get("href")) or _may_hide(values):
        mark = None
    return _made(name, mark, _shown(name, values), opens=not whole)


def _may_hide(values: dict[str, str]) -> bool:
    """Whether an element may be hidden, or a bar of share buttons."""
    signs = [value for attribute, value in values.items() if attribute in _HIDING]
    return "hidden" in values or any(hint in sign for sign in signs for hint in HIDDEN_HINTS)


def _shown(name: str, values: dict[str, str]) -> str | None:
    """The safe form of an opening tag; None if one of its addresses is to be looked at."""
    if name not in ALLOWED or (name == "img" and is_pixel(values)):
        return ""
    shown = [f"<{name}"]
    for attribute, value in values.items():
        if attribute in ADDRESSES and not is_plain(value):
            return None
        if attribute not in _HIDING:
            quoted = _escaped(value).replace('"', "&quot;")
            shown.append(f' {attribute}="{quoted}"')
    return "".join((*shown, _REL if name == "a" else "", ">"))


def _read(text: str) -> str | None:
    """The text with its references read; None if one is unsure."""
    if "&" not in text:
        return text
    parts = _REFERENCE.split(text)
    meanings = [_meaning(reference) for reference in parts[1::2]]
    if "" in meanings or _UNSURE.search("\0".join(parts[::2])):
        return None
    parts[1::2] = meanings
    return "".join(parts)


@lru_cache(maxsize=1024)
def _meaning(reference: str) -> str:
    """The one visible character or no-break space that a reference means; "" for all others."""
    if reference[1] != "#" and reference[1:] not in html5:
        return ""
    meant = unescape(reference)
    return meant if len(meant) == 1 and (meant.isprintable() or meant == "\xa0") else ""


def _escaped(text: str) -> str:
    for sign, reference in _ESCAPES:
        if sign in text:
            text = text.replace(sign, reference)
    return text


def _made(
    name: str, mark: str | None, safe: str | None, *, opens: bool = False, closes: bool = False
) -> _Tag:
    needs, gives = _NEEDS.get(name, _LINE), _GIVES.get(name, _LINE)
    in_item = mark and mark.replace(PARAGRAPH, SOFT)
    return _Tag(name, opens, closes, needs, gives, name in _REOPENED, mark, in_item, safe)


def _closing(name: str) -> _Tag:
    return _made(name, PARTS.get(name, INLINE)[1], f"</{name}>" if name in ALLOWED else "", closes=True)


_NOTHING: Final = _made("", "", "")  # comments, and embedded scripts and frames without content
_TAGS: Final = (
    {f"<{name}>": _opening(name, {}) for name in _ELEMENTS}
    | {f"<{name}{end}>": _opening(name, {}) for name in _VOID for end in ("/", " /")}
    | {f"</{name}>": _closing(name) for name in _ELEMENTS if name not in _VOID}
    | {"</img>": _NOTHING}  # of writers of XHTML; parsers pass over it
)
