// SPDX-License-Identifier: Apache-2.0
#include "engine/model/condition.h"

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

WrittenCondition parsed(std::string_view text) {
  return std::get<WrittenCondition>(parse_condition(text));
}

std::size_t refused_at(std::string_view text) {
  return std::get<GrammarError>(parse_condition(text)).position;
}

Package package(std::size_t first, std::size_t second) {
  return {OptionIndex(first), OptionIndex(second)};
}

TEST(Condition, BarBindsTighterThanAmpersand) {
  const WrittenCondition expected = {{"site", false, {"a", "b"}}, {"pay", true, {"low"}}};
  EXPECT_EQ(parsed("site = a | b & pay != low"), expected);
  EXPECT_EQ(parsed(" site=a|b&pay!=low "), expected);
  EXPECT_EQ(written(expected), "site = a | b & pay != low");
}

TEST(Condition, EmptyTextHasNoTerms) { EXPECT_TRUE(parsed("  ").empty()); }

TEST(Condition, RefusesWhatIsNoCondition) {
  EXPECT_EQ(refused_at("= a"), 0U);
  EXPECT_EQ(refused_at("site a"), 5U);
  EXPECT_EQ(refused_at("site = "), 7U);
  EXPECT_EQ(refused_at("site = a, b"), 8U);
  EXPECT_EQ(refused_at("site = a &"), 10U);
  EXPECT_EQ(refused_at("site = a | | b"), 11U);
}

TEST(Condition, HoldsWhereEveryTermDoes) {
  const Condition condition = {
      {{IssueIndex(0), {true, true, false}}, {IssueIndex(1), {false, true}}}};
  EXPECT_TRUE(holds(condition, package(1, 1)));
  EXPECT_FALSE(holds(condition, package(2, 1)));
  EXPECT_FALSE(holds(condition, package(1, 0)));
}

TEST(Condition, WithoutTermsAlwaysHoldsWithAnEmptySetNever) {
  EXPECT_TRUE(holds({}, package(0, 0)));
  EXPECT_FALSE(never_holds({}));
  const Condition empty_set = {{{IssueIndex(1), {false, false}}}};
  EXPECT_FALSE(holds(empty_set, package(0, 1)));
  EXPECT_TRUE(never_holds(empty_set));
}

}  // namespace
}  // namespace nemawashi::model
