// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/words.h"

#include <gtest/gtest.h>

#include "engine/agree/conflicts.h"
#include "engine/agree/payment.h"
#include "engine/ask/consent_words.h"
#include "engine/ask/why_words.h"
#include "engine/model/levels.h"
#include "tests/small_problem.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

/// The small case, its town with a margin.
model::Case with_margin(const std::string& margin, TableTexts texts = small_case()) {
  texts["parties"] = "id;name;parent;interests_by;rule;margin\ntown;Town;;analyst;;" + margin +
                     "\ncouncil;Council;town;;;";
  return case_of(texts);
}

/// What is said of the town's worth in a package that it does not surely agree to.
std::string said_of_town(const model::Case& a_case, const model::Package& package) {
  const auto report = agree::package_report(a_case, {true}, package);
  for (const auto& objection : report.objections) {
    if (objection.party == kTown) return because(a_case, report, objection);
  }
  return "no objection";
}

TEST(Words, APartyThatGainsLessThanItsMarginIsNotSaidToBeWorseOff) {
  // Of "north low" the gain lies between 5/16 and 5/8 (small_problem.h).
  EXPECT_EQ(said_of_town(with_margin("0"), kNorthLow), "no objection");
  EXPECT_EQ(said_of_town(with_margin("0.75"), kNorthLow),
            "for all its weights allowed here it would gain less than its margin of 0.75 of its "
            "scale over what it expects without agreement, short by at least 0.12 of its scale");
  EXPECT_EQ(said_of_town(with_margin("0.5"), kNorthLow),
            "its gain beyond its margin of 0.5 of its scale lies between -0.19 and 0.13 of its "
            "scale; it falls short with the weight on Water at Valley and Noise at Hill");
}

TEST(Words, APartyThatLosesForAllItsWeightsIsWorseOffWhateverItsMargin) {
  // The north takes 10 of 100 water instead of bringing 50: 1/8 of the way from 100 to 180 is lost.
  const TableTexts dry = changed("effects", "valley;50", "valley;-10");
  const std::string worse =
      "for all its weights allowed here it would be worse off than it "
      "expects to be without agreement, ";
  const std::string over = ", over Water at Valley (90)";
  EXPECT_EQ(said_of_town(with_margin("0", dry), kNorthLow),
            worse + "by at least 0.06 of its scale" + over);
  EXPECT_EQ(said_of_town(with_margin("0.5", dry), kNorthLow),
            worse + "and miss its margin of 0.5 of its scale by at least 0.56 of its scale" + over);
}

TEST(Words, WhatNoSourceSaysIsNotSaidToBeAPartysWords) {
  model::Refusal refusal;
  refusal.words = "Not here";
  refusal.date = "2010-01-24";
  refusal.origin.basis = model::Basis::sourced;
  EXPECT_EQ(statement_words(refusal), ": Not here (2010-01-24)");
  refusal.origin.basis = model::Basis::assumed;
  EXPECT_EQ(statement_words(refusal),
            ", assumed by the authors of this case: Not here (2010-01-24)");
  refusal.origin.basis = model::Basis::derived;
  refusal.words.clear();
  refusal.date.clear();
  EXPECT_EQ(statement_words(refusal), ", derived by the authors of this case");
}

TEST(Words, AMarginIsNamedWhereAWorthTestIsInTheWay) {
  const agree::Element town = kTown;
  EXPECT_EQ(element_words(with_margin("0"), town),
            "Town (permit) would be worse off than it expects to be without agreement");
  EXPECT_EQ(element_words(with_margin("0.1"), town),
            "Town (permit) would not gain its margin of 0.1 of its scale over what it expects "
            "without agreement");
}

TEST(Words, APaymentMayMakeUpAMargin) {
  const agree::Payment payment{0, kTown, model::LevelIndex(0), 5, kNorthLow, {}};
  EXPECT_EQ(payment_sentence(with_margin("0.75"), payment),
            "Town would gain its margin of 0.75 of its scale with 5 more or less of Water at "
            "Valley, in site=north pay=low; no party that gains there could bear it alone.");
  EXPECT_EQ(payment_sentence(with_margin("0"), payment).substr(0, 33),
            "Town would not be worse off with ");
}

/// The small case under a rule of consent, its site open to be set aside at the town's gate.
model::Case under_rule(const std::string& rule) {
  TableTexts texts =
      changed("case", "id;question;as_of;wants\nreservoir;Where?;2020-01-01;",
              "id;question;as_of;consent;wants\nreservoir;Where?;2020-01-01;" + rule + ";");
  texts["gates"] =
      "id;party;when;source\npermit;town;site != none;paper\nvote;council;aside = no;paper";
  texts["issues"] += "\naside;Set the vote aside;no;vote;\naside=no;No;;;\naside=yes;Yes;;;";
  return case_of(texts);
}

std::string said_of(const model::Case& a_case, model::Package package, std::size_t aside) {
  package.emplace_back(aside);
  return consent_words(a_case, agree::package_report(a_case, {true}, package));
}

TEST(ConsentWords, AnObjectionIsSaidWhereTheRuleDoesWithoutIt) {
  const model::Case one_is_enough = under_rule("any(permit, vote)");
  // The council refuses the south; the town gains by it.
  EXPECT_EQ(said_of(one_is_enough, kSouthHigh, 0),
            "passes under the rule of consent; objection found all the same from Council");
  EXPECT_EQ(said_of(one_is_enough, kNorthLow, 0), "no objection found");
  EXPECT_EQ(passed_words(one_is_enough), "under the rule of consent");
  EXPECT_EQ(consent_rule_words(one_is_enough),
            " The rule of consent: one of these 2: Town and Council.");
  const model::Case all = under_rule("");
  EXPECT_EQ(said_of(all, kSouthHigh, 0), "objection found");
  EXPECT_EQ(passed_words(all), "every gate");
  EXPECT_EQ(consent_rule_words(all), "");
}

TEST(ConsentWords, AnObjectionRemainsWhereItsGateIsSetAside) {
  EXPECT_EQ(said_of(under_rule(""), kSouthHigh, 1),
            "passes with gates set aside; set aside, the objection remains: Council");
  EXPECT_EQ(said_of(under_rule(""), kNorthLow, 1), "no objection found");
}

TEST(Words, NumbersOfOneAndTwoAreWordedAsSuch) {
  EXPECT_EQ(first_words(1), "the first");
  EXPECT_EQ(first_words(3), "the first 3");
  EXPECT_EQ(all_words(1, "party", "parties"), "the only party");
  EXPECT_EQ(all_words(2, "party", "parties"), "both parties");
  EXPECT_EQ(all_words(17, "party", "parties"), "all 17 parties");
}

TEST(Words, ThePartiesThatWereNotAskedAreCountedInWords) {
  TableTexts texts = small_case();
  EXPECT_EQ(not_asked_words(case_of(texts)),
            "The interests of the only party that has any here are an analyst's reading; none was "
            "elicited.");
  texts["parties"].replace(texts["parties"].find("Council;town;;"), 14, "Council;town;analyst;");
  texts["interests"] += "\ni3;council;water;valley;100;180;;;;1;;;paper";
  EXPECT_EQ(not_asked_words(case_of(texts)),
            "The interests of both parties that have any here are an analyst's reading; none was "
            "elicited.");
}

TEST(Words, AGateThatIsSetAsideIsNamedByItsIssue) {
  TableTexts texts = small_case();
  texts["gates"].replace(texts["gates"].find("site != none"), 12, "force = no");
  texts["issues"] +=
      "\nforce;The state builds without the permit;no;permit;\nforce=no;No;;;\nforce=yes;Yes;;;";
  texts["expectations"] = "id;name;package;party;expected";
  const model::Case a_case = case_of(texts);
  model::Package package = model::standing_package(a_case);
  package.back() = model::OptionIndex(1);
  package.front() = model::OptionIndex(1);
  EXPECT_EQ(package_words(a_case, package).substr(0, 5), "North");
  EXPECT_NE(package_words(a_case, package).find("; The state builds without the permit"),
            std::string::npos);
  EXPECT_EQ(package_words(a_case, package).find("Yes"), std::string::npos);
}

}  // namespace
}  // namespace nemawashi::ask
