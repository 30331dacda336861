// Callees.cpp: runs Effects over the body of a function and keeps what leaves
// the function.

#include "Callees.h"

#include "Effects.h"
#include "ObjectResolver.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

#include "llvm/ADT/STLExtras.h"

#include <utility>

using namespace clang;

namespace paraloop {
namespace {

/// A call chain deeper than this counts as out of sight.
constexpr unsigned maxDepth = 40;

class ReturnCollector : public RecursiveASTVisitor<ReturnCollector> {
public:
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitReturnStmt(ReturnStmt *statement) {
    if (statement->getRetValue())
      values.push_back(statement->getRetValue());
    return true;
  }
  std::vector<const Expr *> values;
};

Objects returnedObjects(const FunctionDecl *function, const Stmt *body,
                        const Scope &scope, Callees &callees) {
  const QualType type = function->getReturnType();
  const bool isPointer = type->isPointerType() || isPointerLike(type);
  if (!type->isReferenceType() && !isPointer)
    return {};
  ReturnCollector returns;
  returns.TraverseStmt(const_cast<Stmt *>(body));
  ObjectResolver resolver(scope, callees);
  Objects all;
  for (const Expr *value : returns.values) {
    const Objects some = type->isReferenceType() ? resolver.designated(value)
                                                 : resolver.pointees(value);
    all.append(some.begin(), some.end());
  }
  return all;
}

/// AssignmentsTo collects what is assigned to a field, and whether its address
/// is taken.
class AssignmentsTo : public RecursiveASTVisitor<AssignmentsTo> {
public:
  explicit AssignmentsTo(const FieldDecl *field) : field_(field) {}
  bool VisitBinaryOperator(BinaryOperator *assignment) {
    if (assignment->getOpcode() == BO_Assign && isField(assignment->getLHS()))
      values.push_back(assignment->getRHS());
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *unary) {
    addressTaken |=
        unary->getOpcode() == UO_AddrOf && isField(unary->getSubExpr());
    return true;
  }
  std::vector<const Expr *> values;
  bool addressTaken = false;

private:
  bool isField(const Expr *expr) const {
    const auto *member =
        llvm::dyn_cast<MemberExpr>(expr->IgnoreParenImpCasts());
    return member && member->getMemberDecl() == field_;
  }
  const FieldDecl *field_;
};

/// isOwned() returns true if all that a value may point to is new, or belonged
/// to the same field of another object.
bool isOwned(const Expr *value, const FieldDecl *field, const Scope &scope,
             Callees &callees) {
  ObjectResolver resolver(scope, callees);
  return llvm::all_of(resolver.pointees(value), [&](const Object &object) {
    const bool fromAnother = object.kind == Object::Kind::Pointee &&
                             !object.path.empty() &&
                             object.path.back() == field;
    return object.kind == Object::Kind::Local || fromAnother;
  });
}

bool isConstantVariable(const ValueDecl *variable) {
  const auto *named = llvm::dyn_cast_or_null<VarDecl>(variable);
  return named && named->getType().isConstQualified();
}

void addEffects(const Effects &effects, const Scope &scope, Summary &summary) {
  for (const Change &change : effects.changes)
    for (const Object &object : change.objects) {
      // Through a pointer that a local object holds: it may lead anywhere.
      const bool anywhere =
          object.kind == Object::Kind::LocalIndirect && !change.bySystem;
      if (object.isOutside() || anywhere)
        summary.changes.push_back(
            {anywhere ? Object() : object, change.where, false, change.fold});
    }
  const auto asOutside = [](const Mention &mention) {
    return OutsideEffect{mention.object, mention.where, mention.asksForSize,
                         mention.fold, mention.onlyHandedOn};
  };
  for (const Mention &mention : effects.mentions)
    if (scope.hasParameter(mention.object.variable)) {
      if (mention.object.kind == Object::Kind::Pointee ||
          mention.object.variable->getType()->isReferenceType())
        summary.handedReads.push_back(asOutside(mention));
    } else if (!isConstantVariable(mention.object.variable))
      summary.reads.push_back(asOutside(mention));
  for (const Mention &mention : effects.handedReads)
    summary.handedReads.push_back(asOutside(mention));
  llvm::append_range(summary.casts, effects.casts);
  for (const HiddenUse &use : effects.hidden)
    summary.hidden.push_back({use.what, use.where, use.counted, use.read});
  for (const BufferUse &use : effects.buffers)
    summary.buffers += use.buffers;
  summary.callsUnseenUserCode |= effects.unseenUserCode.isValid();
  summary.prints |= effects.prints();
  summary.mayThrow |= effects.mayThrow;
  summary.mayEnd |= effects.mayEnd;
}

} // namespace

bool isContained(const Summary &summary) {
  const auto ofSelf = [](const OutsideEffect &effect) {
    return !effect.object.variable &&
           effect.object.kind == Object::Kind::Outside;
  };
  return summary.hidden.empty() && !summary.prints &&
         !summary.callsUnseenUserCode && llvm::all_of(summary.changes, ofSelf);
}

Callees::Callees(ASTContext &context)
    : overriders_(context), indirectTargets_(context), typeErasure_(context) {}
Callees::~Callees() = default;

const Summary *Callees::summary(const FunctionDecl *function) {
  return overriders_.mayRunAnother(function) ? nullptr
                                             : summaryOfBody(function);
}

const Summary *Callees::summaryOfBody(const FunctionDecl *function) {
  static const Summary nothingYet; // What a recursive call adds is what the
                                   // outer call finds anyway.
  const FunctionDecl *definition = nullptr;
  const Stmt *body = function->getBody(definition);
  if (!body || isStandard(definition) || isFromSystemHeader(definition) ||
      depth_ > maxDepth)
    return nullptr;
  if (const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
      method && isParaloopVariable(method->getParent()))
    return nullptr;
  if (const auto found = summaries_.find(definition); found != summaries_.end())
    return found->second.get();
  if (const auto running = running_.find(definition);
      running != running_.end()) {
    outermostReached_ = std::min(outermostReached_, running->second);
    return &nothingYet;
  }
  return summariseNow(definition, body);
}

Summary Callees::summaryOfDefault(const FunctionDecl *function,
                                  const Expr *argument) {
  const Scope scope(argument, function);
  Summary summary;
  addEffects(collectEffects(argument, scope, *this), scope, summary);
  return summary;
}

const Summary *Callees::summariseNow(const FunctionDecl *definition,
                                     const Stmt *body) {
  const unsigned reachedBefore = std::exchange(outermostReached_, noDepth);
  const unsigned own = depth_++;
  running_[definition] = own;
  std::unique_ptr<Summary> made = summarise(definition, body);
  running_.erase(definition);
  --depth_;
  // What calls back into a function that is still being summarised lacks that
  // function's effects: use it once.
  const bool isComplete = outermostReached_ >= own;
  outermostReached_ =
      std::min(reachedBefore, isComplete ? noDepth : outermostReached_);
  const Summary *result = made.get();
  if (isComplete)
    summaries_[definition] = std::move(made);
  else
    incomplete_.push_back(std::move(made));
  return result;
}

bool Callees::ownsItsTarget(const FieldDecl *field) {
  if (const auto known = owning_.find(field); known != owning_.end())
    return known->second;
  owning_[field] = false; // While it is worked out.
  const auto *record = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  if (!record || field->getAccess() != AS_private ||
      !field->getType()->isPointerType())
    return false;
  for (const CXXMethodDecl *method : record->methods()) {
    const FunctionDecl *definition = nullptr;
    const Stmt *body = method->getBody(definition);
    if (!body)
      continue;
    const Scope scope(body, definition);
    AssignmentsTo assignments(field);
    assignments.TraverseStmt(const_cast<Stmt *>(body));
    if (const auto *constructor =
            llvm::dyn_cast<CXXConstructorDecl>(definition))
      for (const CXXCtorInitializer *initializer : constructor->inits())
        if (initializer->getAnyMember() == field)
          assignments.values.push_back(initializer->getInit());
    for (const Expr *value : assignments.values)
      if (assignments.addressTaken || !isOwned(value, field, scope, *this))
        return false;
  }
  return owning_[field] = true;
}

bool Callees::ownsTargets(const Object &object) {
  bool anyPointer = false;
  for (const FieldDecl *field : object.path)
    if (field->getType()->isPointerType() ||
        field->getType()->isReferenceType()) {
      anyPointer = true;
      if (!ownsItsTarget(field))
        return false;
    }
  return anyPointer;
}

std::unique_ptr<Summary> Callees::summarise(const FunctionDecl *function,
                                            const Stmt *body) {
  auto summary = std::make_unique<Summary>();
  const Scope scope(body, function);
  addEffects(collectEffects(body, scope, *this), scope, *summary);
  if (const auto *constructor = llvm::dyn_cast<CXXConstructorDecl>(function))
    for (const CXXCtorInitializer *initializer : constructor->inits())
      addEffects(collectEffects(initializer->getInit(), scope, *this), scope,
                 *summary);
  summary->returned = returnedObjects(function, body, scope, *this);
  return summary;
}

} // namespace paraloop
