"""Owners: unique_ptr and shared_ptr by reference, as elements, as fields; pointers to pointers."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement
from fuzzer.summaries import used


@block(4, index=True)
def owned_elements(ctx):
    """Elements that own an object each."""
    point, made, i = ctx.need("Point"), ctx.fresh("owned"), ctx.index
    owner = ctx.pick("unique", "unique", "shared")
    held = ctx.pick("int", point)
    ctx.before.append(statement(f"std::vector<std::{owner}_ptr<{held}>> {made};\nfor (int k = 0; k < {ctx.size + 2}; "
                                f"++k) {made}.push_back(std::make_{owner}<{held}>());"))
    value = f"*{made}[{i}]" if held == "int" else f"{made}[{i}]->x"
    ctx.show_each(made, "*each" if held == "int" else "each->x")
    how = ctx.pick("assign", "change", "replace", "reset", "reference", "function", "method")
    if how == "method" and held == point:
        change = [statement(f"{made}[{i}]->move(", integer(ctx), ");")]
    elif how == "replace":
        change = [statement(f"{made}[{i}] = std::make_{owner}<{held}>();"), statement(f"{value} = ", integer(ctx), ";")]
    elif how == "reset" and held == "int":
        change = [statement(f"{made}[{i}].reset(new int(", integer(ctx), "));")]
    elif how == "reference":
        own = ctx.fresh("own")
        change = [statement(f"auto &{own} = *{made}[{i}];"),
                  statement(f"{own}{'' if held == 'int' else '.x'} += ", integer(ctx), " % 7;")]
    elif how == "function":
        field = "*held" if held == "int" else "held->x"
        name = function(ctx, f"static void @(std::{owner}_ptr<{held}> &held, int y) {{ {field} = y; }}")
        change = [statement(f"{name}({made}[{i}], ", integer(ctx), ");")]
    else:
        change = [statement(f"{value} {'=' if how == 'assign' else '+='} ", integer(ctx), ";")]
    return change + used(ctx, value)


@block(3, index=True)
def owned_array(ctx):
    """An owner of an array, by reference, as a field, or in a function; each iteration has its own element."""
    made, i = ctx.fresh("owned"), ctx.index
    how = ctx.pick("array", "vector", "reference", "field", "parameter", "shared")
    size = ctx.size + 2
    if how == "array":
        ctx.before.append(statement(f"const std::unique_ptr<int[]> {made}(new int[{size}]());"))
        ctx.after.append(statement(f'for (int k = 0; k < {size}; ++k) show("each", {made}[k]);'))
        return [statement(f"{made}[{i}] = ", integer(ctx), ";"), *used(ctx, f"{made}[{i}]")]
    owner = "shared" if how == "shared" else "unique"
    ctx.before.append(statement(f"{ctx.pick('const ', '')}auto real_{made} = "
                                f"std::make_{owner}<std::vector<int>>({size});"
                                if how != "parameter" else f"auto real_{made} = "
                                                           f"std::make_unique<std::vector<int>>({size});"))
    ctx.show(f"*real_{made}", made)
    if how == "parameter":
        name = function(ctx, "static void @(std::unique_ptr<std::vector<int>> &all, int i, int x) { (*all)[i] = x; }")
        return [statement(f"{name}(real_{made}, {i}, ", integer(ctx), ");"), *used(ctx, f"(*real_{made})[{i}]")]
    if how == "field":
        name = function(ctx, "struct @ { std::unique_ptr<std::vector<int>> all; };")
        ctx.before.append(statement(f"{name} {made}{{std::make_unique<std::vector<int>>({size})}};"))
        ctx.show(f"*{made}.all", made)
        return [statement(f"(*{made}.all)[{i}] = ", integer(ctx), ";"), *used(ctx, f"{made}.all->at({i})")]
    target = f"(*real_{made})"
    if how == "reference":
        ctx.before.append(statement(f"const auto &{made} = real_{made};"))
        target = f"(*{made})"
    return [statement(f"{target}[{i}] {ctx.pick('=', '+=')} ", integer(ctx), ";"), *used(ctx, f"{target}[{i}]")]


@block(3)
def owner_read(ctx):
    """What an owner holds is only read."""
    point, made = ctx.need("Point"), ctx.fresh("owned")
    how = ctx.pick("unique", "shared", "reference", "pointer to pointer", "copy", "get")
    owner = "shared" if how in ("shared", "copy") else "unique"
    ctx.before.append(statement(f"const std::{owner}_ptr<{point}> {made} = std::make_{owner}<{point}>();"))
    if how == "copy":
        own = ctx.fresh("own")
        return [statement(f"const auto {own} = {made};"), *used(ctx, f"{own}->norm() + {integer(ctx).text()}")]
    if how == "reference":
        ctx.before.append(statement(f"const auto &ref_{made} = {made};"))
        return used(ctx, f"ref_{made}->norm() + {integer(ctx).text()}")
    if how == "pointer to pointer":
        ctx.before.append(statement(f"const {point} *const first_{made} = {made}.get();\n"
                                    f"const {point} *const *const second_{made} = &first_{made};"))
        return used(ctx, f"(**second_{made}).x + (*second_{made})->norm() + {integer(ctx).text()}")
    return used(ctx, f"{made}{'.get()' if how == 'get' else ''}->norm() + {integer(ctx).text()}")


@block(2)
def owner_as_sum(ctx):
    """What an owner or a pointer to a pointer leads to is changed, and nobody in the loop reads it."""
    made = ctx.fresh("owned")
    ctx.documented("a change through a pointer")
    how = ctx.pick("unique", "shared", "pointer to pointer", "vector")
    if how == "vector":
        ctx.before.append(statement(f"const auto {made} = std::make_unique<std::vector<int>>();"))
        ctx.show(f"*{made}", made)
        return [statement(f"{made}->push_back(", integer(ctx), ");")]
    if how == "pointer to pointer":
        ctx.before.append(statement(f"long real_{made} = 1;\nlong *first_{made} = &real_{made};\nlong **{made} = "
                                    f"&first_{made};"))
        ctx.show(f"real_{made}", made)
        return [statement(f"**{made} += ", integer(ctx), ";")]
    ctx.before.append(statement(f"const std::{how}_ptr<long> {made} = std::make_{how}<long>(3);"))
    ctx.show(f"*{made}", made)
    return [statement(f"*{made} += ", integer(ctx), ";")]


@block(3)
def owner_with_history(ctx):
    """Several owners or pointers lead to one object, and a worker needs it."""
    made = ctx.fresh("owned")
    ctx.not_safe("several owners of one object")
    how = ctx.pick("shared", "elements", "pointer to pointer", "get", "moved", "rebound")
    given = integer(ctx).text()
    if how == "elements":
        ctx.before.append(statement(f"const std::vector<std::shared_ptr<int>> {made}(3, std::make_shared<int>(4));"))
        target, read = f"*{made}[static_cast<unsigned>({integer(ctx).text()}) % 3u]", f"*{made}[1]"
    elif how == "pointer to pointer":
        ctx.before.append(statement(f"int real_{made} = 1;\nint *first_{made} = &real_{made};\nint **{made} = "
                                    f"&first_{made};"))
        target, read = ctx.pick((f"**{made}", f"real_{made}"), (f"real_{made}", f"**{made}"),
                                (f"*first_{made}", f"**{made}"))
    elif how == "moved":
        ctx.before.append(statement(f"auto {made} = std::make_unique<int>(4), other_{made} = "
                                    f"std::make_unique<int>(5);"))
        return [statement(f"*{made} = (*{made} + {given}) % 1009;"), *used(ctx, f"*other_{made}"),
                statement(f"std::swap({made}, other_{made});")]
    elif how == "rebound":
        ctx.before.append(statement(f"int a_{made} = 1, b_{made} = 2;\nint *{made} = &a_{made};"))
        return [statement(f"if ({given} > 9) {made} = {made} == &a_{made} ? &b_{made} : &a_{made};"),
                *used(ctx, f"*{made}")]
    else:
        ctx.before.append(statement(f"const std::shared_ptr<int> {made} = std::make_shared<int>(4);\n"
                                    f"const auto other_{made} = {made}{'.get()' if how == 'get' else ''};"))
        target, read = f"*{made}", f"*other_{made}"
    ctx.show(read, made)
    change = [statement(f"{target} = ({target} * 2 + {given}) % 1009;")]
    return change + used(ctx, read) if ctx.chances(0.5) else used(ctx, read) + change
