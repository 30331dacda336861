// A statement that would carry what other iterations did back into a variable of the body is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <utility>
#include <vector>

void use(int);

void function(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = 0;
    own = (total += i); // expected-error {{this statement carries what other iterations made of 'total' into 'own' [paraloop-value-flows-back]}} expected-note {{hint: a worker can't know that value}}
    use(own);
  }
  std::vector<int> last;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::vector<int> own = {i};
    std::swap(last, own); // expected-error {{carries what other iterations made of 'last' into 'own'}} expected-note {{hint}}
    use(own.size());
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = 0;
    own = i;
    total += own;
    last = std::vector<int>{i};
    use(own);
  }
}
