// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/payment.h"

#include <gtest/gtest.h>

#include "tests/small_problem.h"
#include "tests/whole_problem.h"

namespace nemawashi::agree {
namespace {

using namespace tests;
using model::Certainty;

/// The town has noise and money of its own; the council gains water in the north and has money too.
/// Everybody must say yes, only the north answers. Noise in the north is 30 of a scale of 10: the
/// town's difference is -3 with half the weight; 100 of money are one scale.
TableTexts case_with_money(const std::string& transferable) {
  auto texts = small_case();
  texts["case"] = "id;question;as_of;wants\nreservoir;Where?;2020-01-01;site = north & pay = high";
  texts["gates"] = "id;party;when;source\npermit;town;;paper\nvote;council;;paper";
  texts["parties"] =
      "id;name;parent;interests_by;rule\ntown;Town;;analyst;\ncouncil;Council;;analyst;";
  texts["measures"] =
      "id;name;better;combine;end;transferable\nwater;Water;more;;;\nnoise;Noise;less;;;\n"
      "money;Money;more;;;" +
      transferable;
  texts["levels"] += "\nmt;money;town;;0;;paper\nmc;money;council;;0;;paper";
  texts["effects"] =
      "id;when;baseline;measure;bearer;likely;if_claim;source\n"
      "e1;site = north;;water;valley;80;;paper\n"
      "e3;site = north & pay = high;;noise;hill;30;;paper";
  texts["interests"] =
      "id;party;measure;bearer;worst;best;shape;points;rank;weight;weight_low;weight_high;source\n"
      "i1;town;noise;hill;10;0;;;;1;;;paper\n"
      "i2;town;money;town;0;100;;;;1;;;paper\n"
      "i3;council;water;valley;100;180;;;;3;;;paper\n"
      "i4;council;money;council;-1000;0;;;;1;;;paper";
  return texts;
}

TEST(Payments, AreTheLeastAndNameWhoCouldBearThem) {
  const auto a_case = case_of(case_with_money("yes"));
  const auto problem = whole_problem(a_case);
  for (const auto certainty : kCertainties) {
    const auto why = conflicts(problem, certainty, {}, {});
    ASSERT_EQ(why.relaxations.size(), 1U);
    const auto found = payments(problem, why, {});
    EXPECT_EQ(found.transferable, std::vector<model::MeasureIndex>{model::MeasureIndex(2)});
    ASSERT_EQ(found.payments.size(), 1U);
    EXPECT_EQ(found.payments[0].party, kTown);
    EXPECT_EQ(found.payments[0].amount, 300);  // -3/2 of worth, at 1/200 for one of money.
    EXPECT_EQ(found.payments[0].package, kNorthHigh);
    // The council gains 3/4 and would lose 1/4 x 300/1000.
    ASSERT_EQ(found.payments[0].bearers.size(), 1U);
    EXPECT_EQ(found.payments[0].bearers[0].party, kCouncil);
    EXPECT_EQ(found.payments[0].bearers[0].gain_left, base::fraction(27, 40));
  }
}

TEST(Payments, AreOnlyInWhatIsTransferable) {
  const auto a_case = case_of(case_with_money("no"));
  const auto found = payments(whole_problem(a_case),
                              conflicts(whole_problem(a_case), Certainty::central, {}, {}), {});
  EXPECT_TRUE(found.transferable.empty());
  EXPECT_TRUE(found.payments.empty());
}

TEST(Payments, AreNeverAgainstARefusal) {
  auto texts = case_with_money("yes");
  texts["refusals"] = "id;party;when;status;source\nnever;town;site = north;stated;paper";
  const auto a_case = case_of(texts);
  const auto why = conflicts(whole_problem(a_case), Certainty::central, {}, {});
  ASSERT_EQ(why.relaxations.size(), 1U);
  EXPECT_EQ(why.relaxations[0].elements.size(), 2U);  // Its worth test and its refusal.
  EXPECT_TRUE(payments(whole_problem(a_case), why, {}).payments.empty());
}

}  // namespace
}  // namespace nemawashi::agree
