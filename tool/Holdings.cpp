// Holdings.cpp: one walk over the fields, the base classes and the elements of
// a type, as the runtime does it with an object.

#include "Holdings.h"

#include "EnclosingFunctions.h"
#include "PointerCasts.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// ownerClass() returns the class of an object, or of an array's elements, that
/// may own memory; null for types that only have bytes of their own.
const CXXRecordDecl *ownerClass(QualType type) {
  type = bareType(type);
  const QualType element(type->getBaseElementTypeUnsafe(), 0);
  const CXXRecordDecl *record = element->getAsCXXRecordDecl();
  return record && record->hasDefinition() &&
                 !record->getDefinition()->isTriviallyCopyable()
             ? record->getDefinition()
             : nullptr;
}

/// partsOf() returns the types of the values that the runtime finds in an
/// object of a class of the library; nothing where it doesn't look into it.
std::optional<llvm::SmallVector<QualType, 4>>
partsOf(const CXXRecordDecl *record) {
  static const llvm::StringSet<> ofOne = {"vector",
                                          "deque",
                                          "list",
                                          "forward_list",
                                          "set",
                                          "multiset",
                                          "unordered_set",
                                          "basic_string",
                                          "array",
                                          "optional",
                                          "unordered_multiset", "tuple"};
  static const llvm::StringSet<> ofTwo = {"map", "multimap", "unordered_map",
                                          "unordered_multimap", "pair"};
  const llvm::StringRef name = nameOf(record);
  if (!ofOne.contains(name) && !ofTwo.contains(name))
    return std::nullopt;
  return heldTypes(record, ofTwo.contains(name) ? 2 : 1);
}

bool hasOnlyNamesOutside(const CXXRecordDecl *record) {
  const auto isFree = [](QualType type) {
    const CXXRecordDecl *part =
        QualType(bareType(type)->getBaseElementTypeUnsafe(), 0)
            ->getAsCXXRecordDecl();
    return !part || (!part->isLambda() && hasOnlyNamesOutside(part));
  };
  return !record->isLocalClass() &&
         (record->getIdentifier() || record->getTypedefNameForAnonDecl()) &&
         llvm::all_of(typeArguments(record), isFree);
}

/// isDeclaredBefore() returns true for a class that is complete where the
/// declaration at namespace scope begins that the loop stands in.
bool isDeclaredBefore(const CXXRecordDecl *record, const LoopFacts &facts) {
  const auto functions = enclosingFunctions(facts.function);
  if (functions.empty())
    return false;
  const Decl *outermost = functions.back();
  for (const DeclContext *at = functions.back()->getLexicalParent();
       const auto *around = llvm::dyn_cast_or_null<CXXRecordDecl>(at);
       at = around->getLexicalParent())
    outermost = around;
  const SourceManager &sources = facts.context.getSourceManager();
  const SourceLocation begin =
      sources.getExpansionLoc(outermost->getBeginLoc());
  const SourceLocation end = sources.getExpansionLoc(record->getEndLoc());
  return end.isValid() && sources.isBeforeInTranslationUnit(end, begin);
}

bool isDeclaredAround(const CXXRecordDecl *local, const LoopFacts &facts) {
  return llvm::any_of(enclosingFunctions(facts.function),
                      [&](const FunctionDecl *one) {
                        return local->getParentFunctionOrMethod() == one;
                      });
}

/// canBeDeclared() returns true if generated code can name the class and its
/// fields.
bool canBeDeclared(const CXXRecordDecl *record, const LoopFacts &facts) {
  if (record->isUnion() || record->isLambda() || record->getNumVBases() != 0 ||
      record->isDependentContext())
    return false;
  const bool isReachable = isReachableFrom(facts.function, record);
  if (record->isLocalClass())
    return record->getIdentifier() && isReachable &&
           isDeclaredAround(record, facts);
  return hasOnlyNamesOutside(record) &&
         (isReachable || isDeclaredBefore(record, facts));
}

/// hasPointerToMember() returns false where `&Class::field` has no meaning.
bool hasPointerToMember(const FieldDecl *field) {
  return field->getDeclName() && !field->isBitField() &&
         !field->getType()->isReferenceType() &&
         !field->getType().isVolatileQualified();
}

/// isTakenApart() returns false where the runtime finds nothing.
bool isTakenApart(QualType type) {
  const CXXRecordDecl *owner = ownerClass(type);
  return owner && (!isStandard(owner) || partsOf(owner));
}

class Walk {
public:
  Walk(QualType target, const LoopFacts &facts)
      : target_(target), facts_(facts) {}

  bool shows(QualType type) {
    const CXXRecordDecl *record = ownerClass(type);
    if (!record || !seen_.insert(record).second)
      return true;
    return isStandard(record) ? showsStandard(record) : showsOwn(record);
  }

private:
  bool showsStandard(const CXXRecordDecl *record) {
    const auto parts = partsOf(record);
    if (parts)
      return llvm::all_of(*parts, [&](QualType part) { return shows(part); });
    const QualType type = facts_.context.getRecordType(record);
    return !holdsAnything(type) && !isBytes(target_) &&
           !mayHoldElsewhere(type, target_);
  }

  bool showsOwn(const CXXRecordDecl *record) {
    return canBeDeclared(record, facts_) &&
           llvm::all_of(record->bases(),
                        [&](const CXXBaseSpecifier &base) {
                          return shows(base.getType());
                        }) &&
           llvm::all_of(record->fields(), [&](const FieldDecl *field) {
             return field->getType()->isReferenceType() ||
                    (hasPointerToMember(field)
                         ? shows(field->getType())
                         : !ownerClass(field->getType()) ||
                               (!isBytes(target_) &&
                                !mayHoldElsewhere(field->getType(), target_)));
           });
  }

  const QualType target_;
  const LoopFacts &facts_;
  llvm::DenseSet<const CXXRecordDecl *> seen_;
};

void addClasses(QualType type,
                llvm::SetVector<const CXXRecordDecl *> &classes) {
  const CXXRecordDecl *record = ownerClass(type);
  if (!record || classes.contains(record))
    return;
  if (isStandard(record)) {
    for (const QualType part :
         partsOf(record).value_or(llvm::SmallVector<QualType, 4>()))
      addClasses(part, classes);
    return;
  }
  classes.insert(record);
  for (const QualType base : owningBases(record))
    addClasses(base, classes);
  for (const FieldDecl *field : owningFields(record))
    addClasses(field->getType(), classes);
}

} // namespace

bool isReachableFrom(const FunctionDecl *function,
                     const CXXRecordDecl *record) {
  const auto isOpen = [](const Decl *one) {
    return one->getAccess() == AS_public || one->getAccess() == AS_none;
  };
  for (const DeclContext *at = record; at; at = at->getParent())
    if (const auto *named = llvm::dyn_cast<CXXRecordDecl>(at);
        named && !isOpen(named))
      if (const auto *around =
              llvm::dyn_cast<CXXRecordDecl>(named->getParent());
          !around || !isMemberOf(function, around))
        return false;
  return isMemberOf(function, record) || llvm::all_of(record->fields(), isOpen);
}

bool showsHoldings(QualType type, QualType target, const LoopFacts &facts) {
  return Walk(bareType(target), facts).shows(type);
}

bool isToldWhole(QualType type, QualType target, const LoopFacts &facts) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && !isStandard(record) && !mayContain(target, bareType(type)) &&
         showsHoldings(type, target, facts);
}

QualType classOfThis(const LoopFacts &facts) {
  const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(facts.function);
  return method && method->isInstance() && !isOfLambda(method)
             ? facts.context.getRecordType(method->getParent())
             : QualType();
}

std::string holdingsOf(const std::string &object, QualType type) {
  return ownerClass(type) ? "paraloop::holdings(" + object + ")" : object;
}

std::vector<const FieldDecl *> owningFields(const CXXRecordDecl *record) {
  std::vector<const FieldDecl *> fields;
  for (const FieldDecl *field : record->fields())
    if (hasPointerToMember(field) && isTakenApart(field->getType()))
      fields.push_back(field);
  return fields;
}

std::vector<QualType> owningBases(const CXXRecordDecl *record) {
  std::vector<QualType> bases;
  for (const CXXBaseSpecifier &base : record->bases())
    if (isTakenApart(base.getType()))
      bases.push_back(base.getType());
  return bases;
}

std::vector<const CXXRecordDecl *> classesWithHoldings(QualType type) {
  llvm::SetVector<const CXXRecordDecl *> classes;
  addClasses(type, classes);
  return {classes.begin(), classes.end()};
}

} // namespace paraloop
