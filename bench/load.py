"""A daemon that polls N feeds with latency at a short interval, through one advance and one restart.

    python bench/load.py [--feeds 200] [--latency 1] [--interval 10] [--seconds 60]

What is stored at the end must equal what was published; the restart in the middle must lose and repeat
nothing.
"""

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from common import figure
from crash import configuration, report, settle, start
from publisher import Publisher, serving


def main() -> None:
    """Runs the load and prints its figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--latency", type=float, default=1.0)
    parser.add_argument("--interval", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    publisher = Publisher(options.feeds, latency_s=options.latency)
    with tempfile.TemporaryDirectory() as name, serving(publisher) as base:
        folder = Path(name)
        config = configuration(folder, base, options.feeds, options.interval)
        begun = time.monotonic()
        daemon = start(folder, config)
        time.sleep(options.seconds / 2)
        publisher.advance()
        time.sleep(1.5)  # polls of the new round are in flight
        stopping = time.monotonic()
        daemon.send_signal(signal.SIGTERM)
        figure("exit code", daemon.wait(timeout=30), "code", 0)
        figure("time to stop", round(time.monotonic() - stopping, 2), "s", 2)
        daemon = start(folder, config)
        time.sleep(max(0.0, options.seconds - (time.monotonic() - begun)))
        settle(publisher, folder / "feedwatch.db", 15)
        daemon.send_signal(signal.SIGTERM)
        figure("exit code", daemon.wait(timeout=30), "code", 0)
        elapsed = time.monotonic() - begun
        due = options.feeds * elapsed // options.interval
        figure("polls", publisher.requests, "requests", due_at_this_interval=due)
        figure("not modified", publisher.not_modified, "requests")
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        figure("CPU of the daemon", round(used.ru_utime + used.ru_stime, 1), "s", wall=round(elapsed, 1))
        report(publisher, folder / "feedwatch.db")
        log = (folder / "log").read_text(encoding="utf-8")
        figure("tracebacks in the log", log.count("Traceback"), "tracebacks", 0)
    os._exit(0)  # the publisher's threads may still sleep


if __name__ == "__main__":
    main()
