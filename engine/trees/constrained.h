// SPDX-License-Identifier: Apache-2.0
// The greatest of a sum over a set where further sums (the sides) must not be negative, without
// compiling those into the set: their diagrams may be as large as the set itself.
//
// Lagrangian branch and bound. For any multipliers m >= 0, no assignment that passes has a greater
// objective than the greatest of objective + sum of m x side over the set, which one pass over the
// set's diagram gives, from every standing to the end. The multipliers are those that a subgradient
// method leaves; the search is depth first, the most promising value first, and leaves out what the
// bound, or a side that can no longer be reached, rules out. Of partial assignments that stand
// alike and have the same sides, only the one with the greatest objective is followed. Sources:
// Fisher 1981 (the method); Handler and Zang 1980, Beasley and Christofides 1989 (paths under such
// sides); Polyak 1969 (the steps). Exact: multipliers are whole numbers over one unit
// (multiplier_scale.h), so that all bounds are integers. Cost: exponential in the worst case;
// memory that of the set's diagram with the states of all sums (layered_sum.h), and a table of at
// most 64 MiB.
#pragma once

#include <functional>
#include <limits>
#include <memory>
#include <optional>

#include "engine/trees/assignment.h"
#include "engine/trees/diagram.h"
#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// What to do with an assignment that passes; returns the least objective that is wanted from now
/// on, which never falls.
using VisitPassing = std::function<Rational(const Assignment&, const Rational& objective)>;

/// Which partial assignments that stand alike are followed.
enum class Following {
  greatest,   ///< of those with equal sides, the one with the greatest objective; a side that is
              ///< reached whatever comes is as good as another
  different,  ///< one for each value of all sums: for a caller who wants more of the sides
};

struct ConstrainedOptions {
  Following following = Following::greatest;
  std::size_t steps = std::numeric_limits<std::size_t>::max();  ///< partial assignments looked at
};

class ConstrainedSearch {
 public:
  /// The store must outlive it. Throws WorkStopped, and NodeLimitReached where standings and states
  /// outgrow the store's limit.
  ConstrainedSearch(DiagramStore& store, Node root, const WeightedSum& objective,
                    const std::vector<WeightedSum>& sides);
  ~ConstrainedSearch();
  ConstrainedSearch(ConstrainedSearch&&) noexcept;
  ConstrainedSearch& operator=(ConstrainedSearch&&) noexcept;
  ConstrainedSearch(const ConstrainedSearch&) = delete;
  ConstrainedSearch& operator=(const ConstrainedSearch&) = delete;

  /// No assignment that passes has a greater objective; nothing: none passes.
  std::optional<Rational> bound() const;

  /// Visits assignments that pass and whose objective is at least what is wanted, of those alike
  /// only some (Following). Returns nothing if that is all; where stopped or out of
  /// steps, a bound on the objective of whatever was not visited.
  std::optional<Rational> run(const std::optional<Rational>& wanted, const VisitPassing& visit,
                              const ConstrainedOptions& options = {});

 private:
  class Search;
  template <class Amount>
  class Typed;
  std::unique_ptr<Search> search_;
};

}  // namespace nemawashi::trees
