// SPDX-License-Identifier: Apache-2.0
#include "io/workbook_folder.h"

#include <algorithm>
#include <fstream>
#include <system_error>
#include <vector>

#include "engine/base/text.h"
#include "engine/model/schema.h"
#include "io/files.h"

namespace nemawashi::io {
namespace {

namespace fs = std::filesystem;
using base::Diagnostic;
using base::Severity;

/// Whether the name is a spreadsheet program's, which this reader does not read.
bool is_spreadsheet(const fs::path& path) {
  const std::string kind = path.extension().string();
  return kind == ".xlsx" || kind == ".xls" || kind == ".xlsm" || kind == ".ods";
}

/// Files named `*.csv` and spreadsheets, hidden ones aside, in the order of their names.
std::optional<std::vector<fs::path>> csv_paths(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  std::size_t seen = 0;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (++seen > kMostFiles) return std::nullopt;
    const fs::path& path = entry->path();
    if ((path.extension() == ".csv" || is_spreadsheet(path)) &&
        !path.filename().string().starts_with('.')) {
      paths.push_back(path);
    }
  }
  if (error) return std::nullopt;
  std::sort(paths.begin(), paths.end());
  return paths;
}

Diagnostic unknown_table(const std::string& name) {
  const auto nearest = base::nearest_name(name, model::table_names());
  return {Severity::warning,
          "unknown-table",
          name,
          0,
          "",
          "'" + name + ".csv' is no table of a case and is not read." +
              (nearest ? " Did you mean '" + *nearest + ".csv'?" : ""),
          "Rename it, or keep it outside the case."};
}

Diagnostic unread_spreadsheet(const fs::path& path) {
  return {Severity::warning,
          "unread-spreadsheet",
          "",
          0,
          "",
          "'" + path.filename().string() + "' is a spreadsheet workbook and is not read.",
          "In the spreadsheet program save each sheet as CSV UTF-8, named after its table."};
}

}  // namespace

WorkbookReading read_workbook_folder(const fs::path& folder, const CsvLimits& limits) {
  WorkbookReading reading;
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    const bool file = fs::exists(folder, error);
    reading.diagnostics.push_back(
        file_error("no-folder", folder.string() + (file ? " is no folder." : " does not exist."),
                   file ? "Name the folder that holds case.csv."
                        : "Check the name; `nema new " + folder.string() + "` makes a new case."));
    return reading;
  }
  const auto paths = csv_paths(folder);
  if (!paths) {
    reading.diagnostics.push_back(
        file_error("unreadable-folder",
                   "The folder " + folder.string() + " cannot be listed, or holds too many files.",
                   "Check that it is a case and that you may read it."));
    return reading;
  }
  model::Workbook workbook;
  bool has_case = false;
  for (const fs::path& path : *paths) {
    const std::string name = path.stem().string();
    if (is_spreadsheet(path)) {
      reading.diagnostics.push_back(unread_spreadsheet(path));
      continue;
    }
    if (model::find_table(name) == nullptr) {
      reading.diagnostics.push_back(unknown_table(name));
      continue;
    }
    has_case = has_case || name == "case";
    std::string bytes;
    if (auto refusal = read_file(path, limits.bytes, bytes)) {
      refusal->table = name;
      reading.diagnostics.push_back(*std::move(refusal));
      continue;
    }
    CsvReading table = read_csv(bytes, name, limits);
    if (table.table) workbook.tables.emplace(name, *std::move(table.table));
    reading.diagnostics.insert(reading.diagnostics.end(), table.diagnostics.begin(),
                               table.diagnostics.end());
  }
  if (!has_case) {
    reading.diagnostics.push_back(
        file_error("no-case-file", "The folder " + folder.string() + " has no case.csv.",
                   "Name the folder of the case; `nema new DIR` makes a new one."));
  }
  if (!base::has_errors(reading.diagnostics)) reading.workbook = std::move(workbook);
  return reading;
}

std::map<std::string, std::string> csv_files(const model::Workbook& workbook) {
  std::map<std::string, std::string> files;
  for (const auto& [name, table] : workbook.tables) files[name + ".csv"] = written_csv(table);
  return files;
}

std::optional<Diagnostic> write_workbook_folder(const model::Workbook& workbook,
                                                const fs::path& folder) {
  return write_folder(csv_files(workbook), folder);
}

}  // namespace nemawashi::io
