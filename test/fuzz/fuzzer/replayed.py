"""Replayed variables: histograms, maps, appends, sets of what was seen, prefix sums, differences, objects."""

from fuzzer.blocks import block
from fuzzer.expressions import element_index, flag, integer, real, text, work
from fuzzer.pieces import around, statement


@block(6)
def histogram(ctx):
    size = ctx.chance.randint(2, 9)
    ctype = ctx.pick(f"std::vector<int>({size})", f"std::array<int, {size}>", f"int[{size}]",
                     f"std::vector<double>({size})", f"std::vector<std::uint8_t>({size})")
    if ctype.startswith("int["):
        name = ctx.fresh("hist")
        ctx.before.append(statement(f"int {name}[{size}] = {{}};"))
        ctx.show(name, name)
    elif "(" in ctype:
        kind = ctype[:ctype.index("(")]
        name = ctx.outside(kind, f" = {kind}({size})", "hist", ("local", "reference", "pointer", "parameter"))
    else:
        name = ctx.outside(ctype, "{}", "hist")
    slot = element_index(ctx, size)
    if "uint8" in ctype:
        return [statement(f"++{name}[", slot, "];")]
    how = ctx.pick("++", "+=", "-=", "spelt out", "reference", "at", "guarded")
    if how == "reference":
        here = ctx.fresh("here")
        return [statement(f"auto &{here} = {name}[", slot, "];"), statement(f"{here} += ", integer(ctx), ";")]
    if how == "++":
        return [statement(f"{name}[", slot, "]++;")]
    if how == "at" and not ctype.startswith("int["):
        return [statement(f"{name}.at(", slot, ") += ", integer(ctx), ";")]
    if how in ("spelt out", "guarded"):
        at = ctx.fresh("at")
        declared = statement(f"const std::size_t {at} = ", slot, ";")
        if how == "guarded":
            return [declared, statement(f"if ({name}[{at}] < 50) {name}[{at}] += ", integer(ctx), ";")]
        return [declared, statement(f"{name}[{at}] = {name}[{at}] * 3 % 11 + ", integer(ctx), ";")] \
            if "double" not in ctype else [declared, statement(f"{name}[{at}] = {name}[{at}] * 0.5 + ", real(ctx), ";")]
    return [statement(f"{name}[", slot, f"] {'-=' if how == '-=' else '+='} ", integer(ctx), ";")]


@block(7)
def map_update(ctx):
    kind = ctx.pick("std::map", "std::unordered_map")
    words = ctx.chances(0.5)
    key, key_type = (text(ctx), "std::string") if words else (integer(ctx), "int")
    how = ctx.pick("count", "assign", "groups", "emplace", "or assign", "insert", "text", "find", "erase")
    if how == "groups":
        groups = ctx.outside(f"{kind}<{key_type}, std::vector<int>>", "", "groups")
        return [statement(f"{groups}[", key, "].push_back(", integer(ctx), ");")]
    if how == "text":
        texts = ctx.outside(f"{kind}<{key_type}, std::string>", "", "texts")
        return [statement(f"{texts}[", key, "] += ", text(ctx), ";")]
    counts = ctx.outside(f"{kind}<{key_type}, int>", "", "counts")
    if how == "count":
        return [statement(f"++{counts}[", key, "];")]
    if how == "assign":
        return [statement(f"{counts}[", key, "] = ", integer(ctx), ";")]
    if how == "emplace":
        return [statement(f"{counts}.emplace(", key, ", ", integer(ctx), ");")]
    if how == "or assign":
        return [statement(f"{counts}.insert_or_assign(", key, ", ", integer(ctx), ");")]
    if how == "insert":
        return [statement(f"{counts}.insert({{", key, ", ", integer(ctx), "});")]
    own = ctx.fresh("own")
    declared = statement(f"const {key_type} {own} = ", key, ";")
    if how == "erase":
        return [declared, statement(f"if ({counts}.erase({own}) == 0) {counts}[{own}] = ", integer(ctx), ";")]
    found = ctx.fresh("found")
    if ctx.chances(0.5):
        return [declared, statement(f"auto {found} = {counts}.find({own});"),
                statement(f"if ({found} == {counts}.end()) {counts}.emplace({own}, 1); else {found}->second += ",
                          integer(ctx), ";")]
    return [declared, statement(f"if (auto {found} = {counts}.find({own}); {found} != {counts}.end()) "
                                f"++{found}->second; else {counts}[{own}] = ", integer(ctx), ";")]


@block(8)
def append(ctx):
    how = ctx.pick("int", "text", "pair", "vector", "tuple", "object", "list", "optional", "moved", "unique")
    if how in ("int", "list"):
        container = "std::vector<int>" if how == "int" else ctx.pick("std::list<int>", "std::deque<int>")
        out = ctx.outside(container, "", "out")
        return [statement(f"{out}.{ctx.pick('push_back', 'emplace_back')}(", integer(ctx), ");")]
    if how == "text":
        out = ctx.outside("std::vector<std::string>", "", "out")
        return [statement(f"{out}.{ctx.pick('push_back', 'emplace_back')}(", text(ctx), ");")]
    if how == "pair":
        out = ctx.outside("std::vector<std::pair<int, std::string>>", "", "out")
        return [statement(f"{out}.emplace_back(", integer(ctx), ", ", text(ctx), ");")]
    if how == "vector":
        out, own = ctx.outside("std::vector<std::vector<int>>", "", "out"), ctx.fresh("own")
        return [statement(f"std::vector<int> {own}(3, ", integer(ctx), ");"),
                statement(f"{own}[1] = ", integer(ctx), ";"),
                statement(f"{out}.push_back({ctx.pick(own, f'std::move({own})')});")]
    if how == "tuple":
        out = ctx.outside("std::vector<std::tuple<int, double, bool>>", "", "out", dump=False)
        ctx.show_each(out, "std::get<0>(each)", "std::get<1>(each)", "std::get<2>(each)")
        return [statement(f"{out}.push_back({{", integer(ctx), ", ", real(ctx), ", ", flag(ctx), "});")]
    if how == "object":
        point, own = ctx.need("Point"), ctx.fresh("own")
        out = ctx.outside(f"std::vector<{point}>", "", "out", dump=False)
        ctx.show_each(out, "each.x", "each.y", "each.name")
        return [statement(f"{point} {own};"), statement(f"{own}.move(", integer(ctx), ");"),
                statement(f"{own}.name = ", text(ctx), ";"), statement(f"{out}.push_back({own});")]
    if how == "optional":
        out = ctx.outside("std::optional<int>", "", "first", dump=False)
        ctx.show(f"{out}.value_or(-7)", "first")
        if ctx.chances(0.5):
            return [statement(f"if (!{out}) {out} = ", work(ctx), ";")]
        return [statement("if (", flag(ctx), f") {out} = ", integer(ctx), f"; else {out}.reset();")]
    if how == "unique":
        out = ctx.outside("std::vector<std::unique_ptr<int>>", "", "out", dump=False)
        ctx.show_each(out, "*each")
        return [statement(f"{out}.push_back(std::make_unique<int>(", integer(ctx), "));")]
    out, own = ctx.outside("std::vector<std::string>", "", "out"), ctx.fresh("own")
    total = ctx.outside("long", " = 0", "left")
    return [statement(f"std::string {own} = ", text(ctx), ";"), statement(f"{out}.push_back(std::move({own}));"),
            statement(f"{total} += static_cast<long>({own}.size());")]


@block(5)
def string_building(ctx):
    out = ctx.outside("std::string", ctx.pick("", ' = "start"'), "line")
    how = ctx.pick("+=", "join", "append", "push_back", "prefix", "if last", "insert", "sum")
    own = ctx.fresh("own")
    if how == "join":
        return [statement(f"if (!{out}.empty()) {out} += \", \";"), statement(f"{out} += ", text(ctx), ";")]
    if how == "append":
        return [statement(f"{out}.append(", text(ctx), ").append(1, ';');")]
    if how == "push_back":
        return [statement(f"{out}.push_back(static_cast<char>('a' + (", integer(ctx), ") % 13));")]
    if how == "prefix":
        return [statement(f"{out} = ", text(ctx), f" + {out};")]
    if how == "insert":
        return [statement(f"{out}.insert(0, ", text(ctx), ");")]
    if how == "sum":
        return [statement(f"{out} = {out} + (", text(ctx), ");")]
    if how == "if last":
        return [statement(f"const char {own} = static_cast<char>('a' + (", integer(ctx), ") % 5);"),
                statement(f"if ({out}.empty() || {out}.back() != {own}) {out} += {own};")]
    return [statement(f"{out} += ", text(ctx), ";")]


@block(5)
def seen(ctx):
    words = ctx.chances(0.4)
    own, ctype = ctx.fresh("own"), "std::string" if words else "int"
    done = ctx.outside(f"std::{ctx.pick('set', 'unordered_set', 'multiset')}<{ctype}>", "", "seen")
    out = ctx.outside(f"std::vector<{ctype}>", "", "unique")
    declared = statement(f"const {ctype} {own} = ", text(ctx) if words else integer(ctx), ";")
    if "multiset" in done.ctype or ctx.chances(0.4):
        return [declared, around(f"if ({done}.count({own}) == 0) {{", [
            statement(f"{done}.insert({own});"), statement(f"{out}.push_back({own});")])]
    return [declared, statement(f"if ({done}.insert({own}).second) {out}.push_back({own});")]


@block(4, index=True)
def prefix_sum(ctx):
    out = ctx.outside("std::vector<long>", f" = std::vector<long>({ctx.size + 2})", "prefix",
                      ("local", "reference", "parameter"))
    how = ctx.pick("running", "previous", "append", "next")
    if how == "running":
        run = ctx.outside("long", " = 0", "run")
        return [statement(f"{run} += ", work(ctx), ";"),
                statement(f"{out}[static_cast<std::size_t>({ctx.index})] = {run};")]
    if how == "previous":
        at = ctx.fresh("at")
        return [statement(f"const std::size_t {at} = static_cast<std::size_t>({ctx.index});"),
                statement(f"{out}[{at} + 1] = {out}[{at}] % 1000 + ", work(ctx), ";")]
    if how == "next":
        at = ctx.fresh("at")
        return [statement(f"const std::size_t {at} = static_cast<std::size_t>({ctx.index});"),
                statement(f"{out}[{at}] = {out}[{at} + 1] % 1000 + ", work(ctx), ";")]
    return [statement(f"{out}.push_back({out}.back() % 1000 + ", work(ctx), ");")]


@block(4)
def difference(ctx):
    out = ctx.outside("std::vector<int>", "", "steps")
    before = ctx.outside("int", " = 0", "before")
    own = ctx.fresh("own")
    how = ctx.pick("local", "direct", "exchange", "swap")
    declared = statement(f"{'' if how == 'swap' else 'const '}int {own} = ", work(ctx), ";")
    if how == "exchange":
        return [declared, statement(f"{out}.push_back({own} - std::exchange({before}, {own}));")]
    if how == "swap":
        return [declared, statement(f"std::swap({own}, {before});"), statement(f"{out}.push_back({own});")]
    if how == "direct":
        return [declared, statement(f"{out}.push_back({own} - {before});"), statement(f"{before} = {own};")]
    step = ctx.fresh("step")
    return [declared, statement(f"const int {step} = {own} - {before};"), statement(f"{before} = {own};"),
            statement(f"{out}.push_back({step});")]


@block(5)
def own_object(ctx):
    how = ctx.pick("Tally", "Point", "queue", "unique", "vector field", "shared", "variant")
    if how == "Tally":
        tally = ctx.outside(ctx.need("Tally"), "", "tally", dump=False)
        ctx.show(f"{tally}.sum(), {tally}.count(), {tally}.all()", "tally")
        return [statement(f"{tally}.add(", integer(ctx), ");")]
    if how == "Point":
        point = ctx.outside(ctx.need("Point"), "", "point", dump=False)
        ctx.show(f"{point}.x, {point}.y, {point}.name", "point")
        return [ctx.chance.choice([statement(f"{point}.move(", integer(ctx), ");"),
                                   statement(f"{point}.y += ", real(ctx), ";"),
                                   statement(f"{point}.name += ", text(ctx), ";")])]
    if how == "queue":
        queue = ctx.outside("std::priority_queue<int>", "", "queue", dump=False)
        ctx.after.append(statement(f"while (!{queue}.empty()) {{ show(\"top\", {queue}.top()); {queue}.pop(); }}"))
        return [statement(f"{queue}.push(", integer(ctx), ");"), statement(f"if ({queue}.size() > 3) {queue}.pop();")]
    if how in ("unique", "shared"):
        held = ctx.outside(f"std::{how}_ptr<int>", f" = std::make_{how}<int>(3)", "held", ("local", "reference"), False)
        ctx.show(f"*{held}", "held")
        if how == "unique" and ctx.chances(0.3):
            return [statement(f"{held} = std::make_unique<int>(", integer(ctx), ");")]
        ctx.documented("a change through a pointer")
        return [statement(f"*{held} = *{held} * 3 % 101 + ", integer(ctx), ";")]
    if how == "variant":
        value = ctx.outside("std::variant<int, std::string>", "", "either", dump=False)
        ctx.show(f"{value}.index()", "either")
        return [statement("if (", flag(ctx), f") {value} = ", integer(ctx), f"; else {value} = ", text(ctx), ";")]
    point = ctx.outside("std::vector<std::pair<std::string, std::vector<int>>>", "(3)", "rows",
                        ("local", "reference"), False)
    ctx.show_each(point, "each.first", "each.second")
    return [statement(f"{point}[", element_index(ctx, 3), "].second.push_back(", integer(ctx), ");")]


@block(4)
def replayed_reader(ctx):
    """A statement that reads what other blocks have replayed."""
    if not ctx.replayed:
        return []
    read = ctx.chance.choice(ctx.replayed)
    how = ctx.pick("print", "append", "if", "local")
    if how == "print":
        return [statement(f'std::cout << "so far " << {read} << \'\\n\';')]
    out = ctx.outside("std::vector<int>", "", "trace")
    if how == "append":
        return [statement(f"{out}.push_back({read});")]
    if how == "if":
        return [statement(f"if ({read} < 3) {out}.push_back(", integer(ctx), ");")]
    own = ctx.fresh("now")
    return [statement(f"const int {own} = {read};"), statement(f"if ({own} != 2) {out}.push_back({own} + ",
                                                             integer(ctx), ");")]
