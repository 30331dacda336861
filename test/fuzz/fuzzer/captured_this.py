"""Lambdas that capture `this`: called, handed to algorithms, kept in a std::function; in a method that the loop calls,
or in the loop's own method."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement
from fuzzer.summaries import used


@block(3)
def lambda_of_callee(ctx):
    """The loop calls a method whose lambda changes fields of the object."""
    sources = {"called": "void put(int x) { const auto add = [this](int y) { sum += y; }; add(x); add(x % 7); }",
               "handed": "void put(int x) { const int all[] = {x, x % 9}; std::for_each(all, all + 2, [this](int y) "
                         "{ sum += y; ++count; }); }",
               "compares": "void put(int x) { std::vector<int> own = {x, x % 9, 4}; std::sort(own.begin(), own.end(), "
                           "[this](int a, int b) { return a * scale < b * scale; }); sum += own[1]; }",
               "kept": "void put(int x) { const std::function<void(int)> add = [this](int y) { sum += y * scale; }; "
                       "add(x); }",
               "nested": "void add(int x) { sum += x; }\nvoid put(int x) { const auto outer = [this](int y) { const "
                         "auto inner = [this, y] { add(y); }; inner(); }; outer(x); }"}
    name = function(ctx, f"struct @ {{\nlong sum = 0;\nint count = 0, scale = 3;\n"
                         f"{ctx.chance.choice(list(sources.values()))}\n}};")
    target = ctx.outside(name, "", "object", dump=False)
    ctx.show(f"{target}.sum, {target}.count", "object")
    return [statement(f"{target}.put(", integer(ctx), ");")]


@block(2)
def lambda_of_callee_with_history(ctx):
    """The lambda of a method gives back what earlier iterations left in the object."""
    sources = {"called": "int next(int x) { const auto step = [this](int y) { return last = (last * 3 + y) % 1009; }; "
                         "return step(x); }",
               "compares": "int next(int x) { std::vector<int> own = {x, x % 9, 4}; std::sort(own.begin(), own.end(), "
                           "[this](int a, int b) { last = (last + a) % 1009; return a < b; }); return own[1]; }",
               "reads": "int next(int x) { const auto peek = [this] { return last; }; last = (last + x) % 1009; "
                        "return peek(); }",
               "copies": "int next(int x) { const auto peek = [*this] { return last; }; last = (last + x) % 1009; "
                         "return peek(); }"}
    ctx.not_safe("a lambda of a method gives back the object's history")
    name = function(ctx, f"struct @ {{\nint last = 1;\n{ctx.chance.choice(list(sources.values()))}\n}};")
    target = ctx.outside(name, "", "object", dump=False)
    ctx.show(f"{target}.last", "object")
    return used(ctx, f"{target}.next({integer(ctx).text()}) + {target}.last")


@block(2)
def lambda_that_reads_the_object(ctx):
    """The object isn't changed; a lambda of its method reads it."""
    sources = {"called": "int get(int x) const { const auto scaled = [this](int y) { return y * scale % 101; }; return "
                         "scaled(x); }",
               "handed": "int get(int x) const { std::vector<int> own = {x, x % 9, 4}; std::sort(own.begin(), "
                         "own.end(), [this](int a, int b) { return less(a, b); }); return own[0] % 101; }",
               "kept": "std::function<int(int)> scaled = [this](int y) { return y * scale % 101; };\n"
                       "int get(int x) const { return scaled(x); }"}
    how = ctx.chance.choice(list(sources))
    name = function(ctx, f"struct @ {{\nint scale = 3;\nbool less(int a, int b) const {{ return a * scale % 7 < b * "
                         f"scale % 7; }}\n{sources[how]}\n@() = default;\n@(const @ &) = delete;\n}};")
    target = ctx.outside(name, "", "object", ("local", "alone"), False)
    return used(ctx, f"{target}.get({integer(ctx).text()})")


@block(6)
def lambda_in_method(ctx):
    """The loop stands in a method, and a lambda that captures the object changes a field."""
    if ctx.place != "method":
        return []
    total, name = ctx.outside("long", " = 0", "total", ("field",)).name, ctx.fresh("add")
    how = ctx.pick("in the body", "before", "function", "for_each", "sort", "table")
    changing = f"[this](int x) {{ {total} += x; }}"
    if how == "in the body":
        return [statement(f"const auto {name} = {changing};"), statement(f"{name}(", integer(ctx), ");")]
    if how in ("before", "function"):
        ctype = "auto" if how == "before" else "std::function<void(int)>"
        ctx.before.append(statement(f"const {ctype} {name} = {changing};"))
        return [statement(f"{name}(", integer(ctx), ");")]
    if how == "table":
        ctx.before.append(statement(f"const std::function<void(int)> {name}[] = {{{changing}, [](int) {{}}}};"))
        return [statement(f"{name}[static_cast<unsigned>(", integer(ctx), ") % 2u](3);")]
    own = ctx.fresh("own")
    made = [statement(f"std::vector<int> {own} = {{", integer(ctx), ", ", integer(ctx), ", 4};")]
    if how == "for_each":
        return made + [statement(f"std::for_each({own}.begin(), {own}.end(), {changing});")]
    scale = ctx.outside("int", " = 5", "scale", ("field",)).name
    return made + [statement(f"std::sort({own}.begin(), {own}.end(), [this](int a, int b) {{ return a * {scale} % 11 < "
                             f"b * {scale} % 11; }});"), *used(ctx, f"{own}[0] * 3 + {own}[1] % 11")]


@block(4, index=True)
def lambda_stores_in_field(ctx):
    """The loop stands in a method, and a lambda that captures the object stores into the iteration's own element."""
    if ctx.place != "method":
        return []
    cells = ctx.outside(f"std::array<int, {ctx.size + 2}>", "{}", "cells", ("field",)).name
    name, i = ctx.fresh("store"), ctx.index
    parameters, stores = ctx.pick(("int at, int x", f"{cells}[at] = x"),
                                  ("int at, int x", f"{cells}[at] = ({cells}[at] + x) % 1009"),
                                  ("std::size_t at, int x", f"{cells}.at(at) = x"))
    made = statement(f"const {ctx.pick('auto', 'std::function<void(int, int)>')} {name} = [this]({parameters}) "
                     f"{{ {stores}; }};")
    inside = ctx.chances(0.5)
    if not inside:
        ctx.before.append(made)
    return [*([made] if inside else []), statement(f"{name}({i}, ", integer(ctx), ");"), *used(ctx, f"{cells}[{i}]")]


@block(3)
def lambda_in_method_with_history(ctx):
    """The loop stands in a method, and a worker needs what a lambda that captures the object makes of a field."""
    if ctx.place != "method":
        return []
    ctx.not_safe("a lambda gives back a field that it changes")
    state, name = ctx.outside("int", " = 2", "state", ("field",)).name, ctx.fresh("step")
    spelt = ctx.pick("auto", "std::function<int(int)>")
    made = statement(f"const {spelt} {name} = [{ctx.pick('this', '&')}](int x) {{ return {state} = ({state} * 3 + x) % "
                     f"1009; }};")
    inside = ctx.chances(0.5)
    if not inside:
        ctx.before.append(made)
    return [*([made] if inside else []), *used(ctx, f"{name}({integer(ctx).text()})")]
