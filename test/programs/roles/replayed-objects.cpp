// Objects of the user's own classes: methods, operators and functions in sight.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <algorithm>
#include <map>
#include <string>
#include <vector>

class Stats {
public:
  void add(double x) {
    ++count_;
    const double delta = x - mean_;
    mean_ += delta / count_;
    squares_ += delta * (x - mean_);
    highest_ = std::max(highest_, x);
  }
  Stats &operator+=(double x) {
    add(x);
    return *this;
  }
  void print() const { show("stats", count_, mean_, squares_, highest_); }

private:
  int count_ = 0;
  double mean_ = 0, squares_ = 0, highest_ = -1;
};

struct Log {
  std::vector<std::string> lines;
};
static Log &operator<<(Log &log, const std::string &text) {
  log.lines.push_back(text);
  return log;
}
static Log &operator<<(Log &log, int number) { return log << "#" + std::to_string(number); }

class Table {
public:
  void write_row(int id, const std::string &name) {
    rows_ += std::to_string(id) + ';' + name + '\n';
    ++written_;
  }
  const std::string &rows() const { return rows_; }
  int written() const { return written_; }

private:
  std::string rows_;
  int written_ = 0;
};

static void count_words(const std::string &line, std::map<std::string, int> &counts) {
  std::size_t begin = 0;
  while (begin < line.size()) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    ++counts[line.substr(begin, end - begin)];
    begin = end + 1;
  }
}

int main() {
  Stats stats, other;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    stats.add(i * 7 % 31 / 3.0);
    if (i % 3) other += 1.0 / (i + 1);
  }
  stats.print();
  other.print();

  Table table;
  Log log;
  [[paraloop]]
  for (int i = 0; i < 250; ++i) {
    table.write_row(i, "n" + std::to_string(i % 9));
    if (i % 10 == 0) log << i << std::string("tenth");
  }
  show("table", table.rows(), table.written(), log.lines);

  std::map<std::string, int> counts;
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    const std::string line = "a" + std::to_string(i % 7) + " b" + std::to_string(i % 3) + " the end";
    count_words(line, counts);
  }
  show("words", counts);
}
