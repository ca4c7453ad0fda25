// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/multiplier_scale.h"

#include <algorithm>

namespace nemawashi::trees {

MultiplierScale multiplier_scale(const std::vector<WeightedSum>& sums) {
  MultiplierScale result;
  base::Integer widest = 0;
  std::vector<base::Integer> reaches;
  for (const WeightedSum& sum : sums) {
    const SumScale scale = scale_of(sum);
    result.scales.push_back(scale.scale);
    result.fits_64_bits = result.fits_64_bits && scale.fits_64_bits;
    result.fits_128_bits = result.fits_128_bits && scale.fits_128_bits;
    widest = std::max(widest, scale.reach);
    reaches.push_back(scale.reach);
  }
  for (const auto& reach : reaches) {
    result.of_objective.push_back(base::approximate(base::fraction(reaches[0], reach)));
  }
  result.unit = kMultiplierUnit * base::rounded_up(base::fraction(widest, reaches[0]));
  const base::Integer combined = base::Integer(static_cast<unsigned long>(sums.size())) *
                                 kMostMultiplier * result.unit * reaches[0];
  const auto fits = [&](unsigned bits) { return combined < base::Integer(1) << (bits - 6); };
  result.fits_64_bits = result.fits_64_bits && fits(64);
  result.fits_128_bits = result.fits_128_bits && fits(128);
  return result;
}

}  // namespace nemawashi::trees
