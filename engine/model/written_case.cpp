// SPDX-License-Identifier: Apache-2.0
#include "engine/model/written_case.h"

#include <algorithm>
#include <cstdlib>

#include "engine/base/text.h"

namespace nemawashi::model {
namespace {

bool is_skipped(const TableRow& row) {
  if (!row.cells.empty() && base::trimmed(row.cells.front()).starts_with('#')) return true;
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& c) { return base::trimmed(c).empty(); });
}

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

/// By schema column: the position in the written table, or kNoColumn.
std::vector<std::size_t> column_positions(const TableSchema& schema, const Table& table,
                                          Findings& findings) {
  std::vector<std::size_t> positions(schema.columns.size(), kNoColumn);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string name(base::trimmed(table.columns[i]));
    const auto column = find_column(schema, name);
    const CellPlace place{schema.name, 1, name};
    if (!column) {
      findings.error(place, {"unknown-column",
                             "The table has no column '" + name + "'." +
                                 findings.suggestion(name, column_names(schema)),
                             "Remove the column or write it into note; docs/workbook.md lists the "
                             "columns."});
    } else if (positions[*column] != kNoColumn) {
      findings.error(place, {"duplicate-column", "The column '" + name + "' is there twice.",
                             "Keep one of them."});
    } else {
      positions[*column] = i;
    }
  }
  for (std::size_t i = 0; i < schema.columns.size(); ++i) {
    const ColumnSchema& column = schema.columns[i];
    if (column.need == Need::optional || positions[i] != kNoColumn) continue;
    findings.error({schema.name, 1, column.name},
                   {"missing-column", "The column '" + column.name + "' is missing.",
                    "Add it: " + column.help + " (" + kind_text(column) + ")."});
  }
  return positions;
}

WrittenTable written_table(const TableSchema& schema, const Table& table, Findings& findings) {
  WrittenTable result{&schema, true, {}, {}};
  const std::vector<std::size_t> positions = column_positions(schema, table, findings);
  for (const TableRow& row : table.rows) {
    if (is_skipped(row)) continue;
    WrittenRow written;
    written.number = row.number;
    if (row.cells.size() != table.columns.size()) {
      findings.error({schema.name, row.number, {}},
                     {"cell-count",
                      "The row has " + std::to_string(row.cells.size()) + " cells, the header " +
                          std::to_string(table.columns.size()) + ".",
                      "Give each column one cell; put text with commas into quotes."});
      written.state = RowState::broken;
    }
    for (const std::size_t position : positions) {
      written.cells.push_back(position < row.cells.size() ? base::trimmed(row.cells[position])
                                                          : std::string_view());
    }
    result.rows.push_back(std::move(written));
  }
  return result;
}

void note_ids(WrittenTable& table, const WrittenTable* sharing, Findings& findings) {
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    WrittenRow& row = table.rows[i];
    const std::string_view id = row.cells.front();
    if (id.empty()) continue;  // Said with the other blank cells.
    const bool taken = sharing != nullptr && sharing->by_id.contains(id);
    if (!taken && table.by_id.emplace(id, i).second) continue;
    const std::size_t first =
        taken ? sharing->rows[sharing->by_id.at(id)].number : table.rows[table.by_id.at(id)].number;
    findings.error(
        {table.schema->name, row.number, "id"},
        {"duplicate-id",
         "The id '" + std::string(id) + "' is already used in row " + std::to_string(first) +
             " of " + (taken ? sharing->schema->name : table.schema->name) + ".",
         taken ? "Parties and places share one name space: rename one of the two."
               : "Give one of the rows another id."});
    row.state = RowState::broken;
  }
}

}  // namespace

std::size_t table_position(std::string_view name) {
  const auto& tables = schema();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables[i].name == name) return i;
  }
  std::abort();  // A misspelling in our own code.
}

const WrittenTable& table_of(const WrittenCase& written, std::string_view name) {
  return written.tables[table_position(name)];
}

std::string_view cell(const WrittenTable& table, const WrittenRow& row, std::string_view column) {
  const auto position = find_column(*table.schema, column);
  if (!position) std::abort();  // A misspelling in our own code.
  return row.cells[*position];
}

bool has_broken_rows(const WrittenTable& table) {
  return std::any_of(table.rows.begin(), table.rows.end(),
                     [](const WrittenRow& row) { return row.state == RowState::broken; });
}

IssueRowId issue_row_id(std::string_view id) {
  const std::size_t equals = id.find('=');
  if (equals == std::string_view::npos) return {id, {}, false};
  return {id.substr(0, equals), id.substr(equals + 1), true};
}

std::vector<std::vector<std::size_t>> option_rows(const WrittenTable& issues) {
  std::vector<std::vector<std::size_t>> result(issues.rows.size());
  for (std::size_t i = 0; i < issues.rows.size(); ++i) {
    const IssueRowId id = issue_row_id(issues.rows[i].cells.front());
    if (!id.is_option) continue;
    const auto issue = issues.by_id.find(id.issue);
    if (issue != issues.by_id.end()) result[issue->second].push_back(i);
  }
  return result;
}

WrittenCase written_case(const Workbook& workbook, Findings& findings) {
  WrittenCase result;
  for (const auto& [name, table] : workbook.tables) {
    if (find_table(name) != nullptr) continue;
    findings.warning({name, 0, {}}, {"unknown-table",
                                     "'" + name + "' is no table of a case and is not read." +
                                         findings.suggestion(name, table_names()),
                                     "Rename it, or keep it outside the case."});
  }
  for (const TableSchema& one : schema()) {
    const auto found = workbook.tables.find(one.name);
    result.tables.push_back(found == workbook.tables.end()
                                ? WrittenTable{&one, false, {}, {}}
                                : written_table(one, found->second, findings));
  }
  const std::size_t parties = table_position("parties");
  const std::size_t places = table_position("places");
  for (std::size_t i = 0; i < result.tables.size(); ++i) {
    note_ids(result.tables[i], i == places ? &result.tables[parties] : nullptr, findings);
  }
  return result;
}

}  // namespace nemawashi::model
