"""What a service manager passes in the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Service:
    """Where systemd listens, and how often it wants a sign of life; empty when started by hand."""

    notify_socket: str = ""
    watchdog_s: float | None = None


def service() -> Service:
    """The service manager's wishes, taken from NOTIFY_SOCKET and WATCHDOG_USEC."""
    usec = os.environ.get("WATCHDOG_USEC", "")
    return Service(
        notify_socket=os.environ.get("NOTIFY_SOCKET", ""),
        watchdog_s=int(usec) / 1_000_000 if usec.isdigit() else None,
    )
