"""Runs the cases in rounds, and compares what the ways print.

In one round every way of every case runs once, and each round begins with another way, so that whatever else the
machine does meets all of them. Ratios are taken within a round.
"""
import os
import re
import resource
import subprocess
import sys
import time
from dataclasses import dataclass

from ways import command

BOUND = 1e-9  # of a floating-point sum, relative, where threads add in an order of their own


BUSY = 0.1  # share of the machine that other programs may take while a run counts as undisturbed


@dataclass
class Plan:
    """rounds: how many; small: the small inputs; patience: how often a disturbed run is repeated."""
    rounds: int
    small: bool
    patience: int


class Times:
    """All runs: loop, process, work and others [case][way] are lists with a number a round: seconds of the loop, seconds
    of the process, processor seconds of the process and its children, and the share of the machine that other programs
    took meanwhile."""

    def __init__(self):
        self.loop = {}
        self.process = {}
        self.work = {}
        self.others = {}

    def add(self, case, way, result):
        for name in ("loop", "process", "work", "others"):
            getattr(self, name).setdefault(case, {}).setdefault(way, []).append(getattr(result, name))


@dataclass
class Result:
    text: str
    loop: float
    process: float
    work: float
    others: float


def processor_seconds():
    """Returns (seconds of all processors since the start of the machine, seconds of our own children)."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, *interrupts = map(int, file.readline().split()[1:9])
    own = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK"), own.ru_utime + own.ru_stime


def run(tools, case, way, small):
    """Returns the Result of one run. Ends this program if it fails."""
    line, environment = command(tools, case, way, small)
    begin, (all_before, own_before) = time.monotonic(), processor_seconds()
    done = subprocess.run(line, env=environment, capture_output=True, text=True)
    process, (all_after, own_after) = time.monotonic() - begin, processor_seconds()
    loop = re.search(r"^seconds ([0-9.]+)$", done.stderr, re.M)
    if done.returncode != 0 or not loop:
        sys.exit(f"{' '.join(line)}\n{done.stdout}{done.stderr}benchmark: error: this ended with {done.returncode}")
    work = own_after - own_before
    others = max(0.0, all_after - all_before - work) / (process * os.cpu_count())
    return Result(done.stdout, float(loop.group(1)), process, work, others)


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


class Rounds:
    """Runs cases, and ends this program if a result differs."""

    def __init__(self, tools, plan):
        self.tools = tools
        self.plan = plan
        self.wanted = {}

    def run(self, case, way):
        result = run(self.tools, case, way, self.plan.small)
        wanted = self.wanted.setdefault(case.name, result.text)
        if not agrees(way, result.text, wanted):
            sys.exit(f"{case.name}: {way} differs\n{result.text}instead of\n{wanted}benchmark: error: wrong result")
        return result

    def least_disturbed(self, case, way):
        best = self.run(case, way)
        for _ in range(self.plan.patience):
            if best.others <= BUSY:
                break
            best = min(best, self.run(case, way), key=lambda result: result.others)
        return best


def measure(tools, cases, plan, tell):
    """Yields the Times so far after every round."""
    times = Times()
    rounds = Rounds(tools, plan)
    for case in cases:  # once without a stopwatch: for the page cache, and for the results
        for way in case.ways:
            rounds.run(case, way)
        tell(f"{case.name}: all ways agree")
    for number in range(plan.rounds):
        for case in cases:
            start = number % len(case.ways)
            for way in case.ways[start:] + case.ways[:start]:
                times.add(case.name, way, rounds.least_disturbed(case, way))
        tell(f"round {number + 1} of {plan.rounds} is done")
        yield times
