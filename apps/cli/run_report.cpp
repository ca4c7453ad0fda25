// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/watch.h"
#include "io/answers_json.h"
#include "io/files.h"
#include "io/page/page.h"

namespace nemawashi::cli {

ExitCode run_report(const CaseArguments& arguments, ask::ReportRequest request,
                    const ReportOutput& output, const WorkLimits& limits) {
  WorkbookInput input = workbook_input(arguments);
  if (!input.is_sound()) return refuse(input, arguments.format, input.failure);
  announce(input, arguments.format);
  if (!arguments.as_of.empty()) request.as_of = arguments.as_of;
  Watch watch(limits);
  const ask::Report report = ask::report(*input.workbook, request, watch.search_options());
  if (report.dates.empty()) {
    if (!report.brief.dates.empty()) {
      return refuse(report.diagnostics, arguments.format, ExitCode::wrong_usage);
    }
    input.diagnostics = report.diagnostics;
    return refuse(input, arguments.format, ExitCode::case_has_errors);
  }
  const io::Json answers =
      io::report_json(report, {NEMAWASHI_VERSION, output.language, watch.seconds()});
  if (!output.file.empty()) {
    const std::string page = io::report_page(io::page::page_template(), answers);
    if (const auto wrong = io::write_file(page, output.file, io::Existing::replaced)) {
      std::cerr << line_of(*wrong) << "\n";
      return ExitCode::file_problem;
    }
  }
  if (arguments.format == Format::json) {
    std::cout << io::written_json_line(answers);
  } else {
    std::cout << "The report is in " << output.file
              << ": one file, which any browser opens, also without a network.\n";
  }
  std::cerr << ask::missing_words(report);
  return report.stopped() ? ExitCode::stopped_early : ExitCode::answered;
}

}  // namespace nemawashi::cli
