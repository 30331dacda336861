#!/usr/bin/env python3
"""Stands in for the rewriter in the tests of paraloop-c++.

In:  stand_in.py FILE -o OUT -- FLAGS
Out: FILE with [[paraloop]] taken out and `sequential` turned into `parallel`, after the #include of the runtime and a #line
     directive with its absolute path, as the rewriter writes them. The words of the call go to the
     file that STAND_IN_LOG names. A file with the word `refuse` is refused; one with `sleep` takes long.
"""
import os
import sys
import time

source, _, target = sys.argv[1:4]
with open(os.environ["STAND_IN_LOG"], "a") as log:
    log.write("\n".join(sys.argv[1:]) + "\n")
with open(source, encoding="latin-1", newline="") as file:
    text = file.read()
if "refuse" in text:
    sys.exit(f"{source}:1:1: error: refused")
if "sleep" in text:
    open(os.environ["STAND_IN_LOG"] + ".asleep", "w").close()
    time.sleep(10)
    open(os.environ["STAND_IN_LOG"] + ".slept", "w").close()
if "[[paraloop]]" in text or "PAR " in text:
    text = text.replace("[[paraloop]]", "").replace("PAR ", "").replace("sequential", "parallel")
    mark = "\xef\xbb\xbf" if text.startswith("\xef\xbb\xbf") else ""
    name = os.path.abspath(source).replace("\\", "\\\\").replace('"', '\\"')
    # Not really included, so that the tests of the compiler's words stay quick and its output short.
    include = f'#if 0\n#include <paraloop/paraloop.h>\n#line 1 "{name}"\n#endif\n'
    text = f'{mark}{include}#line 1 "{name}"\n{text[len(mark):]}'
with open(target, "w", encoding="latin-1", newline="") as file:
    file.write(text)
