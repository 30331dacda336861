"""check_examples.py TOOL DOCUMENT FOLDER: tries the examples of docs/refusals.md.

Under each `### id`, the first ```cpp block must be refused with that id; a second one, the repair, must be accepted.
All examples go into one file. Where the tool stops early (a misspelt attribute is found before any loop is planned),
the rest is tried again.
"""
import re
import subprocess
import sys

import example_file

tool, document, folder = sys.argv[1:]
HEADERS = "algorithm cstdio cstdlib fstream iostream list map memory mutex random set string vector"


def run(name, blocks):
    """Returns (what the tool said, the examples' names by line)."""
    path = f"{folder}/{name}.cpp"
    owners = example_file.write(path, HEADERS, blocks)
    done = subprocess.run([tool, "--dry-run", path, "--", "-std=c++17"], capture_output=True, text=True)
    return done.stderr, owners


def errors_in(output):
    return re.findall(r"^[^\n]*\.cpp:(\d+):\d+: (?:fatal )?error: (.*?)(?: \[paraloop-([\w-]+)\])?$", output, re.M)


def check_refused(examples, problems):
    for attempt in range(len(examples)):
        output, owners = run(f"refused{attempt}", examples)
        seen = {}
        for line, message, found in errors_in(output):
            seen.setdefault(owners.get(int(line)), set()).add(found or message)
        problems.extend(f"{owner}: the example is refused for other reasons: {found}"
                        for owner, found in seen.items() if owner not in found)
        if not seen:
            problems.extend(f"{owner}: the example is not refused\n{output}" for owner, _ in examples)
            return
        examples = [each for each in examples if each[0] not in seen]
        if not examples:
            return


def main():
    with open(document, encoding="utf-8") as file:
        sections = re.findall(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", file.read(), re.M | re.S)
    refused, repaired, problems = [], [], []
    for name, section in sections:
        blocks = re.findall(r"^```cpp\n(.*?)^```", section, re.M | re.S)
        refused += [(name, blocks[0])] if blocks else []
        repaired += [(name, block) for block in blocks[1:]]
    check_refused(refused, problems)
    output, owners = run("repaired", repaired)
    problems += [f"{owners.get(int(line))}: the repair is not accepted: {message}" for line, message, _ in errors_in(output)]
    print("\n".join(problems))
    return 1 if problems or not refused else 0


sys.exit(main())
