"""Nested calls: functions that change what they are handed, methods, lambdas, templates, macros, destructors."""

from fuzzer.blocks import block
from fuzzer.expressions import integer, real
from fuzzer.pieces import statement


def function(ctx, source):
    """Puts a function or a type before the loops. `@` in the source stands for a fresh name, which is returned."""
    name = ctx.fresh("call")
    ctx.globals.append(statement(source.replace("@", name)))
    return name


@block(4)
def adds_to_reference(ctx):
    """A function or a lambda changes a sum from outside."""
    total = ctx.outside("long", " = 2", "total")
    how = ctx.pick("function", "lambda", "pointer", "template", "functor", "two")
    value = integer(ctx)
    if how == "function":
        name = function(ctx, "static void @(long &sum, int x) { sum += x % 50; }")
        return [statement(f"{name}({total}, ", value, ");")]
    if how == "pointer":
        name = function(ctx, "static void @(long *sum, int x) { if (sum) *sum += x; }")
        return [statement(f"{name}(&{total}, ", value, ");")]
    if how == "template":
        name = function(ctx, "template <class T> T &@(T &sum, int x) { sum = sum * 2 % 1000 + x; return sum; }")
        return [statement(f"{name}({total}, ", value, ");")]
    if how == "functor":
        name = function(ctx, "struct @ { long &sum; void operator()(int x) const { sum += x; } };")
        made = ctx.fresh("adder")
        ctx.before.append(statement(f"const {name} {made}{{{total}}};"))
        return [statement(f"{made}(", value, ");")]
    if how == "two":
        name = function(ctx, "static void @(long &a, std::vector<int> &b, int x) { a += x; if (x > 30) "
                             "b.push_back(x); }")
        out = ctx.outside("std::vector<int>", "", "big")
        return [statement(f"{name}({total}, {out}, ", value, ");")]
    made = ctx.fresh("add")
    ctx.before.append(statement(f"const auto {made} = [&](int x) {{ {total} += x; }};"))
    return [statement(f"{made}(", value, ");")]


@block(4)
def out_parameters(ctx):
    """A function hands back values by reference, into variables of the body."""
    name = function(ctx, "static bool @(int x, int &half, std::string &words) {\n"
                         "half = x / 2;\nwords = std::to_string(x % 10);\nreturn x > 5;\n}")
    half, words, fine, given = ctx.fresh("half"), ctx.fresh("words"), ctx.fresh("fine"), integer(ctx)
    made = [statement(f"std::string {words};")]
    if ctx.depth == 0 and ctx.chances(0.3):
        half = ctx.outside("int", " = 0", "half").name
    else:
        made.append(statement(f"int {half} = 0;"))
    ctx.learn("int", half)
    ctx.learn("text", words)
    ctx.learn("flag", fine)
    return made + [statement(f"const bool {fine} = {name}(", given, f", {half}, {words});")]


@block(4, index=True)
def stores_own_element(ctx):
    """A function stores into the iteration's own element."""
    how = ctx.pick("array", "element", "method", "pointer", "maybe", "either")
    i = ctx.index
    if how == "method":
        name = function(ctx, "class @ {\nstd::vector<double> cells_;\nint width_;\npublic:\n"
                             "@(int n, int width) : cells_(static_cast<std::size_t>(n * width)), width_(width) {}\n"
                             "double &operator()(int r, int c) { return cells_[static_cast<std::size_t>(r * width_ "
                             "+ c)]; }\n"
                             "const std::vector<double> &cells() const { return cells_; }\n};")
        made = ctx.fresh("matrix")
        ctx.before.append(statement(f"{name} {made}({ctx.size + 2}, 2);"))
        ctx.show(f"{made}.cells()", made)
        return [statement(f"{made}({i}, 1) = ", real(ctx), ";"),
                statement(f"{made}({i}, 0) += {made}({i}, 1) * 0.5;")]
    a = ctx.outside("std::vector<int>", f" = std::vector<int>({ctx.size + 2})", "a",
                    ("local", "reference", "parameter"))
    if how == "array":
        name = function(ctx, "static void @(std::vector<int> &a, int i, int x) { a[static_cast<std::size_t>(i)] = x; }")
        return [statement(f"{name}({a}, {i}, ", integer(ctx), ");")]
    if how == "maybe":
        name = function(ctx, "static void @(std::vector<int> &a, int i, int x) {\n"
                             "if (x % 3 == 0) return;\nfor (int k = 0; k < 3; ++k) {\nif (x % 2) continue;\n"
                             "a[static_cast<std::size_t>(i)] += k + x;\n}\n}")
        return [statement(f"{name}({a}, {i}, ", integer(ctx), ");")]
    if how == "either":
        name = function(ctx, "static void @(int *a, int i, int x) { if (x % 3) a[i] = x; else a[i] = a[i] / 2; }")
        return [statement(f"{name}({a}.data(), {i}, ", integer(ctx), ");")]
    if how == "pointer":
        name = function(ctx, "static void @(int *a, int n, int x) { for (int k = 0; k < n; ++k) a[k] += x; }")
        return [statement(f"{name}(&{a}[{i}], 1, ", integer(ctx), ");")]
    name = function(ctx, "static void @(int &a, int x) { a = (a + x) % 1009; }")
    return [statement(f"{name}({a}[{i}], ", integer(ctx), ");")]


@block(3)
def guard(ctx):
    """An object of the body whose destructor does something."""
    how = ctx.pick("prints", "own", "counts")
    if how == "prints":
        name = function(ctx, "struct @ { int x; ~@() { std::cout << \"end \" << x << '\\n'; } };")
        return [statement(f"const {name} {ctx.fresh('guard')}{{", integer(ctx), "};")]
    if how == "own":
        name = function(ctx, "struct @ { int &x; ~@() { x = 0; } };")
        own = ctx.fresh("own")
        return [statement(f"int {own} = ", integer(ctx), ";"),
                statement(f"{{ const {name} {ctx.fresh('guard')}{{{own}}}; std::cout << {own} << ' '; }}"),
                statement(f"std::cout << {own} << '\\n';")]
    count = ctx.outside("int", " = 0", "ended")
    ctx.documented("a destructor changes something from outside")
    name = function(ctx, "struct @ { int &count; ~@() { ++count; } };")
    return [statement(f"const {name} {ctx.fresh('guard')}{{{count}}};")]


@block(3)
def macro(ctx):
    name = ctx.fresh("MACRO").upper()
    how = ctx.pick("expression", "update", "limit")
    total = ctx.outside("long", " = 0", "total")
    if how == "expression":
        ctx.globals.append(statement(f"#define {name}(x) ((x) * 3 % 101)"))
        return [statement(f"{total} += {name}(", integer(ctx), ");")]
    if how == "limit":
        ctx.globals.append(statement(f"#define {name} 17"))
        return [statement(f"{total} += (", integer(ctx), f") % {name};")]
    ctx.documented("the change is inside of a macro")
    ctx.globals.append(statement(f"#define {name}(a, b) a += (b)"))
    return [statement(f"{name}({total}, ", integer(ctx), ");")]


@block(3)
def recursion_and_pointers(ctx):
    """Functions of the program's own that only compute: recursive, through a pointer, virtual, variadic."""
    how = ctx.pick("recursive", "pointer", "virtual", "variadic", "std::function")
    total = ctx.outside("long", " = 0", "total")
    if how == "recursive":
        name = function(ctx, "static int @(int x) { return x < 2 ? 1 : @(x / 2) + x % 3; }")
        return [statement(f"{total} += {name}(", integer(ctx), ");")]
    if how == "variadic":
        name = function(ctx, "template <class... T> int @(T... all) { return ((all % 50) + ...); }")
        return [statement(f"{total} += {name}(", integer(ctx), ", ", integer(ctx), ");")]
    if how == "pointer":
        name = function(ctx, "static int @(int x) { return x * 5 % 77; }")
        made = ctx.fresh("function")
        ctx.before.append(statement(f"int (*const {made})(int) = {name};"))
        return [statement(f"{total} += {made}(", integer(ctx), ");")]
    made = ctx.fresh("shape")
    if how == "virtual":
        name = function(ctx, "struct @ { virtual ~@() = default; virtual int area(int x) const { return x + 1; } };\n"
                             "struct Derived_@ : @ { int area(int x) const override { return x * 2; } };")
        ctx.before.append(statement(f"const std::unique_ptr<{name}> {made} = std::make_unique<Derived_{name}>();"))
        return [statement(f"{total} += {made}->area(", integer(ctx), ");")]
    ctx.before.append(statement(f"const std::function<int(int)> {made} = [](int x) {{ return x * 3 % 55; }};"))
    return [statement(f"{total} += {made}(", integer(ctx), ");")]


@block(3)
def algorithms(ctx):
    """Algorithms of the standard library in the body."""
    own = ctx.fresh("own")
    made = [statement(f"std::vector<int> {own} = {{", integer(ctx), ", ", integer(ctx), ", ", integer(ctx), "};")]
    how = ctx.pick("sort", "accumulate", "transform", "for_each", "copy", "max")
    out = ctx.outside("std::vector<int>", "", "out")
    if how == "sort":
        return made + [statement(f"std::sort({own}.begin(), {own}.end(), [](int a, int b) {{ return a > b; }});"),
                       statement(f"{out}.insert({out}.end(), {own}.begin(), {own}.end());")]
    if how == "accumulate":
        return made + [statement(f"{out}.push_back(std::accumulate({own}.begin(), {own}.end(), 0));")]
    if how == "transform":
        return made + [statement(f"std::transform({own}.begin(), {own}.end(), {own}.begin(), "
                                 "[&](int x) { return (x + ", integer(ctx), ") % 1009; });"),
                       statement(f"{out}.push_back({own}[1]);")]
    if how == "copy":
        return made + [statement(f"std::copy({own}.begin(), {own}.end(), std::back_inserter({out}));")]
    if how == "max":
        return made + [statement(f"{out}.push_back(*std::max_element({own}.begin(), {own}.end()));")]
    total = ctx.outside("long", " = 0", "total")
    return made + [statement(f"std::for_each({own}.begin(), {own}.end(), [&](int x) {{ {total} += x; }});")]
