void use(int);
void function() {
  [[paraloop]] for (int i = 0; i < 3; ++i) use(i);
}
