// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <unordered_set>

#include "engine/base/text.h"
#include "engine/scenarios/evaluation.h"
#include "io/scenarios/genius_parts.h"

namespace nemawashi::io::scenarios {
namespace {

/// `discrete` where no attribute says otherwise; nothing if one says something else.
std::optional<GeniusKind> kind_of(pugi::xml_node issue) {
  constexpr std::array<const char*, 3> kAttributes = {"type", "etype", "vtype"};
  std::string_view kind = "discrete";
  for (const char* name : kAttributes) {
    const std::string_view stated = issue.attribute(name).value();
    if (!stated.empty()) {
      kind = stated;
      break;
    }
  }
  if (kind == "discrete") return GeniusKind::discrete;
  if (kind == "integer") return GeniusKind::integer;
  if (kind == "real") return GeniusKind::real;
  return std::nullopt;
}

/// The element that carries the bounds: the issue itself, or its child `range`.
pugi::xml_node range_of(pugi::xml_node issue) {
  const pugi::xml_node range = issue.child("range");
  return issue.attribute("lowerbound") || !range ? issue : range;
}

void read_items(const XmlFile& file, pugi::xml_node node, GeniusIssue& issue,
                FileFindings& findings) {
  std::unordered_set<std::string> seen;
  for (const pugi::xml_node item : node.children("item")) {
    std::string value = file.attribute(item, "value", findings);
    if (!value.empty() && !seen.insert(value).second) {
      findings.error(file.place(item), "repeated-part",
                     "The issue '" + issue.name + "' has the item '" + value + "' twice.",
                     "Keep one, or name them differently.");
    }
    issue.options.push_back(std::move(value));
  }
  if (issue.options.empty()) {
    findings.error(file.place(node), "missing-part", "The issue '" + issue.name + "' has no items.",
                   "Give it at least one item.");
  }
}

void read_integers(const XmlFile& file, pugi::xml_node node, GeniusIssue& issue,
                   FileFindings& findings) {
  const pugi::xml_node range = range_of(node);
  const auto low = whole_number(file, range, "lowerbound", findings);
  const auto high = whole_number(file, range, "upperbound", findings);
  if (!low || !high) return;
  if (*high < *low || *high - *low >= static_cast<long>(kMostOptions)) {
    findings.error(file.place(range), "invalid-range",
                   "The issue '" + issue.name + "' goes from " + std::to_string(*low) + " to " +
                       std::to_string(*high) + ".",
                   "Give a range of 1 to " + std::to_string(kMostOptions) + " whole numbers.");
    return;
  }
  for (long value = *low; value <= *high; ++value) {
    issue.options.push_back(std::to_string(value));
    issue.values.emplace_back(value);
  }
}

void read_reals(const XmlFile& file, pugi::xml_node node, std::size_t grid, GeniusDomain& domain,
                GeniusIssue& issue, FileFindings& findings) {
  const pugi::xml_node range = range_of(node);
  const Rational low = file.number(range, "lowerbound", findings);
  const Rational high = file.number(range, "upperbound", findings);
  if (high <= low) {
    findings.error(file.place(range), "invalid-range",
                   "The issue '" + issue.name + "' has no value between its bounds.",
                   "Give a lower bound below the upper bound.");
    return;
  }
  issue.values = nemawashi::scenarios::even_grid(low, high, grid);
  for (const Rational& value : issue.values) issue.options.push_back(base::literal_text(value));
  domain.remarks.push_back("The real issue '" + issue.name + "' is read at " +
                           std::to_string(grid) + " evenly spaced values from " +
                           issue.options.front() + " to " + issue.options.back() + ".");
}

}  // namespace

std::optional<long> whole_number(const XmlFile& file, pugi::xml_node node, const char* attribute,
                                 FileFindings& findings) {
  constexpr long kGreatest = 1'000'000'000;
  if (!node.attribute(attribute)) {
    file.attribute(node, attribute, findings);
    return std::nullopt;
  }
  const Rational number = file.number(node, attribute, findings);
  if (number.get_den() == 1 && abs(number) <= kGreatest) return number.get_num().get_si();
  findings.error(
      file.place(node), "invalid-number",
      std::string("The attribute '") + attribute + "' is no whole number of at most a billion.",
      "Write a whole number.");
  return std::nullopt;
}

std::set<std::string> objectives_of(const XmlFile& file) {
  std::set<std::string> indices;
  for (const pugi::xml_node node : descendants(file.root(), "objective")) {
    const std::string_view index = base::trimmed(node.attribute("index").value());
    if (!index.empty()) indices.emplace(index);
  }
  return indices;
}

GeniusDomain read_genius_domain(const XmlFile& file, std::size_t grid, ScenarioSize& size,
                                FileFindings& findings) {
  GeniusDomain domain;
  domain.name = file.name().substr(0, file.name().rfind('.'));
  for (const pugi::xml_node node : descendants(file.root(), "issue")) {
    GeniusIssue issue;
    issue.name = file.attribute(node, "name", findings);
    const auto index = whole_number(file, node, "index", findings);
    const auto kind = kind_of(node);
    if (!kind) {
      findings.error(file.place(node), "unsupported-utility",
                     "The issue '" + issue.name + "' is neither discrete, integer nor real.",
                     "Give it one of these types.");
    }
    if (!kind || !index || *index < 0) continue;
    issue.index = static_cast<std::size_t>(*index);
    issue.kind = *kind;
    if (*kind == GeniusKind::discrete) read_items(file, node, issue, findings);
    if (*kind == GeniusKind::integer) read_integers(file, node, issue, findings);
    if (*kind == GeniusKind::real) read_reals(file, node, grid, domain, issue, findings);
    if (!domain.by_index.emplace(issue.index, domain.issues.size()).second) {
      findings.error(file.place(node), "repeated-part",
                     "The index " + std::to_string(issue.index) + " is given to two issues.",
                     "Number the issues differently.");
    }
    if (!size.add_issue(file.place(node), issue.options.size(), findings)) return domain;
    domain.issues.push_back(std::move(issue));
  }
  domain.objectives = objectives_of(file);
  if (domain.issues.empty()) {
    findings.error({file.name(), 0}, "missing-part", "The domain has no issues.",
                   "Name the issues in elements 'issue'.");
  }
  return domain;
}

}  // namespace nemawashi::io::scenarios
