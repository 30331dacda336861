// Plan.cpp: in, a plan; out, the plan as a person reads it and as a program
// does.

#include "Plan.h"

#include "llvm/ADT/StringExtras.h"

namespace paraloop {
namespace {

const char *kindName(Header::Kind kind) {
  switch (kind) {
  case Header::Kind::Counted:
    return "counted";
  case Header::Kind::Elements:
    return "elements";
  case Header::Kind::Stepped:
    return "stepped";
  }
  llvm_unreachable("a header of no kind");
}

void printHeader(const Header &header, llvm::raw_ostream &out) {
  if (!header.init.empty())
    out << "  before the loop: " << header.init << '\n';
  out << "  header: " << kindName(header.kind) << ' ' << header.variable;
  if (header.kind == Header::Kind::Stepped) {
    out << " while " << (header.condition.empty() ? "true" : header.condition)
        << ", then "
        << (header.increment.empty() ? "nothing" : header.increment) << '\n';
    return;
  }
  if (header.kind == Header::Kind::Elements) {
    out << " of " << header.first << '\n';
    return;
  }
  out << " from " << header.first << ", " << header.relation << ' '
      << header.bound << ", step " << header.step << '\n';
}

void printUpdate(const Update &update, llvm::raw_ostream &out) {
  out << "  update at line " << update.line << ": " << update.statement << '\n';
  for (const Operand &operand : update.operands)
    out << "    operand " << operand.parameter << " = " << operand.text << '\n';
  if (!update.numbers.empty())
    out << "    in turn: " << llvm::join(update.numbers, ", ") << '\n';
}

llvm::json::Object headerJson(const Header &header) {
  llvm::json::Object object{{"kind", kindName(header.kind)},
                            {"variable", header.variable}};
  if (!header.init.empty())
    object["init"] = header.init;
  if (header.kind == Header::Kind::Stepped) {
    object["condition"] = header.condition;
    object["increment"] = header.increment;
    return object;
  }
  if (header.kind == Header::Kind::Elements) {
    object["range"] = header.first;
    return object;
  }
  object["first"] = header.first;
  object["bound"] = header.bound;
  object["step"] = header.step;
  object["relation"] = header.relation;
  return object;
}

llvm::json::Array variablesJson(const std::vector<VariablePlan> &all) {
  llvm::json::Array variables;
  for (const VariablePlan &variable : all)
    variables.push_back(llvm::json::Object{{"name", variable.name},
                                           {"type", variable.type},
                                           {"role", name(variable.role)},
                                           {"line", variable.line},
                                           {"why", variable.why}});
  return variables;
}

llvm::json::Array obstaclesJson(const LoopPlan &plan) {
  llvm::json::Array obstacles;
  for (const Obstacle &obstacle : plan.obstacles)
    obstacles.push_back(llvm::json::Object{{"id", obstacle.id},
                                           {"message", obstacle.message},
                                           {"hint", obstacle.hint},
                                           {"line", obstacle.line}});
  return obstacles;
}

llvm::json::Object weightsJson(const Weights &weights) {
  return llvm::json::Object{{"worker", weights.worker},
                            {"replayed", weights.replayed},
                            {"carried_bytes", weights.carried},
                            {"parallel_percent", parallelPercent(weights)}};
}

llvm::json::Array updatesJson(const LoopPlan &plan) {
  llvm::json::Array updates;
  for (const Update &update : plan.updates) {
    llvm::json::Array operands;
    for (const Operand &operand : update.operands)
      operands.push_back(llvm::json::Object{{"parameter", operand.parameter},
                                            {"text", operand.text}});
    updates.push_back(llvm::json::Object{{"line", update.line},
                                         {"statement", update.statement},
                                         {"operands", std::move(operands)},
                                         {"in_turn", update.numbers},
                                         {"summed_up", update.fold.has_value()}});
  }
  return updates;
}

} // namespace

llvm::StringRef name(Role role) {
  switch (role) {
  case Role::LoopVariable:
    return "loop variable";
  case Role::Private:
    return "private";
  case Role::Broadcast:
    return "broadcast";
  case Role::Replayed:
    return "replayed";
  case Role::Temporary:
    return "temporary";
  case Role::Slice:
    return "slice";
  case Role::Written:
    return "written";
  case Role::Folded:
    return "folded";
  case Role::Declared:
    return "declared";
  case Role::Shared:
    return "shared";
  case Role::Stream:
    return "stream";
  case Role::Ignored:
    return "ignored";
  case Role::Refused:
    return "refused";
  }
  llvm_unreachable("a role without a name");
}

void print(const LoopPlan &plan, llvm::raw_ostream &out) {
  out << plan.file << ':' << plan.line << ": loop\n";
  printHeader(plan.header, out);
  for (const VariablePlan &variable : plan.variables)
    out << "  " << variable.name << ": " << name(variable.role)
        << (variable.type.empty() ? "" : ", " + variable.type) << '\n';
  for (const Update &update : plan.updates)
    printUpdate(update, out);
  for (const auto &[changed, read] : plan.apart)
    out << "  checked at run time: " << changed << " apart from " << read
        << '\n';
  for (const std::string &condition : plan.conditions)
    out << "  checked at run time: " << condition << '\n';
  for (const std::string &memory : plan.guards)
    out << "  checked by workers: outside of " << memory << '\n';
  for (const std::string &stream : plan.streams)
    out << "  checked at run time: " << stream << " is not standard output\n";
  if (plan.foldsFloatingPoint)
    out << "  folds floating point\n";
  if (plan.updateMayThrow)
    out << "  an update may throw\n";
}

llvm::json::Value toJson(const LoopPlan &plan) {
  llvm::json::Array apart;
  for (const auto &[changed, read] : plan.apart)
    apart.push_back(llvm::json::Object{{"changed", changed}, {"read", read}});
  llvm::json::Object object{{"file", plan.file},
                            {"line", plan.line},
                            {"header", headerJson(plan.header)},
                            {"variables", variablesJson(plan.variables)},
                            {"privates", variablesJson(plan.privates)},
                            {"obstacles", obstaclesJson(plan)},
                            {"weights", weightsJson(plan.weights)},
                            {"updates", updatesJson(plan)},
                            {"apart", std::move(apart)},
                            {"conditions", llvm::json::Array(plan.conditions)},
                            {"guards", llvm::json::Array(plan.guards)},
                            {"streams", llvm::json::Array(plan.streams)},
                            {"folds_floating_point", plan.foldsFloatingPoint},
                            {"replays_output", plan.replaysOutput},
                            {"update_may_throw", plan.updateMayThrow}};
  if (plan.numProcesses)
    object["num_processes"] = *plan.numProcesses;
  if (plan.chunk)
    object["chunk"] = *plan.chunk;
  if (plan.timeoutNanoseconds)
    object["timeout_ns"] = *plan.timeoutNanoseconds;
  if (plan.retries)
    object["retries"] = *plan.retries;
  if (!plan.onCrash.empty())
    object["on_crash"] = plan.onCrash;
  if (!plan.onTimeout.empty())
    object["on_timeout"] = plan.onTimeout;
  if (plan.progress)
    object["progress"] = true;
  return object;
}

unsigned parallelPercent(const Weights &weights) {
  const std::uint64_t all = weights.worker + weights.replayed;
  return all == 0 ? 100 : static_cast<unsigned>(weights.worker * 100 / all);
}

bool isMostlyReplayed(const Weights &weights) {
  return weights.replayed > weights.worker;
}

} // namespace paraloop
