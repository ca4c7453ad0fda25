// SPDX-License-Identifier: Apache-2.0
#include "engine/floors/common_cause.h"

#include <algorithm>

namespace nemawashi::floors {
namespace {

double binomial(std::size_t n, std::size_t k) {
  double result = 1;
  for (std::size_t i = 1; i <= k; ++i) {
    result = result * static_cast<double>(n - k + i) / static_cast<double>(i);
  }
  return result;
}

/// Whether events of so many members occur in the group.
bool has_level(const CommonCauseGroup& group, std::size_t level) {
  if (group.model == CommonCauseModel::beta_factor) {
    return level == 1 || level == group.members.size();
  }
  if (group.model == CommonCauseModel::greek_letters && level == 1) return true;
  return std::any_of(group.factors.begin(), group.factors.end(),
                     [&](const auto& factor) { return factor.level == level; });
}

/// The next subset of the same size in lexicographic order, of places 0 .. n - 1.
bool advance(std::vector<std::size_t>& subset, std::size_t n) {
  for (std::size_t i = subset.size(); i-- > 0;) {
    if (subset[i] + (subset.size() - i) >= n) continue;
    ++subset[i];
    for (std::size_t j = i + 1; j < subset.size(); ++j) subset[j] = subset[j - 1] + 1;
    return true;
  }
  return false;
}

void write_out(FaultTrees& trees, const CommonCauseGroup& group, double mission_time,
               const std::vector<double>& parameters, std::vector<std::uint32_t>& gate_of) {
  const std::vector<double> levels = level_probabilities(group, parameters, mission_time);
  for (const std::uint32_t member : group.members) {
    gate_of[member] = static_cast<std::uint32_t>(trees.gates.size());
    trees.gates.push_back({trees.events[member].name, Connective::any, 0, 0, false, {}});
  }
  for (std::size_t level = 1; level <= group.members.size(); ++level) {
    if (!has_level(group, level)) continue;
    std::vector<std::size_t> subset;
    for (std::size_t i = 0; i < level; ++i) subset.push_back(i);
    do {
      BasicEvent event;
      event.name = "[";
      for (const std::size_t place : subset) {
        if (event.name.size() > 1) event.name += ' ';
        event.name += trees.events[group.members[place]].name;
      }
      event.name += ']';
      event.probability = Expression{Operation::number, levels[level - 1], {}, 0, {}};
      const auto index = static_cast<std::uint32_t>(trees.events.size());
      trees.events.push_back(std::move(event));
      for (const std::size_t place : subset) {
        trees.gates[gate_of[group.members[place]]].terms.push_back(
            {Term::Of::basic_event, index, false});
      }
    } while (advance(subset, group.members.size()));
  }
}

}  // namespace

std::size_t subsets_of(const CommonCauseGroup& group) {
  double sum = 0;
  for (std::size_t level = 1; level <= group.members.size(); ++level) {
    if (has_level(group, level)) sum += binomial(group.members.size(), level);
  }
  return sum > 1e9 ? 1'000'000'000 : static_cast<std::size_t>(sum);
}

std::vector<double> level_probabilities(const CommonCauseGroup& group,
                                        const std::vector<double>& parameters,
                                        double mission_time) {
  const std::size_t members = group.members.size();
  const double total = evaluated(group.distribution, parameters, mission_time);
  std::vector<double> factors(members + 2, 0);  // By level.
  for (const CommonCauseGroup::Factor& factor : group.factors) {
    factors[factor.level] = evaluated(factor.value, parameters, mission_time);
  }
  std::vector<double> result(members, 0);
  double all_together = 1;  // Greek letters: the product of the factors so far.
  double weighted = 0;      // Alpha factors: how often events of each level count.
  for (std::size_t k = 1; k <= members; ++k) weighted += static_cast<double>(k) * factors[k];
  for (std::size_t k = 1; k <= members; ++k) {
    const double ways = binomial(members - 1, k - 1);
    switch (group.model) {
      case CommonCauseModel::beta_factor:
        result[k - 1] = k == members ? factors[members] * total
                        : k == 1     ? (1 - factors[members]) * total
                                     : 0;
        break;
      case CommonCauseModel::greek_letters:
        if (k > 1) all_together *= factors[k];
        result[k - 1] = all_together * (1 - factors[k + 1]) / ways * total;
        break;
      case CommonCauseModel::alpha_factor:
        result[k - 1] = static_cast<double>(k) * factors[k] / weighted / ways * total;
        break;
      case CommonCauseModel::phi_factor:
        result[k - 1] = factors[k] * total;
        break;
    }
  }
  return result;
}

FaultTrees with_common_causes(FaultTrees trees, double mission_time) {
  constexpr auto kNone = static_cast<std::uint32_t>(-1);
  const std::vector<double> parameters = parameter_values(trees.parameters, mission_time);
  const std::vector<CommonCauseGroup> groups = std::move(trees.groups);
  trees.groups.clear();
  std::vector<std::uint32_t> gate_of(trees.events.size(), kNone);
  const std::size_t gates = trees.gates.size();
  for (const CommonCauseGroup& group : groups) {
    write_out(trees, group, mission_time, parameters, gate_of);
  }
  for (std::size_t i = 0; i < gates; ++i) {
    for (Term& term : trees.gates[i].terms) {
      if (term.of != Term::Of::basic_event || gate_of[term.index] == kNone) continue;
      term.of = Term::Of::gate;
      term.index = gate_of[term.index];
    }
  }
  return trees;
}

}  // namespace nemawashi::floors
