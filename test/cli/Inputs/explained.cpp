#include <string>
#include <vector>

long work(int value, const std::vector<int> &values);

long function(const std::vector<int> &values, std::vector<std::string> &lines2) {
  std::vector<std::string> lines;
  long total = 0;
  [[paraloop]] for (int value : values) {
    const long own = work(value, values);
    total += own;
    if (own % 2) ++total;
    lines.push_back(std::to_string(own));
  }
  lines2 = lines;
  return total;
}

#ifdef REFUSED
void use(int);
void refused(int n, int level) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(level);
    level += i;
  }
}
#endif
