"""Feeds read from files: only regular files below one folder that the user named."""

import os
import stat
from pathlib import Path
from urllib.parse import unquote

from feedwatch.fetch.body import too_big
from feedwatch.fetch.faults import FetchError, plain

SCHEME = "file:"


def is_local(address: str) -> bool:
    """Is it a file: address?"""
    return address.lstrip()[: len(SCHEME)].lower() == SCHEME


def locate(address: str, root: Path | None) -> Path:
    """The real path of a file: address: "file:news.xml" counts from `root`, "file:///srv/…" lies below it.

    Raises FetchError "local-refused" or "local-outside".
    """
    if root is None:
        raise FetchError("local-refused", why="set [local] root to the folder of your feed files")
    text = unquote(address.strip()[len(SCHEME) :])
    if text.startswith("//"):
        host, slash, rest = text[2:].partition("/")
        if host.lower() not in ("", "localhost"):
            raise FetchError(
                "local-refused", why=f"{plain(host)} is another machine; write file:///path or file:name"
            )
        text = slash + rest
    try:
        base = root.resolve()
        path = (base / text).resolve()
    except (OSError, ValueError, RuntimeError):  # NUL, a loop of links, a name that is too long
        raise FetchError("local-refused", why="its name cannot be used") from None
    if not path.is_relative_to(base):
        raise FetchError("local-outside")
    return path


def version(path: Path) -> str:
    """An ETag made of time and size, new whenever the file is written; raises FetchError "local-…"."""
    try:
        found = path.stat()
    except OSError as error:
        raise _fault(error) from error
    return f'"{found.st_mtime_ns:x}-{found.st_size:x}"'


def read(path: Path, limit: int) -> bytes:
    """The bytes of a regular file; raises FetchError "local-missing", "local-refused", "too-big"."""
    try:
        # Not through a link put there since it was resolved; not waiting for a writer of a FIFO.
        with os.fdopen(
            os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb"
        ) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise FetchError("local-refused", why="it is not a regular file")
            body = file.read(limit + 1)
    except OSError as error:
        raise _fault(error) from error
    if len(body) > limit:
        raise too_big(limit, "the file")
    return body


def _fault(error: OSError) -> FetchError:
    if isinstance(error, (FileNotFoundError, NotADirectoryError)):
        return FetchError("local-missing")
    return FetchError("local-refused", why=plain(error.strerror or "unknown reason"))
