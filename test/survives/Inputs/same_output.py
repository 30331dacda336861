"""same_output.py [--native] EXPECTED COMMAND...: runs COMMAND with forced workers, compares stdout, stderr and status.

EXPECTED is a program (its own run is the measure). With --native the loop need not have run in workers. Fails if
anything is left behind: a process, a file in /dev/shm, or one in the folder for temporary files.
"""
import json
import os
import subprocess
import sys
import tempfile

words = sys.argv[1:]
native = words[0] == "--native"
if native:
    words = words[1:]
expected_program, command = words[0], words[1:]
expected = subprocess.run([expected_program], capture_output=True, timeout=60, check=False)
with tempfile.TemporaryDirectory() as folder:
    shared = sorted(os.listdir("/dev/shm")) if os.path.isdir("/dev/shm") else []
    report = os.path.join(folder, "report")
    scratch = os.path.join(folder, "tmp")
    os.mkdir(scratch)
    os.chmod(folder, 0o777)
    os.chmod(scratch, 0o777)
    settings = dict(os.environ, PARALOOP_FORCE="1", PARALOOP_NUM_PROCESSES="3", PARALOOP_REPORT=report, TMPDIR=scratch)
    # The program and all that it leaves behind hold the end of this pipe.
    held, end = os.pipe()
    os.set_inheritable(end, True)
    actual = subprocess.run(command, capture_output=True, env=settings, timeout=120, close_fds=False, check=False)
    os.close(end)
    os.set_blocking(held, False)
    try:
        os.read(held, 1)
    except BlockingIOError:
        sys.exit("a process is left behind")
    if os.listdir(scratch):
        sys.exit(f"files are left behind: {os.listdir(scratch)}")
    if os.path.isdir("/dev/shm") and sorted(os.listdir("/dev/shm")) != shared:
        sys.exit("files are left behind in /dev/shm")
    for name in ("stdout", "stderr", "returncode"):
        if getattr(expected, name) != getattr(actual, name):
            sys.exit(f"{name} differs: {getattr(expected, name)!r} sequentially, {getattr(actual, name)!r} here")
    if not native:
        with open(report, encoding="utf-8") as lines:
            for loop in map(json.loads, lines):
                if loop["iterations_in_workers"] == 0:
                    sys.exit(f"the loop ran natively: {loop['native']}")
