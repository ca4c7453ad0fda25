// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/extremes.h"

#include <algorithm>
#include <utility>

#include "engine/agree/elements.h"
#include "engine/agree/sums.h"
#include "engine/trees/best_first.h"

namespace nemawashi::agree {
namespace {

using trees::Node;

Range range_of(const Block& block, Node set, const trees::WeightedSum& sum) {
  return {-*trees::greatest(block.store, set, trees::scaled(sum, -1)),
          *trees::greatest(block.store, set, sum)};
}

/// The first package with the greatest sum that the search comes to; the set is not empty.
RankedPackage best_of(const Block& block, Node set, const trees::WeightedSum& sum) {
  RankedPackage best;
  trees::best_first(block.store, set, sum, [&](const auto& assignment, const Rational& value) {
    best = {value, package_of(block.space, assignment)};
    return false;
  });
  return best;
}

void join(Range& into, const Range& other) {
  into.least = std::min(into.least, other.least);
  into.greatest = std::max(into.greatest, other.greatest);
}

void add(const Problem& problem, const Block& block, Extremes& sum) {
  const Node set = node_of(sum.over, block);
  sum.packages += trees::Counter(block.store).count(set);
  for (PartyExtremes& of : sum.parties) {
    const model::Case& a_case = problem.a_case;
    const Node unasked = not_asked(block.regions, a_case, of.party);
    of.asked = of.asked || block.store.difference(set, unasked) != trees::kNothing;
    const Node known = block.store.conjunction(set, block.regions.known(of.party));
    if (known == trees::kNothing) continue;
    const auto sum_of_gain = central_gain_sum(a_case, problem.reading, block.space, of.party);
    RankedPackage worst = best_of(block, known, trees::scaled(sum_of_gain, -1));
    RankedPackage best = best_of(block, known, sum_of_gain);
    const Range gain{-worst.value, best.value};
    const bool first = !of.gain;
    if (first || gain.least < of.gain->least) of.least_in = std::move(worst.package);
    if (first || gain.greatest > of.gain->greatest) of.greatest_in = std::move(best.package);
    if (first) of.gain = gain;
    join(*of.gain, gain);
    const auto& interests = a_case.interests_of[of.party.value];
    for (std::size_t i = 0; i < interests.size(); ++i) {
      const auto level =
          range_of(block, known,
                   level_sum(a_case, problem.reading, block.space, a_case.at(interests[i]).level));
      if (first) of.levels.push_back(level);
      join(of.levels[i], level);
    }
  }
}

}  // namespace

Extremes extremes(const Problem& problem, model::Certainty certainty,
                  const SearchOptions& options) {
  Extremes inside;
  for (std::size_t p = 0; p < problem.a_case.parties.size(); ++p) {
    if (problem.a_case.interests_of[p].empty()) continue;
    inside.parties.push_back({model::PartyIndex(p), false, std::nullopt, {}, {}, {}});
  }
  Extremes anywhere = inside;
  inside.over = {certainty, Question::inside};
  anywhere.over = {certainty, Question::anywhere};
  std::pair<Extremes, Extremes> both{std::move(inside), std::move(anywhere)};
  const Integer unvisited = gather<std::pair<Extremes, Extremes>>(
      problem, options, both, [&](const Block& block, auto& next) {
        add(problem, block, next.first);
        add(problem, block, next.second);
      });
  Extremes& result = both.first.packages > 0 ? both.first : both.second;
  result.unvisited = unvisited;
  return result;
}

}  // namespace nemawashi::agree
