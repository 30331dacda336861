"""in_cgroup.py CONTROLLER [--oom] FILE=VALUE... -- COMMAND...: runs COMMAND in a control group of its own (v1 or v2).

Exits with 77 if this machine doesn't let one be made; with --oom, with 76 if nothing was killed for lack of memory.
"""
import os
import subprocess
import sys
import time

controller = sys.argv[1]
split = sys.argv.index("--")
limits, command = [word for word in sys.argv[2:split] if word != "--oom"], sys.argv[split + 1:]
ROOT = "/sys/fs/cgroup"
parents = [f"{ROOT}/{controller}", ROOT]
group = ""
for parent in parents:
    try:
        group = f"{parent}/paraloop-test-{os.getpid()}"
        os.mkdir(group)
        if os.path.exists(f"{group}/cgroup.procs"):
            break
        os.rmdir(group)
    except OSError:
        pass
    group = ""
if not group:
    sys.exit(77)


def enter():
    with open(f"{group}/cgroup.procs", "w", encoding="ascii") as procs:
        procs.write(str(os.getpid()))


def killed():
    for name in ("memory.events", "memory.oom_control"):
        if os.path.exists(f"{group}/{name}"):
            with open(f"{group}/{name}", encoding="ascii") as lines:
                return any(line.startswith("oom_kill ") and line.split()[1] != "0" for line in lines)
    return False


try:
    set_any = False
    for limit in limits:
        name, value = limit.split("=")
        if os.path.exists(f"{group}/{name}"):
            with open(f"{group}/{name}", "w", encoding="ascii") as file:
                file.write(value)
            set_any = True
    status = subprocess.run(command, preexec_fn=enter, check=False).returncode if set_any else 77
    if status == 0 and "--oom" in sys.argv[:split] and not killed():
        status = 76
finally:
    for _ in range(100):
        try:
            os.rmdir(group)
            break
        except OSError:
            time.sleep(0.05)
sys.exit(status if status >= 0 else 128 - status)
