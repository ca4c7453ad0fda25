// SPDX-License-Identifier: Apache-2.0
// The assignments of a set whose sums are best by leximin: whose least sum is greatest; among
// these, whose second least is greatest; and so on. Which sum is the least may differ between them.
//
// Step by step: in a set whose k - 1 least values are settled, the k-th least is at least t exactly
// where n - k + 1 of the n sums are, which is a counting rule over threshold diagrams; so the
// greatest t is found by halving what is left between a value that an assignment attains and the
// best that any could, and the set is narrowed to those that attain it. Source of the order: Sen
// 1970 (leximin); Ogryczak and Sliwinski 2006 for raising ordered values by thresholds. Cost: for
// each step and each halving a threshold for each sum (threshold.h).
#pragma once

#include "engine/trees/assignment.h"
#include "engine/trees/diagram.h"

namespace nemawashi::trees {

/// A sum as it is compared with others: (sum - zero) / unit, with a positive unit.
struct ComparedSum {
  WeightedSum sum;
  Rational zero = 0;
  Rational unit = 1;
};

struct Leximin {
  std::vector<Rational> values;  ///< of every assignment that attains them, the least first
  Node attaining = kNothing;     ///< all of them
};

/// Raises the `steps` least values, one after the other; with one step only the least. Nothing is
/// raised, and everything attains, where there are no sums. Throws WorkStopped and
/// NodeLimitReached like the store.
Leximin leximin(DiagramStore& store, Node root, const std::vector<ComparedSum>& sums,
                std::size_t steps);

/// Where at least so many of the nodes hold.
Node at_least_of(DiagramStore& store, const std::vector<Node>& nodes, std::size_t count);

}  // namespace nemawashi::trees
