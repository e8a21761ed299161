"""The encoders of output, one for each medium: no text of a feed leaves the program but through one of them.

Laws: they take any string and never raise; they are linear; `line` and what is built on it give one line.
JSON alone is exact (what could steer a terminal is written as an escape, and reads back as it was); the
other media lose what nobody can see.
"""

import json
import re
from collections.abc import Mapping, Sequence
from html import escape as html_escape

Value = None | bool | int | str | Sequence["Value"] | Mapping[str, "Value"]

_BREAKS = "\t\n\r\v\f\x1c-\x1f\x85\u2028\u2029"
# Controls (C0, DEL, C1: ESC, CSI, OSC), soft hyphen, marks and overrides of direction, spaces without width,
# invisible operators, interlinear and musical controls, tag characters. Joiners stay: Persian and Kurdish are
# spelt with U+200C, families of emoji with U+200D.
_UNSEEN = (  # but the newline
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
)
_BREAK_RUN = re.compile(f"[{_BREAKS}]+")
_LINE_END = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN_CHAR = re.compile(f"[{_UNSEEN}]")
_JOINERS = re.compile("([\u200c\u200d])[\u200c\u200d]+")
# ECMA-48: what a terminal would take as one command goes as a whole, so that "[31m" does not stay behind.
# An unfinished one loses only what is unseen in it. Linear: no part can match what begins the next.
_COMMAND = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c\x9d\r\n]*(?:\x07|\x1b\\\\|\x9c)"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_ASCII = re.compile("[^\x00-\x7e]")
_NOT_XML = re.compile("[\ufffe\uffff\U0001fffe\U0001ffff]")

# https://owasp.org/www-community/attacks/CSV_Injection; tab and return are what may stand before one of these
_FORMULA = tuple("=+-@＝＋－＠")

_MARKDOWN = re.compile(r"[\\`*_\[\]<>|~&#$]")
_MARKDOWN_START = re.compile(r"^[ ]*(?:([-+=])|(\d{1,9})([.)]))", re.MULTILINE)
_NOT_IN_URL = re.compile(r"[^!#$%&+,\-./0-9:;=?@A-Z_a-z~]")

_PASSWORD = re.compile(r"(//[^/?#@:\s]{0,200}:)(?!\$\{)[^/?#@\s]{1,500}(?=@)")
_KEY = re.compile(
    r"([?&](?:api_?key|access_token|auth|token|key|secret|password|passwd|sig|signature)=)(?!\$\{)[^&#\s]+",
    re.I,
)


def line(text: str) -> str:
    """The text as one line that a terminal or a log may show: breaks are spaces, what is unseen is gone."""
    if text.isprintable():  # the usual case, at the speed of C
        return text
    return _tidy(_UNSEEN_CHAR.sub("", _BREAK_RUN.sub(" ", _COMMAND.sub("", text))))


def lines(text: str) -> str:
    """As `line`, but ends of lines stay, each as one newline."""
    if text.isprintable():
        return text
    unbroken = _LINE_END.sub("\n", _COMMAND.sub("", text)).replace("\t", " ")
    return _tidy(_UNSEEN_CHAR.sub("", unbroken))


def _tidy(text: str) -> str:
    return _SURROGATE.sub("\ufffd", _JOINERS.sub(r"\1", text))


def cell(text: str) -> str:
    """The text for a cell of a spreadsheet: one that would be read as a formula begins with `'`."""
    safe = lines(text)
    return f"'{safe}" if safe.lstrip().startswith(_FORMULA) else safe


def tab_cell(text: str) -> str:
    """As `cell`, on one line and without tabs."""
    return line(cell(text))


def to_json(value: Value, *, ascii_only: bool = False, indent: int | None = None) -> str:
    """The value as JSON that every parser reads and no terminal obeys; lone surrogates are U+FFFD.

    With `ascii_only` every other character is an escape, for a stream that cannot carry it.
    """
    text = _SURROGATE.sub("\ufffd", json.dumps(value, ensure_ascii=False, indent=indent))
    return (_NOT_ASCII if ascii_only else _UNSEEN_CHAR).sub(_json_escape, text)


def _json_escape(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if found[0] > "\x7f" else f"\\u{ord(found[0]):04x}"


def xml(text: str) -> str:
    """The text for an XML element or a quoted attribute: what XML 1.0 forbids is gone, markup is text."""
    return html_escape(_NOT_XML.sub("", lines(text)), quote=True)


def markdown(text: str) -> str:
    """One line of Markdown that shows the text: no link, no HTML, no heading, list or table in it."""
    return _literal(line(text).strip())


def markdown_lines(text: str) -> str:
    """As `markdown`, but ends of lines stay."""
    return "\n".join(_literal(one.strip()) for one in lines(text).split("\n"))


def _literal(text: str) -> str:
    return _MARKDOWN_START.sub(_literal_start, _MARKDOWN.sub(r"\\\g<0>", text))


def _literal_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def markdown_link(text: str, url: str) -> str:
    """A Markdown link; the bare text when the address is not one of the web."""
    shown = markdown(text) or "untitled"
    if not url.lower().startswith(("http://", "https://")):
        return shown
    return f"[{shown}](<{_NOT_IN_URL.sub(_percent, url)}>)"


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))


def address(url: str) -> str:
    """The address without what opens doors: a password or key written out is `***`; placeholders stay."""
    return _KEY.sub(r"\1***", _PASSWORD.sub(r"\1***", url))
