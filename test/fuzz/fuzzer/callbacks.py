"""Algorithms of the library with functions of the program's own, over lists of the body and rows of the iteration."""

from fuzzer.blocks import block
from fuzzer.expressions import flag, integer
from fuzzer.pieces import statement
from fuzzer.summaries import used

CHANGES = ("std::for_each({0}.begin(), {0}.end(), [&](int &x) {{ x = (x + {1}) % 1009; }});",
           "std::for_each({0}.begin(), {0}.end(), [](int &x) {{ x = x * 2 % 1009; }});",
           "std::transform({0}.begin(), {0}.end(), {0}.begin(), [&](int x) {{ return (x + {1}) % 1009; }});",
           "std::transform({0}.begin() + 1, {0}.end(), {0}.begin(), {0}.begin() + 1, [](int a, int b) {{ return (a + "
           "b) "
           "% 1009; }});",
           "std::sort({0}.begin(), {0}.end(), [](int a, int b) {{ return a > b; }});",
           "std::stable_sort({0}.begin(), {0}.end(), [&](int a, int b) {{ return a % 7 < b % 7; }});",
           "std::sort({0}.begin(), {0}.end(), std::greater<>());",
           "std::generate({0}.begin(), {0}.end(), [next = {1}]() mutable {{ return next = (next + 3) % 1009; }});",
           "std::fill({0}.begin(), {0}.end(), {1});",
           "std::iota({0}.begin(), {0}.end(), {1});",
           "std::reverse({0}.begin(), {0}.end());",
           "std::rotate({0}.begin(), {0}.begin() + 1, {0}.end());",
           "std::replace_if({0}.begin(), {0}.end(), [](int x) {{ return x % 2 == 0; }}, 7);",
           "std::partial_sum({0}.begin(), {0}.end(), {0}.begin(), [](int a, int b) {{ return (a + b) % 1009; }});",
           "std::nth_element({0}.begin(), {0}.begin() + 1, {0}.end());")
MODERN_CHANGES = ("std::ranges::sort({0});", "std::ranges::sort({0}, std::greater<>());",
                  "std::ranges::sort({0}, {{}}, [](int x) {{ return x % 7 * 2000 + x; }});",
                  "std::ranges::for_each({0}, [&](int &x) {{ x = (x + {1}) % 1009; }});",
                  "std::ranges::transform({0}, {0}.begin(), [](int x) {{ return x * 2 % 1009; }});",
                  "std::ranges::fill({0}, {1});", "std::ranges::reverse({0});")
READS = ("std::accumulate({0}.begin(), {0}.end(), 0, [](int a, int b) {{ return (a * 3 + b) % 1009; }})",
         "static_cast<int>(std::count_if({0}.begin(), {0}.end(), [&](int x) {{ return x > {1}; }}))",
         "static_cast<int>(std::any_of({0}.begin(), {0}.end(), [](int x) {{ return x % 5 == 0; }}))",
         "static_cast<int>(std::find_if({0}.begin(), {0}.end(), [](int x) {{ return x > 9; }}) - {0}.begin())",
         "*std::max_element({0}.begin(), {0}.end(), [](int a, int b) {{ return a % 13 < b % 13; }})",
         "std::inner_product({0}.begin(), {0}.end(), {0}.begin(), 0, std::plus<>(), [](int a, int b) {{ return a * b % "
         "1009; }})",
         "static_cast<int>(std::adjacent_find({0}.begin(), {0}.end(), [](int a, int b) {{ return a > b; }}) - "
         "{0}.begin())")
MODERN_READS = ("static_cast<int>(std::ranges::count_if({0}, [](int x) {{ return x % 3 == 0; }}))",
                "*std::ranges::max_element({0}, {{}}, [](int x) {{ return x % 13; }})",
                "static_cast<int>(std::ranges::all_of({0}, [&](int x) {{ return x < {1}; }}))")


def _chosen(ctx, plain, modern):
    """One of the forms, more seldom one that needs C++20."""
    if ctx.chances(0.3):
        ctx.needs_modern()
        return ctx.chance.choice(modern)
    return ctx.chance.choice(plain)


def _changed(ctx, row):
    """One to three algorithms that change a list."""
    return [statement(_chosen(ctx, CHANGES, MODERN_CHANGES).format(row, integer(ctx, 1).text()))
            for _ in range(ctx.pick(1, 1, 2, 3))]


def _read(ctx, row):
    """What an algorithm finds in a list."""
    return _chosen(ctx, READS, MODERN_READS).format(row, integer(ctx, 1).text())


@block(4)
def algorithms_on_own_list(ctx):
    """A list of the body."""
    own = ctx.fresh("own")
    kind = ctx.pick("std::vector<int>", "std::array<int, 4>", "std::deque<int>")
    made = statement(f"{kind} {own} = {{", integer(ctx), ", ", integer(ctx), ", 5, ", integer(ctx), "};")
    return [made, *_changed(ctx, own), *used(ctx, _read(ctx, own))]


@block(4, index=True)
def algorithms_on_own_row(ctx):
    """A row that belongs to the iteration, by its subscript or a name for it."""
    rows = ctx.outside("std::vector<std::vector<int>>", f" = std::vector<std::vector<int>>({ctx.size + 2}, "
                       "std::vector<int>{4, 9, 2, 6})", "rows", ("local", "reference", "parameter"))
    row = f"{rows}[{ctx.index}]"
    made = []
    if ctx.chances(0.4):
        row = ctx.fresh("row")
        made = [statement(f"{ctx.pick('auto', 'std::vector<int>')} &{row} = {rows}[{ctx.index}];")]
    return [*made, *_changed(ctx, row), *used(ctx, _read(ctx, row))]


@block(3)
def algorithms_on_data(ctx):
    """A list from outside that nobody changes."""
    data = ctx.fresh("data")
    ctx.before.append(statement(f"{ctx.pick('const ', '')}std::vector<int> {data} = {{5, 3, 8, 1}};"))
    return used(ctx, _read(ctx, data))


@block(3)
def callbacks_that_change(ctx):
    """An algorithm over a list of the body or over data, whose function changes something outside."""
    data, own = ctx.fresh("data"), ctx.fresh("own")
    total, out = ctx.outside("long", " = 0", "total"), ctx.outside("std::vector<int>", "", "out")
    ctx.before.append(statement(f"const std::vector<int> {data} = {{5, 3, 8, 1}};"))
    how = ctx.pick("sum", "append", "both", "copy_if", "named", "transform")
    declared = statement(f"const int {own} = ", integer(ctx), ";")
    if how == "copy_if":
        return [declared, statement(f"std::copy_if({data}.begin(), {data}.end(), std::back_inserter({out}), [&](int x) "
                                    f"{{ "
                                    f"return x > {own} % 9; }});")]
    if how == "transform":
        return [declared, statement(f"std::transform({data}.begin(), {data}.end(), std::back_inserter({out}), [&](int "
                                    f"x) "
                                    f"{{ return x + {own}; }});")]
    body = {"sum": f"{total} += x + {own};", "append": f"{out}.push_back(x + {own});", "named": f"{total} += x + "
                                                                                                f"{own};",
            "both": f"{total} += x; if (x > {own}) {out}.push_back(x);"}[how]
    if how == "named":
        name = ctx.fresh("put")
        return [declared, statement(f"const auto {name} = [&](int x) {{ {body} }};"),
                statement(f"std::for_each({data}.begin(), {data}.end(), {name});")]
    return [declared, statement(f"std::for_each({data}.begin(), {data}.end(), [&](int x) {{ {body} }});")]


@block(3)
def callbacks_with_history(ctx):
    """What an algorithm changes outside is needed by a worker."""
    ctx.not_safe("an algorithm changes what a worker needs")
    a, given = ctx.outside("std::vector<int>", " = std::vector<int>{5, 3, 8, 1}", "a",
                           ("local", "reference", "parameter")), integer(ctx).text()
    how = ctx.pick("sort", "for_each", "transform", "counting", "generate")
    if how == "counting":
        state, own = ctx.outside("int", " = 1", "state", ("local", "alone", "field")), ctx.fresh("own")
        return [statement(f"std::vector<int> {own} = {{3, {given}, 7}};"),
                statement(f"std::sort({own}.begin(), {own}.end(), [&](int x, int y) {{ {state} = ({state} + x) % 97; "
                          f"return x < y; }});"), *used(ctx, f"{state}")]
    if how == "generate":
        state, own = ctx.outside("int", " = 1", "state", ("local", "alone", "field")), ctx.fresh("own")
        return [statement(f"std::vector<int> {own}(3);"),
                statement(f"std::generate({own}.begin(), {own}.end(), [&] "
                          f"{{ return {state} = ({state} * 3 + {given} % 9) "
                          f"% 97; }});"), *used(ctx, f"{own}[2]")]
    change = {"sort": f"{a}[0] = {given}; std::sort({a}.begin(), {a}.end());",
              "for_each": f"std::for_each({a}.begin(), {a}.end(), [&](int &x) {{ x = (x + {given}) % 1009; }});",
              "transform": f"std::transform({a}.begin(), {a}.end(), {a}.begin(), [](int x) "
                           f"{{ return x * 2 % 1009; }});"}
    made = [statement(change[how])]
    read = f"std::accumulate({a}.begin(), {a}.end(), 0, [](int x, int y) {{ return (x * 3 + y) % 1009; }})"
    if ctx.chances(0.3):
        made = [statement("if (", flag(ctx), ") {\n", *made, "}")]
    return made + used(ctx, read)
