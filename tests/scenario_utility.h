// SPDX-License-Identifier: Apache-2.0
// The utility of one package by definition: what the tables of a scenario are compared with.
#pragma once

#include <algorithm>
#include <vector>

#include "engine/scenarios/scenario.h"

namespace nemawashi::tests {

/// Of a package (an option an issue), not cut.
inline base::Rational utility(const scenarios::Profile& profile,
                              const std::vector<std::size_t>& package) {
  base::Rational total = 0;
  for (std::size_t i = 0; i < profile.weights.size(); ++i) {
    total += profile.weights[i] * profile.evaluations[i][package[i]];
  }
  for (const scenarios::Rectangle& rectangle : profile.rectangles) {
    const bool holds = std::all_of(
        rectangle.sides.begin(), rectangle.sides.end(), [&](const scenarios::Side& side) {
          return std::count(side.options.begin(), side.options.end(), package[side.issue]) > 0;
        });
    if (holds) total += rectangle.amount;
  }
  return total;
}

}  // namespace nemawashi::tests
