// HiddenState.cpp: effects -> refusals.

#include "HiddenState.h"

#include "ErrnoReads.h"
#include "IndirectTargets.h"
#include "Reachability.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "StaticBuffers.h"
#include "SystemFunctions.h"
#include "TypeContainment.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool mayShareTarget(QualType a, QualType b) {
  a = bareType(a);
  b = bareType(b);
  const CXXRecordDecl *one = a->getAsCXXRecordDecl();
  const CXXRecordDecl *other = b->getAsCXXRecordDecl();
  const bool areClasses =
      one && other && one->hasDefinition() && other->hasDefinition();
  return a == b || a->isVoidType() || b->isVoidType() ||
         (areClasses &&
          (one->isDerivedFrom(other) || other->isDerivedFrom(one)));
}

/// holdsCopies() returns true if objects of `type` may have shared pointers to
/// a `target` in them.
bool holdsCopies(QualType type, QualType target, unsigned depth = 0) {
  constexpr unsigned maxDepth = 6;
  type = bareType(type);
  while (type->isPointerType() || type->isArrayType())
    type = bareType(QualType(type->getPointeeOrArrayElementType(), 0));
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (depth > maxDepth || holdsAnything(type) || isStoredCallable(type) ||
      (nameOf(record) == "shared_ptr" &&
       mayShareTarget(firstTypeArgument(type), target)))
    return true;
  const auto holds = [&](QualType part) {
    return holdsCopies(part, target, depth + 1);
  };
  if (isStandard(record))
    return llvm::any_of(typeArguments(record), holds);
  return llvm::any_of(record->bases(),
                      [&](const CXXBaseSpecifier &base) {
                        return holds(base.getType());
                      }) ||
         llvm::any_of(record->fields(), [&](const FieldDecl *field) {
           return holds(field->getType());
         });
}

/// changesCopies() returns true if the loop changes shared pointers to a
/// `target` that other iterations know.
bool changesCopies(const Effects &effects, QualType target) {
  return llvm::any_of(effects.changes, [&](const Change &change) {
    return llvm::any_of(change.objects, [&](const Object &object) {
      return object.kind != Object::Kind::Local &&
             (typeOf(object).isNull() || holdsCopies(typeOf(object), target));
    });
  });
}

/// isOne() returns true for the class `whole` and those derived from it.
bool isOne(QualType type, QualType whole) {
  const CXXRecordDecl *record = bareType(type)->getAsCXXRecordDecl();
  return bareType(type) == whole ||
         (record && record->hasDefinition() &&
          record->isDerivedFrom(whole->getAsCXXRecordDecl()));
}

/// mayBePartOf() returns true if what is found in an object of `type` by the
/// name of a field may belong to one of the class `whole`: elements of a
/// container have no name of their own.
bool mayBePartOf(QualType type, QualType whole) {
  const CXXRecordDecl *record = bareType(type)->getAsCXXRecordDecl();
  return record && !isStandard(record) ? isOne(type, whole)
                                       : mayContain(type, whole);
}

/// mayBeOneOf() returns true if a changed object may be, hold, or be a part of
/// an object of the class `whole`.
bool mayBeOneOf(const Object &changed, QualType whole) {
  const QualType root = changed.variable       ? changed.variable->getType()
                        : changed.path.empty() ? QualType()
                                               : ownerOf(changed.path.front());
  if (changed.kind != Object::Kind::Outside || root.isNull() ||
      (isReference(changed) && mayContain(whole, bareType(root))) ||
      mayContain(typeOf(changed), whole))
    return true;
  QualType around = root;
  for (const FieldDecl *field : changed.path) {
    if (mayBePartOf(around, whole) || field->getType()->isReferenceType())
      return true;
    around = field->getType();
  }
  return false;
}

/// changesOneOf() returns true if the loop may change an object of the class
/// `whole` that other iterations know.
bool changesOneOf(const Effects &effects, QualType whole) {
  return llvm::any_of(effects.changes, [&](const Change &change) {
    return llvm::any_of(change.objects, [&](const Object &object) {
      return object.kind != Object::Kind::Local &&
             object.kind != Object::Kind::Stream && mayBeOneOf(object, whole);
    });
  });
}

/// isNeeded() returns false for a use that can't matter to what the loop
/// changes.
bool isNeeded(const HiddenUse &use, const Effects &effects) {
  if (use.counted)
    return changesCopies(effects, QualType(use.counted, 0));
  return !use.read || changesOneOf(effects, bareType(QualType(use.read, 0)));
}

void findUses(const Effects &effects, Refusals &refusals) {
  for (const HiddenUse &use : effects.hidden)
    if (isNeeded(use, effects))
      refusals.add({RefusalId::HiddenState, use.where, {use.callee, use.what}});
  for (const Mention &mention : effects.mentions)
    if (const auto *variable =
            llvm::dyn_cast_or_null<VarDecl>(mention.object.variable);
        variable && isStandardInput(variable))
      refusals.add(
          {RefusalId::HiddenState,
           mention.where,
           {variable->getNameAsString(),
            "is standard input, whose position all iterations share"}});
}

void findStatements(const Statements &statements, Refusals &refusals) {
  for (const VarDecl *variable : statements.staticVariables())
    if (!variable->getType().isConstQualified() && !variable->isConstexpr())
      refusals.add({RefusalId::StaticLocal,
                    variable->getLocation(),
                    {variable->getNameAsString()}});
  for (const PredefinedExpr *name : statements.functionNames())
    if (!statements.isWithinCallThatNeverReturns(name))
      refusals.add({RefusalId::FunctionName,
                    name->getLocation(),
                    {name->getIdentKindName().str()}});
}

} // namespace

void findHiddenState(const LoopFacts &facts, Refusals &refusals) {
  findUses(facts.effects, refusals);
  if (const SourceLocation read = readOfEarlierErrno(facts.shape.body);
      read.isValid())
    refusals.add({RefusalId::HiddenState,
                  read,
                  {"errno", "may be what an earlier iteration left here"}});
  findStaticBuffers(facts, refusals);
  findStatements(facts.statements, refusals);
}

std::string whyHidden(const Object &object) {
  const QualType type =
      object.variable ? object.variable->getType() : QualType();
  if (isRandomEngine(type))
    return "is a random number generator, so each value depends on all draws "
           "before";
  if (isInputStream(type))
    return "is read here, and all iterations share its position";
  return "";
}

} // namespace paraloop
