"""set_user_id.py SEQUENTIAL PARALLEL: PARALLEL, as root's set-user-id program, started by somebody else.

Its output has to be SEQUENTIAL's, and it must not obey its environment: nobody gets it to write a report with root's
rights, to print progress, or to end because a setting makes no sense.
"""
import os
import shutil
import subprocess
import sys
import tempfile

sequential, parallel = sys.argv[1:]
nobody = 65534
expected = subprocess.run([sequential], capture_output=True, timeout=60, check=False)
# Where everybody may go, and set-user-id means something.
with tempfile.TemporaryDirectory() as folder:
    os.chmod(folder, 0o755)
    program = os.path.join(folder, "program")
    shutil.copy(parallel, program)
    os.chown(program, 0, 0)
    os.chmod(program, 0o4755)
    report = os.path.join(folder, "report")
    settings = dict(os.environ, PARALOOP_REPORT=report, PARALOOP_PROGRESS="1", PARALOOP_VERBOSE="1",
                    PARALOOP_NUM_PROCESSES="nonsense")
    command = ["setpriv", f"--reuid={nobody}", f"--regid={nobody}", "--clear-groups", program]
    actual = subprocess.run(command, capture_output=True, env=settings, timeout=120, check=False)
    for name in ("stdout", "stderr", "returncode"):
        wanted, got = getattr(expected, name), getattr(actual, name)
        if wanted != got:
            sys.exit(f"{name} differs:\n{wanted!r}\n{got!r}")
    if os.path.exists(report):
        sys.exit("the report was written")
    # The same program without the rights does obey.
    os.chmod(program, 0o755)
    plain = subprocess.run(command, capture_output=True, env=settings, timeout=120, check=False)
    if plain.returncode != 2:
        sys.exit(f"without set-user-id rights the bad setting is no error: {plain}")
