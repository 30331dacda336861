"""Ways out of an iteration and out of the loop: continue, break, return, throw, goto, exit; exceptions in the body."""

from fuzzer.blocks import block, some_block
from fuzzer.expressions import flag, integer
from fuzzer.pieces import Piece, around, expression, statement


@block(5)
def skip(ctx):
    if ctx.inner_loop:
        return []
    return [statement("if (", flag(ctx), ") continue;")]


def seldom(ctx):
    """A condition that holds in few iterations, or never."""
    if ctx.index and ctx.chances(0.5):
        return expression("true", f"({ctx.index}) == {ctx.chance.randint(0, ctx.size + 3)}")
    return flag(ctx)


@block(5)
def leave(ctx):
    """An exit from the loop that only the iteration's own values decide."""
    if not ctx.may_exit or ctx.inner_loop:
        return []
    kinds = ["break", "throw", "return", "exit"]
    if ctx.depth == 0 or ctx.place != "main":
        kinds.append("goto")
    how = ctx.chance.choice(kinds)
    if how == "throw" and ctx.in_try:
        how = "break"
    condition, ctx.exits = seldom(ctx), True
    if how == "throw":
        ctx.throws = True
        thrown = ctx.pick('std::runtime_error("stop")', "42", 'std::string("thrown")')
        return [statement("if (", condition, f") throw {thrown};")]
    if how == "return" and (ctx.place != "main" or ctx.last):
        ctx.returns = True
        return [statement("if (", condition, ") return ", integer(ctx), ";")]
    if how == "goto":
        ctx.label = ctx.label or ctx.fresh("out")
        return [statement("if (", condition, f") goto {ctx.label};")]
    if how == "exit" and ctx.chances(0.3):
        return [statement("if (", condition, f") std::exit({ctx.chance.randint(0, 9)});")]
    return [statement("if (", condition, ") break;")]


@block(3)
def caught(ctx):
    """An exception that the body itself catches."""
    ctx.need("thrower")
    errors = ctx.outside("int", " = 0", "errors")
    how = ctx.pick("count", "print", "rethrow later", "value")
    guarded = [statement("thrower(", integer(ctx), ");")]
    if how == "value":
        own = ctx.fresh("own")
        return [statement(f"int {own} = 0;"),
                around("try {", [statement(f"{own} = thrower(", integer(ctx), ");")],
                       f"}} catch (const std::exception &) {{ {own} = -1; }}"),
                statement(f"{errors} += {own};")]
    if how == "print":
        return [around("try {", guarded, "} catch (const std::exception &e) { std::cout << e.what() << '\\n'; }")]
    if how == "count":
        return [around("try {", guarded, f"}} catch (const std::exception &) {{ ++{errors}; }}")]
    ctx.documented("a change inside of try")
    ctx.in_try += 1
    inner = ctx.scoped(lambda: some_block(ctx))
    ctx.in_try -= 1
    return [around("try {", guarded + inner, f"}} catch (const std::exception &) {{ ++{errors}; }}")]


@block(2)
def exit_that_earlier_iterations_decide(ctx):
    if not ctx.may_exit or ctx.inner_loop or not ctx.replayed:
        return []
    ctx.not_safe("earlier iterations decide whether the loop goes on")
    read = ctx.chance.choice(ctx.replayed)
    return [statement(f"if ({read} == 5) {ctx.pick('break', 'break', 'continue')};")]


@block(7)
def conditional(ctx):
    """An if, a switch, or a block around other blocks."""
    if ctx.depth > 1:
        return []
    def several():
        return [piece for _ in range(ctx.chance.randint(1, 2)) for piece in some_block(ctx)]
    how = ctx.pick("if", "if", "else", "block", "switch", "init")
    condition = flag(ctx)
    if how == "if":
        return [_guarded(condition, ctx.scoped(several))]
    if how == "else":
        then, otherwise = ctx.scoped(several), ctx.scoped(several)
        return [Piece(["if (", condition, ") {\n", *then, "} else {\n", *otherwise, "}\n"], [[], then, otherwise])]
    if how == "init":
        name = ctx.fresh("own")
        head = f"if (const int {name} = {integer(ctx).text()}; {name} > 3) {{"
        return [around(head, ctx.scoped(several))]
    if how == "switch":
        saved, ctx.may_exit = ctx.may_exit, False  # a break would only leave the switch
        cases = []
        for number in range(2):
            cases += [f"case {number}: {{\n", *ctx.scoped(several), "}\n", ctx.pick("break;\n", "[[fallthrough]];\n")]
        made = around(f"switch ({integer(ctx).text()} % 3) {{", cases + ["default: break;\n"])
        ctx.may_exit = saved
        return [made]
    return [around("{", ctx.scoped(several))]


def _guarded(condition, inner):
    return Piece(["if (", condition, ") {\n", *inner, "}\n"], [[], inner])


@block(4)
def inner_loop(ctx):
    """An inner loop around other blocks."""
    if ctx.depth > 1:
        return []
    k, count = ctx.fresh("k"), ctx.chance.randint(1, 3)
    saved_index, ctx.index = ctx.index, None
    ctx.inner_loop += 1

    def body():
        ctx.leaves["int"].append(k)
        return [piece for _ in range(ctx.chance.randint(1, 2)) for piece in some_block(ctx)]
    inner = ctx.scoped(body)
    ctx.inner_loop -= 1
    ctx.index = saved_index
    if ctx.chances(0.3):
        inner.append(statement("if (", flag(ctx), ctx.pick(") break;", ") continue;")))
    how = ctx.pick("for", "for", "while")
    if how == "while":
        return [around(f"int {k} = 0;\nwhile ({k}++ < {count}) {{", inner)]
    return [around(f"for (int {k} = 0; {k} < {count}; ++{k}) {{", inner)]
