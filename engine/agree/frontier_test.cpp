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

/// No refusal, no limit, and the gate asks of every package: consent is the town's worth alone.
/// The south is noisy: its gain is 1, -1/20 and 19/40.
model::Case of_worth_alone() {
  TableTexts texts = changed("effects", "\ne3;", "\ne4;site = south;;noise;hill;11;;paper\ne3;");
  texts.erase("refusals");
  texts.erase("limits");
  texts["gates"] = "id;party;when;source\npermit;town;;paper";
  texts["expectations"] = "id;name;package;party;expected";
  return case_of(texts);
}

TEST(FrontierWhereConsentIsWorth, IsThatOfWhoPassesUnderEachCertainty) {
  const model::Case a_case = of_worth_alone();
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  for (const std::size_t members : {0U, 2U}) {
    const auto found = [&](model::Certainty certainty) {
      return frontier(problem, {{kTown}, Over::ratifiable, certainty, members}, {}).points;
    };
    // The south is worth most at central weights, but does not pass for all: then the north does.
    const auto central = found(model::Certainty::central);
    ASSERT_EQ(central.size(), 1U);
    EXPECT_EQ(central[0].packages, 2);
    EXPECT_EQ(central[0].members.size(), members);
    const auto necessary = found(model::Certainty::necessary);
    ASSERT_EQ(necessary.size(), 1U);
    EXPECT_EQ(necessary[0].packages, 1);
    if (members == 0) {
      EXPECT_TRUE(necessary[0].members.empty());
    } else {
      EXPECT_EQ(central[0].members[0], kSouthLow);
      EXPECT_EQ(necessary[0].members, std::vector<model::Package>{kNorthLow});
    }
  }
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
