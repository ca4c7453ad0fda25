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
