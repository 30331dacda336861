"""The headers of loops: every way to spell an iteration space.

In: a Context. Out: a Header; the context learns the names that the header gives to the body.
"""

import re

from fuzzer.pieces import Piece, statement

HEADERS = []


def header(weight):
    """Registers a function that makes a Header."""
    def register(function):
        HEADERS.append((weight, function))
        return function
    return register


class Header:
    """`text` is `for (...)`; `prologue` are statements that must open the body."""

    def __init__(self, text, prologue=()):
        self.text = text
        self.prologue = list(prologue)


def any_header(ctx):
    """A header by chance."""
    weights, makers = zip(*HEADERS)
    maker = ctx.chance.choices(makers, weights)[0]
    ctx.header_name = maker.__name__
    made = maker(ctx)
    if ctx.place == "lambda" and re.match(r"for \((\w+ = 0)?;", made.text):
        ctx.documented("the header's variable belongs to a function around the lambda")
    return made


def bound(ctx):
    """The name of an int that holds the trip count, or the count itself."""
    how = ctx.pick("constant", "variable", "variable", "constant", "literal")
    if how == "literal":
        return str(ctx.size)
    name = ctx.fresh("n")
    if how == "constant":
        ctx.before.append(statement(f"const int {name} = {ctx.size};"))
    else:
        ctx.before.append(statement(f"int {name} = {ctx.size};"))
    return name


def counts(ctx, index, name=None):
    """Tells the context that `index` is an int that differs between iterations, from 0 to ctx.size - 1."""
    ctx.index = index
    ctx.leaves["int"] += [index, index]
    ctx.leaves["real"].append(f"{name or index} * 0.25")


def numbers(ctx, container="std::vector<int>", constant=None):
    """Declares a container of ctx.size numbers that differ in order, and returns its name."""
    name = ctx.fresh("data")
    type_name = container
    constant = ctx.chances(0.3) if constant is None else constant
    real = "double" in container
    value = "(k * 37 + 11) % 101 - 20" + (" + 0.125" if real else "")
    add = {"std::set": "insert", "std::multiset": "insert"}.get(container.split("<")[0], "push_back")
    fill = f"[] {{ {type_name} made; for (int k = 0; k < {ctx.size}; ++k) made.{add}({value}); return made; }}()"
    ctx.before.append(statement(f"{'const ' if constant else ''}{type_name} {name} = {fill};"))
    return name


@header(14)
def up(ctx):
    """for (int i = 0; i < n; ++i), with integers of all widths."""
    n, i = bound(ctx), ctx.fresh("i")
    ctype = ctx.pick("int", "int", "int", "long", "short", "std::int64_t", "signed char", "long long")
    advance = ctx.pick(f"++{i}", f"++{i}", f"{i}++", f"{i} += 1", f"{i} = {i} + 1")
    if ctype in ("short", "signed char") and "= " in advance:
        advance = f"++{i}"
    counts(ctx, i if ctype in ("int", "short") else f"static_cast<int>({i})", i)
    less = ctx.pick("<", "<", "!=") if ctype != "std::size_t" else "<"
    return Header(f"for ({ctype} {i} = 0; {i} {less} {n}; {advance})")


@header(6)
def unsigned_up(ctx):
    """Unsigned counters."""
    i, n = ctx.fresh("i"), ctx.fresh("n")
    ctype = ctx.pick("std::size_t", "std::size_t", "unsigned", "std::uint8_t", "unsigned long")
    ctx.before.append(statement(f"{ctx.pick('const ', '')}{ctype} {n} = {ctx.size};"))
    counts(ctx, f"static_cast<int>({i})", f"static_cast<double>({i})")
    return Header(f"for ({ctype} {i} = 0; {i} {ctx.pick('<', '!=')} {n}; ++{i})")


@header(5)
def stepped(ctx):
    """Steps of more than one, up or down, constant or not."""
    i = ctx.fresh("i")
    step = ctx.chance.randint(2, 5)
    by = str(step)
    if ctx.chances(0.4):
        by = ctx.fresh("step")
        ctx.before.append(statement(f"int {by} = {step};"))
    if ctx.chances(0.4):
        counts(ctx, f"(({ctx.size - 1} * {step} - {i}) / {step})", i)
        ctx.leaves["int"].append(i)
        return Header(f"for (int {i} = {(ctx.size - 1) * step}; {i} >= 0; {i} -= {by})")
    counts(ctx, f"({i} / {step})", i)
    ctx.leaves["int"].append(i)
    return Header(f"for (int {i} = 0; {i} {ctx.pick('<', '<=')} {max(0, ctx.size * step - 1)}; {i} += {by})")


@header(5)
def down(ctx):
    """Backwards, also with an unsigned counter that the condition steps."""
    i = ctx.fresh("i")
    if ctx.chances(0.5):
        n = bound(ctx)
        counts(ctx, i)
        return Header(f"for (int {i} = {n} - 1; {i} >= 0; {ctx.pick('--' + i, i + '--')})")
    counts(ctx, f"static_cast<int>({i})")
    ctype = ctx.pick("std::size_t", "unsigned", "int")
    return Header(f"for ({ctype} {i} = {ctx.size}; {i}-- > 0;)")


@header(6)
def declared_outside(ctx):
    """The variable lives on after the loop, and is printed there."""
    i, n = ctx.fresh("i"), bound(ctx)
    ctype = ctx.pick("int", "int", "long", "unsigned")
    if ctype == "unsigned":
        n = str(ctx.size)
    how = ctx.pick("assigned", "started", "empty")
    ctx.before.append(statement(f"{ctype} {i}{'' if how == 'assigned' else ' = 0'};"))
    ctx.show(i, i)
    counts(ctx, i if ctype == "int" else f"static_cast<int>({i})", i)
    start = f"{i} = 0" if how == "assigned" else ""
    return Header(f"for ({start}; {i} < {n}; ++{i})")


@header(3)
def floating(ctx):
    """A double or float counter."""
    x = ctx.fresh("x")
    ctype = ctx.pick("double", "float")
    counts(ctx, f"static_cast<int>({x} * 4)", x)
    ctx.leaves["real"].append(x)
    return Header(f"for ({ctype} {x} = 0; {x} < {ctx.size} * 0.25; {x} += 0.25)")


@header(4)
def two_inductions(ctx):
    """Two variables that step together."""
    i, j, n = ctx.fresh("i"), ctx.fresh("j"), bound(ctx)
    counts(ctx, i)
    ctx.leaves["int"].append(j)
    how = ctx.pick("meet", "triple", "square")
    if how == "meet":
        return Header(f"for (int {i} = 0, {j} = {2 * ctx.size}; {i} < {n} && {i} < {j}; ++{i}, --{j})")
    if how == "triple":
        if ctx.place == "lambda":
            ctx.documented("the header's variable belongs to a function around the lambda")
        ctx.before.append(statement(f"int {j} = 1;"))
        ctx.show(j, j)
        return Header(f"for (int {i} = 0; {i} < {n}; ++{i}, {j} += 3)")
    return Header(f"for (int {i} = 0, {j} = 0; {i} < {n} && {j} < 10000; ++{i}, {j} = {i} * 2)")


@header(5)
def iterators(ctx):
    """Iterators of containers, in both directions."""
    container = ctx.pick("std::vector<int>", "std::list<int>", "std::deque<int>", "std::set<int>",
                         "std::vector<double>")
    back = ctx.chances(0.2)
    data, at = numbers(ctx, container), ctx.fresh("at")
    begin, end = ("rbegin", "rend") if back else ("begin", "end")
    if ctx.chances(0.3):
        begin, end = "c" + begin, "c" + end
    kind = "real" if "double" in container else "int"
    ctx.leaves[kind] += [f"*{at}"] * 2
    if "vector" in container and not back:
        counts(ctx, f"static_cast<int>({at} - {data}.{begin}())")
    if ctx.chances(0.3):
        ctx.before.append(statement(f"auto {at} = {data}.{begin}();"))
        return Header(f"for (; {at} != {data}.{end}(); ++{at})")
    return Header(f"for (auto {at} = {data}.{begin}(); {at} != {data}.{end}(); {ctx.pick('++' + at, at + '++')})")


@header(3)
def pointers(ctx):
    """A pointer that walks an array."""
    data, at, end = numbers(ctx, "std::vector<int>", False), ctx.fresh("p"), ctx.fresh("end")
    ctx.leaves["int"].append(f"*{at}")
    counts(ctx, f"static_cast<int>({at} - {data}.data())")
    constant = ctx.pick("const ", "")
    if ctx.chances(0.5):
        return Header(f"for ({constant}int *{at} = {data}.data(); {at} != {data}.data() + {ctx.size}; ++{at})")
    return Header(f"for ({constant}int *{at} = {data}.data(), *{end} = {at} + {ctx.size}; {at} < {end}; ++{at})")


@header(3)
def linked(ctx):
    """A linked list."""
    name = ctx.fresh("Node")
    ctx.globals.append(statement(f"struct {name} {{ int value; {name} *next; }};"))
    head, nodes, at = ctx.fresh("head"), ctx.fresh("nodes"), ctx.fresh("node")
    ctx.before.append(Piece([f"std::deque<{name}> {nodes};\n{name} *{head} = nullptr;\n",
                             f"for (int k = 0; k < {ctx.size}; ++k) {{ {nodes}.push_back({{k * 7 % 31, {head}}}); "
                             f"{head} = &{nodes}.back(); }}\n"], [[]]))
    ctx.leaves["int"] += [f"{at}->value"] * 2
    if ctx.chances(0.4):
        ctx.owned.append((f"{at}->value", "int"))
        ctx.show_each(nodes, "each.value")
    return Header(f"for ({name} *{at} = {head}; {at}; {at} = {at}->next)")


@header(9)
def range_values(ctx):
    """Range-for over numbers, by value or by reference."""
    container = ctx.pick("std::vector<int>", "std::list<int>", "std::set<int>", "std::deque<int>",
                         "std::vector<double>", "std::multiset<int>")
    data, x = numbers(ctx, container), ctx.fresh("x")
    kind, ctype = ("real", "double") if "double" in container else ("int", "int")
    ctx.leaves[kind] += [x] * 3
    spelt = ctx.pick(f"{ctype} ", f"const {ctype} &", "auto ", "const auto ", "const auto &", "auto &&")
    return Header(f"for ({spelt}{x} : {data})")


@header(5)
def range_mutable(ctx):
    """Range-for by reference, over elements that the body may change."""
    container = ctx.pick("std::vector<int>", "std::list<int>", "std::deque<int>", "std::vector<double>")
    data, x = numbers(ctx, container, False), ctx.fresh("x")
    kind, ctype = ("real", "double") if "double" in container else ("int", "int")
    ctx.leaves[kind] += [x] * 2
    ctx.owned.append((x, kind))
    ctx.show(data, data)
    return Header(f"for ({ctx.pick('auto &', ctype + ' &', 'auto &&')}{x} : {data})")


@header(4)
def range_words(ctx):
    """Range-for over strings."""
    name, word = ctx.fresh("words"), ctx.fresh("word")
    container = ctx.pick("std::vector<std::string>", "std::set<std::string>", "std::list<std::string>")
    add = "insert" if "set" in container else "push_back"
    ctx.before.append(statement(
        f"{container} {name};\nfor (int k = 0; k < {ctx.size}; ++k) "
        f"{name}.{add}(std::string(static_cast<std::size_t>(k % 5), 'q') + std::to_string(k * 13 % 29));"))
    ctx.leaves["text"] += [word] * 3
    ctx.leaves["int"].append(f"static_cast<int>({word}.size())")
    return Header(f"for ({ctx.pick('const std::string &', 'const auto &', 'std::string ', 'auto ')}{word} : {name})")


@header(4)
def range_binding(ctx):
    """Range-for with a structured binding, over a map or pairs."""
    name, key, value = ctx.fresh("table"), ctx.fresh("key"), ctx.fresh("value")
    container = ctx.pick("std::map<int, int>", "std::map<std::string, int>", "std::vector<std::pair<int, int>>",
                         "std::unordered_map<int, int>")
    made = '"t" + std::to_string(k * 7 % 61)' if "string" in container else "k * 7 % 61"
    add = f"push_back({{{made}, k + 3}})" if "vector" in container else f"emplace({made}, k + 3)"
    ctx.before.append(statement(f"{container} {name};\nfor (int k = 0; k < {ctx.size}; ++k) {name}.{add};"))
    ctx.leaves["text" if "string" in container else "int"] += [key] * 2
    ctx.leaves["int"].append(value)
    if ctx.chances(0.4):
        ctx.owned.append((value, "int"))
        ctx.show(name, name)
        return Header(f"for (auto &[{key}, {value}] : {name})", [statement(f"static_cast<void>({key});")])
    spelt = ctx.pick("const auto &", "auto ", "const auto ", "auto &&")
    return Header(f"for ({spelt}[{key}, {value}] : {name})", [statement(f"static_cast<void>({key});")])


@header(2)
def range_other(ctx):
    """Range-for over arrays, text and lists of initial values."""
    x = ctx.fresh("x")
    ctx.leaves["int"].append(x)
    how = ctx.pick("array", "std::array", "list", "text")
    if how == "list":
        values = ", ".join(str(ctx.chance.randint(-50, 50)) for _ in range(max(1, ctx.size)))
        return Header(f"for (const int {x} : {{{values}}})")
    if how == "text":
        name = ctx.fresh("letters")
        ctx.before.append(statement(f'const std::string {name} = "{"paraloop" * (ctx.size // 8 + 1)}";'))
        return Header(f"for (const char {x} : {name})")
    name = ctx.fresh("fixed")
    count = max(1, ctx.size)
    ctype = f"int {name}[{count}]" if how == "array" else f"std::array<int, {count}> {name}"
    ctx.before.append(statement(f"{ctype} = {{{ctx.pick('3', '')}}};"))
    return Header(f"for (const int {ctx.pick('&', '')}{x} : {name})")


@header(3)
def endless(ctx):
    """for (;;) that only a break ends."""
    i, n = ctx.fresh("i"), bound(ctx)
    counts(ctx, i)
    outside, ctx.exits = ctx.chances(0.5), True
    leave = f"if ({i} >= {n}) break;\n"
    if outside:
        ctx.before.append(statement(f"int {i} = 0;"))
        ctx.show(i, i)
        return Header(f"for (;; ++{i})", [leave])
    return Header(f"for (int {i} = 0;; ++{i})", [leave])


@header(2)
def doubling(ctx):
    """A counter that a multiplication steps."""
    i = ctx.fresh("i")
    ctx.leaves["int"].append(f"{i} % 1009")
    return Header(f"for (int {i} = 1; {i} < 100000; {i} *= 2)")


@header(2)
def own_range(ctx):
    """A container class of the program's own."""
    name, data, x = ctx.fresh("Bag"), ctx.fresh("bag"), ctx.fresh("x")
    ctx.globals.append(statement(
        f"class {name} {{\nint values_[{max(1, ctx.size)}];\npublic:\n"
        f"{name}() {{ for (int k = 0; k < {max(1, ctx.size)}; ++k) values_[k] = k * 11 % 47; }}\n"
        f"int *begin() {{ return values_; }}\nint *end() {{ return values_ + {ctx.size}; }}\n"
        f"const int *begin() const {{ return values_; }}\nconst int *end() const {{ return values_ + {ctx.size}; "
        f"}}\n}};"))
    ctx.before.append(statement(f"{name} {data};"))
    ctx.leaves["int"] += [x] * 2
    if ctx.chances(0.5):
        ctx.owned.append((x, "int"))
        ctx.show(data, data)
        return Header(f"for (int &{x} : {data})")
    return Header(f"for (const int {x} : {data})")


@header(4)
def range_view(ctx):
    """Range-for over a view that the header makes: filtered, transformed, reversed, numbers."""
    ctx.needs_modern()
    data, x = numbers(ctx), ctx.fresh("x")
    view = ctx.pick(f"{data} | std::views::filter([](int y) {{ return y % 3 != 0; }})",
                    f"{data} | std::views::transform([](int y) {{ return y * 2; }})",
                    f"{data} | std::views::reverse", f"{data} | std::views::take({ctx.pick(0, 3, 60)})",
                    f"{data} | std::views::drop(2)", f"std::views::iota(0, {ctx.size})", f"std::span<const "
                                                                                         f"int>({data})",
                    f"{data} | std::views::filter([](int y) {{ return y > 0; }}) | std::views::transform([](int y) {{ "
                    f"return y + 1; }})")
    if "iota" in view:
        counts(ctx, x)
    else:
        ctx.leaves["int"] += [x] * 2
    return Header(f"for ({ctx.pick('const int ', 'const auto ', 'auto &&')}{x} : {view})")


@header(2)
def range_span(ctx):
    """Range-for over a span of elements that the body may change."""
    ctx.needs_modern()
    data, x = numbers(ctx, constant=False), ctx.fresh("x")
    view = ctx.pick(f"std::span({data})", f"std::span<int>({data}).first({ctx.size // 2})", f"{data} | "
                                                                                            f"std::views::drop(1)")
    ctx.leaves["int"] += [x] * 2
    ctx.owned.append((x, "int"))
    ctx.show(data, data)
    return Header(f"for (int &{x} : {view})")


@header(3)
def own_iterators(ctx):
    """Range-for over a class whose iterator is the program's own, by value or by reference."""
    name, data, x = ctx.fresh("Table"), ctx.fresh("table"), ctx.fresh("x")
    stride, change = ctx.pick(1, 1, 2), ctx.chances(0.4)
    result = "int &" if change else ctx.pick("int ", "const int &")
    cells = "int *" if change else "const int *"
    ctx.globals.append(statement(
        f"class {name} {{\nstd::vector<int> cells_;\npublic:\n"
        f"{name}() {{ for (int k = 0; k < {ctx.size * stride}; ++k) cells_.push_back(k * 11 % 47); }}\n"
        f"class iterator {{\n{cells}at_;\npublic:\nexplicit iterator({cells}at) : at_(at) {{}}\n"
        f"{result}operator*() const {{ return *at_; }}\n"
        f"iterator &operator++() {{ at_ += {stride}; return *this; }}\n"
        f"bool operator!=(const iterator &other) const {{ return at_ != other.at_; }}\n}};\n"
        f"iterator begin(){'' if change else ' const'} {{ return iterator(cells_.data()); }}\n"
        f"iterator end(){'' if change else ' const'} {{ return iterator(cells_.data() + cells_.size()); }}\n"
        f"const std::vector<int> &cells() const {{ return cells_; }}\n}};"))
    ctx.before.append(statement(f"{name} {data};"))
    ctx.leaves["int"] += [x] * 2
    if change:
        ctx.owned.append((x, "int"))
        ctx.show(f"{data}.cells()", data)
        return Header(f"for (int &{x} : {data})")
    return Header(f"for (const int {x} : {data})")
