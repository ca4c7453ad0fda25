// SPDX-License-Identifier: Apache-2.0
// Sums of gains on boxes: a box is an interval of values for each of some variables, and gives its
// gains where all hold. What most nonlinear scenarios of the literature are written as.
#pragma once

#include <optional>
#include <vector>

#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

/// The values first..last of a variable.
struct Interval {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// An interval for each variable.
using Region = std::vector<Interval>;

/// Gains on boxes, in integers: what a sum gives times its scale.
struct BoxSums {
  Region all;                                    ///< every value of every variable
  std::vector<Region> boxes;                     ///< none empty, none equal
  std::vector<std::vector<std::int64_t>> gains;  ///< by box and sum, never below 0
  std::vector<std::int64_t> constants;           ///< by sum
  std::vector<base::Integer> scales;             ///< by sum
};

/// More boxes than this are left to searches that do not pair them.
inline constexpr std::size_t kMostBoxes = 512;

/// The sums so written, if every part is a gain on a box (nothing bent, no loss, no values with a
/// gap), most boxes are of several variables, there are at most kMostBoxes, and 64 bits hold them.
std::optional<BoxSums> box_sums(const std::vector<std::uint32_t>& domains,
                                const std::vector<WeightedSum>& sums);

}  // namespace nemawashi::trees
