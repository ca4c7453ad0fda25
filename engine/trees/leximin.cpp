// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/leximin.h"

#include <algorithm>

#include "engine/trees/best_first.h"
#include "engine/trees/layered_sum.h"
#include "engine/trees/threshold.h"

namespace nemawashi::trees {
namespace {

using base::Integer;

/// The least multiple of 1 / scale that is not below the number.
Rational rounded_up(const Rational& number, const Integer& scale) {
  return base::fraction(base::rounded_up(number * scale), scale);
}

/// Some assignment of the set, which is not empty.
Assignment some_assignment(const DiagramStore& store, Node root) {
  Assignment assignment(store.variables());
  for (Node node = root; node != kEverything;) {
    const std::uint32_t variable = store.variable(node);
    const auto children = store.children(node);
    const auto open = std::find_if(children.begin(), children.end(),
                                   [](const Node child) { return child != kNothing; });
    assignment[variable] = static_cast<std::uint32_t>(open - children.begin());
    node = *open;
  }
  return assignment;
}

class Raising {
 public:
  Raising(DiagramStore& store, Node root, const std::vector<ComparedSum>& sums)
      : store_(store), sums_(sums), left_(root) {
    for (const ComparedSum& compared : sums_) {
      scales_.push_back(scale_of(compared.sum).scale);
      best_.push_back(value(compared, *greatest(store_, root, compared.sum)));
      // All values of this sum are multiples of 1 / common_.
      common_ = lcm(common_, Integer(Rational(1 / compared.unit / scales_.back()).get_den()));
      common_ = lcm(common_, Integer(Rational(compared.zero / compared.unit).get_den()));
    }
    std::sort(best_.begin(), best_.end());
  }

  /// Settles the next least value.
  void raise() {
    const std::size_t place = values_.size();
    const Rational least_step = base::fraction(1, common_);
    Rational attained = value_at(place);
    Rational most = best_[place];  // The k-th least of a package is none above that of the best.
    while (attained < most) {
      // A value just above is tried first: mostly there is none, which ends the step.
      if (!narrow(place, attained + least_step)) break;
      attained = value_at(place);
      if (attained >= most) break;
      const Rational middle = rounded_up((attained + most) / 2, common_);
      if (narrow(place, middle)) {
        attained = value_at(place);
      } else {
        most = middle - least_step;
      }
    }
    narrow(place, attained);
    values_.push_back(attained);
  }

  Leximin result() const { return {values_, left_}; }

 private:
  static Rational value(const ComparedSum& compared, const Rational& sum) {
    return (sum - compared.zero) / compared.unit;
  }

  /// The value at the place, from the least, of some assignment that is left.
  Rational value_at(std::size_t place) const {
    const Assignment assignment = some_assignment(store_, left_);
    std::vector<Rational> values;
    for (const auto& compared : sums_) {
      values.push_back(value(compared, evaluated(compared.sum, assignment)));
    }
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(place),
                     values.end());
    return values[place];
  }

  /// Keeps only assignments whose value at the place is at least this; false, and nothing is
  /// changed, if there are none.
  bool narrow(std::size_t place, const Rational& least) {
    std::vector<Node> reached;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      const Rational sum = least * sums_[i].unit + sums_[i].zero;
      reached.push_back(at_least(store_, sums_[i].sum, rounded_up(sum, scales_[i])));
    }
    const Node some = at_least_of(store_, reached, sums_.size() - place);
    const Node kept = store_.conjunction(left_, some);
    if (kept == kNothing) return false;
    left_ = kept;
    return true;
  }

  DiagramStore& store_;
  const std::vector<ComparedSum>& sums_;
  Node left_;
  std::vector<Integer> scales_;  ///< by sum
  std::vector<Rational> best_;   ///< the greatest value of each sum, the least first
  Integer common_ = 1;
  std::vector<Rational> values_;
};

}  // namespace

Leximin leximin(DiagramStore& store, Node root, const std::vector<ComparedSum>& sums,
                std::size_t steps) {
  if (root == kNothing) return {};
  Raising raising(store, root, sums);
  for (std::size_t step = 0; step < std::min(steps, sums.size()); ++step) raising.raise();
  return raising.result();
}

Node at_least_of(DiagramStore& store, const std::vector<Node>& nodes, std::size_t count) {
  // reached[k]: at least k of those looked at so far hold.
  std::vector<Node> reached(count + 1, kNothing);
  reached[0] = kEverything;
  for (const Node node : nodes) {
    for (std::size_t k = count; k > 0; --k) {
      reached[k] = store.disjunction(reached[k], store.conjunction(reached[k - 1], node));
    }
  }
  return reached[count];
}

}  // namespace nemawashi::trees
