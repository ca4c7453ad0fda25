// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/synergy.h"

#include <algorithm>
#include <utility>

#include "engine/agree/sums.h"
#include "engine/model/answer.h"
#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

std::vector<Step> steps_of(const Problem& problem) {
  std::vector<Step> result;
  for (std::size_t i = 0; i < problem.scope.size(); ++i) {
    for (std::size_t o = 0; o < problem.scope[i].size(); ++o) {
      const bool stands = problem.a_case.issues[i].standing == model::OptionIndex(o);
      if (problem.scope[i][o] && !stands) {
        result.push_back({model::IssueIndex(i), model::OptionIndex(o)});
      }
    }
  }
  return result;
}

model::Package package_after(const model::Package& standing, std::initializer_list<Step> steps) {
  model::Package package = standing;
  for (const Step& step : steps) package[step.issue.value] = step.option;
  return package;
}

/// Pairs of steps of different issues that break no limit, alone or together, by their places.
std::vector<std::pair<std::size_t, std::size_t>> allowed_pairs(const Problem& problem,
                                                               const std::vector<Step>& steps) {
  const auto standing = model::standing_package(problem.a_case);
  const auto allowed = [&](std::initializer_list<Step> taken) {
    const auto package = package_after(standing, taken);
    return model::broken_limits(problem.a_case, problem.reading, package).empty();
  };
  std::vector<bool> alone;
  for (const Step& step : steps) alone.push_back(allowed({step}));
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (std::size_t a = 0; a < steps.size(); ++a) {
    for (std::size_t b = a + 1; b < steps.size(); ++b) {
      if (steps[a].issue == steps[b].issue || !alone[a] || !alone[b]) continue;
      if (allowed({steps[a], steps[b]})) result.emplace_back(a, b);
    }
  }
  return result;
}

/// The worth of packages that take one or two steps away from what stands.
class StepWorth {
 public:
  StepWorth(const Problem& problem, model::PartyIndex party)
      : standing_(model::standing_package(problem.a_case)),
        space_(space_of(problem.a_case, whole_scope(problem.a_case, Overrides::considered))),
        sum_(central_worth_sum(problem.a_case, problem.reading, space_, party)),
        unknown_(unknown_where(problem.a_case, problem.reading, party)) {
    for (const model::Refusal& refusal : problem.a_case.refusals) {
      if (refusal.party != party || !model::in_force(refusal, problem.reading)) continue;
      refused_.push_back(refusal.when);
    }
  }

  /// Nothing where it is not known, or the party refuses.
  std::optional<Rational> after(std::initializer_list<Step> steps) const {
    const model::Package package = package_after(standing_, steps);
    const auto some_holds = [&](const std::vector<model::Condition>& conditions) {
      return std::any_of(
          conditions.begin(), conditions.end(),
          [&](const model::Condition& condition) { return model::holds(condition, package); });
    };
    if (!unknown_ || some_holds(*unknown_) || some_holds(refused_)) return std::nullopt;
    std::vector<std::uint32_t> assignment;  // The space is whole: values are options.
    for (const auto issue : space_.order) {
      assignment.push_back(static_cast<std::uint32_t>(package[issue.value].value));
    }
    return evaluated(sum_, assignment);
  }

 private:
  model::Package standing_;
  Space space_;
  trees::WeightedSum sum_;
  std::optional<std::vector<model::Condition>> unknown_;
  std::vector<model::Condition> refused_;
};

Synergy synergy(const Problem& problem, model::PartyIndex party, const std::vector<Step>& steps,
                const std::vector<std::pair<std::size_t, std::size_t>>& pairs, std::size_t most,
                const SearchOptions& options) {
  Synergy result{party, 0, {}};
  const StepWorth worth(problem, party);
  const auto standing = worth.after({});
  if (!standing) return result;
  std::vector<std::optional<Rational>> alone;
  for (const Step& step : steps) alone.push_back(worth.after({step}));
  for (const auto& [a, b] : pairs) {
    if (options.control.stopped()) break;
    if (!alone[a] || !alone[b]) continue;
    const auto both = worth.after({steps[a], steps[b]});
    if (!both) continue;
    Rational together = *both - *alone[a] - *alone[b] + *standing;
    if (together == 0) continue;
    ++result.pairs;
    result.first.push_back({steps[a], steps[b], std::move(together)});
  }
  std::stable_sort(
      result.first.begin(), result.first.end(),
      [](const StepPair& a, const StepPair& b) { return abs(a.together) > abs(b.together); });
  if (result.first.size() > most) result.first.resize(most);
  return result;
}

}  // namespace

std::vector<Synergy> synergies(const Problem& problem, std::size_t most,
                               const SearchOptions& options) {
  std::vector<Synergy> result;
  const model::Case& a_case = problem.a_case;
  if (!model::everything_stands(a_case)) return result;
  const auto steps = steps_of(problem);
  const auto pairs = allowed_pairs(problem, steps);
  for (std::size_t p = 0; p < a_case.parties.size(); ++p) {
    if (a_case.interests_of[p].empty()) continue;
    Synergy found = synergy(problem, model::PartyIndex(p), steps, pairs, most, options);
    if (found.pairs > 0) result.push_back(std::move(found));
  }
  return result;
}

}  // namespace nemawashi::agree
