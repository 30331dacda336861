"""on_terminal.py COMMAND...: runs a command on a terminal of its own and prints what it writes there."""
import os
import pty
import sys

os.environ["TERM"] = "xterm"  # A terminal that has colours, wherever the test runs.

sys.exit(pty.spawn(sys.argv[1:]) >> 8)
