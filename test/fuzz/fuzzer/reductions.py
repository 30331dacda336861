"""Reductions: sums, products, bits, minimum and maximum, best with its index, flags."""

from fuzzer.blocks import block
from fuzzer.expressions import flag, integer, real, text, work
from fuzzer.pieces import around, statement


@block(10)
def integer_sum(ctx):
    ctype = ctx.pick("long", "int", "unsigned", "std::int64_t", "short", "std::uint8_t", "signed char", "std::size_t")
    total = ctx.outside(ctype, f" = {ctx.chance.randint(0, 9)}", "total")
    ctx.replayed.append(f"static_cast<int>({total} % 7)")
    operator = ctx.pick("+=", "+=", "-=") if ctype in ("long", "int", "std::int64_t") else "+="
    value = integer(ctx)
    if ctype not in ("long", "int", "std::int64_t"):
        value = [f"static_cast<{ctype}>(", value, ")"]
    else:
        value = [value]
    how = ctx.pick("compound", "compound", "spelt out", "count", "reversed")
    if how == "count":
        return [statement(ctx.pick(f"++{total};", f"{total}++;"))]
    if how == "spelt out" and ctype in ("long", "std::int64_t", "unsigned", "std::size_t"):
        return [statement(f"{total} = {total} + (", *value, ");")]
    if how == "reversed" and ctype in ("long", "std::int64_t", "unsigned", "std::size_t"):
        return [statement(f"{total} = (", *value, f") + {total};")]
    return [statement(f"{total} {operator} ", *value, ";")]


@block(8)
def real_sum(ctx):
    ctype = ctx.pick("double", "double", "float", "long double")
    total = ctx.outside(ctype, ctx.pick(" = 0", " = 0.1"), "sum")
    value = real(ctx)
    if ctype == "float":
        return [statement(f"{total} += static_cast<float>(", value, ");")]
    how = ctx.pick("+=", "-=", "product", "decay", "fma", "norm")
    if how == "product":
        return [statement(f"{total} *= 1 + 0.001 * (", value, f") / 1000;")]
    if how == "decay":
        return [statement(f"{total} = {total} * 0.5 + (", value, ");")]
    if how == "fma":
        return [statement(f"{total} += (", value, ") * (", real(ctx, 1), ");")]
    if how == "norm":
        return [statement(f"{total} = std::hypot({total}, ", work(ctx), ");")]
    return [statement(f"{total} {how} ", value, ";")]


@block(4)
def bits(ctx):
    ctype = ctx.pick("unsigned", "std::uint64_t", "std::uint8_t", "std::uint16_t")
    word = ctx.outside(ctype, " = 5", "bits")
    value = f"static_cast<{ctype}>("
    how = ctx.pick("^=", "|=", "&=", "hash", "shift")
    if how == "hash":
        return [statement(f"{word} = static_cast<{ctype}>({word} * 31u + ", value, integer(ctx), "));")]
    if how == "shift":
        return [statement(f"{word} = static_cast<{ctype}>(({word} << 1) ^ ", value, integer(ctx), "));")]
    if how == "&=":
        return [statement(f"{word} &= static_cast<{ctype}>(~", value, integer(ctx), "));")]
    return [statement(f"{word} {how} ", value, integer(ctx), ");")]


@block(6)
def extreme(ctx):
    kind = ctx.pick("int", "real", "text")
    make, ctype = {"int": (integer, "int"), "real": (real, "double"), "text": (text, "std::string")}[kind]
    start = {"int": " = 500", "real": " = 1e9", "text": ' = "zz"'}[kind]
    low = ctx.outside(ctype, start, "low")
    how = ctx.pick("std::min", "if", "ternary", "std::max", "local")
    if how.startswith("std::m"):
        return [statement(f"{low} = {how}<{ctype}>({low}, ", make(ctx), ");")]
    own = ctx.fresh("own")
    declaration = statement(f"const {ctype} {own} = ", make(ctx), ";")
    less = ctx.pick("<", ">", "<=") if kind != "text" else "<"
    if how == "ternary":
        return [declaration, statement(f"{low} = {own} {less} {low} ? {own} : {low};")]
    return [declaration, statement(f"if ({own} {less} {low}) {low} = {own};")]


@block(6)
def best_with_companions(ctx):
    best = ctx.outside("double", ctx.pick(" = -1", " = -1e9"), "best")
    where = ctx.outside("int", " = -1", "where")
    own = ctx.fresh("own")
    inner = [statement(f"{best} = {own};"), statement(f"{where} = ", integer(ctx), ";")]
    if ctx.chances(0.4):
        name = ctx.outside("std::string", "", "name")
        inner.append(statement(f"{name} = ", text(ctx), ";"))
    ctx.chance.shuffle(inner)
    condition = ctx.pick(f"{own} > {best}", f"{own} >= {best}", f"{best} < {own}",
                         f"{where} < 0 || {own} > {best}", f"!({own} <= {best})")
    return [statement(f"const double {own} = ", real(ctx), ";"), around(f"if ({condition}) {{", inner)]


@block(3)
def best_object(ctx):
    point = ctx.need("Point")
    best = ctx.outside(point, "", "best", dump=False)
    ctx.show(f"{best}.x, {best}.y, {best}.name", "best")
    own = ctx.fresh("own")
    made = [statement(f"{point} {own};"), statement(f"{own}.x = ", integer(ctx), ";"),
            statement(f"{own}.name = ", text(ctx), ";")]
    moved = ctx.pick(own, own, f"std::move({own})")
    return made + [statement(f"if ({own}.x > {best}.x) {best} = {moved};")]


@block(3)
def best_pair(ctx):
    best = ctx.outside("std::pair<int, int>", "{-1, -1}", "best")
    how = ctx.pick("max", "if", "tie")
    if how == "max":
        return [statement(f"{best} = std::max({best}, std::pair<int, int>(", integer(ctx), ", ", integer(ctx), "));")]
    own = ctx.fresh("own")
    declared = statement(f"const std::pair<int, int> {own}(", integer(ctx), ", ", integer(ctx), ");")
    if how == "tie":
        return [declared, statement(f"if ({own} < {best}) std::tie({best}.first, {best}.second) = {own};")]
    return [declared, statement(f"if ({best} < {own}) {best} = {own};")]


@block(5)
def flags(ctx):
    found = ctx.outside("bool", ctx.pick(" = false", " = true"), "found")
    how = ctx.pick("|=", "&=", "if", "or", "and", "last", "count")
    if how == "if":
        return [statement("if (", flag(ctx), f") {found} = {ctx.pick('true', 'false')};")]
    if how in ("or", "and"):
        own = ctx.fresh("own")
        operator = {"or": "||", "and": "&&"}[how]
        if ctx.chances(0.6):
            return [statement(f"const bool {own} = ", flag(ctx), ";"),
                    statement(f"{found} = {found} {operator} {own};")]
        return [statement(f"{found} = (", flag(ctx), f") {operator} {found};")]
    if how == "last":
        return [statement(f"{found} = ", flag(ctx), ";")]
    if how == "count":
        count = ctx.outside("int", " = 0", "count")
        return [statement(f"{count} += (", flag(ctx), ") ? 1 : 0;")]
    return [statement(f"{found} {how} (", flag(ctx), ");")]


@block(3)
def statistics(ctx):
    """Running mean and variance, compensated sums: several variables that depend on each other."""
    own = ctx.fresh("own")
    value = statement(f"const double {own} = ", work(ctx), " * 0.25;")
    if ctx.chances(0.5):
        total, lost = ctx.outside("double", " = 0", "sum"), ctx.outside("double", " = 0", "lost")
        y, t = ctx.fresh("y"), ctx.fresh("t")
        return [value, statement(f"const double {y} = {own} - {lost};"), statement(f"const double {t} = {total} + "
                                                                                   f"{y};"),
                statement(f"{lost} = ({t} - {total}) - {y};"), statement(f"{total} = {t};")]
    count, mean, square = (ctx.outside(ctype, " = 0", stem)
                           for ctype, stem in (("int", "count"), ("double", "mean"), ("double", "m")))
    d = ctx.fresh("d")
    return [value, statement(f"++{count};"), statement(f"const double {d} = {own} - {mean};"),
            statement(f"{mean} += {d} / {count};"), statement(f"{square} += {d} * ({own} - {mean});")]


@block(3)
def several_in_one(ctx):
    """Two changes in one statement."""
    a, b = ctx.outside("long", " = 0", "a"), ctx.outside("long", " = 1", "b")
    how = ctx.pick("chain", "comma", "old value", "assign result", "both")
    if how == "chain":
        return [statement(f"{a} = {b} = ", integer(ctx), ";")]
    if how == "comma":
        return [statement(f"{a} += ", integer(ctx), f", {b} -= ", integer(ctx), ";")]
    if how == "old value":
        return [statement(f"{a} = {b}++;")]
    if how == "assign result":
        return [statement(f"{a} = ({b} += ", integer(ctx), ");")]
    return [statement(f"{a} += ", integer(ctx), ";"), statement(f"if ({a} % 3 == 0) {b} += {a} % 100 + ",
                                                               integer(ctx), ";")]
