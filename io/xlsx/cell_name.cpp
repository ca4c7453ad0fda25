// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/cell_name.h"

namespace nemawashi::io::xlsx {

std::optional<CellPosition> parse_cell_name(std::string_view text) {
  if (text.size() > 12) return std::nullopt;
  std::size_t place = 0;
  const auto skip_dollar = [&] { place += place < text.size() && text[place] == '$' ? 1U : 0U; };
  std::size_t column = 0;
  std::size_t row = 0;
  skip_dollar();
  for (; place < text.size(); ++place) {
    const char c = text[place];
    if (c >= 'A' && c <= 'Z') {
      column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
    } else if (c >= 'a' && c <= 'z') {
      column = column * 26 + static_cast<std::size_t>(c - 'a') + 1;
    } else {
      break;
    }
    if (column > kMostSheetColumns) return std::nullopt;
  }
  skip_dollar();
  for (; place < text.size(); ++place) {
    const char c = text[place];
    if (c < '0' || c > '9') return std::nullopt;
    row = row * 10 + static_cast<std::size_t>(c - '0');
    if (row > kMostSheetRows) return std::nullopt;
  }
  if (column == 0 || row == 0) return std::nullopt;
  return CellPosition{column - 1, row};
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  }
  return letters;
}

std::string cell_name(const CellPosition& position) {
  return column_letters(position.column) + std::to_string(position.row);
}

}  // namespace nemawashi::io::xlsx
