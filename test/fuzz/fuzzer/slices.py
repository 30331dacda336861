"""Slices and written variables: elements at an index of the iteration's own, scattered stores, last values."""

from fuzzer.blocks import block
from fuzzer.expressions import element_index, flag, integer, real, text
from fuzzer.pieces import around, statement

MAKERS = {"int": integer, "real": real, "text": text, "flag": flag}


def array(ctx, element, count, stem="a"):
    """An outside array of `count` elements: a vector, an array of C, std::array, a pointer. Returns how it is named."""
    kinds = ["vector"] * 6 + ["C", "std::array", "pointer", "deque"]
    kind = ctx.chance.choice(kinds)
    if element == "bool":
        kind = ctx.pick("vector", "C")
    if kind in ("vector", "deque"):
        ctype = f"std::{kind}<{element}>"
        return ctx.outside(ctype, f" = {ctype}({count})", stem, ("local", "reference", "pointer", "parameter")).name
    if kind == "std::array":
        return ctx.outside(f"std::array<{element}, {count}>", "{}", stem).name
    name = ctx.fresh(stem)
    if kind == "C":
        where = ctx.globals if ctx.chances(0.3) else ctx.before
        where.append(statement(f"{'static ' if where is ctx.globals else ''}{element} {name}[{count}] = {{}};"))
        ctx.show(name, name)
        return name
    ctx.before.append(statement(f"std::vector<{element}> real_{name}({count});"))
    ctx.before.append(statement(f"{element} *{ctx.pick('', 'const ')}{name} = real_{name}.data();"))
    ctx.show(f"real_{name}", name)
    return name


@block(12, index=True)
def own_element(ctx):
    """a[i], a[i + c], a[c * i], a[n - 1 - i]: written, changed, read again."""
    kind, element = ctx.pick(("int", "int"), ("int", "long"), ("real", "double"), ("real", "float"),
                             ("text", "std::string"), ("flag", "bool"), ("int", "short"), ("int", "std::uint8_t"))
    form = ctx.pick("{i}", "{i}", "{i}", "{i} + 1", "2 * {i}", "{size} - {i}", "{i} * 3 + 1", "{i} + {i}")
    a = array(ctx, element, ctx.size * 3 + 3)
    subscript = form.format(i=ctx.index, size=ctx.size + 1)
    if ctx.chances(0.4):
        at = ctx.fresh("at")
        made = [statement(f"const int {at} = {subscript};")]
        subscript = at
    else:
        made = []
    target = f"{a}[static_cast<std::size_t>({subscript})]" if ctx.chances(0.3) else f"{a}[{subscript}]"
    cast = "" if kind in ("text", "flag") else f"static_cast<{element}>"
    made.append(statement(f"{target} = {cast}(", MAKERS[kind](ctx), ");"))
    if ctx.chances(0.2):
        return [around("if (" + flag(ctx).text() + ") {", made)]
    if kind == "int" and element != "std::uint8_t":
        ctx.owned.append((target, "int"))
    if kind == "real" and element == "double":
        ctx.owned.append((target, "real"))
    if element not in ("bool", "std::uint8_t"):
        ctx.leaves[kind].append(target)
    if kind == "text" and ctx.chances(0.5):
        made.append(statement(f"{target} += ", text(ctx), ";"))
    return made


@block(5)
def change_own(ctx):
    """A change of something that belongs to the iteration, made before by another block or by the header."""
    if not ctx.owned:
        return []
    target, kind = ctx.chance.choice(ctx.owned)
    if kind == "int":
        return [ctx.chance.choice([statement(f"{target} = ", integer(ctx), ";"),
                                   statement(f"{target} = ({target} + ", integer(ctx), ") % 1009;"),
                                   statement("if (", flag(ctx), f") {target} = {target} / 2;")])]
    return [statement(f"{target} = {target} * 0.5 + ", real(ctx), ";")]


@block(5, index=True)
def struct_fields(ctx):
    point = ctx.need("Point")
    items = ctx.outside(f"std::vector<{point}>", f" = std::vector<{point}>({ctx.size + 2})", "items",
                        ("local", "reference", "parameter"), False)
    ctx.show_each(items, "each.x", "each.y", "each.name")
    own = f"{items}[{ctx.index}]"
    made = []
    if ctx.chances(0.4):
        own = ctx.fresh("item")
        spelt = ctx.pick("auto &", point + " &", point + " *const ")
        made = [statement(f"{spelt}{own} = {'&' if '*' in spelt else ''}{items}[{ctx.index}];")]
        own = f"(*{own})" if "*" in spelt else own
    actions = [statement(f"{own}.x = ", integer(ctx), ";"), statement(f"{own}.y += ", real(ctx), ";"),
               statement(f"{own}.name += ", text(ctx), ";"), statement(f"{own}.move(", integer(ctx), ");")]
    ctx.leaves["int"].append(f"{own}.norm()")
    return made + ctx.chance.sample(actions, ctx.chance.randint(1, 3))


@block(5, index=True)
def rows(ctx):
    """Two dimensions: rows, columns, rows laid end to end."""
    width = ctx.chance.randint(1, 4)
    k = ctx.fresh("k")
    how = ctx.pick("nested", "linear", "C", "row", "column", "growing")
    loop = f"for (int {k} = 0; {k} < {width}; ++{k}) {{"
    if how == "linear":
        a = array(ctx, "double", (ctx.size + 2) * width, "m")
        cell = f"{a}[{ctx.index} * {width} + {k}]"
        return [around(loop, [statement(f"{cell} = {cell} * 0.5 + {k} + ", real(ctx), ";")])]
    if how in ("C", "column"):
        name = ctx.fresh("grid")
        dimensions = f"[{ctx.size + 2}][{width}]" if how == "C" else f"[{width}][{ctx.size + 2}]"
        ctx.before.append(statement(f"int {name}{dimensions} = {{}};"))
        ctx.show(name, name)
        cell = f"{name}[{ctx.index}][{k}]" if how == "C" else f"{name}[{k}][{ctx.index}]"
        return [around(loop, [statement(f"{cell} = ({k} + ", integer(ctx), ") % 1009;"),
                              statement(f"if ({k} > 0) {cell} += ", integer(ctx, 1), ";")])]
    ctype = "std::vector<std::vector<int>>"
    made = f" = {ctype}({ctx.size + 2}{'' if how == 'growing' else f', std::vector<int>({width})'})"
    m = ctx.outside(ctype, made, "m", ("local", "reference", "parameter"))
    if how == "growing":
        return [around(loop, [statement(f"{m}[{ctx.index}].push_back({k} + ", integer(ctx), ");")])]
    if how == "row":
        row = ctx.fresh("row")
        return [statement(f"auto &{row} = {m}[{ctx.index}];"),
                around(loop, [statement(f"{row}[{k}] = ({row}[{ctx.pick('0', k)}] + ", integer(ctx), ") % 1009;")])]
    return [around(loop, [statement(f"{m}[{ctx.index}][{k}] += ", integer(ctx), ";"),
                          statement(f"if ({k} > 0) {m}[{ctx.index}][{k}] += {m}[{ctx.index}][{k} - 1] % 100;")])]


@block(5)
def written(ctx):
    """Assigned and never read: the last writer wins, at any index."""
    how = ctx.pick("scalar", "scalar", "scatter", "text", "object", "conditional", "pair")
    if how == "scatter":
        size = ctx.chance.randint(1, 7)
        name = array(ctx, ctx.pick("int", "double", "short"), size, "owner")
        return [statement(f"{name}[", element_index(ctx, size), "] = ", integer(ctx), ";")]
    if how == "text":
        return [statement(f"{ctx.outside('std::string', '', 'last')} = ", text(ctx), ";")]
    if how == "pair":
        name = ctx.outside("std::pair<int, double>", "", "last")
        return [statement(f"{name}.first = ", integer(ctx), ";"), statement(f"{name}.second = ", real(ctx), ";")] \
            if ctx.chances(0.5) else [statement(f"{name} = {{", integer(ctx), ", ", real(ctx), "};")]
    if how == "object":
        point, own = ctx.need("Point"), ctx.fresh("own")
        name = ctx.outside(point, "", "last", dump=False)
        ctx.show(f"{name}.x, {name}.y, {name}.name", "last")
        return [statement(f"{point} {own};"), statement(f"{own}.move(", integer(ctx), ");"),
                statement(f"{name} = {own};")]
    name = ctx.outside(ctx.pick("int", "long", "short", "std::int64_t"), " = -5", "last")
    store = statement(f"{name} = ", "static_cast<short>(" if name.ctype == "short" else "(", integer(ctx), ");")
    return [around("if (" + flag(ctx).text() + ") {", [store])] if how == "conditional" else [store]


@block(3, index=True)
def keyed(ctx):
    """Entries of a map that differ between iterations."""
    how = ctx.pick("int", "text", "at", "bits")
    if how == "bits":
        name = array(ctx, "bool", ctx.size + 2, "bits")
        return [statement(f"{name}[{ctx.index}] = ", flag(ctx), ";")]
    if how == "at":
        name = ctx.outside("std::map<int, int>", f" = [] {{ std::map<int, int> made; for (int k = 0; k < "
                                                 f"{ctx.size + 2}; "
                           "++k) made[k] = k; return made; }()", "table", ("local", "reference", "parameter"))
        return [statement(f"{name}.at({ctx.index}) = ", integer(ctx), ";")]
    name = ctx.outside(f"std::map<{'int' if how == 'int' else 'std::string'}, double>", "", "table")
    key = ctx.index if how == "int" else f"std::to_string({ctx.index})"
    return [statement(f"{name}[{key}] = ", real(ctx), ";")]


@block(3, index=True)
def exchanged(ctx):
    """Elements of two arrays of the iteration's own."""
    a, b = array(ctx, "int", ctx.size + 2), array(ctx, "int", ctx.size + 2, "b")
    i = ctx.index
    how = ctx.pick("swap", "copy", "both", "cross")
    first = statement(f"{a}[{i}] = ", integer(ctx), ";")
    if how == "swap":
        return [first, statement(f"std::swap({a}[{i}], {b}[{i}]);")]
    if how == "copy":
        return [first, statement(f"{b}[{i}] = {a}[{i}] + ", integer(ctx), ";")]
    if how == "cross":
        ctx.not_safe("an element of another iteration is read")
        return [first, statement(f"{b}[{i}] = {a}[{i} > 0 ? {i} - 1 : 0] + ", integer(ctx), ";"),
                statement(f"{a}[{i}] = ({b}[{i}] + ", integer(ctx), ") % 1009;")]
    return [statement(f"{a}[{i}] = {b}[{i}] = ", integer(ctx), ";")]
