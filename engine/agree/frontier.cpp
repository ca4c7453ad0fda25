// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/frontier.h"

#include <algorithm>

#include "engine/agree/elements.h"
#include "engine/agree/sums.h"
#include "engine/model/answer.h"
#include "engine/trees/frontier.h"

namespace nemawashi::agree {
namespace {

std::vector<trees::WeightedSum> worth_sums(const Problem& problem, const Space& space,
                                           const std::vector<model::PartyIndex>& parties) {
  std::vector<trees::WeightedSum> sums;
  for (const auto party : parties) {
    sums.push_back(central_worth_sum(problem.a_case, problem.reading, space, party));
  }
  return sums;
}

/// Whether whoever passes is told from the worths of the chosen parties alone: no refusal, limit or
/// gate's condition matters, every party that decides is chosen, and it has one way to weigh. Then
/// what betters a package that passes passes too, and the frontier of all packages in which the
/// worths are known, sifted by consent, is that of those that pass.
bool consent_is_worth_alone(const Problem& problem, const FrontierQuestion& question) {
  const model::Case& a_case = problem.a_case;
  for (const Element& element : elements(a_case, problem.reading)) {
    const auto* party = std::get_if<model::PartyIndex>(&element);
    if (party == nullptr) return false;
    const auto& chosen = question.between;
    if (std::find(chosen.begin(), chosen.end(), *party) == chosen.end()) return false;
    const auto& weights = *a_case.weights_of[party->value];
    if (question.certainty != model::Certainty::central &&
        !std::holds_alternative<model::NumberWeights>(weights)) {
      return false;
    }
  }
  return std::all_of(a_case.gates.begin(), a_case.gates.end(),
                     [](const model::Gate& gate) { return gate.when.terms.empty(); });
}

bool passes(const Problem& problem, model::Certainty certainty, const model::Package& package) {
  const auto answers = model::party_answers(problem.a_case, problem.reading, package);
  return model::consent(problem.a_case, package, answers).under(certainty);
}

trees::Node set_asked(Over over, const FrontierQuestion& question, const Block& block) {
  trees::Node set = over == Over::feasible ? block.regions.feasible()
                                           : block.regions.ratifiable(question.certainty);
  for (const auto party : question.between) {
    set = block.store.conjunction(set, block.regions.known(party));
  }
  return set;
}

}  // namespace

Frontier frontier(const Problem& problem, const FrontierQuestion& question,
                  const SearchOptions& options) {
  std::vector<trees::FrontierPoint> points;
  Frontier result;
  const bool sift = question.over == Over::ratifiable && consent_is_worth_alone(problem, question);
  const Over over = sift ? Over::feasible : question.over;
  const std::size_t members = sift ? std::max<std::size_t>(1, question.members) : question.members;
  using Points = std::vector<trees::FrontierPoint>;
  result.unvisited = gather<Points>(problem, options, points, [&](const Block& block, Points& all) {
    auto found = trees::frontier(block.store, set_asked(over, question, block),
                                 worth_sums(problem, block.space, question.between),
                                 {.members = members, .order = order_of(block.space)});
    // Members become packages' option numbers, which mean the same in every block.
    for (auto& point : found) {
      for (auto& member : point.members) member = option_numbers(package_of(block.space, member));
    }
    all = all.empty() ? std::move(found)
                      : trees::merged(std::move(all), std::move(found), members,
                                      [&] { block.store.check_stop_now(); });
  });
  result.points.reserve(points.size());
  for (auto& point : points) {
    WorthPoint worth{std::move(point.sums), std::move(point.assignments), {}};
    for (const auto& member : point.members) worth.members.push_back(package_from(member));
    if (sift && !passes(problem, question.certainty, worth.members.front())) continue;
    worth.members.resize(std::min(worth.members.size(), question.members));
    result.points.push_back(std::move(worth));
  }
  return result;
}

}  // namespace nemawashi::agree
