// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/rising.h"

#include <algorithm>

#include "engine/trees/layered_sum.h"
#include "engine/trees/threshold.h"

namespace nemawashi::trees {
namespace {

Rational at(const Piece& piece, const Rational& x) { return piece.slope * x + piece.intercept; }

bool never_falls(const PiecewiseLinear& function) {
  const auto& pieces = function.pieces;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].slope < 0) return false;
    if (i + 1 == pieces.size()) continue;
    if (at(pieces[i], *pieces[i].end) > at(pieces[i + 1], *pieces[i].end)) return false;
  }
  return true;
}

/// x -> function(-x).
PiecewiseLinear turned(const PiecewiseLinear& function) {
  PiecewiseLinear result;
  for (std::size_t i = function.pieces.size(); i-- > 0;) {
    Piece piece{std::nullopt, true, -function.pieces[i].slope, function.pieces[i].intercept};
    if (i > 0) {
      piece.end = -*function.pieces[i - 1].end;
      piece.end_included = !function.pieces[i - 1].end_included;
    }
    result.pieces.push_back(std::move(piece));
  }
  return result;
}

/// Where a rising function reaches a value: from this level on, or just beyond it.
struct From {
  Rational level;
  bool included = true;
};

/// Nothing if it is so for every level, however low. The function must reach the value.
std::optional<From> reached_from(const PiecewiseLinear& function, const Rational& value) {
  std::optional<From> start;
  for (const Piece& piece : function.pieces) {
    const bool flat = piece.slope == 0;
    const bool here = flat                 ? piece.intercept >= value
                      : !piece.end         ? true
                      : piece.end_included ? at(piece, *piece.end) >= value
                                           : at(piece, *piece.end) > value;
    if (here) {
      if (flat) return start;
      const Rational level = (value - piece.intercept) / piece.slope;
      return !start || level > start->level ? From{level, true} : start;
    }
    if (piece.end) start = From{*piece.end, !piece.end_included};
  }
  return start;  // Never reached: just beyond everything that was looked at.
}

}  // namespace

std::optional<RisingSum> rising_sum(const WeightedSum& sum) {
  if (!sum.cubes.empty() || sum.bent.size() != 1) return std::nullopt;
  const BentTerm& term = sum.bent.front();
  if (term.gathering != Gathering::sum) return std::nullopt;
  RisingSum result{{term.base, term.changes, {}}, term.value};
  if (!never_falls(result.value)) {
    result.value = turned(result.value);
    if (!never_falls(result.value)) return std::nullopt;
    result.level = scaled(result.level, -1);
  }
  for (Piece& piece : result.value.pieces) piece.intercept += sum.constant;
  return result;
}

bool is_flat_at(const PiecewiseLinear& value, const Rational& at) {
  return std::any_of(value.pieces.begin(), value.pieces.end(),
                     [&](const Piece& piece) { return piece.slope == 0 && piece.intercept == at; });
}

Node at_least(DiagramStore& store, const RisingSum& sum, const Rational& least) {
  const auto from = reached_from(sum.value, least);
  if (!from) return kEverything;
  if (from->included) return at_least(store, sum.level, from->level);
  // At its scale the level is integral, so beyond means at least one unit beyond.
  const Rational unit = base::fraction(1, scale_of(sum.level, from->level).scale);
  return at_least(store, sum.level, from->level + unit);
}

}  // namespace nemawashi::trees
