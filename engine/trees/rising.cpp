// SPDX-License-Identifier: Apache-2.0
#include "engine/trees/rising.h"

#include <algorithm>

#include "engine/trees/best_first.h"
#include "engine/trees/layered_sum.h"
#include "engine/trees/threshold.h"

namespace nemawashi::trees {
namespace {

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

/// Where a rising function reaches a value.
struct Reached {
  enum class Where { everywhere, from, beyond, nowhere };
  Where where = Where::everywhere;
  Rational level;  ///< from it on, or just beyond it
};

Reached reached(const PiecewiseLinear& function, const Rational& value) {
  Reached start;  // Where the piece begins.
  for (const Piece& piece : function.pieces) {
    if (piece.slope > 0) {
      const Rational level = (value - piece.intercept) / piece.slope;
      const bool here =
          !piece.end || level < *piece.end || (level == *piece.end && piece.end_included);
      const bool later = start.where == Reached::Where::everywhere || level > start.level;
      if (here) return later ? Reached{Reached::Where::from, level} : start;
    } else if (piece.intercept >= value) {
      return start;
    }
    if (!piece.end) break;
    start = {piece.end_included ? Reached::Where::beyond : Reached::Where::from, *piece.end};
  }
  return {Reached::Where::nowhere, 0};
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

Rational least_level(const RisingSum& sum, const Rational& least) {
  const SumScale scale = scale_of(sum.level);
  const Reached from = reached(sum.value, least);
  switch (from.where) {
    case Reached::Where::everywhere:
      return base::fraction(-scale.reach, scale.scale);
    case Reached::Where::nowhere:
      return base::fraction(scale.reach, scale.scale);
    case Reached::Where::from:
      return from.level;
    case Reached::Where::beyond:
      break;
  }
  // At the common scale levels are integral, so beyond means at least one unit beyond.
  return from.level + base::fraction(1, scale_of(sum.level, from.level).scale);
}

bool ends_in_one_level(DiagramStore& store, const RisingSum& sum) {
  const Piece& last = sum.value.pieces.back();
  if (last.slope != 0) return false;
  const auto highest = greatest(store, kEverything, sum.level);
  if (*highest <= least_level(sum, last.intercept)) return true;
  const Node there = at_least(store, sum, last.intercept);
  const auto most = greatest(store, there, sum.level);
  const auto least = greatest(store, there, scaled(sum.level, -1));
  return !most || *most == -*least;
}

Node at_least(DiagramStore& store, const RisingSum& sum, const Rational& least) {
  return at_least(store, sum.level, least_level(sum, least));
}

}  // namespace nemawashi::trees
