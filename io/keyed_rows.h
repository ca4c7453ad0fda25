// SPDX-License-Identifier: Apache-2.0
// A table from rows that name their cells, as the objects of JSON do.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "engine/model/schema.h"
#include "engine/model/workbook.h"

namespace nemawashi::io {

/// Columns are the names in the order in which they first appear, after `id`; names of later rows
/// are blank in earlier ones. Rows without a cell are dropped, as in CSV. Cost: linear in the cells
/// of the table that comes out.
class KeyedRows {
 public:
  KeyedRows() : columns_{"id"}, positions_{{"id", 0}}, last_row_{0} {}

  /// Numbers rise from 1 on.
  void begin_row(std::size_t number);

  enum class Named { once, twice };

  /// The cell that `fill` means from now on. Twice: it was named in this row before.
  Named name_cell(const std::string& column);
  void fill(std::string text) { cells_[position_] = std::move(text); }
  void end_row();

  std::size_t columns() const { return columns_.size(); }
  std::size_t cells() const { return rows_.size() * columns(); }

  /// A table without rows has all columns of its schema. Leaves nothing behind.
  model::Table finished(const model::TableSchema& schema);

 private:
  std::vector<std::string> columns_;
  std::map<std::string, std::size_t> positions_;  ///< of the columns
  std::vector<std::size_t> last_row_;             ///< the last row that names it, by column
  std::vector<model::TableRow> rows_;
  std::size_t number_ = 0;
  std::vector<std::string> cells_;  ///< of the present row
  std::size_t position_ = 0;
};

}  // namespace nemawashi::io
