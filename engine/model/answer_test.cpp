// SPDX-License-Identifier: Apache-2.0
#include "engine/model/answer.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::model {
namespace {

using namespace tests;

constexpr Yes kAlways = {true, true, true};
constexpr Yes kNever = {false, false, false};

std::vector<PartyAnswer> answers_to(const Case& a_case, const Package& package) {
  return party_answers(a_case, default_reading(a_case), package);
}

TEST(Answer, GainsAreThoseOfTheTable) {  // tests/small_problem.h
  const auto answers = answers_to(case_of(small_case()), kNorthHigh);
  const Gain& gain = answers[kTown.value].gain.value();
  EXPECT_EQ(gain.levels, (std::vector<Rational>{150, 5}));
  EXPECT_EQ(gain.differences, (std::vector<Rational>{base::fraction(5, 8), base::fraction(-1, 2)}));
  EXPECT_EQ(gain.least.value, base::fraction(1, 16));
  EXPECT_EQ(gain.central.value, base::fraction(11, 32));
  EXPECT_EQ(gain.greatest.value, base::fraction(5, 8));
  EXPECT_EQ(answers[kTown.value].yes, kAlways);
}

TEST(Answer, DependsOnTheWeightsWhereTheGainMayBeNegative) {
  const auto town = answers_to(noisy_case(), kNorthHigh)[kTown.value];
  EXPECT_EQ(town.gain->least.value, base::fraction(-19, 16));
  EXPECT_EQ(town.gain->central.value, base::fraction(-9, 32));
  EXPECT_EQ(town.yes, (Yes{false, false, true}));
  EXPECT_EQ(verdict(town.yes), Verdict::cannot_tell);
}

TEST(Answer, AGainOfExactlyTheMarginIsAYes) {
  TableTexts texts = small_case();
  texts["parties"] = "id;name;interests_by;margin\ntown;Town;analyst;5/16\ncouncil;Council;;";
  EXPECT_EQ(answers_to(case_of(texts), kNorthLow)[0].yes, kAlways);
  texts["parties"] = "id;name;interests_by;margin\ntown;Town;analyst;5/8\ncouncil;Council;;";
  const PartyAnswer town = answers_to(case_of(texts), kNorthLow)[0];
  EXPECT_EQ(town.yes, (Yes{false, false, true}));
  EXPECT_TRUE(town.only_at_boundary);
}

TEST(Answer, ARefusalIsNeverTraded) {
  const Case a_case = case_of(small_case());
  const PartyAnswer council = answers_to(a_case, kSouthHigh)[kCouncil.value];
  EXPECT_EQ(council.yes, kNever);
  EXPECT_EQ(council.refusals, (std::vector<RefusalIndex>{RefusalIndex(0)}));
  EXPECT_EQ(verdict(council.yes), Verdict::objection);
  const Case withdrawn = case_of(changed("refusals", "stated", "withdrawn"));
  EXPECT_EQ(answers_to(withdrawn, kSouthHigh)[kCouncil.value].yes, kAlways);
}

TEST(Answer, ABlankLeavesThePartyUndecided) {
  const Case a_case = case_of(changed("effects", "valley;50", "valley;"));
  const PartyAnswer town = answers_to(a_case, kNorthLow)[kTown.value];
  EXPECT_FALSE(town.gain);
  EXPECT_EQ(town.unknown, (std::vector<LevelIndex>{a_case.interests[0].level}));
  EXPECT_EQ(town.yes, (Yes{false, false, true}));
}

TEST(Answer, AMembersNoReachesThePartyThroughItsRule) {
  TableTexts texts = changed("parties", "town;Town;;analyst;", "town;Town;;analyst;council");
  EXPECT_EQ(answers_to(case_of(texts), kSouthHigh)[kTown.value].by_rule, kNever);
  EXPECT_EQ(answers_to(case_of(texts), kSouthHigh)[kTown.value].yes, kNever);
  EXPECT_EQ(answers_to(case_of(texts), kNorthLow)[kTown.value].yes, kAlways);
}

TEST(Consent, AGateThatIsNotAskedCountsAsYes) {
  TableTexts texts = changed("refusals", "council;site = south", "town;");
  const Case a_case = case_of(texts);  // The town now refuses everything.
  EXPECT_FALSE(is_asked(a_case.gates[0], kNoneLow));
  EXPECT_EQ(consent(a_case, kNoneLow, answers_to(a_case, kNoneLow)), kAlways);
  EXPECT_TRUE(is_asked(a_case.gates[0], kNorthLow));
  EXPECT_EQ(consent(a_case, kNorthLow, answers_to(a_case, kNorthLow)), kNever);
}

TEST(Consent, AsksForEveryGateWhereOneNoIsEnough) {
  EXPECT_TRUE(every_gate_must_pass(case_of(small_case())));
  const auto with_rule = [](const std::string& rule) {
    return case_of(
        changed("case", "id;question;as_of;wants\nreservoir;Where?;2020-01-01;",
                "id;question;as_of;consent;wants\nreservoir;Where?;2020-01-01;" + rule + ";"));
  };
  EXPECT_TRUE(every_gate_must_pass(with_rule("votes(3, permit:2, vote:1)")));
  EXPECT_FALSE(every_gate_must_pass(with_rule("any(permit, vote)")));
  EXPECT_FALSE(every_gate_must_pass(with_rule("permit")));
}

TEST(Limits, ForbidAConditionWhileTheirClaimIsTaken) {
  const Case a_case = case_of(small_case());
  EXPECT_EQ(broken_limits(a_case, {true}, kSouthLow), (std::vector<LimitIndex>{LimitIndex(0)}));
  EXPECT_TRUE(broken_limits(a_case, {false}, kSouthLow).empty());
  EXPECT_TRUE(broken_limits(a_case, {true}, kSouthHigh).empty());
}

TEST(Limits, BoundsAreInclusive) {
  TableTexts texts = small_case();
  texts["limits"] += "\nl2;;water;valley;150;180;;paper";
  const Case a_case = case_of(texts);
  EXPECT_EQ(broken_limits(a_case, {true}, kNoneLow), (std::vector<LimitIndex>{LimitIndex(1)}));
  EXPECT_TRUE(broken_limits(a_case, {true}, kNorthLow).empty());
  EXPECT_TRUE(broken_limits(a_case, {true}, kSouthHigh).empty());
}

TEST(Wants, AnyOfTheConditionsIsEnough) {
  EXPECT_FALSE(is_wanted(case_of(small_case()), kNoneLow));
  EXPECT_TRUE(is_wanted(case_of(small_case()), kNorthLow));
  Case either = case_of(small_case());
  either.wants.push_back({{{IssueIndex(1), {true, false}}}});  // or pay = low
  EXPECT_TRUE(is_wanted(either, kNoneLow));
  EXPECT_FALSE(is_wanted(either, kNoneHigh));
  either.wants.clear();
  EXPECT_TRUE(is_wanted(either, kNoneHigh));
}

}  // namespace
}  // namespace nemawashi::model
