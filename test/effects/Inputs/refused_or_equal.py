"""refused_or_equal.py TOOL FILE OUTPUT: leaves out of FILE the programs that the tool refuses.

FILE holds what all programs share, and then programs, each under a line `// == name: refused or equal` or
`// == name: accepted`, with a function run(). What they share may
be an `#include "Inputs/..."`. Those that the tool accepts go to OUTPUT, each in a namespace of its own,
with a main() that runs them one after the other: whether that behaves equally is for equal.py to say. An accepted
program must not be refused.
"""
import os
import re
import subprocess
import sys

tool, source, output = sys.argv[1:]


def write(path, head, programs):
    """Returns the program's name by line."""
    text, owners = head, {}
    for number, (name, _, code) in enumerate(programs):
        first = text.count("\n") + 1
        text += f"namespace program{number} {{ // {name}\n{code}}}\n"
        owners.update((line, name) for line in range(first, text.count("\n") + 1))
    calls = "".join(f"  std::printf(\"\\n{name}\\n\");\n  program{number}::run();\n"
                    for number, (name, _, _) in enumerate(programs))
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{text}int main() {{\n{calls}}}\n")
    return owners


def dry_run():
    """Returns line and message of each error."""
    done = subprocess.run([tool, "--dry-run", output, "--", "-std=c++20"], capture_output=True, text=True, check=False)
    return [(int(line), message)
            for line, message in re.findall(r"\.cpp:(\d+):\d+: (?:fatal )?error: (.*)$", done.stderr, re.M)]


def with_inputs(head):
    """Puts the text of headers in their place: OUTPUT lies elsewhere."""
    def text_of(match):
        with open(os.path.join(os.path.dirname(source), match[1]), encoding="utf-8") as file:
            return file.read()
    return re.sub(r'^#include "(Inputs/.*)"$', text_of, head, flags=re.M)


def main():
    with open(source, encoding="utf-8") as file:
        text = file.read()
    head = with_inputs(text[:text.index("// == ")])
    programs = re.findall(r"^// == ([\w-]+): (accepted|refused or equal)\n(.*?)(?=^// ==|\Z)", text, re.M | re.S)
    if len(programs) != text.count("// == "):
        sys.exit(f"{source}: a line '// == ' is neither accepted nor refused or equal")
    owners = write(output, head, programs)
    errors = dry_run()
    refused, problems = set(), []
    if any(line not in owners for line, _ in errors):  # In what all programs share.
        for program in programs:
            write(output, head, [program])
            if dry_run():
                refused.add(program[0])
    for line, message in errors:
        name = owners.get(line)
        refused.add(name)
        if not re.search(r"\[paraloop-[\w-]+\]$", message):
            problems.append(f"{name}: {message}")
    problems += [f"{name}: refused, but should be accepted\n"
                 + "\n".join(text for line, text in errors if owners.get(line) == name)
                 for name, promise, _ in programs if promise == "accepted" and name in refused]
    write(output, head, [program for program in programs if program[0] not in refused])
    print("\n".join(problems))
    return 1 if problems or not programs else 0


sys.exit(main())
