// PointerCasts.cpp: one look at the kind of a cast and at the types on its two
// sides.

#include "PointerCasts.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace paraloop {
namespace {

/// targetOf() returns what a cast lets the program see; null for casts that
/// have nothing to do with pointers.
QualType targetOf(const CastExpr *cast) {
  switch (cast->getCastKind()) {
  case CK_IntegralToPointer:
  case CK_BitCast:
    return cast->getType()->isPointerType() ? cast->getType()->getPointeeType()
                                            : QualType();
  case CK_LValueBitCast:
    return cast->getType();
  default:
    return {};
  }
}

/// std::bit_cast<S *>(number)
bool isPointerOfBits(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  return callee && isStandard(callee) && callee->getIdentifier() &&
         callee->getName() == "bit_cast" && call->getType()->isPointerType();
}

/// seenBehind() returns the type that an address shows, whatever the function
/// wants that it is handed to.
QualType seenBehind(const Expr *address) {
  const QualType type = address->IgnoreParenCasts()->getType();
  return type->isPointerType()
             ? type->getPointeeType()
             : QualType(type->getPointeeOrArrayElementType(), 0);
}

bool isStep(const BinaryOperator *step) {
  return step->isAdditiveOp() && step->getType()->isPointerType();
}

} // namespace

bool isBytes(QualType type) {
  return isRawMemory(type) || type->isCharType() || type->isChar8Type();
}

QualType targetOfCopiedBits(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !isFromSystemHeader(callee) || call->getNumArgs() != 3 ||
      (nameOf(callee) != "memcpy" && nameOf(callee) != "memmove"))
    return {};
  const QualType made = seenBehind(call->getArg(0));
  return made->isPointerType() && !holdsReferences(seenBehind(call->getArg(1)))
             ? made->getPointeeType()
             : QualType();
}

const Expr *castOperand(const Expr *expr) {
  for (;;) {
    expr = expr->IgnoreParens();
    const auto *cast = llvm::dyn_cast<CastExpr>(expr);
    const auto *step = llvm::dyn_cast<BinaryOperator>(expr);
    const auto *call = llvm::dyn_cast<CallExpr>(expr);
    if (cast && (!targetOf(cast).isNull() || cast->getCastKind() == CK_NoOp))
      expr = cast->getSubExpr();
    else if (step && isStep(step))
      expr = step->getLHS()->getType()->isPointerType() ? step->getLHS()
                                                        : step->getRHS();
    else if (call && isPointerOfBits(call))
      expr = call->getArg(0);
    else
      return expr;
  }
}

std::optional<PointerCast> pointerCast(const Expr *expr) {
  const auto *cast = llvm::dyn_cast<CastExpr>(expr);
  const auto *call = llvm::dyn_cast<CallExpr>(expr);
  QualType target = cast ? targetOf(cast) : QualType();
  if (call && isPointerOfBits(call))
    target = call->getType()->getPointeeType();
  else if (call)
    target = targetOfCopiedBits(call);
  if (target.isNull() || target->isFunctionType() || target->isDependentType())
    return std::nullopt;
  target = bareType(target);
  const Expr *operand = castOperand(expr);
  const bool isPointer = operand->getType()->isPointerType();
  if (call || (!isPointer && !operand->isGLValue()))
    return llvm::isa<IntegerLiteral>(operand)
               ? std::nullopt
               : std::optional(PointerCast{expr, target.getTypePtr(), false,
                                           expr->getExprLoc()});
  const QualType seen = bareType(
      isPointer ? operand->getType()->getPointeeType() : operand->getType());
  const bool ofBytes = isBytes(seen);
  if (!target->isRecordType() || seen == target ||
      (!ofBytes && mayContain(seen, target)))
    return std::nullopt;
  return PointerCast{expr, target.getTypePtr(), ofBytes, expr->getExprLoc()};
}

} // namespace paraloop
