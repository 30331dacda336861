"""Out parameters: references and pointers that a function assigns always, or where it says so."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer, text
from fuzzer.pieces import around, statement
from fuzzer.summaries import used

PARSE = ("static bool @(const std::string &word, int &out) {\nif (word.size() < 2 || word[1] < '0' || word[1] > '9') "
         "return false;\nout = word[1] - '0';\nreturn true;\n}")
SPLIT = ("static int @(int x, int *low, int *high = nullptr) {\nif (low) *low = x % 10;\nif (high) *high = x / "
         "10;\nreturn x "
         "% 3;\n}")


@block(4)
def parsed_into_own(ctx):
    """Into variables of the body, which have a value even where the function gives none."""
    own, given = ctx.fresh("own"), text(ctx)
    how = ctx.pick("reference", "pointer", "field", "element", "tuple", "optional", "chars")
    declared = statement(f"int {own} = {ctx.pick('0', '-1')};")
    if how == "pointer":
        name = function(ctx, SPLIT)
        other = ctx.fresh("own")
        return [declared, statement(f"int {other} = 2;"),
                statement(f"{name}(", integer(ctx), f", "
                                                    f"{ctx.pick('&' + own, 'nullptr')}{ctx.pick(', &' + other, '')});"),
                *used(ctx, f"{own} + {other}")]
    if how == "chars":
        source = ctx.fresh("source")
        return [declared, statement(f"const std::string {source} = ", given, ";"),
                statement(f"std::from_chars({source}.data() + std::min<std::size_t>(1, {source}.size()), "
                          f"{source}.data() "
                          f"+ {source}.size(), {own});"), *used(ctx, f"{own} % 1009")]
    if how == "optional":
        name = function(ctx, "static std::optional<int> @(const std::string &word) { if (word.size() < 2) return "
                             "std::nullopt; return word[1] % 50; }")
        return [statement(f"const std::optional<int> {own} = {name}(", given, ");"), *used(ctx, f"{own}.value_or(3)")]
    name = function(ctx, PARSE)
    if how == "field":
        kind = function(ctx, "struct @ { int value = 1; bool fine = false; };")
        return [statement(f"{kind} {own};"), statement(f"{own}.fine = {name}(", given, f", {own}.value);"),
                *used(ctx, f"{own}.fine ? {own}.value : 4")]
    if how == "element":
        return [statement(f"int {own}[2] = {{4, 5}};"), statement(f"{name}(", given, f", {own}[1]);"),
                *used(ctx, f"{own}[0] + {own}[1]")]
    if how == "tuple":
        return [statement(f"std::tuple<int, bool> {own}(3, false);"),
                statement(f"std::get<1>({own}) = {name}(", given, f", std::get<0>({own}));"),
                *used(ctx, f"std::get<0>({own}) + std::get<1>({own})")]
    return [declared, statement("if (!", f"{name}(", given, f", {own})) {own} = 7;"), *used(ctx, own)]


@block(4, index=True)
def parsed_into_own_element(ctx):
    """Into the iteration's own elements, by reference or by pointer."""
    cells, i = ctx.fresh("cells"), ctx.index
    how = ctx.pick("reference", "pointer", "two", "struct")
    if how == "struct":
        kind = function(ctx, "struct @ { int value = 1; bool fine = false; };")
        ctx.before.append(statement(f"std::vector<{kind}> {cells}({ctx.size + 2});"))
        ctx.show_each(cells, "each.value", "each.fine")
        name = function(ctx, PARSE)
        return [statement(f"{cells}[{i}].fine = {name}(", text(ctx), f", {cells}[{i}].value);"),
                *used(ctx, f"{cells}[{i}].value")]
    ctx.before.append(statement(f"std::vector<int> {cells}({2 * ctx.size + 2}, 4);"))
    ctx.show(cells, cells)
    if how == "reference":
        name = function(ctx, PARSE)
        return [statement(f"{name}(", text(ctx), f", {cells}[{i}]);"), *used(ctx, f"{cells}[{i}]")]
    name = function(ctx, SPLIT)
    if how == "pointer":
        return [statement(f"{name}(", integer(ctx), f", &{cells}[{i}]);"), *used(ctx, f"{cells}[{i}]")]
    return [statement(f"{name}(", integer(ctx), f", &{cells}[2 * {i}], &{cells}[2 * {i} + 1]);"),
            *used(ctx, f"{cells}[2 * {i}] + {cells}[2 * {i} + 1]")]


@block(3, top=True)
def parsed_into_temporary(ctx):
    """Into a variable from outside that every call assigns, or that is only read where the call says so."""
    how = ctx.pick("always", "pointer", "two", "guarded")
    target = ctx.outside("int", " = 1", "t", ("local", "field", "parameter"), ctx.chances(0.5)).name
    if how == "guarded":
        ctx.documented("whether it is assigned is known by a flag")
        name, out = function(ctx, PARSE), ctx.outside("std::vector<int>", "", "out")
        return [around(f"if ({name}({text(ctx).text()}, {target})) {{",
                       [statement(f"{out}.push_back({ctx.need('spin')}({target}));")])]
    if how == "always":
        name = function(ctx, "static bool @(int x, int &out) { out = 0; if (x < 3) return false; out = x % 100; return "
                             "true; }")
        return [statement(f"{name}(", integer(ctx), f", {target});"), *used(ctx, target)]
    if how == "pointer":
        name = function(ctx, "static void @(int x, int *out) { *out = x / 2; }")
        return [statement(f"{name}(", integer(ctx), f", &{target});"), *used(ctx, target)]
    name = function(ctx, "static void @(int x, int &low, int &high) { low = std::min(x, 9); high = std::max(x, 9); }")
    other = ctx.outside("int", " = 1", "t", ("local", "field", "parameter")).name
    return [statement(f"{name}(", integer(ctx), f", {target}, {other});"), *used(ctx, f"{target} + {other}")]


@block(3)
def parsed_with_history(ctx):
    """Into a variable from outside that keeps its value where the function gives none, and a worker reads it."""
    ctx.not_safe("an out parameter isn't always assigned")
    target = ctx.outside("int", " = 1", "t", ("local", "field", "parameter", "alone")).name
    how = ctx.pick("reference", "pointer", "struct", "chars", "accumulates")
    if how == "pointer":
        name = function(ctx, SPLIT)
        return [statement(f"{name}(", integer(ctx), f", ({integer(ctx).text()}) % 2 ? &{target} : nullptr);"),
                *used(ctx, target)]
    if how == "struct":
        name = function(ctx, "struct @ { int *out; bool parse(int x) const { if (x % 3 == 0) return false; *out = x; "
                             "return "
                             "true; } };")
        own = ctx.fresh("own")
        return [statement(f"const {name} {own}{{&{target}}};"), statement(f"{own}.parse(", integer(ctx), ");"),
                *used(ctx, target)]
    if how == "chars":
        source = ctx.fresh("source")
        return [statement(f"const std::string {source} = ", text(ctx), ";"),
                statement(f"std::from_chars({source}.data(), {source}.data() + {source}.size(), {target});"),
                *used(ctx, f"{target} % 1009")]
    if how == "accumulates":
        name = function(ctx, "static bool @(int x, int &out) { out = (out + x) % 1009; return out > 40; }")
        own = ctx.fresh("own")
        return [statement(f"const bool {own} = {name}(", integer(ctx), f", {target});"), *used(ctx, f"{own} ? 3 : 4")]
    name = function(ctx, PARSE)
    return [statement(f"{name}(", text(ctx), f", {target});"), *used(ctx, target)]
