// Containers of the standard library: everything that one iteration may add to or take from.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <bitset>
#include <deque>
#include <forward_list>
#include <list>
#include <queue>
#include <stack>
#include <string>
#include <vector>

struct Task {
  int priority;
  std::string name;
  bool operator<(const Task &other) const { return priority < other.priority; }
};

int main() {
  std::deque<int> both;
  std::list<std::string> names;
  std::forward_list<int> stacked;
  std::vector<bool> flags(300);
  std::bitset<300> bits;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    if (i % 2) both.push_back(i);
    else both.push_front(i);
    names.emplace_back(i % 5, 'x');
    stacked.push_front(i * i);
    if (i % 7 == 0) flags[i] = true;
    bits.set(i * 11 % 300, i % 3 == 0);
  }
  show("sequences", both, names, stacked, flags, bits.to_string());

  std::priority_queue<Task> tasks;
  std::stack<int> depth;
  std::queue<std::string> queue;
  [[paraloop]]
  for (int i = 0; i < 260; ++i) {
    tasks.push({i * 31 % 260, "task " + std::to_string(i)});
    depth.push(i);
    if (i % 4 == 3) depth.pop();
    queue.push(std::to_string(i));
  }
  for (; !tasks.empty(); tasks.pop()) show("task", tasks.top().priority, tasks.top().name);
  for (; !depth.empty(); depth.pop()) show("depth", depth.top());
  show("queue", queue.size(), queue.front(), queue.back());

  std::string text;
  std::vector<int> values;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    text.append(std::to_string(i)).append(1, ' ');
    text.push_back(static_cast<char>('a' + i % 26));
    values.insert(values.end(), {i, i + 1});
    if (i % 40 == 39) values.erase(values.begin());
    if (i % 100 == 99) text.resize(text.size() / 2);
  }
  show("edits", text, values);
}
