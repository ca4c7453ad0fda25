// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/threshold.h"

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

/// value x weight for each of the variables.
WeightedSum linear(const std::vector<std::uint32_t>& domains, const std::vector<long>& weights) {
  WeightedSum sum;
  for (std::uint32_t v = 0; v < domains.size(); ++v) {
    for (std::uint32_t value = 1; value < domains[v]; ++value) {
      Literal literal{v, ValueSet(domains[v])};
      literal.values[value] = true;
      sum.cubes.push_back({{literal}, Rational(weights[v] * value)});
    }
  }
  return sum;
}

TEST(Threshold, CountsTwoDice) {
  DiagramStore store({6, 6});  // Two dice, each counted from 0.
  const WeightedSum sum = linear(store.domains(), {1, 1});
  Counter counter(store);
  EXPECT_EQ(counter.count(at_least(store, sum, 8)), 6);  // 10 or more points: 3 + 2 + 1 of 36.
  EXPECT_EQ(counter.count(at_most(store, sum, 0)), 1);
  EXPECT_EQ(counter.count(at_least(store, sum, 10)), 1);  // An exact tie passes.
  EXPECT_EQ(counter.count(at_least(store, sum, base::fraction(101, 10))), 0);
}

TEST(Threshold, EverythingAndNothing) {
  DiagramStore store({2, 2});
  const WeightedSum sum = linear(store.domains(), {1, -3});
  EXPECT_EQ(at_least(store, sum, -3), kEverything);
  EXPECT_EQ(at_least(store, sum, 2), kNothing);
  EXPECT_EQ(at_most(store, sum, 1), kEverything);
  EXPECT_EQ(at_most(store, sum, -4), kNothing);
}

TEST(Threshold, HoldsExactlyWhereTheSumReachesIt) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(8, number);
    const auto domains = tests::random_domains(random, 4);
    const Rational unit = tests::random_unit(random);
    const WeightedSum sum = tests::random_sum(random, domains, unit);
    const Rational threshold = tests::random_amount(random, unit);
    DiagramStore store(domains);
    const Node above = at_least(store, sum, threshold);
    const Node below = at_most(store, sum, threshold);
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      const Rational value = evaluated(sum, assignment);
      EXPECT_EQ(tests::contains(store, above, assignment), value >= threshold);
      EXPECT_EQ(tests::contains(store, below, assignment), value <= threshold);
    }
    if (HasFailure()) return;
  }
}

TEST(Threshold, SmallAndHugeNumbersGiveTheSameNode) {
  const Rational huge(base::Integer("7" + std::string(30, '0')));
  for (std::size_t number = 0; number < 100; ++number) {
    base::Random random(9, number);
    const auto domains = tests::random_domains(random, 5);
    const WeightedSum sum = tests::random_sum(random, domains, 1);
    const Rational threshold = tests::random_amount(random, 1);
    DiagramStore store(domains);
    EXPECT_EQ(at_least(store, sum, threshold),
              at_least(store, scaled(sum, huge), threshold * huge));
  }
}

TEST(Threshold, SharesNodesOfEqualSets) {
  // 30 variables with distinct amounts, but a threshold that only the first can reach.
  const std::vector<std::uint32_t> domains(30, 2);
  std::vector<long> weights(30, 1);
  weights[0] = 1000;
  DiagramStore store(domains);
  const Node node = at_least(store, linear(domains, weights), 500);
  EXPECT_EQ(Counter(store).count(node), 1 << 29);
  EXPECT_EQ(store.size(), 3U);
}

TEST(Threshold, RefusesMoreNodesThanAllowed) {
  const std::vector<std::uint32_t> domains(20, 2);
  DiagramStore store(domains, {.nodes = 20, .control = {}});
  EXPECT_THROW(at_least(store, linear(domains, std::vector<long>(20, 1)), 10), NodeLimitReached);
}

TEST(Threshold, StopsWhenAsked) {
  const std::vector<std::uint32_t> domains(40, 2);
  std::vector<long> weights;
  for (long i = 0; i < 40; ++i) weights.push_back(1'000'003 * i * i + 17 * i + 1);
  DiagramStore store(
      domains, {.nodes = 4'000'000, .control = {.stop = [] { return true; }, .progress = {}}});
  EXPECT_THROW(at_least(store, linear(domains, weights), 10'000'000'000), WorkStopped);
}

}  // namespace
}  // namespace nemawashi::trees
