// LostWrites.cpp: in: what differs from the baseline. Out: variables, as text.

#include "LostWrites.h"

#include "Config.h"
#include "VariableNames.h"

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <map>

namespace paraloop {
namespace {

/// So many variables are named.
constexpr std::size_t most_named = 8;

std::string hexadecimal(std::uintptr_t number) {
  char text[24];
  std::snprintf(text, sizeof text, "0x%" PRIxPTR, number);
  return text;
}

/// word_of() numbers the words that Baseline compares.
std::uintptr_t word_of(std::uintptr_t address) {
  return address / sizeof(std::uint64_t);
}

/// is_listed() returns true if `name`, or its part behind the last "::", is
/// among the names in `list`, which have commas between them.
bool is_listed(const std::string &name, const std::string &list) {
  const std::size_t scope = name.rfind("::");
  const std::string last =
      scope == std::string::npos ? name : name.substr(scope + 2);
  const std::string all = "," + list + ",";
  return all.find("," + name + ",") != std::string::npos ||
         all.find("," + last + ",") != std::string::npos;
}

/// What changed of one variable.
struct Change {
  std::uintptr_t first;
  std::uintptr_t last;
};

std::string text_of(const ElfFile::Variable &variable, const Change &change,
                    const std::string &object) {
  std::string text = "'" + readable(variable.name) + "'";
  if (variable.range.end - variable.range.begin > 8)
    text += " from its byte " + std::to_string(change.first) + " on";
  return text + " (in " + object + ")";
}

} // namespace

LostWrites::LostWrites(const void *local)
    : callers_(callers_of(local)), baseline_(memory()),
      problem_(variables_.problem()) {
  if (problem_.empty() && baseline_.failed())
    problem_ = "there is no memory for a copy of the program's variables";
}

std::vector<Baseline::Memory> LostWrites::memory() const {
  std::vector<Baseline::Memory> all = variables_.memory();
  if (callers_.begin != callers_.end)
    all.push_back({callers_, false});
  return all;
}

void LostWrites::accept(const void *object, std::size_t size) {
  const auto begin = reinterpret_cast<std::uintptr_t>(object);
  baseline_.accept({begin, begin + size});
}

LostWrites::Result LostWrites::find() {
  if (!problem_.empty())
    return {Finding::unchecked, problem_};
  const std::vector<MemoryRange> differences = baseline_.differences();
  if (differences.empty())
    return {Finding::nothing, ""};
  for (const MemoryRange &one : differences)
    baseline_.accept(one);
  const std::vector<std::string> named = describe(differences);
  if (named.empty())
    return {Finding::nothing, ""};
  std::string text;
  for (std::size_t i = 0; i < std::min(named.size(), most_named); ++i)
    text += (i == 0 ? "" : ", ") + named[i];
  if (named.size() > most_named)
    text += " and " + std::to_string(named.size() - most_named) + " more";
  return {Finding::lost_writes, text};
}

std::vector<std::string>
LostWrites::describe(const std::vector<MemoryRange> &differences) {
  std::map<std::string, std::pair<KnownVariables::Place, Change>> changed;
  std::vector<std::string> found;
  std::uintptr_t last_unnamed = 0;
  for (const MemoryRange &one : differences) {
    const KnownVariables::Place place = variables_.at(one.begin);
    if (!place.variable) {
      // Some bytes of a word may be what they were: it changed once all the
      // same.
      if (const std::uintptr_t word = word_of(one.begin);
          word != last_unnamed) {
        last_unnamed = word;
        const std::string text = describe_unnamed(one, place);
        if (!text.empty())
          found.push_back(text);
      }
      continue;
    }
    const std::uintptr_t last = place.offset + (one.end - one.begin) - 1;
    const auto added =
        changed.emplace(place.variable->name + '\0' + place.object,
                        std::make_pair(place, Change{place.offset, last}));
    added.first->second.second.last = last;
  }
  for (const auto &one : changed) {
    const auto &[place, change] = one.second;
    const std::string guard =
        guard_of(place.variable->name) + '\0' + place.object;
    if (!is_of_the_program(*place.variable) || is_guard(place.variable->name) ||
        changed.count(guard) != 0)
      continue;
    if (!is_listed(readable(place.variable->name),
                   configuration().check_ignore))
      found.push_back(text_of(*place.variable, change, place.object));
  }
  return found;
}

/// Returns nothing where the change may be none of the body's.
std::string LostWrites::describe_unnamed(const MemoryRange &difference,
                                         const KnownVariables::Place &place) {
  const std::uintptr_t address = difference.begin;
  if (place.object.empty())
    return "a local variable of a function that called the loop's (at " +
           hexadecimal(address) + ", " +
           std::to_string(address - callers_.begin) +
           " bytes above the end of the loop's own frame)";
  // With all names there, what has none is the compiler's. Without, a first
  // change may be an initialization, which each worker makes for itself.
  if (place.has_all_names || changed_once_.insert(word_of(address)).second)
    return "";
  return "a variable without a name, because the file is stripped (at " +
         place.object + "+" + hexadecimal(place.offset) + ")";
}

} // namespace paraloop
