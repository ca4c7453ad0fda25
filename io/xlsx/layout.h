// SPDX-License-Identifier: Apache-2.0
// Where the tables of a workbook lie in the spreadsheet that is written, and which of its cells
// findings speak of.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/schema.h"
#include "engine/model/workbook.h"
#include "io/xlsx/book.h"

namespace nemawashi::io::xlsx {

/// How many rows below the last one lists and help reach.
inline constexpr std::size_t kRoomBelow = 200;

/// What is said at a cell, and how the cell is filled.
struct Mark {
  Fill fill = Fill::none;
  std::string text;
};

struct TableLayout {
  const model::TableSchema* schema = nullptr;
  const model::Table* table = nullptr;
  std::vector<std::string> columns;  ///< the table's, then those of the schema that it lacks
  std::size_t own_columns = 0;       ///< how many of them are the table's
  std::vector<const model::ColumnSchema*> schemas;  ///< by column; null if unknown
  std::optional<std::size_t> id_column;
  std::unordered_map<std::size_t, std::size_t> row_by_number;  ///< TableRow::number to row from 0
  std::map<std::pair<std::size_t, std::size_t>, Mark> marks;   ///< by row and column from 0

  /// The cells of a column below the header, as in `'parties'!$A$2:$A$228`.
  std::string range(std::size_t column, std::size_t room) const;
};

/// The tables that the schema knows, in its order, each with all columns that the schema has,
/// unless a sheet would then have more than a reader takes.
std::vector<TableLayout> table_layouts(const model::Workbook& workbook);

/// The cell that a finding speaks of.
struct FoundCell {
  std::size_t layout = 0;
  std::size_t row = 0;
  std::size_t column = 0;
};
std::optional<FoundCell> cell_of(const base::Diagnostic& finding,
                                 const std::vector<TableLayout>& layouts);

/// Marks the cells of errors and warnings.
void add_marks(const base::Diagnostics& findings, std::vector<TableLayout>& layouts);

/// What a finding says and how to mend it, as text that a sheet can hold.
std::string note_of(const base::Diagnostic& finding);

}  // namespace nemawashi::io::xlsx
