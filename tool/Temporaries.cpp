// Temporaries.cpp: asks for the exposed reads of the body, and of what may run
// after the loop.

#include "Temporaries.h"

#include "AddressTaken.h"
#include "CalleeAssignments.h"
#include "ExposedReads.h"
#include "HistoryReads.h"
#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace clang;

namespace paraloop {
namespace {

/// destroysQuietly() returns true if nobody can tell when, or whether, an
/// object of this type is destroyed.
bool destroysQuietly(QualType type, Callees &callees, unsigned depth = 0) {
  const CXXRecordDecl *record =
      type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || record->hasTrivialDestructor())
    return true;
  if (depth > 5)
    return false;
  record = record->getDefinition();
  if (isStandard(record)) {
    const auto *special =
        llvm::dyn_cast<ClassTemplateSpecializationDecl>(record);
    return !special ||
           llvm::all_of(special->getTemplateArgs().asArray(),
                        [&](const TemplateArgument &argument) {
                          return argument.getKind() != TemplateArgument::Type ||
                                 destroysQuietly(argument.getAsType(), callees,
                                                 depth + 1);
                        });
  }
  const CXXDestructorDecl *destructor = record->getDestructor();
  if (destructor && destructor->isVirtual() &&
      !llvm::all_of(
          callees.overriders().of(destructor), [&](const CXXMethodDecl *other) {
            return destroysQuietly(other->getThisType()->getPointeeType(),
                                   callees, depth + 1);
          }))
    return false;
  if (destructor && destructor->isUserProvided()) {
    const Summary *summary = callees.summaryOfBody(destructor);
    const auto ofSelf = [](const OutsideEffect &effect) {
      return !effect.object.variable &&
             effect.object.kind != Object::Kind::Unknown;
    };
    if (!summary || !summary->hidden.empty() || summary->prints ||
        summary->callsUnseenUserCode || !llvm::all_of(summary->changes, ofSelf))
      return false;
  }
  return llvm::all_of(record->fields(),
                      [&](const FieldDecl *field) {
                        return destroysQuietly(field->getType(), callees,
                                               depth + 1);
                      }) &&
         llvm::all_of(record->bases(), [&](const CXXBaseSpecifier &base) {
           return destroysQuietly(base.getType(), callees, depth + 1);
         });
}

} // namespace

class Temporaries::Judge {
public:
  explicit Judge(const LoopFacts &facts)
      : facts_(facts), callees_(facts.context, facts.callees),
        history_(facts.context),
        context_{facts.scope, facts.statements, facts.effects,
                 [this](const FunctionDecl *callee, const Object &object) {
                   return callees_.use(callee, object);
                 },
                 facts.context} {}

  std::variant<Temporary, NotTemporary> judge(const Object &changed) {
    const QualType type = typeOf(changed);
    if (changed.kind != Object::Kind::Outside || type.isNull() ||
        type.isVolatileQualified())
      return NotTemporary();
    if (!destroysQuietly(type.getNonReferenceType(), facts_.callees))
      return NotTemporary();
    const std::vector<Object> objects = overlapping(changed);
    if (isUsedByHeader(objects))
      return NotTemporary();
    const ControlFlow &flow = flowOfLoop();
    const CFGBlock *start = flow.isKnown() ? flow.bodyOf(facts_.loop) : nullptr;
    if (!start)
      return NotTemporary();
    const ExposedReads exposed =
        findExposedReads(objects, context_, flow, start);
    bool leftByRead = false;
    for (const Access &read : exposed.reads) {
      if (!isLeaving(read.at))
        return explain(read, objects, exposed.filled);
      leftByRead = true; // The program itself executes it.
    }
    const bool live = leftByRead || isLiveAfter(objects);
    if (exposed.assignsPartly && live)
      return NotTemporary(); // Workers don't know what is left of it.
    if (live && history_.concern(type.getNonReferenceType()))
      return NotTemporary(); // Each worker has another history.
    return Temporary{live};
  }

  std::variant<Temporary, NotTemporary> judgeVouched(const Object &changed) {
    const std::vector<Object> objects = overlapping(changed);
    if (isUsedByHeader(objects))
      return NotTemporary();
    return Temporary{changed.kind != Object::Kind::Outside ||
                     !facts_.exits.leaving.empty() || isLiveAfter(objects)};
  }

private:
  /// The changed objects that have a part in common with `changed`, directly or
  /// by way of others.
  std::vector<Object> overlapping(const Object &changed) const {
    std::vector<Object> found{changed};
    const auto isNear = [&](const Object &one) {
      return llvm::any_of(
          found, [&](const Object &known) { return overlaps(known, one); });
    };
    const auto isKnown = [&](const Object &one) {
      return llvm::any_of(found, [&](const Object &known) {
        return overlaps(known, one) && known.path == one.path;
      });
    };
    for (std::size_t before = 0; before != found.size();) {
      before = found.size();
      for (const Change &change : facts_.effects.changes)
        for (const Object &object : change.objects)
          if (isNear(object) && !isKnown(object))
            found.push_back(object);
    }
    return found;
  }

  bool isUsedByHeader(llvm::ArrayRef<Object> objects) const {
    const auto concerns = [&](const Object &object) {
      return llvm::any_of(
          objects, [&](const Object &one) { return overlaps(one, object); });
    };
    const auto isOutsideOfBody = [&](const Stmt *statement) {
      return !facts_.statements.isWithin(statement, {facts_.shape.body});
    };
    return llvm::any_of(facts_.effects.mentions,
                        [&](const Mention &mention) {
                          return concerns(mention.object) &&
                                 isOutsideOfBody(mention.expr);
                        }) ||
           llvm::any_of(facts_.effects.changes, [&](const Change &change) {
             return llvm::any_of(change.objects, concerns) &&
                    isOutsideOfBody(change.node);
           });
  }

  bool isLeaving(const Stmt *statement) const {
    return facts_.statements.isWithin(statement, facts_.exits.leaving);
  }

  NotTemporary explain(const Access &read, llvm::ArrayRef<Object> objects,
                       SourceLocation filled) const {
    NotTemporary made;
    made.read = read.where;
    if (filled.isValid()) {
      made.assigned = filled;
      made.reason = "this loop assigns elements, but maybe not all that are "
                    "read";
    }
    for (const Access &access : accessesOf(objects, context_))
      if (access.kind == Access::Kind::Assign) {
        made.assigned = access.where;
        made.reason = "assigned here, but not on every way to the read";
        break;
      }
    return made;
  }

  /// isLiveAfter() returns false for a variable of the function itself that
  /// nothing can read after the loop before it is assigned again.
  bool isLiveAfter(llvm::ArrayRef<Object> objects) {
    const auto *variable =
        llvm::dyn_cast_or_null<VarDecl>(objects.front().variable);
    const FunctionDecl *function = facts_.function;
    if (!variable || !function || !function->getBody() ||
        !variable->hasLocalStorage() ||
        variable->getType()->isReferenceType() ||
        variable->getDeclContext() != function)
      return true;
    if (addressTaken(function, facts_.loop).contains(variable))
      return true;
    return isReadAfter(objects);
  }

  bool isReadAfter(llvm::ArrayRef<Object> objects) {
    const Around &around = aroundLoop();
    if (!around.flow.isKnown())
      return true;
    const CFGBlock *start = around.flow.behind(facts_.loop);
    const bool jumpsOut =
        llvm::any_of(facts_.exits.leaving, [](const Stmt *statement) {
          return llvm::isa<GotoStmt, IndirectGotoStmt>(statement);
        });
    if (!start || jumpsOut)
      return true;
    const AccessContext context{facts_.scope,   around.statements,
                                around.effects, context_.callee,
                                facts_.context, facts_.loop};
    return !findExposedReads(objects, context, around.flow, start)
                .reads.empty();
  }

  /// Around is the function that the loop stands in, seen from the loop: all
  /// its variables are outside.
  struct Around {
    explicit Around(const LoopFacts &facts)
        : statements(facts.function->getBody()),
          effects(collectEffects(facts.function->getBody(), facts.scope,
                                 facts.callees)),
          flow(facts.function->getBody(), facts.function, facts.context) {}
    Statements statements;
    Effects effects;
    ControlFlow flow;
  };

  const Around &aroundLoop() {
    if (!around_)
      around_ = std::make_unique<Around>(facts_);
    return *around_;
  }

  const ControlFlow &flowOfLoop() {
    if (!flow_)
      flow_ = std::make_unique<ControlFlow>(facts_.loop, facts_.function,
                                            facts_.context);
    return *flow_;
  }

  const LoopFacts facts_;
  CalleeAssignments callees_;
  HistoryReads history_;
  const AccessContext context_;
  std::unique_ptr<ControlFlow> flow_;
  std::unique_ptr<Around> around_;
};

Temporaries::Temporaries(const LoopFacts &facts)
    : judge_(std::make_unique<Judge>(facts)) {}

Temporaries::~Temporaries() = default;

std::variant<Temporary, NotTemporary>
Temporaries::judge(const Object &changed) {
  return judge_->judge(changed);
}

std::variant<Temporary, NotTemporary>
Temporaries::judgeVouched(const Object &changed) {
  return judge_->judgeVouched(changed);
}

} // namespace paraloop
