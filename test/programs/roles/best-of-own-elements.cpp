// The best of the elements that the loop itself changes: workers keep their elements, and the fields that the comparison
// and its assignments read travel. Where an element takes what the best was, it is carried.
//
// RUN: %equal %s
// RUN: not %paraloop --dry-run %s -- -std=c++17 -DREFUSED 2>&1 | FileCheck %s

#include <cstdio>
#include <string>
#include <vector>

struct Genome {
  std::string bits;
  double fitness = 0;
  int id = 0;
  struct {
    int wins = 0;
  } record;
};

static double evaluate(const Genome &genome) {
  double sum = 0;
  for (const char bit : genome.bits)
    sum = sum * 0.9 + (bit - '0') * genome.id % 7;
  return sum;
}

int main() {
  std::vector<Genome> genomes(60);
  for (int i = 0; i < 60; ++i) {
    genomes[i].id = i;
    genomes[i].bits = std::to_string(i * 7919);
  }
  double best = -1, total = 0;
  int bestId = -1, wins = 0;
  [[paraloop]]
  for (auto &genome : genomes) {
    genome.bits += '1';
    genome.fitness = evaluate(genome);
    genome.record.wins = genome.id % 3;
    if (genome.fitness > best) {
      best = genome.fitness;
      bestId = genome.id;
      wins += genome.record.wins;
    } else if (genome.fitness < 1) {
      total += genome.fitness;
    }
  }
  std::printf("%.17g %.17g %d %d %s\n", best, total, bestId, wins, genomes[59].bits.c_str());

#ifdef REFUSED
  for (const Genome &genome : genomes)
    total += genome.fitness;
  [[paraloop]]
  // CHECK: :[[@LINE+1]]:{{.*}}error: the loop's header reads 'genomes', which the loop changes
  for (auto &genome : genomes) {
    genome.fitness = evaluate(genome);
    if (genome.fitness < best)
      genome.bits = std::to_string(best);
    if (genome.fitness > best)
      best = genome.fitness;
  }
#endif
}
