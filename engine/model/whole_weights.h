// SPDX-License-Identifier: Apache-2.0
// Weights of votes as whole numbers.
#pragma once

#include <vector>

#include "engine/base/number.h"

namespace nemawashi::model {

/// In the same proportion, without a common divisor: each weight times `factor`.
struct WholeWeights {
  std::vector<base::Integer> votes;
  base::Rational factor = 1;
};
WholeWeights whole_weights(const std::vector<base::Rational>& weights);

}  // namespace nemawashi::model
