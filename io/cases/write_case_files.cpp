// SPDX-License-Identifier: Apache-2.0
#include "io/cases/write_case_files.h"

#include "io/case_json.h"
#include "io/files.h"
#include "io/workbook_folder.h"

namespace nemawashi::io::cases {

std::optional<base::Diagnostic> write_case_files(const model::Workbook& workbook,
                                                 const base::Diagnostics& /*findings*/,
                                                 const std::filesystem::path& path) {
  const std::string ending = path.extension().string();
  if (ending == ".json") return write_file(written_case_json(workbook), path, Existing::refused);
  constexpr std::size_t kLongestEnding = 5;
  if (ending.size() > 1 && ending.size() <= kLongestEnding) {
    return file_error("unknown-format", "No case is written in the format '" + ending + "'.",
                      "Name a file that ends in .xlsx or .json, or a folder for CSV files.");
  }
  return write_workbook_folder(workbook, path);
}

}  // namespace nemawashi::io::cases
