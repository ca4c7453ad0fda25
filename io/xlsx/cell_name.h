// SPDX-License-Identifier: Apache-2.0
// Names of cells in a sheet, such as C17.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nemawashi::io::xlsx {

inline constexpr std::size_t kMostSheetRows = 1'048'576;
inline constexpr std::size_t kMostSheetColumns = 16'384;

/// A cell by position of its column (A is 0) and number of its row (1 is the first).
struct CellPosition {
  std::size_t column = 0;
  std::size_t row = 0;
};

/// Reads `C17` or `$C$17`; nothing if it is no cell of a sheet.
std::optional<CellPosition> parse_cell_name(std::string_view text);

/// `A` for 0, `Z` for 25, `AA` for 26.
std::string column_letters(std::size_t column);

std::string cell_name(const CellPosition& position);

}  // namespace nemawashi::io::xlsx
