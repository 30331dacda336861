"""The plots, as SVG: speed-ups of all cases, and of the loops around the break-even."""
import statistics

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "paraloop"  # else the same numbers give another file each time
from matplotlib import pyplot  # noqa: E402

import goals  # noqa: E402
from cases import THREADS  # noqa: E402


def speed_up(times, case, way):
    return statistics.median(goals.ratios(times.loop, case, "sequential", way))


def save(figure, path):
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)


def compare(cases, times, path):
    """Two bars a case: paraloop, and the best of OpenMP, oneTBB and std::execution::par."""
    shown = [case for case in cases if "tbb" in case.ways and case.name not in ("requests", "tiny_loops")]
    if not shown:
        return
    figure, axes = pyplot.subplots(figsize=(7, 0.35 * len(shown) + 1.2))
    for offset, label in ((-0.2, "paraloop"), (0.2, "best of OpenMP, oneTBB, std::execution::par")):
        speeds = [speed_up(times, case.name, label if label == "paraloop" else
                           goals.best(times.loop, case.name, [way for way in THREADS if way in case.ways]))
                  for case in shown]
        axes.barh([k + offset for k in range(len(shown))], speeds, 0.38, label=label)
    axes.set_yticks(range(len(shown)), [case.name for case in shown])
    axes.invert_yaxis()
    axes.axvline(1, color="black", linewidth=0.8)
    axes.set_xlabel("speed-up against the sequential loop")
    axes.legend(loc="upper center", bbox_to_anchor=(0.4, 1.0 + 1.2 / len(shown)), ncol=2, frameon=False)
    save(figure, path)


def break_even(times, path):
    """Speed-up by the length of the loop, forced and as the runtime decides."""
    figure, axes = pyplot.subplots(figsize=(7, 3.2))
    for size in ("10mb", "1gb"):
        names = [name for name in times.loop if name.startswith(f"break_even_{size}_")]
        if not names:
            continue
        for way, style in (("paraloop-forced", "--"), ("paraloop", "-")):
            points = sorted((statistics.median(times.loop[name]["sequential"]) * 1e3, speed_up(times, name, way))
                            for name in names if way in times.loop[name])
            axes.plot(*zip(*points), style, marker="o", label=f"{way}, {size.upper()}")
    axes.set_xscale("log")
    axes.axhline(1, color="black", linewidth=0.8)
    axes.set_xlabel("sequential time of the loop, ms")
    axes.set_ylabel("speed-up")
    axes.legend(frameon=False)
    save(figure, path)


def write(cases, times, folder):
    """Writes benchmark-cases.svg and benchmark-break-even.svg, as far as their cases were measured."""
    compare([case for case in cases if "sequential" in case.ways], times, folder / "benchmark-cases.svg")
    if any(name.startswith("break_even_") and "paraloop-forced" in ways for name, ways in times.loop.items()):
        break_even(times, folder / "benchmark-break-even.svg")
