// generated.h: what only generated code needs.

#ifndef PARALOOP_GENERATED_H
#define PARALOOP_GENERATED_H

#include <tuple>
#include <type_traits>

namespace paraloop {

/// Operands holds the operands of one update where their order matters: braces
/// evaluate from left to right, the arguments of a call in any order. It keeps
/// references, so it must not outlive the full expression.
template <class... T> struct Operands {
  explicit Operands(T &&...operands)
      : references(std::forward<T>(operands)...) {}
  std::tuple<T &&...> references;
};
template <class... T> Operands(T &&...) -> Operands<T &&...>;

} // namespace paraloop

// The workers' copy of a body repeats what the compiler has to say about the
// user's own text; and what only a statement used that is now recorded, or that
// leaves the loop, looks unused there.
#if defined(__clang__)
#define PARALOOP_BEGIN_WORKER_COPY                                             \
  _Pragma("clang diagnostic push")                                             \
  _Pragma("clang diagnostic ignored \"-Wall\"")                                \
  _Pragma("clang diagnostic ignored \"-Wextra\"")                              \
  _Pragma("clang diagnostic ignored \"-Wc++20-extensions\"")                   \
  _Pragma("clang diagnostic ignored \"-Wconversion\"")                         \
  _Pragma("clang diagnostic ignored \"-Wshadow\"")
#define PARALOOP_END_WORKER_COPY _Pragma("clang diagnostic pop")
#else
#define PARALOOP_BEGIN_WORKER_COPY                                             \
  _Pragma("GCC diagnostic push")                                               \
  _Pragma("GCC diagnostic ignored \"-Wunused-variable\"")                      \
  _Pragma("GCC diagnostic ignored \"-Wunused-but-set-variable\"")              \
  _Pragma("GCC diagnostic ignored \"-Wunused-but-set-parameter\"")             \
  _Pragma("GCC diagnostic ignored \"-Wunused-label\"")                         \
  _Pragma("GCC diagnostic ignored \"-Wunused-value\"")                         \
  _Pragma("GCC diagnostic ignored \"-Wsequence-point\"")                       \
  _Pragma("GCC diagnostic ignored \"-Wunused-local-typedefs\"")                \
  _Pragma("GCC diagnostic ignored \"-Wconversion\"")                           \
  _Pragma("GCC diagnostic ignored \"-Wsign-conversion\"")                      \
  _Pragma("GCC diagnostic ignored \"-Wshadow\"")
#define PARALOOP_END_WORKER_COPY _Pragma("GCC diagnostic pop")
#endif

#endif
