"""The goals, and whether a run of the harness met them. Each is a ratio of times of the same round, the median of all."""
import statistics

from cases import THREADS

OPENMP = [way for way in THREADS if "omp" in way or "openmp" in way]
DEFAULT = "openmp-static"  # what `#pragma omp parallel for` does without a schedule


def ratios(times, case, above, below):
    """Time of `above` divided by that of `below`, in every round."""
    return [a / b for a, b in zip(times[case][above], times[case][below])]


def best(times, case, ways):
    return min(ways, key=lambda way: statistics.median(times[case][way]))


# (goal, cases, ways that paraloop is compared with, bound of their time divided by paraloop's, paraloop's way)
SPEED = [
    ("CPU-bound, 50 ns or more, small results: of the best of OpenMP and TBB",
     ["mandelbrot", "nbody", "monte_carlo", "matmul"], [*OPENMP, "tbb"], 0.97),
    ("allocation-heavy, skewed: of OpenMP's default", ["strings", "skewed"], [DEFAULT], 1.0),
    ("floating-point sums, bit-exact, 10 ns and more: of OpenMP's inexact reduction",
     ["sum_10ns", "sum_50ns", "sum_200ns"], OPENMP, 0.93),
    ("20 requests of 100 ms: of sequential", ["requests"], ["sequential"], 18.0),
    ("20 requests of 100 ms: of joblib", ["requests"], ["joblib"], 1.0),
    ("20 requests of 100 ms: of a pool of Python processes", ["requests"], ["multiprocessing"], 1.0),
    ("Black-Scholes into plain vectors: of sequential", ["black_scholes"], ["sequential"], 1.5),
    ("Black-Scholes into plain vectors: of OpenMP", ["black_scholes"], OPENMP, 0.85),
    ("800 MB into a plain vector: of a plain memcpy", ["big_results"], ["memcpy"], 1 / 1.5),
    ("a map of 10^6 strings, nothing else: of sequential", ["string_map"], ["sequential"], 0.95),
    ("a map of 10^6 strings, 1 us of other work: of sequential", ["string_map_1us"], ["sequential"], 1.3),
    ("loops too small to pay: of sequential", ["tiny_loops_many"], ["sequential"], 0.98),
    ("an empty loop forced to fork: of bare fork, exit and wait", ["bare_fork"], ["bare"], 1 / 1.5),
]


def verdicts(times):
    """Yields (goal, case, compared way, bound, median ratio) for each goal whose cases were measured."""
    for goal, cases, ways, bound in SPEED:
        for case in cases:
            measured = times.get(case, {})
            own = "paraloop" if "paraloop" in measured else "paraloop-forced"
            others = [way for way in ways if way in measured]
            if own not in measured or not others:
                continue
            other = best(times, case, others)
            yield goal, case, other, bound, statistics.median(ratios(times, case, other, own))


def break_even(times, size):
    """Milliseconds of work from which forced workers win, on the line between two measured lengths; None if never."""
    points = sorted((statistics.median(times[case]["sequential"]) * 1e3,
                     statistics.median(ratios(times, case, "sequential", "paraloop-forced")))
                    for case in times if case.startswith(f"break_even_{size}_") and "paraloop-forced" in times[case])
    for (before, low), (after, high) in zip(points, points[1:]):
        if low < 1 <= high:
            return before + (after - before) * (1 - low) / (high - low)
    return None
