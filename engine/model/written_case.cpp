// SPDX-License-Identifier: Apache-2.0
#include "engine/model/written_case.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>

#include "engine/base/number.h"
#include "engine/base/text.h"

namespace nemawashi::model {
namespace {

bool is_skipped(const TableRow& row) {
  if (!row.cells.empty() && base::trimmed(row.cells.front()).starts_with('#')) return true;
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& c) { return base::trimmed(c).empty(); });
}

constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

/// What a reader refused of one table.
struct Refused {
  bool table = false;
  std::set<std::string_view> header;                             ///< names of columns
  std::map<std::size_t, std::set<std::string_view>> cells = {};  ///< columns by row
};

std::map<std::string_view, Refused> refused_tables(const base::Diagnostics& diagnostics) {
  std::map<std::string_view, Refused> result;
  for (const base::Diagnostic& one : diagnostics) {
    if (one.severity != base::Severity::error) continue;
    Refused& refused = result[one.table];
    if (one.row == 0) {
      refused.table = true;
    } else if (one.row == 1) {
      refused.header.insert(one.column);
    } else {
      refused.cells[one.row].insert(one.column);
    }
  }
  return result;
}

/// By schema column: the position in the written table, or kNoColumn.
std::vector<std::size_t> column_positions(const TableSchema& schema, const Table& table,
                                          const Refused& refused, Findings& findings) {
  std::vector<std::size_t> positions(schema.columns.size(), kNoColumn);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const std::string name(base::trimmed(table.columns[i]));
    const auto column = find_column(schema, name);
    const CellPlace place{schema.name, 1, name};
    const bool is_said = refused.header.contains(name);
    if (is_said && (!column || positions[*column] != kNoColumn)) continue;
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
    if (refused.table || !refused.header.empty()) continue;  // It may be there.
    findings.error({schema.name, 1, column.name},
                   {"missing-column", "The column '" + column.name + "' is missing.",
                    "Add it: " + column.help + " (" + kind_text(column) + ")."});
  }
  return positions;
}

/// Marks the row and its cells that were refused, or are blank only because something was.
void mark_refused(const TableSchema& schema, const std::vector<std::size_t>& positions,
                  const Refused& refused, WrittenRow& row) {
  const auto found = refused.cells.find(row.number);
  const bool in_row = found != refused.cells.end();
  if (in_row || refused.table) row.state = RowState::broken;
  if (!in_row && !refused.table && refused.header.empty()) return;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const bool named = in_row && found->second.contains(schema.columns[i].name);
    const bool absent = positions[i] == kNoColumn && !refused.header.empty();
    row.refused.push_back(named || absent || (refused.table && row.cells[i].empty()));
    if (row.refused.back() && schema.columns[i].need == Need::required) {
      row.state = RowState::broken;
    }
  }
}

WrittenTable written_table(const TableSchema& schema, const Table& table, const Refused& refused,
                           Findings& findings) {
  WrittenTable result{&schema, true, {}, refused.table, {}};
  const std::vector<std::size_t> positions = column_positions(schema, table, refused, findings);
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
    mark_refused(schema, positions, refused, written);
    const std::string_view id = written.cells.front();
    const bool is_refused = !written.refused.empty() && written.refused.front();
    // A number may have been made of what was typed; the value of a formula was not.
    if (is_refused && (id.empty() || base::parse_rational(id))) result.has_unread_ids = true;
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
  return table.has_unread_ids ||
         std::any_of(table.rows.begin(), table.rows.end(),
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

WrittenCase written_case(const Workbook& workbook, const base::Diagnostics& refused,
                         Findings& findings) {
  WrittenCase result;
  const auto refused_by_table = refused_tables(refused);
  for (const auto& [name, table] : workbook.tables) {
    if (find_table(name) != nullptr) continue;
    findings.warning({name, 0, {}}, {"unknown-table",
                                     "'" + name + "' is no table of a case and is not read." +
                                         findings.suggestion(name, table_names()),
                                     "Rename it, or keep it outside the case."});
  }
  for (const TableSchema& one : schema()) {
    const auto found = workbook.tables.find(one.name);
    const auto known = refused_by_table.find(one.name);
    const Refused refused_here = known == refused_by_table.end() ? Refused() : known->second;
    result.tables.push_back(found == workbook.tables.end()
                                ? WrittenTable{&one, false, {}, refused_here.table, {}}
                                : written_table(one, found->second, refused_here, findings));
  }
  const std::size_t parties = table_position("parties");
  const std::size_t places = table_position("places");
  for (std::size_t i = 0; i < result.tables.size(); ++i) {
    note_ids(result.tables[i], i == places ? &result.tables[parties] : nullptr, findings);
  }
  return result;
}

}  // namespace nemawashi::model
