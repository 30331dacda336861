// ReplayPart.cpp: a closure over the dependences of the body, and then the
// regions that its statements form. Each of the two may add to the other's
// input, so they take turns until nothing changes.

#include "ReplayPart.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

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
      if (const Change *change = part_.changeOf(mention.object))
        addUnit(mention.expr,
                {mention.object.describe(), mention.where, change->where});
    for (const Change &change : question_.effects.changes)
      for (const Object &object : change.objects)
        if (const Change *first = part_.changeOf(object))
          addUnit(change.node, {object.describe(), change.where, first->where});
    for (const DeclRefExpr *use : statements_.uses())
      if (part_.locals.contains(use->getDecl()))
        addUnit(use, causes_[use->getDecl()]);
    if (part_.prints)
      for (const Expr *print : question_.effects.printing)
        addUnit(print,
                {"standard output", print->getExprLoc(), print->getExprLoc()});
    for (std::size_t index = 0; index < units_.size(); ++index)
      absorb(units_[index]);
  }

  /// addUnit() puts the statement around `node` into the replay part.
  void addUnit(const Stmt *node, const Cause &cause) {
    if (statements_.isWithin(node, question_.leaving) ||
        statements_.isWithin(node, units_))
      return;
    const Stmt *unit = statements_.unitOf(node);
    if (!unit)
      return; // The header is looked at elsewhere.
    if (llvm::isa<SwitchCase, LabelStmt>(unit) && unit == node)
      unit = statements_.unitOf(statements_.parent(unit));
    llvm::erase_if(units_, [&](const Stmt *known) {
      return statements_.isWithin(known, {unit});
    });
    units_.push_back(unit);
    causes_[unit] = cause;
    grew_ = true;
  }

  /// absorb() adds what a replayed statement draws into the replay part.
  void absorb(const Stmt *unit) {
    const Cause cause = causes_[unit];
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
    causes_[variable] = cause;
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
    skipsRest_.insert(unit);
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
    if (llvm::is_contained(units_, statement) ||
        statements_.isWithin(statement, units_))
      return;
    if (llvm::isa<SwitchCase, LabelStmt>(statement))
      return addUnit(statements_.parent(statement), cause);
    llvm::erase_if(units_, [&](const Stmt *known) {
      return statements_.isWithin(known, {statement});
    });
    units_.push_back(statement);
    causes_[statement] = cause;
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

  // Which statements have to stay together.

  /// Span is a stretch of a block whose replayed statements become one update.
  struct Span {
    std::size_t first;
    std::size_t last;
  };

  void formRegions() {
    llvm::MapVector<const CompoundStmt *, std::vector<Span>> spans;
    for (const ValueDecl *local : part_.locals)
      if (const auto *home = llvm::dyn_cast_or_null<CompoundStmt>(
              blockOf(statements_.ownerOf(local))))
        addSpanOfLocal(local, home, spans);
    for (const Stmt *unit : skipsRest_)
      if (const auto *home =
              llvm::dyn_cast_or_null<CompoundStmt>(statements_.parent(unit));
          home && llvm::is_contained(units_, unit))
        spans[home].push_back({indexOf(home, unit), home->size() - 1});
    for (auto &[block, ofBlock] : spans)
      mergeSpans(ofBlock);
    for (auto &[block, ofBlock] : spans)
      for (const Span &span : ofBlock)
        closeSpan(block, span);
    if (!grew_)
      writeRegions(spans);
  }

  const Stmt *blockOf(const Stmt *owner) const {
    return owner ? statements_.parent(owner) : nullptr;
  }

  static std::size_t indexOf(const CompoundStmt *block, const Stmt *child) {
    return static_cast<std::size_t>(
        std::distance(block->body_begin(),
                      llvm::find(block->body(), const_cast<Stmt *>(child))));
  }

  /// childOf() returns the statement of `block` that holds `node`; null if the
  /// node lies elsewhere.
  const Stmt *childOf(const CompoundStmt *block, const Stmt *node) const {
    for (const Stmt *at = node; at; at = statements_.parent(at))
      if (statements_.parent(at) == block)
        return at;
    return nullptr;
  }

  void addSpanOfLocal(
      const ValueDecl *local, const CompoundStmt *home,
      llvm::MapVector<const CompoundStmt *, std::vector<Span>> &spans) {
    const Stmt *owner = statements_.ownerOf(local);
    if (statements_.isWithin(home, units_))
      return; // Inside of one that is replayed as a whole.
    Span span{indexOf(home, owner), indexOf(home, owner)};
    for (const DeclRefExpr *use : statements_.uses()) {
      const Stmt *child = use->getDecl() == local && !isLeaving(use)
                              ? childOf(home, use)
                              : nullptr;
      if (!child)
        continue;
      addWhole(child, causes_[local]);
      span.last = std::max(span.last, indexOf(home, child));
    }
    const bool livesOn =
        !local->getType()->isReferenceType() || keepsTemporary(local);
    if (livesOn && endsWithEffects(local->getType(), 0))
      span.last = home->size() - 1; // It is destroyed at the end of the block.
    spans[home].push_back(span);
  }

  /// endsWithEffects() returns false for the library's values, whose
  /// destructors only give memory back.
  static bool endsWithEffects(QualType type, unsigned depth) {
    const CXXRecordDecl *record = type.getNonReferenceType()
                                      ->getBaseElementTypeUnsafe()
                                      ->getAsCXXRecordDecl();
    if (!record || !record->hasDefinition() || record->hasTrivialDestructor())
      return false;
    static const llvm::StringSet<> values = {
        "basic_string",  "vector",        "deque",    "list",
        "map",           "set",           "multimap", "multiset",
        "unordered_map", "unordered_set", "pair",     "tuple",
        "optional",      "variant",       "array"};
    const auto *special =
        llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
    if (!isStandard(record) || !special || depth > 4 ||
        !record->getIdentifier() || !values.contains(record->getName()))
      return true;
    return llvm::any_of(special->getTemplateArgs().asArray(),
                        [&](const TemplateArgument &argument) {
                          return argument.getKind() == TemplateArgument::Type &&
                                 !isAllocator(argument.getAsType()) &&
                                 endsWithEffects(argument.getAsType(),
                                                 depth + 1);
                        });
  }

  static bool isAllocator(QualType type) {
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    return record && isStandard(record) && record->getIdentifier() &&
           (record->getName() == "allocator" || record->getName() == "less" ||
            record->getName() == "hash" || record->getName() == "equal_to");
  }

  /// A reference may keep a temporary alive until the end of its block.
  static bool keepsTemporary(const ValueDecl *local) {
    const auto *variable = llvm::dyn_cast<VarDecl>(local);
    if (!variable || !variable->getType()->isReferenceType() ||
        !variable->getInit())
      return false;
    const Expr *first = variable->getInit()->IgnoreImplicit();
    return first->isPRValue() || first->isXValue();
  }

  bool isLeaving(const Stmt *node) const {
    return statements_.isWithin(node, question_.leaving) &&
           !statements_.isWithin(node, units_);
  }

  static void mergeSpans(std::vector<Span> &spans) {
    llvm::sort(spans,
               [](const Span &a, const Span &b) { return a.first < b.first; });
    std::vector<Span> merged;
    for (const Span &span : spans)
      if (!merged.empty() && span.first <= merged.back().last)
        merged.back().last = std::max(merged.back().last, span.last);
      else
        merged.push_back(span);
    spans = std::move(merged);
  }

  /// closeSpan() takes along what may not stay with the worker between the
  /// first and the last statement of a region.
  void closeSpan(const CompoundStmt *block, const Span &span) {
    bool restIsSkipped = false;
    const Cause cause = causes_[block->body_begin()[span.first]];
    for (std::size_t index = span.first; index <= span.last; ++index) {
      const Stmt *child = block->body_begin()[index];
      if (!llvm::is_contained(units_, child) &&
          (restIsSkipped || mayNotStay(block, span, index)))
        addWhole(child, cause);
      restIsSkipped |= skipsRest_.contains(child);
    }
  }

  /// Only declarations that are computed without any effect may stay between
  /// the statements of a region: they are evaluated before what a region needs
  /// of the worker is.
  bool mayNotStay(const CompoundStmt *block, const Span &span,
                  std::size_t index) const {
    const Stmt *child = block->body_begin()[index];
    const auto *declaration = llvm::dyn_cast<DeclStmt>(child);
    if (!declaration || !question_.isQuiet(child) ||
        statements_.isInTry(child) ||
        llvm::any_of(units_, [&](const Stmt *unit) {
          return statements_.isWithin(unit, {child});
        }))
      return true;
    for (const Decl *one : declaration->decls())
      for (std::size_t before = span.first; before < index; ++before)
        if (hides(one, block->body_begin()[before]))
          return true;
    for (std::size_t before = span.first; before < index; ++before)
      for (const Expr *part :
           question_.workerParts(block->body_begin()[before], part_))
        if (!question_.isQuiet(part))
          return true;
    return false;
  }

  /// hides() returns true if `statement` names something else by the name that
  /// `declaration` introduces.
  static bool hides(const Decl *declaration, const Stmt *statement) {
    const auto *named = llvm::dyn_cast<NamedDecl>(declaration);
    if (!named || !named->getIdentifier())
      return true;
    if (const auto *use = llvm::dyn_cast<DeclRefExpr>(statement);
        use && use->getDecl()->getIdentifier() == named->getIdentifier())
      return true;
    return llvm::any_of(statement->children(), [&](const Stmt *child) {
      return child && hides(declaration, child);
    });
  }

  void writeRegions(
      const llvm::MapVector<const CompoundStmt *, std::vector<Span>> &spans) {
    llvm::DenseSet<const Stmt *> done;
    for (const auto &[block, ofBlock] : spans)
      for (const Span &span : ofBlock) {
        ReplayRegion region;
        for (std::size_t index = span.first; index <= span.last; ++index)
          if (const Stmt *child = block->body_begin()[index];
              llvm::is_contained(units_, child) && done.insert(child).second)
            region.statements.push_back(child);
        if (region.statements.empty())
          continue;
        region.cause = causes_[region.statements.front()];
        part_.regions.push_back(std::move(region));
      }
    for (const Stmt *unit : units_)
      if (done.insert(unit).second)
        part_.regions.push_back({{unit}, causes_[unit]});
  }

  const ReplayQuestion &question_;
  const Statements &statements_;
  ReplayPart part_;
  std::vector<const Stmt *> units_;            ///< None lies within another.
  llvm::DenseMap<const void *, Cause> causes_; ///< Of statements and variables.
  llvm::DenseSet<const Stmt *> skipsRest_;     ///< They hold a `continue`.
  bool grew_ = false;
};

} // namespace

const Change *ReplayPart::changeOf(const Object &object) const {
  for (const ReplayedObject &known : objects)
    if (overlaps(known.object, object))
      return known.change;
  return nullptr;
}

ReplayPart findReplayPart(const ReplayQuestion &question, bool withPrints) {
  return ReplayFinder(question).run(withPrints);
}

} // namespace paraloop
