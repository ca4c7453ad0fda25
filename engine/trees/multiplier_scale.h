// SPDX-License-Identifier: Apache-2.0
// In which whole numbers an objective and its sides are added up with multipliers (constrained.h),
// so that the bound is exact and fine enough, whatever units the sums have.
#pragma once

#include <vector>

#include "engine/trees/layered_sum.h"

namespace nemawashi::trees {

inline constexpr long kMultiplierUnit = 1024;  ///< the least step of a multiplier is 1 of this
inline constexpr long kMostMultiplier = 64;    ///< as if every side reached as far as the objective

/// Sum 0 is the objective, the others are the sides. Each is multiplied by its own scale; for the
/// bound, the objective also by `unit`, so that whole multipliers are fine enough for every side.
struct MultiplierScale {
  std::vector<base::Integer> scales;
  std::vector<double> of_objective;  ///< by sum: the reach of the objective as part of its own
  base::Integer unit;
  bool fits_64_bits = true;
  bool fits_128_bits = true;
};

/// `sums`: the objective, then the sides. Cost: their size.
MultiplierScale multiplier_scale(const std::vector<WeightedSum>& sums);

}  // namespace nemawashi::trees
