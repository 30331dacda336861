"""Views: spans, string views, filtered and transformed ranges, over data and over the iteration's own elements."""

from fuzzer.blocks import block
from fuzzer.expressions import integer, text
from fuzzer.pieces import around, statement
from fuzzer.summaries import used


@block(3)
def span_of_data(ctx):
    """Spans of what the loop doesn't change."""
    ctx.needs_modern()
    data, own, each = ctx.fresh("data"), ctx.fresh("own"), ctx.fresh("each")
    ctx.before.append(statement(f"{ctx.pick('const ', '')}std::vector<int> {data} = {{5, 3, 8, 1, 9}};"))
    name = ctx.fresh("span")
    made = statement(f"const std::span<const int> {name}({data});")
    inside = ctx.chances(0.4)
    if not inside:
        ctx.before.append(made)
    part = ctx.pick(name, f"{name}.subspan(1, 3)", f"{name}.first(2)", f"{name}.last(2)")
    return [*([made] if inside else []), statement(f"int {own} = ", integer(ctx), ";"),
            statement(f"for (const int {each} : {part}) {own} += {each};"), *used(ctx, own)]


@block(4, index=True)
def span_of_own(ctx):
    """Spans through which the iteration changes its own elements."""
    ctx.needs_modern()
    cells, name, i = ctx.fresh("cells"), ctx.fresh("span"), ctx.index
    ctx.before.append(statement(f"std::vector<int> {cells}({2 * ctx.size + 4}, 3);"))
    ctx.show(cells, cells)
    how = ctx.pick("element", "part", "fill", "parameter", "row", "in body")
    whole = statement(f"const std::span<int> {name}({cells});")
    if how == "in body":
        own = f"{name}[1]"
        return [statement(f"const std::span<int> {name}({cells}.data() + 2 * {i}, 2);"),
                statement(f"{name}[1] = ({name}[0] + ", integer(ctx), ") % 1009;"), *used(ctx, own)]
    if how == "row":
        return [statement(f"const auto {name} = std::span({cells}).subspan(static_cast<std::size_t>(2 * {i}), 2);"),
                statement(f"std::fill({name}.begin(), {name}.end(), ", integer(ctx), ");"), *used(ctx, f"{name}[0]")]
    ctx.before.append(whole)
    if how == "element":
        return [statement(f"{name}[{i}] {ctx.pick('=', '+=')} ", integer(ctx), ";"), *used(ctx, f"{name}[{i}]")]
    part = ctx.fresh("part")
    if how == "parameter":
        function = ctx.fresh("fill")
        ctx.globals.append(statement(f"static void {function}(std::span<int> out, int x) "
                                     f"{{ for (int &each : out) each = "
                                     f"x % 101; }}"))
        return [statement(f"{function}({name}.subspan(static_cast<std::size_t>(2 * {i}), 2), ", integer(ctx), ");"),
                *used(ctx, f"{cells}[2 * {i} + 1]")]
    made = statement(f"const std::span<int> {part} = {name}.subspan(static_cast<std::size_t>(2 * {i}), 2);")
    if how == "fill":
        each = ctx.fresh("each")
        return [made, statement(f"for (int &{each} : {part}) {each} = ({each} + ", integer(ctx, 1), ") % 1009;"),
                *used(ctx, f"{part}.back()")]
    return [made, statement(f"{part}.front() = ", integer(ctx), ";"), *used(ctx, f"{part}.front() + {part}[1]")]


@block(3)
def filtered_ranges(ctx):
    """Filtered and transformed ranges of data or of a list of the body."""
    ctx.needs_modern()
    data, own, each = ctx.fresh("data"), ctx.fresh("own"), ctx.fresh("each")
    made = statement(f"{ctx.pick('const ', '')}std::vector<int> {data} = {{5, 3, 8, {ctx.pick('1', '12')}, 9}};")
    inside = ctx.chances(0.4)
    if not inside:
        ctx.before.append(made)
    view = ctx.pick(f"{data} | std::views::filter([](int x) {{ return x % 2; }})",
                    f"{data} | std::views::transform([&](int x) {{ return x + {integer(ctx, 1).text()}; }})",
                    f"{data} | std::views::take(3)", f"{data} | std::views::drop(2)",
                    f"{data} | std::views::reverse", "std::views::iota(1, 5)",
                    f"{data} | std::views::filter([](int x) {{ return x > 3; }}) | std::views::transform([](int x) {{ "
                    f"return x * 3; }})")
    name = ctx.fresh("view")
    if ctx.chances(0.4):
        declared, view = [statement(f"auto {name} = {view};")], name
    else:
        declared = []
    return [*([made] if inside else []), *declared, statement(f"int {own} = ", integer(ctx), ";"),
            statement(f"for (const int {each} : {view}) {own} += {each} % 101;"), *used(ctx, own)]


@block(3)
def views_of_text(ctx):
    """Views of text that the loop doesn't change, and of text of the body."""
    own, view = ctx.fresh("own"), ctx.fresh("view")
    how = ctx.pick("outside", "body", "pieces")
    given = f"static_cast<std::size_t>({integer(ctx).text()} & 3)"
    if how == "outside":
        ctx.before.append(statement(f'const std::string real_{view} = "the quick brown fox";\n'
                                    f"{ctx.pick('const ', '')}std::string_view {view} = real_{view};"))
        return used(ctx, f"static_cast<int>({view}.substr({given}).find(' ')) + {view}[{given}]")
    made = [statement(f"const std::string {own} = ", text(ctx), ' + "-tail";')]
    if how == "body":
        return made + [statement(f"const std::string_view {view}({own});"),
                       *used(ctx, f"static_cast<int>({view}.substr({given}).size()) + {view}.front()")]
    count = ctx.fresh("count")
    return made + [statement(f"std::string_view {view} = {own};"), statement(f"int {count} = 0;"),
                   around(f"while (!{view}.empty()) {{", [
                       statement(f"const std::size_t {count}_end = std::min({view}.find('-'), {view}.size() - 1);"),
                       statement(f"{count} += static_cast<int>({count}_end);"),
                       f"{view}.remove_prefix({count}_end + 1);\n"]), *used(ctx, count)]


@block(3)
def views_of_changed(ctx):
    """Views of what the loop changes, where other iterations look."""
    ctx.needs_modern()
    ctx.not_safe("a view of what is changed")
    data, view, given = ctx.fresh("data"), ctx.fresh("view"), integer(ctx).text()
    ctx.before.append(statement(f"std::vector<int> {data} = {{5, 3, 8, 1, 9}};"))
    ctx.show(data, data)
    how = ctx.pick("span", "overlap", "filter", "transform", "lambda")
    slot = f"static_cast<unsigned>({integer(ctx).text()}) % 3u"
    if how == "filter":
        ctx.before.append(statement(f"auto {view} = {data} | std::views::take(3);"))
        read = f"std::accumulate({view}.begin(), {view}.end(), 0) % 1009"
    elif how == "transform":
        ctx.before.append(statement(f"auto {view} = {data} | std::views::transform([](int x) {{ return x * 2; }});"))
        read = f"{view}[1]"
    elif how == "lambda":
        ctx.before.append(statement(f"int {view}_add = 2;\nauto {view} = {data} | std::views::transform([&](int x) {{ "
                                    f"return x + {view}_add; }});"))
        return [statement(f"{view}_add = ({view}_add + {given}) % 1009;"), *used(ctx, f"{view}[1]")]
    elif how == "overlap":
        ctx.before.append(statement(f"const std::span<int> {view}({data}.data() + 1, 3);"))
        return [statement(f"{view}[{slot}] = ({view}[{slot}] + {given}) % 1009;"), *used(ctx, f"{data}[2]")]
    else:
        ctx.before.append(statement(f"const std::span<const int> {view}({data});"))
        read = f"{view}[1]"
    return [statement(f"{data}[{slot}] = ({data}[{slot}] + {given}) % 1009;"), *used(ctx, read)]


@block(2, index=True)
def overlapping_spans(ctx):
    """Spans of two elements, of which the second belongs to the next iteration too."""
    ctx.needs_modern()
    ctx.not_safe("spans overlap")
    cells, name, i = ctx.fresh("cells"), ctx.fresh("span"), ctx.index
    ctx.before.append(statement(f"std::vector<int> {cells}({ctx.size + 4}, 3);"))
    ctx.show(cells, cells)
    a, b = ctx.pick((0, 1), (1, 0))
    return [statement(f"const auto {name} = std::span({cells}).subspan(static_cast<std::size_t>({i}), 2);"),
            statement(f"{name}[{a}] = ({name}[{b}] * 2 + ", integer(ctx), ") % 1009;")]
