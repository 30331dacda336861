// NotedElements.cpp: what is certain to be touched, as text.

#include "NotedElements.h"

#include "AlwaysTouched.h"
#include "ElementTexts.h"
#include "Frames.h"
#include "SourceText.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool isAlwaysEntered(const Stmt *statement) {
  const auto *binary = llvm::dyn_cast<BinaryOperator>(statement);
  return llvm::isa<CompoundStmt>(statement) ||
         (llvm::isa<Expr>(statement) &&
          !llvm::isa<AbstractConditionalOperator>(statement) &&
          !(binary && binary->isLogicalOp()));
}

/// followsPragma() returns true for `#pragma GCC ivdep` and the like, between
/// which and the loop nothing may stand.
bool followsPragma(const TextRange &loop, const ASTContext &context) {
  const llvm::StringRef before = context.getSourceManager()
                                     .getBufferData(loop.file)
                                     .take_front(loop.offset)
                                     .rtrim();
  const llvm::StringRef line =
      before.drop_front(before.find_last_of('\n') + 1).ltrim();
  return line.starts_with("#") || line.contains("_Pragma");
}

} // namespace

bool mayChange(const ElementAccess &access) {
  return access.changes || access.escapes;
}

bool mayTouchPartOf(const ElementAccess &access, const Object &object) {
  if (!access.path) // It may be anything.
    return true;
  std::size_t at = 0;
  for (const Step &step : access.path->steps) {
    if (step.kind != Step::Kind::Field)
      continue;
    if (at < object.path.size() && object.path[at] != step.field)
      return false;
    ++at;
  }
  return true;
}

std::optional<std::string> NotedElements::ofCall(const Expr *call) const {
  const auto nameOf = [&](const ElementAccess &access) {
    return access.path && access.isCallee && !access.escapes
               ? elementsText(*access.path, reader_, checks_)
               : std::nullopt;
  };
  std::vector<std::string> texts;
  const std::set<std::string> always = alwaysTouched(
      call, facts_.loop, frames_, accesses_,
      [&](const ElementAccess &access) -> std::optional<ElementName> {
        const std::optional<std::string> text = nameOf(access);
        const auto over = text ? coveredBy(*access.path) : std::nullopt;
        return over ? std::optional(ElementName{*text, *over}) : std::nullopt;
      });
  for (const ElementAccess &access : accesses_) {
    if (!mayChange(access) || !mayTouchPartOf(access, object_) ||
        !facts_.statements.isWithin(access.place, {call}))
      continue;
    std::optional<std::string> text = nameOf(access);
    // What is left out may not even be there: `if (i < n) a[i] = 1;`.
    if (text && !always.count(*text))
      text = existingElementsText(*access.path, reader_, checks_);
    if (!text || !isExact(*access.path, checks_))
      return std::nullopt;
    if (!llvm::is_contained(texts, *text))
      texts.push_back(*text);
  }
  return texts.empty() ? std::nullopt : std::optional(llvm::join(texts, " "));
}

NotedBefore NotedElements::before(const Expr *target, bool own) const {
  const auto access = llvm::find_if(accesses_, [&](const ElementAccess &one) {
    return one.expr && !one.isCallee && one.path && mayChange(one) &&
           one.expr->IgnoreParenImpCasts() == target->IgnoreParenImpCasts();
  });
  if (access == accesses_.end() || facts_.statements.isInLambda(target))
    return {};
  const auto text = elementsText(*access->path, reader_, checks_);
  const auto over = text ? coveredBy(*access->path) : std::nullopt;
  if (!over || !isExactAnyway(*access->path))
    return {};
  if (over->empty())
    return own ? elementNotedBefore(target, *access) : NotedBefore();
  const Stmt *loop =
      touchingLoop(access->expr, facts_.loop, frames_, accesses_,
                   [&](const ElementAccess &one) {
                     return one.expr == access->expr
                                ? std::optional(ElementName{*text, *over})
                                : std::nullopt;
                   });
  return isText(loop) ? NotedBefore{target, loop, *text} : NotedBefore();
}

/// elementNotedBefore() is about `sum[i] += ...` in an inner loop, which may
/// have no rounds.
NotedBefore
NotedElements::elementNotedBefore(const Expr *target,
                                  const ElementAccess &access) const {
  const Stmt *outermost = nullptr;
  for (const Stmt *at = facts_.statements.parent(access.expr);
       at && at != facts_.loop; at = facts_.statements.parent(at)) {
    if (llvm::isa<ForStmt>(at))
      outermost = at;
    else if (!isAlwaysEntered(at))
      break;
  }
  const auto text = isText(outermost)
                        ? existingElementsText(*access.path, reader_, checks_)
                        : std::nullopt;
  return text ? NotedBefore{target, outermost, *text} : NotedBefore();
}

/// isExact() adds the conditions under which the subscripts are what they look
/// like: `unsigned char k = i + j` may wrap around.
bool NotedElements::isExact(const Path &path, Checks &checks) const {
  return llvm::all_of(path.steps, [&](const Step &step) {
    return !step.index || (checks.require(step.index->needs) &&
                           checks.requireRanges(step.index->form));
  });
}

/// isExactAnyway() returns true if nothing has to be checked for that which
/// isn't checked already.
bool NotedElements::isExactAnyway(const Path &path) const {
  Checks tried = checks_;
  return isExact(path, tried) &&
         tried.conditions.size() == checks_.conditions.size();
}

bool NotedElements::isText(const Stmt *statement) const {
  const auto range =
      statement ? statementRange(statement, facts_.context) : std::nullopt;
  return range && !followsPragma(*range, facts_.context);
}

/// coveredBy() returns the inner loops whose variables a path depends on;
/// nothing where the range of a subscript has values that it never takes.
std::optional<std::set<InnerLoop>>
NotedElements::coveredBy(const Path &path) const {
  std::set<InnerLoop> loops;
  for (const Step &step : path.steps)
    if (step.index && !addCovered(step.index->form, loops))
      return std::nullopt;
  return loops;
}

/// The range of an inner variable may depend on another one's.
bool NotedElements::addCovered(const Form &form,
                               std::set<InnerLoop> &loops) const {
  return llvm::all_of(checks_.innerSymbols(form), [&](Symbol symbol) {
    const Known &known = reader_.known(symbol);
    if (!known.covering)
      return false;
    return !loops.insert(*known.covering).second ||
           (addCovered(known.low, loops) && addCovered(known.high, loops));
  });
}

} // namespace paraloop
