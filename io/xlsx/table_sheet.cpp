// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/table_sheet.h"

#include <algorithm>
#include <vector>

#include "engine/base/number.h"
#include "engine/base/text.h"
#include "io/xlsx/cell_text.h"

namespace nemawashi::io::xlsx {
namespace {

constexpr std::size_t kNarrowest = 9;
constexpr std::size_t kWidest = 48;
constexpr std::size_t kFilterButton = 3;
/// Longer numbers are possible, and nobody writes them; they stay text.
constexpr std::size_t kLongestNumber = 40;

bool is_number_column(const model::ColumnSchema* column) {
  return column != nullptr &&
         (column->kind == model::CellKind::number || column->kind == model::CellKind::rank);
}

/// What the column means, in both languages, and what its cells may hold.
std::string help_of(const TableLayout& layout, std::size_t column) {
  const model::ColumnSchema* schema = layout.schemas[column];
  if (schema == nullptr) return "No column of this table.\nこの表にない列";
  std::string text;
  if (layout.id_column == column) {
    text = layout.schema->purpose + "\n" + layout.schema->purpose_ja + "\n\n";
  }
  text += schema->name + ": " + schema->help + "\n" + schema->help_ja +
          "\n\nMay hold 記入できる内容: " + model::kind_text(*schema);
  if (schema->need == model::Need::required) text += "\nNever blank 必須";
  if (is_number_column(schema)) {
    text += "\nFor a fraction begin with an apostrophe 分数は先頭に ' を付ける: '1/3";
  }
  return text;
}

class TableSheet {
 public:
  TableSheet(Book& book, const TableLayout& layout)
      : book_(book), layout_(layout), sheet_(book.add_sheet(layout.schema->name)) {}

  lxw_worksheet* written() {
    const auto& rows = layout_.table->rows;
    for (std::size_t column = 0; column < layout_.columns.size(); ++column) set_width(column);
    for (std::size_t column = 0; column < layout_.columns.size(); ++column) write_header(column);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t count = std::min(rows[i].cells.size(), layout_.columns.size());
      std::size_t lines = 1;
      for (std::size_t column = 0; column < count; ++column) {
        write_cell(i + 1, column, rows[i].cells[column]);
        if (looks_[column] != Look::wrapped_text) continue;
        lines = std::max(lines, line_count(rows[i].cells[column], kWidest));
      }
      set_lines(sheet_, i + 1, lines);
    }
    for (const auto& [place, mark] : layout_.marks) {
      if (place.first > 0) write_note(sheet_, place.first, place.second, mark.text);
    }
    worksheet_freeze_panes(sheet_, 1, 1);
    worksheet_autofilter(sheet_, 0, 0, row_number(std::max<std::size_t>(rows.size(), 1)),
                         column_number(layout_.columns.size() - 1));
    return sheet_;
  }

 private:
  void set_width(std::size_t column) {
    std::size_t width = display_width(layout_.columns[column]) + kFilterButton;
    for (const model::TableRow& row : layout_.table->rows) {
      if (column < row.cells.size()) width = std::max(width, display_width(row.cells[column]));
    }
    const bool wraps = width > kWidest || has_line_end(column);
    const Look text = wraps ? Look::wrapped_text : Look::text;
    looks_.push_back(is_number_column(layout_.schemas[column]) ? Look::number : text);
    const std::size_t shown = std::clamp(width + 1, kNarrowest, kWidest);
    worksheet_set_column(sheet_, column_number(column), column_number(column),
                         static_cast<double>(shown), book_.format(looks_.back(), Fill::none));
  }

  bool has_line_end(std::size_t column) const {
    const auto& rows = layout_.table->rows;
    return std::any_of(rows.begin(), rows.end(), [&](const model::TableRow& row) {
      return column < row.cells.size() && row.cells[column].find('\n') != std::string::npos;
    });
  }

  const Mark* mark_at(std::size_t row, std::size_t column) const {
    const auto found = layout_.marks.find({row, column});
    return found == layout_.marks.end() ? nullptr : &found->second;
  }

  void write_header(std::size_t column) {
    const Mark* mark = mark_at(0, column);
    worksheet_write_string(
        sheet_, 0, column_number(column), escaped(layout_.columns[column]).c_str(),
        book_.format(column < layout_.own_columns ? Look::header : Look::spare_header,
                     mark == nullptr ? Fill::none : mark->fill));
    const std::string help = help_of(layout_, column);
    write_note(sheet_, 0, column, mark == nullptr ? help : mark->text + "\n\n" + help);
  }

  void write_cell(std::size_t row, std::size_t column, const std::string& cell) {
    const Mark* mark = mark_at(row, column);
    const Fill fill = mark == nullptr ? Fill::none : mark->fill;
    const bool is_number = looks_[column] == Look::number && is_kept_by_sheets(cell);
    // A number that a sheet would change is text, like everything else.
    const Look look =
        looks_[column] == Look::number && !is_number && !cell.empty() ? Look::text : looks_[column];
    lxw_format* format = book_.format(look, fill);
    const lxw_row_t at_row = row_number(row);
    const lxw_col_t at_column = column_number(column);
    if (cell.empty()) {
      // The format of the column reaches blank cells; only a mark needs one of its own.
      if (mark != nullptr) worksheet_write_blank(sheet_, at_row, at_column, format);
    } else if (is_number) {
      const auto number = base::parse_rational(base::trimmed(cell));
      worksheet_write_number(sheet_, at_row, at_column, base::approximate(*number), format);
    } else {
      worksheet_write_string(sheet_, at_row, at_column, escaped(cell).c_str(), format);
    }
  }

  Book& book_;
  const TableLayout& layout_;
  lxw_worksheet* sheet_;
  std::vector<Look> looks_;  ///< by column
};

}  // namespace

bool is_kept_by_sheets(std::string_view text) {
  const std::string_view number = base::trimmed(text);
  if (number.size() > kLongestNumber) return false;
  const auto value = base::parse_rational(number);
  const auto kept = number_text(number);
  return value && kept && kept->size() <= kLongestNumber && base::parse_rational(*kept) == value;
}

lxw_worksheet* write_table_sheet(Book& book, const TableLayout& layout) {
  return TableSheet(book, layout).written();
}

}  // namespace nemawashi::io::xlsx
