// SPDX-License-Identifier: Apache-2.0
// One change to a sound workbook and the finding that it must give.
#pragma once

#include <ostream>
#include <string>

#include "engine/model/read_case.h"
#include "tests/small_case.h"

namespace nemawashi::tests {

struct Provocation {
  const char* table;
  const char* from;
  const char* to;
  const char* expected;  ///< a line of `codes`, without the line end
};

// GoogleTest looks for this name. NOLINTNEXTLINE(readability-identifier-naming)
inline void PrintTo(const Provocation& p, std::ostream* out) {
  *out << p.table << ": " << p.from << " -> " << p.to;
}

/// What reading finds, as `codes` writes it.
inline std::string codes_of_reading(const TableTexts& texts) {
  return codes(model::read_case(workbook_of(texts)).diagnostics);
}

}  // namespace nemawashi::tests
