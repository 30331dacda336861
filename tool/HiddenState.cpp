// HiddenState.cpp: effects -> refusals.

#include "HiddenState.h"

#include "ErrnoReads.h"
#include "StandardTypes.h"
#include "StaticBuffers.h"
#include "SystemFunctions.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

using namespace clang;

namespace paraloop {
namespace {

void findUses(const Effects &effects, Refusals &refusals) {
  for (const HiddenUse &use : effects.hidden)
    refusals.add({RefusalId::HiddenState, use.where, {use.callee, use.what}});
  for (const Mention &mention : effects.mentions)
    if (const auto *variable =
            llvm::dyn_cast_or_null<VarDecl>(mention.object.variable);
        variable && isStandardInput(variable))
      refusals.add(
          {RefusalId::HiddenState,
           mention.where,
           {variable->getNameAsString(),
            "is standard input, whose position all iterations share"}});
}

void findStatements(const Statements &statements, Refusals &refusals) {
  for (const VarDecl *variable : statements.staticVariables())
    if (!variable->getType().isConstQualified() && !variable->isConstexpr())
      refusals.add({RefusalId::StaticLocal,
                    variable->getLocation(),
                    {variable->getNameAsString()}});
  for (const PredefinedExpr *name : statements.functionNames())
    if (!statements.isWithinCallThatNeverReturns(name))
      refusals.add({RefusalId::FunctionName,
                    name->getLocation(),
                    {name->getIdentKindName().str()}});
}

} // namespace

void findHiddenState(const LoopFacts &facts, Refusals &refusals) {
  findUses(facts.effects, refusals);
  if (const SourceLocation read = readOfEarlierErrno(facts.shape.body);
      read.isValid())
    refusals.add({RefusalId::HiddenState,
                  read,
                  {"errno", "may be what an earlier iteration left here"}});
  findStaticBuffers(facts, refusals);
  findStatements(facts.statements, refusals);
}

std::string whyHidden(const Object &object) {
  const QualType type =
      object.variable ? object.variable->getType() : QualType();
  if (isRandomEngine(type))
    return "is a random number generator, so each value depends on all draws "
           "before";
  if (isInputStream(type))
    return "is read here, and all iterations share its position";
  return "";
}

} // namespace paraloop
