// SPDX-License-Identifier: Apache-2.0
// One cell of a sheet as it is stored, before a table asks for anything.
#pragma once

#include <cstddef>
#include <string>

#include "io/xlsx/parts.h"

namespace pugi {
class xml_node;
}

namespace nemawashi::io::xlsx {

enum class CellForm {
  blank,
  text,
  number,             ///< `text` is a decimal
  rounded_fraction,   ///< a number that is shown as a fraction, which it cannot be exactly
  boolean,            ///< `text` is TRUE or FALSE
  day,                ///< `text` is YYYY-MM-DD
  time,               ///< a day with a time, or a time alone
  no_day,             ///< shown as a day, and before or after all days
  error_value,        ///< `text` is #REF! or the like
  control_character,  ///< text that CSV would refuse
  not_utf8,
  too_large,  ///< more text than a cell may hold
  exhausted,  ///< more text than is left for all tables
  damaged,    ///< refers to a text that is missing, or is no number
};

enum class Origin { typed, formula };

struct StoredCell {
  CellForm form = CellForm::blank;
  Origin origin = Origin::typed;
  std::string text;
};

/// What cells are read against. Many cells may share one long text, so what each one takes is
/// counted, also where it is refused.
struct CellSource {
  const WorkbookParts& parts;
  std::size_t longest_text;
  std::size_t text_left;  ///< bytes, for all tables together
};

/// Text of an `si` or `is` element: its runs joined, its phonetic runs (furigana) left out, as it
/// is written in the XML.
std::string joined_runs(const pugi::xml_node& node);

/// Cost: linear in the cell.
StoredCell stored_cell(const pugi::xml_node& node, CellSource& source);

}  // namespace nemawashi::io::xlsx
