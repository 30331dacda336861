"""kill_workers.py SEQUENTIAL PARALLEL RUNS: kills workers of PARALLEL at random moments, and compares its output."""
import os
import random
import signal
import subprocess
import sys
import time


def children_of(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except FileNotFoundError:
        return []


sequential, parallel, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
expected = subprocess.run([sequential], capture_output=True, check=True).stdout
killed = 0
for seed in range(runs):
    chance = random.Random(seed)
    environment = dict(os.environ, PARALOOP_FORCE="1", PARALOOP_NUM_PROCESSES=str(chance.choice([1, 2, 3, 7])))
    program = subprocess.Popen([parallel], stdout=subprocess.PIPE, env=environment)
    for _ in range(chance.randint(1, 3)):
        time.sleep(chance.random() * 0.03)
        workers = children_of(program.pid)
        if workers:
            try:
                os.kill(chance.choice(workers), signal.SIGKILL)
                killed += 1
            except ProcessLookupError:
                pass
    output, _ = program.communicate(timeout=60)
    if output != expected or program.returncode != 0:
        sys.exit(f"seed {seed}: status {program.returncode}, output differs:\n{output.decode()}")
if killed < runs // 2:
    sys.exit(f"only {killed} workers were killed in {runs} runs; the test proves nothing")
