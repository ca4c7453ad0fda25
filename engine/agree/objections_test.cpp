// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/objections.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using model::Verdict;

TEST(PackageReport, NamesTheRefusalAtTheGate) {
  const auto report = package_report(case_of(small_case()), {true}, kSouthHigh);
  EXPECT_TRUE(report.inside_question);
  EXPECT_TRUE(report.broken_limits.empty());
  ASSERT_EQ(report.objections.size(), 1U);
  EXPECT_EQ(report.objections[0].gate, model::GateIndex(1));
  EXPECT_EQ(report.objections[0].party, kCouncil);
  EXPECT_EQ(report.objections[0].verdict, Verdict::objection);
  EXPECT_EQ(report.objections[0].refusal, model::RefusalIndex(0));
  EXPECT_FALSE(is_ratifiable(report, model::Certainty::possible));
}

TEST(PackageReport, SaysWhatIsMissingAtWhichWeights) {
  const auto report = package_report(noisy_case(), {true}, kNorthHigh);
  ASSERT_EQ(report.objections.size(), 1U);
  const Objection& objection = report.objections[0];
  EXPECT_EQ(objection.verdict, Verdict::cannot_tell);
  EXPECT_EQ(objection.short_by, base::fraction(19, 16));  // At even weights.
  EXPECT_EQ(objection.over, std::vector<model::InterestIndex>{model::InterestIndex(1)});
  EXPECT_TRUE(is_ratifiable(report, model::Certainty::possible));
  EXPECT_FALSE(is_ratifiable(report, model::Certainty::central));
}

TEST(PackageReport, WithoutObjectionsWhereAllGatesSayYes) {
  const auto report = package_report(case_of(small_case()), {true}, kNorthLow);
  EXPECT_TRUE(report.objections.empty());
  EXPECT_TRUE(is_ratifiable(report, model::Certainty::necessary));
}

TEST(PackageReport, NamesUnknownLevels) {
  const model::Case a_case = case_of(changed("effects", "valley;50", "valley;"));
  const auto report = package_report(a_case, {true}, kNorthLow);
  ASSERT_EQ(report.objections.size(), 1U);
  EXPECT_EQ(report.objections[0].verdict, Verdict::cannot_tell);
  EXPECT_EQ(report.objections[0].unknown,
            std::vector<model::LevelIndex>{a_case.interests[0].level});
  EXPECT_FALSE(report.objections[0].short_by);
}

TEST(PackageReport, VariesTheClaimsThatTouchThePackage) {
  const model::Case a_case = case_of(small_case());
  const auto touched = package_report(a_case, {true}, kSouthLow).readings;
  EXPECT_EQ(touched.claims, std::vector<model::ClaimIndex>{model::ClaimIndex(0)});
  EXPECT_EQ(touched.readings, 2U);
  EXPECT_EQ(touched.feasible, 1U);  // Where the slope is not stable.
  EXPECT_EQ(touched.objection_found, (std::vector<std::size_t>{0, 2}));  // The council, always.
  const auto untouched = package_report(a_case, {true}, kNorthLow).readings;
  EXPECT_TRUE(untouched.claims.empty());
  EXPECT_EQ(untouched.readings, 1U);
  EXPECT_EQ(untouched.ratifiable, (std::array<std::size_t, 3>{1, 1, 1}));
}

TEST(PackageReport, IsBoundedWhereTooManyClaimsTouch) {
  model::Case a_case = case_of(small_case());
  a_case.claims.resize(kMostClaimsVaried + 1);
  for (std::size_t c = 1; c < a_case.claims.size(); ++c) {  // Refusals that rest on them.
    model::Refusal refusal;
    refusal.party = kCouncil;
    refusal.if_claim = model::ClaimIndex(c);
    a_case.refusals.push_back(refusal);
  }
  const model::Reading reading(a_case.claims.size(), false);
  EXPECT_FALSE(package_report(a_case, reading, kNorthLow).readings.bounded);
  EXPECT_TRUE(package_report(a_case, reading, kSouthLow).readings.bounded);
  EXPECT_EQ(package_report(a_case, reading, kSouthLow).readings.readings, 4096U);
}

}  // namespace
}  // namespace nemawashi::agree
