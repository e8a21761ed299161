"""Where the answer of a command goes: a screen, with a pager when it is long, or a pipe."""

import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from io import StringIO, TextIOBase
from shutil import get_terminal_size
from typing import TextIO, cast

from feedwatch.cli.session import Session
from feedwatch.present import Screen, Sheet, chosen_fields

_LESS = ["less", "-FRX"]


@contextmanager
def paper(
    session: Session, kind: str, format: str | None, fields: str | None, *, why: bool = False
) -> Iterator[Sheet]:
    """The sheet a command writes on; a long table on a terminal goes through the pager.

    `fields` is what `--fields` says: UsageError for a name that the kind of value does not have.
    """
    out = sys.stdout if sys.stdout is not None else StringIO()  # None: started with `>&-`
    sheet = Sheet(out, session.now, format, chosen_fields(kind, fields), why)
    if not out.isatty() or format not in (None, "table"):
        yield sheet
        return
    size = get_terminal_size()
    screen = Screen(columns=size.columns, rows=size.lines)
    long = _Long(out, rows=size.lines, command=_command(session.pager))
    try:
        yield replace(sheet, out=cast(TextIO, long), screen=screen)
    finally:
        long.finish()


def _command(pager: str | None) -> list[str]:
    """The pager to start; [] for an empty one, which switches it off, also in the environment."""
    from feedwatch.config import shell

    wanted = shell.pager() if pager is None else pager  # not by click, which drops empty variables
    command = _LESS if wanted is None else shlex.split(wanted)
    return _LESS if command == ["less"] else command  # a bare less would show colours as rubbish


class _Long(TextIOBase):
    """Text that is held back until it fills the screen; from then on a pager shows it."""

    def __init__(self, out: TextIO, *, rows: int, command: list[str]) -> None:
        self._out, self._rows, self._command = out, rows, command
        self._held: list[str] | None = []
        self._lines = 0
        self._pager: subprocess.Popen[str] | None = None

    def write(self, text: str) -> int:
        """Takes text; raises BrokenPipeError when the reader of the pager has seen enough."""
        if self._held is None:
            self._target.write(text)
            return len(text)
        self._held.append(text)
        self._lines += text.count("\n")
        if self._lines >= self._rows:
            self._start()
            self._release()
        return len(text)

    def finish(self) -> None:
        """Writes what was held back, and waits until the pager is closed."""
        with suppress(BrokenPipeError):
            self._release()
            if self._pager and self._pager.stdin:
                self._pager.stdin.close()
        while self._pager:
            with suppress(KeyboardInterrupt):  # ctrl-C inside the pager is the pager's
                self._pager.wait()
                return

    @property
    def _target(self) -> TextIO:
        return cast(TextIO, self._pager.stdin) if self._pager else self._out

    def _start(self) -> None:
        if not self._command:
            return
        with suppress(OSError):  # no such program: the terminal scrolls
            self._pager = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, encoding="utf-8", errors="replace"
            )

    def _release(self) -> None:
        held, self._held = self._held or [], None
        self._target.writelines(held)
