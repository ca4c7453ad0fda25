// SPDX-License-Identifier: Apache-2.0
#include "apps/cli/floors_text.h"

#include <algorithm>

#include "engine/base/significant.h"

namespace nemawashi::cli {
namespace {

using base::significant_text;
using floors::FloorsAnswer;
using floors::FunctionAnswer;

std::string names_text(const FloorsAnswer& answer, const std::vector<std::uint32_t>& events) {
  if (events.empty()) return "nothing";
  std::string text;
  for (const std::uint32_t event : events) {
    if (!text.empty()) text += ", ";
    text += answer.trees.events[event].name;
  }
  return text;
}

std::string count_text(const floors::MinimalSetsAnswer& sets, const std::string& one,
                       const std::string& many) {
  if (!sets.count) return "not counted: " + many;
  return base::grouped_text(*sets.count) + " " + (*sets.count == 1 ? one : many);
}

std::string listed_text(const FloorsAnswer& answer, const floors::MinimalSetsAnswer& sets,
                        const std::string& heading) {
  if (sets.listed.empty()) return "";
  std::string text = heading + ":\n";
  for (const floors::ListedSet& set : sets.listed) {
    text += "- " + names_text(answer, set.events);
    if (set.probability) text += " (" + significant_text(*set.probability) + ")";
    text += "\n";
  }
  return text;
}

/// The events without which the top would be least likely.
std::string importance_text(const FloorsAnswer& answer, const FunctionAnswer& function) {
  constexpr std::size_t kShown = 5;
  auto ranked = function.importance;
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.criticality.value_or(0) > b.criticality.value_or(0);
  });
  std::string text;
  for (std::size_t i = 0; i < std::min(kShown, ranked.size()); ++i) {
    const floors::EventImportance& of = ranked[i];
    if (of.criticality.value_or(0) == 0) break;
    text += "- " + answer.trees.events[of.event].name + ": criticality " +
            significant_text(*of.criticality) + ", Birnbaum " + significant_text(of.birnbaum);
    if (of.fussell_vesely) text += ", Fussell-Vesely " + significant_text(*of.fussell_vesely);
    if (of.risk_achievement_worth) {
      text +=
          ", risk " + significant_text(*of.risk_achievement_worth) + " times as high if it occurs";
    }
    text += of.risk_reduction_worth ? ", " + significant_text(*of.risk_reduction_worth) +
                                          " times lower if it never does"
                                    : std::string(", none if it never does");
    text += "\n";
  }
  if (text.empty()) return "";
  return "What weighs most (all of it with --json):\n" + text;
}

std::string function_text(const FloorsAnswer& answer, const FunctionAnswer& function) {
  std::string text = function.name;
  if (!function.tree.empty() && function.tree != function.name) {
    text += " (fault tree " + function.tree + ")";
  }
  if (!function.phase.empty()) {
    text += ", in the phase " + function.phase + " of " + function.alignment;
  }
  text += "\n";
  if (function.ending == FunctionAnswer::Ending::stopped && function.events == 0) {
    return text + "The work was stopped before this was begun.\n";
  }
  if (function.ending != FunctionAnswer::Ending::complete) {
    text += function.ending == FunctionAnswer::Ending::stopped
                ? "The work was stopped before all was known.\n"
                : "There was no room for the decision diagrams (--memory-limit gives more).\n";
  }
  if (function.probability) {
    text += "It fails with a probability of " + significant_text(*function.probability);
    if (function.exact) text += ", exactly " + base::exact_text(*function.exact);
    text += ".\n";
  } else if (!function.without_probability.empty()) {
    const std::size_t events = function.without_probability.size();
    text += "How likely it is cannot be said: " + std::to_string(events) + " of its " +
            std::to_string(function.events) + " events have no probability.\n";
  }
  text += "It rests on " + std::to_string(function.events) +
          (function.events == 1 ? " event: " : " events: ") +
          count_text(function.cut_sets, "minimal cut set", "minimal cut sets") +
          " (together enough to make it fail), " +
          count_text(function.path_sets, "minimal path set", "minimal path sets") +
          " (together enough to keep it from failing).\n";
  text += listed_text(answer, function.cut_sets, "Minimal cut sets");
  text += listed_text(answer, function.path_sets, "Minimal path sets");
  return text + importance_text(answer, function);
}

}  // namespace

std::string floors_text(const FloorsAnswer& answer, const floors::FloorsOptions& options) {
  std::string text;
  for (const FunctionAnswer& function : answer.functions) {
    text += function_text(answer, function) + "\n";
  }
  text += "Events count as independent";
  if (options.common_causes == floors::CommonCauses::written_out) {
    text += " but for the common causes that are stated";
  } else if (answer.groups_left > 0) {
    text += "; " + std::to_string(answer.groups_left) +
            " groups with common causes are stated and not written out (--ccf does)";
  }
  return text + "; mission time " + significant_text(options.mission_time) + " hours.\n";
}

}  // namespace nemawashi::cli
