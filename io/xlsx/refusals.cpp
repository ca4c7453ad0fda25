// SPDX-License-Identifier: Apache-2.0
#include "io/xlsx/refusals.h"

namespace nemawashi::io::xlsx {
namespace {

using model::CellKind;
using model::ColumnSchema;
using model::Finding;

bool holds_days(const ColumnSchema* column) {
  return column != nullptr && (column->kind == CellKind::date || column->kind == CellKind::dates);
}

std::optional<Finding> refused_day(const StoredCell& cell, const ColumnSchema* column,
                                   const std::string& where) {
  if (!holds_days(column)) {
    return Finding{"date-cell",
                   where +
                       " holds a date, which this column does not: the spreadsheet program may "
                       "have turned what was typed, such as 1/3, into one.",
                   "Set the format of this cell to text (for a number also: General), then type it "
                   "again."};
  }
  if (cell.form == CellForm::day) return std::nullopt;
  if (cell.form == CellForm::time) {
    return Finding{"date-with-time", where + " holds a time of day.",
                   "Write the day alone, YYYY-MM-DD."};
  }
  return Finding{"invalid-date",
                 where + " is shown as a date, and its number is no day after February 1900.",
                 "Format the column as text and write YYYY-MM-DD."};
}

}  // namespace

std::optional<Finding> refusal_of(const StoredCell& cell, const ColumnSchema* column,
                                  const std::string& where) {
  if (cell.origin == Origin::formula) {
    return Finding{"formula-cell", where + " holds a formula, which is not computed here.",
                   "Copy the cell and paste it as a value; say in note how it was computed."};
  }
  switch (cell.form) {
    case CellForm::blank:
    case CellForm::text:
      return std::nullopt;
    case CellForm::number:
    case CellForm::rounded_fraction:
    case CellForm::boolean:
      if (column == nullptr || !model::holds_ids(column->kind)) return std::nullopt;
      return Finding{"number-for-id",
                     where + " is stored as the " +
                         (cell.form == CellForm::boolean ? "truth value " : "number ") + cell.text +
                         ", while '" + column->name +
                         "' holds text. What was typed may have been something else, such as " +
                         (cell.form == CellForm::boolean ? "the word true" : "007 or 1e3") +
                         ", and is no longer in the file.",
                     "Format the column as text and type the cell again."};
    case CellForm::day:
    case CellForm::time:
    case CellForm::no_day:
      return refused_day(cell, column, where);
    case CellForm::error_value:
      return Finding{"error-cell", where + " holds the error " + cell.text + ".",
                     "Mend it in the spreadsheet program, or write what it should be."};
    case CellForm::control_character:
      return Finding{"not-text", where + " holds a control character, which text does not.",
                     "Take it out; it is often invisible, so type the cell anew."};
    case CellForm::not_utf8:
      return Finding{"not-utf8", where + " is not UTF-8.", "Type the cell anew."};
    case CellForm::too_large:
      return Finding{"too-large-cell", where + " holds more text than a cell may.",
                     "Shorten the text."};
    case CellForm::exhausted:
      return Finding{"too-large-spreadsheet",
                     "The tables hold too much text to be read, at the latest in " + where + ".",
                     "A case holds what people can discuss; sum the data up first."};
    case CellForm::damaged:
      break;
  }
  return Finding{"damaged-cell", where + " cannot be read: the file is damaged there.",
                 "Type the cell anew, or save the file again in a spreadsheet program."};
}

}  // namespace nemawashi::io::xlsx
