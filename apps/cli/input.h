// SPDX-License-Identifier: Apache-2.0
// From the arguments that name a case to the case, with everything that is wrong printed once.
#pragma once

#include <string>
#include <vector>

#include "apps/cli/exit_code.h"
#include "engine/base/diagnostic.h"
#include "engine/model/read_case.h"

namespace nemawashi::cli {

enum class Format { text, json };

struct CaseArguments {
  std::string path;
  std::vector<std::string> settings;  ///< TABLE.ROW.COLUMN=VALUE
  std::string as_of;                  ///< empty: the case's own date
  Format format = Format::text;
};

/// The workbook with its settings applied, or why there is none.
struct WorkbookInput {
  std::optional<model::Workbook> workbook;
  base::Diagnostics diagnostics;
  ExitCode failure = ExitCode::file_problem;
};
WorkbookInput workbook_input(const CaseArguments& arguments);

/// The case, or why there is none; warnings come along.
struct CaseInput {
  std::optional<model::Case> a_case;
  base::Diagnostics diagnostics;
  ExitCode failure = ExitCode::case_has_errors;
};
CaseInput case_input(const CaseArguments& arguments);

/// Prints errors (as text to standard error, as JSON to standard output) and gives the code back.
ExitCode refuse(const base::Diagnostics& diagnostics, Format format, ExitCode code);

/// `error effects.csv:17: when: what is wrong; how to mend it [code]`.
std::string line_of(const base::Diagnostic& diagnostic);

/// Prints an answer: on a terminal with its lines broken at spaces, into a pipe as it is.
void print(const std::string& text);

/// The text with lines of at most `width` characters, broken at spaces; lines that begin with `|`
/// are left alone.
std::string wrapped(const std::string& text, std::size_t width = 100);

}  // namespace nemawashi::cli
