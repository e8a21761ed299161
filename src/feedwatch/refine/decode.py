"""Bytes → text that a parser may see: the encoding found, entity declarations taken out, junk cut.

Laws:
  * bytes that are valid UTF-8 are UTF-8, whatever header and declaration say (legacy text that is valid
    UTF-8 by accident does not occur in practice; servers with a wrong default charset do);
  * what is not, and declares nothing or lies, is guessed (`guess`), else windows-1252; a problem says so;
  * only character sets are codecs here: `utf-7`, `idna`, `rot13`, `unicode_escape` and the like are names
    that nobody meant, and utf-7 hides tags;
  * no DOCTYPE reaches a parser: its entities that stand for one character or a short plain text are kept
    as a table, every other one is refused, nothing is ever fetched;
  * everything is linear in the length of the input.
"""

import codecs
import re
from dataclasses import dataclass, field
from html.entities import html5

from feedwatch.model import Problem
from feedwatch.refine.characters import without_commands
from feedwatch.refine.guess import encoding_of

# First bytes → how the rest is written. The longer mark first: UTF-32LE begins like UTF-16LE.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0<\0", "utf-16-be"),
    (b"<\0", "utf-16-le"),
    (b"\x4c\x6f\xa7\x94", "cp037"),  # "<?xm" in EBCDIC
)
_CHARSET = re.compile(
    r"utf-(?:8|16|32)(?:-[bl]e)?|ascii|iso8859-\d+|cp\d+|koi8-[rut]|mac-[a-z]+|kz1048|ptcp154|tis-620"
    r"|hp-roman8|gb2312|gbk|gb18030|hz|big5(?:hkscs)?|euc_\w+|shift_jis\w*|iso2022_\w+|johab"
)
# What publishers mean by a name (WHATWG Encoding Standard, "names and labels").
_MEANT = {
    "ascii": "utf-8",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w:.\-]{1,40})[\"']", re.IGNORECASE)
_HEADER = re.compile(r"\bcharset\s*=\s*[\"']?([\w:.\-]{1,40})", re.IGNORECASE)
_SERVER_DEFAULTS = frozenset({"cp1252", "utf-8"})  # charsets that servers add to everything unasked

# Characters XML cannot hold. Parsers stop at them; publishers never mean them.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# References that begin (ESC) and end (BEL) what a terminal takes as a command.
_TERMINAL = re.compile("&#(?:(0{0,9}27|[xX]0{0,9}1[bB])|[xX]?0{0,9}7);")

_DECLARATION_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|<!--|<\?|[\[\]<>]")
_ENTITY = re.compile(
    r"<!ENTITY\s{1,20}([A-Za-z][\w.\-]{0,40})\s{1,20}(?:\"([^\"]{0,64})\"|'([^']{0,64})')\s{0,20}>"
)
_ONE_CHARACTER = re.compile(r"&#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}));")
_ENTITY_DECLARATION = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_MORE_THAN_TEXT = re.compile("[&%<]")
_COMMENT_END = "-->"
_DECLARATION_OR_ROOT = re.compile(r"<!--|<!(?:DOCTYPE|ENTITY)\b|<[A-Za-z_]", re.IGNORECASE)
_SKIPPED = {"<!--": _COMMENT_END, "<?": "?>"}

_REFERENCE = re.compile(
    r"&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));|([A-Za-z][\w.\-]{0,40});)?"
    r"|<(?![A-Za-z_/?]|!--|!\[CDATA\[)|</(?![A-Za-z_])"
)
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A document as text, without DOCTYPE; `entities` are its own harmless names for characters."""

    text: str
    entities: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def is_marked(body: bytes) -> bool:
    """Whether the first bytes say that the rest is not written in an ASCII-like encoding."""
    return body.startswith(tuple(mark for mark, _ in _MARKS))


def decode(body: bytes, content_type: str) -> Decoded:
    """The text of a document, however it is encoded; never raises."""
    text, problems = _text_of_bytes(body, content_type)
    text = without_commands(_TERMINAL.sub(lambda found: "\x1b" if found[1] else "\x07", text))
    text = _ILLEGAL.sub("", text).lstrip("\ufeff \t\r\n")
    text, entities, refused = _without_doctype(text)
    if refused:
        problems += (Problem("entities-refused", "the document declares entities that are not characters"),)
    return Decoded(text, entities, problems)


def repaired(text: str, entities: dict[str, str]) -> str:
    """The text with stray `&` and `<` escaped and names of characters filled in, outside CDATA."""

    def mended(match: re.Match[str]) -> str:
        hexadecimal, decimal, name = match.groups()
        if name is not None:
            return _named(name, entities)
        if hexadecimal is None and decimal is None:
            return {"&": "&amp;", "<": "&lt;", "</": "&lt;/"}[match[0]]
        code = int(hexadecimal, 16) if hexadecimal else int(decimal)
        return match[0] if _is_xml_character(code) else ""

    pieces: list[str] = []
    at = 0
    while (start := text.find("<![CDATA[", at)) >= 0:
        end = text.find("]]>", start)
        end = len(text) if end < 0 else end + 3
        pieces += (_REFERENCE.sub(mended, text[at:start]), text[start:end])
        at = end
    pieces.append(_REFERENCE.sub(mended, text[at:]))
    return "".join(pieces)


def _text_of_bytes(body: bytes, content_type: str) -> tuple[str, tuple[Problem, ...]]:
    while body.startswith(codecs.BOM_UTF8):
        body = body[len(codecs.BOM_UTF8) :]
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body.decode(codec, "replace"), ()
    declared = _charset(_found(_DECLARED.search(body[:1024])))
    header = _charset(_found(_HEADER.search(content_type[:400])))
    wanted = declared if declared and header in _SERVER_DEFAULTS else header or declared
    if wanted.startswith(("iso2022", "hz")):  # ASCII bytes that mean something else
        return body.decode(wanted, "replace"), ()
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(body, wanted, declared)
    if wanted in ("", "utf-8") or text.isascii():
        return text, ()
    return text, (_misnamed(wanted, "utf-8"),)


def _legacy(body: bytes, *names: str) -> tuple[str, tuple[Problem, ...]]:
    for name in names:
        if name and name != "utf-8":
            try:
                return body.decode(name), ()
            except UnicodeError:
                continue
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(len(run) for run in re.findall("[^\x00-\x7f\ufffd]+", text))
    if good >= bad:  # UTF-8 with a few broken bytes
        return text, (Problem("encoding", f"{bad} characters could not be read as utf-8"),)
    guessed = encoding_of(body)
    return body.decode(guessed or "cp1252", "replace"), (_misnamed(names[0], guessed or "windows-1252"),)


def _misnamed(said: str, read: str) -> Problem:
    declared = f"declared {said}" if said else "no encoding declared"
    return Problem("encoding", f"{declared}, read as {read}")


def _found(match: re.Match[bytes] | re.Match[str] | None) -> str:
    if match is None:
        return ""
    name = match[1]
    return name.decode("ascii", "ignore") if isinstance(name, bytes) else name


def _charset(name: str) -> str:
    """The codec meant by a name; "" when it is none, or one that is not a character set."""
    try:
        codec = codecs.lookup(name).name if name else ""
    except (LookupError, ValueError):
        return ""
    return _MEANT.get(codec, codec) if _CHARSET.fullmatch(codec) else ""


def _is_xml_character(code: int) -> bool:
    return (
        0x20 <= code <= 0xD7FF
        or 0xE000 <= code <= 0xFFFD
        or 0x10000 <= code <= 0x10FFFF
        or code in (9, 10, 13)
    )


def _named(name: str, entities: dict[str, str]) -> str:
    if name in _XML_NAMES:
        return f"&{name};"
    character = entities.get(name) or html5.get(name + ";", "")
    if not character:
        return f"&amp;{name};"
    return character.replace("&", "&amp;").replace("<", "&lt;")


def _without_doctype(text: str) -> tuple[str, dict[str, str], bool]:
    """The text without its DOCTYPE, the characters this named, and whether it named more than characters."""
    kept: list[str] = []
    entities: dict[str, str] = {}
    declared = at = 0
    while (found := _DECLARATION_OR_ROOT.search(text, at)) and found[0].startswith("<!"):
        if found[0] == "<!--":
            end = _after(text, _COMMENT_END, found.end())
            kept.append(text[at:end])
        else:
            end = _end_of_declaration(text, found.start())
            subset = text[found.start() : end]
            declared += len(_ENTITY_DECLARATION.findall(subset))
            entities = _characters_named_in(subset) | entities
            kept.append(text[at : found.start()])
        at = end
    kept.append(text[at:])
    return "".join(kept), entities, declared > len(entities)


def _characters_named_in(subset: str) -> dict[str, str]:
    values = (
        (name, _ONE_CHARACTER.sub(_character, double or single))
        for name, double, single in _ENTITY.findall(subset)
    )
    return {name: value for name, value in values if not _MORE_THAN_TEXT.search(value)}


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16) if match[1] else int(match[2])
    return chr(code) if _is_xml_character(code) else ""


def _end_of_declaration(text: str, start: int) -> int:
    """Where the declaration at `start` ends; the end of the text when it never does."""
    depth, at = 0, start
    while token := _DECLARATION_TOKEN.search(text, at):
        at = token.end()
        if token[0] in _SKIPPED:
            at = _after(text, _SKIPPED[token[0]], at)
        depth += {"<": 1, "[": 1, ">": -1, "]": -1}.get(token[0], 0)
        if depth <= 0:
            return at
    return len(text)


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
