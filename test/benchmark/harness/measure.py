"""Runs the cases in rounds, and compares what the ways print.

In one round every way of every case runs once, and each round begins with another way, so that whatever else the
machine does meets all of them. Ratios are taken within a round.
"""
import re
import subprocess
import sys
import time

from ways import command

BOUND = 1e-9  # of a floating-point sum, relative, where threads add in an order of their own


class Times:
    """All times of one run of the harness: loop[case][way] and process[case][way] are lists with a number a round."""

    def __init__(self):
        self.loop = {}
        self.process = {}

    def add(self, case, way, loop, process):
        self.loop.setdefault(case, {}).setdefault(way, []).append(loop)
        self.process.setdefault(case, {}).setdefault(way, []).append(process)


def run(tools, case, way, small):
    """Returns (what it printed, seconds of the loop, seconds of the process). Ends this program if it fails."""
    line, environment = command(tools, case, way, small)
    begin = time.monotonic()
    done = subprocess.run(line, env=environment, capture_output=True, text=True)
    process = time.monotonic() - begin
    loop = re.search(r"^seconds ([0-9.]+)$", done.stderr, re.M)
    if done.returncode != 0 or not loop:
        sys.exit(f"{' '.join(line)}\n{done.stdout}{done.stderr}benchmark: error: this ended with {done.returncode}")
    return done.stdout, float(loop.group(1)), process


def agrees(way, got, wanted):
    """Whether results are as close to those of the sequential program as the way promises; see bench.h."""
    if way.startswith("paraloop"):
        return got == wanted
    lines = [[line for line in text.splitlines() if not line.startswith("order ")] for text in (got, wanted)]
    return len(lines[0]) == len(lines[1]) and all(map(near, *lines))


def near(got, wanted):
    if got == wanted:
        return True
    kind, name, value = got.split()
    wanted_kind, wanted_name, wanted_value = wanted.split()
    return (kind == wanted_kind == "sum" and name == wanted_name
            and abs(float(value) - float(wanted_value)) <= BOUND * abs(float(wanted_value)))


def measure(tools, cases, rounds, small, tell):
    """Returns the Times of all rounds. Ends this program if results differ."""
    times = Times()
    wanted = {}
    for case in cases:  # once without a stopwatch: for the page cache, and for the results
        for way in case.ways:
            got = run(tools, case, way, small)[0]
            if not agrees(way, got, wanted.setdefault(case.name, got)):
                sys.exit(f"{case.name}: {way} differs\n{got}instead of\n{wanted[case.name]}benchmark: error: wrong result")
        tell(f"{case.name}: all ways agree")
    for number in range(rounds):
        for case in cases:
            start = number % len(case.ways)
            for way in case.ways[start:] + case.ways[:start]:
                got, loop, process = run(tools, case, way, small)
                if not agrees(way, got, wanted[case.name]):
                    sys.exit(f"{case.name}: {way} differs\n{got}instead of\n{wanted[case.name]}"
                             "benchmark: error: wrong result")
                times.add(case.name, way, loop, process)
        tell(f"round {number + 1} of {rounds} is done")
    return times
