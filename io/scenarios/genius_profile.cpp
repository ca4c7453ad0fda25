// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "engine/base/text.h"
#include "engine/scenarios/evaluation.h"
#include "io/scenarios/genius_parts.h"

namespace nemawashi::io::scenarios {
namespace {

namespace rules = nemawashi::scenarios;

/// The position in the domain of the issue that an element is about; an error if there is none.
std::optional<std::size_t> position_of(const XmlFile& file, const GeniusDomain& domain,
                                       pugi::xml_node node, FileFindings& findings) {
  const auto index = whole_number(file, node, "index", findings);
  if (!index) return std::nullopt;
  const auto found = domain.by_index.find(static_cast<std::size_t>(*index));
  if (*index >= 0 && found != domain.by_index.end()) return found->second;
  findings.error(file.place(node), "unknown-part",
                 "The domain has no issue with the index " + std::to_string(*index) + ".",
                 "Use the indices of the domain file.");
  return std::nullopt;
}

std::vector<Rational> discrete(const XmlFile& file, pugi::xml_node node, const GeniusIssue& issue,
                               Semantics semantics, FileFindings& findings) {
  std::unordered_map<std::string, std::size_t> positions;
  for (std::size_t o = 0; o < issue.options.size(); ++o) positions.emplace(issue.options[o], o);
  std::vector<Rational> evaluations(issue.options.size());
  std::vector<bool> given(issue.options.size());
  for (const pugi::xml_node item : node.children("item")) {
    const std::string value = file.attribute(item, "value", findings);
    const auto found = positions.find(value);
    if (found == positions.end()) {
      findings.error(file.place(item), "unknown-part",
                     "The issue '" + issue.name + "' of the domain has no item '" + value + "'.",
                     "Use the items of the domain file.");
      continue;
    }
    if (given[found->second]) {
      findings.error(file.place(item), "repeated-part",
                     "The item '" + value + "' is evaluated twice.", "Keep one.");
    }
    given[found->second] = true;
    evaluations[found->second] = file.number(item, "evaluation", findings);
  }
  const auto missing = std::find(given.begin(), given.end(), false);
  if (missing != given.end()) {
    findings.error(file.place(node), "missing-part",
                   "The item '" + issue.options[static_cast<std::size_t>(missing - given.begin())] +
                       "' of the issue '" + issue.name + "' is not evaluated.",
                   "Evaluate every item of the domain.");
  }
  return rules::discrete_evaluations(std::move(evaluations), semantics);
}

/// The attribute, under its present or its older name.
Rational parameter(const XmlFile& file, pugi::xml_node node, const char* name, const char* older,
                   FileFindings& findings) {
  return file.number(node, node.attribute(name) || !node.attribute(older) ? name : older, findings);
}

std::vector<Rational> evaluated(const XmlFile& file, pugi::xml_node node, const GeniusIssue& issue,
                                Semantics semantics, FileFindings& findings) {
  if (issue.kind == GeniusKind::discrete) return discrete(file, node, issue, semantics, findings);
  const std::vector<Rational> none(issue.options.size());
  const pugi::xml_node evaluator = node.child("evaluator");
  if (!evaluator) {
    findings.error(file.place(node), "missing-part",
                   "The issue '" + issue.name + "' has no evaluator.", "Add one.");
    return none;
  }
  const std::string form = file.attribute(evaluator, "ftype", findings);
  if (form == "constant") {
    const Rational value = parameter(file, evaluator, "offset", "parameter0", findings);
    return std::vector<Rational>(issue.options.size(), value);
  }
  if (form == "linear" && issue.kind == GeniusKind::integer) {
    std::vector<Rational> steps = issue.values;
    for (Rational& step : steps) step -= issue.values.front();
    return rules::linear_evaluations(
        steps, parameter(file, evaluator, "slope", "parameter1", findings),
        parameter(file, evaluator, "offset", "parameter0", findings), semantics);
  }
  if (form == "linear") {
    return rules::linear_evaluations(issue.values, file.number(evaluator, "parameter1", findings),
                                     file.number(evaluator, "parameter0", findings), semantics);
  }
  if (form == "triangular" && issue.kind == GeniusKind::real) {
    const Rational lower = file.number(evaluator, "parameter0", findings);
    const Rational upper = file.number(evaluator, "parameter1", findings);
    const Rational top = file.number(evaluator, "parameter2", findings);
    if (lower < top && top < upper) {
      return rules::triangular_evaluations(issue.values, lower, upper, top);
    }
    findings.error(file.place(evaluator), "invalid-range",
                   "The triangle's top is not between its ends.",
                   "Give parameter0 < parameter2 < parameter1.");
    return none;
  }
  if (!form.empty()) {
    findings.error(file.place(evaluator), "unsupported-utility",
                   "Evaluators of the form '" + form + "' are not read for such an issue.",
                   "Use linear or constant; triangular for real issues.");
  }
  return none;
}

void read_additive(const XmlFile& file, const GeniusDomain& domain, Semantics semantics,
                   Profile& profile, FileFindings& findings) {
  const std::size_t count = domain.issues.size();
  profile.weights.resize(count);
  profile.evaluations.resize(count);
  std::vector<bool> weighed(count);
  for (const pugi::xml_node node : descendants(file.root(), "issue")) {
    const auto position = position_of(file, domain, node, findings);
    if (!position) continue;
    const GeniusIssue& issue = domain.issues[*position];
    const std::string_view name = base::trimmed(node.attribute("name").value());
    if (!name.empty() && name != issue.name) {
      findings.warning(file.place(node), "renamed-issue",
                       "The issue with the index " + std::to_string(issue.index) + " is '" +
                           std::string(name) + "' here and '" + issue.name + "' in the domain.",
                       "The index decides; check that the profile belongs to this domain.");
    }
    if (!profile.evaluations[*position].empty()) {
      findings.error(file.place(node), "repeated-part",
                     "The issue '" + issue.name + "' is evaluated twice.", "Keep one.");
      continue;
    }
    profile.evaluations[*position] = evaluated(file, node, issue, semantics, findings);
  }
  const std::set<std::string> objectives = objectives_of(file);
  for (const pugi::xml_node node : descendants(file.root(), "weight")) {
    const auto index = whole_number(file, node, "index", findings);
    if (!index) continue;
    const auto found = domain.by_index.find(static_cast<std::size_t>(*index));
    if (*index < 0 || found == domain.by_index.end()) {  // An objective's weight is not used.
      const std::string written(base::trimmed(node.attribute("index").value()));
      if (domain.objectives.contains(written) || objectives.contains(written)) continue;
      findings.error(
          file.place(node), "unknown-part",
          "There is no issue and no objective with the index " + written + ", which is weighted.",
          "Use the indices of the domain file.");
      continue;
    }
    if (weighed[found->second]) {
      findings.error(file.place(node), "repeated-part",
                     "The index " + std::to_string(*index) + " is weighted twice.", "Keep one.");
    }
    weighed[found->second] = true;
    profile.weights[found->second] = file.number(node, "value", findings);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool evaluated_issue = !profile.evaluations[i].empty();
    if (evaluated_issue && weighed[i]) continue;
    findings.error({file.name(), 0}, "missing-part",
                   "The issue '" + domain.issues[i].name + "' has no " +
                       (evaluated_issue ? "weight." : "evaluation."),
                   "Add it.");
  }
}

}  // namespace

bool is_nonlinear(const XmlFile& profile) {
  return std::string_view(profile.root().attribute("type").value()) == "nonlinear";
}

Profile read_genius_profile(const XmlFile& file, const GeniusDomain& domain, Semantics semantics,
                            ScenarioSize& size, FileFindings& findings) {
  Profile profile;
  profile.name = file.name().substr(0, file.name().rfind('.'));
  const pugi::xml_node root = file.root();
  if (is_nonlinear(file)) {
    profile.rectangles = read_genius_rectangles(file, domain, size, findings);
  } else {
    read_additive(file, domain, semantics, profile, findings);
  }
  if (const pugi::xml_node node = root.child("reservation")) {
    profile.states_reservation = true;
    profile.reservation = file.number(node, "value", findings);
  }
  if (const pugi::xml_node node = root.child("discount_factor")) {
    profile.discount = file.number(node, "value", findings);
    if (*profile.discount < 0 || *profile.discount > 1) {
      findings.error(file.place(node), "invalid-range", "The discount factor is not within 0..1.",
                     "Write 1 for none.");
    }
  }
  return profile;
}

}  // namespace nemawashi::io::scenarios
