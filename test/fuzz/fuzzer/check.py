"""Does a program behave the same in parallel? With the parts of test/equal.py.

In: a Program and a Toolchain. Out: an Outcome: equal, or what went wrong, and which loops were refused and why.
"""

import os
import re
import subprocess
import sys
import types

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
import equal  # noqa: E402  (the program next to this folder)

STANDARDS = ("c++17", "c++20")
QUIET = ["-Wall", "-Wextra", "-Wno-unused", "-Wno-parentheses", "-Wno-unknown-attributes", "-Wno-attributes",
         "-Wno-tautological-compare"]
REFUSAL = re.compile(r"\[paraloop-([a-z-]+)\]$")
PLACE = re.compile(r"^(\S+?):(\d+):\d+: (error|note): (.*)$", re.MULTILINE)
BAD = ("differs", "hangs", "does not compile", "warns", "tool crashes", "tool fails")


class Outcome:
    """`kind` is equal, refused (all loops), invalid (the program itself is wrong) or one of BAD.
    `refusals` are triples: a loop, the ids that the tool gave for it, its messages."""

    def __init__(self, kind, detail="", refusals=()):
        self.kind = kind
        self.detail = detail
        self.refusals = list(refusals)

    def signature(self):
        """What must stay the same while the program is made smaller."""
        if self.kind not in ("does not compile", "warns", "tool fails"):
            return self.kind
        errors = re.findall(r"(?:error|warning): (.*)", self.detail)
        return self.kind + ": " + re.sub(r"'[^']*'|\d+", "_", errors[0] if errors else "")


class Toolchain:
    """Where the tool, the runtime and the compilers are; keeps precompiled headers in a folder."""

    def __init__(self, options, folder):
        self.options = options
        self.folder = folder
        self.show = os.path.join(os.path.dirname(equal.__file__), "programs", "Inputs")
        self.prepared = {}

    def flags(self, standard):
        return [f"-std={standard}", "-I", self.options.include, "-iquote", self.show, "-I", self.folder]

    def prepare(self, compilers, headers):
        """Precompiles the headers for each standard, and compiles support.cpp, once for all programs."""
        os.makedirs(self.folder, exist_ok=True)
        support = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "Inputs", "support.cpp")
        equal.call([self.options.gxx, "-std=c++17", "-O1", "-c", support, "-o", self.support()],
                   "compiling support.cpp")
        for standard in STANDARDS:
            with open(self.prelude(standard), "w", encoding="utf-8") as file:
                file.write("".join(f"#include <{name}>\n" for name in headers)
                           + '#include "show.h"\n#include <paraloop/paraloop.h>\n')
            for compiler in compilers:
                target = self.prelude(standard) + (".pch" if "clang" in compiler else ".gch")
                equal.call([compiler, *self.flags(standard), *self.level(compiler), "-x", "c++-header",
                            self.prelude(standard), "-o", target], "precompiling the headers")

    def prelude(self, standard):
        return os.path.join(self.folder, f"prelude-{standard}.h")

    def support(self):
        return os.path.join(self.folder, "support.o")

    def level(self, compiler):
        """Clang's builds are quick, and give variables that the program forgets to initialise always the same value;
        those of g++ are optimised."""
        return ["-O0", "-ftrivial-auto-var-init=pattern"] if "clang" in compiler else ["-O1"]

    def precompiled(self, compiler, standard):
        prelude = self.prelude(standard)
        return ["-include-pch", prelude + ".pch"] if "clang" in compiler else ["-include", prelude]

    def compile(self, compiler, standard, source, program):
        """Returns the finished compiler run."""
        library = self.options.faults or self.options.library
        command = [compiler, *self.flags(standard), *self.level(compiler), *QUIET,
                   *self.precompiled(compiler, standard), source, self.support(), library, "-o", program]
        if "clang" in compiler and self.options.lld:
            command.append("-fuse-ld=lld")
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace")

    def rewrite(self, standard, source, rewritten):
        """Returns the finished run of the tool: with precompiled headers, and without if it fails otherwise than by
        refusing, because that is what most users have."""
        command = [self.options.tool, source, "-o", rewritten, "--", *self.flags(standard), "-w"]
        for extra in (self.level("clang") + self.precompiled("clang", standard), []):
            done = subprocess.run([*command, *extra], stdin=subprocess.DEVNULL, capture_output=True, text=True,
                                  errors="replace", timeout=60, preexec_fn=equal.no_core_file)
            if done.returncode in (0, 1):
                break
        return done


def check(program, toolchain, compiler, trouble):
    """Runs everything for one program in the current folder. `trouble` is the value of FUZZ_TROUBLE."""
    refusals, failure = rewrite_what_can_be(program, toolchain)
    if not failure and not any(loop.annotated() for loop in program.loops):
        return Outcome("refused", "", refusals)
    built = toolchain.compile(compiler, program.standard, "program.cpp", "./sequential")
    if built.returncode != 0:
        return Outcome("invalid", built.stderr)
    if failure:
        return failure
    parallel = toolchain.compile(compiler, program.standard, "rewritten.cpp", "./parallel")
    if parallel.returncode != 0:
        return Outcome("does not compile", parallel.stderr, refusals)
    if parallel.stderr and not built.stderr:
        return Outcome("warns", parallel.stderr, refusals)
    outcome = compare_runs(toolchain, trouble)
    outcome.refusals = refusals
    return outcome


def rewrite_what_can_be(program, toolchain):
    """Runs the tool until it accepts what is left; refused loops lose their annotation, and get it back at the end of
    the caller's check. Returns the refusals, and an Outcome if the tool itself failed."""
    refusals = []
    while any(loop.annotated() for loop in program.loops):
        with open("program.cpp", "w", encoding="utf-8") as file:
            file.write(program.text())
        try:
            done = toolchain.rewrite(program.standard, "program.cpp", "rewritten.cpp")
        except subprocess.TimeoutExpired:
            return refusals, Outcome("tool crashes", "the tool does not end", refusals)
        if done.returncode == 0:
            return refusals, None
        if done.returncode != 1:
            return refusals, Outcome("tool crashes", f"status {done.returncode}\n{done.stderr}", refusals)
        refused = refused_loops(program, done.stderr)
        if not refused:
            return refusals, Outcome("tool fails", done.stderr, refusals)
        for loop, ids in refused:
            refusals.append((loop, ids, done.stderr))
            loop.annotation.choice = 0
    return refusals, None


def refused_loops(program, messages):
    """Pairs of a loop and ids. A message outside of all loops belongs to the loop that its notes name, else to the
    first one that is left."""
    found, current = {}, None
    lines = {loop: program.lines_of(loop) for loop in program.loops if loop.annotated()}
    for path, line, level, message in PLACE.findall(messages):
        inside = [loop for loop, range_ in lines.items() if range_ and range_[0] <= int(line) <= range_[1]
                  and path.endswith("program.cpp")]
        refusal = REFUSAL.search(message)
        if level == "error" and refusal:
            current = refusal.group(1)
        if inside and current:
            found.setdefault(inside[0], []).append(current)
            current = None
    if not found and current and lines:
        found[next(iter(lines))] = [current]
    return list(found.items())


def run_settings(trouble):
    """The settings of all runs of a rewritten program."""
    base = {"PARALOOP_FORCE": "1", "FUZZ_TROUBLE": trouble}
    for count in equal.PROCESS_COUNTS:
        yield f"{count} processes", {**base, "PARALOOP_NUM_PROCESSES": str(count)}
    yield "natively", {"PARALOOP_DISABLE": "1"}


def compare_runs(toolchain, trouble):
    """Runs both programs and compares what they print and how they end."""
    options = types.SimpleNamespace(args=[], stdin=os.devnull, timeout=toolchain.options.timeout)
    try:
        expected = equal.run("./sequential", options, {})
        merged = equal.run("./sequential", options, {}, merged=True)
    except equal.Failure as failure:
        return Outcome("invalid", str(failure))
    try:
        for where, settings in run_settings(trouble):
            equal.compare(expected, equal.run("./parallel", options, settings), where)
        settings = {"PARALOOP_FORCE": "1", "PARALOOP_NUM_PROCESSES": "3", "FUZZ_TROUBLE": trouble}
        equal.compare(merged, equal.run("./parallel", options, settings, merged=True), "both streams in one")
    except equal.Failure as failure:
        return Outcome("hangs" if "no end after" in str(failure) else "differs", str(failure))
    return Outcome("equal")


def well_defined(program, toolchain):
    """Why a difference may be the program's own fault: what sanitizers say, or outputs that depend on the compiler."""
    with open("program.cpp", "w", encoding="utf-8") as file:
        file.write(program.text())
    options = types.SimpleNamespace(args=[], stdin=os.devnull, timeout=toolchain.options.timeout)
    outputs = []
    for compiler, flags in ((toolchain.options.clangxx, ["-O0", "-ftrivial-auto-var-init=pattern"]),
                            (toolchain.options.clangxx, ["-O1", "-ftrivial-auto-var-init=zero"]),
                            (toolchain.options.gxx, ["-O0", "-fsanitize=address,undefined", "-D_GLIBCXX_DEBUG",
                                                     "-fno-sanitize-recover=undefined"])):
        done = subprocess.run([compiler, *toolchain.flags(program.standard), *flags, "-w", "program.cpp",
                toolchain.support(),
                               toolchain.options.library, "-o", "./checked"], capture_output=True, text=True)
        if done.returncode != 0:
            return done.stderr
        try:
            outputs.append(equal.run("./checked", options, {"ASAN_OPTIONS": "detect_leaks=0"}))
        except equal.Failure as failure:
            return str(failure)
    if outputs[0] != outputs[1] or outputs[0] != outputs[2]:
        return "outputs of builds differ: " + outputs[2][1].decode(errors="replace")[:2000]
    return ""
