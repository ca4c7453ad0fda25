// SPDX-License-Identifier: Apache-2.0
// From the arguments that name a case to the case, with everything that is wrong printed once.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/exit_code.h"
#include "engine/base/diagnostic.h"
#include "engine/model/read_case.h"
#include "engine/model/set_cell.h"
#include "io/cases/read_case_files.h"

namespace nemawashi::cli {

enum class Format { text, json };

struct CaseArguments {
  std::string path;
  std::vector<std::string> settings;    ///< TABLE.ROW.COLUMN=VALUE
  std::string as_of;                    ///< empty: the case's own date
  io::cases::ScenarioOptions scenario;  ///< for scenarios of other programs
  Format format = Format::text;
};

/// The workbook with its settings applied, or why there is none. Beside errors a workbook only
/// tells where they are.
struct WorkbookInput {
  io::cases::SourceKind kind = io::cases::SourceKind::csv_folder;
  std::optional<model::Workbook> workbook;
  base::Diagnostics diagnostics;
  std::vector<model::Setting> settings;  ///< where `--set` wrote
  ExitCode failure = ExitCode::file_problem;

  bool is_sound() const { return workbook && !base::has_errors(diagnostics); }
};
/// Where a reader refused cells, the errors of all others are there too.
WorkbookInput workbook_input(const CaseArguments& arguments);

/// The case, or why there is none. The findings of both steps are in `source.diagnostics`, and the
/// workbook stays there, so that places can be shown.
struct CaseInput {
  WorkbookInput source;
  std::optional<model::Case> a_case;
  ExitCode failure = ExitCode::case_has_errors;
};
CaseInput case_input(const CaseArguments& arguments);

/// Prints to standard error, before an answer as text, what was not read and what the reading had
/// to settle: an answer must not be read without it.
void announce(const WorkbookInput& source, Format format);

/// Prints the errors of the input (as text to standard error, as JSON to standard output) and gives
/// the code back.
ExitCode refuse(const WorkbookInput& source, Format format, ExitCode code);

/// The same for errors of the arguments.
ExitCode refuse(const base::Diagnostics& diagnostics, Format format, ExitCode code);

/// `error effects.csv:17: when: what is wrong; how to mend it [code]`.
std::string line_of(const base::Diagnostic& diagnostic, const WorkbookInput& source);
std::string line_of(const base::Diagnostic& diagnostic);

/// A line for each, but one for all places that name the same unknown id.
std::vector<std::string> lines_of(const base::Diagnostics& diagnostics,
                                  const WorkbookInput& source);

/// Prints an answer: on a terminal with its lines broken at spaces, into a pipe as it is.
void print(const std::string& text);

/// The text with lines of at most `width` characters, broken at spaces; lines that begin with `|`
/// are left alone.
std::string wrapped(const std::string& text, std::size_t width = 100);

}  // namespace nemawashi::cli
