// SPDX-License-Identifier: Apache-2.0
// The workbook that is being written: its sheets and the ways in which its cells look.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include <xlsxwriter.h>

namespace nemawashi::io::xlsx {

enum class Look { text, wrapped_text, number, header, spare_header, title, link };
enum class Fill { none, warning, error };

class Book {
 public:
  /// `path` is where close() writes the file.
  explicit Book(const std::string& path);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// A sheet after those that are there, laid out for printing: as wide as the page, its first row
  /// on each, its name at the foot. The name is one that a sheet may have.
  lxw_worksheet* add_sheet(const std::string& name);

  lxw_format* format(Look look, Fill fill) const;

  /// Writes the file; false if that fails. Nothing else may be asked afterwards.
  bool close();

 private:
  lxw_workbook* workbook_;
  std::array<std::array<lxw_format*, 3>, 7> formats_ = {};
};

/// Rows and columns as the library counts them, from 0. Callers have checked that they fit.
inline lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
inline lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

/// A note at a cell, in a box that is large enough.
void write_note(lxw_worksheet* sheet, std::size_t row, std::size_t column, const std::string& text);

/// The text without what would leave a bound of the library: at most `most` bytes, whole
/// characters.
std::string shortened(std::string text, std::size_t most);

/// How many lines the text takes in a cell or note of this width, in characters.
std::size_t line_count(const std::string& text, std::size_t width);

/// Makes a row as high as so many lines need. Not every program does so by itself.
void set_lines(lxw_worksheet* sheet, std::size_t row, std::size_t lines);

/// Columns of a fixed-width font that the longest line takes; characters of East Asia take two.
std::size_t display_width(const std::string& text);

}  // namespace nemawashi::io::xlsx
