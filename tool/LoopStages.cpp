// LoopStages.cpp: plan() lets every instance of the loop be classified and
// compares the plans; rewrite() puts the emitted text into the file.

#include "LoopStages.h"

#include "Callees.h"
#include "Classify.h"
#include "Emit.h"
#include "Failure.h"
#include "LoopShape.h"
#include "Preamble.h"
#include "SourceText.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Tooling/Core/Replacement.h"

using namespace clang;

namespace paraloop {
namespace {

/// difference() names what two plans for the same text don't share; types may
/// differ.
std::string difference(const LoopPlan &a, const LoopPlan &b) {
  for (const VariablePlan &one : a.variables)
    for (const VariablePlan &other : b.variables)
      if (one.name == other.name && one.role != other.role)
        return "'" + one.name + "' is " + name(one.role).str() +
               " in one and " + name(other.role).str() + " in another";
  const auto sameEdit = [](const BodyEdit &x, const BodyEdit &y) {
    return x.kind == y.kind && x.offset == y.offset && x.length == y.length;
  };
  const auto sameEdits = [&](const std::vector<BodyEdit> &x,
                             const std::vector<BodyEdit> &y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), sameEdit);
  };
  const auto sameOperand = [&](const Operand &x, const Operand &y) {
    return x.parameter == y.parameter && x.text == y.text &&
           x.isConst == y.isConst && x.kind == y.kind &&
           sameEdits(x.edits, y.edits);
  };
  const auto sameUpdate = [&](const Update &x, const Update &y) {
    return x.statement == y.statement && x.inOrder == y.inOrder &&
           x.binds == y.binds && x.numbers == y.numbers && x.fold == y.fold &&
           std::equal(x.operands.begin(), x.operands.end(), y.operands.begin(),
                      y.operands.end(), sameOperand);
  };
  if (a.header.kind != b.header.kind || a.header.init != b.header.init ||
      a.header.multiPass != b.header.multiPass)
    return "the loop's header is walked in different ways";
  const bool same =
      sameEdits(a.bodyEdits, b.bodyEdits) && a.conditions == b.conditions &&
      std::equal(a.updates.begin(), a.updates.end(), b.updates.begin(),
                 b.updates.end(), sameUpdate) &&
      a.partials == b.partials && a.folds == b.folds &&
      a.foldsInCalls == b.foldsInCalls && a.apart == b.apart &&
      a.streams == b.streams;
  return same ? "" : "the statements to replay differ";
}

std::string indentationOf(SourceLocation where, const ASTContext &context) {
  const SourceManager &sources = context.getSourceManager();
  const auto [file, offset] = sources.getDecomposedLoc(where);
  const llvm::StringRef before = sources.getBufferData(file).take_front(offset);
  const llvm::StringRef line = before.substr(before.find_last_of('\n') + 1);
  return line.take_while([](char one) { return one == ' ' || one == '\t'; })
      .str();
}

/// addObstacles() puts the refusals into the plan, and marks the variables that
/// they name.
void addObstacles(const ASTContext &context, const AnnotatedLoop &loop,
                  Verdict &verdict) {
  LoopPlan &plan = verdict.plan;
  const PresumedLoc place =
      context.getSourceManager().getPresumedLoc(loop.keyword);
  plan.file = place.getFilename(); // not known yet where the header is refused
  plan.line = place.getLine();
  for (const Refusal &refusal : verdict.refusals) {
    const Obstacle obstacle{idOf(refusal.id), messageOf(refusal),
                            hintOf(refusal), lineOf(refusal.where, context)};
    plan.obstacles.push_back(obstacle);
    for (VariablePlan &variable : plan.variables)
      if (!refusal.subjects.empty() &&
          refusal.subjects.front() == variable.name) {
        variable.role = Role::Refused;
        variable.why = obstacle.id + ", line " + std::to_string(obstacle.line);
      }
  }
}

void addOnce(std::vector<FieldList> &lists, std::vector<FieldList> more) {
  for (FieldList &list : more)
    if (!llvm::is_contained(lists, list))
      lists.push_back(std::move(list));
}

/// planInstances() makes one plan for all instantiations of a template.
Verdict planInstances(ASTContext &context, const AnnotatedLoop &loop,
                      Callees &callees, const Means &means) {
  std::optional<Verdict> verdict;
  for (const LoopInstance &instance : loop.instances) {
    Verdict made = classify(context, loop, instance, callees, means);
    if (!made.refusals.empty()) {
      verdict = std::move(made);
      break;
    }
    if (!verdict) {
      verdict = std::move(made);
      continue;
    }
    LoopPlan &plan = verdict->plan;
    if (const std::string differs = difference(plan, made.plan);
        !differs.empty()) {
      verdict->refusals = {
          {RefusalId::TemplatesDisagree, loop.keyword, {differs}}};
      break;
    }
    plan.weights.carried =
        std::min(plan.weights.carried, made.plan.weights.carried);
    plan.foldsFloatingPoint |= made.plan.foldsFloatingPoint;
    plan.updateMayThrow |= made.plan.updateMayThrow;
    addOnce(plan.fieldLists, std::move(made.plan.fieldLists));
    addOnce(plan.ownerLists, std::move(made.plan.ownerLists));
  }
  return std::move(*verdict);
}

bool disagrees(const Verdict &verdict) {
  return !verdict.refusals.empty() &&
         verdict.refusals.front().id == RefusalId::TemplatesDisagree;
}

} // namespace

LoopStages::LoopStages(ASTContext &context)
    : context_(context), callees_(std::make_unique<Callees>(context)) {}

LoopStages::~LoopStages() = default;

Verdict LoopStages::plan(const AnnotatedLoop &loop) {
  Verdict verdict = planInstances(context_, loop, *callees_, {});
  // What one instantiation owns or folds, another may have to replay; then all
  // of them do.
  for (const Means &means : {Means{true, false}, Means{false, false}}) {
    if (!disagrees(verdict))
      break;
    Verdict other = planInstances(context_, loop, *callees_, means);
    if (other.refusals.empty())
      verdict = std::move(other);
  }
  addObstacles(context_, loop, verdict);
  return verdict;
}

llvm::Error LoopStages::rewrite(const AnnotatedLoop &loop, const LoopPlan &plan,
                                tooling::Replacements &edits) {
  const ASTContext &context = context_;
  const Stmt *statement = loop.instances.front().loop;
  const auto shape = std::get<LoopShape>(loopShape(
      statement, loop.instances.front().function, context_, *callees_));
  const std::optional<TextRange> whole = statementRange(statement, context);
  const std::optional<TextRange> attribute =
      between(loop.attribute.getBegin(), loop.attribute.getEnd(), context);
  const std::optional<TextRange> begin =
      between(loop.begin, loop.begin, context);
  if (!whole || !attribute || !begin)
    return failure("a part of it comes out of a macro");
  const EmittedLoop emitted = emitLoop(plan, lineOf(loop.begin, context),
                                       indentationOf(loop.begin, context));
  std::vector<tooling::Replacement> all;
  if (begin->offset == attribute->offset) {
    all.push_back(replacement(context, *attribute, emitted.before));
  } else {
    all.push_back(replacement(context, *begin, emitted.before));
    all.push_back(replacement(context, *attribute, ""));
  }
  for (const SourceRange &inner : loop.innerAttributes)
    if (const auto range = between(inner.getBegin(), inner.getEnd(), context))
      all.push_back(replacement(context, *range, ""));
  all.push_back(replacement(context, shape.replaced, emitted.header));
  if (shape.condition) {
    const TextRange &condition = *shape.condition;
    all.push_back(replacement(context, {condition.file, condition.offset, 0},
                              emitted.guard));
    all.push_back(replacement(context, {condition.file, condition.end(), 0},
                              emitted.guardEnd));
  }
  if (shape.removed)
    all.push_back(replacement(context, *shape.removed, ""));
  all.push_back(
      replacement(context, {whole->file, whole->end(), 0}, emitted.after));
  for (const tooling::Replacement &edit : all)
    if (llvm::Error error = edits.add(edit))
      return error;
  return addPreamble(context, loop.begin, plan, edits);
}

} // namespace paraloop
