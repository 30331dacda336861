// Stretches.cpp: accesses -> regions (a pointer, or an object, with all the
// subscripts that are used on it) -> pairs of regions.

#include "Stretches.h"

#include "Callees.h"
#include "Checks.h"
#include "ElementAccesses.h"
#include "EnclosingFunctions.h"
#include "Frames.h"
#include "PathTypes.h"
#include "Paths.h"
#include "PointerCasts.h"
#include "SourceText.h"
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

/// Region is memory that the loop reaches in one way.
struct Region {
  Path base; ///< The pointer, or the object.
  bool behindPointer = false;
  bool behindReference = false; ///< A field; the base goes through it.
  bool unique = false;          ///< The pointer is a std::unique_ptr.
  bool known = true; ///< Its extent can be computed, but for loose accesses.
  bool onlySize = false; ///< Nothing but the number of its elements is read.
  bool isRows = false;   ///< By pointers that are elements of the base.
  bool changes = false;
  SourceLocation where;        ///< Of an access.
  SourceLocation change;       ///< Of a change.
  std::vector<QualType> types; ///< Of what is accessed.
  /// Of the objects that it is a part of; nothing if one of them isn't known.
  std::optional<std::vector<QualType>> holders;
  std::vector<Number> rows;    ///< Of the pointers, where those are elements.
  std::vector<Number> indexes; ///< From the pointer on.
  std::vector<const Expr *> loose; ///< Accesses with subscripts that workers
                                   ///< alone know.
};

/// A FILE and the like: what is in it is the system's matter.
bool isHandle(QualType type) {
  const TagDecl *tag = type->getAsTagDecl();
  return tag && isFromSystemHeader(tag) && !isStandard(tag);
}

bool isPointer(const Step &step) {
  return step.kind == Kind::Follow || step.kind == Kind::Own;
}

class Comparer {
public:
  explicit Comparer(const StretchQuestion &question)
      : question_(question), unshared_(question.facts),
        frames_({&question.facts.scope,
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
    llvm::SmallVector<const ValueDecl *, 8> roots;
    for (const Mention &mention : question_.facts.effects.mentions)
      if (mention.object.kind != Object::Kind::Stream &&
          !llvm::is_contained(roots, mention.object.variable))
        roots.push_back(mention.object.variable);
    for (const ValueDecl *root : roots)
      addRegions(root);
    for (const Region &changed : regions_)
      for (const Region &other : regions_)
        if (changed.changes && &changed != &other &&
            (!other.changes || &changed < &other))
          compare(changed, other);
    return {std::move(checks_.conditions), std::move(guards_),
            std::move(refusals_)};
  }

private:
  void addRegions(const ValueDecl *root) {
    AccessFinder finder(root, reader_, frames_, question_.facts.callees);
    for (ElementAccess &access : finder.find()) {
      Region region = access.path ? regionOf(*access.path) : anywhere(root);
      if (access.path && isLoose(access)) {
        region.known = true;
        region.loose.push_back(access.place);
      }
      if (llvm::any_of(region.types, isHandle))
        continue;
      addReferred(region);
      if (access.path)
        region.holders = holdersOf(*access.path);
      region.where = access.where;
      region.onlySize = access.onlySize;
      if (region.isRows && access.path)
        addPointers(*access.path, access.where);
      region.changes =
          access.changes || (access.escapes && isChangedBehind(root));
      if (access.follows || (access.path && endsInPart(*access.path)))
        addHeldBy(region);
      if (region.changes)
        lookElsewhere(region);
      add(std::move(region));
    }
  }

  /// endsInPart() returns true for a part of a tuple: it may be a reference.
  static bool endsInPart(const Path &path) {
    const auto part = std::find_if(
        path.steps.rbegin(), path.steps.rend(),
        [](const Step &step) { return step.kind == Kind::Part; });
    return part != path.steps.rend() &&
           std::none_of(path.steps.rbegin(), part, isPointer);
  }

  /// addHeldBy() adds what the pointers refer to that an object holds.
  void addHeldBy(const Region &holder) {
    Region region = holder;
    region.known = region.onlySize = false;
    region.loose.clear();
    region.changes = isChangedBehind(holder.base.root);
    if (toHeldPointers(region))
      add(std::move(region));
  }

  /// holdersOf() returns the type of the variable that a path begins with, or
  /// of what its last pointer points to. Raw memory may hold anything.
  static std::optional<std::vector<QualType>> holdersOf(const Path &path) {
    const auto last =
        std::find_if(path.steps.rbegin(), path.steps.rend(), isPointer);
    const QualType holder = typeAt(path, path.steps.rend() - last);
    const QualType part = typeAt(path, path.steps.size());
    if (holder.isNull() || part.isNull() ||
        isRawMemory(part.getNonReferenceType()) ||
        !mayContain(holder, bareType(part))) // A link wasn't understood.
      return std::nullopt;
    return std::vector<QualType>{holder};
  }

  /// isLoose() returns true for `p[f(i)]` where a worker can take the address.
  bool isLoose(const ElementAccess &access) const {
    const auto element =
        llvm::find_if(access.path->steps, [](const Step &step) {
          return step.kind == Kind::Element;
        });
    const bool isElement =
        element != access.path->steps.end() && !element->index &&
        element != access.path->steps.begin() && isPointer(*(element - 1)) &&
        std::none_of(element + 1, access.path->steps.end(), isPointer) &&
        !entersContainer(*access.path,
                         element + 1 - access.path->steps.begin());
    const Expr *place = access.place->IgnoreParenImpCasts();
    return isElement && !access.isCallee && !access.escapes &&
           place->isLValue() && isGuardable(place) &&
           (!access.changes || question_.isOwnTarget(place));
  }

  /// Of other types a part may lie elsewhere.
  bool isGuardable(const Expr *place) const {
    const ASTContext &context = question_.facts.context;
    return !place->refersToBitField() && !place->refersToVectorElement() &&
           place->getType().isTriviallyCopyableType(context) &&
           question_.facts.statements.seesIteration(place) &&
           textRange(place->getSourceRange(), context).has_value();
  }

  /// isChangedBehind() returns true if the loop changes what the variable, or a
  /// part of it, points to: where the pointer goes out of sight, as in
  /// `(c ? p : q)->x = 1`, that may be by any of its uses.
  bool isChangedBehind(const ValueDecl *root) const {
    return llvm::any_of(
        question_.facts.effects.changes, [&](const Change &change) {
          return llvm::any_of(change.objects, [&](const Object &object) {
            return object.kind == Object::Kind::Pointee &&
                   object.variable == root;
          });
        });
  }

  /// addPointers() notes that the pointers to rows are read.
  void addPointers(const Path &path, SourceLocation where) {
    Path pointers = path;
    const auto last = std::find_if(
        path.steps.rbegin(), path.steps.rend(),
        [](const Step &step) { return step.kind == Kind::Follow; });
    pointers.steps.resize(path.steps.rend() - last - 1);
    Region region = regionOf(pointers);
    region.holders = holdersOf(pointers);
    region.where = where;
    add(std::move(region));
  }

  /// anywhere() is what can't be told more exactly than by its variable.
  static Region anywhere(const ValueDecl *root) {
    Region region;
    region.base.root = root;
    region.known = false;
    const QualType type =
        root ? root->getType().getNonReferenceType() : QualType();
    region.behindPointer = !type.isNull() && type->isPointerType();
    if (region.behindPointer)
      region.types.push_back(type->getPointeeType());
    else if (!type.isNull())
      region.types.push_back(type);
    return region;
  }

  /// addReferred() adds what a std::tuple<int &> refers to.
  static void addReferred(Region &region) {
    const std::vector<QualType> types = region.types;
    for (const QualType type : types)
      if (isProxy(type))
        for (const QualType held :
             heldTypes(type.getNonReferenceType()->getAsCXXRecordDecl()))
          if (held->isReferenceType())
            region.types.push_back(held.getNonReferenceType());
  }

  /// lookElsewhere() makes a change through pointers that elements hold one of
  /// memory that could lie anywhere.
  static void lookElsewhere(Region &region) {
    if (!region.behindPointer && !region.known && region.base.root)
      toHeldPointers(region);
  }

  /// toHeldPointers() makes a region of what the variable's pointers refer to.
  /// Returns false if it has none.
  static bool toHeldPointers(Region &region) {
    std::vector<QualType> targets;
    if (region.base.root)
      addTargets(region.base.root->getType(), targets);
    if (targets.empty())
      return false;
    region.isRows = region.behindPointer = true;
    region.types = std::move(targets);
    region.holders = std::nullopt;
    return true;
  }

  /// regionOf() cuts a path at the last pointer that is the same for all
  /// iterations.
  static Region regionOf(const Path &path) {
    Region region;
    std::size_t cut = 0;
    std::size_t at = 0;
    for (; at < path.steps.size(); ++at) {
      const Step &step = path.steps[at];
      const bool afterPointer = at > 0 && isPointer(path.steps[at - 1]);
      if (step.kind == Kind::Element &&
          !(afterPointer && step.index && step.index->form.isZero()))
        break;
      if (!isPointer(step))
        continue;
      region.behindPointer = at + 1 < path.steps.size() &&
                             path.steps[at + 1].kind == Kind::Element;
      region.unique = region.behindPointer && step.kind == Kind::Own;
      cut = at;
    }
    const auto inner = std::find_if(
        path.steps.begin() + at, path.steps.end(),
        [](const Step &step) { return step.kind == Kind::Follow; });
    if (inner != path.steps.end())
      return rowsOf(path, region.behindPointer ? cut : at, at);
    region.known = llvm::none_of(llvm::drop_begin(path.steps, at), isPointer);
    region.base = path;
    region.base.steps.resize(region.behindPointer ? cut : at);
    region.behindReference =
        !region.behindPointer && llvm::any_of(region.base.steps, isPointer);
    if (const QualType type = typeAt(path, path.steps.size()); !type.isNull())
      region.types.push_back(type);
    if (!region.behindPointer)
      return region;
    const Step &element = path.steps[cut + 1];
    if (element.index)
      region.indexes.push_back(*element.index);
    region.known =
        region.known && element.index && !entersContainer(path, cut + 2);
    return region;
  }

  /// rowsOf() reads `base[i][j].x`, with the element at `at`, and a base of
  /// `length` links; what is behind other pointers has no known extent.
  static Region rowsOf(const Path &path, std::size_t length, std::size_t at) {
    Region region;
    region.behindPointer = region.isRows = true;
    region.base = path;
    region.base.steps.resize(length);
    if (const QualType type = typeAt(path, path.steps.size()); !type.isNull())
      region.types.push_back(type);
    region.known =
        path.steps.size() > at + 2 && path.steps[at].kind == Kind::Element &&
        path.steps[at + 1].kind == Kind::Follow &&
        path.steps[at + 2].kind == Kind::Element && path.steps[at].index &&
        path.steps[at + 2].index && isIndexable(typeAt(path, length)) &&
        isRawPointer(typeAt(path, at + 1)) &&
        llvm::none_of(llvm::drop_begin(path.steps, at + 2), isPointer);
    if (region.known) {
      region.rows.push_back(*path.steps[at].index);
      region.indexes.push_back(*path.steps[at + 2].index);
    }
    return region;
  }

  /// entersContainer() returns true for `p[i][0]` where p[i] is a string: its
  /// elements lie elsewhere.
  static bool entersContainer(const Path &path, std::size_t from) {
    for (std::size_t at = from; at < path.steps.size(); ++at) {
      const QualType holder = typeAt(path, at);
      if (path.steps[at].kind == Kind::Element &&
          (holder.isNull() || !holder.getNonReferenceType()->isArrayType()))
        return true;
    }
    return false;
  }

  static bool isSameBase(const Path &a, const Path &b) {
    return a.root == b.root && a.steps.size() == b.steps.size() &&
           std::equal(a.steps.begin(), a.steps.end(), b.steps.begin(),
                      [](const Step &x, const Step &y) {
                        return x.kind == y.kind && x.field == y.field;
                      });
  }

  void add(Region region) {
    if (region.changes)
      region.change = region.where;
    for (Region &known : regions_)
      if (known.behindPointer == region.behindPointer &&
          known.onlySize == region.onlySize && known.isRows == region.isRows &&
          isSameBase(known.base, region.base)) {
        known.known &= region.known;
        known.changes |= region.changes;
        if (region.changes)
          known.change = region.where;
        llvm::append_range(known.types, region.types);
        if (known.holders && region.holders)
          llvm::append_range(*known.holders, *region.holders);
        else
          known.holders = std::nullopt;
        llvm::append_range(known.indexes, region.indexes);
        llvm::append_range(known.rows, region.rows);
        llvm::append_range(known.loose, region.loose);
        return;
      }
    regions_.push_back(std::move(region));
  }

  bool isUnshared(const Region &region) const {
    return region.base.root && region.base.steps.empty() && !region.isRows &&
           unshared_.contains(region.base.root);
  }

  /// A private pointer that its class only lets point to memory of its own.
  bool ownsItsMemory(const Region &region) const {
    if (region.behindReference)
      return false;
    if (region.unique || !region.behindPointer)
      return true;
    if (region.isRows)
      return false;
    return !region.base.steps.empty() &&
           region.base.steps.back().kind == Kind::Field &&
           question_.facts.callees.ownsItsTarget(
               region.base.steps.back().field);
  }

  static bool isBehind(const Region &region) {
    return region.behindPointer || region.behindReference;
  }

  static bool isReference(const Region &region) {
    return region.base.root && region.base.steps.empty() &&
           region.base.root->getType()->isReferenceType();
  }

  /// isNamedByReference() returns true for a reference and a part of it.
  static bool isNamedByReference(const Region &region) {
    return region.base.root && region.base.root->getType()->isReferenceType() &&
           !isBehind(region) && llvm::none_of(region.base.steps, isPointer);
  }

  bool typesMeet(const Region &a, const Region &b) const {
    if (a.types.empty() || b.types.empty() || showsBytes(a) || showsBytes(b))
      return true;
    return holdersMeet(a, b) && llvm::any_of(a.types, [&](QualType x) {
             return llvm::any_of(b.types, [&](QualType y) {
               return (!a.onlySize && mayContain(x, bareType(y))) ||
                      (!b.onlySize && mayContain(y, bareType(x)));
             });
           });
  }

  /// showsBytes() returns true for a char * that is more than text: one that
  /// was made of another pointer, or may have been and is stored through.
  bool showsBytes(const Region &region) const {
    const QualType pointer = typeAt(region.base, region.base.steps.size());
    if (!region.behindPointer || region.isRows || !isRawPointer(pointer) ||
        !isBytes(bareType(pointer.getNonReferenceType()->getPointeeType())))
      return false;
    const auto *variable = region.base.steps.empty()
                               ? llvm::dyn_cast<VarDecl>(region.base.root)
                               : nullptr;
    const Expr *init = variable ? variable->getInit() : nullptr;
    return (init && init->getType()->isPointerType() && isViewOfBytes(init)) ||
           (region.changes && mayMakeViews());
  }

  bool mayMakeViews() const {
    if (!makesViews_)
      makesViews_ = makesViewsOfBytes(question_.facts.context);
    return *makesViews_;
  }

  /// mayShareBase() returns true for two classes with virtual bases: a third
  /// one may be derived from both, and have one of each base.
  static bool mayShareBase(QualType a, QualType b) {
    const CXXRecordDecl *first = bareType(a)->getAsCXXRecordDecl();
    const CXXRecordDecl *second = bareType(b)->getAsCXXRecordDecl();
    return first && second && first->hasDefinition() &&
           second->hasDefinition() && first->getNumVBases() > 0 &&
           second->getNumVBases() > 0;
  }

  /// holdersMeet() returns false if both regions have an int, but one as a
  /// field of a list's node and the other as an element of a vector.
  bool holdersMeet(const Region &a, const Region &b) const {
    return !a.holders || !b.holders ||
           llvm::any_of(*a.holders, [&](QualType x) {
             return llvm::any_of(*b.holders, [&](QualType y) {
               return mayShareBase(x, y) || mayContain(x, bareType(y)) ||
                      mayContain(y, bareType(x));
             });
           });
  }

  /// mayBeInMemoryOf() returns true if a reference may stand for what an owner
  /// points to, or a part of that.
  bool mayBeInMemoryOf(const Region &reference, const Region &owner) const {
    if (!isNamedByReference(reference) || !owner.behindPointer)
      return false;
    const QualType pointer = typeAt(owner.base, owner.base.steps.size());
    const QualType target = pointer.isNull() || !pointer->isPointerType()
                                ? firstTypeArgument(pointer.getNonReferenceType())
                                : pointer->getPointeeType();
    const QualType named = bareType(reference.base.root->getType());
    return target.isNull() || mayContain(target, named) ||
           mayContain(named, bareType(target));
  }

  bool areOfTwoOwners(const Region &a, const Region &b) const {
    return ownsItsMemory(a) && ownsItsMemory(b) && !mayBeInMemoryOf(a, b) &&
           !mayBeInMemoryOf(b, a);
  }

  void compare(const Region &changed, const Region &other) {
    const bool changesThere =
        isBehind(changed) || (other.changes && isBehind(other));
    if ((!changesThere && !(other.behindPointer && isReference(changed))) ||
        question_.isVouched(objectOf(changed)) ||
        question_.isVouched(objectOf(other)) || isUnshared(changed) ||
        isUnshared(other) || !typesMeet(changed, other))
      return;
    if (areOfTwoOwners(changed, other))
      return requireTwoOwners(changed, other);
    if (holdsElsewhere(changed, other) || holdsElsewhere(other, changed))
      return refuse(changed, other);
    const std::optional<std::string> a = text(changed);
    const std::optional<std::string> b = text(other);
    if (a && b && mayGuard(changed, other) && mayGuard(other, changed)) {
      if (!a->empty() && !b->empty())
        checks_.add("paraloop::apart(" + *a + ", " + *b + ")");
      guard(changed, *b);
      guard(other, *a);
      return;
    }
    refuse(changed, other);
  }

  /// requireTwoOwners() compares the owners of memory, of which each may be
  /// known by a reference.
  void requireTwoOwners(const Region &changed, const Region &other) {
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
  static Path ownerOf(const Region &region) {
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

  void refuse(const Region &changed, const Region &other) {
    refusals_.push_back({RefusalId::MayAlias,
                         other.where,
                         {describe(other), describe(changed)},
                         {{changed.change, "changed here"}}});
  }

  /// holdsElsewhere() returns true if a stretch doesn't tell where all of its
  /// objects' parts are.
  bool holdsElsewhere(const Region &holder, const Region &other) const {
    return holder.behindPointer && llvm::any_of(holder.types, [&](QualType x) {
             return llvm::any_of(other.types, [&](QualType y) {
               return mayHoldElsewhere(x, y);
             });
           });
  }

  /// mayGuard() returns true if the loose accesses of one region, if there are
  /// any, can be compared with the other region.
  static bool mayGuard(const Region &region, const Region &other) {
    return region.loose.empty() || (other.loose.empty() && !other.isRows);
  }

  void guard(const Region &region, const std::string &memory) {
    for (const Expr *access : region.loose) {
      auto known = llvm::find_if(
          guards_, [&](const Guard &one) { return one.access == access; });
      if (known == guards_.end())
        known = guards_.insert(guards_.end(), {access, {}});
      known->memory.push_back(memory);
    }
  }

  /// text() returns the memory of all accesses but the loose ones; an empty
  /// text if there are no others.
  std::optional<std::string> text(const Region &region) {
    const std::optional<Spelling> base = spell(region.base, false);
    const auto *root = llvm::dyn_cast_or_null<VarDecl>(region.base.root);
    const bool isElsewhere = root && !hasNameIn(root, question_.facts.function);
    if (!region.known || !base || isElsewhere)
      return std::nullopt;
    if (!region.loose.empty() && region.indexes.empty())
      return "";
    if (!base->guard.empty())
      checks_.add(base->guard);
    if (region.isRows)
      return rowsText(region, base->text);
    if (!region.behindPointer)
      return asObject(base->text);
    const std::optional<const char *> access =
        accessTo(typeAt(region.base, region.base.steps.size()));
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

  /// accessTo() returns what makes a pointer of what is like one; nothing where
  /// memory isn't in one piece, or hasn't a pointer.
  static std::optional<const char *> accessTo(QualType pointer) {
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

  /// rowsText() only takes pointers that the loop reads, because each is read
  /// when it starts.
  std::optional<std::string> rowsText(const Region &region,
                                      const std::string &base) {
    std::optional<std::string> rows;
    for (const Number &row : region.rows) {
      const std::optional<std::string> more = checks_.rowsOf(row);
      if (!more || (rows && rows != more))
        return std::nullopt;
      rows = more;
    }
    const auto places = textsOf(region.indexes);
    if (!rows || !places)
      return std::nullopt;
    std::string result = "paraloop::rows(" + base + ", " + *rows + ")";
    for (const std::string &place : *places)
      result += ".at(" + place + ")";
    return result;
  }

  static std::string describe(const Region &region) {
    return objectOf(region).describe();
  }

  static Object objectOf(const Region &region) {
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
  Frames frames_;
  PathReader reader_;
  Checks checks_;
  mutable std::optional<bool> makesViews_; ///< Looked for when it matters.
  std::vector<Region> regions_;
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
