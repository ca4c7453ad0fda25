// SPDX-License-Identifier: Apache-2.0
// A workbook whose headers are known: rows with their cells in the order of the schema, before
// any cell is understood. First of the steps of read_case.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/model/findings.h"
#include "engine/model/schema.h"
#include "engine/model/workbook.h"

namespace nemawashi::model {

enum class RowState {
  known,
  left_out,  ///< not known at the date, or resting on a row that is left out
  broken,    ///< has an error, or rests on a row that has one
};

/// A row, by position of its table in schema() and position in that table.
struct RowPlace {
  std::size_t table = 0;
  std::size_t row = 0;
};

struct WrittenRow {
  std::size_t number = 0;               ///< for messages
  std::vector<std::string_view> cells;  ///< by schema column, trimmed; blank where there is none
  RowState state = RowState::known;
  std::string because;          ///< why it is left out
  bool not_yet = false;         ///< left out as not known yet, or resting on such rows alone
  std::vector<bool> refused;    ///< by schema column: cells that a reader refused; empty: none
  std::vector<RowPlace> needs;  ///< rows without which it is left out
};

struct WrittenTable {
  const TableSchema* schema = nullptr;
  bool present = false;
  std::vector<WrittenRow> rows;
  bool has_unread_ids =
      false;  ///< a reader refused the table, or an id: what it lacks may be there
  std::unordered_map<std::string_view, std::size_t> by_id;
};

/// Tables in the order of schema(). Views into the workbook, which must outlive it.
struct WrittenCase {
  std::vector<WrittenTable> tables;
};

/// Position of a table in schema(); the name must be one of its names.
std::size_t table_position(std::string_view name);

const WrittenTable& table_of(const WrittenCase& written, std::string_view name);

/// The cell of a column that the schema has.
std::string_view cell(const WrittenTable& table, const WrittenRow& row, std::string_view column);

/// Whether any row of the table has an error or rests on one, or may be missing since a reader
/// refused it, so that sums over it mean nothing.
bool has_broken_rows(const WrittenTable& table);

/// For a row of `issues`: the ids of the issue and of the option; no option for an issue.
struct IssueRowId {
  std::string_view issue;
  std::string_view option;
  bool is_option = false;
};
IssueRowId issue_row_id(std::string_view id);

/// By row of `issues`: the rows of its options, in order; none for a row that is an option.
std::vector<std::vector<std::size_t>> option_rows(const WrittenTable& issues);

/// Looks up tables, columns and ids. Reports unknown tables (warning), unknown, repeated and
/// missing columns, rows with too few or too many cells, blank and repeated ids; marks rows with
/// an error as broken. Comment rows and empty rows are skipped. Cost: linear in the cells.
///
/// Of `refused`, what a reader found before, the errors say where cells are not what was written:
/// in a row the cell of the column, or the row; in row 1 the header's cell; in row 0 the table.
/// Such rows are broken from the start, and neither those cells nor what is blank or unknown
/// because of them is reported again.
WrittenCase written_case(const Workbook& workbook, const base::Diagnostics& refused,
                         Findings& findings);

}  // namespace nemawashi::model
