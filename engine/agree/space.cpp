// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/space.h"

#include <algorithm>
#include <numeric>

namespace nemawashi::agree {
namespace {

using model::Condition;
using model::IssueIndex;

constexpr int kMostRounds = 200;

/// The issues that each condition of the case names together.
std::vector<std::vector<std::size_t>> scopes(const model::Case& a_case) {
  std::vector<std::vector<std::size_t>> result;
  const auto take = [&](const Condition& condition) {
    std::vector<std::size_t> issues;
    for (const auto& term : condition.terms) issues.push_back(term.issue.value);
    if (issues.size() > 1) result.push_back(std::move(issues));
  };
  for (const auto& gate : a_case.gates) take(gate.when);
  for (const auto& refusal : a_case.refusals) take(refusal.when);
  for (const auto& effect : a_case.effects) take(effect.when);
  for (const auto& condition : a_case.wants) take(condition);
  for (const auto& limit : a_case.limits) {
    if (const auto* condition = std::get_if<Condition>(&limit.forbids)) take(*condition);
  }
  for (const auto& interests : a_case.interests_of) {  // A party's worth ties its issues together.
    std::vector<bool> named(a_case.issues.size());
    for (const auto interest : interests) {
      for (const auto effect : a_case.at(a_case.at(interest).level).effects) {
        for (const auto& term : a_case.at(effect).when.terms) named[term.issue.value] = true;
      }
    }
    std::vector<std::size_t> issues;
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (named[i]) issues.push_back(i);
    }
    if (issues.size() > 1) result.push_back(std::move(issues));
  }
  return result;
}

std::size_t total_span(const std::vector<std::vector<std::size_t>>& scopes,
                       const std::vector<std::size_t>& place) {
  std::size_t total = 0;
  for (const auto& scope : scopes) {
    const auto [first, last] =
        std::minmax_element(scope.begin(), scope.end(),
                            [&](std::size_t a, std::size_t b) { return place[a] < place[b]; });
    total += place[*last] - place[*first];
  }
  return total;
}

/// One round of FORCE: issues sorted by the mean of the centres of their scopes.
std::vector<std::size_t> moved(const std::vector<std::vector<std::size_t>>& scopes,
                               const std::vector<std::size_t>& order,
                               const std::vector<std::size_t>& place) {
  std::vector<double> pull(order.size());
  std::vector<double> count(order.size());
  for (const auto& scope : scopes) {
    double centre = 0;
    for (const std::size_t issue : scope) centre += static_cast<double>(place[issue]);
    centre /= static_cast<double>(scope.size());
    for (const std::size_t issue : scope) {
      pull[issue] += centre;
      count[issue] += 1;
    }
  }
  for (std::size_t i = 0; i < order.size(); ++i) {
    pull[i] = count[i] > 0 ? pull[i] / count[i] : static_cast<double>(place[i]);
  }
  std::vector<std::size_t> result = order;
  std::stable_sort(result.begin(), result.end(),
                   [&](std::size_t a, std::size_t b) { return pull[a] < pull[b]; });
  return result;
}

std::vector<std::size_t> places(const std::vector<std::size_t>& order) {
  std::vector<std::size_t> place(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  return place;
}

}  // namespace

Scope whole_scope(const model::Case& a_case, Overrides overrides) {
  Scope scope;
  for (const model::Issue& issue : a_case.issues) {
    model::OptionSet options(issue.options.size(), true);
    if (issue.overrides && overrides == Overrides::fixed_at_no) {
      options.assign(issue.options.size(), false);
      options[issue.standing.value_or(model::OptionIndex(0)).value] = true;
    }
    scope.push_back(std::move(options));
  }
  return scope;
}

bool is_within(const Scope& scope, const model::Package& package) {
  for (std::size_t i = 0; i < scope.size(); ++i) {
    if (!scope[i][package[i].value]) return false;
  }
  return true;
}

Space space_of(const model::Case& a_case, const Scope& scope) {
  const auto named_together = scopes(a_case);
  std::vector<std::size_t> order(a_case.issues.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::size_t span = total_span(named_together, places(order));
  for (int round = 0; round < kMostRounds; ++round) {
    std::vector<std::size_t> next = moved(named_together, order, places(order));
    const std::size_t next_span = total_span(named_together, places(next));
    if (next_span >= span) break;
    order = std::move(next);
    span = next_span;
  }
  Space space;
  space.variable_of.resize(order.size());
  for (const std::size_t issue : order) {
    space.variable_of[issue] = static_cast<std::uint32_t>(space.order.size());
    space.order.emplace_back(issue);
    std::vector<model::OptionIndex> options;
    for (std::size_t o = 0; o < scope[issue].size(); ++o) {
      if (scope[issue][o]) options.emplace_back(o);
    }
    space.options.push_back(std::move(options));
  }
  return space;
}

Integer packages(const Space& space) {
  Integer product = 1;
  for (const auto& options : space.options) product *= options.size();
  return product;
}

Integer packages(const Scope& scope) {
  Integer product = 1;
  for (const auto& options : scope) {
    product *= static_cast<unsigned long>(std::count(options.begin(), options.end(), true));
  }
  return product;
}

std::vector<std::uint32_t> domains(const Space& space) {
  std::vector<std::uint32_t> result;
  result.reserve(space.options.size());
  for (const auto& options : space.options) {
    result.push_back(static_cast<std::uint32_t>(options.size()));
  }
  return result;
}

trees::AssignmentOrder order_of(const Space& space) { return {space.variable_of}; }

model::Package package_of(const Space& space, const std::vector<std::uint32_t>& assignment) {
  model::Package package(space.order.size());
  for (std::size_t v = 0; v < assignment.size(); ++v) {
    package[space.order[v].value] = space.options[v][assignment[v]];
  }
  return package;
}

std::vector<std::uint32_t> option_numbers(const model::Package& package) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(package.size());
  for (const auto option : package) numbers.push_back(static_cast<std::uint32_t>(option.value));
  return numbers;
}

model::Package package_from(const std::vector<std::uint32_t>& option_numbers) {
  model::Package package;
  package.reserve(option_numbers.size());
  for (const std::uint32_t number : option_numbers) package.emplace_back(number);
  return package;
}

std::optional<std::vector<trees::Literal>> literals(const Space& space,
                                                    const Condition& condition) {
  std::vector<trees::Literal> result;
  for (const auto& term : condition.terms) {
    const std::uint32_t variable = space.variable_of[term.issue.value];
    trees::Literal literal{variable, {}};
    for (const auto option : space.options[variable]) {
      literal.values.push_back(term.options[option.value]);
    }
    const auto holding = std::count(literal.values.begin(), literal.values.end(), true);
    if (holding == 0) return std::nullopt;
    if (static_cast<std::size_t>(holding) < literal.values.size()) {
      result.push_back(std::move(literal));
    }
  }
  std::sort(result.begin(), result.end(),
            [](const auto& a, const auto& b) { return a.variable < b.variable; });
  return result;
}

}  // namespace nemawashi::agree
