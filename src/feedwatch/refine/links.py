"""Addresses in documents: absolute http(s) in characters that can be seen, or nothing."""

import re
from urllib.parse import quote, urljoin, urlsplit

LONGEST = 4096  # characters; longer ones are not addresses but attacks or embedded files

_INVISIBLE = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x200B, 0xFEFF))
_NOT_IN_HOST = frozenset(' \\<>"{}|^`')
# In letters that no reader of addresses changes. A last label in digits would be an IPv4 address, `xn--` is
# decoded, and an empty query or fragment goes when an address is joined.
_PLAIN = re.compile(
    r"https?://(?![^/?#]*xn--)(?:[a-z0-9][a-z0-9_-]*\.)+[a-z]+(?:/[a-zA-Z0-9/._~%!$'()*+,:@=&-]*)?"
    r"(?:\?[a-zA-Z0-9/._~%!$'()*+,:@=&?-]+)?(?:#[a-zA-Z0-9/._~%!$'()*+,:@=&?-]+)?"
)


def is_plain(link: str) -> bool:
    """Whether every reader takes a link for the same absolute http(s) address, as it is written."""
    return len(link) <= LONGEST and _PLAIN.fullmatch(link) is not None


def absolute(link: str, base: str = "") -> str:
    """`link` as an absolute http(s) address, resolved against `base` if it is relative; "" if it is none."""
    if is_plain(link):
        return link
    link = link[: LONGEST + 1].translate(_INVISIBLE).strip()
    if not link or len(link) > LONGEST:
        return ""
    try:
        if link.startswith("//") and not base:
            link = f"https:{link}"
        address = urljoin(base, link) if base else link
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:  # "http://[": feeds contain such things
        return ""
    if parts.scheme not in ("http", "https") or not host or not _NOT_IN_HOST.isdisjoint(parts.netloc):
        return ""
    if not parts.netloc.isprintable():
        return ""
    return _visible(parts.scheme + address[len(parts.scheme) :]).replace(" ", "%20")


def _visible(address: str) -> str:
    """The address with what nobody sees (bidi overrides, joiners, lone surrogates) percent-encoded."""
    if address.isprintable():
        return address
    return "".join(sign if sign.isprintable() else quote(sign, errors="replace") for sign in address)
