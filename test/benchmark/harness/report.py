"""The tables: text for people, JSON for programs."""
import json
import statistics

import goals
from measure import BUSY


def quartiles(values):
    if len(values) < 3:
        return min(values), max(values)
    low, _, high = statistics.quantiles(values, n=4, method="inclusive")
    return low, high


def base(case):
    return "sequential" if "sequential" in case.ways else case.ways[-1]


def rows(cases, times):
    """A dictionary for each case and way: medians, and the speed-up against the sequential loop with its quartiles."""
    for case in cases:
        for way in case.ways:
            speed = goals.ratios(times.loop, case.name, base(case), way)
            low, high = quartiles(speed)
            yield {"case": case.name, "way": way, "seconds": statistics.median(times.loop[case.name][way]),
                   "process_seconds": statistics.median(times.process[case.name][way]),
                   "processor_seconds": statistics.median(times.work[case.name][way]),
                   "others": statistics.median(times.others[case.name][way]),
                   "speed_up": statistics.median(speed), "low": low, "high": high,
                   "all_seconds": times.loop[case.name][way]}


def text(cases, times, facts):
    lines = [f"{name}: {value}" for name, value in facts.items()]
    lines += ["", "Seconds of the loop (medians); speed-up against the sequential loop of the same round: median, quartiles;",
              "cpu s: processor time of the process and its children; others: the machine's share that other programs took.",
              "", f"{'case':24} {'way':16} {'loop s':>10} {'process s':>10} {'cpu s':>8} {'speed-up':>9}  {'quartiles':12} others"]
    last = None
    for row in rows(cases, times):
        shown = row["case"] if row["case"] != last else ""
        last = row["case"]
        lines.append(f"{shown:24} {row['way']:16} {row['seconds']:10.4f} {row['process_seconds']:10.4f} {row['processor_seconds']:8.3f} "
                     f"{row['speed_up']:9.2f}  {row['low']:.2f}..{row['high']:.2f}".ljust(98) + f"{row['others']:4.0%}")
    for case in cases:
        lines += [f"{case.name}: {way}: {why}" for way, why in case.absent.items()]
    if any(row["others"] > BUSY for row in rows(cases, times)):
        lines += ["", f"Other programs took more than {BUSY:.0%} of the machine in some rows: no goal is judged by those."]
    return "\n".join(lines + [""] + goal_lines(times)) + "\n"


def verdict(times, case, is_met):
    if any(statistics.median(shares) > BUSY for shares in times.others[case].values()):
        return "disturbed"
    return "met" if is_met else "MISSED"


def goal_lines(times):
    lines = [f"{'goal':82} {'case':16} {'compared with':16} {'bound':>6} {'ratio':>6}"]
    for goal, case, other, bound, ratio in goals.verdicts(times.loop):
        lines.append(f"{goal:82} {case:16} {other:16} {bound:6.2f} {ratio:6.2f}  {verdict(times, case, ratio >= bound)}")
    for size, wanted in (("10mb", 2), ("1gb", 100)):
        if any(case.startswith(f"break_even_{size}_") for case in times.loop):
            found = goals.break_even(times.loop, size)
            shown = f"{found:.1f} ms" if found else "not within the measured lengths"
            lines.append(f"break-even in a process of {size}: {shown} of sequential work (goal: {wanted} ms)")
    return lines


def write(cases, times, facts, folder):
    """Writes results.txt and results.json into the folder, and returns the text."""
    folder.mkdir(parents=True, exist_ok=True)
    table = text(cases, times, facts)
    (folder / "results.txt").write_text(table)
    (folder / "results.json").write_text(json.dumps({**facts, "results": list(rows(cases, times))}, indent=1) + "\n")
    return table
