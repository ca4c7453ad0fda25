// SPDX-License-Identifier: Apache-2.0
// Comma-separated text (RFC 4180) to and from a table.
//
// Own code, because positions and limits matter more than features: every message names the line,
// and hostile input is refused in bounded time and memory. UTF-8 with or without byte-order mark;
// lines end in LF or CRLF, also mixed; cells in double quotes may hold commas, line ends and
// doubled quotes. The first row that is neither empty nor a comment names the columns. A row whose
// first cell begins with `#` is a comment (unquoted: to the end of its line, whatever it holds);
// rows of blank cells are skipped.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::io {

/// What is refused. Memory is at most the bytes plus some 40 bytes a cell.
struct CsvLimits {
  std::size_t bytes = std::size_t{64} << 20U;
  std::size_t cell_bytes = std::size_t{1} << 20U;
  std::size_t rows = 200'000;
  std::size_t columns = 200;
  std::size_t cells = 5'000'000;
};

struct CsvReading {
  std::optional<model::Table> table;  ///< present exactly if there is no error
  base::Diagnostics diagnostics;
};

/// Reads the bytes of one table. All rows with a wrong number of cells are reported (up to a
/// thousand); anything that makes the rest doubtful, such as a quote that is never closed, ends the
/// reading. `table` is the name that diagnostics carry. Cost: linear in the bytes.
CsvReading read_csv(std::string_view bytes, std::string_view table, const CsvLimits& limits = {});

/// Lines end in LF; cells are quoted where they must be. Comment rows (first cell begins with `#`)
/// lose their trailing blank cells. Reading the result gives the same columns and rows, but for
/// comments, blank rows and row numbers.
std::string written_csv(const model::Table& table);

}  // namespace nemawashi::io
