"""The ways: how a case's program is built and started in each.

Everything is compiled by one compiler with the same options, so that the ways differ in nothing else. The two OpenMP
libraries run the same object: LLVM's has the entry points of GCC's.
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent.parent
LIBOMP = "/usr/lib/llvm-19/lib"
SYSTEM_PYTHON = "/usr/bin/python3"  # the one that has joblib from apt-get


@dataclass
class Toolchain:
    driver: str  # paraloop-c++
    compiler: str
    optimise: str
    work: pathlib.Path

    def flags(self):
        return ["-std=c++17", *self.optimise.split(), "-Wall", "-Wextra", "-Wno-attributes", f"-I{HERE / 'ways'}"]


# way -> (macros and options to compile, options to link)
OPENMP = {schedule: ["-fopenmp", "-DWAY_OPENMP", f"-DSCHEDULE={schedule}"] for schedule in ("static", "dynamic")}
BUILDS = {
    "sequential": (["-DLOOP"], []),
    "paraloop": (["-DLOOP"], []),
    "openmp-static": (OPENMP["static"], ["-lgomp", "-pthread"]),
    "openmp-dynamic": (OPENMP["dynamic"], ["-lgomp", "-pthread"]),
    "libomp-static": (OPENMP["static"], [f"-L{LIBOMP}", f"-Wl,-rpath,{LIBOMP}", "-lomp", "-pthread"]),
    "libomp-dynamic": (OPENMP["dynamic"], [f"-L{LIBOMP}", f"-Wl,-rpath,{LIBOMP}", "-lomp", "-pthread"]),
    "tbb": (["-DWAY_TBB"], ["-ltbb"]),
    "std": (["-DWAY_STD"], ["-ltbb"]),
    "fork": (["-DWAY_FORK"], []),
    "memcpy": (["-DWAY_MEMCPY"], []),
    "bare": (["-DWAY_BARE"], []),
}
SAME_PROGRAM = {"paraloop-forced": "paraloop"}
PYTHON = {"multiprocessing", "joblib"}
ENVIRONMENT = {"paraloop-forced": {"PARALOOP_FORCE": "1"}}


def binary(tools, program, way):
    return tools.work / f"{program}.{SAME_PROGRAM.get(way, way)}"


def command(tools, case, way, small):
    """Returns (command line, environment) for one run of the case."""
    data = tools.work / ("data-small" if small else "data") / case.program
    arguments = (case.small if small else case.arguments).format(data=data).split()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PARALOOP_")}
    environment.update(ENVIRONMENT.get(way, {}))
    if way in PYTHON:
        return [SYSTEM_PYTHON, str(HERE / "cases" / f"{case.program}_{way}.py"), *arguments], environment
    return [str(binary(tools, case.program, way)), *arguments], environment


def compile_one(tools, program, way):
    macros, libraries = BUILDS[way]
    source = str(HERE / "cases" / f"{program}.cpp")
    target = binary(tools, program, way)
    compiler = tools.driver if way == "paraloop" else tools.compiler
    # In two steps, because -fopenmp at the link would bring GCC's library.
    steps = [[compiler, *tools.flags(), *macros, "-c", source, "-o", f"{target}.o"],
             [compiler, f"{target}.o", "-o", str(target), *libraries]]
    environment = {**os.environ, "PARALOOP_CXX": tools.compiler}
    for step in steps:
        done = subprocess.run(step, env=environment, capture_output=True, text=True)
        if done.returncode != 0 or done.stderr:
            return f"{' '.join(step)}\n{done.stdout}{done.stderr}benchmark: error: this command failed, or warned"
    return None


def is_fresh(tools, program, way):
    """Whether the binary is newer than all that it is made of."""
    made = binary(tools, program, way)
    sources = [HERE / "cases" / f"{program}.cpp", *(HERE / "ways").glob("*.h")]
    if way == "paraloop":
        build_folder = pathlib.Path(tools.driver).parent.parent
        sources += [*build_folder.glob("bin/paraloop*"), *build_folder.glob("lib/libparaloop.a")]
    return made.exists() and all(source.stat().st_mtime < made.stat().st_mtime for source in sources)


def build(tools, cases, jobs):
    """Builds every program of the cases in its ways; ends this program if one doesn't compile without a warning."""
    tools.work.mkdir(parents=True, exist_ok=True)
    wanted = sorted({(case.program, SAME_PROGRAM.get(way, way)) for case in cases for way in case.ways
                     if way not in PYTHON and not is_fresh(tools, case.program, SAME_PROGRAM.get(way, way))})
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for failure in pool.map(lambda job: compile_one(tools, *job), wanted):
            if failure:
                sys.exit(failure)
