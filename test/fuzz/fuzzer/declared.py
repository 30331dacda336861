"""Declared roles: paraloop::Variable and SharedVariable, and roles named in the attribute."""

from fuzzer.blocks import block
from fuzzer.expressions import flag, integer, real, text
from fuzzer.pieces import around, statement

PLAIN = ("local", "alone", "member", "parameter")


def declare(ctx, ctype, init=""):
    """An outside paraloop::Variable, whose value is printed after the loop."""
    ctx.library = True
    name = ctx.outside(ctype, init, "declared", ("local", "reference", "parameter"), False)
    ctx.show(f"{name}.value()", "declared")
    return name


@block(4)
def variable(ctx):
    """A Variable with one of the strategies of the library."""
    how = ctx.pick("Sum", "Product", "Min", "Max", "vector", "text", "map", "Last", "set", "real", "unique")
    if how in ("Sum", "Last"):
        name = declare(ctx, f"paraloop::Variable<long, paraloop::{how}>", " = 4")
        return [statement(f"{name} {'+=' if how == 'Sum' else '='} ", integer(ctx), ";")]
    if how in ("Product", "real"):
        name = declare(ctx, f"paraloop::Variable<double, paraloop::{'Sum' if how == 'real' else how}>", " = 1.5")
        if how == "real":
            return [statement(f"{name} += ", real(ctx), ";")]
        return [statement(f"{name} *= 1 + 0.0001 * (", integer(ctx), ");")]
    if how in ("Min", "Max"):
        name = declare(ctx, f"paraloop::Variable<int, paraloop::{how}>", " = 17")
        return [statement(f"{name}.update(", integer(ctx), ");")]
    if how == "vector":
        name = declare(ctx, "paraloop::Variable<std::vector<int>, paraloop::Concatenate>")
        return [statement(f"{name}.push_back(", integer(ctx), ");")]
    if how == "text":
        name = declare(ctx, "paraloop::Variable<std::string, paraloop::Concatenate>")
        return [statement(f"{name} += ", text(ctx), ";")]
    if how == "set":
        name = declare(ctx, "paraloop::Variable<std::set<int>, paraloop::Concatenate>")
        return [statement(f"{name}.insert(", integer(ctx), ");")]
    if how == "unique":
        name = declare(ctx, "paraloop::Variable<std::map<int, int>, paraloop::ConcatenateUnique>")
        own = ctx.fresh("own")
        return [statement(f"const int {own} = ", integer(ctx), ";"), statement(f"{name}[{own}] = {own} * 2;")]
    name = declare(ctx, "paraloop::Variable<std::map<int, int>, paraloop::Concatenate>")
    return [statement(f"{name}[", integer(ctx), "] = ", integer(ctx), ";")]


@block(2)
def own_strategy(ctx):
    """A Variable with a strategy that the program defines; its result doesn't depend on how iterations are cut."""
    ctx.library = True
    strategy = ctx.fresh("Longest")
    ctx.globals.append(statement(
        f"struct {strategy} {{\nstatic std::string identity(const std::string &) {{ return {{}}; }}\n"
        "static void aggregate(std::string &value, std::string &&partial) "
        "{ if (partial.size() > value.size()) value = partial; }\n};"))
    name = declare(ctx, f"paraloop::Variable<std::string, {strategy}>")
    own = ctx.fresh("own")
    return [statement(f"const std::string {own} = ", text(ctx), ";"),
            statement(f"if ({own}.size() > {name}.value().size()) {name} = {own};")]


@block(1.5, index=True)
def shared(ctx):
    """Elements in shared memory, each stored by one iteration; such loops may not end early."""
    if not ctx.may_exit or ctx.exits:
        return []
    ctx.library, ctx.may_exit = True, False
    name = ctx.fresh("shared")
    ctx.before.append(statement(f"paraloop::SharedVariable<long[]> {name}({ctx.size + 2});"))
    ctx.after.append(statement(f'for (std::size_t k = 0; k < {ctx.size + 2}; ++k) show("shared", {name}[k]);'))
    return [statement(f"{name}[{ctx.index}] = ", integer(ctx), ";")]


@block(2)
def promised(ctx):
    """Roles in the attribute that the body keeps."""
    how = ctx.pick("sum", "concatenate", "last")
    if how == "sum":
        name = ctx.outside(ctx.pick("long", "int", "double"), " = 1", "total", PLAIN)
        made = statement(f"{name} += ", integer(ctx), ";")
    elif how == "concatenate":
        name = ctx.outside("std::vector<int>", "", "out", PLAIN)
        made = statement(f"{name}.push_back(", integer(ctx), ");")
    else:
        name = ctx.outside("int", " = 0", "latest", PLAIN)
        made = statement(f"{name} = ", integer(ctx), ";")
    ctx.roles.append(f"{how}({name})")
    return [made]


@block(1, top=True)
def vouched(ctx):
    """private(t), independent(a), ignore(cache): the program's word is true here."""
    how = ctx.pick("private", "independent", "ignore") if ctx.index else ctx.pick("private", "ignore")
    out = ctx.outside("std::vector<int>", "", "out")
    own = ctx.fresh("own")
    if how == "private":
        name, condition = ctx.outside("int", " = 0", "t", PLAIN), ctx.fresh("condition")
        ctx.roles.append(f"private({name})")
        return [statement(f"const bool {condition} = ", flag(ctx), ";"),
                statement(f"if ({condition}) {name} = ", integer(ctx), ";"),
                statement(f"{out}.push_back({condition} ? {ctx.need('spin')}({name}) : 7);")]
    if how == "ignore":
        name = ctx.outside("std::map<int, int>", "", "cache", PLAIN, False)
        ctx.roles.append(f"ignore({name})")
        return [statement(f"const int {own} = (", integer(ctx), ") % 7;"),
                statement(f"if ({name}.count({own}) == 0) {name}[{own}] = {ctx.need('spin')}({own});"),
                statement(f"{out}.push_back({name}.at({own}));")]
    name = ctx.fresh("a")
    ctx.before.append(statement(f"std::vector<int> {name}({ctx.size + 2}, 1);"))
    ctx.before.append(statement(f"std::vector<std::size_t> {name}_order({ctx.size + 2});\n"
                                f"for (std::size_t k = 0; k < {ctx.size + 2}; ++k) {name}_order[k] = {ctx.size + 1} "
                                f"- k;"))
    ctx.show(name, name)
    ctx.roles.append(f"independent({name})")
    return [statement(f"{name}[{name}_order[{ctx.index}]] = ({name}[{name}_order[{ctx.index}]] * 2 + ",
                      integer(ctx), ") % 1009;")]


@block(2)
def nested_loop(ctx):
    """An annotated loop in the body: a worker runs it by itself."""
    if ctx.depth or ctx.inner_loop:
        return []
    own, k = ctx.fresh("own"), ctx.fresh("k")
    added = integer(ctx)
    ctx.leaves["int"].append(f"{own} % 1009")
    return [statement(f"int {own} = 0;"),
            around(f"[[paraloop]] for (int {k} = 0; {k} < {ctx.chance.randint(1, 4)}; ++{k}) {{",
                   [statement(f"{own} += {k} + ", added, ";")])]
