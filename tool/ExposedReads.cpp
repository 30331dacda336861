// ExposedReads.cpp: three facts for each part of the object: all its elements
// were assigned, their number was, and the text in front was. One more for each
// loop that assigns the elements between two bounds; it ends where the bounds
// change.

#include "ExposedReads.h"

#include "Fills.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "WholeObjects.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool isPrefix(const Object &outer, const Object &inner) {
  return outer.path.size() <= inner.path.size() &&
         std::equal(outer.path.begin(), outer.path.end(), inner.path.begin());
}

bool isSame(const Object &a, const Object &b) {
  return a.kind == b.kind && a.variable == b.variable && a.path == b.path;
}

/// isResizable() returns true for a class of the library that may hold more or
/// fewer elements at another time.
bool isResizable(const Object &object) {
  const QualType type = typeOf(object);
  const CXXRecordDecl *record =
      type.isNull() ? nullptr
                    : type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && isStandard(record) && record->getName() != "array";
}

class ExposureFinder {
public:
  ExposureFinder(llvm::ArrayRef<Object> objects, const AccessContext &context,
                 const ControlFlow &flow, bool extentsStay)
      : objects_(objects), context_(context), flow_(flow),
        extentsStay_(extentsStay), accesses_(accessesOf(objects, context)),
        ranges_(context, context.ast) {
    for (const Object &object : objects)
      addPart(object);
    if (parts_.size() == 1 && storesElements())
      fills_ = findFills(objects.front(), context, context.ast);
    for (const Access &access : accesses_)
      addPart(access.object);
  }

  ExposedReads run(const CFGBlock *start) {
    AssignmentFlow assigned(flow_, facts());
    for (const Access &access : accesses_)
      establish(access, assigned);
    for (unsigned fill = 0; fill < fills_.size(); ++fill)
      establish(fill, assigned);
    assigned.run(start, initial());
    ExposedReads found;
    for (const Access &access : accesses_)
      if (!isCovered(access, assigned))
        found.reads.push_back(access);
    if (!fills_.empty())
      found.filled = fills_.front().loop->getBeginLoc();
    found.assignsPartly = llvm::any_of(accesses_, [](const Access &access) {
      return access.kind == Access::Kind::AssignText ||
             access.kind == Access::Kind::AssignIfTrue;
    });
    const Facts atEnd = assigned.atEnd();
    found.assignsAll = isAssigned(objects_.front(), atEnd);
    found.assignsExtent = atEnd.test(extent(partOf(objects_.front())));
    return found;
  }

private:
  static unsigned elements(unsigned part) { return 3 * part; }
  static unsigned extent(unsigned part) { return 3 * part + 1; }
  static unsigned text(unsigned part) { return 3 * part + 2; }

  unsigned filled(unsigned fill) const { return 3 * parts_.size() + fill; }
  unsigned facts() const { return filled(fills_.size()); }

  bool storesElements() const {
    return llvm::any_of(context_.effects.changes, [&](const Change &change) {
      return isElementStore(change) &&
             llvm::any_of(change.objects, [&](const Object &object) {
               return overlaps(object, objects_.front());
             });
    });
  }

  void addPart(const Object &object) {
    if (llvm::none_of(
            parts_, [&](const Object &known) { return isSame(known, object); }))
      parts_.push_back(object);
  }

  unsigned partOf(const Object &object) const {
    return llvm::find_if(
               parts_,
               [&](const Object &known) { return isSame(known, object); }) -
           parts_.begin();
  }

  /// The number of elements is known from the start where nothing changes it.
  Facts initial() const {
    Facts facts(this->facts());
    for (unsigned part = 0; part < parts_.size(); ++part)
      if (!isResizable(parts_[part]) ||
          (extentsStay_ && !isResized(parts_[part])))
        facts.set(extent(part));
    return facts;
  }

  bool isResized(const Object &part) const {
    return llvm::any_of(context_.effects.changes, [&](const Change &change) {
      return !isElementStore(change) && !isByIterators(change) &&
             llvm::any_of(change.objects, [&](const Object &object) {
               return overlaps(object, part);
             });
    });
  }

  /// An algorithm that is only handed iterators, and no inserter, can't resize
  /// anything.
  static bool isByIterators(const Change &change) {
    const auto *call = llvm::dyn_cast<CallExpr>(change.node);
    const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
    return callee && isStandard(callee) && !llvm::isa<CXXMethodDecl>(callee) &&
           !callee->isOverloadedOperator() && call->getNumArgs() > 0 &&
           isPointerLike(call->getArg(0)->getType()) &&
           llvm::all_of(call->arguments(), [](const Expr *argument) {
             const QualType type = argument->getType();
             const CXXRecordDecl *record = type->getAsCXXRecordDecl();
             if (!record || !isStandard(record))
               return true;
             return isPointerLike(type) && record->getIdentifier() &&
                    !record->getName().contains("insert") &&
                    record->getName() != "reference_wrapper";
           });
  }

  void establish(const Access &access, AssignmentFlow &assigned) const {
    const Stmt *place = flow_.placeOf(access.at, context_.statements);
    if (!place)
      return;
    if (access.kind == Access::Kind::StoreElement) // Maybe over the NUL.
      for (unsigned part = 0; part < parts_.size(); ++part)
        assigned.end(place, text(part));
    const bool all = access.kind == Access::Kind::Assign && !isArray();
    const bool allElements = all || access.kind == Access::Kind::AssignElements;
    const bool hasText = allElements || access.kind == Access::Kind::AssignText;
    for (unsigned part = 0; part < parts_.size(); ++part) {
      if (!isPrefix(access.object, parts_[part]))
        continue;
      if (allElements)
        assigned.establish(place, elements(part));
      if (hasText)
        assigned.establish(place, text(part));
      if (access.kind == Access::Kind::AssignIfTrue)
        for (const unsigned fact : {elements(part), extent(part), text(part)})
          assigned.establishIf(access.at, fact);
      if (all || access.kind == Access::Kind::AssignExtent)
        assigned.establish(place, extent(part));
    }
  }

  void establish(unsigned index, AssignmentFlow &assigned) const {
    const Fill &fill = fills_[index];
    assigned.establishBehind(fill.loop, filled(index));
    if (fill.all)
      for (unsigned part = 0; part < parts_.size(); ++part)
        if (isPrefix(fill.object, parts_[part]))
          assigned.establishBehind(fill.loop, elements(part));
    for (const Interval &values : fill.elements)
      for (const Bound &end : {values.first, values.last})
        if (end.symbol)
          for (const Stmt *change : ranges_.placesOfChange(end.symbol))
            if (const Stmt *place = flow_.placeOf(change, context_.statements))
              assigned.end(place, filled(index));
  }

  /// A pointer that is used as an array: `*p` is only its first element.
  bool isArray() const {
    return llvm::any_of(accesses_, [](const Access &access) {
      return access.object.kind == Object::Kind::Pointee &&
             !access.subscripts.empty();
    });
  }

  bool isCovered(const Access &access, const AssignmentFlow &assigned) const {
    if (access.kind == Access::Kind::Assign ||
        access.kind == Access::Kind::AssignElements ||
        access.kind == Access::Kind::AssignText ||
        access.kind == Access::Kind::AssignIfTrue ||
        access.kind == Access::Kind::AssignExtent)
      return true;
    if (access.kind == Access::Kind::ReadHistory)
      return false;
    const Stmt *place = flow_.placeOf(access.at, context_.statements);
    if (!place)
      return false;
    if (!assigned.isReached(place))
      return true;
    const Facts &facts = assigned.before(place);
    if (access.kind == Access::Kind::ReadText)
      return holds(access.object, facts, &ExposureFinder::text);
    const bool needsElements = access.kind == Access::Kind::Read ||
                               access.kind == Access::Kind::ReadElement;
    return holds(access.object, facts, &ExposureFinder::extent) &&
           (!needsElements ||
            holds(access.object, facts, &ExposureFinder::elements) ||
            isFilled(access, facts));
  }

  bool isFilled(const Access &access, const Facts &facts) const {
    for (unsigned fill = 0; fill < fills_.size(); ++fill)
      if (facts.test(filled(fill)) && covers(fills_[fill], access, ranges_))
        return true;
    return false;
  }

  /// holds() returns true if a fact is known of every changed object that the
  /// part has something in common with.
  bool holds(const Object &part, const Facts &facts,
             unsigned (*fact)(unsigned)) const {
    return llvm::all_of(objects_, [&](const Object &changed) {
      if (!overlaps(changed, part))
        return true;
      return facts.test(fact(partOf(isPrefix(part, changed) ? changed : part)));
    });
  }

  /// isAssigned() returns true for an object that was assigned as a whole, or
  /// field by field.
  bool isAssigned(const Object &object, const Facts &facts) const {
    const unsigned part = partOf(object);
    if (part < parts_.size() && facts.test(elements(part)))
      return true;
    const CXXRecordDecl *record = classOf(object);
    return record && llvm::all_of(record->fields(), [&](const auto *field) {
             Object inside = object;
             inside.path.push_back(field);
             return isAssigned(inside, facts) && hasExtent(inside, facts);
           });
  }

  bool hasExtent(const Object &object, const Facts &facts) const {
    const unsigned part = partOf(object);
    return !isResizable(object) ||
           (part < parts_.size() && facts.test(extent(part)));
  }

  /// classOf() returns the class of an object whose fields are all that it
  /// consists of; or null.
  const CXXRecordDecl *classOf(const Object &object) const {
    const QualType type = typeOf(object);
    const CXXRecordDecl *record =
        object.kind != Object::Kind::Outside      ? nullptr
        : !object.variable && object.path.empty() ? context_.self
        : type.isNull()                           ? nullptr
                        : type.getNonReferenceType()->getAsCXXRecordDecl();
    record = record ? record->getDefinition() : nullptr;
    return record && !isStandard(record) && !record->isUnion() &&
                   record->getNumBases() == 0 && !record->field_empty()
               ? record
               : nullptr;
  }

  llvm::ArrayRef<Object> objects_;
  const AccessContext &context_;
  const ControlFlow &flow_;
  const bool extentsStay_;
  std::vector<Access> accesses_;
  LoopRanges ranges_;
  std::vector<Object> parts_;
  std::vector<Fill> fills_;
};

} // namespace

ExposedReads findExposedReads(llvm::ArrayRef<Object> objects,
                              const AccessContext &context,
                              const ControlFlow &flow, const CFGBlock *start,
                              bool extentsStay) {
  return ExposureFinder(objects, context, flow, extentsStay).run(start);
}

} // namespace paraloop
