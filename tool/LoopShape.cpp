// LoopShape.cpp: sorts the loops by their kind.

#include "LoopShape.h"

#include "ForHeader.h"
#include "RangeHeader.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

void append(Effects &all, Effects part) {
  llvm::append_range(all.changes, part.changes);
  llvm::append_range(all.mentions, part.mentions);
  llvm::append_range(all.handedReads, part.handedReads);
  llvm::append_range(all.casts, part.casts);
  llvm::append_range(all.hidden, part.hidden);
  llvm::append_range(all.buffers, part.buffers);
  if (all.unseenUserCode.isInvalid()) {
    all.unseenUserCode = part.unseenUserCode;
    all.unseenCallee = part.unseenCallee;
  }
  all.mayThrow |= part.mayThrow;
  llvm::append_range(all.printing, part.printing);
}

} // namespace

bool LoopShape::owns(const ValueDecl *named) const {
  return llvm::is_contained(stepped, named);
}

const VarDecl *LoopShape::numbering() const {
  if (variable || list)
    return variable ? variable : list;
  return inductions.empty() ? nullptr : inductions.front().variable;
}

std::variant<LoopShape, Refusal> loopShape(const Stmt *loop,
                                           const FunctionDecl *function,
                                           ASTContext &context,
                                           Callees &callees) {
  if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(loop))
    return rangeShape(range, context, callees);
  return forShape(llvm::cast<ForStmt>(loop), function, context, callees);
}

const Stmt *bodyOf(const Stmt *loop) {
  if (const auto *range = llvm::dyn_cast<CXXForRangeStmt>(loop))
    return range->getBody();
  return llvm::cast<ForStmt>(loop)->getBody();
}

Effects effectsOfLoop(const Stmt *loop, const Scope &scope, Callees &callees) {
  Effects all;
  const auto add = [&](const Stmt *part) {
    if (part)
      append(all, collectEffects(part, scope, callees));
  };
  if (const auto *plain = llvm::dyn_cast<ForStmt>(loop)) {
    add(plain->getCond());
    add(plain->getInc());
    add(plain->getBody());
    return all;
  }
  const auto *range = llvm::cast<CXXForRangeStmt>(loop);
  for (const Stmt *once :
       {range->getRangeStmt(), range->getBeginStmt(), range->getEndStmt()})
    if (once) { // Made once; but what it is made of is read while it is walked.
      const Effects made = collectEffects(once, scope, callees);
      llvm::append_range(all.mentions, made.mentions);
      llvm::append_range(all.handedReads, made.handedReads);
    }
  add(range->getCond());
  add(range->getInc());
  add(range->getLoopVarStmt());
  add(range->getBody());
  return all;
}

} // namespace paraloop
