// SPDX-License-Identifier: Apache-2.0
// A case as a folder of CSV files, one a table, named after it.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "io/csv.h"
#include "io/workbook_reading.h"

namespace nemawashi::io {

/// Reads `TABLE.csv` for every table there is. Sizes are checked before bytes are read. Errors: no
/// such folder, no case.csv, a file that cannot be read or is no CSV. Warning `unknown-table`: a
/// .csv file that is no table. Other files are left alone; symbolic links are followed.
WorkbookReading read_workbook_folder(const std::filesystem::path& folder,
                                     const CsvLimits& limits = {});

/// Writes a new folder, one CSV file a table, as write_folder does (io/files.h).
std::optional<base::Diagnostic> write_workbook_folder(const model::Workbook& workbook,
                                                      const std::filesystem::path& folder);

/// `TABLE.csv` to its text, for each table.
std::map<std::string, std::string> csv_files(const model::Workbook& workbook);

}  // namespace nemawashi::io
