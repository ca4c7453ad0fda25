// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/weighted_sum.h"

#include <gtest/gtest.h>

namespace nemawashi::trees {
namespace {

/// 0 up to 1, then x, from 3 on 10.
PiecewiseLinear bent() {
  return {{{Rational(1), true, 0, 0}, {Rational(3), false, 1, 0}, {std::nullopt, true, 0, 10}}};
}

TEST(PiecewiseLinear, EndsBelongWhereTheySay) {
  EXPECT_EQ(bent()(base::fraction(1, 2)), 0);
  EXPECT_EQ(bent()(1), 0);
  EXPECT_EQ(bent()(base::fraction(5, 2)), base::fraction(5, 2));
  EXPECT_EQ(bent()(3), 10);
}

TEST(WeightedSum, AddsCubesThatHoldAndValuesOfLevels) {
  WeightedSum sum;
  sum.constant = 5;
  sum.cubes.push_back({{{0, {false, true}}}, 7});
  sum.bent.push_back({Gathering::greatest, 1, {{{{1, {false, true}}}, 2}, {{}, -4}}, bent()});
  EXPECT_EQ(evaluated(sum, {0, 0}), 5);  // max(1, -4) is worth 0
  EXPECT_EQ(evaluated(sum, {1, 1}), 5 + 7 + 2);
  EXPECT_EQ(evaluated(scaled(sum, -3), {1, 1}), -42);
  EXPECT_EQ(evaluated(sum_of(sum, sum), {1, 1}), 28);
}

TEST(WeightedSum, WithoutPartsIsZero) { EXPECT_EQ(evaluated({}, {}), 0); }

}  // namespace
}  // namespace nemawashi::trees
