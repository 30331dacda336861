// Aliases.cpp: a variable whose address nobody took can't be read under another
// name. For the others, the types decide whether two names may stand for one
// object, and the addresses are compared when the loop starts.

#include "Aliases.h"

#include "AddressTaken.h"
#include "AdoptedMemory.h"
#include "ByteViews.h"
#include "Callees.h"
#include "EnclosingFunctions.h"
#include "ExternalVisibility.h"
#include "Holdings.h"
#include "LoopNames.h"
#include "PathTypes.h"
#include "Paths.h"
#include "PointerCasts.h"
#include "Reachability.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// wholeOf() returns the variable that an object is a part of, or `*this`.
Object wholeOf(const Object &object) {
  Object whole = object;
  whole.path.clear();
  return whole;
}

class AliasFinder {
public:
  explicit AliasFinder(const AliasQuestion &question)
      : question_(question), addressTaken_(addressTaken(question.facts.function,
                                                        question.facts.loop)),
        adopting_(
            adoptingVariables(question.facts.function, question.facts.loop)) {}

  Aliases run() {
    for (const Object &changed : question_.changed) {
      refuseUnseenReads(changed);
      compareCasts(changed);
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
    return isReferenceName(object.variable) ||
           adopting_.contains(object.variable);
  }

  /// compareCasts() refuses what a cast may lead to that its operand's type
  /// doesn't show. An address that only the loop takes can be cast there, too.
  void compareCasts(const Object &changed) {
    const auto &all = question_.facts.effects.casts;
    if (all.empty() || typeOf(changed).isNull())
      return;
    const bool isPointee = changed.kind == Object::Kind::Pointee;
    if (isPointee || hasOtherNames(changed) ||
        addressTaken(question_.facts.function, nullptr)
            .contains(changed.variable))
      for (const PointerCast *cast : question_.casts)
        compareCast(changed, *cast);
    for (const PointerCast &cast : all)
      if (isPointee && !cast.ofBytes && mayBeMadeOf(cast, changed.variable))
        compareCastChange(changed, cast);
  }

  /// mayBeMadeOf() returns true if a cast's operand names the variable, or one
  /// of the loop's own, which may be made of it.
  bool mayBeMadeOf(const PointerCast &cast, const ValueDecl *variable) const {
    return llvm::isa<CallExpr>(cast.expr) ||
           namesVariable(cast.expr, [&](const ValueDecl *named) {
             return named == variable || question_.facts.scope.declares(named);
           });
  }

  static bool namesVariable(const Stmt *statement,
                            llvm::function_ref<bool(const ValueDecl *)> test) {
    const auto *named = llvm::dyn_cast<DeclRefExpr>(statement);
    return (named && test(named->getDecl())) ||
           llvm::any_of(statement->children(), [&](const Stmt *child) {
             return child && namesVariable(child, test);
           });
  }

  /// compareCastChange() compares what is changed behind a cast with reads of
  /// other variables.
  void compareCastChange(const Object &changed, const PointerCast &cast) {
    const QualType target(cast.target, 0);
    for (const Mention *read : question_.reads) {
      const QualType type = typeOf(read->object);
      if (!type.isNull() && read->object.variable != changed.variable &&
          hasOtherNames(read->object) &&
          (mayContain(target, bareType(type)) ||
           mayContain(bareType(type), target)))
        refuse(changed, *read);
    }
  }

  /// Bytes are compared with the whole object, but that may itself be a part of
  /// what the cast leads to.
  void compareCast(const Object &changed, const PointerCast &cast) {
    const QualType target(cast.target, 0);
    const bool meets =
        cast.ofBytes ? mayBePartOf(changed, target)
                     : mayMeet(target, changed) || reaches(target, changed, 1);
    if (meets)
      refuse(
          changed,
          "a cast to " +
              target.getAsString(question_.facts.context.getPrintingPolicy()) +
              " *",
          cast.where);
  }

  /// mayBePartOf() returns true for a reference, or `*this`, if what it stands
  /// for may be a part of an object of `type`.
  static bool mayBePartOf(const Object &changed, QualType type) {
    if (!isReference(wholeOf(changed)))
      return false;
    const QualType part =
        changed.variable       ? bareType(changed.variable->getType())
        : changed.path.empty() ? QualType()
                               : bareType(ownerOf(changed.path.front()));
    return !part.isNull() && part != type && mayContain(type, part);
  }

  /// isConstant() returns true for a number that nobody may change, by whatever
  /// name: std::string::npos.
  static bool isConstant(QualType type) {
    return type.isConstQualified() && type->isArithmeticType();
  }

  void compare(const Object &changed, const Mention &read) {
    const QualType readType = typeOf(read.object);
    if (typeOf(changed).isNull() || readType.isNull() || isConstant(readType))
      return;
    if (read.object.kind == Object::Kind::Pointee && !read.object.path.empty())
      return comparePath(changed, read);
    const QualType seen = readType.getNonReferenceType();
    if (seen->isPointerType() || isPointerLike(seen)) {
      comparePointer(changed, read, seen);
      return;
    }
    if (reaches(seen, changed))
      compareHeld(changed, read, seen);
    if (read.object.variable == changed.variable)
      return; // Other fields of the same object.
    const bool eitherIsAlias = isReference(changed) || isReference(read.object);
    if (!eitherIsAlias ||
        (isReference(changed) && isLocalVariable(read.object) &&
         !isReference(read.object) &&
         !adopting_.contains(read.object.variable)))
      return;
    if (mayMeet(readType, changed) ||
        mayContain(bareType(typeOf(changed)), bareType(readType)) ||
        isByteView(changed) || isByteView(read.object) ||
        isInStorage(read.object))
      addPair(changed, read);
  }

  /// What a function in sight reads through a pointer: of its object, or a
  /// pointer or reference that is a field of that.
  void comparePath(const Object &changed, const Mention &read) {
    if (isNamedByReferences(read.object))
      return compareNamed(changed, read);
    const QualType root =
        read.object.variable ? read.object.variable->getType() : QualType();
    if (!root.isNull() && mayMeetField(read.object.path.back(), changed)) {
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
      if (isTakenByStretch(type, changed))
        continue;
      const QualType target =
          type->isReferenceType() ? bareType(type) : pointeeOf(type);
      if (!target.isNull() && !target->isFunctionType() &&
          (mayMeet(target, changed) || reaches(target, changed)))
        return refuse(changed, read);
    }
  }

  /// mayMeetField() returns true if a field of an object that nobody names may
  /// be a part of the changed object, or the other way round: then the object
  /// that has the field may be, too.
  static bool mayMeetField(const FieldDecl *field, const Object &changed) {
    return isStorage(field) || (mayMeet(bareType(field->getType()), changed) &&
                                (field->getType()->isReferenceType() ||
                                 mayMeet(ownerOf(field), changed)));
  }

  /// isNamedByReferences() returns true for `view.inner.cells` where some of
  /// these fields are references: the loop may use that name when it starts.
  bool isNamedByReferences(const Object &object) const {
    const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
    if (!variable || object.indirect || refersElsewhere(variable->getType()))
      return false;
    const Named named = withAddress(object, question_.facts.function);
    return !named.isAround && named.object.path == object.path &&
           llvm::any_of(object.path, [](const FieldDecl *field) {
             return field->getType()->isReferenceType();
           });
  }

  void compareNamed(const Object &changed, const Mention &read) {
    const QualType seen = bareType(typeOf(read.object));
    const QualType type = bareType(typeOf(changed));
    const bool meets = mayMeet(seen, changed) || mayContain(type, seen);
    const bool isHidden =
        changesOutOfSight(changed, seen) || isOutOfSight(read.object, type);
    if (refersElsewhere(seen) || reaches(seen, changed) || (meets && isHidden))
      refuse(changed, read);
    else if (meets)
      addPair(changed, read);
  }

  void comparePointer(const Object &changed, const Mention &read,
                      QualType pointer) {
    const QualType target = pointeeOf(pointer);
    if (target.isNull() || target->isFunctionType())
      return;
    if (reaches(target, changed, 1)) // It may be a pointer itself.
      return refuse(changed, read);
    if (pointer->isPointerType() && isBytes(target) && showsBytes(changed) &&
        hasNameHere(read.object))
      return addPair(wholeOf(changed), read);
    if (isView(pointer) && isBytes(target) && showsBytes(changed) &&
        views().mayShow(nameOfPointer(read.object)))
      return addPair(wholeOf(changed), read, {"", ".data()"});
    if (!mayMeet(target, changed) || !mayBeElement(pointer, changed))
      return;
    // How far the pointer reaches isn't known.
    const bool isByStretch =
        pointer->isPointerType() && isReference(changed) &&
        changed.path.empty() && question_.facts.shape.isNumbered() &&
        !isToldWhole(bareType(typeOf(changed)), target, question_.facts);
    const std::optional<std::string> access = valueOf(pointer);
    const Object told = toldByValue(target, changed);
    const bool isTold = access && tells(target, told) &&
                        (pointer->isPointerType() || keepsTargets(read.object));
    if (isByStretch ||
        (isTakenByStretch(pointer, changed) && !tells(target, told)))
      return;
    if (isTold && addParts(changed, target, read, *access))
      addPair(told, read, {"", *access});
    else
      refuse(changed, read);
  }

  /// isTakenByStretch() returns true where Stretches compares what a smart
  /// pointer owns with what a reference refers to.
  bool isTakenByStretch(QualType pointer, const Object &changed) const {
    return isSmartPointer(pointer) && isReference(changed) &&
           changed.path.empty() && question_.facts.shape.isNumbered();
  }

  /// tells() is tellsByValue(), also for a class of the user's.
  bool tells(QualType target, const Object &changed) const {
    return tellsByValue(target, changed) ||
           (changed.path.empty() && changed.variable &&
            isToldWhole(bareType(typeOf(changed)), target, question_.facts));
  }

  /// isByteView() returns true for a reference to bytes that may be those of
  /// something else.
  bool isByteView(const Object &object) const {
    const ValueDecl *name = nameOfPointer(object);
    return ByteViews::isReferenceToBytes(name) && views().mayShow(name);
  }

  /// nameOfPointer() returns the field, or the variable, that the object is.
  static const ValueDecl *nameOfPointer(const Object &object) {
    return object.path.empty() ? object.variable : object.path.back();
  }

  const ByteViews &views() const {
    if (!views_)
      views_.emplace(question_.facts.context);
    return *views_;
  }

  /// toldByValue() returns what the value of a pointer has to be compared with:
  /// one to the whole variable, or to an element of it, says nothing about the
  /// place of a field.
  static Object toldByValue(QualType target, const Object &changed) {
    const Object whole = wholeOf(changed);
    const bool isTold =
        whole.variable && (!isReference(whole) || tellsByValue(target, whole));
    return isTold && !tellsByValue(target, changed) ? whole : changed;
  }

  /// addParts() compares a pointer with what the changed object's elements own.
  /// Returns false if not all of that is found.
  bool addParts(const Object &changed, QualType target, const Mention &read,
                const std::string &access) {
    const Named named = withAddress(read.object, question_.facts.function);
    std::vector<std::string> texts;
    for (const Change &change : question_.facts.effects.changes)
      for (const Object &one : change.objects) {
        if (!overlaps(one, changed) || !isOutOfSight(one, target))
          continue;
        std::optional<std::string> text = partsText(one, target);
        if (!text)
          text = holdingsAround(one, target);
        if (!text || named.object.path != read.object.path)
          return false;
        texts.push_back(*text);
      }
    for (std::string &text : texts)
      addOnce({std::move(text), spelled(read.object) + access});
    return true;
  }

  /// holdingsAround() names the smallest object around that has a name, with
  /// all memory that it owns; nothing where a `target` may lie in other memory.
  std::optional<std::string> holdingsAround(const Object &object,
                                            QualType target) {
    const Named named = withAddress(object, question_.facts.function);
    const QualType type = named.object.variable || !named.object.path.empty()
                              ? typeOf(named.object)
                              : classOfThis(question_.facts);
    if (type.isNull() || target.isNull() ||
        !showsHoldings(type, target, question_.facts))
      return std::nullopt;
    llvm::append_range(aliases_.owners, classesWithHoldings(type));
    return holdingsOf(spelled(named.object), type);
  }

  /// partsText() makes `paraloop::parts(bodies, ...)` of `bodies[i].trail`.
  std::optional<std::string> partsText(const Object &object,
                                       QualType target) const {
    const Named named = withAddress(object, question_.facts.function);
    const auto inside =
        llvm::ArrayRef(object.path).drop_front(named.object.path.size());
    const QualType around = typeOf(named.object);
    if (inside.empty() || !isIndexable(around) ||
        !around.getNonReferenceType()->isRecordType() ||
        !isSeenWhole(inside.back()->getType(), target))
      return std::nullopt;
    const CXXRecordDecl *holder =
        firstTypeArgument(around.getNonReferenceType())->getAsCXXRecordDecl();
    std::string text;
    for (const FieldDecl *field : inside) {
      const std::string name = nameInOthers(field);
      if (name.empty() || holder != field->getParent())
        return std::nullopt;
      text += "." + name;
      holder = field->getType()->getAsCXXRecordDecl();
    }
    return "paraloop::parts(" + spelled(named.object) +
           ", [](const auto &one) -> const auto & { return one" + text + "; })";
  }

  /// changesOutOfSight() returns true if the loop may change a part of the
  /// object that apart.h doesn't find in what is named for it.
  bool changesOutOfSight(const Object &changed, QualType target) const {
    return llvm::any_of(
        question_.facts.effects.changes, [&](const Change &change) {
          return llvm::any_of(change.objects, [&](const Object &one) {
            return overlaps(one, changed) && isOutOfSight(one, target);
          });
        });
  }

  /// isOutOfSight() returns true for `bodies[i].trail`, a vector that is a
  /// field of a vector's elements, but not for `bodies[i].mass`.
  bool isOutOfSight(const Object &object, QualType target) const {
    const Named named = withAddress(object, question_.facts.function);
    const QualType around = typeOf(named.object);
    if (around.isNull())
      return true;
    if (!mayHoldElsewhere(around, target) || isSeenWhole(around, target))
      return false;
    const auto inside =
        llvm::ArrayRef(object.path).drop_front(named.object.path.size());
    return inside.empty() || llvm::any_of(inside, [&](const FieldDecl *field) {
             return mayHoldElsewhere(field->getType(), target);
           });
  }

  /// valueOf() returns what makes a raw pointer of what is like one.
  static std::optional<std::string> valueOf(QualType pointer) {
    const CXXRecordDecl *record = pointer->getAsCXXRecordDecl();
    if (!record || !isStandard(record) ||
        nameOf(record) != "reverse_iterator") {
      const std::optional<const char *> access = accessTo(pointer);
      return access ? std::optional<std::string>(*access) : std::nullopt;
    }
    const auto inner = valueOf(firstTypeArgument(pointer));
    return inner ? std::optional(".base()" + *inner) : std::nullopt;
  }

  /// keepsTargets() returns true if what refers to others isn't changed by the
  /// loop, or only stepped from one element to the next.
  bool keepsTargets(const Object &object) const {
    const LoopFacts &facts = question_.facts;
    const bool isStepped =
        object.path.empty() &&
        llvm::any_of(facts.shape.inductions, [&](const Induction &one) {
          return one.variable == object.variable;
        });
    return llvm::none_of(facts.effects.changes, [&](const Change &change) {
      const bool isStep = isStepped && !facts.statements.isWithin(
                                           change.node, {facts.shape.body});
      return !isStep && llvm::any_of(change.objects, [&](const Object &one) {
        return one.kind == Object::Kind::Unknown || overlaps(one, object);
      });
    });
  }

  /// compareHeld() compares the pointers in a container, one by one.
  void compareHeld(const Object &changed, const Mention &read, QualType type) {
    std::vector<QualType> targets;
    addTargets(type, targets);
    const bool isTold = llvm::all_of(targets, [&](QualType target) {
      target = bareType(target);
      return !isBytes(target) && !reaches(target, changed, 1) &&
             (!mayMeet(target, changed) ||
              (tellsByValue(target, changed) &&
               !changesOutOfSight(changed, target)));
    });
    if (isTold && read.object.kind == Object::Kind::Outside &&
        keepsTargets(read.object) && showsItsPointers(type))
      addPair(changed, read, {"paraloop::pointers(", ")"});
    else
      refuse(changed, read);
  }

  /// showsBytes() returns true for an object of which a pointer to bytes may
  /// show any part: not for what has its parts elsewhere.
  static bool showsBytes(const Object &changed) {
    if (!changed.path.empty())
      return true;
    const CXXRecordDecl *record =
        bareType(typeOf(changed))->getAsCXXRecordDecl();
    return !isReference(changed) &&
           (!record || !isStandard(record) || isIndexable(typeOf(changed)));
  }

  void refuse(const Object &changed, const Mention &read) {
    refuse(changed, read.object.describe(), read.where);
  }

  void refuse(const Object &changed, std::string read, SourceLocation where) {
    for (const Refusal &known : aliases_.refusals)
      if (known.id == RefusalId::MayAlias &&
          known.subjects[1] == changed.describe())
        return;
    aliases_.refusals.push_back(
        {RefusalId::MayAlias, where, {std::move(read), changed.describe()}});
  }

  bool hasNameHere(const Object &object) const {
    return hasNameBeforeLoop(object, question_.facts);
  }

  std::string spelled(const Object &object) const {
    return spelledBeforeLoop(object, question_.facts);
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

  /// mayBeTargetOf() returns true for a pointer that can't be named: where the
  /// object lies that has it says nothing about where it leads. Memory that its
  /// class owns is no variable.
  bool mayBeTargetOf(const Object &pointer, const Object &changed) const {
    const bool isVariable = isLocalVariable(changed) && !isReference(changed);
    return typeOf(pointer).getNonReferenceType()->isPointerType() &&
           !(isVariable && !pointer.path.empty() &&
             question_.facts.callees.ownsItsTarget(pointer.path.back()));
  }

  /// addPair() compares the changed object with what is read, of which a text
  /// `around` may make what is compared.
  void addPair(const Object &changed, const Mention &mention,
               const std::pair<std::string, std::string> &around = {}) {
    const Object &read = mention.object;
    if (!hasNameHere(read) || !hasNameHere(changed) || isOfDerived(read) ||
        isOfDerived(changed))
      return refuse(changed, mention);
    const bool isMade = !(around.first + around.second).empty();
    const Named named = withAddress(read, question_.facts.function);
    if ((named.isAround && mayBeTargetOf(read, changed)) ||
        (isMade && named.object.path != read.path))
      return refuse(changed, mention);
    const std::optional<std::string> ofChanged = textOf(changed, read);
    const std::optional<std::string> ofRead = textOf(read, changed);
    if (!ofChanged || !ofRead || (isMade && *ofRead != spelled(read)))
      return refuse(changed, mention);
    addOnce({*ofChanged, around.first + *ofRead + around.second});
  }

  /// textOf() names an object, or the smallest one around that has a name, with
  /// what that owns if `other` may lie there; nothing where that isn't found.
  std::optional<std::string> textOf(const Object &object, const Object &other) {
    const FunctionDecl *function = question_.facts.function;
    const Named named = withAddress(object, function);
    const std::string text = spelled(named.object);
    const bool isHidden = named.isAround && mayLieBehind(object, other);
    if (!isHidden && !mayOwnUnseen(object, other) &&
        !mayShowPieces(named.object, other))
      return text;
    if (std::optional<std::string> all = holdingsAround(object, seenAs(other)))
      return all;
    if (isHidden)
      return std::nullopt;
    aliases_.conditions.push_back("paraloop::owned_by_nobody(" +
                                  spelled(withAddress(other, function).object) +
                                  ")");
    return text;
  }

  void addOnce(std::pair<std::string, std::string> pair) {
    if (llvm::find(aliases_.apart, pair) == aliases_.apart.end())
      aliases_.apart.push_back(std::move(pair));
  }

  /// mayShowPieces() returns true for a pointer to bytes, which may be those of
  /// anything that classes of the user's own.
  static bool mayShowPieces(const Object &object, const Object &other) {
    const QualType type = typeOf(object);
    const QualType seen = seenAs(other);
    return !type.isNull() && !seen.isNull() && isBytes(bareType(seen)) &&
           !classesWithHoldings(type).empty();
  }

  /// mayOwnUnseen() returns true for an object that may own `other` in memory
  /// which apart() doesn't look into: by a class of the user's, or one that
  /// isn't walked through.
  static bool mayOwnUnseen(const Object &owner, const Object &other) {
    const QualType type = typeOf(owner);
    const CXXRecordDecl *record =
        type.isNull() ? nullptr : bareType(type)->getAsCXXRecordDecl();
    static const llvm::StringSet<> groups = {"optional", "tuple", "variant"};
    return record && (!isStandard(record) || groups.contains(nameOf(record))) &&
           !typeOf(other).isNull() && mayLieBehind(owner, other);
  }

  /// seenAs() returns the type of what is read, or changed, by way of an
  /// object.
  static QualType seenAs(const Object &object) {
    const QualType type = typeOf(object);
    return !type.isNull() && refersElsewhere(type)
               ? targetTypeOf(type.getNonReferenceType())
               : type;
  }

  /// mayLieBehind() returns true if `other` may be an element of a container:
  /// what is around that doesn't tell where its elements are.
  static bool mayLieBehind(const Object &container, const Object &other) {
    const QualType inner = seenAs(other);
    const CXXRecordDecl *record =
        bareType(typeOf(container))->getAsCXXRecordDecl();
    if (inner.isNull() || !record || !isStandard(record))
      return inner.isNull() || mayHoldElsewhere(typeOf(container), inner);
    return llvm::any_of(typeArguments(record), [&](QualType element) {
      return mayContain(element, bareType(inner));
    });
  }

  const AliasQuestion &question_;
  const llvm::DenseSet<const ValueDecl *> addressTaken_;
  /// What these own may be known to others.
  const llvm::DenseSet<const ValueDecl *> adopting_;
  mutable std::optional<ByteViews> views_; ///< Looked for when it matters.
  Aliases aliases_;
};

} // namespace

Aliases findAliases(const AliasQuestion &question) {
  return AliasFinder(question).run();
}

} // namespace paraloop
