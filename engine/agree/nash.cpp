// SPDX-License-Identifier: Apache-2.0
#include "engine/agree/nash.h"

#include <algorithm>
#include <map>

#include "engine/trees/layered_sum.h"
#include "engine/trees/members.h"
#include "engine/trees/threshold.h"

namespace nemawashi::agree {
namespace {

using trees::Node;

/// The solution within one block: gaining sets (as positions in the bargaining parties) of the
/// largest size there, each with its maximisers.
class BlockNash {
 public:
  BlockNash(const Problem& problem, const Bargaining& bargaining, const Block& block)
      : store_(block.store), order_(order_of(block.space)) {
    BlockR0 found = block_r0(problem, bargaining, block);
    r0_ = found.packages;
    sums_ = std::move(found.gains);
    for (const auto& sum : sums_) {
      // At its scale the sum is integral, so positive means at least one unit.
      const Rational unit = base::fraction(1, trees::scale_of(sum).scale);
      positive_.push_back(trees::at_least(store_, sum, unit));
    }
  }

  Node r0() const { return r0_; }

  /// The gaining sets of the largest size that is at least `at_least`, with where they gain.
  std::map<std::vector<std::size_t>, Node> largest_sets(std::size_t at_least) {
    std::map<std::vector<std::size_t>, Node> found;
    for (std::size_t size = positive_.size() + 1; size-- > at_least && found.empty();) {
      std::vector<std::size_t> chosen;
      choose(size, 0, r0_, chosen, found);
    }
    return found;
  }

  trees::ProductRanking best(const std::vector<std::size_t>& set, Node where,
                             const NashListing& listing) {
    std::vector<trees::WeightedSum> sums;
    for (const std::size_t party : set) sums.push_back(sums_[party]);
    if (!sums.empty()) {
      return trees::greatest_products(
          store_, where, sums,
          {.ranked = listing.packages, .order = order_, .listing = listing.listing});
    }
    trees::ProductRanking all;  // Nobody can gain: every package of R0 attains the empty product.
    all.best = 1;
    all.best_assignments = trees::Counter(store_).count(where);
    for (auto& member : trees::first_assignments(store_, where, listing.packages, order_)) {
      all.ranked.push_back({1, std::move(member)});
    }
    return all;
  }

 private:
  void choose(std::size_t size, std::size_t party, Node where, std::vector<std::size_t>& chosen,
              std::map<std::vector<std::size_t>, Node>& found) {
    store_.check_stop();
    if (where == trees::kNothing) return;
    if (chosen.size() == size) {
      found.emplace(chosen, where);
      return;
    }
    if (positive_.size() - party < size - chosen.size()) return;
    chosen.push_back(party);
    choose(size, party + 1, store_.conjunction(where, positive_[party]), chosen, found);
    chosen.pop_back();
    choose(size, party + 1, where, chosen, found);
  }

  trees::DiagramStore& store_;
  trees::AssignmentOrder order_;
  Node r0_;
  std::vector<Node> positive_;
  std::vector<trees::WeightedSum> sums_;
};

/// Adds what one block found for a gaining set.
void take(NashSet& set, const Space& space, const trees::ProductRanking& found,
          const NashListing& listing) {
  if (set.packages == 0 || *found.best > set.product) {
    set.product = *found.best;
    set.packages = 0;
  }
  if (*found.best == set.product) set.packages += found.best_assignments;
  std::vector<std::pair<Rational, model::Package>> all;
  for (std::size_t i = 0; i < set.ranked.size(); ++i) {
    all.emplace_back(set.ranked_products[i], set.ranked[i]);
  }
  for (const auto& member : found.ranked) {
    all.emplace_back(member.product, package_of(space, member.assignment));
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (listing.listing == trees::Listing::attaining) {
    std::erase_if(all, [&](const auto& one) { return one.first != set.product; });
  }
  if (all.size() > listing.packages) all.resize(listing.packages);
  set.ranked.clear();
  set.ranked_products.clear();
  for (auto& [product, package] : all) {
    set.ranked_products.push_back(product);
    set.ranked.push_back(std::move(package));
  }
}

/// What the blocks looked at so far have come to.
struct NashSoFar {
  std::map<std::vector<std::size_t>, NashSet> sets;  ///< by gaining set
  std::size_t largest = 0;                           ///< of the gaining sets
  Integer r0_packages = 0;
};

}  // namespace

NashSolution nash(const Problem& problem, const Bargaining& bargaining, const NashListing& listing,
                  const SearchOptions& options) {
  NashSolution solution{bargaining, {}, 0, 0};
  NashSoFar gathered;
  solution.unvisited =
      gather<NashSoFar>(problem, options, gathered, [&](const Block& block, NashSoFar& next) {
        BlockNash search(problem, bargaining, block);
        next.r0_packages += trees::Counter(block.store).count(search.r0());
        if (bargaining.parties.empty()) return;
        for (const auto& [set, where] : search.largest_sets(next.largest)) {
          if (set.size() > next.largest) {
            next.largest = set.size();
            next.sets.clear();
          }
          take(next.sets[set], block.space, search.best(set, where, listing), listing);
        }
      });
  solution.unvisited = std::max(solution.unvisited, bargaining.unvisited);
  solution.r0_packages = gathered.r0_packages;
  for (auto& [positions, set] : gathered.sets) {
    for (const std::size_t position : positions) {
      set.gaining.push_back(bargaining.parties[position]);
    }
    solution.sets.push_back(std::move(set));
  }
  return solution;
}

}  // namespace nemawashi::agree
