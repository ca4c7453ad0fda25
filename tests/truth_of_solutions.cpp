// SPDX-License-Identifier: Apache-2.0
#include "tests/truth_of_solutions.h"

#include <algorithm>

namespace nemawashi::tests {
namespace {

using agree::Solution;
using base::Rational;

Vector best_of(const std::vector<Bargain>& r0) {
  Vector best = r0.front().gains;
  for (const Bargain& bargain : r0) {
    for (std::size_t i = 0; i < best.size(); ++i) {
      if (bargain.gains[i] > best[i]) best[i] = bargain.gains[i];
    }
  }
  return best;
}

/// Removes the least of the numbers.
Rational taken_least(Vector& numbers) {
  const auto least = std::min_element(numbers.begin(), numbers.end());
  const Rational result = *least;
  numbers.erase(least);
  return result;
}

/// Worst off against worst off; if they are even, the next against the next.
bool fairer(Vector a, Vector b) {
  while (!a.empty()) {
    const Rational of_a = taken_least(a);
    const Rational of_b = taken_least(b);
    if (of_a != of_b) return of_a > of_b;
  }
  return false;
}

Vector shares(const Vector& gains, const Vector& best) {
  Vector result;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    if (best[i] > 0) result.push_back(gains[i] / best[i]);
  }
  return result;
}

Rational total(const Vector& gains) {
  Rational sum = 0;
  for (const Rational& gain : gains) sum += gain;
  return sum;
}

Rational largest_regret(const Vector& gains, const Vector& best) {
  Rational largest = 0;
  for (std::size_t i = 0; i < gains.size(); ++i) {
    if (best[i] - gains[i] > largest) largest = best[i] - gains[i];
  }
  return largest;
}

}  // namespace

std::vector<Bargain> true_r0(const Truth& truth, const std::vector<model::PartyIndex>& parties) {
  std::vector<Bargain> result;
  for (const PackageTruth& package : truth.packages) {
    bool inside = package.ratifiable(1);
    Vector gains;
    for (const auto party : parties) {
      const auto& gain = package.parties[party.value].central;
      inside = inside && gain && *gain >= 0;
      gains.push_back(gain.value_or(Rational(0)));
    }
    if (inside) result.push_back({package.package, gains});
  }
  return result;
}

std::vector<Bargain> true_solution(Solution solution, const std::vector<Bargain>& r0) {
  std::vector<Bargain> result;
  if (r0.empty()) return result;
  const Vector best = best_of(r0);
  const auto beats = [&](const Vector& a, const Vector& b) {
    switch (solution) {
      case Solution::kalai_smorodinsky:
        return fairer(shares(a, best), shares(b, best));
      case Solution::egalitarian:
        return fairer(a, b);
      case Solution::utilitarian:
        return total(a) > total(b);
      case Solution::minimax_regret:
        break;
    }
    return largest_regret(a, best) < largest_regret(b, best);
  };
  for (const Bargain& bargain : r0) {
    const bool beaten = std::any_of(r0.begin(), r0.end(), [&](const Bargain& other) {
      return beats(other.gains, bargain.gains);
    });
    if (!beaten) result.push_back(bargain);
  }
  return result;
}

bool dominates(const Vector& a, const Vector& b) {
  bool better = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] < b[i]) return false;
    better = better || a[i] > b[i];
  }
  return better;
}

}  // namespace nemawashi::tests
