"""The examples of a document as one file: each in a namespace of its own, so that the standard headers are parsed once."""


def write(path, headers, examples):
    """Writes the file; `examples` are pairs (owner, code). Returns the owner of each line."""
    text, owners = "".join(f"#include <{header}>\n" for header in headers.split()), {}
    for number, (owner, code) in enumerate(examples):
        first = text.count("\n") + 1
        text += f"namespace example{number} {{\n{code}}}\n"
        owners.update((line, owner) for line in range(first, text.count("\n") + 1))
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return owners
