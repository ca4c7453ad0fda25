// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/linking.h"

#include "engine/agree/objections.h"
#include "engine/model/levels.h"

namespace nemawashi::agree {
namespace {

using trees::Node;

/// The options that are defaults or settle their issue alone.
Scope separate_scope(const Problem& problem, const Linking& linking) {
  Scope scope;
  for (const model::Issue& issue : problem.a_case.issues) {
    model::OptionSet options(issue.options.size());
    if (issue.standing) options[issue.standing->value] = true;
    scope.push_back(std::move(options));
  }
  for (const Step& step : linking.alone) scope[step.issue.value][step.option.value] = true;
  return scope;
}

Node separate_node(const Block& block, const Scope& scope) {
  std::vector<trees::Literal> literals;
  for (std::uint32_t v = 0; v < block.space.order.size(); ++v) {
    trees::Literal literal{v, {}};
    for (const auto option : block.space.options[v]) {
      literal.values.push_back(scope[block.space.order[v].value][option.value]);
    }
    literals.push_back(std::move(literal));
  }
  return block.store.all_hold(literals);
}

void add(const Block& block, Node set, const model::Package& from, LinkedSet& sum) {
  LinkedSet next = sum;
  trees::Counter counter(block.store);
  const Node inside = block.store.conjunction(set, block.regions.wanted());
  next.packages += counter.count(set);
  next.inside_question += counter.count(inside);
  add_nearest(block.space, block.store, set, from, 1, next.nearest);
  add_nearest(block.space, block.store, inside, from, 1, next.nearest_inside);
  sum = std::move(next);
}

std::vector<Step> settled_alone(const Problem& problem, model::Certainty certainty) {
  const model::Case& a_case = problem.a_case;
  std::vector<Step> result;
  const model::Package standing = model::standing_package(a_case);
  for (std::size_t i = 0; i < a_case.issues.size(); ++i) {
    for (std::size_t o = 0; o < a_case.issues[i].options.size(); ++o) {
      if (!problem.scope[i][o] || model::OptionIndex(o) == standing[i]) continue;
      model::Package package = standing;
      package[i] = model::OptionIndex(o);
      const auto report = package_report(a_case, problem.reading, package, Readings::only_this);
      if (is_ratifiable(report, certainty)) result.push_back({model::IssueIndex(i), package[i]});
    }
  }
  return result;
}

}  // namespace

Linking linking(const Problem& problem, model::Certainty certainty, const SearchOptions& options) {
  Linking result;
  result.certainty = certainty;
  for (std::size_t i = 0; i < problem.a_case.issues.size(); ++i) {
    if (!problem.a_case.issues[i].standing) result.without_default.emplace_back(i);
  }
  if (result.without_default.empty()) result.alone = settled_alone(problem, certainty);
  const Scope separate = separate_scope(problem, result);
  const model::Package standing = model::standing_package(problem.a_case);
  const Integer unvisited =
      gather<Linking>(problem, options, result, [&](const Block& block, Linking& next) {
        const Node apart = separate_node(block, separate);
        const Node ratifiable = block.regions.ratifiable(certainty);
        next.separate += trees::Counter(block.store).count(apart);
        add(block, block.store.difference(ratifiable, apart), standing, next.helpful);
        add(block, block.store.difference(apart, ratifiable), standing, next.harmful);
      });
  result.unvisited = unvisited;
  return result;
}

}  // namespace nemawashi::agree
