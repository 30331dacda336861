// Values and statements that make no sense in another process, beside what does.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++20 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

double work(double);
struct Widget {
  explicit Widget(int i) : id(i) {}
  int id;
};
struct Holder {
  int id;
  Widget *widget;
};

void values(int n, const std::vector<std::string> &names) {
  std::vector<Widget *> made;
  [[paraloop]] for (int i = 0; i < n; ++i) made.push_back(new Widget(i)); // expected-error 1+ {{Widget}}
  std::vector<std::unique_ptr<int>> owned;
  [[paraloop]] for (int i = 0; i < n; ++i) owned.push_back(std::make_unique<int>(i));
  std::vector<std::string_view> views;
  [[paraloop]] for (const std::string &name : names) {
    const std::string copy = name + "!";
    views.push_back(std::string_view(copy)); // expected-error 1+ {{string_view}}
  }
  std::vector<std::string> texts;
  [[paraloop]] for (const std::string &name : names) texts.push_back(name + "!");
  std::vector<Holder> holders;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    Holder holder{i, nullptr};
    holders.push_back(holder); // expected-error 1+ {{holder}}
  }
  std::vector<Widget> widgets;
  [[paraloop]] for (int i = 0; i < n; ++i) widgets.push_back(Widget(i));
  std::vector<std::FILE *> files;
  [[paraloop]] for (int i = 0; i < n; ++i) files.push_back(std::tmpfile()); // expected-error 1+ {{tmpfile}}
}

void memory(int n, Widget **widgets, char **texts) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    sum += work(widgets[i]->id);
    delete widgets[i]; // expected-error 1+ {{widgets}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    sum += work(widgets[i]->id);
    Widget *own = new Widget(i);
    sum += work(own->id);
    delete own;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) std::free(texts[i]); // expected-error 1+ {{texts}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    void *own = std::malloc(10);
    std::free(own);
  }
  Widget *last = nullptr;
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(i) > 3) last = new Widget(i); // The program makes it, so it is the program's.
  int last_id = 0;
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(i) > 3) last_id = i;
  sum += last->id + last_id;
}

std::jmp_buf place;

void statements(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (work(i) > 3) std::longjmp(place, 1); // expected-error 1+ {{longjmp}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (work(i) > 3) throw i;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    asm volatile("" ::: "memory"); // expected-error 1+ {{inline assembl}}
    work(i);
  }
  std::FILE *file = std::tmpfile();
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::fseek(file, i, SEEK_SET); // All that is done to it is done by the program.
    work(i);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::FILE *own = std::tmpfile();
    std::fseek(own, i, SEEK_SET);
    std::fclose(own);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) setenv("N", std::to_string(i).c_str(), 1); // expected-error 1+ {{setenv}}
  [[paraloop]] for (int i = 0; i < n; ++i) work(std::getenv("N") ? 1 : i);
}
