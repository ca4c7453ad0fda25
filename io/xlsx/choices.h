// SPDX-License-Identifier: Apache-2.0
// What a cell offers to whoever fills it in: lists of words and ids, and help with what is written.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "io/xlsx/layout.h"

namespace nemawashi::io::xlsx {

/// Writes the sheet `ids`, in which formulas gather the ids of parties and places as they change.
/// Returns the range that a list may offer, or nothing where no column needs it.
std::string write_ids(Book& book, const std::vector<TableLayout>& layouts);

/// Lists and help for all rows of a column, and some below. Words are enforced; ids are only
/// warned of, since what they name may be written later. `bearers` is what write_ids() returned.
void offer_choices(lxw_worksheet* sheet, const TableLayout& layout, std::size_t column,
                   const std::vector<TableLayout>& layouts, const std::string& bearers);

}  // namespace nemawashi::io::xlsx
