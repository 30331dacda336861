"""check_roles.py TOOL DOCUMENT FOLDER: tries the examples of docs/roles.md.

A block that opens with ```cpp NAME is ROLE, NAME is ROLE must be accepted with these roles in its plan (a private
variable is in no plan); one that opens with ```cpp refused ID must be refused with that id and no other. All blocks of
a kind go into one file.
"""
import json
import re
import subprocess
import sys

import example_file

tool, document, folder = sys.argv[1:]
HEADERS = "cstdio cstdlib iostream list map memory random set string vector paraloop/paraloop.h"


def run(name, blocks, options):
    """Returns (the tool's result, the number of the block by line)."""
    path = f"{folder}/{name}.cpp"
    owners = example_file.write(path, HEADERS, [(number, code) for number, (_, code) in enumerate(blocks)])
    command = [tool, *options, path, "--", "-std=c++17"]
    return subprocess.run(command, capture_output=True, text=True, check=False), owners


def check_accepted(blocks):
    done, owners = run("accepted", blocks, ["--print=plan", "--format=json"])
    if done.returncode != 0:
        return [f"not accepted:\n{done.stderr}"]
    plans = {owners[plan["line"]]: plan for plan in json.loads(done.stdout)}
    problems = []
    for number, (promise, code) in enumerate(blocks):
        if number not in plans:
            problems.append(f"no loop has been planned in:\n{code}")
            continue
        roles = {variable["name"]: variable["role"] for variable in plans[number]["variables"]}
        for name, role in re.findall(r"([^,]+) is ([^,]+)", promise):
            found = roles.get(name.strip(), "private")
            if found != role.strip():
                problems.append(f"'{name.strip()}' is {found}, not {role.strip()}, in:\n{code}")
    return problems


def check_refused(blocks):
    done, owners = run("refused", blocks, ["--dry-run"])
    found = {number: set() for number in range(len(blocks))}
    for line, message, name in re.findall(r"\.cpp:(\d+):\d+: (?:fatal )?error: (.*?)(?: \[paraloop-([\w-]+)\])?$",
                                          done.stderr, re.M):
        found[owners[int(line)]].add(name or message)
    return [f"refused with {sorted(found[number]) or 'nothing'}, not with {promise}:\n{code}"
            for number, (promise, code) in enumerate(blocks) if found[number] != {promise}]


def main():
    with open(document, encoding="utf-8") as file:
        blocks = re.findall(r"^```cpp ([^\n]+)\n(.*?)^```", file.read(), re.M | re.S)
    refused = [(promise.removeprefix("refused "), code) for promise, code in blocks if promise.startswith("refused ")]
    accepted = [block for block in blocks if not block[0].startswith("refused ")]
    problems = check_accepted(accepted) + check_refused(refused)
    print("\n".join(problems))
    return 1 if problems or not refused or not accepted else 0


sys.exit(main())
