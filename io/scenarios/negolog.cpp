// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/negolog.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "io/json_text.h"
#include "io/scenarios/json_tree.h"
#include "io/scenarios/seats.h"

namespace nemawashi::io::scenarios {
namespace {

bool is_negolog_profile(std::string_view bytes) {
  return has_top_member(bytes, "issueWeights") && has_top_member(bytes, "issues");
}

Rational number(const FilePlace& place, const JsonTree* tree, const std::string& what,
                FileFindings& findings) {
  if (tree != nullptr && tree->kind == JsonKind::number) {
    return findings.number(place, what, tree->text);
  }
  findings.missing(place, "a number for " + what);
  return 0;
}

const JsonTree* found_in(const std::unordered_map<std::string_view, const JsonTree*>& members,
                         const std::string& name) {
  const auto found = members.find(name);
  return found == members.end() ? nullptr : found->second;
}

/// The issues and options that a profile names.
std::vector<Issue> issues_of(const std::string& file, const JsonTree& tree,
                             FileFindings& findings) {
  std::vector<Issue> issues;
  const JsonTree* named = tree.find("issues");
  const FilePlace place = below({file}, "issues");
  if (named == nullptr || named->kind != JsonKind::object || named->members.empty()) {
    findings.missing(place, "'issues'");
    return issues;
  }
  ScenarioSize size;
  for (const auto& [name, values] : named->members) {
    const FilePlace here = below(place, name);
    Issue issue{name, {}};
    for (const auto& value : values.members) issue.options.push_back(value.name);
    if (issue.options.empty()) findings.missing(here, "the values of the issue '" + name + "'");
    if (!size.add_issue(here, issue.options.size(), findings)) break;
    issues.push_back(std::move(issue));
  }
  return issues;
}

/// Errors for what the profile has and the first one has not, and the reverse.
void compare_issues(const std::string& file, const std::string& first,
                    const std::vector<Issue>& expected, const std::vector<Issue>& profile,
                    FileFindings& findings) {
  std::map<std::string, std::map<std::string, int>> count;
  const auto add = [&](const std::vector<Issue>& issues, int sign) {
    for (const Issue& issue : issues) {
      for (const std::string& option : issue.options) count[issue.name][option] += sign;
    }
  };
  add(expected, -1);
  add(profile, 1);
  for (const auto& [issue, options] : count) {
    for (const auto& [option, difference] : options) {
      if (difference == 0) continue;
      findings.error(below(below(below({file}, "issues"), issue), option),
                     difference > 0 ? "unknown-part" : "missing-part",
                     "'" + option + "' of the issue '" + issue + "' stands " +
                         (difference > 0 ? "here and not in '" : "not here, but in '") + first +
                         "', the first profile.",
                     "All profiles of a domain name the same issues and values.");
    }
  }
}

/// The discount, within 0..1, that a profile may state.
std::optional<Rational> discount_of(const std::string& file, const JsonTree& tree,
                                    FileFindings& findings) {
  constexpr const char* kDiscount = "discountFactor";
  const JsonTree* stated = tree.find(kDiscount);
  if (stated == nullptr) return std::nullopt;
  const FilePlace place = below({file}, kDiscount);
  const Rational discount = number(place, stated, "'discountFactor'", findings);
  if (discount < 0 || discount > 1) {
    findings.error(place, "invalid-range", "The discount factor is not within 0..1.",
                   "Write 1 for none.");
  }
  return discount;
}

Profile profile_of(const std::string& file, const JsonTree& tree, const Scenario& scenario,
                   FileFindings& findings) {
  Profile profile;
  profile.name = file.substr(0, file.rfind('.'));
  const auto weights = by_name(tree.find("issueWeights"));
  const auto issues = by_name(tree.find("issues"));
  const FilePlace weights_place = below({file}, "issueWeights");
  for (const Issue& issue : scenario.issues) {
    profile.weights.push_back(number(below(weights_place, issue.name),
                                     found_in(weights, issue.name),
                                     "the weight of '" + issue.name + "'", findings));
    const auto values = by_name(found_in(issues, issue.name));
    const FilePlace place = below(below({file}, "issues"), issue.name);
    profile.evaluations.emplace_back();
    for (const std::string& option : issue.options) {
      profile.evaluations.back().push_back(number(below(place, option), found_in(values, option),
                                                  "the value of '" + option + "'", findings));
    }
  }
  if (const JsonTree* stated = tree.find("issueWeights")) {
    for (const auto& [issue, weight] : stated->members) {
      if (issues.contains(issue)) continue;
      findings.error(below(weights_place, issue), "unknown-part",
                     "The weighted issue '" + issue + "' has no values.",
                     "Correct its name, or give its values.");
    }
  }
  if (const JsonTree* reservation = tree.find("reservationValue")) {
    profile.states_reservation = true;
    profile.reservation =
        number(below({file}, "reservationValue"), reservation, "'reservationValue'", findings);
  }
  profile.discount = discount_of(file, tree, findings);
  return profile;
}

/// Adds the names of the profile's keys that mean nothing here.
void note_unread(const JsonTree& tree, std::set<std::string>& unread) {
  constexpr std::array<std::string_view, 4> kRead = {"reservationValue", "issueWeights", "issues",
                                                     "discountFactor"};
  for (const auto& [name, value] : tree.members) {
    if (std::find(kRead.begin(), kRead.end(), name) == kRead.end()) unread.insert(name);
  }
}

std::string words_about(const std::set<std::string>& unread) {
  constexpr std::size_t kMost = 10;
  std::string names;
  std::size_t shown = 0;
  for (const std::string& name : unread) {
    if (++shown > kMost) return names + " and others.";
    names +=
        (shown == 1 ? "Keys of the profiles that are not read: '" : ", '") + shown_name(name) + "'";
  }
  return names + ".";
}

}  // namespace

bool is_negolog(const FileSet& files) {
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(".json") && is_negolog_profile(bytes)) return true;
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
  ScenarioSize size;
  std::string first;
  std::set<std::string> unread;
  for (const std::string& file : seated(profiles, options, findings)) {
    const auto tree = read_json_tree(file, files.at(file), findings);
    if (!tree) continue;
    std::vector<Issue> issues = issues_of(file, *tree, findings);
    if (findings.has_errors()) continue;
    std::size_t numbers = 0;
    for (const Issue& issue : issues) numbers += issue.options.size();
    if (!size.add_profile({file}, numbers, findings)) break;
    if (scenario.profiles.empty()) {
      scenario.issues = std::move(issues);
      first = file;
    } else {
      compare_issues(file, first, scenario.issues, issues, findings);
    }
    note_unread(*tree, unread);
    if (!findings.has_errors()) {
      scenario.profiles.push_back(profile_of(file, *tree, scenario, findings));
    }
  }
  if (!unread.empty()) scenario.remarks.push_back(words_about(unread));
  is_small_enough(scenario, "", findings);
  return concluded(std::move(scenario), findings);
}

}  // namespace nemawashi::io::scenarios
