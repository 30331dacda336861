// Types that can't travel are refused by the compiler with a sentence that a
// person understands. Each case is compiled alone; see CMakeLists.txt for the
// sentence that it must give.

#include "paraloop/iteration.h"

#include <functional>
#include <map>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

struct Handle {
  ~Handle() {}
};

void body(paraloop::Iteration &iteration) {
  const auto update = [](auto &) {};
#if defined(RAW_POINTER)
  int x = 0;
  iteration.update(update, &x);
#elif defined(POINTER_IN_A_MAP)
  iteration.update(update, std::map<int, std::vector<int *>>());
#elif defined(POINTER_TO_MEMBER)
  iteration.update(update, std::vector<int std::pair<int, int>::*>());
#elif defined(VIEW_IN_A_VECTOR)
  iteration.update(update, std::vector<std::string_view>());
#elif defined(ITERATOR)
  iteration.update(update, std::vector<int>().begin());
#elif defined(SHARED_POINTER)
  iteration.update(update, std::make_shared<int>(1));
#elif defined(OWN_CLASS)
  iteration.update(update, std::vector<Handle>());
#elif defined(COMPARATOR_WITH_A_STATE)
  iteration.update(update, std::map<int, int, bool (*)(int, int)>(nullptr));
#elif defined(TEMPORARY_UPDATE)
  iteration.update([](auto &) {}, 1);
#else
  iteration.update(update, 1);
#endif
}
