// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/smallest_change.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

/// The town is asked of the north alone, and refuses the north and the south.
model::Case asked_of_the_north() {
  TableTexts texts = small_case();
  texts["gates"] = "id;party;when;source\npermit;town;site = north;paper";
  texts["refusals"] =
      "id;party;when;status;if_claim;source\n"
      "no_north;town;site = north;stated;;paper\n"
      "no_south;town;site = south;stated;;paper";
  return case_of(texts);
}

TEST(SmallestChanges, LeadToNothingThatThePartyRefusesWhetherOrNotItIsStillAsked) {
  const model::Case a_case = asked_of_the_north();
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  const auto found = smallest_changes(problem, kNorthHigh, model::Certainty::possible, 10, {});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].party, kTown);
  EXPECT_EQ(found[0].objections.size(), 1U);
  EXPECT_EQ(found[0].nearest.changed_issues, 1U);
  EXPECT_EQ(found[0].nearest.members, std::vector<model::Package>{kNoneHigh});
}

}  // namespace
}  // namespace nemawashi::agree
