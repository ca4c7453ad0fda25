// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/product.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

using base::Integer;

std::vector<Rational> sums_at(const std::vector<WeightedSum>& sums, const Assignment& assignment) {
  std::vector<Rational> result;
  result.reserve(sums.size());
  for (const WeightedSum& sum : sums) result.push_back(evaluated(sum, assignment));
  return result;
}

long bits(const Integer& number) {
  return static_cast<long>(mpz_sizeinbase(number.get_mpz_t(), 2));
}

/// number * 2^by, exactly.
Rational shifted(const Rational& number, long by) {
  return by >= 0 ? Rational(number << static_cast<unsigned long>(by))
                 : Rational(number >> static_cast<unsigned long>(-by));
}

Integer rounded_down(const Rational& number) {
  Integer result;
  mpz_fdiv_q(result.get_mpz_t(), number.get_num_mpz_t(), number.get_den_mpz_t());
  return result;
}

Rational product(const std::vector<Rational>& factors) {
  Rational result = 1;
  for (const Rational& factor : factors) result *= factor;
  return result;
}

/// A positive weight near 1/value, with few digits so that sums stay in small integers; exactness
/// does not depend on it.
Rational weight_near_inverse(const Rational& value) {
  constexpr long kBits = 12;
  const long size = bits(value.get_den()) - bits(value.get_num());  // 1/value is near 2^size.
  const Rational inverse = 1 / value;
  const Rational digits(rounded_down(shifted(inverse, kBits - size)));
  return shifted(digits, size - kBits);
}

/// A rational t, as large as 50 bits find, with (t / n)^n <= target; so any assignment whose
/// product reaches the target has a linear sum of at least t.
Rational tangent_bound(const Rational& target, std::size_t n) {
  constexpr long kBits = 50;
  const long size = bits(target.get_num()) - bits(target.get_den());
  const long shift = kBits - size / static_cast<long>(n);
  Integer root;
  const Integer power = rounded_down(shifted(target, shift * static_cast<long>(n)));
  mpz_root(root.get_mpz_t(), power.get_mpz_t(), n);
  return shifted(Rational(root * n), -shift);
}

class ProductSearch {
 public:
  ProductSearch(DiagramStore& store, Node root, const std::vector<WeightedSum>& sums,
                const ProductOptions& options)
      : store_(store),
        root_(root),
        sums_(sums),
        count_(std::max<std::size_t>(options.ranked, 1)),
        order_(options.order) {}

  ProductRanking run() {
    std::vector<Rational> centre;
    for (const WeightedSum& sum : sums_) {
      const auto most = greatest(store_, root_, sum);
      if (!most) return {};
      centre.push_back(*most);
    }
    while (!settled(centre)) centre = sums_at(sums_, result_.ranked.front().assignment);
    return std::move(result_);
  }

 private:
  /// Takes assignments until none can join the ranking; false if a better centre turned up first.
  bool settled(const std::vector<Rational>& centre) {
    std::vector<Rational> weights;
    WeightedSum linear;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
      weights.push_back(weight_near_inverse(centre[i]));
      linear = sum_of(linear, scaled(sums_[i], weights.back()));
    }
    const Rational weight = product(weights);
    const Rational at_centre = product(centre);
    const bool centred = result_.best && at_centre == *result_.best;
    result_ = {};
    bool settled = true;
    Rational bound = 0;
    best_first(store_, root_, linear, [&](const Assignment& assignment, const Rational& sum) {
      if (sum < bound) return false;
      if (!take(assignment)) return true;
      if (!centred || *result_.best > at_centre) {
        settled = false;  // Look again from the better centre.
        return false;
      }
      if (result_.ranked.size() == count_) {
        bound = tangent_bound(result_.ranked.back().product * weight, sums_.size());
      }
      return true;
    });
    return settled;
  }

  /// True if the assignment enters the ranking.
  bool take(const Assignment& assignment) {
    RankedProduct found{product(sums_at(sums_, assignment)), assignment};
    if (!result_.best || found.product > *result_.best) {
      result_.best = found.product;
      result_.best_assignments = 0;
    }
    if (found.product == *result_.best) ++result_.best_assignments;
    auto& ranked = result_.ranked;
    const auto before = [&](const RankedProduct& a, const RankedProduct& b) {
      return a.product != b.product ? a.product > b.product : order_(a.assignment, b.assignment);
    };
    ranked.insert(std::upper_bound(ranked.begin(), ranked.end(), found, before), found);
    if (ranked.size() <= count_) return true;
    const bool entered = ranked.back().assignment != assignment;
    ranked.pop_back();
    return entered;
  }

  DiagramStore& store_;
  Node root_;
  const std::vector<WeightedSum>& sums_;
  std::size_t count_;
  const AssignmentOrder& order_;
  ProductRanking result_;
};

}  // namespace

ProductRanking greatest_products(DiagramStore& store, Node root,
                                 const std::vector<WeightedSum>& sums,
                                 const ProductOptions& options) {
  if (root == kNothing) return {};
  return ProductSearch(store, root, sums, options).run();
}

}  // namespace nemawashi::trees
