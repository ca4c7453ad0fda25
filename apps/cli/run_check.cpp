// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>

#include "apps/cli/commands.h"
#include "apps/cli/watch.h"
#include "engine/agree/deep_check.h"
#include "engine/ask/words.h"
#include "engine/model/check.h"
#include "io/answers_json.h"

namespace nemawashi::cli {
namespace {

/// What bounds left open or only feared, replaced by what the search finds.
/// True if it was stopped first.
bool deepen(base::Diagnostics& found, const model::Case& a_case, const WorkLimits& limits) {
  Watch watch(limits);
  const agree::Problem problem{a_case, model::default_reading(a_case),
                               agree::whole_scope(a_case, agree::Overrides::considered)};
  base::Diagnostics deep = agree::deep_check(problem, watch.search_options());
  const bool stopped = std::any_of(deep.begin(), deep.end(),
                                   [](const base::Diagnostic& d) { return d.code == "unchecked"; });
  if (!stopped) {
    std::erase_if(found, [&](const base::Diagnostic& d) {
      if (d.code == "unchecked") return true;
      return d.code == "range-left" && std::any_of(a_case.interests.begin(), a_case.interests.end(),
                                                   [&](const model::Interest& interest) {
                                                     return interest.origin.row == d.row &&
                                                            agree::decides_range(a_case, interest);
                                                   });
    });
  }
  base::append(found, std::move(deep));
  return stopped;
}

std::ptrdiff_t number(const base::Diagnostics& found, base::Severity severity) {
  return std::count_if(found.begin(), found.end(),
                       [&](const base::Diagnostic& d) { return d.severity == severity; });
}

}  // namespace

ExitCode run_check(const CaseArguments& arguments, Depth depth, const WorkLimits& limits) {
  CaseInput input = case_input(arguments);
  base::Diagnostics found = std::move(input.source.diagnostics);
  bool stopped = false;
  if (input.a_case) {
    base::append(found, model::check(*input.a_case));
    if (depth == Depth::search) stopped = deepen(found, *input.a_case, limits);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.severity < b.severity; });
  model::name_settings(found, input.source.settings);
  if (arguments.format == Format::json) {
    std::cout << io::written_json(io::check_json(found));
  } else {
    for (const std::string& line : lines_of(found, input.source)) std::cout << line << "\n";
    std::cout << ask::counted(number(found, base::Severity::error), "error", "errors") << ", "
              << ask::counted(number(found, base::Severity::warning), "warning", "warnings") << ", "
              << ask::counted(number(found, base::Severity::information), "note", "notes") << "\n";
  }
  if (!base::has_errors(found)) return stopped ? ExitCode::stopped_early : ExitCode::answered;
  return input.a_case ? ExitCode::case_has_errors : input.failure;
}

}  // namespace nemawashi::cli
