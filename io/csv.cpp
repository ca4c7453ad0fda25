// SPDX-License-Identifier: Apache-2.0
#include "io/csv.h"

#include <algorithm>
#include <map>
#include <vector>

#include "engine/base/text.h"
#include "io/files.h"
#include "io/utf8.h"

namespace nemawashi::io {
namespace {

using base::Severity;

constexpr std::size_t kMostDiagnostics = 1000;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

enum class RowEnd { complete, refused };

class CsvReader {
 public:
  CsvReader(std::string_view bytes, std::string_view table, const CsvLimits& limits)
      : bytes_(bytes), table_(table), limits_(limits) {}

  CsvReading reading() {
    if (bytes_.size() > limits_.bytes) {
      reading_.diagnostics.push_back(too_large(table_, limits_.bytes));
      return std::move(reading_);
    }
    if (!is_text()) return std::move(reading_);
    if (bytes_.starts_with(kByteOrderMark)) place_ = 3;
    model::Table table;
    bool has_header = false;
    while (place_ < bytes_.size()) {
      model::TableRow row;
      if (read_row(row) == RowEnd::refused) return std::move(reading_);
      if (is_skipped(row)) continue;
      if (!has_header) {
        has_header = true;
        take_header(table, row);
      } else if (!take_row(table, std::move(row))) {
        return std::move(reading_);
      }
    }
    if (!has_header) {
      refuse(1, "missing-header", "The file has no header row.",
             "Name the columns in the first row, such as id,name.");
    }
    if (!base::has_errors(reading_.diagnostics)) reading_.table = std::move(table);
    return std::move(reading_);
  }

 private:
  void refuse(std::size_t row, std::string code, std::string message, std::string mend) {
    reading_.diagnostics.push_back({Severity::error, std::move(code), std::string(table_), row, "",
                                    std::move(message), std::move(mend)});
  }

  bool is_text() {
    const auto line_at = [&](std::size_t place) {
      return 1 + static_cast<std::size_t>(std::count(
                     bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(place), '\n'));
    };
    if (is_zip(bytes_)) {
      refuse(1, "not-text", "The file is a spreadsheet workbook, not CSV.",
             "In the spreadsheet program save each sheet as CSV UTF-8.");
      return false;
    }
    const std::size_t zero = bytes_.find('\0');
    if (zero != std::string_view::npos) {
      refuse(line_at(zero), "not-text", "The file holds a NUL byte: it is not text.",
             "Save the table as CSV in UTF-8; a spreadsheet file is not CSV.");
      return false;
    }
    const auto control = std::find_if(bytes_.begin(), bytes_.end(), is_control);
    if (control != bytes_.end()) {
      refuse(line_at(static_cast<std::size_t>(control - bytes_.begin())), "not-text",
             "The file holds a control character, which text does not.",
             "Take it out; it is often invisible, so type the cell anew.");
      return false;
    }
    const std::size_t valid = valid_utf8_prefix(bytes_);
    if (valid == bytes_.size()) return true;
    refuse(line_at(valid), "not-utf8", "The file is not UTF-8 from here on.",
           "Save the table as CSV in the encoding UTF-8.");
    return false;
  }

  /// Takes a line end, if one comes next.
  bool accept_line_end() {
    const std::string_view rest = bytes_.substr(place_, 2);
    const std::size_t length = rest.starts_with('\n') ? 1U : rest == "\r\n" ? 2U : 0U;
    place_ += length;
    line_ += length > 0 ? 1 : 0;
    return length > 0;
  }

  RowEnd read_row(model::TableRow& row) {
    row.number = line_;
    if (bytes_[place_] == '#') return skip_comment(row);
    for (;;) {
      std::string cell;
      const RowEnd end =
          place_ < bytes_.size() && bytes_[place_] == '"' ? read_quoted(cell) : read_plain(cell);
      if (end == RowEnd::refused) return end;
      row.cells.push_back(std::move(cell));
      if (row.cells.size() > limits_.columns) {
        refuse(row.number, "too-many-columns",
               "The row has more than " + std::to_string(limits_.columns) + " cells.",
               "Check the separators; a table has few columns.");
        return RowEnd::refused;
      }
      if (place_ == bytes_.size() || accept_line_end()) return RowEnd::complete;
      ++place_;  // The comma.
    }
  }

  RowEnd skip_comment(model::TableRow& row) {
    const std::size_t end = bytes_.find('\n', place_);
    place_ = end == std::string_view::npos ? bytes_.size() : end + 1;
    ++line_;
    row.cells.emplace_back("#");
    return RowEnd::complete;
  }

  RowEnd read_plain(std::string& cell) {
    const std::size_t end = std::min(bytes_.find_first_of(",\n\r\"", place_), bytes_.size());
    cell = bytes_.substr(place_, end - place_);
    place_ = end;
    if (end < bytes_.size() && bytes_[end] == '"') {
      refuse(line_, "stray-quote", "A quote stands inside a cell that does not begin with one.",
             "Put the whole cell into quotes and double the quotes inside it.");
      return RowEnd::refused;
    }
    if (end < bytes_.size() && bytes_[end] == '\r' && bytes_.substr(end, 2) != "\r\n") {
      refuse(line_, "stray-carriage-return", "A carriage return stands outside quotes.",
             "End lines in LF or CRLF.");
      return RowEnd::refused;
    }
    return checked_size(cell);
  }

  RowEnd read_quoted(std::string& cell) {
    const std::size_t opened = line_;
    ++place_;
    for (;;) {
      const std::size_t end = bytes_.find('"', place_);
      const std::string_view piece = bytes_.substr(place_, end - place_);
      if (end == std::string_view::npos || cell.size() + piece.size() > limits_.cell_bytes) {
        if (end != std::string_view::npos) return refused_cell(opened);
        refuse(opened, "open-quote", "A quote is opened here and never closed.",
               "Close it, or double the quotes inside the cell.");
        return RowEnd::refused;
      }
      cell += piece;
      line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
      place_ = end + 1;
      if (!bytes_.substr(place_).starts_with('"')) break;
      cell += '"';
      ++place_;
    }
    const std::string_view rest = bytes_.substr(place_, 2);
    if (rest.empty() || rest[0] == ',' || rest[0] == '\n' || rest == "\r\n") {
      return checked_size(cell);
    }
    refuse(line_, "stray-quote", "Something follows the closing quote of a cell.",
           "Double the quotes inside a quoted cell; put a comma after the closing quote.");
    return RowEnd::refused;
  }

  RowEnd refused_cell(std::size_t line) {
    refuse(line, "too-large-cell",
           "A cell has more than " + std::to_string(limits_.cell_bytes) + " bytes.",
           "Check for a quote that is opened and closed much later; shorten the text.");
    return RowEnd::refused;
  }

  RowEnd checked_size(const std::string& cell) {
    return cell.size() > limits_.cell_bytes ? refused_cell(line_) : RowEnd::complete;
  }

  static bool is_skipped(const model::TableRow& row) {
    if (base::trimmed(row.cells.front()).starts_with('#')) return true;
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return base::trimmed(cell).empty(); });
  }

  void take_header(model::Table& table, const model::TableRow& row) {
    std::map<std::string, std::size_t> seen;
    for (const std::string& cell : row.cells) {
      table.columns.emplace_back(base::trimmed(cell));
      const std::string& name = table.columns.back();
      if (name.empty()) {
        refuse(row.number, "blank-column",
               "Column " + std::to_string(table.columns.size()) + " has no name.",
               "Name it, or remove it from every row.");
      } else if (!seen.emplace(name, seen.size()).second) {
        refuse(row.number, "duplicate-column", "The column '" + name + "' is there twice.",
               "Keep one of them.");
        reading_.diagnostics.back().column = name;
      }
    }
  }

  bool take_row(model::Table& table, model::TableRow row) {
    if (table.rows.size() == limits_.rows || cells_ > limits_.cells) {
      refuse(row.number, "too-many-rows",
             "The table has more than " + std::to_string(limits_.rows) + " rows or " +
                 std::to_string(limits_.cells) + " cells.",
             "A case holds what people can discuss; sum the data up first.");
      return false;
    }
    // Cells that are missing at the end are blank, as people type rows by hand.
    if (row.cells.size() < table.columns.size()) row.cells.resize(table.columns.size());
    if (row.cells.size() == table.columns.size()) {
      cells_ += row.cells.size();
      table.rows.push_back(std::move(row));
      return true;
    }
    refuse(row.number, "cell-count",
           "The row has " + std::to_string(row.cells.size()) + " cells, the header " +
               std::to_string(table.columns.size()) + ".",
           "Put text with commas into quotes, or take the cells that are too many away.");
    return reading_.diagnostics.size() < kMostDiagnostics;
  }

  std::string_view bytes_;
  std::string_view table_;
  const CsvLimits& limits_;
  CsvReading reading_;
  std::size_t place_ = 0;
  std::size_t line_ = 1;
  std::size_t cells_ = 0;
};

void write_cell(std::string& text, std::string_view cell) {
  const bool spaced = base::trimmed(cell).size() != cell.size();
  const bool quotes = spaced || cell.starts_with(kByteOrderMark) ||
                      cell.find_first_of(",\"\n\r") != std::string_view::npos;
  if (!quotes) {
    text += cell;
    return;
  }
  text += '"';
  for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
  text += '"';
}

void write_row(std::string& text, const std::vector<std::string>& cells) {
  std::size_t count = cells.size();
  if (count > 0 && cells.front().starts_with('#')) {
    while (count > 1 && cells[count - 1].empty()) --count;
  }
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ',';
    write_cell(text, cells[i]);
  }
  text += '\n';
}

}  // namespace

CsvReading read_csv(std::string_view bytes, std::string_view table, const CsvLimits& limits) {
  return CsvReader(bytes, table, limits).reading();
}

std::string written_csv(const model::Table& table) {
  std::string text;
  write_row(text, table.columns);
  for (const model::TableRow& row : table.rows) write_row(text, row.cells);
  return text;
}

}  // namespace nemawashi::io
