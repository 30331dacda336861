// ViewRanges.cpp: the part of PathReader that knows how long views are which
// the body makes.
//
// In: an expression of a view's type, or the hidden iterator of a range-for
// over one. Out: how many elements it has; the element of a round.
//
//     for (int &cell : all.subspan(4 * i, 4)) ...     all[4 * i + k], 0 <= k <
//     4

#include "Paths.h"
#include "PlainExpr.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <limits>

using namespace clang;

namespace paraloop {
namespace {

constexpr unsigned maxDepth = 16;

/// countIn() returns the expression in a call of a view's method, or in its
/// constructor, that says how many elements the new view has; or null.
const Expr *countIn(const Expr *made) {
  if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(made))
    return construction->getNumArgs() == 2 &&
                   construction->getArg(1)->getType()->isIntegerType()
               ? construction->getArg(1)
               : nullptr;
  const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(made);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (!method || !isStandard(method) || call->getNumArgs() == 0 ||
      !isView(call->getImplicitObjectArgument()->getType()))
    return nullptr;
  const Expr *last = call->getArg(call->getNumArgs() - 1);
  const bool isPart = nameOf(method) == "subspan" && call->getNumArgs() == 2;
  const bool isEnd = nameOf(method) == "first" || nameOf(method) == "last";
  return (isPart || isEnd) && !llvm::isa<CXXDefaultArgExpr>(last) ? last
                                                                  : nullptr;
}

/// copiedView() returns the view that an expression is a copy of, or null.
const Expr *copiedView(const Expr *expr) {
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr))
    return cast->getSubExpr();
  const auto *construction = llvm::dyn_cast<CXXConstructExpr>(expr);
  return construction && construction->getNumArgs() == 1 &&
                 isView(construction->getArg(0)->getType())
             ? construction->getArg(0)
             : nullptr;
}

} // namespace

std::optional<Number>
PathReader::lengthOfView(const Expr *view, const Frame &frame, unsigned depth) {
  view = plainExpr(view);
  if (depth > maxDepth || !isView(view->getType()))
    return std::nullopt;
  if (const Expr *copied = copiedView(view))
    return lengthOfView(copied, frame, depth + 1);
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(view)) {
    const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl());
    if (!variable || frame.changes(variable))
      return std::nullopt;
    if (const Expr *argument = frame.argumentOf(variable))
      return lengthOfView(argument, *frame.outer, depth + 1);
    return frame.scope->declares(variable) && variable->getInit()
               ? lengthOfView(variable->getInit(), frame, depth + 1)
               : std::nullopt;
  }
  const Expr *count = countIn(view);
  MaybeNumber length = count ? number(count, frame) : std::nullopt;
  if (!length)
    return std::nullopt;
  const std::optional<std::int64_t> constant = length->form.asConstant();
  if (!constant) // It may have been negative before it was converted.
    length->needs.push_back({length->form, "unsigned"});
  const bool isLength =
      !constant ||
      (*constant >= 0 && *constant <= std::numeric_limits<int>::max());
  return isLength ? length : std::nullopt;
}

/// lastOfView() returns the subscript of a view's last element.
std::optional<Number> PathReader::lastOfView(const Expr *view,
                                             const Frame &frame) {
  const MaybeNumber length = lengthOfView(view, frame, 0);
  const auto last =
      length ? sum(length->form, Form::constant(-1)) : std::nullopt;
  return last ? MaybeNumber{{*last, length->needs}} : std::nullopt;
}

std::optional<Path> PathReader::elementOfView(const VarDecl *begin,
                                              const Frame &frame,
                                              unsigned depth) {
  const auto *loop =
      llvm::dyn_cast_or_null<CXXForRangeStmt>(frame.statements->ownerOf(begin));
  if (!loop || loop == loop_ || !loop->getBeginStmt() ||
      loop->getBeginStmt()->getSingleDecl() != begin)
    return std::nullopt;
  const MaybeNumber last = lastOfView(loop->getRangeInit(), frame);
  if (!last)
    return std::nullopt;
  const InnerLoop inner(loop, &frame);
  const auto [known, isNew] =
      inner_.try_emplace(inner, Form::symbol(symbols_.size()));
  if (isNew)
    symbols_.push_back({Known::Kind::Inner, "", "", true, Form(), last->form,
                        last->needs, inner});
  return advanced(target(loop->getRangeInit(), frame, depth + 1),
                  Number{known->second, {}});
}

} // namespace paraloop
