// SPDX-License-Identifier: Apache-2.0
#include "engine/model/set_cell.h"

#include <gtest/gtest.h>

#include "tests/small_case.h"

namespace nemawashi::model {
namespace {

Workbook sample() { return tests::workbook_of(tests::small_case()); }

TEST(SetCell, ChangesOneCell) {
  Workbook workbook = sample();
  EXPECT_FALSE(set_cell(workbook, "effects.e1.likely=-7/2"));
  EXPECT_EQ(workbook.tables["effects"].rows[0].cells[5], "-7/2");
  EXPECT_EQ(workbook.tables["effects"].rows[1].cells[5], "80");
}

TEST(SetCell, ValuesMayHoldEqualsSigns) {
  Workbook workbook = sample();
  EXPECT_FALSE(set_cell(workbook, "gates.permit.when=site = north & pay = low"));
  EXPECT_EQ(workbook.tables["gates"].rows[0].cells[2], "site = north & pay = low");
}

TEST(SetCell, IdsMayHoldEqualsSignsAndDots) {
  Workbook workbook = sample();
  workbook.tables["issues"].rows[1].cells[0] = "site=v1.2";
  EXPECT_FALSE(set_cell(workbook, "issues.site=v1.2.name=A = b"));
  EXPECT_EQ(workbook.tables["issues"].rows[1].cells[1], "A = b");
}

TEST(SetCell, AddsAColumnThatTheSchemaHas) {
  Workbook workbook = sample();
  EXPECT_FALSE(set_cell(workbook, "effects.e2.high=90"));
  EXPECT_EQ(workbook.tables["effects"].columns.back(), "high");
  EXPECT_EQ(workbook.tables["effects"].rows[0].cells.back(), "");
  EXPECT_EQ(workbook.tables["effects"].rows[1].cells.back(), "90");
}

TEST(SetCell, SaysWhatIsNotThere) {
  const std::pair<const char*, const char*> settings[] = {
      {"effects", "invalid-set"},
      {"effects.e1", "invalid-set"},
      {"effects.e1=3", "invalid-set"},
      {"efects.e1.likely=3", "unknown-table"},
      {"effects.e9.likely=3", "unknown-id"},
      {"effects.e1.likly=3", "unknown-column"},
      {"", "invalid-set"},
  };
  for (const auto& [setting, code] : settings) {
    Workbook workbook = sample();
    const auto refusal = set_cell(workbook, setting);
    ASSERT_TRUE(refusal.has_value()) << setting;
    EXPECT_EQ(refusal->code, code) << setting;
  }
  Workbook workbook = sample();
  EXPECT_NE(set_cell(workbook, "effects.e1.likly=3")->message.find("'likely'"), std::string::npos);
  workbook.tables.erase("claims");
  EXPECT_EQ(set_cell(workbook, "claims.slope.status=refuted")->code, "unknown-table");
}

TEST(SetCell, RefusesWhatCanBeReadInTwoWays) {
  Workbook workbook = sample();
  workbook.tables["issues"].rows[0].cells[0] = "a";
  workbook.tables["issues"].rows[1].cells[0] = "a.name=b";
  EXPECT_EQ(set_cell(workbook, "issues.a.name=b.name=c")->code, "ambiguous-set");
}

}  // namespace
}  // namespace nemawashi::model
