// SPDX-License-Identifier: Apache-2.0
// Changing one cell before a workbook is read: `--set TABLE.ROW.COLUMN=VALUE`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::model {

/// Where a setting was put, or why it was not.
struct Setting {
  std::string text;  ///< as it was asked for
  std::string table;
  std::size_t row = 0;
  std::string column;
  std::optional<base::Diagnostic> refusal;
};

/// Sets the cell of the row whose id is ROW; ids may hold dots and `=`, values anything, so the
/// places where ROW and COLUMN end are found by trying. A column that the schema has and the table
/// lacks is added. What cannot be set is refused (`invalid-set`, `unknown-table`, `unknown-id`,
/// `unknown-column`, `ambiguous-set`), with the nearest name; then nothing is changed. The value
/// itself is checked when the workbook is read. Cost: the rows times the `=` in the setting.
Setting set_cell(Workbook& workbook, std::string_view setting);

/// Says in each finding at a cell, row or column that was set that it was: the file does not say
/// so.
void name_settings(base::Diagnostics& findings, const std::vector<Setting>& settings);

}  // namespace nemawashi::model
