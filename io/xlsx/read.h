// SPDX-License-Identifier: Apache-2.0
// A case as a spreadsheet: a workbook in Office Open XML (.xlsx, ECMA-376), one sheet a table.
//
// Spreadsheet programs change what is typed: 1/3 becomes a day, 007 the number 7, a third
// 0.333333333333333. Whatever may have been changed is refused, with its cell and how to mend it;
// nothing is guessed. Text is taken literally, numbers with the 15 digits that the programs show.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "io/workbook_reading.h"
#include "io/xlsx/limits.h"

namespace nemawashi::io::xlsx {

/// Reads the bytes of a file. Each sheet whose name is that of a table is read: its row 1 names the
/// columns, from A on; blank rows and rows whose first cell begins with `#` are skipped; rows keep
/// their numbers. Other sheets are warned of (`unknown-table`), but for hidden ones and `ids`,
/// `findings` and `README`. All errors are collected, up to a thousand. There is a workbook unless
/// the file or a part of it cannot be read: beside errors of cells it holds what else is written
/// (sheet.h), so that the rest can be checked with them. Cost: linear in what the archive holds
/// unpacked, which is bounded by the limits.
WorkbookReading read_xlsx(std::string_view bytes, const Limits& limits = {});

/// The same for the parts of such a file (`xl/workbook.xml` and so on) without their archive.
WorkbookReading read_xlsx_parts(const std::map<std::string, std::string>& parts,
                                const Limits& limits = {});

}  // namespace nemawashi::io::xlsx
