// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/sample.h"

#include "engine/base/random.h"

namespace nemawashi::trees {

Assignment numbered(const DiagramStore& store, Counter& counter, Node root, base::Integer number) {
  Assignment assignment;
  Node node = root;
  for (std::uint32_t variable = 0; variable < store.variables(); ++variable) {
    const bool asked = store.variable(node) == variable;
    for (std::uint32_t value = 0; value < store.domain(variable); ++value) {
      const Node next = asked ? store.children(node)[value] : node;
      const base::Integer below = counter.count_from(variable + 1, next);
      if (number < below) {
        node = next;
        assignment.push_back(value);
        break;
      }
      number -= below;
    }
  }
  return assignment;
}

base::Integer drawn_below(const base::Integer& bound, std::uint64_t seed, std::uint64_t draw) {
  constexpr std::size_t kWord = 64;
  base::Random random(seed, draw);
  const base::Integer last = bound - 1;
  const std::size_t bits = last == 0 ? 0 : mpz_sizeinbase(last.get_mpz_t(), 2);
  for (;;) {
    base::Integer number = 0;
    for (std::size_t have = 0; have < bits; have += kWord) {
      base::Integer word;
      const std::uint64_t drawn = random.bits();
      mpz_import(word.get_mpz_t(), 1, 1, sizeof drawn, 0, 0, &drawn);
      number = (number << kWord) + word;
    }
    mpz_fdiv_r_2exp(number.get_mpz_t(), number.get_mpz_t(), bits);
    if (number < bound) return number;
  }
}

}  // namespace nemawashi::trees
