// LibraryUses.cpp: tables of names, as in StandardLibrary.cpp.

#include "LibraryUses.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

const CXXRecordDecl *recordOf(QualType type) {
  return type.getNonReferenceType()->getAsCXXRecordDecl();
}

/// The order in which these containers give out their elements depends on what
/// they held before: clear() keeps the number of buckets.
bool keepsBuckets(const CXXRecordDecl *record) {
  return nameOf(record).starts_with("unordered_");
}

bool assignsAll(const CXXMethodDecl *method) {
  const llvm::StringRef name = nameOf(method);
  const llvm::StringRef record = nameOf(method->getParent());
  if (keepsBuckets(method->getParent()) || record.ends_with("stream") ||
      record == "basic_ios")
    return false;
  static const llvm::StringSet<> always = {"clear", "assign"};
  if (always.contains(name))
    return true;
  if (name == "reset")
    return true; // optional, any, the smart pointers, bitset.
  if (name == "fill")
    return record == "array";
  return name == "emplace" && (record == "optional" || record == "variant");
}

/// hasOwnAssignment() returns true where a part of the object is assigned by a
/// function of the user's, which may keep something.
bool hasOwnAssignment(QualType type, unsigned depth) {
  const CXXRecordDecl *record =
      type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 5)
    return false;
  record = record->getDefinition();
  if (isStandard(record)) {
    const auto *special =
        llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
    return special &&
           llvm::any_of(special->getTemplateArgs().asArray(),
                        [&](const TemplateArgument &argument) {
                          return argument.getKind() == TemplateArgument::Type &&
                                 hasOwnAssignment(argument.getAsType(),
                                                  depth + 1);
                        });
  }
  return llvm::any_of(record->methods(),
                      [&](const CXXMethodDecl *method) {
                        return depth > 0 && method->isUserProvided() &&
                               (method->isCopyAssignmentOperator() ||
                                method->isMoveAssignmentOperator());
                      }) ||
         llvm::any_of(record->fields(),
                      [&](const FieldDecl *field) {
                        return hasOwnAssignment(field->getType(), depth + 1);
                      }) ||
         llvm::any_of(record->bases(), [&](const CXXBaseSpecifier &base) {
           return hasOwnAssignment(base.getType(), depth + 1);
         });
}

} // namespace

MethodUse useBy(const CXXMethodDecl *method) {
  const llvm::StringRef name = nameOf(method);
  if (name.empty() || !isStandard(method))
    return MethodUse::Other;
  if (name == "size" || name == "empty" || name == "length")
    return MethodUse::Extent;
  if (name == "at" && nameOf(method->getParent()) != "map" &&
      nameOf(method->getParent()) != "unordered_map")
    return MethodUse::Element;
  if (name == "capacity" || name == "bucket_count" || name == "load_factor")
    return MethodUse::History;
  if (name == "resize" && method->getNumParams() > 0)
    return MethodUse::Resize;
  const bool isPartial = name == "reset" && method->getNumParams() > 0 &&
                         nameOf(method->getParent()) == "bitset";
  return assignsAll(method) && !isPartial ? MethodUse::Assign
                                          : MethodUse::Other;
}

bool isElementOperator(const CXXOperatorCallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (call->getOperator() != OO_Subscript || !callee || !isStandard(callee))
    return false;
  const llvm::StringRef record = nameOf(recordOf(call->getArg(0)->getType()));
  return record == "vector" || record == "array" || record == "basic_string" ||
         record == "deque" || record == "valarray";
}

bool assignsByOperator(const CXXOperatorCallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (call->getOperator() != OO_Equal || !callee ||
      hasOwnAssignment(call->getArg(0)->getType(), 0))
    return false;
  if (isMemberwiseAssignment(callee))
    return true;
  const CXXRecordDecl *record = recordOf(call->getArg(0)->getType());
  if (!isStandard(callee) || !record || isProxy(call->getArg(0)->getType()))
    return false;
  if (nameOf(record) == "valarray" || nameOf(record).ends_with("stream"))
    return false;
  return !keepsBuckets(record) ||
         recordOf(callee->getParamDecl(0)->getType()) == record;
}

bool isTie(const Expr *expr) {
  const auto *call =
      llvm::dyn_cast<CallExpr>(expr->IgnoreUnlessSpelledInSource());
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  return callee && isStandard(callee) && nameOf(callee) == "tie";
}

/// The container of `v.begin()`, `std::begin(v)`; null for other expressions.
static const Expr *containerOf(const Expr *iterator, llvm::StringRef method) {
  iterator = iterator->IgnoreUnlessSpelledInSource();
  const auto *call = llvm::dyn_cast<CallExpr>(iterator);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (!callee || !isStandard(callee) || nameOf(callee) != method)
    return nullptr;
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
    return member->getImplicitObjectArgument()->IgnoreParenImpCasts();
  return call->getNumArgs() == 1 ? call->getArg(0) : nullptr;
}

static const ValueDecl *variableOf(const Expr *expr) {
  expr = expr ? expr->IgnoreParenImpCasts() : nullptr;
  if (const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(expr))
    return named->getDecl();
  const auto *member = llvm::dyn_cast_or_null<MemberExpr>(expr);
  return member && llvm::isa<CXXThisExpr>(member->getBase()->IgnoreParens())
             ? member->getMemberDecl()
             : nullptr;
}

/// `memset(a, x, sizeof a)`, `memcpy(&a, p, sizeof a)`
const Expr *filledByBytes(const CallExpr *call) {
  static const llvm::StringSet<> names = {"memset", "memcpy", "memmove",
                                          "strncpy"};
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || call->getNumArgs() != 3 || !names.contains(nameOf(callee)) ||
      !(isStandard(callee) || isFromSystemHeader(callee)))
    return nullptr;
  const ASTContext &context = callee->getASTContext();
  const Expr *target = call->getArg(0)->IgnoreParenCasts();
  const auto *address = llvm::dyn_cast<UnaryOperator>(target);
  if (address && address->getOpcode() == UO_AddrOf)
    target = address->getSubExpr()->IgnoreParenImpCasts();
  const QualType type = target->getType();
  const bool isWhole = type->isConstantArrayType() ||
                       (address && type.isTriviallyCopyableType(context));
  Expr::EvalResult size;
  return isWhole && variableOf(target) &&
                 call->getArg(2)->EvaluateAsInt(size, context) &&
                 size.Val.getInt() ==
                     context.getTypeSizeInChars(type).getQuantity()
             ? target
             : nullptr;
}

const Expr *filledBy(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || call->getNumArgs() != 3)
    return nullptr;
  const llvm::StringRef name = nameOf(callee);
  if (const Expr *target = filledByBytes(call))
    return target;
  if (!isStandard(callee) || (name != "fill" && name != "iota"))
    return nullptr;
  const Expr *first = containerOf(call->getArg(0), "begin");
  const Expr *last = containerOf(call->getArg(1), "end");
  return variableOf(first) && variableOf(first) == variableOf(last) ? first
                                                                    : nullptr;
}

} // namespace paraloop
