// TypeErasure.h: what may be inside of an object whose type doesn't show it?
//
// In: std::shared_ptr, std::any or std::function, as a class. Out: the classes
// of what such objects are made from in this translation unit, and the deleters
// that they are given: copying or destroying them runs functions of these.
//
//     std::shared_ptr<FILE> log(file, [&](FILE *f) { ++closed; fclose(f); });
//     std::any config = Config();

#ifndef PARALOOP_TOOL_TYPEERASURE_H
#define PARALOOP_TOOL_TYPEERASURE_H

#include "IndirectTargets.h"

#include "llvm/ADT/SmallVector.h"

#include <memory>

namespace clang {
class CXXRecordDecl;
} // namespace clang

namespace paraloop {

/// HiddenContents are what objects of one class may hold.
struct HiddenContents {
  Functions deleters;
  llvm::SmallVector<const clang::CXXRecordDecl *, 2> classes;
};

class TypeErasure {
public:
  explicit TypeErasure(clang::ASTContext &context);
  ~TypeErasure();

  /// contentsOf() returns nothing for a class whose type tells what it holds.
  HiddenContents contentsOf(const clang::CXXRecordDecl *record);

private:
  class Finder;

  clang::ASTContext &context_;
  std::unique_ptr<Finder> finder_;
};

} // namespace paraloop

#endif
