// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/nearest.h"

#include <algorithm>

#include "engine/agree/sums.h"
#include "engine/model/answer.h"
#include "engine/trees/best_first.h"
#include "engine/trees/layered_sum.h"
#include "engine/trees/members.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

/// Minus the number of issues that stand otherwise than in `from`.
trees::WeightedSum unchanged_sum(const Space& space, const model::Package& from) {
  trees::WeightedSum sum;
  for (std::uint32_t v = 0; v < space.order.size(); ++v) {
    trees::Literal changed{v, {}};
    for (const auto option : space.options[v]) {
      changed.values.push_back(option != from[space.order[v].value]);
    }
    sum.cubes.push_back({{std::move(changed)}, -1});
  }
  return sum;
}

std::vector<model::Package> packages_of(const Space& space, trees::DiagramStore& store,
                                        trees::Node node, std::size_t count) {
  std::vector<model::Package> result;
  for (const auto& assignment : trees::first_assignments(store, node, count, order_of(space))) {
    result.push_back(package_of(space, assignment));
  }
  return result;
}

bool belongs(const Problem& problem, const PackageSet& set, const model::Package& package) {
  const model::Case& a_case = problem.a_case;
  if (!is_within(problem.scope, package)) return false;
  if (set.question == Question::inside && !model::is_wanted(a_case, package)) return false;
  if (!model::broken_limits(a_case, problem.reading, package).empty()) return false;
  const auto answers = model::party_answers(a_case, problem.reading, package);
  return model::consent(a_case, package, answers).under(set.certainty);
}

void keep_first(std::vector<model::Package>& packages, std::size_t count) {
  std::sort(packages.begin(), packages.end());
  if (packages.size() > count) packages.resize(count);
}

}  // namespace

trees::Node node_of(const PackageSet& set, const Block& block) {
  const trees::Node ratifiable = block.regions.ratifiable(set.certainty);
  return set.question == Question::inside
             ? block.store.conjunction(ratifiable, block.regions.wanted())
             : ratifiable;
}

void add_nearest(const Space& space, trees::DiagramStore& store, trees::Node set,
                 const model::Package& from, std::size_t members, Nearest& sum) {
  const trees::WeightedSum unchanged = unchanged_sum(space, from);
  const auto greatest = trees::greatest(store, set, unchanged);
  if (!greatest) return;
  const std::size_t changed = Rational(-*greatest).get_num().get_ui();
  if (sum.changed_issues && changed > *sum.changed_issues) return;
  const trees::Node near = store.conjunction(set, trees::at_least(store, unchanged, *greatest));
  const Integer packages = trees::Counter(store).count(near);
  const auto found = packages_of(space, store, near, members);
  if (!sum.changed_issues || changed < *sum.changed_issues) {
    sum.changed_issues = changed;
    sum.packages = 0;
    sum.members.clear();
  }
  sum.packages += packages;
  sum.members.insert(sum.members.end(), found.begin(), found.end());
  keep_first(sum.members, members);
}

void add_found(const model::Package& from, const model::Package& found, std::size_t members,
               Nearest& sum) {
  std::size_t changed = 0;
  for (std::size_t i = 0; i < from.size(); ++i) changed += from[i] != found[i] ? 1U : 0U;
  if (sum.changed_issues && changed > *sum.changed_issues) return;
  if (!sum.changed_issues || changed < *sum.changed_issues) {
    sum.changed_issues = changed;
    sum.packages = 0;
    sum.members.clear();
  }
  // Where not all that are as near were kept, it may be one of those that were counted.
  const bool all_kept = sum.packages == sum.members.size();
  if (!all_kept || std::find(sum.members.begin(), sum.members.end(), found) != sum.members.end()) {
    return;
  }
  ++sum.packages;
  sum.members.push_back(found);
  keep_first(sum.members, members);
  if (changed == 0) sum.unvisited = 0;
}

Nearest nearest(const Problem& problem, const model::Package& from, const PackageSet& set,
                std::size_t members, const SearchOptions& options) {
  Nearest result;
  const Integer unvisited =
      gather<Nearest>(problem, options, result, [&](const Block& block, Nearest& next) {
        add_nearest(block.space, block.store, node_of(set, block), from, members, next);
      });
  result.unvisited = unvisited;
  if (unvisited > 0 && belongs(problem, set, from)) add_found(from, from, members, result);
  return result;
}

FirstPackages first_packages(const Problem& problem, const PackageSet& set, std::size_t count,
                             const SearchOptions& options) {
  FirstPackages result;
  result.unvisited = gather<std::vector<model::Package>>(
      problem, options, result.members, [&](const Block& block, auto& next) {
        const auto found = packages_of(block.space, block.store, node_of(set, block), count);
        next.insert(next.end(), found.begin(), found.end());
      });
  keep_first(result.members, count);
  return result;
}

BestPackages best_packages(const Problem& problem, const PackageSet& set,
                           const std::vector<model::PartyIndex>& parties, std::size_t count,
                           const SearchOptions& options) {
  using Ranked = std::vector<RankedPackage>;
  BestPackages result;
  result.unvisited =
      gather<Ranked>(problem, options, result.members, [&](const Block& block, auto& next) {
        const std::size_t before = next.size();
        trees::Node node = node_of(set, block);
        trees::WeightedSum gain;
        for (const model::PartyIndex party : parties) {
          node = block.store.conjunction(node, block.regions.known(party));
          gain = trees::sum_of(
              gain, central_gain_sum(problem.a_case, problem.reading, block.space, party));
        }
        // Gains differ by a unit at least, places in the order by less: ties are taken in order.
        const Rational unit = base::fraction(1, trees::scale_of(gain).scale);
        const auto place = trees::place_sum(block.store.domains(), order_of(block.space));
        trees::best_first(
            block.store, node, sum_of(gain, scaled(place, unit)),
            [&](const auto& assignment, const Rational&) {
              if (next.size() - before == count) return false;
              next.push_back({evaluated(gain, assignment), package_of(block.space, assignment)});
              return true;
            });
      });
  Ranked& members = result.members;
  std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
    return a.value != b.value ? a.value > b.value : a.package < b.package;
  });
  if (members.size() > count) members.resize(count);
  return result;
}

}  // namespace nemawashi::agree
