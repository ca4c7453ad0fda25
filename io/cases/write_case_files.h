// SPDX-License-Identifier: Apache-2.0
// A case's workbook into a new folder or file, in the format that its name asks for.
#pragma once

#include <filesystem>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"

namespace nemawashi::io::cases {

/// `.xlsx`: a spreadsheet, in which `findings` are coloured; `.json`: a JSON file; another ending
/// is refused; none: a folder of CSV files. What exists is never touched. Returns what went wrong,
/// nothing if all is well.
base::Diagnostics write_case_files(const model::Workbook& workbook,
                                   const base::Diagnostics& findings,
                                   const std::filesystem::path& path);

}  // namespace nemawashi::io::cases
