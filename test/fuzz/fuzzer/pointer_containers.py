"""Containers of pointers, and pointers to pointers: each iteration its own target, or several the same."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement
from fuzzer.summaries import used


def _targets(ctx, place):
    """Declares objects, and a vector of pointers to them; `place` is the number of the target of pointer k."""
    point, made = ctx.need("Point"), ctx.fresh("cells")
    ctx.exposed = True
    ctx.before.append(statement(f"std::vector<{point}> real_{made}({ctx.size + 2});\nstd::vector<{point} *> "
                                f"{made};\nfor "
                                f"(int k = 0; k < {ctx.size + 2}; ++k) {made}.push_back(&real_{made}[{place}]);"))
    ctx.show_each(f"real_{made}", "each.x", "each.y")
    return made


@block(4, index=True)
def pointers_to_own(ctx):
    """The pointers lead to different objects."""
    made, i = _targets(ctx, ctx.pick("k", f"{ctx.size + 1} - k")), ctx.index
    how = ctx.pick("assign", "method", "own pointer", "reference", "function")
    own = ctx.fresh("own")
    if how == "own pointer":
        return [statement(f"{ctx.pick('auto', 'Point')} *{ctx.pick('const ', '')}{own} = {made}[{i}];"),
                statement(f"{own}->x = ", integer(ctx), ";"), *used(ctx, f"{own}->x")]
    if how == "reference":
        return [statement(f"Point &{own} = *{made}[{i}];"), statement(f"{own}.move(", integer(ctx), ");"),
                *used(ctx, f"{own}.norm()")]
    if how == "function":
        name = function(ctx, "template <class T> void @(T *target, int x) { target->x = x; }")
        return [statement(f"{name}({made}[{i}], ", integer(ctx), ");"), *used(ctx, f"{made}[{i}]->x")]
    if how == "method":
        return [statement(f"{made}[{i}]->move(", integer(ctx), ");"), *used(ctx, f"{made}[{i}]->norm()")]
    return [statement(f"{made}[{i}]->x = ", integer(ctx), ";"), *used(ctx, f"{made}[{i}]->x")]


@block(3, index=True)
def map_of_pointers(ctx):
    """The values of a map lead to different numbers."""
    made, i = ctx.fresh("table"), ctx.index
    ctx.exposed = True
    kind = ctx.pick("std::map", "std::unordered_map")
    ctx.before.append(statement(f"std::vector<int> real_{made}({ctx.size + 2}, 3);\n{kind}<int, int *> {made};\nfor "
                                f"(int k "
                                f"= 0; k < {ctx.size + 2}; ++k) {made}[k] = &real_{made}[k];"))
    ctx.show(f"real_{made}", made)
    how = ctx.pick("at", "find", "own")
    if how == "find":
        at = ctx.fresh("at")
        return [statement(f"const auto {at} = {made}.find({i});"), statement(f"*{at}->second = ", integer(ctx), ";"),
                *used(ctx, f"*{at}->second")]
    if how == "own":
        own = ctx.fresh("own")
        return [statement(f"int *{own} = {made}.at({i});"), statement(f"*{own} += ", integer(ctx), ";"),
                *used(ctx, f"*{own}")]
    return [statement(f"*{made}.at({i}) = ", integer(ctx), ";"), *used(ctx, f"*{made}.at({i})")]


@block(4, index=True)
def rows_of_pointers(ctx):
    """A matrix of pointers to rows, in an array of C, a vector, or behind a pointer to pointers."""
    made, i, k = ctx.fresh("rows"), ctx.index, ctx.fresh("k")
    size = ctx.size + 2
    ctx.before.append(statement(f"std::vector<int> real_{made}({2 * size}, 1);"))
    ctx.show(f"real_{made}", made)
    how = ctx.pick("vector", "C", "pointer", "double", "separate")
    if how == "C":
        ctx.before.append(statement(f"int *{made}[{size}];\nfor (int k = 0; k < {size}; ++k) {made}[k] = "
                                    f"&real_{made}[2 * "
                                    f"k];"))
    elif how == "separate":
        ctx.before.append(statement(f"std::vector<std::vector<int>> more_{made}({size}, "
                                    f"std::vector<int>(2));\nstd::vector<"
                                    f"int *> {made};\nfor (auto &row : more_{made}) {made}.push_back(row.data());"))
        ctx.show(f"more_{made}", made)
    else:
        ctx.before.append(statement(f"std::vector<int *> {'' if how == 'vector' else 'first_'}{made};\nfor (int k = 0; "
                                    f"k < "
                                    f"{size}; ++k) "
                                    f"{'' if how == 'vector' else 'first_'}{made}.push_back(&real_{made}[2 * "
                                    f"k]);"))
        if how != "vector":
            ctx.before.append(statement(f"int **{ctx.pick('', 'const ')}{made} = first_{made}.data();"))
    if ctx.chances(0.4):
        return [statement(f"for (int {k} = 0; {k} < 2; ++{k}) {made}[{i}][{k}] = ({k} + ", integer(ctx, 1), ") % "
                                                                                                            "1009;"),
                *used(ctx, f"{made}[{i}][1]")]
    if ctx.chances(0.4):
        own = ctx.fresh("row")
        return [statement(f"int *const {own} = {made}[{i}];"), statement(f"{own}[0] = ({own}[1] + ", integer(ctx),
                                                                           ") % 1009;"), *used(ctx, f"{own}[0]")]
    return [statement(f"{made}[{i}][1] += ", integer(ctx), ";"), *used(ctx, f"{made}[{i}][1]")]


@block(3)
def pointers_to_data(ctx):
    """The loop only reads what the pointers lead to."""
    point, made = ctx.need("Point"), ctx.fresh("cells")
    ctx.before.append(statement(f"const std::array<{point}, 3> real_{made}{{}};\nconst std::vector<const {point} *> "
                                f"{made} "
                                f"= {{&real_{made}[2], &real_{made}[0], &real_{made}[1]}};"))
    own, each = ctx.fresh("own"), ctx.fresh("each")
    if ctx.chances(0.5):
        return [statement(f"int {own} = ", integer(ctx), ";"),
                statement(f"for (const {point} *{each} : {made}) {own} += {each}->norm();"), *used(ctx, own)]
    return used(ctx, f"{made}[static_cast<unsigned>({integer(ctx).text()}) % 3u]->norm()")


@block(3, index=True)
def pointers_that_meet(ctx):
    """Several pointers lead to the same object, or to the next one's."""
    ctx.not_safe("pointers meet")
    how = ctx.pick("half", "one", "neighbour", "real")
    made, i = _targets(ctx, {"half": "k / 2", "one": "0"}.get(how, "k")), ctx.index
    target, read = f"{made}[{i}]->x", f"{made}[{i}]->x"
    if how == "neighbour":
        target = f"{made}[{i} + 1]->x"
    if how == "real":
        read = f"real_{made}[{i} + 1].x"
    change = [statement(f"{target} = ({target} * 2 + ", integer(ctx), ") % 1009;")]
    return change + used(ctx, read) if ctx.chances(0.5) else used(ctx, read) + change


@block(2)
def pointers_chosen(ctx):
    """Which object a pointer leads to, is decided by the iteration or by earlier ones."""
    a, b = ctx.outside("int", " = 3", "a", ("local", "alone")).name, ctx.outside("int", " = 4", "b", ("local",)).name
    name, given = ctx.fresh("chosen"), integer(ctx).text()
    ctx.not_safe("a pointer leads to one of two sums, and a worker reads one")
    how = ctx.pick("body", "outside", "table", "double")
    if how == "outside":
        ctx.before.append(statement(f"int *{name} = &{a};"))
        return [statement(f"*{name} = (*{name} + {given}) % 1009;"), statement("if (", integer(ctx), f" > 9) {name} = "
                f"&{b};"), *used(ctx, ctx.pick(a, b, f"*{name}"))]
    if how in ("table", "double"):
        ctx.before.append(statement(f"int *{name}[] = {{&{a}, &{b}}};"))
        made = f"*{name}[static_cast<unsigned>({given}) % 2u]"
        if how == "double":
            ctx.before.append(statement(f"int **first_{name} = {name};"))
            made = f"**(first_{name} + static_cast<unsigned>({given}) % 2u)"
        return [statement(f"{made} = ({a} + ", integer(ctx), ") % 1009;"), *used(ctx, ctx.pick(a, b, made))]
    return [statement(f"int *{name} = ({given}) % 2 ? &{a} : &{b};"),
            statement(f"*{name} = (*{name} + ", integer(ctx), ") % 1009;"), *used(ctx, ctx.pick(a, b))]
