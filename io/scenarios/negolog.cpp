// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/negolog.h"

#include <map>

#include "io/scenarios/json_tree.h"
#include "io/scenarios/seats.h"

namespace nemawashi::io::scenarios {
namespace {

bool is_profile(std::string_view bytes) {
  return has_top_member(bytes, "issueWeights") && has_top_member(bytes, "issues");
}

Rational number(const std::string& file, const JsonTree* tree, const std::string& what,
                FileFindings& findings) {
  if (tree != nullptr && tree->kind == JsonKind::number) {
    return findings.number({file, 0}, what, tree->text);
  }
  findings.missing(file, "a number for " + what);
  return 0;
}

/// The issues and options that a profile names.
std::vector<Issue> issues_of(const std::string& file, const JsonTree& tree,
                             FileFindings& findings) {
  std::vector<Issue> issues;
  const JsonTree* named = tree.find("issues");
  if (named == nullptr || named->kind != JsonKind::object || named->members.empty()) {
    findings.missing(file, "'issues'");
    return issues;
  }
  for (const auto& [name, values] : named->members) {
    Issue issue{name, {}};
    for (const auto& value : values.members) issue.options.push_back(value.name);
    if (issue.options.empty()) findings.missing(file, "the values of the issue '" + name + "'");
    issues.push_back(std::move(issue));
  }
  return issues;
}

/// Errors for what the profile has and the scenario has not, and the reverse.
void compare_issues(const std::string& file, const std::vector<Issue>& scenario,
                    const std::vector<Issue>& profile, FileFindings& findings) {
  std::map<std::string, std::map<std::string, int>> count;
  const auto add = [&](const std::vector<Issue>& issues, int sign) {
    for (const Issue& issue : issues) {
      for (const std::string& option : issue.options) count[issue.name][option] += sign;
    }
  };
  add(scenario, -1);
  add(profile, 1);
  for (const auto& [issue, options] : count) {
    for (const auto& [option, difference] : options) {
      if (difference == 0) continue;
      findings.error({file, 0}, difference > 0 ? "unknown-part" : "missing-part",
                     "'" + option + "' of the issue '" + issue + "' stands in one profile only.",
                     "All profiles of a domain name the same issues and values.");
    }
  }
}

Profile profile_of(const std::string& file, const JsonTree& tree, const Scenario& scenario,
                   FileFindings& findings) {
  Profile profile;
  profile.name = file.substr(0, file.rfind('.'));
  const JsonTree* weights = tree.find("issueWeights");
  const JsonTree* issues = tree.find("issues");
  for (const Issue& issue : scenario.issues) {
    profile.weights.push_back(number(file, weights == nullptr ? nullptr : weights->find(issue.name),
                                     "the weight of '" + issue.name + "'", findings));
    const JsonTree* values = issues->find(issue.name);
    std::map<std::string_view, const JsonTree*> by_name;
    if (values != nullptr) {
      for (const auto& [name, value] : values->members) by_name.emplace(name, &value);
    }
    profile.evaluations.emplace_back();
    for (const std::string& option : issue.options) {
      const auto found = by_name.find(option);
      profile.evaluations.back().push_back(number(file,
                                                  found == by_name.end() ? nullptr : found->second,
                                                  "the value of '" + option + "'", findings));
    }
  }
  if (weights != nullptr) {
    for (const auto& [issue, weight] : weights->members) {
      if (issues->find(issue) != nullptr) continue;
      findings.error({file, 0}, "unknown-part", "The weighted issue '" + issue + "' has no values.",
                     "Correct its name, or give its values.");
    }
  }
  if (const JsonTree* reservation = tree.find("reservationValue")) {
    profile.states_reservation = true;
    profile.reservation = number(file, reservation, "'reservationValue'", findings);
  }
  return profile;
}

}  // namespace

bool is_negolog(const FileSet& files) {
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(".json") && is_profile(bytes)) return true;
  }
  return false;
}

ScenarioReading read_negolog(const FileSet& files, const ScenarioOptions& options) {
  FileFindings findings;
  std::vector<std::string> profiles;
  for (const auto& [name, bytes] : files) {
    // Every other file is a profile, also one that was cut off.
    if (name.ends_with(".json") && name != "specs.json") profiles.push_back(name);
  }
  Scenario scenario;
  scenario.format = "NegoLog JSON";
  scenario.semantics = options.semantics;
  for (const std::string& file : seated(profiles, options, findings)) {
    const auto tree = read_json_tree(file, files.at(file), findings);
    if (!tree) continue;
    std::vector<Issue> issues = issues_of(file, *tree, findings);
    if (findings.has_errors()) continue;
    if (scenario.profiles.empty()) {
      scenario.issues = std::move(issues);
    } else {
      compare_issues(file, scenario.issues, issues, findings);
    }
    if (!findings.has_errors()) {
      scenario.profiles.push_back(profile_of(file, *tree, scenario, findings));
    }
  }
  is_small_enough(scenario, "", findings);
  return concluded(std::move(scenario), findings);
}

}  // namespace nemawashi::io::scenarios
