// SPDX-License-Identifier: Apache-2.0
// Any bytes are a case in JSON or are refused with a reason; a case that was read is written and
// read again with the same cells, and from then on unchanged.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "io/case_json.h"

namespace {

using namespace nemawashi;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The cells that are not blank, by table, place of the row and column.
using CellsByPlace = std::map<std::pair<std::string, std::string>, std::string>;

CellsByPlace cells_of(const model::Workbook& workbook) {
  CellsByPlace cells;
  for (const auto& [name, table] : workbook.tables) {
    cells[{name, ""}] = std::to_string(table.rows.size());
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      require(table.rows[r].cells.size() == table.columns.size());
      require(r == 0 || table.rows[r].number > table.rows[r - 1].number);
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const std::string& cell = table.rows[r].cells[c];
        const bool is_new =
            cells.emplace(std::pair(name + std::to_string(r), table.columns[c]), cell).second;
        require(is_new);
        if (cell.empty()) cells.erase({name + std::to_string(r), table.columns[c]});
      }
    }
  }
  return cells;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  io::CsvLimits limits;
  limits.cell_bytes = 1000;
  limits.rows = 100;
  limits.columns = 20;
  limits.cells = 1000;
  const io::WorkbookReading reading = io::read_case_json(bytes, limits);
  require(reading.workbook.has_value() != base::has_errors(reading.diagnostics));
  for (const base::Diagnostic& diagnostic : reading.diagnostics) {
    require(!diagnostic.code.empty() && !diagnostic.message.empty() && !diagnostic.mend.empty());
    require(diagnostic.message.size() < 500 && diagnostic.column.size() < 100);
  }
  if (!reading.workbook) return 0;
  const io::WorkbookReading again =
      io::read_case_json(io::written_case_json(*reading.workbook), limits);
  require(again.workbook && again.diagnostics.empty());
  require(cells_of(*again.workbook) == cells_of(*reading.workbook));
  const std::string text = io::written_case_json(*again.workbook);
  const io::WorkbookReading third = io::read_case_json(text, limits);
  require(third.workbook && io::written_case_json(*third.workbook) == text);
  return 0;
}
