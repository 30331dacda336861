"""Several names for one thing: references, pointers, elements from calls, views, unions, arrays of pointers."""

from fuzzer.blocks import block
from fuzzer.expressions import element_index, flag, integer
from fuzzer.pieces import statement


@block(3)
def reference_in_body(ctx):
    """A name of the body for a sum from outside."""
    total, name = ctx.outside("long", " = 0", "total"), ctx.fresh("ref")
    spelt = ctx.pick("long &", "auto &", "auto &&")
    made = [statement(f"{spelt}{name} = {total};"), statement(f"{name} += ", integer(ctx), ";")]
    if ctx.chances(0.3):
        made.append(statement(f"if ({total} % 4 == 1) {name} -= 2;"))
    return made


@block(3)
def one_of_two(ctx):
    """Which of two sums is changed depends on the iteration."""
    a, b = ctx.outside("long", " = 0", "a"), ctx.outside("long", " = 0", "b")
    how = ctx.pick("ternary", "reference", "call", "pointer")
    if how == "ternary":
        return [statement("((", flag(ctx), f") ? {a} : {b}) += ", integer(ctx), ";")]
    name = ctx.fresh("ref")
    if how == "reference":
        return [statement(f"long &{name} = (", flag(ctx), f") ? {a} : {b};"),
                statement(f"{name} += ", integer(ctx), ";")]
    if how == "pointer":
        return [statement(f"long *{name} = (", flag(ctx), f") ? &{a} : &{b};"),
                statement(f"*{name} += ", integer(ctx), ";")]
    function = ctx.fresh("select")
    ctx.globals.append(statement(f"static long &{function}(bool first, long &a, long &b) {{ return first ? a : b; }}"))
    return [statement(f"{function}(", flag(ctx), f", {a}, {b}) += ", integer(ctx), ";")]


@block(3)
def worker_reads_alias(ctx):
    """A sum is changed, and read under another name by what else happens in the body."""
    real_name, name = ctx.outside("int", " = 1", "total", ("local",)).name, ctx.fresh("alias")
    spelt = ctx.pick(f"const int &{name} = {real_name}", f"int *{name} = &{real_name}")
    ctx.before.append(statement(f"{spelt};"))
    read = f"*{name}" if "*" in spelt else name
    out = ctx.outside("std::vector<int>", "", "out")
    change = statement(f"{real_name} = ({real_name} + ", integer(ctx), ") % 1009;")
    if ctx.chances(0.5):
        return [change, statement(f"{out}.push_back({read});")]
    ctx.not_safe("a worker needs a sum, under another name")
    own = ctx.fresh("own")
    ctx.leaves["int"].append(own)
    return [change, statement(f"const int {own} = {ctx.need('spin')}({read});"), statement(f"{out}.push_back({own});")]


@block(3, index=True)
def two_names_for_an_array(ctx):
    a, p, q = ctx.fresh("memory"), ctx.fresh("p"), ctx.fresh("q")
    shift = ctx.pick("0", "0", "1", "apart", "apart")
    size = ctx.size + 2
    offset = {"0": "0", "1": "1", "apart": str(size)}[shift]
    ctx.before.append(statement(f"std::vector<int> {a}({size * 2});\nfor (int k = 0; k < {size * 2}; ++k) {a}[k] = "
                                f"k * 7 % 90;"))
    ctx.before.append(statement(f"int *{p} = {a}.data();"))
    ctx.before.append(statement(f"const int *{q} = {a}.data() + {offset};"))
    ctx.show(a, a)
    if shift == "1":
        ctx.not_safe("two pointers into one array meet")
    return [statement(f"{p}[{ctx.index}] = ({q}[{ctx.index}] * 3 + ", integer(ctx), ") % 1009;")]


@block(2, index=True)
def array_of_pointers(ctx):
    cells, memory = ctx.fresh("cells"), ctx.fresh("memory")
    meet = ctx.chances(0.3)
    place = f"(k / 2)" if meet else f"({ctx.size + 1} - k)"
    ctx.before.append(statement(f"std::vector<long> {memory}({ctx.size + 2});\nstd::vector<long *> {cells};\n"
                                f"for (int k = 0; k < {ctx.size + 2}; ++k) "
                                f"{cells}.push_back(&{memory}[static_cast<std::size_t>({place})]);"))
    ctx.show(memory, memory)
    if meet:
        ctx.not_safe("pointers in an array meet")
    return [statement(f"*{cells}[{ctx.index}] = *{cells}[{ctx.index}] * 3 % 101 + ", integer(ctx), ";")]


@block(2, index=True)
def first_element_by_reference(ctx):
    """A reference to an element that some iteration writes."""
    a, first = ctx.fresh("a"), ctx.fresh("first")
    ctx.before.append(statement(f"std::vector<int> {a}({ctx.size + 2}, 3);"))
    ctx.before.append(statement(f"const int &{first} = {a}[{ctx.pick('0', str(ctx.size // 2))}];"))
    ctx.show(a, a)
    ctx.not_safe("an element that one iteration writes is read by others")
    return [statement(f"{a}[{ctx.index}] = ({first} + ", integer(ctx), ") % 1009;")]


@block(2)
def view(ctx):
    """A view of text that grows."""
    out, seen = ctx.outside("std::string", ' = std::string(40, \'-\')', "text", ("local",)), ctx.fresh("view")
    total = ctx.outside("long", " = 0", "total")
    ctx.before.append(statement(f"const std::string_view {seen}({out}.data(), 10);"))
    ctx.not_safe("a view of what is changed")
    return [statement(f"{out}[static_cast<std::size_t>((", integer(ctx), ") & 15)] = 'x';"),
            statement(f"{total} += {seen}[3] + (", integer(ctx), ") % 7;")]


@block(2)
def union_members(ctx):
    name = ctx.fresh("Number")
    ctx.globals.append(statement(f"union {name} {{ unsigned whole; unsigned char bytes[4]; }};"))
    made = ctx.fresh("number")
    if ctx.chances(0.5):
        total = ctx.outside("long", " = 0", "total")
        return [statement(f"{name} {made};"),
                statement(f"{made}.whole = static_cast<unsigned>(", integer(ctx), ") * 999u;"),
                statement(f"{total} += {made}.bytes[1];")]
    ctx.before.append(statement(f"{name} {made};\n{made}.whole = 7;"))
    ctx.show(f"{made}.whole", made)
    ctx.documented("a union is changed and read")
    return [statement(f"{made}.whole += static_cast<unsigned>(", integer(ctx), ");"),
            statement(f"if ({made}.bytes[0] % 2) {made}.bytes[1] ^= 1;")]


@block(2)
def element_from_call(ctx):
    """The element that is changed comes from a call."""
    how = ctx.pick("at", "front", "back", "max", "iterator", "data")
    size = ctx.chance.randint(2, 5)
    a = ctx.outside("std::vector<long>", f" = std::vector<long>({size}, 2)", "a", ("local", "reference", "parameter"))
    if how == "at":
        return [statement(f"{a}.at(", element_index(ctx, size), ") += ", integer(ctx), ";")]
    if how == "data":
        return [statement(f"{a}.data()[", element_index(ctx, size), "] += ", integer(ctx), ";")]
    if how == "max":
        return [statement(f"*std::max_element({a}.begin(), {a}.end()) -= ", integer(ctx), ";")]
    if how == "iterator":
        at = ctx.fresh("at")
        return [statement(f"auto {at} = {a}.begin() + static_cast<int>(", element_index(ctx, size), ");"),
                statement(f"*{at} += ", integer(ctx), ";")]
    return [statement(f"{a}.{how}() += ", integer(ctx), ";")]
