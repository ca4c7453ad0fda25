// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/weighted_sum.h"

#include <gtest/gtest.h>

#include "tests/random_sum.h"

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

/// base, and `more` where variable 0 has its second value; cut to 0..1 below and above.
BentTerm capped(const Rational& base, const Rational& more) {
  return {Gathering::sum,
          base,
          {{{{0, {false, true}}}, more}},
          {{{Rational(0), true, 0, 0}, {Rational(1), true, 1, 0}, {std::nullopt, true, 0, 1}}}};
}

TEST(Straightened, ACapThatIsNotReachedLeavesNoBend) {
  const WeightedSum whole = straightened(capped(0, 1));  // From cap to cap, and not beyond.
  EXPECT_TRUE(whole.bent.empty());
  EXPECT_EQ(evaluated(whole, {1}), 1);
  const WeightedSum flat = straightened(capped(1, base::fraction(1, 2)));
  EXPECT_TRUE(flat.bent.empty());
  EXPECT_TRUE(flat.cubes.empty());
  EXPECT_EQ(evaluated(flat, {1}), 1);
}

TEST(Straightened, ACapThatIsReachedStays) {
  const WeightedSum sum = straightened(capped(base::fraction(1, 2), 1));
  ASSERT_EQ(sum.bent.size(), 1U);
  EXPECT_EQ(sum.bent.front().value.pieces.size(), 2U);
  EXPECT_EQ(evaluated(sum, {0}), base::fraction(1, 2));
  EXPECT_EQ(evaluated(sum, {1}), 1);
}

TEST(Straightened, AJumpAtTheBorderStays) {
  BentTerm term = capped(1, 1);
  term.value = bent();  // 0 at 1, then from just above it x.
  EXPECT_EQ(straightened(term).bent.size(), 1U);
  EXPECT_EQ(evaluated(straightened(term), {0}), 0);
  EXPECT_EQ(evaluated(straightened(term), {1}), 2);
}

TEST(Straightened, IsEqualEverywhere) {
  std::size_t straight = 0;
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(31, number);
    const auto domains = tests::random_domains(random, 4);
    const BentTerm term = tests::random_bent_term(random, domains, tests::random_unit(random));
    const WeightedSum sum = straightened(term);
    straight += sum.bent.empty() ? 1U : 0U;
    const LevelBounds bounds = level_bounds(term);
    BentTerm level = term;
    level.value = {{{std::nullopt, true, 1, 0}}};
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      EXPECT_EQ(evaluated(sum, assignment), evaluated({0, {}, {term}}, assignment));
      EXPECT_GE(evaluated({0, {}, {level}}, assignment), bounds.least);
      EXPECT_LE(evaluated({0, {}, {level}}, assignment), bounds.most);
    }
    if (HasFailure()) return;
  }
  EXPECT_GT(straight, 100U);
}

}  // namespace
}  // namespace nemawashi::trees
