// SPDX-License-Identifier: Apache-2.0
#include "engine/model/rule.h"

#include <set>

#include <gtest/gtest.h>

namespace nemawashi::model {
namespace {

WrittenRule parsed_rule(std::string_view text) { return std::get<WrittenRule>(parse_rule(text)); }

std::size_t rule_refused_at(std::string_view text) {
  return std::get<GrammarError>(parse_rule(text)).position;
}

bool passes(std::string_view rule, const std::set<std::string>& yes) {
  return rule_holds(parsed_rule(rule), [&](const std::string& id) { return yes.count(id) > 0; });
}

TEST(Rule, EachOperator) {
  EXPECT_TRUE(passes("a", {"a"}));
  EXPECT_FALSE(passes("a", {"b"}));
  EXPECT_TRUE(passes("all(a, b)", {"a", "b"}));
  EXPECT_FALSE(passes("all(a, b)", {"a"}));
  EXPECT_TRUE(passes("any(a, b)", {"b"}));
  EXPECT_FALSE(passes("any(a, b)", {}));
  EXPECT_TRUE(passes("at_least(2, a, b, c)", {"a", "c"}));
  EXPECT_FALSE(passes("at_least(2, a, b, c)", {"c"}));
}

TEST(Rule, VotesReachTheThresholdExactly) {
  EXPECT_TRUE(passes("votes(5, a:3, b:2, c:4)", {"a", "b"}));
  EXPECT_FALSE(passes("votes(5, a:3, b:2, c:4)", {"c"}));
  EXPECT_TRUE(passes("votes(2/3, a:1/3, b:1/3, c:1/3)", {"a", "c"}));
}

TEST(Rule, NestsAndRepeatsMembers) {
  EXPECT_TRUE(passes("all(any(a, b), at_least(1, c, all(a, d)))", {"a", "d"}));
  EXPECT_FALSE(passes("all(any(a, b), at_least(1, c, all(a, d)))", {"b", "d"}));
  EXPECT_TRUE(passes("at_least(2, a, a, b)", {"a"}));  // Written twice counts twice.
}

TEST(Rule, ThresholdsBeyondReachOrAtZero) {
  EXPECT_TRUE(passes("at_least(0, a)", {}));
  EXPECT_FALSE(passes("at_least(3, a, b)", {"a", "b"}));
}

TEST(Rule, MembersAreVisitedInWrittenOrder) {
  std::string ids;
  for_each_member(parsed_rule("all(b, any(a, b))"), [&](const std::string& id) { ids += id; });
  EXPECT_EQ(ids, "bab");
}

TEST(Rule, RefusesWhatIsNoRule) {
  EXPECT_EQ(rule_refused_at(""), 0U);
  EXPECT_EQ(rule_refused_at("all()"), 4U);
  EXPECT_EQ(rule_refused_at("all(a"), 5U);
  EXPECT_EQ(rule_refused_at("at_least(x, a)"), std::string_view("at_least(x").size());
  EXPECT_EQ(rule_refused_at("votes(1, a)"), 10U);
  EXPECT_EQ(rule_refused_at("a b"), 2U);
}

TEST(Rule, RefusesDeepNesting) {
  std::string text;
  for (std::size_t depth = 0; depth < kDeepestRule; ++depth) text += "all(";
  text += "a" + std::string(kDeepestRule, ')');
  EXPECT_TRUE(std::holds_alternative<WrittenRule>(parse_rule(text)));
  EXPECT_TRUE(std::holds_alternative<GrammarError>(parse_rule("all(" + text + ")")));
}

}  // namespace
}  // namespace nemawashi::model
