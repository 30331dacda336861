// Classes of the user's own travel: with private and const fields, bases, arrays, without a constructor that takes
// nothing; as operands, and as elements that workers own.
//
// RUN: %equal %s --both

#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

struct Tag {
  std::string name;
  int weight;
};

struct Record {
  std::string title;
  std::vector<Tag> tags;
  double scores[3] = {0, 0, 0};
  std::optional<std::string> note;
};

namespace shop {

class Item {
public:
  Item(std::string name, int price) : name_(std::move(name)), price_(price) {}
  void show() const { std::printf("%s costs %d\n", name_.c_str(), price_); }

protected:
  std::string name_;

private:
  const int price_;
};

class Offer : public Item {
  struct Reduction {
    std::string reason;
    int percent;
  };

public:
  Offer(std::string name, int price) : Item(std::move(name), price) {}
  void reduce(std::string why, int percent) { reductions_.push_back({std::move(why), percent}); }
  void print() const {
    show();
    for (const Reduction &one : reductions_)
      std::printf("  %d%% for %s\n", one.percent, one.reason.c_str());
  }

private:
  std::vector<Reduction> reductions_;
};

static std::vector<Offer> offers(int n) {
  std::vector<Offer> made;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    Offer offer("item" + std::to_string(i), i * 7 % 11);
    for (int k = 0; k < i % 3; ++k)
      offer.reduce("reason " + std::to_string(k), 10 * k);
    made.push_back(offer);
  }
  std::vector<Item> items;
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    items.push_back(Item("plain" + std::to_string(i), i));
  for (const Item &item : items)
    item.show();
  return made;
}

} // namespace shop

class Store {
public:
  void fill(int n) {
    entries_.resize(n);
    [[paraloop]]
    for (int i = 0; i < n; ++i)
      entries_[i] = Entry{std::to_string(i), std::string(i % 5, 'x')};
  }
  void show() const {
    for (const Entry &entry : entries_)
      std::printf("%s=%s ", entry.key.c_str(), entry.value.c_str());
    std::puts("");
  }

private:
  struct Entry {
    std::string key, value;
  };
  std::vector<Entry> entries_;
};

template <class T> struct Pair {
  T first;
  std::string second;
};

template <class T> static void pairs(T start, int n) {
  std::map<int, Pair<T>> found;
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    found.emplace(i * 5 % n, Pair<T>{static_cast<T>(start + i), "p" + std::to_string(i)});
  for (const auto &[key, pair] : found)
    std::printf("%d:%g%s ", key, static_cast<double>(pair.first), pair.second.c_str());
  std::puts("");
}

static void local_classes(int n) {
  struct Row {
    std::string name;
    std::unique_ptr<int> value;
    struct Inner {
      std::string text;
    } inner;
  };
  std::vector<Row> rows;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    Row row;
    row.name = "row" + std::to_string(i);
    if (i % 2)
      row.value = std::make_unique<int>(i);
    row.inner.text = "t";
    rows.push_back(std::move(row));
  }
  for (const Row &row : rows)
    std::printf("%s %d%s ", row.name.c_str(), row.value ? *row.value : -1, row.inner.text.c_str());
  std::puts("");
}

int main() {
  std::vector<Record> records(40);
  [[paraloop]]
  for (int i = 0; i < 40; ++i) {
    Record &record = records[i];
    record.title = "title " + std::to_string(i);
    record.scores[i % 3] = i / 7.0;
    if (i % 4 == 0)
      record.note = "note";
    record.tags.push_back({"tag", i});
  }
  std::map<std::string, Record> byTitle;
  [[paraloop]]
  for (const Record &record : records)
    byTitle[record.title.substr(0, 7)] = record;
  for (const auto &[title, record] : byTitle)
    std::printf("%s: %s %g %g %g %s %zu %d\n", title.c_str(), record.title.c_str(), record.scores[0], record.scores[1],
                record.scores[2], record.note.value_or("-").c_str(), record.tags.size(), record.tags.at(0).weight);
  for (const shop::Offer &offer : shop::offers(30))
    offer.print();
  Store store;
  store.fill(25);
  store.show();
  pairs(1.5, 17);
  pairs(3, 17);
  local_classes(20);
}
