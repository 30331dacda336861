"""Temporaries, and what a body declares: scalars, buffers, objects, lambdas, inner loops."""

from fuzzer.blocks import block
from fuzzer.expressions import flag, integer, real, text, work
from fuzzer.pieces import around, statement

KINDS = {"int": (integer, "int", " = 0"), "real": (real, "double", " = 0"), "text": (text, "std::string", ""),
         "flag": (flag, "bool", " = false")}


@block(7, top=True)
def scalar(ctx):
    """Declared outside, assigned in every iteration before it is read."""
    kind = ctx.chance.choice(list(KINDS))
    make, ctype, start = KINDS[kind]
    name = ctx.outside(ctype, start, "t", dump=ctx.chances(0.7)).name
    if ctx.chances(0.3):
        made = [statement("if (", flag(ctx), f") {name} = ", make(ctx), f"; else {name} = ", make(ctx), ";")]
    else:
        made = [statement(f"{name} = ", make(ctx), ";")]
    ctx.learn(kind, name, name)
    return made


@block(4, top=True)
def buffer(ctx):
    """A container that is emptied or filled anew in every iteration."""
    how = ctx.pick("clear", "assign", "fill", "loop", "text", "stream")
    k = ctx.fresh("k")
    count = ctx.chance.randint(1, 4)
    if how == "text":
        name = ctx.outside("std::string", "", "buffer")
        ctx.learn("text", name.name)
        return [statement(f"{name}.clear();"), statement(f"{name} += ", text(ctx), ";"),
                statement(f"{name} += ", text(ctx), ";")]
    if how == "stream":
        name = ctx.outside("std::ostringstream", "", "stream", ("local", "reference"), False)
        ctx.show(f"{name}.str()", "stream")
        ctx.learn("text", f"{name}.str()")
        return [statement(f'{name}.str("");'), statement(f"{name} << ", integer(ctx), " << '/' << ", text(ctx), ";")]
    name = ctx.outside("std::vector<int>", f" = std::vector<int>({count})", "buffer",
                       ("local", "reference", "parameter"), ctx.chances(0.7)).name
    loop = f"for (int {k} = 0; {k} < {count}; ++{k}) {{"
    ctx.learn("int", f"{name}[0]")
    ctx.learn("int", f"{name}.back()")
    if how == "clear":
        return [statement(f"{name}.clear();"),
                around(loop, [statement(f"{name}.push_back({k} + ", integer(ctx), ");")])]
    if how == "assign":
        return [statement(f"{name}.assign({count}, ", integer(ctx), ");")]
    if how == "fill":
        return [statement(f"std::fill({name}.begin(), {name}.end(), ", integer(ctx), ");")]
    return [around(loop, [statement(f"{name}[{k}] = {k} + ", integer(ctx), ";")])]


@block(4, top=True)
def characters(ctx):
    """An array of characters that gets a text in every iteration."""
    name = ctx.fresh("name")
    ctx.before.append(statement(f"char {name}[64];"))
    how = ctx.pick("snprintf", "sprintf", "strcpy")
    ctx.learn("text", f"std::string({name})")
    ctx.learn("int", f"static_cast<int>(std::strlen({name}))")
    if how == "strcpy":
        return [statement(f"std::strcpy({name}, (", text(ctx), ").substr(0, 60).c_str());")]
    size = f"sizeof {name}, " if how == "snprintf" else ""
    return [statement(f"std::{how}({name}, {size}\"%d.%d\", ", integer(ctx), ", ", integer(ctx), ");")]


@block(4, top=True)
def extracted(ctx):
    """Words and numbers that are taken out of a stream of the body, into variables from outside."""
    stream, total = ctx.fresh("in"), ctx.fresh("length")
    made = [statement(f"std::istringstream {stream}(", text(ctx), ' + " 12 " + ', text(ctx), ");"),
            statement(f"int {total} = 0;")]
    ctx.learn("int", total)
    if ctx.chances(0.5):
        word = ctx.outside("std::string", "", "word", ("local",), False)
        how = ctx.pick(f"{stream} >> {word}", f"std::getline({stream}, {word}, ' ')")
        return made + [around(f"while ({how}) {{", [statement(f"{total} += static_cast<int>({word}.size());")])]
    word, number = ctx.outside("std::string", "", "word", ("local",), False), ctx.fresh("number")
    ctx.before.append(statement(f"int {number} = 0;"))
    return made + [around(f"if ({stream} >> {word} >> {number}) {{", [statement(f"{total} = {number};")])]


@block(9)
def local(ctx):
    """A variable of the body that later blocks read and change."""
    kind = ctx.chance.choice(list(KINDS))
    make, ctype, _ = KINDS[kind]
    name = ctx.fresh("local")
    made = [statement(f"{ctx.pick('', '', 'const ')}{ctype} {name} = ", make(ctx), ";")]
    ctx.learn(kind, name, name)
    if "const " not in made[0].text():
        ctx.locals.append((name, kind))
    return made


@block(6)
def change_local(ctx):
    """A change of a variable of the body, between the uses that other blocks make of it."""
    if not ctx.locals:
        return []
    name, kind = ctx.chance.choice(ctx.locals)
    make = KINDS[kind][0]
    if kind == "int" and ctx.chances(0.5):
        return [statement(f"{name} = ({name} * 3 + ", integer(ctx), ") % 1009;")]
    if kind == "text" and ctx.chances(0.5):
        return [statement(f"{name} += '{ctx.pick('u', 'v')}';")]
    return [statement(f"{name} = ", make(ctx), ";")]


@block(4)
def local_container(ctx):
    name, k = ctx.fresh("list"), ctx.fresh("k")
    made = [statement(f"std::vector<int> {name};"),
            around(f"for (int {k} = 0; {k} < {ctx.chance.randint(1, 4)}; ++{k}) {{",
                   [statement(f"{name}.push_back((", integer(ctx), f" + {k}) % 1009);")])]
    if ctx.chances(0.5):
        made.append(statement(f"std::sort({name}.begin(), {name}.end());"))
    ctx.learn("int", f"std::accumulate({name}.begin(), {name}.end(), 0) % 1009")
    ctx.learn("int", f"static_cast<int>({name}.size())")
    return made


@block(3)
def local_object(ctx):
    point, name = ctx.need("Point"), ctx.fresh("here")
    ctx.learn("int", f"{name}.norm()", f"{name}.x")
    ctx.learn("text", f"{name}.name")
    return [statement(f"{point} {name};"), statement(f"{name}.move(", integer(ctx), ");"),
            statement(f"{name}.name = ", text(ctx), ";")]


@block(3)
def local_function(ctx):
    """A lambda of the body, called by later blocks."""
    name = ctx.fresh("act")
    how = ctx.pick("[&]", "[=]", "own state")
    if how == "own state":
        made = statement(f"auto {name} = [s = ", integer(ctx), "](int x) mutable { s = (s + x) % 1009; return s; };")
    else:
        made = statement(f"const auto {name} = {how}(int x) {{ return (x + ", integer(ctx), ") % 1009; };")
    if how == "own state" or not ctx.inner_loop:
        ctx.learn("int", f"{name}({ctx.chance.randint(1, 9)})")
    return [made]


@block(4, top=True)
def outside_object(ctx):
    """An object from outside of which every iteration assigns the fields that it reads."""
    point = ctx.need("Point")
    name = ctx.outside(point, "", "scratch", dump=False)
    ctx.show(f"{name}.x, {name}.name", "scratch")
    ctx.learn("int", f"{name}.x")
    if ctx.chances(0.5):
        return [statement(f"{name} = {point}();"), statement(f"{name}.move(", integer(ctx), ");")]
    return [statement(f"{name}.x = ", integer(ctx), ";")]


@block(2, top=True)
def not_always_assigned(ctx):
    """Some iterations read what an earlier one assigned, and nothing else is done with it."""
    name = ctx.outside("int", " = 0", "t")
    out = ctx.outside("std::vector<int>", "", "kept")
    return [statement("if (", flag(ctx), f") {name} = ", work(ctx), ";"), statement(f"{out}.push_back({name});")]
