// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/best_first.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

using Taken = std::vector<std::pair<Rational, Assignment>>;

Taken all_taken(DiagramStore& store, Node root, const WeightedSum& sum) {
  Taken taken;
  best_first(store, root, sum, [&](const Assignment& assignment, const Rational& value) {
    taken.emplace_back(value, assignment);
    return true;
  });
  return taken;
}

TEST(BestFirst, TakesAllInFallingOrder) {
  for (std::size_t number = 0; number < tests::kRandomSums; ++number) {
    SCOPED_TRACE("sum " + std::to_string(number));
    base::Random random(10, number);
    const auto domains = tests::random_domains(random, 4);
    const WeightedSum sum = tests::random_sum(random, domains, tests::random_unit(random));
    DiagramStore store(domains);
    const Node root = tests::random_set(random, store);
    Taken expected;
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      if (!tests::contains(store, root, assignment)) continue;
      expected.emplace_back(evaluated(sum, assignment), assignment);
    }
    Taken taken = all_taken(store, root, sum);
    EXPECT_TRUE(std::is_sorted(taken.begin(), taken.end(),
                               [](const auto& a, const auto& b) { return a.first > b.first; }));
    if (!taken.empty()) {
      EXPECT_EQ(greatest(store, root, sum), taken.front().first);
    }
    std::sort(taken.begin(), taken.end());
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(taken, expected);
    if (HasFailure()) return;
  }
}

TEST(BestFirst, StopsTakingWhenTold) {
  DiagramStore store(std::vector<std::uint32_t>(60, 2));  // 2^60: cannot be listed.
  std::size_t taken = 0;
  best_first(store, kEverything, {},
             [&](const Assignment&, const Rational&) { return ++taken < 3; });
  EXPECT_EQ(taken, 3U);
}

TEST(BestFirst, NothingIsTakenFromTheEmptySet) {
  DiagramStore store({2});
  EXPECT_FALSE(greatest(store, kNothing, {}));
  EXPECT_TRUE(all_taken(store, kNothing, {}).empty());
}

TEST(BestFirst, StopsWhenAsked) {
  DiagramStore store(std::vector<std::uint32_t>(30, 2),
                     {.nodes = 100'000, .control = {.stop = [] { return true; }, .progress = {}}});
  EXPECT_THROW(all_taken(store, kEverything, {}), WorkStopped);
}

}  // namespace
}  // namespace nemawashi::trees
