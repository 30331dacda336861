// Plan.h: what is to be done with one annotated loop, as plain data.
//
// Classify and Split fill it, Emit turns it into text, --print=plan shows it.
// It owns its strings and knows nothing of Clang, so it outlives the syntax
// tree and tests can read it.

#ifndef PARALOOP_TOOL_PLAN_H
#define PARALOOP_TOOL_PLAN_H

#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// Role says what a variable is to the loop, and with that how its changes
/// travel (docs/roles.md).
enum class Role {
  LoopVariable, ///< Declared by the loop's header.
  Private,      ///< Declared in the body.
  Broadcast,    ///< Declared outside and only read.
  Replayed,     ///< Declared outside; every change is recorded and replayed in
                ///< iteration order.
  Temporary,    ///< Declared outside, and assigned before it is read in every
                ///< iteration.
  Slice,        ///< Declared outside; each iteration changes and reads elements
                ///< that no other touches.
  Written,      ///< Declared outside; assigned and never read.
  Folded,       ///< Declared outside; a whole number that workers fold values
                ///< into, in any order.
  Declared,     ///< A paraloop::Variable with a strategy of the user's own.
  Shared,  ///< A paraloop::SharedVariable, which workers write to directly.
  Stream,  ///< Standard output or standard error: what a worker prints is
           ///< captured.
  Ignored, ///< Declared outside; changes stay in the worker, as the user
           ///< asked for.
  Refused, ///< A refusal names it.
};

/// Fold is an operation of whole numbers that doesn't depend on the order.
enum class Fold { Sum, And, Or, Xor };

struct VariablePlan {
  std::string name;
  std::string type;
  Role role = Role::Broadcast;
  unsigned line = 0; ///< Where it is declared; 0 where that is another file.
  std::string why;   ///< What in the loop gives it this role.
};

/// BodyEdit is one place where the workers' copy of the body differs from the
/// user's text: `length` bytes from `offset` on, counted from the start of the
/// body.
struct BodyEdit {
  enum class Kind {
    Record,      ///< A replayed statement: `update` is its index.
    Continue,    ///< The iteration ends here.
    Leave,       ///< The loop ends here: the iteration has to run natively.
    Own,         ///< An object that the worker changes in its own copy; other
                 ///< edits may lie inside.
    OwnBehind,   ///< A pointer to such an object: `update` is the index of its
                 ///< `classes`; other edits may lie inside.
    OwnElements, ///< A call, before which the statement `update` of `elements`
                 ///< notes what it changes; other edits may lie inside.
    OwnBefore,   ///< A loop, before which the statement `update` of `elements`
                 ///< notes what it changes; other edits may lie inside.
    Part,        ///< A number that the worker folds values into.
    Guard,       ///< An object that must not lie in the memory of the guard
                 ///< `update`; other edits may lie inside.
    Remove       ///< The annotation of a nested loop.
  };
  Kind kind = Kind::Remove;
  unsigned offset = 0;
  unsigned length = 0;
  std::size_t update = 0; ///< Or the guard, the elements, the folded number.
};

/// Operand is a value that crosses from the worker part to a replayed
/// statement.
struct Operand {
  enum class Kind {
    Value,  ///< An equal value.
    AsItIs, ///< A pointer or iterator to what was there before the loop.
    Bound,  ///< What an earlier update bound a reference to.
    InPlace ///< A name of something that was there before the loop.
  };
  std::string parameter;       ///< Its name in the replayed statement.
  std::string text;            ///< What the worker evaluates.
  bool isConst = false;        ///< The statement sees a const object.
  std::vector<BodyEdit> edits; ///< Of `text`, counted from its start; sorted.
  Kind kind = Kind::Value;
};

/// ElementFold is what an update does to a whole number.
struct ElementFold {
  Fold operation = Fold::Sum;
  std::string target; ///< The number, as the parent names it.
  std::string value;  ///< What a worker evaluates, unless it is an operand.
  std::optional<std::size_t> operand; ///< The value's index among those.
  bool isTakenAway = false;           ///< The sum gets its negative.

  bool operator==(const ElementFold &other) const {
    return operation == other.operation && target == other.target &&
           value == other.value && operand == other.operand &&
           isTakenAway == other.isTakenAway;
  }
};

/// Update is a statement that the parent replays.
struct Update {
  unsigned line = 0;
  std::string statement; ///< The user's statement, with operands for what the
                         ///< worker evaluates.
  std::vector<Operand> operands;
  bool inOrder = false; ///< Several operands have effects, and take them from
                        ///< left to right.
  /// The number or reference of the body that the parent remembers. For a
  /// reference, the statement is what it refers to; for a number, it is a block
  /// with the declaration.
  std::string binds;
  bool isBlock =
      false; ///< Statements with their semicolons, not an expression.
  /// Names of all that it touches, if these are numbers that nothing else
  /// touches: then workers execute it, in turn, instead of the parent.
  std::vector<std::string> numbers;
  /// Of an update that does nothing else to a number to which nothing else is
  /// done: workers may sum up what a chunk does to it.
  std::optional<ElementFold> fold;
};

/// Header is the iteration space of the loop.
struct Header {
  enum class Kind {
    Counted,  ///< for (T i = first; i < bound; i += step)
    Elements, ///< for (declaration : range)
    Stepped   ///< for (init; condition; increment), run by every worker
  };
  Kind kind = Kind::Counted;
  std::string variable; ///< The declaration of the loop's variable: `int i`,
                        ///< `const auto &[key, value]`. Stepped: the names of
                        ///< all variables.
  std::string
      type; ///< Counted: the variable's type as written; empty for `auto`.
  std::string
      first; ///< Counted: text of the first value. Elements: text of the range.
  std::string bound;
  std::string step;
  bool staysBound = false; ///< Counted: nothing out of sight could change the
                           ///< bound while the loop runs.
  std::string relation;  ///< Counted: less, less_equal, greater, greater_equal
                         ///< or not_equal.
  std::string condition; ///< Stepped; may be empty.
  std::string increment; ///< Stepped; may be empty.
  bool endless = false;  ///< Stepped: no condition ends it. What follows may
                         ///< not be reachable, so nothing can stop it.
  std::string init; ///< The init-statement, where it moves before the loop.
  unsigned initLine = 0;
  std::string assigned; ///< Counted: the variable that the call of the runtime
                        ///< is assigned to, where it is declared before.
  bool multiPass = false; ///< Elements: the tool knows that the iterators are
                          ///< independent of each other.
};

/// Weights is a rough guess at the work of one iteration: operations and calls,
/// ten times as many for each inner loop around them.
struct Weights {
  std::uint64_t worker = 0;   ///< What workers do side by side.
  std::uint64_t replayed = 0; ///< What the parent does, one by one.
  std::uint64_t carried = 0;  ///< Bytes of elements that it changes, at least.
};

/// Obstacle is a refusal, in words.
struct Obstacle {
  std::string id;
  std::string message;
  std::string hint;
  unsigned line = 0;
};

/// FieldList is a class of the user's that generated code takes apart. All
/// names are C++ text.
struct FieldList {
  std::string type;
  std::vector<std::string> bases;
  std::vector<std::string> fields;
  bool isAccessible = true; ///< Where the loop stands; else its fields are
                            ///< declared at namespace scope.

  bool operator==(const FieldList &other) const { return type == other.type; }
};

/// Means is what else than replay a loop may use. Less means are tried where
/// more of them don't lead to a plan.
struct Means {
  bool owns = true;  ///< Workers may change their own copies of objects.
  bool folds = true; ///< They may execute updates of numbers, in turn or in
                     ///< any order.
};

struct LoopPlan {
  std::string file;
  unsigned line = 0; ///< Of the `for`.
  Header header;
  std::vector<VariablePlan> variables;
  std::vector<VariablePlan> privates; ///< What the body declares.
  std::vector<Obstacle> obstacles;    ///< Empty: the loop is accepted.
  Weights weights;
  std::vector<Update> updates;
  /// Of what travels field by field; parts before what they are parts of.
  std::vector<FieldList> fieldLists;
  /// Of what is compared with all memory that it owns.
  std::vector<FieldList> ownerLists;

  std::string variable; ///< Of a counted loop: its name.
  std::string body;     ///< The user's text of the body.
  unsigned bodyLine = 0;
  std::vector<BodyEdit> bodyEdits; ///< Sorted; an outer one before those in it.

  /// Pairs of expressions whose storage must not meet; checked when the loop
  /// starts.
  std::vector<std::pair<std::string, std::string>> apart;
  /// C++ conditions that have to hold when the loop starts.
  std::vector<std::string> conditions;
  /// Statements over `paraloop_i`, the loop's variable, that note elements.
  std::vector<std::string> elements;
  /// Of what pointers may refer to: their names with commas between them, or
  /// nothing where the pointer's own type tells.
  std::vector<std::string> classes;
  /// For each guard, the memory that what it guards must not meet.
  std::vector<std::string> guards;
  /// Streams that the loop writes to by replay: they must not lead to standard
  /// output, which is captured.
  std::vector<std::string> streams;
  std::vector<std::string>
      partials; ///< Variables with a strategy of the user's own.
  std::vector<std::pair<std::string, Fold>> folds; ///< Names of numbers.
  std::vector<std::pair<std::string, Fold>>
      foldsInCalls; ///< By functions, which know the numbers by other names.
  bool foldsFloatingPoint =
      false; ///< An update rounds: its result depends on fused multiply-add.
  bool replaysOutput =
      false; ///< The parent prints: a worker must not print anything.
  bool updateMayThrow =
      false; ///< A replayed statement may throw something else than bad_alloc.

  std::optional<unsigned> numProcesses;
  std::optional<std::uint64_t> chunk;
  std::optional<std::int64_t> timeoutNanoseconds;
  std::optional<unsigned> retries;
  std::string onCrash; ///< Empty: not given; so the next.
  std::string onTimeout;
  bool progress = false;
};

llvm::StringRef name(Role role);
void print(const LoopPlan &plan, llvm::raw_ostream &out);
llvm::json::Value toJson(const LoopPlan &plan);

/// parallelPercent() returns the share of an iteration that workers do.
unsigned parallelPercent(const Weights &weights);

/// isMostlyReplayed() is true where workers can't help much.
bool isMostlyReplayed(const Weights &weights);

} // namespace paraloop

#endif
