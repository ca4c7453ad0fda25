// SPDX-License-Identifier: Apache-2.0
#include "io/cases/write_case_files.h"

#include <optional>

#include "io/case_json.h"
#include "io/files.h"
#include "io/workbook_folder.h"
#include "io/xlsx/write.h"

namespace nemawashi::io::cases {

namespace {

base::Diagnostics as_list(std::optional<base::Diagnostic> wrong) {
  return wrong ? base::Diagnostics{*std::move(wrong)} : base::Diagnostics{};
}

}  // namespace

base::Diagnostics write_case_files(const model::Workbook& workbook,
                                   const base::Diagnostics& findings,
                                   const std::filesystem::path& path) {
  std::string ending = path.extension().string();
  for (char& c : ending) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (ending == ".xlsx") {
    xlsx::Writing writing = xlsx::written_xlsx(workbook, findings);
    if (!writing.bytes) return std::move(writing.diagnostics);
    return as_list(write_file(*writing.bytes, path, Existing::refused));
  }
  if (ending == ".json") {
    return as_list(write_file(written_case_json(workbook), path, Existing::refused));
  }
  if (ending.size() > 1) {
    return {file_error("unknown-format", "No case is written in the format '" + ending + "'.",
                       "Name a file that ends in .xlsx or .json, or a folder for CSV files; the "
                       "name of a folder with a dot ends in '/'.")};
  }
  return as_list(write_workbook_folder(workbook, path));
}

}  // namespace nemawashi::io::cases
