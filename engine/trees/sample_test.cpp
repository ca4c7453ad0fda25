// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/sample.h"

#include <map>

#include <gtest/gtest.h>

#include "engine/trees/members.h"
#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

TEST(Numbered, EachNumberIsOneAssignmentOfTheSet) {
  for (std::size_t number = 0; number < 200; ++number) {
    SCOPED_TRACE(number);
    base::Random random(12, number);
    DiagramStore store(tests::random_domains(random, 4));
    const Node root = tests::random_set(random, store);
    Counter counter(store);
    std::vector<Assignment> found;
    for (base::Integer place = 0; place < counter.count(root); ++place) {
      found.push_back(numbered(store, counter, root, place));
    }
    EXPECT_EQ(found, all_assignments(store, root));  // Each of them, in order, exactly once.
  }
}

TEST(Numbered, InASpaceThatCannotBeListed) {
  DiagramStore store(std::vector<std::uint32_t>(100, 10));
  Counter counter(store);
  base::Integer number("9876543210");
  Assignment digits(100);
  for (std::size_t i = 0; i < 10; ++i) digits[90 + i] = static_cast<std::uint32_t>(9 - i);
  EXPECT_EQ(numbered(store, counter, kEverything, number), digits);
}

TEST(DrawnBelow, DependsOnSeedAndDrawAlone) {
  const base::Integer bound("1000000000000000000000000000000");
  EXPECT_EQ(drawn_below(bound, 7, 3), drawn_below(bound, 7, 3));
  EXPECT_NE(drawn_below(bound, 7, 3), drawn_below(bound, 7, 4));
  EXPECT_NE(drawn_below(bound, 7, 3), drawn_below(bound, 8, 3));
  EXPECT_EQ(drawn_below(1, 7, 3), 0);
}

TEST(DrawnBelow, StaysBelowAndReachesEveryNumber) {
  std::map<base::Integer, std::size_t> times;
  for (std::uint64_t draw = 0; draw < 3000; ++draw) ++times[drawn_below(3, 1, draw)];
  ASSERT_EQ(times.size(), 3U);
  EXPECT_EQ(times.rbegin()->first, 2);
  const base::Integer bound = (base::Integer(1) << 64) + 1;  // One bit more than a word.
  base::Integer greatest = 0;
  for (std::uint64_t draw = 0; draw < 100; ++draw) {
    const base::Integer drawn = drawn_below(bound, 2, draw);
    EXPECT_LT(drawn, bound);
    greatest = std::max(greatest, drawn);
  }
  EXPECT_GT(greatest, bound / 2);
}

}  // namespace
}  // namespace nemawashi::trees
