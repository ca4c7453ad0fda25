// SPDX-License-Identifier: Apache-2.0
#include "io/csv.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace nemawashi::io {
namespace {

using Cells = std::vector<std::string>;
using namespace std::string_literals;

model::Table table_of(const std::string& bytes) {
  CsvReading reading = read_csv(bytes, "t");
  EXPECT_TRUE(reading.table.has_value())
      << (reading.diagnostics.empty() ? "" : reading.diagnostics[0].message);
  return reading.table.value_or(model::Table());
}

/// `code:row` of the first diagnostic.
std::string refusal(const std::string& bytes, const CsvLimits& limits = {}) {
  const CsvReading reading = read_csv(bytes, "t", limits);
  EXPECT_FALSE(reading.table.has_value());
  if (reading.diagnostics.empty()) return "";
  EXPECT_FALSE(reading.diagnostics[0].mend.empty());
  return reading.diagnostics[0].code + ":" + std::to_string(reading.diagnostics[0].row);
}

TEST(ReadCsv, TakesCellsAndLineNumbers) {
  const model::Table table = table_of("id,name\na,Town\nb,\n");
  EXPECT_EQ(table.columns, (Cells{"id", "name"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (Cells{"a", "Town"}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"b", ""}));
  EXPECT_EQ(table.rows[1].number, 3U);
}

TEST(ReadCsv, TakesEveryLineEndAndAByteOrderMark) {
  EXPECT_EQ(table_of("\xEF\xBB\xBFid\r\na\nb\r\nc").rows.size(), 3U);
}

TEST(ReadCsv, QuotedCellsHoldCommasQuotesAndLines) {
  const model::Table table = table_of("id,name\n\"a\",\"x, \"\"y\"\"\nz\"\nb,2\n");
  EXPECT_EQ(table.rows[0].cells, (Cells{"a", "x, \"y\"\nz"}));
  EXPECT_EQ(table.rows[1].number, 4U);
}

TEST(ReadCsv, SkipsCommentsAndEmptyRows) {
  const model::Table table =
      table_of("# a \"comment, here\n\nid,name\n#,,,\n\"# quoted, comment\",x,y\n , \na,1\n,,,\n");
  EXPECT_EQ(table.columns, (Cells{"id", "name"}));
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].number, 7U);
}

TEST(ReadCsv, AFileWithoutRowsIsATable) { EXPECT_TRUE(table_of("id,name").rows.empty()); }

TEST(ReadCsv, CollectsAllRowsThatAreTooLong) {
  const CsvReading reading = read_csv("id,name\na,1,2\nb,1\nc,1,2\n", "t");
  ASSERT_EQ(reading.diagnostics.size(), 2U);
  EXPECT_EQ(reading.diagnostics[0].code, "cell-count");
  EXPECT_EQ(reading.diagnostics[0].row, 2U);
  EXPECT_EQ(reading.diagnostics[0].table, "t");
  EXPECT_EQ(reading.diagnostics[1].row, 4U);
}

TEST(ReadCsv, CellsMissingAtTheEndOfARowAreBlank) {
  const model::Table table = table_of("id,name,note\na\nb,1\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (Cells{"a", "", ""}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"b", "1", ""}));
}

TEST(ReadCsv, RefusesASpreadsheetAndControlCharacters) {
  EXPECT_EQ(refusal(std::string("PK\x03\x04", 4) + "sheet"), "not-text:1");
  EXPECT_EQ(refusal("id,name\na,\x1b[31mred\n"), "not-text:2");
}

TEST(ReadCsv, RefusesWhatIsNoTable) {
  EXPECT_EQ(refusal(""), "missing-header:1");
  EXPECT_EQ(refusal("# only a comment\n\n"), "missing-header:1");
  EXPECT_EQ(refusal("id,,name\n"), "blank-column:1");
  EXPECT_EQ(refusal("id,name,id\n"), "duplicate-column:1");
  EXPECT_EQ(refusal("id\na\"b\n"), "stray-quote:2");
  EXPECT_EQ(refusal("id\n\"a\"b\n"), "stray-quote:2");
  EXPECT_EQ(refusal("id\na\n\"b\nc"), "open-quote:3");
  EXPECT_EQ(refusal("id\na\rb"), "stray-carriage-return:2");
  EXPECT_EQ(refusal("id\na\nb\0c"s), "not-text:3");
  EXPECT_EQ(refusal("id\na\n\xFF\n"), "not-utf8:3");
  EXPECT_EQ(refusal("PK\x03\x04\0\0"s), "not-text:1");
}

TEST(ReadCsv, RefusesTooMuch) {
  CsvLimits limits;
  limits.bytes = 50;
  limits.cell_bytes = 10;
  limits.rows = 3;
  limits.columns = 4;
  limits.cells = 5;
  EXPECT_EQ(refusal(std::string(51, 'a'), limits), "too-large-file:0");
  EXPECT_EQ(refusal("id\n" + std::string(11, 'a'), limits), "too-large-cell:2");
  EXPECT_EQ(refusal("id\n\"" + std::string(11, 'a') + "\"", limits), "too-large-cell:2");
  EXPECT_EQ(refusal("id\na\nb\nc\nd", limits), "too-many-rows:5");
  EXPECT_EQ(refusal("a,b,c,d,e", limits), "too-many-columns:1");
  EXPECT_EQ(refusal("a,b,c\n1,2,3\n1,2,3\n1,2,3", limits), "too-many-rows:4");
}

TEST(ReadCsv, RefusesAMillionRowsAndAHundredMegabyteCell) {
  std::string rows = "id\n";
  for (int i = 0; i < 1'000'000; ++i) rows += "a\n";
  EXPECT_EQ(refusal(rows), "too-many-rows:200002");
  EXPECT_EQ(refusal("id\n" + std::string(100U << 20U, 'a')), "too-large-file:0");
  EXPECT_EQ(refusal("id\n\"" + std::string(60U << 20U, 'a') + "\""), "too-large-cell:2");
  std::string wrong = "id\n";
  for (int i = 0; i < 1'000'000; ++i) wrong += "a,b\n";
  EXPECT_EQ(read_csv(wrong, "t").diagnostics.size(), 1000U);
  EXPECT_EQ(refusal(std::string(60U << 20U, ',')), "too-many-columns:1");
}

TEST(WrittenCsv, QuotesWhatNeedsIt) {
  model::Table table;
  table.columns = {"id", "name"};
  table.rows = {{2, {"a", "x, \"y\""}}, {3, {"b", " padded"}}, {4, {"# note, here", ""}}};
  EXPECT_EQ(written_csv(table), "id,name\na,\"x, \"\"y\"\"\"\nb,\" padded\"\n\"# note, here\"\n");
}

TEST(WrittenCsv, IsReadAsItWas) {
  const model::Table table = table_of("id,name\r\na,\"x\r\ny\"\nb,\"\"\"\"\n");
  const model::Table again = table_of(written_csv(table));
  ASSERT_EQ(again.rows.size(), table.rows.size());
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    EXPECT_EQ(again.rows[i].cells, table.rows[i].cells);
  }
}

}  // namespace
}  // namespace nemawashi::io
