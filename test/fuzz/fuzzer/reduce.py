"""Makes a failing program small: pieces take shorter texts as long as it still fails in the same way.

In: a Program that fails, and what tells that it does. Out: the text of a small one.
"""

from fuzzer.check import Outcome, check, rewrite_what_can_be, well_defined


def shrink(piece, still_fails):
    """Tries shorter texts for all pieces, from the outside in, until none helps."""
    while _pass(piece, still_fails):
        pass


def _pass(piece, still_fails):
    if _shorten(piece, still_fails):
        return True
    inner = [part for part in piece.current() if not isinstance(part, str) and part.text()]
    changed = _drop_runs([part for part in inner if [] in part.alternatives], still_fails)
    for part in inner:
        if part.text():
            changed |= _pass(part, still_fails)
    return changed


def _shorten(piece, still_fails):
    before, length = piece.choice, len(piece.text())
    for choice in range(len(piece.alternatives)):
        piece.choice = choice
        if len(piece.text()) < length and still_fails():
            return True
    piece.choice = before
    return False


def _drop_runs(parts, still_fails):
    """Leaves out several parts at once: halves, quarters, ..., pairs."""
    changed, length = False, len(parts) // 2
    while length >= 2:
        for start in range(0, len(parts), length):
            run = [part for part in parts[start:start + length] if part.text()]
            before = [part.choice for part in run]
            for part in run:
                part.choice = part.alternatives.index([])
            if run and still_fails():
                changed = True
            else:
                for part, choice in zip(run, before):
                    part.choice = choice
        length //= 2
    return changed


def failure(program, toolchain, how, outcome):
    """Reduces a program with a bad outcome. Returns its text and the detail of the last failure."""
    wanted, last = outcome.signature(), [outcome.detail]

    def still_fails():
        now = _check_again(program, toolchain, how)
        if now.signature() != wanted:
            return False
        last[0] = now.detail
        return True
    reason = well_defined(program, toolchain)
    if not reason:
        shrink(program.piece, still_fails)
        reason = well_defined(program, toolchain)
    warning = f"THE PROGRAM MAY BE AT FAULT: {reason}\n" if reason else ""
    return program.text(), warning + last[0]


def culprits(program, toolchain, how, outcome):
    """The loops without whose annotation the program doesn't fail in this way."""
    found = []
    for loop in program.loops:
        loop.annotation.choice = 0
        if _check_again(program, toolchain, how).signature() != outcome.signature():
            found.append(loop)
        loop.annotation.choice = None
    return found


def needless(program, toolchain, loop, name):
    """Reduces a program in which one loop is refused with the given id."""
    for other in program.loops:
        if other is not loop:
            other.annotation.choice = 0

    def still_fails():
        if not loop.piece.text() or not loop.annotated():
            return False
        now = _check_again(program, toolchain, None)
        return any(refused is loop and ids[0] == name for refused, ids, _ in now.refusals)
    shrink(program.piece, still_fails)
    return program.text()


def _check_again(program, toolchain, how):
    """check() without lasting effects on the annotations."""
    choices = [loop.annotation.choice for loop in program.loops]
    try:
        if how:
            return check(program, toolchain, *how)
        refusals, _ = rewrite_what_can_be(program, toolchain)
        return Outcome("refused", "", refusals)
    finally:
        for loop, choice in zip(program.loops, choices):
            loop.annotation.choice = choice
