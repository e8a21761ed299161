"""When a feed is polled next. Nothing stops for good: a feed that fails is asked less and less, down to
`max_interval`, and one that answers again is back at its own interval at once."""

from datetime import datetime, timedelta

from feedwatch.model import Claim, Document, Failed, FeedState, Schedule, Unchanged

SLOW_AFTER = 8  # failures in a row: 15 minutes doubled this often is beyond any max_interval of ours
JITTER = 0.1  # of the delay after a failure: feeds of one host that failed together must not return together


def next_poll(
    claim: Claim, outcome: Document | Unchanged | Failed, now: datetime, *, jitter: float
) -> Schedule:
    """The schedule after one poll; `jitter` in [0, 1) is the caller's chance."""
    if isinstance(outcome, Failed):
        return _after_failure(claim, outcome, now, jitter)
    interval = _clamped(claim.interval_s, claim)
    return Schedule(
        next_at=now + timedelta(seconds=interval),
        interval_s=interval,
        state="ok",
        failures=0,
        why=(f"the feed answered; its interval is {interval} s",),
    )


def _after_failure(claim: Claim, failed: Failed, now: datetime, jitter: float) -> Schedule:
    failures = claim.failures + 1
    doubled = claim.interval_s * (1 << min(failures - 1, 16))
    delay = _clamped(doubled, claim)
    why = [f"{failed.code}, failure {failures} in a row: {delay} s"]
    if failed.retry_after_s is not None and failed.retry_after_s > delay:
        delay = failed.retry_after_s  # the server's own word beats max_interval
        why.append(f"the server asked for {delay} s")
    state: FeedState = "failing"
    if failed.status == 410:
        delay, state = max(delay, claim.max_interval_s), "gone"
        why.append("the publisher says the feed is gone; asked rarely from now on")
    elif failures >= SLOW_AFTER:
        state = "slow"
    delay = round(delay * (1 + JITTER * jitter))
    return Schedule(
        next_at=now + timedelta(seconds=delay),
        interval_s=delay,
        state=state,
        failures=failures,
        why=tuple(why),
    )


def _clamped(seconds: int, claim: Claim) -> int:
    return max(claim.min_interval_s, min(seconds, claim.max_interval_s))
