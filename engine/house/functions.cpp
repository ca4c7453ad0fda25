// SPDX-License-Identifier: Apache-2.0
#include "engine/house/functions.h"

#include <algorithm>

#include "engine/trees/fussell_vesely.h"
#include "engine/trees/top_probability.h"

namespace nemawashi::house {
namespace {

using trees::Compiled;
using trees::CutSets;
using trees::ratio;
using trees::Side;

/// Path sets among which independent ones are looked for.
constexpr std::size_t kMostPaths = 2'000;

/// When none of these providers stands: the part of the standing structure that they ask, seen from
/// the side of failing, with its components numbered anew. What is likely is then computed as a sum
/// of small numbers, not as what is left of 1.
struct Asked {
  trees::Structure lost;
  std::vector<std::uint32_t> components;  ///< by component of the structure, rising
};

Asked asked_by(const StandingStructure& standing, const std::vector<ArrangementIndex>& providers) {
  const trees::Structure& whole = standing.structure;
  std::vector<bool> needed(whole.components + whole.gates.size(), false);
  for (const ArrangementIndex one : providers) needed[standing.stands[one.value].item] = true;
  for (std::size_t gate = whole.gates.size(); gate-- > 0;) {
    if (!needed[whole.components + gate]) continue;
    for (const trees::Operand& operand : whole.gates[gate].operands) needed[operand.item] = true;
  }
  Asked result;
  std::vector<std::uint32_t> number(needed.size(), 0);
  for (std::uint32_t i = 0; i < whole.components; ++i) {
    if (!needed[i]) continue;
    number[i] = static_cast<std::uint32_t>(result.components.size());
    result.components.push_back(i);
  }
  trees::Structure standing_part;
  standing_part.components = static_cast<std::uint32_t>(result.components.size());
  const auto renumbered = [&](trees::Operand operand) {
    return trees::Operand{number[operand.item], operand.negated};
  };
  const auto add = [&](trees::Gate gate) {
    standing_part.gates.push_back(std::move(gate));
    return standing_part.components + static_cast<std::uint32_t>(standing_part.gates.size() - 1);
  };
  for (std::size_t i = 0; i < whole.gates.size(); ++i) {
    if (!needed[whole.components + i]) continue;
    trees::Gate gate = whole.gates[i];
    for (trees::Operand& operand : gate.operands) operand = renumbered(operand);
    number[whole.components + i] = add(std::move(gate));
  }
  trees::Gate any{trees::GateKind::any, 0, {}};
  for (const ArrangementIndex one : providers) {
    any.operands.push_back(renumbered(standing.stands[one.value]));
  }
  standing_part.top = {add(std::move(any)), false};
  result.lost = trees::dual(standing_part);
  return result;
}

class Work {
 public:
  Work(const model::House& house, Asked asked, const StructureOptions& options)
      : asked_(std::move(asked)), options_(options) {
    answer_.components = asked_.components;
    const auto probabilities = failure_probabilities(house);
    for (const std::uint32_t component : asked_.components) {
      if (!probabilities[component]) answer_.without_probability.push_back(component);
      const base::Rational fails = probabilities[component].value_or(0);
      failing_.push_back(base::approximate(fails));
      holding_.push_back(base::approximate(1 - fails));
      exactly_failing_.push_back(fails);
    }
  }

  StructureAnswer answered() {
    try {
      work();
    } catch (const trees::WorkStopped&) {
      answer_.ending = StructureAnswer::Ending::stopped;
    } catch (const trees::NodeLimitReached&) {
      answer_.ending = StructureAnswer::Ending::no_room;
    }
    // What is asked about stands, so one way there is; none of its parts is on two of them.
    if (answer_.independent.at_most == 0 && answer_.ending != StructureAnswer::Ending::complete) {
      answer_.independent = {1, asked_.components.size()};
    }
    return std::move(answer_);
  }

 private:
  trees::StoreLimits limits() const { return {options_.nodes, options_.control}; }

  void work() {
    if (options_.control.stopped()) throw trees::WorkStopped();
    const Compiled compiled = trees::compiled(asked_.lost, {options_.nodes, options_.control});
    answer_.nodes = compiled.nodes();
    const CutSets cuts = minimal_sets_of(compiled, Side::holds, limits());
    const CutSets paths = minimal_sets_of(compiled, Side::fails, limits());
    answer_.cut_sets = {trees::count(cuts), listed(cuts, failing_, options_.list)};
    const auto all_paths = listed(paths, holding_, std::max(options_.list, kMostPaths));
    answer_.path_sets = {trees::count(paths), all_paths};
    if (answer_.path_sets.listed.size() > options_.list) {
      answer_.path_sets.listed.resize(options_.list);
    }
    if (!all_paths.empty()) {
      const auto smallest = listed(cuts, failing_, 1);
      const bool all = *answer_.path_sets.count == all_paths.size();
      answer_.independent =
          disjoint_paths(all_paths, all ? Listed::all : Listed::some,
                         smallest.empty() ? all_paths.size() : smallest.front().size());
    }
    if (!answer_.without_probability.empty()) return;
    answer_.probability = trees::top_probability(compiled, exactly_failing_);
    add_importance(compiled, cuts);
  }

  std::vector<std::vector<std::uint32_t>> listed(const CutSets& sets,
                                                 const std::vector<double>& probabilities,
                                                 std::size_t most) const {
    std::vector<std::vector<std::uint32_t>> result;
    for (const trees::RankedSet& set :
         trees::ranked_sets(sets, probabilities, trees::Ranking::by_size, most)) {
      result.emplace_back();
      for (const std::uint32_t component : set.components) {
        result.back().push_back(asked_.components[component]);
      }
    }
    return result;
  }

  void add_importance(const Compiled& compiled, const CutSets& cuts) {
    const double lost = base::approximate(*answer_.probability);
    const auto measures = trees::importance(compiled, failing_);
    const auto in_cuts = trees::holding_with(cuts, failing_, limits());
    for (std::size_t i = 0; i < measures.size(); ++i) {
      ComponentImportance one;
      one.component = asked_.components[i];
      one.probability = exactly_failing_[i];
      one.birnbaum = measures[i].birnbaum;
      one.criticality = ratio(one.birnbaum * failing_[i], lost);
      one.fussell_vesely = ratio(in_cuts[i], lost);
      one.risk_achievement_worth = ratio(measures[i].with, lost);
      one.risk_reduction_worth = ratio(lost, measures[i].without);
      answer_.importance.push_back(std::move(one));
    }
  }

  Asked asked_;
  const StructureOptions& options_;
  StructureAnswer answer_;
  std::vector<double> failing_;
  std::vector<double> holding_;
  std::vector<base::Rational> exactly_failing_;
};

}  // namespace

std::vector<std::optional<base::Rational>> failure_probabilities(const model::House& house) {
  std::vector<std::optional<base::Rational>> result;
  for (const model::Arrangement& one : house.arrangements) result.push_back(one.probability);
  for (const model::CommonCause& one : house.common_causes) result.push_back(one.probability);
  return result;
}

StructureAnswer structure_answer(const model::House& house, const StandingStructure& standing,
                                 const std::vector<ArrangementIndex>& providers,
                                 const StructureOptions& options) {
  return Work(house, asked_by(standing, providers), options).answered();
}

}  // namespace nemawashi::house
