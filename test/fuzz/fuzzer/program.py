"""Whole programs: loops in main, in functions, methods, lambdas and templates, and what stands around them.

In: a seed. Out: a Program; its text is a file that compiles by itself (with show.h in the include path).
"""

import random
import re

from fuzzer import aliases, blocks, callbacks, calls, captured_this, declared, exits, function_tables, handed_back, \
    headers, held_fields, hostile, kept_values, own_containers, owners, parsing, pointer_containers, reductions, \
    replayed, slices, streams, summaries, temporaries, views, virtual_calls
from fuzzer.context import HELPERS, Context
from fuzzer.pieces import Piece, group, statement

FAMILIES = (aliases, callbacks, calls, captured_this, declared, exits, function_tables, handed_back, held_fields,
            hostile, kept_values, own_containers, owners, parsing, pointer_containers, reductions, replayed, slices,
            streams, summaries, temporaries, views, virtual_calls)

STANDARD_HEADERS = """algorithm array charconv cmath cstdint cstdio cstdlib cstring deque fstream functional iomanip
iostream iterator list map memory numeric optional queue random ranges set span sstream stdexcept string string_view
tuple unordered_map unordered_set utility variant vector""".split()

CATCHES = ("} catch (const std::exception &e) {\nshow(\"caught\", e.what());\n"
           "} catch (int e) {\nshow(\"caught\", e);\n} catch (const std::string &e) {\nshow(\"caught\", e);\n}\n")


class Loop:
    """One annotated loop. `piece` is its text, `unsafe` and `limits` say why a refusal would be right."""

    def __init__(self, ctx, annotation, piece):
        self.number = ctx.number
        self.annotation = annotation
        self.piece = piece
        self.unsafe = ctx.unsafe
        self.limits = ctx.limits
        self.place = ctx.place
        self.tags = [ctx.header_name] + ctx.tags

    def annotated(self):
        return self.annotation.choice is None

    def kind(self):
        """safe: a refusal is needless; limit: a documented refusal; unsafe: a refusal is right."""
        return "unsafe" if self.unsafe else "limit" if self.limits else "safe"


class Program:
    """A program, its loops, and the C++ that it is written in."""

    def __init__(self, seed, piece, loops, standard):
        self.seed = seed
        self.piece = piece
        self.loops = loops
        self.standard = standard

    def text(self):
        return self.piece.text()

    def lines_of(self, loop):
        """The first and last line of a loop, or None if it was left out."""
        whole, part = self.text(), loop.piece.text()
        at = whole.find(part)
        if at < 0 or not part:
            return None
        first = whole.count("\n", 0, at) + 1
        return first, first + part.rstrip("\n").count("\n")


def generate(seed):
    """Makes the program of a seed; the same for the same seed."""
    chance, counter = random.Random(f"paraloop {seed}"), [0]
    count = chance.choice((1, 2, 3, 3))
    contexts, loops, scopes = [], [], []
    for number in range(count):
        ctx = Context(chance, number, counter)
        ctx.last = number == count - 1
        loops.append(_loop(ctx))
        scopes.append(_PLACES[ctx.place](ctx, loops[-1]))
        contexts.append(ctx)
    include = ["#include <paraloop/paraloop.h>\n"] if any(ctx.library for ctx in contexts) else []
    helpers = [name for name in HELPERS if any(name in ctx.helpers for ctx in contexts)]
    start = [f"#include <{name}>\n" for name in STANDARD_HEADERS] + ['#include "show.h"\n', *include, "\n"]
    start += [statement(HELPERS[name]) for name in helpers]
    whole = start + [piece for scope in scopes for piece in scope[0]]
    whole += ["int main() {\n", *[scope[1] for scope in scopes], "}\n"]
    standard = "c++20" if any(ctx.modern for ctx in contexts) else "c++17"
    return Program(seed, Piece(whole), loops, standard)


def _loop(ctx):
    ctx.size = ctx.chance.choice((0, 1, 2, 5, 9, 16, 23, 40))
    ctx.place = ctx.chance.choices(("main", "function", "method", "lambda", "template"), (6, 5, 3, 3, 2))[0]
    header = headers.any_header(ctx)
    if ctx.place == "template":
        ctx.leaves["int"].append("static_cast<int>(scale)")
    body = [piece for _ in range(ctx.chance.choice((1, 2, 3, 4, 5, 6))) for piece in blocks.some_block(ctx)]
    text = header.text
    if ctx.extra_condition and text.count(";") == 2 and ";;" not in text:
        text = text.replace(";", f"; {ctx.extra_condition} > 0 &&", 1)
    if "unseen" in ctx.helpers and (ctx.exposed or ctx.place == "lambda"):
        ctx.documented("a function out of sight, and variables that it might read")
    annotation = Piece([_attribute(ctx)], [[]], "annotation")
    piece = Piece([annotation, "\n", text, " {\n", *header.prologue, *body, "}\n"], [[]], "loop")
    return Loop(ctx, annotation, piece)


def _attribute(ctx):
    options = list(ctx.roles)
    if ctx.chances(0.25):
        options.append(f"chunk = {ctx.pick(1, 2, 3, 5, 100)}")
    if ctx.chances(0.05):
        options.append(f"num_processes = {ctx.pick(1, 2, 4)}")
    return f"[[paraloop({', '.join(options)})]]" if options else "[[paraloop]]"


# Each place returns what stands before main, and the part of main.

def _guarded_loop(ctx, loop):
    """The loop, its label, and what catches its exceptions."""
    inner = [loop.piece] + ([f"{ctx.label}:;\n"] if ctx.label else [])
    how = ctx.chance.choices(("here", "caller", "nowhere"), (6, 2, 1))[0] if ctx.throws else "nowhere"
    ctx.caught_by_caller = how == "caller" and ctx.place != "main"
    if how == "nowhere" or ctx.caught_by_caller:
        return inner
    return ["try {\n", *inner, CATCHES]


def _called(ctx, call):
    """A call whose result is printed."""
    shown = f'show("status", {call});\n'
    return Piece(["try {\n", shown, CATCHES] if ctx.caught_by_caller else [shown], [[]])


def _split_after(ctx, names):
    """The prints of local variables, and those of the names that live on."""
    here, there = [], []
    for piece in ctx.after:
        words = set(re.findall(r"\w+", piece.text()))
        (there if words & names else here).append(piece)
    return here, there


def _in_main(ctx, loop):
    return ctx.globals, group("{\n", *ctx.before, *_guarded_loop(ctx, loop), *ctx.after, "}\n")


def _in_function(ctx, loop):
    name = ctx.fresh("loop")
    guarded = _guarded_loop(ctx, loop)
    here, there = _split_after(ctx, {name for name, _, _ in ctx.parameters})
    parameters = ", ".join(f"{ctype} &{name}" for name, ctype, _ in ctx.parameters)
    function = Piece([f"static int {name}({parameters}) {{\n", *ctx.before, *guarded, *here, "return -1;\n}\n"], [[]])
    arguments = [statement(f"{ctype} {name}{init};") for name, ctype, init in ctx.parameters]
    call = f"{name}({', '.join(name for name, _, _ in ctx.parameters)})"
    calls_ = [_called(ctx, call) for _ in range(ctx.pick(1, 1, 2))]
    return ctx.globals + [function], group("{\n", *arguments, *calls_, *there, "}\n")


def _in_method(ctx, loop):
    name, made = ctx.fresh("Class"), ctx.fresh("object")
    guarded = _guarded_loop(ctx, loop)
    fields = {re.search(r"(\w+)( = |\{|;)", piece.text()).group(1) for piece in ctx.fields}
    here, there = _split_after(ctx, fields)
    method = Piece(["int run() {\n", *ctx.before, *guarded, *here, "return -1;\n}\n"])
    whole = Piece([f"class {name} {{\n", *ctx.fields, "public:\n", method, "void print() {\n", *there, "}\n};\n"], [[]])
    calls_ = [_called(ctx, f"{made}.run()") for _ in range(ctx.pick(1, 1, 2))]
    return ctx.globals + [whole], group("{\n", f"{name} {made};\n", *calls_, f"{made}.print();\n", "}\n")


def _in_lambda(ctx, loop):
    name = ctx.fresh("run")
    guarded = _guarded_loop(ctx, loop)
    function = [f"const auto {name} = [&]() -> int {{\n", *guarded, "return -1;\n};\n"]
    return ctx.globals, group("{\n", *ctx.before, *function, _called(ctx, f"{name}()"), *ctx.after, "}\n")


def _in_template(ctx, loop):
    name = ctx.fresh("loop")
    guarded = _guarded_loop(ctx, loop)
    function = Piece([f"template <class T> int {name}([[maybe_unused]] T scale) {{\n", *ctx.before, *guarded,
                      *ctx.after, "return -1;\n}\n"], [[]])
    arguments = ctx.pick(["3"], ["3", "2L"], ["2.5", "short(7)"])
    return ctx.globals + [function], group("{\n", *[_called(ctx, f"{name}({each})") for each in arguments], "}\n")


_PLACES = {"main": _in_main, "function": _in_function, "method": _in_method, "lambda": _in_lambda,
           "template": _in_template}
