"""Program text as a tree that can be made smaller.

In: strings and pieces. Out: text. Each piece knows shorter texts that may stand in its place: nothing for a statement,
what is inside for an `if`, a constant for an expression. The reducer tries these; it never has to parse C++.
"""


class Piece:
    """A run of strings and pieces, and what may stand in its place.

    `alternatives` are lists of parts, from the shortest on. `choice` is the number of the one that stands there now,
    or None for the full text. `role` tells apart what must be found again (an annotation, a loop, a program).
    """

    def __init__(self, parts, alternatives=(), role=None):
        self.parts = list(parts)
        self.alternatives = [list(parts) for parts in alternatives]
        self.choice = None
        self.role = role

    def current(self):
        """The parts that stand there now."""
        return self.parts if self.choice is None else self.alternatives[self.choice]

    def text(self):
        return "".join(part if isinstance(part, str) else part.text() for part in self.current())

    def pieces(self):
        """This piece and all pieces in what stands there now, from the outside in."""
        yield self
        for part in self.current():
            if isinstance(part, Piece):
                yield from part.pieces()

    __str__ = text


def statement(*parts):
    """One statement or declaration with its newline; it may be left out."""
    return Piece([*parts, "\n"], [[]])


def around(head, inner, tail="}"):
    """`head { inner }`; the head and its end may be left out, or all of it."""
    return Piece([head, "\n", *inner, tail, "\n"], [[], inner])


def expression(simple, *parts):
    """An expression; `simple` may stand in its place."""
    return Piece(parts, [[simple]])


def group(*parts):
    """Several parts that may be left out together; each may still be made smaller on its own."""
    return Piece(parts, [[]])
