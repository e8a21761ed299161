"""Everything hostile: each case of the catalogue of faults, an address corpus, mutation fuzzing, a crowd.

    python bench/hostile.py                          every case of groups N R H E X F W T: a line each, totals
    python bench/hostile.py --only N10,R*            some of them
    python bench/hostile.py addresses                addresses that must not be dialled, with canaries listening
    python bench/hostile.py fuzz --inputs N --seed S parse + clean of bent documents
    python bench/hostile.py crowd [--feeds 1000]     good feeds beside hostile ones, and without them

A case's line has its id as `figure` and 1 as `value` when it came out as asked.
"""

# ruff: noqa: E501  hostile text is easier to read on one line

import argparse
import sys
import time
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from common import PROJECT, figure, say, shared


def addresses(options: argparse.Namespace) -> int:
    """Polls the address corpus, and tries the allow-list."""
    import hostile_addresses

    begun = time.monotonic()
    total, wrong, accepted, heard = hostile_addresses.refuse_all()
    for line in wrong:
        say(line)
    params = {"urls": total, "canaries": heard, "seconds": round(time.monotonic() - begun, 1)}
    figure("addresses_accepted", len(accepted), "connections", 0, accepted=accepted[:10], **params)
    figure("addresses_not_refused", len(wrong), "URLs", 0, wrong=wrong[:10])
    lenient = hostile_addresses.allow_list()
    figure(
        "allow_list_not_honoured",
        len(lenient),
        "fetches",
        0,
        of=3 * len(hostile_addresses.ALLOWED),
        wrong=lenient,
    )
    return 0


def crowd(options: argparse.Namespace) -> int:
    """Polls good feeds without and with hostile ones, in turns: without, with, with, without, …"""
    from hostile_crowd import Run, good_feeds, hostile_feeds, run

    found: dict[str, list[Run]] = {"without": [], "with": []}
    with good_feeds(options.feeds) as good, hostile_feeds() as bad:
        run(good[:100], bad)  # the machine's caches, the interpreter's imports
        for number in range(2 * options.runs):
            name = ("without", "with", "with", "without")[number % 4]
            done = run(good, bad if name == "with" else [])
            found[name].append(done)
            figure(
                f"crowd_p99_{name}", done.at(0.99), "s", None, run=number, feeds=len(good), hostile=len(done.hostile),
                p50=done.at(0.5), last_good=done.at(1), all_done=done.total, parent_cpu_s=done.parent_cpu_s,
                workers_cpu_s=done.workers_cpu_s, parent_mb=done.parent_mb, worker_mb=done.workers_mb, outcomes=done.hostile,
            )  # fmt: skip

    def middle(name: str, value: Callable[[Run], float]) -> float:
        return median(value(done) for done in found[name])

    p99 = {name: middle(name, lambda done: done.at(0.99)) for name in found}
    pairs = [round(b.at(0.99) / a.at(0.99), 3) for a, b in zip(found["without"], found["with"], strict=True)]
    figure(
        "crowd_p99_ratio",
        round(p99["with"] / p99["without"], 3),
        "with / without",
        1.05,
        medians=p99,
        pairs=pairs,
    )
    for process in ("parent", "workers"):
        cpu = {name: middle(name, lambda done: getattr(done, f"{process}_cpu_s")) for name in found}  # noqa: B023
        figure(f"crowd_hostile_cpu_{process}", round(cpu["with"] - cpu["without"], 2), "s", None, medians=cpu)
    figure("crowd_daemon_peak", max(done.parent_mb for done in found["with"]), "MB", 256)
    figure("crowd_worker_peak", max(done.workers_mb for done in found["with"]), "MB", 512)
    return 0


CATALOGUE = Path(__file__).parent / "hostile_catalogue.tsv"


def fuzz(options: argparse.Namespace) -> int:
    """Fuzzes, and prints the rate and what was found."""
    import hostile_fuzz

    corpus = shared()
    paths = [corpus / "corpus/feeds.tar.xz"] if corpus else []
    seeds = hostile_fuzz.seeds_of([*paths, PROJECT / "tests/feeds"])
    say(f"{len(seeds)} seeds, {sum(map(len, seeds)) / len(seeds):.0f} bytes each")
    begun = time.monotonic()
    findings, outcomes, slowest, peak = [], hostile_fuzz.Counter(), 0.0, 0
    for first in range(options.first, options.first + options.inputs, 10_000):
        count = min(10_000, options.first + options.inputs - first)
        part = hostile_fuzz.fuzz(seeds, seed=options.seed, first=first, count=count, deadline_s=15)
        findings += part[0]
        outcomes += part[1]
        slowest, peak = max(slowest, part[2]), max(peak, part[3])
        for finding in part[0]:
            say(f"seed {options.seed}, input {finding.number}: {finding.law}: {finding.detail}")
        say(
            f"{first + count} inputs, {time.monotonic() - begun:.0f} s, {len(findings)} findings, slowest {slowest:.2f} s"
        )
    params = {"seed": options.seed, "inputs": options.inputs, "seeds": len(seeds), "outcomes": dict(outcomes)}
    kinds = hostile_fuzz.Counter(finding.law for finding in findings)
    figure(
        "fuzz_uncaught_exceptions",
        kinds["exception"] + kinds["crash"] + kinds["border"],
        "inputs",
        0,
        **params,
    )
    figure("fuzz_over_deadline", kinds["deadline"], "inputs", 0, slowest_s=round(slowest, 2))
    figure(
        "fuzz_laws_broken",
        kinds["character"] + kinds["markup"] + kinds["link"],
        "inputs",
        0,
        kinds=dict(kinds),
    )
    figure(
        "fuzz_rate",
        round(options.inputs / (time.monotonic() - begun), 1),
        "inputs/s",
        None,
        peak_mb=peak // 1024,
    )
    return 0


def cases(options: argparse.Namespace) -> int:
    """Runs the cases that are asked for, and prints a line each and the totals."""
    import hostile_addresses  # noqa: F401
    import hostile_documents  # noqa: F401  each registers its cases
    import hostile_floods  # noqa: F401
    import hostile_network  # noqa: F401
    from hostile_stage import CASES, Memory, NotAsAskedError, SkippedError, stage

    rows = (line.split("\t") for line in CATALOGUE.read_text(encoding="utf-8").splitlines())
    wanted = [row for row in rows if _is_wanted(row[0], options.only)]
    memory = Memory()
    crashes, wrong, skipped, hangs, peaks = 0, [], {}, 0, (0.0, 0.0)
    with stage() as scene:
        for number, fault, asked in wanted:
            scene.hangs, scene.slowest_s = 0, 0.0
            memory.begin()
            begun, ok = time.monotonic(), False
            try:
                outcome, ok = CASES[number](scene), True
            except SkippedError as reason:
                outcome = skipped[number] = f"skipped: {reason}"
            except (NotAsAskedError, AssertionError) as error:
                outcome = f"not as asked: {error}"
            except Exception as error:  # noqa: BLE001  the crash is the result
                outcome = f"crash: {type(error).__name__}: {error}"
                crashes += 1
            own, workers = memory.own_mb(), memory.workers_mb()
            peaks = max(peaks[0], own), max(peaks[1], workers)
            hangs += scene.hangs
            if not ok and number not in skipped:
                wrong.append(number)
            figure(
                number, int(ok), "case", 1, fault=fault, must=asked, outcome=outcome[:600],
                seconds=round(time.monotonic() - begun, 2), slowest_step_s=round(scene.slowest_s, 2),
                peak_mb=round(own), worker_peak_mb=round(workers), ok=ok,
            )  # fmt: skip
    memory.close()
    figure("hostile_cases", len(wanted), "cases")
    figure("hostile_crashes", crashes, "cases", 0)
    figure("hostile_hangs", hangs, "steps over deadline + 1 s", 0)
    figure(
        "hostile_daemon_peak",
        round(peaks[0]),
        "MB",
        256,
        note="this process: fetcher, recorder and the publisher that attacks them",
    )
    figure("hostile_worker_peak", round(peaks[1]), "MB", 512)
    figure("hostile_not_as_asked", len(wrong), "cases", 0, cases=wrong)
    figure("hostile_skipped", len(skipped), "cases", None, cases=skipped)
    return 0


def _is_wanted(number: str, only: str) -> bool:
    return not only or any(fnmatch(number, pattern) for pattern in only.split(","))


def main() -> int:
    """Reads the command line and runs what it asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("part", nargs="?", default="cases", choices=["cases", "addresses", "fuzz", "crowd"])
    parser.add_argument("--only", default="", help="ids of cases, with * at the end of some")
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="number of the first input")
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    if options.part == "fuzz":
        return fuzz(options)
    if options.part == "crowd":
        return crowd(options)
    if options.part == "addresses":
        return addresses(options)
    return cases(options)


if __name__ == "__main__":
    sys.exit(main())
