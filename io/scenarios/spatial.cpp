// SPDX-License-Identifier: Apache-2.0
#include "io/scenarios/spatial.h"

#include <algorithm>

#include "engine/scenarios/evaluation.h"

namespace nemawashi::io::scenarios {
namespace {

/// The values at which the issue is read, rising.
std::vector<Rational> values_of(const SpatialModel& model, std::size_t issue,
                                const std::optional<std::size_t>& grid) {
  const SpatialIssue& about = model.issues[issue];
  if (grid) return nemawashi::scenarios::even_grid(about.least, about.greatest, *grid);
  std::vector<Rational> values = {about.least, about.greatest};
  for (const SpatialActor& actor : model.actors) {
    if (actor.stances[issue]) values.push_back(actor.stances[issue]->position);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

/// Whether every stance can be read; else errors.
bool is_sound(const SpatialModel& model, const std::string& file, FileFindings& findings) {
  bool sound = !model.actors.empty() && !model.issues.empty();
  if (!sound) {
    findings.error({file, 0}, "missing-part", "The file has no actors or no issues.",
                   "Name them as the format asks.");
  }
  for (const SpatialIssue& issue : model.issues) {
    if (issue.least < issue.greatest) continue;
    sound = false;
    findings.error({file, issue.line}, "invalid-range",
                   "The range of the issue '" + issue.name + "' has no length.",
                   "Give two bounds.");
  }
  for (const SpatialActor& actor : model.actors) {
    Rational salience = 0;
    for (std::size_t i = 0; i < model.issues.size(); ++i) {
      if (!actor.stances[i]) continue;
      const SpatialIssue& issue = model.issues[i];
      const SpatialStance& stance = *actor.stances[i];
      const std::string whose = " of '" + actor.name + "' on '" + issue.name + "' is ";
      salience += stance.salience;
      if (stance.position < issue.least || stance.position > issue.greatest) {
        sound = false;
        findings.error({file, stance.line}, "invalid-range",
                       "The position" + whose + "outside the issue's range, " +
                           base::literal_text(issue.least) + ".." +
                           base::literal_text(issue.greatest) + ".",
                       "Correct the position or the range.");
      }
      if (stance.salience < 0) {
        sound = false;
        findings.error({file, stance.line}, "invalid-range", "The salience" + whose + "negative.",
                       "Write 0 or more.");
      }
    }
    if (salience > 0) continue;
    sound = false;
    findings.error({file, actor.line}, "invalid-range",
                   "The actor '" + actor.name + "' has no salience.",
                   "Give it a salience above 0 on some issue, or leave it out.");
  }
  return sound;
}

Profile profile_of(const SpatialModel& model, const SpatialActor& actor,
                   const std::vector<std::vector<Rational>>& values) {
  Profile profile;
  profile.name = actor.name;
  profile.note = actor.note;
  Rational total = 0;
  for (const auto& stance : actor.stances) total += stance ? stance->salience : Rational(0);
  for (std::size_t i = 0; i < model.issues.size(); ++i) {
    const SpatialIssue& issue = model.issues[i];
    if (!actor.stances[i]) {
      profile.weights.emplace_back(0);
      profile.evaluations.emplace_back(values[i].size());
      continue;
    }
    const SpatialStance& stance = *actor.stances[i];
    profile.weights.emplace_back(stance.salience / total);
    profile.evaluations.push_back(
        nemawashi::scenarios::closeness(values[i], stance.position, issue.least, issue.greatest));
    profile.positions.push_back(issue.name + ": position " + base::literal_text(stance.position) +
                                " in " + base::literal_text(issue.least) + ".." +
                                base::literal_text(issue.greatest) + ", salience " +
                                base::literal_text(stance.salience) +
                                (stance.power.empty() ? "" : ", power " + stance.power));
  }
  return profile;
}

}  // namespace

bool is_small_enough(const SpatialModel& model, const std::string& file, FileFindings& findings) {
  Scenario counted;
  counted.issues.resize(model.issues.size());
  counted.profiles.resize(model.actors.size());
  if (!is_small_enough(counted, file, findings)) return false;
  ScenarioSize size;  // Each actor has a number for each of two options of each issue, or more.
  return size.add_profile({file}, 2 * model.actors.size() * model.issues.size(), findings);
}

Scenario scenario_of(const SpatialModel& model, const std::string& file,
                     const ScenarioOptions& options, FileFindings& findings) {
  Scenario scenario;
  scenario.name = model.name;
  scenario.format = model.format;
  scenario.semantics = options.semantics;
  if (options.grid) grid_points(options, 2, findings);
  if (!is_small_enough(model, file, findings) || !is_sound(model, file, findings) ||
      findings.has_errors()) {
    return scenario;
  }
  std::vector<std::vector<Rational>> values;
  for (std::size_t i = 0; i < model.issues.size(); ++i) {
    values.push_back(values_of(model, i, options.grid));
    Issue issue{model.issues[i].name, {}};
    for (const Rational& value : values.back()) {
      issue.options.push_back(base::literal_text(value));
    }
    scenario.issues.push_back(std::move(issue));
  }
  ScenarioSize size;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!size.add_issue({file, model.issues[i].line}, values[i].size(), findings)) return scenario;
  }
  for (const SpatialActor& actor : model.actors) {
    if (!size.add_profile({file, actor.line}, size.options(), findings)) return scenario;
    scenario.profiles.push_back(profile_of(model, actor, values));
  }
  scenario.remarks.push_back(
      options.grid ? "Each continuous issue is read at " + std::to_string(*options.grid) +
                         " evenly spaced values."
                   : "Each continuous issue is read at the positions that some actor takes and at "
                     "the ends of its range.");
  scenario.remarks.emplace_back(
      "The model states no utility without agreement; 0 is taken, so nobody is ever below it: ask "
      "for the frontier (--between), or fill in the baseline.");
  for (const SpatialActor& actor : model.actors) {
    for (std::size_t i = 0; i < model.issues.size(); ++i) {
      if (actor.stances[i]) continue;
      scenario.remarks.push_back("'" + actor.name + "' states no position on '" +
                                 model.issues[i].name + "': it is taken as indifferent.");
    }
  }
  scenario.remarks.emplace_back("Power and influence are kept as notes; every actor is a gate.");
  is_small_enough(scenario, file, findings);
  return scenario;
}

}  // namespace nemawashi::io::scenarios
