// ErrnoReads.h: does a body read the errno that an earlier iteration left?
//
// In: the body of a loop. Out: the place of a read of errno before which the
// same iteration has neither assigned it nor called what sets it when it fails;
// or an invalid place.
//
//     errno = 0;
//     long n = std::strtol(text, &end, 10);
//     if (errno == ERANGE) ...              the iteration's own

#ifndef PARALOOP_TOOL_ERRNOREADS_H
#define PARALOOP_TOOL_ERRNOREADS_H

#include "clang/Basic/SourceLocation.h"

namespace clang {
class Stmt;
} // namespace clang

namespace paraloop {

clang::SourceLocation readOfEarlierErrno(const clang::Stmt *body);

} // namespace paraloop

#endif
