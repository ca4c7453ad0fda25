// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/deep_check.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

std::string found(const TableTexts& texts) {
  const model::Case a_case = case_of(texts);
  const Problem problem{a_case, model::default_reading(a_case),
                        whole_scope(a_case, Overrides::considered)};
  return codes(deep_check(problem, {}));
}

TEST(DeepCheck, HasNothingToSayOfASoundCase) { EXPECT_EQ(found(small_case()), ""); }

TEST(DeepCheck, FindsWhatLimitsExcludeOnlyTogether) {
  // Either limit alone leaves the south; together they leave none of it, nor its refusal.
  EXPECT_EQ(found(changed("limits", "slope;paper",
                          "slope;paper\nl2;site = south & pay = high;;;;;;paper")),
            "warning option-never-feasible issues:5 \n"
            "warning refusal-never-holds refusals:2 \n");
}

TEST(DeepCheck, FindsAQuestionThatNothingAnswers) {
  EXPECT_EQ(found(changed("limits", "l1;site = south & pay = low;;;;;slope;paper",
                          "l1;site = north;;;;;;paper\nl2;site = south;;;;;;paper")),
            "error nothing-wanted case:0 \n"
            "warning option-never-feasible issues:4 \n"
            "warning option-never-feasible issues:5 \n"
            "warning gate-never-asked gates:2 \n"
            "warning refusal-never-holds refusals:2 \n");
}

TEST(DeepCheck, FindsThatNothingIsFeasible) {
  EXPECT_EQ(found(changed("limits", "l1;site = south & pay = low;;;;;slope;paper",
                          "l1;pay = low;;;;;;paper\nl2;pay = high;;;;;;paper")),
            "error nothing-feasible limits:0 \n");
}

TEST(DeepCheck, ReportsARangeOnlyIfFeasiblePackagesLeaveIt) {
  // South brings the water to 180, beyond 175; with every package of the south excluded it is not.
  const std::string narrow = "i1;town;water;valley;100;175";
  EXPECT_EQ(found(changed("interests", "i1;town;water;valley;100;180", narrow)),
            "warning range-left interests:2 \n");
  TableTexts dry = changed("interests", "i1;town;water;valley;100;180", narrow);
  dry["limits"] += "\nl2;site = south;;;;;;paper";
  EXPECT_EQ(found(dry),
            "warning option-never-feasible issues:5 \n"
            "warning refusal-never-holds refusals:2 \n");
}

TEST(DeepCheck, SaysWhatItDidNotLookAt) {
  const model::Case a_case = case_of(small_case());
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::considered)};
  SearchOptions options;
  options.control.stop = [] { return true; };
  EXPECT_EQ(codes(deep_check(problem, options)), "information unchecked :0 \n");
}

}  // namespace
}  // namespace nemawashi::agree
