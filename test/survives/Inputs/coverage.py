"""coverage.py COMPILER FOLDER FLAGS...: the loop's body is counted as often as the loop runs, whoever runs it."""
import os
import re
import subprocess
import sys

compiler, folder, flags = sys.argv[1], sys.argv[2], sys.argv[3:]
os.chdir(folder)
subprocess.run([compiler, "-std=c++17", "-O0", "--coverage", "rewritten.cpp", "-o", "covered", *flags], check=True)
settings = dict(os.environ, PARALOOP_FORCE="1", PARALOOP_NUM_PROCESSES="3")
subprocess.run(["./covered"], env=settings, check=True, capture_output=True)
gcov = os.path.join(os.path.dirname(compiler), "gcov") if os.path.dirname(compiler) else "gcov"
listing = subprocess.run([gcov, "--stdout", "covered-rewritten.gcno"], check=True, capture_output=True, text=True).stdout
counts = [int(found.group(1)) for found in re.finditer(r"^\s*(\d+)\*?:\s*\d+:.*std::sin\(i \+ k\)", listing, re.M)]
if sum(counts) != 400 * 500:
    sys.exit(f"the body was counted {counts}, not {400 * 500} times in all:\n" + listing[:3000])
