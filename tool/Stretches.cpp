// Stretches.cpp: regions -> pairs of them -> text that compares them.

#include "Stretches.h"

#include "Checks.h"
#include "EnclosingFunctions.h"
#include "Frames.h"
#include "Holdings.h"
#include "LoopNames.h"
#include "MemoryRegions.h"
#include "PathTypes.h"
#include "Paths.h"
#include "PointerCasts.h"
#include "Reachability.h"
#include "RegionOverlap.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "TypeContainment.h"
#include "UnsharedVariables.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

using Kind = Step::Kind;

/// Memory is text for what a region reaches.
struct Memory {
  std::string text;
  bool inPieces = false; ///< Of an object with what it owns.
};

class Comparer {
public:
  explicit Comparer(const StretchQuestion &question)
      : question_(question), unshared_(question.facts),
        overlap_(question.facts), frames_({&question.facts.scope,
                                           &question.facts.statements,
                                           &question.facts.effects,
                                           nullptr,
                                           {},
                                           nullptr,
                                           nullptr,
                                           nullptr,
                                           0},
                                          question.facts.callees),
        reader_(question.facts.loop, question.facts.shape, frames_, false),
        checks_(reader_) {
    reader_.boundSubscripts();
  }

  Stretches run() {
    const std::vector<MemoryRegion> regions = memoryRegions(
        {question_.facts, reader_, frames_, question_.isOwnTarget});
    for (const MemoryRegion &changed : regions)
      for (const MemoryRegion &other : regions)
        if (changed.changes && &changed != &other &&
            (!other.changes || &changed < &other))
          compare(changed, other);
    return {std::move(checks_.conditions), std::move(owners_),
            std::move(guards_), std::move(refusals_)};
  }

private:
  bool isUnshared(const MemoryRegion &region) const {
    return region.base.root && region.base.steps.empty() && !region.isRows &&
           unshared_.contains(region.base.root);
  }

  void compare(const MemoryRegion &changed, const MemoryRegion &other) {
    const bool changesThere =
        isBehind(changed) || (other.changes && isBehind(other));
    if (question_.isVouched(objectOf(changed)) ||
        question_.isVouched(objectOf(other)) || isUnshared(changed) ||
        isUnshared(other) || !overlap_.typesMeet(changed, other))
      return;
    if (!changesThere && !isByStretch(changed, other))
      return compareNames(changed, other);
    if (overlap_.areOfTwoOwners(changed, other))
      return requireTwoOwners(changed, other);
    if (holdsElsewhere(changed, other) || holdsElsewhere(other, changed))
      return refuse(changed, other);
    if (!changesThere && isComparedByValue(changed, other))
      return;
    const std::optional<Memory> a = memory(changed, other);
    const std::optional<Memory> b = memory(other, changed);
    if (a && b &&
        !(compareParts(changed, other, b->text) &&
          compareParts(other, changed, a->text)))
      return refuse(changed, other);
    if (a && b && mayGuard(changed, other, *b) &&
        mayGuard(other, changed, *a)) {
      if (!a->text.empty() && !b->text.empty())
        addApart(a->text, b->text);
      guard(changed, b->text);
      guard(other, a->text);
      return;
    }
    refuse(changed, other);
  }

  void addApart(const std::string &a, const std::string &b) {
    checks_.add("paraloop::apart(" + a + ", " + b + ")");
  }

  /// isByStretch() returns false where Aliases compares the value of a pointer,
  /// if it is one.
  bool isByStretch(const MemoryRegion &changed,
                   const MemoryRegion &other) const {
    if (!other.behindPointer || isReference(changed))
      return other.behindPointer;
    if (!isPartOfReference(changed) || other.isRows)
      return false;
    const QualType target = pointeeOf(baseType(other).getNonReferenceType());
    if (target.isNull() || target->isVoidType()) // Steps nowhere.
      return false;
    return overlap_.showsBytes(other) ||
           mayContain(target, bareType(changed.base.root->getType()));
  }

  /// compareNames() compares a reference with the parts of an object. The
  /// object as a whole is compared by Aliases.
  void compareNames(const MemoryRegion &changed, const MemoryRegion &other) {
    for (const auto &[name, object] :
         {std::pair(&changed, &other), std::pair(&other, &changed)})
      if (isReference(*name) && isOutOfSight(*object, *name))
        if (const std::optional<std::string> text = this->text(*name);
            !text || !compareParts(*object, *name, *text))
          refuse(changed, other);
  }

  /// compareParts() compares memory with what an object's elements own. Returns
  /// false if not all of that is found.
  bool compareParts(const MemoryRegion &object, const MemoryRegion &other,
                    const std::string &memory) {
    if (!isOutOfSight(object, other) || compareFields(object, other, memory))
      return true;
    const std::optional<std::string> all = holdings(object, other);
    if (!all || memory.empty() || isOutOfSight(other, object))
      return false;
    addApart(*all, memory);
    return true;
  }

  /// compareFields() compares memory with the vectors that are fields of an
  /// object's elements. Returns false if there are others.
  bool compareFields(const MemoryRegion &object, const MemoryRegion &other,
                     const std::string &memory) {
    const std::optional<Spelling> base = spell(object.base, false);
    if (!base || memory.empty() || !showsParts(object, other) ||
        isOutOfSight(other, object))
      return false;
    std::vector<std::string> texts;
    for (const auto &part : object.parts) {
      if (llvm::none_of(other.types, [&](QualType type) {
            return mayHoldElsewhere(part.back()->getType(), type);
          }))
        continue;
      std::string text;
      for (const FieldDecl *field : part)
        text += "." + nameInOthers(field);
      if (llvm::StringRef(text + ".").contains(".."))
        return false;
      texts.push_back("paraloop::apart(paraloop::parts(" +
                      asObject(base->text) +
                      ", [](const auto &one) -> const auto & { return one" +
                      text + "; }), " + memory + ")");
    }
    for (std::string &text : texts)
      checks_.add(std::move(text));
    return true;
  }

  /// holdings() is the text of the smallest object around that can be named,
  /// and of which the runtime finds all memory that a part of `other` may lie
  /// in.
  std::optional<std::string> holdings(const MemoryRegion &object,
                                      const MemoryRegion &other) {
    Path around = object.base;
    for (;; around.steps.pop_back()) {
      const QualType type = around.steps.empty() && !around.root
                                ? classOfThis(question_.facts)
                                : typeAt(around, around.steps.size());
      const std::optional<Spelling> base =
          around.steps.empty() && !around.root
              ? std::optional<Spelling>({"this", ""})
              : spell(around, false);
      if (base && showsAll(type, other)) {
        if (!base->guard.empty())
          checks_.add(base->guard);
        llvm::append_range(owners_, classesWithHoldings(type));
        return holdingsOf(asObject(base->text), type);
      }
      if (around.steps.empty() || around.steps.back().kind != Kind::Field)
        return std::nullopt;
    }
  }

  bool showsAll(QualType type, const MemoryRegion &other) const {
    return !type.isNull() && llvm::all_of(other.types, [&](QualType target) {
      return showsHoldings(type, target, question_.facts);
    });
  }

  /// isComparedByValue() returns true where Aliases compares the values of
  /// pointers with a container that a reference names, or refuses them.
  bool isComparedByValue(const MemoryRegion &changed,
                         const MemoryRegion &other) const {
    const QualType pointer = baseType(other);
    return (other.isRows || !isRawPointer(pointer)) && !pointer.isNull() &&
           llvm::all_of(other.types, [&](QualType target) {
             return !isRawMemory(target) && !isBytes(target) &&
                    tellsByValue(target, objectOf(changed));
           });
  }

  /// requireTwoOwners() compares the owners of memory, of which each may be
  /// known by a reference.
  void requireTwoOwners(const MemoryRegion &changed,
                        const MemoryRegion &other) {
    if (!changed.behindPointer || !other.behindPointer ||
        !mayBeOneOwner(changed.base, other.base))
      return;
    const std::optional<Spelling> a = spell(ownerOf(changed), false);
    const std::optional<Spelling> b = spell(ownerOf(other), false);
    if (!a || !b)
      return refuse(changed, other);
    for (const Spelling *one : {&*a, &*b})
      if (!one->guard.empty())
        checks_.add(one->guard);
    checks_.add("paraloop::apart(" + asObject(a->text) + ", " +
                asObject(b->text) + ")");
  }

  static std::string asObject(const std::string &text) {
    return text == "this" ? "*this" : text;
  }

  /// ownerOf() returns the object that has the pointer, or a std::unique_ptr.
  static Path ownerOf(const MemoryRegion &region) {
    Path owner = region.base;
    if (!region.unique)
      owner.steps.pop_back();
    return owner;
  }

  /// mayBeOneOwner() returns false for two variables, and for two fields of one
  /// object.
  static bool mayBeOneOwner(const Path &a, const Path &b) {
    if (a.steps.size() && b.steps.size() &&
        a.steps.back().field != b.steps.back().field)
      return false;
    const auto isIndirect = [](const Path &path) {
      return !path.root || path.root->getType()->isReferenceType() ||
             llvm::any_of(path.steps, isPointer);
    };
    const bool throughPointer =
        llvm::any_of(a.steps, isPointer) || llvm::any_of(b.steps, isPointer);
    return a.root == b.root ? throughPointer : isIndirect(a) || isIndirect(b);
  }

  void refuse(const MemoryRegion &changed, const MemoryRegion &other) {
    refusals_.push_back({RefusalId::MayAlias,
                         other.where,
                         {describe(other), describe(changed)},
                         {{changed.change, "changed here"}}});
  }

  /// mayGuard() returns true if the loose accesses of one region, if there are
  /// any, can be compared with the other region.
  static bool mayGuard(const MemoryRegion &region, const MemoryRegion &other,
                       const Memory &memory) {
    return region.loose.empty() ||
           (other.loose.empty() && !other.isRows && !memory.inPieces);
  }

  void guard(const MemoryRegion &region, const std::string &memory) {
    for (const Expr *access : region.loose) {
      auto known = llvm::find_if(
          guards_, [&](const Guard &one) { return one.access == access; });
      if (known == guards_.end())
        known = guards_.insert(guards_.end(), {access, {}});
      known->memory.push_back(memory);
    }
  }

  /// memory() returns that of all accesses but the loose ones; an empty text if
  /// there are no others.
  std::optional<Memory> memory(const MemoryRegion &region,
                               const MemoryRegion &other) {
    const bool isInPieces =
        overlap_.showsBytes(other) && !isBehind(region) && region.base.root &&
        !classesWithHoldings(region.base.root->getType()).empty();
    std::optional<std::string> named = text(region);
    if (named && !isInPieces)
      return Memory{*std::move(named), false};
    if (!region.known || region.behindPointer || !hasNameHere(region))
      return std::nullopt;
    std::optional<std::string> all = holdings(region, other);
    return all ? std::optional(Memory{*std::move(all), true}) : std::nullopt;
  }

  bool hasNameHere(const MemoryRegion &region) const {
    const auto *root = llvm::dyn_cast_or_null<VarDecl>(region.base.root);
    return !root || (hasNameIn(root, question_.facts.function) &&
                     nameBeforeLoop(root, question_.facts));
  }

  /// text() is memory() of what can be named.
  std::optional<std::string> text(const MemoryRegion &region) {
    const std::optional<Spelling> base = spell(region.base, false);
    if (!region.known || !base || !hasNameHere(region))
      return std::nullopt;
    if (!region.loose.empty() && region.indexes.empty())
      return "";
    if (!base->guard.empty())
      checks_.add(base->guard);
    if (region.isRows)
      return rowsText(region, base->text);
    if (!region.behindPointer)
      return asObject(base->text);
    const std::optional<const char *> access = accessTo(baseType(region));
    if (!access)
      return std::nullopt;
    std::string result = "paraloop::stretch(" + base->text + *access + ")";
    const auto places = textsOf(region.indexes);
    if (!places)
      return std::nullopt;
    for (const std::string &place : *places)
      result += ".at(" + place + ")";
    return result;
  }

  static QualType baseType(const MemoryRegion &region) {
    return typeAt(region.base, region.base.steps.size());
  }

  /// textsOf() returns where the subscripts lie, each text once.
  std::optional<std::vector<std::string>>
  textsOf(const std::vector<Number> &subscripts) {
    std::vector<std::string> places;
    for (const Number &index : subscripts) {
      const std::optional<std::string> place = checks_.text(index.form);
      if (!place || !checks_.require(index.needs) ||
          !checks_.requireRanges(index.form))
        return std::nullopt;
      if (!llvm::is_contained(places, *place))
        places.push_back(*place);
    }
    return places;
  }

  /// rowsRead() returns the subscripts of the pointers that the loop reads, as
  /// text; nothing where that isn't one range for all accesses.
  std::optional<std::string> rowsRead(const MemoryRegion &region) {
    std::optional<std::string> rows;
    if (region.allRows)
      return rows;
    for (const Number &row : region.rows) {
      const std::optional<std::string> more = checks_.rowsOf(row);
      if (!more || (rows && rows != more))
        return std::nullopt;
      rows = more;
    }
    return rows;
  }

  /// rowsText() only takes pointers that the loop reads, or those of a
  /// container, because each is read when it starts.
  std::optional<std::string> rowsText(const MemoryRegion &region,
                                      const std::string &base) {
    const std::optional<std::string> rows = rowsRead(region);
    const auto places = textsOf(region.indexes);
    if (!places || (!rows && !showsItsPointers(baseType(region))))
      return std::nullopt;
    std::string result =
        "paraloop::rows(" + base + (rows ? ", " + *rows : "") + ")";
    for (const std::string &place : *places)
      result += ".at(" + place + ")";
    return result;
  }

  static std::string describe(const MemoryRegion &region) {
    return objectOf(region).describe();
  }

  static Object objectOf(const MemoryRegion &region) {
    Object object;
    object.kind =
        region.behindPointer ? Object::Kind::Pointee : Object::Kind::Outside;
    object.variable = region.base.root;
    for (const Step &step : region.base.steps)
      if (step.kind == Kind::Field)
        object.path.push_back(step.field);
    return object;
  }

  const StretchQuestion &question_;
  const UnsharedVariables unshared_;
  const RegionOverlap overlap_;
  Frames frames_;
  PathReader reader_;
  Checks checks_;
  std::vector<const CXXRecordDecl *> owners_;
  std::vector<Guard> guards_;
  std::vector<Refusal> refusals_;
};

} // namespace

Stretches compareStretches(const StretchQuestion &question) {
  if (!question.facts.shape.isNumbered())
    return {}; // Then nothing is owned behind a pointer.
  return Comparer(question).run();
}

} // namespace paraloop
