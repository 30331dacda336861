// Explain.cpp: in, a plan; out, the table of --explain.

#include "Explain.h"

#include <algorithm>
#include <map>

namespace paraloop {
namespace {

/// A column is as wide as its cells, up to this; a longer cell (the type of a
/// template, say) pushes the rest of its own line to the right.
constexpr std::size_t WidestColumn = 36;

struct Row {
  std::string cells[4];
};

/// reasonFor() explains the roles that need no place in the body.
std::string reasonFor(const VariablePlan &variable) {
  if (!variable.why.empty())
    return variable.why;
  switch (variable.role) {
  case Role::LoopVariable:
    return "declared by the loop's header";
  case Role::Private:
    return "declared in the body";
  case Role::Broadcast:
    return "only read";
  case Role::Declared:
    return "each worker has a partial value, as its strategy says";
  case Role::Shared:
    return "a SharedVariable: workers store into it directly";
  case Role::Ignored:
    return "ignore() in the attribute: changes stay in the worker";
  case Role::Stream:
    return "what workers print is caught, and printed in iteration order";
  default:
    return "";
  }
}

std::vector<Row> rowsOf(const LoopPlan &plan) {
  std::vector<Row> rows{{{"variable", "type", "role", "why"}}};
  for (const auto *group : {&plan.variables, &plan.privates})
    for (const VariablePlan &variable : *group)
      rows.push_back({{variable.name, variable.type, name(variable.role).str(),
                       reasonFor(variable)}});
  return rows;
}

void printTable(const std::vector<Row> &rows, llvm::raw_ostream &out) {
  std::size_t widths[3] = {};
  for (const Row &row : rows)
    for (std::size_t i = 0; i != 3; ++i)
      if (row.cells[i].size() <= WidestColumn)
        widths[i] = std::max(widths[i], row.cells[i].size());
  for (const Row &row : rows) {
    std::string line = "  ";
    for (std::size_t i = 0; i != 3; ++i) {
      line += row.cells[i];
      const std::size_t used = std::min(row.cells[i].size(), widths[i]);
      line.append(widths[i] - used + 2, ' ');
    }
    line += row.cells[3];
    out << llvm::StringRef(line).rtrim() << '\n';
  }
}

/// printSplit() tells which part of the body workers leave to the parent.
void printSplit(const LoopPlan &plan, llvm::raw_ostream &out) {
  for (const Update &update : plan.updates) {
    out << "  replayed, line " << update.line << ": " << update.statement
        << (update.fold               ? " (summed up by the workers)"
            : update.numbers.empty() ? ""
                                     : " (by the workers, in turn)")
        << '\n';
    for (const Operand &operand : update.operands)
      if (operand.kind != Operand::Kind::Bound)
        out << "    a worker computes " << operand.parameter << " = "
            << operand.text << '\n';
  }
  out << "  parallel: " << parallelPercent(plan.weights)
      << " % of the body's work (" << plan.weights.worker << " of "
      << plan.weights.worker + plan.weights.replayed
      << " operations and calls, roughly)\n";
}

/// printRoles() names the variables of each role on a line.
void printRoles(const LoopPlan &plan, llvm::raw_ostream &out) {
  std::map<Role, std::string> names;
  for (const VariablePlan &variable : plan.variables) {
    std::string &list = names[variable.role];
    list += (list.empty() ? "" : ", ") + variable.name;
  }
  for (const auto &[role, list] : names)
    out << "  " << name(role) << ": " << list << '\n';
}

} // namespace

void explain(const LoopPlan &plan, llvm::raw_ostream &out) {
  out << plan.file << ':' << plan.line
      << (plan.obstacles.empty() ? ": this loop runs in worker processes\n"
                                 : ": this loop is refused\n");
  if (!plan.variables.empty() || !plan.privates.empty())
    printTable(rowsOf(plan), out);
  for (const Obstacle &obstacle : plan.obstacles)
    out << "  refused, line " << obstacle.line << ": " << obstacle.message
        << " [paraloop-" << obstacle.id << "]\n    hint: " << obstacle.hint
        << '\n';
  if (plan.obstacles.empty())
    printSplit(plan, out);
}

void suggest(const LoopPlan &plan, llvm::raw_ostream &out) {
  out << plan.file << ':' << plan.line << ": ";
  if (!plan.obstacles.empty()) {
    const Obstacle &first = plan.obstacles.front();
    out << "this loop can't be annotated\n  line " << first.line << ": "
        << first.message << " [paraloop-" << first.id << "]\n";
    return;
  }
  out << "this loop can be annotated: about "
      << plan.weights.worker + plan.weights.replayed
      << " operations and calls an iteration, " << parallelPercent(plan.weights)
      << " % of them parallel\n";
  printRoles(plan, out);
}

} // namespace paraloop
