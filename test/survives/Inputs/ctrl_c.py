"""ctrl_c.py PROGRAM: runs PROGRAM on a terminal of its own, types Ctrl-C, and looks at what is left."""
import os
import pty
import signal
import sys
import time

program = sys.argv[1]


def descendants(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


def alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def interrupt(mode):
    """Returns the end of the program (an exit status, or a negative signal) and what it printed."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(PARALOOP_FORCE="1")
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # background jobs ignore it
        os.execv(program, [program, mode])
    text = b""
    workers = []
    try:
        while piece := os.read(terminal, 4096):
            text += piece
            if not workers and b"ready" in text:
                workers = descendants(pid)
                os.write(terminal, b"\x03")
    except OSError:  # the terminal's end, on Linux
        pass
    status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    time.sleep(0.1)
    if not workers or any(alive(worker) for worker in workers):
        sys.exit(f"{mode}: workers were {workers}, and some are left: {text!r}")
    return status, text.replace(b"\r\n", b"\n").replace(b"^C", b"").decode().split("\n")[-2]


EXPECTED = {
    "default": (-signal.SIGINT, "ready"),
    "flag": (0, "stopped early, handler ran 1 times"),
    "exit": (5, "ready"),
    "ignored": (0, "all done, handler ran 0 times"),
}
for mode, expected in EXPECTED.items():
    actual = interrupt(mode)
    if actual != expected:
        sys.exit(f"{mode}: {actual} instead of {expected}")
