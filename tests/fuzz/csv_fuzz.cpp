// SPDX-License-Identifier: Apache-2.0
// Any bytes are a table or are refused with a reason; a table that was read is written and read
// again unchanged.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "io/csv.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nemawashi;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  io::CsvLimits limits;
  limits.cell_bytes = 1000;
  limits.rows = 100;
  limits.columns = 20;
  const io::CsvReading reading = io::read_csv(bytes, "fuzz", limits);
  if (reading.table.has_value() == base::has_errors(reading.diagnostics)) std::abort();
  if (!reading.table) return 0;
  const std::string text = io::written_csv(*reading.table);
  const io::CsvReading again = io::read_csv(text, "fuzz", limits);
  if (!again.table || again.table->columns != reading.table->columns) std::abort();
  if (again.table->rows.size() != reading.table->rows.size()) std::abort();
  for (std::size_t i = 0; i < again.table->rows.size(); ++i) {
    if (again.table->rows[i].cells != reading.table->rows[i].cells) std::abort();
  }
  if (io::written_csv(*again.table) != text) std::abort();
  return 0;
}
