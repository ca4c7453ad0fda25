// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/multiplier_scale.h"

#include <algorithm>

namespace nemawashi::trees {

MultiplierScale multiplier_scale(const std::vector<WeightedSum>& sums) {
  MultiplierScale result;
  base::Integer widest = 0;
  SumScales at = scales_of(sums);
  const std::vector<base::Integer>& reaches = at.reaches;
  for (const auto& reach : reaches) {
    widest = std::max(widest, reach);
    result.of_objective.push_back(base::approximate(base::fraction(reaches[0], reach)));
  }
  result.unit = kMultiplierUnit * base::rounded_up(base::fraction(widest, reaches[0]));
  const base::Integer combined = base::Integer(static_cast<unsigned long>(sums.size())) *
                                 kMostMultiplier * result.unit * reaches[0];
  const auto fits = [&](unsigned bits) { return combined < base::Integer(1) << (bits - 6); };
  result.fits_64_bits = at.fits_64_bits && fits(64);
  result.fits_128_bits = at.fits_128_bits && fits(128);
  result.scales = std::move(at.scales);
  return result;
}

}  // namespace nemawashi::trees
