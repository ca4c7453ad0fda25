// SPDX-License-Identifier: Apache-2.0
// The assignments of a set with the greatest product of positive sums, proved and with all ties.
//
// By the inequality of arithmetic and geometric means, for any positive l_i every assignment whose
// product of sums g_i is at least P has sum l_i g_i >= n (P prod l_i)^(1/n). So the assignments are
// met in falling order of the linear sum (best_first.h) until it falls below that bound, with l_i
// near 1/g_i of a best one found so far, where the bound is tightest (the tangent of the concave
// sum of logarithms). Assignments with equal sums are a class; what is listed, and classes of which
// too many are met one by one, are taken as sets. All comparisons are exact. Cost: the different
// vectors of sums above the tangent plane, about twice since it moves; two thresholds a sum for
// each that is taken as a set.
//
// Where only the best are asked for, and the frontier of the sums is small, they are taken from it:
// the product rises with each sum, so every assignment that attains it is nondominated
// (frontier.h).
#pragma once

#include "engine/trees/best_first.h"

namespace nemawashi::trees {

struct RankedProduct {
  Rational product;
  Assignment assignment;
};

struct ProductRanking {
  std::optional<Rational> best;        ///< nothing if the set is empty
  base::Integer best_assignments = 0;  ///< how many attain it
  std::vector<RankedProduct> ranked;   ///< by falling product, then in the order asked for
};

enum class Listing {
  best_first,  ///< also those behind the best
  attaining,   ///< only those that attain the greatest product
};

struct ProductOptions {
  std::size_t ranked = 1;  ///< how many to list, at least 1
  AssignmentOrder order = {};
  Listing listing = Listing::best_first;
  std::size_t frontier_points = 20'000;  ///< beyond these in one layer: best first
};

/// At least one sum; each must be positive on every assignment of `root`. Throws WorkStopped and
/// NodeLimitReached.
ProductRanking greatest_products(DiagramStore& store, Node root,
                                 const std::vector<WeightedSum>& sums,
                                 const ProductOptions& options = {});

}  // namespace nemawashi::trees
