// SPDX-License-Identifier: Apache-2.0
// A case as a spreadsheet that people can go on working in.
//
// A first sheet `README` says what the file is. Then one sheet a table, in the order of the schema,
// with all columns of the schema: those that the case lacks are grey, to be filled in. The header
// is bold, stays in view and carries a note with the column's meaning in English and Japanese.
// Cells are text, so that programs do not turn ids into dates, but for numbers that a sheet keeps
// exactly. Words and ids are offered in lists. Findings colour their cells and are listed in a
// sheet `findings` before the tables; a last sheet `ids` gathers the ids that lists offer. read.h
// reads the result as the same tables.
#pragma once

#include <optional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::io::xlsx {

/// `bytes` is present exactly if there is no error.
struct Writing {
  std::optional<std::string> bytes;
  base::Diagnostics diagnostics;
};

/// The bytes of an .xlsx file, the same for the same input at any time. Tables that the schema does
/// not know are left out; rows follow each other without gaps. A finding is shown at the cell that
/// its table, row (TableRow::number, 1 is the header) and column name, at the row's id where no
/// column is named. Errors: text that no sheet can hold, and a system that gives no place for
/// temporary files. Cost: linear in the cells.
Writing written_xlsx(const model::Workbook& workbook, const base::Diagnostics& findings = {});

}  // namespace nemawashi::io::xlsx
