// Exceptions inside of iterations, and updates that throw themselves.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

static int parse(const std::string &text) {
  if (text.empty()) throw std::invalid_argument("empty");
  if (text.size() > 6) throw std::length_error(text);
  return std::stoi(text);
}

int main() {
  std::vector<std::string> inputs;
  for (int i = 0; i < 300; ++i)
    inputs.push_back(i % 37 == 0 ? "" : i % 41 == 0 ? "x" + std::to_string(i) : std::to_string(i * i * i));
  long sum = 0;
  std::map<std::string, int> errors;
  std::vector<int> parsed;
  [[paraloop]]
  for (const std::string &input : inputs) {
    try {
      const int value = parse(input);
      sum += value;
      if (value % 2) throw value;
      parsed.push_back(value);
    } catch (const std::length_error &error) {
      ++errors["long"];
      continue;
    } catch (const std::exception &error) {
      ++errors[error.what()];
    } catch (int odd) {
      errors["odd"] += odd % 3;
    }
  }
  show("caught", sum, errors, parsed);

  std::vector<int> slots(250);
  int stored = 0;
  try {
    [[paraloop]]
    for (int i = 0; i < 300; ++i) {
      slots.at(i) = i * i;
      ++stored;
    }
  } catch (const std::out_of_range &) {
    show("out of range", stored);
  }
  show("slots", slots);
}
