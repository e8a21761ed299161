"""Secrets stay out of the file: `${env:NAME}` and `${file:PATH}` stand for them.

A filled text is never put into a message, and a message about a placeholder names the placeholder only.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from feedwatch.config.checks import Wrong, shown

_PLACEHOLDER = re.compile(r"\$\{([^}]{0,1000})\}")
_LONGEST = 65_536  # bytes of a secret's file
_SECRET_HEADERS = frozenset({"authorization", "proxy-authorization", "cookie", "x-api-key", "x-auth-token"})
_PASSWORD_IN_ADDRESS = re.compile(r"//[^/@:\s]{0,200}:(?!\$\{)[^/@\s]{1,500}@")
_KEY_IN_ADDRESS = re.compile(
    r"[?&](?:api_?key|apikey|access_token|auth|token|key|secret|password)=(?!\$\{)[^&]", re.I
)


class Placeholders:
    """Fills the placeholders of one file: its folder is where relative paths start."""

    def __init__(self, folder: Path, environ: Mapping[str, str]) -> None:
        self._folder = folder
        self._environ = environ

    def fill(self, written: str) -> str:
        """The text with its placeholders replaced; raises Wrong for one that stands for nothing."""
        return _PLACEHOLDER.sub(lambda match: self._value(match[1]), written)

    def _value(self, inside: str) -> str:
        kind, colon, name = inside.partition(":")
        if colon and kind == "env":
            return self._variable(name)
        if colon and kind == "file":
            return self._file(name)
        raise Wrong(f"holds the unknown placeholder ${{{inside}}}; write ${{env:NAME}} or ${{file:PATH}}")

    def _variable(self, name: str) -> str:
        if value := self._environ.get(name):
            return value
        state = "empty" if name in self._environ else "not set"
        raise Wrong(f"needs the environment variable {name}, which is {state}; set {name} first")

    def _file(self, name: str) -> str:
        path = self._folder / Path(name).expanduser()
        try:
            if not path.is_file():
                raise Wrong(f"needs the file {path}, which is not there; write the secret into it")
            with path.open("rb") as stream:
                content = stream.read(_LONGEST).decode().strip("\r\n")
        except (OSError, ValueError, RuntimeError) as error:  # RuntimeError: "~" without a home
            reason = (
                error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8 text"
            )
            raise Wrong(
                f"needs the file {shown(name)}, which cannot be read ({reason}); correct it"
            ) from None
        if not content:
            raise Wrong(f"needs the file {path}, which is empty; write the secret into it")
        return content


def spells_out_secret(address: str) -> bool:
    """Whether an address as written holds a literal password or key."""
    return bool(_PASSWORD_IN_ADDRESS.search(address) or _KEY_IN_ADDRESS.search(address))


def is_secret_header(name: str, value: str) -> bool:
    """Whether a header as written holds a literal secret."""
    return name.lower() in _SECRET_HEADERS and "${" not in value
