// SPDX-License-Identifier: Apache-2.0
// A case as one document in JSON (schema/case.schema.json), for programs that make or change cases.
//
//     {"nemawashi_case": 1, "tables": {"parties": [{"id": "town", "name": "Town"}], "limits": []}}
//
// A table is a list of rows, a row an object of cells by column. Blank cells are left out. A cell
// is written as a string, numbers too, so that `1/3` and `0.10` stay what they are.
#pragma once

#include <string>
#include <string_view>

#include "engine/model/workbook.h"
#include "io/csv.h"
#include "io/workbook_reading.h"

namespace nemawashi::io {

/// Reads the bytes of one document. A cell may be a string, a number (its digits are taken, never a
/// double: `1e-7` is 0.0000001) or null, which is blank; rows without a cell are skipped, as in
/// CSV. A table's columns are the keys of its rows in the order in which they first appear, after
/// `id`; a table without rows has all columns of the schema. A row's number is its place in the
/// list + 2, so that 1 is the header, as in CSV.
///
/// `limits.rows` and `limits.columns` hold for each table, `limits.cells` for all of them together.
/// Diagnostics name table, row and column; where the document is not understood as one, `row` is
/// the line and no table is named. All are collected, up to a thousand errors. Warning
/// `unknown-table`: a table that no case has; its content is passed over. Cost: linear in the bytes
/// and in the cells.
WorkbookReading read_case_json(std::string_view bytes, const CsvLimits& limits = {});

/// Tables in the order of the schema, others after them; columns in the workbook's order; one row a
/// line. Names of columns are unique. Reading the result gives the same tables and the same cells,
/// but for columns without a cell, blank rows and row numbers.
std::string written_case_json(const model::Workbook& workbook);

}  // namespace nemawashi::io
