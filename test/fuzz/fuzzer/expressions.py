"""Expressions that a worker can compute: of the iteration's own values and of what the loop only reads.

In: a Context. Out: pieces. Nothing overflows, divides by zero, or depends on the order in which operands are evaluated.
"""

from fuzzer.pieces import Piece, expression


def integer(ctx, depth=2):
    """An int within +-1009."""
    if depth <= 0 or ctx.chances(0.25):
        return _leaf(ctx, "int", lambda: ["0", str(ctx.chance.randint(0, 40))])
    inner = lambda: integer(ctx, depth - 1)
    kind = ctx.pick("sum", "product", "ternary", "call", "mix", "size", "round", "spin", "spin", "bits", "lambda",
                    "unseen" if ctx.chances(0.2) else "mix")
    if kind == "sum":
        return expression("1", "(", inner(), ctx.pick(" + ", " - "), inner(), ") % 1009")
    if kind == "product":
        return expression("2", "(", inner(), " * ", inner(), ") % 997")
    if kind == "ternary":
        return expression("3", "(", flag(ctx, depth - 1), " ? ", inner(), " : ", inner(), ")")
    if kind == "size":
        return expression("4", "static_cast<int>(", text(ctx, depth - 1), ".size())")
    if kind == "round":
        return expression("5", "static_cast<int>(", real(ctx, depth - 1), ") % 1009")
    if kind == "bits":
        return expression("6", "((", inner(), ") & 127)")
    if kind == "lambda":
        return expression("7", "([&](int own) { return (own + 3) % 1009; })(", inner(), ")")
    if kind == "spin":
        return expression("8", ctx.need("spin"), "(", inner(), ")")
    if kind == "unseen":
        return expression("9", ctx.need("unseen"), "(", inner(), ")")
    if kind == "call":
        ctx.need("chosen")
        return expression("10", "chosen<int>(", flag(ctx, depth - 1), ", ", inner(), ", ", inner(), ")")
    return expression("11", ctx.need("mix"), "(", inner(), ", ", inner(), ")")


def real(ctx, depth=2):
    """A finite double of some thousands at most."""
    if depth <= 0 or ctx.chances(0.2):
        return _leaf(ctx, "real", lambda: ["0.1", ctx.pick("0.1", "1.5", "-2.25", "1e-3", "7")])
    inner = lambda: real(ctx, depth - 1)
    kind = ctx.pick("mean", "product", "of int", "curve", "ternary")
    if kind == "mean":
        return expression("0.1", "(", inner(), ctx.pick(" + ", " - "), inner(), ") * 0.5")
    if kind == "product":
        return expression("0.2", "(", inner(), ") * ", ctx.pick("0.3", "1.1", "0.01"))
    if kind == "curve":
        return expression("0.3", ctx.need("curve"), "(", inner(), ")")
    if kind == "ternary":
        return expression("0.7", "(", flag(ctx, depth - 1), " ? ", inner(), " : ", inner(), ")")
    return expression("0.9", "(", integer(ctx, depth - 1), ") / ", ctx.pick("7.0", "3.0", "10.0"))


def text(ctx, depth=2):
    """A std::string, as a prvalue or the name of one."""
    if depth <= 0 or ctx.chances(0.3):
        return _leaf(ctx, "text", lambda: ['std::string("a")', f'std::string("{ctx.pick("a", "bc", "xyz", "")}")'])
    kind = ctx.pick("number", "label", "sum", "repeat", "part")
    if kind == "number":
        return expression('std::string("n")', "std::to_string(", integer(ctx, depth - 1), ")")
    if kind == "label":
        return expression('std::string("l")', ctx.need("label"), "(", integer(ctx, depth - 1), ")")
    if kind == "sum":
        return expression('std::string("s")', "(", text(ctx, depth - 1), ' + "', ctx.pick("-", "+", "z"), '")')
    if kind == "part":
        return expression('std::string("p")', "(", text(ctx, depth - 1), ").substr(0, 2)")
    return expression('std::string("r")', "std::string(static_cast<std::size_t>(", integer(ctx, 0), " & 7), 'r')")


def flag(ctx, depth=2):
    """A bool."""
    if depth <= 0 or ctx.chances(0.2):
        return _leaf(ctx, "flag", lambda: ["true", "(", integer(ctx, 0), ctx.pick(" > 20)", " % 3 == 0)", " < 9)")])
    kind = ctx.pick("compare", "modulo", "and", "not", "text", "real")
    if kind == "compare":
        return expression("true", "(", integer(ctx, depth - 1), ctx.pick(" < ", " >= ", " != "), integer(ctx, 0), ")")
    if kind == "modulo":
        return expression("true", "((", integer(ctx, depth - 1), ") % ", str(ctx.chance.randint(2, 5)), " == 0)")
    if kind == "and":
        operator = ctx.pick(" && ", " || ")
        return expression("true", "(", flag(ctx, depth - 1), operator, flag(ctx, depth - 1), ")")
    if kind == "not":
        return expression("true", "!", flag(ctx, depth - 1))
    if kind == "text":
        return expression("true", "((", text(ctx, depth - 1), ").size() > 2)")
    return expression("true", "((", real(ctx, depth - 1), ") > 0.5)")


def work(ctx):
    """An int within +-509 that a worker has something to do for, however small the program gets."""
    return Piece([ctx.need("spin"), "(", integer(ctx), ")"])


def element_index(ctx, size):
    """A subscript within [0, size) that need not differ between iterations."""
    return expression("0", "static_cast<std::size_t>((", integer(ctx), f") % {size} + {size}) % {size}")


def _leaf(ctx, kind, otherwise):
    known = ctx.leaves[kind]
    if known and ctx.chances(0.8):
        return expression({"int": "1", "real": "0.1", "text": 'std::string("a")', "flag": "true"}[kind],
                          ctx.chance.choice(known))
    return expression(*otherwise())
