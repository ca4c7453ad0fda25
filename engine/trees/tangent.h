// SPDX-License-Identifier: Apache-2.0
// Products of positive numbers bounded by linear sums of them: by the inequality of arithmetic and
// geometric means, numbers g_i > 0 whose product is at least P have, for any l_i > 0, a sum of
// l_i g_i of at least n (P prod l_i)^(1/n). The bound is tightest near l_i = 1 / g_i (the tangent
// of the concave sum of logarithms). Exact: all numbers are rational, and rounded to the safe side.
#pragma once

#include <vector>

#include "engine/base/number.h"

namespace nemawashi::trees {

base::Rational product(const std::vector<base::Rational>& factors);

base::Rational power(const base::Rational& number, std::size_t exponent);

/// A positive weight near 1/value, which is positive, with few digits so that sums stay in small
/// integers.
base::Rational weight_near_inverse(const base::Rational& value);

/// A rational t, as large as 50 bits find, with (t / n)^n <= target: any n numbers whose product
/// reaches the target sum up to at least t.
base::Rational tangent_bound(const base::Rational& target, std::size_t n);

}  // namespace nemawashi::trees
