// SPDX-License-Identifier: Apache-2.0
#include "engine/model/schema.h"

#include <fstream>
#include <map>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "engine/base/text.h"
#include "engine/model/schema_ja.h"

namespace nemawashi::model {
namespace {

using TableColumns = std::map<std::string, std::set<std::string>>;

/// Table name to the columns that docs/workbook.md lists for it.
TableColumns documented_columns() {
  std::ifstream document(NEMAWASHI_ROOT "/docs/workbook.md");
  TableColumns tables;
  std::string table;
  for (std::string line; std::getline(document, line);) {
    if (line.starts_with("#")) table.clear();
    if (line.starts_with("### ")) {
      table = line.substr(4, line.find(' ', 4) - 4);
      tables[table] = {"id", "known_from", "known_until", "note"};
    }
    if (table.empty() || !line.starts_with("| ") || line.starts_with("| column")) continue;
    const std::string cell = line.substr(2, line.find('|', 2) - 2);
    for (const auto name : base::split(cell, ',')) tables[table].insert(std::string(name));
  }
  return tables;
}

TEST(Schema, IsWhatTheDocumentSays) {
  TableColumns here;
  for (const TableSchema& table : schema()) {
    for (const std::string& name : column_names(table)) here[table.name].insert(name);
  }
  EXPECT_EQ(here, documented_columns());
}

TEST(Schema, NamesAreUniqueAndReferencesLead) {
  for (const TableSchema& table : schema()) {
    std::set<std::string> names;
    for (const ColumnSchema& column : table.columns) {
      EXPECT_TRUE(names.insert(column.name).second) << table.name << ": " << column.name;
      EXPECT_FALSE(column.help.empty()) << table.name << ": " << column.name;
      EXPECT_FALSE(kind_text(column).empty()) << table.name << ": " << column.name;
      if (!column.of.empty()) {
        EXPECT_NE(find_table(column.of), nullptr) << column.of;
      }
      EXPECT_EQ(column.kind == CellKind::words, !column.words.empty()) << column.name;
    }
    EXPECT_EQ(table.columns.front().name, "id");
  }
}

TEST(Schema, SpeaksJapaneseOfEveryTableAndColumnAndOfNothingElse) {
  std::set<std::string> needed;
  for (const TableSchema& table : schema()) {
    EXPECT_FALSE(table.purpose_ja.empty()) << table.name;
    needed.insert(table.name);
    for (const ColumnSchema& column : table.columns) {
      EXPECT_FALSE(column.help_ja.empty()) << table.name << ": " << column.name;
      const std::string shared = "." + column.name;
      const bool is_shared = !japanese_text(shared).empty();
      needed.insert(is_shared ? shared : table.name + shared);
    }
  }
  std::set<std::string> written;
  for (const std::string_view key : japanese_keys()) {
    EXPECT_TRUE(written.insert(std::string(key)).second) << key << " is there twice";
  }
  EXPECT_EQ(written, needed);
}

TEST(Schema, FindsTablesAndColumns) {
  const TableSchema* gates = find_table("gates");
  ASSERT_NE(gates, nullptr);
  EXPECT_EQ(find_column(*gates, "id"), 0U);
  EXPECT_EQ(find_column(*gates, "gait"), std::nullopt);
  EXPECT_EQ(find_table("gate"), nullptr);
}

}  // namespace
}  // namespace nemawashi::model
