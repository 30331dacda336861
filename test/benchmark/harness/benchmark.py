"""Measures paraloop against what a user would pick instead. Called by `test/benchmark/run`.

In:  the cases of cases.py, in the ways of ways.py.
Out: results.txt, results.json and plots (SVG) in the output folder; the text also on stdout. Exit status 1 if a program
     doesn't build, fails, or prints another result than the sequential one. Never because of a time.
"""
import argparse
import os
import pathlib
import platform
import re
import subprocess
import sys
import time

import report
from cases import CASES, thin
from measure import Plan, measure
from ways import Toolchain, build


def arguments():
    parser = argparse.ArgumentParser(prog="run", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", default=".", metavar="REGEX", help="only cases whose name matches")
    parser.add_argument("--ways", default=".", metavar="REGEX", help="only these ways, and the sequential one")
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="how often each way of each case runs")
    parser.add_argument("--smoke", action="store_true",
                        help="small inputs, one round, one other way a case, no optimisation: does it work?")
    parser.add_argument("--patience", type=int, default=0, metavar="N",
                        help="repeat a run up to N times while other programs take more than a tenth of the machine")
    parser.add_argument("--output", type=pathlib.Path, metavar="DIR", help="for the results (BUILD/benchmark/results)")
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build"), help="paraloop's build folder")
    parser.add_argument("--compiler", default="g++", help="compiles all ways")
    parser.add_argument("--optimise", default="-O2", metavar="FLAGS", help="options for all ways")
    parser.add_argument("--work", type=pathlib.Path, metavar="DIR", help="for programs and inputs (BUILD/benchmark)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="compilers at a time")
    return parser.parse_args()


def chosen(options):
    cases = [case for case in CASES if re.search(options.cases, case.name)]
    for case in cases:
        case.ways = [way for way in case.ways if way == "sequential" or re.search(options.ways, way)]
    if not cases:
        sys.exit(f"benchmark: error: no case matches {options.cases}")
    if options.smoke and options.ways == ".":
        thin(cases)
    return cases


def bin_name(options):
    """One folder for each compiler and its options, because programs are built only once."""
    return "smoke" if options.smoke else re.sub(r"[^\w+-]+", "_", f"bin-{options.compiler}{options.optimise}")


def facts(tools, rounds):
    version = subprocess.run([tools.compiler, "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    return {"date": time.strftime("%Y-%m-%d"), "system": f"Linux {platform.release()}, {os.cpu_count()} processors",
            "compiler": f"{version}, {tools.optimise}", "rounds": rounds,
            "load before": " ".join(f"{load:.1f}" for load in os.getloadavg())}


def main():
    options = arguments()
    cases = chosen(options)
    work = options.work or options.build / "benchmark"
    tools = Toolchain(str(options.build.resolve() / "bin" / "paraloop-c++"), options.compiler,
                      "-O0" if options.smoke else options.optimise, (work / bin_name(options)).resolve())
    tell = lambda line: print(line, file=sys.stderr, flush=True)
    tell(f"building {len({case.program for case in cases})} programs in all ways")
    build(tools, cases, options.jobs)
    rounds = 1 if options.smoke else options.rounds
    known = facts(tools, rounds)
    folder = options.output or work / "results"
    for times in measure(tools, cases, Plan(rounds, options.smoke, options.patience), tell):
        known["load after"] = " ".join(f"{load:.1f}" for load in os.getloadavg())
        table = report.write(cases, times, known, folder)  # after each round, so that one may stop early
    print(table, end="")
    if not options.smoke:
        import plots  # only here: it needs matplotlib
        plots.write(cases, times, folder)


if __name__ == "__main__":
    main()
