// Progress counters, error flags and messages beside the real work.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <iostream>
#include <string>
#include <vector>

struct View {
  int id;
  bool damaged;
};

static bool synchronize(const View &view, std::string &error) {
  if (view.damaged) {
    error = "view " + std::to_string(view.id) + " is damaged";
    return false;
  }
  return true;
}

int main() {
  std::vector<View> views;
  for (int i = 0; i < 300; ++i) views.push_back({i, i % 71 == 70});
  bool status = true;
  int progress = 0, failures = 0;
  std::string last_error;
  std::vector<std::string> errors;
  [[paraloop]]
  for (const View &view : views) {
    std::string error;
    if (!synchronize(view, error)) {
      status = false;
      last_error = error;
      errors.push_back(error);
      failures++;
    }
    ++progress;
  }
  show("flags", status, progress, failures, last_error, errors);

  int done = 0;
  double work = 0;
  [[paraloop]]
  for (std::size_t i = 0; i < views.size(); ++i) {
    work += static_cast<double>(views[i].id) / 7;
    ++done;
    if (done % 50 == 0) std::cerr << done << " of " << views.size() << " views\n";
  }
  show("done", done, work);

  int percent = 0;
  [[paraloop]]
  for (int i = 0; i < 400; ++i) {
    const int now = (i + 1) * 100 / 400;
    if (now != percent) {
      percent = now;
      if (percent % 10 == 0) std::cout << percent << "%\n";
    }
  }
}
