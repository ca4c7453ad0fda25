// SPDX-License-Identifier: Apache-2.0
// The workbook of a case from whatever holds it: a folder of CSV files, a spreadsheet, a JSON file,
// or a scenario of another program; told apart by content, never by a switch.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "engine/base/diagnostic.h"
#include "engine/model/workbook.h"
#include "io/scenarios/findings.h"

namespace nemawashi::io::cases {

using scenarios::ScenarioOptions;

enum class SourceKind { csv_folder, spreadsheet, json, scenario };

struct CaseFiles {
  SourceKind kind = SourceKind::csv_folder;
  std::optional<model::Workbook> workbook;  ///< of a spreadsheet also where cells were refused
  base::Diagnostics diagnostics;
};

/// Reads what lies at the path: a folder with case.csv; a folder of scenario files; or a file:
/// .xlsx, JSON of a case, a Genius domain (with the profiles beside it), a DECIDE or KTAB table.
/// Nothing of these is an error that says what is read. Sizes are checked before bytes are read.
CaseFiles read_case_files(const std::filesystem::path& path, const ScenarioOptions& options);

/// Where a finding is, as the source's own program shows it: `effects.csv:17: when`, `effects!C17`,
/// `effects[15].when`, `profile-1.xml:17`; empty if it is nowhere in particular. `workbook`, for
/// the letters of a sheet's columns, may be null.
std::string place_text(const base::Diagnostic& diagnostic, SourceKind kind,
                       const model::Workbook* workbook);

}  // namespace nemawashi::io::cases
