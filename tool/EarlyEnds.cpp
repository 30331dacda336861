// EarlyEnds.cpp: what the constructor and the destructor do, and whether
// anything else in the loop touches the same objects.

#include "EarlyEnds.h"

#include "Destructors.h"
#include "ObjectResolver.h"
#include "PathTypes.h"
#include "Reachability.h"
#include "Reseating.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Travel.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

#include <optional>
#include <vector>

using namespace clang;

namespace paraloop {
namespace {

/// ComputingVisitor ends where code does more than to compute with what it is
/// given: a clock shows when it runs.
class ComputingVisitor : public RecursiveASTVisitor<ComputingVisitor> {
public:
  explicit ComputingVisitor(unsigned depth) : depth_(depth) {}
  bool shouldVisitImplicitCode() const { return true; }

  bool VisitCallExpr(CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    return callee && computesOnly(callee, depth_ + 1);
  }
  bool VisitCXXConstructExpr(CXXConstructExpr *construction) {
    return computesOnly(construction->getConstructor(), depth_ + 1);
  }
  bool VisitCXXNewExpr(CXXNewExpr *) { return false; }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *) { return false; }
  bool VisitCXXThrowExpr(CXXThrowExpr *) { return false; }

  static bool computesOnly(const FunctionDecl *function, unsigned depth = 0) {
    const FunctionDecl *definition = nullptr;
    if (isStandard(function))
      return isOfContainer(function);
    if (function->isImplicit() || function->isDefaulted())
      return true;
    return depth < maxDepth && function->getBody(definition) &&
           ComputingVisitor(depth).TraverseDecl(
               const_cast<FunctionDecl *>(definition));
  }

private:
  static constexpr unsigned maxDepth = 4; ///< Of functions that call others.

  static bool isOfContainer(const FunctionDecl *function) {
    static const llvm::StringSet<> names = {
        "basic_string", "vector", "deque", "list",          "map",
        "set",          "array",  "pair",  "unordered_map", "unordered_set"};
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
    const CXXRecordDecl *record = method ? method->getParent() : nullptr;
    return record && record->getIdentifier() &&
           names.contains(record->getName());
  }

  unsigned depth_;
};

class EndJudge {
public:
  EndJudge(const VarDecl *variable, const Stmt *declaration,
           const LoopFacts &facts)
      : variable_(variable), declaration_(declaration), facts_(facts) {}

  bool mayEndEarly() const {
    const CXXRecordDecl *record = variable_->getType()->getAsCXXRecordDecl();
    return record && variable_->getInit() && endsQuietly(record) &&
           beginsQuietly() && holdsOnlyNames(record) &&
           llvm::all_of(facts_.effects.changes,
                        [&](const Change &one) { return leavesAlone(one); }) &&
           llvm::all_of(facts_.effects.mentions,
                        [&](const Mention &one) { return leavesAlone(one); });
  }

private:
  bool isHere(const Expr *node) const {
    return facts_.statements.isWithin(node, {declaration_});
  }

  static bool isQuiet(const FunctionDecl *function, const Summary *summary) {
    return summary && summary->hidden.empty() && summary->buffers.empty() &&
           !summary->prints && !summary->callsUnseenUserCode &&
           !summary->mayThrow && !summary->mayEnd &&
           ComputingVisitor::computesOnly(function);
  }

  bool endsQuietly(const CXXRecordDecl *record) const {
    return llvm::all_of(
        destructionsOf(record, facts_.callees), [&](const Destruction &one) {
          return !one.byLibrary && !one.isHidden &&
                 isQuiet(one.function,
                         facts_.callees.summaryOfBody(one.function));
        });
  }

  bool beginsQuietly() const {
    const auto *made = llvm::dyn_cast<CXXConstructExpr>(
        variable_->getInit()->IgnoreImplicit());
    if (!made)
      return llvm::isa<InitListExpr>(variable_->getInit()->IgnoreImplicit());
    const CXXConstructorDecl *constructor = made->getConstructor();
    return constructor->isUserProvided() &&
           isQuiet(constructor, facts_.callees.summary(constructor));
  }

  /// holdsOnlyNames() returns true where each reference that the object has is
  /// one to something from outside; what a value is made of is its own.
  bool holdsOnlyNames(const CXXRecordDecl *record) const {
    ObjectResolver resolver(facts_.scope, facts_.callees);
    return record->getNumBases() == 0 &&
           llvm::all_of(record->fields(), [&](const FieldDecl *field) {
             if (!field->getType()->isReferenceType())
               return !holdsReferences(field->getType());
             const Expr *referent = referentOf(variable_, field);
             return referent &&
                    llvm::all_of(resolver.designated(referent),
                                 [](const Object &one) {
                                   return one.kind == Object::Kind::Outside;
                                 });
           });
  }

  /// leavesAlone() returns true for a change that has nothing to do with what
  /// the object touches, or is made by the object.
  bool leavesAlone(const Change &change) const {
    if (isHere(change.node))
      return llvm::all_of(change.objects, [&](const Object &one) {
        return one.kind == Object::Kind::Outside ||
               (one.kind == Object::Kind::Local &&
                (!one.variable || one.variable == variable_));
      });
    return llvm::all_of(change.objects, [&](const Object &one) {
      return one.kind == Object::Kind::Local ||
             one.kind == Object::Kind::Stream ||
             llvm::none_of(facts_.effects.mentions, [&](const Mention &own) {
               return isHere(own.expr) && mayBeOne(own.object, one);
             });
    });
  }

  bool leavesAlone(const Mention &mention) const {
    return isHere(mention.expr) ||
           llvm::none_of(facts_.effects.changes, [&](const Change &change) {
             return isHere(change.node) &&
                    llvm::any_of(change.objects, [&](const Object &object) {
                      return object.kind == Object::Kind::Outside &&
                             mayTouch(mention, object);
                    });
           });
  }

  /// mayBeOne() returns false for two variables, for two fields of one object,
  /// and where the types tell.
  static bool mayBeOne(const Object &a, const Object &b) {
    if (a.kind == Object::Kind::Outside && b.kind == Object::Kind::Outside &&
        (a.variable == b.variable || (isPlain(a) && isPlain(b))))
      return overlaps(a, b);
    if (const auto targets = isPlain(a) ? targetsOf(b) : std::nullopt)
      return llvm::any_of(*targets, [&](QualType target) {
        return mayMeet(bareType(target), a);
      });
    const QualType first = typeOf(a);
    const QualType second = typeOf(b);
    return first.isNull() || second.isNull() ||
           b.kind != Object::Kind::Outside ||
           mayContain(bareType(first), bareType(second)) ||
           mayContain(bareType(second), bareType(first));
  }

  /// targetsOf() returns the types of what a pointer variable, or a container
  /// of pointers, refers to; nothing for other objects.
  static std::optional<std::vector<QualType>> targetsOf(const Object &object) {
    const bool goesOn = llvm::any_of(object.path, [](const FieldDecl *field) {
      const QualType type = field->getType();
      return type->isReferenceType() || type->isPointerType() ||
             isPointerLike(type);
    });
    if (object.kind != Object::Kind::Pointee || object.indirect || goesOn ||
        !object.variable)
      return std::nullopt;
    std::vector<QualType> targets;
    addTargets(object.variable->getType(), targets);
    return targets.empty() ? std::nullopt : std::optional(std::move(targets));
  }

  static bool isPlain(const Object &object) {
    return object.variable && !isReference(object);
  }

  const VarDecl *variable_;
  const Stmt *declaration_;
  const LoopFacts &facts_;
};

} // namespace

bool mayEndEarly(const ValueDecl *variable, const LoopFacts &facts) {
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  const auto *declaration =
      llvm::dyn_cast_or_null<DeclStmt>(facts.statements.ownerOf(variable));
  return named && declaration && declaration->isSingleDecl() &&
         EndJudge(named, declaration, facts).mayEndEarly();
}

} // namespace paraloop
