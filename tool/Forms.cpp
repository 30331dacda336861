// Forms.cpp: looks at calls and types only.

#include "Forms.h"

#include "Objects.h"
#include "Scope.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {

const Expr *written(const Expr *expr) {
  return expr->IgnoreUnlessSpelledInSource();
}

bool isPlainLocal(const Expr *expr, const Scope &scope) {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
  return named && scope.declares(named->getDecl());
}

bool isPartOfLocal(const Expr *expr, const Scope &scope) {
  const auto *member = llvm::dyn_cast<MemberExpr>(expr->IgnoreParenImpCasts());
  if (!member)
    return isPlainLocal(expr, scope);
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  return field && !field->getParent()->isUnion() && !member->isArrow() &&
         isPartOfLocal(member->getBase(), scope);
}

bool anyBelow(const Stmt *statement,
              llvm::function_ref<bool(const Stmt *)> test) {
  if (!statement)
    return false;
  if (test(statement))
    return true;
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return anyBelow(child, test); });
}

std::optional<std::string> obstacleToOperand(const Expr *expr,
                                             const Scope &scope) {
  for (const CXXRecordDecl *record : classesByFields(expr->getType()))
    if (scope.declaresType(record))
      return "class '" + record->getNameAsString() +
             "' is defined in the loop; define it before";
  return obstacleToTravel(expr->getType());
}

bool storesReferences(const CallExpr *call) {
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call);
  const bool ofUser =
      call->getDirectCallee() && !isStandard(call->getDirectCallee());
  const Expr *container = member ? member->getImplicitObjectArgument()
                          : op && (ofUser || op->getOperator() == OO_Subscript)
                              ? op->getArg(0)
                              : nullptr;
  const QualType type = container ? container->getType() : QualType();
  if (type.isNull() || isParaloopVariable(type->getAsCXXRecordDecl()))
    return false; // A Variable stores values.
  return holdsReferences(type->isPointerType() ? type->getPointeeType() : type);
}

namespace {

/// isOfLibrary() returns true for numbers, and for classes of the library of
/// such and of strings: none keeps a pointer that it is handed.
bool isOfLibrary(QualType type, unsigned depth = 0) {
  type = type.getCanonicalType();
  if (type->isArithmeticType() || type->isEnumeralType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && depth < 5 && isStandard(record) && !holdsReferences(type) &&
         llvm::all_of(
             heldTypes(record),
             [&](QualType held) { return isOfLibrary(held, depth + 1); });
}

/// writtenArguments() returns the number of arguments that the call spells out.
template <class Call> unsigned writtenArguments(const Call *call) {
  return llvm::count_if(call->arguments(), [](const Expr *argument) {
    return !llvm::isa<CXXDefaultArgExpr>(argument);
  });
}

/// piecesOf() returns of how many values an element of a container is made if
/// each of them is given once: the halves of a pair, one of everything else.
unsigned piecesOf(const CXXRecordDecl *container) {
  ASTContext &context = container->getASTContext();
  const auto found =
      container->lookup(&context.Idents.get("value_type")); // Of the element.
  const auto *element = found.isSingleResult()
                            ? llvm::dyn_cast<TypedefNameDecl>(found.front())
                            : nullptr;
  const QualType type = element ? element->getUnderlyingType() : QualType();
  const CXXRecordDecl *record =
      type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  if (!record || !isStandard(record) || isString(type))
    return 1;
  const bool hasPieces =
      record->getName() == "pair" || record->getName() == "tuple";
  return hasPieces ? typeArguments(record).size() : 0;
}

/// makesElement() returns true for `errors.emplace_back(i, text)` where the
/// elements copy the text, up to its end: `words.emplace_back(begin, end)`
/// reads further.
bool makesElement(const CXXMemberCallExpr *call) {
  const CXXMethodDecl *method = call->getMethodDecl();
  const CXXRecordDecl *container = call->getRecordDecl();
  return method && isStandard(method) &&
         nameOf(method).starts_with("emplace") && container &&
         isOfLibrary(call->getObjectType()) &&
         writtenArguments(call) == piecesOf(container);
}

/// copiesText() returns true for functions of the C library that read their
/// last argument up to its end, and keep no pointer to it.
bool copiesText(const CallExpr *call) {
  static const llvm::StringSet<> names = {"strcpy", "strcat", "stpcpy",
                                          "strdup"};
  const FunctionDecl *callee = call->getDirectCallee();
  return callee && isFromSystemHeader(callee) && names.contains(nameOf(callee));
}

} // namespace

bool contentIsCopied(const Expr *parent, const Expr *operand) {
  // What a string makes of a pointer and a length, or of two pointers, isn't
  // what the pointer tells alone.
  if (const auto *construction =
          llvm::dyn_cast_or_null<CXXConstructExpr>(parent))
    return isString(construction->getType()) &&
           writtenArguments(construction) == 1;
  const auto *call = llvm::dyn_cast_or_null<CallExpr>(parent);
  if (!call)
    return false;
  if (copiesText(call))
    return written(call->getArg(call->getNumArgs() - 1)) == operand;
  // A map or vector of strings converts its argument; that conversion is
  // implicit and was skipped.
  for (const Expr *argument : call->arguments())
    if (written(argument) == operand && isString(argument->getType()))
      return true;
  if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call))
    return isString(op->getArg(0)->getType()) ||
           op->getOperator() == OO_LessLess;
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
  return member &&
         ((isString(member->getObjectType()) && member->getNumArgs() == 1) ||
          makesElement(member));
}

bool computesFloating(const CXXOperatorCallExpr *call) {
  return llvm::any_of(call->arguments(), [](const Expr *argument) {
    const auto *special =
        llvm::dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            argument->getType()->getAsCXXRecordDecl());
    const bool hasNumbers =
        special && special->getTemplateArgs().size() > 0 &&
        special->getTemplateArgs()[0].getKind() == TemplateArgument::Type;
    return argument->getType()->isRealFloatingType() ||
           (hasNumbers &&
            special->getTemplateArgs()[0].getAsType()->isRealFloatingType());
  });
}

namespace {

bool mayThrowByType(QualType type, unsigned depth) {
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 4)
    return false;
  record = record->getDefinition();
  if (const auto *special =
          llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
      special && isStandard(record))
    return llvm::any_of(special->getTemplateArgs().asArray(),
                        [&](const TemplateArgument &argument) {
                          return argument.getKind() == TemplateArgument::Type &&
                                 mayThrowByType(argument.getAsType(),
                                                depth + 1);
                        });
  if (isStandard(record))
    return false;
  return llvm::any_of(record->methods(), [](const CXXMethodDecl *method) {
    const auto *prototype = method->getType()->getAs<FunctionProtoType>();
    const auto *constructor = llvm::dyn_cast<CXXConstructorDecl>(method);
    const bool isCalled =
        (constructor && constructor->isCopyOrMoveConstructor()) ||
        method->isOverloadedOperator();
    return isCalled && method->isUserProvided() &&
           !(prototype && prototype->isNothrow());
  });
}

} // namespace

bool runsUserCodeThatMayThrow(const CallExpr *call) {
  if (!call->getDirectCallee() || !isStandard(call->getDirectCallee()))
    return false;
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
      member &&
      mayThrowByType(member->getImplicitObjectArgument()->getType(), 0))
    return true;
  return llvm::any_of(call->arguments(), [](const Expr *argument) {
    return mayThrowByType(argument->getType(), 0);
  });
}

} // namespace paraloop
