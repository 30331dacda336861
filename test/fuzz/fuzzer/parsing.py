"""Text: numbers into buffers, words out of lines, functions that append to a text by reference."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer, real, text
from fuzzer.pieces import around, statement
from fuzzer.summaries import used


@block(4)
def number_into_buffer(ctx):
    """A number is written into a buffer of the body, and read from it."""
    buffer, own = ctx.fresh("buffer"), ctx.fresh("own")
    how = ctx.pick("to_chars", "to_chars", "snprintf", "snprintf length", "array", "memcpy")
    if how == "to_chars":
        return [statement(f"char {buffer}[24];"),
                statement(f"const auto {own} = std::to_chars({buffer}, {buffer} + sizeof {buffer}, ", integer(ctx),
                        ");"),
                *_kept(ctx, f"std::string({buffer}, {own}.ptr)")]
    if how == "snprintf length":
        return [statement(f"char {buffer}[24];"),
                statement(f"const int {own} = std::snprintf({buffer}, sizeof {buffer}, \"%d:%d\", ", integer(ctx), ", ",
                          integer(ctx), ");"), *_kept(ctx, f"std::string({buffer}, static_cast<std::size_t>({own}))")]
    if how == "array":
        return [statement(f"std::array<char, 24> {buffer}{{}};"),
                statement(f"std::snprintf({buffer}.data(), {buffer}.size(), \"%.3f\", ", real(ctx), ");"),
                *_kept(ctx, f"std::string({buffer}.data())")]
    if how == "memcpy":
        return [statement(f"const int {own} = ", integer(ctx), ";"), statement(f"unsigned char {buffer}[sizeof(int)];"),
                statement(f"std::memcpy({buffer}, &{own}, sizeof {own});"), *used(ctx, f"{buffer}[0] + {buffer}[1]")]
    return [statement(f"char {buffer}[24];"),
            statement(f"std::snprintf({buffer}, sizeof {buffer}, \"%d\", ", integer(ctx), ");"),
            *_kept(ctx, f"std::string({buffer})")]


def _kept(ctx, value):
    """A text goes to a list outside, to a sum of texts, or to the output."""
    how = ctx.pick("list", "sum", "print", "length")
    if how == "length":
        return used(ctx, f"static_cast<int>(({value}).size())")
    if how == "print":
        return [statement(f"std::cout << {value} << '\\n';")]
    if how == "list":
        return [statement(f"{ctx.outside('std::vector<std::string>', '', 'out')}.push_back({value});")]
    return [statement(f"{ctx.outside('std::string', '', 'line')} += {value};")]


@block(4)
def words_of_line(ctx):
    """A line of the body is taken apart with find and substr, or by a function."""
    line, at, own = ctx.fresh("line"), ctx.fresh("at"), ctx.fresh("own")
    made = [statement(f"std::string {line} = ", text(ctx), ' + ",12," + ', text(ctx), ' + ",";')]
    how = ctx.pick("find", "erase", "function", "stream", "key", "stoi", "strtol")
    if how == "find":
        return made + [statement(f"int {own} = 0;"), statement(f"std::size_t {at} = 0;"),
                       f"for (std::size_t end; (end = {line}.find(',', {at})) != std::string::npos; {at} = end + 1) "
                       f"{{\n",
                       statement(f"{own} += static_cast<int>({line}.substr({at}, end - {at}).size()) * 3;"), "}\n",
                       *used(ctx, own)]
    if how == "erase":
        return made + [statement(f"int {own} = 0;"),
                       around(f"for (std::size_t end; (end = {line}.find(',')) != std::string::npos;) {{", [
                           f"{line}.erase(0, end + 1);\n", statement(f"++{own};")]), *used(ctx, own)]
    if how == "function":
        name = function(ctx, "static std::vector<std::string> @(const std::string &line) {\nstd::vector<std::string> "
                             "all;\n"
                             "std::size_t from = 0;\nwhile (true) {\nconst std::size_t to = line.find(',', from);\n"
                             "all.push_back(line.substr(from, to - from));\nif (to == std::string::npos) return all;\n"
                             "from = to + 1;\n}\n}")
        return made + [statement(f"const std::vector<std::string> {own} = {name}({line});"),
                       *_kept(ctx, f"{own}[2]")]
    if how == "stream":
        return made + [statement(f"std::istringstream {at}({line});"), statement(f"std::string {own};"),
                       statement(f"std::getline({at}, {own}, ',');"), *_kept(ctx, own)]
    if how == "key":
        return made + [statement(f"const std::size_t {at} = {line}.find(',');"),
                       statement(f"const std::string {own} = {line}.substr(0, {at}), {own}_b = {line}.substr({at} + "
                                 f"1);"),
                       *_kept(ctx, ctx.pick(own, f"{own}_b"))]
    if how == "stoi":
        return made + [statement(f"const int {own} = std::stoi({line}.substr({line}.find(\",12,\") + 1));"),
                       *used(ctx, own)]
    return made + [statement(f"char *{at} = nullptr;"),
                   statement(f"const long {own} = std::strtol({line}.c_str() + {line}.find(\",12,\") + 1, &{at}, 10);"),
                   *used(ctx, f"static_cast<int>({own}) + (*{at} == ',')")]


APPEND = ("static void @(std::string &out, int x) { if (!out.empty()) out += ','; out += std::to_string(x); }",
          "static std::string &@(std::string &out, int x) { out.append(std::to_string(x)).push_back(';'); "
          "return out; }",
          "static void @(std::string *out, int x) { *out += static_cast<char>('a' + (x % 13 + 13) % 13); }",
          "static void @(std::string &out, int x) { char buffer[24]; std::snprintf(buffer, sizeof buffer, \"%d\", x); "
          "out += "
          "buffer; }",
          "static void @(std::string &out, int x) { char buffer[24]; const auto end = std::to_chars(buffer, buffer + "
          "24, x); "
          "out.append(buffer, end.ptr); }")


@block(4)
def appended_by_callee(ctx):
    """A function appends to a text from outside, or to one of the body."""
    source = ctx.chance.choice(APPEND)
    name, mark = function(ctx, source), "&" if "*out" in source else ""
    if ctx.chances(0.5):
        line = ctx.outside("std::string", "", "line")
        return [statement(f"{name}({mark}{line}, ", integer(ctx), ");")]
    own = ctx.fresh("own")
    return [statement(f"std::string {own}{ctx.pick('', ' = ' + text(ctx).text())};"),
            statement(f"{name}({mark}{own}, ", integer(ctx), ");"), statement(f"{name}({mark}{own}, ", integer(ctx),
                    ");"),
            *_kept(ctx, own)]


@block(3, index=True)
def text_of_own(ctx):
    """A function appends to the iteration's own text; letters of it are changed."""
    source = ctx.chance.choice(APPEND)
    name, mark = function(ctx, source), "&" if "*out" in source else ""
    lines = ctx.outside("std::vector<std::string>", f" = std::vector<std::string>({ctx.size + 2}, \"ab\")", "lines",
                        ("local", "reference", "parameter"))
    own = f"{lines}[{ctx.index}]"
    made = [statement(f"{name}({mark}{own}, ", integer(ctx), ");")]
    extra = ctx.pick([], [statement(f"{own}[0] = 'x';")], [statement(f"for (char &letter : {own}) letter = "
                     f"static_cast<char>(std::toupper(letter));")], [statement(f"{own}.insert(0, ", text(ctx), ");")],
                     [statement(f"std::reverse({own}.begin(), {own}.end());")])
    return made + extra + used(ctx, f"static_cast<int>({own}.size())")


@block(2, top=True)
def buffer_from_outside(ctx):
    """A buffer from outside that every iteration writes before it reads it."""
    buffer = ctx.fresh("buffer")
    how = ctx.pick("to_chars", "snprintf", "text")
    if how == "text":
        name = ctx.outside("std::string", "", "buffer", ("local", "field")).name
        appended = function(ctx, APPEND[0])
        return [statement(f"{name}.clear();"), statement(f"{appended}({name}, ", integer(ctx), ");"),
                *_kept(ctx, name)]
    ctx.before.append(statement(f"char {buffer}[24] = {{}};"))
    if how == "snprintf":
        return [statement(f"std::snprintf({buffer}, sizeof {buffer}, \"%d\", ", integer(ctx), ");"),
                *_kept(ctx, f"std::string({buffer})")]
    end = ctx.fresh("end")
    return [statement(f"char *const {end} = std::to_chars({buffer}, {buffer} + 23, ", integer(ctx), ").ptr;"),
            statement(f"*{end} = 0;"), *_kept(ctx, f"std::string({buffer})")]


@block(3)
def text_with_history(ctx):
    """A worker reads a text or a buffer that earlier iterations wrote."""
    ctx.not_safe("a worker reads a text that earlier iterations wrote")
    how = ctx.pick("appended", "buffer", "strtok", "position", "tail")
    if how == "strtok":
        own = ctx.fresh("own")
        return [statement(f"char {own}[] = \"a,bb,ccc\";"),
                statement(f"const char *{own}_first = std::strtok({own}, \",\");"),
                statement(f"const char *{own}_next = std::strtok(nullptr, \",\");"),
                *used(ctx, f"{own}_first[0] + {own}_next[1] + {integer(ctx).text()}")]
    if how == "buffer":
        buffer = ctx.fresh("buffer")
        ctx.before.append(statement(f"char {buffer}[24] = \"12345678\";"))
        return [statement(f"std::to_chars({buffer}, {buffer} + 23, ", integer(ctx), ");"),
                *used(ctx, f"{buffer}[1] + {buffer}[2]")]
    line = ctx.outside("std::string", ' = "start"', "line", ("local", "field", "reference")).name
    name = function(ctx, ctx.chance.choice([each for each in APPEND if "*out" not in each]))
    if how == "position":
        at = ctx.fresh("at")
        ctx.before.append(statement(f"const std::string data_{at} = \"a,bb,ccc,dddd\";\nstd::size_t {at} = 0;"))
        return [*used(ctx, f"data_{at}[{at}]"),
                statement("if (", integer(ctx), f" > 3) {at} = (data_{at}.find(',', {at}) + 1) % 13;")]
    read = f"static_cast<int>({line}.size())" if how == "appended" else f"{line}[{line}.size() / 2]"
    return [statement(f"{name}({line}, ", integer(ctx), ");"), *used(ctx, read)]
