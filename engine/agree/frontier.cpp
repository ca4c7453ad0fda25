// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/frontier.h"

#include <algorithm>

#include "engine/agree/sums.h"
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

trees::Node set_asked(const FrontierQuestion& question, const Block& block) {
  trees::Node set = question.over == Over::feasible ? block.regions.feasible()
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
  result.unvisited = for_each_block(problem, options, [&](const Block& block) {
    auto found = trees::frontier(block.store, set_asked(question, block),
                                 worth_sums(problem, block.space, question.between),
                                 {.members = question.members, .order = order_of(block.space)});
    // Members become packages' option numbers, which mean the same in every block.
    for (auto& point : found) {
      for (auto& member : point.members) member = option_numbers(package_of(block.space, member));
    }
    points = points.empty() ? std::move(found)
                            : trees::merged(std::move(points), std::move(found), question.members);
  });
  for (auto& point : points) {
    WorthPoint worth{std::move(point.sums), std::move(point.assignments), {}};
    for (const auto& member : point.members) worth.members.push_back(package_from(member));
    result.points.push_back(std::move(worth));
  }
  return result;
}

}  // namespace nemawashi::agree
