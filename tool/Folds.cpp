// Folds.cpp: looks at every mention of a variable. All of them have to be the
// left sides of changes of one kind.

#include "Folds.h"

#include "FoldForms.h"
#include "LocalNumbers.h"
#include "LoopNames.h"
#include "StandardTypes.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"

#include <optional>

using namespace clang;

namespace paraloop {
namespace {

class FoldFinder {
public:
  explicit FoldFinder(const LoopFacts &facts)
      : facts_(facts), numbers_(facts) {}

  std::vector<OwnedObject> run() {
    llvm::SetVector<const ValueDecl *> changed;
    for (const Change &change : facts_.effects.changes)
      for (const Object &object : change.objects)
        if (isNumber(object))
          changed.insert(object.variable);
    std::vector<OwnedObject> found;
    for (const ValueDecl *variable : changed)
      if (std::optional<OwnedObject> one = foldOf(variable))
        found.push_back(std::move(*one));
    addFoldsInCalls(found);
    return found;
  }

private:
  bool isNumber(const Object &object) const {
    return numbers_.contains(object) && isWhole(object.variable->getType());
  }

  bool isWhole(QualType type) const {
    const auto *number = type.getCanonicalType()->getAs<BuiltinType>();
    return number && number->isInteger() &&
           facts_.context.getIntWidth(type) <= 64 && isSameEverywhere(type);
  }

  /// isSameEverywhere() returns false for a type that may be another one in
  /// another instantiation of the template that the loop stands in: all of them
  /// share one text.
  bool isSameEverywhere(QualType type) const {
    if (!facts_.function || !facts_.function->isTemplateInstantiation())
      return true;
    if (const auto *elaborated =
            llvm::dyn_cast<ElaboratedType>(type.getTypePtr()))
      type = elaborated->getNamedType();
    if (const auto *alias = llvm::dyn_cast<TypedefType>(type.getTypePtr()))
      return alias->getDecl()->getDeclContext()->isFileContext();
    return llvm::isa<BuiltinType>(type.getTypePtr());
  }

  std::optional<OwnedObject> foldOf(const ValueDecl *variable) {
    OwnedObject made;
    made.object.kind = Object::Kind::Outside;
    made.object.variable = variable;
    made.role = Role::Folded;
    for (const Mention &mention : facts_.effects.mentions) {
      if (mention.object.variable != variable)
        continue;
      const std::optional<Fold> fold = foldAt(mention);
      const auto range =
          fold ? textRange(mention.expr->getSourceRange(), facts_.context)
               : std::nullopt;
      if (!range || (made.fold && *made.fold != *fold))
        return std::nullopt;
      made.fold = fold;
      made.targets.push_back(
          {mention.expr, *range, made.object, false, true, ""});
    }
    if (!made.fold || !isChangedOnlyThere(made))
      return std::nullopt;
    return made;
  }

  /// foldAt() returns the operation of which a mention is the left side.
  std::optional<Fold> foldAt(const Mention &mention) const {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(mention.expr);
    if (!named || mention.throughAlias || !mention.callee.empty() ||
        named->refersToEnclosingVariableOrCapture() ||
        !facts_.statements.isWithin(named, {facts_.shape.body}))
      return std::nullopt;
    const Expr *whole = facts_.statements.fullExpression(named);
    if (!whole || facts_.statements.isValueUsed(whole))
      return std::nullopt;
    const std::optional<Fold> fold = foldBy(whole);
    return fold && foldedPlace(whole) == named ? fold : std::nullopt;
  }

  /// isChangedOnlyThere() returns false if a change has no mention among the
  /// targets: an address may lead to it.
  bool isChangedOnlyThere(const OwnedObject &one) const {
    return llvm::all_of(facts_.effects.changes, [&](const Change &change) {
      return llvm::none_of(change.objects, [&](const Object &object) {
        return object.variable == one.object.variable &&
               (object.kind != Object::Kind::Outside ||
                llvm::none_of(one.targets, [&](const Target &target) {
                  return facts_.statements.isWithin(target.expr, {change.node});
                }));
      });
    });
  }

  /// addFoldsInCalls() adds the numbers that functions fold into: those do it
  /// with the worker's own copy.
  void addFoldsInCalls(std::vector<OwnedObject> &found) const {
    for (const Change &change : facts_.effects.changes)
      for (const Object &object : change.objects)
        if (change.fold && !change.callee.empty() && hasPlace(object) &&
            isOnlyFolded(object, *change.fold) &&
            llvm::none_of(found, [&](const OwnedObject &known) {
              return overlaps(known.object, object);
            }))
          found.push_back({object, Role::Folded, {}, {}, change.fold});
  }

  /// hasPlace() returns true for a whole number that can be named when the loop
  /// starts, and that is the same one until it ends.
  bool hasPlace(const Object &object) const {
    if (object.kind != Object::Kind::Outside || object.indirect ||
        llvm::any_of(object.path, [](const FieldDecl *field) {
          return refersElsewhere(field->getType());
        }))
      return false;
    const QualType type = typeOf(object);
    const Named named = withAddress(object, facts_.function);
    return !type.isNull() && !type.isVolatileQualified() &&
           isWhole(type.getNonReferenceType()) && !named.isAround &&
           named.object.path == object.path &&
           hasNameBeforeLoop(object, facts_);
  }

  /// isOnlyFolded() returns true if nothing else is done with the object, in
  /// the loop and by the functions that it calls.
  bool isOnlyFolded(const Object &object, Fold fold) const {
    const auto folds = [&](const auto &effect, const Object &touched) {
      return !overlaps(touched, object) ||
             (effect.fold == fold && touched.variable == object.variable &&
              touched.path == object.path && touched.kind == object.kind);
    };
    return llvm::all_of(facts_.effects.changes,
                        [&](const Change &change) {
                          return llvm::all_of(change.objects,
                                              [&](const Object &changed) {
                                                return folds(change, changed);
                                              });
                        }) &&
           llvm::all_of(llvm::concat<const Mention>(facts_.effects.mentions,
                                                    facts_.effects.handedReads),
                        [&](const Mention &mention) {
                          return mention.onlyHandedOn ||
                                 folds(mention, mention.object);
                        });
  }

  const LoopFacts &facts_;
  const LocalNumbers numbers_;
};

} // namespace

std::vector<OwnedObject> findFolds(const LoopFacts &facts) {
  return FoldFinder(facts).run();
}

} // namespace paraloop
