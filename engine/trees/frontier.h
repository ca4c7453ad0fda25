// SPDX-License-Identifier: Apache-2.0
// The nondominated vectors of several exact sums over a set of assignments, ties counted.
//
// Variable by variable, partial assignments that stand at the same node of the set's diagram and in
// the same state of every sum have the same completions; among them only nondominated partial
// vectors are kept (the merging of Nemhauser and Ullmann 1969 for knapsacks, here over a decision
// diagram as in Bergman and Cire 2016). Equal vectors are one, and keep the ways that lead to them:
// numbers and members are found at the end, only on the ways to the points. Because equal states
// are asked for, a package that is refused, infeasible or gated never displaces one that passes.
// Cost: sum over layers of states x vectors x domain, and the filter (nondominated.h).
//
// A sum that is a rising function of one level (a party with a single capped interest) is carried
// as that level, not as a state (rising.h); the points at which such a function is flat are counted
// once more, with the ties that levels do not show (all_at_least.h).
#pragma once

#include <functional>

#include "engine/trees/best_first.h"

namespace nemawashi::trees {

struct FrontierPoint {
  std::vector<Rational> sums;
  base::Integer assignments;        ///< how many attain exactly these sums
  std::vector<Assignment> members;  ///< at most as many as asked for
};

struct FrontierOptions {
  std::size_t members = 20;  ///< kept for each point: the first in the order
  AssignmentOrder order = {};
  std::size_t points = 2'000'000;  ///< in one layer, or on boxes; beyond: NodeLimitReached
};

/// The nondominated points (more is better in each sum), by falling first sum, then second, .. At
/// least one sum.
/// Throws WorkStopped and NodeLimitReached.
std::vector<FrontierPoint> frontier(DiagramStore& store, Node root,
                                    const std::vector<WeightedSum>& sums,
                                    const FrontierOptions& options = {});

/// The nondominated points of the union; equal points become one, with their numbers added.
/// `check_stop` is called now and then and may throw.
std::vector<FrontierPoint> merged(std::vector<FrontierPoint> a, std::vector<FrontierPoint> b,
                                  std::size_t members, const std::function<void()>& check_stop);

}  // namespace nemawashi::trees
