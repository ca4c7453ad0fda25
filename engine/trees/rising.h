// SPDX-License-Identifier: Apache-2.0
// Sums that are one rising function of one additive level, as the worth of a party with a single
// capped interest: what is best by the level is best by the sum, so a search may carry the level
// as a number instead of as a state, and apply the function at its end.
#pragma once

#include <optional>

#include "engine/trees/diagram.h"
#include "engine/trees/weighted_sum.h"

namespace nemawashi::trees {

struct RisingSum {
  WeightedSum level;      ///< without bends
  PiecewiseLinear value;  ///< of the level: the sum; never falls, may be flat or jump
};

/// The sum so written, if it is one bent term over added changes whose value never falls, or never
/// rises (then the level is turned round).
std::optional<RisingSum> rising_sum(const WeightedSum& sum);

/// Whether several levels may have this value.
bool is_flat_at(const PiecewiseLinear& value, const Rational& at);

/// The least level at which the sum is at least `least`, which some level within the reach of the
/// sum's changes must attain; below all levels where every one does.
Rational least_level(const RisingSum& sum, const Rational& least);

/// Whether the last piece is flat, but a single level lies on it: levels a little above the cap
/// come of rounded shares. Cost: a threshold of the level (threshold.h).
bool ends_in_one_level(DiagramStore& store, const RisingSum& sum);

/// The assignments at which the sum is at least `least`. Cost: a
/// threshold of the level (threshold.h).
Node at_least(DiagramStore& store, const RisingSum& sum, const Rational& least);

}  // namespace nemawashi::trees
