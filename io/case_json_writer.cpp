// SPDX-License-Identifier: Apache-2.0
// The half of case_json.h that writes.
#include <algorithm>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/model/schema.h"
#include "io/case_json.h"

namespace nemawashi::io {
namespace {

/// The tables of the workbook in the order of the schema, those that it does not know last.
std::vector<std::string> names_in_order(const model::Workbook& workbook) {
  std::vector<std::string> names;
  for (std::string& name : model::table_names()) {
    if (workbook.tables.contains(name)) names.push_back(std::move(name));
  }
  for (const auto& [name, table] : workbook.tables) {
    if (model::find_table(name) == nullptr) names.push_back(name);
  }
  return names;
}

/// In quotes, as JSON writes it. Text that is not UTF-8 does not come from a reader.
std::string quoted(const std::string& text) {
  constexpr int kNoIndent = -1;
  return nlohmann::json(text).dump(kNoIndent, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string written_row(const std::vector<std::string>& quoted_columns,
                        const model::TableRow& row) {
  std::string text = "{";
  for (std::size_t i = 0; i < std::min(row.cells.size(), quoted_columns.size()); ++i) {
    if (row.cells[i].empty()) continue;
    text += text.size() > 1 ? ", " : "";
    text += quoted_columns[i] + ": " + quoted(row.cells[i]);
  }
  return text + "}";
}

}  // namespace

std::string written_case_json(const model::Workbook& workbook) {
  std::string text = "{\n  \"nemawashi_case\": 1,\n  \"tables\": {";
  std::string between_tables = "\n";
  for (const std::string& name : names_in_order(workbook)) {
    const model::Table& table = workbook.tables.at(name);
    text += std::exchange(between_tables, ",\n") + "    " + quoted(name) + ": [";
    std::vector<std::string> columns;
    for (const std::string& column : table.columns) columns.push_back(quoted(column));
    std::string between_rows = "\n";
    for (const model::TableRow& row : table.rows) {
      text += std::exchange(between_rows, ",\n") + "      " + written_row(columns, row);
    }
    text += table.rows.empty() ? "]" : "\n    ]";
  }
  return text + (workbook.tables.empty() ? "}\n}\n" : "\n  }\n}\n");
}

}  // namespace nemawashi::io
