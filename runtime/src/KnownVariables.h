// KnownVariables.h: the global variables of the program and of its own
// libraries.
//
// In: this process. Out: the memory that holds them; the name of the one at an
// address. Names are read when the first is asked for.

#ifndef PARALOOP_KNOWN_VARIABLES_H
#define PARALOOP_KNOWN_VARIABLES_H

#include "Baseline.h"
#include "ElfFile.h"
#include "OwnObjects.h"

#include <memory>
#include <string>
#include <vector>

namespace paraloop {

class KnownVariables {
public:
  KnownVariables();

  /// problem() says why the variables can't be known; empty if they can.
  const std::string &problem() const { return problem_; }

  /// memory() returns all that holds such variables.
  std::vector<Baseline::Memory> memory() const;

  /// Place is what is known of an address.
  struct Place {
    const ElfFile::Variable *variable = nullptr; ///< Null if it has no name.
    std::uintptr_t offset = 0; ///< In the variable; without one, in the object.
    std::string object;        ///< The program or library; empty if none.
    bool has_all_names = true; ///< Of the object.
  };
  Place at(std::uintptr_t address);

private:
  struct Object {
    OwnObject loaded;
    std::unique_ptr<ElfFile> file;
    std::vector<ElfFile::Section> sections;
    bool named;
    std::vector<ElfFile::Variable> variables;
  };

  static bool holds(const Object &object, std::uintptr_t address);

  std::vector<Object> objects_;
  std::string problem_;
};

} // namespace paraloop

#endif
