// SPDX-License-Identifier: Apache-2.0
// Changing one cell before a workbook is read: `--set TABLE.ROW.COLUMN=VALUE`.
#pragma once

#include <optional>
#include <string_view>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::model {

/// Sets the cell of the row whose id is ROW; ids may hold dots and `=`, values anything, so the
/// places where ROW and COLUMN end are found by trying. A column that the schema has and the table
/// lacks is added. Returns what went wrong (`invalid-set`, `unknown-table`, `unknown-id`,
/// `unknown-column`, `ambiguous-set`), with the nearest name; then nothing is changed. The value
/// itself is checked when the workbook is read. Cost: the rows times the `=` in the setting.
std::optional<base::Diagnostic> set_cell(Workbook& workbook, std::string_view setting);

}  // namespace nemawashi::model
