// SPDX-License-Identifier: Apache-2.0
#include "engine/model/check.h"

#include <map>
#include <utility>

#include "engine/model/steps.h"

namespace nemawashi::model {
namespace {

/// Whether the step's main table has rows (case: whether the question is written).
bool is_done(const Case& a_case, const CaseStep& step) {
  switch (step.number) {
    case 1:
      return !a_case.question.empty();
    case 2:
      return !a_case.gates.empty();
    case 3:
      return !a_case.baselines.empty() || a_case.reservation == ReservationFrom::today;
    case 4:
      return !a_case.positions.empty() || !a_case.refusals.empty();
    case 5:
      return !a_case.claims.empty();
    case 6:
      return !a_case.issues.empty();
    case 7:
      return !a_case.effects.empty();
    case 8:
      return !a_case.interests.empty();
    default:
      return !a_case.expectations.empty();
  }
}

std::string tables_text(const CaseStep& step) {
  std::string text;
  for (const std::string& table : step.tables) text += (text.empty() ? "" : ", ") + table;
  return (step.tables.size() == 1 ? "table " : "tables ") + text;
}

}  // namespace

void check_question(const Case& a_case, Findings& findings) {
  if (a_case.question.empty()) {
    findings.warning({"case", 0, "question"},
                     {"no-question", "The case asks no question.",
                      "Write one sentence: which packages would .., as known on ..?"});
  }
  if (a_case.issues.empty()) {
    findings.information({"issues", 0, {}},
                         {"no-issues", "There are no issues: nothing can be chosen yet.",
                          "Add a row for each issue and one for each of its options."});
  }
  if (a_case.wants.empty() && !a_case.issues.empty()) {
    findings.information({"case", 0, "wants"},
                         {"no-wants", "Every package counts as an answer to the question.",
                          "Write the condition that an answer must meet, if there is one."});
  }
  if (!a_case.house.arrangements.empty() && a_case.issues.empty() && a_case.gates.empty()) {
    findings.information(
        {}, {"next-step", "The case is a house alone: there is nothing to agree on.",
             "Ask nema floors what its arrangements rest on; gates and issues are for more."});
    return;
  }
  for (const CaseStep& step : case_steps()) {
    if (is_done(a_case, step)) continue;
    findings.information({}, {"next-step", "Next: " + step_name(step) + ". " + step.advice,
                              "Fill in the " + tables_text(step) + "."});
    return;
  }
}

void check_expectations(const Case& a_case, Findings& findings) {
  std::map<std::string, const Expectation*> first;
  std::map<std::pair<std::string, PartyIndex>, std::size_t> seen;
  for (const Expectation& one : a_case.expectations) {
    const auto [named, added] = first.emplace(one.name, &one);
    if (!added && named->second->package != one.package) {
      findings.warning({"expectations", one.origin.row, "package"},
                       {"differing-package",
                        "The package '" + one.name + "' is another one in row " +
                            std::to_string(named->second->origin.row) + ".",
                        "Write the same package in all rows of a name, or change the name."});
    }
    const auto [row, is_new] = seen.emplace(std::pair(one.name, one.party), one.origin.row);
    if (is_new) continue;
    findings.warning({"expectations", one.origin.row, "party"},
                     {"repeated-expectation",
                      "Row " + std::to_string(row->second) +
                          " already expects something of this party and package.",
                      "Keep one of them."});
  }
}

void check_levels(const Case& a_case, Findings& findings) {
  for (const Level& level : a_case.levels) {
    const Measure& measure = a_case.at(level.measure);
    if (!level.base || !level.base->likely) continue;
    const Rational& likely = *level.base->likely;
    if ((!measure.least || likely >= *measure.least) &&
        (!measure.most || likely <= *measure.most)) {
      continue;
    }
    findings.warning({"levels", level.origin.row, "likely"},
                     {"level-beyond",
                      "The level lies beyond the least or most of measure '" + measure.origin.id +
                          "', where none can be.",
                      "Correct the level, or the bounds of the measure."});
  }
}

base::Diagnostics check(const Case& a_case) {
  Findings findings;
  check_question(a_case, findings);
  check_parties(a_case, findings);
  check_sources(a_case, findings);
  check_conditions(a_case, findings);
  check_levels(a_case, findings);
  check_interests(a_case, findings);
  check_expectations(a_case, findings);
  check_house(a_case, findings);
  const Coverage coverage = check_limits(a_case, findings);
  if (!a_case.issues.empty()) {
    std::string message =
        "Bounds per issue and level do not decide everything: whether limits exclude an option, a "
        "wants or every package only together, whether reached levels attain the bounds where "
        "effects name several issues, whether a gate can be passed at all.";
    if (coverage == Coverage::budget_spent) {
      message += " The case is so large that not every option was compared with every limit.";
    }
    findings.information({}, {"unchecked", std::move(message), "Run `nema check --deep`."});
  }
  return findings.taken();
}

}  // namespace nemawashi::model
