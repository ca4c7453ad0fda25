// SPDX-License-Identifier: Apache-2.0
#include "io/keyed_rows.h"

#include <algorithm>
#include <utility>

#include "engine/base/text.h"

namespace nemawashi::io {

void KeyedRows::begin_row(std::size_t number) {
  number_ = number;
  cells_.assign(columns_.size(), "");
}

KeyedRows::Named KeyedRows::name_cell(const std::string& column) {
  const auto [known, is_new] = positions_.try_emplace(column, columns_.size());
  position_ = known->second;
  if (is_new) {
    columns_.push_back(column);
    last_row_.push_back(0);
    cells_.emplace_back();
  }
  const std::size_t last = std::exchange(last_row_[position_], number_);
  return last == number_ ? Named::twice : Named::once;
}

void KeyedRows::end_row() {
  const auto blank = [](const std::string& cell) { return base::trimmed(cell).empty(); };
  if (!std::all_of(cells_.begin(), cells_.end(), blank)) {
    rows_.push_back({number_, std::move(cells_)});
  }
  cells_.clear();
}

model::Table KeyedRows::finished(const model::TableSchema& schema) {
  if (rows_.empty()) {
    for (const model::ColumnSchema& column : schema.columns) {
      if (!positions_.contains(column.name)) columns_.push_back(column.name);
    }
  }
  for (model::TableRow& row : rows_) row.cells.resize(columns_.size());
  model::Table table{std::move(columns_), std::move(rows_)};
  *this = KeyedRows();
  return table;
}

}  // namespace nemawashi::io
