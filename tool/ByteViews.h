// ByteViews.h: which pointers to bytes may show something else than text?
//
// In: the program's own code. Out: the variables and fields that may hold a
// pointer or a reference to bytes which was made of one to something else, by
// the casts of this file and by what is handed on from there.
//
//     f(v.data(), reinterpret_cast<const char *>(v.data()));
//                                f's second parameter shows an object's bytes
//     out.write(reinterpret_cast<const char *>(&x), sizeof x);
//                                nobody keeps this one

#ifndef PARALOOP_TOOL_BYTEVIEWS_H
#define PARALOOP_TOOL_BYTEVIEWS_H

#include "llvm/ADT/DenseSet.h"

namespace clang {
class ASTContext;
class ValueDecl;
} // namespace clang

namespace paraloop {

class ByteViews {
public:
  explicit ByteViews(clang::ASTContext &context);

  /// isReferenceToBytes() returns true for a reference to one, or to an array.
  static bool isReferenceToBytes(const clang::ValueDecl *name);

  /// mayShow() returns false for a variable or field that holds pointers to
  /// text, if it holds pointers to bytes at all.
  bool mayShow(const clang::ValueDecl *pointer) const;

private:
  bool anywhere_ = false; ///< One goes to where it can't be followed.
  llvm::DenseSet<const clang::ValueDecl *> holders_;
};

} // namespace paraloop

#endif
