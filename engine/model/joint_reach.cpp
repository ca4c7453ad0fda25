// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>

#include "engine/model/levels.h"
#include "engine/model/reach.h"

namespace nemawashi::model {
namespace {

/// Choices times effects that are tried for one level.
constexpr std::size_t kMostJointWork = 10'000'000;

/// Issues that effects tie together, with those effects.
struct Cluster {
  std::vector<IssueIndex> issues;
  std::vector<EffectIndex> effects;
};

/// Union by the smaller name; `leader[i]` leads to the name of i's set.
std::size_t find_leader(std::vector<std::size_t>& leader, std::size_t i) {
  while (leader[i] != i) {
    leader[i] = leader[leader[i]];
    i = leader[i];
  }
  return i;
}

std::vector<Cluster> clusters(const Case& a_case, const std::vector<EffectIndex>& effects) {
  std::vector<std::size_t> leader(a_case.issues.size());
  std::iota(leader.begin(), leader.end(), std::size_t{0});
  for (const EffectIndex effect : effects) {
    const auto& terms = a_case.at(effect).when.terms;
    for (const ConditionTerm& term : terms) {
      const std::size_t a = find_leader(leader, terms.front().issue.value);
      const std::size_t b = find_leader(leader, term.issue.value);
      leader[std::max(a, b)] = std::min(a, b);
    }
  }
  std::map<std::size_t, Cluster> by_leader;
  for (const EffectIndex effect : effects) {
    const auto& terms = a_case.at(effect).when.terms;
    Cluster& cluster = by_leader[find_leader(leader, terms.front().issue.value)];
    cluster.effects.push_back(effect);
    for (const ConditionTerm& term : terms) cluster.issues.push_back(term.issue);
  }
  std::vector<Cluster> result;
  for (auto& [name, cluster] : by_leader) {
    auto& issues = cluster.issues;
    std::sort(issues.begin(), issues.end());
    issues.erase(std::unique(issues.begin(), issues.end()), issues.end());
    result.push_back(std::move(cluster));
  }
  return result;
}

/// The next choice of the cluster's issues, like a counter; false after the last.
bool advance(const Case& a_case, const std::vector<IssueIndex>& issues, Package& package) {
  for (const IssueIndex issue : issues) {
    OptionIndex& option = package[issue.value];
    if (++option.value < a_case.at(issue).options.size()) return true;
    option.value = 0;
  }
  return false;
}

/// Nothing if there are too many choices. The work done is added to `spent`.
std::optional<Reach> cluster_reach(const Case& a_case, const Cluster& cluster, Package& package,
                                   std::size_t& spent) {
  std::size_t choices = 1;
  for (const IssueIndex issue : cluster.issues) {
    choices *= a_case.at(issue).options.size();
    if (choices > kMostJointChoices) return std::nullopt;
  }
  spent += choices * cluster.effects.size();
  if (spent > kMostJointWork) return std::nullopt;
  std::optional<Reach> result;
  do {
    Rational sum = 0;
    for (const EffectIndex index : cluster.effects) {
      const Effect& effect = a_case.at(index);
      if (holds(effect.when, package)) sum += *effect.change.likely;
    }
    if (!result) result = Reach{sum, sum};
    result->least = std::min(result->least, sum);
    result->most = std::max(result->most, sum);
  } while (advance(a_case, cluster.issues, package));
  return result;
}

}  // namespace

std::optional<Reach> joint_reach(const Case& a_case, const Reading& reading, LevelIndex index) {
  const std::optional<Reach> outer = reach(a_case, reading, index, {});
  const Level& level = a_case.at(index);
  if (!outer || a_case.at(level.measure).combine != Combine::sum) return outer;
  Reach result{*level_today(a_case, index), *level_today(a_case, index)};
  std::vector<EffectIndex> conditional;
  for (const EffectIndex i : level.effects) {
    const Effect& effect = a_case.at(i);
    if (effect.baseline || !in_force(effect.if_claim, reading) || never_holds(effect.when)) {
      continue;
    }
    if (!effect.when.terms.empty()) {
      conditional.push_back(i);
      continue;
    }
    result.least += *effect.change.likely;
    result.most += *effect.change.likely;
  }
  Package package(a_case.issues.size());
  std::size_t spent = 0;
  for (const Cluster& cluster : clusters(a_case, conditional)) {
    const auto change = cluster_reach(a_case, cluster, package, spent);
    if (!change) return outer;
    result.least += change->least;
    result.most += change->most;
  }
  return result;
}

}  // namespace nemawashi::model
