// The annotation as the last thing in a file is an error at its place.
//
// RUN: not %paraloop %s 2>&1 | FileCheck %s
// CHECK: misplaced-at-end.cpp:[[#@LINE+1]]:3: error: 'paraloop' stands before the end of the file
[[paraloop]]
