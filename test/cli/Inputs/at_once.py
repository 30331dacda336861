"""at_once.py TOOL FILE: rewrites FILE in place by four runs at once; exactly one text may come out."""
import subprocess
import sys

tool, path = sys.argv[1:]
before = open(path, "rb").read()
wanted = subprocess.run([tool, path], capture_output=True, check=True).stdout
for attempt in range(3):
    open(path, "wb").write(before)
    runs = [subprocess.Popen([tool, "-i", path], stderr=subprocess.PIPE) for _ in range(4)]
    for each in runs:
        message = each.communicate()[1].decode()
        assert each.returncode == 0 or "changed while paraloop was reading it" in message, message
    after = open(path, "rb").read()
    assert after == wanted, after
