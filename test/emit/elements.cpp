// A range-for evaluates its range once, and a structured binding keeps its names in the workers' copy.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
// CHECK: auto &&paraloop_range = counts;
// CHECK: loop_iterator = [&](auto &paraloop_position,
// CHECK-NEXT: const auto &[word, count] = *paraloop_position;
// CHECK: for (paraloop::Course paraloop_course(paraloop_site, paraloop::elements(paraloop_range), loop_iterator); auto paraloop_leg = paraloop_course.next();)
// CHECK: for (const auto &[word, count] : paraloop_leg.rest()) {

#include <map>
#include <string>

void use(const std::string &, int);

void function(const std::map<std::string, int> &counts) {
  [[paraloop]] for (const auto &[word, count] : counts) {
    use(word, count);
  }
}
