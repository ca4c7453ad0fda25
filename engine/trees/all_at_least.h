// SPDX-License-Identifier: Apache-2.0
// The assignments of a set at which several sums all reach their thresholds.
//
// A search depth first over the layered graph of the set and the sums (standing_graph.h), which
// enters a part only if some completion reaches all that is still needed: the nondominated vectors
// of the completions of each standing are known from the end, an exact bound for all sums at once
// (as sets of bounds in the search of Mandow and Perez de la Cruz 2010 with several criteria).
// Where little is to spare, as at a point of a frontier, few parts are entered, while thresholds of
// each sum alone (threshold.h) hold nearly everything; they serve where completions differ in too
// many levels. Cost: levels and nondominated vectors of the completions once, then for each list of
// thresholds the partial assignments that differ in the levels they still need.
#pragma once

#include <vector>

#include "engine/trees/diagram.h"
#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// For each list of thresholds, one a sum: {assignments of `root` : every sum >= its threshold}.
/// Throws NodeLimitReached and WorkStopped like the store.
std::vector<Node> all_at_least(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                               const std::vector<std::vector<Rational>>& thresholds);

}  // namespace nemawashi::trees
