// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/difference.h"

#include <gtest/gtest.h>

#include "engine/ask/report.h"
#include "tests/small_problem.h"

namespace nemawashi::ask {
namespace {

using namespace tests;

struct Answered {
  model::Workbook workbook;
  model::Case a_case;
  agree::Counts counts;
  std::vector<NamedPackage> packages;
  EarlySteps early;

  explicit Answered(const TableTexts& texts)
      : workbook(workbook_of(texts)), a_case(case_of(texts)) {
    const model::Reading reading = model::default_reading(a_case);
    counts = agree::counts(
        {a_case, reading, agree::whole_scope(a_case, agree::Overrides::fixed_at_no)}, {});
    packages = named_packages(a_case, reading);
    early = early_steps(a_case, reading);
  }
  Version version() const { return {workbook, a_case, counts, packages, early.steps}; }
};

TableTexts with_expectation() {
  TableTexts texts = small_case();
  texts["expectations"] =
      "id;name;package;party;expected\nx;North;site = north & pay = high;town;no_objection";
  return texts;
}

TEST(Difference, OfACaseAndItselfIsNone) {
  const Answered same(with_expectation());
  const Difference found = difference(same.version(), same.version());
  EXPECT_TRUE(found.rows.empty());
  ASSERT_EQ(found.packages.size(), 1U);
  EXPECT_EQ(found.packages[0].before.parties, found.packages[0].after.parties);
  EXPECT_NE(difference_words(found).find("No row differs."), std::string::npos);
}

TEST(Difference, OfNumbersThatWereNotFoundOutIsNotSaid) {
  Answered same(with_expectation());
  same.counts.ratifiable[2].all = {0, 4};
  const std::string words = difference_words(difference(same.version(), same.version()));
  EXPECT_NE(words.find("that may pass: between 0 and 4 (bounded), then between 0 and 4 (bounded); "
                       "whether this changes was not found out before the search was stopped"),
            std::string::npos)
      << words;
  EXPECT_NE(words.find("that break no limit: 5 in both"), std::string::npos) << words;
}

TEST(Difference, NamesRowsAndVerdictsThatMoved) {
  const Answered before(with_expectation());
  TableTexts changed = with_expectation();
  changed["refusals"] += "\nnow;town;site = north;stated;;paper";  // The town refuses the north.
  changed["parties"] =
      "id;name;parent;interests_by;rule\ntown;City;;analyst;\ncouncil;Council;town;;";
  const Answered after(changed);
  const Difference found = difference(before.version(), after.version());
  ASSERT_EQ(found.rows.size(), 2U);
  EXPECT_EQ(found.rows[0].table, "parties");
  EXPECT_EQ(found.rows[0].kind, RowChange::Kind::changed);
  ASSERT_EQ(found.rows[0].cells.size(), 1U);
  EXPECT_EQ(found.rows[0].cells[0].before, "Town");
  EXPECT_EQ(found.rows[0].cells[0].after, "City");
  EXPECT_EQ(found.rows[1].id, "now");
  EXPECT_EQ(found.rows[1].kind, RowChange::Kind::added);
  ASSERT_EQ(found.packages.size(), 1U);
  EXPECT_EQ(found.packages[0].before.consent, model::Verdict::no_objection);
  EXPECT_EQ(found.packages[0].after.consent, model::Verdict::objection);
  const std::string words = difference_words(found);
  EXPECT_NE(words.find("North: no objection found, then objection found"), std::string::npos);
  EXPECT_NE(words.find("\n    City: no objection found, then objection found"), std::string::npos);
  EXPECT_NE(words.find("+ now, City"), std::string::npos);
  const Difference back = difference(after.version(), before.version());
  EXPECT_EQ(back.rows[1].kind, RowChange::Kind::removed);
}

TEST(Difference, AnObjectionIsNotLostBehindAGateThatIsSetAside) {
  TableTexts texts = with_expectation();
  texts["issues"] += "\nlaw;Law;no;permit;\nlaw=no;No;;;\nlaw=yes;Yes;;;";
  texts["gates"] =
      "id;party;when;source\npermit;town;site != none & law = no;paper\nvote;council;;paper";
  texts["expectations"] =
      "id;name;package;party;expected\n"
      "x;North;site = north & pay = high & law = yes;town;no_objection";
  const Answered before(texts);
  texts["refusals"] += "\nnow;town;site = north;stated;;paper";
  const Answered after(texts);
  const Difference found = difference(before.version(), after.version());
  ASSERT_EQ(found.packages.size(), 1U);
  using Parties = std::vector<std::pair<std::string, std::optional<model::Verdict>>>;
  EXPECT_EQ(found.packages[0].after.parties, (Parties{{"council", model::Verdict::no_objection}}));
  EXPECT_EQ(found.packages[0].before.overridden, (Parties{{"town", model::Verdict::no_objection}}));
  EXPECT_EQ(found.packages[0].after.overridden, (Parties{{"town", model::Verdict::objection}}));
  const std::string words = difference_words(found);
  EXPECT_NE(words.find("  North: no objection found, then passes with gates set aside (the "
                       "objection remains: Town)\n"
                       "    Town, set aside: no objection found, then objection found\n"),
            std::string::npos)
      << words;
  texts["expectations"] = with_expectation()["expectations"];
  texts["expectations"].replace(texts["expectations"].find("pay = high"), 10,
                                "pay = high & law = no");
  const std::string asked =
      difference_words(difference(after.version(), Answered(texts).version()));
  EXPECT_NE(asked.find("    Town is asked and was set aside: objection found\n"), std::string::npos)
      << asked;
}

/// What is found of the step to the north where the table is another.
StepChange step_to_the_north(const std::string& table, const std::string& from,
                             const std::string& to) {
  const Answered before(small_case());
  const Answered after(changed(table, from, to));
  const Difference found = difference(before.version(), after.version());
  EXPECT_EQ(found.before.steps, std::vector<std::string>{"site=north"});
  for (const StepChange& change : found.steps) {
    if (change.step == "site=north") return change;
  }
  ADD_FAILURE() << "The step still may pass.";
  return {};
}

TEST(Difference, SaysWhatIsFoundOfASingleStepThatMayNoLongerPass) {
  using Found = StepChange::Found;
  const StepChange refused =
      step_to_the_north("refusals", "never;council;site = south", "never;council;site != none");
  EXPECT_TRUE(refused.before);
  EXPECT_EQ(refused.found, Found::objection);
  EXPECT_EQ(refused.parties, std::vector<std::string>{"council"});
  EXPECT_TRUE(refused.limits.empty());
  const StepChange excluded =
      step_to_the_north("limits", "l1;site = south & pay = low", "l1;site = north");
  EXPECT_EQ(excluded.found, Found::excluded);
  EXPECT_EQ(excluded.limits, std::vector<std::string>{"l1"});
  EXPECT_TRUE(excluded.parties.empty());
  EXPECT_EQ(step_to_the_north("issues", "site;Site;none", "site;Site;north").found, Found::stands);
  EXPECT_EQ(step_to_the_north("issues", "site;Site;none", "site;Site;").found, Found::not_there);

  const Answered before(changed("limits", "l1;site = south & pay = low", "l1;site = north"));
  const Answered after(small_case());
  const Difference opened = difference(before.version(), after.version());
  ASSERT_EQ(opened.steps.size(), 1U);
  EXPECT_FALSE(opened.steps[0].before);
  EXPECT_NE(difference_words(opened).find(
                "  may pass now, before excluded by the limit l1: \"Site: North\"\n"),
            std::string::npos);
}

TEST(Difference, RowsSayWhatTheyNameAndNotWhyTheyAreThere) {
  TableTexts texts = with_expectation();
  for (const char* table : {"interests", "limits", "levels", "effects", "expectations"}) {
    std::string& text = texts[table];
    text.insert(text.find('\n'), ";note");
    for (std::size_t at = text.find('\n') + 1; at != std::string::npos && at != 0;) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      text.insert(end, ";As above.");
      at = text.find('\n', end) + 1;
    }
  }
  const Answered after(texts);
  const Difference found = difference(Answered(with_expectation()).version(), after.version());
  std::map<std::string, std::string> words;
  for (const RowChange& row : found.rows) {
    EXPECT_EQ(row.kind, RowChange::Kind::changed);
    words[row.id] = row.words;
  }
  EXPECT_EQ(words["i1"], "Water at Valley");
  EXPECT_EQ(words["n"], "Noise at Hill");
  EXPECT_EQ(words["e3"], "Noise at Hill, if site = north & pay = high");
  EXPECT_EQ(words["l1"], "forbids site = south & pay = low");
  EXPECT_EQ(words["x"], "North, expected: no objection found");
}

TEST(Difference, ARowInThePlaceOfAnotherIsOneChangedRow) {
  TableTexts texts = with_expectation();
  texts["interests"] =
      "id;party;measure;bearer;worst;best;shape;points;rank;weight;weight_low;weight_high;source;"
      "note\n"
      "i3;town;water;valley;100;180;;;2;;;;paper;As below.\n"
      "i2;town;noise;hill;10;0;;;1;;;;paper;";
  texts["parties"] =
      "id;name;parent;interests_by;rule\ntown;Town;;analyst;\nnew;Council;town;;\n"
      "council;The former council;town;;";
  const Answered after(texts);
  const Difference found = difference(Answered(with_expectation()).version(), after.version());
  ASSERT_EQ(found.rows.size(), 4U);  // Two parties and two interests.
  const RowChange& replaced = found.rows[2];
  EXPECT_EQ(replaced.id, "i3");
  EXPECT_EQ(replaced.kind, RowChange::Kind::changed);
  ASSERT_EQ(replaced.cells.size(), 2U);
  EXPECT_EQ(replaced.cells[0].column, "id");
  EXPECT_EQ(replaced.cells[0].before, "i1");
  EXPECT_EQ(replaced.cells[1].column, "rank");
  EXPECT_NE(difference_words(found).find("~ i3 (replaces i1), Town: Water at Valley\n"
                                         "      rank: 1 -> 2\n"),
            std::string::npos);

  texts = with_expectation();
  for (const char* table : {"parties", "gates", "refusals"}) {
    std::string& text = texts[table];
    for (std::size_t at = 0; (at = text.find("council;", at)) != std::string::npos; at += 8) {
      text.replace(at, 8, "board;");
    }
  }
  const Difference renamed =
      difference(Answered(with_expectation()).version(), Answered(texts).version());
  ASSERT_FALSE(renamed.rows.empty());
  EXPECT_EQ(renamed.rows[0].id, "board");
  EXPECT_EQ(renamed.rows[0].kind, RowChange::Kind::changed);
  EXPECT_EQ(renamed.rows[0].cells.size(), 1U);
}

TEST(Difference, AnObjectionIsNotLostBehindTheRuleOfConsent) {
  TableTexts texts = changed("case", "id;question;as_of;wants\nreservoir;Where?;2020-01-01;",
                             "id;question;as_of;consent;wants\nreservoir;Where?;2020-01-01;"
                             "any(permit, vote);");
  texts["expectations"] =
      "id;name;package;party;expected\nx;South;site = south & pay = high;town;no_objection";
  const Answered before(texts);
  texts["refusals"] =
      "id;party;when;status;if_claim;source\nnever;council;site = none;stated;;paper";
  const Answered after(texts);
  const std::string words = difference_words(difference(before.version(), after.version()));
  EXPECT_NE(words.find("South: passes under the consent rule, not at every gate, then no objection "
                       "found"),
            std::string::npos)
      << words;
}

}  // namespace
}  // namespace nemawashi::ask
