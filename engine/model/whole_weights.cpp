// SPDX-License-Identifier: Apache-2.0
#include "engine/model/whole_weights.h"

namespace nemawashi::model {

WholeWeights whole_weights(const std::vector<base::Rational>& weights) {
  base::Integer scale = 1;
  for (const base::Rational& weight : weights) scale = lcm(scale, weight.get_den());
  base::Integer divisor = 0;
  for (const base::Rational& weight : weights) {
    divisor = gcd(divisor, base::Integer(base::Rational(weight * scale)));
  }
  if (divisor == 0) divisor = 1;
  WholeWeights result;
  result.factor = base::fraction(scale, divisor);
  for (const base::Rational& weight : weights) {
    result.votes.emplace_back(base::Rational(weight * result.factor));
  }
  return result;
}

}  // namespace nemawashi::model
