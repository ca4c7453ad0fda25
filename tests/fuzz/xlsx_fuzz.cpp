// SPDX-License-Identifier: Apache-2.0
// Any bytes are a spreadsheet or are refused with a reason; what was read is written and read again
// unchanged. Bytes that begin with PK are an archive; others are cut into its parts at lines
// `=== NAME`, so that sheets are reached without an archive.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/number.h"
#include "io/xlsx/read.h"
#include "io/xlsx/write.h"
#include "tests/fuzz/file_parts.h"

namespace {

using namespace nemawashi;

/// The same text, or the same number: 1.50 is written as a number and read as 1.5.
bool are_same(const std::string& one, const std::string& other) {
  if (one == other) return true;
  const auto number = base::parse_rational(one);
  return number && number == base::parse_rational(other);
}

void check_again(const model::Workbook& workbook, const base::Diagnostics& findings,
                 const io::xlsx::Limits& limits) {
  const io::xlsx::Writing writing = io::xlsx::written_xlsx(workbook, findings);
  if (writing.bytes.has_value() == base::has_errors(writing.diagnostics)) std::abort();
  if (!writing.bytes) return;
  io::xlsx::Limits wider = limits;
  wider.tables.columns += 30;  // Columns of the schema are written beside those that are there.
  wider.part_bytes *= 2;
  const io::WorkbookReading again = io::xlsx::read_xlsx(*writing.bytes, wider);
  if (!again.workbook || again.workbook->tables.size() != workbook.tables.size()) std::abort();
  for (const auto& [name, table] : workbook.tables) {
    const auto found = again.workbook->tables.find(name);
    if (found == again.workbook->tables.end()) std::abort();
    // Columns of the schema that were not there may follow, blank.
    const auto& columns = found->second.columns;
    if (columns.size() < table.columns.size()) std::abort();
    if (!std::equal(table.columns.begin(), table.columns.end(), columns.begin())) std::abort();
    if (found->second.rows.size() != table.rows.size()) std::abort();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
      std::vector<std::string> cells = table.rows[i].cells;
      cells.resize(columns.size());
      const auto& others = found->second.rows[i].cells;
      if (!std::equal(cells.begin(), cells.end(), others.begin(), others.end(), are_same)) {
        std::abort();
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  io::xlsx::Limits limits;
  limits.part_bytes = std::size_t{1} << 20U;
  limits.all_bytes = std::size_t{4} << 20U;
  limits.tables.cell_bytes = 40'000;
  limits.tables.rows = 100;
  limits.tables.columns = 30;
  const io::WorkbookReading reading =
      bytes.starts_with("PK") ? io::xlsx::read_xlsx(bytes, limits)
                              : io::xlsx::read_xlsx_parts(fuzz::file_parts(bytes), limits);
  const bool is_sound = !base::has_errors(reading.diagnostics);
  if (is_sound && !reading.workbook) std::abort();
  for (const base::Diagnostic& diagnostic : reading.diagnostics) {
    if (diagnostic.code.empty() || diagnostic.message.empty() || diagnostic.mend.empty()) {
      std::abort();
    }
  }
  if (is_sound) check_again(*reading.workbook, reading.diagnostics, limits);
  return 0;
}
