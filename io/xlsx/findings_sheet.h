// SPDX-License-Identifier: Apache-2.0
// The list of findings as a sheet, each with a link to its cell.
#pragma once

#include <vector>

#include "engine/base/diagnostic.h"
#include "io/xlsx/layout.h"

namespace nemawashi::io::xlsx {

void write_findings_sheet(Book& book, const base::Diagnostics& findings,
                          const std::vector<TableLayout>& layouts);

}  // namespace nemawashi::io::xlsx
