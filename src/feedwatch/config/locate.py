"""Where things stand in a TOML text: key path → place. One locator serves error lines and editing.

tomllib gives values without their places, so this scanner walks the same grammar (TOML 1.0) and keeps
only places. Its law: for a text that tomllib accepts, every value of the document has a spot, and the
text of that spot reads back as that value. On a text that tomllib refuses, the outcome is undefined.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
"""`("feeds", 3, "url")`: names of keys, and positions in arrays of either kind."""

_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r'[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'')
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"""(?!")'  # a closing """ may be preceded by two more quotes of the content
    r"|'''.*?'''(?!')"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_BARE = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^,\]}\s#]+|[^,\]}\s#]+")  # a date and its time may be two words
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\bfnrt]))')
_SHORT = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


@dataclass(frozen=True, slots=True)
class Spot:
    """Offsets of one thing: where its key or header starts, where its value starts, and where it ends."""

    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Every key path of a text with its spot; statements and comments in the order of the text."""

    spots: dict[KeyPath, Spot]
    statements: tuple[tuple[KeyPath, Spot], ...]  # headers and `key = value` lines
    comments: tuple[tuple[int, int], ...]
    line_starts: tuple[int, ...]

    def line(self, path: KeyPath) -> int | None:
        """The line (from 1) of a key, or of the nearest thing around it that is written; None for neither."""
        while path and path not in self.spots:
            path = path[:-1]
        return bisect_right(self.line_starts, self.spots[path].start) if path else None


def outline(text: str) -> Outline:
    """Walk a text that tomllib accepts; linear in its length."""
    scanner = _Scanner(text)
    scanner.document()
    starts = (0, *(match.end() for match in re.finditer("\n", text)))
    return Outline(scanner.spots, tuple(scanner.statements), tuple(scanner.comments), starts)


def _key_text(written: str) -> str:
    if written[0] == "'":
        return written[1:-1]
    if written[0] != '"':
        return written
    return _ESCAPE.sub(lambda m: _SHORT[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), written[1:-1])


class _Scanner:
    """A position in a text, and what was met on the way to it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.spots: dict[KeyPath, Spot] = {}
        self.statements: list[tuple[KeyPath, Spot]] = []
        self.comments: list[tuple[int, int]] = []
        self._last: dict[KeyPath, int] = {}  # array of tables → index of its last table

    def document(self) -> None:
        table: KeyPath = ()
        self.skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                path, spot = self.pair(table)
                self.statements.append((path, spot))
            self.skip()

    def skip(self) -> None:
        """Over white space, line ends and comments."""
        while self.at < len(self.text):
            letter = self.text[self.at]
            if letter in " \t\r\n":
                self.at += 1
            elif letter == "#":
                end = self.text.find("\n", self.at)
                end = len(self.text) if end < 0 else end
                self.comments.append((self.at, end - (self.text[end - 1] == "\r")))
                self.at = end
            else:
                return

    def header(self) -> KeyPath:
        start = self.at
        many = self.text.startswith("[[", start)
        self.at += 2 if many else 1
        path: KeyPath = ()
        for name in self.names():
            if path in self._last:
                path = (*path, self._last[path])
            path = (*path, name)
        if many:
            self._last[path] = self._last.get(path, -1) + 1
            path = (*path, self._last[path])
        self.at += 2 if many else 1
        spot = Spot(start, start, self.at)
        self.spots.setdefault(path, spot)
        self.statements.append((path, spot))
        return path

    def names(self) -> list[str]:
        """A dotted key; the position ends behind it and the space after it."""
        names: list[str] = []
        while True:
            self.space()
            match = _KEY.match(self.text, self.at)
            if match is None:
                return names
            names.append(_key_text(match[0]))
            self.at = match.end()
            self.space()
            if not self.text.startswith(".", self.at):
                return names
            self.at += 1

    def space(self) -> None:
        match = _SPACE.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def pair(self, table: KeyPath) -> tuple[KeyPath, Spot]:
        start = self.at
        path = table
        for name in self.names():
            path = (*path, name)
            self.spots.setdefault(path, Spot(start, start, start))  # `a.b = 1` also writes `a`
        self.at += 1  # the equals sign
        self.space()
        value = self.at
        self.value(path)
        self.spots[path] = spot = Spot(start, value, self.at)
        return path, spot

    def value(self, path: KeyPath) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self.array(path)
        elif opening == "{":
            self.inline_table(path)
        else:
            match = (_STRING if opening in ("'", '"') else _BARE).match(self.text, self.at)
            self.at = match.end() if match else len(self.text)

    def array(self, path: KeyPath) -> None:
        self.at += 1
        self.skip()
        index = 0
        while self.at < len(self.text) and self.text[self.at] != "]":
            start = self.at
            self.value((*path, index))
            self.spots[*path, index] = Spot(start, start, self.at)
            index += 1
            self.comma()
        self.at += 1

    def inline_table(self, path: KeyPath) -> None:
        self.at += 1
        self.skip()
        while self.at < len(self.text) and self.text[self.at] != "}":
            self.pair(path)
            self.comma()
        self.at += 1

    def comma(self) -> None:
        self.skip()
        if self.text.startswith(",", self.at):
            self.at += 1
            self.skip()
