#!/usr/bin/env python3
"""Takes the place of the tool: IN -o OUT -- FLAGS, with a defect that the environment names (FUZZ_STAND_IN)."""
import os
import sys

defect = os.environ["FUZZ_STAND_IN"]
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
if defect == "crash":
    os.abort()
if defect == "refuses":
    line = next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("[[paraloop"))
    sys.exit(f"{sys.argv[1]}:{line}:1: error: no [paraloop-carried]")
if defect == "differs":
    text = text.replace("int main() {", 'int main() {\nstd::puts("extra");')
if defect == "garbage":
    text += "}"
if defect == "hangs":
    text = text.replace("int main() {", 'int main() {\nwhile (std::getenv("PARALOOP_FORCE")) {}')
if defect == "warns":
    text += "static int warned(unsigned x) { return x < -1; }\nint caller = warned(1);\n"
with open(sys.argv[3], "w", encoding="utf-8") as file:
    file.write(text)
