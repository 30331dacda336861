"""Containers of the program's own: matrix, grid with row accessor, ring buffer, small vector, their iterators."""

from fuzzer.blocks import block
from fuzzer.calls import function
from fuzzer.expressions import integer, real
from fuzzer.pieces import around, statement
from fuzzer.summaries import used

MATRIX = """class @ {
int width_;
std::vector<double> cells_;
public:
@(int height, int width) : width_(width), cells_(static_cast<std::size_t>(height * width), 0.5) {}
int width() const { return width_; }
double &operator()(int row, int column) { return cells_[static_cast<std::size_t>(row * width_ + column)]; }
double operator()(int row, int column) const { return cells_[static_cast<std::size_t>(row * width_ + column)]; }
double *row(int number) { return cells_.data() + number * width_; }
const double *row(int number) const { return cells_.data() + number * width_; }
double *operator[](int number) { return row(number); }
void set(int row, int column, double x) { (*this)(row, column) = x; }
const std::vector<double> &cells() const { return cells_; }
};"""
RING = """class @ {
std::array<int, 4> cells_{};
std::size_t next_ = 0;
public:
void push(int x) { cells_[next_] = x; next_ = (next_ + 1) % cells_.size(); }
int newest() const { return cells_[(next_ + 3) % 4]; }
int sum() const { int all = 0; for (const int each : cells_) all += each; return all % 1009; }
const std::array<int, 4> &cells() const { return cells_; }
};"""
SMALL = """class @ {
int cells_[8] = {};
int size_ = 0;
public:
void push_back(int x) { if (size_ < 8) cells_[size_++] = x; }
void clear() { size_ = 0; }
int size() const { return size_; }
int &operator[](int at) { return cells_[at]; }
int operator[](int at) const { return cells_[at]; }
int *begin() { return cells_; }
int *end() { return cells_ + size_; }
const int *begin() const { return cells_; }
const int *end() const { return cells_ + size_; }
};"""


@block(5, index=True)
def own_row_of_matrix(ctx):
    """Each iteration changes its row of a matrix."""
    name, made, i = function(ctx, MATRIX), ctx.fresh("matrix"), ctx.index
    ctx.before.append(statement(f"{name} {made}({ctx.size + 2}, 3);"))
    ctx.show(f"{made}.cells()", made)
    how = ctx.pick("call", "row", "subscript", "loop", "set", "reference", "function", "algorithm")
    own, k = ctx.fresh("own"), ctx.fresh("k")
    out = used(ctx, f"static_cast<int>({made}({i}, 1)) % 1009")
    if how == "call":
        return [statement(f"{made}({i}, 1) = ", real(ctx), ";"),
                statement(f"{made}({i}, 2) += {made}({i}, 1) * 0.5;"), *out]
    if how == "row":
        return [statement(f"double *const {own} = {made}.row({i});"), statement(f"{own}[1] = {own}[0] * 0.5 + ",
                                                                                  real(ctx), ";"), *out]
    if how == "subscript":
        return [statement(f"{made}[{i}][1] = {made}[{i}][2] * 0.5 + ", real(ctx), ";"), *out]
    if how == "set":
        return [statement(f"{made}.set({i}, 1, ", real(ctx), ");"), *out]
    if how == "reference":
        return [statement(f"double &{own} = {made}({i}, "
                          f"1);"), statement(f"{own} = {own} * 0.5 + ", real(ctx), ";"), *out]
    if how == "function":
        helper = function(ctx, f"static void @({name} &all, int row, double x) "
                               f"{{ for (int k = 0; k < all.width(); ++k) "
                               f"all(row, k) = x + k; }}")
        return [statement(f"{helper}({made}, {i}, ", real(ctx), ");"), *out]
    if how == "algorithm":
        return [statement(f"std::fill({made}.row({i}), {made}.row({i}) + {made}.width(), ", real(ctx), ");"), *out]
    return [around(f"for (int {k} = 0; {k} < {made}.width(); ++{k}) {{",
                   [statement(f"{made}({i}, {k}) = {made}({i}, {k}) * 0.5 + {k} + ", real(ctx), ";")]), *out]


@block(2, index=True)
def matrix_to_matrix(ctx):
    """Each iteration computes its row of one matrix from all of another."""
    name, a, b, i = function(ctx, MATRIX), ctx.fresh("matrix"), ctx.fresh("matrix"), ctx.index
    ctx.before.append(statement(f"{ctx.pick('const ', '')}{name} {a}({ctx.size + 2}, 3);\n{name} {b}({ctx.size + 2}, "
                                f"3);"))
    ctx.show(f"{b}.cells()", b)
    row, column = ctx.fresh("row"), ctx.fresh("column")
    return [around(f"for (int {column} = 0; {column} < 3; ++{column}) {{", [
        statement(f"double {row} = ", real(ctx, 1), ";"),
        statement(f"for (int k = 0; k < 2; ++k) {row} += {a}(k, {column}) * {a}.row({i})[k] * 0.25;"),
        statement(f"{b}({i}, {column}) = {row};")]), *used(ctx, f"static_cast<int>({b}({i}, 1)) % 1009")]


@block(4)
def small_vector_of_body(ctx):
    """A small vector of the body, and one from outside that is emptied first."""
    name, k, each = function(ctx, SMALL), ctx.fresh("k"), ctx.fresh("each")
    own, total = ctx.fresh("own"), ctx.fresh("own")
    made = [statement(f"{name} {own};")]
    if ctx.depth == 0 and ctx.chances(0.3):
        own = ctx.outside(name, "", "small", ("local", "field", "reference"), False).name
        made = [statement(f"{own}.clear();")]
    return made + [around(f"for (int {k} = 0; {k} < 3; ++{k}) "
                          f"{{", [statement(f"{own}.push_back({k} + ", integer(ctx), ");")]),
                   statement(f"int {total} = {own}.size();"),
                   ctx.pick(statement(f"for (int &{each} : {own}) {{ {each} %= 50; {total} += {each}; }}"),
                            statement(f"for (int {each} = 0; {each} < {own}.size(); ++{each}) {total} += "
                                      f"{own}[{each}];")),
                   *used(ctx, total)]


@block(3, index=True)
def small_vector_of_own(ctx):
    """Each iteration has a small vector of its own."""
    name, made, i = function(ctx, SMALL), ctx.fresh("lists"), ctx.index
    ctx.before.append(statement(f"std::vector<{name}> {made}({ctx.size + 2});"))
    ctx.show(made, made)
    target = f"{made}[{i}]"
    declared = []
    if ctx.chances(0.4):
        target = ctx.fresh("list")
        declared = [statement(f"auto &{target} = {made}[{i}];")]
    return [*declared, statement(f"{target}.push_back(", integer(ctx), ");"), statement(f"{target}.push_back(4);"),
            statement(f"{target}[0] += ", integer(ctx), ";"), *used(ctx, f"{target}[0] + {target}.size()")]


@block(3)
def ring_buffer(ctx):
    """A ring buffer of the body; or one from outside that nobody in the loop reads."""
    name, own = function(ctx, RING), ctx.fresh("own")
    if ctx.chances(0.5):
        return [statement(f"{name} {own};"), statement(f"{own}.push(", integer(ctx), ");"),
                statement(f"{own}.push(", integer(ctx), ");"), *used(ctx, f"{own}.newest() + {own}.sum()")]
    ring = ctx.outside(name, "", "ring", dump=False)
    ctx.show(f"{ring}.cells()", "ring")
    return [statement(f"{ring}.push(", integer(ctx), ");")]


@block(3)
def own_iterator(ctx):
    """A class with an iterator of the program's own, over data that the loop doesn't change."""
    name, data = function(ctx, """class @ {
std::vector<int> cells_ = {5, 3, 8, 1, 9};
public:
class iterator {
const int *at_;
public:
explicit iterator(const int *at) : at_(at) {}
int operator*() const { return *at_ * 2; }
iterator &operator++() { at_ += 2; return *this; }
bool operator!=(const iterator &other) const { return at_ < other.at_; }
};
iterator begin() const { return iterator(cells_.data()); }
iterator end() const { return iterator(cells_.data() + 5); }
};"""), ctx.fresh("data")
    own, each = ctx.fresh("own"), ctx.fresh("each")
    ctx.before.append(statement(f"{ctx.pick('const ', '')}{name} {data};"))
    made = [statement(f"int {own} = ", integer(ctx), ";")]
    if ctx.chances(0.5):
        return made + [statement(f"for (const int {each} : {data}) {own} += {each};"), *used(ctx, own)]
    return made + [statement(f"for (auto {each} = {data}.begin(); {each} != {data}.end(); ++{each}) {own} += *{each};"),
                   *used(ctx, own)]


@block(3)
def own_container_with_history(ctx):
    """A container of the program's own that a worker reads, and that earlier iterations changed."""
    ctx.not_safe("a container of the program's own has a history")
    how = ctx.pick("ring", "small", "matrix")
    given = integer(ctx)
    if how == "ring":
        ring = ctx.outside(function(ctx, RING), "", "ring", dump=False)
        ctx.show(f"{ring}.cells()", "ring")
        return [statement(f"{ring}.push(", given, ");"), *used(ctx, ctx.pick(f"{ring}.sum()", f"{ring}.cells()[1]"))]
    if how == "small":
        small = ctx.outside(function(ctx, SMALL), "", "small")
        return [statement(f"{small}.push_back(", given, ");"), *used(ctx, ctx.pick(f"{small}[0] + {small}.size()",
                                                                                 f"{small}[2]"))]
    matrix = ctx.fresh("matrix")
    ctx.before.append(statement(f"{function(ctx, MATRIX)} {matrix}({ctx.size + 3}, 3);"))
    ctx.show(f"{matrix}.cells()", matrix)
    row = ctx.index or "1"
    return [statement(f"{matrix}({row} + 1, 1) = {matrix}({row}, 1) * 0.5 + ", given, ";"),
            *used(ctx, f"static_cast<int>({matrix}.row({row})[{ctx.pick('1', '4')}]) % 1009")]
