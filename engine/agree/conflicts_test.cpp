// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/conflicts.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"
#include "tests/whole_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using model::Certainty;
using Places = std::vector<std::vector<std::size_t>>;

TEST(Conflicts, AreNoneWhereAPackagePasses) {
  const auto a_case = case_of(small_case());  // North and low passes.
  const auto found = conflicts(whole_problem(a_case), Certainty::possible, {}, {});
  EXPECT_TRUE(found.open);
  EXPECT_TRUE(found.complete);
  EXPECT_TRUE(found.conflicts.empty());
  EXPECT_TRUE(found.relaxations.empty());
}

/// Only the south answers the question: the council refuses it; low pay is forbidden there, high
/// pay is not.
TEST(Conflicts, NameTheRefusalThatStands) {
  const auto a_case = case_of(changed("case", "site = north | south", "site = south"));
  const auto found = conflicts(whole_problem(a_case), Certainty::possible, {}, {});
  EXPECT_FALSE(found.open);
  ASSERT_EQ(found.elements.size(), 3U);  // The town's worth, the refusal, the limit.
  EXPECT_EQ(found.conflicts, Places{{1}});
  ASSERT_EQ(found.relaxations.size(), 1U);
  EXPECT_EQ(found.relaxations[0].elements, std::vector<std::size_t>{1});
  EXPECT_EQ(found.relaxations[0].amounts[0].amount, std::nullopt);
  EXPECT_EQ(found.relaxations[0].packages, 1);
  EXPECT_EQ(found.relaxations[0].witness, kSouthHigh);
}

/// Noise 50 makes the difference in "north high" -5 beside 5/8 of water: gains 5/8 with water
/// alone, -35/16 at even weights, -25/32 at the centroid (3/4, 1/4).
TEST(Conflicts, SayTheLeastShortfallAtEachCertainty) {
  auto texts = changed("effects", "hill;5", "hill;50");
  texts["case"] = "id;question;as_of;wants\nreservoir;Where?;2020-01-01;site = north & pay = high";
  const auto a_case = case_of(texts);
  EXPECT_TRUE(conflicts(whole_problem(a_case), Certainty::possible, {}, {}).open);
  const auto central = conflicts(whole_problem(a_case), Certainty::central, {}, {});
  ASSERT_EQ(central.relaxations.size(), 1U);
  EXPECT_EQ(central.conflicts, Places{{0}});
  EXPECT_EQ(central.relaxations[0].amounts[0].amount, base::fraction(25, 32));
  const auto necessary = conflicts(whole_problem(a_case), Certainty::necessary, {}, {});
  ASSERT_EQ(necessary.relaxations.size(), 1U);
  EXPECT_EQ(necessary.relaxations[0].amounts[0].amount, base::fraction(35, 16));
}

/// At most 120 of water: the north (150) is 30 above, the south (180) is 60 above and refused.
TEST(Conflicts, SayByHowMuchABoundWouldMove) {
  auto texts = small_case();
  texts["limits"] += "\nl2;;water;valley;;120;;paper";
  const auto a_case = case_of(texts);
  const auto found = conflicts(whole_problem(a_case), Certainty::possible, {}, {});
  EXPECT_EQ(found.conflicts, Places{{3}});
  ASSERT_EQ(found.relaxations.size(), 1U);
  EXPECT_EQ(found.relaxations[0].amounts[0].amount, 30);
  EXPECT_EQ(found.relaxations[0].amounts[0].bound, LeastAmount::Bound::at_most);
  EXPECT_EQ(found.relaxations[0].packages, 2);
}

TEST(Conflicts, StoppedAtOnceSayNothing) {
  const auto a_case = case_of(changed("case", "site = north | south", "site = south"));
  SearchOptions options;
  options.control.stop = [] { return true; };
  const auto found = conflicts(whole_problem(a_case), Certainty::possible, {}, options);
  EXPECT_FALSE(found.complete);
  EXPECT_TRUE(found.conflicts.empty());
  EXPECT_TRUE(found.relaxations.empty());
}

TEST(Elements, NameTheClaimsTheyRestOn) {
  const auto a_case = case_of(small_case());
  EXPECT_EQ(claims_of(a_case, model::LimitIndex(0)),
            std::vector<model::ClaimIndex>{model::ClaimIndex(0)});
  EXPECT_TRUE(claims_of(a_case, kTown).empty());
  EXPECT_EQ(elements(a_case, {false}).size(), 2U);  // The limit is not in force.
}

}  // namespace
}  // namespace nemawashi::agree
