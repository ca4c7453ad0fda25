// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <filesystem>
#include <iostream>

#include <unistd.h>

#include "apps/cli/commands.h"
#include "apps/cli/watch.h"
#include "engine/ask/brief_markdown.h"
#include "engine/ask/first_screen.h"
#include "io/answers_json.h"

namespace nemawashi::cli {
namespace {

/// Writes into a new file beside it and renames, so that it is there complete or as it was.
bool written(const std::string& path, const std::string& text) {
  const std::filesystem::path target(path);
  std::filesystem::path beside = target;
  beside += ".part-" + std::to_string(getpid());
  std::FILE* file = std::fopen(beside.c_str(), "wbx");  // Fails if something is there already.
  if (file == nullptr) return false;
  const bool complete = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  const bool closed = std::fclose(file) == 0;
  std::error_code error;
  if (complete && closed) std::filesystem::rename(beside, target, error);
  if (complete && closed && !error) return true;
  std::filesystem::remove(beside, error);
  return false;
}

}  // namespace

ExitCode run_brief(const CaseArguments& arguments, const std::string& output,
                   std::optional<double> seconds) {
  WorkbookInput input = workbook_input(arguments);
  if (!input.workbook) return refuse(input.diagnostics, arguments.format, input.failure);
  Watch watch(seconds);
  std::optional<std::string> as_of;
  if (!arguments.as_of.empty()) as_of = arguments.as_of;
  const ask::Brief brief = ask::brief(*input.workbook, as_of, {.control = watch.control()});
  if (brief.dates.empty()) {
    return refuse(brief.diagnostics, arguments.format, ExitCode::case_has_errors);
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
    if (!written(output, whole)) {
      std::cerr << "error " << output << ": cannot be written; check the folder [cannot-write]\n";
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
    if (!dated.agree.complete) return ExitCode::stopped_early;
  }
  return ExitCode::answered;
}

}  // namespace nemawashi::cli
