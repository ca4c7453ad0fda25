// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/product.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include "engine/trees/frontier.h"
#include "engine/trees/members.h"
#include "engine/trees/tangent.h"
#include "engine/trees/threshold.h"

namespace nemawashi::trees {
namespace {

using base::Integer;

std::vector<Rational> sums_at(const std::vector<WeightedSum>& sums, const Assignment& assignment) {
  std::vector<Rational> result;
  result.reserve(sums.size());
  for (const WeightedSum& sum : sums) result.push_back(evaluated(sum, assignment));
  return result;
}

constexpr std::size_t kClassesFirst = 200;  ///< of ties, taken before the frontier is tried in full
constexpr std::size_t kTiesSkipped = 64;    ///< before a pass without the classes taken

class ProductSearch {
 public:
  ProductSearch(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                const ProductOptions& options)
      : store_(store),
        remaining_(root),
        sums_(sums),
        count_(std::max<std::size_t>(options.ranked, 1)),
        order_(options.order),
        listing_(options.listing) {}

  /// Goes on until nothing can join the ranking, or so many classes of ties were taken in all:
  /// false if the work is not done.
  bool run(std::size_t most_classes) {
    most_classes_ = most_classes;
    std::vector<Rational> centre;
    if (!result_.ranked.empty()) {
      centre = sums_at(sums_, result_.ranked.front().assignment);
    } else {
      for (const WeightedSum& sum : sums_) centre.push_back(*greatest(store_, remaining_, sum));
    }
    while (!settled(centre)) {
      if (classes_ >= most_classes_) return false;
      centre = sums_at(sums_, result_.ranked.front().assignment);
    }
    return true;
  }

  ProductRanking result() {
    if (listing_ == Listing::attaining) {
      std::erase_if(result_.ranked, [&](const auto& one) { return one.product != *result_.best; });
    }
    return std::move(result_);
  }

 private:
  /// Takes classes of ties until none can join the ranking; false if it should look again, from a
  /// better centre or without the classes that it has taken.
  bool settled(const std::vector<Rational>& centre) {
    std::vector<Rational> weights;
    WeightedSum linear;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      weights.push_back(weight_near_inverse(centre[i]));
      linear = sum_of(linear, scaled(sums_[i], weights.back()));
    }
    const Rational weight = product(weights);
    std::set<std::vector<Rational>> seen;
    std::size_t ties = 0;
    bool settled = true;
    Rational bound = bound_at(weight);
    best_first(store_, remaining_, linear, [&](const Assignment& assignment, const Rational& sum) {
      if (sum < bound) return false;
      const std::vector<Rational> gains = sums_at(sums_, assignment);
      if (classes_ >= most_classes_) return settled = false;
      if (!seen.insert(gains).second) {
        settled = ++ties < kTiesSkipped;
        return settled;
      }
      ++classes_;
      settled = !take(gains);
      bound = bound_at(weight);
      return settled;
    });
    return settled;
  }

  /// No assignment left with a smaller linear sum can join the ranking.
  Rational bound_at(const Rational& weight) const {
    if (listing_ == Listing::attaining && result_.best) {
      return tangent_bound(*result_.best * weight, sums_.size());
    }
    if (result_.ranked.size() < count_) return 0;
    return tangent_bound(result_.ranked.back().product * weight, sums_.size());
  }

  /// Takes all assignments with these sums out of what remains and into the ranking. Assignments
  /// come by falling linear sums, so none that remains is better in one sum and as good in the
  /// others: those at least as good in all are exactly the ties. True if they are the new best.
  bool take(const std::vector<Rational>& gains) {
    Node ties = remaining_;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      ties = store_.conjunction(ties, at_least(store_, sums_[i], gains[i]));
    }
    remaining_ = store_.difference(remaining_, ties);
    const Rational value = product(gains);
    const bool better = !result_.best || value > *result_.best;
    if (better) {
      result_.best = value;
      result_.best_assignments = 0;
    }
    if (value == *result_.best) result_.best_assignments += Counter(store_).count(ties);
    for (Assignment& member : first_assignments(store_, ties, count_, order_)) {
      result_.ranked.push_back({value, std::move(member)});
    }
    std::sort(result_.ranked.begin(), result_.ranked.end(),
              [&](const RankedProduct& a, const RankedProduct& b) {
                return a.product != b.product ? a.product > b.product
                                              : order_(a.assignment, b.assignment);
              });
    if (result_.ranked.size() > count_) result_.ranked.resize(count_);
    return better;
  }

  DiagramStore& store_;
  Node remaining_;
  const std::vector<WeightedSum>& sums_;
  std::size_t count_;
  const AssignmentOrder& order_;
  Listing listing_;
  std::size_t classes_ = 0;  ///< of ties, taken so far
  std::size_t most_classes_ = 0;
  ProductRanking result_;
};

/// The best from the frontier; nothing if that is too large.
std::optional<ProductRanking> from_frontier(DiagramStore& store, Node root,
                                            const std::vector<WeightedSum>& sums,
                                            const ProductOptions& options,
                                            std::size_t most_points) {
  std::vector<FrontierPoint> points;
  try {
    points = frontier(store, root, sums,
                      {.members = std::max<std::size_t>(options.ranked, 1),
                       .order = options.order,
                       .points = most_points});
  } catch (const NodeLimitReached&) {
    return std::nullopt;
  }
  ProductRanking result;
  for (FrontierPoint& point : points) {
    const Rational value = product(point.sums);
    if (result.best && value < *result.best) continue;
    if (!result.best || value > *result.best) result = {value, 0, {}};
    result.best_assignments += point.assignments;
    for (Assignment& member : point.members) result.ranked.push_back({value, std::move(member)});
  }
  std::sort(result.ranked.begin(), result.ranked.end(), [&](const auto& a, const auto& b) {
    return options.order(a.assignment, b.assignment);
  });
  const std::size_t most = std::max<std::size_t>(options.ranked, 1);
  if (result.ranked.size() > most) result.ranked.resize(most);
  return result;
}

}  // namespace

ProductRanking greatest_products(DiagramStore& store, Node root,
                                 const std::vector<WeightedSum>& sums,
                                 const ProductOptions& options) {
  if (root == kNothing) return {};
  ProductSearch search(store, root, sums, options);
  if (options.listing == Listing::attaining) {
    // Neither way is quick everywhere, so each is tried a little before either is tried in full;
    // but a linear sum of bent ones carries their levels as states, which the frontier may not.
    const bool bent = std::any_of(sums.begin(), sums.end(),
                                  [](const WeightedSum& sum) { return !sum.bent.empty(); });
    const std::size_t few = bent ? options.frontier_points : options.frontier_points / 20;
    if (auto found = from_frontier(store, root, sums, options, few)) return *std::move(found);
    if (search.run(kClassesFirst)) return search.result();
    if (auto found = from_frontier(store, root, sums, options, options.frontier_points)) {
      return *std::move(found);
    }
  }
  search.run(std::numeric_limits<std::size_t>::max());
  return search.result();
}

}  // namespace nemawashi::trees
