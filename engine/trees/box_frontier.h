// SPDX-License-Identifier: Apache-2.0
// The frontier of sums of gains on boxes, with proof, however many assignments there are.
//
// Boxes that meet pairwise meet in common (Helly 1923, for intervals in each variable), so the
// boxes that one assignment lies in are a clique of the graph of boxes that meet, and every clique
// has such an assignment: the frontier is that of the cliques with the greatest weights in several
// sums. Branch and bound over the boxes; the bound of a sum colours its boxes so that those of one
// colour never meet, and takes the heaviest of each (as for cliques of greatest weight; Kumlander
// 2004, Warren and Hicks 2006), and a branch is left if a known point is at least as good as all
// its bounds. Cost: exponential in the boxes at worst; the values of the variables and the number
// of assignments cost nothing.
#pragma once

#include <functional>

#include "engine/trees/box_meetings.h"

namespace nemawashi::trees {

/// The nondominated vectors of the sums over all assignments, in no particular order.
/// `meetings`: of the boxes of the sums. `check_stop` is called often and may throw. Throws
/// NodeLimitReached once more than `most` vectors are known of which none betters another.
std::vector<std::vector<Rational>> box_frontier(const BoxSums& sums, const BoxMeetings& meetings,
                                                std::size_t most,
                                                const std::function<void()>& check_stop);

}  // namespace nemawashi::trees
