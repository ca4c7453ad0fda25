// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/bargaining.h"

#include "engine/agree/sums.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using model::PartyIndex;
using trees::Node;

bool is_above(const model::Case& a_case, PartyIndex upper, PartyIndex lower) {
  for (auto parent = a_case.at(lower).parent; parent; parent = a_case.at(*parent).parent) {
    if (*parent == upper) return true;
  }
  return false;
}

}  // namespace

std::vector<PartyIndex> parties_with_interests(const model::Case& a_case) {
  std::vector<PartyIndex> result;
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (!a_case.interests_of[p].empty()) result.emplace_back(p);
  }
  return result;
}

Bargaining bargaining_of(const model::Case& a_case, const std::vector<bool>& asked) {
  Bargaining result;
  for (std::size_t p = 0; p < asked.size(); ++p) {
    if (!asked[p]) continue;
    bool above_another = false;
    for (std::size_t q = 0; q < asked.size(); ++q) {
      above_another = above_another || (asked[q] && is_above(a_case, PartyIndex(p), PartyIndex(q)));
    }
    (above_another ? result.left_out : result.parties).emplace_back(p);
  }
  return result;
}

Bargaining default_bargaining(const Problem& problem, const SearchOptions& options) {
  const model::Case& a_case = problem.a_case;
  using Asked = std::vector<bool>;
  Asked asked(a_case.parties.size());
  const Integer unvisited =
      gather<Asked>(problem, options, asked, [&](const Block& block, Asked& next) {
        const Node ratifiable = block.regions.ratifiable(model::Certainty::central);
        for (const model::Gate& gate : a_case.gates) {
          const std::size_t party = gate.party.value;
          if (next[party] || a_case.interests_of[party].empty()) continue;
          const auto when = literals(block.space, gate.when);
          if (!when) continue;
          next[party] =
              block.store.conjunction(ratifiable, block.store.all_hold(*when)) != trees::kNothing;
        }
      });
  Bargaining result = bargaining_of(a_case, asked);
  result.unvisited = unvisited;
  return result;
}

BlockR0 block_r0(const Problem& problem, const Bargaining& bargaining, const Block& block) {
  const Node ratifiable = block.regions.ratifiable(model::Certainty::central);
  BlockR0 result{ratifiable, {}, {}};
  for (const PartyIndex party : bargaining.parties) {
    auto gain = central_gain_sum(problem.a_case, problem.reading, block.space, party);
    const Node willing =
        block.store.conjunction(trees::at_least(block.store, gain, 0), block.regions.known(party));
    const bool somewhere = block.store.conjunction(ratifiable, willing) != trees::kNothing;
    result.willing_somewhere.push_back(somewhere);
    result.packages = block.store.conjunction(result.packages, willing);
    result.gains.push_back(std::move(gain));
  }
  return result;
}

}  // namespace nemawashi::agree
