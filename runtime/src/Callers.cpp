// Callers.cpp: in: a local variable. Out: where its frame ends, and the stack.

#include "Callers.h"

#include "ProcFs.h"

#include <algorithm>
#include <unwind.h>

namespace paraloop {
namespace {

/// The frames' borders ascend, as the stack grows downwards.
struct Search {
  std::uintptr_t local;
  MemoryRange found;
};

_Unwind_Reason_Code look_at(_Unwind_Context *context, void *argument) {
  Search &search = *static_cast<Search *>(argument);
  const auto border = static_cast<std::uintptr_t>(_Unwind_GetCFA(context));
  if (border > search.local && search.found.begin == 0)
    search.found = {border, border};
  else if (border > search.found.end && search.found.begin != 0)
    search.found.end = border;
  return _URC_NO_REASON;
}

} // namespace

MemoryRange callers_of(const void *local) {
  Search search{reinterpret_cast<std::uintptr_t>(local), {}};
  _Unwind_Backtrace(look_at, &search);
  // A handler may have a stack of its own, above which there is something else.
  const std::uintptr_t end = mapping_at(search.local).end;
  MemoryRange &found = search.found;
  found.end = std::min(found.end, end);
  return found.begin < found.end ? found : MemoryRange{};
}

} // namespace paraloop
