// PathTypes.cpp: one link of the path after the other.

#include "PathTypes.h"

#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {

namespace {

using Kind = Step::Kind;

QualType mappedType(QualType map) {
  return typeArguments(map.getNonReferenceType()->getAsCXXRecordDecl())[1];
}

/// isIterated() returns true for a container of the library whose elements a
/// range-for finds, and which hold all that it refers to.
bool isIterated(const CXXRecordDecl *record) {
  static const llvm::StringSet<> names = {"vector",
                                          "array",
                                          "deque",
                                          "list",
                                          "forward_list",
                                          "set",
                                          "multiset",
                                          "map",
                                          "multimap",
                                          "unordered_set",
                                          "unordered_map",
                                          "unordered_multiset",
                                          "unordered_multimap"};
  return isStandard(record) && names.contains(nameOf(record));
}

/// showsPointers() is showsItsPointers() of what a container may hold.
bool showsPointers(QualType type, unsigned depth) {
  type = type.getNonReferenceType();
  if (type->isArithmeticType() || type->isEnumeralType() || isRowPointer(type))
    return true;
  if (type->isArrayType())
    return showsPointers(QualType(type->getPointeeOrArrayElementType(), 0),
                         depth + 1);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !isStandard(record) || depth > 4)
    return false;
  const auto held = typeArguments(record);
  if (nameOf(record) == "basic_string")
    return held.front()->isSpecificBuiltinType(BuiltinType::Char_S);
  const auto shows = [&](QualType part) {
    return showsPointers(part, depth + 1);
  };
  if (nameOf(record) == "pair" || isMap(type))
    return shows(held[0]) && shows(held[1]);
  return isIterated(record) && shows(held[0]);
}

/// after() returns the type of what a step of a path leads to.
QualType after(QualType type, const Step &step, bool pointed) {
  if (type.isNull())
    return {};
  const bool isReference = type->isReferenceType();
  type = type.getNonReferenceType();
  switch (step.kind) {
  case Kind::Field:
    return step.field->getType();
  case Kind::Follow:
  case Kind::Own:
    return type->isPointerType() || isPointerLike(type) ? targetTypeOf(type)
           : isOptional(type) ? firstTypeArgument(type)
           : isReference      ? type
                              : QualType();
  case Kind::Element:
    if (pointed) // The pointer's target is the element.
      return type;
    return type->isArrayType()
               ? QualType(type->getArrayElementTypeNoTypeQual(), 0)
           : isMap(type) ? mappedType(type)
                         : firstTypeArgument(type);
  case Kind::Part:
    return type;
  }
  return {};
}

} // namespace

QualType typeAt(const Path &path, std::size_t length) {
  QualType type = path.root ? path.root->getType() : QualType();
  for (std::size_t index = 0; index < length; ++index) {
    const bool pointed =
        index > 0 && (path.steps[index - 1].kind == Kind::Follow ||
                      path.steps[index - 1].kind == Kind::Own);
    const Step &step = path.steps[index];
    type = step.kind == Kind::Field ? step.field->getType()
                                    : after(type, step, pointed);
  }
  return type;
}

std::optional<std::size_t> fieldOfDerived(const Path &path) {
  for (std::size_t index = 0; index < path.steps.size(); ++index) {
    const QualType type = typeAt(path, index);
    const CXXRecordDecl *holder =
        path.steps[index].kind != Kind::Field || type.isNull()
            ? nullptr
            : bareType(type)->getAsCXXRecordDecl();
    const auto *owner = holder ? llvm::dyn_cast<CXXRecordDecl>(
                                     path.steps[index].field->getParent())
                               : nullptr;
    if (owner && holder->hasDefinition() && owner->hasDefinition() &&
        !isStandard(holder) &&
        holder->getCanonicalDecl() != owner->getCanonicalDecl() &&
        !holder->isDerivedFrom(owner))
      return index;
  }
  return std::nullopt;
}

bool isIndexable(QualType type) {
  if (type.isNull())
    return false;
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return type->isPointerType() || type->isArrayType() ||
         (record && isStandard(record) && record->getIdentifier() &&
          (record->getName() == "vector" || record->getName() == "array"));
}

bool isMap(QualType type) {
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  static const llvm::StringSet<> names = {"map", "multimap", "unordered_map",
                                          "unordered_multimap"};
  return record && isStandard(record) && names.contains(nameOf(record));
}

bool isRawPointer(QualType type) {
  return !type.isNull() && type.getNonReferenceType()->isPointerType();
}

bool isRowPointer(QualType type) {
  if (type.isNull())
    return false;
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  const bool isShared =
      record && isStandard(record) && nameOf(record) == "shared_ptr";
  if (!type->isPointerType() && !isUniqueOwner(type) && !isShared)
    return false;
  const QualType target = targetTypeOf(type);
  if (target.isNull() || !target->isObjectType() || target->isIncompleteType())
    return false;
  const CXXRecordDecl *aimed = target->getAsCXXRecordDecl();
  return !aimed || aimed->getNumVBases() == 0; // Where those lie is open.
}

bool showsItsPointers(QualType type) {
  if (type.isNull())
    return false;
  type = type.getNonReferenceType();
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return (type->isArrayType() || (record && isIterated(record))) &&
         showsPointers(type, 0);
}

std::optional<std::size_t> rowPointerIn(const Path &path, std::size_t level) {
  std::size_t at = level + 1;
  const QualType holder = typeAt(path, level);
  if (at < path.steps.size() && path.steps[at].kind == Kind::Field &&
      !holder.isNull() && isMap(holder))
    ++at;
  const bool isRow = at + 1 < path.steps.size() && isPointer(path.steps[at]) &&
                     path.steps[at + 1].kind == Kind::Element &&
                     isRowPointer(typeAt(path, at));
  return isRow ? std::optional(at) : std::nullopt;
}

std::optional<const char *> accessTo(QualType pointer) {
  if (pointer.isNull())
    return std::nullopt;
  pointer = pointer.getNonReferenceType();
  if (pointer->isPointerType() || pointer->isArrayType())
    return "";
  if (isView(pointer))
    return ".data()";
  const CXXRecordDecl *record = pointer->getAsCXXRecordDecl();
  if (!record || !isStandard(record) || !record->getIdentifier())
    return std::nullopt;
  if (record->getName() == "__normal_iterator")
    return ".base()";
  const bool isOwner =
      record->getName() == "unique_ptr" || record->getName() == "shared_ptr";
  return isOwner ? std::optional(".get()") : std::nullopt;
}

void addTargets(QualType type, std::vector<QualType> &targets, unsigned depth) {
  if (depth > 0 && type->isReferenceType()) {
    targets.push_back(type.getNonReferenceType());
    return;
  }
  type = type.getNonReferenceType();
  if (type->isPointerType() || type->isArrayType()) {
    const QualType inner(type->getPointeeOrArrayElementType(), 0);
    if (type->isPointerType())
      targets.push_back(inner);
    else
      addTargets(inner, targets, depth + 1);
    return;
  }
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 4)
    return;
  if (isPointerLike(type)) {
    if (const QualType target = firstTypeArgument(type); !target.isNull())
      targets.push_back(target);
    return;
  }
  if (!isStandard(record)) {
    for (const FieldDecl *field : record->getDefinition()->fields())
      addTargets(field->getType(), targets, depth + 1);
    for (const CXXBaseSpecifier &base : record->getDefinition()->bases())
      addTargets(base.getType(), targets, depth + 1);
    return;
  }
  for (const QualType held : heldTypes(record))
    if (!held->isFunctionType())
      addTargets(held, targets, depth + 1);
}

} // namespace paraloop
