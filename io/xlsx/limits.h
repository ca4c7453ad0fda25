// SPDX-License-Identifier: Apache-2.0
// What a spreadsheet may be at most, so that hostile files are refused in bounded time and memory.
#pragma once

#include <cstddef>

#include "io/csv.h"

namespace nemawashi::io::xlsx {

/// Parts are counted while they are inflated; what the archive says of their size is not believed.
/// Memory is at most some twenty times the largest part, beside the text of the tables.
struct Limits {
  std::size_t archive_bytes = std::size_t{64} << 20U;
  std::size_t entries = 1000;
  std::size_t part_bytes = std::size_t{32} << 20U;
  std::size_t all_bytes = std::size_t{96} << 20U;  ///< of all parts, and of all text in tables
  CsvLimits tables;                                ///< of each table; `bytes` is not used
};

}  // namespace nemawashi::io::xlsx
