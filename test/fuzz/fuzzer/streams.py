"""Prints: standard output and error, in several ways at once, string streams, files."""

from fuzzer.blocks import block
from fuzzer.expressions import flag, integer, real, text
from fuzzer.pieces import statement


@block(8)
def standard_output(ctx):
    how = ctx.pick("cout", "cout", "printf", "puts", "putchar", "endl", "flush", "several")
    if how == "printf":
        return [statement('std::printf("%d %g %s\\n", ', integer(ctx), ", ", real(ctx), ", (", text(ctx),
                          ").c_str());")]
    if how == "puts":
        return [statement("std::puts((", text(ctx), ").c_str());")]
    if how == "putchar":
        return [statement("std::putchar('A' + (((", integer(ctx), ") % 20) + 20) % 20);")]
    if how in ("endl", "flush"):
        return [statement("std::cout << ", text(ctx), f" << std::{how};")]
    if how == "several":
        return [statement('std::cout << "[" << (', integer(ctx), ");"), statement("std::printf(\"%d\", "
                                                                                  "", integer(ctx), ");"),
                statement("std::cout << (", flag(ctx), ") << \"]\\n\";")]
    return [statement("std::cout << (", integer(ctx), ") << ' ' << ", text(ctx), " << '\\n';")]


@block(4)
def standard_error(ctx):
    how = ctx.pick("cerr", "fprintf", "clog", "fputs")
    if how == "fprintf":
        return [statement('std::fprintf(stderr, "%d\\n", ', integer(ctx), ");")]
    if how == "fputs":
        return [statement("std::fputs((", text(ctx), ").c_str(), stderr);")]
    return [statement(f"std::{how} << (", integer(ctx), ") << '\\n';")]


@block(4)
def own_stream(ctx):
    """A stream that the program opened before the loop."""
    how = ctx.pick("string", "string", "file", "FILE", "ostream")
    if how == "FILE":
        name = ctx.fresh("file")
        ctx.before.append(statement(f"std::FILE *{name} = std::tmpfile();"))
        ctx.after.append(statement(f"std::rewind({name}); for (int c; (c = std::fgetc({name})) != EOF;) "
                                   f"std::putchar(c);"
                                   f" std::fclose({name});"))
        return [statement(f'std::fprintf({name}, "%d %s\\n", ', integer(ctx), ", (", text(ctx), ").c_str());")]
    if how == "file":
        name = ctx.fresh("file")
        ctx.before.append(statement(f'std::ofstream {name}("{name}.txt");'))
        ctx.after.append(statement(f'{name}.close(); std::cout << std::ifstream("{name}.txt").rdbuf() << \'\\n\'; '
                                   f'std::remove("{name}.txt");'))
        return [statement(f"{name} << (", integer(ctx), ") << '\\n';")]
    name = ctx.outside("std::ostringstream", "", "log", ("local", "reference", "parameter"), False)
    ctx.show(f"{name}.str()", "log")
    target = name.name
    if how == "ostream":
        target = ctx.fresh("os")
        ctx.before.append(statement(f"std::ostream &{target} = {name};"))
    return [statement(f"{target} << (", integer(ctx), ") << ", text(ctx), ctx.pick(";", " << ' ' << 1.5;"))]


@block(2)
def format_state(ctx):
    """Formats of a stream: some stay for later iterations."""
    how = ctx.pick("setw", "own stream", "stays", "restored")
    if how == "setw":
        return [statement("std::cout << std::setw(5) << (", integer(ctx), ") << '\\n';")]
    if how == "own stream":
        name = ctx.fresh("made")
        return [statement(f"std::ostringstream {name};"), statement(f"{name} << std::hex << (", integer(ctx), ");"),
                statement(f"std::cout << {name}.str() << '\\n';")]
    if how == "restored":
        return [statement("std::cout << std::hex << (", integer(ctx), ") << std::dec << '\\n';")]
    ctx.not_safe("the format of std::cout goes from iteration to iteration")
    return [statement("if (", flag(ctx), f") std::cout << {ctx.pick('std::hex', 'std::showpos', 'std::boolalpha')};"),
            statement("std::cout << (", integer(ctx), ") << (", flag(ctx), ") << '\\n';")]
