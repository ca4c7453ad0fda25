// SPDX-License-Identifier: Apache-2.0
// Every code that check gives, provoked by one change to the small case.
#include "engine/model/check.h"

#include <ostream>

#include <gtest/gtest.h>

#include "engine/model/read_case.h"
#include "tests/provocation.h"

namespace nemawashi::model {
namespace {

std::string checked(const tests::TableTexts& texts) {
  const CaseReading reading = read_case(tests::workbook_of(texts));
  if (!reading.a_case) return "not read: " + tests::codes(reading.diagnostics);
  return tests::codes(check(*reading.a_case));
}

TEST(Check, OfTheSmallCaseOnlySaysWhatIsUnchecked) {
  EXPECT_EQ(checked(tests::small_case()), "information unchecked :0 \n");
}

const tests::Provocation kFindings[] = {
    {"case", "Where?", "", "warning no-question case:0 question"},
    {"case", "site = north | south", "", "information no-wants case:0 wants"},
    {"positions", "p1;town;wish;Water!;paper", "", ""},
    {"refusals", "never;council;site = south;stated", "never;council;site = south;withdrawn",
     "information not-modelled gates:3 party"},
    {"refusals", "site = south", "", "warning refusal-always refusals:2 when"},
    {"parties", "Town;;analyst", "Town;;", "warning no-interests-by parties:2 interests_by"},
    {"sources", "public", "leaked", "error leaked-source sources:2 access"},
    {"sources", "public", "personal", "warning personal-source sources:2 access"},
    {"sources", "paper;The", "idle;Idle;;\npaper;The", "information uncited-source sources:2 id"},
    {"gates", "permit;town;site != none;paper", "permit;town;site != none;",
     "warning sourced-without-source gates:2 source"},
    {"limits", "slope;paper", ";paper", "information unused-claim claims:2 id"},
    {"effects", "site = south;", "site = south & site = north;",
     "warning condition-never-holds effects:3 when"},
    {"gates", "site != none", "site = none & site = north",
     "warning condition-never-holds gates:2 when"},
    {"refusals", "site = south", "site = none & site = north",
     "warning condition-never-holds refusals:2 when"},
    {"limits", "site = south & pay = low", "site = south & site = none",
     "warning condition-never-holds limits:2 forbid"},
    {"case", "site = north | south", "site = north & site = none",
     "warning wants-never-met case:0 wants"},
    {"case", "site = north | south", "site = south & pay = low",
     "warning wants-never-met case:0 wants"},
    {"measures", "end\nwater;Water;more;;\nnoise;Noise;less;;",
     "end;least;most\nwater;Water;more;;;101;\nnoise;Noise;less;;;;",
     "warning level-beyond levels:2 likely"},
    {"measures", "end\nwater;Water;more;;\nnoise;Noise;less;;",
     "end;least;most\nwater;Water;more;;;;99\nnoise;Noise;less;;;;",
     "warning level-beyond levels:2 likely"},
    {"measures", "end\nwater;Water;more;;\nnoise;Noise;less;;",
     "end;least;most\nwater;Water;more;;;100;100\nnoise;Noise;less;;;;", ""},
    {"limits", "site = south & pay = low", "site = south", "warning option-forbidden issues:5 id"},
    {"limits", "site = south & pay = low;;;;", ";water;valley;120;",
     "warning option-forbidden issues:3 id"},
    {"limits", "site = south & pay = low;;;;", ";water;valley;;170",
     "warning option-forbidden issues:5 id"},
    {"limits", "site = south & pay = low;;;;", ";water;valley;100;",
     "warning limit-idle limits:2 measure"},
    {"limits", "site = south & pay = low;;;;", ";water;valley;200;",
     "warning limit-never-kept limits:2 measure"},
    {"limits", "site = south & pay = low", "pay = low | high",
     "warning limit-never-kept limits:2 forbid"},
    {"interests", "100;180", "100;170", "warning range-left interests:2 worst"},
    {"interests", "100;180", "200;280", "warning range-not-reached interests:2 worst"},
    {"interests", "100;180", "180;100", "warning against-better interests:2 best"},
    {"measures", "Noise;less;;", "Noise;less;;means",
     "warning interest-in-means interests:3 "
     "measure"},
    {"effects", "noise;hill;5", "water;valley;5", "warning interest-unmoved interests:3 measure"},
    {"effects", "noise;hill;5", "noise;hill;", "information unknown-values effects:0 likely"},
    {"expectations", "x1;plan;site = north & pay = low;town;no_objection",
     "x1;plan;site = north & pay = low;town;no_objection\nx2;plan;pay = low;town;objection",
     "warning differing-package expectations:3 package"},
    {"expectations", "x1;plan;site = north & pay = low;town;no_objection",
     "x1;plan;site = north & pay = low;town;no_objection\n"
     "x2;plan;site = north & pay = low;town;objection",
     "warning repeated-expectation expectations:3 party"},
};

class CheckCodes : public testing::TestWithParam<tests::Provocation> {};

TEST_P(CheckCodes, SaysWhatAndWhere) {
  const tests::Provocation& p = GetParam();
  const std::string found = checked(tests::changed(p.table, p.from, p.to));
  EXPECT_FALSE(found.starts_with("not read")) << found;
  EXPECT_NE(found.find(p.expected), std::string::npos) << found;
}

INSTANTIATE_TEST_SUITE_P(All, CheckCodes, testing::ValuesIn(kFindings));

TEST(Check, SaysThatNoOptionMatters) {
  tests::TableTexts texts = tests::small_case();
  texts.erase("effects");
  texts.erase("limits");
  EXPECT_NE(checked(texts).find("warning no-effects effects:0 \n"), std::string::npos)
      << checked(texts);
  // A case of parties, gates, issues and refusals is sound as it is.
  for (const char* table : {"interests", "levels", "measures"}) texts.erase(table);
  EXPECT_EQ(checked(texts).find("no-effects"), std::string::npos) << checked(texts);
  EXPECT_EQ(checked(tests::small_case()).find("no-effects"), std::string::npos);
}

TEST(Check, NamesTheNextStep) {
  EXPECT_EQ(checked({{"case", "id;question;as_of\nc;Where?;2020-01-01"}}),
            "information no-issues issues:0 \ninformation next-step :0 \n");
  const auto reading =
      read_case(tests::workbook_of({{"case", "id;question;as_of\nc;Where?;2020-01-01"}}));
  EXPECT_NE(check(*reading.a_case).back().message.find("02 Gate map"), std::string::npos);
}

TEST(Check, AHouseAloneNeedsNoGateMap) {
  tests::TableTexts texts;
  texts["case"] = "id;as_of;question\nvalley;2010-01-01;What falls with what?";
  texts["parties"] = "id\nnorth\nsouth";
  texts["functions"] = "id\nfire";
  texts["arrangements"] =
      "id;floor;members;functions;strength;why\npact;1;north|south;fire;acts;it drills";
  const CaseReading reading = read_case(tests::workbook_of(texts));
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  const base::Diagnostic last = check(*reading.a_case).back();
  EXPECT_EQ(last.code, "next-step");
  EXPECT_NE(last.mend.find("nema floors"), std::string::npos);
}

TEST(Check, PointsBeyondWorthAreSaid) {
  tests::TableTexts texts = tests::small_case();
  texts["interests"] =
      "id;party;measure;bearer;shape;points;rank;source\n"
      "i;town;noise;hill;points;0:2,10:0;1;paper";
  EXPECT_NE(checked(texts).find("warning points-range interests:2 points"), std::string::npos);
}

TEST(Check, AssumptionsNeedReasons) {
  tests::TableTexts texts = tests::small_case();
  texts["baselines"] = "id;probability;basis;note\na;1/2;assumed;\nb;1/2;assumed;habit";
  const std::string found = checked(texts);
  EXPECT_NE(found.find("warning assumed-without-note baselines:2 note"), std::string::npos);
}

TEST(Check, GatesOutsideTheConsentRuleAreSaid) {
  tests::TableTexts texts = tests::small_case();
  texts["case"] = "id;question;as_of;consent\nc;Where?;2020-01-01;permit";
  EXPECT_NE(checked(texts).find("information gate-not-in-consent gates:3 party"),
            std::string::npos);
}

TEST(Check, DoubleCountingIsSaid) {
  tests::TableTexts texts = tests::small_case();
  texts["interests"] += "\ni3;town;noise;hill;20;0;;;3;;;;paper";
  texts["interests"] += "\ni4;town;noise;valley;20;0;;;4;;;;paper";
  texts["levels"] += "\nm;noise;valley;;0;;paper";
  const std::string found = checked(texts);
  EXPECT_NE(found.find("warning counted-twice interests:4 measure"), std::string::npos) << found;
  EXPECT_NE(found.find("warning counted-in-parent interests:3 bearer"), std::string::npos) << found;
}

TEST(Check, ClaimsThatAreRefutedPutLimitsOutOfForce) {
  tests::TableTexts texts = tests::changed("limits", "site = south & pay = low", "site = south");
  texts["claims"].replace(texts["claims"].find("contested"), 9, "refuted");
  EXPECT_EQ(checked(texts), "information unchecked :0 \n");
}

TEST(Check, OfAHugeCaseStopsAtItsBudget) {
  tests::TableTexts texts = tests::small_case();
  for (int i = 0; i < 4000; ++i) {
    const std::string n = std::to_string(i);
    texts["issues"] += "\nsite=o" + n + ";;;;";
    texts["effects"] += "\nf" + n + ";site = o" + n + ";;water;valley;1;;paper";
    texts["limits"] += "\nm" + n + ";;water;valley;;170;;paper";
  }
  const CaseReading reading = read_case(tests::workbook_of(texts));
  ASSERT_TRUE(reading.a_case.has_value());
  EXPECT_NE(check(*reading.a_case).back().message.find("so large"), std::string::npos);
}

}  // namespace
}  // namespace nemawashi::model
