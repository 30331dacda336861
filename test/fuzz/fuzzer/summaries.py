"""What functions in sight do to what they are handed: assign all of it, a part, sometimes; store, swap.

Blocks that say not_safe() read in the worker what the function may have left from an earlier iteration.
"""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement


def used(ctx, read):
    """Statements that need a value in the worker, and keep what comes out."""
    own, out = ctx.fresh("own"), ctx.outside("std::vector<int>", "", "out")
    return [statement(f"const int {own} = {ctx.need('spin')}({read});"), statement(f"{out}.push_back({own});")]


@block(3, top=True)
def assigned_by_callee(ctx):
    """A scalar from outside that a function assigns always, or only on some ways."""
    sources = {"always": "static void @(int x, int &out) { if (x > 9) out = x; else out = -x; }",
               "first": "static void @(int x, int &out) { out = 0; for (int k = 0; k < x % 4; ++k) out += k; }",
               "sometimes": "static void @(int x, int &out) { if (x > 9) out = x; }",
               "returns early": "static bool @(int x, int &out) { if (x % 3 == 0) return false; out = x; return "
                                "true; }",
               "in a loop": "static void @(int x, int &out) { for (int k = 0; k < x % 3; ++k) out = k + x; }",
               "nested": "static void inner_@(int x, int &out) { if (x % 2) out = x; }\n"
                         "static void @(int x, int &out) { inner_@(x + 1, out); }",
               "reads": "static void @(int x, int &out) { out = (out * 2 + x) % 1009; }",
               "switch": "static void @(int x, int &out) { switch (x % 3) { case 0: out = 1; break; case 1: out = "
                         "2; } }"}
    how = ctx.chance.choice(list(sources))
    if how not in ("always", "first"):
        ctx.not_safe("a function assigns only sometimes, and a worker reads")
    name, given = function(ctx, sources[how]), integer(ctx)
    target = ctx.outside("int", " = 1", "t").name
    return [statement(f"{name}(", given, f", {target});")] + used(ctx, f"{target}")


@block(3, top=True)
def filled_by_callee(ctx):
    """A vector from outside that a function fills whole, partly, or appends to."""
    sources = {"clear": "static void @(int x, std::vector<int> &out) { out.clear(); for (int k = 0; k < 3; ++k) "
                        "out.push_back(x + k); }",
               "assign": "static void @(int x, std::vector<int> &out) { out.assign(3, x); }",
               "all": "static void @(int x, std::vector<int> &out) { for (auto &each : out) each = x % 101; }",
               "whole": "static void @(int x, std::vector<int> &out) { out = {x, x + 1, x + 2}; }",
               "one": "static void @(int x, std::vector<int> &out) { out[static_cast<std::size_t>(x % 3 + 3) % 3] = "
                      "x; }",
               "some": "static void @(int x, std::vector<int> &out) { for (std::size_t k = 0; k < 2; ++k) out[k] = "
                       "x; }",
               "append": "static void @(int x, std::vector<int> &out) { out.push_back(x); out.erase(out.begin()); }"}
    how = ctx.chance.choice(list(sources))
    if how in ("one", "some", "append"):
        ctx.not_safe("a function assigns a part, and a worker reads all")
    name, given = function(ctx, sources[how]), integer(ctx)
    ctype = "std::vector<int>"
    target = ctx.outside(ctype, f" = {ctype}(3, 4)", "t", ("local", "reference", "parameter"))
    return [statement(f"{name}(", given, f", {target});")] \
        + used(ctx, f"std::accumulate({target}.begin(), {target}.end(), 0) % 1009")


@block(3, top=True)
def object_set_by_method(ctx):
    """An object from outside of which a method assigns all fields, or some."""
    sources = {"all": "void set(int x) { a = x; b = x + 1; }", "in order": "void set(int x) { a = x; b = a * 2 % "
                                                                           "1009; }",
               "one": "void set(int x) { a = x; }", "sometimes": "void set(int x) { a = x; if (x % 2) b = x; }",
               "history": "void set(int x) { b = a; a = x; }", "swap": "void set(int x) { std::swap(a, b); a = x; }"}
    how = ctx.chance.choice(list(sources))
    if how not in ("all", "in order"):
        ctx.not_safe("a method assigns some fields, and a worker reads all")
    name = function(ctx, f"struct @ {{\nint a = 1, b = 2;\n{sources[how]}\nint sum() const {{ return (a * 3 + b) % "
                         f"1009; }}\n}};")
    given, target = integer(ctx), ctx.outside(name, "", "t", dump=False)
    ctx.show(f"{target}.a, {target}.b", "t")
    return [statement(f"{target}.set(", given, ");")] + used(ctx, ctx.pick(f"{target}.sum()", f"{target}.a + "
                                                                                              f"{target}.b"))


@block(4, index=True)
def own_cell(ctx):
    """Elements behind functions and methods of the program's own."""
    how = ctx.pick("set", "at", "field", "neighbour", "pointer", "fill", "swap", "two")
    sources = {"set": "static void @(std::vector<int> &v, int i, int x) { v[i] = x; }",
               "at": "static int &@(std::vector<int> &v, int i) { return v.at(i); }",
               "pointer": "static int *@(std::vector<int> &v, int i) { return v.data() + i; }",
               "fill": "static void @(std::vector<int> &v, int i, int x) { for (int k = 2 * i; k < 2 * i + 2; ++k) "
                       "v[k] = x; }",
               "swap": "static void @(std::vector<int> &v, int i) { std::swap(v[2 * i], v[2 * i + 1]); }",
               "two": "static void @(std::vector<int> &v, std::vector<int> &w, int i, int x) { v[i] = x; w[i] += "
                      "v[i] % 9; }",
               "neighbour": "static int @(const std::vector<int> &v, int i) { return v[i > 0 ? i - 1 : 0]; }",
               "field": "struct @ {\nint cells[90] = {};\nvoid set(int i, int x) { cells[i] = x; }\n"
                        "int get(int i) const { return cells[i]; }\n};"}
    name, i = function(ctx, sources[how]), ctx.index
    if how == "field":
        grid = ctx.outside(name, "", "grid", dump=False)
        ctx.show(f"{grid}.cells", "grid")
        return [statement(f"{grid}.set({i}, ", integer(ctx), ");"), *used(ctx, f"{grid}.get({i})")]
    v = ctx.fresh("v")
    ctx.before.append(statement(f"std::vector<int> {v}({2 * ctx.size + 2});\n"
                                f"for (int k = 0; k < {2 * ctx.size + 2}; ++k) {v}[k] = k % 17;"))
    ctx.show(v, v)
    if how in ("at", "pointer"):
        target = f"{'*' if how == 'pointer' else ''}{name}({v}, {i})"
        return [statement(f"{target} {ctx.pick('=', '+=')} ", integer(ctx), ";")]
    if how == "swap":
        return [statement(f"{name}({v}, {i});")] + used(ctx, f"{v}[2 * {i}]")
    if how == "two":
        w = ctx.fresh("w")
        ctx.before.append(statement(f"std::vector<int> {w}({ctx.size + 2});"))
        ctx.show(w, w)
        return [statement(f"{name}({v}, {w}, {i}, ", integer(ctx), ");")]
    if how == "neighbour":
        ctx.not_safe("a function reads another iteration's element")
        return [statement(f"{v}[{i}] = ", integer(ctx), ";")] + used(ctx, f"{name}({v}, {i})")
    return [statement(f"{name}({v}, {i}, ", integer(ctx), ");")] \
        + used(ctx, f"{v}[{'2 * ' if how == 'fill' else ''}{i}]")


@block(3)
def operators(ctx):
    """Operators and conversions of the program's own."""
    how = ctx.pick("+=", "<<", "[]", "++", "()", "counts copies", "copy has effect")
    if how in ("+=", "++", "<<"):
        name = function(ctx, "struct @ {\nint x = 0, n = 0;\n@ &operator+=(int y) { x = (x * 2 + y) % 1009; ++n; "
                             "return *this; }\n"
                             "@ &operator++() { ++n; return *this; }\n@ &operator<<(int y) { x ^= y; return *this; "
                             "}\n};")
        target = ctx.outside(name, "", "sum", dump=False)
        ctx.show(f"{target}.x, {target}.n", "sum")
        if how == "++":
            return [statement(f"++{target};")]
        return [statement(f"{target} {how} ", integer(ctx), ";" if how == "+=" else f" << 3;")]
    if how == "[]":
        name = function(ctx, "class @ {\nstd::map<int, int> all_;\npublic:\nint &operator[](int k) { return all_[k "
                             "% 5]; }\n"
                             "const std::map<int, int> &all() const { return all_; }\n};")
        target = ctx.outside(name, "", "table", dump=False)
        ctx.show(f"{target}.all()", "table")
        return [statement(f"{target}[", integer(ctx), "] += ", integer(ctx), ";")]
    if how == "()":
        name = function(ctx, "struct @ { int scale = 3; int operator()(int x) const { return x * scale % 101; } };")
        target = ctx.outside(name, "", "scaled", dump=False)
        return used(ctx, f"{target}(4)")
    ctx.not_safe("copies are counted")
    name = function(ctx, "struct @ {\nint x = 0;\nstatic int copies;\n@() = default;\n"
                         "@(const @ &other) : x(other.x) { copies += other.x % 3 + 1; }\n@ &operator=(const @ &) = "
                         "default;\n};\n"
                         "int @::copies = 0;")
    own, copy = ctx.fresh("own"), ctx.fresh("copy")
    return [statement(f"{name} {own};"), statement(f"{own}.x = ", integer(ctx), ";"),
            statement(f"{name} {copy}({own});"),
            *used(ctx, f"{copy}.x + {name}::copies")]


@block(3)
def held_references(ctx):
    """References and pointers inside of objects that were made before the loop."""
    how = ctx.pick("struct", "wrapper", "tuple", "binding", "view", "bound function", "vector of pointers")
    total = ctx.outside("int", " = 3", "total", ("local", "alone")).name
    name = ctx.fresh("held")
    read = {"struct": f"{name}.x", "wrapper": f"{name}.get()", "tuple": f"std::get<0>({name})", "binding": f"{name}_a",
            "view": f"{name}.front()", "bound function": f"{name}()", "vector of pointers": f"*{name}[0]"}[how]
    if how == "struct":
        made = f"{function(ctx, 'struct @ { int &x; };')} {name}{{{total}}};"
    elif how == "wrapper":
        made = f"std::reference_wrapper<int> {name}({total});"
    elif how == "tuple":
        made = f"std::tuple<int &, int> {name}({total}, 2);"
    elif how == "bound function":
        made = f"const auto {name} = [&] {{ return {total}; }};"
    elif how == "vector of pointers":
        made = f"std::vector<int *> {name}(2, &{total});"
    elif how == "view":
        made = f"{function(ctx, 'struct @ { int *from; int front() const { return *from; } };')} {name}{{&{total}}};"
    else:
        made = f"std::pair<int &, int> {name}({total}, 2);\nauto &[{name}_a, {name}_b] = {name};"
    ctx.before.append(statement(made))
    change = [statement(f"{total} = ({total} + ", integer(ctx), ") % 1009;")]
    if ctx.chances(0.3) and how in ("struct", "wrapper", "tuple"):
        change = [statement(f"{read} += 2;")]
        read = total
    ctx.not_safe("a worker reads a sum through what holds a reference to it")
    return change + used(ctx, read) if ctx.chances(0.5) else used(ctx, read) + change
