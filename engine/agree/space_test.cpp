// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/space.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;

Space space_for(const model::Case& a_case) {
  return space_of(a_case, whole_scope(a_case, Overrides::fixed_at_no));
}

TEST(Space, HasEveryPackage) {
  const Space space = space_for(case_of(small_case()));
  EXPECT_EQ(packages(space), 6);
  auto sizes = domains(space);
  std::sort(sizes.begin(), sizes.end());
  EXPECT_EQ(sizes, (std::vector<std::uint32_t>{2, 3}));
}

TEST(Space, AssignmentsStandForPackagesAndAreOrderedLikeThem) {
  Space space;  // pay is asked before site, and site has lost its first option.
  space.order = {model::IssueIndex(1), model::IssueIndex(0)};
  space.options = {{model::OptionIndex(0), model::OptionIndex(1)},
                   {model::OptionIndex(1), model::OptionIndex(2)}};
  space.variable_of = {1, 0};
  EXPECT_EQ(package_of(space, {1, 0}), kNorthHigh);
  EXPECT_EQ(package_of(space, {0, 1}), kSouthLow);
  EXPECT_TRUE(order_of(space)({1, 0}, {0, 1}));
  EXPECT_EQ(package_from(option_numbers(kNorthHigh)), kNorthHigh);
}

TEST(Space, OverridingIssuesAreFixedUnlessConsidered) {
  model::Case a_case = case_of(small_case());
  a_case.issues[1].overrides = model::GateIndex(0);
  a_case.issues[1].standing = model::OptionIndex(0);
  EXPECT_EQ(packages(space_for(a_case)), 3);
  EXPECT_EQ(packages(space_of(a_case, whole_scope(a_case, Overrides::considered))), 6);
  EXPECT_EQ(packages(whole_scope(a_case, Overrides::considered)), 6);
}

TEST(Space, WithoutOptionsThereIsNoPackage) {
  const model::Case a_case = case_of(small_case());
  Scope scope = whole_scope(a_case, Overrides::considered);
  scope[1] = {false, false};
  EXPECT_EQ(packages(space_of(a_case, scope)), 0);
  EXPECT_EQ(packages(scope), 0);
}

TEST(Space, IssuesNamedTogetherStandTogether) {
  // Six issues; a chain of links 0-3, 3-1, 1-4, 4-2, 2-5 can stand in one line.
  model::Case a_case;
  a_case.issues.resize(6);
  for (auto& issue : a_case.issues) issue.options.resize(2);
  const std::vector<std::size_t> chain = {0, 3, 1, 4, 2, 5};
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const auto [low, high] = std::minmax(chain[i], chain[i + 1]);
    a_case.wants.push_back(
        {{{model::IssueIndex(low), {true, false}}, {model::IssueIndex(high), {true, false}}}});
  }
  const Space space = space_for(a_case);
  std::size_t span = 0;
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    const auto [low, high] =
        std::minmax(space.variable_of[chain[i]], space.variable_of[chain[i + 1]]);
    span += high - low;
  }
  EXPECT_LT(span, 13U);  // 3 + 2 + 3 + 2 + 3 as the issues are written; 5 at best.
}

TEST(Literals, LeaveOutWhatAlwaysHolds) {
  const model::Case a_case = case_of(small_case());
  const Space space = space_for(a_case);
  const auto literals_of = [&](model::OptionSet site, model::OptionSet pay) {
    return literals(
        space, {{{model::IssueIndex(0), std::move(site)}, {model::IssueIndex(1), std::move(pay)}}});
  };
  EXPECT_EQ(literals_of({true, true, true}, {true, true})->size(), 0U);
  EXPECT_EQ(literals_of({true, false, true}, {true, true})->size(), 1U);
  EXPECT_EQ(literals_of({true, false, true}, {false, true})->size(), 2U);
  EXPECT_FALSE(literals_of({true, false, true}, {false, false}));
}

}  // namespace
}  // namespace nemawashi::agree
