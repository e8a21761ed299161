"""Whether a feed has moved for good: a permanent redirect is believed when it lasts, and may be taken back.

A captive portal, a hijacked cache or a slip of an administrator must not capture a feed:

    * only documents that were read as feeds count, never an answer without one (a parked page is no feed);
    * the configured address must lead to one place in three documents, the last two days after the first;
      anything else it says in between begins the count anew;
    * an adopted address is polled directly; once a week the configured one is asked again, without
      validators: it leads there still, or the feed returns to it. If it is gone altogether, as it is after
      most moves, the feed stays where it moved;
    * when the new address fails four times in a row, the feed returns to the configured one;
    * never from https to http, nor from outside into a private network; never where credentials or headers
      are configured, for they are meant for the configured address alone; never where that address holds a
      secret, for it would be stored.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from ipaddress import ip_address
from urllib.parse import urlsplit

from feedwatch.model import Claim, Document, Failed, Move, Unchanged

DOCUMENTS = 3
LASTING = timedelta(days=2)  # longer than a conference's network, a weekend without the administrator
ASK_AGAIN = timedelta(days=7)
_INSIDE = (".localhost", ".local", ".internal", ".home.arpa", ".lan")  # RFC 6761, 6762, 8375, and custom
FAILURES = 4  # at the new address: two hours at a quarter of an hour, doubled each time


def after(claim: Claim, outcome: Document | Unchanged | Failed, now: datetime) -> Move | None:
    """Where the feed lives after a poll; `outcome` is a Document only if it was read as a feed."""
    move = claim.move
    if claim.at_move:
        lost = isinstance(outcome, Failed) and claim.failures + 1 >= FAILURES
        return None if lost else move
    if isinstance(outcome, Document):
        return _led(claim, outcome.moved_to, now)
    return replace(move, ask_at=now + ASK_AGAIN) if move else None


def was_asked_again(claim: Claim) -> bool:
    """Whether a poll only asked the configured address if it still leads to where the feed is polled."""
    return claim.move is not None and claim.move.adopted and not claim.at_move


def _led(claim: Claim, to: str | None, now: datetime) -> Move | None:
    """What the configured address says of a move: another one, the same once more, or none any longer."""
    if to is None:
        return None
    refused = _refusal(claim, to)
    if _has_secret(claim):
        to = _host(to)
    move = claim.move
    if move is None or move.to != to or move.refused != refused:
        return Move(to, since=now, ask_at=now + ASK_AGAIN, refused=refused)
    polls = move.polls + 1
    lasts = polls >= DOCUMENTS and now - move.since >= LASTING
    adopted = refused is None and (move.adopted or lasts)
    return replace(move, ask_at=now + ASK_AGAIN, polls=polls, adopted=adopted)


def _refusal(claim: Claim, to: str) -> str | None:
    """Why a feed is never polled at the address it has moved to; None if it may be."""
    home = urlsplit(claim.address)
    if home.scheme == "https" and urlsplit(to).scheme != "https":
        return "it is not encrypted, and the configured address is"
    if _is_private(to) and not _is_private(claim.address):
        return "it is inside a private network"
    if _has_secret(claim):
        return "the configured address holds a secret, which would be stored"
    if claim.auth or claim.headers or "@" in home.netloc:
        return "the feed's credentials and headers are for the configured address alone"
    return None


def _is_private(address: str) -> bool:
    """Whether an address names a place inside, as far as it can be seen without asking for its name."""
    host = urlsplit(address).hostname or ""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return host == "localhost" or host.endswith(_INSIDE)


def _has_secret(claim: Claim) -> bool:
    """Whether placeholders of the configured address were filled in."""
    return claim.address != claim.home


def _host(address: str) -> str:
    """Scheme and host alone: a server may carry the secret along."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
