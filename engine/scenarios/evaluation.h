// SPDX-License-Identifier: Apache-2.0
// What other programs' evaluators mean, exactly, at each option of an issue.
//
// Source for Genius: R. Lin, S. Kraus, T. Baarslag, D. Tykhonov, K. Hindriks, C. Jonker, "Genius:
// an integrated environment for supporting the design of generic automated negotiators",
// Computational Intelligence 30 (2014); clamping of integer and real evaluators to 0..1 as in its
// version 10.
#pragma once

#include <vector>

#include "engine/scenarios/scenario.h"

namespace nemawashi::scenarios {

/// Evaluations of a discrete issue. genius: divided by the greatest, all 0 if that is below
/// 1/100000; raw: as they are.
std::vector<Rational> discrete_evaluations(std::vector<Rational> evaluations, Semantics semantics);

/// slope x value + offset at each value; genius: cut to 0..1.
std::vector<Rational> linear_evaluations(const std::vector<Rational>& values, const Rational& slope,
                                         const Rational& offset, Semantics semantics);

/// 0 outside lower..upper, 1 at the top, straight between (lower < top < upper).
std::vector<Rational> triangular_evaluations(const std::vector<Rational>& values,
                                             const Rational& lower, const Rational& upper,
                                             const Rational& top);

/// 1 - |value - ideal| / (greatest - least) at each value: the closeness of spatial models of
/// bargaining such as DECIDE (Stokman and Van den Bos 1994) and KTAB.
std::vector<Rational> closeness(const std::vector<Rational>& values, const Rational& ideal,
                                const Rational& least, const Rational& greatest);

/// `points` values from least to greatest, both ends included, at equal distances; at least 2.
std::vector<Rational> even_grid(const Rational& least, const Rational& greatest,
                                std::size_t points);

}  // namespace nemawashi::scenarios
