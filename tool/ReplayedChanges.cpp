// ReplayedChanges.cpp: one change after the other, by the kind of its object.

#include "ReplayedChanges.h"

#include "HiddenState.h"
#include "PathTypes.h"
#include "StandardTypes.h"
#include "Subscripts.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

class ChangeJudge {
public:
  ChangeJudge(const ReplayedChangesQuestion &question, Refusals &refusals)
      : question_(question), facts_(question.facts), refusals_(refusals) {}

  std::vector<ReplayedObject> run() {
    for (const Change &change : facts_.effects.changes)
      for (const Object &object : change.objects)
        judge(change, object);
    return std::move(replayed_);
  }

private:
  void judge(const Change &change, const Object &object) {
    if (question_.isIgnored(object) || object.kind == Object::Kind::Stream ||
        isOfBody(object))
      return;
    if (object.kind == Object::Kind::LocalIndirect) {
      if (!change.bySystem)
        refuseUnknownTarget(change);
      return;
    }
    if (!facts_.statements.isWithin(change.node, {facts_.shape.body}))
      return judgeStep(change, object);
    if (object.kind == Object::Kind::Local)
      return judgeLoopVariable(change, object);
    if (question_.isTreatedElsewhere(object))
      return;
    if (std::string why = whyHidden(object); !why.empty())
      return refusals_.add({RefusalId::HiddenState,
                            change.where,
                            {object.describe(), std::move(why)}});
    if (object.kind == Object::Kind::Unknown)
      return refuseUnknownTarget(change);
    if (object.kind == Object::Kind::Pointee &&
        !isFilePointer(typeOf(object)) && !isBehindFixedPointer(object))
      return refusePointer(change, object);
    replayed_.push_back({object, &change});
  }

  /// What the body declares, but not what the header does.
  bool isOfBody(const Object &object) const {
    return object.kind == Object::Kind::Local &&
           (!object.variable || object.variable != facts_.shape.variable) &&
           !facts_.shape.owns(object.variable);
  }

  /// What the header changes beside the variables that it steps.
  void judgeStep(const Change &change, const Object &object) {
    if (object.kind == Object::Kind::Local ||
        refusals_.isAbout(object.describe()))
      return;
    const QualType type =
        object.variable ? object.variable->getType() : QualType();
    if (isInputStream(type) || isFilePointer(typeOf(object)))
      return refusals_.add(
          {RefusalId::HiddenState,
           change.where,
           {object.describe(),
            "is read here, and all iterations share its position"}});
    refusals_.add({RefusalId::LoopHeader,
                   change.where,
                   {"it changes " + (object.kind == Object::Kind::Unknown
                                         ? "an unknown object"
                                         : "'" + object.describe() + "'")}});
  }

  void judgeLoopVariable(const Change &change, const Object &object) {
    const bool ownCopy =
        facts_.shape.header.kind == Header::Kind::Elements &&
        !facts_.shape.owns(
            object.variable); // for (auto x : range) { x = ...; }
    if (!ownCopy)
      refusals_.add({RefusalId::LoopVariableChanged,
                     change.node->getExprLoc(),
                     {object.variable->getNameAsString()}});
  }

  void refuseUnknownTarget(const Change &change) {
    std::vector<Note> notes;
    if (!change.callee.empty())
      notes.push_back(
          {change.where, "'" + change.callee + "' changes it here"});
    refusals_.add({RefusalId::UnknownTarget,
                   change.node->getExprLoc(),
                   {},
                   std::move(notes)});
  }

  void refusePointer(const Change &change, const Object &object) {
    if (!change.callee.empty())
      return refusals_.add({RefusalId::CalleeChanges,
                            change.node->getExprLoc(),
                            {object.describe(), change.callee},
                            {{change.where, "changed here"}}});
    refusals_.add({RefusalId::PointerChange,
                   change.where,
                   {object.describe()},
                   whereTheyMeet(object)});
  }

  /// isBehindFixedPointer() returns true for what one pointer from outside
  /// refers to while the loop runs: the parent reaches it by the same name.
  /// What else may be the same memory is compared when the loop starts, which
  /// needs the numbers of the iterations.
  bool isBehindFixedPointer(const Object &object) const {
    if (object.indirect || !facts_.shape.isNumbered())
      return false;
    Object pointer = object;
    pointer.kind = Object::Kind::Outside;
    pointer.path.clear();
    std::size_t pointers = 0;
    if (object.variable && leadsOn(object.variable->getType()))
      ++pointers;
    for (const FieldDecl *field : object.path) {
      if (field->getType()->isReferenceType())
        return false;
      if (pointers == 0)
        pointer.path.push_back(field);
      pointers += leadsOn(field->getType());
    }
    return pointers == 1 && !isChanged(pointer) && !isHandedOn(pointer);
  }

  /// isHandedOn() returns true if the loop's header makes a cursor of the
  /// pointer.
  bool isHandedOn(const Object &pointer) const {
    return llvm::any_of(facts_.effects.mentions, [&](const Mention &mention) {
      const bool follows = (mention.throughAlias || facts_.shape.list) &&
                           mention.object.variable == pointer.variable;
      return (follows || overlaps(mention.object, pointer)) &&
             !mention.onlyPointer &&
             !facts_.statements.isWithin(mention.expr, {facts_.shape.body});
    });
  }

  /// leadsOn() returns true for a pointer, and for a container of pointers.
  static bool leadsOn(QualType type) {
    type = type.getNonReferenceType();
    return isPointer(type) || (isIndexable(type) && type->isRecordType() &&
                               isPointer(firstTypeArgument(type)));
  }

  static bool isPointer(QualType type) {
    type = type.getNonReferenceType();
    return type->isPointerType() || isSmartPointer(type);
  }

  bool isChanged(const Object &object) const {
    return llvm::any_of(facts_.effects.changes, [&](const Change &change) {
      return llvm::any_of(change.objects, [&](const Object &changed) {
        return overlaps(changed, object);
      });
    });
  }

  /// whereTheyMeet() shows where iterations may touch the same element.
  std::vector<Note> whereTheyMeet(const Object &object) const {
    const auto outcome = ownElements(facts_, object);
    const auto *shared = std::get_if<SharedElement>(&outcome);
    if (!shared || shared->other.isInvalid())
      return {};
    return {{shared->other, std::string("another iteration may ") +
                                (shared->otherChanges ? "change" : "read") +
                                " the same element here"}};
  }

  const ReplayedChangesQuestion &question_;
  const LoopFacts &facts_;
  Refusals &refusals_;
  std::vector<ReplayedObject> replayed_;
};

} // namespace

std::vector<ReplayedObject>
findReplayedChanges(const ReplayedChangesQuestion &question,
                    Refusals &refusals) {
  return ChangeJudge(question, refusals).run();
}

} // namespace paraloop
