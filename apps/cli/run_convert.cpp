// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "engine/model/check.h"
#include "io/cases/write_case_files.h"

namespace nemawashi::cli {

ExitCode run_convert(const CaseArguments& arguments, const std::string& output) {
  // A case with errors is written too, so that they can be mended in the other format.
  CaseInput input = case_input(arguments);
  if (!input.source.workbook) return refuse(input.source, arguments.format, input.failure);
  base::Diagnostics findings = input.source.diagnostics;
  if (input.a_case) {
    for (auto& finding : model::check(*input.a_case)) findings.push_back(std::move(finding));
  }
  if (const auto wrong = io::cases::write_case_files(*input.source.workbook, findings, output)) {
    return refuse({*wrong}, arguments.format, ExitCode::file_problem);
  }
  for (const base::Diagnostic& finding : input.source.diagnostics) {
    std::cerr << line_of(finding, input.source) << "\n";
  }
  std::size_t rows = 0;
  for (const auto& [name, table] : input.source.workbook->tables) rows += table.rows.size();
  std::cout << "The case is in " << output << ": " << input.source.workbook->tables.size()
            << " tables, " << rows << " rows.\n";
  return input.a_case ? ExitCode::answered : ExitCode::case_has_errors;
}

}  // namespace nemawashi::cli
