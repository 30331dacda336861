// MemoryRegions.cpp: accesses -> paths -> the part of a path that is the same
// for all iterations.

#include "MemoryRegions.h"

#include "ElementAccesses.h"
#include "Frames.h"
#include "PathTypes.h"
#include "SourceText.h"
#include "StandardTypes.h"
#include "TypeContainment.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

using Kind = Step::Kind;

class Collector {
public:
  explicit Collector(const RegionQuestion &question)
      : facts_(question.facts), reader_(question.reader),
        frames_(question.frames), isOwnTarget_(question.isOwnTarget) {}

  std::vector<MemoryRegion> collect() {
    llvm::SmallVector<const ValueDecl *, 8> roots;
    for (const Mention &mention : facts_.effects.mentions)
      if (mention.object.kind != Object::Kind::Stream &&
          !llvm::is_contained(roots, mention.object.variable))
        roots.push_back(mention.object.variable);
    for (const ValueDecl *root : roots)
      addRegions(root);
    return std::move(regions_);
  }

private:
  void addRegions(const ValueDecl *root) {
    AccessFinder finder(root, reader_, frames_, facts_.callees);
    for (ElementAccess &access : finder.find()) {
      MemoryRegion region = !access.path ? anywhere(root)
                            : isOfOwners(*access.path) && isChangedBehind(root)
                                ? ownedBehind(*access.path)
                                : regionOf(*access.path);
      // How large the object of a derived class is, nobody knows.
      if (access.path && region.behindPointer && fieldOfDerived(*access.path))
        region.known = false;
      if (access.path && isLoose(access)) {
        region.known = true;
        region.loose.push_back(access.place);
      }
      if (llvm::any_of(region.types, isOfSystem))
        continue;
      addReferred(region);
      if (access.path)
        region.holders = holdersOf(*access.path);
      region.where = access.where;
      region.onlySize = access.onlySize;
      if (region.isRows && !region.unique && access.path)
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

  /// isOfOwners() returns true for what std::unique_ptrs own that are elements
  /// of a container: `owned[i]->x`.
  static bool isOfOwners(const Path &path) {
    const auto element = llvm::find_if(path.steps, [](const Step &step) {
      return step.kind == Kind::Element;
    });
    return element != path.steps.end() &&
           std::next(element) != path.steps.end() &&
           std::next(element)->kind == Kind::Own &&
           std::none_of(path.steps.begin(), element, isPointer) &&
           std::none_of(std::next(element, 2), path.steps.end(), isPointer);
  }

  /// ownedBehind() is all that these own. EXPECTS: isOfOwners().
  static MemoryRegion ownedBehind(const Path &path) {
    MemoryRegion region;
    region.behindPointer = region.isRows = region.unique = true;
    region.known = false;
    region.base = path;
    region.base.steps.erase(llvm::find_if(region.base.steps,
                                          [](const Step &step) {
                                            return step.kind == Kind::Element;
                                          }),
                            region.base.steps.end());
    if (const QualType type = typeOfLast(path); !type.isNull())
      region.types.push_back(type);
    return region;
  }

  /// endsInPart() returns true for a part of a tuple: it may be a reference.
  static bool endsInPart(const Path &path) {
    const auto part =
        std::find_if(path.steps.rbegin(), path.steps.rend(),
                     [](const Step &step) { return step.kind == Kind::Part; });
    return part != path.steps.rend() &&
           std::none_of(path.steps.rbegin(), part, isPointer);
  }

  /// addHeldBy() adds what the pointers refer to that an object holds.
  void addHeldBy(const MemoryRegion &holder) {
    MemoryRegion region = holder;
    region.known = region.onlySize = false;
    region.loose.clear();
    region.changes = isChangedBehind(holder.base.root);
    if (toHeldPointers(region))
      add(std::move(region));
  }

  /// typeOfLast() returns the type of what a path leads to: raw memory for
  /// bytes in which objects are made.
  static QualType typeOfLast(const Path &path) {
    const auto storage = llvm::find_if(path.steps, [](const Step &step) {
      return step.kind == Kind::Field && isStorage(step.field);
    });
    return storage == path.steps.end()
               ? typeAt(path, path.steps.size())
               : QualType(storage->field->getASTContext().UnsignedCharTy);
  }

  /// holdersOf() returns the type of the variable that a path begins with, or
  /// of what its last pointer points to. Raw memory may hold anything.
  static std::optional<std::vector<QualType>> holdersOf(const Path &path) {
    const auto last =
        std::find_if(path.steps.rbegin(), path.steps.rend(), isPointer);
    const QualType holder = classWithField(
        typeAt(path, path.steps.rend() - last), last.base(), path.steps.end());
    const QualType part = typeOfLast(path);
    if (holder.isNull() || part.isNull() ||
        isRawMemory(part.getNonReferenceType()) ||
        !mayContain(holder, bareType(part))) // A link wasn't understood.
      return std::nullopt;
    return std::vector<QualType>{holder};
  }

  /// classWithField() returns the holder's class, or the one derived from it
  /// that has the first field of the steps: an overrider knows it. Null for a
  /// class that is neither.
  static QualType classWithField(QualType holder,
                                 std::vector<Step>::const_iterator at,
                                 std::vector<Step>::const_iterator end) {
    if (holder.isNull())
      return holder;
    at = std::find_if(
        at, end, [](const Step &step) { return step.kind == Kind::Field; });
    const CXXRecordDecl *record = bareType(holder)->getAsCXXRecordDecl();
    const auto *owner =
        at == end ? nullptr
                  : llvm::dyn_cast<CXXRecordDecl>(at->field->getParent());
    if (!record || !owner || !record->hasDefinition() ||
        !owner->hasDefinition() ||
        record->getCanonicalDecl() == owner->getCanonicalDecl() ||
        record->isDerivedFrom(owner))
      return holder;
    return owner->isDerivedFrom(record)
               ? owner->getASTContext().getRecordType(owner)
               : QualType(); // Of another base of the derived class.
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
           (!access.changes || isOwnTarget_(place));
  }

  /// Of other types a part may lie elsewhere.
  bool isGuardable(const Expr *place) const {
    const ASTContext &context = facts_.context;
    return !place->refersToBitField() && !place->refersToVectorElement() &&
           place->getType().isTriviallyCopyableType(context) &&
           facts_.statements.seesIteration(place) &&
           textRange(place->getSourceRange(), context).has_value();
  }

  /// isChangedBehind() returns true if the loop changes what the variable, or a
  /// part of it, points to: where the pointer goes out of sight, as in
  /// `(c ? p : q)->x = 1`, that may be by any of its uses.
  bool isChangedBehind(const ValueDecl *root) const {
    return llvm::any_of(facts_.effects.changes, [&](const Change &change) {
      return llvm::any_of(change.objects, [&](const Object &object) {
        return object.kind == Object::Kind::Pointee && object.variable == root;
      });
    });
  }

  /// addPointers() notes that the pointers to rows are read.
  void addPointers(const Path &path, SourceLocation where) {
    Path pointers = path;
    const auto last =
        std::find_if(path.steps.rbegin(), path.steps.rend(), isPointer);
    pointers.steps.resize(path.steps.rend() - last - 1);
    MemoryRegion region = regionOf(pointers);
    region.holders = holdersOf(pointers);
    region.where = where;
    region.onlyPointers = true;
    add(std::move(region));
  }

  /// anywhere() is what can't be told more exactly than by its variable.
  static MemoryRegion anywhere(const ValueDecl *root) {
    MemoryRegion region;
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
  static void addReferred(MemoryRegion &region) {
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
  static void lookElsewhere(MemoryRegion &region) {
    if (!region.behindPointer && !region.known && region.base.root)
      toHeldPointers(region);
  }

  /// toHeldPointers() makes a region of what the variable's pointers refer to.
  /// Returns false if it has none.
  static bool toHeldPointers(MemoryRegion &region) {
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
  static MemoryRegion regionOf(const Path &path) {
    MemoryRegion region;
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
    if (llvm::any_of(llvm::drop_begin(path.steps, at), isPointer)) {
      const bool isOfPointer = region.behindPointer && at == cut + 1;
      return rowsOf(path, isOfPointer ? cut : at, at);
    }
    region.base = path;
    region.base.steps.resize(region.behindPointer ? cut : at);
    region.behindReference =
        !region.behindPointer && llvm::any_of(region.base.steps, isPointer);
    if (const QualType type = typeOfLast(path); !type.isNull())
      region.types.push_back(type);
    if (!region.behindPointer) {
      addPart(region, path, at);
      return region;
    }
    const Step &element = path.steps[cut + 1];
    if (element.index)
      region.indexes.push_back(*element.index);
    region.known =
        region.known && element.index && !entersContainer(path, cut + 2);
    return region;
  }

  /// addPart() notes what of the element at `at` is accessed.
  static void addPart(MemoryRegion &region, const Path &path, std::size_t at) {
    const auto isField = [](const Step &step) {
      return step.kind == Kind::Field;
    };
    const auto first =
        std::find_if(path.steps.begin() + at, path.steps.end(), isField);
    const auto last = std::find_if_not(first, path.steps.end(), isField);
    region.ofPart = first != path.steps.end();
    region.inPart = entersContainer(path, first - path.steps.begin());
    if (!region.ofPart)
      return;
    std::vector<const FieldDecl *> fields;
    for (auto step = first; step != last; ++step)
      fields.push_back(step->field);
    region.parts.push_back(std::move(fields));
    region.deepParts =
        first != path.steps.begin() + at + 1 || isMap(typeAt(path, at)) ||
        std::any_of(last, path.steps.end(), [](const Step &step) {
          return step.kind != Kind::Element;
        });
  }

  /// rowsOf() reads `base[i][j].x`, with the element at `at`, and a base of
  /// `length` links; what is behind other pointers has no known extent.
  static MemoryRegion rowsOf(const Path &path, std::size_t length,
                             std::size_t at) {
    MemoryRegion region;
    region.behindPointer = region.isRows = true;
    region.base = path;
    region.base.steps.resize(length);
    if (const QualType type = typeOfLast(path); !type.isNull())
      region.types.push_back(type);
    region.unique =
        llvm::all_of(llvm::drop_begin(path.steps, at), [](const Step &step) {
          return !isPointer(step) || step.kind == Kind::Own;
        });
    const std::optional<std::size_t> pointer = rowPointerIn(path, at);
    region.known =
        pointer && path.steps[*pointer + 1].index &&
        llvm::none_of(llvm::drop_begin(path.steps, *pointer + 1), isPointer) &&
        !entersContainer(path, *pointer + 2);
    if (!region.known)
      return region;
    region.indexes.push_back(*path.steps[*pointer + 1].index);
    region.allRows =
        !path.steps[at].index || !isIndexable(typeAt(path, length));
    if (!region.allRows)
      region.rows.push_back(*path.steps[at].index);
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

  void add(MemoryRegion region) {
    if (region.changes)
      region.change = region.where;
    for (MemoryRegion &known : regions_)
      if (known.behindPointer == region.behindPointer &&
          known.onlySize == region.onlySize && known.isRows == region.isRows &&
          known.onlyPointers == region.onlyPointers &&
          isSameBase(known.base, region.base)) {
        known.known &= region.known;
        known.unique &= region.unique;
        known.changes |= region.changes;
        known.allRows |= region.allRows;
        known.unique &= region.unique;
        known.ofPart |= region.ofPart;
        known.inPart |= region.inPart;
        llvm::append_range(known.parts, region.parts);
        known.deepParts |= region.deepParts;
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

  const LoopFacts &facts_;
  PathReader &reader_;
  Frames &frames_;
  const std::function<bool(const Expr *)> &isOwnTarget_;
  std::vector<MemoryRegion> regions_;
};

} // namespace

std::vector<MemoryRegion> memoryRegions(const RegionQuestion &question) {
  return Collector(question).collect();
}

} // namespace paraloop
