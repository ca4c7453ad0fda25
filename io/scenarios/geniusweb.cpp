// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/geniusweb.h"

#include <algorithm>
#include <map>

#include "engine/scenarios/evaluation.h"
#include "io/scenarios/json_tree.h"
#include "io/scenarios/seats.h"

namespace nemawashi::io::scenarios {
namespace {

constexpr std::string_view kSpace = "LinearAdditiveUtilitySpace";

class GeniusWebReader {
 public:
  GeniusWebReader(const FileSet& files, const ScenarioOptions& options)
      : files_(files), options_(options) {}

  ScenarioReading reading() {
    std::vector<std::string> profiles;
    std::string domain;
    for (const auto& [name, bytes] : files_) {
      if (!name.ends_with(".json")) continue;
      if (has_top_member(bytes, "issuesValues")) {
        if (!domain.empty()) {
          findings_.error({name, 0}, "several-domains",
                          "The folder has two domains, '" + domain + "' and '" + name + "'.",
                          "Keep each domain with its profiles in a folder of its own.");
        }
        domain = name;
      } else if (name != "specials.json") {  // A profile, also one that was cut off.
        profiles.push_back(name);
      }
    }
    if (domain.empty()) {
      findings_.error({}, "no-domain", "No file of the folder is a domain (issuesValues).",
                      "Put the domain file into the folder.");
      return concluded({}, findings_);
    }
    const auto seats = seated(profiles, options_, findings_);
    scenario_.format = "GeniusWeb JSON";
    scenario_.semantics = options_.semantics;
    read_domain(domain);
    if (findings_.has_errors() || !is_small_enough(scenario_, domain, findings_)) {
      return concluded({}, findings_);
    }
    for (const std::string& name : seats) read_profile(name);
    is_small_enough(scenario_, domain, findings_);
    return concluded(std::move(scenario_), findings_);
  }

 private:
  /// The member, or null and an error.
  const JsonTree* member(const std::string& file, const JsonTree& tree, std::string_view name,
                         JsonKind kind) {
    const JsonTree* found = tree.find(name);
    if (found != nullptr && found->kind == kind) return found;
    findings_.missing(file, "a sound '" + std::string(name) + "'");
    return nullptr;
  }

  Rational number(const std::string& file, const JsonTree& tree, const std::string& what) {
    if (tree.kind == JsonKind::number || tree.kind == JsonKind::text) {
      return findings_.number({file, 0}, what, tree.text);
    }
    findings_.missing(file, "a number for " + what);
    return 0;
  }

  void read_domain(const std::string& file) {
    const auto tree = read_json_tree(file, files_.at(file), findings_);
    if (!tree) return;
    const JsonTree* name = tree->find("name");
    scenario_.name = name != nullptr && name->kind == JsonKind::text
                         ? name->text
                         : file.substr(0, file.rfind('.'));
    const JsonTree* issues = member(file, *tree, "issuesValues", JsonKind::object);
    if (issues == nullptr) return;
    for (const auto& [issue_name, values] : issues->members) {
      Issue issue{issue_name, {}};
      std::vector<Rational> numbers;
      if (const JsonTree* range = values.find("range")) {
        read_range(file, issue, *range, numbers);
      } else if (const JsonTree* list = member(file, values, "values", JsonKind::list)) {
        for (const auto& entry : list->members) issue.options.push_back(entry.value.text);
      }
      if (issue.options.empty())
        findings_.missing(file, "the values of the issue '" + issue_name + "'");
      positions_.emplace(issue_name, scenario_.issues.size());
      scenario_.issues.push_back(std::move(issue));
      numbers_.push_back(std::move(numbers));
    }
    if (scenario_.issues.empty()) findings_.missing(file, "issues");
  }

  void read_range(const std::string& file, Issue& issue, const JsonTree& range,
                  std::vector<Rational>& numbers) {
    if (range.kind != JsonKind::list || range.members.size() != 3) {
      findings_.missing(file, "a range [low, high, step] of the issue '" + issue.name + "'");
      return;
    }
    const Rational low = number(file, range.members[0].value, "a range's low end");
    const Rational high = number(file, range.members[1].value, "a range's high end");
    const Rational step = number(file, range.members[2].value, "a range's step");
    if (step <= 0 || high < low || (high - low) / step >= kMostOptions) {
      findings_.error({file, 0}, "invalid-range",
                      "The range of the issue '" + issue.name + "' is not of 1 to " +
                          std::to_string(kMostOptions) + " values.",
                      "Give [low, high, step] with a step above 0.");
      return;
    }
    for (Rational value = low; value <= high; value += step) {
      numbers.push_back(value);
      issue.options.push_back(base::literal_text(value));
    }
  }

  void read_profile(const std::string& file) {
    const auto tree = read_json_tree(file, files_.at(file), findings_);
    if (!tree) return;
    const JsonTree* space = tree->find(kSpace);
    if (space == nullptr) {
      findings_.error({file, 0}, "unsupported-utility",
                      "The profile is no " + std::string(kSpace) + ".",
                      "Only linear additive profiles are read.");
      return;
    }
    Profile profile;
    profile.name = file.substr(0, file.rfind('.'));
    profile.weights.resize(scenario_.issues.size());
    profile.evaluations.resize(scenario_.issues.size());
    const JsonTree* weights = member(file, *space, "issueWeights", JsonKind::object);
    const JsonTree* utilities = member(file, *space, "issueUtilities", JsonKind::object);
    if (weights == nullptr || utilities == nullptr) return;
    for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
      const std::string& issue = scenario_.issues[i].name;
      const JsonTree* weight = weights->find(issue);
      const JsonTree* utility = utilities->find(issue);
      if (weight == nullptr || utility == nullptr) {
        findings_.missing(file, "weight and utilities of the issue '" + issue + "'");
        continue;
      }
      profile.weights[i] = number(file, *weight, "the weight of '" + issue + "'");
      profile.evaluations[i] = evaluations(file, i, *utility);
    }
    for (const JsonTree* named : {weights, utilities}) {
      for (const auto& [issue, value] : named->members) {
        if (positions_.contains(issue)) continue;
        findings_.error({file, 0}, "unknown-part", "The domain has no issue '" + issue + "'.",
                        "Use the issues of the domain file.");
      }
    }
    if (findings_.has_errors()) return;
    read_reservation(file, *space, profile);
    scenario_.profiles.push_back(std::move(profile));
  }

  std::vector<Rational> evaluations(const std::string& file, std::size_t i,
                                    const JsonTree& utility) {
    const Issue& issue = scenario_.issues[i];
    std::vector<Rational> values(issue.options.size());
    if (const JsonTree* set = utility.find("DiscreteValueSetUtilities")) {
      const JsonTree* given = member(file, *set, "valueUtilities", JsonKind::object);
      if (given == nullptr) return values;
      std::map<std::string_view, const JsonTree*> by_name;
      for (const auto& [name, value] : given->members) by_name.emplace(name, &value);
      for (std::size_t o = 0; o < values.size(); ++o) {
        const auto found = by_name.find(issue.options[o]);
        if (found == by_name.end()) {
          findings_.missing(file,
                            "the utility of '" + issue.options[o] + "' of '" + issue.name + "'");
          continue;
        }
        values[o] = number(file, *found->second, "the utility of '" + issue.options[o] + "'");
        by_name.erase(found);
      }
      for (const auto& [name, value] : by_name) {
        findings_.error({file, 0}, "unknown-part",
                        "The issue '" + issue.name + "' of the domain has no value '" +
                            std::string(name) + "'.",
                        "Use the values of the domain file.");
      }
      return values;
    }
    const JsonTree* line = utility.find("NumberValueSetUtilities");
    if (line == nullptr || numbers_[i].empty()) {
      findings_.error(
          {file, 0}, "unsupported-utility",
          "The utilities of the issue '" + issue.name + "' are of no kind that is read.",
          "Use DiscreteValueSetUtilities, or NumberValueSetUtilities for a range.");
      return values;
    }
    const auto part = [&](const char* name) {
      const JsonTree* found = line->find(name);
      if (found == nullptr) findings_.missing(file, std::string("'") + name + "'");
      return found == nullptr ? Rational(0) : number(file, *found, name);
    };
    const Rational low = part("lowValue");
    const Rational high = part("highValue");
    const Rational low_utility = part("lowUtility");
    if (high <= low) {
      findings_.error({file, 0}, "invalid-range",
                      "The values of the issue '" + issue.name + "' have no range.",
                      "Give lowValue below highValue.");
      return values;
    }
    const Rational slope = (part("highUtility") - low_utility) / (high - low);
    return nemawashi::scenarios::linear_evaluations(numbers_[i], slope, low_utility - slope * low,
                                                    Semantics::raw);
  }

  void read_reservation(const std::string& file, const JsonTree& space, Profile& profile) {
    const JsonTree* bid = space.find("reservationBid");
    if (bid == nullptr || bid->kind == JsonKind::null) return;
    const JsonTree* values = bid->find("issuevalues");
    if (values == nullptr) values = bid->find("issueValues");
    if (values == nullptr || values->kind != JsonKind::object) {
      findings_.missing(file, "the values of 'reservationBid'");
      return;
    }
    profile.states_reservation = true;
    for (const auto& [name, value] : values->members) {
      const auto issue = positions_.find(name);
      if (issue == positions_.end()) {
        findings_.error({file, 0}, "unknown-part", "The domain has no issue '" + name + "'.",
                        "Use the issues of the domain file.");
        continue;
      }
      const auto& options = scenario_.issues[issue->second].options;
      const auto option = std::find(options.begin(), options.end(), value.text);
      if (option == options.end()) {
        findings_.error({file, 0}, "unknown-part",
                        "The issue '" + name + "' of the domain has no value '" + value.text + "'.",
                        "Use the values of the domain file.");
        continue;
      }
      profile.reservation +=
          profile.weights[issue->second] *
          profile.evaluations[issue->second][static_cast<std::size_t>(option - options.begin())];
    }
  }

  const FileSet& files_;
  const ScenarioOptions& options_;
  FileFindings findings_;
  Scenario scenario_;
  std::map<std::string, std::size_t> positions_;
  std::vector<std::vector<Rational>> numbers_;  ///< by issue and option, of ranges
};

}  // namespace

bool is_geniusweb(const FileSet& files) {
  for (const auto& [name, bytes] : files) {
    if (name.ends_with(".json") && has_top_member(bytes, "issuesValues")) return true;
  }
  return false;
}

ScenarioReading read_geniusweb(const FileSet& files, const ScenarioOptions& options) {
  return GeniusWebReader(files, options).reading();
}

}  // namespace nemawashi::io::scenarios
