// A small report program: records are parsed, checked, summed up and printed, as people write it.
//
// RUN: %equal %s
#include <cstdlib>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

struct Record {
  std::string city;
  double degrees = 0;
  int day = 0;
};

static Record parse(const std::string &line) {
  std::istringstream in(line);
  Record record;
  char comma = 0;
  if (!std::getline(in, record.city, ';') || !(in >> record.degrees >> comma >> record.day))
    throw std::runtime_error("bad line: " + line);
  return record;
}

struct Range {
  double low = 1e9, high = -1e9, sum = 0;
  int days = 0;
  void add(double x) {
    if (x < low) low = x;
    if (x > high) high = x;
    sum += x;
    ++days;
  }
};

static std::vector<std::string> measured() {
  std::vector<std::string> lines;
  for (int i = 0; i < 400; ++i) {
    const std::string city = "city" + std::to_string(i % 7);
    lines.push_back(i % 97 == 50 ? "broken" : city + ';' + std::to_string(i * 37 % 400 / 10.0 - 5) + ',' + std::to_string(i));
  }
  return lines;
}

int main() {
  const std::vector<std::string> lines = measured();
  std::map<std::string, Range> ranges;
  std::vector<std::string> errors;
  std::set<int> days;
  int good = 0;
  [[paraloop]]
  for (const std::string &line : lines) {
    Record record;
    try {
      record = parse(line);
    } catch (const std::runtime_error &error) {
      std::cerr << error.what() << '\n';
      errors.push_back(error.what());
      continue;
    }
    ranges[record.city].add(record.degrees);
    days.insert(record.day);
    ++good;
  }
  std::string summary;
  [[paraloop]]
  for (const auto &[city, range] : ranges) {
    std::ostringstream row;
    row << city << " from " << range.low << " to " << range.high << ", mean " << range.sum / range.days;
    std::cout << row.str() << '\n';
    summary += row.str().substr(0, 5);
  }
  std::cout << good << ' ' << errors.size() << ' ' << days.size() << ' ' << summary << '\n';
  return errors.empty() ? EXIT_SUCCESS : 4;
}
