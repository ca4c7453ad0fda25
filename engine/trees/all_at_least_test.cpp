// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/all_at_least.h"

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

TEST(AllAtLeast, AgreesWithTheList) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sums " + std::to_string(number));
    base::Random random(77, number);
    const auto domains = tests::random_domains(random, 4);
    std::vector<WeightedSum> sums;
    for (std::size_t i = 1 + random.below(3); i > 0; --i) {
      sums.push_back(tests::random_sum(random, domains, tests::random_unit(random)));
    }
    DiagramStore store(domains);
    const Node root = tests::random_set(random, store);
    const auto all = tests::all_assignments(domains);
    // Thresholds that some assignment meets, or just misses: in one call, which share their work.
    std::vector<std::vector<Rational>> thresholds;
    for (int k = 0; k < 4; ++k) {
      const Assignment& at = all[random.below(all.size())];
      auto& list = thresholds.emplace_back();
      for (const WeightedSum& sum : sums) {
        list.push_back(evaluated(sum, at) +
                       base::fraction(static_cast<long>(random.below(3)) - 1, 7));
      }
    }
    const auto found = all_at_least(store, root, sums, thresholds);
    ASSERT_EQ(found.size(), thresholds.size());
    for (std::size_t k = 0; k < thresholds.size(); ++k) {
      for (const Assignment& assignment : all) {
        bool expected = tests::contains(store, root, assignment);
        for (std::size_t i = 0; i < sums.size(); ++i) {
          expected = expected && evaluated(sums[i], assignment) >= thresholds[k][i];
        }
        EXPECT_EQ(tests::contains(store, found[k], assignment), expected);
      }
    }
    if (HasFailure()) return;
  }
}

/// Every one of 2^n assignments adds another amount to the first sum; the second counts variables.
std::vector<WeightedSum> all_different(std::uint32_t n) {
  std::vector<WeightedSum> sums(2);
  for (std::uint32_t v = 0; v < n; ++v) {
    sums[0].cubes.push_back({{{v, {false, true}}}, Rational(base::Integer(1) << v)});
    sums[1].cubes.push_back({{{v, {false, true}}}, 1});
  }
  return sums;
}

TEST(AllAtLeast, WhereLevelsAreTooManyGoesSumBySum) {
  const std::vector<std::uint32_t> domains(40, 2);
  DiagramStore store(domains);
  const Rational half(base::Integer(1) << 39U);
  const auto found = all_at_least(store, kEverything, all_different(40), {{half, 0}, {0, 40}});
  EXPECT_EQ(Counter(store).count(found[0]), base::Integer(1) << 39U);
  EXPECT_EQ(Counter(store).count(found[1]), 1);
}

TEST(AllAtLeast, WhereLevelsAreTooManyTheSetIsKeptToo) {
  DiagramStore store(std::vector<std::uint32_t>(40, 2));
  const std::vector<Literal> last = {{39, {false, true}}};
  const Node root = store.some_fails(last);  // The greatest amount is left out.
  const Rational half(base::Integer(1) << 38U);
  const auto found = all_at_least(store, root, all_different(40), {{half, 0}});
  EXPECT_EQ(Counter(store).count(found[0]), base::Integer(1) << 38U);
}

TEST(AllAtLeast, ThresholdsBeyondEveryReach) {
  DiagramStore store({2, 2});
  const Rational far(base::Integer(1) << 200U);
  const auto found =
      all_at_least(store, kEverything, all_different(2), {{far, 0}, {-far, -far}, {3, far}});
  EXPECT_EQ(found, (std::vector<Node>{kNothing, kEverything, kNothing}));
  EXPECT_EQ(all_at_least(store, kNothing, all_different(2), {{0, 0}}), std::vector<Node>{kNothing});
}

TEST(AllAtLeast, KeepsTheStoresLimits) {
  DiagramStore stopped(
      std::vector<std::uint32_t>(12, 2),
      {.nodes = 100'000, .control = {.stop = [] { return true; }, .progress = {}}});
  EXPECT_THROW(all_at_least(stopped, kEverything, all_different(12), {{5, 5}}), WorkStopped);
  DiagramStore small(std::vector<std::uint32_t>(12, 2), {.nodes = 40, .control = {}});
  EXPECT_THROW(all_at_least(small, kEverything, all_different(12), {{2000, 5}}), NodeLimitReached);
}

}  // namespace
}  // namespace nemawashi::trees
