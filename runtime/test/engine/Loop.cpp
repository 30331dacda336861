// Loop.cpp: in: a body. Out: its numbers, through workers.

#include "Loop.h"

namespace paraloop_test {
namespace {

[[noreturn]] void work(paraloop::Region &region, const Body &body) {
  for (paraloop::Chunk chunk; region.claim(chunk);) {
    std::uint64_t k = chunk.first;
    for (; k < chunk.last; ++k) {
      std::uint64_t result = 0;
      if (!region.begin(k))
        continue;
      if (!body(k, result))
        break;
      region.writer().value(result);
    }
    if (k == chunk.last)
      region.commit();
    else
      region.leave(k);
  }
  region.exit_worker();
}

} // namespace

std::uint64_t run(paraloop::Site &site, std::uint64_t iterations,
                  const Body &body, const Apply &apply, bool permitted) {
  paraloop::Region region(site, iterations, permitted);
  for (;;)
    switch (region.next()) {
    case paraloop::Step::work:
      work(region, body);
    case paraloop::Step::apply:
      for (paraloop::Reader record = region.record(); !record.at_end();)
        apply(record.value<std::uint64_t>());
      break;
    case paraloop::Step::finished:
      return region.resume_at();
    }
}

std::vector<std::uint64_t> results(paraloop::Site &site,
                                   std::uint64_t iterations, const Body &body,
                                   bool permitted) {
  std::vector<std::uint64_t> numbers;
  const std::uint64_t rest = run(
      site, iterations, body,
      [&](std::uint64_t number) { numbers.push_back(number); }, permitted);
  for (std::uint64_t k = rest; k < iterations; ++k) {
    std::uint64_t result = 0;
    if (!body(k, result))
      break;
    numbers.push_back(result);
  }
  return numbers;
}

} // namespace paraloop_test
