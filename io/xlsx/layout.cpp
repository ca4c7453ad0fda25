// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/layout.h"

#include <algorithm>

#include "engine/base/text.h"
#include "io/csv.h"
#include "io/xlsx/cell_name.h"

namespace nemawashi::io::xlsx {
namespace {

constexpr std::size_t kLongestNote = 2000;

TableLayout layout_of(const model::TableSchema& schema, const model::Table& table) {
  TableLayout layout;
  layout.schema = &schema;
  layout.table = &table;
  layout.columns = table.columns;
  for (const std::string& name : model::column_names(schema)) {
    const bool is_there =
        std::any_of(table.columns.begin(), table.columns.end(),
                    [&](const std::string& column) { return base::trimmed(column) == name; });
    if (!is_there) layout.columns.push_back(name);
  }
  if (layout.columns.size() > CsvLimits().columns) layout.columns = table.columns;
  layout.own_columns = table.columns.empty() ? layout.columns.size() : table.columns.size();
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const auto column = model::find_column(schema, base::trimmed(layout.columns[i]));
    layout.schemas.push_back(column ? &schema.columns[*column] : nullptr);
    if (column == 0U && !layout.id_column) layout.id_column = i;
  }
  layout.row_by_number.emplace(1, 0);
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    layout.row_by_number.emplace(table.rows[i].number, i + 1);
  }
  return layout;
}

}  // namespace

std::string TableLayout::range(std::size_t column, std::size_t room) const {
  const std::string letters = "$" + column_letters(column) + "$";
  const std::size_t last = std::min(table->rows.size() + 1 + room, kMostSheetRows);
  return "'" + schema->name + "'!" + letters + "2:" + letters +
         std::to_string(std::max<std::size_t>(last, 2));
}

std::vector<TableLayout> table_layouts(const model::Workbook& workbook) {
  std::vector<TableLayout> layouts;
  for (const model::TableSchema& schema : model::schema()) {
    const auto found = workbook.tables.find(schema.name);
    if (found != workbook.tables.end()) layouts.push_back(layout_of(schema, found->second));
  }
  return layouts;
}

std::optional<FoundCell> cell_of(const base::Diagnostic& finding,
                                 const std::vector<TableLayout>& layouts) {
  const auto layout = std::find_if(layouts.begin(), layouts.end(), [&](const TableLayout& one) {
    return one.schema->name == finding.table;
  });
  if (layout == layouts.end()) return std::nullopt;
  const auto row = layout->row_by_number.find(finding.row);
  if (row == layout->row_by_number.end()) return std::nullopt;
  const auto column =
      std::find_if(layout->columns.begin(), layout->columns.end(),
                   [&](const std::string& name) { return base::trimmed(name) == finding.column; });
  FoundCell cell;
  cell.layout = static_cast<std::size_t>(layout - layouts.begin());
  cell.row = row->second;
  cell.column = column == layout->columns.end()
                    ? layout->id_column.value_or(0)
                    : static_cast<std::size_t>(column - layout->columns.begin());
  return cell;
}

void add_marks(const base::Diagnostics& findings, std::vector<TableLayout>& layouts) {
  for (const base::Diagnostic& finding : findings) {
    if (finding.severity == base::Severity::information) continue;
    const auto cell = cell_of(finding, layouts);
    if (!cell) continue;
    Mark& mark = layouts[cell->layout].marks[{cell->row, cell->column}];
    const bool error = finding.severity == base::Severity::error;
    mark.fill = std::max(mark.fill, error ? Fill::error : Fill::warning);
    if (mark.text.size() > kLongestNote) continue;
    mark.text += (mark.text.empty() ? "" : "\n\n") + shortened(note_of(finding), kLongestNote);
  }
}

std::string note_of(const base::Diagnostic& finding) {
  return finding.message + "\n" + base::sentence(finding.mend) + " [" + finding.code + "]";
}

}  // namespace nemawashi::io::xlsx
