// SPDX-License-Identifier: Apache-2.0
// Exact sums over assignments: what a party's worth, or a level, is as a function of the options.
#pragma once

#include <optional>
#include <vector>

#include "engine/base/number.h"
#include "engine/trees/diagram.h"

namespace nemawashi::trees {

using base::Rational;

/// Adds `amount` where all literals hold; no literals: always.
struct Cube {
  std::vector<Literal> literals;
  Rational amount;
};

/// One stretch of a piecewise linear function: slope x + intercept, up to `end` (without an end:
/// for all further x).
struct Piece {
  std::optional<Rational> end;
  bool end_included = true;
  Rational slope;
  Rational intercept;
};

/// What the piece, prolonged to x, comes to.
Rational at(const Piece& piece, const Rational& x);

/// Pieces by rising end; the last has none. May jump between pieces.
struct PiecewiseLinear {
  std::vector<Piece> pieces;
  Rational operator()(const Rational& x) const;
};

/// How the changes of an inner level go together.
enum class Gathering { sum, greatest, least };

/// value(level), where the level is `base` gathered with the amounts of the cubes that hold. It
/// cannot be split over its cubes (a capped, stepped or otherwise bent value, or a greatest).
struct BentTerm {
  Gathering gathering = Gathering::sum;
  Rational base;
  std::vector<Cube> changes;
  PiecewiseLinear value;
};

/// constant + the amounts of the cubes that hold + the values of the bent terms.
struct WeightedSum {
  Rational constant;
  std::vector<Cube> cubes;
  std::vector<BentTerm> bent;
};

/// Between which values the level of the term stays, whatever is chosen. Attained where every cube
/// names one variable; otherwise outer bounds: a cube of several counts as if it could hold or not,
/// whatever else does. Cost: the literals and their values.
struct LevelBounds {
  Rational least;
  Rational most;
};
LevelBounds level_bounds(const BentTerm& term);

/// The same function for levels in least..most, with no piece that they do not reach: where one
/// piece is left, the function is straight there. Cost: the pieces.
PiecewiseLinear within(const PiecewiseLinear& function, const LevelBounds& levels);

/// The term as a sum, without a bend where its levels stay on one piece: a cap that is never
/// reached costs nothing. Equal at every assignment.
WeightedSum straightened(BentTerm term);

WeightedSum sum_of(const WeightedSum& a, const WeightedSum& b);
WeightedSum scaled(const WeightedSum& sum, const Rational& factor);
/// The sum less a constant.
WeightedSum less(WeightedSum sum, const Rational& constant);

/// The sum at one assignment (a value a variable). Cost: the size of the sum.
Rational evaluated(const WeightedSum& sum, const std::vector<std::uint32_t>& assignment);

}  // namespace nemawashi::trees
