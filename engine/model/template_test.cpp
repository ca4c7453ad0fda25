// SPDX-License-Identifier: Apache-2.0
#include "engine/model/template.h"

#include <gtest/gtest.h>

#include "engine/model/check.h"
#include "engine/model/read_case.h"
#include "engine/model/schema.h"
#include "engine/model/steps.h"
#include "tests/small_case.h"

namespace nemawashi::model {
namespace {

TEST(Template, AsksForTheDateFirst) {
  const CaseReading reading = read_case(template_workbook());
  ASSERT_EQ(reading.diagnostics.size(), 1U) << tests::codes(reading.diagnostics);
  EXPECT_EQ(reading.diagnostics[0].code, "blank-cell");
  EXPECT_EQ(reading.diagnostics[0].column, "as_of");
}

TEST(Template, ThenNamesTheNextStep) {
  const CaseReading reading = read_case(template_workbook(), {});
  Workbook workbook = template_workbook();
  Table& table = workbook.tables["case"];
  table.rows.back().cells[*find_column(*find_table("case"), "as_of")] = "2024-04-01";
  const CaseReading dated = read_case(workbook);
  ASSERT_TRUE(dated.a_case.has_value()) << tests::codes(dated.diagnostics);
  const std::string found = tests::codes(check(*dated.a_case));
  EXPECT_EQ(found,
            "warning no-question case:0 question\ninformation no-issues issues:0 \n"
            "information next-step :0 \n");
}

/// The examples together, with the # taken away, are a case.
TEST(Template, ExamplesAreASoundCase) {
  Workbook workbook = template_workbook();
  for (auto& [name, table] : workbook.tables) {
    if (name == "case") table.rows.pop_back();
    bool example = false;
    for (TableRow& row : table.rows) {
      if (example) row.cells.front().erase(0, 2);
      example = example || row.cells.front().starts_with("# Example");
    }
  }
  const CaseReading reading = read_case(workbook);
  ASSERT_TRUE(reading.a_case.has_value()) << tests::codes(reading.diagnostics);
  EXPECT_EQ(reading.a_case->issues.size(), 1U);
  EXPECT_EQ(reading.a_case->issues[0].options.size(), 3U);
  const std::string found = tests::codes(check(*reading.a_case));
  EXPECT_EQ(found.find("error"), std::string::npos) << found;
}

TEST(Template, ExplainsEveryColumnAndStep) {
  const Workbook workbook = template_workbook();
  for (const TableSchema& schema_table : schema()) {
    const Table& table = workbook.tables.at(schema_table.name);
    EXPECT_EQ(table.columns, column_names(schema_table));
    EXPECT_TRUE(table.rows.front().cells.front().starts_with("# STEP 0")) << schema_table.name;
    for (const ColumnSchema& column : schema_table.columns) {
      bool explained = false;
      for (const TableRow& row : table.rows) {
        explained = explained || row.cells.front().starts_with("# " + column.name + ": ");
      }
      EXPECT_TRUE(explained) << schema_table.name << ": " << column.name;
    }
  }
  for (const CaseStep& step : case_steps()) {
    EXPECT_NE(template_readme().find(step_name(step)), std::string::npos) << step.title;
  }
}

}  // namespace
}  // namespace nemawashi::model
