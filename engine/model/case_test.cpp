// SPDX-License-Identifier: Apache-2.0
#include "engine/model/case.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::model {
namespace {

using namespace tests;

TEST(Case, ClaimsAreTakenAsStatedUnlessRefuted) {
  EXPECT_EQ(default_reading(case_of(small_case())), Reading{true});
  EXPECT_EQ(default_reading(case_of(changed("claims", "contested", "refuted"))), Reading{false});
}

TEST(Case, BearersArePartiesThenPlaces) {
  const Case a_case = case_of(small_case());
  EXPECT_EQ(bearer_id(a_case, BearerIndex(1)), "council");
  EXPECT_EQ(bearer_name(a_case, BearerIndex(2)), "Valley");
}

TEST(Case, APartyWithoutInterestsRefusalsAndRuleIsNotModelled) {
  EXPECT_TRUE(is_modelled(case_of(small_case()), kTown));
  EXPECT_TRUE(is_modelled(case_of(small_case()), kCouncil));
  EXPECT_FALSE(is_modelled(case_of(changed("refusals", "stated", "withdrawn")), kCouncil));
}

TEST(Case, AnIssueMayOverrideAGate) {
  EXPECT_FALSE(override_of(case_of(small_case()), GateIndex(0)));
  Case a_case = case_of(small_case());
  a_case.issues[1].overrides = GateIndex(0);
  EXPECT_EQ(override_of(a_case, GateIndex(0)), IssueIndex(1));
  EXPECT_FALSE(override_of(a_case, GateIndex(1)));
}

}  // namespace
}  // namespace nemawashi::model
