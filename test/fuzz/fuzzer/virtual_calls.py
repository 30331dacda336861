"""Virtual calls: by reference, by pointer, through owners; overriders compute, change their object, or print."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement
from fuzzer.summaries import used

SHAPES = ("struct @ { virtual ~@() = default; virtual int area(int x) const { return x + 1; } };\n"
          "struct Square_@ : @ { int side = 4; int area(int x) const override { return x * side % 97; } };\n"
          "struct Round_@ : @ { std::vector<int> radii = {3, 1, 4}; int area(int x) const override { return x + "
          "radii[1]; } };")
GROWING = ("struct @ { int size = 1; virtual ~@() = default; virtual void grow(int x) { size = (size + x) % 1009; } "
           "};\n"
           "struct Doubling_@ : @ { int times = 0; void grow(int x) override { size = (size * 2 + x) % 1009; ++times; "
           "} "
           "};")


@block(4)
def virtual_reader(ctx):
    """Objects that the loop doesn't change."""
    name, made = function(ctx, SHAPES), ctx.fresh("shapes")
    how = ctx.pick("reference", "pointer", "owner", "owners", "pointers", "parameter")
    given = integer(ctx).text()
    if how in ("reference", "pointer"):
        mark = "&" if how == "reference" else "*"
        ctx.before.append(statement(f"{ctx.pick('Square', 'Round')}_{name} real_{made};\n"
                                    f"const {name} {mark}{made} = {'&' if mark == '*' else ''}real_{made};"))
        return used(ctx, f"{made}{'.' if mark == '&' else '->'}area({given})")
    if how == "owner":
        ctx.before.append(statement(f"const std::unique_ptr<{name}> {made} = std::make_unique<Round_{name}>();"))
        return used(ctx, f"{made}->area({given})")
    if how == "parameter":
        helper = function(ctx, f"static int @(const {name} &shape, int x) {{ return shape.area(x) + shape.area(1); }}")
        ctx.before.append(statement(f"const Square_{name} {made};"))
        return used(ctx, f"{helper}({made}, {given})")
    if how == "owners":
        ctx.before.append(statement(f"std::vector<std::unique_ptr<{name}>> {made};\n"
                                    f"{made}.push_back(std::make_unique<Square_{name}>());\n"
                                    f"{made}.push_back(std::make_unique<Round_{name}>());"))
    else:
        ctx.before.append(statement(f"const Square_{name} a_{made};\nconst Round_{name} b_{made};\n"
                                    f"const {name} *const {made}[] = {{&a_{made}, &b_{made}}};"))
    if ctx.chances(0.3):
        each, own = ctx.fresh("each"), ctx.fresh("own")
        return [statement(f"int {own} = 0;"),
                statement(f"for (const auto &{each} : {made}) {own} += {each}->area({given});"), *used(ctx, own)]
    return used(ctx, f"{made}[static_cast<unsigned>({integer(ctx).text()}) % 2u]->area({given})")


@block(4, index=True)
def virtual_change_of_own(ctx):
    """Each iteration changes an object of its own through its base."""
    name, made, i = function(ctx, GROWING), ctx.fresh("plants"), ctx.index
    how = ctx.pick("owners", "owners", "objects", "shared", "pointers")
    fill = f"for (int k = 0; k < {ctx.size + 2}; ++k) "
    if how == "objects":
        ctx.before.append(statement(f"std::vector<Doubling_{name}> {made}({ctx.size + 2});"))
        ctx.show_each(made, "each.size", "each.times")
        base = ctx.fresh("base")
        return [statement(f"{name} &{base} = {made}[{i}];"), statement(f"{base}.grow(", integer(ctx), ");"),
                *used(ctx, f"{base}.size")]
    ctx.show_each(made, "each->size")
    if how == "pointers":
        ctx.exposed = True
        ctx.before.append(statement(f"std::deque<{name}> real_{made};\nstd::deque<Doubling_{name}> more_{made};\n"
                                    f"std::vector<{name} *> {made};\n{fill}if (k % 2) {made}.push_back(&real_{made}."
                                    f"emplace_back()); else {made}.push_back(&more_{made}.emplace_back());"))
    else:
        owner = "unique" if how == "owners" else "shared"
        ctx.before.append(statement(f"std::vector<std::{owner}_ptr<{name}>> {made};\n{fill}if (k % 2) {made}.push_back("
                                    f"std::make_{owner}<{name}>()); else {made}.push_back(std::make_{owner}<Doubling_"
                                    f"{name}>());"))
    return [statement(f"{made}[{i}]->grow(", integer(ctx), ");"), *used(ctx, f"{made}[{i}]->size")]


@block(3)
def virtual_sink(ctx):
    """An object that takes what iterations make; nobody in the loop reads it."""
    name = function(ctx, "struct @ { virtual ~@() = default; virtual void put(int x) = 0; };\n"
                         "struct Summing_@ : @ { long sum = 0; void put(int x) override { sum += x; } };\n"
                         "struct Keeping_@ : @ { std::vector<int> all; void put(int x) override { all.push_back(x); } "
                         "};\n"
                         "struct Printing_@ : @ { void put(int x) override { std::cout << x << '\\n'; } };")
    kind, shown = ctx.pick(("Summing", "sum"), ("Keeping", "all"), ("Printing", None))
    made, how = ctx.fresh("sink"), ctx.pick("reference", "object", "parameter", "base")
    ctx.before.append(statement(f"{kind}_{name} real_{made};"))
    if shown:
        ctx.show(f"real_{made}.{shown}", made)
    if how == "object":
        return [statement(f"real_{made}.put(", integer(ctx), ");")]
    if how == "parameter":
        helper = function(ctx, f"static void @({name} &sink, int x) {{ if (x % 3) sink.put(x); }}")
        return [statement(f"{helper}(real_{made}, ", integer(ctx), ");")]
    if how == "base":
        return [statement(f"static_cast<{name} &>(real_{made}).put(", integer(ctx), ");")]
    ctx.before.append(statement(f"{name} &{made} = real_{made};"))
    return [statement(f"{made}.put(", integer(ctx), ");")]


@block(3)
def virtual_call_with_history(ctx):
    """An overrider gives back what earlier iterations left."""
    ctx.not_safe("an overrider gives back its history")
    name, made = ctx.fresh("Source"), ctx.fresh("source")
    how = ctx.pick("field", "global", "other object", "shared object", "base field")
    base = f"struct {name} {{ int base = 1; virtual ~{name}() = default; virtual int next(int x) {{ return x; }} }};\n"
    if how == "global":
        base += f"static int last_{name} = 1;\n"
    body = {"field": "last = (last * 3 + x) % 97; return last;", "other object": "*other = (*other * 3 + x) % 97; "
            "return *other;", "base field": "base = (base * 3 + x) % 97; return base;", "shared object": "return last "
                                                                                                         "+= x % 5;",
            "global": f"return last_{name} = (last_{name} * 3 + x) % 97;"}[how]
    ctx.globals.append(statement(f"{base}struct Derived_{name} : {name} {{ int last = 1; int *other = nullptr; int "
                                 f"next(int x) override {{ {body} }} }};"))
    given = integer(ctx).text()
    ctx.before.append(statement(f"Derived_{name} real_{made};\nint outer_{made} = 1;\nreal_{made}.other = "
                                f"&outer_{made};"))
    ctx.show(f"real_{made}.last, real_{made}.base, outer_{made}", made)
    if how == "shared object":
        ctx.before.append(statement(f"std::vector<{name} *> {made}(2, &real_{made});"))
        return used(ctx, f"{made}[static_cast<unsigned>({integer(ctx).text()}) % 2u]->next({given})")
    ctx.before.append(statement(ctx.pick(f"{name} &{made} = real_{made};", f"{name} &{made} = *&real_{made};")))
    if how == "other object" and ctx.chances(0.5):
        return [statement(f"{made}.next({given});"), *used(ctx, f"outer_{made}")]
    return used(ctx, f"{made}.next({given})")
