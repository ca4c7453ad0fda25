// SPDX-License-Identifier: Apache-2.0
// Levels of measures in a package or a baseline, and what they are worth, exactly.
//
// For combine = sum a level is the value before any decision plus the likely changes of the effects
// that hold; for max (min) the largest (smallest) of base and the effects' values. A blank likely
// value of an effect that holds, or of the base, makes the level unknown.
#pragma once

#include <optional>

#include "engine/model/case.h"

namespace nemawashi::model {

/// True if nothing, or a claim that the reading takes as true, stands behind it.
bool in_force(const std::optional<ClaimIndex>& if_claim, const Reading& reading);
/// Not withdrawn, and the claim that it rests on, if any, is taken as true.
bool in_force(const Refusal& refusal, const Reading& reading);

std::optional<Rational> level_today(const Case& a_case, LevelIndex level);

/// The level in a package; nothing where it is unknown. Cost: the effects on it.
std::optional<Rational> level_in_package(const Case& a_case, const Reading& reading,
                                         LevelIndex level, const Package& package);

std::optional<Rational> level_in_baseline(const Case& a_case, const Reading& reading,
                                          LevelIndex level, BaselineIndex baseline);

/// What the level is worth to one interest, before its weight.
Rational value(const ValueFunction& function, const Rational& level);

/// The expected value of the interest without agreement: over the lottery of baselines (the
/// expectation of values, not the value of an expected level), or that before any decision. Nothing
/// where unknown.
std::optional<Rational> reservation_value(const Case& a_case, const Reading& reading,
                                          const Interest& interest);

/// The party's reservation at its central weights, without its margin. Nothing where unknown or
/// without interests.
std::optional<Rational> central_reservation(const Case& a_case, const Reading& reading,
                                            PartyIndex party);

/// The package that holds while nothing is settled: each issue at its default, else its first
/// option.
Package standing_package(const Case& a_case);

/// Whether every issue has a default, so that the standing package is what holds if
/// nothing is changed.
bool everything_stands(const Case& a_case);

}  // namespace nemawashi::model
