// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/geniusweb.h"

#include <algorithm>
#include <map>
#include <unordered_set>

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
  const JsonTree* member(const FilePlace& place, const JsonTree& tree, std::string_view name,
                         JsonKind kind) {
    const JsonTree* found = tree.find(name);
    if (found != nullptr && found->kind == kind) return found;
    findings_.missing(below(place, name), "a sound '" + std::string(name) + "'");
    return nullptr;
  }

  Rational number(const FilePlace& place, const JsonTree& tree, const std::string& what) {
    if (tree.kind == JsonKind::number || tree.kind == JsonKind::text) {
      return findings_.number(place, what, tree.text);
    }
    findings_.missing(place, "a number for " + what);
    return 0;
  }

  void unknown_issue(const FilePlace& place, const std::string& name) {
    findings_.error(place, "unknown-part", "The domain has no issue '" + name + "'.",
                    "Use the issues of the domain file.");
  }

  void unknown_value(const FilePlace& place, const Issue& issue, std::string_view value) {
    findings_.error(
        place, "unknown-part",
        "The issue '" + issue.name + "' of the domain has no value '" + std::string(value) + "'.",
        "Use the values of the domain file.");
  }

  void read_domain(const std::string& file) {
    const auto tree = read_json_tree(file, files_.at(file), findings_);
    if (!tree) return;
    const JsonTree* name = tree->find("name");
    scenario_.name = name != nullptr && name->kind == JsonKind::text
                         ? name->text
                         : file.substr(0, file.rfind('.'));
    const JsonTree* issues = member({file}, *tree, "issuesValues", JsonKind::object);
    if (issues == nullptr) return;
    for (const auto& [issue_name, values] : issues->members) {
      const FilePlace place = below(below({file}, "issuesValues"), issue_name);
      Issue issue{issue_name, {}};
      std::vector<Rational> numbers;
      if (const JsonTree* range = values.find("range")) {
        read_range(below(place, "range"), issue, *range, numbers);
      } else if (const JsonTree* list = member(place, values, "values", JsonKind::list)) {
        read_values(below(place, "values"), issue, *list);
      }
      if (issue.options.empty()) {
        findings_.missing(place, "the values of the issue '" + issue_name + "'");
      }
      if (!size_.add_issue(place, issue.options.size(), findings_)) return;
      positions_.emplace(issue_name, scenario_.issues.size());
      scenario_.issues.push_back(std::move(issue));
      numbers_.push_back(std::move(numbers));
    }
    if (scenario_.issues.empty()) findings_.missing(below({file}, "issuesValues"), "issues");
  }

  void read_values(const FilePlace& place, Issue& issue, const JsonTree& list) {
    std::unordered_set<std::string_view> seen;
    for (std::size_t i = 0; i < list.members.size(); ++i) {
      const JsonTree& value = list.members[i].value;
      const FilePlace here = below(place, std::to_string(i));
      if (value.kind != JsonKind::text && value.kind != JsonKind::number) {
        findings_.missing(here, "a text for a value of the issue '" + issue.name + "'");
      } else if (!seen.insert(value.text).second) {
        findings_.error(here, "repeated-part",
                        "The issue '" + issue.name + "' has the value '" + value.text + "' twice.",
                        "Keep one, or name them differently.");
      }
      issue.options.push_back(value.text);
    }
  }

  void read_range(const FilePlace& place, Issue& issue, const JsonTree& range,
                  std::vector<Rational>& numbers) {
    if (range.kind != JsonKind::list || range.members.size() != 3) {
      findings_.missing(place, "a range [low, high, step] of the issue '" + issue.name + "'");
      return;
    }
    const Rational low = number(below(place, "0"), range.members[0].value, "a range's low end");
    const Rational high = number(below(place, "1"), range.members[1].value, "a range's high end");
    const Rational step = number(below(place, "2"), range.members[2].value, "a range's step");
    if (step <= 0 || high < low || (high - low) / step >= kMostOptions) {
      findings_.error(place, "invalid-range",
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
      findings_.error({file}, "unsupported-utility",
                      "The profile is no " + std::string(kSpace) + ".",
                      "Only linear additive profiles are read.");
      return;
    }
    if (!size_.add_profile({file}, size_.options(), findings_)) return;
    const FilePlace place = below({file}, kSpace);
    Profile profile;
    profile.name = file.substr(0, file.rfind('.'));
    profile.weights.resize(scenario_.issues.size());
    profile.evaluations.resize(scenario_.issues.size());
    const JsonTree* weights = member(place, *space, "issueWeights", JsonKind::object);
    const JsonTree* utilities = member(place, *space, "issueUtilities", JsonKind::object);
    if (weights == nullptr || utilities == nullptr) return;
    const FilePlace weights_place = below(place, "issueWeights");
    const FilePlace utilities_place = below(place, "issueUtilities");
    const auto weight_of = by_name(weights);
    const auto utility_of = by_name(utilities);
    for (std::size_t i = 0; i < scenario_.issues.size(); ++i) {
      const std::string& issue = scenario_.issues[i].name;
      const auto weight = weight_of.find(issue);
      const auto utility = utility_of.find(issue);
      if (weight == weight_of.end()) {
        findings_.missing(below(weights_place, issue), "the weight of the issue '" + issue + "'");
      } else {
        profile.weights[i] =
            number(below(weights_place, issue), *weight->second, "the weight of '" + issue + "'");
      }
      if (utility == utility_of.end()) {
        findings_.missing(below(utilities_place, issue),
                          "the utilities of the issue '" + issue + "'");
      } else {
        profile.evaluations[i] = evaluations(below(utilities_place, issue), i, *utility->second);
      }
    }
    for (const JsonTree* named : {weights, utilities}) {
      for (const auto& [issue, value] : named->members) {
        if (positions_.contains(issue)) continue;
        unknown_issue(below(named == weights ? weights_place : utilities_place, issue), issue);
      }
    }
    if (findings_.has_errors()) return;
    read_reservation(place, *space, profile);
    scenario_.profiles.push_back(std::move(profile));
  }

  std::vector<Rational> evaluations(const FilePlace& place, std::size_t i,
                                    const JsonTree& utility) {
    const Issue& issue = scenario_.issues[i];
    if (const JsonTree* set = utility.find("DiscreteValueSetUtilities")) {
      return discrete_evaluations(below(place, "DiscreteValueSetUtilities"), issue, *set);
    }
    const JsonTree* line = utility.find("NumberValueSetUtilities");
    if (line != nullptr && !numbers_[i].empty()) {
      return number_evaluations(below(place, "NumberValueSetUtilities"), i, *line);
    }
    findings_.error(place, "unsupported-utility",
                    "The utilities of the issue '" + issue.name + "' are of no kind that is read.",
                    "Use DiscreteValueSetUtilities, or NumberValueSetUtilities for a range.");
    return {};
  }

  std::vector<Rational> discrete_evaluations(const FilePlace& set_place, const Issue& issue,
                                             const JsonTree& set) {
    std::vector<Rational> values(issue.options.size());
    const JsonTree* given = member(set_place, set, "valueUtilities", JsonKind::object);
    if (given == nullptr) return values;
    const FilePlace place = below(set_place, "valueUtilities");
    const auto value_of = by_name(given);
    std::unordered_set<std::string_view> known;
    for (std::size_t o = 0; o < values.size(); ++o) {
      const std::string& option = issue.options[o];
      known.insert(option);
      const auto found = value_of.find(option);
      const std::string what = "the utility of '" + option + "' of '" + issue.name + "'";
      if (found == value_of.end()) {
        findings_.missing(below(place, option), what);
      } else {
        values[o] = number(below(place, option), *found->second, what);
      }
    }
    for (const auto& [name, value] : given->members) {
      if (!known.contains(name)) unknown_value(below(place, name), issue, name);
    }
    return values;
  }

  std::vector<Rational> number_evaluations(const FilePlace& place, std::size_t i,
                                           const JsonTree& line) {
    const auto part = [&](const char* name) {
      const JsonTree* found = line.find(name);
      if (found == nullptr) findings_.missing(below(place, name), std::string("'") + name + "'");
      return found == nullptr ? Rational(0) : number(below(place, name), *found, name);
    };
    const Rational low = part("lowValue");
    const Rational high = part("highValue");
    const Rational low_utility = part("lowUtility");
    if (high <= low) {
      findings_.error(place, "invalid-range",
                      "The values of the issue '" + scenario_.issues[i].name + "' have no range.",
                      "Give lowValue below highValue.");
      return {};
    }
    const Rational slope = (part("highUtility") - low_utility) / (high - low);
    return nemawashi::scenarios::linear_evaluations(numbers_[i], slope, low_utility - slope * low,
                                                    Semantics::raw);
  }

  void read_reservation(const FilePlace& space_place, const JsonTree& space, Profile& profile) {
    const JsonTree* bid = space.find("reservationBid");
    if (bid == nullptr || bid->kind == JsonKind::null) return;
    const bool older = bid->find("issuevalues") != nullptr;
    const char* key = older ? "issuevalues" : "issueValues";
    const FilePlace bid_place = below(space_place, "reservationBid");
    const JsonTree* values = member(bid_place, *bid, key, JsonKind::object);
    if (values == nullptr) return;
    profile.states_reservation = true;
    for (const auto& [name, value] : values->members) {
      const FilePlace place = below(below(bid_place, key), name);
      const auto position = positions_.find(name);
      if (position == positions_.end()) {
        unknown_issue(place, name);
        continue;
      }
      const Issue& issue = scenario_.issues[position->second];
      const auto option = std::find(issue.options.begin(), issue.options.end(), value.text);
      if (option == issue.options.end()) {
        unknown_value(place, issue, value.text);
        continue;
      }
      const auto o = static_cast<std::size_t>(option - issue.options.begin());
      profile.reservation +=
          profile.weights[position->second] * profile.evaluations[position->second][o];
    }
  }

  const FileSet& files_;
  const ScenarioOptions& options_;
  FileFindings findings_;
  Scenario scenario_;
  ScenarioSize size_;
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
