"""A poll in one line, for the person who asked for it."""

from feedwatch.model import PollLine
from feedwatch.present import escape


def poll_line(poll: PollLine) -> str:
    """`bbc: 3 new, 1 edited of 30` or `bbc: failed, http-404: not found`, on one line."""
    alarm = f"; alarm: {poll.alarm}" if poll.alarm else ""
    return escape.line(f"{poll.feed}: {_came_to(poll)}{alarm}")


def _came_to(poll: PollLine) -> str:
    if poll.outcome == "ok":
        edited = f", {poll.edited} edited" if poll.edited else ""
        problem = f" ({poll.code}: {poll.line})" if poll.code else ""
        return f"{poll.new} new{edited} of {poll.total}{problem}"
    if poll.outcome == "unchanged":
        return "unchanged"
    reason = ": ".join(part for part in (poll.code, poll.line) if part)
    return f"{poll.outcome}, {reason}" if reason else poll.outcome
