#!/usr/bin/env python3
"""Checks that a program behaves the same after paraloop has rewritten it.

Builds FILE as it is and rewritten, runs both, and compares stdout, stderr and exit status, byte for byte, for
1, 2, 3 and 7 processes, natively, and with stdout and stderr in one stream. Every annotated loop that runs must have
run in workers (PARALOOP_REPORT), unless --allow-native is given.

    equal.py FILE [--std=c++20] [--both] [--stdin FILE] [--args WORD...] [-- COMPILER FLAGS]
"""

import argparse
import difflib
import json
import os
import resource
import shutil
import subprocess
import sys

PROCESS_COUNTS = (1, 2, 3, 7)
WARNINGS = ["-Wall", "-Wextra", "-Werror"]


class Failure(Exception):
    """What differs or does not work, as text for people."""


def parse_arguments(words):
    flags = []
    if "--" in words:
        flags = words[words.index("--") + 1:]
        words = words[:words.index("--")]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source")
    for name in ("tool", "include", "library", "work"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--gxx", default="g++")
    parser.add_argument("--clangxx", default="clang++-19")
    parser.add_argument("--std", default="c++17")
    parser.add_argument("--both", action="store_true", help="with clang++ as well as g++")
    parser.add_argument("--allow-native", action="store_true", help="a loop need not run in workers")
    parser.add_argument("--stdin", default=os.devnull)
    parser.add_argument("--args", nargs="*", default=[], help="arguments of the program")
    parser.add_argument("--timeout", type=float, default=60, help="seconds for one run")
    options = parser.parse_args(words)
    options.flags = flags
    return options


def call(command, what):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True)
    if done.returncode != 0:
        raise Failure(f"{what} failed with {done.returncode}: {' '.join(command)}\n"
                      + (done.stdout + done.stderr).decode(errors="replace"))
    return done


def no_core_file():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(program, options, settings, merged=False):
    """Returns (stdout, stderr, status) of a run with the given PARALOOP_ settings."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PARALOOP_")}
    environment.update(settings)
    with open(options.stdin, "rb") as stdin:
        try:
            done = subprocess.run([program, *options.args], stdin=stdin, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT if merged else subprocess.PIPE,
                                  env=environment, timeout=options.timeout, preexec_fn=no_core_file)
        except subprocess.TimeoutExpired:
            raise Failure(f"no end after {options.timeout:g} s: {program} {settings}") from None
    return done.stdout, done.stderr or b"", done.returncode


def difference(what, expected, actual):
    if expected == actual:
        return ""
    if isinstance(expected, int):
        return f"{what}: {expected} sequentially, {actual} in parallel (a negative number is a signal)\n"
    lines = [text.decode(errors="backslashreplace").splitlines() for text in (expected, actual)]
    diff = list(difflib.unified_diff(*lines, "sequential", "parallel", lineterm=""))
    if not diff:
        diff = [repr(expected[-200:]), repr(actual[-200:])]
    return f"{what} differs:\n" + "\n".join(diff[:60]) + "\n"


def compare(expected, actual, where):
    text = "".join(difference(what, a, b)
                   for what, a, b in zip(("stdout", "stderr", "exit status"), expected, actual))
    if text:
        raise Failure(f"{where}: {text}")


def check_report(path, where):
    """Every loop that ran has run at least one iteration in a worker."""
    in_workers, reasons = {}, {}
    if os.path.exists(path):
        with open(path, encoding="utf-8") as lines:
            for loop in map(json.loads, lines):
                name = loop["loop"]
                in_workers[name] = in_workers.get(name, 0) + loop["iterations_in_workers"]
                reasons.setdefault(name, loop.get("native"))
    if not in_workers:
        raise Failure(f"{where}: no annotated loop has run at all (PARALOOP_REPORT is empty)")
    for name, iterations in in_workers.items():
        if iterations == 0:
            raise Failure(f"{where}: the loop at {name} ran natively ({reasons[name]}); "
                          "pass --allow-native if that is meant")


def parallel_runs(program, options, expected, merged, label):
    for count in PROCESS_COUNTS:
        report = f"{options.work}/report.{count}"
        settings = {"PARALOOP_FORCE": "1", "PARALOOP_NUM_PROCESSES": str(count), "PARALOOP_REPORT": report}
        where = f"{label}, {count} process{'es' if count > 1 else ''}"
        if os.path.exists(report):
            os.remove(report)
        compare(expected, run(program, options, settings), where)
        if not options.allow_native:
            check_report(report, where)
    settings = {"PARALOOP_FORCE": "1", "PARALOOP_NUM_PROCESSES": "3"}
    compare(merged, run(program, options, settings, merged=True), f"{label}, stdout and stderr in one stream")
    for first in (1, 2, 7):
        settings["PARALOOP_NATIVE_FIRST"] = str(first)
        compare(expected, run(program, options, settings), f"{label}, workers after {first} native iterations")
    compare(expected, run(program, options, {}), f"{label}, as it likes")
    compare(expected, run(program, options, {"PARALOOP_DISABLE": "1"}), f"{label}, PARALOOP_DISABLE=1")


def check(compiler, options):
    label = os.path.basename(compiler)
    folder = os.path.dirname(os.path.abspath(options.source))
    common = [f"-std={options.std}", "-O1", *WARNINGS, "-iquote", folder, "-I", options.include, *options.flags]
    ignored = "-Wno-unknown-attributes" if "clang" in label else "-Wno-attributes"
    sequential, parallel = f"{options.work}/sequential", f"{options.work}/parallel"
    rewritten = f"{options.work}/rewritten.cpp"
    libraries = [options.library, "-pthread"]
    call([compiler, *common, ignored, options.source, "-o", sequential, *libraries], "compiling the source")
    call([options.tool, options.source, "-o", rewritten, "--", f"-std={options.std}", *options.flags], "rewriting")
    call([compiler, *common, rewritten, "-o", parallel, *libraries], f"compiling the rewritten file with {label}")
    expected = run(sequential, options, {})
    merged = run(sequential, options, {}, merged=True)
    parallel_runs(parallel, options, expected, merged, label)


def main():
    options = parse_arguments(sys.argv[1:])
    shutil.rmtree(options.work, ignore_errors=True)
    os.makedirs(options.work)
    try:
        for compiler in [options.gxx] + ([options.clangxx] if options.both else []):
            check(compiler, options)
    except Failure as failure:
        print(f"{options.source}: not equal\n{failure}\nfiles: {options.work}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
