// SPDX-License-Identifier: Apache-2.0
// The first of many minimal sets by probability or by number of elements, without listing the rest.
//
// A family of sets over modules is an acyclic hypergraph: a set of a node is one of its `without`,
// or an element's (or one of its module's sets) with one of its `with`. The best sets of each node
// are found on demand from those of its children. Source: Huang and Chiang, "Better k-best
// parsing", IWPT 2005, algorithm 3. Cost: nodes once, then levels x log for each set listed.
#pragma once

#include "engine/trees/cut_sets.h"

namespace nemawashi::trees {

enum class Ranking {
  by_size,         ///< fewest elements first, then by falling probability
  by_probability,  ///< most probable first, then fewest elements
};

struct RankedSet {
  std::vector<std::uint32_t> components;  ///< rising
  double probability = 0;                 ///< of all its components together
};

/// At most `most` sets. `probabilities` by component: how likely it is as the set has it (for path
/// sets: not to hold). Of equal sets that only the end of the list parts, which ones are listed is
/// arbitrary but always the same; equal ones in the list are by their components.
std::vector<RankedSet> ranked_sets(const CutSets& sets, const std::vector<double>& probabilities,
                                   Ranking ranking, std::size_t most);

}  // namespace nemawashi::trees
