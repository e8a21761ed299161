"""Real feedwatch processes for tests: a configuration in a folder, a daemon, commands beside it."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FEEDWATCH = [sys.executable, "-m", "feedwatch"]


_RESOLVER = """
import os, socket
asked = socket.getaddrinfo
def getaddrinfo(host, *args, **more):
    if os.path.exists({flag!r}) and str(host).endswith(".invalid"):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    return asked("127.0.0.1" if str(host).endswith(".invalid") else host, *args, **more)
socket.getaddrinfo = getaddrinfo
"""


class Folder:
    """A folder with a configuration and a database."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.config = path / "feedwatch.toml"
        self.database = path / "feedwatch.db"

    def configure(self, feeds: dict[str, str], *, interval: str = "10s", more: str = "") -> None:
        """Writes a configuration of feeds (name → address) that may be fetched from loopback."""
        head = f"""
            [storage]
            url = "sqlite:///feedwatch.db"
            [network]
            allow = ["127.0.0.0/8"]
            [defaults]
            interval = "{interval}"
            min_interval = "{interval}"
            max_interval = "{interval}"
            {more}
        """
        body = "".join(f'[[feeds]]\nname = "{name}"\nurl = "{url}"\n' for name, url in feeds.items())
        partial = self.config.with_suffix(".new")
        partial.write_text(head + body, encoding="utf-8")
        partial.replace(self.config)  # as editors do

    def no_resolver(self) -> dict[str, str]:
        """A part of the environment in which no name can be looked up as long as the file `no-resolver` lies
        in the folder, and every name means this machine without it: by Python's own hook at its start."""
        hook = self.path / "resolver"
        hook.mkdir(exist_ok=True)
        flag = self.path / "no-resolver"
        flag.touch()
        (hook / "sitecustomize.py").write_text(_RESOLVER.format(flag=str(flag)))
        return {"PYTHONPATH": os.pathsep.join([str(hook), os.environ.get("PYTHONPATH", "")])}

    def command(self, *args: str, timeout: float = 60) -> subprocess.CompletedProcess[str]:
        """Runs a command to its end."""
        return subprocess.run(
            [*FEEDWATCH, "-c", str(self.config), *args], capture_output=True, text=True, timeout=timeout
        )

    def json(self, *args: str) -> object:
        """What a reading command answers as JSON."""
        done = self.command(*args, "-f", "json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    @contextmanager
    def daemon(self, *args: str, **environment: str) -> Iterator["Daemon"]:
        """A running daemon, killed at the end if it still runs."""
        daemon = Daemon(self, args, environment)
        try:
            yield daemon
        finally:
            daemon.kill()


class Daemon:
    """A daemon's process, its log and what it tells systemd."""

    def __init__(self, folder: Folder, args: tuple[str, ...], environment: dict[str, str]) -> None:
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        address = folder.path / "notify"
        address.unlink(missing_ok=True)
        self._listener.bind(str(address))
        self._listener.setblocking(False)
        self.notices: list[str] = []
        self._log = folder.path / "log"
        with self._log.open("w") as log:
            self.process = subprocess.Popen(
                [*FEEDWATCH, "-c", str(folder.config), "run", *args],
                stderr=log,
                env={**os.environ, "NOTIFY_SOCKET": str(address), **environment},
            )

    @property
    def log(self) -> str:
        """Everything logged so far."""
        return self._log.read_text(encoding="utf-8")

    def heard(self, notice: str) -> bool:
        """Whether systemd was told something that begins so."""
        while True:
            try:
                self.notices += self._listener.recv(4096).decode().splitlines()
            except BlockingIOError:
                return any(told.startswith(notice) for told in self.notices)

    def wait_ready(self) -> None:
        """Waits until the daemon says that it is ready."""
        eventually(lambda: self.heard("READY=1"), self)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, float]:
        """Sends a signal and waits; the exit code, and the seconds it took."""
        begun = time.monotonic()
        self.process.send_signal(number)
        code = self.process.wait(timeout=30)
        return code, time.monotonic() - begun

    def kill(self) -> None:
        """kill -9, of the daemon and nothing else."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._listener.close()


def eventually(true: Callable[[], object], daemon: Daemon | None = None, *, within: float = 30) -> None:
    """Waits until something holds; fails with the daemon's log when it does not."""
    until = time.monotonic() + within
    while not true():
        log = daemon.log if daemon else ""
        assert time.monotonic() < until, f"not within {within} s\n{log}"
        assert daemon is None or daemon.process.poll() is None, f"the daemon has ended\n{log}"
        time.sleep(0.05)
