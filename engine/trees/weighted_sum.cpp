// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/weighted_sum.h"

#include <algorithm>

namespace nemawashi::trees {
namespace {

bool all_hold(const Cube& cube, const std::vector<std::uint32_t>& assignment) {
  return std::all_of(cube.literals.begin(), cube.literals.end(), [&](const Literal& literal) {
    return literal.values[assignment[literal.variable]];
  });
}

Rational evaluated(const BentTerm& term, const std::vector<std::uint32_t>& assignment) {
  Rational level = term.base;
  for (const Cube& cube : term.changes) {
    if (!all_hold(cube, assignment)) continue;
    switch (term.gathering) {
      case Gathering::sum:
        level += cube.amount;
        break;
      case Gathering::greatest:
        level = std::max(level, cube.amount);
        break;
      case Gathering::least:
        level = std::min(level, cube.amount);
        break;
    }
  }
  return term.value(level);
}

}  // namespace

Rational PiecewiseLinear::operator()(const Rational& x) const {
  for (const Piece& piece : pieces) {
    if (piece.end && (piece.end_included ? x > *piece.end : x >= *piece.end)) continue;
    return piece.slope * x + piece.intercept;
  }
  return 0;
}

WeightedSum sum_of(const WeightedSum& a, const WeightedSum& b) {
  WeightedSum result = a;
  result.constant += b.constant;
  result.cubes.insert(result.cubes.end(), b.cubes.begin(), b.cubes.end());
  result.bent.insert(result.bent.end(), b.bent.begin(), b.bent.end());
  return result;
}

WeightedSum scaled(const WeightedSum& sum, const Rational& factor) {
  WeightedSum result = sum;
  result.constant *= factor;
  for (Cube& cube : result.cubes) cube.amount *= factor;
  for (BentTerm& term : result.bent) {
    for (Piece& piece : term.value.pieces) {
      piece.slope *= factor;
      piece.intercept *= factor;
    }
  }
  return result;
}

Rational evaluated(const WeightedSum& sum, const std::vector<std::uint32_t>& assignment) {
  Rational result = sum.constant;
  for (const Cube& cube : sum.cubes) {
    if (all_hold(cube, assignment)) result += cube.amount;
  }
  for (const BentTerm& term : sum.bent) result += evaluated(term, assignment);
  return result;
}

}  // namespace nemawashi::trees
