"""The cases: which program, on what, in which ways.

`arguments` are for measurements (about half a second sequentially on a machine of 2026), `small` for --smoke.
`{data}` stands for a folder of the case's own, which outlives the run.
"""
from dataclasses import dataclass, field

THREADS = ["openmp-static", "openmp-dynamic", "libomp-static", "libomp-dynamic", "tbb", "std"]
ALL = ["sequential", "paraloop", *THREADS, "fork"]


@dataclass
class Case:
    name: str
    arguments: str
    small: str
    ways: list = field(default_factory=lambda: list(ALL))
    program: str = ""  # the file in cases/; the case's name if empty
    absent: dict = field(default_factory=dict)  # way -> why it isn't there

    def __post_init__(self):
        self.program = self.program or self.name


def thin(cases):
    """Leaves of each case's ways the sequential one, paraloop's, and one other, in turn: what can be built in a minute."""
    for number, case in enumerate(cases):
        own = [way for way in case.ways if way == "sequential" or way.startswith("paraloop")]
        others = [way for way in case.ways if way not in own]
        case.ways = own + others[number % max(1, len(others)):][:1]


def sums():
    """Floating-point sums whose terms take about 2, 10, 50 and 200 ns."""
    return [Case(f"sum_{ns}ns", f"{n} {rounds}", f"20000 {rounds}", program="sum")
            for ns, n, rounds in ((2, 40_000_000, 2), (10, 20_000_000, 7), (50, 6_000_000, 20), (200, 2_000_000, 65))]


def break_even():
    """Loops of a length in milliseconds, in processes of 10 MB and of 1 GB; an iteration takes about 10 us."""
    ways = ["sequential", "paraloop", "paraloop-forced"]
    return [Case(f"break_even_{name}_{ms}ms", f"{megabytes} {int(ms * 100)}", "10 20", ways, "break_even")
            for name, megabytes, lengths in (("10mb", 10, (0.5, 1, 2, 3, 4, 6, 10, 20)),
                                             ("1gb", 1024, (25, 50, 100, 150, 200, 400)))
            for ms in lengths]


CASES = [
    Case("mandelbrot", "1500", "60"),
    Case("nbody", "2500 10", "100 2"),
    Case("black_scholes", "8000000", "2000"),
    Case("monte_carlo", "40000", "200"),
    Case("strings", "30000", "200"),
    Case("matmul", "700", "40"),
    Case("sparse", "300000 10", "500 2"),
    Case("histogram", "5000000", "20000"),
    *sums(),
    Case("word_count", "{data} 64 20000", "{data} 8 200"),
    Case("json_lines", "80000", "200"),
    Case("directory", "{data} 300 200000", "{data} 20 500"),
    Case("requests", "20 100", "6 5", [*ALL, "multiprocessing", "joblib"]),
    Case("skewed", "40000", "400"),
    Case("tiny_loops", "300 100", "10 100"),
    Case("tiny_loops_many", "1000000 100", "100 100", ["sequential", "paraloop"], "tiny_loops",
         {"others": "too slow: milliseconds a loop"}),
    Case("big_results", "100000000", "10000",
         [way for way in [*ALL, "paraloop-forced", "memcpy"] if "dynamic" not in way],
         absent={"OpenMP, dynamic": "too slow: it claims one element at a time"}),
    Case("string_map", "2000000 1000000 0", "2000 1000 0"),
    Case("string_map_1us", "2000000 1000000 250", "2000 1000 250", program="string_map"),
    Case("bare_fork", "300", "3", ["paraloop-forced", "bare"], absent={"others": "the loop is empty"}),
    *break_even(),
]
