// SPDX-License-Identifier: Apache-2.0
// A workbook before it is understood: named tables of text cells. Files of every format are read
// into this and written from it; only io/ knows the formats.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace nemawashi::model {

/// One row of cells, in the order of the table's columns. `number` is its place for people: the
/// line in a CSV file, the row in a sheet (1 is the header).
struct TableRow {
  std::size_t number = 0;
  std::vector<std::string> cells;
};

struct Table {
  std::vector<std::string> columns;
  std::vector<TableRow> rows;
};

/// Tables by name. A missing table means "none".
struct Workbook {
  std::map<std::string, Table> tables;
};

}  // namespace nemawashi::model
