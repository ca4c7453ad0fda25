// SPDX-License-Identifier: Apache-2.0
// What a sound workbook means. The refusals are in read_case_codes_test.cpp, the date in
// as_of_test.cpp.
#include "engine/model/read_case.h"

#include <gtest/gtest.h>

#include "engine/model/schema.h"
#include "tests/small_problem.h"

namespace nemawashi::model {
namespace {

TEST(ReadCase, TakesTheSmallCaseWithoutAnyFinding) {
  const CaseReading reading = read_case(tests::workbook_of(tests::small_case()));
  EXPECT_TRUE(reading.a_case.has_value());
  EXPECT_EQ(tests::codes(reading.diagnostics), "");
}

/// Codes beside what a reader refused in the small case: at a table, a row and a column.
std::string beside(const std::string& table, std::size_t row, const std::string& column,
                   const tests::TableTexts& texts) {
  const base::Diagnostics refused = {
      {base::Severity::error, "formula-cell", table, row, column, "Refused.", "Mend it."}};
  const CaseReading reading = read_case(tests::workbook_of(texts), {}, refused);
  EXPECT_FALSE(reading.a_case.has_value());
  return tests::codes(reading.diagnostics);
}

TEST(ReadCase, WhatAReaderRefusedHidesNoOtherErrorAndCausesNone) {
  const tests::TableTexts sound = tests::small_case();
  for (const model::TableSchema& table : model::schema()) {
    if (!sound.contains(table.name)) continue;
    EXPECT_EQ(beside(table.name, 0, "", sound), "") << table.name;
    EXPECT_EQ(beside(table.name, 1, "", sound), "") << table.name;
    EXPECT_EQ(beside(table.name, 2, "", sound), "") << table.name;
    for (const model::ColumnSchema& column : table.columns) {
      EXPECT_EQ(beside(table.name, 2, column.name, sound), "") << table.name << column.name;
    }
  }
  const tests::TableTexts wrong = tests::changed("gates", "site != none", "moon != none");
  EXPECT_EQ(beside("effects", 2, "likely", wrong), "error unknown-id gates:2 when\n");
  // An issue whose id was not read may be the one that is meant.
  tests::TableTexts blank = wrong;
  std::string& issues = blank["issues"];
  issues.replace(issues.find('\n') + 1, issues.find(';', issues.find('\n')) - issues.find('\n') - 1,
                 "");
  EXPECT_EQ(beside("issues", 2, "id", blank), "");
}

TEST(ReadCase, LooksUpEveryReference) {
  const Case a_case = tests::case_of(tests::small_case());
  ASSERT_EQ(a_case.parties.size(), 2U);
  EXPECT_EQ(a_case.parties[1].parent, PartyIndex(0));
  ASSERT_EQ(a_case.issues.size(), 2U);
  EXPECT_EQ(a_case.issues[0].standing, OptionIndex(0));
  EXPECT_FALSE(a_case.issues[1].standing.has_value());
  EXPECT_EQ(a_case.issues[0].options[1].id, "north");
  // Bearers: the two parties come first, then valley (2) and hill (3).
  ASSERT_EQ(a_case.levels.size(), 2U);
  EXPECT_EQ(a_case.levels[0].bearer, BearerIndex(2));
  EXPECT_EQ(a_case.levels[1].bearer, BearerIndex(3));
  EXPECT_EQ(a_case.levels[0].effects, (std::vector<EffectIndex>{EffectIndex(0), EffectIndex(1)}));
  EXPECT_EQ(*a_case.levels[0].base->likely, 100);
  EXPECT_EQ(a_case.limits[0].if_claim, ClaimIndex(0));
  EXPECT_EQ(a_case.gates[0].origin.sources, std::vector<std::string>{"paper"});
  ASSERT_EQ(a_case.interests_of[0].size(), 2U);
  EXPECT_TRUE(std::holds_alternative<RankWeights>(*a_case.weights_of[0]));
  EXPECT_FALSE(a_case.weights_of[1].has_value());
  EXPECT_FALSE(a_case.interests[1].value.more_is_better);
}

TEST(ReadCase, KeepsWhatReportsShow) {
  tests::TableTexts texts = tests::small_case();
  texts["places"] =
      "id;name;parent;boundary;population;population_year\n"
      "valley;Valley;;47205 | 47209;92000;2010\nhill;Hill;valley;;;";
  texts["translations"] =
      "id;of;ja\na;places.valley.name;谷\nb;issues.site=north.id;北\nc;claims.slope.id;斜面";
  const Case a_case = tests::case_of(texts);
  EXPECT_EQ(a_case.places[0].boundary, (std::vector<std::string>{"47205", "47209"}));
  EXPECT_EQ(a_case.places[0].population, 92000);
  EXPECT_FALSE(a_case.places[1].population.has_value());
  ASSERT_EQ(a_case.translations.size(), 3U);
  EXPECT_EQ(a_case.translations[0].text, "Valley");
  EXPECT_EQ(a_case.translations[0].ja, "谷");
  EXPECT_EQ(a_case.translations[1].text, "site=north");
}

TEST(ReadCase, ConditionsHoldTheOptionsMeant) {
  const Case a_case = tests::case_of(tests::small_case());
  // site != none: every known option but none.
  ASSERT_EQ(a_case.gates[0].when.terms.size(), 1U);
  EXPECT_EQ(a_case.gates[0].when.terms[0].options, (OptionSet{false, true, true}));
  EXPECT_TRUE(a_case.gates[1].when.terms.empty());
  ASSERT_EQ(a_case.wants.size(), 1U);
  EXPECT_EQ(a_case.wants[0].terms[0].options, (OptionSet{false, true, true}));
}

TEST(ReadCase, TermsOnOneIssueAreIntersected) {
  const Case a_case = tests::case_of(
      tests::changed("gates", "site != none", "pay = low & site != none & site = none | north"));
  const Condition& when = a_case.gates[0].when;
  ASSERT_EQ(when.terms.size(), 2U);
  EXPECT_EQ(when.terms[0].issue, IssueIndex(0));
  EXPECT_EQ(when.terms[0].options, (OptionSet{false, true, false}));
}

TEST(ReadCase, BlankConsentAsksForEveryGate) {
  const Case a_case = tests::case_of(tests::small_case());
  EXPECT_EQ(a_case.consent.kind, GateRule::Kind::all);
  ASSERT_EQ(a_case.consent.parts.size(), 2U);
  EXPECT_EQ(a_case.consent.parts[1].member, GateIndex(1));
}

TEST(ReadCase, ReadsRules) {
  tests::TableTexts texts = tests::changed("parties", "analyst;\n", "analyst;any(council)\n");
  texts["case"] = "id;as_of;consent\nc;2020-01-01;at_least(1, permit, vote)";
  const Case a_case = tests::case_of(texts);
  EXPECT_EQ(a_case.consent.kind, GateRule::Kind::at_least);
  EXPECT_EQ(a_case.consent.threshold, 1);
  EXPECT_EQ(a_case.parties[0].rule->parts[0].member, PartyIndex(1));
}

TEST(ReadCase, SeveralWantsAreSeparatedBySemicolons) {
  Workbook workbook = tests::workbook_of(tests::small_case());
  workbook.tables["case"].rows[0].cells[3] = "site = north; pay = low & site = south;";
  const CaseReading reading = read_case(workbook);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  ASSERT_EQ(reading.a_case->wants.size(), 2U);
  EXPECT_EQ(reading.a_case->wants[1].terms.size(), 2U);
}

TEST(ReadCase, IssuesLeftOutOfAPackageStandAtTheirDefault) {
  const Case a_case =
      tests::case_of(tests::changed("expectations", "site = north & pay = low", "pay = high"));
  EXPECT_EQ(a_case.expectations[0].package, (Package{OptionIndex(0), OptionIndex(1)}));
}

TEST(ReadCase, LevelsAreThereForEachUse) {
  tests::TableTexts texts = tests::small_case();
  texts["levels"] += "\nx;noise;town;;3;;paper";
  texts["effects"] += "\ne4;;drift;noise;town;2;;paper";
  const Case a_case = tests::case_of(texts);
  ASSERT_EQ(a_case.levels.size(), 3U);
  EXPECT_EQ(a_case.levels[2].bearer, BearerIndex(0));
  EXPECT_EQ(a_case.effects[3].baseline, BaselineIndex(0));
}

TEST(ReadCase, AnOverrideOpensItsGate) {
  tests::TableTexts texts = tests::changed("gates", "site != none", "site != none & law = no");
  texts["issues"] += "\nlaw;Special law;no;permit;\nlaw=no;;;;\nlaw=yes;;;;";
  const Case a_case = tests::case_of(texts);
  EXPECT_EQ(a_case.issues[2].overrides, GateIndex(0));
  EXPECT_EQ(a_case.issues[2].options[1].name, "yes");
}

TEST(ReadCase, RunsWithoutNumbers) {
  const Case a_case = tests::case_of({{"case", "id;as_of\nc;2020-01-01"}});
  EXPECT_TRUE(a_case.issues.empty());
  EXPECT_TRUE(rule_holds(a_case.consent, [](GateIndex) { return false; }));
}

TEST(ReadCase, ReservationMayBeToday) {
  tests::TableTexts texts = tests::small_case();
  texts.erase("baselines");
  texts["case"] = "id;as_of;reservation\nc;2020-01-01;today";
  EXPECT_EQ(tests::case_of(texts).reservation, ReservationFrom::today);
}

TEST(ReadCase, ThousandsOfErrorsAreBounded) {
  tests::TableTexts texts = tests::small_case();
  for (int i = 0; i < 5000; ++i) texts["sources"] += "\n!" + std::to_string(i) + ";;hidden;";
  const CaseReading reading = read_case(tests::workbook_of(texts));
  EXPECT_FALSE(reading.a_case.has_value());
  EXPECT_LE(reading.diagnostics.size(), 1001U);
  EXPECT_EQ(reading.diagnostics.back().code, "too-many-findings");
}

TEST(ReadCase, AMillionUnknownIdsAreAnsweredSoon) {
  tests::TableTexts texts = tests::small_case();
  for (int i = 0; i < 50'000; ++i) {
    texts["parties"] += "\np" + std::to_string(i) + ";;q" + std::to_string(i) + ";;";
  }
  EXPECT_FALSE(read_case(tests::workbook_of(texts)).a_case.has_value());
}

TEST(ReadCase, TheOrderOfRowsOfATreeDoesNotMatter) {
  const Case a_case = tests::case_of(tests::changed("places", "valley;Valley;\nhill;Hill;valley",
                                                    "hill;Hill;valley\nvalley;Valley;"));
  EXPECT_EQ(a_case.places[0].parent, PlaceIndex(1));
}

}  // namespace
}  // namespace nemawashi::model
