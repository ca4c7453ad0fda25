// SPDX-License-Identifier: Apache-2.0
#include "io/keyed_rows.h"

#include <gtest/gtest.h>

namespace nemawashi::io {
namespace {

using Cells = std::vector<std::string>;
using Named = KeyedRows::Named;

const model::TableSchema& places() { return *model::find_table("places"); }

TEST(KeyedRows, LaterColumnsAreBlankInEarlierRows) {
  KeyedRows rows;
  rows.begin_row(2);
  rows.name_cell("name");
  rows.fill("Town");
  rows.end_row();
  rows.begin_row(4);
  rows.name_cell("id");
  rows.fill("hill");
  rows.name_cell("note");
  rows.fill("x");
  rows.end_row();
  EXPECT_EQ(rows.cells(), 6U);
  const model::Table table = rows.finished(places());
  EXPECT_EQ(table.columns, (Cells{"id", "name", "note"}));
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells, (Cells{"", "Town", ""}));
  EXPECT_EQ(table.rows[1].cells, (Cells{"hill", "", "x"}));
  EXPECT_EQ(table.rows[1].number, 4U);
}

TEST(KeyedRows, SaysWhenARowNamesACellTwice) {
  KeyedRows rows;
  rows.begin_row(2);
  EXPECT_EQ(rows.name_cell("name"), Named::once);
  EXPECT_EQ(rows.name_cell("id"), Named::once);
  EXPECT_EQ(rows.name_cell("name"), Named::twice);
  rows.end_row();
  rows.begin_row(3);
  EXPECT_EQ(rows.name_cell("name"), Named::once);
}

TEST(KeyedRows, WithoutRowsItHasTheColumnsOfItsSchemaOnce) {
  KeyedRows rows;
  rows.begin_row(2);
  rows.name_cell("note");
  rows.fill("  ");
  rows.end_row();
  const model::Table table = rows.finished(places());
  EXPECT_TRUE(table.rows.empty());
  EXPECT_EQ(table.columns.size(), places().columns.size());
  EXPECT_EQ(rows.columns(), 1U);
}

}  // namespace
}  // namespace nemawashi::io
