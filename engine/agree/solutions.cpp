// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/solutions.h"

#include <algorithm>
#include <map>

#include "engine/trees/frontier.h"
#include "engine/trees/leximin.h"
#include "engine/trees/members.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using trees::Node;
using Values = std::vector<Rational>;
using Points = std::vector<trees::FrontierPoint>;

/// What a solution makes as great as it can, the first number first.
Values compared(Solution solution, const Values& gains, const Values& best) {
  Values values;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    switch (solution) {
      case Solution::kalai_smorodinsky:
        if (best[i] > 0) values.push_back(gains[i] / best[i]);
        break;
      case Solution::egalitarian:
      case Solution::utilitarian:
        values.push_back(gains[i]);
        break;
      case Solution::minimax_regret:
        values.push_back(gains[i] - best[i]);
        break;
    }
  }
  std::sort(values.begin(), values.end());
  if (solution == Solution::minimax_regret) values.resize(1);
  if (solution == Solution::utilitarian) {
    Rational sum = 0;
    for (const Rational& value : values) sum += value;
    values = {sum};
  }
  return values;
}

/// Keeps the better of what was found and what is found now; of equals both.
void take(SolutionSet found, std::size_t members, SolutionSet& set) {
  if (set.packages == 0 || found.values > set.values) {
    set = std::move(found);
  } else if (found.values == set.values) {
    set.packages += found.packages;
    std::move(found.members.begin(), found.members.end(), std::back_inserter(set.members));
  }
  std::sort(set.members.begin(), set.members.end(),
            [](const auto& a, const auto& b) { return a.package < b.package; });
  if (set.members.size() > members) set.members.resize(members);
}

class BlockSolutions {
 public:
  BlockSolutions(const Problem& problem, const Bargaining& bargaining, const Block& block,
                 const SolutionOptions& wanted)
      : block_(block), wanted_(wanted), r0_(block_r0(problem, bargaining, block)) {
    packages_ = trees::Counter(block.store).count(r0_.packages);
    if (packages_ > 0) find_points();
  }

  const Integer& packages() const { return packages_; }
  const std::vector<bool>& willing_somewhere() const { return r0_.willing_somewhere; }

  /// The best gain of each party in the block, which has some package of R0.
  Values best_gains() const {
    if (!points_.empty()) {
      Values best = points_.front().sums;
      for (const auto& point : points_) {
        for (std::size_t i = 0; i < best.size(); ++i) best[i] = std::max(best[i], point.sums[i]);
      }
      return best;
    }
    Values best;
    for (const auto& gain : r0_.gains) {
      best.push_back(*trees::greatest(block_.store, r0_.packages, gain));
    }
    return best;
  }

  SolutionSet solved(Solution solution, const Values& best) const {
    if (points_.empty()) return by_thresholds(solution, best);
    SolutionSet set;
    for (const auto& point : points_) {
      SolutionSet found{compared(solution, point.sums, best), point.assignments, {}};
      if (set.packages != 0 && found.values < set.values) continue;
      for (const auto& member : point.members) {
        found.members.push_back({package_of(block_.space, member), point.sums});
      }
      take(std::move(found), wanted_.members, set);
    }
    if (all_listed_ || solution != Solution::minimax_regret) return set;
    Node ties = r0_.packages;  // Those that the frontier's packages dominate are looked for.
    for (std::size_t i = 0; i < best.size(); ++i) {
      const Rational least = best[i] + set.values.front();
      ties = block_.store.conjunction(ties, trees::at_least(block_.store, r0_.gains[i], least));
    }
    return set_of(std::move(set.values), ties);
  }

 private:
  /// Every package of R0 by its gains, if there are few; else the frontier, if that is small.
  void find_points() {
    const trees::AssignmentOrder order = order_of(block_.space);
    all_listed_ = packages_ <= wanted_.listed;
    if (!all_listed_) {
      try {
        points_ = trees::frontier(
            block_.store, r0_.packages, r0_.gains,
            {.members = wanted_.members, .order = order, .points = wanted_.frontier_points});
      } catch (const trees::NodeLimitReached&) {  // Too large: thresholds.
      }
      return;
    }
    std::map<Values, trees::FrontierPoint> by_gains;
    for (auto& assignment : trees::all_assignments(block_.store, r0_.packages, order)) {
      const Values gains = gains_at(assignment);
      trees::FrontierPoint& point = by_gains[gains];
      point.sums = gains;
      point.assignments += 1;
      if (point.members.size() < wanted_.members) point.members.push_back(std::move(assignment));
    }
    for (auto& [gains, point] : by_gains) points_.push_back(std::move(point));
  }

  SolutionSet by_thresholds(Solution solution, const Values& best) const {
    if (solution == Solution::utilitarian) {
      trees::WeightedSum total;
      for (const auto& gain : r0_.gains) total = trees::sum_of(total, gain);
      const Rational most = *trees::greatest(block_.store, r0_.packages, total);
      return set_of({most}, block_.store.conjunction(r0_.packages,
                                                     trees::at_least(block_.store, total, most)));
    }
    std::vector<trees::ComparedSum> sums;
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (solution == Solution::egalitarian) sums.push_back({r0_.gains[i]});
      if (solution == Solution::minimax_regret) sums.push_back({r0_.gains[i], best[i]});
      if (solution == Solution::kalai_smorodinsky && best[i] > 0) {
        sums.push_back({r0_.gains[i], 0, best[i]});
      }
    }
    const std::size_t steps = solution == Solution::minimax_regret ? 1 : sums.size();
    auto found = trees::leximin(block_.store, r0_.packages, sums, steps);
    return set_of(std::move(found.values), found.attaining);
  }

  SolutionSet set_of(Values values, Node node) const {
    SolutionSet set{std::move(values), trees::Counter(block_.store).count(node), {}};
    const auto order = order_of(block_.space);
    for (const auto& member :
         trees::first_assignments(block_.store, node, wanted_.members, order)) {
      set.members.push_back({package_of(block_.space, member), gains_at(member)});
    }
    return set;
  }

  Values gains_at(const trees::Assignment& assignment) const {
    Values gains;
    for (const auto& gain : r0_.gains) gains.push_back(trees::evaluated(gain, assignment));
    return gains;
  }

  const Block& block_;
  const SolutionOptions& wanted_;
  BlockR0 r0_;
  Integer packages_;
  Points points_;  ///< none: they are not few
  bool all_listed_ = false;
};

/// What the blocks looked at so far have come to.
struct SolutionsSoFar {
  Integer r0_packages = 0;
  Values best_gains;
  std::vector<bool> willing;  ///< by bargaining party: somewhere
  std::array<SolutionSet, 4> sets;
  bool one_measure =
      true;  ///< no block raised the best gains by which those before it were measured
};

/// One search, with the best gains that are known before it.
Integer search_once(const Problem& problem, const Bargaining& bargaining,
                    const SolutionOptions& wanted, const SearchOptions& options,
                    SolutionsSoFar& gathered) {
  gathered.willing.resize(bargaining.parties.size());
  return gather<SolutionsSoFar>(
      problem, options, gathered, [&](const Block& block, SolutionsSoFar& next) {
        const BlockSolutions search(problem, bargaining, block, wanted);
        for (std::size_t i = 0; i < next.willing.size(); ++i) {
          next.willing[i] = next.willing[i] || search.willing_somewhere()[i];
        }
        if (search.packages() == 0) return;
        const Values before = next.best_gains;
        const Values here = search.best_gains();
        if (before.empty()) next.best_gains = here;
        for (std::size_t i = 0; i < here.size(); ++i) {
          next.best_gains[i] = std::max(next.best_gains[i], here[i]);
        }
        next.one_measure = next.one_measure && (next.r0_packages == 0 || next.best_gains == before);
        next.r0_packages += search.packages();
        for (const Solution solution : kSolutions) {
          take(search.solved(solution, next.best_gains), wanted.members,
               next.sets[static_cast<std::size_t>(solution)]);
        }
      });
}

/// Kalai-Smorodinsky and minimax regret measure by the best gains, which each block may raise.
constexpr std::array kByBestGains{Solution::kalai_smorodinsky, Solution::minimax_regret};

}  // namespace

Solutions solutions(const Problem& problem, const Bargaining& bargaining,
                    const SolutionOptions& wanted, const SearchOptions& options) {
  Solutions result{bargaining, 0, {}, {}, {}, 0};
  if (bargaining.parties.empty()) {  // How many there are tells why nobody bargains.
    result.unvisited = gather<Integer>(
        problem, options, result.r0_packages, [&](const Block& block, Integer& next) {
          next += trees::Counter(block.store).count(block_r0(problem, bargaining, block).packages);
        });
    result.unvisited = std::max(result.unvisited, bargaining.unvisited);
    return result;
  }
  SolutionsSoFar found;
  result.unvisited = search_once(problem, bargaining, wanted, options, found);
  for (std::size_t i = 0; i < found.willing.size() && result.unvisited == 0; ++i) {
    if (!found.willing[i]) result.never_willing.push_back(bargaining.parties[i]);
  }
  if (!found.one_measure) {  // Measured again, by the best gains of all.
    SolutionsSoFar again;
    again.best_gains = found.best_gains;
    if (result.unvisited == 0) {
      result.unvisited = search_once(problem, bargaining, wanted, options, again);
    }
    for (const Solution solution : kByBestGains) {
      const auto i = static_cast<std::size_t>(solution);
      found.sets[i] = std::move(again.sets[i]);
    }
  }
  result.unvisited = std::max(result.unvisited, bargaining.unvisited);
  result.best_gains = std::move(found.best_gains);
  result.r0_packages = std::move(found.r0_packages);
  result.sets = std::move(found.sets);
  for (Rational& regret : result.sets[static_cast<std::size_t>(Solution::minimax_regret)].values) {
    regret = -regret;
  }
  return result;
}

}  // namespace nemawashi::agree
