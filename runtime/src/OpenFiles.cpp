// OpenFiles.cpp: in: glibc's list of FILEs. Out: facts about their buffers.

#include "OpenFiles.h"

#include <cstdio>
#include <stdio_ext.h>

// Every FILE that is open, linked by _chain.
extern "C" FILE *_IO_list_all;

namespace paraloop {
namespace {

bool holds_text(FILE *file) {
  return file != stdout && file != stderr && __fpending(file) != 0;
}

} // namespace

void forget_unwritten_text() {
  for (FILE *file = _IO_list_all; file; file = file->_chain)
    if (holds_text(file))
      __fpurge(file);
}

bool text_waits_in_files() {
  for (FILE *file = _IO_list_all; file; file = file->_chain)
    if (holds_text(file))
      return true;
  return false;
}

} // namespace paraloop
