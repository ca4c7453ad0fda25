// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/product.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <optional>

#include "engine/trees/frontier.h"
#include "engine/trees/layered_sum.h"
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

constexpr std::size_t kClassesFirst = 200;  ///< of ties, found before the frontier is tried in full
/// In one pass at least so many ties, and so many a class, before the classes are taken as sets.
constexpr std::size_t kTiesSkipped = 64;
constexpr std::size_t kTiesOfClass = 8;

/// The assignments with the same sums, and with the same product.
struct TieClass {
  Rational product = {};
  std::size_t pass = 0;                ///< the last in which one of them was met
  std::vector<Assignment> met;         ///< in that pass
  Integer known = 0;                   ///< how many there are at least
  std::optional<Node> taken_out = {};  ///< all of them
};

/// The classes of ties whose assignments may be among the first so many, by falling product.
class BestClasses {
 public:
  using Sums = std::vector<Rational>;
  using Classes = std::map<Sums, TieClass>;
  struct Level {
    std::vector<Classes::iterator> classes;
    Integer known = 0;  ///< of their assignments
  };

  explicit BestClasses(std::size_t count) : count_(count) {}

  /// `more` assignments of the class became known.
  void add(Classes::iterator tie_class, bool is_new, const Integer& more) {
    const Rational& product = tie_class->second.product;
    if (full() && product < levels_.rbegin()->first) return;
    Level& level = levels_[product];
    if (is_new) level.classes.push_back(tie_class);
    level.known += more;
    known_ += more;
    while (known_ - levels_.rbegin()->second.known >= count_) {
      known_ -= levels_.rbegin()->second.known;
      levels_.erase(std::prev(levels_.end()));
    }
  }
  /// Whatever else joins has at least the last product.
  bool full() const { return known_ >= count_; }
  bool empty() const { return levels_.empty(); }
  const std::map<Rational, Level, std::greater<>>& levels() const { return levels_; }

 private:
  std::size_t count_;
  Integer known_ = 0;
  std::map<Rational, Level, std::greater<>> levels_;
};

class ProductSearch {
 public:
  ProductSearch(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                const ProductOptions& options)
      : store_(store),
        remaining_(root),
        sums_(sums),
        count_(std::max<std::size_t>(options.ranked, 1)),
        order_(options.order),
        listing_(options.listing),
        best_(count_),
        room_(store) {
    for (const WeightedSum& sum : sums) units_.push_back(base::fraction(1, scale_of(sum).scale));
  }

  /// Goes on until nothing can join the ranking, or so many classes of ties were found in all:
  /// false if the work is not done.
  bool run(std::size_t most_classes) {
    most_classes_ = most_classes;
    Pass pass;
    if (best_.empty()) {
      for (const WeightedSum& sum : sums_)
        pass.centre.push_back(*greatest(store_, remaining_, sum));
    } else {
      pass.centre = best_sums();
    }
    for (;;) {
      switch (ended(pass)) {
        case Ended::settled:
          return true;
        case Ended::limited:
          return false;
        case Ended::better:
          pass.centre = best_sums();
          pass.patience *= 2;
          break;
        case Ended::tied:
          take_out_met();
          break;
      }
    }
  }

  ProductRanking result() {
    ProductRanking result;
    for (const auto& [product, level] : best_.levels()) {
      if (result.best && listing_ == Listing::attaining) break;
      const bool best = !result.best;
      if (best) result.best = product;
      std::vector<Assignment> members;
      for (const auto& tie_class : level.classes) {
        TieClass& ties = tie_class->second;
        if (best) result.best_assignments += ties.known;
        // The last pass met all of a class that was not taken out.
        auto some = ties.taken_out ? first_assignments(store_, *ties.taken_out, count_, order_)
                                   : std::move(ties.met);
        std::move(some.begin(), some.end(), std::back_inserter(members));
      }
      std::sort(members.begin(), members.end(), std::cref(order_));
      for (Assignment& member : members) {
        if (result.ranked.size() == count_) return result;
        result.ranked.push_back({product, std::move(member)});
      }
    }
    return result;
  }

 private:
  /// One search by falling linear sums.
  struct Pass {
    std::vector<Rational> centre;  ///< of whose tangent plane the linear sum is
    /// So many new classes are met before a better centre than this one is moved to: each move
    /// meets the old ones once more.
    std::size_t patience = 1;
  };
  enum class Ended {
    settled,  ///< nothing that was not met can join the ranking
    limited,  ///< as many classes as asked for
    better,   ///< there is a better centre
    tied,     ///< most of what is met is equal to what was met
  };

  Ended ended(const Pass& pass) {
    std::vector<Rational> weights;
    WeightedSum linear;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      weights.push_back(weight_near_inverse(pass.centre[i]));
      linear = sum_of(linear, scaled(sums_[i], weights.back()));
    }
    const Rational weight = product(weights);
    ++pass_;
    std::size_t ties = 0;
    std::size_t classes = 0;  // Of which some were met before.
    std::size_t found = 0;
    bool better = false;
    Rational bound = bound_at(weight);
    Ended result = Ended::settled;
    best_first(store_, remaining_, linear, [&](const Assignment& assignment, const Rational& sum) {
      if (sum < bound) return false;
      auto sums = sums_at(sums_, assignment);
      auto tie_class = classes_.find(sums);
      const bool is_new = tie_class == classes_.end();
      if (is_new) {
        if (classes_.size() >= most_classes_) {
          result = Ended::limited;
          return false;
        }
        room_.take(sizeof(TieClass) + kBytesPerEntry +
                   sums.size() * (sizeof(Rational) + kBytesPerEntry));
        tie_class = classes_.try_emplace(std::move(sums)).first;
        tie_class->second.product = product(tie_class->first);
        ++found;
      }
      const Rational& value = tie_class->second.product;
      better = better || best_.empty() || value > best_.levels().begin()->first;
      ++(met(tie_class->second, assignment) ? ties : classes);
      know(tie_class, is_new, tie_class->second.met.size());
      bound = bound_at(weight);
      if (ties >= std::max(kTiesSkipped, kTiesOfClass * classes)) result = Ended::tied;
      if (better && found >= pass.patience) result = Ended::better;
      return result == Ended::settled;
    });
    return result;
  }

  /// One more of the class in this pass; whether there was one before.
  bool met(TieClass& tie_class, const Assignment& assignment) {
    const std::size_t bytes = sizeof(Assignment) + assignment.size() * sizeof(assignment[0]);
    if (tie_class.pass != pass_) {
      tie_class.pass = pass_;
      room_.give_back(tie_class.met.size() * bytes);
      tie_class.met.clear();
    }
    room_.take(bytes);
    tie_class.met.push_back(assignment);
    return tie_class.met.size() > 1;
  }

  void know(BestClasses::Classes::iterator tie_class, bool is_new, const Integer& known) {
    TieClass& ties = tie_class->second;
    if (known <= ties.known) return;
    best_.add(tie_class, is_new, known - ties.known);
    ties.known = known;
  }

  /// No assignment with a smaller linear sum that was not met can join the ranking.
  Rational bound_at(const Rational& weight) const {
    if (best_.empty()) return 0;
    const auto& levels = best_.levels();
    if (listing_ == Listing::attaining) {
      return tangent_bound(levels.begin()->first * weight, sums_.size());
    }
    if (!best_.full()) return 0;
    return tangent_bound(levels.rbegin()->first * weight, sums_.size());
  }

  const std::vector<Rational>& best_sums() const {
    return best_.levels().begin()->second.classes.front()->first;
  }

  /// Takes the classes that were met in this pass as sets, out of what remains.
  void take_out_met() {
    for (auto tie_class = classes_.begin(); tie_class != classes_.end(); ++tie_class) {
      TieClass& ties = tie_class->second;
      if (ties.pass != pass_) continue;
      const Node all = all_with(tie_class->first);
      ties.taken_out = all;
      remaining_ = store_.difference(remaining_, all);
      know(tie_class, false, Counter(store_).count(all));
    }
  }

  /// The assignments with exactly these sums.
  Node all_with(const std::vector<Rational>& sums) {
    Node all = remaining_;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      all = store_.conjunction(all, at_least(store_, sums_[i], sums[i]));
      // At its scale the sum is integral.
      all = store_.difference(all, at_least(store_, sums_[i], sums[i] + units_[i]));
    }
    return all;
  }

  DiagramStore& store_;
  Node remaining_;  ///< without the classes taken out
  const std::vector<WeightedSum>& sums_;
  std::vector<Rational> units_;  ///< by sum
  std::size_t count_;
  const AssignmentOrder& order_;
  Listing listing_;
  BestClasses::Classes classes_;  ///< all that were met
  BestClasses best_;
  std::size_t most_classes_ = 0;
  std::size_t pass_ = 0;
  Room room_;
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
