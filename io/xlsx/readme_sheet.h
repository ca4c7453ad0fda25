// SPDX-License-Identifier: Apache-2.0
// A first sheet for people who are handed the file: what it is and how to work in it. It is not
// read.
#pragma once

#include <vector>

#include "io/xlsx/layout.h"

namespace nemawashi::io::xlsx {

/// In English and Japanese, with a link to each table's sheet and what that table holds.
void write_readme_sheet(Book& book, const std::vector<TableLayout>& layouts);

}  // namespace nemawashi::io::xlsx
