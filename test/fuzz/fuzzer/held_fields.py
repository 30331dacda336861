"""Fields that are references or pointers to objects outside: views, sinks, guards, adapters."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer
from fuzzer.pieces import statement
from fuzzer.summaries import used


@block(3)
def view_object(ctx):
    """A class that looks at what the loop doesn't change, through one or two layers."""
    data, view = ctx.fresh("data"), ctx.fresh("view")
    ctx.before.append(statement(f"{ctx.pick('const ', '')}std::vector<int> {data} = {{5, 3, 8, 1}};"))
    how = ctx.pick("reference", "pointer", "adapter", "made inside", "range")
    field = "const int *cells" if how == "pointer" else "const std::vector<int> &cells"
    name = function(ctx, f"struct @ {{\n{field};\nint at(int k) const {{ return cells[static_cast<unsigned>(k) % 4u]; "
                         f"}}\n}};")
    given = integer(ctx).text()
    made = statement(f"const {name} {view}{{{data}{'.data()' if how == 'pointer' else ''}}};")
    if how == "made inside":
        return [made, *used(ctx, f"{view}.at({given})")]
    ctx.before.append(made)
    if how == "adapter":
        outer = function(ctx, f"struct @ "
                              f"{{ const {name} &inner; int scale; int at(int k) const {{ return inner.at(k) * "
                              f"scale; }} }};")
        ctx.before.append(statement(f"const {outer} outer_{view}{{{view}, 3}};"))
        return used(ctx, f"outer_{view}.at({given})")
    if how == "range":
        own, each = ctx.fresh("own"), ctx.fresh("each")
        return [statement(f"int {own} = ", integer(ctx), ";"),
                statement(f"for (const int {each} : {view}.cells) {own} += {each};"), *used(ctx, own)]
    return used(ctx, f"{view}.at({given})")


@block(4)
def sink_object(ctx):
    """A class that puts what it gets into what it refers to; nobody in the loop reads it."""
    sources = {"sum": ("long &out", "out += x;"), "pointer": ("long *out", "*out += x;"),
               "vector": ("std::vector<int> &out", "out.push_back(x);"),
               "pointer to vector": ("std::vector<int> *out", "out->push_back(x);"),
               "text": ("std::string &out", "out += std::to_string(x);")}
    how = ctx.chance.choice(list(sources))
    field, change = sources[how]
    name = function(ctx, f"class @ "
                         f"{{\n{field};\npublic:\nexplicit @({field.replace('out', 'given')}) : out(given) {{}}\n"
                         f"void put(int x) const {{ {change} }}\n}};")
    ctype = "long" if "long" in field else "std::string" if "string" in field else "std::vector<int>"
    out, sink = ctx.outside(ctype, " = 0" if ctype == "long" else "", "out", ("local", "parameter", "field")), \
        ctx.fresh("sink")
    ctx.exposed = True
    made = statement(f"const {name} {sink}({'&' if '*' in field else ''}{out});")
    if ctx.chances(0.5):
        ctx.before.append(made)
        return [statement(f"{sink}.put(", integer(ctx), ");")]
    return [made, statement(f"{sink}.put(", integer(ctx), ");")]


@block(3)
def guard_object(ctx):
    """An object of the body that counts up and down, or sums up when it ends."""
    sources = {"depth": "int &out;\nexplicit @(int &given) : out(given) { ++out; }\n~@() { --out; }",
               "adds": "int &out;\nint own = 0;\nexplicit @(int &given) : out(given) {}\n~@() { out += own % 50; }",
               "pointer": "int *out;\nexplicit @(int &given) : out(&given) {}\n~@() { *out += 1; }"}
    name, guard = function(ctx, f"struct @ "
                                f"{{\n{ctx.chance.choice(list(sources.values()))}\n@(const @ &) = delete;\n}};"), \
        ctx.fresh("guard")
    out = ctx.outside("int", " = 0", "out", ("local", "parameter", "field", "alone"))
    return [statement(f"const {name} {guard}({out});"), *used(ctx, integer(ctx).text())]


@block(2)
def restoring_guard(ctx):
    """An object of the body that sets a variable, and gives it back its value when it ends."""
    name, guard = function(ctx, "struct @ {\nint &out;\nint before;\n@(int &given, int x) : out(given), before(given) "
                                "{ "
                                "out = x; }\n~@() { out = before; }\n@(const @ &) = delete;\n};"), ctx.fresh("guard")
    ctx.not_safe("a guard reads what an earlier one gave back")
    out = ctx.outside("int", " = 7", "out", ("local", "parameter", "field", "alone"))
    return [statement(f"const {name} {guard}({out}, ", integer(ctx), ");"), *used(ctx, f"{out}")]


@block(4, index=True)
def cells_behind_field(ctx):
    """A class stores into the iteration's own element of what it refers to."""
    cells, view, i = ctx.fresh("cells"), ctx.fresh("view"), ctx.index
    ctx.before.append(statement(f"std::vector<int> {cells}({ctx.size + 2}, 2);"))
    ctx.show(cells, cells)
    field, given = ctx.pick(("std::vector<int> &cells", cells), ("int *cells", f"{cells}.data()"),
                            ("int *const cells", f"&{cells}[0]"))
    constant = ctx.pick(" const", "")
    name = function(ctx, f"struct @ {{\n{field};\nvoid set(int i, int x){constant} {{ cells[i] = x; }}\n"
                         f"int &at(int i){constant} {{ return cells[i]; }}\n"
                         "int get(int i) const { return cells[i]; }\n};")
    made = statement(f"{name} {view}{{{given}}};")
    inside = ctx.chances(0.3)
    if not inside:
        ctx.before.append(made)
    change = ctx.pick([statement(f"{view}.set({i}, ", integer(ctx), ");")],
                      [statement(f"{view}.at({i}) += ", integer(ctx), ";")],
                      [statement(f"{view}.cells[{i}] = ", integer(ctx), ";")])
    return [*([made] if inside else []), *change, *used(ctx, f"{view}.get({i})")]


@block(3)
def view_of_changed(ctx):
    """A class looks at what the loop changes, directly or through a second object."""
    ctx.not_safe("a view of what the loop changes")
    name = function(ctx, "struct @ { int &x; int get() const { return x; } void set(int y) const { x = y; } };")
    outer = function(ctx, f"struct @ "
                          f"{{ const {name} *inner; int get() const {{ return inner->get() + 1; }} void set(int "
                          f"y) const {{ inner->set(y); }} }};")
    out, view = ctx.outside("int", " = 3", "out", ("local", "alone")).name, ctx.fresh("view")
    ctx.before.append(statement(f"const {name} {view}{{{out}}};\nconst {outer} outer_{view}{{&{view}}};"))
    read = ctx.pick(f"{view}.get()", f"outer_{view}.get()", f"{view}.x", out)
    changes = [f"{view}.set(({read} + {integer(ctx).text()}) % 1009);",
               f"outer_{view}.set(({out} + {integer(ctx).text()}) % 1009);"]
    if read != out:
        changes.append(f"{out} = ({out} + {integer(ctx).text()}) % 1009;")
    change = [statement(ctx.chance.choice(changes))]
    return change + used(ctx, read) if ctx.chances(0.5) else used(ctx, read) + change


@block(2, index=True)
def neighbour_behind_field(ctx):
    """A class stores into the iteration's own element, another one reads its neighbour."""
    ctx.not_safe("a view reads another iteration's element")
    cells, view, i = ctx.fresh("cells"), ctx.fresh("view"), ctx.index
    ctx.before.append(statement(f"std::vector<int> {cells}({ctx.size + 3}, 2);"))
    ctx.show(cells, cells)
    name = function(ctx, "struct @ { int *cells; int &at(int i) const { return cells[i]; } };")
    ctx.before.append(statement(f"const {name} {view}{{{cells}.data()}}, next_{view}{{{cells}.data() + 1}};"))
    target, read = ctx.pick((f"{view}.at({i} + 1)", f"{view}.at({i})"), (f"next_{view}.at({i})", f"{view}.at({i})"),
                            (f"{view}.at({i})", f"next_{view}.at({i})"), (f"{cells}[{i}]", f"next_{view}.at({i})"))
    return [statement(f"{target} = ({target} * 2 + ", integer(ctx), ") % 1009;"), *used(ctx, read)]
