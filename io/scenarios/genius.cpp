// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/genius.h"

#include "io/scenarios/genius_parts.h"
#include "io/scenarios/seats.h"

namespace nemawashi::io::scenarios {
namespace {

bool is_domain(std::string_view bytes) {
  return begins_with_element(bytes, "negotiation_template");
}

bool is_profile(std::string_view bytes) { return begins_with_element(bytes, "utility_space"); }

/// XML files that are neither, and that no other part of a scenario explains, are said to be odd:
/// a profile that was cut off must not go missing silently.
bool is_explained(const std::string& name, std::string_view bytes) {
  return !name.ends_with(".xml") || name == "pareto.xml" || is_domain(bytes) || is_profile(bytes);
}

}  // namespace

bool is_genius(const FileSet& files) {
  for (const auto& [name, bytes] : files) {
    if (is_domain(bytes)) return true;
  }
  return false;
}

ScenarioReading read_genius(const FileSet& files, const ScenarioOptions& options) {
  FileFindings findings;
  constexpr std::size_t kUsualGrid = 11;
  const std::size_t grid = grid_points(options, kUsualGrid, findings);
  std::string domain_name;
  std::vector<std::string> profile_names;
  for (const auto& [name, bytes] : files) {
    if (is_domain(bytes) && !options.domain.empty()) {
      if (name == options.domain) domain_name = name;
    } else if (is_domain(bytes) && !domain_name.empty()) {
      findings.error({name, 0}, "several-domains",
                     "The folder has two domains, '" + domain_name + "' and '" + name + "'.",
                     "Name the file of the one that is meant, or keep each domain with its "
                     "profiles in a folder of its own.");
    } else if (is_domain(bytes)) {
      domain_name = name;
    } else if (is_profile(bytes)) {
      profile_names.push_back(name);
    } else if (!is_explained(name, bytes)) {
      findings.error({name, 0}, "not-xml", "The file is neither a domain nor a profile.",
                     "Fetch it again, or keep it outside the folder.");
    }
  }
  if (domain_name.empty()) {
    findings.error({}, "no-domain", "No file of the folder is a domain (negotiation_template).",
                   "Put the domain file into the folder.");
    return concluded({}, findings);
  }
  const std::vector<std::string> seats = seated(profile_names, options, findings);

  const XmlFile domain_file(domain_name, files.at(domain_name), findings);
  if (findings.has_errors()) return concluded({}, findings);
  ScenarioSize size;
  GeniusDomain domain = read_genius_domain(domain_file, grid, size, findings);
  Scenario scenario;
  scenario.name = domain.name;
  scenario.format = "Genius XML";
  scenario.semantics = options.semantics;
  for (GeniusIssue& issue : domain.issues) scenario.issues.push_back({issue.name, issue.options});
  if (findings.has_errors() || !is_small_enough(scenario, domain_name, findings)) {
    return concluded({}, findings);
  }
  for (const std::string& name : seats) {
    const XmlFile file(name, files.at(name), findings);
    if (!file.root()) continue;
    if (!size.add_profile({name, 0}, is_nonlinear(file) ? 0 : size.options(), findings)) break;
    scenario.profiles.push_back(
        read_genius_profile(file, domain, options.semantics, size, findings));
  }
  scenario.remarks = std::move(domain.remarks);
  is_small_enough(scenario, domain_name, findings);
  return concluded(std::move(scenario), findings);
}

}  // namespace nemawashi::io::scenarios
