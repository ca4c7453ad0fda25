// SPDX-License-Identifier: Apache-2.0
// One table written as a sheet.
#pragma once

#include <string>
#include <string_view>

#include "io/xlsx/layout.h"

namespace nemawashi::io::xlsx {

/// Whether a sheet keeps the number exactly: a decimal of at most 15 significant digits, which is
/// what reading gives back.
bool is_kept_by_sheets(std::string_view text);

/// Header with notes, rows, marks, widths and filter; not yet the choices.
lxw_worksheet* write_table_sheet(Book& book, const TableLayout& layout);

}  // namespace nemawashi::io::xlsx
