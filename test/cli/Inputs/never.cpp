void use(int);
template <class T> void never(T n) {
  [[paraloop]]
  for (T i = 0; i < n; ++i) use(i);
}
