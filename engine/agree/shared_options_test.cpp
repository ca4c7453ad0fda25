// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/shared_options.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

TEST(SharedOptions, AreThoseOfEveryPackageOfTheSet) {
  const model::Case a_case = case_of(small_case());
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  // Inside the question only the north passes, with low or high pay; anywhere also "none" does.
  const auto inside = shared_options(problem, {model::Certainty::possible, Question::inside}, {});
  ASSERT_EQ(inside.size(), 1U);
  EXPECT_EQ(inside[0].issue, model::IssueIndex(0));
  EXPECT_EQ(inside[0].option, model::OptionIndex(1));
  EXPECT_TRUE(
      shared_options(problem, {model::Certainty::possible, Question::anywhere}, {}).empty());
}

TEST(SharedOptions, OfNothingAreNone) {
  model::Case a_case = case_of(small_case());
  a_case.refusals[0].when = {};  // The council refuses everything.
  const Problem problem{a_case, {true}, whole_scope(a_case, Overrides::fixed_at_no)};
  EXPECT_TRUE(shared_options(problem, {}, {}).empty());
}

}  // namespace
}  // namespace nemawashi::agree
