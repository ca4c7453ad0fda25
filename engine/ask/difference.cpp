// SPDX-License-Identifier: Apache-2.0
#include "engine/ask/difference.h"

#include <algorithm>
#include <map>
#include <set>

#include "engine/agree/elements.h"
#include "engine/ask/first_screen.h"
#include "engine/model/levels.h"

namespace nemawashi::ask {
namespace {

std::optional<model::Verdict> found_of(const model::Case& a_case,
                                       const agree::PackageReport& report,
                                       model::PartyIndex party) {
  if (!model::is_modelled(a_case, party)) return std::nullopt;
  return model::verdict(report.answers[party.value].yes);
}

PackageVerdicts verdicts_of(const model::Case& a_case, const agree::PackageReport& report) {
  PackageVerdicts result;
  result.feasible = report.broken_limits.empty();
  result.consent = model::verdict(report.consent);
  for (const auto party : agree::parties_asked(a_case, report.package)) {
    result.parties.emplace_back(a_case.at(party).origin.id, found_of(a_case, report, party));
  }
  for (const auto party : agree::parties_overridden(a_case, report.package)) {
    result.overridden.emplace_back(a_case.at(party).origin.id, found_of(a_case, report, party));
  }
  return result;
}

/// `issue=option` of each issue, which means the same in both cases.
std::set<std::string> option_ids(const model::Case& a_case, const model::Package& package) {
  std::set<std::string> ids;
  for (std::size_t i = 0; i < package.size(); ++i) {
    ids.insert(a_case.issues[i].origin.id + "=" + a_case.issues[i].options[package[i].value].id);
  }
  return ids;
}

Difference::Side side_of(const Version& version) {
  Difference::Side side{version.a_case.id, version.a_case.as_of, version.counts, {}};
  for (const Step& step : version.steps) {
    const model::Issue& issue = version.a_case.at(step.issue);
    side.steps.push_back(issue.origin.id + "=" + issue.options[step.option.value].id);
  }
  std::sort(side.steps.begin(), side.steps.end());
  return side;
}

/// What is found of a step in a version in which it is not among those that may pass.
StepChange found_there(const std::string& step, const model::Case& a_case) {
  StepChange result;
  result.step = step;
  result.found = StepChange::Found::not_there;
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    const model::Issue& issue = a_case.issues[i];
    if (issue.overrides || !issue.standing) continue;
    for (std::size_t o = 0; o < issue.options.size(); ++o) {
      if (issue.origin.id + "=" + issue.options[o].id != step) continue;
      if (model::OptionIndex(o) == *issue.standing) {
        result.found = StepChange::Found::stands;
        return result;
      }
      model::Package package = model::standing_package(a_case);
      package[i] = model::OptionIndex(o);
      const auto report = agree::package_report(a_case, model::default_reading(a_case), package,
                                                agree::Readings::only_this);
      for (const auto limit : report.broken_limits) {
        result.limits.push_back(a_case.at(limit).origin.id);
      }
      for (const auto party : objecting(a_case, report)) {
        result.parties.push_back(a_case.at(party).origin.id);
      }
      result.found =
          result.limits.empty() ? StepChange::Found::objection : StepChange::Found::excluded;
      return result;
    }
  }
  return result;
}

std::vector<StepChange> step_changes(const Difference& difference, const Version& before,
                                     const Version& after) {
  std::vector<StepChange> changes;
  for (const bool first : {true, false}) {
    const auto& passing = (first ? difference.before : difference.after).steps;
    const auto& others = (first ? difference.after : difference.before).steps;
    for (const std::string& step : passing) {
      if (std::binary_search(others.begin(), others.end(), step)) continue;
      changes.push_back(found_there(step, first ? after.a_case : before.a_case));
      changes.back().before = first;
    }
  }
  return changes;
}

void add_names(const model::Case& a_case, std::map<std::string, std::string>& names) {
  for (const model::Party& party : a_case.parties) names[party.origin.id] = party.name;
  for (const model::Issue& issue : a_case.issues) {
    for (const model::Option& option : issue.options) {
      names[issue.origin.id + "=" + option.id] = issue.name + ": " + option.name;
    }
  }
}

}  // namespace

Difference difference(const Version& before, const Version& after) {
  Difference result;
  result.before = side_of(before);
  result.after = side_of(after);
  add_names(before.a_case, result.names);
  add_names(after.a_case, result.names);
  result.rows = row_changes(before, after);
  result.steps = step_changes(result, before, after);
  for (const NamedPackage& named : after.packages) {
    const auto old =
        std::find_if(before.packages.begin(), before.packages.end(),
                     [&](const NamedPackage& other) { return other.name == named.name; });
    if (old == before.packages.end()) continue;
    result.packages.push_back({named.name, verdicts_of(before.a_case, old->report),
                               verdicts_of(after.a_case, named.report),
                               option_ids(before.a_case, old->report.package) ==
                                   option_ids(after.a_case, named.report.package)});
  }
  return result;
}

}  // namespace nemawashi::ask
