// SPDX-License-Identifier: Apache-2.0
#include "engine/model/as_of.h"

#include <gtest/gtest.h>

#include "engine/model/read_case.h"
#include "tests/small_case.h"

namespace nemawashi::model {
namespace {

CaseReading read_as_of(const tests::TableTexts& texts, const char* as_of = "2020-01-01") {
  return read_case(tests::workbook_of(texts), as_of);
}

/// `issues site=north: known from 2021-01-01`, one a line.
std::string left_out_text(const Case& a_case) {
  std::string text;
  for (const LeftOut& one : a_case.left_out) {
    text += one.table + " " + one.id + ": " + one.because + "\n";
  }
  return text;
}

/// The issues table of the small case with dates; `north` is known from 2021.
tests::TableTexts north_in_2021() {
  tests::TableTexts texts = tests::small_case();
  texts["issues"] =
      "id;default;hypothetical;known_from;known_until\n"
      "site;none;;;\nsite=none;;;;\nsite=north;;;2021-01-01;\nsite=south;;;;\n"
      "pay;;;;\npay=low;;;;\npay=high;;;;";
  return texts;
}

TEST(AsOf, KnownFromIsInclusiveAndKnownUntilExclusive) {
  tests::TableTexts texts = tests::small_case();
  texts["positions"] =
      "id;party;known_from;known_until\na;town;2020-01-01;\nb;town;2020-01-02;\n"
      "c;town;;2020-01-01\nd;town;;2020-01-02";
  const CaseReading reading = read_as_of(texts);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_EQ(left_out_text(*reading.a_case),
            "positions b: known from 2020-01-02\n"
            "positions c: no longer known since 2020-01-01\n");
  ASSERT_EQ(reading.diagnostics.size(), 1U);
  EXPECT_EQ(reading.diagnostics[0].code, "left-out");
  EXPECT_NE(reading.diagnostics[0].message.find("1 not known yet, 1 replaced or withdrawn"),
            std::string::npos)
      << reading.diagnostics[0].message;
}

TEST(AsOf, WhatRefersToALeftOutRowGoesInTurn) {
  // The paper is everybody's source: gates, baselines, effects .. rest on it, and on those others.
  tests::TableTexts texts = tests::small_case();
  texts["sources"] += "\nearly;;;";
  texts["positions"] = "id;party;source\np1;town;early\np2;town;early | paper";
  const CaseReading reading = read_as_of(texts, "2018-12-31");
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_TRUE(reading.a_case->gates.empty());
  EXPECT_TRUE(reading.a_case->effects.empty());
  EXPECT_TRUE(reading.a_case->limits.empty());
  EXPECT_EQ(reading.a_case->issues.size(), 2U);
  EXPECT_EQ(reading.a_case->positions.size(), 1U);
  EXPECT_EQ(reading.a_case->consent.parts.size(), 0U);
}

TEST(AsOf, ALeftOutOptionIsDroppedFromSets) {
  const CaseReading reading = read_as_of(north_in_2021());
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  const Case& a_case = *reading.a_case;
  ASSERT_EQ(a_case.issues[0].options.size(), 2U);
  EXPECT_EQ(a_case.wants[0].terms[0].options, (OptionSet{false, true}));
  EXPECT_EQ(a_case.gates[0].when.terms[0].options, (OptionSet{false, true}));
  EXPECT_TRUE(never_holds(a_case.effects[0].when));  // site = north
  EXPECT_TRUE(a_case.expectations.empty());          // Its package names north.
}

TEST(AsOf, AHypotheticalOptionIsExempt) {
  tests::TableTexts texts = north_in_2021();
  texts["issues"].replace(texts["issues"].find("north;;;2021"), 12, "north;;yes;2021");
  const CaseReading reading = read_as_of(texts);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_EQ(reading.a_case->issues[0].options.size(), 3U);
  EXPECT_TRUE(reading.a_case->left_out.empty());
}

TEST(AsOf, AHypotheticalOptionOutlastsItsSource) {
  tests::TableTexts texts = tests::small_case();
  texts["sources"] += "\nleak;;;2030-01-01";
  texts["issues"] =
      "id;default;hypothetical;source\nsite;none;;\nsite=none;;;\nsite=north;;yes;leak\n"
      "site=south;;;leak\npay;;;\npay=low;;;\npay=high;;;";
  const CaseReading reading = read_as_of(texts);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  ASSERT_EQ(reading.a_case->issues[0].options.size(), 2U);
  EXPECT_EQ(reading.a_case->issues[0].options[1].id, "north");
  EXPECT_TRUE(reading.a_case->issues[0].options[1].origin.sources.empty());
}

TEST(AsOf, AnIssueWithoutKnownOptionsGoesWithWhatNamesIt) {
  tests::TableTexts texts = tests::small_case();
  texts["issues"] =
      "id;default;known_from\nsite;none;\nsite=none;;\nsite=north;;\nsite=south;;\n"
      "pay;;\npay=low;;2021-01-01\npay=high;;2021-01-01";
  const CaseReading reading = read_as_of(texts);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_EQ(reading.a_case->issues.size(), 1U);
  EXPECT_EQ(left_out_text(*reading.a_case),
            "issues pay: none of its options is known\n"
            "issues pay=low: known from 2021-01-01\n"
            "issues pay=high: known from 2021-01-01\n"
            "effects e3: rests on issues 'pay', which is left out\n"
            "limits l1: rests on issues 'pay', which is left out\n"
            "expectations x1: rests on issues 'pay=low', which is left out\n");
}

TEST(AsOf, WhatIsNotKnownYetIsCountedByTable) {
  tests::TableTexts texts = tests::small_case();
  texts["gates"] =
      "id;party;known_from;known_until\nfirst;town;;2021-01-01\nlater;town;2021-01-01;\n"
      "other;council;2022-01-01;2023-01-01";
  texts["sources"] += "\nold;Old;public;2015-01-01";
  texts["sources"].replace(texts["sources"].find("known_from"), 10, "known_from;known_until");
  texts["sources"] += ";2019-06-01";
  std::string& papers = texts["sources"];
  papers.insert(papers.find("2019-01-01") + 10, ";");
  texts["refusals"] =
      "id;party;source;known_from\na;town;old;\nb;town;paper;\nc;town;old | paper;2024-01-01";
  texts["interests"] =
      "id;party;measure;bearer;worst;best;rank;source;known_from\n"
      "i1;town;water;valley;100;180;1;paper;\ni2;town;noise;hill;10;0;2;paper;2021-01-01\n"
      "i3;council;noise;hill;10;0;1;paper;2021-01-01";
  const auto counts = [&](const char* as_of) {
    const CaseReading reading = read_as_of(texts, as_of);
    EXPECT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
    if (!reading.a_case) return std::string();
    const KnownSoFar& rows = reading.a_case->known_so_far;
    std::string text;
    for (const KnownCount& count :
         {rows.gates, rows.refusals, rows.interests, rows.parties_with_interests}) {
      text += std::to_string(count.known) + "+" + std::to_string(count.not_yet) + " ";
    }
    return text + (rows.too_little() ? "too little" : "");
  };
  // The paper is not there yet; the first gate is.
  EXPECT_EQ(counts("2018-01-01"), "1+2 1+2 0+3 0+2 too little");
  EXPECT_EQ(counts("2020-01-01"), "1+2 1+1 1+2 1+1 too little");
  EXPECT_EQ(counts("2021-01-01"), "1+1 1+1 3+0 2+0 too little");
  EXPECT_EQ(counts("2022-06-01"), "2+0 1+1 3+0 2+0 ");
  texts["gates"].replace(texts["gates"].find("first;town;"), 11, "first;town;2020-06-01");
  EXPECT_EQ(counts("2020-01-01").substr(0, 4), "0+2 ");  // Its later version stands for it.
}

TEST(AsOf, ALeftOutDefaultIsSaid) {
  tests::TableTexts texts = north_in_2021();
  texts["issues"].replace(texts["issues"].find("site;none"), 9, "site;north");
  const CaseReading reading = read_as_of(texts);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_FALSE(reading.a_case->issues[0].standing.has_value());
  EXPECT_NE(tests::codes(reading.diagnostics).find("warning default-left-out issues:2 default"),
            std::string::npos);
}

TEST(AsOf, LeftOutMembersAreDroppedFromRules) {
  tests::TableTexts texts = tests::small_case();
  texts["gates"] = "id;party;known_from\na;town;\nb;town;2021-01-01\nc;council;2021-01-01";
  const auto consent = [&](const std::string& rule) {
    texts["case"] = "id;as_of;consent\nx;2020-01-01;" + rule;
    return read_as_of(texts);
  };
  const CaseReading dropped = consent("all(a, any(b, c))");
  ASSERT_TRUE(dropped.a_case.has_value()) << tests::codes(dropped.diagnostics);
  ASSERT_EQ(dropped.a_case->consent.parts.size(), 1U);
  const CaseReading votes = consent("votes(2, b:5, a:2)");
  EXPECT_EQ(votes.a_case->consent.weights, std::vector<Rational>{2});
  const CaseReading few = consent("at_least(2, a, b, c)");
  ASSERT_TRUE(few.a_case.has_value());
  EXPECT_EQ(few.a_case->consent.threshold, 2);
  EXPECT_NE(tests::codes(few.diagnostics).find("warning rule-never-holds case:2 consent"),
            std::string::npos);
  const CaseReading none = consent("all(b, c)");
  EXPECT_TRUE(none.a_case->consent.parts.empty());
  EXPECT_NE(tests::codes(none.diagnostics).find("warning rule-without-members case:2 consent"),
            std::string::npos);
}

TEST(AsOf, AGateLostWithItsOverrideIsSaid) {
  tests::TableTexts texts = tests::changed("gates", "site != none", "law = no");
  texts["issues"] =
      "id;default;overrides;known_from\nsite;none;;\nsite=none;;;\nsite=north;;;\nsite=south;;;\n"
      "pay;;;\npay=low;;;\npay=high;;;\nlaw;no;permit;2021-01-01\nlaw=no;;;\nlaw=yes;;;";
  const CaseReading reading = read_as_of(texts);
  EXPECT_NE(tests::codes(reading.diagnostics).find("warning override-left-out gates:2 when"),
            std::string::npos);
  // Given to the option instead, the gate stays.
  std::string& issues = texts["issues"];
  issues.replace(issues.find("law;no;permit;2021-01-01"), 24, "law;no;permit;");
  issues.replace(issues.find("law=yes;;;"), 10, "law=yes;;;2021-01-01");
  const CaseReading kept = read_as_of(texts);
  ASSERT_TRUE(kept.a_case.has_value()) << tests::codes(kept.diagnostics);
  EXPECT_EQ(kept.a_case->gates.size(), 2U);
}

TEST(AsOf, SumsAreTakenOverWhatIsLeft) {
  tests::TableTexts texts = tests::small_case();
  texts["baselines"] =
      "id;probability;known_from;known_until;source\na;1;;2020-06-01;paper\n"
      "b;1/2;2020-06-01;;paper\nc;1/2;2020-06-01;;paper";
  EXPECT_TRUE(read_as_of(texts, "2020-01-01").a_case.has_value());
  EXPECT_TRUE(read_as_of(texts, "2020-07-01").a_case.has_value());
  texts["levels"] =
      "id;measure;bearer;likely;known_from;known_until\nw1;water;valley;9;;2020-06-01\n"
      "w2;water;valley;8;2020-06-01;\nn;noise;hill;0;;";
  const CaseReading later = read_as_of(texts, "2020-07-01");
  ASSERT_TRUE(later.a_case.has_value()) << tests::codes(later.diagnostics);
  EXPECT_EQ(*later.a_case->levels[0].base->likely, 8);
}

TEST(AsOf, ReferencesAreCheckedOverAllRows) {
  tests::TableTexts texts = tests::small_case();
  texts["positions"] = "id;party;known_from\np;nobody;2030-01-01";
  EXPECT_EQ(tests::codes(read_as_of(texts).diagnostics), "error unknown-id positions:2 party\n");
}

TEST(AsOf, WantsOfAnUnknownIssueAreMetByNothing) {
  tests::TableTexts texts = tests::changed("case", "site = north | south", "law = yes");
  texts["issues"] =
      "id;default;known_from\nsite;none;\nsite=none;;\nsite=north;;\nsite=south;;\n"
      "pay;;\npay=low;;\npay=high;;\nlaw;;2021-01-01\nlaw=no;;\nlaw=yes;;";
  const CaseReading reading = read_as_of(texts);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  ASSERT_EQ(reading.a_case->wants.size(), 1U);
  EXPECT_TRUE(never_holds(reading.a_case->wants[0]));
}

TEST(AsOf, WantsWithoutAnyIssueAreRefused) {
  tests::TableTexts texts = tests::small_case();
  texts["issues"] = "id;known_from\nsite;2021-01-01\nsite=north;\nsite=south;";
  for (const char* table : {"gates", "refusals", "effects", "limits", "expectations"}) {
    texts.erase(table);
  }
  EXPECT_NE(
      tests::codes(read_as_of(texts).diagnostics).find("error wants-without-issues case:2 wants"),
      std::string::npos);
}

}  // namespace
}  // namespace nemawashi::model
