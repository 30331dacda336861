"""apply_fixes.py FIXES: carries out the replacements of a YAML file as clang-apply-replacements does.

Reads just what LLVM's writer writes: one `key: value` a line, strings in quotes.
"""
import collections
import re
import sys


def unquoted(value):
    if value.startswith('"'):
        return value[1:-1].encode().decode("unicode_escape").encode("latin-1").decode()
    return value[1:-1].replace("''", "'") if value.startswith("'") else value


def main():
    edits = collections.defaultdict(set)
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read()
    pattern = r"- FilePath: +(.*)\n +Offset: +(\d+)\n +Length: +(\d+)\n +ReplacementText: +(.*)\n"
    for path, offset, length, replacement in re.findall(pattern, text):
        edits[unquoted(path)].add((int(offset), int(length), unquoted(replacement)))
    for path, replacements in edits.items():
        with open(path, "rb") as file:
            content = file.read()
        for offset, length, replacement in sorted(replacements, reverse=True):
            content = content[:offset] + replacement.encode() + content[offset + length:]
        with open(path, "wb") as file:
            file.write(content)
    return 0 if edits else 1


sys.exit(main())
