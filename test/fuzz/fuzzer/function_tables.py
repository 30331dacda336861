"""Functions that are values: pointers, pointers to methods, std::function; in variables, fields and tables that were
filled before the loop."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement
from fuzzer.summaries import used


def _slot(ctx, count):
    """A subscript that need not differ between iterations, as text."""
    return f"static_cast<unsigned>({integer(ctx).text()}) % {count}u"


@block(4)
def computed_through_table(ctx):
    """Functions that only compute, chosen by the iteration."""
    first = function(ctx, "static int @(int x) { return x * 5 % 77; }")
    second = function(ctx, "static int @(int x) { return x < 0 ? -x : x + 2; }")
    name, given = ctx.fresh("table"), integer(ctx).text()
    how = ctx.pick("C", "vector", "std::function", "map", "field", "typedef", "method", "lambdas")
    constant = ctx.pick("const ", "")
    if how == "field":
        kind = function(ctx, "struct @ { const char *name; int (*run)(int); };")
        ctx.before.append(statement(f'{constant}{kind} {name}[] = {{{{"a", {first}}}, {{"b", {second}}}}};'))
        return used(ctx, f"{name}[{_slot(ctx, 2)}].run({given})")
    if how == "method":
        kind = function(ctx, "struct @ { int a = 3; int up(int x) const { return (x + a) % 91; } int down(int x) const "
                             "{ return x - a; } };")
        ctx.before.append(statement(f"{constant}{kind} {name};\nint ({kind}::*const {name}_method)(int) const = "
                                    f"&{kind}::{ctx.pick('up', 'down')};"))
        return used(ctx, f"({name}.*{name}_method)({given})")
    if how == "map":
        ctx.before.append(statement(f"const std::map<std::string, std::function<int(int)>> {name} = "
                                    f'{{{{"a", {first}}}, {{"b", [](int x) {{ return x % 13; }}}}}};'))
        return used(ctx, f'{name}.at({integer(ctx).text()} % 2 ? "a" : "b")({given})')
    spelt = {"C": f"int (*{constant}{name}[])(int)", "vector": f"{constant}std::vector<int (*)(int)> {name}",
             "std::function": f"{constant}std::vector<std::function<int(int)>> {name}",
             "typedef": f"using Called_{name} = int(int);\nCalled_{name} *{constant}{name}[2]",
             "lambdas": f"{constant}std::array<int (*)(int), 2> {name}"}[how]
    second = "[](int x) { return x % 13; }" if how == "lambdas" else second
    ctx.before.append(statement(f"{spelt} = {{{first}, {second}}};"))
    return used(ctx, f"{name}[{_slot(ctx, 2)}]({given})")


@block(3)
def changed_through_table(ctx):
    """Functions that change what they are handed, chosen before the loop or by the iteration."""
    total = ctx.outside("long", " = 2", "total")
    first = function(ctx, "static void @(long &sum, int x) { sum += x % 50; }")
    second = function(ctx, "static void @(long &sum, int x) { if (x > 9) sum -= x; }")
    name, given = ctx.fresh("table"), integer(ctx)
    how = ctx.pick("one", "table", "std::function", "field", "pointer")
    if how == "one":
        ctx.before.append(statement(f"void (*{ctx.pick('const ', '')}{name})(long &, int) = {first};"))
        return [statement(f"{name}({total}, ", given, ");")]
    if how == "std::function":
        ctx.before.append(statement(f"{ctx.pick('const ', '')}std::function<void(long &, int)> {name} = {second};"))
        return [statement(f"{name}({total}, ", given, ");")]
    if how == "field":
        kind = function(ctx, "struct @ { std::function<void(long &, int)> change; };")
        ctx.before.append(statement(f"const {kind} {name}{{{first}}};"))
        return [statement(f"{name}.change({total}, ", given, ");")]
    if how == "pointer":
        third = function(ctx, "static void @(long *sum, int x) { *sum += x; }")
        ctx.before.append(statement(f"void (*const {name})(long *, int) = {third};"))
        return [statement(f"{name}(&{total}, ", given, ");")]
    ctx.before.append(statement(f"void (*const {name}[])(long &, int) = {{{first}, {second}}};"))
    return [statement(f"{name}[{_slot(ctx, 2)}]({total}, ", given, ");")]


@block(3)
def captured_in_function_object(ctx):
    """A std::function that was made before the loop changes what its lambda captured."""
    total, name = ctx.outside("long", " = 0", "total"), ctx.fresh("add")
    ctx.exposed = True
    how = ctx.pick("std::function", "table", "field", "copy")
    lambda_ = f"[&](int x) {{ {total} += x; }}"
    if how == "table":
        ctx.before.append(statement(f"const std::vector<std::function<void(int)>> {name} = "
                                    f"{{{lambda_}, [](int) {{}}}};"))
        return [statement(f"{name}[{_slot(ctx, 2)}](", integer(ctx), ");")]
    if how == "field":
        kind = function(ctx, "struct @ {\nstd::function<void(int)> put;\nvoid twice(int x) const { put(x); put(x / 2); "
                             "}\n};")
        ctx.before.append(statement(f"const {kind} {name}{{{lambda_}}};"))
        return [statement(f"{name}.{ctx.pick('put', 'twice')}(", integer(ctx), ");")]
    ctx.before.append(statement(f"const std::function<void(int)> {name} = {lambda_};"))
    if how == "copy":
        own = ctx.fresh("own")
        return [statement(f"const auto {own} = {name};"), statement(f"{own}(", integer(ctx), ");")]
    return [statement(f"{name}(", integer(ctx), ");")]


@block(2, index=True)
def stored_through_table(ctx):
    """Functions of a table that store into the iteration's own element."""
    first = function(ctx, "static void @(std::vector<int> &a, int i, int x) { a[i] = x; }")
    second = function(ctx, "static void @(std::vector<int> &a, int i, int x) { a[i] += x % 9; }")
    cells, name = ctx.fresh("cells"), ctx.fresh("table")
    ctx.before.append(statement(f"std::vector<int> {cells}({ctx.size + 2}, 3);"))
    ctx.before.append(statement(ctx.pick(
        f"void (*const {name}[])(std::vector<int> &, int, int) = {{{first}, {second}}};",
        f"const std::function<void(std::vector<int> &, int, int)> {name}[] = {{{first}, {second}}};")))
    ctx.show(cells, cells)
    return [statement(f"{name}[{_slot(ctx, 2)}]({cells}, {ctx.index}, ", integer(ctx), ");"),
            *used(ctx, f"{cells}[{ctx.index}]")]


@block(3)
def state_behind_table(ctx):
    """A function of a table keeps something for later iterations, or the table itself is changed."""
    ctx.not_safe("a function behind a pointer has a state, or the pointer changes")
    plain = function(ctx, "static int @(int x) { return x * 5 % 77; }")
    name, given = ctx.fresh("table"), integer(ctx).text()
    how = ctx.pick("global", "captured", "mutable", "other lambda", "changed pointer", "changed function", "own field")
    if how == "global":
        ctx.globals.append(statement(f"static int last_{name} = 1;"))
        counting = function(ctx, f"static int @(int x) {{ return last_{name} = (last_{name} * 3 + x) % 97; }}")
        ctx.before.append(statement(ctx.pick(f"int (*const {name}[])(int) = {{{plain}, {counting}}};",
                                             f"const std::function<int(int)> {name}[] = {{{plain}, {counting}}};")))
        return used(ctx, f"{name}[{_slot(ctx, 2)}]({given})")
    if how in ("changed pointer", "changed function"):
        other = function(ctx, "static int @(int x) { return x % 13 + 1; }")
        spelt = f"int (*{name})(int)" if how == "changed pointer" else f"std::function<int(int)> {name}"
        ctx.before.append(statement(f"{spelt} = {plain};"))
        return [statement("if (", integer(ctx), f" > 12) {name} = {other};"), *used(ctx, f"{name}({given})")]
    if how == "own field":
        kind = function(ctx, "struct @ {\nint last = 1;\nstd::function<int(int)> step = [this](int x) { return last = "
                             "(last * 3 + x) % 97; };\n@() = default;\n@(const @ &) = delete;\n};")
        ctx.before.append(statement(f"{kind} {name};"))
        return used(ctx, f"{name}.step({given})")
    state = ctx.outside("int", " = 1", "state", ("local",)).name
    if how == "mutable":
        ctx.before.append(statement(f"const std::function<int(int)> {name} = [last = 1](int x) mutable "
                                    f"{{ return last = "
                                    f"(last * 3 + x) % 97; }};"))
    elif how == "captured":
        ctx.before.append(statement(f"const std::function<int(int)> {name} = [&](int x) {{ return {state} = ({state} * "
                                    f"3 + x) % 97; }};"))
    else:
        ctx.before.append(statement(f"const std::function<int()> peek_{name} = [&] {{ return {state}; }};\n"
                                    f"const std::function<int(int)> {name} = [&](int x) "
                                    f"{{ return peek_{name}() + x; }};"))
        return [statement(f"{state} = ({state} + ", integer(ctx), ") % 97;"), *used(ctx, f"{name}({given})")]
    return used(ctx, f"{name}({given})")
