// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/ktab.h"

#include <set>

#include "engine/base/text.h"
#include "io/scenarios/spatial.h"
#include "io/scenarios/text_lines.h"

namespace nemawashi::io::scenarios {
namespace {

constexpr std::size_t kBeforePositions = 3;

/// `Policy Position` names the dimension `Policy`.
std::string dimension_name(std::string_view header, std::size_t dimension) {
  constexpr std::string_view kEnd = "Position";
  if (header.ends_with(kEnd)) header.remove_suffix(kEnd.size());
  const std::string_view name = base::trimmed(header);
  return name.empty() ? "dimension " + std::to_string(dimension + 1) : std::string(name);
}

/// The number of actors and of dimensions that the first line announces: its last two fields.
struct Announced {
  Rational actors;
  Rational dimensions;
};

void read_actor(const FilePlace& place, const std::vector<std::string_view>& fields,
                SpatialModel& model, FileFindings& findings) {
  const std::size_t expected = kBeforePositions + 2 * model.issues.size();
  if (fields.size() != expected) {
    findings.error(place, "cell-count",
                   "The line has " + std::to_string(fields.size()) + " fields, not " +
                       std::to_string(expected) + ".",
                   "Give actor, description, influence, then position and salience by dimension; "
                   "texts may not hold commas.");
    return;
  }
  findings.number(place, "The influence", fields[2]);
  SpatialActor actor{std::string(fields[0]), "", {}, place.line};
  actor.note = std::string(fields[1]) + "; influence " + std::string(fields[2]);
  for (std::size_t i = 0; i < model.issues.size(); ++i) {
    const std::size_t at = kBeforePositions + 2 * i;
    actor.stances.emplace_back(SpatialStance{findings.number(place, "The position", fields[at]),
                                             findings.number(place, "The salience", fields[at + 1]),
                                             "", place.line});
  }
  model.actors.push_back(std::move(actor));
}

/// What separates the fields of the header: a comma, or what other programs write in its place;
/// 0 if it is no header.
char separator_of(std::string_view header) {
  for (const char separator : {',', ';', '\t'}) {
    const auto fields = fields_of(header, separator);
    if (fields.size() >= kBeforePositions + 2 && fields[0] == "Actor" && fields[2] == "Influence") {
      return separator;
    }
  }
  return '\0';
}

}  // namespace

bool is_ktab(std::string_view bytes) {
  const auto lines = lines_of(bytes.substr(0, 4000));
  return lines.size() > 1 && separator_of(lines[1].text) != '\0';
}

ScenarioReading read_ktab(const std::string& file, std::string_view bytes,
                          const ScenarioOptions& options) {
  FileFindings findings;
  SpatialModel model;
  model.format = "KTAB CSV";
  const auto lines = lines_of(bytes);
  if (lines.size() < 3) {
    findings.error({file, 0}, "missing-part", "The file has fewer than three lines.",
                   "Write the name, the header and a line for each actor.");
    return concluded({}, findings);
  }
  const char separator = separator_of(lines[1].text);
  if (separator != ',' && separator != '\0') {
    findings.error({file, lines[1].number}, "cell-count",
                   std::string("The fields are separated by ") +
                       (separator == ';' ? "';'" : "tabs") + ", not by commas.",
                   "Save the file with commas, and with points in decimals.");
    return concluded({}, findings);
  }
  const auto first = fields_of(lines[0].text, ',');
  const auto header = fields_of(lines[1].text, ',');
  if (first.size() < 4 || header.size() < kBeforePositions + 2) {
    findings.error({file, lines[0].number}, "missing-part",
                   "The first two lines do not announce name, actors and dimensions.",
                   "Write name,description,actors,dimensions, then the header.");
    return concluded({}, findings);
  }
  if (first.size() > 4) {
    findings.error({file, lines[0].number}, "cell-count",
                   "The first line has " + std::to_string(first.size()) + " fields, not 4.",
                   "Write name,description,actors,dimensions; texts may not hold commas.");
  }
  if ((header.size() - kBeforePositions) % 2 != 0) {
    findings.error({file, lines[1].number}, "cell-count",
                   "The header names a position without a salience, or another field.",
                   "Name actor, description, influence, then position and salience by dimension.");
  }
  if (findings.has_errors()) return concluded({}, findings);
  model.name = std::string(first[0]);
  const FilePlace top{file, lines[0].number};
  const Announced announced{
      findings.number(top, "The number of actors", first[first.size() - 2]),
      findings.number(top, "The number of dimensions", first[first.size() - 1])};
  for (std::size_t at = kBeforePositions; at + 1 < header.size(); at += 2) {
    model.issues.push_back(
        {dimension_name(header[at], model.issues.size()), 0, 100, lines[1].number});
  }
  ScenarioSize size;  // A number for each of two options of each dimension, or more.
  if (!size.add_profile(top, 2 * (lines.size() - 2) * model.issues.size(), findings)) {
    return concluded({}, findings);
  }
  std::set<std::string_view> names;
  for (std::size_t i = 2; i < lines.size(); ++i) {
    const auto fields = fields_of(lines[i].text, ',');
    if (fields.empty()) continue;
    const FilePlace place{file, lines[i].number};
    if (!names.insert(fields[0]).second) {
      findings.error(place, "repeated-part", "'" + std::string(fields[0]) + "' is named twice.",
                     "Keep one.");
    }
    read_actor(place, fields, model, findings);
  }
  if (!findings.has_errors() &&
      (announced.actors != model.actors.size() || announced.dimensions != model.issues.size())) {
    findings.error(top, "missing-part",
                   "The file announces other numbers of actors or dimensions than it holds.",
                   "Correct the numbers, or complete the file: it may have been cut off.");
  }
  if (findings.has_errors()) return concluded({}, findings);
  Scenario scenario = scenario_of(model, file, options, findings);
  return concluded(std::move(scenario), findings);
}

}  // namespace nemawashi::io::scenarios
