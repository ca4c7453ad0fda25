// SPDX-License-Identifier: Apache-2.0
#include "engine/model/unknown_ids.h"

#include <gtest/gtest.h>

#include "engine/model/read_case.h"
#include "tests/provocation.h"

namespace nemawashi::model {
namespace {

using tests::changed;
using tests::TableTexts;

/// All places in which the text of a table stands, changed.
TableTexts changed_everywhere(const std::string& table, const std::string& from,
                              const std::string& to) {
  TableTexts texts = tests::small_case();
  std::string& text = texts[table];
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return texts;
}

base::Diagnostics found_in(const TableTexts& texts) {
  return read_case(tests::workbook_of(texts)).diagnostics;
}

TEST(UnknownIds, OneUseIsLikelyMisspeltItself) {
  const auto found = found_in(changed("gates", "site != none", "site != nonne"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].message, "'nonne' is no option of the issue 'site'. Did you mean 'none'?");
}

TEST(UnknownIds, ManyUsesBesideANearIdThatNothingNamesSpeakForAMisspeltDefinition) {
  const auto found = found_in(changed("issues", "site=north;", "site=nort;"));
  ASSERT_GT(found.size(), 2U);
  for (const auto& one : found) {
    EXPECT_EQ(one.code, "unknown-option");
    EXPECT_EQ(one.message,
              "'north' is no option of the issue 'site'. Perhaps its definition is misspelt: "
              "'nort' in row 4 of issues is used nowhere.");
    EXPECT_EQ(one.mend, "Correct row 4 of issues, or the id here.");
  }
}

TEST(UnknownIds, ANearIdThatIsUsedIsNotMisspelt) {
  TableTexts texts = changed_everywhere("effects", "site = north", "site = nort");
  texts["effects"] += "\nx;site = nort;;noise;hill;;1;;paper\ny;site = north;;noise;hill;;1;;paper";
  std::size_t uses = 0;
  for (const auto& one : found_in(texts)) {
    if (one.code != "unknown-option") continue;
    ++uses;
    EXPECT_EQ(one.message, "'nort' is no option of the issue 'site'. Did you mean 'north'?");
  }
  EXPECT_GE(uses, 2U);
}

TEST(UnknownIds, AMissingTableIsSaidOnceAndFirst) {
  TableTexts texts = tests::small_case();
  texts.erase("sources");
  texts["interests"] += "\nlast;town;noise;hill;1;1;;;1;;;paper";
  const auto found = found_in(texts);
  ASSERT_GE(found.size(), 1U);
  EXPECT_EQ(found[0].code, "missing-table");
  EXPECT_EQ(found[0].table, "sources");
  EXPECT_EQ(found[0].row, 0U);
  EXPECT_TRUE(found[0].message.starts_with("The table sources is missing, and "))
      << found[0].message;
  for (const auto& one : found) EXPECT_NE(one.code, "unknown-id") << one.message;
}

TEST(UnknownIds, ATableWithoutRowsIsSaidToHaveNone) {
  TableTexts texts = tests::small_case();
  texts["claims"] = "id;text;status;source";
  const auto found = found_in(texts);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].message.starts_with("The table claims has no rows, and "))
      << found[0].message;
}

TEST(UnknownIds, BearersMayBeOfEitherTable) {
  TableTexts texts = tests::small_case();
  texts.erase("places");
  const auto found = found_in(texts);
  ASSERT_GE(found.size(), 1U);
  EXPECT_EQ(found[0].code, "missing-table");
  EXPECT_EQ(found[0].table, "places");
}

}  // namespace
}  // namespace nemawashi::model
