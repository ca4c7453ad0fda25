// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/assignment.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/random_sum.h"

namespace nemawashi::trees {
namespace {

TEST(AssignmentOrder, ComparesTheMostTellingVariableFirst) {
  const AssignmentOrder as_asked;
  EXPECT_TRUE(as_asked({0, 1}, {1, 0}));
  const AssignmentOrder second_first{{1, 0}};
  EXPECT_TRUE(second_first({1, 0}, {0, 1}));
  EXPECT_FALSE(second_first({1, 0}, {1, 0}));
}

TEST(AssignmentOrder, PartialAssignmentsCompareByWhatTheySet) {
  const AssignmentOrder last_first{{2, 1, 0}};
  EXPECT_TRUE(last_first({1, 0}, {0, 1}));  // Variable 2 is not set yet; 1 decides.
}

TEST(PlaceSum, FallsAsTheOrderGoesOn) {
  const std::vector<std::uint32_t> domains = {2, 3, 1, 2};
  for (const AssignmentOrder& order : {AssignmentOrder{}, AssignmentOrder{{3, 0, 2, 1}}}) {
    std::vector<Assignment> all = tests::all_assignments(domains);
    std::sort(all.begin(), all.end(), order);
    const WeightedSum place = place_sum(domains, order);
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_EQ(evaluated(place, all[i]), -base::fraction(i, 12));  // 2 x 3 x 1 x 2
    }
  }
}

}  // namespace
}  // namespace nemawashi::trees
