// SPDX-License-Identifier: Apache-2.0
#include "engine/scenarios/evaluation.h"

#include <gtest/gtest.h>

#include "tests/scenario_utility.h"

namespace nemawashi::scenarios {
namespace {

using base::fraction;
using Values = std::vector<Rational>;

TEST(Evaluations, AreDividedByTheGreatestUnderGenius) {
  EXPECT_EQ(discrete_evaluations({1, 30, 5}, Semantics::genius),
            (Values{fraction(1, 30), 1, fraction(1, 6)}));
  EXPECT_EQ(discrete_evaluations({1, 30, 5}, Semantics::raw), (Values{1, 30, 5}));
  EXPECT_EQ(discrete_evaluations({0, fraction(1, 1'000'000)}, Semantics::genius), (Values{0, 0}));
}

TEST(Evaluations, OfALineAreCutUnderGenius) {
  EXPECT_EQ(linear_evaluations({0, 4, 8}, fraction(1, 4), fraction(-1, 2), Semantics::genius),
            (Values{0, fraction(1, 2), 1}));
  EXPECT_EQ(linear_evaluations({0, 8}, fraction(1, 4), fraction(-1, 2), Semantics::raw),
            (Values{fraction(-1, 2), fraction(3, 2)}));
}

TEST(Evaluations, OfATriangle) {
  EXPECT_EQ(triangular_evaluations({-1, 0, 1, 2, 3, 6, 7}, 0, 6, 2),
            (Values{0, 0, fraction(1, 2), 1, fraction(3, 4), 0, 0}));
}

TEST(Evaluations, OfClosenessFallFromTheOwnPosition) {
  EXPECT_EQ(closeness({0, 30, 100}, 30, 0, 100), (Values{fraction(7, 10), 1, fraction(3, 10)}));
}

TEST(EvenGrid, HasBothEnds) {
  EXPECT_EQ(even_grid(0, 1, 4), (Values{0, fraction(1, 3), fraction(2, 3), 1}));
}

TEST(Utility, AddsProductsAndRectangles) {
  Profile profile;
  profile.weights = {fraction(1, 4), 2};
  profile.evaluations = {{0, 1}, {fraction(1, 2), 0}};
  profile.rectangles = {{{{0, {1}}, {1, {0, 1}}}, 10}, {{{1, {1}}}, 100}, {{}, 1}};
  EXPECT_EQ(tests::utility(profile, {1, 0}), fraction(1, 4) + 1 + 10 + 1);
  EXPECT_EQ(tests::utility(profile, {0, 1}), 101);
}

}  // namespace
}  // namespace nemawashi::scenarios
