"""What `feeds check` does: one document through the fetcher and workers of a poll, and nothing stored."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import quote

from feedwatch.cli.hints import unknown_feed
from feedwatch.cli.session import Session
from feedwatch.errors import ConfigError, UsageError
from feedwatch.model import Claim, Document, Failed, Feed, Job, Refined, RuleSet, Source
from feedwatch.present.check import Checked
from feedwatch.present.escape import address as without_secrets

if TYPE_CHECKING:
    from feedwatch.config.settings import Limits, Network, Settings


def check(session: Session, place: str) -> Checked:
    """Fetches and refines the feed that `place` (an address, a file, or a configured feed's name) means."""
    from feedwatch.fetch import Fetcher
    from feedwatch.workers import Workers

    settings = _settings(session)
    feed, root = _feed(place, settings)
    network, limits = _network(settings)
    fetcher = Fetcher(
        user_agent=network.user_agent,
        allow=network.allow,
        deadline_s=limits.deadline_s,
        body_limit=limits.body,
        local_root=root,
        concurrency=1,
    )
    begun = monotonic()
    try:
        outcome = fetcher.fetch(_claim(feed))
    finally:
        fetcher.close()
    shown = without_secrets(feed.url)
    checked = Checked(place=shown, took_ms=round(1000 * (monotonic() - begun)))
    if isinstance(outcome, Failed):
        return replace(checked, failed=outcome)
    assert isinstance(outcome, Document)  # nothing was named that it could be unchanged against
    checked = replace(checked, size=len(outcome.body), moved_to=without_secrets(outcome.moved_to or ""))
    workers = Workers(settings.rules if settings else RuleSet(), processes=1)
    try:
        answer = workers.refine(
            Job(
                source=_source(feed),
                body=outcome.body,
                url=outcome.url,
                content_type=outcome.content_type,
                keep_raw=False,
                items_limit=limits.items_per_poll,
            )
        )
    finally:
        workers.close()
    return (
        replace(checked, refined=answer) if isinstance(answer, Refined) else replace(checked, failed=answer)
    )


def _settings(session: Session) -> "Settings | None":
    """The configuration; None where there is none, for checking a feed needs none."""
    try:
        session.settings_path  # noqa: B018  it is looked for here, and read below
    except ConfigError:
        if session.config is not None:
            raise
        return None
    return session.settings


def _network(settings: "Settings | None") -> "tuple[Network, Limits]":
    from feedwatch.config.settings import Limits, Network

    return (settings.network, settings.limits) if settings else (Network(), Limits())


def _feed(place: str, settings: "Settings | None") -> tuple[Feed, Path | None]:
    """The feed, and the folder below which it may be a file."""
    root = settings.local.root if settings else None
    for feed in settings.feeds if settings else ():
        if feed.name == place:
            return feed, root
    path = Path(place)
    if "://" not in place and not place.lower().startswith(("file:", "feed:")):
        if not path.exists():
            raise _unknown(place, settings)
        return Feed(name=path.name, url=place, address=f"file:{quote(path.name)}"), path.absolute().parent
    return Feed(name="feed", url=place, address=place), root


def _unknown(place: str, settings: "Settings | None") -> UsageError:
    missing = f"there is no file {place[:200]}"
    if Path(place).name != place:  # no feed is named so
        return UsageError(missing)
    if settings is None:
        return UsageError(f"{missing}, and no configuration that could name a feed so")
    return UsageError(f"{missing}, and {unknown_feed(place, [feed.name for feed in settings.feeds])}")


def _claim(feed: Feed) -> Claim:
    return Claim(
        source=_source(feed), address=feed.address, headers=feed.headers, auth=feed.auth, proxy=feed.proxy
    )


def _source(feed: Feed) -> Source:
    base = without_secrets(feed.url)
    tags: Sequence[str] = feed.tags
    return Source(0, feed.name, base, feed.outlet, feed.timezone, feed.language, tuple(tags))
