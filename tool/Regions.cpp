// Regions.cpp: spans of blocks, merged where they overlap, closed over what may
// not stay between their statements.

#include "Regions.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// Span is a stretch of a block whose replayed statements become one update.
struct Span {
  std::size_t first;
  std::size_t last;
};

class RegionFormer {
public:
  RegionFormer(const ReplayQuestion &question, const ReplayPart &part,
               const ReplayUnits &units)
      : question_(question), statements_(question.statements), part_(part),
        units_(units) {}

  Regions run() {
    llvm::MapVector<const CompoundStmt *, std::vector<Span>> spans;
    for (const ValueDecl *local : part_.locals)
      if (const auto *home = llvm::dyn_cast_or_null<CompoundStmt>(
              blockOf(statements_.ownerOf(local))))
        addSpanOfLocal(local, home, spans);
    for (const Stmt *unit : units_.skipsRest)
      if (const auto *home =
              llvm::dyn_cast_or_null<CompoundStmt>(statements_.parent(unit));
          home && llvm::is_contained(units_.statements, unit))
        spans[home].push_back({indexOf(home, unit), home->size() - 1});
    for (auto &[block, ofBlock] : spans)
      mergeSpans(ofBlock);
    for (auto &[block, ofBlock] : spans)
      for (const Span &span : ofBlock)
        closeSpan(block, span);
    writeRegions(spans);
    return std::move(made_);
  }

private:
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
    if (statements_.isWithin(home, units_.statements))
      return; // Inside of one that is replayed as a whole.
    if (part_.bound.contains(local))
      return;
    if (drawsAlong(local, home) && canBeBound(local)) {
      made_.bound.push_back(local);
      return;
    }
    Span span{indexOf(home, owner), indexOf(home, owner)};
    for (const DeclRefExpr *use : statements_.uses()) {
      const Stmt *child = use->getDecl() == local && !isLeaving(use)
                              ? childOf(home, use)
                              : nullptr;
      if (!child)
        continue;
      draw(child, causeOf(local));
      span.last = std::max(span.last, indexOf(home, child));
    }
    const bool livesOn =
        !local->getType()->isReferenceType() || keepsTemporary(local);
    if (livesOn && endsWithEffects(local->getType(), 0) &&
        !question_.mayEndEarly(local))
      span.last = home->size() - 1; // It is destroyed at the end of the block.
    spans[home].push_back(span);
  }

  /// drawsAlong() returns true if a statement that only holds one which names
  /// the variable would be replayed as a whole.
  bool drawsAlong(const ValueDecl *local, const CompoundStmt *home) const {
    return llvm::any_of(statements_.uses(), [&](const DeclRefExpr *use) {
      const Stmt *child =
          use->getDecl() == local ? childOf(home, use) : nullptr;
      return child && !statements_.isWithin(child, units_.statements);
    });
  }

  /// canBeBound() returns true for a reference to something that has a place of
  /// its own, and for a number. What leaves the loop is no update, so it can't
  /// be told what the parent remembers.
  bool canBeBound(const ValueDecl *local) const {
    const auto *variable = llvm::dyn_cast<VarDecl>(local);
    const auto *declaration =
        llvm::dyn_cast_or_null<DeclStmt>(statements_.ownerOf(local));
    return variable && !llvm::isa<DecompositionDecl>(variable) && declaration &&
           declaration->isSingleDecl() && !part_.unbound.contains(local) &&
           variable->getInit() &&
           (isBindableReference(variable) || isNumber(variable->getType())) &&
           llvm::none_of(statements_.uses(), [&](const DeclRefExpr *use) {
             return use->getDecl() == local &&
                    (isLeaving(use) || statements_.isInLambda(use));
           });
  }

  bool isBindableReference(const VarDecl *variable) const {
    const Expr *first = variable->getInit()->IgnoreParenImpCasts();
    return variable->getType()->isLValueReferenceType() && first->isLValue() &&
           question_.isOutside(first) && !first->getType()->isFunctionType() &&
           variable->getASTContext().hasSameUnqualifiedType(
               first->getType(), variable->getType().getNonReferenceType());
  }

  static bool isNumber(QualType type) {
    return (type->isArithmeticType() || type->isEnumeralType()) &&
           !type.isVolatileQualified();
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
           !statements_.isWithin(node, units_.statements);
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
    const Cause cause = causeOf(block->body_begin()[span.first]);
    for (std::size_t index = span.first; index <= span.last; ++index) {
      const Stmt *child = block->body_begin()[index];
      if (!llvm::is_contained(units_.statements, child) &&
          (restIsSkipped || mayNotStay(block, span, index)))
        draw(child, cause);
      restIsSkipped |= units_.skipsRest.contains(child);
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
        llvm::any_of(units_.statements, [&](const Stmt *unit) {
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
              llvm::is_contained(units_.statements, child) &&
              done.insert(child).second)
            region.statements.push_back(child);
        if (region.statements.empty())
          continue;
        region.cause = causeOf(region.statements.front());
        for (const Stmt *one : region.statements)
          if (const VarDecl *variable =
                  boundBy(one)) // It has a scope to share.
            made_.unbound.push_back(variable);
        made_.regions.push_back(std::move(region));
      }
    for (const Stmt *unit : units_.statements)
      if (done.insert(unit).second)
        made_.regions.push_back({{unit}, causeOf(unit), boundBy(unit)});
  }

  /// boundBy() returns the bound reference that a statement declares, or null.
  const VarDecl *boundBy(const Stmt *statement) const {
    const auto *declaration = llvm::dyn_cast<DeclStmt>(statement);
    const auto *variable =
        declaration && declaration->isSingleDecl()
            ? llvm::dyn_cast<VarDecl>(declaration->getSingleDecl())
            : nullptr;
    return variable && part_.bound.contains(variable) ? variable : nullptr;
  }

  /// draw() takes a statement of a block along as a whole.
  void draw(const Stmt *statement, const Cause &cause) {
    if (!statements_.isWithin(statement, units_.statements))
      made_.drawn.push_back({statement, cause});
  }

  Cause causeOf(const void *of) const { return units_.causes.lookup(of); }

  const ReplayQuestion &question_;
  const Statements &statements_;
  const ReplayPart &part_;
  const ReplayUnits &units_;
  Regions made_;
};

} // namespace

Regions formRegions(const ReplayQuestion &question, const ReplayPart &part,
                    const ReplayUnits &units) {
  return RegionFormer(question, part, units).run();
}

} // namespace paraloop
