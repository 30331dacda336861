// ReplayPart.cpp: a closure over the dependences of the body, and then the
// regions that its statements form (Regions). Each of the two may add to the
// other's input, so they take turns until nothing changes.

#include "ReplayPart.h"

#include "Regions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// JumpFinder collects the statements that may leave the one that it walks
/// over.
class JumpFinder : public RecursiveASTVisitor<JumpFinder> {
public:
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseCXXRecordDecl(CXXRecordDecl *) { return true; }
  bool VisitStmt(Stmt *statement) {
    if (llvm::isa<BreakStmt, ContinueStmt, ReturnStmt, GotoStmt>(statement))
      jumps.push_back(statement);
    return true;
  }
  std::vector<const Stmt *> jumps;
};

std::vector<const Stmt *> jumpsIn(const Stmt *statement) {
  JumpFinder finder;
  finder.TraverseStmt(const_cast<Stmt *>(statement));
  return std::move(finder.jumps);
}

class ReplayFinder {
public:
  explicit ReplayFinder(const ReplayQuestion &question)
      : question_(question), statements_(question.statements) {}

  ReplayPart run(bool withPrints) {
    part_.prints = withPrints;
    part_.objects = question_.objects;
    do {
      grew_ = false;
      spread();
      if (!grew_)
        formRegions();
    } while (grew_ && part_.refusals.empty());
    return std::move(part_);
  }

private:
  // What belongs to the replay part.

  void spread() {
    for (const Mention &mention : question_.effects.mentions)
      if (const Change *change = part_.changeOf(mention))
        addUnit(mention.expr,
                {part_.subjectOf(mention), mention.where, change->where});
    for (const Change &change : question_.effects.changes)
      for (const Object &object : change.objects)
        if (const Change *first = part_.changeOf(object))
          addUnit(change.node, {object.describe(), change.where, first->where});
    for (const DeclRefExpr *use : statements_.uses())
      if (part_.locals.contains(use->getDecl()))
        addUnit(use, units_.causes[use->getDecl()]);
    if (part_.prints)
      for (const Expr *print : question_.effects.printing)
        addUnit(print,
                {"standard output", print->getExprLoc(), print->getExprLoc()});
    for (std::size_t index = 0; index < units_.statements.size(); ++index)
      absorb(units_.statements[index]);
  }

  /// addUnit() puts the statement around `node` into the replay part.
  void addUnit(const Stmt *node, const Cause &cause) {
    if (statements_.isWithin(node, question_.leaving) ||
        statements_.isWithin(node, units_.statements))
      return;
    const Stmt *unit = statements_.unitOf(node);
    if (!unit)
      return; // The header is looked at elsewhere.
    if (llvm::isa<SwitchCase, LabelStmt>(unit) && unit == node)
      unit = statements_.unitOf(statements_.parent(unit));
    llvm::erase_if(units_.statements, [&](const Stmt *known) {
      return statements_.isWithin(known, {unit});
    });
    units_.statements.push_back(unit);
    units_.causes[unit] = cause;
    grew_ = true;
  }

  /// absorb() adds what a replayed statement draws into the replay part.
  void absorb(const Stmt *unit) {
    const Cause cause = units_.causes[unit];
    const std::vector<const Expr *> parts = question_.workerParts(unit, part_);
    const std::vector<const Stmt *> worker(parts.begin(), parts.end());
    for (const Change &change : question_.effects.changes)
      if (statements_.isWithin(change.node, {unit}) &&
          !statements_.isWithin(change.node, worker))
        for (const Object &object : change.objects)
          absorbChange(change, object, unit, cause);
    for (const Expr *print : question_.effects.printing)
      if (!part_.prints && statements_.isWithin(print, {unit}) &&
          !statements_.isWithin(print, worker))
        part_.prints = grew_ = true;
    if (const auto *declaration = llvm::dyn_cast<DeclStmt>(unit))
      for (const Decl *one : declaration->decls())
        if (const auto *variable = llvm::dyn_cast<VarDecl>(one))
          addLocal(variable, cause);
    for (const Stmt *jump : jumpsIn(unit))
      absorbJump(jump, unit, cause);
  }

  void absorbChange(const Change &change, const Object &object,
                    const Stmt *unit, const Cause &cause) {
    if (object.kind == Object::Kind::Local && object.variable) {
      if (!isDeclaredWithin(object.variable, unit) &&
          !(change.moved && isLastUse(object.variable, unit)))
        addLocal(object.variable, cause);
      return;
    }
    if (object.kind == Object::Kind::Local ||
        object.kind == Object::Kind::LocalIndirect)
      return absorbNamed(change.node, unit, cause);
    const bool isMemory = object.kind == Object::Kind::Outside ||
                          object.kind == Object::Kind::Pointee;
    if (!isMemory || question_.isLeftAlone(object) || part_.holds(object))
      return;
    part_.objects.push_back({object, &change});
    grew_ = true;
  }

  /// absorbNamed() is for a change of something that a variable of the body
  /// owns: which one isn't known, so all that are named are taken.
  void absorbNamed(const Expr *change, const Stmt *unit, const Cause &cause) {
    for (const DeclRefExpr *use : statements_.uses())
      if (statements_.isWithin(use, {change}) &&
          mayOwn(use->getDecl()->getType()) &&
          !isDeclaredWithin(use->getDecl(), unit))
        addLocal(use->getDecl(), cause);
  }

  static bool mayOwn(QualType type) {
    const CXXRecordDecl *record =
        type.getNonReferenceType()->getAsCXXRecordDecl();
    return type->isPointerType() ||
           (record && !record->isLambda() && !record->hasTrivialDestructor());
  }

  /// isLastUse() returns true if nothing of the iteration can name the variable
  /// after `unit`.
  bool isLastUse(const ValueDecl *variable, const Stmt *unit) const {
    const Stmt *owner = statements_.ownerOf(variable);
    for (const Stmt *above = statements_.parent(unit); above;
         above = statements_.parent(above))
      if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(above) &&
          statements_.isWithin(above, {question_.body}) &&
          !(owner && statements_.isWithin(owner, {above})))
        return false;
    return llvm::none_of(statements_.uses(), [&](const DeclRefExpr *use) {
      return use->getDecl() == variable && !statements_.isWithin(use, {unit}) &&
             use->getBeginLoc() > unit->getBeginLoc();
    });
  }

  bool isDeclaredWithin(const ValueDecl *variable, const Stmt *unit) const {
    const Stmt *owner = statements_.ownerOf(variable);
    if (!owner) // A parameter of a lambda; or the variable of the loop.
      return llvm::isa<ParmVarDecl>(variable);
    const bool outlivesUnit = owner == unit && llvm::isa<DeclStmt>(owner);
    return !outlivesUnit && statements_.isWithin(owner, {unit});
  }

  /// addLocal() makes a variable of the body one that only the parent knows.
  void addLocal(const ValueDecl *variable, const Cause &cause) {
    if (!part_.locals.insert(variable).second)
      return;
    grew_ = true;
    units_.causes[variable] = cause;
    if (const auto *group = llvm::dyn_cast<DecompositionDecl>(variable))
      for (const BindingDecl *binding : group->bindings())
        addLocal(binding, cause);
    const Stmt *owner = statements_.ownerOf(variable);
    if (!owner || !statements_.isWithin(owner, {question_.body}))
      return refuse(RefusalId::ValueFlowsBack, cause.read,
                    {cause.subject, variable->getNameAsString()}, cause.change);
    addUnit(owner, cause);
  }

  /// Where a condition of the replay part decides about a jump, what the jump
  /// skips depends on it, too.
  void absorbJump(const Stmt *jump, const Stmt *unit, const Cause &cause) {
    if (llvm::isa<GotoStmt, ReturnStmt>(jump))
      return refuseExit(jump, cause);
    const Stmt *target = statements_.targetOf(jump);
    if (target && statements_.isWithin(target, {unit}))
      return;
    if (llvm::isa<BreakStmt>(jump))
      return target ? addUnit(target, cause) : refuseExit(jump, cause);
    units_.skipsRest.insert(unit);
    part_.skips.insert(jump);
    const Stmt *body = bodyOfLoop(target);
    if (unit == body)
      return;
    for (const Stmt *above = unit; above && above != body;
         above = statements_.parent(above))
      if (statements_.parent(above) == body && above != unit)
        addWhole(above, cause);
  }

  const Stmt *bodyOfLoop(const Stmt *loop) const {
    if (!loop)
      return question_.body;
    if (const auto *counted = llvm::dyn_cast<ForStmt>(loop))
      return counted->getBody();
    if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(loop))
      return range->getBody();
    if (const auto *tested = llvm::dyn_cast<WhileStmt>(loop))
      return tested->getBody();
    return llvm::cast<DoStmt>(loop)->getBody();
  }

  /// addWhole() puts a statement of a block as a whole into the replay part.
  void addWhole(const Stmt *statement, const Cause &cause) {
    if (llvm::is_contained(units_.statements, statement) ||
        statements_.isWithin(statement, units_.statements))
      return;
    if (llvm::isa<SwitchCase, LabelStmt>(statement))
      return addUnit(statements_.parent(statement), cause);
    llvm::erase_if(units_.statements, [&](const Stmt *known) {
      return statements_.isWithin(known, {statement});
    });
    units_.statements.push_back(statement);
    units_.causes[statement] = cause;
    grew_ = true;
  }

  void refuse(RefusalId id, SourceLocation where,
              std::vector<std::string> subjects, SourceLocation changed) {
    part_.refusals.push_back(
        {id, where, std::move(subjects), {{changed, "changed here"}}});
  }

  void refuseExit(const Stmt *jump, const Cause &cause) {
    refuse(RefusalId::Carried, cause.read, {cause.subject}, cause.change);
    part_.refusals.back().notes.push_back(
        {jump->getBeginLoc(), "whether the iterations go on depends on it"});
  }

  /// formRegions() makes updates of the units, unless that takes more
  /// statements along.
  void formRegions() {
    Regions formed = paraloop::formRegions(question_, part_, units_);
    for (const auto &[statement, cause] : formed.drawn)
      addWhole(statement, cause);
    for (const ValueDecl *local : formed.bound)
      grew_ |= part_.bound.insert(local).second;
    for (const ValueDecl *local : formed.unbound) {
      part_.bound.erase(local);
      grew_ |= part_.unbound.insert(local).second;
    }
    if (!grew_)
      part_.regions = std::move(formed.regions);
  }

  const ReplayQuestion &question_;
  const Statements &statements_;
  ReplayPart part_;
  ReplayUnits units_;
  bool grew_ = false;
};

} // namespace

const Change *ReplayPart::changeOf(const Object &object) const {
  for (const ReplayedObject &known : objects)
    if (overlaps(known.object, object))
      return known.change;
  return nullptr;
}

const Change *ReplayPart::changeOf(const Mention &mention) const {
  const ReplayedObject *touched = touchedBy(mention);
  return touched ? touched->change : nullptr;
}

std::string ReplayPart::subjectOf(const Mention &mention) const {
  const ReplayedObject *touched = touchedBy(mention);
  return touched && !overlaps(touched->object, mention.object)
             ? touched->object.describe()
             : mention.object.describe();
}

const ReplayedObject *ReplayPart::touchedBy(const Mention &mention) const {
  const auto found = llvm::find_if(objects, [&](const ReplayedObject &known) {
    return mayTouch(mention, known.object);
  });
  return found == objects.end() ? nullptr : &*found;
}

ReplayPart findReplayPart(const ReplayQuestion &question, bool withPrints) {
  return ReplayFinder(question).run(withPrints);
}

} // namespace paraloop
