// Failure.h: a sentence for people as an llvm::Error.
//
// In: what happened, where and what to do. Out: an error that main() prints.

#ifndef PARALOOP_TOOL_FAILURE_H
#define PARALOOP_TOOL_FAILURE_H

#include "llvm/Support/Error.h"

#include <string>

namespace paraloop {

inline llvm::Error failure(const std::string &text) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), text);
}

} // namespace paraloop

#endif
