"""Hostile blocks: what carries a value to a later iteration in ways that are easy to overlook. None of them is safe."""

from fuzzer.blocks import block
from fuzzer.expressions import flag, integer
from fuzzer.pieces import statement


@block(1.5)
def worker_needs_sum(ctx):
    total, own = ctx.outside("int", " = 1", "total"), ctx.fresh("own")
    out = ctx.outside("std::vector<int>", "", "out")
    ctx.not_safe("a sum is needed by a worker")
    heavy = ctx.need("spin")
    return [statement(f"{total} = ({total} + ", integer(ctx), ") % 1009;"),
            statement(f"const int {own} = {heavy}({heavy}({total}));"), statement(f"{out}.push_back({own});")]


@block(1.5)
def hidden_state(ctx):
    ctx.not_safe("hidden state")
    total = ctx.outside("long", " = 0", "total")
    how = ctx.pick("rand", "engine", "static", "static in callee", "thread_local", "mutable lambda", "function object",
                   "distribution", "global in callee")
    if how == "rand":
        return [statement(f"{total} += std::rand() % 50;")]
    if how == "static":
        name = ctx.fresh("calls")
        return [statement(f"static int {name} = 0;"), statement(f"{name} += 2;"), statement(f"{total} += {name};")]
    name = ctx.fresh("ticket")
    if how == "static in callee":
        ctx.globals.append(statement(f"static int {name}(int x) {{ static int last = 0; return last = (last + x) % "
                                     f"91; }}"))
    elif how == "global in callee":
        ctx.globals.append(statement(f"static int last_{name} = 3;\nstatic int {name}(int x) "
                                     f"{{ last_{name} = (last_{name} * 2 + x) % 91; return last_{name}; }}"))
    elif how == "thread_local":
        ctx.globals.append(statement(f"static thread_local int last_{name} = 3;\nstatic int {name}(int x) "
                                     f"{{ last_{name} = (last_{name} * 2 + x) % 91; return last_{name}; }}"))
    elif how == "mutable lambda":
        ctx.before.append(statement(f"auto {name} = [s = 1](int x) mutable {{ return s = (s + x) % 91; }};"))
    elif how == "function object":
        ctx.globals.append(statement(f"struct Maker_{name} {{ int s = 1; int operator()(int x) {{ return s = (s * 3 "
                                     f"+ x) % 91; }} }};"))
        ctx.before.append(statement(f"Maker_{name} {name};"))
    else:
        ctx.before.append(statement(f"std::mt19937 {name}(7);"))
        if how == "distribution":
            ctx.before.append(statement(f"std::normal_distribution<double> {name}_d;"))
            return [statement(f"std::mt19937 {name}_own(static_cast<unsigned>(", integer(ctx), "));"),
                    statement(f"{total} += static_cast<long>({name}_d({name}_own) * 100);")]
        return [statement(f"{total} += static_cast<long>({name}() % 50u);")]
    return [statement(f"{total} += {name}(", integer(ctx), ");")]


@block(1.5)
def memo(ctx):
    """A cache that lookups fill, in the body or behind a function."""
    ctx.not_safe("a cache")
    total = ctx.outside("long", " = 0", "total")
    if ctx.chances(0.5):
        name = ctx.fresh("lookup")
        ctx.globals.append(statement(
            f"static std::map<int, int> cache_{name};\nstatic int {name}(int x) {{\n"
            f"auto found = cache_{name}.find(x % 5);\nif (found != cache_{name}.end()) return ++found->second;\n"
            f"return cache_{name}[x % 5] = x;\n}}"))
        return [statement(f"{total} += {name}(", integer(ctx), ");")]
    cache, own = ctx.outside("std::map<int, int>", "", "cache"), ctx.fresh("own")
    return [statement(f"const int {own} = (", integer(ctx), ") % 5;"),
            statement(f"if (!{cache}.count({own})) {cache}[{own}] = {ctx.need('spin')}({own} + ", integer(ctx), ");"),
            statement(f"{total} += {ctx.need('spin')}({cache}.at({own}));")]


@block(2, index=True)
def neighbour(ctx):
    """Reads what the iteration before or behind changes."""
    a, out = ctx.fresh("a"), ctx.outside("std::vector<int>", "", "out")
    ctx.before.append(statement(f"std::vector<int> {a}({ctx.size + 3}, 5);"))
    ctx.show(a, a)
    i, own = ctx.index, ctx.fresh("own")
    how = ctx.pick("before", "behind", "both", "first", "all", "conditional")
    made = [statement(f"{a}[{i} + 1] = ({a}[{i} + 1] + ", integer(ctx), ") % 1009;")]
    ctx.not_safe("an element of another iteration is read")
    read = {"before": f"{a}[{i}]", "behind": f"{a}[{i} + 2]", "both": f"({a}[{i}] + {a}[{i} + 2]) % 1009",
            "first": f"{a}[1]", "all": f"std::accumulate({a}.begin(), {a}.end(), 0) % 1009",
            "conditional": f"({a}[{i} + 1] % 3 == 0 ? {a}[{i}] : 4)"}[how]
    made += [statement(f"const int {own} = {ctx.need('spin')}({read});"), statement(f"{out}.push_back({own});")]
    if ctx.chances(0.5):
        return [made[1], made[0], made[2]]
    return made


@block(1)
def changes_bound(ctx):
    ctx.not_safe("the bound is changed in the body")
    name = ctx.fresh("limit")
    ctx.before.append(statement(f"int {name} = {ctx.size // 2};"))
    ctx.extra_condition = name
    return [statement("if (", flag(ctx), f") {name} -= 1;")]


@block(1.5)
def escaped_address(ctx):
    """The address of what is changed lies somewhere else, and a function reads it there."""
    ctx.not_safe("read through an escaped address")
    name = ctx.fresh("watched")
    ctx.globals.append(statement(f"static int *{name} = nullptr;\nstatic int read_{name}(int x) "
                                 f"{{ return {name} ? (*{name} * 3 + x) % 91 : x; }}"))
    total = ctx.outside("int", " = 1", "total", ("local", "alone"))
    ctx.before.append(statement(f"{name} = &{total};"))
    out, own = ctx.outside("std::vector<int>", "", "out"), ctx.fresh("own")
    return [statement(f"{total} = ({total} + ", integer(ctx), ") % 1009;"),
            statement(f"const int {own} = {ctx.need('spin')}(read_{name}(", integer(ctx), "));"),
            statement(f"{out}.push_back({own});")]


@block(1.5)
def moving_buffers(ctx):
    """Containers whose buffers change hands or move."""
    how = ctx.pick("swap", "grow", "move")
    ctx.not_safe("buffers move")
    a = ctx.outside("std::vector<int>", "{1, 2, 3}", "a", ("local",))
    if how == "swap":
        b = ctx.outside("std::vector<int>", "{4, 5, 6}", "b", ("local",))
        return [statement(f"{a}[1] = ({b}[1] * 2 + ", integer(ctx), ") % 1009;"), statement(f"std::swap({a}, {b});")]
    if how == "grow":
        own, out = ctx.fresh("own"), ctx.outside("std::vector<int>", "", "out")
        return [statement(f"{a}.push_back(", integer(ctx), ");"),
                statement(f"const int {own} = {ctx.need('spin')}({a}[{a}.size() / 2]);"),
                statement(f"{out}.push_back({own});")]
    return [statement(f"std::vector<int> {a}_own = std::move({a});"),
            statement(f"{a}_own[0] = (", integer(ctx), ") % 1009;"),
            statement(f"{a} = std::move({a}_own);")]


@block(1.5)
def state_machine(ctx):
    """A state that decides what the body does."""
    ctx.not_safe("a state decides what is printed")
    state = ctx.outside("int", " = 0", "state")
    return [statement("if (", flag(ctx), f") {state} = ({state} + 1) % 3;"),
            statement(f"switch ({state}) {{\ncase 0: std::cout << (", integer(ctx), ") << '\\n'; break;\n"
                      f"case 1: std::printf(\"one\\n\"); break;\ndefault: break;\n}}")]


@block(1)
def object_with_history(ctx):
    """A method that changes its object and returns something that a worker needs."""
    ctx.not_safe("a method with history")
    name = ctx.fresh("Meter")
    ctx.globals.append(statement(f"class {name} {{\nint level_ = 2;\npublic:\n"
                                 "int feed(int x) { level_ = (level_ * 2 + x) % 97; return level_; }\n"
                                 "int level() const { return level_; }\n};"))
    meter = ctx.outside(name, "", "meter", dump=False)
    ctx.show(f"{meter}.level()", "meter")
    out, own = ctx.outside("std::vector<int>", "", "out"), ctx.fresh("own")
    return [statement(f"const int {own} = {ctx.need('spin')}({meter}.feed(", integer(ctx), "));"),
            statement(f"{out}.push_back({own});")]
