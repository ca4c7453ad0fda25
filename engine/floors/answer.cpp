// SPDX-License-Identifier: Apache-2.0
#include "engine/floors/answer.h"

#include <algorithm>
#include <cmath>

#include "engine/base/significant.h"
#include "engine/floors/common_cause.h"
#include "engine/floors/structure_of.h"
#include "engine/trees/fussell_vesely.h"
#include "engine/trees/top_probability.h"

namespace nemawashi::floors {
namespace {

using trees::Compiled;
using trees::CutSets;
using trees::ratio;
using trees::Side;

/// By event; nothing where none is stated. What is no probability becomes an error.
std::vector<std::optional<double>> event_probabilities(const FaultTrees& fault_trees,
                                                       double mission_time,
                                                       base::Diagnostics& diagnostics) {
  const std::vector<double> parameters = parameter_values(fault_trees.parameters, mission_time);
  std::vector<std::optional<double>> result;
  for (const BasicEvent& event : fault_trees.events) {
    if (!event.probability) {
      result.emplace_back(std::nullopt);
      continue;
    }
    const double value = evaluated(*event.probability, parameters, mission_time);
    if (!(value >= 0 && value <= 1)) {
      diagnostics.push_back({base::Severity::error, "not-a-probability", "", 0, "",
                             "The expression of the event '" + event.name + "' comes to " +
                                 base::significant_text(value) + ", which is no probability.",
                             "Correct the expression, its parameters or the mission time."});
    }
    result.emplace_back(value);
  }
  return result;
}

/// The exact probability where every event's is a written decimal and the diagrams are small.
std::optional<base::Rational> exact_probability(const FaultTrees& fault_trees,
                                                const TopStructure& top, const Compiled& compiled) {
  constexpr std::size_t kMostEvents = 40;
  constexpr std::size_t kMostNodes = 4'000;
  if (top.events.size() > kMostEvents || compiled.nodes() > kMostNodes) return std::nullopt;
  std::vector<base::Rational> probabilities;
  for (const std::uint32_t event : top.events) {
    const auto& expression = fault_trees.events[event].probability;
    if (!expression || !expression->exact) return std::nullopt;
    probabilities.push_back(*expression->exact);
  }
  return trees::top_probability(compiled, probabilities);
}

class FunctionWork {
 public:
  FunctionWork(const FaultTrees& fault_trees, const std::vector<std::optional<double>>& events,
               const FloorsOptions& options)
      : trees_(fault_trees), event_probabilities_(events), options_(options) {}

  FunctionAnswer answered(const TopEvent& top) {
    answer_.name = top.name;
    answer_.tree = top.tree;
    top_ = structure_of(trees_, top.gate);
    answer_.events = top_.events.size();
    for (const std::uint32_t event : top_.events) {
      probabilities_.push_back(event_probabilities_[event].value_or(0));
      if (!event_probabilities_[event]) answer_.without_probability.push_back(event);
    }
    try {
      work();
    } catch (const trees::WorkStopped&) {
      answer_.ending = FunctionAnswer::Ending::stopped;
    } catch (const trees::NodeLimitReached&) {
      answer_.ending = FunctionAnswer::Ending::no_room;
    }
    return std::move(answer_);
  }

 private:
  bool has_probabilities() const { return answer_.without_probability.empty(); }

  void work() {
    if (options_.control.stopped()) throw trees::WorkStopped();
    const Compiled compiled = trees::compiled(top_.structure, {options_.nodes, options_.control});
    answer_.diagram_nodes = compiled.nodes();
    if (has_probabilities()) {
      answer_.probability = trees::top_probability(compiled, probabilities_);
      answer_.exact = exact_probability(trees_, top_, compiled);
      add_importance(compiled);
    }
    const CutSets cuts = minimal_sets_of(compiled, Side::holds, limits());
    answer_.cut_sets = sets_answer(cuts, probabilities_);
    if (has_probabilities()) add_fussell_vesely(cuts);
    std::vector<double> working;
    for (const double p : probabilities_) working.push_back(1 - p);
    answer_.path_sets = sets_answer(minimal_sets_of(compiled, Side::fails, limits()), working);
  }

  trees::StoreLimits limits() const { return {options_.nodes, options_.control}; }

  MinimalSetsAnswer sets_answer(const CutSets& sets, const std::vector<double>& probabilities) {
    MinimalSetsAnswer result;
    result.count = trees::count(sets);
    for (const trees::RankedSet& set :
         trees::ranked_sets(sets, probabilities, options_.ranking, options_.list)) {
      ListedSet listed;
      for (const std::uint32_t component : set.components) {
        listed.events.push_back(top_.events[component]);
      }
      if (has_probabilities()) listed.probability = set.probability;
      result.listed.push_back(std::move(listed));
    }
    return result;
  }

  void add_importance(const Compiled& compiled) {
    const auto measures = trees::importance(compiled, probabilities_);
    const double top = *answer_.probability;
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const trees::Importance& of = measures[i];
      EventImportance one;
      one.event = top_.events[i];
      one.probability = probabilities_[i];
      one.birnbaum = of.birnbaum;
      one.criticality = ratio(of.birnbaum * one.probability, top);
      one.risk_achievement_worth = ratio(of.with, top);
      one.risk_reduction_worth = ratio(top, of.without);
      answer_.importance.push_back(one);
    }
  }

  void add_fussell_vesely(const CutSets& cuts) {
    constexpr std::size_t kQuick = 2'000'000;
    if (options_.fussell_vesely == FussellVesely::where_quick &&
        trees::fussell_vesely_work(cuts) > kQuick) {
      return;
    }
    const auto holding = trees::holding_with(cuts, probabilities_, limits());
    for (std::size_t i = 0; i < holding.size(); ++i) {
      answer_.importance[i].fussell_vesely = ratio(holding[i], *answer_.probability);
    }
  }

  const FaultTrees& trees_;
  const std::vector<std::optional<double>>& event_probabilities_;
  const FloorsOptions& options_;
  FunctionAnswer answer_;
  TopStructure top_;
  std::vector<double> probabilities_;  ///< by component; 0 where none is stated
};

FunctionAnswer not_begun(const TopEvent& top) {
  FunctionAnswer answer;
  answer.name = top.name;
  answer.tree = top.tree;
  answer.ending = FunctionAnswer::Ending::stopped;
  return answer;
}

/// The trees in one phase, and what they are answered with.
FaultTrees in_phase(FaultTrees trees, const Phase& phase, FloorsOptions& options) {
  options.mission_time *= phase.time_fraction;
  for (const auto& [house_event, holds] : phase.house_events) {
    trees.house_events[house_event].holds = holds;
  }
  if (options.common_causes == CommonCauses::written_out) {
    trees = with_common_causes(std::move(trees), options.mission_time);
  }
  return trees;
}

}  // namespace

bool FloorsAnswer::is_complete() const {
  return std::all_of(functions.begin(), functions.end(), [](const FunctionAnswer& function) {
    return function.ending == FunctionAnswer::Ending::complete;
  });
}

FloorsAnswer floors(const FaultTrees& fault_trees, const FloorsOptions& options) {
  FloorsAnswer answer;
  const std::vector<Phase> phases =
      fault_trees.phases.empty() ? std::vector<Phase>(1) : fault_trees.phases;
  const std::size_t all = phases.size() * fault_trees.tops.size();
  answer.trees = fault_trees;
  answer.groups_left = fault_trees.groups.size();
  for (const Phase& phase : phases) {
    FloorsOptions part = options;
    std::vector<std::optional<double>> probabilities;
    const bool begun = !options.control.stopped();
    if (begun) {
      answer.trees = in_phase(fault_trees, phase, part);
      answer.groups_left = answer.trees.groups.size();
      probabilities = event_probabilities(answer.trees, part.mission_time, answer.diagnostics);
    }
    if (base::has_errors(answer.diagnostics)) {
      answer.functions.clear();
      return answer;
    }
    for (const TopEvent& top : fault_trees.tops) {
      part.control = options.control.part(1.0 / static_cast<double>(all - answer.functions.size()));
      FunctionAnswer function = !begun || options.control.stopped()
                                    ? not_begun(top)
                                    : FunctionWork(answer.trees, probabilities, part).answered(top);
      function.alignment = phase.alignment;
      function.phase = phase.name;
      std::sort(function.importance.begin(), function.importance.end(),
                [&](const EventImportance& a, const EventImportance& b) {
                  return answer.trees.events[a.event].name < answer.trees.events[b.event].name;
                });
      answer.functions.push_back(std::move(function));
      options.control.report(
          {.share = static_cast<double>(answer.functions.size()) / static_cast<double>(all),
           .found = {},
           .bound = {}});
    }
  }
  return answer;
}

}  // namespace nemawashi::floors
