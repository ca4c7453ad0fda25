// SPDX-License-Identifier: Apache-2.0
// Assignments, and the order in which they are listed: it must not depend on the order in which a
// diagram asks its variables, nor on the blocks in which a space is searched.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// A value a variable, in the order in which the variables are asked.
using Assignment = std::vector<std::uint32_t>;

/// Compares by the values of `variables`, the most telling first; without any: as they are asked.
/// Partial assignments (of the same variables, those asked first) compare by what they set, so
/// that completing both in the same way does not change which comes first.
struct AssignmentOrder {
  std::vector<std::uint32_t> variables;
  /// All of so many variables, the most telling first.
  std::vector<std::uint32_t> of(std::size_t count) const;
  bool operator()(const Assignment& a, const Assignment& b) const;
};

/// Minus the place of an assignment in the order, from 0, divided by the number of assignments: in
/// (-1, 0], so that added to an integer it only breaks ties.
WeightedSum place_sum(const std::vector<std::uint32_t>& domains, const AssignmentOrder& order);

}  // namespace nemawashi::trees
