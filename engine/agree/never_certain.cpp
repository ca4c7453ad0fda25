// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/never_certain.h"

#include <algorithm>

#include "engine/agree/sums.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using model::PartyIndex;
using trees::kNothing;
using trees::Node;

/// By party: whether some package was certain, and at which vertices some package was enough.
struct PartySoFar {
  bool asked = false;
  bool certain = false;
  bool unknown = false;  ///< a level that it cares for, in some package that asks it
  std::vector<bool> reached;
};

/// The feasible packages that ask some gate of the party.
Node asking(const Problem& problem, const Block& block, PartyIndex party) {
  Node asked = kNothing;
  for (const model::Gate& gate : problem.a_case.gates) {
    if (gate.party != party) continue;
    const auto when = literals(block.space, gate.when);
    if (when) asked = block.store.disjunction(asked, block.store.all_hold(*when));
  }
  return block.store.conjunction(block.regions.feasible(), asked);
}

}  // namespace

std::vector<NeverCertain> never_certain(const Problem& problem, const SearchOptions& options) {
  const model::Case& a_case = problem.a_case;
  std::vector<PartySoFar> parties(a_case.parties.size());
  const Integer unvisited = gather<std::vector<PartySoFar>>(
      problem, options, parties, [&](const Block& block, auto& next) {
        for (std::size_t p = 0; p < next.size(); ++p) {
          const PartyIndex party(p);
          if (a_case.interests_of[p].empty()) continue;
          const Node asked = asking(problem, block, party);
          if (asked == kNothing) continue;
          next[p].asked = true;
          Node certain = block.store.conjunction(asked, block.regions.known(party));
          next[p].unknown = next[p].unknown || certain != asked;
          const auto vertices = model::weight_vertices(*a_case.weights_of[p]).value();
          next[p].reached.resize(vertices.size());
          for (std::size_t v = 0; v < vertices.size(); ++v) {
            const auto sum = gain_sum(a_case, problem.reading, block.space, party, vertices[v]);
            const Node enough = trees::at_least(block.store, sum, 0);
            const bool some = block.store.conjunction(asked, enough) != kNothing;
            next[p].reached[v] = next[p].reached[v] || some;
            certain = block.store.conjunction(certain, enough);
          }
          next[p].certain = next[p].certain || certain != kNothing;
        }
      });
  std::vector<NeverCertain> result;
  if (unvisited > 0) return result;
  for (std::size_t p = 0; p < parties.size(); ++p) {
    const PartySoFar& so_far = parties[p];
    if (!so_far.asked || so_far.certain || so_far.unknown) continue;
    const auto blocking = std::find(so_far.reached.begin(), so_far.reached.end(), false);
    NeverCertain found{PartyIndex(p), std::nullopt};
    if (blocking != so_far.reached.end()) {
      const auto vertices = model::weight_vertices(*a_case.weights_of[p]).value();
      found.weights = vertices[static_cast<std::size_t>(blocking - so_far.reached.begin())];
    }
    result.push_back(std::move(found));
  }
  return result;
}

}  // namespace nemawashi::agree
