// KnownVariables.cpp: in: objects and their files. Out: memory and names.

#include "KnownVariables.h"

#include <algorithm>

namespace paraloop {

KnownVariables::KnownVariables() {
  for (const OwnObject &one : own_objects()) {
    auto file = std::make_unique<ElfFile>(one.file);
    if (!file->is_loaded_as(one.headers, one.header_count)) {
      problem_ = "the file of " + one.name +
                 " can't be read, is not the one that was loaded, or has no "
                 "section headers";
      return;
    }
    std::vector<ElfFile::Section> sections = file->sections();
    objects_.push_back({one, std::move(file), std::move(sections), false, {}});
  }
  if (objects_.empty() || is_static(objects_.front().loaded))
    problem_ = "the program is linked statically, so its variables can't be "
               "told from those of the system's libraries";
}

std::vector<Baseline::Memory> KnownVariables::memory() const {
  std::vector<Baseline::Memory> all;
  for (const Object &one : objects_)
    for (const ElfFile::Section &section : one.sections)
      all.push_back({{one.loaded.base + section.range.begin,
                      one.loaded.base + section.range.end},
                     section.begins_empty});
  return all;
}

bool KnownVariables::holds(const Object &object, std::uintptr_t address) {
  for (const ElfFile::Section &section : object.sections)
    if (address - object.loaded.base >= section.range.begin &&
        address - object.loaded.base < section.range.end)
      return true;
  return false;
}

KnownVariables::Place KnownVariables::at(std::uintptr_t address) {
  Place place;
  for (Object &one : objects_) {
    if (!holds(one, address))
      continue;
    if (!one.named)
      one.variables = one.file->variables();
    one.named = true;
    place.object = one.loaded.name;
    place.has_all_names = one.file->has_all_names();
    place.offset = address - one.loaded.base;
    const auto behind = std::upper_bound(
        one.variables.begin(), one.variables.end(), place.offset,
        [](std::uintptr_t offset, const ElfFile::Variable &variable) {
          return offset < variable.range.begin;
        });
    if (behind == one.variables.begin() ||
        std::prev(behind)->range.end <= place.offset)
      return place;
    place.variable = &*std::prev(behind);
    place.offset -= place.variable->range.begin;
    return place;
  }
  return place;
}

} // namespace paraloop
