// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/layered_sum.h"

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

/// The whole sum, variable by variable; checks that the bounds hold at every step.
template <class Amount>
Rational walked(const WeightedSum& sum, const std::vector<std::uint32_t>& domains,
                const Assignment& assignment) {
  const SumScale scale = scale_of(sum);
  const LayeredSum<Amount> layered(sum, domains, scale.scale);
  auto state = layered.start();
  std::vector<Amount> least;
  std::vector<Amount> greatest;
  std::vector<Amount> gains;
  for (std::uint32_t v = 0; v < domains.size(); ++v) {
    least.push_back(layered.least(v, state));
    greatest.push_back(layered.greatest(v, state));
    gains.push_back(layered.advance(v, assignment[v], state));
  }
  EXPECT_EQ(state, layered.start()) << "everything is closed at the end";
  Amount rest(0);
  for (std::size_t v = domains.size(); v-- > 0;) {
    rest += gains[v];
    EXPECT_LE(least[v], rest);
    EXPECT_GE(greatest[v], rest);
  }
  return base::fraction(integer_of(Amount(rest + layered.constant())), scale.scale);
}

TEST(LayeredSum, EqualsTheSumItReads) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(7, number);
    const auto domains = tests::random_domains(random, 4);
    const WeightedSum sum = tests::random_sum(random, domains, tests::random_unit(random));
    const SumScale scale = scale_of(sum);
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      const Rational expected = evaluated(sum, assignment);
      EXPECT_EQ(walked<base::Integer>(sum, domains, assignment), expected);
      if (scale.fits_128_bits) {
        EXPECT_EQ(walked<Int128>(sum, domains, assignment), expected);
      }
      if (scale.fits_64_bits) {
        EXPECT_EQ(walked<std::int64_t>(sum, domains, assignment), expected);
      }
    }
    if (HasFailure()) return;
  }
}

TEST(LayeredSum, AnEndBeyondEveryLevelNeedsMoreBitsToo) {
  BentTerm term{Gathering::sum, 0, {{{{0, {false, true}}}, 1}}, {}};
  const Rational far(base::Integer(1) << 100U);
  term.value.pieces = {{far, true, 1, 0}, {std::nullopt, true, 0, 5}};
  const WeightedSum sum{0, {}, {term}};
  EXPECT_FALSE(scale_of(sum).fits_64_bits);
  EXPECT_EQ(walked<Int128>(sum, {2}, {1}), 1);
}

TEST(LayeredSum, ScaleIsTheLeastThatMakesAllNumbersWhole) {
  WeightedSum sum;
  sum.constant = base::fraction(1, 6);
  sum.cubes.push_back({{}, base::fraction(3, 4)});
  const SumScale scale = scale_of(sum, base::fraction(1, 5));
  EXPECT_EQ(scale.scale, 60);
  EXPECT_TRUE(scale.fits_64_bits);
  EXPECT_GE(scale.reach, 10 + 45 + 12);  // (1/6 + 3/4 + 1/5) x 60
}

TEST(LayeredSum, HugeNumbersDoNotFit64Bits) {
  WeightedSum sum;
  sum.constant = base::Integer("1" + std::string(18, '0'));  // 10^18 is beyond 2^58.
  EXPECT_FALSE(scale_of(sum).fits_64_bits);
  sum.constant = base::fraction(1, base::Integer("1" + std::string(18, '0')));
  EXPECT_TRUE(scale_of(sum).fits_64_bits);  // One unit of its own scale.
  sum.cubes.push_back({{}, 1});
  EXPECT_FALSE(scale_of(sum).fits_64_bits);
  EXPECT_TRUE(scale_of(sum).fits_128_bits);
  sum.cubes.push_back({{}, base::Integer("1" + std::string(19, '0'))});  // 10^37 > 2^122.
  EXPECT_FALSE(scale_of(sum).fits_128_bits);
}

TEST(LayeredSum, EqualStatesWhereOnlyTheFutureIsEqual) {
  // One link over variables 0 and 2; 0 decides whether it is open, 1 does not matter.
  WeightedSum sum;
  sum.cubes.push_back({{{0, {false, true}}, {2, {false, true}}}, 5});
  const LayeredSum<std::int64_t> layered(sum, {2, 3, 2}, 1);
  const auto after = [&](std::uint32_t first, std::uint32_t second) {
    auto state = layered.start();
    layered.advance(0, first, state);
    layered.advance(1, second, state);
    return state;
  };
  EXPECT_EQ(after(0, 0), after(0, 2));
  EXPECT_EQ(after(1, 0), after(1, 2));
  EXPECT_NE(after(0, 0), after(1, 0));
  EXPECT_EQ(layered.greatest(2, after(0, 0)), 0);
  EXPECT_EQ(layered.greatest(2, after(1, 0)), 5);
}

TEST(LayeredSum, ASteepValueOfALevelThatIsAlwaysZeroIsInItsReach) {
  WeightedSum sum;
  sum.cubes.push_back(
      {{{0, {false, true}}}, base::fraction(1, base::Integer("1" + std::string(20, '0')))});
  const Rational slope(base::Integer("1" + std::string(60, '0')));
  sum.bent.push_back({Gathering::greatest, 0, {}, {{{std::nullopt, true, slope, 0}}}});
  EXPECT_FALSE(scale_of(sum).fits_128_bits);
  EXPECT_EQ(walked<base::Integer>(sum, {2}, {1}), evaluated(sum, {1}));
}

}  // namespace
}  // namespace nemawashi::trees
