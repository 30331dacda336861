"""check_refusals.py ROOT: compares tool/Refusals.def with docs/refusals.md and with the tests."""
import glob
import os
import re
import sys

# Guards: no source that compiles is known to lead there.
WITHOUT_TEST = {"cannot-edit"}

root = sys.argv[1]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


ids = re.findall(r'PARALOOP_REFUSAL\(\w+,\s*"([\w-]+)"', re.sub(r"//.*", "", read(f"{root}/tool/Refusals.def")))
sections = dict(re.findall(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", read(f"{root}/docs/refusals.md"), re.M | re.S))
tests = "".join(read(path) for stage in ("refusals", "annotation")
                for path in glob.glob(os.path.join(root, "test", stage, "*.*")))

problems = [f"docs/refusals.md explains '{known}', which is not in Refusals.def" for known in sections if known not in ids]
for each in ids:
    section = sections.get(each)
    if section is None:
        problems.append(f"'{each}' has no section in docs/refusals.md")
    elif section.count("```") < 4 and "Repair:" not in section:
        problems.append(f"the section of '{each}' lacks an example or its repair")
    if each not in WITHOUT_TEST and f"paraloop-{each}]" not in tests:
        problems.append(f"'{each}' has no test in test/refusals/ or test/annotation/")
print("\n".join(problems))
sys.exit(1 if problems or not ids else 0)
