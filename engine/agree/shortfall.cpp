// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/shortfall.h"

#include "engine/trees/best_first.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {

using model::Certainty;
using trees::kNothing;
using trees::Node;

std::optional<Extreme> greatest_of_greatest(trees::DiagramStore& store, Node set,
                                            const std::vector<trees::WeightedSum>& sums) {
  std::optional<Extreme> best;
  for (const auto& sum : sums) {
    const auto value = trees::greatest(store, set, sum);
    if (!value || (best && *value < best->value)) continue;
    const Node where = store.conjunction(set, trees::at_least(store, sum, *value));
    if (best && *value == best->value) {
      best->where = store.disjunction(best->where, where);
    } else {
      best = Extreme{*value, where};
    }
  }
  return best;
}

std::optional<Extreme> greatest_of_least(trees::DiagramStore& store, Node set,
                                         const std::vector<trees::WeightedSum>& sums) {
  // Climbs from one package to one whose least sum is greater, as long as there are any: the sum
  // that holds the value down is made as great as it can be.
  std::optional<Extreme> best;
  std::size_t lowest = 0;
  for (Node rest = set; rest != kNothing;) {
    const auto reach = trees::greatest(store, rest, sums[lowest]);
    const Node top = store.conjunction(rest, trees::at_least(store, sums[lowest], *reach));
    trees::best_first(store, top, sums[lowest], [&](const auto& assignment, const Rational&) {
      best.reset();
      for (std::size_t s = 0; s < sums.size(); ++s) {
        const Rational value = evaluated(sums[s], assignment);
        if (best && value >= best->value) continue;
        best = Extreme{value, kNothing};
        lowest = s;
      }
      return false;
    });
    for (const auto& sum : sums) {
      rest = store.difference(rest, trees::at_most(store, sum, best->value));
    }
  }
  if (!best) return best;
  best->where = set;
  for (const auto& sum : sums) {
    best->where = store.conjunction(best->where, trees::at_least(store, sum, best->value));
  }
  return best;
}

std::optional<Extreme> greatest_gain(const Problem& problem, const Block& block, Node set,
                                     model::PartyIndex party, Certainty certainty) {
  const Node known = block.store.conjunction(set, block.regions.known(party));
  const auto sums = gain_sums(problem.a_case, problem.reading, block.space, party, certainty);
  return certainty == Certainty::necessary ? greatest_of_least(block.store, known, sums)
                                           : greatest_of_greatest(block.store, known, sums);
}

}  // namespace nemawashi::agree
