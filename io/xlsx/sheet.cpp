// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/sheet.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/base/text.h"
#include "io/xlsx/cell_name.h"
#include "io/xlsx/cells.h"
#include "io/xlsx/refusals.h"
#include "io/xlsx/xml.h"

namespace nemawashi::io::xlsx {
namespace {

using model::Finding;

struct PlacedCell {
  std::size_t column = 0;
  StoredCell cell;
};

/// A row of a sheet that is not blank.
struct StoredRow {
  std::size_t number = 0;
  std::vector<PlacedCell>
      cells;  ///< columns rising; blank ones are left out unless they hold spaces
};

bool is_blank(const StoredCell& cell) {
  return cell.form == CellForm::blank && cell.origin == Origin::typed;
}

/// Stands for the name of a column that was refused.
constexpr std::string_view kRefusedName = "?";

/// Titles and remarks above a header take fewer rows than this.
constexpr std::size_t kLastHeaderRow = 10;

/// Messages repeat names of columns.
constexpr std::size_t kLongestName = 1000;

enum class Reading { goes_on, ended };

class SheetReader {
 public:
  SheetReader(const model::TableSchema& schema, CellSource& source, const CsvLimits& limits,
              model::Findings& findings)
      : schema_(schema), source_(source), limits_(limits), findings_(findings) {}

  model::Table table(const pugi::xml_node& worksheet) {
    const pugi::xml_node data = child_named(worksheet, "sheetData");
    header_row_ = found_header(data);
    refuse_merged(child_named(worksheet, "mergeCells"));
    std::size_t number = 0;
    bool has_header = false;
    for (const pugi::xml_node& node : data.children()) {
      if (!is_named(node, "row")) continue;
      if (!next_row_number(node, number)) return finished();
      StoredRow row{number, {}};
      if (!read_cells(node, row)) return finished();
      if (number < header_row_) continue;
      if (number == header_row_) {
        has_header = take_header(row);
        if (table_.columns.size() > limits_.columns) return finished();
        continue;
      }
      if (!has_header) break;
      if (take_row(row, node) == Reading::ended) return finished();
    }
    if (!has_header) {
      findings_.error(
          {schema_.name, 1, {}},
          {"missing-header", "Row 1 of the sheet '" + schema_.name + "' names no columns.",
           "Name the columns in row 1, from column A on, such as id and name."});
    }
    warn_of_hidden(child_named(worksheet, "cols"));
    return finished();
  }

 private:
  /// The table without what stands for nothing: columns at the end that no cell uses, as writers
  /// leave them for people to fill in, and the marks of names that were refused.
  model::Table finished() {
    while (schemas_.size() > 1 && schemas_.size() == table_.columns.size() &&
           schemas_.back() != nullptr && schemas_.back()->need == model::Need::optional &&
           !used_[schemas_.size() - 1]) {
      schemas_.pop_back();
      table_.columns.pop_back();
      for (model::TableRow& row : table_.rows) row.cells.pop_back();
    }
    for (std::string& name : table_.columns) {
      if (name == kRefusedName) name.clear();
    }
    return std::move(table_);
  }

  /// The row that names the columns: the first one, unless it lacks `id` and a later one, below a
  /// title, has it with another column of the table.
  std::size_t found_header(const pugi::xml_node& data) const {
    CellSource scanned = source_;  // What is read twice is counted once.
    std::size_t number = 0;
    for (const pugi::xml_node& node : data.children()) {
      if (!is_named(node, "row")) continue;
      const pugi::xml_attribute written = node.attribute("r");
      number = written ? parse_count(written.value()).value_or(0) : number + 1;
      if (number == 0 || number > kLastHeaderRow) break;
      bool has_id = false;
      bool has_other = number == 1;
      for (const pugi::xml_node& child : node.children()) {
        if (!is_named(child, "c")) continue;
        const StoredCell cell = stored_cell(child, scanned);
        if (cell.form != CellForm::text) continue;
        const std::string_view text = base::trimmed(cell.text);
        if (text.starts_with('#')) break;
        const auto column = model::find_column(schema_, text);
        has_id = has_id || column == 0U;
        has_other = has_other || column.value_or(0) > 0;
      }
      if (has_id && has_other) return number;
    }
    return 1;
  }

  bool is_named_column(std::size_t column) const {
    return column < table_.columns.size() && table_.columns[column] != kRefusedName;
  }

  /// The cell in a message, whose place already names its row, and its column where that has a
  /// name.
  std::string subject(const CellPosition& position) const {
    const bool is_said = position.row != header_row_ && is_named_column(position.column);
    return is_said ? "The cell" : "The cell " + cell_name(position);
  }

  void refuse(const CellPosition& position, Finding finding) {
    // Whoever reads the table looks for errors of its header in row 1.
    findings_.error(
        {schema_.name, position.row == header_row_ ? 1 : position.row,
         is_named_column(position.column) ? std::string_view(table_.columns[position.column]) : ""},
        std::move(finding));
  }

  void refuse_merged(const pugi::xml_node& merged) {
    for (const pugi::xml_node& node : merged.children()) {
      if (!is_named(node, "mergeCell") || !findings_.has_room()) continue;
      const std::string_view range = node.attribute("ref").value();
      const auto corner = parse_cell_name(range.substr(0, range.find(':')));
      if (corner && corner->row < header_row_) continue;  // A title.
      findings_.error({schema_.name, 0, {}},
                      {"merged-cells",
                       corner ? "The cell " + cell_name(*corner) + " is merged with others."
                              : "The sheet has merged cells.",
                       "Unmerge the cells and write the value into each row that it holds for."});
    }
  }

  /// The number of the row, which rises. False if the file is damaged.
  bool next_row_number(const pugi::xml_node& node, std::size_t& number) {
    const pugi::xml_attribute written = node.attribute("r");
    const auto next = written ? parse_count(written.value()) : std::optional(number + 1);
    if (next && *next > number && *next <= kMostSheetRows) {
      number = *next;
      return true;
    }
    findings_.error({schema_.name, 0, {}},
                    {"damaged-cell",
                     "The rows of the sheet '" + schema_.name + "' are not in order after row " +
                         std::to_string(number) + ".",
                     "Open the file in a spreadsheet program and save it again."});
    return false;
  }

  /// False if the file is damaged.
  bool read_cells(const pugi::xml_node& node, StoredRow& row) {
    std::size_t next = 0;
    for (const pugi::xml_node& child : node.children()) {
      if (!is_named(child, "c")) continue;
      CellPosition position{next, row.number};
      const pugi::xml_attribute written = child.attribute("r");
      const auto named = written ? parse_cell_name(written.value()) : std::optional(position);
      if (!named || named->row != row.number || named->column < next) {
        findings_.error({schema_.name, 0, {}},
                        {"damaged-cell",
                         "The cell " + cell_name(position) + " is not where the file says it is.",
                         "Open the file in a spreadsheet program and save it again."});
        return false;
      }
      next = named->column + 1;
      // Rest of a comment row: nobody asks what it holds.
      if (is_comment(row)) continue;
      StoredCell cell = stored_cell(child, source_);
      if (cell.form == CellForm::exhausted) {
        findings_.error({schema_.name, 0, {}},
                        *refusal_of(cell, nullptr, "the cell " + cell_name(*named)));
        return false;
      }
      if (!is_blank(cell) || !cell.text.empty())
        row.cells.push_back({named->column, std::move(cell)});
    }
    return true;
  }

  static bool is_comment(const StoredRow& row) {
    return !row.cells.empty() && row.cells.front().column == 0 &&
           row.cells.front().cell.origin == Origin::typed &&
           base::trimmed(row.cells.front().cell.text).starts_with('#') &&
           row.cells.front().cell.form == CellForm::text;
  }

  /// Whether the row names columns.
  bool take_header(const StoredRow& row) {
    std::size_t count = 0;
    for (const PlacedCell& one : row.cells) {
      if (!is_blank(one.cell)) count = one.column + 1;
    }
    if (count == 0 || is_comment(row)) return false;
    if (row.number > 1) {
      findings_.error(
          {schema_.name, row.number, {}},
          {"header-below-title",
           "The columns of the sheet '" + schema_.name + "' are named in row " +
               std::to_string(row.number) + ", not in row 1.",
           "Delete the rows above; a title may stand in the column title of case, remarks in note "
           "or in a sheet README."});
    }
    if (count > limits_.columns) {
      table_.columns.resize(limits_.columns + 1);
      findings_.error({schema_.name, 0, {}},
                      {"too-many-columns",
                       "The header of the sheet '" + schema_.name + "' has more than " +
                           std::to_string(limits_.columns) + " cells.",
                       "Take what stands far to the right away; a table has few columns."});
      return true;
    }
    table_.columns.resize(count);
    for (const PlacedCell& one : row.cells) {
      if (one.column >= count) continue;
      const CellPosition position{one.column, row.number};
      auto refusal = refusal_of(one.cell, nullptr, subject(position));
      if (!refusal && one.cell.text.size() > kLongestName) {
        refusal = Finding{"too-large-cell", subject(position) + " is too long for a column's name.",
                          "Name the column as docs/workbook.md does."};
      }
      if (refusal) {
        refuse(position, *std::move(refusal));
        table_.columns[one.column] = kRefusedName;
      } else {
        table_.columns[one.column] = base::trimmed(one.cell.text);
      }
    }
    check_names(row.number);
    used_.resize(count);
    for (const std::string& name : table_.columns) {
      const auto column = model::find_column(schema_, name);
      schemas_.push_back(column ? &schema_.columns[*column] : nullptr);
    }
    return true;
  }

  void check_names(std::size_t row) {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const std::string& name = table_.columns[i];
      const CellPosition position{i, row};
      if (name.empty()) {
        refuse(position, {"blank-column", "Column " + column_letters(i) + " has no name.",
                          "Name it, or remove the column."});
      } else if (name != kRefusedName && !seen.insert(name).second) {
        refuse(position, {"duplicate-column", "The column '" + name + "' is there twice.",
                          "Keep one of them."});
      }
    }
  }

  Reading take_row(StoredRow& row, const pugi::xml_node& node) {
    const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                   [](const PlacedCell& one) { return is_blank(one.cell); });
    if (blank || is_comment(row)) return Reading::goes_on;
    if (is_true(node.attribute("hidden"))) {
      first_hidden_row_ = hidden_rows_ == 0 ? row.number : first_hidden_row_;
      ++hidden_rows_;
    }
    cells_ += table_.columns.size();
    if (table_.rows.size() == limits_.rows || cells_ > limits_.cells) {
      findings_.error({schema_.name, 0, {}},
                      {"too-many-rows",
                       "The table has more than " + std::to_string(limits_.rows) + " rows or " +
                           std::to_string(limits_.cells) + " cells.",
                       "A case holds what people can discuss; sum the data up first."});
      return Reading::ended;
    }
    model::TableRow taken{row.number, std::vector<std::string>(table_.columns.size())};
    for (PlacedCell& one : row.cells) {
      if (one.column >= table_.columns.size()) {
        if (is_blank(one.cell)) continue;
        const CellPosition position{one.column, row.number};
        refuse(position, {"cell-count",
                          subject(position) + " stands beyond the last column, '" +
                              table_.columns.back() + "'.",
                          "Name its column in row 1, or take the cell away."});
        break;
      }
      take_cell(one, row.number, taken);
    }
    table_.rows.push_back(std::move(taken));
    return Reading::goes_on;
  }

  void take_cell(PlacedCell& one, std::size_t row, model::TableRow& taken) {
    const CellPosition position{one.column, row};
    const model::ColumnSchema* column = schemas_[one.column];
    std::string& text = one.cell.text;
    used_[one.column] = true;
    if (auto refusal = refusal_of(one.cell, column, subject(position))) {
      refuse(position, *std::move(refusal));
      // What is stored instead still tells which rows other rows mean.
      const CellForm form = one.cell.form;
      const bool is_shown = form == CellForm::text || form == CellForm::number;
      if (is_shown) taken.cells[one.column] = std::move(text);
      return;
    }
    if (one.cell.form == CellForm::rounded_fraction) {
      findings_.warning({schema_.name, row, table_.columns[one.column]},
                        {"rounded-fraction",
                         subject(position) + " is shown as a fraction, and stored as " + text + ".",
                         "Format the cell as text and write the fraction, such as 1/3."});
    }
    taken.cells[one.column] = std::move(text);
  }

  void warn_of_hidden(const pugi::xml_node& columns) {
    if (hidden_rows_ > 0) {
      findings_.warning(
          {schema_.name, first_hidden_row_, {}},
          {"hidden-cells",
           "Rows of the sheet '" + schema_.name + "' are hidden (" + std::to_string(hidden_rows_) +
               ", the first of them row " + std::to_string(first_hidden_row_) + "). They are read.",
           "Show them, or delete them; what is hidden cannot be checked by readers."});
    }
    for (const pugi::xml_node& node : columns.children()) {
      if (!is_named(node, "col") || !is_true(node.attribute("hidden"))) continue;
      const auto first = parse_count(node.attribute("min").value());
      if (!first || *first == 0 || *first > table_.columns.size()) continue;
      findings_.warning({schema_.name, 1, table_.columns[*first - 1]},
                        {"hidden-cells",
                         "Column " + column_letters(*first - 1) + " of the sheet '" + schema_.name +
                             "' is hidden, perhaps with some after it. It is read.",
                         "Show it, or delete it; what is hidden cannot be checked by readers."});
    }
  }

  const model::TableSchema& schema_;
  CellSource& source_;
  const CsvLimits& limits_;
  model::Findings& findings_;
  model::Table table_;
  std::vector<const model::ColumnSchema*> schemas_;  ///< by column; null where there is none
  std::vector<bool> used_;                           ///< by column: whether any cell is filled in
  std::size_t header_row_ = 1;
  std::size_t cells_ = 0;
  std::size_t hidden_rows_ = 0;
  std::size_t first_hidden_row_ = 0;
};

}  // namespace

model::Table table_of_sheet(const pugi::xml_node& worksheet, const model::TableSchema& schema,
                            CellSource& source, const CsvLimits& limits,
                            model::Findings& findings) {
  return SheetReader(schema, source, limits, findings).table(worksheet);
}

}  // namespace nemawashi::io::xlsx
