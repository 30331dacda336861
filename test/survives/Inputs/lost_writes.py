"""Runs programs with PARALOOP_CHECK=1 and 1, 2, 3 and 7 processes.

lost_writes.py PROGRAM ARGUMENT [TEXT]: with TEXT, the program ends with status 125 and TEXT on stderr; without, it ends
    as it does without workers.
lost_writes.py --same SEQUENTIAL PROGRAM...: all end as SEQUENTIAL does; the first with all these numbers, the others with 3.
"""
import os
import subprocess
import sys


def run(command, **settings):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PARALOOP_")}
    done = subprocess.run(command, env={**environment, **settings}, capture_output=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def checked(command, counts=(1, 2, 3, 7)):
    for count in counts:
        yield run(command, PARALOOP_CHECK="1", PARALOOP_NUM_PROCESSES=str(count))


def expect(what, good, outcome):
    if not good:
        sys.exit(f"{what}: {outcome}")


if sys.argv[1] == "--same":
    sequential = run(sys.argv[2:3])
    for program in sys.argv[3:]:
        for outcome in checked([program]) if program == sys.argv[3] else checked([program], [3]):
            expect(program, outcome == sequential, outcome)
elif len(sys.argv) == 3:
    alone = run(sys.argv[1:], PARALOOP_DISABLE="1")
    for outcome in checked(sys.argv[1:]):
        expect("no finding", outcome == alone and alone[0] == 0, outcome)
else:
    for outcome in checked(sys.argv[1:3]):
        expect("finding", outcome[0] == 125 and sys.argv[3].encode() in outcome[2], outcome)
