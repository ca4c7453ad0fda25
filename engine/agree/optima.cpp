// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/optima.h"

namespace nemawashi::agree {
namespace {

/// The scope within which the condition holds; a condition is a box.
Scope narrowed(const Scope& scope, const model::Condition& condition) {
  Scope result = scope;
  for (const model::ConditionTerm& term : condition.terms) {
    model::OptionSet& options = result[term.issue.value];
    for (std::size_t o = 0; o < options.size(); ++o) options[o] = options[o] && term.options[o];
  }
  return result;
}

/// Any package of R_central within the scope; the outer nothing: not found out.
std::optional<std::optional<model::Package>> ratifiable_in(const Problem& problem,
                                                           const Scope& scope,
                                                           const OptimumOptions& wanted,
                                                           const SearchOptions& options) {
  if (packages(scope) == 0) return std::optional<model::Package>{};
  auto found = greatest_sum({problem.a_case, problem.reading, scope}, {}, wanted, options);
  if (!found || (!found->package && found->bound)) return std::nullopt;
  return std::move(found->package);
}

/// Every package found tells of all gates that are asked in it.
std::optional<std::vector<bool>> asked_parties(const Problem& problem,
                                               const std::optional<model::Package>& ratifiable,
                                               const OptimumOptions& wanted,
                                               const SearchOptions& options) {
  const model::Case& a_case = problem.a_case;
  std::vector<bool> asked(a_case.parties.size());
  const auto take = [&](const model::Package& package) {
    for (const model::Gate& gate : a_case.gates) {
      const bool states = !a_case.interests_of[gate.party.value].empty();
      if (states && model::holds(gate.when, package)) asked[gate.party.value] = true;
    }
  };
  if (!ratifiable) return asked;
  take(*ratifiable);
  for (const model::Gate& gate : a_case.gates) {
    if (asked[gate.party.value] || a_case.interests_of[gate.party.value].empty()) continue;
    const auto found = ratifiable_in(problem, narrowed(problem.scope, gate.when), wanted, options);
    if (!found) return std::nullopt;
    if (*found) take(**found);
  }
  return asked;
}

}  // namespace

std::optional<Optima> optima(const Problem& problem, const OptimumOptions& wanted,
                             const SearchOptions& options) {
  const auto ratifiable = ratifiable_in(problem, problem.scope, wanted, options);
  if (!ratifiable) return std::nullopt;
  const auto asked = asked_parties(problem, *ratifiable, wanted, options);
  Optima result{{}, {}, {}, *ratifiable};
  if (!asked) return result;
  result.bargaining = bargaining_of(problem.a_case, *asked);
  const auto& parties = result.bargaining->parties;
  if (parties.empty()) return result;
  OptimumOptions over_r0 = wanted;
  over_r0.among = Among::r0;
  result.sum = greatest_sum(problem, parties, over_r0, options.reporting_part(0.3));
  result.product = greatest_product(problem, parties, over_r0, options);
  return result;
}

}  // namespace nemawashi::agree
