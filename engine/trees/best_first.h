// SPDX-License-Identifier: Apache-2.0
// The assignments of a set in falling order of an exact weighted sum, without listing the rest.
//
// Best-first search with an exact remainder: the greatest sum that each node and state can still
// add is computed once, from the end (dynamic programming on the diagram), so that the search never
// enters a part that holds no better assignment (A* with a perfect heuristic; Hart, Nilsson and
// Raphael 1968). Cost: nodes x states once, then variables x domain for each assignment taken.
#pragma once

#include <functional>
#include <optional>

#include "engine/trees/assignment.h"
#include "engine/trees/diagram.h"

namespace nemawashi::trees {

/// Return false to stop taking assignments.
using TakeAssignment = std::function<bool(const Assignment&, const Rational& sum)>;

/// Gives the assignments of `root` to `take` in falling order of the sum; equal sums in a fixed
/// order. Throws WorkStopped and NodeLimitReached.
void best_first(DiagramStore& store, Node root, const WeightedSum& sum, const TakeAssignment& take);

/// The greatest sum over the set; nothing if it is empty.
std::optional<Rational> greatest(DiagramStore& store, Node root, const WeightedSum& sum);

}  // namespace nemawashi::trees
