// TextUses.cpp: tables of names, and the conditions that ask a stream.

#include "TextUses.h"

#include "StandardLibrary.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

bool isKnown(const FunctionDecl *function) {
  return function && (isStandard(function) || isFromSystemHeader(function));
}

bool isCharArray(const Expr *expr) {
  const auto *array = expr->getType()->getAsArrayTypeUnsafe();
  return array && array->getElementType()->isCharType();
}

/// `std::string(buffer)`, but not `std::string(buffer, n)`.
bool makesFromText(const CXXConstructExpr *made, const Stmt *text) {
  static const llvm::StringSet<> names = {"basic_string", "basic_string_view",
                                          "basic_ifstream", "basic_ofstream",
                                          "path"};
  const CXXRecordDecl *record = made->getConstructor()->getParent();
  return isStandard(record) && record->getIdentifier() &&
         names.contains(record->getName()) && made->getNumArgs() > 0 &&
         made->getArg(0) == text &&
         llvm::all_of(llvm::drop_begin(made->arguments()),
                      [](const Expr *argument) {
                        return llvm::isa<CXXDefaultArgExpr>(argument) ||
                               argument->getType()->isRecordType() ||
                               argument->getType()->isEnumeralType();
                      });
}

bool isAtLeastOne(const Expr *size, const ASTContext &context) {
  Expr::EvalResult value;
  return size->EvaluateAsInt(value, context) &&
         value.Val.getInt().getExtValue() > 0;
}

} // namespace

const Expr *textAssignedBy(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!isKnown(callee) || call->getNumArgs() < 2)
    return nullptr;
  const llvm::StringRef name = nameOf(callee);
  const Expr *target = call->getArg(0)->IgnoreParenImpCasts();
  const bool assigns = name == "sprintf" || name == "strcpy" ||
                       (name == "snprintf" &&
                        isAtLeastOne(call->getArg(1), callee->getASTContext()));
  return assigns && isCharArray(target) ? target : nullptr;
}

bool needsOnlyText(const Expr *named, const Statements &statements) {
  if (!isCharArray(named))
    return false;
  const Stmt *at = named;
  const Stmt *parent = statements.parent(at);
  while (llvm::isa_and_nonnull<ImplicitCastExpr, ParenExpr>(parent)) {
    at = parent;
    parent = statements.parent(parent);
  }
  if (const auto *made = llvm::dyn_cast_or_null<CXXConstructExpr>(parent))
    return makesFromText(made, at);
  const auto *call = llvm::dyn_cast_or_null<CallExpr>(parent);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!isKnown(callee))
    return false;
  static const llvm::StringSet<> names = {
      "strlen",   "strcmp",  "strcasecmp", "atoi",    "atol",
      "atoll",    "atof",    "strtol",     "strtoul", "strtod",
      "strtof",   "puts",    "fputs",      "printf",  "fprintf",
      "snprintf", "sprintf", "strcpy",     "fopen",   "remove",
      "getenv",   "stat",    "access",     "strcspn", "strspn"};
  if (names.contains(nameOf(callee)))
    return call->getArg(0) != at || nameOf(callee) != "strcpy";
  return isStandard(callee) && callee->isOverloadedOperator() &&
         llvm::isa<CXXOperatorCallExpr>(call);
}

const Expr *extractedBy(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !isStandard(callee))
    return nullptr;
  if (nameOf(callee) == "getline" && !llvm::isa<CXXMethodDecl>(callee) &&
      call->getNumArgs() >= 2)
    return call->getArg(1);
  const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call);
  if (!op || op->getOperator() != OO_GreaterGreater || op->getNumArgs() != 2)
    return nullptr;
  const QualType type = op->getArg(1)->getType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool isString = record && isStandard(record) &&
                        record->getIdentifier() &&
                        record->getName() == "basic_string";
  const CXXRecordDecl *stream = op->getArg(0)->getType()->getAsCXXRecordDecl();
  const bool isStream = stream && isStandard(stream) &&
                        stream->getIdentifier() &&
                        stream->getName().ends_with("stream");
  return isStream && (isString || type->isArithmeticType()) ? op->getArg(1)
                                                            : nullptr;
}

const Expr *succeedsIf(const Expr *condition, bool &negated) {
  negated = false;
  while (condition) {
    condition = condition->IgnoreParenImpCasts();
    if (const auto *cleanups = llvm::dyn_cast<ExprWithCleanups>(condition)) {
      condition = cleanups->getSubExpr();
      continue;
    }
    if (const auto *unary = llvm::dyn_cast<UnaryOperator>(condition)) {
      if (unary->getOpcode() != UO_LNot)
        return nullptr;
      negated = !negated;
      condition = unary->getSubExpr();
      continue;
    }
    const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(condition);
    if (op && op->getOperator() == OO_Exclaim) {
      negated = !negated;
      condition = op->getArg(0);
      continue;
    }
    const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(condition);
    if (!member)
      break;
    if (!llvm::isa_and_nonnull<CXXConversionDecl>(member->getMethodDecl()))
      return nullptr;
    condition = member->getImplicitObjectArgument();
  }
  const auto *call = llvm::dyn_cast_or_null<CallExpr>(condition);
  return call && extractedBy(call) ? condition : nullptr;
}

} // namespace paraloop
