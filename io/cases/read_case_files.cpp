// SPDX-License-Identifier: Apache-2.0
#include "io/cases/read_case_files.h"

#include <algorithm>

#include "engine/scenarios/case_tables.h"
#include "io/case_json.h"
#include "io/cases/provenance.h"
#include "io/files.h"
#include "io/scenarios/json_tree.h"
#include "io/scenarios/read.h"
#include "io/scenarios/xml_file.h"
#include "io/workbook_folder.h"
#include "io/xlsx/cell_name.h"
#include "io/xlsx/read.h"

namespace nemawashi::io::cases {
namespace {

namespace fs = std::filesystem;

CaseFiles of(SourceKind kind, WorkbookReading reading) {
  return {kind, std::move(reading.workbook), std::move(reading.diagnostics)};
}

CaseFiles refused(SourceKind kind, base::Diagnostic error) {
  return {kind, std::nullopt, {std::move(error)}};
}

CaseFiles read_scenario(scenarios::ScenarioFormat format, const FileSet& files,
                        const fs::path& path, const ScenarioOptions& options) {
  const std::string name = fs::absolute(path).lexically_normal().filename().string();
  auto reading = scenarios::read_scenario(format, files, name, options);
  CaseFiles result{SourceKind::scenario, std::nullopt, std::move(reading.diagnostics)};
  if (!reading.scenario) return result;
  reading.scenario->provenance = provenance_of(path, reading.scenario->format);
  auto tables = nemawashi::scenarios::case_tables(*reading.scenario);
  base::append(result.diagnostics, std::move(tables.diagnostics));
  result.workbook = std::move(tables.workbook);
  return result;
}

CaseFiles read_folder(const fs::path& folder, const ScenarioOptions& options) {
  std::error_code error;
  if (fs::exists(folder / "case.csv", error)) {
    return of(SourceKind::csv_folder, read_workbook_folder(folder));
  }
  FileSetReading files = read_file_set(folder);
  if (!files.files) {
    return {SourceKind::scenario, std::nullopt, std::move(files.diagnostics)};
  }
  if (const auto format = scenarios::format_of(*files.files)) {
    return read_scenario(*format, *files.files, folder, options);
  }
  return refused(SourceKind::csv_folder,
                 file_error("no-case-file",
                            "The folder " + folder.string() +
                                " has no case.csv, and holds no scenario that is read.",
                            "Name the folder or file of a case (`nema new DIR` makes one), or of a "
                            "scenario: " +
                                std::string(scenarios::kFormats) + "."));
}

/// ZIP, or the container of older and of encrypted spreadsheets.
bool is_spreadsheet(std::string_view bytes) {
  return is_zip(bytes) || bytes.starts_with("\xD0\xCF\x11\xE0");
}

/// The scenario of that domain; whatever else lies in the folder.
CaseFiles read_beside_domain(const fs::path& domain, std::string bytes,
                             const ScenarioOptions& options) {
  const fs::path folder = fs::absolute(domain).lexically_normal().parent_path();
  FileSetReading files = read_file_set(folder);
  if (!files.files) {
    return {SourceKind::scenario, std::nullopt, std::move(files.diagnostics)};
  }
  ScenarioOptions chosen = options;
  chosen.domain = domain.filename().string();
  files.files->insert_or_assign(chosen.domain, std::move(bytes));
  return read_scenario(scenarios::ScenarioFormat::genius, *files.files, folder, chosen);
}

CaseFiles read_one_file(const fs::path& path, const ScenarioOptions& options) {
  std::string bytes;
  if (auto wrong = read_file(path, kMostBytes, bytes)) {
    return refused(SourceKind::scenario, *std::move(wrong));
  }
  if (is_spreadsheet(bytes)) return of(SourceKind::spreadsheet, xlsx::read_xlsx(bytes));
  if (scenarios::begins_with_element(bytes, "negotiation_template")) {
    return read_beside_domain(path, std::move(bytes), options);
  }
  if (scenarios::has_top_member(bytes, "nemawashi_case")) {
    return of(SourceKind::json, read_case_json(bytes));
  }
  const FileSet files = {{path.filename().string(), std::move(bytes)}};
  const auto format = scenarios::format_of(files);
  if (format && *format >= scenarios::ScenarioFormat::decide) {
    return read_scenario(*format, files, path, options);
  }
  if (format || scenarios::begins_with_element(files.begin()->second, "utility_space")) {
    return refused(
        SourceKind::scenario,
        file_error("part-of-a-scenario", path.string() + " is one file of a scenario of several.",
                   "Name the folder that holds them all."));
  }
  if (path.extension() == ".json") {
    return of(SourceKind::json, read_case_json(files.begin()->second));
  }
  return refused(SourceKind::scenario,
                 file_error("unknown-format", path.string() + " is in no format that is read.",
                            "Read are folders of CSV files, .xlsx and JSON of a case, and "
                            "scenarios: " +
                                std::string(scenarios::kFormats) + "."));
}

/// `C17`, or `17` where the sheet's columns are not known.
std::string cell_text(const base::Diagnostic& diagnostic, const model::Workbook* workbook) {
  std::string column;
  if (workbook != nullptr && workbook->tables.contains(diagnostic.table)) {
    const auto& columns = workbook->tables.at(diagnostic.table).columns;
    const auto found = std::find(columns.begin(), columns.end(), diagnostic.column);
    if (found != columns.end()) {
      column = xlsx::column_letters(static_cast<std::size_t>(found - columns.begin()));
    }
  }
  if (diagnostic.row == 0) return column;
  return (column.empty() && diagnostic.column.empty() ? "A" : column) +
         std::to_string(diagnostic.row);
}

}  // namespace

CaseFiles read_case_files(const fs::path& path, const ScenarioOptions& options) {
  std::error_code error;
  if (fs::is_directory(path, error)) return read_folder(path, options);
  if (fs::exists(path, error)) return read_one_file(path, options);
  return refused(SourceKind::csv_folder,
                 file_error("no-folder", path.string() + " does not exist.",
                            "Check the name; `nema new " + path.string() + "` makes a new case."));
}

std::string place_text(const base::Diagnostic& diagnostic, SourceKind kind,
                       const model::Workbook* workbook) {
  const bool is_file = diagnostic.table.find('.') != std::string::npos;
  std::string place = diagnostic.table;
  if (place.empty()) return diagnostic.column;
  const std::string row = diagnostic.row > 0 ? ":" + std::to_string(diagnostic.row) : "";
  if (is_file || kind == SourceKind::scenario) {
    place += row;
  } else if (kind == SourceKind::spreadsheet) {
    const std::string cell = cell_text(diagnostic, workbook);
    if (!cell.empty()) place += "!" + cell;
  } else if (kind == SourceKind::json) {
    if (diagnostic.row > 1) place += "[" + std::to_string(diagnostic.row - 2) + "]";
  } else if (!row.empty()) {
    place += ".csv" + row;
  }
  if (!diagnostic.column.empty()) place += ": " + diagnostic.column;
  return place;
}

}  // namespace nemawashi::io::cases
