// SPDX-License-Identifier: Apache-2.0
#include "engine/model/set_cell.h"

#include <algorithm>
#include <string>
#include <vector>

#include "engine/base/text.h"
#include "engine/model/schema.h"

namespace nemawashi::model {
namespace {

/// ROW.COLUMN=VALUE cut in one way.
struct Cut {
  std::string row;
  std::string column;
  std::string value;
};

/// All ways to cut: COLUMN holds neither a dot nor `=`, so it ends at one of the `=`.
std::vector<Cut> cuts(std::string_view text) {
  constexpr std::size_t kMostCuts = 50;
  std::vector<Cut> result;
  for (std::size_t equals = text.find('=');
       equals != std::string_view::npos && result.size() < kMostCuts;
       equals = text.find('=', equals + 1)) {
    const std::string_view left = text.substr(0, equals);
    const std::size_t dot = left.rfind('.');
    if (dot == std::string_view::npos) continue;
    result.push_back({std::string(base::trimmed(left.substr(0, dot))),
                      std::string(base::trimmed(left.substr(dot + 1))),
                      std::string(text.substr(equals + 1))});
  }
  return result;
}

std::optional<std::size_t> position_of(const std::vector<std::string>& names,
                                       std::string_view name) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (base::trimmed(names[i]) == name) return i;
  }
  return std::nullopt;
}

TableRow* find_row(Table& table, std::string_view id) {
  const auto column = position_of(table.columns, "id");
  if (!column) return nullptr;
  for (TableRow& row : table.rows) {
    if (*column < row.cells.size() && base::trimmed(row.cells[*column]) == id) return &row;
  }
  return nullptr;
}

std::string suggestion(std::string_view name, const std::vector<std::string>& names) {
  const auto nearest = base::nearest_name(name, names);
  return nearest ? " Did you mean '" + *nearest + "'?" : std::string();
}

base::Diagnostic refusal(std::string code, std::string message) {
  return {base::Severity::error,
          std::move(code),
          "",
          0,
          "",
          std::move(message),
          "Write TABLE.ROW.COLUMN=VALUE, such as effects.e1.likely=12."};
}

base::Diagnostic no_such_cell(const TableSchema& schema, const Table& table, const Cut& cut) {
  const auto id = position_of(table.columns, "id");
  std::vector<std::string> ids;
  for (const TableRow& row : table.rows) {
    if (id && *id < row.cells.size()) ids.emplace_back(base::trimmed(row.cells[*id]));
  }
  if (position_of(ids, cut.row)) {
    return refusal("unknown-column", "The table " + schema.name + " has no column '" + cut.column +
                                         "'." + suggestion(cut.column, column_names(schema)));
  }
  return refusal("unknown-id", "The table " + schema.name + " has no row '" + cut.row + "'." +
                                   suggestion(cut.row, ids));
}

void write(const TableSchema& schema, Table& table, const Cut& cut) {
  auto column = position_of(table.columns, cut.column);
  if (!column && find_column(schema, cut.column)) {
    column = table.columns.size();
    for (TableRow& row : table.rows) {
      if (row.cells.size() == table.columns.size()) row.cells.emplace_back();
    }
    table.columns.push_back(cut.column);
  }
  TableRow* row = find_row(table, cut.row);
  if (row->cells.size() <= *column) row->cells.resize(*column + 1);
  row->cells[*column] = cut.value;
}

/// Finds the cell and writes it. `placed` says which it is.
std::optional<base::Diagnostic> write_setting(Workbook& workbook, std::string_view setting,
                                              Setting& placed) {
  const std::size_t dot = setting.find('.');
  const std::vector<Cut> ways =
      dot == std::string_view::npos ? std::vector<Cut>() : cuts(setting.substr(dot + 1));
  if (ways.empty()) {
    return refusal("invalid-set", "'" + std::string(setting) + "' sets no cell.");
  }
  const std::string name(base::trimmed(setting.substr(0, dot)));
  const TableSchema* schema = find_table(name);
  const auto table = workbook.tables.find(name);
  if (schema == nullptr || table == workbook.tables.end()) {
    return refusal("unknown-table", schema == nullptr ? "'" + name + "' is no table of a case." +
                                                            suggestion(name, table_names())
                                                      : "The case has no table '" + name + "'.");
  }
  const Cut* chosen = nullptr;
  for (const Cut& cut : ways) {
    if (!find_column(*schema, cut.column) || find_row(table->second, cut.row) == nullptr) continue;
    if (chosen != nullptr) {
      return refusal("ambiguous-set", "'" + std::string(setting) + "' may set the row '" +
                                          chosen->row + "' or the row '" + cut.row + "'.");
    }
    chosen = &cut;
  }
  if (chosen == nullptr) return no_such_cell(*schema, table->second, ways.front());
  write(*schema, table->second, *chosen);
  placed.table = name;
  placed.row = find_row(table->second, chosen->row)->number;
  placed.column = chosen->column;
  return std::nullopt;
}

/// What the setting has to do with the place of a finding, as a sentence; else nothing.
std::string part_in(const base::Diagnostic& finding, const Setting& setting) {
  if (setting.refusal || setting.table != finding.table) return {};
  const bool column = setting.column == finding.column;
  if (finding.row == 0) return column ? " --set " + setting.text + " changes one of them." : "";
  if (setting.row != finding.row) return {};
  return column ? " The cell comes from --set " + setting.text + ", not from the file."
                : " --set " + setting.text + " changes this row.";
}

}  // namespace

Setting set_cell(Workbook& workbook, std::string_view setting) {
  Setting result;
  result.text = setting;
  result.refusal = write_setting(workbook, setting, result);
  return result;
}

void name_settings(base::Diagnostics& findings, const std::vector<Setting>& settings) {
  for (base::Diagnostic& finding : findings) {
    for (const Setting& setting : settings) finding.message += part_in(finding, setting);
  }
}

}  // namespace nemawashi::model
