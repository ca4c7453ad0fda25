// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/findings.h"

#include <algorithm>

#include "io/json_text.h"

namespace nemawashi::io::scenarios {

void FileFindings::add(base::Severity severity, const FilePlace& place, std::string code,
                       std::string message, std::string mend) {
  // Each kind has its own room, so that no flood of warnings hides an error.
  std::size_t& count = severity == base::Severity::error ? errors_ : warnings_;
  if (++count > kMostFindings + 1) return;
  if (count == kMostFindings + 1) {
    code = "too-many-findings";
    message = "More than " + std::to_string(kMostFindings) + " findings; the rest is not listed.";
    mend = "Mend the first ones and read again.";
  }
  diagnostics_.push_back({severity, std::move(code), place.file, place.line, place.key,
                          std::move(message), std::move(mend)});
}

void FileFindings::error(const FilePlace& place, std::string code, std::string message,
                         std::string mend) {
  add(base::Severity::error, place, std::move(code), std::move(message), std::move(mend));
}

void FileFindings::warning(const FilePlace& place, std::string code, std::string message,
                           std::string mend) {
  add(base::Severity::warning, place, std::move(code), std::move(message), std::move(mend));
}

Rational FileFindings::number(const FilePlace& place, std::string_view what,
                              std::string_view text) {
  constexpr std::size_t kLongest = 60;
  const auto value = text.size() > kLongest ? std::nullopt : base::parse_scientific(text);
  if (value) return *value;
  error(place, "invalid-number",
        std::string(what) + " is '" + shown_name(text) + "', which is no number.",
        "Write a decimal such as -12.5 or 1.5e-7, of at most 60 characters.");
  return 0;
}

ScenarioReading concluded(Scenario scenario, FileFindings& findings) {
  ScenarioReading reading;
  if (!findings.has_errors()) reading.scenario = std::move(scenario);
  reading.diagnostics = findings.taken();
  return reading;
}

std::size_t grid_points(const ScenarioOptions& options, std::size_t otherwise,
                        FileFindings& findings) {
  constexpr std::size_t kMost = 1000;
  const std::size_t points = options.grid.value_or(otherwise);
  if (points >= 2 && points <= kMost) return points;
  findings.error({}, "invalid-grid",
                 "A grid of " + std::to_string(points) + " values was asked for.",
                 "Ask for 2 to 1000 (--grid).");
  return 2;
}

bool ScenarioSize::add_issue(const FilePlace& place, std::size_t options, FileFindings& findings) {
  ++issues_;
  options_ += options;
  widest_ = std::max(widest_, options);
  return has_room(place, findings);
}

bool ScenarioSize::add_profile(const FilePlace& place, std::size_t numbers,
                               FileFindings& findings) {
  ++profiles_;
  numbers_ += numbers;
  return has_room(place, findings);
}

bool ScenarioSize::add_sides(const FilePlace& place, std::size_t options, FileFindings& findings) {
  sides_ += options;
  return has_room(place, findings);
}

bool ScenarioSize::has_room(const FilePlace& place, FileFindings& findings) {
  constexpr std::size_t kMostSides = 5'000'000;
  if (refused_) return false;
  refused_ = issues_ > kMostIssues || widest_ > kMostOptions || options_ > kMostEffects ||
             profiles_ > kMostParties || numbers_ > kMostEffects || sides_ > kMostSides;
  if (!refused_) return true;
  findings.error(place, "scenario-too-large",
                 "From here on the scenario has more than " + std::to_string(kMostIssues) +
                     " issues, " + std::to_string(kMostOptions) + " options of one, " +
                     std::to_string(kMostParties) + " parties, " + std::to_string(kMostEffects) +
                     " options over all issues or parties, or " + std::to_string(kMostSides) +
                     " options in rectangles.",
                 "Read fewer profiles (--seats), a coarser grid (--grid), or a smaller domain.");
  return false;
}

bool is_small_enough(const Scenario& scenario, const std::string& file, FileFindings& findings) {
  std::size_t options = 0;
  for (const Issue& issue : scenario.issues) options = std::max(options, issue.options.size());
  if (scenario.profiles.size() <= kMostParties && scenario.issues.size() <= kMostIssues &&
      options <= kMostOptions) {
    return true;
  }
  findings.error({file, 0}, "scenario-too-large",
                 "The scenario has more than " + std::to_string(kMostParties) + " parties, " +
                     std::to_string(kMostIssues) + " issues or " + std::to_string(kMostOptions) +
                     " options of one issue.",
                 "Read fewer profiles (--seats), or a coarser grid (--grid).");
  return false;
}

}  // namespace nemawashi::io::scenarios
