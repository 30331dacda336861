// An attribute of that name in somebody else's namespace is none of ours, wherever it stands.
//
// RUN: %paraloop %s | diff %s -

[[other::paraloop]] int variable;

void function() {
  [[other::paraloop]] while (variable) ++variable;
  [[using other: paraloop, parloop]] for (int i = 0; i < 3; ++i) ++variable;
}
