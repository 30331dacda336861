"""apply_diff.py OLD DIFF NEW: applies a unified diff to OLD, checking every line of context, and writes NEW."""
import re
import sys

old = open(sys.argv[1], "rb").read().split(b"\n")
new, at = [], 0
for line in open(sys.argv[2], "rb").read().split(b"\n")[2:-1]:
    hunk = re.match(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@$", line)
    if hunk:
        first = int(hunk[1]) - (hunk[2] != b"0")
        new += old[at:first]
        at = first
        assert len(new) == int(hunk[3]) - (hunk[4] != b"0"), f"wrong position in the new file: {line}"
    elif line[:1] == b"+":
        new.append(line[1:])
    else:
        assert line[1:] == old[at], f"wrong line {at + 1}: {line}"
        at += 1
        new += [line[1:]] if line[:1] == b" " else []
open(sys.argv[3], "wb").write(b"\n".join(new + old[at:]))
