// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/watch.h"
#include "engine/ask/brief_markdown.h"
#include "engine/ask/first_screen.h"
#include "io/answers_json.h"
#include "io/files.h"

namespace nemawashi::cli {
ExitCode run_brief(const CaseArguments& arguments, const std::string& output,
                   const WorkLimits& limits) {
  WorkbookInput input = workbook_input(arguments);
  if (!input.is_sound()) return refuse(input, arguments.format, input.failure);
  announce(input, arguments.format);
  Watch watch(limits);
  std::optional<std::string> as_of;
  if (!arguments.as_of.empty()) as_of = arguments.as_of;
  const ask::Brief brief = ask::brief(*input.workbook, as_of, watch.search_options());
  if (brief.dates.empty()) {
    input.diagnostics = brief.diagnostics;
    return refuse(input, arguments.format, ExitCode::case_has_errors);
  }
  const std::string whole = arguments.format == Format::json
                                ? io::written_json(io::brief_json(brief, watch.seconds()))
                                : ask::brief_markdown(brief);
  if (output.empty()) {
    if (arguments.format == Format::json) {
      std::cout << whole;
    } else {
      print(whole);
    }
  } else {
    if (const auto wrong = io::write_file(whole, output, io::Existing::replaced)) {
      std::cerr << line_of(*wrong) << "\n";
      return ExitCode::file_problem;
    }
    std::string screens = "# " + brief.dates.front().a_case->title + "\n\n";
    for (const auto& dated : brief.dates) screens += ask::first_screen(dated) + "\n";
    for (std::size_t i = 1; i < brief.dates.size(); ++i) {
      screens += ask::changes_markdown(brief.dates[i - 1], brief.dates[i]);
    }
    std::cout << wrapped(screens) << "The whole brief is in " << output << ".\n";
  }
  for (const auto& dated : brief.dates) {
    if (!dated.agree.complete || !dated.variations_complete) return ExitCode::stopped_early;
  }
  return ExitCode::answered;
}

}  // namespace nemawashi::cli
