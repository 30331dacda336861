// What unseen.cpp calls in a shared library.
int library_state = 0;

int in_library(int i) {
  library_state = i;
  return i;
}
