// Aliases.cpp: a variable whose address nobody took can't be read under another
// name. For the others, the types decide whether two names may stand for one
// object, and the addresses are compared when the loop starts.

#include "Aliases.h"

#include "AddressTaken.h"
#include "EnclosingFunctions.h"
#include "ExternalVisibility.h"
#include "Reachability.h"
#include "StandardLibrary.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// hasAddress() returns false for what lies in an object of `type` by way of an
/// element, for a bit-field and for a packed field.
bool hasAddress(QualType type, const FieldDecl *field) {
  const CXXRecordDecl *record =
      type.isNull() ? nullptr
                    : type.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *owner = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  const bool isField =
      !record || !owner || record == owner ||
      (record->hasDefinition() && record->isDerivedFrom(owner));
  const bool isArray = !type.isNull() && !record;
  return isField && !isArray && !field->isBitField() &&
         !field->hasAttr<PackedAttr>() &&
         !field->getParent()->hasAttr<PackedAttr>();
}

/// withAddress() returns the object, or the smallest one around it whose
/// address can be taken when the loop starts.
Object withAddress(const Object &object) {
  Object made = object;
  made.path.clear();
  QualType type = object.variable ? object.variable->getType() : QualType();
  for (const FieldDecl *field : object.path) {
    if (!hasAddress(type, field))
      break;
    made.path.push_back(field);
    type = field->getType();
  }
  return made;
}

class AliasFinder {
public:
  explicit AliasFinder(const AliasQuestion &question)
      : question_(question), addressTaken_(addressTaken(question.facts.function,
                                                        question.facts.loop)) {}

  Aliases run() {
    for (const Object &changed : question_.changed) {
      refuseUnseenReads(changed);
      if (changed.kind == Object::Kind::Pointee || !hasOtherNames(changed))
        continue; // What lies behind pointers is compared by Stretches.
      for (const Mention *read : question_.reads)
        compare(changed, *read);
    }
    return std::move(aliases_);
  }

private:
  void refuseUnseenReads(const Object &changed) {
    const Effects &effects = question_.facts.effects;
    if (effects.unseenUserCode.isValid() &&
        isVisibleElsewhere(changed, addressTaken_))
      aliases_.refusals.push_back({RefusalId::UnseenMayRead,
                                   effects.unseenUserCode,
                                   {effects.unseenCallee, changed.describe()}});
  }

  /// A variable of this function whose address is not kept has no second name.
  bool hasOtherNames(const Object &object) const {
    if (!isLocalVariable(object) || addressTaken_.contains(object.variable))
      return true;
    return isReferenceName(object.variable);
  }

  void compare(const Object &changed, const Mention &read) {
    const QualType readType = typeOf(read.object);
    if (typeOf(changed).isNull() || readType.isNull())
      return;
    if (read.object.kind == Object::Kind::Pointee && !read.object.path.empty())
      return comparePath(changed, read);
    const QualType seen = readType.getNonReferenceType();
    if (seen->isPointerType() || isPointerLike(seen)) {
      comparePointer(changed, read, seen);
      return;
    }
    if (reaches(seen, changed))
      refuse(changed, read);
    if (read.object.variable == changed.variable)
      return; // Other fields of the same object.
    const bool eitherIsAlias = isReference(changed) || isReference(read.object);
    if (!eitherIsAlias ||
        (isReference(changed) && isLocalVariable(read.object) &&
         !isReference(read.object)))
      return;
    if (mayMeet(readType, changed) ||
        mayContain(bareType(typeOf(changed)), bareType(readType)))
      addPair(changed, read);
  }

  /// What a function in sight reads through a pointer: of its object, or a
  /// pointer or reference that is a field of that.
  void comparePath(const Object &changed, const Mention &read) {
    const QualType root =
        read.object.variable ? read.object.variable->getType() : QualType();
    if (!root.isNull() && mayMeet(bareType(typeOf(read.object)), changed)) {
      const QualType pointer = root.getNonReferenceType();
      if (pointer->isPointerType() || isPointerLike(pointer))
        comparePointer(changed, read, pointer);
      else if (reaches(pointer, changed))
        return refuse(changed, read);
    }
    for (const FieldDecl *field : read.object.path) {
      const QualType type = field->getType();
      if (!type->isReferenceType() && !type->isPointerType() &&
          !isPointerLike(type))
        continue;
      const QualType target =
          type->isReferenceType() ? bareType(type) : pointeeOf(type);
      if (!target.isNull() && !target->isFunctionType() &&
          (mayMeet(target, changed) || reaches(target, changed)))
        return refuse(changed, read);
    }
  }

  void comparePointer(const Object &changed, const Mention &read,
                      QualType pointer) {
    const QualType target = pointeeOf(pointer);
    if (target.isNull() || target->isFunctionType())
      return;
    if (reaches(target, changed, 1)) // It may be a pointer itself.
      return refuse(changed, read);
    if (!mayMeet(target, changed) || !mayBeElement(pointer, changed))
      return;
    // How far the pointer reaches isn't known: its value only tells if the
    // other is an object of its own.
    const bool isWhole =
        changed.variable && changed.path.empty() && !isReference(changed);
    const bool isField = !changed.path.empty() &&
                         !changed.path.back()->getType()->isReferenceType();
    // A pointer to what the field is a part of says nothing about the field.
    const bool isPart =
        isField && !mayContain(bareType(typeOf(changed)), target);
    if (!pointer->isPointerType() || isPart)
      refuse(changed, read);
    else if (isWhole || isField)
      addPair(changed, read); // Else its stretch is compared.
  }

  void refuse(const Object &changed, const Mention &read) {
    for (const Refusal &known : aliases_.refusals)
      if (known.id == RefusalId::MayAlias &&
          known.subjects[1] == changed.describe())
        return;
    aliases_.refusals.push_back({RefusalId::MayAlias,
                                 read.where,
                                 {read.object.describe(), changed.describe()}});
  }

  bool hasNameHere(const Object &object) const {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    return !variable || hasNameIn(variable, question_.facts.function);
  }

  /// isOfDerived() returns true for a field of a class derived from the one
  /// that the variable names: an overrider knows it.
  static bool isOfDerived(const Object &object) {
    const CXXRecordDecl *record = object.variable && !object.path.empty()
                                      ? object.variable->getType()
                                            .getNonReferenceType()
                                            ->getAsCXXRecordDecl()
                                      : nullptr;
    const auto *owner =
        record ? llvm::dyn_cast<CXXRecordDecl>(object.path.front()->getParent())
               : nullptr;
    return owner && owner->hasDefinition() && record->hasDefinition() &&
           owner->isDerivedFrom(record);
  }

  void addPair(const Object &changed, const Mention &mention) {
    const Object &read = mention.object;
    if (!hasNameHere(read) || !hasNameHere(changed) || isOfDerived(read) ||
        isOfDerived(changed))
      return refuse(changed, mention);
    std::pair<std::string, std::string> pair(spelling(withAddress(changed)),
                                             spelling(withAddress(read)));
    if (llvm::find(aliases_.apart, pair) == aliases_.apart.end())
      aliases_.apart.push_back(std::move(pair));
  }

  const AliasQuestion &question_;
  const llvm::DenseSet<const ValueDecl *> addressTaken_;
  Aliases aliases_;
};

} // namespace

Aliases findAliases(const AliasQuestion &question) {
  return AliasFinder(question).run();
}

} // namespace paraloop
