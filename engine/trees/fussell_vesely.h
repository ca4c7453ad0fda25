// SPDX-License-Identifier: Apache-2.0
// How likely it is that some minimal set with a given component holds as a whole (Fussell 1975,
// Vesely): the numerator of the Fussell-Vesely importance.
//
// Exact, not by adding up the sets' probabilities: the union of the sets with the component becomes
// a decision diagram. Sets with a module's component are products of the module's and of those
// above it, over different components, so probabilities multiply from module to module. Where the
// structure is not monotone, the unions are of the minimal sets (set_family.h), not of its states.
// Cost: for each component a pass over its module's family with a union for each node.
#pragma once

#include "engine/trees/cut_sets.h"

namespace nemawashi::trees {

/// Levels times nodes, added over the modules: what the passes cost, about.
std::size_t fussell_vesely_work(const CutSets& sets);

/// By component: the probability that one of the sets with it holds; 0 where there is none.
/// Throws NodeLimitReached and WorkStopped.
std::vector<double> holding_with(const CutSets& sets, const std::vector<double>& probabilities,
                                 const StoreLimits& limits = {});

}  // namespace nemawashi::trees
