// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/frontier.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

class FrontierOfWorth : public testing::Test {
 protected:
  Frontier found(Over over) {
    return frontier(problem, {{kTown, kCouncil}, over, model::Certainty::central}, {});
  }

  // The council wants little noise: 100 is worth 0, none is worth 1.
  static model::Case two_parties() {
    TableTexts texts = small_case();
    texts["interests"] += "\ni3;council;noise;hill;100;0;;;;1;;;paper";
    return case_of(texts);
  }

  model::Case a_case = two_parties();
  Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
};

TEST_F(FrontierOfWorth, OverTheRatifiableKeepsWhatRefusedPackagesDominate) {
  // South is worth 1 to both but refused; north low: 3/4 x 5/8 + 1/4 and no noise.
  const Frontier ratifiable = found(Over::ratifiable);
  ASSERT_EQ(ratifiable.points.size(), 1U);
  EXPECT_EQ(ratifiable.points[0].worth, (std::vector<Rational>{base::fraction(23, 32), 1}));
  EXPECT_EQ(ratifiable.points[0].members, std::vector<model::Package>{kNorthLow});
  const Frontier feasible = found(Over::feasible);
  ASSERT_EQ(feasible.points.size(), 1U);
  EXPECT_EQ(feasible.points[0].worth, (std::vector<Rational>{1, 1}));
  EXPECT_EQ(feasible.points[0].members, std::vector<model::Package>{kSouthHigh});
}

TEST_F(FrontierOfWorth, CountsEqualPackagesAsOnePoint) {
  problem.reading = {false};  // The south is feasible with low pay as well.
  const Frontier feasible = found(Over::feasible);
  ASSERT_EQ(feasible.points.size(), 1U);
  EXPECT_EQ(feasible.points[0].packages, 2);
}

TEST_F(FrontierOfWorth, SaysWhatWasNotVisited) {
  SearchOptions options;
  options.control.stop = [] { return true; };
  const Frontier stopped = frontier(problem, {{kTown}}, options);
  EXPECT_TRUE(stopped.points.empty());
  EXPECT_EQ(stopped.unvisited, 6);
}

}  // namespace
}  // namespace nemawashi::agree
