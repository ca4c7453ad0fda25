// SPDX-License-Identifier: Apache-2.0
#include "engine/scenarios/evaluation.h"

#include <algorithm>

namespace nemawashi::scenarios {
namespace {

Rational cut_to_unit(const Rational& value) {
  return value < 0 ? Rational(0) : value > 1 ? Rational(1) : value;
}

}  // namespace

std::vector<Rational> discrete_evaluations(std::vector<Rational> evaluations, Semantics semantics) {
  if (semantics == Semantics::raw || evaluations.empty()) return evaluations;
  const Rational greatest = *std::max_element(evaluations.begin(), evaluations.end());
  const bool negligible = greatest < base::fraction(1, 100'000);
  for (Rational& evaluation : evaluations) {
    evaluation = negligible ? Rational(0) : Rational(evaluation / greatest);
  }
  return evaluations;
}

std::vector<Rational> linear_evaluations(const std::vector<Rational>& values, const Rational& slope,
                                         const Rational& offset, Semantics semantics) {
  std::vector<Rational> evaluations;
  evaluations.reserve(values.size());
  for (const Rational& value : values) {
    const Rational evaluation = slope * value + offset;
    evaluations.push_back(semantics == Semantics::genius ? cut_to_unit(evaluation) : evaluation);
  }
  return evaluations;
}

std::vector<Rational> triangular_evaluations(const std::vector<Rational>& values,
                                             const Rational& lower, const Rational& upper,
                                             const Rational& top) {
  std::vector<Rational> evaluations;
  evaluations.reserve(values.size());
  for (const Rational& value : values) {
    if (value < lower || value >= upper) {
      evaluations.emplace_back(0);
    } else if (value < top) {
      evaluations.emplace_back((value - lower) / (top - lower));
    } else {
      evaluations.emplace_back(1 - (value - top) / (upper - top));
    }
  }
  return evaluations;
}

std::vector<Rational> closeness(const std::vector<Rational>& values, const Rational& ideal,
                                const Rational& least, const Rational& greatest) {
  std::vector<Rational> evaluations;
  evaluations.reserve(values.size());
  for (const Rational& value : values) {
    evaluations.emplace_back(1 - abs(value - ideal) / (greatest - least));
  }
  return evaluations;
}

std::vector<Rational> even_grid(const Rational& least, const Rational& greatest,
                                std::size_t points) {
  std::vector<Rational> grid;
  grid.reserve(points);
  for (std::size_t i = 0; i < points; ++i) {
    grid.emplace_back(least + (greatest - least) * base::fraction(i, points - 1));
  }
  return grid;
}

}  // namespace nemawashi::scenarios
