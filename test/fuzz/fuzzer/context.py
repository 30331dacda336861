"""What a loop under construction knows: names that its body may read or change, declarations, and how safe it is.

In: a source of chance. Out: for program.py, the declarations, the statements behind the loop that print all that it
changed, and the reasons why the loop is not safe.
"""

from fuzzer.pieces import Piece, group, statement

HELPERS = {
    "mix": "static int mix(int a, int b) { return (a * 31 + b * 17 + 5) % 1009; }",
    "curve": "static double curve(double x) { return std::sin(x) * 40 + std::sqrt(std::abs(x)); }",
    "label": 'static std::string label(int x) { return (x % 3 ? "k" : "w") + std::to_string(x % 23); }',
    "spin": "static int spin(int x) {\nint s = x;\nfor (int k = 0; k < 5; ++k) s = (s * 7 + k) % 509;\nreturn s;\n}",
    "chosen": "template <class T> T chosen(bool first, const T &a, const T &b) { return first ? a : b; }",
    "unseen": "int fuzz_unseen(int x); // defined in another file",
    "Point": "struct Point {\nint x = 1;\ndouble y = 0.5;\nstd::string name;\n"
             "int norm() const { return (x * 3 + static_cast<int>(y)) % 1009; }\n"
             "void move(int dx) { x = (x + dx) % 1009; y += dx * 0.25; }\n};",
    "thrower": 'static int thrower(int x) {\nif (x % 4 == 0) throw std::runtime_error("bad " + std::to_string(x));\n'
               "return x;\n}",
    "Visitor": "struct Visitor {\nint operator()(int x) const { return x; }\n"
               "int operator()(const std::string &x) const { return static_cast<int>(x.size()); }\n};",
    "Tally": "class Tally {\nlong sum_ = 0;\nint count_ = 0;\nstd::vector<int> all_;\npublic:\n"
             "void add(int x) { sum_ += x; ++count_; if (x % 3 == 0) all_.push_back(x); }\n"
             "long sum() const { return sum_; }\nint count() const { return count_; }\n"
             "const std::vector<int> &all() const { return all_; }\n};",
}


class Variable:
    """A variable from outside of a loop: how the body names it, and its type."""

    def __init__(self, name, ctype):
        self.name = name
        self.ctype = ctype

    def __str__(self):
        return self.name


class Context:
    """One loop while it is written.

    `leaves` are what worker expressions may read, by kind (int, real, text, flag); ints stay within +-1009 and reals
    within some thousands, so that nothing overflows. `replayed` are ints that only replayed statements may read.
    """

    def __init__(self, chance, number, counter):
        self.chance = chance
        self.number = number
        self._counter = counter
        self.leaves = {"int": [], "real": [], "text": [], "flag": []}
        self._learnt = []
        self.owned = []
        self.locals = []
        self.replayed = []
        self.index = None
        self.limit = 0
        self.size = None
        self.place = None
        self.helpers = []
        self.globals = []
        self.fields = []
        self.before = []
        self.after = []
        self.parameters = []
        self.options = []
        self.unsafe = []
        self.limits = []
        self.depth = 0
        self.inner_loop = 0
        self.in_try = 0
        self.may_exit = True
        self.exposed = False
        self.exits = False
        self.library = False
        self.modern = False
        self.roles = []
        self.throws = False
        self.returns = False
        self.label = None
        self.extra_condition = None
        self.tags = []

    # Chance.

    def fresh(self, stem):
        """A name that no other part of the program has."""
        self._counter[0] += 1
        return f"{stem}{self._counter[0]}"

    def pick(self, *choices):
        return self.chance.choice(choices)

    def chances(self, probability):
        return self.chance.random() < probability

    # Facts.

    def need(self, helper):
        """Has a helper defined, and returns its name."""
        if helper not in self.helpers:
            self.helpers.append(helper)
        return "fuzz_unseen" if helper == "unseen" else helper

    def needs_modern(self):
        """The program needs C++20."""
        self.modern = True

    def not_safe(self, reason):
        """The loop carries something from iteration to iteration that a worker needs, or may do so."""
        self.unsafe.append(reason)

    def documented(self, reason):
        """The loop is safe, but the documentation says that it is refused."""
        self.limits.append(reason)

    def learn(self, kind, *names):
        """The blocks after this one may read these names."""
        self._learnt.append((kind, names))

    def block_ends(self):
        """What the last block declared can be read from now on."""
        for kind, names in self._learnt:
            self.leaves[kind] += names
        self._learnt = []

    # Variables.

    def outside(self, ctype, init="", stem="v", storages=None, dump=True):
        """Declares a variable outside of the loop, in one of several ways, and has it printed after the loop."""
        name = self.fresh(stem)
        how = self.chance.choices(*zip(*self._storages(storages)))[0]
        self.exposed |= how not in ("local", "member")
        if how == "pointer":
            self.documented("a change through a pointer")
        variable = Variable(getattr(self, "_as_" + how)(name, ctype, init), ctype)
        if dump:
            self.show(variable.name, name)
        return variable

    def _storages(self, wanted):
        usual = [("local", 10), ("alone", 2), ("member", 2), ("reference", 1.5), ("pointer", 0.7)]
        usual.append({"function": ("parameter", 8), "method": ("field", 14)}.get(self.place, ("local", 1)))
        return [pair for pair in usual if wanted is None or pair[0] in wanted] or [("local", 1)]

    def _as_local(self, name, ctype, init):
        self.before.append(statement(f"{ctype} {name}{init};"))
        return name

    def _as_alone(self, name, ctype, init):
        if "(" in init:
            return self._as_local(name, ctype, init)
        self.globals.append(statement(f"static {ctype} {name}{init};"))
        return name

    def _as_member(self, name, ctype, init):
        if "(" in init:
            return self._as_local(name, ctype, init)
        self.globals.append(statement(f"struct Holder_{name} {{ int guard = 1; {ctype} {name}{init}; }};"))
        self.before.append(statement(f"Holder_{name} holder_{name};"))
        return f"holder_{name}.{name}"

    def _as_reference(self, name, ctype, init):
        self.before.append(group(statement(f"{ctype} real_{name}{init};"),
                                 statement(f"{ctype} &{name} = real_{name};")))
        return name

    def _as_pointer(self, name, ctype, init):
        self.before.append(group(statement(f"{ctype} real_{name}{init};"),
                                 statement(f"{ctype} *const {name} = &real_{name};")))
        return f"(*{name})"

    def _as_parameter(self, name, ctype, init):
        self.parameters.append((name, ctype, init))
        return name

    def _as_field(self, name, ctype, init):
        if "(" in init:
            return self._as_local(name, ctype, init)
        self.fields.append(statement(f"{ctype} {name}{init};"))
        return self.pick(name, name, f"this->{name}")

    def show(self, value, name="value"):
        """Has a value printed after the loop."""
        self.after.append(statement(f'show("{name}", {value});'))

    def show_each(self, sequence, *members):
        """Has members of all elements of a sequence printed after the loop; `each` names an element."""
        values = ", ".join(members)
        self.after.append(statement(f'for (const auto &each : {sequence}) show("each", {values});'))

    # Scopes.

    def scoped(self, make):
        """Calls make(), and forgets the names that it declared."""
        saved = {kind: list(names) for kind, names in self.leaves.items()}
        owned, own_locals, replayed = list(self.owned), list(self.locals), list(self.replayed)
        self.depth += 1
        try:
            return make()
        finally:
            self.depth -= 1
            self.leaves, self.owned, self.locals, self.replayed = saved, owned, own_locals, replayed


def parts_of(things):
    """Strings and pieces, for Piece(...): variables become their names."""
    return [thing if isinstance(thing, (str, Piece)) else str(thing) for thing in things]
