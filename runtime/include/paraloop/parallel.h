// parallel.h: a function applied to many items, in worker processes.
//
// In: a function, items, further arguments of the function. Out: its results in
// the order of the items.
//
//     std::vector<Page> pages = paraloop::parallel(fetch, urls);
//     std::vector<int> primes = paraloop::parallel(primes_in_part, numbers,
//     limit); paraloop::parallel(paraloop::ParallelOptions().num_processes(8),
//     render, frames);
//
// The function may take an item, and is called for each; or a part of the items
// (a paraloop::Subrange or a std::vector of them), and is called once for each
// process. Exceptions come out as from a plain loop: the one of the earliest
// item. What the function changes outside itself stays in the worker.

#ifndef PARALOOP_PARALLEL_H
#define PARALOOP_PARALLEL_H

#include "paraloop/loop.h"
#include "paraloop/processes.h"
#include "paraloop/result_file.h"
#include "paraloop/subrange.h"

#include <functional>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace paraloop {

/// ParallelOptions is what can be asked of parallel(). Each setter returns
/// *this.
class ParallelOptions {
public:
  /// The place in the source is for PARALOOP_REPORT.
  explicit ParallelOptions(const char *file = __builtin_FILE(),
                           unsigned line = __builtin_LINE())
      : file_(file), line_(line) {}

  /// num_processes() sets the number of workers, and of parts.
  ParallelOptions &num_processes(unsigned count) {
    options_.num_processes(count);
    return *this;
  }
  /// write_to_file() sends the results through a temporary file without a name
  /// (TMPDIR, else /tmp), for results that are too large for memory to hold
  /// twice.
  ParallelOptions &write_to_file(bool value = true) {
    write_to_file_ = value;
    return *this;
  }

  Site site() const { return Site(file_, line_, options_); }
  unsigned num_processes() const { return options_.num_processes(); }
  bool write_to_file() const { return write_to_file_; }

private:
  const char *file_;
  unsigned line_;
  Options options_;
  bool write_to_file_ = false;
};

namespace detail {

/// Collector calls a function for each element of a range, and gathers the
/// results.
template <class Items, class Call> class Collector {
public:
  using Result = std::decay_t<decltype(std::declval<const Call &>()(
      *first(std::declval<Items &>())))>;

  Collector(const ParallelOptions &options, Items &items, const Call &call)
      : options_(options), items_(items), call_(call) {}

  auto collect() const {
    if constexpr (std::is_void_v<Result>) {
      run_for_effect();
    } else {
      Explain<Result>::explain();
      return options_.write_to_file() ? through_file() : through_memory();
    }
  }

private:
  void run_for_effect() const {
    Site site = options_.site();
    const auto body = [this](auto &position, Iteration &) { call_(*position); };
    for (auto &&item : run(site, elements(items_), body))
      call_(std::forward<decltype(item)>(item));
  }

  auto through_memory() const {
    std::vector<Result> results;
    const auto store = [&results](auto &result) {
      results.push_back(std::move(result));
    };
    const auto body = [&](auto &position, Iteration &iteration) {
      iteration.update(store, call_(*position));
    };
    gather(results, body);
    return results;
  }

  auto through_file() const {
    std::vector<Result> results;
    const ResultFile file;
    const auto store = [&](auto &stored) {
      results.push_back(file.take<Result>(stored));
    };
    const auto body = [&](auto &position, Iteration &iteration) {
      iteration.update(store, file.put<Result>(call_(*position)));
    };
    gather(results, body);
    return results;
  }

  template <class Body>
  void gather(std::vector<Result> &results, const Body &body) const {
    Site site = options_.site();
    for (auto &&item : run(site, elements(items_), body))
      results.push_back(call_(std::forward<decltype(item)>(item)));
  }

  const ParallelOptions &options_;
  Items &items_;
  const Call &call_;
};

template <class Items, class Call>
auto collect(const ParallelOptions &options, Items &items, const Call &call) {
  return Collector<Items, Call>(options, items, call).collect();
}

template <class T> struct IsVector : std::false_type {};
template <class T, class A>
struct IsVector<std::vector<T, A>> : std::true_type {};

/// flatten() makes one vector of the vectors that the parts gave; other results
/// stay one for each part.
template <class Result> auto flatten(std::vector<Result> parts) {
  if constexpr (IsVector<Result>::value) {
    Result all;
    for (Result &part : parts)
      all.insert(all.end(), std::make_move_iterator(part.begin()),
                 std::make_move_iterator(part.end()));
    return all;
  } else {
    return parts;
  }
}

template <class Items>
using ItemOf = typename std::iterator_traits<IteratorOf<Items>>::value_type;

template <class Func, class Items, class... Args>
inline constexpr bool takes_item =
    std::is_invocable_v<Func &, decltype(*first(std::declval<Items &>())),
                        Args &...>;
template <class Func, class Items, class... Args>
inline constexpr bool takes_subrange =
    std::is_invocable_v<Func &, Subrange<IteratorOf<Items>>, Args &...>;
template <class Func, class Items, class... Args>
inline constexpr bool takes_vector =
    std::is_invocable_v<Func &, std::vector<ItemOf<Items>> &, Args &...>;

} // namespace detail

/// parallel_parts() calls func(part, args...) for one part of the items after
/// the other, as many as there are processes. Returns one vector if func
/// returns vectors, else a vector of what func returns, or nothing. It is what
/// parallel() does where func takes no single item; a generic lambda, which
/// seems to take anything, needs it.
template <class Func, class Items, class... Args>
auto parallel_parts(const ParallelOptions &options, Func &&func, Items &&items,
                    Args &&...args) {
  using Range = std::remove_reference_t<Items>;
  constexpr bool by_subrange = detail::takes_subrange<Func, Range, Args...>;
  const unsigned asked = options.num_processes();
  const auto parts =
      detail::cut(items, asked != 0 ? asked : default_processes());
  const auto call = [&](const Subrange<detail::IteratorOf<Range>> &part) {
    if constexpr (by_subrange) {
      return std::invoke(func, part, args...);
    } else {
      std::vector<detail::ItemOf<Range>> copy(part.begin(), part.end());
      return std::invoke(func, copy, args...);
    }
  };
  if constexpr (std::is_void_v<decltype(call(parts.front()))>)
    detail::collect(options, parts, call);
  else
    return detail::flatten(detail::collect(options, parts, call));
}

/// parallel() calls func(item, args...) for each item, in workers. Returns a
/// vector of the results in the order of the items, or nothing if func returns
/// nothing. Where func takes no single item, but a part of the items, it is
/// parallel_parts().
template <class Func, class Items, class... Args>
auto parallel(const ParallelOptions &options, Func &&func, Items &&items,
              Args &&...args) {
  using Range = std::remove_reference_t<Items>;
  // A generic lambda is asked for a part only if it can't take an item: the
  // question alone would compile its body.
  if constexpr (detail::takes_item<Func, Range, Args...>) {
    const auto call = [&](auto &&item) -> decltype(auto) {
      return std::invoke(func, std::forward<decltype(item)>(item), args...);
    };
    return detail::collect(options, items, call);
  } else {
    static_assert(
        detail::takes_subrange<Func, Range, Args...> ||
            detail::takes_vector<Func, Range, Args...>,
        "paraloop: parallel() needs a function that can be called with one "
        "item, a paraloop::Subrange or a std::vector of items, and the other "
        "arguments");
    return parallel_parts(options, func, items, args...);
  }
}

template <class Func, class Items, class... Args,
          class = std::enable_if_t<
              !std::is_same_v<std::decay_t<Func>, ParallelOptions>>>
auto parallel(Func &&func, Items &&items, Args &&...args) {
  const ParallelOptions options("paraloop::parallel", 0);
  return parallel(options, func, items, args...);
}

template <class Func, class Items, class... Args,
          class = std::enable_if_t<
              !std::is_same_v<std::decay_t<Func>, ParallelOptions>>>
auto parallel_parts(Func &&func, Items &&items, Args &&...args) {
  const ParallelOptions options("paraloop::parallel_parts", 0);
  return parallel_parts(options, func, items, args...);
}

} // namespace paraloop

#endif
