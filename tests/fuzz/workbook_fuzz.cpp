// SPDX-License-Identifier: Apache-2.0
// Any bytes, cut into tables at lines `=== NAME`, are a case or are refused with a reason; a case
// that was read can be checked; the same bytes give the same findings.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "engine/model/check.h"
#include "engine/model/read_case.h"
#include "engine/model/set_cell.h"
#include "io/csv.h"
#include "tests/fuzz/file_parts.h"

namespace {

using namespace nemawashi;

model::Workbook workbook_of(std::string_view bytes) {
  model::Workbook workbook;
  for (const auto& [name, part] : fuzz::file_parts(bytes)) {
    auto reading = io::read_csv(part, name);
    if (reading.table) workbook.tables[name] = *std::move(reading.table);
  }
  return workbook;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  model::Workbook workbook = workbook_of(bytes);
  const model::CaseReading reading = model::read_case(workbook);
  if (reading.a_case.has_value() == base::has_errors(reading.diagnostics)) std::abort();
  for (const base::Diagnostic& diagnostic : reading.diagnostics) {
    if (diagnostic.code.empty() || diagnostic.message.empty() || diagnostic.mend.empty()) {
      std::abort();
    }
  }
  if (model::read_case(workbook).diagnostics != reading.diagnostics) std::abort();
  if (reading.a_case) {
    if (model::check(*reading.a_case) != model::check(*reading.a_case)) std::abort();
  }
  model::set_cell(workbook, bytes.substr(0, 200));
  const model::CaseReading later = model::read_case(workbook, "2015-06-30");
  if (later.a_case) model::check(*later.a_case);
  return 0;
}
