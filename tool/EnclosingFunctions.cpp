// EnclosingFunctions.cpp: from a method to the function that its class, often
// that of a lambda, is declared in.

#include "EnclosingFunctions.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace paraloop {

llvm::SmallVector<const FunctionDecl *, 4>
enclosingFunctions(const FunctionDecl *function) {
  llvm::SmallVector<const FunctionDecl *, 4> all;
  while (function) {
    all.push_back(function);
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
    function = method ? llvm::dyn_cast_or_null<FunctionDecl>(
                            method->getParent()->getParentFunctionOrMethod())
                      : nullptr;
  }
  return all;
}

} // namespace paraloop
