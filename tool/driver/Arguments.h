// Arguments.h: what a compiler's command line asks for.
//
// In: the words after `paraloop-c++`. Out: an Invocation, which says which
// compiler to run, which words are C++ sources, and which flags decide how
// those sources are parsed. Nothing is read or run here.
//
//     paraloop-c++ /usr/bin/g++ -O2 -Iinc -c a.cpp -o a.o
//                  \____1_____/ \____2_____________________/   2: sources
//                  {a.cpp}, parse flags {-O2, -Iinc},
//                                                                 output a.o,
//                                                                 stage compile

#ifndef PARALOOP_DRIVER_ARGUMENTS_H
#define PARALOOP_DRIVER_ARGUMENTS_H

#include <cstddef>
#include <string>
#include <vector>

namespace paraloop::driver {

using Words = std::vector<std::string>;

/// Stage is where the compiler stops.
enum class Stage {
  information,  ///< no input at all: --version, -print-search-dirs
  dependencies, ///< -M, -MM: only the rule for make
  preprocess,   ///< -E
  compile,      ///< -c, -S, -fsyntax-only
  link,         ///< none of these
};

/// Source is a C++ source among the words.
struct Source {
  std::size_t position; ///< index in Invocation::words
  std::string path;     ///< as the user spelled it; "-" is the standard input
};

/// Invocation owns all its strings.
struct Invocation {
  Words compiler; ///< the compiler to run, with other launchers (ccache) before
                  ///< it
  Words given;    ///< everything after the compiler, as it was given
  Words words;    ///< the same with response files expanded

  Stage stage = Stage::information;
  std::vector<std::size_t>
      inputs; ///< positions of all input files, sources too
  std::vector<Source> sources;
  Words parseFlags;     ///< flags that decide how a source is parsed
  Words includeFolders; ///< -iquote, then -I; not -isystem
  std::string output;   ///< value of the last -o, empty without one
  std::vector<std::size_t> outputWords; ///< positions of all words of all -o
  std::string dependencyFile;      ///< value of the last -MF, empty without one
  bool writesDependencies = false; ///< -MD or -MMD
  bool relocatable = false;        ///< -r: the output is linked again later
  bool precompiles = false;        ///< an input is a header
  std::string language;            ///< value of the last -x; empty for none
  bool contractsNothing = false;   ///< the last -ffp-contract is off or on
  bool contractsAll = false;       ///< the last -ffp-contract is fast
};

/// readInvocation() sorts the words after `paraloop-c++`. `standardCompiler` is
/// used where the first word is not itself a compiler, as it is when
/// paraloop-c++ serves as a compiler launcher; it may be several words. Throws
/// std::runtime_error if a response file nests without end.
Invocation readInvocation(const Words &words, const Words &standardCompiler);

} // namespace paraloop::driver

#endif
