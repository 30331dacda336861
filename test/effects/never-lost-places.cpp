// What an object owns stays where it is when the object travels as a whole: pointers to it from before the loop are good
// afterwards.
//
// RUN: %equal %s --both
#include <cstdio>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 5000; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1000 + 1000;
}

struct Record {
  int count = 0;
  std::vector<int> values{1, 2, 3};
  std::map<int, int> table{{1, 2}, {5, 6}, {9, 0}};
  std::unordered_map<int, int> other{{1, 2}, {5, 6}};
  std::list<int> parts{1, 2, 3};
  std::string text = std::string(40, 'a');
  int numbers[2] = {1, 2};
  void step(int by) {
    count += by;
    values[1] += by;
    table[5] += by;
    table[6] = by;
    table.erase(9);
    other[5] += by;
    parts.back() += by;
    text[3] = static_cast<char>('a' + by % 26);
    numbers[1] += by;
  }
};
struct Owner {
  std::unique_ptr<int> one = std::make_unique<int>(3);
  std::vector<std::vector<int>> rows{{1}, {2, 3}};
  void step(int by) {
    *one += by;
    rows[1][0] += by;
  }
};
struct Constant {
  const int id;
  std::string text;
};
static void refill(std::vector<Constant> &row, int id) { // In the same storage, but what is there is new.
  row.clear();
  row.push_back(Constant{id, std::to_string(id)});
}
static void fill(std::vector<int> &row, int by) {
  for (int &value : row) value += by;
}
static void lengthen(std::vector<int> &row, int by) {
  row.push_back(by);
  fill(row, by);
}

int main() {
  std::vector<Record> records(10);
  std::vector<std::unique_ptr<Record>> others;
  std::vector<std::unique_ptr<Owner>> owners;
  std::vector<const int *> numbers;
  std::vector<const char *> letters;
  for (int i = 0; i < 10; ++i) {
    others.push_back(std::make_unique<Record>());
    for (Record *one : {others[i].get(), &records[i]}) {
      numbers.insert(numbers.end(), {&one->values[1], &one->table[5], &one->other[5], &one->parts.back()});
      letters.push_back(&one->text[3]);
    }
    owners.push_back(std::make_unique<Owner>());
    numbers.insert(numbers.end(), {owners[i]->one.get(), &owners[i]->rows[1][0]});
  }
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < others.size(); ++i) others[i]->step(work(i));
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < records.size(); ++i) records[i].step(work(i));
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < owners.size(); ++i) owners[i]->step(work(i));
  for (const int *number : numbers) std::printf("%d ", *number);
  for (const char *letter : letters) std::printf("%c", *letter);
  for (const auto &[key, value] : records[4].table) std::printf(" %d=%d", key, value);

  std::vector<std::vector<Constant>> constants(10);
  for (auto &row : constants) {
    row.reserve(4);
    row.push_back(Constant{7, "seven"});
  }
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < constants.size(); ++i) refill(constants[i], work(i));
  for (const auto &row : constants) std::printf(" %d=%s", row[0].id, row[0].text.c_str());

  std::vector<std::vector<int>> grid(10, std::vector<int>(5));
  for (auto &row : grid) row.reserve(9);
  int *inside = &grid[4][1];
  [[paraloop(chunk = 1)]] for (auto &row : grid) fill(row, work(3));
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < grid.size(); ++i) lengthen(grid[i], work(i));
  std::printf(" %d %zu %zu", *inside, grid[4].size(), grid[4].capacity());
  *inside = 7;
  std::printf(" %d\n", grid[4][1]);
}
