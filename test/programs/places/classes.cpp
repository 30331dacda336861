// Loops in constructors, destructors, methods, static methods, operators and local classes.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <string>
#include <vector>

class Table {
public:
  explicit Table(int n) : rows_(), limit_(n / 2) {
    [[paraloop]]
    for (int i = 0; i < n; ++i) {
      rows_.push_back(i * i % 17);
      if (i > limit_) ++above_;
    }
  }
  ~Table() {
    long sum = 0;
    [[paraloop]]
    for (int row : rows_) sum = sum * 3 % 1000 + row;
    show("destroyed", sum, above_);
  }
  Table &operator+=(int amount) {
    [[paraloop]]
    for (std::size_t i = 0; i < rows_.size(); ++i) total_ += rows_[i] * amount;
    return *this;
  }
  static long sum(const Table &table) {
    long result = 0;
    [[paraloop]]
    for (int row : table.rows_)
      if (row < table.limit_) result += row;
    return result;
  }
  long total() const { return total_; }

private:
  std::vector<int> rows_;
  int limit_, above_ = 0;
  long total_ = 0;
};

struct Base {
  virtual ~Base() = default;
  virtual int weigh(int i) const { return i; }
  std::string run() const {
    std::string log;
    [[paraloop]]
    for (int i = 0; i < 240; ++i) log += std::to_string(weigh(i));
    return log;
  }
};
struct Heavy : Base {
  int weigh(int i) const override { return 3 * i; }
};

int main() {
  {
    Table table(300);
    table += 3;
    table += -1;
    show("table", table.total(), Table::sum(table));
  }
  struct Local {
    int sum = 0;
    void add(int n) {
      [[paraloop]]
      for (int i = 0; i < n; ++i) sum += i % 3;
    }
  };
  Local local;
  local.add(260);
  Base base;
  Heavy heavy;
  show("others", local.sum, base.run(), heavy.run());
}
