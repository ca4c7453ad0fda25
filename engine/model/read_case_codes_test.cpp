// SPDX-License-Identifier: Apache-2.0
// Every code that read_case gives, provoked by one change to the small case. An error comes alone:
// what follows from it is not said again.
#include <ostream>

#include <gtest/gtest.h>

#include "engine/model/read_case.h"
#include "tests/provocation.h"

namespace nemawashi::model {
namespace {

const tests::Provocation kProvocations[] = {
    // Headers and rows.
    {"gates", "id;party;when", "id;party;wenn", "error unknown-column gates:1 wenn"},
    {"gates", "when;source", "when;when", "error duplicate-column gates:1 when"},
    {"sources", "title;access;known_from", "title;title;known_from",
     "error duplicate-column sources:1 title"},
    {"measures", "id;name;better", "id;name;category", "error missing-column measures:1 better"},
    {"claims", "stable;contested;paper", "stable;contested", "error cell-count claims:2 "},
    {"sources", "2019-01-01", "2019-01-01\n;Untitled;;", "error blank-cell sources:3 id"},
    {"sources", "paper;The paper;public;2019-01-01",
     "paper;The paper;public;2019-01-01\npaper;Again;public;", "error duplicate-id sources:3 id"},
    {"places", "hill;Hill;valley", "hill;Hill;valley\ntown;Town;",
     "error duplicate-id places:4 id"},
    {"sources", "public;2019-01-01", "public;2019-01-01\na b;;;", "error invalid-id sources:3 id"},
    {"sources", "public;2019-01-01", "public;2019-01-01\na=b;;;", "error invalid-id sources:3 id"},
    // Cells.
    {"levels", "90;100;110", "90;1e2;110", "error invalid-number levels:2 likely"},
    {"interests", ";2;;;;", ";0;;;;", "error invalid-rank interests:3 rank"},
    {"interests", "10;0;;;2", ";;points;1;2", "error invalid-points interests:3 points"},
    {"sources", "2019-01-01", "2019-02-30", "error invalid-date sources:2 known_from"},
    {"measures", "Water;more", "Water;most", "error unknown-word measures:2 better"},
    {"gates", "permit;town", "permit;twon", "error unknown-id gates:2 party"},
    {"levels", "water;valley", "water;vally", "error unknown-id levels:2 bearer"},
    {"gates", "site != none", "site <> none", "error invalid-condition gates:2 when"},
    {"gates", "site != none", "sight != none", "error unknown-id gates:2 when"},
    {"gates", "site != none", "site != nowhere", "error unknown-option gates:2 when"},
    {"issues", "Site;none", "Site;nowhere", "error unknown-option issues:2 default"},
    {"parties", "analyst;", "analyst;all(", "error invalid-rule parties:2 rule"},
    {"parties", "analyst;", "analyst;all(council, mayor)", "error unknown-id parties:2 rule"},
    {"expectations", "pay = low", "pay != low", "error invalid-package expectations:2 package"},
    {"expectations", "pay = low", "pay = low & site = north",
     "error invalid-package expectations:2 package"},
    {"gates", "site != none", "site = none & site != none", "warning contradiction gates:2 when"},
    {"effects", "50;;paper", "50;;", "error effect-without-source effects:2 source"},
    // Issues.
    {"issues", "None;;;", "None;none;;", "error misplaced-cell issues:3 default"},
    {"issues", "Site;none;;", "Site;none;;yes", "error misplaced-cell issues:2 hypothetical"},
    {"issues", "pay=high;High;;;", "pay=high;High;;;\nlater;Later;;;",
     "error issue-without-options issues:9 id"},
    {"issues", "pay;Pay;;;", "pay;Pay;low;vote;",
     "error override-condition gates:3 when\nerror override-options issues:6 overrides\n"
     "error override-default issues:6 default"},
    // Several cells together.
    {"levels", "90;100;110", "120;100;110", "error crossed-estimate levels:2 likely"},
    {"places", "valley;Valley;", "valley;Valley;hill", "error parent-cycle places:2 parent"},
    {"parties", "Town;;analyst;", "Town;council;analyst;", "error parent-cycle parties:2 parent"},
    {"parties", "Town;;analyst;", "Town;;analyst;any(council, town)",
     "error rule-cycle parties:2 rule"},
    {"parties", "Town;;analyst;", "Town;;analyst;at_least(2, council)",
     "warning rule-never-holds parties:2 rule"},
    {"baselines", "Drift;1", "Drift;1/2", "error probability-sum baselines:0 probability"},
    {"baselines", "Drift;1", "Drift;3/2;paper\nfar;Far;-1/2",
     "error probability-range baselines:2 probability\n"
     "error probability-range baselines:3 probability"},
    {"baselines", "Drift;1", "Drift;", "error no-reservation baselines:0 probability"},
    {"levels", "n;noise;hill;;0;;paper", "n;noise;valley;;0;;paper",
     "error missing-base levels:0 "},
    {"levels", "n;noise;hill;;0;;paper", "n;noise;hill;;0;;paper\nm;noise;hill;;1;;paper",
     "error duplicate-level levels:4 bearer"},
    {"effects", "e1;site = north;;", "e1;site = north;drift;", "error effect-twice effects:2 when"},
    {"limits", "l1;site = south & pay = low;", "l1;;", "error incomplete-limit limits:2 forbid"},
    {"limits", "l1;site = south & pay = low;;;;", "l1;;water;valley;9;5",
     "error crossed-bounds limits:2 at_most"},
    {"limits", "pay = low;;;;", "pay = low;;;5;", "error limit-twice limits:2 at_least"},
    {"measures", "end\nwater;Water;more;;\nnoise;Noise;less;;",
     "end;least;most\nwater;Water;more;;;9;5\nnoise;Noise;less;;;;",
     "error crossed-bounds measures:2 most"},
    {"interests", "100;180;", "100;;", "error incomplete-value interests:2 best"},
    {"interests", "100;180;", "100;180;points", "error incomplete-value interests:2 points"},
    {"interests", "100;180;;;1", "100;180;step;;1", ""},
    {"interests", "100;180;", "100;100;", "error worst-is-best interests:2 best"},
    {"interests", ";1;;;;", ";;;;;", "error missing-weight interests:2 rank"},
    {"interests", ";1;;;;", ";1;2;;;", "error several-weights interests:2 rank"},
    {"interests", ";1;;;;", ";;2;;;", "error mixed-weights interests:3 rank"},
    {"expectations", "site = north & pay = low", "site = north",
     "error incomplete-package expectations:2 package"},
};

class ReadCaseCodes : public testing::TestWithParam<tests::Provocation> {};

TEST_P(ReadCaseCodes, SaysWhatAndWhere) {
  const tests::Provocation& p = GetParam();
  const auto reading = read_case(tests::workbook_of(tests::changed(p.table, p.from, p.to)));
  const std::string found = tests::codes(reading.diagnostics);
  const std::string expected = p.expected;
  if (expected.find("column") != std::string::npos) {
    EXPECT_NE(found.find(expected), std::string::npos) << found;  // A lost column costs more.
  } else {
    EXPECT_EQ(found, expected.empty() ? "" : expected + "\n");
  }
  for (const auto& diagnostic : reading.diagnostics) {
    EXPECT_FALSE(diagnostic.message.empty());
    EXPECT_FALSE(diagnostic.mend.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(All, ReadCaseCodes, testing::ValuesIn(kProvocations));

TEST(ReadCaseCodes, NeedsOneCase) {
  tests::TableTexts texts = tests::small_case();
  texts["case"] += "\nsecond;Why?;2020-01-01;";
  EXPECT_EQ(tests::codes_of_reading(texts), "error several-cases case:3 \n");
  texts.erase("case");
  EXPECT_EQ(tests::codes_of_reading(texts), "error no-case case:0 \n");
}

TEST(ReadCaseCodes, NeedsADate) {
  EXPECT_EQ(tests::codes_of_reading(tests::changed("case", "2020-01-01", "")),
            "error blank-cell case:2 as_of\n");
  const auto reading = read_case(tests::workbook_of(tests::small_case()), "today");
  EXPECT_EQ(tests::codes(reading.diagnostics), "error invalid-as-of :0 \n");
}

TEST(ReadCaseCodes, WarnsOfUnknownTables) {
  tests::TableTexts texts = tests::small_case();
  texts["gate"] = "id\nx";
  const auto reading = read_case(tests::workbook_of(texts));
  EXPECT_EQ(tests::codes(reading.diagnostics), "warning unknown-table gate:0 \n");
  EXPECT_NE(reading.diagnostics[0].message.find("'gates'"), std::string::npos);
}

TEST(ReadCaseCodes, DatesOfARowMayNotCross) {
  tests::TableTexts texts = tests::small_case();
  texts["claims"] = "id;known_from;known_until\nslope;;\nlater;2020-01-01;2019-01-01";
  EXPECT_EQ(tests::codes_of_reading(texts), "error crossed-dates claims:3 known_until\n");
}

TEST(ReadCaseCodes, WhatLooksLikeADateIsOneAlsoWhereWordsMayStand) {
  for (const std::string table : {"gates", "refusals", "claims", "positions", "sources"}) {
    const auto with = [&](const std::string& date) {
      tests::TableTexts texts = tests::small_case();
      std::string& text = texts[table];
      const std::size_t header = text.find('\n');
      text = text.substr(0, text.find('\n', header + 1)) + ";" + date;  // One row is enough.
      text.insert(header, ";date");
      return tests::codes_of_reading(texts);
    };
    const std::string error = "error invalid-date " + table + ":2 date\n";
    for (const char* none : {"2010-13-24", "2010-02-30", "2010-00-01"}) {
      EXPECT_EQ(with(none), error) << none;
    }
    for (const char* said : {"2012-02-29", "2010-01", "2010", "before talks", "by 2010-13-24"}) {
      EXPECT_EQ(with(said), "") << table << ": " << said;
    }
  }
}

TEST(ReadCaseCodes, YearsOfAnEffectMayNotCross) {
  tests::TableTexts texts = tests::small_case();
  texts["effects"] = "id;measure;bearer;likely;from;until;source\ne;water;valley;1;2020;2010;paper";
  EXPECT_EQ(tests::codes_of_reading(texts), "error crossed-years effects:2 until\n");
}

TEST(ReadCaseCodes, MarginIsAWorth) {
  tests::TableTexts texts = tests::small_case();
  texts["parties"] = "id;margin\ntown;2\ncouncil;";
  EXPECT_EQ(tests::codes_of_reading(texts), "error margin-range parties:2 margin\n");
}

TEST(ReadCaseCodes, PopulationIsAboveZero) {
  tests::TableTexts texts = tests::small_case();
  texts["places"] = "id;name;parent;population\nvalley;Valley;;0\nhill;Hill;valley;12";
  EXPECT_EQ(tests::codes_of_reading(texts), "error population-range places:2 population\n");
}

TEST(ReadCaseCodes, TranslationsNameCellsWithATextInThem) {
  tests::TableTexts texts = tests::small_case();
  texts["translations"] =
      "id;of;ja\na;parties.town.name;町\nb;parties.town.rule;なし\nc;parties.village.name;村\n"
      "d;parties;党\ne;issues.site=north.nam;北";
  EXPECT_EQ(tests::codes_of_reading(texts),
            "error unknown-cell translations:3 of\nerror unknown-cell translations:4 of\n"
            "error unknown-cell translations:5 of\nerror unknown-cell translations:6 of\n");
}

TEST(ReadCaseCodes, DiscountIsAShare) {
  tests::TableTexts texts = tests::small_case();
  texts["parties"] = "id;discount\ntown;-1/2\ncouncil;1";
  EXPECT_EQ(tests::codes_of_reading(texts), "error discount-range parties:2 discount\n");
}

TEST(ReadCaseCodes, ALimitNeedsKnownValues) {
  tests::TableTexts texts = tests::changed("effects", "50;;paper", ";;paper");
  texts["limits"] += "\nl2;;water;valley;10;;;paper";
  EXPECT_EQ(tests::codes_of_reading(texts), "error limit-unknown limits:3 measure\n");
}

TEST(ReadCaseCodes, OneIssueOverridesAGate) {
  tests::TableTexts texts = tests::changed("gates", "site != none", "law = no & act = no");
  texts["issues"] += "\nlaw;;no;permit;\nlaw=no;;;;\nlaw=yes;;;;";
  texts["issues"] += "\nact;;no;permit;\nact=no;;;;\nact=yes;;;;";
  EXPECT_EQ(tests::codes_of_reading(texts), "error override-twice issues:12 overrides\n");
}

/// The interests of the small case with other weights.
std::string found_with_weights(const std::string& first, const std::string& second) {
  tests::TableTexts texts = tests::changed("interests", ";1;;;;", ";" + first + ";");
  std::string& text = texts["interests"];
  const std::size_t place = text.find(";2;;;;");
  text.replace(place, 6, ";" + second + ";");
  return tests::codes_of_reading(texts);
}

TEST(ReadCaseCodes, WeightsCanBeMet) {
  EXPECT_EQ(found_with_weights(";3;;", ";1;;"), "");
  EXPECT_EQ(found_with_weights(";-1;;", ";1;;"), "error negative-weight interests:2 weight\n");
  EXPECT_EQ(found_with_weights(";0;;", ";0;;"), "error weights-all-zero interests:2 weight\n");
  EXPECT_EQ(found_with_weights(";;0.4;0.6", ";;0.4;0.6"), "");
  EXPECT_EQ(found_with_weights(";;0.4;1.1", ";;0.4;0.6"),
            "error weight-interval interests:2 weight_low\n");
  EXPECT_EQ(found_with_weights(";;0.6;0.7", ";;0.5;0.6"),
            "error weights-cannot-be-met interests:2 weight_low\n");
  EXPECT_EQ(found_with_weights(";;0.2;0.3", ";;0.2;0.3"),
            "error weights-cannot-be-met interests:2 weight_low\n");
}

TEST(ReadCaseCodes, WeightVerticesAreBounded) {
  tests::TableTexts texts = tests::small_case();
  texts["interests"] = "id;party;measure;bearer;worst;best;rank;source";
  for (int i = 0; i < 14; ++i) {  // One first rank, then a tie of 13: 2^13 vertices.
    texts["interests"] +=
        "\ni" + std::to_string(i) + ";town;water;valley;0;1;" + (i == 0 ? "1" : "2") + ";paper";
  }
  EXPECT_EQ(tests::codes_of_reading(texts), "error too-many-weight-vertices interests:2 rank\n");
}

TEST(ReadCaseCodes, ABrokenRowIsNotSaidAgain) {
  tests::TableTexts texts = tests::changed("parties", "Town;;analyst;", "Town;nobody;analyst;");
  EXPECT_EQ(tests::codes_of_reading(texts), "error unknown-id parties:2 parent\n");
}

}  // namespace
}  // namespace nemawashi::model
