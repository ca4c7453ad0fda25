// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/members.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

TEST(FirstAssignments, AreTheFirstInTheOrder) {
  DiagramStore store({2, 3});
  const std::vector<Literal> not_first = {{1, {false, true, true}}};
  const Node root = store.all_hold(not_first);
  EXPECT_EQ(first_assignments(store, root, 3), (std::vector<Assignment>{{0, 1}, {0, 2}, {1, 1}}));
  EXPECT_EQ(first_assignments(store, root, 3, {{1, 0}}),
            (std::vector<Assignment>{{0, 1}, {1, 1}, {0, 2}}));
}

TEST(FirstAssignments, NoneOfNothingOrWhenNoneIsAskedFor) {
  DiagramStore store({2, 3});
  EXPECT_TRUE(first_assignments(store, kNothing, 3).empty());
  EXPECT_TRUE(first_assignments(store, kEverything, 0).empty());
}

TEST(FirstAssignments, OfASpaceThatCannotBeListed) {
  DiagramStore store(std::vector<std::uint32_t>(100, 10));  // 10^100 assignments.
  Assignment second(100);
  second.back() = 1;
  EXPECT_EQ(first_assignments(store, kEverything, 2),
            (std::vector<Assignment>{Assignment(100), second}));
}

TEST(FirstAssignments, AndAllAgreeWithTheSortedList) {
  for (std::size_t number = 0; number < 200; ++number) {
    base::Random random(11, number);
    const auto domains = tests::random_domains(random, 4);
    DiagramStore store(domains);
    const Node root = tests::random_set(random, store);
    AssignmentOrder order;
    for (std::uint32_t v = 0; v < domains.size(); ++v) {
      const auto place = static_cast<std::ptrdiff_t>(random.below(v + 1));
      order.variables.insert(order.variables.begin() + place, v);
    }
    std::vector<Assignment> expected;
    for (const Assignment& assignment : tests::all_assignments(domains)) {
      if (tests::contains(store, root, assignment)) expected.push_back(assignment);
    }
    std::sort(expected.begin(), expected.end(), order);
    EXPECT_EQ(all_assignments(store, root, order), expected) << "set " << number;
    if (expected.size() > 5) expected.resize(5);
    ASSERT_EQ(first_assignments(store, root, 5, order), expected) << "set " << number;
  }
}

}  // namespace
}  // namespace nemawashi::trees
