void use(int);
void function(int n) {
  [[parloop]] for (int i = 0; i < n; ++i) use(i);
}
