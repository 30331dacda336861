"""Iterators that are kept in variables; optional, variant, tuple and structured bindings whose parts change."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import flag, integer, text
from fuzzer.pieces import statement
from fuzzer.summaries import used


@block(4, index=True)
def iterator_to_own(ctx):
    """An iterator that leads to the iteration's own element."""
    kind = ctx.pick("std::vector<int>", "std::vector<int>", "std::deque<int>", "std::map<int, int>")
    a, at, i = ctx.fresh("a"), ctx.fresh("at"), ctx.index
    add = f"{a}[k] = 3" if "map" in kind else f"{a}.push_back(3)"
    ctx.before.append(statement(f"{kind} {a};\nfor (int k = 0; k < {ctx.size + 2}; ++k) {add};"))
    ctx.show(a, a)
    if "map" in kind:
        own = f"{at}->second"
        made = statement(f"const auto {at} = {a}.find({i});")
        change = statement(f"if ({at} != {a}.end()) {own} = ", integer(ctx), ";")
        return [made, change, *used(ctx, own)]
    how = ctx.pick("plus", "next", "before", "advance", "reverse", "function")
    own = f"*{at}"
    if how == "before":
        ctx.before.append(statement(f"const auto {at} = {a}.begin();"))
        own = ctx.pick(f"*({at} + {i})", f"{at}[{i}]")
        return [statement(f"{own} = ", integer(ctx), ";"), *used(ctx, own)]
    if how == "function":
        name = function(ctx, "template <class I> void @(I at, int x) { *at = x; }")
        return [statement(f"{name}({a}.begin() + {i}, ", integer(ctx), ");"), *used(ctx, f"{a}[{i}]")]
    spelt = {"plus": f"auto {at} = {a}.begin() + {i};", "next": f"const auto {at} = std::next({a}.begin(), {i});",
             "advance": f"auto {at} = {a}.begin();\nstd::advance({at}, {i});",
             "reverse": f"const auto {at} = {a}.rbegin() + {i};"}[how]
    return [statement(spelt), statement(f"{own} {ctx.pick('=', '+=')} ", integer(ctx), ";"), *used(ctx, own)]


@block(3)
def iterator_to_data(ctx):
    """Iterators into data, kept outside or in the body."""
    data, at, own = ctx.fresh("data"), ctx.fresh("at"), ctx.fresh("own")
    ctx.before.append(statement(f"{ctx.pick('const ', '')}std::vector<int> {data} = {{1, 3, 5, 8, 9}};"))
    how = ctx.pick("lower_bound", "walk", "outside", "pair")
    given = integer(ctx).text()
    if how == "outside":
        ctx.before.append(statement(f"const auto {at} = {data}.begin() + 2;"))
        return used(ctx, f"*{at} + {at}[1] + {given}")
    if how == "pair":
        return [statement(f"const auto {at} = std::equal_range({data}.begin(), {data}.end(), {given});"),
                *used(ctx, f"static_cast<int>({at}.second - {at}.first)")]
    if how == "lower_bound":
        return [statement(f"const auto {at} = std::lower_bound({data}.begin(), {data}.end(), {given});"),
                *used(ctx, f"{at} == {data}.end() ? 7 : *{at}")]
    return [statement(f"int {own} = {given};"), statement(f"auto {at} = {data}.begin();"),
            statement(f"while ({at} != {data}.end() && *{at} < 6) {own} += *{at}++;"), *used(ctx, own)]


@block(4, index=True)
def own_compound_element(ctx):
    """Elements that are optional, variant, tuple or pair; the iteration changes parts of its own."""
    kind = ctx.pick("std::optional<int>", "std::variant<int, std::string>", "std::tuple<int, double, std::string>",
                    "std::pair<int, std::string>")
    a, own, i = ctx.fresh("a"), ctx.fresh("own"), ctx.index
    ctx.before.append(statement(f"std::vector<{kind}> {a}({ctx.size + 2});"))
    if "optional" in kind:
        ctx.show_each(a, "each.value_or(-1)")
        return [statement("if (", flag(ctx), f") {a}[{i}] = ", integer(ctx), ";"),
                ctx.pick(statement(f"if ({a}[{i}]) *{a}[{i}] += 2;"), statement(f"if ({a}[{i}].has_value()) "
                                                                                f"{a}[{i}].reset();"),
                         statement(f"{a}[{i}].emplace(4);")),
                *used(ctx, f"{a}[{i}].value_or(5)")]
    if "variant" in kind:
        ctx.show_each(a, "each.index()")
        change = ctx.pick([statement(f"{a}[{i}] = ", integer(ctx), ";")], [statement(f"{a}[{i}] = ", text(ctx), ";")],
                          [statement(f"std::get<0>({a}[{i}]) += ", integer(ctx), ";")])
        return change + [statement(f"if (int *{own} = std::get_if<int>(&{a}[{i}])) *{own} += 2;"),
                         *used(ctx, f"static_cast<int>({a}[{i}].index())")]
    if "tuple" in kind:
        ctx.show_each(a, "std::get<0>(each)", "std::get<2>(each)")
        how = ctx.pick("get", "binding", "whole", "tie")
        if how == "binding":
            return [statement(f"auto &[{own}, {own}_b, {own}_c] = "
                              f"{a}[{i}];"), statement(f"{own} = ", integer(ctx), ";"),
                    statement(f"{own}_c += ", text(ctx), ";"), statement(f"{own}_b += {own};"), *used(ctx, own)]
        if how == "whole":
            return [statement(f"{a}[{i}] = {{", integer(ctx), ", 0.5, ", text(ctx), "};"),
                    *used(ctx, f"std::get<0>({a}[{i}])")]
        if how == "tie":
            return [statement(f"int {own} = 0;"),
                    statement(f"std::tie({own}, std::ignore, std::ignore) = {a}[{i}];"),
                    statement(f"std::get<0>({a}[{i}]) = ({own} + ", integer(ctx), ") % 1009;"), *used(ctx, own)]
        return [statement(f"std::get<0>({a}[{i}]) = ", integer(ctx), ";"), *used(ctx, f"std::get<0>({a}[{i}])")]
    ctx.show(a, a)
    if ctx.chances(0.5):
        return [statement(f"auto &[{own}, {own}_b] = {a}[{i}];"), statement(f"{own} += ", integer(ctx), ";"),
                statement(f"{own}_b = ", text(ctx), ";"), *used(ctx, own)]
    return [statement(f"std::tie({a}[{i}].first, {a}[{i}].second) = "
                      f"std::make_pair(", integer(ctx), ", ", text(ctx), ");"),
            *used(ctx, f"{a}[{i}].first")]


@block(4)
def own_compound_value(ctx):
    """Values of the body that are optional, variant, tuple, pair; with visitors and bindings that change them."""
    own, given = ctx.fresh("own"), integer(ctx)
    how = ctx.pick("optional", "variant", "visit", "binding", "tie", "nested", "array")
    if how == "optional":
        return [statement(f"std::optional<int> {own};"), statement("if (", flag(ctx), f") {own} = ", given, ";"),
                statement(f"if ({own}) *{own} += 3;"), *used(ctx, f"{own}.value_or(9)")]
    if how in ("variant", "visit"):
        made = [statement(f"std::variant<int, std::string> {own} = ", given, ";"),
                statement("if (", flag(ctx), f") {own} = ", text(ctx), ";")]
        if how == "variant":
            return made + used(ctx, f"std::holds_alternative<int>({own}) ? std::get<int>({own}) : 8")
        visitor = ctx.need("Visitor")
        return made + [statement(f"std::visit([](auto &x) {{ x += x; }}, {own});"),
                       *used(ctx, f"std::visit({visitor}{{}}, {own}) % 1009")]
    if how == "binding":
        return [statement(f"auto [{own}, {own}_b] = std::make_pair(", given, ", ", text(ctx), ");"),
                statement(f"{own} += static_cast<int>({own}_b.size());"), *used(ctx, own)]
    if how == "tie":
        return [statement(f"int {own} = 0, {own}_b = 1;"),
                statement(f"std::tie({own}, {own}_b) = std::make_tuple({own}_b + 2, ", given, ");"),
                *used(ctx, f"{own} + {own}_b")]
    if how == "array":
        return [statement(f"int real_{own}[2] = {{", given, ", 4};"), statement(f"auto &[{own}, {own}_b] = "
                                                                                f"real_{own};"),
                statement(f"std::swap({own}, {own}_b);"), *used(ctx, f"real_{own}[0] + {own}_b")]
    return [statement(f"std::tuple<std::vector<int>, std::optional<std::pair<int, int>>> {own};"),
            statement(f"std::get<0>({own}).push_back(", given, ");"), statement(f"std::get<1>({own}).emplace(3, 4);"),
            statement(f"std::get<1>({own})->first += std::get<0>({own})[0];"), *used(ctx, f"std::get<1>({own})->first")]


@block(3)
def iterator_with_history(ctx):
    """An iterator, a binding or an optional from outside goes from iteration to iteration."""
    ctx.not_safe("an iterator or a part of a value goes from iteration to iteration")
    how = ctx.pick("walks", "found", "binding", "optional", "tuple", "variant")
    name, given = ctx.fresh("kept"), integer(ctx)
    if how == "walks":
        ctx.before.append(statement(f"const std::vector<int> data_{name} = {{1, 3, 5, 8, 9}};\nauto {name} = "
                                    f"data_{name}."
                                    f"begin();"))
        return [*used(ctx, f"*{name}"), statement("if (", flag(ctx), f" && ++{name} == data_{name}.end()) {name} = "
                                                  f"data_{name}.begin();")]
    if how == "found":
        ctx.before.append(statement(f"std::map<int, int> table_{name} = {{{{1, 2}}, {{3, 4}}}};\nconst auto {name} = "
                                    f"table_{name}.find(3);"))
        ctx.show(f"table_{name}", name)
        target, read = ctx.pick((f"{name}->second", f"table_{name}.at(3)"), (f"table_{name}.at(3)", f"{name}->second"))
    elif how == "binding" and ctx.place != "lambda":
        ctx.before.append(statement(f"std::pair<int, int> real_{name}(1, 2);\nauto &[{name}, {name}_b] = real_{name};"))
        ctx.show(f"real_{name}", name)
        target, read = ctx.pick((name, f"real_{name}.first"), (f"real_{name}.second", f"{name}_b"))
    elif how == "tuple":
        ctx.before.append(statement(f"std::tuple<int, int> {name}(1, 2);\nint &part_{name} = std::get<1>({name});"))
        ctx.show(f"part_{name}", name)
        target, read = ctx.pick((f"part_{name}", f"std::get<1>({name})"), (f"std::get<int(1)>({name})", f"part_{name}"))
    elif how == "variant":
        ctx.before.append(statement(f"std::variant<int, std::string> {name} = 3;\nint *part_{name} = std::get_if<0>(&"
                                    f"{name});"))
        ctx.show(f"*part_{name}", name)
        target, read = ctx.pick((f"*part_{name}", f"std::get<0>({name})"), (f"std::get<0>({name})", f"*part_{name}"))
    else:
        ctx.before.append(statement(f"std::optional<int> {name} = 3;\nint &part_{name} = *{name};"))
        ctx.show(f"*{name}", name)
        target, read = ctx.pick((f"part_{name}", f"*{name}"), (f"*{name}", f"part_{name}"),
                                (f"*{name}", f"{name}.value_or(1)"))
    change = [statement(f"{target} = ({read} + ", given, ") % 1009;")]
    return change + used(ctx, read) if ctx.chances(0.5) else used(ctx, read) + change
