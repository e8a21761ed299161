"""One daemon per database: an advisory lock on a file beside it, which the kernel drops with the process."""

import fcntl
import os
from pathlib import Path

from feedwatch.errors import BusyError


class DaemonLock:
    """Holds the database for one daemon; raises BusyError naming the other's pid."""

    def __init__(self, database: Path) -> None:
        self._file = _path(database).open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self._file.close()
            pid = holder(database)
            raise BusyError(
                f"a feedwatch daemon already runs on {database} (pid {pid or 'unknown'}); stop it first"
            ) from None
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Gives the database back; the file stays, only the lock on it means anything."""
        self._file.close()


def holder(database: Path) -> int | None:
    """The pid of the daemon that holds the database, or None."""
    try:
        with _path(database).open("r") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                text = file.read(20).strip()
                return int(text) if text.isdigit() else None
            return None
    except OSError:
        return None


def _path(database: Path) -> Path:
    return database.with_name(database.name + ".lock")
