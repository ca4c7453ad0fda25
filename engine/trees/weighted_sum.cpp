// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/weighted_sum.h"

#include <algorithm>
#include <map>

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

Rational at(const Piece& piece, const Rational& x) { return piece.slope * x + piece.intercept; }

Rational PiecewiseLinear::operator()(const Rational& x) const {
  for (const Piece& piece : pieces) {
    if (piece.end && (piece.end_included ? x > *piece.end : x >= *piece.end)) continue;
    if (piece.slope == 1 && piece.intercept == 0) return x;  // As most worths are: no arithmetic.
    return at(piece, x);
  }
  return 0;
}

LevelBounds level_bounds(const BentTerm& term) {
  LevelBounds bounds{term.base, term.base};
  std::map<std::uint32_t, std::vector<Rational>> plain;  // By variable and value, for sums.
  for (const Cube& cube : term.changes) {
    const bool always = cube.literals.empty();
    if (term.gathering == Gathering::greatest) {
      if (always) bounds.least = std::max(bounds.least, cube.amount);
      bounds.most = std::max(bounds.most, cube.amount);
    } else if (term.gathering == Gathering::least) {
      if (always) bounds.most = std::min(bounds.most, cube.amount);
      bounds.least = std::min(bounds.least, cube.amount);
    } else if (cube.literals.size() == 1) {
      const Literal& literal = cube.literals.front();
      std::vector<Rational>& amounts = plain[literal.variable];
      amounts.resize(literal.values.size());
      for (std::size_t value = 0; value < amounts.size(); ++value) {
        if (literal.values[value]) amounts[value] += cube.amount;
      }
    } else {
      if (always || cube.amount < 0) bounds.least += cube.amount;
      if (always || cube.amount > 0) bounds.most += cube.amount;
    }
  }
  for (const auto& [variable, amounts] : plain) {
    const auto [least, most] = std::minmax_element(amounts.begin(), amounts.end());
    bounds.least += *least;
    bounds.most += *most;
  }
  return bounds;
}

PiecewiseLinear within(const PiecewiseLinear& function, const LevelBounds& levels) {
  const auto& pieces = function.pieces;
  // Where two pieces meet without a jump, either gives the value at the border.
  std::size_t first = 0;
  for (; first + 1 < pieces.size(); ++first) {
    const Rational& end = *pieces[first].end;
    if (levels.least > end) continue;
    if (levels.least < end) break;
    if (pieces[first].end_included && at(pieces[first], end) != at(pieces[first + 1], end)) break;
  }
  std::size_t last = pieces.size() - 1;
  for (; last > first; --last) {
    const Rational& end = *pieces[last - 1].end;
    if (levels.most < end) continue;
    if (levels.most > end) break;
    if (!pieces[last - 1].end_included && at(pieces[last - 1], end) != at(pieces[last], end)) break;
  }
  PiecewiseLinear result;
  for (std::size_t i = first; i <= last; ++i) result.pieces.push_back(pieces[i]);
  result.pieces.back().end = std::nullopt;
  result.pieces.back().end_included = true;
  return result;
}

WeightedSum straightened(BentTerm term) {
  term.value = within(term.value, level_bounds(term));
  const Piece& line = term.value.pieces.front();
  const bool one_piece = term.value.pieces.size() == 1;
  if (one_piece && line.slope == 0) return {line.intercept, {}, {}};
  if (!one_piece || term.gathering != Gathering::sum) return {0, {}, {std::move(term)}};
  WeightedSum sum{line.slope * term.base + line.intercept, std::move(term.changes), {}};
  for (Cube& cube : sum.cubes) cube.amount *= line.slope;
  return sum;
}

WeightedSum sum_of(const WeightedSum& a, const WeightedSum& b) {
  WeightedSum result = a;
  result.constant += b.constant;
  result.cubes.insert(result.cubes.end(), b.cubes.begin(), b.cubes.end());
  result.bent.insert(result.bent.end(), b.bent.begin(), b.bent.end());
  return result;
}

WeightedSum less(WeightedSum sum, const Rational& constant) {
  sum.constant -= constant;
  return sum;
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
