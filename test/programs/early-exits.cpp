// break, return and throw at iteration 700 of 1000 behave as in the sequential program.
//
// RUN: %equal %s --both
#include <iostream>
#include <string>
#include <vector>
struct Stop { int at; std::string why; };
long broken(std::vector<int> &seen) {
  long sum = 0;
  [[paraloop]]
  for (int i = 0; i < 1000; ++i) {
    std::cout << "b" << i << '\n';
    sum += i;
    if (i == 700) break;
    seen.push_back(i);
  }
  return sum;
}
std::string returned(std::vector<int> &seen) {
  [[paraloop]]
  for (int i = 0; i < 1000; ++i) {
    std::string name = "n" + std::to_string(i);
    if (i == 700) return name + " returned";
    seen.push_back(i * 2);
    std::cerr << "r" << i << '\n';
  }
  return "none";
}
void thrown(std::vector<int> &seen) {
  [[paraloop]]
  for (int i = 0; i < 1000; ++i) {
    std::cout << "t" << i << std::endl;
    if (i == 700) throw Stop{i, "too much"};
    seen.push_back(-i);
  }
}
int main() {
  std::vector<int> a, b, c;
  std::cout << broken(a) << ' ' << a.size() << '\n';
  std::cout << returned(b) << ' ' << b.size() << ' ' << b.back() << '\n';
  try { thrown(c); } catch (const Stop &stop) { std::cout << "caught " << stop.at << stop.why << '\n'; }
  std::cout << c.size() << '\n';
  return a.back() == 699 ? 7 : 1;
}
