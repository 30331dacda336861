#include <string>
#include <vector>

long work(int value);
void use(long);

void function(const std::vector<int> &values, std::vector<long> &out, int level) {
  for (int value : values) use(level += value);
  for (int step = 0; step < 3; ++step) {
    use(level);
    if ((level += step) > 1000) break;
    for (int value : values) out.push_back(work(value) + work(value + 1));
  }
  long total = 0;
  for (int value : values) total += work(value);
  long cheap = 0;
  for (int value : values) cheap += value;
  [[paraloop]] for (int value : values)
    for (int i = 0; i < 10; ++i) use(value + i);
  use(total + cheap);
}

template <class T> void never(T t) {
  for (int i = 0; i < 10; ++i) use(t + work(i));
}

#define LOOP for (int i = 0; i < 10; ++i) use(work(i))
void macro() { LOOP; }
