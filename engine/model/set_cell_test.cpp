// SPDX-License-Identifier: Apache-2.0
#include "engine/model/set_cell.h"

#include <gtest/gtest.h>

#include "tests/small_case.h"

namespace nemawashi::model {
namespace {

Workbook sample() { return tests::workbook_of(tests::small_case()); }

TEST(SetCell, ChangesOneCell) {
  Workbook workbook = sample();
  EXPECT_FALSE(set_cell(workbook, "effects.e1.likely=-7/2").refusal);
  EXPECT_EQ(workbook.tables["effects"].rows[0].cells[5], "-7/2");
  EXPECT_EQ(workbook.tables["effects"].rows[1].cells[5], "80");
}

TEST(SetCell, ValuesMayHoldEqualsSigns) {
  Workbook workbook = sample();
  EXPECT_FALSE(set_cell(workbook, "gates.permit.when=site = north & pay = low").refusal);
  EXPECT_EQ(workbook.tables["gates"].rows[0].cells[2], "site = north & pay = low");
}

TEST(SetCell, IdsMayHoldEqualsSignsAndDots) {
  Workbook workbook = sample();
  workbook.tables["issues"].rows[1].cells[0] = "site=v1.2";
  EXPECT_FALSE(set_cell(workbook, "issues.site=v1.2.name=A = b").refusal);
  EXPECT_EQ(workbook.tables["issues"].rows[1].cells[1], "A = b");
}

TEST(SetCell, AddsAColumnThatTheSchemaHas) {
  Workbook workbook = sample();
  EXPECT_FALSE(set_cell(workbook, "effects.e2.high=90").refusal);
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
    const auto refusal = set_cell(workbook, setting).refusal;
    ASSERT_TRUE(refusal.has_value()) << setting;
    EXPECT_EQ(refusal->code, code) << setting;
  }
  Workbook workbook = sample();
  EXPECT_NE(set_cell(workbook, "effects.e1.likly=3").refusal->message.find("'likely'"),
            std::string::npos);
  workbook.tables.erase("claims");
  EXPECT_EQ(set_cell(workbook, "claims.slope.status=refuted").refusal->code, "unknown-table");
}

TEST(SetCell, RefusesWhatCanBeReadInTwoWays) {
  Workbook workbook = sample();
  workbook.tables["issues"].rows[0].cells[0] = "a";
  workbook.tables["issues"].rows[1].cells[0] = "a.name=b";
  EXPECT_EQ(set_cell(workbook, "issues.a.name=b.name=c").refusal->code, "ambiguous-set");
}

TEST(SetCell, FindingsSayWhatTheSettingHasToDoWithThem) {
  Workbook workbook = sample();
  const Setting setting = set_cell(workbook, "effects.e1.likely=many");
  EXPECT_EQ(setting.table, "effects");
  EXPECT_EQ(setting.row, 2U);
  EXPECT_EQ(setting.column, "likely");
  const auto at = [](const char* table, std::size_t row, const char* column) {
    return base::Diagnostic{base::Severity::error, "c", table, row, column, "Wrong.", ""};
  };
  base::Diagnostics findings = {at("effects", 2, "likely"), at("effects", 2, "when"),
                                at("effects", 0, "likely"), at("effects", 3, "likely"),
                                at("levels", 2, "likely")};
  name_settings(findings, {setting});
  EXPECT_EQ(findings[0].message,
            "Wrong. The cell comes from --set effects.e1.likely=many, not from the file.");
  EXPECT_EQ(findings[1].message, "Wrong. --set effects.e1.likely=many changes this row.");
  EXPECT_EQ(findings[2].message, "Wrong. --set effects.e1.likely=many changes one of them.");
  EXPECT_EQ(findings[3].message, "Wrong.");
  EXPECT_EQ(findings[4].message, "Wrong.");
}

}  // namespace
}  // namespace nemawashi::model
