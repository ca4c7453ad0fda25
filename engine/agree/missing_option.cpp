// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/missing_option.h"

#include <algorithm>

#include "engine/agree/nearest.h"
#include "engine/agree/shortfall.h"
#include "engine/trees/frontier.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using model::Certainty;
using trees::Node;

constexpr std::size_t kMostSums = 8;    ///< of one frontier
constexpr std::size_t kMostWays = 256;  ///< choices of a weight vertex for each test

/// One way in which a test is missed: by the most of minus these sums, in these packages.
struct Way {
  Node where;
  std::vector<trees::WeightedSum> sums;
};

std::vector<Way> ways_to_miss(const Problem& problem, const Block& block, const Element& element,
                              Certainty certainty) {
  const model::Case& a_case = problem.a_case;
  std::vector<Way> ways;
  if (const auto* party = std::get_if<model::PartyIndex>(&element)) {
    const Node known = block.regions.known(*party);
    for (auto& gain : gain_sums(a_case, problem.reading, block.space, *party, certainty)) {
      if (certainty == Certainty::necessary && !ways.empty()) {
        ways.front().sums.push_back(std::move(gain));
      } else {
        ways.push_back({known, {std::move(gain)}});
      }
    }
    return ways;
  }
  const auto& limit = a_case.at(std::get<model::LimitIndex>(element));
  const auto& bound = std::get<model::LevelBound>(limit.forbids);
  const auto level = level_sum(a_case, problem.reading, block.space, bound.level);
  const auto outside = [&](Node inside) {
    return block.store.difference(trees::kEverything, inside);
  };
  if (bound.at_least) {
    ways.push_back({outside(trees::at_least(block.store, level, *bound.at_least)),
                    {less(level, *bound.at_least)}});
  }
  if (bound.at_most) {
    ways.push_back({outside(trees::at_most(block.store, level, *bound.at_most)),
                    {less(trees::scaled(level, -1), -*bound.at_most)}});
  }
  return ways;
}

/// Every choice of one way for each test, as long as they are few.
std::optional<std::vector<std::vector<const Way*>>> choices(
    const std::vector<std::vector<Way>>& by_test) {
  std::vector<std::vector<const Way*>> result = {{}};
  for (const auto& ways : by_test) {
    std::vector<std::vector<const Way*>> next;
    for (const auto& begun : result) {
      for (const Way& way : ways) {
        next.push_back(begun);
        next.back().push_back(&way);
      }
    }
    if (next.size() > kMostWays) return std::nullopt;
    result = std::move(next);
  }
  return result;
}

/// Minus the amounts missing, in packages as option numbers: the nondominated ones of the block.
/// Nothing if there are too many ways or sums.
std::optional<std::vector<trees::FrontierPoint>> missing_points(
    const Problem& problem, const Block& block, const std::vector<Element>& elements,
    const std::vector<std::size_t>& set, Certainty certainty) {
  std::vector<bool> which(elements.size());
  std::vector<std::vector<Way>> by_test;
  for (const std::size_t e : set) {
    which[e] = true;
    by_test.push_back(ways_to_miss(problem, block, elements[e], certainty));
  }
  const Node open = opened(block, certainty, given_up(problem.a_case, elements, which));
  const auto chosen = choices(by_test);
  if (!chosen) return std::nullopt;
  std::vector<trees::FrontierPoint> all;
  for (const auto& choice : *chosen) {
    Node where = open;
    std::vector<trees::WeightedSum> sums;
    for (const Way* way : choice) {
      where = block.store.conjunction(where, way->where);
      sums.insert(sums.end(), way->sums.begin(), way->sums.end());
    }
    if (sums.size() > kMostSums) return std::nullopt;
    for (const auto& point : trees::frontier(block.store, where, sums,
                                             {.members = 1, .order = order_of(block.space)})) {
      trees::FrontierPoint by_amount;
      auto sum = point.sums.begin();
      for (const Way* way : choice) {
        const auto end = sum + static_cast<std::ptrdiff_t>(way->sums.size());
        by_amount.sums.push_back(*std::min_element(sum, end));
        sum = end;
      }
      by_amount.members = {option_numbers(package_of(block.space, point.members.front()))};
      all.push_back(std::move(by_amount));
    }
  }
  return trees::merged({}, std::move(all), 1, [&] { block.store.check_stop_now(); });
}

MissingSet missing_set(const Problem& problem, const std::vector<Element>& elements,
                       const Relaxation& relaxation, Certainty certainty, std::size_t most,
                       const SearchOptions& options) {
  struct PointsSoFar {
    std::vector<trees::FrontierPoint> points;
    bool complete = true;
  } gathered;
  const Integer unvisited =
      gather<PointsSoFar>(problem, options, gathered, [&](const Block& block, PointsSoFar& next) {
        auto found = missing_points(problem, block, elements, relaxation.elements, certainty);
        next.complete = next.complete && found;
        if (!found) return;
        next.points = trees::merged(std::move(next.points), std::move(*found), 1,
                                    [&] { block.store.check_stop_now(); });
      });
  std::vector<trees::FrontierPoint>& points = gathered.points;
  MissingSet result{relaxation, {}, true};
  result.complete = gathered.complete && unvisited == 0 && points.size() <= most;
  if (points.size() > most) points.resize(most);
  for (const auto& point : points) {
    MissingAmounts& missing = result.least.emplace_back();
    for (const Rational& sum : point.sums) missing.amounts.push_back(-sum);
    missing.witness = package_from(point.members.front());
  }
  return result;
}

bool names(const model::Condition& condition, model::IssueIndex issue) {
  return std::any_of(condition.terms.begin(), condition.terms.end(),
                     [&](const auto& term) { return term.issue == issue; });
}

/// The case with one more option of the issue.
model::Case with_new_option(model::Case a_case, model::IssueIndex issue) {
  const auto extend = [&](model::Condition& condition, bool holds) {
    for (auto& term : condition.terms) {
      if (term.issue == issue) term.options.push_back(holds);
    }
  };
  model::Option option;
  option.hypothetical = true;
  a_case.issues[issue.value].options.push_back(std::move(option));
  for (auto& gate : a_case.gates) extend(gate.when, false);
  for (auto& refusal : a_case.refusals) extend(refusal.when, false);
  for (auto& effect : a_case.effects) extend(effect.when, false);
  for (auto& limit : a_case.limits) {
    if (auto* condition = std::get_if<model::Condition>(&limit.forbids)) extend(*condition, false);
  }
  for (auto& condition : a_case.wants) extend(condition, true);
  return a_case;
}

std::vector<Element> mendable(const model::Case& a_case, const model::Reading& reading) {
  std::vector<Element> result = elements(a_case, reading);
  std::erase_if(result, [&](const Element& element) {
    if (std::holds_alternative<model::PartyIndex>(element)) return false;
    const auto* limit = std::get_if<model::LimitIndex>(&element);
    return limit == nullptr || std::holds_alternative<model::Condition>(a_case.at(*limit).forbids);
  });
  return result;
}

MissingOption missing_option(const Problem& problem, model::IssueIndex issue, Certainty certainty,
                             const MissingOptionBounds& bounds, const SearchOptions& options) {
  const model::Case a_case = with_new_option(problem.a_case, issue);
  Problem changed{a_case, problem.reading, problem.scope};
  changed.scope[issue.value].assign(a_case.at(issue).options.size(), false);
  changed.scope[issue.value].back() = true;
  MissingOption result{issue, false, {}, {}, mendable(a_case, problem.reading), {}, true};
  for (std::size_t g = 0; g < a_case.gates.size(); ++g) {
    if (names(a_case.gates[g].when, issue)) result.unasked.emplace_back(g);
  }
  const auto found = conflicts(changed, certainty, {bounds.sets, result.elements}, options);
  result.opens = found.open;
  result.complete = found.complete;
  if (found.open) {
    const auto first = first_packages(changed, {certainty, Question::inside}, 1, options);
    if (first.members.empty()) {
      result.complete = false;
    } else {
      result.witness = first.members.front();
    }
  }
  for (const Relaxation& relaxation : found.relaxations) {
    result.sets.push_back(
        missing_set(changed, result.elements, relaxation, certainty, bounds.vectors, options));
  }
  return result;
}

}  // namespace

std::vector<MissingOption> missing_options(const Problem& problem, Certainty certainty,
                                           const MissingOptionBounds& bounds,
                                           const SearchOptions& options) {
  std::vector<MissingOption> result;
  for (std::size_t i = 0; i < problem.a_case.issues.size(); ++i) {
    if (problem.a_case.issues[i].overrides) continue;
    result.push_back(missing_option(problem, model::IssueIndex(i), certainty, bounds, options));
  }
  return result;
}

}  // namespace nemawashi::agree
