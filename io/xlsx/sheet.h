// SPDX-License-Identifier: Apache-2.0
// One sheet as one table of the schema, with everything refused that a spreadsheet program may have
// made of what was typed.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/model/findings.h"
#include "engine/model/schema.h"
#include "engine/model/workbook.h"
#include "io/csv.h"
#include "io/xlsx/cells.h"

namespace pugi {
class xml_node;
}

namespace nemawashi::io::xlsx {

/// Reads the element `worksheet`. What its cells take is taken off `source`. Errors go to
/// `findings`: at a row above 1 where a cell was refused, which is then blank or holds what is
/// stored instead; at row 1 where the header was; at row 0 where the rest of the table was not read
/// or understood. Rows keep their numbers, columns their order from A on; columns at the end that
/// no cell uses are left out unless they are required. A header below a title is found in the first
/// ten rows, for the sake of the other errors. Cost: linear in the elements, whatever rows and
/// columns they name.
model::Table table_of_sheet(const pugi::xml_node& worksheet, const model::TableSchema& schema,
                            CellSource& source, const CsvLimits& limits, model::Findings& findings);

}  // namespace nemawashi::io::xlsx
