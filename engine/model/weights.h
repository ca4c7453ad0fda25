// SPDX-License-Identifier: Apache-2.0
// What is known of one party's weights: a polytope in the simplex. Gain is linear in the weights,
// so its least and greatest values lie at vertices, and consent stays exact although weights are
// not known.
//
// Ranks: the vertices of {w : w_i >= w_j where i is ranked before j, no order within a tie} put
// equal weight on an upper set of the ranking (the indicators of filters generate the cone of
// order-preserving maps; Stanley, "Two poset polytopes", 1986). Central: rank-order centroid
// (Barron and Barrett 1996), ties sharing their mean. Intervals: a box cut by the simplex; central:
// l + t (u - l) after tightening. Numbers: one point, divided by their sum.
#pragma once

#include <vector>

#include "engine/model/case.h"

namespace nemawashi::model {

/// Weights that are not negative and sum to 1, one an interest of the party.
using WeightVector = std::vector<Rational>;

/// More vertices than this are refused when a case is read: consent could not be decided exactly
/// in reasonable time. Ten tied second ranks give 1,024; ten loose intervals at most 1,260.
inline constexpr std::size_t kMostWeightVertices = 4096;

WeightVector central_weights(const Weights& weights);

/// All vertices, in a fixed order, none twice; or nothing if there are more than
/// kMostWeightVertices. Cost: vertices x interests.
std::optional<std::vector<WeightVector>> weight_vertices(const Weights& weights);

struct WeightedValue {
  Rational value;
  WeightVector weights;
};

struct ValueRange {
  WeightedValue least;
  WeightedValue greatest;
};

/// The least and greatest of sum w_j difference_j over all allowed weights, each with weights that
/// attain it. Ranks: running averages in rank order, within a tie sorted; intervals: greedy fill.
/// Cost: n log n.
ValueRange value_range(const Weights& weights, const std::vector<Rational>& differences);

Rational weighted(const WeightVector& weights, const std::vector<Rational>& differences);

}  // namespace nemawashi::model
