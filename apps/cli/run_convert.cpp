// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "apps/cli/commands.h"
#include "engine/model/check.h"
#include "io/cases/write_case_files.h"

namespace nemawashi::cli {
namespace {

/// What reading and checking the case finds at its own date.
base::Diagnostics findings_of(const model::Workbook& workbook) {
  model::CaseReading reading = model::read_case(workbook);
  base::Diagnostics findings = std::move(reading.diagnostics);
  if (!reading.a_case) return findings;
  base::append(findings, model::check(*reading.a_case));
  return findings;
}

}  // namespace

ExitCode run_convert(const CaseArguments& arguments, const std::string& output) {
  const WorkbookInput input = workbook_input(arguments);
  if (!input.is_sound()) return refuse(input, arguments.format, input.failure);
  // A case with errors is written too, so that they can be mended in the other format.
  const base::Diagnostics findings = findings_of(*input.workbook);
  const auto wrong = io::cases::write_case_files(*input.workbook, findings, output);
  if (!wrong.empty()) return refuse(wrong, arguments.format, ExitCode::file_problem);
  for (const base::Diagnostic& finding : input.diagnostics) {
    std::cerr << line_of(finding, input) << "\n";
  }
  std::size_t rows = 0;
  for (const auto& [name, table] : input.workbook->tables) rows += table.rows.size();
  std::cout << "The case is in " << output << ": " << input.workbook->tables.size() << " tables, "
            << rows << " rows.\n";
  const auto errors = std::count_if(findings.begin(), findings.end(), [](const auto& finding) {
    return finding.severity == base::Severity::error;
  });
  if (errors == 0) return ExitCode::answered;
  std::cout << "It has " << errors << (errors == 1 ? " error" : " errors") << ", which nema check "
            << output << " lists.\n";
  return ExitCode::case_has_errors;
}

}  // namespace nemawashi::cli
